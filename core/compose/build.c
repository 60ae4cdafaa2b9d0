#include "core/compose/build.h"

static void add_lines(struct document *document, struct block *block, struct text text,
                      struct text target, struct span at)
{
    struct text line;
    bool is_first = true;
    for (size_t offset = 0; text_next_line(text, &offset, &line); is_first = false) {
        if (!is_first)
            run_append(document, block, RUN_BREAK, TEXT(""), at);
        struct run *run = run_append(document, block, RUN_TEXT, line, at);
        run->link = target;
    }
}

void build_run(struct document *document, struct block *block, struct text text, struct text target,
               struct span at)
{
    add_lines(document, block, text, target, at);
}

struct block *build_heading(struct document *document, struct block *parent, unsigned level,
                            struct text text, struct span at)
{
    struct block *block = block_append(document, parent, BLOCK_HEADING, at);
    block->level = level;
    add_lines(document, block, text, TEXT(""), at);
    return block;
}

struct block *build_paragraph(struct document *document, struct block *parent, struct text style,
                              struct text text, struct span at)
{
    struct block *block = block_append(document, parent, BLOCK_PARAGRAPH, at);
    block->style = style;
    add_lines(document, block, text, TEXT(""), at);
    return block;
}

struct block *build_list(struct document *document, struct block *parent, bool is_ordered)
{
    struct block *list = block_append(document, parent, BLOCK_LIST, (struct span){0});
    list->ordered = is_ordered;
    return list;
}

struct block *build_item(struct document *document, struct block *list, struct text label,
                         struct text text, struct span at)
{
    struct block *item = block_append(document, list, BLOCK_ITEM, at);
    item->label = label;
    build_paragraph(document, item, TEXT("item"), text, at);
    return item;
}

struct table *build_table(struct document *document, struct block *parent, struct text style)
{
    struct block *block = block_append(document, parent, BLOCK_TABLE, (struct span){0});
    block->style = style;
    return table_new(document, block);
}

struct cell *build_cell(struct document *document, struct table *table, struct cell_place place,
                        struct text text, struct span at)
{
    struct cell *cell = cell_append(document, table, at);
    cell->row = place.row;
    cell->column = place.column;
    cell->row_span = 1;
    cell->column_span = place.columns == 0 ? 1 : place.columns;
    cell->is_header = place.is_header;
    cell->style = place.style;
    struct block *block = block_append_to_cell(document, cell, BLOCK_PARAGRAPH, at);
    block->style = text_is(place.style, "head")      ? TEXT("table-head")
                   : text_is(place.style, "section") ? TEXT("section")
                   : text_is(place.style, "label")   ? TEXT("label")
                                                     : TEXT("table-cell");
    add_lines(document, block, text, TEXT(""), at);
    return cell;
}
