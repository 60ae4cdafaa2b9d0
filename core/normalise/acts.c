#include "core/normalise/acts.h"
#include "core/normalise/english_words.h"
#include "core/normalise/nominal_act.h"
#include "core/normalise/segments.h"
#include "core/normalise/verbs.h"

/* 銷售計畫, 考核記錄: what seems a verb is part of the noun behind it. */
static bool is_part_of_noun(const struct segments *g, const struct segment *segment)
{
    return segment->is_weak && (sentence_ending(g->s, segment->at, PHRASE_TAIL) != NULL ||
                                sentence_ending(g->s, segment->at, PHRASE_MATTER) != NULL);
}

/* 辦理點收、立案及保管作業: what stands between is the work, by name. */
static bool is_named_work(const struct segments *g, size_t first)
{
    static const char *const verbs[] = {"办理", "辦理", "执行", "執行", "进行", "進行", "从事",
                                        "從事", "承办", "承辦", "开展", "開展", NULL};
    static const char *const ends[] = {"作业", "作業", "工作", "事宜", "事项", "事項",
                                       "业务", "業務", "事务", "事務", NULL};
    size_t last = first;
    while (last + 1 < g->count && !g->list[last + 1].is_clause)
        last++;
    struct text words = text_trim(sentence_text(g->s, g->list[last].at));
    return text_ends_with_one_of(words, ends) && g->list[first].verb != NULL &&
           text_is_one_of(g->list[first].verb->words, verbs);
}

/*
 * Whether the segments of the list around begin with acts, not all of them doubtful; in
 * 接聽電話、訂購文具 the first one decides.
 */
static bool all_act(const struct segments *g, size_t at)
{
    size_t first = at;
    while (!g->list[first].is_clause && first > 0)
        first--;
    const struct segment *head = &g->list[first];
    if (is_named_work(g, first) || head->is_named)
        return false;
    bool is_sure = false, is_led = head->verb != NULL && head->verb->length > 0 &&
                                   head->has_object && !head->is_weak;
    for (size_t i = first + 1; i < g->count && !g->list[i].is_clause; i++) {
        if (g->list[i].verb == NULL || !g->list[i].has_object)
            return false;
        is_sure = is_sure || !g->list[i].is_weak;
        is_led = is_led && !is_part_of_noun(g, &g->list[i]);
    }
    return is_sure || is_led;
}

/* …, using computers; …, so that nothing is lost: it belongs to the acts in front. */
static bool tells_how(const struct segment *segment, enum verb_form form)
{
    return segment->is_settled ||
           (form != VERB_ING && segment->verb != NULL && segment->verb->form == VERB_ING);
}

/*
 * English: the last item of the list is an act, so those in front of it are; where it may be a
 * noun, one in the middle that may not decides.
 */
static bool ends_in_act(const struct segments *g, enum verb_form form)
{
    const struct segment *last = &g->list[g->count - 1];
    bool is_open = sentence_find(g->s, last->at, PHRASE_VAGUE) != NULL && g->count > 1;
    bool is_sure = false;
    while (last > g->list && tells_how(last, form))
        last--;
    last -= is_open && last > g->list;
    for (const struct segment *i = g->list + 1; i <= last && !is_sure; i++)
        is_sure = i->verb != NULL && i->verb->form == form && i->has_object && !i->is_weak &&
                  (i->is_clause || i == last); /* manage and maintain …: one act */
    return last->verb != NULL && last->verb->form == form && is_sure;
}

/* As tasked, conducts …: what only says when; Sales - Prepares …: a caption. */
static bool stands_before_head(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    const struct clause *clause = sentence_clause_at(g->s, segment->begin);
    return segment->verb == NULL &&
           (sentence_at(g->s, segment->begin, PHRASE_PREPOSITION) != NULL ||
            (segment->is_clause && clause != NULL && clause->is_caption));
}

/* …, as well as chasing arrears: an act, whatever form the head has. */
static bool is_participle_as_well(const struct sentence *s, const struct segment *segment)
{
    struct text joint = sentence_text(s, (struct range){segment->begin, segment->at.begin});
    return segment->verb != NULL && segment->verb->class == PHRASE_ACT &&
           segment->verb->form == VERB_ING && segment->has_object &&
           text_starts_with(text_trim(joint), TEXT("as well as"));
}

/* An English verb joined to the head has its form; else it is a noun, or tells how. */
static bool has_form_of_head(const struct segments *g, const struct segment *segment)
{
    size_t first = 0;
    while (first + 1 < g->count && g->list[first + 1].is_clause && stands_before_head(g, first))
        first++;
    const struct phrase *head = g->list[first].verb;
    bool is_modal = head != NULL && head->form == VERB_S && segment->verb != NULL &&
                    segment->verb->form == VERB_BASE && g->s->language == LANG_EN &&
                    english_follows_modal(g->s, segment->at.begin); /* …, and may arrest … */
    return g->s->language != LANG_EN || is_participle_as_well(g->s, segment) || is_modal ||
           (head != NULL && segment->verb != NULL && head->form == segment->verb->form);
}

/* Where an infinitive stands in the segment: "to plan"; *is_bare when it ends there. */
static bool has_infinitive(const struct sentence *s, struct range at, bool *is_bare)
{
    *is_bare = false;
    for (uint32_t k = s->first[at.begin]; k < s->first[at.end]; k++) {
        const struct match *to = &s->matches[k];
        uint32_t next = skip_blanks(s, to->at.end, at.end);
        const struct match *act = sentence_act_at(s, next);
        const struct match *adverb = sentence_at(s, next, PHRASE_MODIFIER);
        if (act == NULL && adverb != NULL)
            act = sentence_act_at(s, skip_blanks(s, adverb->at.end, at.end));
        if (act == NULL)
            act = sentence_at(s, next, PHRASE_IDLE); /* to ensure a safe and clean stay */
        if (!text_is(to->phrase->words, "to") || act == NULL || act->phrase->form != VERB_BASE)
            continue;
        *is_bare = skip_blanks(s, act->at.end, at.end) == at.end;
        return true;
    }
    return false;
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
    struct text joint =
        sentence_text(g->s, (struct range){last->begin, last->at.begin}); /* ", or " */
    for (const char *const *talk = talks; *talk != NULL && head != NULL; talk++)
        if (text_starts_with(head->words, text_from_string(*talk)))
            return true;
    bool ends_in_result = last->verb != NULL && last->verb->class == PHRASE_IDLE &&
                          last->is_settled; /* to deter …, identify …, and ensure … */
    return g->count > 2 && (text_starts_with(text_trim(joint), TEXT("or")) || ends_in_result);
}

/* Developing a budget to present and monitoring costs: no participle goes on with "to". */
static bool is_participle_of_head(const struct segments *g, size_t i)
{
    const struct phrase *head = g->list[0].verb, *verb = g->list[i].verb;
    return head != NULL && verb != NULL && head->form == VERB_ING && verb->form == VERB_ING &&
           g->list[i].has_object;
}

/*
 * … to plan and build solutions, to adjust, update or revise plans: the infinitive goes on, within
 * its clause, or as long as its verbs have no object yet.
 */
static bool continues_infinitive(const struct segments *g, size_t i)
{
    if (is_participle_of_head(g, i))
        return false;
    bool is_list = lists_purposes(g);
    bool needs_bare = g->list[i].is_clause && !is_list;
    for (size_t k = i; k-- > 0;) {
        bool is_bare;
        const struct segment *before = &g->list[k];
        if (before->is_purpose) /* or to cure, dry or bake */
            return true;
        if (has_infinitive(g->s, before->at, &is_bare))
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
           !english_is_verb_before(s, segment->behind, segment->at.end);
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
    return g->s->language == LANG_EN && may_be_noun && follows_examples(g, i) &&
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
    struct text joint = sentence_text(g->s, (struct range){last->begin, last->at.begin});
    return g->count > 2 && g->list[0].verb->form != VERB_ING &&
           text_starts_with(text_trim(joint), TEXT("and"));
}

/*
 * …, set up tables for suppers, and other occasions; …, grinds meat, cleans fruits, and other
 * foods: surely an act, whatever list ends behind it.
 */
static bool is_surely_act(const struct segment *segment)
{
    return segment->verb->class == PHRASE_ACT && segment->verb->form <= VERB_S &&
           !text_is_empty(segment->verb->words);
}

static bool is_english_unit(const struct segments *g, size_t i)
{
    const struct segment *segment = &g->list[i];
    if (segment->is_purpose || continues_infinitive(g, i))
        return false;
    if (!has_form_of_head(g, segment) || !segment->has_object)
        return false;
    if (i > 0 && is_half_of_noun(g, i))
        return false;
    if (is_example(g, i))
        return false;
    bool is_ing = segment->verb->form == VERB_ING && segment->is_joined;
    if (is_ing && segment_is_ing_of_name(g->s, segment))
        return false;
    if (segment->verb->form == VERB_ING && follows_means(g, segment))
        return false;
    if (all_begin_with_verbs(g))
        return true;
    if (segment->is_weak) /* …, calibrate pipettes and log temperatures */
        return (i + 1 == g->count && ends_in_act(g, segment->verb->form)) ||
               (i == 1 && segments_are_two_acts(g));
    return !segment->is_clause || is_surely_act(segment) || ends_in_act(g, segment->verb->form) ||
           segment_is_surely_verb(g->s, english_word_end(g->s, segment->at.begin, segment->at.end),
                                  segment->at.end, false);
}

/* 館藏圖書之編目與上架: verbs behind 之 or 的 are nouns. */
static bool is_nominal(const struct sentence *s, struct range at)
{
    uint32_t last = at.end == at.begin ? at.begin : at.end - 1;
    for (uint32_t i = at.begin; i < last; i++)
        if (s->chars[i] == 0x4E4B || s->chars[i] == 0x7684)
            return true;
    return false;
}

/*
 * 栽種植物及收集種子: 及, 和 join acts where a verb that is no noun has its object behind it, as
 * the one in front has; not in 登記訪客及修理工人, 負責….
 */
static bool is_joined_act(const struct segments *g, size_t i)
{
    size_t first = i;
    while (first > 0 && !g->list[first].is_clause)
        first--;
    if (is_named_work(g, first))
        return false;
    const struct segment *segment = &g->list[i], *before = &g->list[i - 1];
    const struct match *party = sentence_at(g->s, segment->behind, PHRASE_PARTY);
    bool is_person = party != NULL && party->phrase->length == 1; /* 承包商 */
    return !is_person && !segment->is_weak && before->verb != NULL && before->has_object &&
           before->verb->length > 0 && !is_nominal(g->s, before->at) &&
           sentence_ending(g->s, segment->at, PHRASE_TAIL) == NULL &&
           sentence_find(g->s, segment->at, PHRASE_AD_HOC) == NULL &&
           !segment_is_of_party(g->s, segment->behind, segment->at.end);
}

/* …工作、執行…工作: what such a verb begins is no object of the one in front. */
static bool is_light_verb(const struct segment *segment)
{
    static const char *const verbs[] = {"执行", "執行", "办理", "辦理", "从事", "從事", NULL};
    return segment->verb->class == PHRASE_IDLE || text_is_one_of(segment->verb->words, verbs);
}

/* 協助組長搜集並編製資料: a helper's party does both to what stands behind the second. */
static bool shares_object(const struct segments *g, size_t i)
{
    const struct segment *before = &g->list[i - 1];
    const struct match *act = sentence_ending(g->s, before->at, PHRASE_ACT);
    return g->list[i].is_strung && before->verb != NULL && before->verb->class == PHRASE_ACTOR &&
           act != NULL && act->at.begin > before->behind;
}

/* …，確保…，做好接待; …，對幹部予以輔導: surely an act, and no part of the result in front. */
static bool acts_behind_result(const struct sentence *s, const struct segment *segment)
{
    static const char *const light[] = {"做好", "搞好", "抓好", NULL};
    bool is_light =
        segment->verb->class == PHRASE_IDLE && text_is_one_of(segment->verb->words, light);
    return segment->verb->class == PHRASE_ACT ||
           (segment->is_clause &&
            (is_light || text_has(TEXT("对将把"), s->chars[segment->at.begin])));
}

/* Whether the segment begins an act of its own. */
static bool is_unit(const struct segments *g, size_t i, bool after_result)
{
    const struct segment *segment = &g->list[i];
    if (segment->verb == NULL || segment->is_settled)
        return false;
    if (i == 0 || segment->is_named)
        return true;
    if (g->s->language == LANG_EN)
        return is_english_unit(g, i);
    if (!segment->has_object || (after_result && !acts_behind_result(g->s, segment)))
        return false;
    if (shares_object(g, i))
        return false;
    bool is_light = g->list[0].verb != NULL && g->list[0].has_object && is_light_verb(segment);
    return segment->is_clause || segment->is_strung ||
           (segment->is_listed && (is_light || all_act(g, i))) ||
           (segment->is_joined && is_joined_act(g, i));
}

struct acts {
    struct range *list;
    uint32_t *begins; /* with joining words: where the act in front ends */
    size_t count;
};

static void add_act(struct acts *acts, const struct segment *segment)
{
    if (acts->count == ACTS_MAX)
        return;
    acts->begins[acts->count] = segment->begin;
    acts->list[acts->count++] = segment->at;
}

/*
 * English: Process orders, ensure accuracy, and file invoices; …, ensuring compliance, and
 * maintaining records: behind a result an act of the head's form goes on, where a mark and "and"
 * stand in front or the result is told by a verb of that form.
 */
static bool resumes(const struct segments *g, size_t settled, size_t i)
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

/* The acts of one sentence; a chain of verbs with one object is one, from its first verb. */
static void find_units(const struct segments *g, struct acts *acts)
{
    bool after_result = false, is_open = false; /* verbs stand there, their object does not yet */
    size_t chain = 0, settled = 0;
    for (size_t i = 0; i < g->count; i++) {
        const struct segment *segment = &g->list[i];
        after_result |=
            segment->is_settled && !segment->is_how && g->s->language != LANG_EN && i > 0;
        if (g->s->language == LANG_EN && segment->is_settled && i > 0 && settled == 0)
            settled = i;
        if (settled > 0 && !resumes(g, settled, i))
            continue; /* what follows belongs to the result */
        bool is_verb = segment->verb != NULL && !segment->is_settled &&
                       has_form_of_head(g, segment) && !is_example(g, i) &&
                       !(i > 0 && g->s->language == LANG_EN && continues_infinitive(g, i));
        if (is_verb && !segment->has_object) {
            chain = is_open ? chain : i;
            is_open = i == 0 || is_open || segment->is_clause ||
                      (segment->is_strung && g->s->language != LANG_EN);
            continue;
        }
        size_t first = is_open ? chain : i;
        bool counts = is_unit(g, first, after_result) || (is_open && is_verb);
        is_open = false;
        if (counts)
            add_act(acts, &g->list[first]);
    }
    if (is_open && chain == 0)
        add_act(acts, &g->list[0]);
}

/* Each act ends where the next one begins, marks and joining words off. */
static void settle_ends(const struct sentence *s, const struct acts *acts)
{
    for (size_t i = 0; i < acts->count; i++) {
        uint32_t end = i + 1 < acts->count ? acts->begins[i + 1] : s->count;
        for (bool trims = true; trims && end > acts->list[i].begin;) {
            uint32_t c = s->chars[end - 1];
            trims = c == ' ' || c == ',' || c == ';' || c == '.' || c == 0x3002 || c == 0x3001;
            end -= trims;
            for (uint32_t k = end > 8 ? end - 8 : 0; !trims && k < end; k++) {
                const struct match *and = segment_joint_at(s, k);
                trims = and != NULL && and->at.end == end;
                end = trims ? k : end;
            }
        }
        acts->list[i].end = end;
    }
}

size_t acts_find(const struct sentence *s, struct range list[ACTS_MAX])
{
    uint32_t begins[ACTS_MAX];
    struct acts acts = {list, begins, 0};
    struct segments g = {.s = s};
    for (size_t i = 0; i < s->clause_count; i++) {
        segments_split(&g, &s->clauses[i]);
        if (i + 1 < s->clause_count && s->clauses[i + 1].sentence == s->clauses[i].sentence)
            continue;
        find_units(&g, &acts);
        g.count = 0;
    }
    settle_ends(s, &acts);
    return acts.count;
}
