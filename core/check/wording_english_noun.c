#include "core/check/wording_english_noun.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

#define VERB_MIN 3 /* letters in front of what goes with them: set|-up */

/* Backup, set-up, handover: a verb and what goes with it, as one word. */
static bool is_verb_with_particle(const struct sentence *s, struct range word)
{
    static const char *const particles[] = {"up", "out", "over", "off", "down", "back", NULL};
    struct text all = sentence_text(s, word);
    uint32_t size = 0;
    for (const char *const *particle = particles; *particle != NULL && size == 0; particle++)
        if (text_ends_with(all, text_from_string(*particle)))
            size = (uint32_t)text_from_string(*particle).size;
    if (size == 0 || word.end - word.begin < size + VERB_MIN)
        return false;
    uint32_t length = word.end - word.begin - size;
    length -= s->chars[word.begin + length - 1] == '-';
    enum verb_form form = VERB_BASE;
    return length >= VERB_MIN &&
           verb_of_english(&s->chars[word.begin], length, &form) != VERB_NONE && form == VERB_BASE;
}

/* Whether the word names an act by its ending: preparation, oversight. */
static bool is_noun_of_act(struct text word)
{
    static const char *const endings[] = {"tion", "sion", "ment",  "ance", "ence", "ysis", "val",
                                          "sal",  "wal",  "sight", "ship", "ing",  NULL};
    return text_ends_with_one_of(word, endings);
}

static uint32_t word_end(const struct sentence *s, uint32_t at)
{
    while (at < s->count && s->chars[at] != ' ' && s->chars[at] != ',' && s->chars[at] != '/')
        at++;
    return at;
}

/* The oversight of …, the purchase of …: the word there. */
static bool is_noun_of_act_at(const struct sentence *s, uint32_t begin)
{
    uint32_t end = word_end(s, begin);
    const struct match *act = sentence_act_at(s, begin);
    const struct match *thing = sentence_at(s, begin, PHRASE_THING); /* chlorine level of … */
    if (thing == NULL && act == NULL)
        thing = sentence_at(s, begin, PHRASE_TOPIC);                 /* first section of … */
    const struct match *event = sentence_at(s, begin, PHRASE_EVENT); /* weekly meeting of crews */
    if (event != NULL && event->at.end == end && sentence_at(s, begin, PHRASE_HELD_WORK) == NULL)
        return false;
    if (thing != NULL && thing->at.end == end)
        return false;
    bool is_known = act != NULL && act->at.end == end && act->phrase->form == VERB_BASE &&
                    act->phrase->class == PHRASE_ACT_NOUN;
    struct text behind = sentence_text(s, (struct range){end, s->count});
    if (text_starts_with(behind, TEXT(" and "))) /* the care and storage of … */
        behind = sentence_text(
            s, (struct range){
                   word_end(s, english_skip_word(s, skip_blanks(s, end, s->count), s->count)),
                   s->count});
    return text_starts_with(behind, TEXT(" of ")) &&
           (is_known || is_noun_of_act(sentence_text(s, (struct range){begin, end})) ||
            is_verb_with_particle(s, (struct range){begin, end}));
}

/* Is responsible for the purchase of …: and so it does. */
static bool answers_for_act(const struct sentence *s)
{
    const struct match *opening = sentence_find(s, (struct range){0, s->count}, PHRASE_OPENING);
    if (opening == NULL)
        return false;
    uint32_t next = skip_blanks(s, opening->at.end, s->count);
    bool has_article =
        text_starts_with(sentence_text(s, (struct range){next, s->count}), TEXT("the "));
    uint32_t first = skip_blanks(s, word_end(s, next), s->count);
    uint32_t second = skip_blanks(s, word_end(s, first), s->count); /* the daily running of … */
    return has_article && (is_noun_of_act_at(s, first) || is_noun_of_act_at(s, second));
}

/* Upkeep of …, delivery of …: ... which only at the head is no state (timely delivery of goods). */
static bool is_noun_of_act_first(struct text word)
{
    static const char *const endings[] = {"keep",   "livery", "covery", "sure", "torage",
                                          "ustody", "ntake",  "care",   NULL};
    static const char *const words[] = {"sale", "resale", "diagnosis", NULL};
    return is_noun_of_act(word) || text_ends_with_one_of(word, endings) ||
           text_is_one_of(word, words);
}

/* Setup and management of …: a noun of an act is joined to the first word; not wellbeing of …. */
static bool joins_noun_of_act(const struct sentence *s)
{
    uint32_t second = skip_blanks(s, word_end(s, 0), s->count);
    uint32_t third = skip_blanks(s, word_end(s, second), s->count);
    struct text word = sentence_text(s, (struct range){third, word_end(s, third)});
    return text_is(sentence_text(s, (struct range){second, word_end(s, second)}), "and") &&
           sentence_at(s, 0, PHRASE_MODIFIER) == NULL && !text_ends_with(word, TEXT("being")) &&
           is_noun_of_act_at(s, third);
}

/* Preparation of …, daily oversight of …: an act as a noun, at the head. */
bool wording_begins_with_noun_of_act(const struct sentence *s)
{
    struct text word = sentence_text(s, (struct range){0, word_end(s, 0)});
    bool has_object = text_find(s->text, TEXT(" of "), 0) != TEXT_NOT_FOUND ||
                      text_find(s->text, TEXT(" with "), 0) != TEXT_NOT_FOUND;
    bool is_praised = /* efficient use of the kiln: how it is, and not that it is done */
        sentence_at(s, 0, PHRASE_MODIFIER) != NULL || sentence_at(s, 0, PHRASE_VAGUE) != NULL ||
        sentence_at(s, 0, PHRASE_TRAIT) != NULL; /* fair treatment of drivers */
    return s->language == LANG_EN && sentence_at(s, 0, PHRASE_OFFICE) == NULL &&
           ((has_object &&
             (is_noun_of_act_first(word) ||
              is_verb_with_particle(s, (struct range){0, word_end(s, 0)})) &&
             !text_equal_ascii_case(word, TEXT("compliance"))) ||
            (!is_praised && is_noun_of_act_at(s, skip_blanks(s, word_end(s, 0), s->count))) ||
            answers_for_act(s) || joins_noun_of_act(s));
}

/* ---- lists of names ---- */

/* Where a list's item ends that begins there: at a comma, "and" or the end. */
static uint32_t item_end(const struct sentence *s, uint32_t at)
{
    while (at < s->count) {
        uint32_t next = english_skip_word(s, at, s->count);
        struct text word = text_trim(sentence_text(s, (struct range){at, next}));
        if (text_ends_with(word, TEXT(",")))
            return next;
        at = next;
        if (text_starts_with(sentence_text(s, (struct range){at, s->count}), TEXT("and ")))
            return at;
    }
    return s->count;
}

/* Whether a verb may begin there in the form of the first: weigh, sort; not mail, returns. */
static bool may_go_on(const struct sentence *s, uint32_t at, bool is_alone)
{
    static const enum phrase_class others[] = {PHRASE_PREPOSITION, PHRASE_ADVERB, PHRASE_VAGUE,
                                               PHRASE_ACTOR,       PHRASE_IDLE,   PHRASE_OPENING};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (sentence_at(s, at, others[i]) != NULL)
            return true;
    const struct match *act = sentence_act_at(s, at);
    struct range word = {at, english_word_end(s, at, s->count)};
    const struct match *first = sentence_act_at(s, 0);
    enum verb_form form = first == NULL ? VERB_BASE : first->phrase->form;
    bool is_same = act != NULL && act->phrase->form == form;
    bool is_thing =
        form == VERB_BASE && is_alone &&
        (sentence_at(s, at, PHRASE_THING) != NULL || sentence_at(s, at, PHRASE_ACT_NOUN) != NULL);
    return (is_same && !is_thing) || text_ends_with(sentence_text(s, word), TEXT("ly"));
}

#define LIST_MAX 80 /* code points of a list of names */

/* Behind the first name of a list, which is one word, or more of which the first is no verb. */
static uint32_t first_item_end(const struct sentence *s)
{
    uint32_t second = english_skip_word(s, 0, s->count), end = item_end(s, 0);
    bool is_name = second == end || (sentence_act_at(s, 0) == NULL && !may_go_on(s, 0, false) &&
                                     sentence_find_act(s, (struct range){0, end}) == NULL);
    return is_name ? end : s->count;
}

/* The reeve answers letters, …: somebody does it. */
static bool has_doer(const struct sentence *s, uint32_t end)
{
    static const char *const doers[] = {"The ", "A ", "An ", "You ", "He ", "She ", "They ", NULL};
    for (uint32_t i = 0; i < s->first[end]; i++) {
        const struct phrase *phrase = s->matches[i].phrase;
        if (phrase->class == PHRASE_ACT && phrase->form == VERB_S &&
            s->chars[s->matches[i].at.end] == ' ' && s->matches[i].at.end < end)
            return true;
    }
    return text_starts_with_one_of(s->text, doers);
}

/* Correspondence, filing, etc.: names up to where the list is left open; no verb begins it. */
static bool is_open_list(const struct sentence *s)
{
    static const char *const ends[] = {", etc", ", etc.", ", etc..", ", etc.;", NULL};
    struct range first = {0, english_word_end(s, 0, s->count)};
    if (!text_ends_with_one_of(text_trim(s->text), ends) || s->in_brackets[s->count - 1] ||
        text_ends_with(sentence_text(s, first), TEXT("ly"))) /* promptly updates ledgers, etc. */
        return false;
    for (uint32_t at = 0, end; at < s->count; at = end) {
        end = item_end(s, at);
        const struct match *act = sentence_act_at(s, at);
        bool is_alone = english_skip_word(s, at, s->count) >= end;
        bool is_verb = act != NULL && !is_alone && (at == 0 || act->phrase->form == VERB_ING);
        if (is_verb || (at == 0 && !is_alone && may_go_on(s, at, false)))
            return false;
    }
    return !has_doer(s, item_end(s, 0)) && sentence_at(s, 0, PHRASE_ACTOR) == NULL &&
           sentence_at(s, 0, PHRASE_OPENING) == NULL && sentence_at(s, 0, PHRASE_IDLE) == NULL;
}

bool wording_lists_nouns(const struct sentence *s)
{
    if (s->language != LANG_EN || s->count > LIST_MAX)
        return false;
    if (is_open_list(s))
        return true;
    uint32_t second = first_item_end(s), at = second;
    if (second >= s->count ||
        !text_ends_with(text_trim(sentence_text(s, (struct range){0, second})), TEXT(",")))
        return false;
    for (bool is_joined = false; at < s->count;) {
        uint32_t end = item_end(s, at);
        is_joined = text_starts_with(sentence_text(s, (struct range){at, s->count}), TEXT("and "));
        uint32_t noun = is_joined ? english_skip_word(s, at, s->count) : at;
        bool is_alone = english_skip_word(s, noun, s->count) >= end;
        if (may_go_on(s, noun, is_alone) || (end >= s->count && !is_joined))
            return false;
        at = end;
    }
    return true;
}

/* ---- a thing and its work by name ---- */

/* Safe working, a meeting: how something is, or which one, and no thing that is worked on. */
static bool is_praised(const struct sentence *s, uint32_t at)
{
    static const char *const adjectives[] = {
        "a",     "an",         "the",      "all",     "any",       "our",     "good",    "safe",
        "clean", "poor",       "high",     "smooth",  "effective", "regular", "central", "proper",
        "sound", "additional", "official", "further", "general",   NULL};
    struct text word =
        text_trim(sentence_text(s, (struct range){at, english_skip_word(s, at, s->count)}));
    return text_is_one_of(word, adjectives) || sentence_at(s, at, PHRASE_MODIFIER) != NULL ||
           sentence_at(s, at, PHRASE_VAGUE) != NULL || sentence_at(s, at, PHRASE_STATE) != NULL;
}

/* Where the name of an act begins that ends there; the range's end: none does. */
static uint32_t named_act_begin(const struct sentence *s, struct range in)
{
    const struct match *named = sentence_ending(s, in, PHRASE_NAMED_ACT);
    const struct match *act = sentence_ending(s, in, PHRASE_ACT);
    if (named != NULL)
        return named->at.begin;
    bool is_act = act != NULL && act->phrase->form == VERB_ING &&
                  !english_is_noun_in_ing(sentence_text(s, act->at));
    return is_act ? act->at.begin : in.end;
}

/* Wreath-laying |at the memorial: an object and its verb in one word, and nothing it would tell. */
static bool is_hyphened_act(const struct sentence *s, uint32_t at)
{
    uint32_t end = english_word_end(s, at, s->clauses[0].at.end), hyphen = at;
    while (hyphen < end && s->chars[hyphen] != '-')
        hyphen++;
    uint32_t verb = hyphen + 1, next = skip_blanks(s, end, s->clauses[0].at.end);
    enum verb_form form = VERB_BASE;
    return hyphen > at + 1 && verb < end &&
           verb_of_english(&s->chars[verb], end - verb, &form) != VERB_NONE && form == VERB_ING &&
           !text_is(sentence_text(s, (struct range){verb, end}), "being") &&
           (next >= s->clauses[0].at.end || sentence_at(s, next, PHRASE_PREPOSITION) != NULL);
}

/* Skin care |(creams, etc.): an aside, and nothing behind it. */
static bool is_last_aside(const struct sentence *s, uint32_t at)
{
    if (s->chars[at] != '(')
        return false;
    while (at < s->count && s->chars[at] != ')')
        at++;
    return at + 2 >= s->count;
}

/* Deep cleaning| twice a week, sweeping| daily: how often it is done says nothing of what it is. */
static uint32_t before_frequency(const struct sentence *s, struct range in)
{
    static const char *const words[] = {"once",  "twice", "daily",   "weekly",
                                        "every", "each",  "monthly", NULL};
    for (uint32_t at = english_skip_word(s, in.begin, in.end); at < in.end;
         at = english_skip_word(s, at, in.end)) {
        struct range word = {at, english_word_end(s, at, in.end)};
        bool is_figure = s->chars[at] >= '0' && s->chars[at] <= '9'; /* 24/7 */
        if (is_figure || is_last_aside(s, at) || text_is_one_of(sentence_text(s, word), words))
            return at;
    }
    return in.end;
}

/* End of day |cash counting: when it is done, in front of what it is. */
static uint32_t behind_time(const struct sentence *s, struct range in)
{
    static const char *const fronts[] = {"end", "start", "beginning", "close", NULL};
    static const char *const times[] = {"day",    "shift", "week",    "month", "year",
                                        "season", "term",  "quarter", "night", NULL};
    uint32_t of = english_skip_word(s, in.begin, in.end), at = english_skip_word(s, of, in.end);
    struct range front = {in.begin, english_word_end(s, in.begin, in.end)};
    struct range joint = {of, english_word_end(s, of, in.end)};
    struct range time = {at, english_word_end(s, at, in.end)};
    bool is_time = text_is(sentence_text(s, joint), "of") &&
                   text_is_one_of(sentence_text(s, front), fronts) &&
                   text_is_one_of(sentence_text(s, time), times);
    return is_time ? english_skip_word(s, at, in.end) : in.begin;
}

/* Staff matters, fleet affairs: what seems a verb tells which; not: report concerns, log issues. */
bool wording_names_affairs(const struct sentence *s)
{
    static const char *const affairs[] = {"matters", "affairs", "business", NULL};
    if (s->language != LANG_EN || s->clause_count != 1)
        return false;
    struct range in = s->clauses[0].at;
    uint32_t second = english_skip_word(s, in.begin, in.end);
    const struct match *act = sentence_act_at(s, in.begin);
    return second < in.end && english_skip_word(s, second, in.end) == in.end &&
           text_is_one_of(english_word_at(s, second, in.end), affairs) &&
           (act == NULL || (act->phrase->form == VERB_BASE && act->phrase->class != PHRASE_ACT));
}

bool wording_names_work(const struct sentence *s)
{
    const struct clause *clause = s->clause_count == 0 ? NULL : &s->clauses[0];
    if (s->language != LANG_EN || clause == NULL || clause->kind != CLAUSE_OTHER ||
        clause->is_caption || is_praised(s, clause->at.begin))
        return false;
    struct range in = clause->at;
    in.begin = behind_time(s, in);
    if (is_hyphened_act(s, in.begin))
        return true;
    const struct match *preposition = sentence_find(s, in, PHRASE_PREPOSITION);
    if (preposition != NULL)
        in.end = preposition->at.begin;
    in.end = before_frequency(s, in);
    uint32_t begin = named_act_begin(s, in);
    const struct match *named = sentence_at(s, in.begin, PHRASE_NAMED_ACT);
    if (begin == in.begin && begin > clause->at.begin && begin < in.end)
        return true; /* End of shift |cleaning */
    if (begin == in.begin || in.end == in.begin)
        return named != NULL && named->phrase->at_head;
    const struct match *join = sentence_ending(s, (struct range){in.begin, begin}, PHRASE_JOIN);
    if (begin < in.end && join != NULL) { /* event planning and coordination */
        in.end = join->at.begin;
        begin = named_act_begin(s, in);
    }
    return begin > in.begin && begin < in.end;
}
