/* Tables of HTML in Markdown, as a browser lays them out. */
#include "converters/markdown/html.h"

struct grid {
    struct table *table;
    uint32_t row;
    uint32_t *free_from; /* [LIMIT_TABLE_COLUMNS]: the row from which the column is free */
    uint32_t heads;      /* rows from the top that hold nothing but header cells */
};

static enum alignment cell_align(struct html *in, xmlNode *node)
{
    struct text align = html_attribute(in, node, "align");
    return text_equal_ascii_case(align, TEXT("left"))      ? ALIGN_LEFT
           : text_equal_ascii_case(align, TEXT("center"))  ? ALIGN_CENTRE
           : text_equal_ascii_case(align, TEXT("right"))   ? ALIGN_RIGHT
           : text_equal_ascii_case(align, TEXT("justify")) ? ALIGN_JUSTIFY
                                                           : ALIGN_DEFAULT;
}

static void read_cell(struct html *in, struct grid *grid, xmlNode *node, bool in_head)
{
    uint32_t column = 0;
    while (column < LIMIT_TABLE_COLUMNS && grid->free_from[column] > grid->row)
        column++;
    html_seek_tag(in, node);
    struct cell *cell = cell_append(in->reader->document, grid->table,
                                    reader_span(in->reader, in->cursor, in->cursor));
    cell->row = grid->row;
    cell->column = column;
    uint32_t wide = html_attribute_number(in, node, "colspan", LIMIT_TABLE_COLUMNS - column);
    uint32_t tall = html_attribute_number(in, node, "rowspan", LIMIT_TABLE_ROWS);
    cell->column_span = wide == 0 ? 1 : wide;
    cell->row_span = tall == 0 ? 1 : tall;
    cell->is_header = in_head || html_is_named(node, "th");
    cell->align = cell_align(in, node);
    for (uint32_t i = 0; i < cell->column_span && column + i < LIMIT_TABLE_COLUMNS; i++)
        grid->free_from[column + i] = grid->row + cell->row_span;
    struct html inside = *in;
    inside.place = (struct place){.cell = cell};
    inside.paragraph = NULL;
    inside.depth++;
    html_walk(&inside, node->children);
    in->cursor = inside.cursor;
    in->space = false;
    cell->span.end = in->cursor;
}

static void read_row(struct html *in, struct grid *grid, xmlNode *row, bool in_head)
{
    bool all_heads = true, any = false;
    for (xmlNode *node = row->children; node != NULL; node = node->next) {
        if (!html_is_named(node, "td") && !html_is_named(node, "th"))
            continue;
        any = true;
        all_heads &= in_head || html_is_named(node, "th");
        read_cell(in, grid, node, in_head);
    }
    if (any && all_heads && grid->heads == grid->row)
        grid->heads++;
    grid->row++; /* past the limits too: table_index_input says so, and no words are dropped */
}

static void read_caption(struct html *in, struct table *table, xmlNode *node)
{
    struct html inside = *in;
    struct block holder = {.kind = BLOCK_PARAGRAPH};
    inside.paragraph = &holder;
    inside.place = (struct place){.block = &holder};
    html_walk(&inside, node->children);
    in->cursor = inside.cursor;
    if (table->caption == NULL)
        table->caption = holder.runs;
}

static bool holds_rows(const xmlNode *node)
{
    return html_is_named(node, "thead") || html_is_named(node, "tbody") ||
           html_is_named(node, "tfoot");
}

static void read_rows(struct html *in, struct grid *grid, xmlNode *parent, bool in_head)
{
    for (xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (html_is_named(node, "tr"))
            read_row(in, grid, node, in_head);
        else if (html_is_named(node, "thead"))
            read_rows(in, grid, node, true);
        else if (holds_rows(node))
            read_rows(in, grid, node, false);
        else if (html_is_named(node, "caption"))
            read_caption(in, grid->table, node);
        else if (node->type == XML_COMMENT_NODE)
            html_read_remark(in, node);
    }
}

/* A span over rows that were never written ends with the table. */
static void cut_row_spans(struct table *table, uint32_t rows)
{
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (cell->row + cell->row_span > rows)
            cell->row_span = cell->row < rows ? rows - cell->row : 1;
}

/* What the table's rows are read from; all else that says something stands there by mistake. */
static bool is_of_table(const xmlNode *parent, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE)
        return text_is_blank(text_from_string((const char *)node->content));
    if (node->type != XML_ELEMENT_NODE)
        return true;
    if (html_is_named(parent, "tr"))
        return html_is_named(node, "td") || html_is_named(node, "th");
    return html_is_named(node, "caption") || html_is_named(node, "tr") || holds_rows(node);
}

/* Words between cells or rows go in front of the table, as browsers show them. */
static void read_strays(struct html *in, xmlNode *parent)
{
    for (xmlNode *node = parent->children; node != NULL; node = node->next) {
        if (html_is_named(node, "tr") || holds_rows(node))
            read_strays(in, node);
        if (is_of_table(parent, node))
            continue;
        xmlNode *next = node->next;
        node->next = NULL;
        in->paragraph = NULL;
        html_walk(in, node);
        node->next = next;
    }
    in->paragraph = NULL;
}

void html_read_table(struct html *in, xmlNode *node)
{
    html_seek_tag(in, node);
    uint32_t begin = in->cursor;
    in->depth++;
    read_strays(in, node);
    in->depth--;
    in->cursor = begin;
    struct block *block = html_append_block(in, BLOCK_TABLE);
    struct grid grid = {.table = table_new(in->reader->document, block),
                        .free_from =
                            arena_new_array(in->reader->arena, LIMIT_TABLE_COLUMNS, uint32_t)};
    in->depth++;
    read_rows(in, &grid, node, false);
    in->depth--;
    block->span.end = in->cursor;
    grid.table->header_rows = grid.heads;
    cut_row_spans(grid.table, grid.row);
    if (table_index_input(in->reader->document, grid.table, block->span) != STATUS_OK)
        in->reader->status = STATUS_INPUT;
}
