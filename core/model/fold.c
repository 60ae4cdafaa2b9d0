#include "core/model/fold.h"
#include "core/base/script.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

struct han_pair {
    uint32_t from, to;
};

/* A table of our own, since opening ICU's transliterator costs more than reading a file. By the
 * character less FOLD_FIRST; 0: it stays as it is. */
static const uint16_t simplified[FOLD_END - FOLD_FIRST] = {
#define HAN(from, to) [(from)-FOLD_FIRST] = (to),
#include "core/model/han_fold.inc"
#undef HAN
};

static const bool simplified_forms[FOLD_END - FOLD_FIRST] = {
#define FORM(c) [(c)-FOLD_FIRST] = true,
#include "core/model/simplified_forms.inc"
#undef FORM
};

/* Radicals that stand for Han and that NFKC leaves alone (Unicode, EquivalentUnifiedIdeograph). */
static const struct han_pair radicals[] = {
    {0x2E9F, 0x6BCD}, {0x2EA0, 0x6C11}, {0x2EC1, 0x864E}, {0x2EC4, 0x897F}, {0x2EC5, 0x89C1},
    {0x2EC6, 0x89D2}, {0x2EC9, 0x8D1D}, {0x2ECB, 0x8F66}, {0x2ED1, 0x957F}, {0x2ED3, 0x957F},
    {0x2ED4, 0x95E8}, {0x2ED7, 0x96E8}, {0x2ED8, 0x9752}, {0x2ED9, 0x97E6}, {0x2EDA, 0x9875},
    {0x2EDB, 0x98CE}, {0x2EDC, 0x98DE}, {0x2EDD, 0x98DF}, {0x2EE1, 0x9996}, {0x2EE2, 0x9A6C},
    {0x2EE3, 0x9AA8}, {0x2EE4, 0x9B3C}, {0x2EE5, 0x9C7C}, {0x2EE6, 0x9E1F}, {0x2EE8, 0x9EA6},
    {0x2EE9, 0x9EC4}, {0x2EEC, 0x9F50}, {0x2EED, 0x9F7F}, {0x2EEE, 0x9F7F}, {0x2EF0, 0x9F99},
    {0x2EF3, 0x9F9F},
};

static int compare_pairs(const void *key, const void *row)
{
    uint32_t a = ((const struct han_pair *)key)->from, b = ((const struct han_pair *)row)->from;
    return a < b ? -1 : a > b;
}

static uint32_t fold_radical(uint32_t c)
{
    const struct han_pair key = {.from = c};
    const struct han_pair *found = bsearch(&key, radicals, sizeof radicals / sizeof *radicals,
                                           sizeof *radicals, compare_pairs);
    return found == NULL ? c : found->to;
}

uint32_t fold_character(uint32_t c)
{
    if (c >= 0x2E80 && c < 0x2FE0)
        c = fold_radical(c);
    if (c < FOLD_FIRST || c >= FOLD_END || simplified[c - FOLD_FIRST] == 0)
        return c;
    return simplified[c - FOLD_FIRST];
}

bool is_simplified_form(uint32_t c) { return is_basic_han(c) && simplified_forms[c - FOLD_FIRST]; }

void fold_sources(uint32_t out[FOLD_END - FOLD_FIRST])
{
    for (size_t i = 0; i < sizeof simplified / sizeof *simplified; i++) {
        uint32_t to = simplified[i], from = FOLD_FIRST + (uint32_t)i;
        if (to >= FOLD_FIRST && to < FOLD_END)
            out[to - FOLD_FIRST] = out[to - FOLD_FIRST] == 0 ? from : FOLD_SEVERAL;
    }
}

/* NFKC with case folded and what nobody sees removed (Unicode, NFKC_Casefold). */
static struct text nfkc_casefold(struct arena *arena, struct text t)
{
    assert(t.size <= INT32_MAX / 4);
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance(&error);
    int32_t wide_size = 0, size = 0;
    UChar *wide = arena_new_array(arena, t.size + 1, UChar);
    u_strFromUTF8WithSub(wide, (int32_t)t.size + 1, &wide_size, t.data == NULL ? "" : t.data,
                         (int32_t)t.size, 0xFFFD, NULL, &error);
    assert(U_SUCCESS(error));
    /* Folding seldom makes a text longer: once more only when it does. */
    UChar *folded = arena_new_array(arena, (size_t)wide_size + 1, UChar);
    int32_t room = unorm2_normalize(nfkc, wide, wide_size, folded, wide_size, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR) {
        error = U_ZERO_ERROR;
        folded = arena_new_array(arena, (size_t)room + 1, UChar);
        unorm2_normalize(nfkc, wide, wide_size, folded, room, &error);
    }
    char *bytes = arena_alloc(arena, (size_t)room * 3 + 1);
    u_strToUTF8(bytes, room * 3 + 1, &size, folded, room, &error);
    assert(U_SUCCESS(error));
    return (struct text){bytes, (size_t)size};
}

static uint32_t ascii_lower(uint32_t c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

/* Of these NFKC_Casefold leaves each as it is. */
static bool is_inert_han(uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/*
 * What NFKC_Casefold makes of a character that nearly all labels are made of.
 *
 * returns  0 for any other: it may go together with its neighbours, and ICU must see the whole text
 */
static uint32_t fold_common(uint32_t c)
{
    if (c < 0x80)
        return ascii_lower(c);
    if (c >= 0xFF01 && c <= 0xFF5E) /* the wide forms of ASCII */
        return ascii_lower(c - 0xFF01 + '!');
    bool is_inert = is_inert_han(c) || (c >= 0x3001 && c <= 0x3029) || (c >= 0x2018 && c <= 0x201D);
    bool is_sign = c == 0xB7 || c == 0xD7 || c == 0x2013 || c == 0x2014 || c == 0x2022 ||
                   c == 0x2264 || c == 0x2265; /* · × – — • ≤ ≥ */
    return is_inert || is_sign ? c : 0;
}

struct folding {
    uint8_t
        *out; /* room for all that can come: no character grows, and blanks stood for themselves */
    size_t size;
    uint32_t before; /* 0: nothing yet */
    bool blank;      /* behind it */
    bool has_small;  /* a small letter of ASCII is in it */
};

#define HAN_BYTES 3 /* in UTF-8 */

/* 甚麼 is how Hong Kong writes 什麼: its first character is another only in front of this one. */
static const char what[] = "什";
static bool is_what(uint32_t before, uint32_t c) { return c == 0x4E48 && before == 0x751A; }

static void fold_what(struct folding *folding, uint32_t c)
{
    if (is_what(folding->before, c))
        memcpy(folding->out + folding->size - HAN_BYTES, what, HAN_BYTES);
}

/* Takes the next character, folded by NFKC_Casefold. */
static void take_character(struct folding *folding, uint32_t folded)
{
    uint32_t c = fold_character(folded);
    if (c == 0x2019 || c == 0x2018) /* you’ll and you'll */
        c = '\'';
    if (is_blank_code_point(c)) {
        folding->blank = true;
        return;
    }
    if (folding->blank && folding->before != 0 && blank_shows_between(folding->before, c))
        folding->out[folding->size++] = ' ';
    else
        fold_what(folding, c);
    U8_APPEND_UNSAFE(folding->out, folding->size, c);
    folding->has_small |= c >= 'a' && c <= 'z';
    folding->before = c;
    folding->blank = false;
}

/* take_character of one without a blank in front of it: nearly all. */
static void take_ascii(struct folding *folding, uint32_t c)
{
    folding->before = ascii_lower(c);
    folding->out[folding->size++] = (uint8_t)folding->before;
    folding->has_small |= folding->before >= 'a' && folding->before <= 'z';
}

/* ... and a run of Han without one; returns where it ends. */
static size_t take_han(struct folding *folding, struct text t, size_t from)
{
    uint8_t *out = folding->out;
    size_t size = folding->size, end = from;
    uint32_t before = folding->before;
    for (size_t next = from; next < t.size; end = next) {
        uint32_t c = text_next(t, &next);
        if (!is_inert_han(c))
            break;
        uint32_t to = simplified[c - FOLD_FIRST];
        c = to == 0 ? c : to;
        if (is_what(before, c))
            memcpy(out + size - HAN_BYTES, what, HAN_BYTES);
        if (to == 0) { /* its bytes stay what they are */
            memcpy(out + size, t.data + end, HAN_BYTES);
            size += HAN_BYTES;
        } else
            U8_APPEND_UNSAFE(out, size, c);
        before = c;
    }
    folding->size = size;
    folding->before = before;
    return end;
}

/* Takes a text of common characters; false, and some of it taken, when there are others in it. */
static bool take_common(struct folding *folding, struct text t)
{
    for (size_t i = 0; i < t.size;) {
        size_t end = folding->blank ? i : take_han(folding, t, i);
        if (end > i) {
            i = end;
            continue;
        }
        uint32_t c = text_next(t, &i);
        if (c > ' ' && c < 0x7F && !folding->blank) {
            take_ascii(folding, c);
            continue;
        }
        uint32_t folded = fold_common(c);
        if (folded == 0)
            return false;
        take_character(folding, folded);
    }
    return true;
}

static struct text fold(struct arena *arena, struct text t, bool *has_small)
{
    struct folding folding = {.out = arena_alloc(arena, t.size + 1)};
    if (!take_common(&folding, t)) {
        struct text folded = nfkc_casefold(arena, t);
        folding = (struct folding){.out = arena_alloc(arena, folded.size + 1)};
        for (size_t i = 0; i < folded.size;)
            take_character(&folding, text_next(folded, &i));
    }
    *has_small = folding.has_small;
    return (struct text){(const char *)folding.out, folding.size};
}

struct text fold_text(struct arena *arena, struct text t)
{
    bool has_small;
    return fold(arena, t, &has_small);
}

/* ---- labels ---- */

static bool is_letter_or_digit(uint32_t c)
{
    bool is_han = c >= 0x4E00 && c <= 0x9FA5; /* of Unicode 1.1: nearly all there are in labels */
    return is_han || u_isalnum((UChar32)c) || c == '#';
}

/* Bullets, emoji, brackets and the like in front of a label. */
static struct text skip_signs(struct text t)
{
    for (size_t i = 0; i < t.size;) {
        size_t begin = i, code = t.data[i] == ':' ? shortcode_size(text_from(t, i)) : 0;
        i += code;
        if (code == 0 && is_letter_or_digit(text_next(t, &i)))
            return text_from(t, begin);
    }
    return text_from(t, t.size);
}

/* By their numbers: most characters a label begins with are none, and soon known to be none. */
static bool is_han_numeral(uint32_t c)
{
    static const uint16_t han[] = {u'〇', u'一', u'丁', u'七', u'三', u'丙', u'乙', u'九', u'二',
                                   u'五', u'伍', u'八', u'六', u'十', u'千', u'叁', u'参', u'四',
                                   u'壬', u'壹', u'己', u'庚', u'戊', u'拾', u'捌', u'柒', u'玖',
                                   u'甲', u'癸', u'百', u'肆', u'贰', u'辛', u'陆', u'零'};
    size_t low = 0, high = sizeof han / sizeof *han;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (han[middle] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof han / sizeof *han && han[low] == c;
}

static bool is_numeral(uint32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : is_han_numeral(c); }

static bool is_roman_or_letter(struct text t)
{
    if (t.size == 1)
        return t.data[0] >= 'a' && t.data[0] <= 'z';
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] != 'i' && t.data[i] != 'v' && t.data[i] != 'x')
            return false;
    return t.size > 0;
}

/* Bytes of the numeral the text begins with ("3.1", "十二", "iv", "a"); 0 when there is none. */
static size_t numeral_size(struct text t)
{
    size_t end = 0;
    for (size_t i = 0; i < t.size; end = i) {
        uint32_t c = text_next(t, &i);
        bool joins = c == '.' && end > 0 && i < t.size && is_numeral((unsigned char)t.data[i]);
        if (!is_numeral(c) && !joins)
            break;
    }
    if (end > 0)
        return end;
    while (end < t.size && t.data[end] >= 'a' && t.data[end] <= 'z')
        end++;
    return end > 0 && is_roman_or_letter(text_slice(t, 0, end)) ? end : 0;
}

/* The text behind "section 4 ", "part b –" and "factor 2 –"; the text itself without such a number. */
static struct text skip_section(struct text t)
{
    static const struct text words[] = {TEXT_INIT("section "), TEXT_INIT("part "),
                                        TEXT_INIT("factor ")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!text_starts_with(t, words[i]))
            continue;
        struct text rest = text_from(t, words[i].size);
        size_t size = numeral_size(rest);
        if (size == 0 || size == rest.size)
            continue;
        size_t mark = rest.data[size] == ' ' ? size + 1 : size, next = mark;
        bool is_marked = next < rest.size && !is_letter_or_digit(text_next(rest, &next));
        bool is_number = rest.data[0] >= '0' && rest.data[0] <= '9' && mark > size;
        struct text behind = skip_signs(text_from(rest, size));
        if ((is_marked || is_number) && !text_is_empty(behind))
            return behind;
    }
    return t;
}

/* The text behind "一、", "3.1 ", "iv.", "2)" or "第一条"; the text itself without numbering. */
static struct text skip_number(struct text t)
{
    static const struct text ordinal = TEXT_INIT("第"), units = TEXT_INIT("条章节项款"),
                             part = TEXT_INIT("部分");
    bool is_ordinal = text_starts_with(t, ordinal);
    struct text rest = is_ordinal ? text_from(t, ordinal.size) : t;
    size_t size = numeral_size(rest);
    if (size == 0 || size == rest.size)
        return t;
    size_t next = size;
    uint32_t c = text_next(rest, &next);
    if (is_ordinal && text_starts_with(text_from(rest, size), part))
        return skip_signs(text_from(rest, size + part.size));
    if (is_ordinal) {
        bool has_unit = text_find(units, text_slice(rest, size, next), 0) != TEXT_NOT_FOUND;
        return has_unit ? skip_signs(text_from(rest, next)) : t;
    }
    /* "3d design" and "十佳" are words, "3职责" is a number in front of one. */
    if (!is_letter_or_digit(c) || (rest.data[0] >= '0' && rest.data[0] <= '9' && is_han_like(c)))
        return skip_signs(text_from(rest, size));
    return t;
}

/* Colons, dashes, stars and closing brackets behind a label. */
static struct text drop_trailing_signs(struct text t)
{
    for (size_t end = t.size; end > 0;) {
        size_t before = end;
        uint32_t c = text_previous(t, &before);
        bool closes = c == ')' && text_find(t, TEXT("("), 0) != TEXT_NOT_FOUND;
        if (is_letter_or_digit(c) || c == '%' || closes)
            return text_slice(t, 0, end);
        end = before;
    }
    return text_slice(t, 0, 0);
}

/* The word without the ending of a plural at out; returns its end. */
static char *put_singular(char *out, struct text word)
{
    size_t n = word.size;
    bool is_plural = n > 3 && word.data[n - 1] == 's' && word.data[n - 2] != 's' &&
                     word.data[n - 2] != 'u' && word.data[n - 2] != 'i';
    bool has_ies = is_plural && n > 4 && text_ends_with(word, TEXT("ies"));
    n -= has_ies ? 3 : is_plural;
    memcpy(out, word.data, n);
    if (has_ies)
        out[n++] = 'y';
    return out + n;
}

static struct text singular(struct arena *arena, struct text t)
{
    char *out = arena_alloc(arena, t.size), *at = out; /* no word grows */
    for (size_t i = 0; i < t.size;) {
        size_t end = i;
        while (end < t.size && t.data[end] >= 'a' && t.data[end] <= 'z')
            end++;
        struct text word = text_slice(t, i, end);
        if (text_equal(word, TEXT("the")) && at > out) { /* "purpose of the role" */
            i = end + (end < t.size);
            continue;
        }
        at = put_singular(at, word);
        bool is_before_slash = end + 1 < t.size && t.data[end] == ' ' && t.data[end + 1] == '/';
        end += is_before_slash; /* "Group / Team" is "Group/Team" */
        if (end < t.size)
            *at++ = t.data[end++];
        i = end + (end < t.size && t.data[end] == ' ' && t.data[end - 1] == '/');
    }
    return (struct text){out, (size_t)(at - out)};
}

static bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/* "A B C" is a row of letters; what has more of them is a word. */
#define SPACED_LETTERS 4

/*
 * "G R A D E", "J O B   T I T L E": the words whose letters stand apart, as forms space them to fill
 * a cell. Where more than one blank stands between two letters, a word ends.
 */
static struct text join_letters(struct arena *arena, struct text label)
{
    struct text t = text_trim(label);
    if (t.size < SPACED_LETTERS * 2 - 1 || t.data[1] != ' ' || !is_latin_letter(t.data[0]))
        return label;
    char *out = arena_alloc(arena, t.size);
    size_t size = 0, letters = 0;
    for (size_t i = 0; i < t.size; letters++) {
        if (!is_latin_letter(t.data[i]))
            return label;
        out[size++] = t.data[i++];
        size_t blanks = i;
        while (i < t.size && t.data[i] == ' ')
            i++;
        blanks = i - blanks;
        bool ends = i == t.size || t.data[i] == ':';
        if (ends)
            break;
        if (blanks == 0)
            return label;
        if (blanks > 1)
            out[size++] = ' ';
    }
    return letters + 1 >= SPACED_LETTERS ? (struct text){out, size} : label;
}

/* ①, ❶: NFKC makes figures of them, which "①Authority" would then begin with as "3d" does. */
static bool is_enclosed_number(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793);
}

/* Without 🈶 or 🆕 in front: pictures to who writes them, and words (有) to NFKC; nor ①. */
static struct text skip_enclosed(struct text label)
{
    for (size_t at = 0, next = 0; at < label.size; at = next) {
        uint32_t c = text_next(label, &next);
        bool is_picture = c >= 0x1F100 && c < 0x1F300;
        if (!is_blank_code_point(c) && c != 0xFE0F && !is_picture && !is_enclosed_number(c))
            return text_from(label, at);
    }
    return label;
}

struct text fold_label(struct arena *arena, struct text label)
{
    bool has_small;
    label = skip_enclosed(label);
    struct text folded = skip_signs(fold(arena, join_letters(arena, label), &has_small));
    folded = drop_trailing_signs(skip_number(skip_section(folded)));
    return has_small ? singular(arena, folded) : folded;
}

uint32_t fold_end(struct text t)
{
    size_t at = t.size;
    return at == 0 ? 0 : fold_character(text_previous(t, &at));
}

bool may_fold_alike(struct text a, struct text b)
{
    uint32_t end_of_a = fold_end(a), end_of_b = fold_end(b);
    return end_of_a == end_of_b || !is_basic_han(end_of_a) || !is_basic_han(end_of_b);
}

bool may_fold_to_end(struct text label, struct text_list folded)
{
    uint32_t end = fold_end(label);
    return !is_basic_han(end) || (text_character_bit(end) & folded.ends) != 0;
}
