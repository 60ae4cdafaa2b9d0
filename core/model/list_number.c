#include "core/model/list_number.h"
#include "core/base/text_buffer.h"
#include "core/model/list_label.h"
#include "core/model/list_label_marks.h"

/* Where the number of its innermost level begins: "3.1" counts by its 1. */
static size_t innermost_level(struct text label)
{
    size_t begin = is_in(at(label, 0), "(（[【〔") ? after(label, 0) : 0;
    for (size_t i = begin; i < label.size; i = after(label, i))
        if (is_in(at(label, i), ".．") && is_digit(at(label, after(label, i))))
            begin = after(label, i);
    return begin;
}

bool list_label_is_first(struct text label)
{
    size_t offset = innermost_level(label);
    uint32_t c = at(label, offset), next = at(label, after(label, offset));
    if (is_bullet(c) || is_spaced_bullet(c))
        return true;
    return is_in(c, "1１aAiIⅠ一壹甲①⑴⒈❶㈠") && !is_digit(next) && !is_chinese_numeral(next);
}

static const struct text stems = TEXT_INIT("甲乙丙丁戊己庚辛壬癸");

/* 乙: 2; 0: no stem. */
static unsigned stem_number(uint32_t c)
{
    unsigned number = 0;
    for (size_t i = 0; i < stems.size;) {
        number++;
        if (text_next(stems, &i) == c)
            return number;
    }
    return 0;
}

/* 二十三: tens and ones; 一二: as digits. */
static unsigned chinese_number(struct text t, size_t offset)
{
    static const struct text digits = TEXT_INIT("〇一二三四五六七八九");
    unsigned number = 0, digit = 0;
    if (is_stem(at(t, offset)))
        return stem_number(at(t, offset));
    for (uint32_t c; (c = at(t, offset)) != 0 && is_chinese_numeral(c); offset = after(t, offset)) {
        if (is_in(c, "十拾")) {
            number += 10 * (digit == 0 ? 1 : digit);
            digit = 0;
            continue;
        }
        for (size_t i = 0, value = 0; i < digits.size; value++)
            if (text_next(digits, &i) == c)
                digit = (unsigned)value;
    }
    return number + digit;
}

/* Each range of enclosed numbers counts from 1, but ㉑ from 21. */
struct enclosed_range {
    uint32_t first, last;
    unsigned number;
};
static const struct enclosed_range enclosed_ranges[] = {
    {0x2460, 0x2473, 1}, {0x2474, 0x2487, 1}, {0x2488, 0x249B, 1}, {0x3251, 0x325F, 21},
    {0x2776, 0x277F, 1}, {0x2780, 0x2789, 1}, {0x278A, 0x2793, 1}, {0x3220, 0x3229, 1}};

static const struct enclosed_range *enclosed_range(uint32_t c)
{
    for (size_t i = 0; i < sizeof enclosed_ranges / sizeof *enclosed_ranges; i++)
        if (c >= enclosed_ranges[i].first && c <= enclosed_ranges[i].last)
            return &enclosed_ranges[i];
    return NULL;
}

static unsigned enclosed_number(uint32_t c)
{
    const struct enclosed_range *range = enclosed_range(c);
    return range == NULL ? 0 : c - range->first + range->number;
}

/* What numbers a list. */
enum shape { DIGITS = 1, HAN, ROMAN, LETTER, ENCLOSED, BULLET, LEVELS };

static size_t number_begin(struct text label)
{
    size_t word = section_word(label);
    if (word > 0)
        return word;
    return is_in(at(label, 0), "(（[【〔第#") ? after(label, 0) : 0;
}

unsigned list_label_number(struct text label)
{
    size_t offset = number_begin(label);
    unsigned number = 0;
    uint32_t c = at(label, offset);
    switch (list_label_look(label) >> 24) {
    case DIGITS:
        for (; is_digit(c) && number < 1000; c = at(label, offset = after(label, offset)))
            number = 10 * number + (c & 0xF);
        return number;
    case HAN:
        return is_digit(c) ? 0 : chinese_number(label, offset);
    case LETTER:
        return c >= 'a' ? c - 'a' + 1 : c - 'A' + 1;
    case ENCLOSED:
        return enclosed_number(c);
    default:
        return 0;
    }
}

/* IX: 9; a letter in front of a greater one takes away from it. */
static unsigned roman_number(struct text label, size_t offset)
{
    static const char letters[] = "ivxl";
    static const unsigned values[] = {1, 5, 10, 50};
    unsigned number = 0, last = 0;
    for (uint32_t c; (c = at(label, offset)) != 0; offset = after(label, offset)) {
        size_t i = 0;
        while (letters[i] != '\0' && (c | 0x20) != (unsigned char)letters[i])
            i++;
        if (letters[i] == '\0')
            break;
        number += values[i] - (values[i] > last ? 2 * last : 0);
        last = values[i];
    }
    return number;
}

/* Of 3.1, the 1. */
static unsigned innermost_number(struct text label, size_t offset)
{
    unsigned number = 0;
    for (uint32_t c; is_digit(c = at(label, offset)) && number < 1000;
         offset = after(label, offset))
        number = 10 * number + (c & 0xF);
    return number;
}

bool list_label_follows(struct text label, struct text before)
{
    unsigned look = list_label_look(label), shape = look >> 24;
    if (look == 0 || look != list_label_look(before))
        return false;
    if (shape == ROMAN) {
        unsigned number = roman_number(before, number_begin(before));
        return number > 0 && roman_number(label, number_begin(label)) == number + 1;
    }
    if (shape != LEVELS) {
        unsigned number = list_label_number(before);
        return number > 0 && list_label_number(label) == number + 1;
    }
    size_t inner = innermost_level(label), inner_before = innermost_level(before);
    return text_equal(text_slice(label, 0, inner), text_slice(before, 0, inner_before)) &&
           innermost_number(label, inner) == innermost_number(before, inner_before) + 1;
}

/* ---- another number ---- */

static void append_digits(struct text_buffer *out, unsigned number, uint32_t zero)
{
    if (number >= 10)
        append_digits(out, number / 10, zero);
    buffer_append_code_point(out, zero + number % 10);
}

/* 二十三; false above 99. */
static bool append_chinese(struct text_buffer *out, unsigned number)
{
    static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number > 99)
        return false;
    if (number >= 20)
        buffer_append_string(out, digits[number / 10]);
    if (number >= 10)
        buffer_append_string(out, "十");
    buffer_append_string(out, digits[number % 10]);
    return true;
}

/* false: the shape has no such number */
static bool append_number(struct text_buffer *out, unsigned shape, uint32_t like, unsigned number)
{
    const struct enclosed_range *range = enclosed_range(like);
    unsigned letter = number - 1;
    switch (shape) {
    case DIGITS:
        append_digits(out, number, like >= 0xFF10 ? 0xFF10 : '0');
        return true;
    case HAN:
        return append_chinese(out, number);
    case LETTER:
        buffer_append_code_point(out, (like >= 'a' ? 'a' : 'A') + letter);
        return letter < 26;
    case ENCLOSED:
        if (range == NULL || number < range->number ||
            number - range->number > range->last - range->first)
            return false;
        buffer_append_code_point(out, range->first + number - range->number);
        return true;
    default:
        return false;
    }
}

struct text list_label_with(struct arena *arena, struct text label, unsigned number)
{
    struct text_buffer out = text_buffer_new(arena);
    size_t begin = skip_blanks(label, number_begin(label)), end = begin;
    unsigned shape = list_label_look(label) >> 24;
    uint32_t first = at(label, begin);
    if (shape == DIGITS)
        while (is_digit(at(label, end)))
            end = after(label, end);
    else if (shape == HAN)
        while (is_chinese_numeral(at(label, end)))
            end = after(label, end);
    else
        end = after(label, end);
    buffer_append(&out, text_slice(label, 0, begin));
    if (number == 0 || end == begin || !append_number(&out, shape, first, number))
        return TEXT("");
    buffer_append(&out, text_from(label, end));
    return buffer_text(&out);
}

/* 壹、 over 一、: a series of its own, and so is 甲、. */
static const char formal_numerals[] = "壹贰貳叁叄參参肆伍陆陸柒捌玖拾";

unsigned list_label_look(struct text label)
{
    unsigned open = 0, shape = 0;
    size_t offset = 0;
    if (!is_list_label(label))
        return 0;
    if (is_in(at(label, 0), "(（[【〔"))
        open = 1, offset = after(label, 0);
    else if (at(label, 0) == '#')
        open = 16, offset = 1;
    else if (section_word(label) > 0)
        open = 2, offset = section_word(label);
    uint32_t c = at(label, offset);
    if (is_enclosed(c))
        shape = ENCLOSED;
    else if (is_digit(c))
        shape = text_find(label, TEXT("."), 0) < label.size - 1 ? LEVELS : DIGITS;
    else if (is_chinese_numeral(c) || is_stem(c) || c == 0x7B2C) {
        shape = HAN;
        open |= is_in(c, formal_numerals) ? 4 : is_stem(c) ? 8 : 0;
    } else if (is_bullet(c) || is_spaced_bullet(c) ||
               (is_pictured(c) && label.size == after(label, 0)))
        return (BULLET << 24) | (c & 0xFFFFFF);
    else
        shape = is_in(c, "ivxIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ") ? ROMAN : LETTER;
    size_t end = label.size;
    uint32_t last = text_previous(label, &end);
    unsigned close = is_in(last, ")）]】〕") ? 2 : is_in(last, "、") ? 1 : last == '-' ? 3 : 0;
    return (shape << 24) | (open << 8) | close;
}

/* The last character in front of that place but for blanks; 0: none. */
static uint32_t before_blanks(struct text t, size_t offset)
{
    uint32_t c = ' ';
    while (offset > 0 && c == ' ')
        c = text_previous(t, &offset);
    return c;
}

/* Written at the end of the room, which is large enough; snprintf costs as much as the search. */
static struct text decimal(unsigned number, char *room, size_t size)
{
    size_t begin = size;
    do
        room[--begin] = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    return (struct text){room + begin, size - begin};
}

size_t list_label_find(struct text t, unsigned number, size_t from)
{
    char digits[16];
    struct text needle = decimal(number, digits, sizeof digits);
    for (size_t found = text_find(t, needle, from); found != TEXT_NOT_FOUND;
         found = text_find(t, needle, found + 1)) {
        size_t end = found + needle.size, before = found;
        uint32_t previous = found == 0 ? 0 : text_previous(t, &before);
        uint32_t stop = at(t, end), next = at(t, after(t, end));
        bool is_inside = is_digit(previous) || is_in(previous, ".-/~(（第");
        bool is_item = next != 0 && (!is_digit(next) || is_in(before_blanks(t, found), "；;。\n"));
        if (!is_inside && is_in(stop, ".．、)）") && is_item)
            return found;
    }
    return TEXT_NOT_FOUND;
}
