#include "core/check/wording_helper.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* How many characters behind the verb may say whom it helps, and how. */
enum { HELP_REACH = 600 };

/* What stands behind the verb; each part may be empty. */
struct help {
    const struct sentence *s;
    struct range whom;   /* the team; or the work itself: operations */
    struct text lead;    /* in, with, by, to …: leads to the matter */
    struct range matter; /* preparing reports; budgets */
};

static struct range word_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    struct range word = {at, at};
    while (word.end < end && s->chars[word.end] != ' ' && s->chars[word.end] != ',')
        word.end++;
    return word;
}

static bool is_word_among(const struct sentence *s, struct range word, const char *const *words)
{
    return text_is_one_of(sentence_text(s, word), words);
}

/* Closely, actively, as needed: what stands between the verb and whom it helps. */
static uint32_t skip_adverb(const struct sentence *s, uint32_t at, uint32_t end)
{
    struct range word = word_at(s, at, end);
    const struct match *vague = sentence_at(s, at, PHRASE_VAGUE);
    if (vague != NULL && text_starts_with(vague->phrase->words, TEXT("as ")))
        return skip_blanks(s, vague->at.end, end);
    return text_ends_with(sentence_text(s, word), TEXT("ly")) ? skip_blanks(s, word.end, end) : at;
}

static struct help read_help(const struct sentence *s, uint32_t begin, uint32_t end)
{
    static const char *const leads[] = {"in",        "with",       "by",      "on",
                                        "for",       "to",         "through", "about",
                                        "regarding", "concerning", "over",    NULL};
    static const char *const ends[] = {"as",         "when",  "while",  "if",        "during",
                                       "at",         "where", "under",  "before",    "after",
                                       "throughout", "until", "within", "including", NULL};
    for (uint32_t at = begin; at < end;) {
        struct range word = word_at(s, at, end);
        uint32_t behind_adverb = skip_adverb(s, at, end);
        bool is_named = at > begin && s->chars[begin] != ',';
        if (is_named && behind_adverb > at && s->chars[at] == 'a') { /* as needed in doing … */
            at = behind_adverb;
            continue;
        }
        if (is_word_among(s, word, ends) && at > begin && !s->in_brackets[at])
            return (struct help){.s = s, .whom = {begin, at}, .matter = {end, end}};
        if (is_word_among(s, word, leads) && !s->in_brackets[at])
            return (struct help){
                s, {begin, at}, sentence_text(s, word), {skip_blanks(s, word.end, end), end}};
        at = word.end;
        while (at < end && (s->chars[at] == ' ' || s->chars[at] == ','))
            at++;
    }
    return (struct help){.s = s, .whom = {begin, end}, .matter = {end, end}};
}

static bool is_gerund_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    struct range range = word_at(s, at, end);
    struct text word = sentence_text(s, range);
    const struct match *act = sentence_act_at(s, at);
    if (!text_ends_with(word, TEXT("ing")))
        return false;
    static const char *const both[] = {"planning", "scheduling", "recruiting", NULL};
    uint32_t next = skip_blanks(s, range.end, end);
    bool has_object = next > range.end && next < end && text_is_one_of(word, both) &&
                      sentence_at(s, next, PHRASE_PREPOSITION) == NULL &&
                      sentence_at(s, next, PHRASE_JOIN) == NULL; /* in planning sessions */
    return english_is_verb_before(s, range.end, end) || has_object ||
           (act != NULL && act->phrase->form == VERB_ING && !english_is_noun_in_ing(word));
}

/* In planning, … and …: what may be a noun in -ing, and a list goes on behind it. */
static bool is_listed_in_ing(const struct sentence *s, uint32_t at, uint32_t end)
{
    struct range word = word_at(s, at, end);
    uint32_t next = skip_blanks(s, word.end, end);
    return next < end && (s->chars[next] == ',' || sentence_at(s, next, PHRASE_JOIN) != NULL) &&
           text_ends_with(sentence_text(s, word), TEXT("ing"));
}

/* "in preparing and filing returns": not "in marketing", "with training of staff": nouns. */
static bool begins_with_gerund(const struct sentence *s, struct range in)
{
    bool is_gerund = false;
    uint32_t at = skip_adverb(s, in.begin, in.end);
    while (at < in.end) {
        bool is_act = is_gerund_at(s, at, in.end);
        if (!is_act && !is_listed_in_ing(s, at, in.end) && sentence_at(s, at, PHRASE_JOIN) == NULL)
            return is_gerund && sentence_at(s, at, PHRASE_PREPOSITION) == NULL;
        is_gerund = is_gerund || is_act;
        const struct match *act = is_act ? sentence_act_at(s, at) : NULL;
        uint32_t last = word_at(s, at, in.end).end;
        at = act != NULL && act->at.end > last ? act->at.end : last; /* setting up trays */
        while (at < in.end && (s->chars[at] == ' ' || s->chars[at] == ','))
            at++;
    }
    return false;
}

/* "help define", "help maintain the": a verb, or what an article shows to be one. */
static bool is_infinitive_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    const struct match *act = sentence_act_at(s, at);
    bool is_shown = english_is_verb_before(s, word_at(s, at, end).end, end);
    return act == NULL
               ? is_shown
               : act->phrase->form == VERB_BASE && (act->phrase->class == PHRASE_ACT || is_shown);
}

/* Other work as assigned, and nothing else: W402 says so. */
static bool is_ad_hoc_only(const struct sentence *s, uint32_t begin, uint32_t end)
{
    const struct match *ad_hoc = sentence_find(s, (struct range){begin, end}, PHRASE_AD_HOC);
    return ad_hoc != NULL && ad_hoc->at.begin <= english_skip_word(s, begin, end);
}

/* To achieve objectives, to aid them: whose act that is, is as open as before. */
static bool aims_only(const struct sentence *s, struct range matter)
{
    static const char *const aims[] = {
        "achieve",  "accomplish", "attain",     "aid",     "assist",     "support",  "help",
        "advance",  "further",    "contribute", "reach",   "lead",       "empower",  "enable",
        "ensure",   "insure",     "improve",    "enhance", "strengthen", "increase", "maximise",
        "maximize", "optimise",   "optimize",   NULL};
    uint32_t at = skip_adverb(s, matter.begin, matter.end);
    return is_word_among(s, word_at(s, at, matter.end), aims) ||
           sentence_at(s, at, PHRASE_ACTOR) != NULL;
}

/* To carry out essential functions, to perform duties: which they are is left open. */
static bool names_duties_only(const struct sentence *s, struct range matter)
{
    static const char *const verbs[] = {"carry out", "perform",   "fulfil",
                                        "execute",   "discharge", NULL};
    static const char *const works[] = {"functions", "duties", "responsibilities", "tasks", NULL};
    struct text words = text_trim(sentence_text(s, matter));
    return text_starts_with_one_of(words, verbs) && text_ends_with_one_of(words, works);
}

/* Support the manager to make sure that …: by what is as open as before. */
static bool only_ensures(const struct help *help)
{
    struct text matter = sentence_text(help->s, help->matter);
    if (text_is(help->lead, "in"))
        return text_starts_with(matter, TEXT("ensuring")) ||
               text_starts_with(matter, TEXT("making sure"));
    return text_is(help->lead, "to") &&
           (text_starts_with(matter, TEXT("make sure")) ||
            text_starts_with(matter, TEXT("insure")) || text_starts_with(matter, TEXT("ensure")));
}

/* On busy days, over the weekend: when, and in nothing. */
static bool tells_when(const struct help *help)
{
    static const char *const leads[] = {"on", "over", NULL};
    const struct sentence *s = help->s;
    struct range last = {help->matter.begin, help->matter.end};
    while (last.end > last.begin && text_has(TEXT(" ."), s->chars[last.end - 1]))
        last.end--;
    return text_is_one_of(help->lead, leads) && sentence_ending(s, last, PHRASE_BUSY_TIME) != NULL;
}

/* Works alongside the clerks on the audit, with colleagues on a plan: on what both do alike. */
static bool works_side_by_side(const struct help *help, const struct match *verb)
{
    static const char *const ways[] = {" alongside", " together with", " side by side with",
                                       " shoulder to shoulder with", NULL};
    static const char *const peers[] = {"colleagues", "other colleagues", "others", "peers", NULL};
    struct text whom = text_trim(sentence_text(help->s, help->whom));
    return text_is(help->lead, "on") && text_starts_with(verb->phrase->words, TEXT("work")) &&
           !begins_with_gerund(help->s, help->matter) &&
           (text_ends_with_one_of(verb->phrase->words, ways) || text_is_one_of(whom, peers));
}

/* By which act, or on what: nothing is left open. */
static bool tells_part(const struct help *help, const struct match *verb)
{
    static const char *const matters[] = {"on",        "through",    "about", "over",
                                          "regarding", "concerning", NULL};
    static const char *const nouns[] = {"in", "with", "for", NULL};
    const struct sentence *s = help->s;
    if (tells_when(help) || works_side_by_side(help, verb))
        return false;
    if (text_is_one_of(help->lead, matters) || text_is(help->lead, "by"))
        return true;
    if (text_is_one_of(help->lead, nouns))
        return begins_with_gerund(s, help->matter);
    return text_is(help->lead, "to") && !aims_only(s, help->matter) &&
           !names_duties_only(s, help->matter);
}

/* "by passing instruments", "in planning sessions" anywhere behind; not "by accomplishing results",
 * which says no more. */
static bool tells_means(const struct help *help, const struct match *verb, uint32_t end)
{
    static const char *const by[] = {"by", NULL}, *const by_or_in[] = {"by", "in", NULL};
    static const char *const empty[] = {"accomplishing", "achieving",    "assisting",  "supporting",
                                        "helping",       "contributing", "performing", NULL};
    const struct sentence *s = help->s;
    bool is_with = text_ends_with(verb->phrase->words, TEXT(" with"));
    for (uint32_t at = help->whom.begin; at < end; at = english_skip_word(s, at, end)) {
        struct range word = word_at(s, at, end);
        uint32_t next = skip_blanks(s, word.end, end);
        if (is_word_among(s, word, is_with ? by_or_in : by) &&
            !is_word_among(s, word_at(s, next, end), empty) &&
            begins_with_gerund(s, (struct range){next, end}))
            return true;
    }
    return false;
}

/* Assist the steward, fetching oars and counting buoys: by which acts, behind a mark. */
static bool tells_participle(const struct sentence *s, const struct match *verb)
{
    static const char *const empty[] = {"including", "assisting", "supporting", "helping",
                                        "making",    "providing", "working",    NULL};
    const struct clause *first = sentence_clause_at(s, verb->at.begin);
    const struct clause *next = first == NULL ? NULL : first + 1;
    return next != NULL && verb->phrase->form != VERB_ING && next < s->clauses + s->clause_count &&
           next->sentence == first->sentence && next->kind == CLAUSE_ACT && next->verb != NULL &&
           next->verb->form == VERB_ING && next->verb->class == PHRASE_ACT &&
           next->act.begin == next->at.begin && next->act.end < next->at.end &&
           !text_is_one_of(sentence_text(s, next->act), empty);
}

/* Through the provision of charts: by which work, named as a noun. */
static bool says_through_what(const struct help *help, uint32_t end)
{
    struct text words = sentence_text(help->s, (struct range){help->whom.begin, end});
    size_t through = text_find(words, TEXT("through the "), 0);
    return through != TEXT_NOT_FOUND && text_find(words, TEXT(" of "), through) != TEXT_NOT_FOUND;
}

/* What it is done to: assist with, take part in, contribute to: the work; else whom. */
static bool names_work(const struct sentence *s, const struct match *verb)
{
    static const char *const helpers[] = {"assist", "help",    "aid",        "provide",
                                          "give",   "offer",   "lend",       "pitch",
                                          "chip",   "involve", "contribute", NULL};
    struct text last = sentence_text(s, english_word_before(s, verb->at.end));
    struct text words = verb->phrase->words;
    bool is_helper = text_starts_with_one_of(words, helpers);
    if (text_starts_with(words, TEXT("contribute")))
        return true;
    return text_is(last, "in") || text_is(last, "on") || (text_is(last, "with") && is_helper);
}

/* Helps the chairperson fulfil his duties: what they are is left open. */
static bool is_empty_act(const struct help *help, const struct match *act)
{
    static const char *const verbs[] = {"fulfil",  "fulfill",   "perform", "discharge", "execute",
                                        "conduct", "carry out", "do",      NULL};
    static const char *const results[] = {"reach",  "achieve", "hit",     "meet", "attain",
                                          "exceed", "surpass", "deliver", NULL};
    static const char *const aims[] = {"target",  "goal",     "budget", "quota", "objective",
                                       "revenue", "turnover", "sales",  "%",     NULL};
    const struct sentence *s = help->s;
    struct text verb = sentence_text(s, act->at);
    struct text rest = sentence_text(s, (struct range){act->at.end, help->whom.end});
    bool is_work = text_find(rest, TEXT("duties"), 0) != TEXT_NOT_FOUND ||
                   text_find(rest, TEXT("responsibilities"), 0) != TEXT_NOT_FOUND ||
                   text_find(rest, TEXT(" role"), 0) != TEXT_NOT_FOUND;
    for (size_t i = 0; aims[i] != NULL && text_is_one_of(verb, results); i++)
        if (text_find(sentence_text(s, (struct range){act->at.end, s->count}),
                      text_from_string(aims[i]), 0) != TEXT_NOT_FOUND)
            return true; /* helps the team reach its target */
    return is_work && text_starts_with_one_of(verb, verbs);
}

/* Helps the harbour master|chart the shoals: any verb of the dictionary, with an object behind it. */
static bool is_what_they_do(const struct help *help, const struct match *verb, uint32_t at)
{
    const struct sentence *s = help->s;
    struct range word = word_at(s, at, help->whom.end);
    uint32_t next = skip_blanks(s, word.end, help->whom.end);
    enum verb_form form = VERB_S;
    enum verb_kind kind = verb_of_english(&s->chars[word.begin], word.end - word.begin, &form);
    const struct match *act = sentence_act_at(s, at);
    return text_is(verb->phrase->words, "help~") && kind != VERB_NONE && form == VERB_BASE &&
           (act == NULL || !is_empty_act(help, act)) && next > word.end && next < help->whom.end &&
           sentence_at(s, at, PHRASE_PARTY) == NULL &&
           sentence_at(s, at, PHRASE_PARTY_TAIL) == NULL &&
           sentence_at(s, at, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, next, PHRASE_PREPOSITION) == NULL &&
           sentence_at(s, next, PHRASE_JOIN) == NULL;
}

/* Help residents dress: whom it helps is a plural or stands alone, and does it. */
static bool helps_do(const struct help *help, const struct match *verb)
{
    const struct sentence *s = help->s;
    for (uint32_t at = help->whom.begin; at < help->whom.end;) {
        const struct match *act = sentence_act_at(s, at);
        struct range word = english_word_before(s, at);
        struct text before = sentence_text(s, word);
        struct range front = {help->whom.begin, word.end > help->whom.begin ? word.end : at};
        bool is_person = sentence_ending(s, front, PHRASE_PARTY) != NULL || /* the cook|peel … */
                         sentence_ending(s, front, PHRASE_RECIPIENT) != NULL;
        if (is_person && at > help->whom.begin && is_what_they_do(help, verb, at))
            return true;
        bool is_whose = text_ends_with(before, TEXT("'s")) || text_ends_with(before, TEXT("’s"));
        bool is_plural = english_ends_in_s(before) && !is_whose && /* the vicar's work, this work */
                         !english_follows_determiner(s, at);
        bool is_verb = act != NULL && act->phrase->form == VERB_BASE && at > help->whom.begin &&
                       !english_follows_modal(s, at) && /* … and shall assume the duties */
                       !is_empty_act(help, act);
        bool is_last = is_verb && skip_blanks(s, act->at.end, s->count) == help->whom.end;
        if (is_verb && (english_is_verb_before(s, act->at.end, s->count) ||
                        (is_plural && (act->phrase->class == PHRASE_ACT || is_last)) ||
                        (is_person && act->phrase->class == PHRASE_ACT && !is_last)))
            return true;
        at = english_skip_word(s, at, help->whom.end);
    }
    return false;
}

/* Help passengers off the boat, assist patients out of bed: where they come to is what is done. */
static bool helps_move(const struct help *help)
{
    static const char *const ways[] = {"off",  "out",    "into", "onto", "aboard", "across", "down",
                                       "past", "ashore", "home", "over", "up",     NULL};
    static const char *const sure[] = {"into", "onto", "aboard", "off", "out", NULL};
    const struct sentence *s = help->s;
    uint32_t end = help->whom.end, at = english_skip_word(s, help->whom.begin, end);
    bool follows_of = false; /* guests of the home into the bath; the head of the house over … */
    for (; at > help->whom.begin && at < end; at = english_skip_word(s, at, end)) {
        if (is_word_among(s, word_at(s, at, end), follows_of ? sure : ways))
            return true;
        bool is_of = text_is(sentence_text(s, word_at(s, at, end)), "of");
        follows_of = follows_of || is_of;
        if (!is_of && sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return false;
    }
    return false;
}

/* Contribute features to projects: things that can be counted, and no ideas of them. */
static bool hands_in_things(const struct help *help)
{
    struct range last = english_word_before(help->s, help->whom.end);
    return text_is(help->lead, "to") && last.begin >= help->whom.begin &&
           english_ends_in_s(sentence_text(help->s, last)) &&
           sentence_at(help->s, last.begin, PHRASE_IDEA) == NULL;
}

/* Contribute an article to the gazette: what is handed in, and no idea of it. */
static bool hands_in(const struct help *help, const struct match *verb)
{
    static const char *const articles[] = {"a",           "an",    "the",      "one",     "two",
                                           "three",       "its",   "articles", "recipes", "columns",
                                           "photographs", "posts", "code",     "content", "copy",
                                           "patches",     NULL};
    const struct sentence *s = help->s;
    uint32_t at = help->whom.begin;
    bool is_number = at < help->whom.end && s->chars[at] >= '0' && s->chars[at] <= '9';
    return text_is(verb->phrase->words, "contribute~") &&
           (is_number || is_word_among(s, word_at(s, at, help->whom.end), articles) ||
            hands_in_things(help));
}

/* Students, faculty and staff: among those helped are some whom the work is for. */
static bool helps_customers(const struct help *help)
{
    static const char *const colleagues[] = {"internal", "team",      "staff",   "crew",
                                             "board",    "committee", "faculty", NULL};
    const struct sentence *s = help->s;
    for (uint32_t i = s->first[help->whom.begin]; i < s->first[help->whom.end]; i++) {
        const struct match *match = &s->matches[i];
        uint32_t next = skip_blanks(s, match->at.end, help->whom.end);
        struct text before = sentence_text(s, english_word_before(s, match->at.begin));
        if (match->phrase->class == PHRASE_RECIPIENT && !text_is_one_of(before, colleagues) &&
            (next == help->whom.end || s->chars[next] == ',' || s->chars[next] == '/' ||
             sentence_at(s, next, PHRASE_JOIN) != NULL))
            return true;
    }
    return false;
}

/* Clay and glaze: neither a party nor a plural or a name, and no article. */
static bool names_stuff(const struct sentence *s, struct range whom)
{
    struct text words = text_trim(sentence_text(s, whom));
    bool is_name = !text_is_empty(words) && words.data[0] >= 'A' && words.data[0] <= 'Z';
    return !text_is_empty(words) && !is_name && !english_is_verb_before(s, whom.begin, whom.end) &&
           !english_ends_in_s(words) && sentence_find(s, whom, PHRASE_PARTY) == NULL &&
           sentence_find(s, whom, PHRASE_RECIPIENT) == NULL;
}

/* Work with the cash register: a thing, which nobody helps. */
static bool works_with_thing(const struct help *help, const struct match *verb)
{
    const struct sentence *s = help->s;
    const struct clause *clause = sentence_clause_at(s, verb->at.begin);
    struct range whom = help->whom;
    if (clause != NULL && clause->at.end < whom.end && clause->at.end >= whom.begin)
        whom.end = clause->at.end;
    struct range last = english_word_before(s, whom.end);
    return text_starts_with(verb->phrase->words, TEXT("work~")) && last.begin >= whom.begin &&
           (sentence_at(s, last.begin, PHRASE_EQUIPMENT) != NULL || names_stuff(s, whom));
}

/* The sentence's end, or the last word within reach: one of a thousand clauses takes no longer. */
static uint32_t end_within_reach(const struct sentence *s, uint32_t begin, uint32_t end)
{
    if (end - begin <= HELP_REACH)
        return end;
    for (end = begin + HELP_REACH; end > begin && s->chars[end] != ' ';)
        end--;
    return end;
}

/* Work with growers in the dale to mend walls: what for stands behind where; not to achieve goals.
 */
static bool says_what_for(const struct sentence *s, const struct match *verb, uint32_t end)
{
    static const char *const helpers[] = {"assist", "help", "provide", "support", NULL};
    static const char *const results[] = {"achieve~",  "improve~", "maintain~",   "optimize~",
                                          "optimise~", "enhance~", "strengthen~", NULL};
    struct text words = verb->phrase->words;
    if (!text_ends_with(words, TEXT(" with")) || text_starts_with_one_of(words, helpers))
        return false;
    for (uint32_t i = s->first[verb->at.end]; i < s->first[end]; i++) {
        const struct match *to = &s->matches[i];
        const struct match *act = sentence_act_at(s, skip_blanks(s, to->at.end, end));
        if (to->phrase->class == PHRASE_PREPOSITION && text_is(to->phrase->words, "to") &&
            act != NULL && act->phrase->form == VERB_BASE &&
            sentence_at(s, act->at.begin, PHRASE_ACTOR) == NULL && /* to provide support to … */
            !names_duties_only(s, (struct range){act->at.begin, end}) &&
            !text_is_one_of(act->phrase->words, results))
            return true;
    }
    return false;
}

bool wording_helper_is_open(const struct sentence *s, const struct match *verb, uint32_t end)
{
    end = end_within_reach(s, verb->at.end, end);
    if (says_what_for(s, verb, end))
        return false;
    uint32_t begin = skip_adverb(s, skip_blanks(s, verb->at.end, end), end);
    struct help help = read_help(s, begin, end);
    struct text words = verb->phrase->words;
    bool is_bare = text_is(words, "support~") || text_is(words, "assist~") ||
                   text_is(words, "help~") || text_is(words, "aid~");
    if (is_bare && only_ensures(&help))
        return true;
    if (is_bare && help.whom.begin < help.whom.end && tells_participle(s, verb))
        return false;
    if (text_starts_with(words, TEXT("contribute")) && says_through_what(&help, end))
        return false; /* contribute to … through the provision of charts */
    if (works_with_thing(&help, verb) || is_ad_hoc_only(s, begin, end) ||
        tells_means(&help, verb, end) || hands_in(&help, verb) ||
        (is_bare && helps_do(&help, verb)))
        return false;
    if (is_bare && is_gerund_at(s, begin, end)) /* support sorting the post: who does? */
        return true;
    if (is_bare && helps_move(&help))
        return false;
    if (help.whom.begin == help.whom.end || names_work(s, verb) ||
        (is_bare && is_infinitive_at(s, begin, end))) /* help define …: who does? */
        return true;
    bool is_customer = helps_customers(&help);
    bool is_party = is_customer || sentence_ending(s, help.whom, PHRASE_PARTY) != NULL;
    if (text_is(words, "support~") && !is_party)
        return true; /* support operations in the north */
    return help.matter.begin == help.matter.end || (!is_customer && !tells_part(&help, verb));
}

bool wording_names_own_role(const struct sentence *s, uint32_t begin, uint32_t end)
{
    static const char *const articles[] = {"a", "an", "the", "its", "their", "our", NULL};
    static const char *const none[] = {
        "member",    "members",     "team",       "part",        "group",     "whole",
        "well",      "participant", "partner",    "per",         "possible",  "soon",
        "needed",    "required",    "necessary",  "appropriate", "requested", "directed",
        "assigned",  "applicable",  "instructed", "they",        "it",        "needs",
        "situation", "need",        NULL};
    for (uint32_t at = begin; at < end; at = english_skip_word(s, at, end)) {
        const struct match *vague = sentence_at(s, at, PHRASE_VAGUE);
        uint32_t next = english_skip_word(s, at, end);
        if (!text_is(sentence_text(s, word_at(s, at, end)), "as") || vague != NULL || next >= end)
            continue;
        if (is_word_among(s, word_at(s, next, end), articles))
            next = english_skip_word(s, next, end);
        return !is_word_among(s, word_at(s, next, end), none);
    }
    return false;
}
