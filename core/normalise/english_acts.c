#include "core/normalise/english_acts.h"
#include "core/normalise/english_words.h"

/* …, using computers; …, so that nothing is lost: it belongs to the acts in front. */
static bool tells_how(const struct segment *segment, enum verb_form form)
{
    return segment->is_settled ||
           (form != VERB_ING && segment->verb != NULL && segment->verb->form == VERB_ING);
}

/* …, and other foods, etc.: the list goes on unsaid; not: as needed. */
static bool leaves_list_open(const struct sentence *s, struct range at)
{
    static const char *const when[] = {"as needed",     "as required",    "when needed",
                                       "when required", "if needed",      "if required",
                                       "as necessary",  "when necessary", "where needed",
                                       "as directed",   "as appropriate", NULL};
    const struct match *vague = sentence_find(s, at, PHRASE_VAGUE);
    return vague != NULL &&
           !(vague->at.end == at.end && text_is_one_of(sentence_text(s, vague->at), when));
}

/* …, and giving advice and help: the item that "and" begins, where what ends it is joined to it. */
static const struct segment *item_of_and(const struct segments *g, const struct segment *last)
{
    const struct segment *item = last;
    while (item > g->list && !item->is_clause)
        item--;
    struct text joint = segment_joint(g->s, item);
    return text_starts_with(text_trim(joint), TEXT("and")) ? item : last;
}

/*
 * English: the last item of the list is an act, so those in front of it are; where it may be a
 * noun, one in the middle that may not decides.
 */
static bool ends_in_act(const struct segments *g, enum verb_form form)
{
    const struct segment *last = &g->list[g->count - 1];
    bool is_open = leaves_list_open(g->s, last->at) && g->count > 1;
    bool is_sure = false;
    while (last > g->list && tells_how(last, form))
        last--;
    last -= is_open && last > g->list;
    if (last->verb == NULL)
        last = item_of_and(g, last);
    for (const struct segment *i = g->list + 1; i <= last && !is_sure; i++)
        is_sure = i->verb != NULL && i->verb->form == form && i->has_object && !i->is_weak &&
                  (i->is_clause || i == last); /* manage and maintain …: one act */
    return last->verb != NULL && last->verb->form == form && is_sure;
}

/* As tasked, conducts …: what only says when. */
static bool stands_before_head(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    return segment->verb == NULL && sentence_at(g->s, segment->begin, PHRASE_PREPOSITION) != NULL;
}

/* …, as well as chasing arrears: an act, whatever form the head has. */
static bool is_participle_as_well(const struct sentence *s, const struct segment *segment)
{
    struct text joint = segment_joint(s, segment);
    return segment->verb != NULL && segment->verb->class == PHRASE_ACT &&
           segment->verb->form == VERB_ING && segment->has_object &&
           text_starts_with(text_trim(joint), TEXT("as well as"));
}

/* Whether another verb of the form stands in the range, which a later one may be joined to. */
static bool has_verb_of_form(const struct sentence *s, struct range in, enum verb_form form)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        const struct phrase *front = s->matches[i].phrase;
        bool is_verb = front->class == PHRASE_ACT || front->class == PHRASE_ACTOR;
        if (!front->is_exception && is_verb && front->form == form)
            return true;
    }
    return false;
}

/*
 * Draft the plan and implements the changes; oversees a study and educate the owners: a slip, where
 * an article shows the verb, and no other stands in front that it may go on from.
 */
static bool is_slip_of_form(const struct segments *g, const struct segment *head,
                            const struct segment *segment)
{
    const struct phrase *verb = segment->verb;
    if (verb == NULL || head->verb == NULL || verb->form > VERB_S || segment->is_purpose ||
        segment->begin <= head->behind ||
        (head->verb->class == PHRASE_ACTOR && verb->form == VERB_BASE) || /* helps us run a … */
        head->verb->form == verb->form ||
        !english_is_verb_before(g->s, segment->behind, segment->at.end))
        return false;
    struct text joint = segment_joint(g->s, segment);
    return text_starts_with(text_trim(joint), TEXT("and")) &&
           !has_verb_of_form(g->s, (struct range){head->behind, segment->begin}, verb->form);
}

/* An English verb joined to the head has its form; else it is a noun, or tells how. */
static bool has_form_of_head(const struct segments *g, const struct segment *segment)
{
    size_t first = 0;
    while (first + 1 < g->count && g->list[first + 1].is_clause && stands_before_head(g, first))
        first++;
    const struct phrase *head = g->list[first].verb;
    bool is_modal = head != NULL && head->form == VERB_S && segment->verb != NULL &&
                    segment->verb->form == VERB_BASE &&
                    english_follows_modal(g->s, segment->at.begin); /* …, and may arrest … */
    return is_participle_as_well(g->s, segment) || is_modal ||
           is_slip_of_form(g, &g->list[first], segment) ||
           (head != NULL && segment->verb != NULL && head->form == segment->verb->form);
}

/* Where an infinitive stands in the segment: "to plan"; *is_bare when it ends there. */
static bool has_infinitive(const struct sentence *s, struct range at, bool *is_bare)
{
    *is_bare = false;
    for (uint32_t k = s->first[at.begin]; k < s->first[at.end]; k++) {
        const struct match *to = &s->matches[k];
        if (!text_is(to->phrase->words, "to"))
            continue;
        uint32_t next = segment_skip_openers(s, to->at.end, at.end); /* to better understand */
        const struct match *act = sentence_act_at(s, next);
        if (act == NULL)
            act = sentence_at(s, next, PHRASE_IDLE); /* to ensure a safe and clean stay */
        if (act == NULL)
            act = sentence_at(s, next, PHRASE_ACTOR); /* to help identify trends and inform … */
        if (act == NULL || act->phrase->form != VERB_BASE)
            continue;
        *is_bare = skip_blanks(s, act->at.end, at.end) == at.end;
        return true;
    }
    return false;
}

/* To deter …, identify …, and ensure …; and improve …: nothing that is done by itself. */
static bool names_result(const struct segment *last)
{
    static const char *const results[] = {"achieve",  "enhance", "facilitate", "maximise",
                                          "maximize", "improve", "streamline", NULL};
    return last->verb != NULL && ((last->verb->class == PHRASE_IDLE && last->is_settled) ||
                                  text_starts_with_one_of(last->verb->words, results));
}

/*
 * Confer with customers to discuss …, take orders …: who talks with somebody does so for all that
 * is listed; and so it is where the list ends with "or".
 */
static bool lists_purposes(const struct segments *g)
{
    static const char *const talks[] = {"confer",      "consult",    "meet",   "communicate",
                                        "collaborate", "cooperate",  "liaise", "interact",
                                        "work~ with",  "coordinate", "attend", "participate",
                                        "travel",      "speak",      "talk",   NULL};
    const struct phrase *head = g->list[0].verb;
    const struct segment *last = &g->list[g->count - 1];
    struct text joint = segment_joint(g->s, last); /* ", or " */
    for (const char *const *talk = talks; *talk != NULL && head != NULL; talk++)
        if (text_starts_with(head->words, text_from_string(*talk)))
            return true;
    return g->count > 2 && (text_starts_with(text_trim(joint), TEXT("or")) || names_result(last));
}

/*
 * Developing a budget to present and monitoring costs; meets donors to discuss gifts, drafts the
 * letters: no participle and no verb in -s goes on with "to".
 */
static bool is_inflected_as_head(const struct segments *g, size_t i)
{
    const struct phrase *head = g->list[0].verb, *verb = g->list[i].verb;
    bool is_sure =
        verb != NULL && (verb->form == VERB_ING || (verb->form == VERB_S && !g->list[i].is_weak));
    return head != NULL && is_sure && head->form == verb->form && g->list[i].has_object;
}

/*
 * … to plan and build solutions, to adjust, update or revise plans: the infinitive goes on, within
 * its clause, or as long as its verbs have no object yet.
 */
static bool continues_infinitive(const struct segments *g, size_t i)
{
    if (is_inflected_as_head(g, i))
        return false;
    bool is_list = lists_purposes(g);
    bool needs_bare = g->list[i].is_clause && !is_list;
    for (size_t k = i; k-- > 0;) {
        bool is_bare;
        const struct segment *before = &g->list[k];
        if (before->is_purpose) /* or to cure, dry or bake */
            return true;
        bool is_head = k == 0 && clause_is_infinitive(g->s, &g->s->clauses[0]) && /* To keep … */
                       g->list[i - 1].has_object && before->at.begin < g->s->clauses[0].at.end;
        if (!is_head && has_infinitive(g->s, before->at, &is_bare))
            return is_bare || !needs_bare;
        if (before->verb == NULL || (needs_bare && before->has_object))
            return false;
        needs_bare = !is_list && (needs_bare || before->is_clause);
    }
    return false;
}

/* with requisition and process questions: a word joined to one behind a preposition is a noun. */
static bool is_half_of_noun(const struct segments *g, size_t i)
{
    const struct sentence *s = g->s;
    const struct segment *segment = &g->list[i];
    const struct range before = g->list[i - 1].at;
    uint32_t last = before.end, from = before.begin;
    if (g->list[i - 1].verb != NULL && g->list[i - 1].behind < before.end)
        from = g->list[i - 1].behind; /* muck out hutches: "out" is the verb's */
    while (last > before.begin && s->chars[last - 1] == ' ')
        last--;
    while (last > before.begin && s->chars[last - 1] != ' ')
        last--;
    /* for hygiene and issues closure notices */
    bool is_verb_in_s = segment->verb->form == VERB_S && !segment->is_weak;
    return segment->is_joined && segment->verb->class == PHRASE_ACT_NOUN && !is_verb_in_s &&
           !segment_is_verb_in_ing(s, segment) && last > from &&
           sentence_ending(s, (struct range){from, last}, PHRASE_PREPOSITION) != NULL &&
           !english_is_verb_before(s, segment->behind, segment->at.end) &&
           !english_precedes_adjective(s, segment->behind, segment->at.end);
}

static bool has_examples(const struct segments *g, const struct segment *segment)
{
    struct text words = sentence_text(g->s, (struct range){segment->begin, segment->at.end});
    return text_find(words, TEXT("such as "), 0) != TEXT_NOT_FOUND ||
           text_find(words, TEXT("including "), 0) != TEXT_NOT_FOUND;
}

/*
 * …, such as tree restoration and weed control: what follows is a noun among nouns; not in …, such
 * as jams, and notify repairers, where a mark ends the only example.
 */
static bool follows_examples(const struct segments *g, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (has_examples(g, &g->list[k])) {
            struct range joint = {g->list[i].begin, g->list[i].at.begin};
            bool is_and = text_starts_with(text_trim(sentence_text(g->s, joint)), TEXT("and"));
            return k + 1 < i || !g->list[i].is_clause || !is_and;
        }
    return false;
}

/* A word among examples that may be a noun, and no article shows to be a verb. */
static bool is_example(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    bool may_be_noun = segment->is_weak || segment->verb->class != PHRASE_ACT;
    return may_be_noun && follows_examples(g, i) &&
           !english_is_verb_before(g->s, segment->behind, segment->at.end);
}

/* Helping clients with errands, such as paying bills or …; by styling hair or …: examples, means.
 */
static bool follows_means(const struct segments *g, const struct segment *segment)
{
    struct text front = sentence_text(g->s, (struct range){g->list[0].begin, segment->begin});
    return text_find(front, TEXT("such as "), 0) != TEXT_NOT_FOUND ||
           text_find(front, TEXT(" including "), 0) != TEXT_NOT_FOUND ||
           text_find(front, TEXT(" by "), 0) != TEXT_NOT_FOUND;
}

/* Mow lawns, file deeds and repair fences: each of three begins with a verb of its own. */
static bool all_begin_with_verbs(const struct segments *g)
{
    for (size_t i = 0; i < g->count; i++) {
        const struct segment *segment = &g->list[i];
        const struct phrase *verb = segment->verb;
        if (verb == NULL || !segment->has_object || segment->is_settled || segment->is_purpose ||
            verb->form != g->list[0].verb->form)
            return false;
        struct text word = sentence_text(g->s, (struct range){segment->at.begin, segment->behind});
        for (size_t k = 0; k < i; k++)
            if (text_equal_ascii_case(word, sentence_text(g->s, (struct range){g->list[k].at.begin,
                                                                               g->list[k].behind})))
                return false;
    }
    const struct segment *last = &g->list[g->count - 1];
    struct text joint = segment_joint(g->s, last);
    return g->count > 2 && g->list[0].verb->form != VERB_ING &&
           text_starts_with(text_trim(joint), TEXT("and"));
}

/*
 * …, set up tables for suppers, and other occasions; …, grinds meat, cleans fruits, and other
 * foods: surely an act, whatever list ends behind it.
 */
static bool is_surely_act(const struct segments *g, const struct segment *segment)
{
    struct text word = sentence_text(g->s, (struct range){segment->at.begin, segment->behind});
    struct text front = sentence_text(g->s, (struct range){g->list[0].begin, segment->begin});
    return segment->verb->class == PHRASE_ACT && segment->verb->form <= VERB_S &&
           !text_is_empty(segment->verb->words) &&
           sentence_at(g->s, segment->at.begin, PHRASE_THING) == NULL && /* cash flow statements */
           text_find(front, word, 0) == TEXT_NOT_FOUND; /* substitute drivers, substitute … */
}

/*
 * Align shafts, using jacks, squares, and plumb bobs: behind a participle and a mark the list of
 * what it is done with goes on, unless an article shows a verb.
 */
static bool is_in_list_of_means(const struct segments *g, size_t i)
{
    const struct phrase *head = g->list[0].verb;
    bool has_item = false;
    for (size_t k = i; k-- > 1 && head != NULL;) {
        const struct segment *before = &g->list[k];
        if (before->verb != NULL && before->verb->form == VERB_ING && before->is_clause)
            return has_item && head->form != VERB_ING &&
                   !english_is_verb_before(g->s, g->list[i].behind, g->list[i].at.end);
        if (before->verb != NULL && before->verb->form == head->form && !before->is_weak)
            return false;
        has_item = true;
    }
    return false;
}

/* Coordinate driver/monitor shifts: the mark is within a noun, where an object stands in front. */
static bool is_within_word(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    return segment->is_listed && g->list[i - 1].has_object && segment->begin > 0 &&
           g->s->chars[segment->begin - 1] == '/' && g->s->chars[segment->begin] != ' ';
}

/* Operating hoisting and lifting devices: two participles in front of one noun. */
static bool is_twin_participle(const struct segments *g, size_t i)
{
    const struct segment *before = &g->list[i - 1];
    struct text front =
        text_trim(sentence_text(g->s, (struct range){before->behind, before->at.end}));
    return before->verb != NULL && text_ends_with(front, TEXT("ing")) &&
           text_find(front, TEXT(" "), 0) == TEXT_NOT_FOUND;
}

/* Attends hearings, presents pleas and budget figures: a verb in -s where one stands at the head. */
static bool is_verb_in_s_as_head(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i], *head = &g->list[0];
    return segment->is_clause && segment->verb->form == VERB_S && !segment->is_weak &&
           segment->has_object && head->verb != NULL && head->verb->form == VERB_S &&
           head->has_object && i == 1 && !text_is_empty(segment->verb->words) &&
           sentence_at(g->s, segment->at.begin, PHRASE_THING) == NULL;
}

/* Lead the harvest, and work with millers on the grist: what is done with others is an act. */
static bool is_joined_helper(const struct segments *g, const struct segment *segment)
{
    struct text joint = segment_joint(g->s, segment);
    return segment->is_clause && english_helper_at(g->s, segment->at.begin) != NULL &&
           text_starts_with(text_trim(joint), TEXT("and"));
}

/* Carry out grass cutting, hedge cutting: two words, and works by name as in front. */
static bool is_named_work(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    struct text words = text_trim(sentence_text(g->s, segment->at)),
                front = text_trim(sentence_text(g->s, g->list[0].at));
    return segment->verb->form == VERB_BASE && text_ends_with(words, TEXT("ing")) &&
           text_ends_with(front, TEXT("ing")) &&
           english_word_before(g->s, segment->at.end).begin ==
               english_skip_word(g->s, segment->at.begin, segment->at.end);
}

/* Assisting crews with mooring, painting and …: with what they are helped, in a list. */
static bool is_helped_with(const struct segments *g, const struct segment *segment)
{
    const struct segment *first = &g->list[0];
    while (first->verb == NULL && first + 1 < g->list + g->count)
        first++;
    if (first->verb == NULL || first->verb->class != PHRASE_ACTOR ||
        first->verb->form != VERB_ING || segment <= first || segment->verb->form != VERB_ING)
        return false;
    struct range last = english_word_before(g->s, first->at.end);
    struct text lead = sentence_text(g->s, english_word_before(g->s, last.begin));
    return last.begin > first->behind && (text_is(lead, "with") || text_is(lead, "in")) &&
           text_ends_with(sentence_text(g->s, last), TEXT("ing"));
}

/* Settle differences between counts and records: the second of the two, and no verb. */
static bool is_second_of_two(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i], *before = &g->list[i - 1];
    struct text front = sentence_text(g->s, (struct range){before->behind, before->at.end});
    return segment->is_joined && !segment->is_clause &&
           text_find(front, TEXT(" between "), 0) != TEXT_NOT_FOUND &&
           !english_is_verb_before(g->s, segment->behind, segment->at.end);
}

/* …, and test drives: what the lists know as a thing, and nothing behind it. */
static bool is_whole_thing(const struct sentence *s, const struct segment *segment)
{
    const struct match *thing = sentence_at(s, segment->at.begin, PHRASE_THING);
    uint32_t end = thing == NULL ? 0 : skip_blanks(s, thing->at.end, segment->at.end);
    bool is_whole = end == segment->at.end ||
                    text_starts_with(text_from(s->text, s->offsets[end]), TEXT("of "));
    const struct match *tail = thing == NULL ? NULL : sentence_at(s, end, PHRASE_TAIL);
    bool is_kind = segment->is_joined && !segment->is_clause &&
                   tail != NULL && /* or service area */
                   tail->at.end == segment->at.end && thing->at.end == segment->behind &&
                   segment->verb->class == PHRASE_ACT_NOUN;
    return thing != NULL && (is_kind || (is_whole && thing->at.end > segment->behind));
}

/* Help the team draw up and keep rotas: the verb in front has the same object yet to come. */
static bool shares_object_helped_with(const struct segments *g, size_t i)
{
    const struct segment *before = &g->list[i - 1];
    const struct match *act = sentence_ending(g->s, before->at, PHRASE_ACT);
    return g->list[i].is_joined && before->verb != NULL && act != NULL &&
           before->verb->class == PHRASE_ACTOR && act->phrase->form == VERB_BASE &&
           act->at.begin > before->behind && !english_follows_determiner(g->s, act->at.begin) &&
           sentence_at(g->s, act->at.begin, PHRASE_ACT_NOUN) == NULL;
}

/* The daily, weekly and monthly cash counts: how often stands in front of a noun, as before. */
static bool goes_on_in_periods(const struct segments *g, size_t i)
{
    static const char *const periods[] = {"daily",     "weekly", "fortnightly", "monthly",
                                          "quarterly", "yearly", "annual",      NULL};
    const struct segment *segment = &g->list[i], *before = &g->list[i - 1];
    struct text last = sentence_text(g->s, english_word_before(g->s, before->at.end));
    struct text own = sentence_text(g->s, english_word_before(g->s, segment->at.begin));
    return segment->is_joined && text_is_one_of(last, periods) && text_is_one_of(own, periods);
}

bool english_is_unit(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    if (segment->is_purpose || continues_infinitive(g, i))
        return false;
    if (!has_form_of_head(g, segment) || !segment->has_object)
        return false;
    if (i > 0 && (is_half_of_noun(g, i) || is_in_list_of_means(g, i) || is_within_word(g, i)))
        return false;
    if (is_example(g, i) || is_named_work(g, i) || is_whole_thing(g->s, segment) ||
        is_helped_with(g, segment) || (i > 0 && is_second_of_two(g, i)))
        return false;
    if (i > 0 && (shares_object_helped_with(g, i) || goes_on_in_periods(g, i)))
        return false;
    bool is_ing = segment->verb->form == VERB_ING && segment->is_joined;
    if (is_ing && (segment_is_ing_of_name(g->s, segment) || is_twin_participle(g, i)))
        return false;
    if (segment->verb->form == VERB_ING && follows_means(g, segment))
        return false;
    if (all_begin_with_verbs(g))
        return true;
    if (segment->is_weak) /* …, calibrate pipettes and log temperatures */
        return (i + 1 == g->count && ends_in_act(g, segment->verb->form)) ||
               (i == 1 && segments_are_two_acts(g));
    return !segment->is_clause || is_surely_act(g, segment) || is_joined_helper(g, segment) ||
           is_verb_in_s_as_head(g, i) || ends_in_act(g, segment->verb->form) ||
           segment_is_surely_verb(g->s, english_word_end(g->s, segment->at.begin, segment->at.end),
                                  segment->at.end, false);
}

bool english_is_in_row(const struct segments *g, size_t i)
{
    return has_form_of_head(g, &g->list[i]) && !is_example(g, i) &&
           !is_helped_with(g, &g->list[i]) && !(i > 0 && continues_infinitive(g, i));
}

bool english_resumes(const struct segments *g, size_t settled, size_t i)
{
    const struct phrase *head = g->list[0].verb, *result = g->list[settled].verb;
    const struct segment *segment = &g->list[i];
    struct range joint = {segment->begin, segment->at.begin};
    bool is_and = text_starts_with(text_trim(sentence_text(g->s, joint)), TEXT("and"));
    bool is_parallel = head != NULL && result != NULL && result->class == PHRASE_IDLE &&
                       result->form == head->form && head->form <= VERB_S;
    return head != NULL && segment->verb != NULL && segment->verb->form == head->form &&
           segment->has_object && !segment->is_weak && !segment->is_settled &&
           !segment->is_purpose && is_and && (segment->is_clause || is_parallel);
}
