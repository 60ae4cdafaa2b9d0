#include "core/model/list_label.h"
#include "core/model/list_label_marks.h"
#include "core/model/list_number.h"
#include <string.h>

#define LABEL_BYTES 32 /* no number or bullet is longer */
#define LABEL_DIGITS 3 /* a list has under a thousand items; four digits are a year */
#define LEVEL_DIGITS 2 /* of the first level of several */

/* "[ ] ", "[x] ": the box of a task list (GitHub Flavored Markdown, 5.3), bytes; 0: none */
static size_t task_box(struct text t)
{
    static const struct text boxes[] = {TEXT_INIT("[ ] "), TEXT_INIT("[x] "), TEXT_INIT("[X] ")};
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++)
        if (text_starts_with(t, boxes[i]))
            return boxes[i].size - 1;
    return 0;
}

static bool is_han(uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

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

static bool is_blank_or_end(struct text t, size_t offset)
{
    return offset >= t.size || is_blank_code_point(at(t, offset));
}

/* 「甲、記帳」, and no 「甲、乙雙方」. */
static size_t stem_end(struct text t, enum list_label_kind *kind)
{
    size_t stop = after(t, 0), end = after(t, stop);
    if (!is_stem(at(t, 0)) || !is_in(at(t, stop), "、．") || is_stem(at(t, end)))
        return 0;
    *kind = LIST_LABEL_CHINESE;
    return end;
}

/* "(一)", "（2）", "[3]", "【4】", 「（甲）」 */
static size_t bracketed_end(struct text t, enum list_label_kind *kind)
{
    if (!is_in(at(t, 0), "(（[【〔"))
        return 0;
    size_t begin = skip_blanks(t, after(t, 0));
    size_t end = numeral_end(t, begin, kind);
    if (is_stem(at(t, begin))) {
        end = after(t, begin);
        *kind = LIST_LABEL_CHINESE;
    }
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

/* 「第二十條理事會須…」: a sentence right behind the number of its article, and none that cites it. */
static bool is_article_glued(struct text t, size_t unit, size_t next)
{
    static const struct text citations[] = {
        TEXT_INIT("規"), TEXT_INIT("规"), TEXT_INIT("第"), TEXT_INIT("所"), TEXT_INIT("之"),
        TEXT_INIT("的"), TEXT_INIT("至"), TEXT_INIT("到"), TEXT_INIT("和"), TEXT_INIT("與"),
        TEXT_INIT("与"), TEXT_INIT("及"), TEXT_INIT("或"), TEXT_INIT("中"), TEXT_INIT("件"),
        TEXT_INIT("例"), TEXT_INIT("款"), TEXT_INIT("項"), TEXT_INIT("项"), TEXT_INIT("線"),
        TEXT_INIT("线"), TEXT_INIT("路"), TEXT_INIT("是"), TEXT_INIT("約"), TEXT_INIT("约"),
        TEXT_INIT("文"), TEXT_INIT("內"), TEXT_INIT("内"), TEXT_INIT("要")};
    for (size_t i = 0; i < sizeof citations / sizeof *citations; i++)
        if (text_starts_with(text_from(t, next), citations[i]))
            return false;
    return is_in(at(t, unit), "條条") && (is_han(at(t, next)) || at(t, next) == 0xFF0C);
}

/* 「第一，記帳」, and no 「第一、二組」: an ordinal that counts what it is in front of. */
static size_t bare_ordinal_end(struct text t, size_t end)
{
    uint32_t next = at(t, after(t, end));
    return is_in(at(t, end), "，、") && is_han(next) && !is_chinese_numeral(next) ? after(t, end)
                                                                                  : 0;
}

/*
 * "第三條", "第 3 项", 「第六部分」 with a blank, stop, colon or its caption in brackets behind; and an
 * article, with its words.
 */
static size_t ordinal_end(struct text t, enum list_label_kind *kind)
{
    if (!text_starts_with(t, TEXT("第")))
        return 0;
    size_t begin = skip_blanks(t, after(t, 0));
    size_t end = numeral_end(t, begin, kind);
    size_t unit = skip_blanks(t, end);
    size_t next = unit_end(t, unit);
    if (end == begin)
        return 0;
    *kind = LIST_LABEL_CHINESE;
    if (next == unit)
        return bare_ordinal_end(t, end);
    if (is_in(at(t, next), "、.．：:"))
        return after(t, next);
    if (is_article_glued(t, unit, next))
        return is_han(at(t, next)) ? next : after(t, next);
    return is_blank_or_end(t, next) || is_in(at(t, next), "(（") ? next : 0;
}

size_t section_word(struct text t)
{
    static const struct text words[] = {
        TEXT_INIT("Section "), TEXT_INIT("SECTION "), TEXT_INIT("Subsection "), TEXT_INIT("Part "),
        TEXT_INIT("PART "),    TEXT_INIT("Article "), TEXT_INIT("ARTICLE "),    TEXT_INIT("Bylaw "),
        TEXT_INIT("BYLAW "),   TEXT_INIT("Chapter "), TEXT_INIT("CHAPTER ")};
    static const struct text capitals = TEXT_INIT("SPABC"); /* that these words begin with */
    if (!text_has(capitals, at(t, 0)))
        return 0;
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
 * A tab parts no measure, and no decimal has two points: "4.3.1 keep the books".
 */
static bool begins_measure(struct text rest)
{
    char first = at(rest, 0) < 0x80 ? (char)at(rest, 0) : ' ';
    return (first >= 'a' && first <= 'z') || text_starts_with(rest, TEXT("FTE")) ||
           is_in(at(rest, 0), "倍年月天日小时時元万萬个個人次件米公斤分秒%");
}

/* "- 1.6" behind "1.2": up to where the number goes. */
static bool ends_range(struct text rest)
{
    struct text to = text_trim(text_from(rest, after(rest, 0)));
    return is_in(at(rest, 0), "-–—~～至") && is_digit(at(to, 0));
}

/*
 * "3.1 ", "3.1.2、": the levels of a number; a blank or 、 must follow, else it is a decimal, which
 * has one point at most: 「3.1.2職責」. No level counts to a hundred: "120.15" is of a law.
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
    if (is_in(at(t, end), "、.．") || (levels > 1 && is_han(at(t, end))))
        return is_han(at(t, end)) ? end : after(t, end);
    bool is_decimal = levels == 1 && at(t, end) != '\t';
    struct text rest = text_trim(text_from(t, end));
    return end < t.size && is_blank_or_end(t, end) &&
                   !(is_decimal && (begins_measure(rest) || ends_range(rest)))
               ? end
               : 0;
}

/* 「○○公司」: a name that is not said, and no bullet. */
static bool is_masked_name(struct text t)
{
    static const struct text masks = TEXT_INIT("○〇◯●");
    return text_has(masks, at(t, 0)) && at(t, after(t, 0)) == at(t, 0);
}

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

/* 「C、C++、Java」, 「R、Python、SQL」: a language's name, and others up to another such comma. */
static bool is_language_of_several(struct text t, size_t next)
{
    size_t end = text_find(t, TEXT("、"), next);
    if ((at(t, 0) != 'C' && at(t, 0) != 'R') || end == TEXT_NOT_FOUND || end == next)
        return false;
    for (size_t i = next; i < end; i++)
        if (t.data[i] <= ' ' || t.data[i] > '~')
            return false;
    return true;
}

/* 「1-記帳」, 「01 記帳」, 「#1 記帳」: in front of Han that are no measure; 0: it begins otherwise. */
static size_t loose_end(struct text t)
{
    size_t begin = at(t, 0) == '#' ? 1 : 0, end = begin;
    while (is_digit(at(t, end)) && end - begin < LEVEL_DIGITS)
        end = after(t, end);
    uint32_t stop = at(t, end);
    bool is_padded = begin == 0 && at(t, 0) == '0' && end == LEVEL_DIGITS && stop == ' ';
    bool is_dashed = begin == 0 && stop == '-';
    bool is_signed = begin == 1 && is_in(stop, " 、．.：:");
    if (end == begin || !(is_padded || is_dashed || is_signed))
        return 0;
    struct text rest = text_trim(text_from(t, after(t, end)));
    return is_han(at(rest, 0)) && !begins_measure(rest) ? after(t, end) : 0;
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
    if (stop == u'、' && is_letter && is_language_of_several(t, next))
        return 0;
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
    bool is_comma = (stop == u'，' && !is_digit(at(t, next))) || /* 「7，8月」, 「30，000元」 */
                    (stop == ',' && is_han(at(t, next)));
    if ((stop == u'。' || is_comma) && !is_letter) /* 「8。」, 「8，」: the keys beside 、 */
        return end <= LEVEL_DIGITS ? next : 0;
    if (stop == 0xFF1A && !is_letter && end <= LEVEL_DIGITS && is_han(at(t, next)))
        return next; /* 「1：記帳」, and no hour */
    return stop == ':' && !is_letter && is_blank_or_end(t, next) ? next : 0;
}

/* Most items begin with a Han character that no label does. */
static bool may_begin_label(uint32_t c)
{
    return !is_han(c) || c == u'第' || c == u'表' || c == u'附' || is_chinese_numeral(c) ||
           is_stem(c);
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
    if (end == 0 && !is_masked_name(t) &&
        (is_bullet(at(t, 0)) || is_pictured_bullet(t) ||
         (is_spaced_bullet(at(t, 0)) && (is_blank_or_end(t, after(t, 0)) ||
                                         (is_in(at(t, 0), "-·") && is_han(at(t, after(t, 0))))))))
        end = after(t, 0), kind = LIST_LABEL_BULLET;
    if (end == 0)
        end = numbered_end(t, &kind);
    if (end == 0)
        end = stem_end(t, &kind);
    if (end == 0 && (end = loose_end(t)) > 0)
        kind = LIST_LABEL_NUMBER;
    struct text rest = text_trim(text_from(t, end));
    if (end == 0 || text_is_empty(rest))
        return (struct list_label){.rest = t};
    /* ①、甲, ①)甲, （1）、甲: the mark belongs to the label */
    if ((is_enclosed(at(t, 0)) || is_in(at(t, 0), "(（[【〔")) && is_in(at(rest, 0), "、.．)）")) {
        end = (size_t)(rest.data - t.data) + after(rest, 0);
        rest = text_trim(text_from(t, end));
    }
    return (struct list_label){
        .kind = kind, .label = text_trim(text_slice(t, 0, end)), .rest = rest};
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

/* "1.", "12、", "3)": most labels; "1-", "#1", which others but these may not be in front of. */
static bool is_number_and_stop(struct text label)
{
    size_t begin = at(label, 0) == '#' ? 1 : 0, end = begin;
    while (end < label.size && label.data[end] >= '0' && label.data[end] <= '9')
        end++;
    bool is_stopped = is_in(at(label, end), ".、)") || (begin == 0 && at(label, end) == '-');
    return end > begin && end - begin <= LABEL_DIGITS &&
           ((is_stopped && after(label, end) == label.size) || (begin == 1 && end == label.size));
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

bool is_list_bullet(struct text label)
{
    uint32_t c = at(label, 0);
    return c != 0 && after(label, 0) == label.size && (is_bullet(c) || is_spaced_bullet(c));
}
