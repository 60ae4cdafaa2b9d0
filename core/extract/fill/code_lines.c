/* A list that its author set as code, as it looks: each line with a number or a bullet. */
#include "core/extract/fill/fill.h"
#include "core/model/list_label.h"

#define LINES_MIN 2 /* one may be a command with a hyphen in front */

/* All lines that are not empty begin as items do. */
static bool is_list(struct text code)
{
    struct text line;
    size_t items = 0;
    for (size_t at = 0; text_next_line(code, &at, &line);) {
        if (text_is_blank(line))
            continue;
        struct list_label label = list_label_of(line);
        if (label.kind == LIST_LABEL_NONE || text_is_empty(label.rest))
            return false;
        items++;
    }
    return items >= LINES_MIN;
}

bool fill_code_lines(struct extraction *x, const struct block *block)
{
    struct text line, code = block->code;
    size_t first = SIZE_MAX;
    if (block->kind != BLOCK_CODE || x->target.kind != TARGET_ELEMENT || !is_list(code))
        return false;
    for (size_t at = 0, begin = 0; text_next_line(code, &at, &line); begin = at) {
        if (text_is_blank(line))
            continue;
        size_t indent = text_indent(line);
        first = indent < first ? indent : first;
        fill_text(x, text_trim(line), TEXT(""), indent > first, span_slice(block->span, begin, at));
    }
    return true;
}
