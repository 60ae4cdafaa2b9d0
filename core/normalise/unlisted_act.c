#include "core/normalise/unlisted_act.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"
#include "core/normalise/verbs.h"

/* ---- English ---- */

static bool is_letter(uint32_t c) { return c >= 'a' && c <= 'z'; }

static uint32_t letters_end(const struct sentence *s, uint32_t at)
{
    while (at < s->count && is_letter(s->chars[at]))
        at++;
    return at;
}

/* "Web design skills", "Program principles and practices": what somebody has or knows. */
static bool is_known_or_had(const struct sentence *s, struct range word)
{
    static const char *const words[] = {
        "skills",       "abilities",      "principles", "practices",   "techniques",   "methods",
        "competencies", "qualifications", "theories",   "credentials", "capabilities", NULL};
    return text_is_one_of(sentence_text(s, word), words);
}

/* "tables", "icy sidewalks": a plural among the next two words is what something is done to. */
static bool precedes_plural(const struct sentence *s, uint32_t at)
{
    for (unsigned words = 0; words < 2; words++) {
        uint32_t begin = skip_blanks(s, at, s->count), end = letters_end(s, begin);
        if (end == begin || begin == at)
            return false;
        uint32_t before = s->chars[end - 1] == 's' && end > begin + 3 ? s->chars[end - 2] : 's';
        if (before != 's' && before != 'u' && before != 'i') /* access, status, analysis */
            return !is_known_or_had(s, (struct range){begin, end});
        at = end;
    }
    return false;
}

/* Manually|braises: nothing in front but a word in -ly. */
static bool is_behind_manner(const struct sentence *s, uint32_t at)
{
    struct range before = english_word_before(s, at);
    return before.end > before.begin && before.begin == 0 && english_is_manner(s, before.begin);
}

/* Manually|dags, the keeper|curries: a verb that stands there says what somebody does. */
static bool is_behind_doing(const struct sentence *s, uint32_t at)
{
    return is_behind_manner(s, at) || english_is_behind_agent(s, at);
}

/*
 * An article behind the first word of a clause, which is no preposition the lists know: it must be
 * a verb.
 */
static bool precedes_article(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const articles[] = {"the", "a", "an", "each", "our", "their", NULL};
    static const char *const others[] = {"all",  "both",   "half",    "during", "despite", "beyond",
                                         "only", "even",   "once",    "plus",   "except",  "unless",
                                         "amid", "beside", "besides", "till",   "unlike",  NULL};
    if (end <= at + 2)
        return false;
    uint32_t next = skip_blanks(s, end, s->count);
    struct text word = sentence_text(s, (struct range){next, letters_end(s, next)});
    bool is_adverb = s->chars[end - 1] == 'y' && s->chars[end - 2] == 'l'; /* especially the … */
    bool is_behind_front = at > 1 && s->chars[at - 1] == ' ' && s->chars[at - 2] == ',';
    bool is_in_s = s->chars[end - 1] == 's' && s->chars[end - 2] != 's' && /* manually dags the … */
                   is_behind_doing(s, at);
    return (at == 0 || is_in_s || (is_behind_front && !is_adverb)) &&
           text_is_one_of(word, articles) &&
           !text_is_one_of(sentence_text(s, (struct range){at, end}), others);
}

/*
 * Coppices hazel stools, hand-stitches bindings: a plural that a word follows which joins nothing
 * is a verb, since a noun in front of another is singular, but for few (sports fields).
 */
static bool is_no_plural(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const attributes[] = {
        "sports",   "goods",     "sales",      "accounts", "operations", "communications",
        "systems",  "services",  "arms",       "customs",  "savings",    "stores",
        "works",    "records",   "admissions", "claims",   "resources",  "news",
        "premises", "grounds",   "careers",    "parts",    "events",     "projects",
        "returns",  "materials", NULL};
    static const char *const joints[] = {
        "and",  "or", "of",    "for",  "in",      "on",      "at",   "to",    "from",
        "with", "by", "about", "into", "between", "against", "over", "under", "per",
        "are",  "is", "as",    "that", "which",   "within",  NULL};
    uint32_t next = skip_blanks(s, end, s->count);
    return (at == 0 || is_behind_doing(s, at)) && next > end &&
           !text_is_one_of(sentence_text(s, (struct range){next, letters_end(s, next)}), joints) &&
           !text_is_one_of(sentence_text(s, (struct range){at, end}), attributes) &&
           (precedes_plural(s, end) || english_precedes_adjective(s, end, s->count));
}

static bool is_verb_here(const struct sentence *s, uint32_t at, uint32_t end, enum verb_kind kind,
                         enum verb_form form)
{
    if (kind == VERB_SURE)
        return true;
    if (form == VERB_S) /* salts and spices; rings the bell */
        return is_no_plural(s, at, end) || english_shows_verb(s, end, s->count);
    return english_shows_verb(s, end, s->count) ||
           (at == 0 && kind == VERB_DOUBTFUL && precedes_plural(s, end));
}

/* Dowels joints: what ends like a plural, in front of one, though no dictionary has the verb. */
static bool is_unknown_in_s(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const others[] = {"ss",     "us",      "is",      "ics",      "as",
                                         "always", "series",  "species", "towards",  "perhaps",
                                         "plus",   "besides", "minus",   "quarters", NULL};
    static const uint32_t shortest = 5;
    struct text word = sentence_text(s, (struct range){at, end});
    return end >= at + shortest && s->chars[end - 1] == 's' &&
           !text_ends_with_one_of(word, others) && (at == 0 || is_behind_doing(s, at)) &&
           is_no_plural(s, at, end);
}

static bool begins_with_prefix(const struct sentence *s, struct range at)
{
    static const char *const prefixes[] = {"de-", "re-", "pre-", "un-", "mis-", "dis-", NULL};
    return text_is_one_of(sentence_text(s, at), prefixes);
}

/* Make-or-buy decisions, day-to-day work: no verb, whatever its parts are. */
static bool joins_words(struct text part)
{
    static const char *const joints[] = {"and", "or", "to", "versus", "vs", "by",
                                         "in",  "of", "on", "the",    NULL};
    return text_is_one_of(part, joints);
}

static bool english_act(const struct sentence *s, uint32_t at, uint32_t listed, struct match *match)
{
    /* by form: what is surely a verb, and what may be a noun as well */
    static const struct phrase sure[] = {
        [VERB_BASE] = {.class = PHRASE_ACT, .form = VERB_BASE, .length = 3},
        [VERB_S] = {.class = PHRASE_ACT, .form = VERB_S, .length = 3},
        [VERB_ING] = {.class = PHRASE_ACT, .form = VERB_ING, .length = 3},
    };
    static const struct phrase doubtful[] = {
        [VERB_BASE] = {.class = PHRASE_ACT_NOUN, .form = VERB_BASE, .length = 3},
        [VERB_S] = {.class = PHRASE_ACT_NOUN, .form = VERB_S, .length = 3},
        [VERB_ING] = {.class = PHRASE_ACT_NOUN, .form = VERB_ING, .length = 3},
    };
    uint32_t begin = at, end = letters_end(s, at);
    while (end > begin && end < s->count && s->chars[end] == '-') { /* beta-test games */
        begin = end + 1;
        end = letters_end(s, begin);
        if (joins_words(sentence_text(s, (struct range){begin, end})))
            return false;
    }
    enum verb_form form = VERB_BASE;
    bool is_whole = end > begin && (end == s->count || s->chars[end] == ' ');
    if (!is_whole || listed >= end)
        return false;
    enum verb_kind kind = verb_of_english(&s->chars[begin], end - begin, &form);
    if (begin > at && kind != VERB_NONE && begins_with_prefix(s, (struct range){at, begin}))
        kind = VERB_SURE;                                    /* de-limes machines, re-hang doors */
    if (kind == VERB_NONE && precedes_article(s, at, end)) { /* leaflet the high street */
        kind = VERB_DOUBTFUL;
        form = is_behind_doing(s, at) ? VERB_S : VERB_BASE;
    }
    if (kind == VERB_NONE && begin == at && is_unknown_in_s(s, at, end)) {
        *match = (struct match){{at, end}, &doubtful[VERB_S]};
        return true;
    }
    if (kind == VERB_NONE || !is_verb_here(s, at, end, kind, form))
        return false;
    *match = (struct match){{at, end}, kind == VERB_SURE ? &sure[form] : &doubtful[form]};
    return true;
}

/* ---- Chinese ---- */

/* Particles and joining words, in front of which a word is a noun or tells how something is. */
static bool ends_noun(uint32_t c) { return text_has(TEXT("的之与和及或等者性率"), c); }

/* 呼吸机, 值班室: a character that makes a thing of the verb in front, where it is a word. */
static bool makes_thing(const struct sentence *s, uint32_t at)
{
    return at < s->count && verb_makes_thing(s->chars[at]) && s->is_boundary[at + 1];
}

static bool is_word(struct sentence *s, struct range at, struct arena *arena,
                    struct segmenter *segmenter)
{
    if (s->is_boundary == NULL)
        s->is_boundary = segmenter_boundaries(segmenter, arena, s->chars, s->count);
    return s->is_boundary[at.begin] && s->is_boundary[at.end];
}

#define CLAUSE_MIN 6 /* characters of a verb with more than an object: 拿铁咖啡 */

static bool chinese_act(struct sentence *s, uint32_t at, uint32_t listed, struct arena *arena,
                        struct segmenter *segmenter, struct match *match)
{
    static const struct phrase act = {.class = PHRASE_HEAD_ACT, .length = 2};
    /* behind a verb, what comes of it: 吹制, 拌好, 剪断, 拉开, 吊起, 推入, 系紧 */
    static const struct text results =
        TEXT_INIT("制造好完净妥断开起入出走掉紧松满碎直齐牢稳回匀熟透");
    uint32_t c = s->chars[at], next = at + 1 < s->count ? s->chars[at + 1] : 0;
    uint32_t behind = at + 2 < s->count ? s->chars[at + 2] : 0;
    bool is_later = at > 0 && listed > at && s->chars[at - 1] == ','; /* …，並能…: no verb */
    if (is_later || listed > at + 1 || !is_basic_han(c) || !is_basic_han(next) || ends_noun(next))
        return false;
    bool is_short = verb_is_short_han(c), is_joined = verb_is_joined_han(c, next);
    bool is_made = is_short && text_has(results, next);
    bool is_double = is_short && verb_is_short_han(next) && /* 烫洗; not 拿|抹布 */
                     is_word(s, (struct range){at, at + 2}, arena, segmenter);
    bool is_long = is_joined || verb_is_han(c, next) || is_made || is_double;
    *match = (struct match){{at, at + (is_long ? 2 : 1)}, &act};
    if (is_long)
        return !(is_joined ? text_has(TEXT("的之者性率"), behind) : ends_noun(behind)) &&
               is_word(s, match->at, arena, segmenter) && !makes_thing(s, match->at.end);
    bool is_first = at == 0 || s->chars[at - 1] == ',';
    bool is_last = at + 2 == s->count || text_has(TEXT(",;。."), behind); /* 适时|换水 */
    if (is_short && (is_first || is_last) && /* 剖鱼。, 磨刀、修鞋, 调琴并…, …，抹灰 */
        (!is_basic_han(behind) || text_has(TEXT("并和及"), behind)))
        return !text_has(TEXT("件车头场具机品库架器料车"), next);
    if (is_last && verb_begins_han(c, next)) { /* 施釉, 每日|植筋 */
        match->at.end = at + 2;
        return true;
    }
    bool is_open = (at == 0 && s->count >= CLAUSE_MIN) || /* 牵|导盲犬熟悉路线 */
                   (at > 0 && text_has(TEXT("前后时"), s->chars[at - 1])); /* 开馆前|擦展柜 */
    return is_short && is_basic_han(behind) && is_word(s, match->at, arena, segmenter) &&
           (is_open || !s->is_boundary[at + 2]); /* 登|台账: its object is a word */
}

bool unlisted_act_may_be(enum phrase_class class)
{
    return class == PHRASE_PARTY || class == PHRASE_UNIT || class == PHRASE_TRAIT ||
           class == PHRASE_MATTER || class == PHRASE_THING || class == PHRASE_RECIPIENT;
}

bool unlisted_act_at(struct sentence *s, uint32_t at, uint32_t listed, struct arena *arena,
                     struct segmenter *segmenter, struct match *match)
{
    return s->language == LANG_EN ? english_act(s, at, listed, match)
                                  : chinese_act(s, at, listed, arena, segmenter, match);
}
