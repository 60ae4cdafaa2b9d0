#include "core/draft/quantity.h"
#include "core/model/fold.h"
#include "core/normalise/numeral.h"

#define ONE 1000
#define MOST ((int64_t)1000000000000) /* a number beyond that is none; products stay in 64 bits */
#define MINUTE 60
#define HOUR 3600
#define WORKING_DAY ((int64_t)8 * HOUR)

/* What is read at a place of the folded text; 0 bytes: nothing. */
struct number {
    int64_t value; /* thousandths */
    size_t size;
    bool is_word; /* 三, twice: not digits */
};

struct unit {
    const char *word; /* folded */
    int64_t value;
};

/* Periods: times a year. Longer words first where one begins another. */
static const struct unit periods[] = {
    {"半年", 2},      {"半月", 24},      {"双周", 25},   {"工作日", 250},  {"季度", 4},
    {"星期", 50},     {"小时", 2000},    {"礼拜", 50},   {"日", 250},      {"天", 250},
    {"班", 250},      {"周", 50},        {"月", 12},     {"季", 4},        {"年", 1},
    {"daily", 250},   {"days", 250},     {"day", 250},   {"shifts", 250},  {"shift", 250},
    {"biweekly", 25}, {"fortnight", 25}, {"weekly", 50}, {"weeks", 50},    {"week", 50},
    {"monthly", 12},  {"months", 12},    {"month", 12},  {"quarter", 4},   {"annual", 1},
    {"yearly", 1},    {"years", 1},      {"year", 1},    {"hourly", 2000}, {"hours", 2000},
    {"hour", 2000},
};
static const struct unit durations[] = {
    {"小时", HOUR},
    {"分钟", MINUTE},
    {"分", MINUTE},
    {"秒", 1},
    {"天", WORKING_DAY},
    {"日", WORKING_DAY},
    {"时", HOUR},
    {"hours", HOUR},
    {"hour", HOUR},
    {"hrs", HOUR},
    {"hr", HOUR},
    {"h", HOUR},
    {"minutes", MINUTE},
    {"minute", MINUTE},
    {"mins", MINUTE},
    {"min", MINUTE},
    {"m", MINUTE},
    {"seconds", 1},
    {"second", 1},
    {"secs", 1},
    {"sec", 1},
    {"s", 1},
    {"days", WORKING_DAY},
    {"day", WORKING_DAY},
};
static const struct unit words[] = {
    {"once", 1},  {"twice", 2}, {"thrice", 3}, {"one", 1},     {"two", 2},
    {"three", 3}, {"four", 4},  {"five", 5},   {"six", 6},     {"seven", 7},
    {"eight", 8}, {"nine", 9},  {"ten", 10},   {"twelve", 12},
};

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/* The row whose word stands at `at`, as a word of its own if it is of letters; NULL: none. */
static const struct unit *unit_at(struct text t, size_t at, const struct unit *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text word = text_from_string(rows[i].word);
        if (!text_starts_with(text_from(t, at), word))
            continue;
        size_t end = at + word.size;
        bool is_latin = is_letter(word.data[0]);
        if (!is_latin ||
            ((at == 0 || !is_letter(t.data[at - 1])) && (end == t.size || !is_letter(t.data[end]))))
            return &rows[i];
    }
    return NULL;
}
#define UNIT_AT(t, at, rows) unit_at((t), (at), (rows), sizeof(rows) / sizeof *(rows))

/* 三, 十二, 二百五十, 半 */
static struct number han_number(struct text t, size_t at)
{
    struct counting counting = {0};
    struct numeral numeral;
    size_t end = at;
    while (end < t.size && counting.whole < MOST) {
        size_t next = end;
        uint32_t c = text_next(t, &next);
        if (c == u'半' && end == at)
            return (struct number){ONE / 2, next - at, true};
        if (!numeral_of(c, &numeral))
            break;
        count_numeral(&counting, numeral);
        end = next;
    }
    return (struct number){counted(counting) * ONE, end - at, true};
}

static struct number digits(struct text t, size_t at)
{
    int64_t value = 0, place = ONE;
    size_t end = at;
    bool has_point = false;
    for (; end < t.size && value < MOST; end++) {
        char c = t.data[end];
        bool is_next = end + 1 < t.size && t.data[end + 1] >= '0' && t.data[end + 1] <= '9';
        if (c >= '0' && c <= '9' && (!has_point || place > 1)) {
            place = has_point ? place / 10 : place;
            value = has_point ? value + place * (c - '0') : value * 10 + (int64_t)ONE * (c - '0');
        } else if (c == '.' && !has_point && is_next)
            has_point = true;
        else if (!(c == ',' && !has_point && is_next) && !(c >= '0' && c <= '9'))
            break;
    }
    return (struct number){value, end - at, false};
}

static struct number number_at(struct text t, size_t at)
{
    if (t.data[at] >= '0' && t.data[at] <= '9')
        return digits(t, at);
    const struct unit *word = UNIT_AT(t, at, words);
    if (word != NULL)
        return (struct number){word->value * ONE, text_from_string(word->word).size, true};
    return (unsigned char)t.data[at] >= 0x80 ? han_number(t, at) : (struct number){0};
}

static size_t skip_spaces(struct text t, size_t at)
{
    while (at < t.size && t.data[at] == ' ')
        at++;
    return at;
}

/* 10-15, 3~5: the number and the one behind a dash, as their middle. */
static struct number range_at(struct text t, size_t at)
{
    static const char *const dashes[] = {"-", "~", "–", "—", "至", "到", NULL};
    struct number first = number_at(t, at);
    size_t end = skip_spaces(t, at + first.size);
    for (const char *const *dash = dashes; first.size > 0 && *dash != NULL; dash++) {
        struct text mark = text_from_string(*dash);
        if (end >= t.size || !text_starts_with(text_from(t, end), mark))
            continue;
        size_t second = skip_spaces(t, end + mark.size);
        struct number other = second < t.size ? number_at(t, second) : (struct number){0};
        if (other.size > 0 && !first.is_word && !other.is_word)
            return (struct number){(first.value + other.value) / 2, second + other.size - at,
                                   false};
    }
    return first;
}

/* Whether words that count stand here: 次, times; Han numbers count nothing without them. */
static bool is_counted(struct text t, size_t at)
{
    static const char *const counters[] = {"次", "回", "遍", "件", "通", "笔",
                                           "份", "人", "起", "单", NULL};
    return text_starts_with_one_of(text_from(t, at), counters);
}

struct frequency_parts {
    int64_t count, interval, period; /* 0: not said; count and interval in thousandths */
};

/* A number in front of a period is how many of them lie between: 每兩週, every 2 weeks. */
static size_t take_number(struct text t, size_t at, struct frequency_parts *parts)
{
    struct number n = range_at(t, at);
    if (n.size == 0)
        return 0;
    size_t end = skip_spaces(t, at + n.size);
    if (text_starts_with(text_from(t, end), TEXT("个"))) /* 三个月 */
        end = skip_spaces(t, end + 3);
    const struct unit *period = end < t.size ? UNIT_AT(t, end, periods) : NULL;
    bool is_adverb = period != NULL && text_ends_with(text_from_string(period->word), TEXT("ly"));
    bool is_han_word = n.is_word && (unsigned char)t.data[at] >= 0x80;
    if (period != NULL && !is_adverb && parts->period == 0) {
        parts->interval = n.value;
        parts->period = period->value;
        return end + text_from_string(period->word).size - at;
    }
    if (parts->count == 0 && n.value > 0 && period == NULL && (!is_han_word || is_counted(t, end)))
        parts->count = n.value;
    if (parts->count == 0 && is_adverb)
        parts->count = n.value;
    return n.size;
}

/* 班 is a shift behind 每 alone: 排班員, 班組長 are people. */
static const struct unit *period_at(struct text t, size_t at)
{
    const struct unit *period = UNIT_AT(t, at, periods);
    bool is_shift = period != NULL && text_is(text_from_string(period->word), "班");
    return is_shift && !text_ends_with(text_slice(t, 0, at), TEXT("每")) ? NULL : period;
}

bool frequency_read(struct arena *scratch, struct text given, struct frequency *frequency)
{
    struct text t = fold_text(scratch, given);
    struct frequency_parts parts = {0};
    for (size_t at = 0; at < t.size;) {
        size_t taken = take_number(t, at, &parts);
        const struct unit *period = taken > 0 ? NULL : period_at(t, at);
        if (period != NULL) {
            parts.period = parts.period == 0 ? period->value : parts.period;
            taken = text_from_string(period->word).size;
        }
        size_t next = at;
        text_next(t, &next);
        at = taken > 0 ? at + taken : next;
    }
    if (parts.count == 0 && parts.period == 0)
        return false;
    int64_t count = parts.count == 0 ? ONE : parts.count;
    int64_t interval = parts.interval == 0 ? ONE : parts.interval;
    frequency->is_rate = parts.period != 0;
    frequency->times_pt1000 = parts.period == 0 ? count : count * parts.period * ONE / interval;
    return count < MOST;
}

/* 0:45 is three quarters of an hour, 0:45:30 half a minute more; false: no such thing. */
static bool clock_read(struct text t, int64_t *seconds)
{
    int64_t value = 0, place = HOUR;
    size_t at = 0;
    for (int i = 0; i < 3 && at < t.size && t.data[at] >= '0' && t.data[at] <= '9'; i++) {
        struct number n = digits(t, at);
        value += n.value / ONE * place;
        place /= 60;
        at += n.size;
        if (at == t.size && i > 0) {
            *seconds = value;
            return true;
        }
        if (at >= t.size || t.data[at] != ':')
            return false;
        at++;
    }
    return false;
}

bool duration_read(struct arena *scratch, struct text given, int64_t unit, int64_t *seconds)
{
    struct text t = text_trim(fold_text(scratch, given));
    int64_t sum = 0;
    bool any = false;
    if (clock_read(t, seconds))
        return true;
    for (size_t at = 0; at < t.size;) {
        struct number n = range_at(t, at);
        if (n.size == 0 || n.value >= MOST) {
            text_next(t, &at);
            continue;
        }
        at = skip_spaces(t, at + n.size);
        if (at < t.size && text_starts_with(text_from(t, at), TEXT("个")))
            at += 3;
        const struct unit *named = at < t.size ? UNIT_AT(t, at, durations) : NULL;
        int64_t value = named != NULL ? named->value : any ? MINUTE : unit;
        at += named != NULL ? text_from_string(named->word).size : 0;
        sum += n.value * value / ONE;
        any = true;
    }
    if (any)
        *seconds = sum;
    return any;
}
