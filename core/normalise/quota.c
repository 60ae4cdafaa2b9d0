#include "core/normalise/quota.h"
#include <unicode/uchar.h>

#define NOUN_WORDS 5 /* words between an English number and its unit or period */
#define RARELY 2     /* 每周一次, 每月 2 次 say how often, not how much */

struct figure {
    const struct sentence *s;
    const struct clause *clause;
    struct range number;
    uint32_t value;                     /* of plain digits or small numerals; 0: not known */
    const struct match *bound, *period; /* NULL: none */
};

/* ---- numbers ---- */

static bool is_digit(uint32_t c) { return u_isdigit((UChar32)c); }

/* What a text with gaps writes for a number: ××, XX. */
static bool is_gap(const struct sentence *s, uint32_t at)
{
    return at < s->count && (s->chars[at] == 0xD7 || s->chars[at] == 'x');
}

/* Its value where it is a digit, else more than any that matters; 0: no numeral. */
static uint32_t numeral_value(uint32_t c)
{
    switch (c) {
    case 0x4E00: /* 一 */
        return 1;
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
        return 2;
    case 0x4E09: /* 三 */
    case 0x56DB: /* 四 */
    case 0x4E94: /* 五 */
    case 0x516D: /* 六 */
    case 0x4E03: /* 七 */
    case 0x516B: /* 八 */
    case 0x4E5D: /* 九 */
    case 0x5341: /* 十 */
    case 0x767E: /* 百 */
    case 0x5343: /* 千 */
    case 0x4E07: /* 万 */
    case 0x4EBF: /* 亿 */
    case 0x534A: /* 半 */
    case 0x51E0: /* 几 */
        return RARELY + 1;
    default:
        return 0;
    }
}

static bool joins_digits(const struct sentence *s, uint32_t at)
{
    return (s->chars[at] == ',' || s->chars[at] == '.') && at + 1 < s->count &&
           is_digit(s->chars[at + 1]);
}

/* The number that begins at the code point, into figure; false when there is none. */
static bool read_number(struct figure *f, uint32_t at)
{
    const struct sentence *s = f->s;
    uint32_t end = at, value = 0;
    f->number.begin = at;
    if (is_digit(s->chars[at]))
        for (; end < s->count && (is_digit(s->chars[end]) || joins_digits(s, end)); end++)
            value = value < 1000 ? 10 * value + (s->chars[end] - '0') : value;
    uint32_t gaps = at;
    while (is_gap(s, gaps))
        gaps++;
    end = gaps > at + 1 ? gaps : end;
    while (end < s->count && s->language != LANG_EN && numeral_value(s->chars[end]) > 0)
        value = end == at ? numeral_value(s->chars[end++]) : (end++, (uint32_t)1000);
    if (end == at && s->language == LANG_EN) {
        const struct match *word = sentence_at(s, at, PHRASE_NUMBER);
        end = word == NULL ? at : word->at.end;
    }
    f->number.end = end;
    f->value = value;
    return end > at;
}

/* A figure in a code (QF-07, ISO 9001:2015, 24-hour, 3D) or an ordinal is no amount. */
static bool is_part_of_code(const struct figure *f)
{
    const struct sentence *s = f->s;
    uint32_t before = f->number.begin == 0 ? ' ' : s->chars[f->number.begin - 1];
    uint32_t after = f->number.end == s->count ? ' ' : s->chars[f->number.end];
    bool joins = before == '-' || before == '/' || before == '.' || before == '#' || after == '-' ||
                 after == '/';
    bool is_ordinal = before == 0x7B2C; /* 第 */
    return joins || is_ordinal || (before >= 'a' && before <= 'z') ||
           (after >= 'a' && after <= 'z');
}

/* ---- around a number ---- */

static const struct match *match_ending(const struct figure *f, uint32_t end,
                                        enum phrase_class class)
{
    return sentence_ending(f->s, (struct range){f->clause->at.begin, end}, class);
}

static const struct match *match_after(const struct figure *f, uint32_t at, enum phrase_class class)
{
    return sentence_at(f->s, skip_blanks(f->s, at, f->clause->at.end), class);
}

/* The class among the next few words; English puts nouns between a number and its unit. */
static const struct match *match_soon(const struct figure *f, uint32_t at, enum phrase_class class)
{
    for (unsigned words = 0; words < NOUN_WORDS; words++) {
        at = skip_blanks(f->s, at, f->clause->at.end);
        const struct match *found = sentence_at(f->s, at, class);
        if (found != NULL)
            return found;
        while (at < f->clause->at.end && f->s->chars[at] != ' ')
            at++;
    }
    return NULL;
}

/* 5,000 元以下的…, 50 人以上的…: the size of what is worked on. */
static bool is_scope(const struct figure *f, uint32_t end)
{
    uint32_t at = skip_blanks(f->s, end, f->clause->at.end);
    return at < f->clause->at.end && (f->s->chars[at] == 0x7684 || f->s->chars[at] == 0x4E4B);
}

/* 完成年銷售任務1000萬: what bounds the number begins the clause that it ends. */
static bool is_reached(const struct figure *f, uint32_t end)
{
    struct range front = {f->clause->at.begin, f->number.begin};
    return f->s->language != LANG_EN && end == f->clause->at.end &&
           sentence_at(f->s, front.begin, PHRASE_BOUND_BEFORE) != NULL;
}

/* 100萬元以上合同: likewise, where nothing bounds the number from the front. */
static bool is_size_of_what_follows(const struct figure *f, uint32_t end)
{
    uint32_t at = skip_blanks(f->s, end, f->clause->at.end);
    return f->s->language != LANG_EN && f->bound == NULL && f->period == NULL &&
           at < f->clause->at.end && u_isalpha((UChar32)f->s->chars[at]);
}

/* "Review contracts over $50,000": the size of what is worked on, unless it is to be reached. */
static bool is_size_of_what_precedes(const struct figure *f)
{
    static const char *const bounds[] = {"over",      "above",        "below",
                                         "under",     "exceeding",    "less than",
                                         "more than", "in excess of", NULL};
    static const char *const reaching[] = {"achieve~", "generate~", "reach~",   "raise~", "earn~",
                                           "sell~",    "bring~",    "secure~",  "win~",   "save~",
                                           "make~",    "close~",    "deliver~", "turn~",  NULL};
    if (f->s->language != LANG_EN || f->bound == NULL || f->period != NULL ||
        f->clause->verb == NULL)
        return false;
    bool is_side = false;
    for (const char *const *bound = bounds; *bound != NULL; bound++)
        is_side = is_side || text_is(f->bound->phrase->words, *bound);
    for (const char *const *verb = reaching; *verb != NULL; verb++)
        if (text_is(f->clause->verb->words, *verb))
            return false;
    return is_side;
}

/* ---- kinds of quotas: each gives the end of the figure, or 0 ---- */

static uint32_t percent_end(struct figure *f)
{
    const struct match *sign = match_after(f, f->number.end, PHRASE_PERCENT);
    const struct match *before = match_ending(f, f->number.begin, PHRASE_PERCENT); /* 百分之 */
    if (sign == NULL && before == NULL)
        return 0;
    uint32_t end = sign != NULL ? sign->at.end : f->number.end;
    uint32_t at = f->number.begin;
    bool in_brackets =
        at > 0 && f->s->chars[at - 1] == '(' && end < f->s->count && f->s->chars[end] == ')';
    if (in_brackets || match_ending(f, f->number.begin, PHRASE_SHARE_OF_TIME) != NULL ||
        match_after(f, end, PHRASE_SHARE_OF_TIME) != NULL)
        return 0;
    const struct match *bound = match_after(f, end, PHRASE_BOUND_AFTER);
    const struct match *limit = match_after(f, end, PHRASE_LIMIT);
    if (is_scope(f, bound != NULL ? bound->at.end : end))
        return 0;
    return bound != NULL ? bound->at.end : limit != NULL ? limit->at.end : end;
}

static uint32_t time_end(struct figure *f)
{
    const struct match *unit = match_after(f, f->number.end, PHRASE_TIME_UNIT);
    if (unit == NULL)
        return 0;
    const struct match *after = match_after(f, unit->at.end, PHRASE_LIMIT);
    const struct match *before = match_ending(f, f->number.begin, PHRASE_LIMIT);
    if (f->bound == NULL)
        f->bound = before;
    if (after != NULL && !is_scope(f, after->at.end))
        return after->at.end;
    return f->bound != NULL && f->s->language != LANG_EN ? unit->at.end
           : before != NULL                              ? unit->at.end
                                                         : 0;
}

static uint32_t money_end(struct figure *f)
{
    uint32_t before = f->number.begin == 0 ? ' ' : f->s->chars[f->number.begin - 1];
    bool has_sign = before == '$' || before == 0xA3 || before == 0x20AC || before == 0xA5;
    const struct match *unit = match_after(f, f->number.end, PHRASE_MONEY_UNIT);
    if (unit == NULL && !has_sign)
        return 0;
    uint32_t end = unit != NULL ? unit->at.end : f->number.end;
    const struct match *after = match_after(f, end, PHRASE_BOUND_AFTER);
    const struct match *limit = match_after(f, end, PHRASE_LIMIT);
    f->number.begin -= has_sign;
    if (f->bound == NULL)
        f->bound = match_ending(f, f->number.begin, PHRASE_BOUND_BEFORE);
    bool is_asked = f->bound != NULL || after != NULL || f->period != NULL || is_reached(f, end);
    uint32_t full = after != NULL ? after->at.end : end;
    if (is_size_of_what_follows(f, full) || is_size_of_what_precedes(f))
        return 0;
    return is_asked && limit == NULL && !is_scope(f, full) ? full : 0;
}

static uint32_t count_end(struct figure *f)
{
    bool is_english = f->s->language == LANG_EN;
    const struct match *unit = is_english ? match_soon(f, f->number.end, PHRASE_COUNT_UNIT)
                                          : match_after(f, f->number.end, PHRASE_COUNT_UNIT);
    const struct match *period =
        is_english ? match_soon(f, f->number.end, PHRASE_PERIOD) : f->period;
    if (match_after(f, f->number.end, PHRASE_TIME_UNIT) != NULL)
        return 0; /* 8 hours a day */
    if (is_english) {
        if (unit == NULL && (period == NULL || period->at.begin <= f->number.end + 1))
            return 0;
        if (f->bound == NULL && period == NULL)
            return 0;
        return unit != NULL ? unit->at.end : f->number.end;
    }
    const struct match *after =
        unit == NULL ? NULL : match_after(f, unit->at.end, PHRASE_BOUND_AFTER);
    uint32_t end = after != NULL ? after->at.end : unit != NULL ? unit->at.end : 0;
    bool is_bound = f->bound != NULL || after != NULL;
    bool is_times = unit != NULL && f->s->chars[unit->at.begin] == 0x6B21; /* 次 */
    bool says_how_often =
        f->value > 0 && f->value <= (is_times ? RARELY : 1) && unit != NULL && !is_bound;
    bool has_period = period != NULL && period->at.begin < f->number.begin;
    return (is_bound || has_period) && !says_how_often && end > 0 && !is_scope(f, end) ? end : 0;
}

static bool is_quota(struct figure *f, struct quota *quota)
{
    f->bound = match_ending(f, f->number.begin, PHRASE_BOUND_BEFORE);
    uint32_t end = is_part_of_code(f) ? 0 : percent_end(f);
    if (end == 0 && !is_part_of_code(f))
        end = time_end(f);
    if (end == 0 && !is_part_of_code(f))
        end = money_end(f);
    if (end == 0 && !is_part_of_code(f))
        end = count_end(f);
    const struct match *period =
        f->s->language == LANG_EN ? match_soon(f, end, PHRASE_PERIOD) : f->period;
    quota->at = (struct range){f->bound != NULL ? f->bound->at.begin : f->number.begin, end};
    quota->period = period != NULL ? period->at : (struct range){0, 0};
    quota->clause = f->clause;
    return end > 0;
}

bool quota_find(const struct sentence *s, uint32_t from, struct quota *quota)
{
    struct figure f = {.s = s};
    size_t clause = 0;
    for (uint32_t at = from; at<s->count; at = f.number.end> at ? f.number.end : at + 1) {
        bool is_within = at > 0 && s->chars[at - 1] >= 'a' && s->chars[at - 1] <= 'z';
        f.number = (struct range){at, at};
        if (s->is_quoted[at] || is_within || !read_number(&f, at))
            continue;
        while (clause < s->clause_count && s->clauses[clause].at.end <= at)
            clause++;
        if (clause == s->clause_count)
            return false;
        if (f.clause != &s->clauses[clause]) {
            f.clause = &s->clauses[clause];
            f.period = sentence_find(s, f.clause->at, PHRASE_PERIOD);
        }
        uint32_t end = f.number.end;
        if (is_quota(&f, quota))
            return true;
        f.number.end = end;
    }
    return false;
}
