/* Tables of XML of other vocabularies, and records as tables. */
#include "converters/xml/foreign.h"

/* ---- tables ---- */

static void append_cell(struct foreign *in, struct table *table, uint32_t row, uint32_t column,
                        struct xml_value value)
{
    struct cell *cell = cell_append(in->document, table, value.span);
    cell->row = row;
    cell->column = column;
    if (value.text.size == 0)
        return;
    struct block *block = block_append_to_cell(in->document, cell, BLOCK_PARAGRAPH, value.span);
    foreign_append_runs(in, block, value.text, value.span);
}

static bool is_row(const struct xml_node *node)
{
    static const char *const names[] = {"tr", "row", "strow", "sthead", NULL};
    return text_is_one_of(node->name, names);
}

static uint32_t span_attribute(const struct xml_node *node, const char *name, uint32_t limit)
{
    struct text value = xml_attribute_text(node, name);
    uint32_t n = 0;
    for (size_t i = 0; i < value.size && value.data[i] >= '0' && value.data[i] <= '9'; i++) {
        n = n * 10 + (uint32_t)(value.data[i] - '0');
        if (n > limit)
            return 1; /* more than any table has */
    }
    return n == 0 ? 1 : n;
}

static void index_table(struct foreign *in, struct table *table, struct span span)
{
    if (table_index_input(in->document, table, span) != STATUS_OK)
        in->status = STATUS_INPUT;
}

static void read_rows(struct foreign *in, const struct xml_node *node, struct table *table,
                      uint32_t *row, uint32_t *taken)
{
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        if (xml_is_text(child))
            continue;
        if (!is_row(child)) {
            read_rows(in, child, table, row, taken); /* tbody, tgroup: LIMIT_XML_DEPTH bounds it */
            continue;
        }
        uint32_t column = 0;
        const struct xml_node *cell = xml_next_element(child->children);
        for (; cell != NULL; cell = xml_next_element(cell->next)) {
            while (column < LIMIT_TABLE_COLUMNS && taken[column] > *row)
                column++;
            append_cell(in, table, *row, column, xml_content(in->arena, cell));
            struct cell *made = table->last_cell;
            made->is_header = text_is(cell->name, "th") || text_is(node->name, "thead") ||
                              text_is(child->name, "sthead");
            made->column_span = span_attribute(cell, "colspan", LIMIT_TABLE_COLUMNS);
            made->row_span = span_attribute(cell, "rowspan", LIMIT_TABLE_ROWS);
            for (uint32_t i = 0; i < made->column_span && column + i < LIMIT_TABLE_COLUMNS; i++)
                taken[column + i] = *row + made->row_span;
        }
        ++*row; /* past the limits too: table_index_input says so, and no words are dropped */
    }
}

static bool holds_row(const struct xml_node *node)
{
    for (const struct xml_node *child = node->children; child != NULL; child = child->next)
        if (!xml_is_text(child) && (is_row(child) || holds_row(child)))
            return true;
    return false;
}

static void append_words(struct foreign *in, struct xml_value words)
{
    if (words.text.size > 0)
        foreign_append_runs(in, block_append(in->document, NULL, BLOCK_PARAGRAPH, words.span),
                            words.text, words.span);
}

/* A caption, and words that stand in no cell, come in front of the table. */
static void append_words_beside_rows(struct foreign *in, const struct xml_node *node)
{
    for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
        bool is_text = xml_is_text(child);
        if (is_text)
            append_words(in, (struct xml_value){xml_trim(child->text), child->span});
        else if (!is_row(node) && (is_row(child) || holds_row(child)))
            append_words_beside_rows(in, child);
        else if (!is_row(node))
            append_words(in, xml_content(in->arena, child));
    }
}

void foreign_read_table(struct foreign *in, const struct xml_node *node)
{
    append_words_beside_rows(in, node);
    struct block *block = block_append(in->document, NULL, BLOCK_TABLE, node->span);
    struct table *table = table_new(in->document, block);
    uint32_t row = 0, *taken = arena_new_array(in->arena, LIMIT_TABLE_COLUMNS, uint32_t);
    read_rows(in, node, table, &row, taken);
    while (table->header_rows < row) {
        bool all = false;
        for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
            if (cell->row == table->header_rows && !(all = cell->is_header))
                break;
        if (!all)
            break;
        table->header_rows++;
    }
    index_table(in, table, node->span);
}

/* ---- records: children of one name with parts of their own ---- */

/* Parts of different names beyond these share the last column: no record of a role comes near. */
#define RECORD_COLUMNS 64

struct columns {
    struct text names[RECORD_COLUMNS];
    size_t count;
};

static size_t column_of(struct columns *columns, struct text name)
{
    for (size_t i = 0; i < columns->count; i++)
        if (text_equal(columns->names[i], name))
            return i;
    if (columns->count == RECORD_COLUMNS)
        return RECORD_COLUMNS - 1;
    columns->names[columns->count] = name;
    return columns->count++;
}

/* Words beside the parts stand in a column named as the record. */
static struct text part_name(const struct xml_node *record, const struct xml_node *part)
{
    return xml_is_text(part) ? record->name : part->name;
}

static void find_columns(const struct xml_node *first, struct columns *columns)
{
    for (const struct xml_node *node = first; node != NULL; node = xml_next_element(node->next)) {
        for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
            column_of(columns, a->name);
        for (const struct xml_node *part = node->children; part != NULL; part = part->next)
            if (!xml_is_text(part) || xml_trim(part->text).size > 0)
                column_of(columns, part_name(node, part));
    }
}

/* A part that is repeated adds a paragraph to its cell. */
static void add_part(struct foreign *in, struct cell **cells, size_t column, struct xml_value value)
{
    struct cell *cell = cells[column];
    if (value.text.size == 0)
        return;
    if (cell->blocks == NULL)
        cell->span = value.span;
    struct block *block = block_append_to_cell(in->document, cell, BLOCK_PARAGRAPH, value.span);
    foreign_append_runs(in, block, value.text, value.span);
}

static void read_record(struct foreign *in, const struct xml_node *node, struct table *table,
                        uint32_t row, struct columns *columns)
{
    struct cell *cells[RECORD_COLUMNS];
    for (size_t i = 0; i < columns->count; i++) {
        append_cell(in, table, row, (uint32_t)i, (struct xml_value){.span = node->span});
        cells[i] = table->last_cell;
    }
    for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
        add_part(in, cells, column_of(columns, a->name), (struct xml_value){a->value, a->span});
    for (const struct xml_node *part = node->children; part != NULL; part = part->next) {
        struct xml_value value = {xml_trim(part->text), part->span};
        if (!xml_is_text(part))
            value = xml_content(in->arena, part);
        if (value.text.size > 0)
            add_part(in, cells, column_of(columns, part_name(node, part)), value);
    }
}

void foreign_read_records(struct foreign *in, const struct xml_node *parent)
{
    struct block *block = block_append(in->document, NULL, BLOCK_TABLE, parent->span);
    struct table *table = table_new(in->document, block);
    const struct xml_node *first = xml_next_element(parent->children);
    struct columns columns = {.count = 0};
    find_columns(first, &columns);
    for (size_t i = 0; i < columns.count; i++) {
        append_cell(
            in, table, 0, (uint32_t)i,
            (struct xml_value){foreign_words_of_name(in->arena, columns.names[i]), parent->span});
        table->last_cell->is_header = true;
    }
    table->header_rows = 1;
    uint32_t row = 1;
    for (const struct xml_node *node = first; node != NULL; node = xml_next_element(node->next))
        read_record(in, node, table, row++, &columns);
    index_table(in, table, parent->span);
}
