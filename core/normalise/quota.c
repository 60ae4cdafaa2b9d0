#include "core/normalise/quota.h"
#include "core/model/fold.h"
#include "core/normalise/english_words.h"
#include "core/normalise/numeral.h"
#include "core/normalise/quota_digits.h"
#include <unicode/uchar.h>

#define NOUN_WORDS 5  /* words between an English number and its unit or period */
#define NEARLY_ALL 90 /* percent of the time: no part of the work takes as much */
#define RARELY 2      /* 每周一次, 每月 2 次 say how often, not how much */

struct figure {
    const struct sentence *s;
    const struct clause *clause;
    struct range number;
    bool is_share;                      /* 百分之五 */
    uint32_t value;                     /* of plain digits or small numerals; 0: not known */
    const struct match *bound, *period; /* NULL: none */
    struct range unit;                  /* as in struct quota */
};

/* ---- numbers ---- */

/* Its value where that is a small one, else more than any that matters; 0: no numeral. */
static uint32_t numeral_value(uint32_t c)
{
    struct numeral numeral = {.value = 0};
    bool is_other = c == u'万' || c == u'亿' || c == u'半' || c == u'几';
    if (is_other || (numeral_of(c, &numeral) && numeral.value > RARELY))
        return RARELY + 1;
    return numeral.value;
}

/* The number that begins at the code point, into figure; false when there is none. */
static bool read_number(struct figure *f, uint32_t at)
{
    const struct sentence *s = f->s;
    uint32_t end = at, value = 0;
    f->number.begin = at;
    f->number.end = quota_share_end(s, at, &f->value);
    f->is_share = f->number.end > at;
    if (f->is_share)
        return true;
    if (is_digit(s->chars[at]))
        for (; end < s->count && (is_digit(s->chars[end]) || joins_digits(s, end)); end++)
            value = value < 1000 ? 10 * value + (s->chars[end] - '0') : value;
    uint32_t gaps = at;
    while (quota_is_gap(s, gaps))
        gaps++;
    end = gaps > at + 1 ? gaps : end;
    while (end < s->count && s->language != LANG_EN && numeral_value(s->chars[end]) > 0)
        value = end == at ? numeral_value(s->chars[end++]) : (end++, (uint32_t)1000);
    if (end == at && s->language == LANG_EN) {
        const struct match *word = sentence_at(s, at, PHRASE_NUMBER);
        end = word != NULL ? word->at.end : quota_article_end(s, at);
    } else if (s->language == LANG_EN && end < s->count && is_scale(s, end)) {
        end++; /* £15k */
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

/* 5,000 元以下的…, 50 人以上的…, 超過46小時者…: the size of what is worked on. */
static bool is_scope(const struct figure *f, uint32_t end)
{
    uint32_t at = skip_blanks(f->s, end, f->clause->at.end);
    return at < f->clause->at.end && text_has(TEXT("的之者"), f->s->chars[at]) &&
           !quota_is_aimed_at(f->s, at, f->clause->at.end);
}

/* 完成年銷售任務1000萬, 負責完成200人的任務: what bounds the number begins the clause that it ends. */
static bool is_reached(const struct figure *f, uint32_t end)
{
    uint32_t begin = f->clause->at.begin;
    const struct match *opening = sentence_at(f->s, begin, PHRASE_OPENING);
    begin = opening == NULL ? begin : opening->at.end;
    return f->s->language != LANG_EN &&
           (end == f->clause->at.end || quota_is_aimed_at(f->s, end, f->clause->at.end)) &&
           sentence_at(f->s, begin, PHRASE_BOUND_BEFORE) != NULL;
}

/* 達1000萬, 不低於三十萬: whatever is counted, there are many of it. */
static bool is_scaled(const struct figure *f)
{
    uint32_t last = f->s->chars[f->number.end - 1];
    bool is_bound = f->bound != NULL && f->number.end == f->clause->at.end;
    return (last == 0x4E07 || last == 0x4EBF) && /* 万, 亿 */
           (is_bound || is_reached(f, f->number.end));
}

/* 100萬元以上合同: likewise, where nothing bounds the number from the front. */
static bool is_size_of_what_follows(const struct figure *f, uint32_t end)
{
    uint32_t at = skip_blanks(f->s, end, f->clause->at.end);
    return f->s->language != LANG_EN && f->bound == NULL && f->period == NULL &&
           !quota_is_aimed_at(f->s, end, f->clause->at.end) && at < f->clause->at.end &&
           u_isalpha((UChar32)f->s->chars[at]);
}

/* "Review contracts over $50,000": the size of what is worked on, unless it is to be reached. */
static bool is_size_of_what_precedes(const struct figure *f)
{
    static const char *const bounds[] = {"over",      "above",        "below",
                                         "under",     "exceeding",    "less than",
                                         "more than", "in excess of", NULL};
    static const char *const reaching[] = {"achieve~",  "generate~", "reach~",   "raise~",  "earn~",
                                           "sell~",     "bring~",    "secure~",  "win~",    "save~",
                                           "make~",     "close~",    "deliver~", "turn~",   "keep~",
                                           "maintain~", "hold~",     "limit~",   "reduce~", NULL};
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

/* Inspect vehicles over 3.5 tonnes: something stands between the act and the bound. */
static bool is_size_of_object(const struct figure *f)
{
    return is_size_of_what_precedes(f) && f->clause->kind == CLAUSE_ACT &&
           skip_blanks(f->s, f->clause->act.end, f->bound->at.begin) < f->bound->at.begin;
}

/* ---- kinds of quotas: each gives the end of the figure, or 0 ---- */

/* 20% - Review …, 10% May conduct …: how much of the time; a sentence of its own follows. */
static bool begins_record(const struct figure *f, uint32_t end)
{
    const struct sentence *s = f->s;
    while (end < s->count && (s->chars[end] == ' ' || s->chars[end] == '-' ||
                              s->chars[end] == ':' || s->chars[end] == 0x2013))
        end++;
    if (s->language != LANG_EN || skip_blanks(s, 0, s->count) != f->number.begin || end >= s->count)
        return false;
    char first = s->text.data[s->offsets[end]];
    return first >= 'A' && first <= 'Z';
}

/* Lead the mapping efforts 15%: as the caption of what takes so much of the time. */
static bool ends_caption(const struct figure *f, uint32_t end)
{
    const struct sentence *s = f->s;
    return end < s->count && s->chars[end] == ':' && skip_blanks(s, end + 1, s->count) == s->count;
}

/* Trusted by over 40% of growers: whose choice it is, and no aim. */
static bool is_of_users(const struct figure *f)
{
    static const char *const openers[] = {"trusted by ", "used by ",  "chosen by ",
                                          "loved by ",   "relied on", NULL};
    return f->s->language == LANG_EN &&
           text_opening_size(sentence_text(f->s, f->clause->at), openers) > 0;
}

/* Calculate VAT at 20 %, 配製0.9%氯化鈉: a rate, and no aim. */
static bool is_rate(const struct figure *f)
{
    const struct clause *clause = f->clause;
    return f->period == NULL && clause->kind == CLAUSE_ACT &&
           sentence_at(f->s, clause->act.begin, PHRASE_RATING) != NULL;
}

static uint32_t percent_end(struct figure *f)
{
    const struct match *sign = match_after(f, f->number.end, PHRASE_PERCENT);
    const struct match *before = match_ending(f, f->number.begin, PHRASE_PERCENT); /* 百分之 */
    if (sign == NULL && before == NULL && !f->is_share)
        return 0;
    uint32_t end = sign != NULL ? sign->at.end : f->number.end;
    uint32_t at = f->number.begin;
    bool in_brackets =
        at > 0 && f->s->chars[at - 1] == '(' && end < f->s->count && f->s->chars[end] == ')';
    bool is_share = match_ending(f, f->number.begin, PHRASE_SHARE_OF_TIME) != NULL ||
                    match_after(f, end, PHRASE_SHARE_OF_TIME) != NULL;
    if (in_brackets || is_of_users(f) || is_rate(f) || begins_record(f, end) ||
        ends_caption(f, end) || (is_share && f->value < NEARLY_ALL))
        return 0; /* 20 % of the time; the service level is met 96 % of the time */
    const struct match *bound = match_after(f, end, PHRASE_BOUND_AFTER);
    const struct match *limit = match_after(f, end, PHRASE_LIMIT);
    if (is_scope(f, bound != NULL ? bound->at.end : end))
        return 0;
    return bound != NULL ? bound->at.end : limit != NULL ? limit->at.end : end;
}

/* Process refunds in 48 hours: by when it is done; not in 12 hour shifts, in 3 days of tests. */
static bool is_in_time(const struct figure *f, const struct match *unit)
{
    struct text before = sentence_text(f->s, english_word_before(f->s, f->number.begin));
    return f->s->language == LANG_EN && text_is(before, "in") && f->clause->kind == CLAUSE_ACT &&
           skip_blanks(f->s, unit->at.end, f->clause->at.end) == f->clause->at.end &&
           english_ends_in_s(sentence_text(f->s, unit->at));
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
    if (is_in_time(f, unit) || quota_is_cut_to(f->s, f->clause, f->number.begin))
        return unit->at.end;
    bool is_of_person = /* 三個月以下嬰兒 */
        after != NULL && f->bound == NULL && f->period == NULL && f->s->language != LANG_EN &&
        text_ends_with(after->phrase->words, TEXT("以下")) &&
        match_after(f, after->at.end, PHRASE_PARTY) != NULL;
    if (after != NULL && !is_scope(f, after->at.end) && !is_of_person)
        return after->at.end;
    bool is_english = f->s->language == LANG_EN;
    bool is_set = f->bound != NULL && /* at least 2 hours may be a span, a time of 2 hours is set */
                  (!is_english || text_ends_with(f->bound->phrase->words, TEXT(" of")) ||
                   text_ends_with(f->bound->phrase->words, TEXT(" more than")));
    return is_set || before != NULL ? unit->at.end : 0;
}

#define CURRENCY_LENGTH 3 /* code points of a currency's code */

/* EUR 300,000: the code in front of the number; NULL: none stands there. */
static const struct match *currency_before(const struct figure *f)
{
    const struct match *code = match_ending(f, f->number.begin, PHRASE_MONEY_UNIT);
    bool is_code = code != NULL && f->s->language == LANG_EN &&
                   code->at.end == code->at.begin + CURRENCY_LENGTH;
    return is_code ? code : NULL;
}

/* 每車 10 元停車費: what each pays or gets, and no aim. */
static bool is_fee(const struct figure *f, uint32_t end)
{
    return f->s->language != LANG_EN && f->bound == NULL &&
           quota_leads_to_fee(f->s, (struct range){end, f->clause->at.end});
}

static uint32_t money_end(struct figure *f)
{
    uint32_t before = f->number.begin == 0 ? ' ' : f->s->chars[f->number.begin - 1];
    const struct match *code = currency_before(f);
    bool has_sign = before == '$' || before == 0xA3 || before == 0x20AC || before == 0xA5;
    const struct match *unit = match_after(f, f->number.end, PHRASE_MONEY_UNIT);
    if (unit == NULL && code == NULL && !has_sign && !is_scaled(f))
        return 0;
    uint32_t end = unit != NULL ? unit->at.end : f->number.end;
    const struct match *after = match_after(f, end, PHRASE_BOUND_AFTER);
    const struct match *limit = match_after(f, end, PHRASE_LIMIT);
    f->number.begin = code != NULL ? code->at.begin : f->number.begin - has_sign;
    if (f->bound == NULL)
        f->bound = match_ending(f, f->number.begin, PHRASE_BOUND_BEFORE);
    bool is_asked = f->bound != NULL || after != NULL || f->period != NULL || is_reached(f, end) ||
                    quota_is_to_be_reached(f->s, f->clause, f->number.begin);
    uint32_t full = after != NULL ? after->at.end : end;
    if (is_size_of_what_follows(f, full) || is_size_of_what_precedes(f) || is_fee(f, full))
        return 0;
    return is_asked && limit == NULL && !is_scope(f, full) ? full : 0;
}

/* At least six, a minimum of six: so many have to be reached. */
static bool has_least(const struct figure *f)
{
    static const char *const bounds[] = {"at least",  "a minimum", "minimum of", "no fewer",
                                         "not fewer", "no less",   "not less",   NULL};
    return f->bound != NULL && text_starts_with_one_of(f->bound->phrase->words, bounds);
}

/* Recruit forty members, win six contracts: the verb is about how many it gets. */
static bool is_gained(const struct figure *f)
{
    static const char *const verbs[] = {"recruit", "sign",    "enrol", "win",  "gain",    "attract",
                                        "secure",  "acquire", "sell",  "land", "book in", NULL};
    static const char *const nearly[] = {"about", "around", "some", "approximately", NULL};
    const struct clause *clause = f->clause;
    uint32_t at = skip_blanks(f->s, clause->act.end, f->s->count);
    struct range word = {at, english_word_end(f->s, at, f->number.begin)};
    if (text_is_one_of(sentence_text(f->s, word), nearly))
        at = english_skip_word(f->s, at, f->number.begin);
    return clause->kind == CLAUSE_ACT && clause->verb != NULL && at == f->number.begin &&
           text_starts_with_one_of(clause->verb->words, verbs);
}

/* A score of 90, score at least 90 in every audit: nothing is counted, and so much is reached. */
static bool is_score(const struct figure *f)
{
    static const char *const scores[] = {"rating of", "score of", "nps of", "index of",
                                         "grade of",  "at least", NULL};
    uint32_t at = skip_blanks(f->s, f->number.end, f->clause->at.end);
    return f->bound != NULL && text_ends_with_one_of(f->bound->phrase->words, scores) &&
           (at == f->clause->at.end || sentence_at(f->s, at, PHRASE_PREPOSITION) != NULL);
}

/* Visits ten dairy farms each month: so many in a time, right behind the verb. */
static bool is_done_in_period(const struct figure *f, uint32_t plural)
{
    const struct clause *clause = f->clause;
    return plural > 0 && clause->kind == CLAUSE_ACT && f->value != 1 &&
           skip_blanks(f->s, clause->act.end, f->s->count) == f->number.begin &&
           match_after(f, plural, PHRASE_PERIOD) != NULL;
}

static uint32_t english_count_end(struct figure *f, const struct match *unit,
                                  const struct match *period)
{
    const struct match *bound = match_after(f, f->number.end, PHRASE_BOUND_AFTER);
    uint32_t plural = quota_plural_end(f->s, f->number.end);
    if (!has_least(f) && !is_gained(f) && !is_done_in_period(f, plural))
        plural = 0;
    bool is_some =
        bound != NULL && /* within one or more of the workstreams */
        text_starts_with(text_from(f->s->text, f->s->offsets[bound->at.end]), TEXT(" of "));
    if (f->bound != NULL && bound != NULL && unit == NULL && !is_some)
        return bound->at.end; /* a score of 4.5 or higher */
    if (unit == NULL && plural > 0)
        f->unit = (struct range){f->number.end, plural};
    if (plural > 0 && (unit == NULL || (f->bound == NULL && period == NULL)))
        return plural;
    if (unit == NULL && period != NULL && period->at.begin <= f->number.end + 1)
        return f->bound != NULL ? f->number.end : 0; /* to less than 2 per month */
    if (unit == NULL && period == NULL)
        return is_score(f) ? f->number.end : 0;
    if (f->bound == NULL && period == NULL)
        return 0;
    if (unit != NULL)
        f->unit = (struct range){f->number.end, unit->at.end};
    return unit != NULL ? unit->at.end : f->number.end;
}

static uint32_t count_end(struct figure *f)
{
    bool is_english = f->s->language == LANG_EN;
    const struct match *unit = is_english ? match_soon(f, f->number.end, PHRASE_COUNT_UNIT)
                                          : match_after(f, f->number.end, PHRASE_COUNT_UNIT);
    const struct match *period =
        is_english ? match_soon(f, f->number.end, PHRASE_PERIOD) : f->period;
    const struct match *time = match_after(f, f->number.end, PHRASE_TIME_UNIT);
    bool is_article = is_english && quota_article_end(f->s, f->number.begin) == f->number.end;
    bool is_score = time != NULL && unit != NULL && unit->at.end > time->at.end; /* 90 分以上 */
    bool is_of_work =
        is_english && time != NULL && period != NULL && /* 2 hours of drills a week */
        text_starts_with(text_from(f->s->text, f->s->offsets[time->at.end]), TEXT(" of "));
    if (time != NULL && !is_score) /* 8 hours a day: none */
        return is_of_work || (f->bound != NULL && period != NULL) ? time->at.end : 0;
    if (is_english)
        return is_size_of_object(f) || is_article ||
                       (f->bound == NULL && quota_is_number_of_thing(f->s, f->number) &&
                        !is_done_in_period(f, quota_plural_end(f->s, f->number.end)))
                   ? 0
                   : english_count_end(f, unit, period);
    const struct match *after =
        unit == NULL ? NULL : match_after(f, unit->at.end, PHRASE_BOUND_AFTER);
    uint32_t end = after != NULL ? after->at.end : unit != NULL ? unit->at.end : 0;
    bool is_one = f->value == 1 && f->bound != NULL && period == NULL &&
                  text_is(f->bound->phrase->words, "完成"); /* 完成一個示例 */
    bool is_bound = (f->bound != NULL && !is_one) || after != NULL || is_score ||
                    (f->value > RARELY && is_reached(f, end)); /* 招收會員 200 名 */
    bool is_times = unit != NULL && f->s->chars[unit->at.begin] == 0x6B21; /* 次 */
    bool says_how_often =
        f->value > 0 && f->value <= (is_times ? RARELY : 1) && unit != NULL && !is_bound;
    bool has_period = period != NULL && period->at.begin < f->number.begin;
    bool is_of_thing = /* 50 人以上的班組; 每年兩場以上的演練 */
        end > 0 && is_scope(f, end) &&
        !(has_period && after != NULL && !text_has(TEXT("人名岁"), f->s->chars[unit->at.begin]));
    bool is_size = after != NULL && is_size_of_what_follows(f, end) &&
                   quota_is_measure(sentence_text(f->s, unit->at));
    return (is_bound || has_period) && !says_how_often && end > 0 && !is_of_thing && !is_size ? end
                                                                                              : 0;
}

#define ACT_MAX 4 /* code points of the act between a bound and its number */

/* 至少组织两次: the bound, be there an act between it and the number. */
static const struct match *bound_of(const struct figure *f)
{
    const struct match *bound = match_ending(f, f->number.begin, PHRASE_BOUND_BEFORE);
    for (uint32_t gap = 1; bound == NULL && gap <= ACT_MAX && f->s->language != LANG_EN &&
                           f->number.begin >= f->clause->at.begin + gap;
         gap++) {
        const struct match *act = sentence_act_at(f->s, f->number.begin - gap);
        if (act != NULL && act->at.end == f->number.begin)
            bound = match_ending(f, act->at.begin, PHRASE_BOUND_BEFORE);
    }
    return bound;
}

static bool is_quota(struct figure *f, struct quota *quota)
{
    f->bound = bound_of(f);
    f->unit = (struct range){0, 0};
    uint32_t end = is_part_of_code(f) ? 0 : percent_end(f);
    if (end == 0 && !is_part_of_code(f)) {
        end = time_end(f);
        if (end > 0 && f->s->language != LANG_EN && is_scope(f, end))
            return false; /* 庫齡超過 90 天的物料 */
    }
    if (end == 0 && !is_part_of_code(f))
        end = money_end(f);
    if (end == 0 && !is_part_of_code(f) &&
        !quota_is_known(f->s, (struct range){f->clause->at.begin, f->number.begin}))
        end = count_end(f);
    const struct match *period =
        f->s->language == LANG_EN ? match_soon(f, end, PHRASE_PERIOD) : f->period;
    quota->at = (struct range){f->bound != NULL ? f->bound->at.begin : f->number.begin, end};
    quota->period = period != NULL ? period->at : (struct range){0, 0};
    quota->unit = f->unit;
    quota->clause = f->clause;
    return end > 0;
}

/* 零事故, zero complaints: a quota in words, at or after the code point from. */
static bool find_in_words(const struct sentence *s, uint32_t from, struct quota *quota)
{
    const struct match *figure = sentence_find(s, (struct range){from, s->count}, PHRASE_FIGURE);
    const struct clause *clause = figure == NULL ? NULL : sentence_clause_at(s, figure->at.begin);
    if (clause == NULL)
        return false;
    *quota = (struct quota){.at = figure->at, .clause = clause};
    return true;
}

/* Most characters are Han, and no numerals. */
static bool begins_no_number(uint32_t c) { return is_basic_han(c) && numeral_value(c) == 0; }

static bool find_number(const struct sentence *s, uint32_t from, struct quota *quota)
{
    struct figure f = {.s = s};
    size_t clause = 0;
    for (uint32_t at = from; at<s->count; at = f.number.end> at ? f.number.end : at + 1) {
        bool is_within = at > 0 && s->chars[at - 1] >= 'a' && s->chars[at - 1] <= 'z';
        f.number = (struct range){at, at};
        if (s->is_quoted[at] || is_within || begins_no_number(s->chars[at]) || !read_number(&f, at))
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

bool quota_find(const struct sentence *s, uint32_t from, struct quota *quota)
{
    return find_number(s, from, quota) || find_in_words(s, from, quota);
}
