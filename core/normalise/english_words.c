#include "core/normalise/english_words.h"

#define AGENT_SIZE_MAX 40 /* bytes of "The" and two words */

struct range english_word_before(const struct sentence *s, uint32_t at)
{
    struct range word = {at, at};
    while (word.end > 0 && s->chars[word.end - 1] == ' ')
        word.end--;
    for (word.begin = word.end; word.begin > 0 && s->chars[word.begin - 1] != ' ';)
        word.begin--;
    return word;
}

uint32_t english_word_end(const struct sentence *s, uint32_t at, uint32_t end)
{
    while (at < end && s->chars[at] != ' ')
        at++;
    return at;
}

struct text english_word_at(const struct sentence *s, uint32_t at, uint32_t end)
{
    return sentence_text(s, (struct range){at, english_word_end(s, at, end)});
}

uint32_t english_skip_word(const struct sentence *s, uint32_t at, uint32_t end)
{
    at = english_word_end(s, at, end);
    while (at < end && s->chars[at] == ' ') /* and a line break, so that walks come to an end */
        at++;
    return at;
}

bool english_follows_determiner(const struct sentence *s, uint32_t at)
{
    static const char *const determiners[] = {"the",   "a",   "an",   "our",
                                              "their", "its", "this", NULL};
    struct text before = sentence_text(s, english_word_before(s, at));
    return text_is_one_of(before, determiners);
}

static bool is_next_word(const struct sentence *s, uint32_t at, uint32_t end,
                         const char *const words[])
{
    return text_is_one_of(english_word_at(s, skip_blanks(s, at, end), end), words);
}

bool english_is_verb_before(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const starters[] = {
        "the",   "a",       "an",    "all",  "each", "any",  "our",   "your",  "new",
        "their", "its",     "his",   "her",  "it",   "them", "other", "these", "this",
        "those", "another", "every", "some", "both", "two",  "three", "four",  NULL};
    return is_next_word(s, at, end, starters);
}

bool english_shows_verb(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const particles[] = {"up", "off", "out", "down", "away", "back", NULL};
    uint32_t next = skip_blanks(s, at, end);
    return english_is_verb_before(s, at, end) ||
           (text_is_one_of(english_word_at(s, next, end), particles) &&
            english_is_verb_before(s, english_word_end(s, next, end), end));
}

bool english_precedes_adjective(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const adjectives[] = {
        "old",       "existing",    "incoming", "outgoing",  "confidential",
        "personal",  "damaged",     "broken",   "worn",      "used",
        "empty",     "full",        "finished", "completed", "faulty",
        "defective", "missing",     "overdue",  "heavy",     "small",
        "large",     "final",       "initial",  "necessary", "accurate",
        "detailed",  "minor",       "major",    "fresh",     "dirty",
        "raw",       "young",       "sick",     "injured",   "loose",
        "unsafe",    "hazardous",   "valid",    "potential", "individual",
        "specific",  "significant", "complex",  "relevant",  "monthly",
        "quarterly", "weekly",      "annual",   "critical",  "appropriate",
        "internal",  "external",    NULL};
    return is_next_word(s, at, end, adjectives);
}

bool english_is_noun_in_ing(struct text word)
{
    static const char *const nouns[] = {
        "marketing",   "training",    "housekeeping",  "accounting",  "planning",
        "engineering", "advertising", "purchasing",    "meeting",     "drilling",
        "banking",     "nursing",     "catering",      "fundraising", "programming",
        "shipping",    "mailing",     "manufacturing", "publishing",  "testing",
        "teaching",    "learning",    "counselling",   "counseling",  "mentoring",
        "coaching",    "staffing",    "scheduling",    "budgeting",   "reporting",
        "recruiting",  "lending",     "licensing",     "mining",      "farming",
        "fishing",     "gardening",   "warehousing",   "networking",  "branding",
        "billing",     "cataloging",  "dining",        "parking",     NULL};
    return text_is_one_of(word, nouns);
}

bool english_is_modal(struct text word)
{
    static const char *const modals[] = {"may",   "might", "can",  "could",  "will",
                                         "would", "shall", "must", "should", NULL};
    return text_is_one_of(word, modals);
}

bool english_follows_modal(const struct sentence *s, uint32_t at)
{
    static const char *const joints[] = {"and", "or", "also", "not", "then", NULL};
    static const char *const relatives[] = {"that", "which", NULL};
    for (struct range word = english_word_before(s, at); word.begin < word.end;
         word = english_word_before(s, word.begin)) {
        struct text text = sentence_text(s, word);
        /* samples that may form part of the show: nobody does */
        if (english_is_modal(text) || text_is(text, "does"))
            return !text_is_one_of(sentence_text(s, english_word_before(s, word.begin)), relatives);
        if (!text_ends_with(text, TEXT("ly")) && !text_is_one_of(text, joints))
            return false;
    }
    return false;
}

bool english_ends_in_s(struct text word)
{
    return text_ends_with(word, TEXT("s")) && !text_ends_with(word, TEXT("ss"));
}

/* The ranger, the florist: one word behind the article, which says who does something. */
static bool names_agent(struct text subject)
{
    static const char *const endings[] = {"er", "or", "ist", "ant", "ian", "ent", "yst", NULL};
    return text_ends_with_one_of(subject, endings);
}

bool english_is_manner(const struct sentence *s, uint32_t at)
{
    static const char *const others[] = {"family",   "supply",  "apply",     "reply",    "imply",
                                         "assembly", "comply",  "multiply",  "monopoly", "anomaly",
                                         "homily",   "elderly", "butterfly", "gadfly",   NULL};
    struct text word = english_word_at(s, at, s->count);
    return word.size > 4 && text_ends_with(word, TEXT("ly")) && !text_is_one_of(word, others);
}

bool english_is_behind_agent(const struct sentence *s, uint32_t at)
{
    static const char *const articles[] = {"the ", "The ", NULL};
    if (s->language != LANG_EN || at == 0 || s->chars[at - 1] != ' ')
        return false;
    struct text front = sentence_text(s, (struct range){0, at});
    if (front.size > AGENT_SIZE_MAX || !text_starts_with_one_of(front, articles))
        return false;
    struct text who = text_trim(text_from(front, 4));
    size_t blank = text_find(who, TEXT(" "), 0);
    bool is_word = !text_is_empty(who) && blank == TEXT_NOT_FOUND;
    bool is_pair =
        blank != TEXT_NOT_FOUND && text_find(who, TEXT(" "), blank + 1) == TEXT_NOT_FOUND;
    return is_word || (is_pair && names_agent(who));
}

/* Mucks out, checks tickets, leads the: what stands behind the word makes a verb of it. */
static bool is_verb_in_s(const struct sentence *s, const struct match *act)
{
    uint32_t next = skip_blanks(s, act->at.end, s->count);
    struct text word = english_word_at(s, next, s->count);
    bool has_particle = text_find(sentence_text(s, act->at), TEXT(" "), 0) != TEXT_NOT_FOUND;
    bool is_plural = word.size > 3 && english_ends_in_s(word) &&
                     sentence_at(s, next, PHRASE_PREPOSITION) == NULL;
    char first = word.size > 0 ? word.data[0] : 0; /* attends County meetings: a name */
    return has_particle || is_plural || (first >= 'A' && first <= 'Z') || text_is(word, "as") ||
           english_is_verb_before(s, next, s->count);
}

/* The Clerk of Works|inspects: the office, and of what it is one. */
static bool is_office_of(const struct sentence *s, struct range front)
{
    for (uint32_t at = front.begin; at < front.end; at = english_skip_word(s, at, front.end)) {
        uint32_t of = english_skip_word(s, at, front.end);
        struct range word = {at, english_word_end(s, at, front.end)};
        if (text_starts_with(sentence_text(s, (struct range){of, front.end}), TEXT("of ")))
            return sentence_ending(s, (struct range){front.begin, word.end}, PHRASE_PARTY) != NULL;
        if (sentence_at(s, at, PHRASE_PREPOSITION) != NULL)
            return false;
    }
    return false;
}

bool english_follows_subject(const struct sentence *s, uint32_t from, const struct match *act)
{
    struct range front = {from, act->at.begin};
    const struct match *party = sentence_at(s, from, PHRASE_PARTY);
    if (act->phrase->form == VERB_S && party != NULL &&
        !text_is(party->phrase->words, "it") && /* Verger rings the bell */
        skip_blanks(s, party->at.end, s->count) == act->at.begin)
        return is_verb_in_s(s, act);
    const struct match *post = sentence_at(s, from, PHRASE_POST);
    if (act->phrase->form == VERB_S && post != NULL && /* Incumbent directs tours */
        skip_blanks(s, post->at.end, s->count) == act->at.begin &&
        text_is(post->phrase->words, "incumbent"))
        return is_verb_in_s(s, act);
    struct text article = TEXT("The "), words = sentence_text(s, front);
    if (act->phrase->form != VERB_S || (!text_starts_with(words, article) &&
                                        (from == 0 || !text_starts_with(words, TEXT("the ")))))
        return false;
    struct text subject = text_trim(text_from(words, article.size));
    bool is_word = !text_is_empty(subject) && text_find(subject, TEXT(" "), 0) == TEXT_NOT_FOUND;
    return sentence_ending(s, front, PHRASE_PARTY) != NULL ||
           (is_word && (names_agent(subject) || is_verb_in_s(s, act))) ||
           (is_office_of(s, front) && is_verb_in_s(s, act));
}

/* Help to sort, help define, support the vicar: a verb, and no help that is given. */
static bool is_helping(const struct sentence *s, const struct match *actor)
{
    static const char *const bare[] = {"help~", "support~", "aid~", NULL};
    uint32_t next = skip_blanks(s, actor->at.end, s->count);
    if (!text_is_one_of(actor->phrase->words, bare))
        return false;
    if (text_is(actor->phrase->words, "help~")) {
        if (text_starts_with(text_from(s->text, s->offsets[next]), TEXT("to ")))
            next = english_skip_word(s, next, s->count);
        for (int word = 0; word < 2 && next < s->count; word++) { /* help crews sort … */
            const struct match *act = sentence_act_at(s, next);
            if (act != NULL && act->phrase->form == VERB_BASE)
                return true;
            next = english_skip_word(s, next, s->count);
        }
    }
    return english_is_verb_before(s, actor->at.end, s->count);
}

const struct match *english_helper_at(const struct sentence *s, uint32_t at)
{
    static const char *const helpers[] = {
        "assist",       "participate",  "take~ part",     "collaborate", "cooperate",
        "co-operate",   "partner",      "contribute",     "liaise",      "work~",
        "team~",        "engage~ with", "pair",           "interact",    "coordinate~ ",
        "co-ordinate~", "help~ with",   "help~ out with", NULL};
    const struct match *actor = s->language == LANG_EN ? sentence_at(s, at, PHRASE_ACTOR) : NULL;
    bool is_one = actor != NULL &&
                  (text_starts_with_one_of(actor->phrase->words, helpers) || is_helping(s, actor));
    return is_one ? actor : NULL;
}

bool english_follows_charge(const struct sentence *s, uint32_t from, uint32_t at)
{
    static const char *const charges[] = {"is responsible for", "are responsible for",
                                          "be responsible for", NULL};
    struct range before = english_word_before(s, at);
    if (before.begin > from && text_ends_with(sentence_text(s, before), TEXT("ly")))
        at = before.begin; /* responsible for regularly oiling … */
    const struct match *opening = sentence_ending(s, (struct range){from, at}, PHRASE_OPENING);
    static const char *const heads[] = {"responsible for", "accountable for", "in charge of", NULL};
    return opening != NULL &&
           (text_is_one_of(opening->phrase->words, charges) ||
            (opening->at.begin == from && text_is_one_of(opening->phrase->words, heads)));
}

bool english_is_question(const struct sentence *s)
{
    static const char *const words[] = {"what",  "how",  "why", "when", "who", "which", "where",
                                        "is",    "are",  "do",  "does", "did", "can",   "could",
                                        "would", "have", "has", "will", NULL};
    return s->language == LANG_EN && s->count > 0 && s->chars[s->count - 1] == '?' &&
           text_is_one_of(english_word_at(s, 0, s->count), words);
}

/* It's, your, the verger's: what a task is told of begins so. */
static bool begins_task(struct text word)
{
    static const char *const openers[] = {"it",    "it's", "it’s", "your", "his", "her",
                                          "their", "the",  "as",   "my",   NULL};
    return text_is_one_of(word, openers) || text_ends_with(word, TEXT("'s")) ||
           text_ends_with(word, TEXT("’s"));
}

#define TASK_WORDS 12 /* in front of the act that a task is, at most */

uint32_t english_behind_task(const struct sentence *s, uint32_t begin, uint32_t end)
{
    static const char *const tasks[] = {"job",  "task",           "duty", "duties",
                                        "role", "responsibility", NULL};
    static const char *const copulas[] = {"is ", "are ", NULL};
    struct text first = english_word_at(s, begin, end);
    bool is_told = text_starts_with(first, TEXT("it")) || text_starts_with(first, TEXT("It"));
    if (s->language != LANG_EN || !begins_task(first))
        return begin;
    uint32_t at = english_skip_word(s, begin, end);
    for (size_t i = 1; i < TASK_WORDS && at < end; i++, at = english_skip_word(s, at, end)) {
        uint32_t last = english_word_end(s, at, end);
        if (!text_is_one_of(sentence_text(s, (struct range){at, last}), tasks))
            continue;
        struct text rest = sentence_text(s, (struct range){skip_blanks(s, last, end), end});
        size_t copula = text_opening_size(rest, copulas);
        rest = text_trim(text_from(rest, copula));
        uint32_t to = english_skip_word(s, at, end);
        to = copula > 0 ? english_skip_word(s, to, end) : to;
        uint32_t next = english_skip_word(s, to, end);
        const struct match *act = sentence_act_at(s, next);
        bool is_act = act != NULL && act->phrase->form == VERB_BASE;
        return (copula > 0 || is_told) && text_starts_with(rest, TEXT("to ")) &&
                       (is_act || sentence_at(s, next, PHRASE_ACTOR) != NULL ||
                        sentence_at(s, next, PHRASE_TELLING) != NULL) /* to ensure … */
                   ? next
                   : begin;
    }
    return begin;
}

bool english_tells_what(const struct sentence *s, const struct match *act, uint32_t end)
{
    static const char *const askers[] = {"where ", "what ", "how ", "which ", "whether ",
                                         "when ",  "who ",  "why ", "if ",    NULL};
    uint32_t next = skip_blanks(s, act->at.end, end);
    return s->language == LANG_EN && sentence_at(s, act->at.begin, PHRASE_TELLING) != NULL &&
           text_starts_with_one_of(sentence_text(s, (struct range){next, end}), askers);
}

/* Whoever does it, an article, or what a noun follows: no verb without a subject stands behind it. */
static bool leads_noun_or_subject(const struct sentence *s, struct range word)
{
    static const char *const words[] = {
        "the",  "a",     "an",    "each", "our",  "your", "their", "its",   "his",    "her", "this",
        "that", "to",    "we",    "they", "it",   "who",  "which", "i",     "he",     "she", "and",
        "or",   "will",  "can",   "may",  "must", "not",  "every", "all",   "any",    "new", "no",
        "some", "these", "those", "when", "if",   "as",   "would", "shall", "should", NULL};
    static const enum phrase_class subjects[] = {PHRASE_PREPOSITION, PHRASE_PARTY, PHRASE_RECIPIENT,
                                                 PHRASE_UNIT};
    struct text text = sentence_text(s, word);
    if (text_is_one_of(text, words) || english_ends_in_s(text) ||
        text_find(text, TEXT("'"), 0) != TEXT_NOT_FOUND)
        return true;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (sentence_ending(s, word, subjects[i]) != NULL)
            return true;
    return false;
}

const struct match *english_fronted_act(const struct sentence *s, uint32_t begin, uint32_t end)
{
    static const char *const fronts[] = {
        "at",     "in",   "on", "from",  "during", "before",  "after",      "for",
        "within", "upon", "by", "under", "with",   "between", "throughout", NULL};
    const struct match *front =
        s->language == LANG_EN ? sentence_at(s, begin, PHRASE_PREPOSITION) : NULL;
    if (front == NULL || !text_is_one_of(front->phrase->words, fronts))
        return NULL;
    uint32_t at = english_skip_word(s, english_skip_word(s, begin, end), end);
    for (; at < end; at = english_skip_word(s, at, end)) {
        const struct match *act = sentence_act_at(s, at);
        bool is_finite = act != NULL && (act->phrase->form == VERB_BASE ||
                                         act->phrase->form == VERB_S); /* at night salts the … */
        if (is_finite && !s->in_brackets[at] && english_is_verb_before(s, act->at.end, end) &&
            !leads_noun_or_subject(s, english_word_before(s, at)))
            return act;
    }
    return NULL;
}

bool english_is_denied(const struct sentence *s, uint32_t at)
{
    static const char *const denials[] = {"won't",     "won’t",       "don't", "don’t",
                                          "can't",     "can’t",       "not ",  "cannot ",
                                          "will not ", "should not ", NULL};
    uint32_t next = skip_blanks(s, at, s->count);
    return s->language == LANG_EN &&
           text_opening_size(sentence_text(s, (struct range){next, s->count}), denials) > 0;
}

bool english_has_infinitive(const struct sentence *s, struct range in)
{
    for (uint32_t at = in.begin; at < in.end; at = english_skip_word(s, at, in.end)) {
        const struct match *to = sentence_at(s, at, PHRASE_PREPOSITION);
        const struct match *act = to != NULL && text_is(to->phrase->words, "to")
                                      ? sentence_act_at(s, skip_blanks(s, to->at.end, in.end))
                                      : NULL;
        if (act != NULL && act->at.end < in.end && act->phrase->form == VERB_BASE)
            return true;
    }
    return false;
}

bool english_joins_act(const struct sentence *s, struct range in)
{
    for (uint32_t i = s->first[in.begin]; i < s->first[in.end]; i++) {
        uint32_t next = skip_blanks(s, s->matches[i].at.end, in.end);
        const struct match *act = sentence_act_at(s, next);
        if (s->matches[i].phrase->class == PHRASE_JOIN && act != NULL &&
            act->phrase->form == VERB_BASE && act->at.end < in.end)
            return true;
    }
    return false;
}
