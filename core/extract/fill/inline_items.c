/*
 * Items within a line: an author or a program lost the line breaks in front of their numbers and
 * bullets.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define BARRED_MIN 5       /* parts between bars: fewer may be one thing by several names */
#define BARRED_BYTES 60    /* of one of them */
#define INLINE_ITEMS_MIN 2 /* "1. … 2. …" within a line is a list from here on */
#define HYPHEN_BYTES 15    /* of an item that no stop ends: five Han */

/* Behind a stop or a blank, where the next item of a line may begin: no 「見第（2）條」. */
static bool is_behind_stop(struct text text, size_t at)
{
    static const struct text stops = TEXT_INIT("；;。.，,、：: \n\t");
    size_t before = at;
    return at > 0 && (text_previous(text, &before) == 0x3000 ||
                      text_find(stops, text_slice(text, before, at), 0) != TEXT_NOT_FOUND);
}

/* Where the item of that number begins in a line whose first one has that label. */
static size_t find_number(struct extraction *x, struct text text, struct text first,
                          unsigned number, size_t from)
{
    bool is_bare = first.data[0] >= '0' && first.data[0] <= '9'; /* 1. 1、 */
    if (is_bare)
        return list_label_find(text, number, from);
    struct text label = list_label_with(x->scratch, first, number);
    size_t at = text_is_empty(label) ? TEXT_NOT_FOUND : text_find(text, label, from);
    while (at != TEXT_NOT_FOUND && !is_behind_stop(text, at))
        at = text_find(text, label, at + label.size);
    return at;
}

/* "1. … 2. …" */
static bool fill_numbered(struct extraction *x, struct text text, unsigned depth, struct span at)
{
    size_t begin = 0, count = 0, second = list_label_find(text, 2, 0);
    struct text next = second == TEXT_NOT_FOUND ? TEXT("") : text_from(text, second);
    struct text first = list_label_in_list(text, TEXT(""), next).label;
    if (list_label_number(first) != 1)
        return false;
    for (size_t found = 0; found != TEXT_NOT_FOUND; count++)
        found = find_number(x, text, first, (unsigned)count + 2, found + 1);
    if (count < INLINE_ITEMS_MIN)
        return false;
    for (unsigned number = 1; number <= count; number++) {
        size_t end = find_number(x, text, first, number + 1, begin + 1);
        end = end == TEXT_NOT_FOUND || number == count ? text.size : end;
        fill_item(x, text_trim(text_slice(text, begin, end)), TEXT(""), depth,
                  span_slice(at, begin, end));
        begin = end;
    }
    return true;
}

/* Behind the next stop that ends an item, and the blanks behind it; size of text: none is left. */
static size_t behind_end(struct text text, size_t from)
{
    while (from < text.size) {
        uint32_t c = text_next(text, &from);
        if (c == ';' || c == 0xFF1B || c == 0x3002) {
            struct text rest = text_trim(text_from(text, from));
            return text_is_empty(rest) ? text.size : (size_t)(rest.data - text.data);
        }
    }
    return text.size;
}

/* "- 熟悉…", 「•負責…」: no minus of a number, no dash. */
static bool begins_with_bullet(struct text text)
{
    static const struct text bullets = TEXT_INIT("-–•·●■◆");
    size_t at = 0;
    uint32_t bullet = text.size == 0 ? 0 : text_next(text, &at);
    struct text rest = text_trim(text_from(text, at));
    size_t behind = 0;
    uint32_t next = rest.size == 0 ? 0 : text_next(rest, &behind);
    return bullet != 0 && text_find(bullets, text_slice(text, 0, at), 0) != TEXT_NOT_FOUND &&
           next != 0 && next != bullet && (next < '0' || next > '9');
}

/*
 * 「-熟悉演算法原理-熟練使用資料庫-…」, which begins with a hyphen: where the next one is, between words
 * in Han that are no short names (產品-設計). size of text: there is none.
 */
static size_t next_hyphen(struct text text, size_t from)
{
    uint32_t before = 0, c = 0;
    for (size_t at = from; at < text.size; before = c) {
        size_t begin = at, behind = at;
        c = text_next(text, &at);
        behind = at;
        if (c == '-' && begin >= from + HYPHEN_BYTES && (is_han_like(before) || before == ' ') &&
            at < text.size && is_han_like(text_next(text, &behind)))
            return begin;
    }
    return text.size;
}

/*
 * 「• 登記來客 • 保管鑰匙 • …」: where the bullet that the line begins with comes again, behind a
 * blank. size of text: nowhere.
 */
static size_t next_bullet(struct text text, size_t from)
{
    struct list_label first = list_label_of(text);
    size_t at =
        first.kind == LIST_LABEL_BULLET && !text_is(first.label, "-") && !is_latin_text(first.rest)
            ? text_find(text, first.label, from + first.label.size)
            : TEXT_NOT_FOUND;
    while (at != TEXT_NOT_FOUND) {
        size_t before = at;
        bool is_parted = is_blank_code_point(text_previous(text, &before));
        if (is_parted && !text_is_empty(text_trim(text_from(text, at + first.label.size))))
            return at;
        at = text_find(text, first.label, at + first.label.size);
    }
    return text.size;
}

static bool is_row_of_hyphens(struct text text)
{
    size_t second = text_is(list_label_of(text).label, "-") ? next_hyphen(text, 0) : text.size;
    return second < text.size && next_hyphen(text, second) < text.size;
}

/*
 * Items that go on in a line behind the stop of the one it begins with: 「甲；- 乙」, and
 * 「7、甲； 8、乙」 as the seventh of a list; or behind hyphens.
 */
static bool fill_gone_on(struct extraction *x, struct text text, struct text label, unsigned depth,
                         struct span at)
{
    bool are_hyphens = is_row_of_hyphens(text);
    label = are_hyphens ? TEXT("") : label; /* each has its own */
    size_t begin = 0, end = are_hyphens ? next_hyphen(text, 0) : behind_end(text, 0);
    if (end == text.size || text_find(text, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false; /* several lines are items by their ends */
    struct text typed = list_label_of(text).label;
    unsigned number = list_label_number(text_is_empty(typed) ? label : typed);
    for (; end < text.size; end = are_hyphens ? next_hyphen(text, end) : behind_end(text, end)) {
        struct text next = text_from(text, end);
        bool is_next = number != 0 && list_label_number(list_label_of(next).label) == number + 1;
        if (!is_next && !are_hyphens && !begins_with_bullet(next))
            continue;
        number += is_next;
        fill_item(x, text_trim(text_slice(text, begin, end)), begin == 0 ? label : TEXT(""), depth,
                  span_slice(at, begin, end));
        begin = end;
    }
    if (begin > 0)
        fill_item(x, text_trim(text_from(text, begin)), TEXT(""), depth,
                  span_slice(at, begin, text.size));
    return begin > 0;
}

static bool fill_bulleted(struct extraction *x, struct text text, unsigned depth, struct span at)
{
    size_t begin = 0, end = next_bullet(text, 0);
    if (end == text.size || text_find(text, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false;
    for (; begin < text.size; begin = end) {
        end = next_bullet(text, begin);
        fill_item(x, text_trim(text_slice(text, begin, end)), TEXT(""), depth,
                  span_slice(at, begin, end));
    }
    return true;
}

bool fill_inline_items(struct extraction *x, struct text text, struct text label, unsigned depth,
                       struct span at)
{
    return fill_numbered(x, text, depth, at) || fill_bulleted(x, text, depth, at) ||
           fill_gone_on(x, text, label, depth, at);
}

/* ---- bars ---- */

/* Where the next bar stands; size of text: there is none. */
static size_t next_bar(struct text text, size_t from)
{
    size_t at = text_find(text, TEXT("|"), from);
    return at == TEXT_NOT_FOUND ? text.size : at;
}

static bool are_barred(struct text text)
{
    size_t parts = 0;
    if (text_find(text, TEXT("|"), 0) == TEXT_NOT_FOUND || !is_latin_text(text) ||
        text_find(text, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false;
    for (size_t begin = 0, end; begin < text.size; begin = end + 1, parts++) {
        end = next_bar(text, begin);
        struct text part = text_trim(text_slice(text, begin, end));
        if (part.size > BARRED_BYTES || text_is_empty(part))
            return false;
    }
    return parts >= BARRED_MIN;
}

bool fill_barred(struct extraction *x, struct text text, unsigned depth, struct span at)
{
    if (!are_barred(text))
        return false;
    for (size_t begin = 0, end; begin < text.size; begin = end + 1) {
        end = next_bar(text, begin);
        struct text part = text_trim(text_slice(text, begin, end));
        note(x, USE_VALUE, part, at);
        if (end < text.size)
            note_field(x, USE_LABEL, x->target.records->element, FIELD_NONE,
                       text_slice(text, end, end + 1), at);
        fill_item(x, part, TEXT(""), depth, span_slice(at, begin, end));
    }
    return true;
}
