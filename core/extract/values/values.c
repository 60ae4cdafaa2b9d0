/* Labels and values as forms have them: spread over a cell, with a stop behind, or blank. */
#include "core/extract/values/values.h"
#include "core/base/script.h"

#define VALUE_LENGTH 60        /* characters; longer ones are sentences, and keep their stop */
#define RULE_MIN 3             /* underscores of a blank to write on, dashes of a rule */
#define DATE_MARK_LENGTH 1     /* 年, 月, 日 between such blanks */
#define SIGNER_LENGTH 12       /* characters of who signs, or of "date" */
#define LINE_TO_SIGN_BYTES 200 /* with room to write in it */
#define DATE_BYTES 60          /* of 年　月　日, spread over its line */
#define LETTERS_MAX 4          /* of what a key explains: A, AF, Cert */
#define KEYS_MIN 2             /* a letter alone may be a formula */
#define NAME_BYTES 40          /* longer ones are sentences */
#define WORD_LETTERS 5         /* of a word that is no abbreviation */

static const char *const wide_strokes[] = {"⸺", "⸻", NULL}; /* as wide as two dashes, or three */

/* What forms have where a date goes. */
static const char *const date_patterns[] = {"dd/mm/yyyy", "mm/dd/yyyy", "yyyy/mm/dd",
                                            "yyyy-mm-dd", "dd-mm-yyyy", "dd.mm.yyyy",
                                            "dd/mm/yy",   "mm/dd/yy",   NULL};

struct text name_without_stop(struct text name)
{
    name = value_without_stop(name);
    size_t letters = 0, end = name.size - text_ends_with(name, TEXT("."));
    while (letters < end && is_ascii_letter(name.data[end - letters - 1]))
        letters++;
    bool is_whole = end < name.size && letters >= WORD_LETTERS && end <= NAME_BYTES &&
                    text_find(name, TEXT(". "), 0) == TEXT_NOT_FOUND;
    return is_whole ? text_slice(name, 0, end) : name;
}

struct text value_without_stop(struct text value)
{
    static const struct text stops[] = {TEXT_INIT("；"), TEXT_INIT(";"),  TEXT_INIT("，"),
                                        TEXT_INIT(","),  TEXT_INIT("、"), TEXT_INIT("。")};
    value = text_trim(value);
    if (text_code_points(value) > VALUE_LENGTH)
        return value;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(value, stops[i]) &&
            text_find(value, TEXT("。"), 0) >= value.size - stops[i].size)
            return text_trim(text_slice(value, 0, value.size - stops[i].size));
    return value;
}

struct text label_in_one_line(struct arena *arena, struct text label)
{
    struct text_buffer out = text_buffer_new(arena);
    uint32_t before = 0;
    bool is_gap = false;
    label = text_trim(label);
    for (size_t at = 0; at < label.size;) {
        size_t begin = at;
        uint32_t c = text_next(label, &at);
        bool is_blank = is_blank_code_point(c);
        if (!is_blank && is_gap && !(is_han_like(before) && is_han_like(c)))
            buffer_append_byte(&out, ' ');
        if (!is_blank) {
            buffer_append(&out, text_slice(label, begin, at));
            before = c;
        }
        is_gap = is_blank;
    }
    return buffer_text(&out);
}

bool is_number_alone(struct text value)
{
    static const struct text stops = TEXT_INIT(".、．)）");
    size_t end = value.size;
    return end > 0 && text_has(stops, text_previous(value, &end)) && end > 0 &&
           text_consists_of(text_slice(value, 0, end), TEXT("0123456789"));
}

/* 年　月　日: the words of a date around the blanks for its numbers. */
static bool has_only_words_of_date(struct text value)
{
    size_t year = text_find(value, TEXT("年"), 0);
    if (year == TEXT_NOT_FOUND || text_find(value, TEXT("月"), year) == TEXT_NOT_FOUND)
        return false;
    for (size_t at = 0; at < value.size;) {
        uint32_t c = text_next(value, &at);
        if (!text_has(TEXT("年月日_＿./"), c) && !is_blank_code_point(c))
            return false;
    }
    return true;
}

static bool is_date_to_fill_in(struct text value)
{
    return value.size <= DATE_BYTES &&
           (text_is_one_of(value, date_patterns) || has_only_words_of_date(value));
}

/* ____, ——, /, -: a line to write on, a rule drawn by hand, a place that was struck out. */
bool is_blank_value(struct text value)
{
    static const struct text emptied =
        TEXT_INIT("****"); /* bold without words, as GitBook has it */
    return text_consists_of(value, TEXT("_ /／-－–—⸺⸻─━…")) || text_is(value, "&nbsp;") ||
           text_equal(value, emptied) || is_date_to_fill_in(value);
}

bool is_rule_by_hand(struct text line)
{
    return text_consists_of(line, TEXT("-－–—⸺⸻─━_＿")) &&
           (text_code_points(line) >= RULE_MIN || text_is_one_of(line, wide_strokes));
}

bool is_aim(struct text value)
{
    static const struct text to = TEXT_INIT("To "), open = TEXT_INIT("To be ");
    struct text rest = text_from(value, text_starts_with(value, to) ? to.size : value.size);
    return !text_is_empty(rest) && begins_in_small_letter(rest) && !text_starts_with(value, open) &&
           text_find(rest, TEXT(" "), 0) != TEXT_NOT_FOUND;
}

/* Where the blank to write on that begins there ends; from itself: none does. */
static size_t rule_end(struct text line, size_t from)
{
    size_t end = from;
    while (end < line.size && line.data[end] == '_')
        end++;
    if (end > from)
        return end - from >= RULE_MIN ? end : from;
    while (text_starts_with(text_from(line, end), TEXT("…")))
        end += sizeof "…" - 1;
    return end - from >= 2 * (sizeof "…" - 1) ? end : from;
}

bool is_line_to_sign(struct text line)
{
    size_t rules = 0, begin = 0;
    if (text_find(line, TEXT("___"), 0) == TEXT_NOT_FOUND && /* RULE_MIN of them: most lines */
        text_find(line, TEXT("……"), 0) == TEXT_NOT_FOUND)
        return false;
    for (size_t at = 0; at <= line.size;) {
        size_t end = rule_end(line, at);
        if (end == at && at < line.size) {
            at++;
            continue;
        }
        struct text between = text_trim(text_slice(line, begin, at));
        bool is_label = text_is_empty(between) || ends_in_colon(between) ||
                        text_code_points(between) <= DATE_MARK_LENGTH;
        if (!is_label)
            return false;
        rules += at < line.size;
        begin = end;
        at = at == line.size ? end + 1 : end;
    }
    return rules > 0;
}

bool is_label_to_sign(struct text line)
{
    size_t width, labels = 0;
    if (text_find(line, TEXT("年"), 0) == TEXT_NOT_FOUND || line.size > LINE_TO_SIGN_BYTES)
        return false;
    for (size_t colon = find_colon(line, &width); colon != TEXT_NOT_FOUND;
         colon = find_colon(line, &width), labels++) {
        struct text name = text_trim(text_slice(line, 0, colon));
        if (text_is_empty(name) || text_code_points(name) > SIGNER_LENGTH || text_has(name, ' '))
            return false; /* somebody signed in front of it */
        line = text_trim(text_from(line, colon + width));
    }
    return labels > 0 && has_only_words_of_date(line);
}

/* "AF – application form", and no "Mon–Fri" or "MON – FRI": capitals, and a word that is longer. */
static bool is_spelt_out(struct text letters, struct text words)
{
    size_t size = 0;
    for (size_t i = 0; i < letters.size; i++)
        if (letters.data[i] > 'Z')
            return false;
    for (words = text_trim(words); size < words.size && is_ascii_letter(words.data[size]);)
        size++;
    return size > letters.size;
}

/* "A = ", "AF – ": letters and what they stand for; where its words begin, or from itself. */
static size_t key_end(struct text line, size_t from)
{
    static const struct text equals = TEXT_INIT("="), dash = TEXT_INIT("–");
    size_t end = from;
    while (end < line.size && end - from <= LETTERS_MAX && is_ascii_letter(line.data[end]))
        end++;
    if (end == from || end - from > LETTERS_MAX || line.data[from] > 'Z')
        return from;
    struct text rest = text_trim(text_from(line, end));
    size_t begin = (size_t)(rest.data - line.data);
    if (text_starts_with(rest, equals))
        return begin + equals.size;
    bool is_told = text_starts_with(rest, dash) &&
                   is_spelt_out(text_slice(line, from, end), text_from(rest, dash.size));
    return is_told ? begin + dash.size : from;
}

bool is_key(struct text line)
{
    size_t keys = 0;
    for (size_t at = 0; at < line.size;) {
        bool is_apart = at == 0 || line.data[at - 1] == ' ' || line.data[at - 1] == '\n';
        size_t end = is_apart ? key_end(line, at) : at;
        if (end == 0)
            return false;
        keys += end > at;
        at = end > at ? end : at + 1;
    }
    return keys >= KEYS_MIN;
}
