#include "core/model/list_label.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include <string.h>

#define LABEL_BYTES 32 /* no number or bullet is longer */
#define LABEL_DIGITS 3 /* a list has under a thousand items; four digits are a year */
#define LEVEL_DIGITS 2 /* of the first level of several */

/* Inline, so that the size of the set is a constant. */
static inline bool is_in(uint32_t c, const char *set) { return text_has(text_from_string(set), c); }

static bool is_digit(uint32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }
/* A switch, since nearly every line is asked whether it begins so. */
static bool is_chinese_numeral(uint32_t c)
{
    switch (c) {
    case u'〇':
    case u'零':
    case u'一':
    case u'二':
    case u'三':
    case u'四':
    case u'五':
    case u'六':
    case u'七':
    case u'八':
    case u'九':
    case u'十':
    case u'百':
    case u'壹':
    case u'貳':
    case u'贰':
    case u'參':
    case u'叁':
    case u'叄':
    case u'参':
    case u'肆':
    case u'伍':
    case u'陸':
    case u'陆':
    case u'柒':
    case u'捌':
    case u'玖':
    case u'拾':
        return true;
    default:
        return false;
    }
}
/* ①–⑳ ⑴–⒇ ⒈–⒛ ㉑–㉟ ❶–❿: each is a label by itself. */
static bool is_enclosed(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x249B) || (c >= 0x3251 && c <= 0x325F) ||
           (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x3229);
}

static bool is_bullet(uint32_t c)
{
    return is_in(c, "•●○◆◇■□▪▫◦‣▶►▸➢➤➔⇨✓✔※★☆✦✧❖❑❒❍◻∙‧・") || (c >= 0xF000 && c <= 0xF0FF);
}

/* Marks that are bullets only when a blank follows. */
static bool is_spaced_bullet(uint32_t c) { return is_in(c, "-*+–—·o"); }

/* "[ ] ", "[x] ": the box of a task list (GitHub Flavored Markdown, 5.3), bytes; 0: none */
static size_t task_box(struct text t)
{
    static const struct text boxes[] = {TEXT_INIT("[ ] "), TEXT_INIT("[x] "), TEXT_INIT("[X] ")};
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++)
        if (text_starts_with(t, boxes[i]))
            return boxes[i].size - 1;
    return 0;
}

static uint32_t at(struct text t, size_t offset)
{
    return offset < t.size ? text_next(t, &offset) : 0;
}

static bool is_han(uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

static size_t after(struct text t, size_t offset)
{
    if (offset < t.size)
        text_next(t, &offset);
    return offset;
}

/* Bytes of digits, Chinese numerals, one letter or a short roman number at offset. */
static size_t numeral_end(struct text t, size_t offset, enum list_label_kind *kind)
{
    size_t end = offset, digits = 0;
    while (is_digit(at(t, end)) && digits <= LABEL_DIGITS)
        end = after(t, end), digits++;
    *kind = LIST_LABEL_NUMBER;
    if (digits > 0)
        return digits > LABEL_DIGITS ? offset : end;
    while (is_chinese_numeral(at(t, end)))
        end = after(t, end);
    if (end > offset) {
        *kind = LIST_LABEL_CHINESE;
        return end;
    }
    while (is_in(at(t, end), "ivxIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ") && end - offset < 12)
        end = after(t, end);
    uint32_t c = at(t, offset);
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return end > offset ? end : is_letter ? offset + 1 : offset;
}

static size_t skip_blanks(struct text t, size_t offset)
{
    while (offset < t.size && is_blank_code_point(at(t, offset)))
        offset = after(t, offset);
    return offset;
}

static bool is_blank_or_end(struct text t, size_t offset)
{
    return offset >= t.size || is_blank_code_point(at(t, offset));
}

/* "(一)", "（2）", "[3]", "【4】" */
static size_t bracketed_end(struct text t, enum list_label_kind *kind)
{
    if (!is_in(at(t, 0), "(（[【〔"))
        return 0;
    size_t begin = skip_blanks(t, after(t, 0));
    size_t end = numeral_end(t, begin, kind);
    size_t close = skip_blanks(t, end);
    return end > begin && is_in(at(t, close), ")）]】〕") ? after(t, close) : 0;
}

/* 條, 章, 部分: behind what an ordinal counts; unit itself where it counts nothing. */
static size_t unit_end(struct text t, size_t unit)
{
    static const struct text part = TEXT_INIT("部分");
    if (text_starts_with(text_from(t, unit), part))
        return unit + part.size;
    return is_in(at(t, unit), "條条章節节項项款點点") ? after(t, unit) : unit;
}

/* "第三條", "第 3 项", 「第六部分」 with a blank, stop, colon or its caption in brackets behind */
static size_t ordinal_end(struct text t, enum list_label_kind *kind)
{
    if (!text_starts_with(t, TEXT("第")))
        return 0;
    size_t begin = skip_blanks(t, after(t, 0));
    size_t end = numeral_end(t, begin, kind);
    size_t unit = skip_blanks(t, end);
    size_t next = unit_end(t, unit);
    if (end == begin || next == unit)
        return 0;
    *kind = LIST_LABEL_CHINESE;
    if (is_in(at(t, next), "、.．：:"))
        return after(t, next);
    return is_blank_or_end(t, next) || is_in(at(t, next), "(（") ? next : 0;
}

/* What stands in front of the number of a document's section, its blank with it; 0: nothing. */
static size_t section_word(struct text t)
{
    static const struct text words[] = {
        TEXT_INIT("Section "), TEXT_INIT("SECTION "), TEXT_INIT("Subsection "), TEXT_INIT("Part "),
        TEXT_INIT("PART "),    TEXT_INIT("Article "), TEXT_INIT("ARTICLE ")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts_with(t, words[i]))
            return words[i].size;
    return 0;
}

/* Behind "Five", from begin on; begin: no such word stands there. */
static size_t number_word_end(struct text t, size_t begin)
{
    static const struct text words[] = {
        TEXT_INIT("one"),      TEXT_INIT("two"),      TEXT_INIT("three"),  TEXT_INIT("four"),
        TEXT_INIT("five"),     TEXT_INIT("six"),      TEXT_INIT("seven"),  TEXT_INIT("eight"),
        TEXT_INIT("nine"),     TEXT_INIT("ten"),      TEXT_INIT("eleven"), TEXT_INIT("twelve"),
        TEXT_INIT("thirteen"), TEXT_INIT("fourteen"), TEXT_INIT("fifteen")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t end = begin + words[i].size;
        if (text_equal_ascii_case(text_slice(t, begin, end), words[i]) &&
            is_in(at(t, skip_blanks(t, end)), ":：.-–—"))
            return end;
    }
    return begin;
}

/*
 * "ARTICLE IV Officers", "Article XII Elections": a numeral of a section that no mark follows.
 * "Article I" may be about one that I wrote.
 */
static bool is_article_numeral(struct text t, size_t begin, size_t end)
{
    bool is_capitals =
        text_starts_with(t, TEXT("ARTICLE ")) || text_starts_with(t, TEXT("SECTION "));
    bool is_article = is_capitals || text_starts_with(t, TEXT("Article "));
    for (size_t i = begin; is_article && i < end; i++)
        if (!is_in(at(t, i), "IVXL"))
            return false;
    return is_article && (is_capitals || end - begin > 1) && at(t, end) == ' ';
}

/* "Section 4: Duties", "Part B – Person specification", "Article Five. Deacons" */
static size_t section_end(struct text t, enum list_label_kind *kind)
{
    size_t begin = section_word(t);
    size_t end = begin == 0 ? 0 : number_word_end(t, begin);
    if (end == begin && begin > 0)
        end = numeral_end(t, begin, kind); /* "F" of "Five" is one as well */
    while (end > begin && at(t, end) == '.' && is_digit(at(t, end + 1)))
        end = numeral_end(t, end + 1, kind); /* "Section 6.1" */
    size_t mark = skip_blanks(t, end);
    bool is_marked = is_in(at(t, mark), ":：.-–—)");
    bool is_bare =
        (is_digit(at(t, begin)) && is_blank_or_end(t, end)) || is_article_numeral(t, begin, end);
    if (end == begin || !(is_marked || is_bare))
        return 0;
    *kind = LIST_LABEL_CHINESE;
    return is_marked ? after(t, mark) : end;
}

/* 「表二：崗位職責」, 「附表 1 考核指標」: the number of a table in front of its caption */
static size_t caption_end(struct text t, enum list_label_kind *kind)
{
    struct text table = text_starts_with(t, TEXT("附")) ? text_from(t, after(t, 0)) : t;
    if (!text_starts_with(table, TEXT("表")))
        return 0;
    size_t begin = skip_blanks(table, after(table, 0));
    size_t end = numeral_end(table, begin, kind);
    bool is_letter = *kind == LIST_LABEL_NUMBER && !is_digit(at(table, begin));
    if (end == begin || is_letter ||
        !(is_in(at(table, end), "、.．：:") || is_blank_or_end(table, end)))
        return 0;
    *kind = LIST_LABEL_CHINESE;
    size_t front = t.size - table.size;
    return front + (is_blank_or_end(table, end) ? end : after(table, end));
}

/*
 * "1.5 倍", "37.5 hours per week", "2.5 million": what stands behind a decimal that is no list's
 * number. A section's words begin with a capital; a number that stays with its words loses nothing.
 */
static bool begins_measure(struct text rest)
{
    char first = at(rest, 0) < 0x80 ? (char)at(rest, 0) : ' ';
    return (first >= 'a' && first <= 'z') || text_starts_with(rest, TEXT("FTE")) ||
           is_in(at(rest, 0), "倍年月天日小时時元万萬个個人次件米公斤分秒%");
}

/*
 * "3.1 ", "3.1.2、": the levels of a number; a blank or 、 must follow, else it is a decimal. No
 * level counts to a hundred: "120.15" is of a law.
 */
static size_t levels_end(struct text t, size_t end)
{
    size_t levels = 0;
    enum list_label_kind ignored;
    if (is_digit(at(t, 0)) && end > LEVEL_DIGITS)
        return 0;
    while (is_in(at(t, end), ".．") && is_digit(at(t, after(t, end)))) {
        size_t next = numeral_end(t, after(t, end), &ignored);
        if (next == after(t, end))
            return 0;
        end = next;
        levels++;
    }
    if (levels == 0)
        return 0;
    if (is_in(at(t, end), "、.．"))
        return after(t, end);
    return end < t.size && is_blank_or_end(t, end) && !begins_measure(text_trim(text_from(t, end)))
               ? end
               : 0;
}

/* Letters that Wingdings shows as ●, ■, ◆, ❖, ➢ and ✓. */
static bool is_pictured(uint32_t c) { return is_in(c, "lnuvØüŸ§"); }

/* "l 建檔", "Ø 覆核": the bullet where the words were taken without their font */
static bool is_pictured_bullet(struct text t)
{
    size_t next = skip_blanks(t, after(t, 0));
    return is_pictured(at(t, 0)) && is_blank_or_end(t, after(t, 0)) && is_han(at(t, next));
}

/* "B. Tech", "M. Sc.": the letter is a degree's. */
static bool is_degree(struct text t)
{
    static const struct text subjects[] = {
        TEXT_INIT("Tech"), TEXT_INIT("Sc"), TEXT_INIT("Com"),   TEXT_INIT("Ed"),  TEXT_INIT("Eng"),
        TEXT_INIT("Arch"), TEXT_INIT("E."), TEXT_INIT("Pharm"), TEXT_INIT("Phil")};
    struct text rest = text_from(t, 3);
    if (!(text_starts_with(t, TEXT("B. ")) || text_starts_with(t, TEXT("M. "))))
        return false;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        uint32_t behind = at(rest, subjects[i].size);
        bool goes_on = (behind >= 'a' && behind <= 'z') || (behind >= 'A' && behind <= 'Z');
        if (text_starts_with(rest, subjects[i]) && !goes_on)
            return true;
    }
    return false;
}

static size_t numbered_end(struct text t, enum list_label_kind *kind)
{
    size_t end = is_degree(t) ? 0 : numeral_end(t, 0, kind);
    if (end == 0)
        return 0;
    size_t levels = *kind == LIST_LABEL_NUMBER ? levels_end(t, end) : 0;
    if (levels > 0)
        return levels;
    uint32_t stop = at(t, end);
    size_t next = after(t, end);
    bool is_letter = !is_digit(at(t, 0)) && *kind == LIST_LABEL_NUMBER;
    if (is_in(stop, "、．)）"))
        return next;
    if (stop == ' ' && is_digit(at(t, 0)) && is_in(at(t, next), "、）")) /* 「1 、記帳」 */
        return end <= LEVEL_DIGITS ? after(t, next) : 0;
    if (*kind == LIST_LABEL_CHINESE)
        return is_in(stop, ".：:") ? next : 0;
    if (stop == '.' && is_letter) /* "e.g." and "A.B." are words */
        return is_blank_or_end(t, next) ? next : 0;
    if (stop == '.')
        return is_digit(at(t, next)) ? 0 : next;
    if (stop == u'。' && !is_letter) /* 「8。」, where the point of the keyboard is the full stop */
        return end <= LEVEL_DIGITS ? next : 0;
    return stop == ':' && !is_letter && is_blank_or_end(t, next) ? next : 0;
}

/* Most items begin with a Han character that no label does. */
static bool may_begin_label(uint32_t c)
{
    return !is_han(c) || is_in(c, "第表附") || is_chinese_numeral(c);
}

struct list_label list_label_of(struct text t)
{
    t = text_trim(t);
    if (!may_begin_label(at(t, 0)))
        return (struct list_label){.rest = t};
    enum list_label_kind kind = LIST_LABEL_NUMBER;
    size_t end = task_box(t);
    if (end > 0)
        kind = LIST_LABEL_BULLET;
    if (end == 0)
        end = bracketed_end(t, &kind);
    if (end == 0)
        end = ordinal_end(t, &kind);
    if (end == 0)
        end = section_end(t, &kind);
    if (end == 0)
        end = caption_end(t, &kind);
    if (end == 0 && is_enclosed(at(t, 0)))
        end = after(t, 0), kind = LIST_LABEL_NUMBER;
    if (end == 0 && (is_bullet(at(t, 0)) || is_pictured_bullet(t) ||
                     (is_spaced_bullet(at(t, 0)) && is_blank_or_end(t, after(t, 0)))))
        end = after(t, 0), kind = LIST_LABEL_BULLET;
    if (end == 0)
        end = numbered_end(t, &kind);
    struct text rest = text_trim(text_from(t, end));
    if (end == 0 || text_is_empty(rest))
        return (struct list_label){.rest = t};
    /* ①、甲, （1）、甲: the stop belongs to the label */
    if ((is_enclosed(at(t, 0)) || is_in(at(t, 0), "(（[【〔")) && is_in(at(rest, 0), "、.．")) {
        end = (size_t)(rest.data - t.data) + after(rest, 0);
        rest = text_trim(text_from(t, end));
    }
    return (struct list_label){
        .kind = kind, .label = text_trim(text_slice(t, 0, end)), .rest = rest};
}

/* "2." of 「2.500元以內」: what is a decimal if no list says otherwise; 0: nothing of the kind. */
static size_t pointed_end(struct text t, unsigned *number)
{
    size_t end = 0;
    *number = 0;
    for (; is_digit(at(t, end)) && *number < 100; end = after(t, end))
        *number = 10 * *number + (at(t, end) & 0xF);
    return end > 0 && *number > 0 && at(t, end) == '.' ? after(t, end) : 0;
}

bool list_label_may_be_decimal(struct text t)
{
    unsigned number;
    t = text_trim(t);
    size_t end = pointed_end(t, &number);
    return end > 0 && is_digit(at(t, end));
}

struct list_label list_label_in_list(struct text t, struct text before, struct text next)
{
    struct list_label alone = list_label_of(t);
    if (!list_label_may_be_decimal(t))
        return alone;
    unsigned number, behind, look = list_label_look(TEXT("1."));
    if (alone.kind != LIST_LABEL_NONE && list_label_look(alone.label) == look)
        return alone;
    t = text_trim(t);
    size_t end = pointed_end(t, &number);
    bool is_behind = list_label_look(before) == look && list_label_number(before) + 1 == number;
    next = text_trim(next);
    bool is_before = pointed_end(next, &behind) > 0 && behind == number + 1;
    if (alone.kind == LIST_LABEL_NONE ? is_behind || (is_before && number == 1)
                                      : is_behind && (is_before || text_is_empty(next)))
        return (struct list_label){.kind = LIST_LABEL_NUMBER,
                                   .label = text_slice(t, 0, end),
                                   .rest = text_trim(text_from(t, end))};
    return alone;
}

/* "One、", "Twenty-first.": the words that Word counts by in its formats of text. */
static bool is_number_word(struct text word)
{
    static const char words[] =
        " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
        "hundred first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth ";
    char lower[LABEL_BYTES] = " ";
    if (word.size == 0 || word.size + 2 >= sizeof lower)
        return false;
    for (size_t i = 0; i < word.size; i++)
        lower[i + 1] = (char)(word.data[i] | 0x20);
    lower[word.size + 1] = ' ';
    return text_find(text_from_string(words), (struct text){lower, word.size + 2}, 0) !=
           TEXT_NOT_FOUND;
}

/* ... behind which a stop or the number of a lower level stands. */
static bool is_number_in_words(struct text label)
{
    size_t begin = 0, end = 0;
    for (bool is_letter = true; is_letter; end++) {
        char c = end < label.size ? label.data[end] : 0;
        is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool is_joint = c == '-' || c == ' ';
        if (is_letter)
            continue;
        bool is_stopped = c != 0; /* "First" alone names a part */
        if (!is_stopped || !is_number_word(text_slice(label, begin, end)))
            return false;
        begin = end + 1;
        is_letter = is_joint;
    }
    return true;
}

/*
 * 甲、 乙.1 (丑) 1st. ㄱ. .1: what Word counts by in formats that nobody types, or of a level whose
 * first number is a bullet. "Misc." and (海外) are words.
 */
static bool is_automatic_number(struct text label)
{
    static const struct text counted = TEXT_INIT("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥");
    size_t end = label.size, digits = label.size;
    uint32_t first = at(label, 0), last = text_previous(label, &end);
    while (digits > 0 && is_digit((unsigned char)label.data[digits - 1]))
        digits--;
    bool is_open = is_in(first, "(（[【〔"), is_closed = is_in(last, ")）]】〕");
    size_t from = is_open ? after(label, 0) : 0;
    if (is_closed || end == label.size)
        return text_has(counted, at(label, from)) && after(label, from) == end;
    bool is_stopped = last == u'、' || is_in(last, ".．");
    bool is_level = digits < label.size && digits > 0 && label.data[digits - 1] == '.';
    return is_stopped || is_level ? first >= 0x80 || is_digit(first) || first == '.'
                                  : text_has(counted, first) && after(label, 0) == label.size;
}

/* "1.", "12、", "3)": most labels. */
static bool is_number_and_stop(struct text label)
{
    size_t digits = 0;
    while (digits < label.size && label.data[digits] >= '0' && label.data[digits] <= '9')
        digits++;
    return digits > 0 && digits <= LABEL_DIGITS && is_in(at(label, digits), ".、)") &&
           after(label, digits) == label.size;
}

bool is_list_label(struct text label)
{
    char item[LABEL_BYTES + 2];
    size_t numerals = 0;
    if (is_number_and_stop(label))
        return true;
    while (is_digit(at(label, numerals)) || is_chinese_numeral(at(label, numerals)))
        numerals = after(label, numerals);
    if (numerals > 0 && numerals == label.size) /* of a column of numbers */
        return true;
    if (text_is_empty(label) || label.size > LABEL_BYTES)
        return false;
    memcpy(item, label.data, label.size);
    memcpy(item + label.size, " x", 2);
    struct list_label typed = list_label_of((struct text){item, label.size + 2});
    bool is_whole = typed.kind != LIST_LABEL_NONE && text_is(typed.rest, "x");
    return is_whole || is_automatic_number(label) || is_number_in_words(label);
}

bool list_label_is_first(struct text label)
{
    size_t offset = is_in(at(label, 0), "(（[【〔") ? after(label, 0) : 0;
    uint32_t c = at(label, offset), next = at(label, after(label, offset));
    if (is_bullet(c) || is_spaced_bullet(c))
        return true;
    return is_in(c, "1１aAiIⅠ一①⑴⒈❶㈠") && !is_digit(next) && !is_chinese_numeral(next);
}

/* 二十三: tens and ones; 一二: as digits. */
static unsigned chinese_number(struct text t, size_t offset)
{
    static const struct text digits = TEXT_INIT("〇一二三四五六七八九");
    unsigned number = 0, digit = 0;
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
    return is_in(at(label, 0), "(（[【〔第") ? after(label, 0) : 0;
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

unsigned list_label_look(struct text label)
{
    unsigned open = 0, shape = 0;
    size_t offset = 0;
    if (!is_list_label(label))
        return 0;
    if (is_in(at(label, 0), "(（[【〔"))
        open = 1, offset = after(label, 0);
    else if (section_word(label) > 0)
        open = 2, offset = section_word(label);
    uint32_t c = at(label, offset);
    if (is_enclosed(c))
        shape = ENCLOSED;
    else if (is_digit(c))
        shape = text_find(label, TEXT("."), 0) < label.size - 1 ? LEVELS : DIGITS;
    else if (is_chinese_numeral(c) || c == 0x7B2C)
        shape = HAN;
    else if (is_bullet(c) || is_spaced_bullet(c) ||
             (is_pictured(c) && label.size == after(label, 0)))
        return (BULLET << 24) | (c & 0xFFFFFF);
    else
        shape = is_in(c, "ivxIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ") ? ROMAN : LETTER;
    size_t end = label.size;
    uint32_t last = text_previous(label, &end);
    unsigned close = is_in(last, ")）]】〕") ? 2 : is_in(last, "、") ? 1 : 0;
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
