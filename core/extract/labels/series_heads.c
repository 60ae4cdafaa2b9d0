/* 「職責一：供應商管理」 over items: a label with its number, and the name of a group behind it. */
#include "core/base/script.h"
#include "core/extract/labels/label.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"

#define NAME_LENGTH 15 /* characters of the name: more say what somebody does */

bool is_series_head(struct extraction *x, struct text words, struct pair *head)
{
    size_t width, colon = find_colon(words, &width);
    if (colon == TEXT_NOT_FOUND || colon > LABEL_BYTES ||
        text_find(words, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false;
    struct pair pair = {.name = text_trim(text_slice(words, 0, colon)),
                        .value = text_trim(text_from(words, colon + width))};
    if (text_is_empty(pair.value) || text_code_points(pair.value) > NAME_LENGTH ||
        !ends_like_heading(pair.value) || !label_is_of_series(x, pair.name))
        return false;
    pair.label = label_find(x, pair.name);
    *head = pair;
    return pair.label.kind == LABEL_ELEMENT &&
           kind_has_items(element_row(pair.label.element)->kind) && !pair.label.is_part;
}
