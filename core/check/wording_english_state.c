#include "core/check/wording_english_state.h"
#include "core/check/wording_head.h"
#include "core/check/wording_subject.h"
#include "core/normalise/english_words.h"

#define SUBJECT_WORDS 12 /* in front of the verb, at most */

/* Behind a clause comes one that does something; …, access to the yard: a noun. */
static bool goes_on_with_act(const struct sentence *s, const struct clause *clause)
{
    for (const struct clause *next = clause + 1; next < s->clauses + s->clause_count; next++)
        if (next->kind == CLAUSE_ACT &&
            (next->verb == NULL || next->verb->class == PHRASE_ACT ||
             next->verb->class == PHRASE_ACTOR || next->verb->form == VERB_ING ||
             next->act.begin > next->at.begin + 4))
            return true;
    return false;
}

/* … to the owner and work with the growers: what is joined is done. */
static bool joins_act(const struct sentence *s, struct range in)
{
    static const enum phrase_class verbs[] = {PHRASE_ACT, PHRASE_ACT_NOUN, PHRASE_HEAD_ACT,
                                              PHRASE_ACTOR, PHRASE_IDLE};
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        uint32_t next = skip_blanks(s, s->matches[i].at.end, in.end);
        for (size_t k = 0;
             s->matches[i].phrase->class == PHRASE_JOIN && k < sizeof verbs / sizeof *verbs; k++)
            if (sentence_at(s, next, verbs[k]) != NULL)
                return true;
    }
    return false;
}

/* To sort, sorting: of what somebody does besides. */
static bool has_inner_act(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        const struct match *match = &s->matches[i];
        struct text front = sentence_text(s, english_word_before(s, match->at.begin));
        bool is_verb = phrase_is_act(match->phrase->class) || match->phrase->class == PHRASE_ACTOR;
        if (is_verb && (match->phrase->form == VERB_ING ||
                        (match->phrase->form == VERB_BASE && text_is(front, "to"))))
            return true;
    }
    return false;
}

/* You'll, the trainee will: what stands in front of what comes to them. */
static bool follows_will(const struct sentence *s, uint32_t at)
{
    struct range word = english_word_before(s, at);
    struct text front = sentence_text(s, word);
    if (text_is(front, "also"))
        front = sentence_text(s, english_word_before(s, word.begin));
    return text_is(front, "will") || text_is(front, "would") || text_is(front, "shall") ||
           text_ends_with(front, TEXT("'ll")) || text_ends_with(front, TEXT("’ll"));
}

/* You'll have a say in the menu, the trainee will be part of a crew; not: will have charge of it. */
static bool tells_what_comes(const struct sentence *s, const struct clause *clause)
{
    static const char *const gains[] = {"have", "gain", "enjoy", NULL};
    static const char *const articles[] = {"a", "an", "the", "part", "our", "one", NULL};
    static const char *const no_things[] = {"to", "been", "had", NULL};
    uint32_t end = clause->at.end, at = clause->at.begin;
    for (size_t i = 0; i < SUBJECT_WORDS && at < end; i++, at = english_skip_word(s, at, end)) {
        struct text verb = english_word_at(s, at, end);
        uint32_t next = english_skip_word(s, at, end);
        bool is_gain = text_is_one_of(verb, gains);
        if (i == 0 && text_ends_with(verb, TEXT("ing"))) /* mending nets will be part of it */
            return false;
        if ((!is_gain && !text_is(verb, "be")) || !follows_will(s, at))
            continue;
        struct range rest = {next, end};
        struct text behind = english_word_at(s, next, end);
        if (next >= end || sentence_find(s, rest, PHRASE_HOLDING) != NULL || joins_act(s, rest) ||
            goes_on_with_act(s, clause))
            return false;
        if (is_gain)
            return !text_is_one_of(behind, no_things) &&
                   sentence_find(s, rest, PHRASE_EVENT) == NULL;
        return text_is_one_of(behind, articles) && !has_inner_act(s, rest) &&
               text_find(sentence_text(s, rest), TEXT(" who "), 0) == TEXT_NOT_FOUND;
    }
    return false;
}

/* Mending sails is slow work: "is", of what the clause begins with and of nothing within it. */
static bool is_about_doing(const struct sentence *s, const struct clause *clause)
{
    static const char *const copulas[] = {"is", "isn't", "isn’t", NULL};
    static const char *const stops[] = {"that",   "which", "who",   "how",   "what",    "whether",
                                        "if",     "when",  "where", "there", "because", "while",
                                        "as",     "so",    "until", "it",    "why",     "after",
                                        "before", "once",  NULL};
    uint32_t at = clause->at.begin, end = clause->at.end;
    if (clause->kind != CLAUSE_ACT || clause->act.begin != at ||
        !text_ends_with(english_word_at(s, at, end), TEXT("ing")) ||
        sentence_at(s, at, PHRASE_TELLING) != NULL)
        return false;
    for (at = english_skip_word(s, at, end); at < end; at = english_skip_word(s, at, end)) {
        struct text word = english_word_at(s, at, end);
        if (text_is_one_of(word, stops) || s->in_brackets[at] ||
            sentence_at(s, at, PHRASE_TELLING) != NULL) /* … and making sure a door is shut */
            return false;
        if (text_is_one_of(word, copulas)) /* not: is part of the job */
            return sentence_find(s, (struct range){at, end}, PHRASE_POST) == NULL;
    }
    return false;
}

/* Will often, is normally: the verb, and no adverb in front of it. */
static uint32_t skip_adverbs(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const adverbs[] = {"also", "often", "not", "only", "then", NULL};
    while (at < end && (text_is_one_of(english_word_at(s, at, end), adverbs) ||
                        text_ends_with(english_word_at(s, at, end), TEXT("ly"))))
        at = english_skip_word(s, at, end);
    return at;
}

/* Opened, held, given: what is done to something; not: involved in, charged with, which begin an act. */
static bool is_done_to(struct text word)
{
    static const char *const irregular[] = {
        "held",  "made",  "given",   "kept",   "paid",  "sent",    "set",
        "taken", "done",  "drawn",   "known",  "shown", "seen",    "put",
        "met",   "read",  "built",   "bought", "led",   "told",    "run",
        "lent",  "dealt", "written", "chosen", "found", "brought", NULL};
    static const char *const charges[] = {"involved",  "engaged",   "tasked",  "charged",
                                          "entrusted", "dedicated", "focused", "committed",
                                          "concerned", "occupied",  NULL};
    return !text_is_one_of(word, charges) &&
           ((word.size > 4 && text_ends_with(word, TEXT("ed"))) || text_is_one_of(word, irregular));
}

/* Posts at this grade …, requests …, the manager will|be …: no verb of the clause's own at its head. */
static bool begins_with_noun(const struct sentence *s, const struct clause *clause)
{
    uint32_t begin = clause->at.begin;
    if (clause->verb == NULL || clause->verb->form == VERB_ING)
        return false;
    if (clause->verb->class == PHRASE_IDLE)
        return clause->act.begin > begin;
    bool may_be_noun =
        clause->verb->class != PHRASE_ACT || sentence_at(s, begin, PHRASE_ACT_NOUN) != NULL;
    return clause->act.begin == begin && may_be_noun &&
           !english_is_verb_before(s, clause->act.end, clause->at.end);
}

/*
 * Work at night may be required, a key may be lent, minutes will be taken, posts may not be moved:
 * what becomes of whatever the clause begins with; not: may be required to drive.
 */
static bool is_allowed(const struct sentence *s, const struct clause *clause)
{
    static const char *const modals[] = {"may", "can", "might", "could", "will", "shall", NULL};
    static const char *const adverbs[] = {"also", "only", "not", "then", NULL};
    static const char *const articles[] = {"a", "an", "the", "able", "responsible", NULL};
    static const char *const stops[] = {"that", "which",   "who",   "how", "what", "whether", "if",
                                        "when", "because", "where", "so",  "you",  NULL};
    uint32_t at = clause->at.begin, end = clause->at.end;
    bool is_noun = clause->kind == CLAUSE_OTHER || begins_with_noun(s, clause);
    for (size_t i = 0; is_noun && i < SUBJECT_WORDS && at < end; i++) {
        struct text word = english_word_at(s, at, end);
        if (text_is_one_of(word, stops))
            return false;
        uint32_t next = english_skip_word(s, at, end);
        if (!text_is_one_of(word, modals) || i == 0) {
            at = next;
            continue;
        }
        bool is_not = text_is(english_word_at(s, next, end), "not");
        if (text_is_one_of(english_word_at(s, next, end), adverbs))
            next = english_skip_word(s, next, end);
        uint32_t state = skip_adverbs(s, english_skip_word(s, next, end), end);
        struct text how = english_word_at(s, state, end);
        uint32_t behind = english_skip_word(s, state, end);
        struct range front = {clause->at.begin, at};
        bool is_sure = text_is_one_of(word, modals + 4) || /* will, shall: more than a permission */
                       sentence_find(s, front, PHRASE_PARTY) != NULL ||
                       sentence_find(s, front, PHRASE_POST) != NULL;
        return text_is(english_word_at(s, next, end), "be") && state < end &&
               !text_ends_with(how, TEXT("ing")) && !text_is_one_of(how, articles) &&
               (!is_sure || is_done_to(how)) &&
               (is_not || !text_is(english_word_at(s, behind, end), "to") ||
                sentence_act_at(s, english_skip_word(s, behind, end)) == NULL) &&
               !goes_on_with_act(s, clause);
    }
    return false;
}

/* The employee|reports to …: a word that may be a noun, behind who does it; the clause's end: none. */
static uint32_t reports_at(const struct sentence *s, const struct clause *clause)
{
    static const char *const the[] = {"the ", NULL};
    uint32_t end = clause->at.end, at = english_skip_word(s, clause->at.begin, end);
    for (size_t i = 1; i < SUBJECT_WORDS && at < end; i++, at = english_skip_word(s, at, end)) {
        struct range front = {clause->at.begin, english_word_before(s, at).end};
        if (text_is(english_word_at(s, at, end), "reports"))
            return sentence_ending(s, front, PHRASE_PARTY) != NULL ||
                           text_opening_size(sentence_text(s, clause->at), the) > 0
                       ? at
                       : end;
    }
    return end;
}

/* Reports to the owner: nobody is named in front, and nothing is reported. */
static bool begins_line(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"reports", NULL};
    uint32_t at = clause->at.begin, end = clause->at.end;
    if (!text_is_one_of(english_word_at(s, at, end), verbs))
        return false;
    uint32_t to = english_skip_word(s, at, end);
    if (text_is(english_word_at(s, to, end), "directly"))
        to = english_skip_word(s, to, end);
    struct range rest = {english_skip_word(s, to, end), end};
    if (!text_is(english_word_at(s, to, end), "to") || rest.begin >= end ||
        sentence_find(s, rest, PHRASE_PARTY) == NULL ||
        sentence_find(s, rest, PHRASE_PERIOD) != NULL ||
        sentence_find(s, rest, PHRASE_ADVERB) != NULL)
        return false;
    for (uint32_t i = s->first[rest.begin]; i < s->first[rest.end]; i++)
        if (s->matches[i].phrase->class == PHRASE_PREPOSITION &&
            !text_is(sentence_text(s, s->matches[i].at), "of"))
            return false; /* to the board on progress */
    return !has_inner_act(s, rest) && !joins_act(s, rest) && !goes_on_with_act(s, clause);
}

/* Works under the direction of the bursar: whose word goes, and nothing that is done. */
static bool works_under(const struct sentence *s, const struct clause *clause)
{
    static const char *const verbs[] = {"work", "works", "working", "operates", NULL};
    uint32_t end = clause->at.end, at = clause->at.begin;
    if (!sentence_has(s, PHRASE_DIRECTION))
        return false;
    for (size_t i = 0; i < SUBJECT_WORDS && at < end; i++, at = english_skip_word(s, at, end)) {
        struct text word = english_word_at(s, at, end);
        if (!text_is_one_of(word, verbs))
            continue;
        uint32_t under = english_skip_word(s, at, end);
        struct range rest = {english_skip_word(s, under, end), end};
        if (!text_is(english_word_at(s, under, end), "under") || has_inner_act(s, rest) ||
            joins_act(s, rest) || goes_on_with_act(s, clause))
            return false;
        return sentence_find(s, rest, PHRASE_DIRECTION) != NULL;
    }
    return false;
}

/* The florist reports to the owner, she will report directly to the head of stores. */
static bool tells_line(const struct sentence *s, const struct clause *clause)
{
    struct subject subject = wording_subject_of(s, clause);
    uint32_t at = subject.verb, end = clause->at.end;
    if (at == end)
        at = reports_at(s, clause);
    if (at < end && text_is(english_word_at(s, at, end), "will"))
        at = english_skip_word(s, at, end);
    else if (at < end && !text_is(english_word_at(s, at, end), "reports"))
        return false;
    if (at >= end || !text_starts_with(english_word_at(s, at, end), TEXT("report")))
        return false;
    at = english_skip_word(s, at, end);
    if (text_is(english_word_at(s, at, end), "directly"))
        at = english_skip_word(s, at, end);
    bool is_to = text_is(english_word_at(s, at, end), "to");
    struct range rest = {english_skip_word(s, at, end), end};
    return is_to && rest.begin < end && sentence_find(s, rest, PHRASE_PARTY) != NULL &&
           !has_inner_act(s, rest) && !joins_act(s, rest) && !goes_on_with_act(s, clause);
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

#define INITIALS_MAX 8

/* Night Audit Record (NAR): a term whose initials stand behind it, be its first word a verb's. */
static bool is_term_with_initials(const struct sentence *s, const struct clause *clause)
{
    char initials[INITIALS_MAX];
    size_t count = 0;
    uint32_t at = clause->at.begin, end = clause->at.end;
    while (at < end && count < INITIALS_MAX && is_capital(s->text.data[s->offsets[at]])) {
        initials[count++] = s->text.data[s->offsets[at]];
        at = english_skip_word(s, at, end);
    }
    if (count < 2 || count == INITIALS_MAX || at >= end || s->chars[at] != '(')
        return false;
    struct text inside = sentence_text(s, (struct range){at + 1, end});
    for (size_t i = 0; i < count; i++)
        if (i >= inside.size || inside.data[i] != initials[i])
            return false;
    bool is_plural = inside.size > count && inside.data[count] == 's';
    size_t close = count + is_plural;
    return inside.size > close && inside.data[close] == ')' && !goes_on_with_act(s, clause);
}

/* 2 meetings a month, $20 an hour, 9:00 to 17:00: how much, how many or when; not 3. Sort … */
static bool begins_with_figure(const struct sentence *s, const struct clause *clause)
{
    uint32_t at = clause->at.begin, end = english_word_end(s, at, clause->at.end);
    bool has_digit = false;
    if (clause != s->clauses || clause->kind != CLAUSE_OTHER || end >= s->count ||
        s->chars[end - 1] == '.' || s->chars[end - 1] == ')')
        return false;
    for (; at < end; at++) {
        uint32_t c = s->chars[at];
        bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && c >= 'a' && c <= 'z' && c != 'k' && c != 'm')
            return false;
        has_digit = has_digit || is_digit;
    }
    return has_digit && !goes_on_with_act(s, clause) && !wording_other_sentence_acts(s, clause);
}

/* The post, travel expenses: what it is told of; not the holder of the post. */
static bool is_of_employment(const struct sentence *s, const struct subject *subject)
{
    return subject->noun.end > subject->noun.begin && sentence_has(s, PHRASE_EMPLOYMENT) &&
           sentence_ending(s, subject->noun, PHRASE_EMPLOYMENT) != NULL;
}

/* Full training, uniform and boots will be provided: the subject goes on over commas. */
static const struct clause *behind_listed(const struct sentence *s, const struct clause *clause,
                                          struct subject *subject)
{
    const struct clause *end = s->clauses + s->clause_count;
    *subject = wording_subject_of(s, clause);
    while (subject->verb == clause->at.end && clause->kind == CLAUSE_OTHER && clause + 1 < end &&
           clause[1].sentence == clause->sentence && clause[1].kind == CLAUSE_OTHER) {
        clause++;
        *subject = wording_subject_of(s, clause);
    }
    return clause;
}

/* Will be part-time, is limited to, will require you to: how it is; not: will be to keep …. */
static bool tells_how_it_is(const struct sentence *s, uint32_t verb, uint32_t end)
{
    static const char *const modals[] = {"will",  "shall", "would",  "may", "can",
                                         "could", "must",  "should", NULL};
    static const char *const copulas[] = {"is", "are", "was", "were", "be", NULL};
    bool is_modal = text_is_one_of(english_word_at(s, verb, end), modals);
    uint32_t at = is_modal ? skip_adverbs(s, english_skip_word(s, verb, end), end) : verb;
    struct text word = english_word_at(s, at, end);
    if (is_modal && text_is(english_word_at(s, english_skip_word(s, verb, end), end), "not"))
        return true; /* the post may not hold all duties */
    if ((is_modal && sentence_at(s, at, PHRASE_RUNNING) != NULL) ||
        sentence_at(s, at, PHRASE_GAINING) != NULL)
        return true;
    uint32_t next = skip_adverbs(s, english_skip_word(s, at, end), end);
    if (!text_is_one_of(word, copulas) || next >= end)
        return false;
    bool is_figure = s->chars[next] >= '0' && s->chars[next] <= '9';
    const struct match *given = sentence_at(s, next, PHRASE_GIVEN);
    uint32_t behind = given == NULL ? next : skip_blanks(s, given->at.end, end);
    const struct match *act = text_is(english_word_at(s, behind, end), "to")
                                  ? sentence_act_at(s, english_skip_word(s, behind, end))
                                  : NULL;
    return (is_figure || given != NULL || s->chars[next] == '$' ||
            (is_modal && text_is(english_word_at(s, next, end), "by"))) &&
           (act == NULL || act->phrase->form != VERB_BASE);
}

/* The post will be part-time, officers shall hold office: of a post or of many, and no act. */
static bool tells_of_post(const struct sentence *s, const struct clause *clause)
{
    struct subject subject;
    if (clause == NULL || !sentence_has(s, PHRASE_EMPLOYMENT) || clause->kind != CLAUSE_OTHER)
        return false;
    clause = behind_listed(s, clause, &subject);
    return clause->kind == CLAUSE_OTHER && subject.verb < clause->at.end &&
           is_of_employment(s, &subject) && tells_how_it_is(s, subject.verb, clause->at.end) &&
           !goes_on_with_act(s, clause);
}

bool wording_tells_of_employment(const struct sentence *s, const struct clause *clause)
{
    struct range noun = clause == NULL ? (struct range){0, 0} : wording_subject_of(s, clause).noun;
    return sentence_find(s, noun, PHRASE_PARTY) == NULL &&
           sentence_find(s, noun, PHRASE_RECIPIENT) == NULL && tells_of_post(s, clause);
}

bool wording_tells_english_state(const struct sentence *s, const struct clause *clause)
{
    return is_term_with_initials(s, clause) || begins_with_figure(s, clause) ||
           tells_what_comes(s, clause) || is_about_doing(s, clause) || is_allowed(s, clause) ||
           tells_line(s, clause) || begins_line(s, clause) || works_under(s, clause) ||
           tells_of_post(s, clause);
}
