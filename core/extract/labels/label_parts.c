#include "core/extract/labels/label_parts.h"
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

#define FORM_DIGITS 2 /* of the number behind the title of a form */

struct text label_without_as_follows(const struct extraction *x, struct text text)
{
    struct text bare = text_trim(text);
    while (ends_in_colon(bare))
        bare = name_without_colon(bare);
    struct text label = text_without_any_end(bare, signs_of(x, SIGN_LIST_FOLLOWS));
    return label.size < bare.size ? label : TEXT("");
}

/* A letter's script: 'H' Han, 'L' Latin; 0 for what is no letter. */
static char script_of(uint32_t c)
{
    bool is_latin = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_latin ? 'L' : is_han_like(c) && c >= 0x3400 && c < 0xFF00 ? 'H' : 0;
}

/* "Rank： AB" of 職級 Rank： AB: the label, and its value. */
static bool has_value_behind(struct text words)
{
    size_t width, colon = find_colon(words, &width);
    return colon != TEXT_NOT_FOUND && !text_is_blank(text_from(words, colon + width));
}

/* Nearly all texts are of one script, which their bytes tell: whether both may be in it. */
static bool may_be_bilingual(struct text text)
{
    bool has_letter = false, has_han = false;
    for (size_t i = 0; i < text.size && !(has_letter && has_han); i++) {
        unsigned char c = (unsigned char)text.data[i];
        has_letter |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        if (c >= HAN_BYTE) {
            has_han = true;
            i += HAN_SIZE - 1;
        }
    }
    return has_letter && has_han;
}

bool label_is_bilingual(struct text text, struct text *han, struct text *latin)
{
    size_t joint = 0;
    char script = 0, first = 0;
    if (!may_be_bilingual(text))
        return false;
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        char here = script_of(text_next(text, &at));
        if (here == 0 || here == script)
            continue;
        if (script != 0 && joint > 0)
            return false;
        if (script != 0)
            joint = begin;
        else
            first = here;
        script = here;
    }
    if (joint == 0 || has_value_behind(text_from(text, joint)))
        return false;
    *(first == 'H' ? han : latin) = text_slice(text, 0, joint);
    *(first == 'H' ? latin : han) = text_from(text, joint);
    return true;
}

/* 諸手当※月額: what a reference mark adds to a label. */
static struct text without_note(struct text text)
{
    size_t at = text_find(text, TEXT("※"), 0);
    return at == TEXT_NOT_FOUND || at == 0 ? text : text_trim(text_slice(text, 0, at));
}

/*
 * （非互聯網領域） behind the title of a form, （K=knowledge 知識） behind a label. What is right
 * behind the number of an article is its caption: 「第五條（職責）」.
 */
struct text label_without_remark(struct text text)
{
    size_t last = text.size;
    if (text_is_empty(text))
        return text;
    uint32_t close = text_previous(text, &last);
    if (close != ')' && close != 0xFF09)
        return without_note(text);
    for (size_t at = last; at > 0;) {
        uint32_t c = text_previous(text, &at);
        if (c != '(' && c != 0xFF08)
            continue;
        bool is_caption = list_label_of(text).rest.data == text.data + at;
        return is_caption ? text : text_trim(text_slice(text, 0, at));
    }
    return text;
}

bool label_is_continuation(const struct extraction *x, struct text text)
{
    return text_holds_any(text, signs_of(x, SIGN_CONTINUED));
}

bool label_says_go_on(struct extraction *x, struct text text)
{
    struct text words = text_trim_any(text, "-–—().（）…*> \t");
    return text_is_any(label_folded(x, words), signs_of(x, SIGN_OVERLEAF));
}

struct text label_remark(struct text text)
{
    struct text remark = text_from(text, label_without_remark(text).size);
    return text_trim_any(remark, LANGUAGE_JOINTS);
}

struct text label_in_front_of_dash(struct extraction *x, struct text text)
{
    static const struct text dashes[] = {TEXT_INIT(" – "), TEXT_INIT(" — "), TEXT_INIT(" - "),
                                         TEXT_INIT("——")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t at = text_find(text, dashes[i], 0);
        if (at == TEXT_NOT_FOUND)
            continue;
        struct text rest = text_trim(text_from(text, at + dashes[i].size));
        if (text_find(text, TEXT("\n"), at) != TEXT_NOT_FOUND && !is_latin_text(rest))
            return TEXT(""); /* 崗位目的——⏎確保…: its words are below it */
        bool is_name = is_latin_text(rest)
                           ? !begins_in_small_letter(rest)
                           : vocabulary_is_position(x->vocabulary, x->scratch, rest);
        return is_name ? TEXT("") : text_trim(text_slice(text, 0, at));
    }
    return TEXT("");
}

/* 崗位（二 of 「崗位（二）」; else the text as it is. */
static struct text in_front_of_closing(struct text text)
{
    static const char *const brackets[] = {")", "）", NULL};
    return text_without_end(text, brackets);
}

struct text label_without_numeral(struct text text)
{
    static const char *const opening[] = {"(", "（", NULL};
    struct text inner = in_front_of_closing(text);
    bool is_bracketed = inner.size < text.size;
    text = inner;
    static const struct text numerals =
        TEXT_INIT("一二三四五六七八九十１２３４５６７８９123456789");
    size_t begin = text.size;
    if (!text_is_longer(text, 2)) /* two characters and a numeral */
        return TEXT("");
    text_previous(text, &begin);
    bool is_numeral = text_find(numerals, text_from(text, begin), 0) != TEXT_NOT_FOUND;
    bool is_value = ends_in_colon(text_slice(text, 0, begin)); /* 編制：3 */
    bool is_plain = is_numeral && !is_value && !is_latin_text(text_slice(text, 0, begin));
    struct text words = text_slice(text, 0, begin), bare = text_without_end(words, opening);
    if (is_bracketed != (bare.size < words.size))
        return TEXT("");
    words = bare;
    if (text_ends_with(words, TEXT("之"))) /* 崗位說明之一 */
        words = text_slice(words, 0, words.size - HAN_SIZE);
    return is_plain ? words : TEXT("");
}

struct text label_without_form_number(struct text text)
{
    size_t end = text.size;
    while (end > 0 && is_ascii_digit(text.data[end - 1]))
        end--;
    struct text front = text_trim_any(text_slice(text, 0, end), " #-–—");
    bool is_numbered = end < text.size && text.size - end <= FORM_DIGITS && front.size < text.size;
    return is_numbered && is_latin_text(front) ? front : TEXT("");
}

struct text label_behind_whose(const struct extraction *x, struct text text)
{
    struct text words = list_label_of(text).rest;
    struct text rest = text_without_any_start(words, signs_of(x, SIGN_WHOSE));
    return rest.size < words.size ? rest : TEXT("");
}

struct text label_bare(struct text label)
{
    struct text bare = name_without_colon(label), inside, behind;
    bool is_framed = is_in_black_brackets(bare) && part_black_brackets(bare, &inside, &behind);
    return is_framed ? text_trim(inside) : bare;
}

struct text label_inside_brackets(struct text line)
{
    struct text words = text_trim(line);
    if (!text_starts_with(words, TEXT("(")) && !text_starts_with(words, TEXT("（")))
        return line;
    size_t inside = 0, depth = 0, close = words.size;
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        uint32_t c = text_next(words, &at);
        inside = begin == 0 ? at : inside;
        depth += c == '(' || c == 0xFF08;
        if (depth > 0 && (c == ')' || c == 0xFF09) && --depth == 0 && close == words.size)
            close = begin;
        if (depth == 0 && at < words.size)
            return line;
    }
    return depth == 0 ? text_slice(words, inside, close) : line;
}
