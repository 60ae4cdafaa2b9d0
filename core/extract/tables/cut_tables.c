/*
 * Tables of roles that a page cut: their heads come again in the midst of the rows, or over a second
 * table with the rest of these. They become one table, with its heads once.
 */
#include "core/base/limits.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"

#define LABELS_MIN 2 /* in a row, one of them that of the names */

/* 崗位 | 職責 in the first row, each in a cell of its own. */
static bool has_heads_of_roles(struct extraction *x, const struct table *table)
{
    size_t labels = 0;
    bool is_titled = false;
    if (table->grid == NULL || table->columns < LABELS_MIN || table->rows < LABELS_MIN)
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, 0, c);
        if (!cell_begins_in(cell, 0, c) || cell->row_span > 1)
            return false;
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        labels +=
            label.kind == LABEL_ELEMENT || is_number_head(x, words) || is_person_head(x, words);
        is_titled |= label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE;
    }
    return is_titled && labels >= LABELS_MIN;
}

static bool is_alone_in_row(struct extraction *x, const struct table *table, size_t row)
{
    for (size_t c = table_cell(table, row, 0)->column_span; c < table->columns; c++)
        if (!text_is_empty(cell_words(x, table_cell(table, row, c))))
            return false;
    return true;
}

/* 主要職務 with nothing beside it below such heads: a form of each position, and no row about one. */
static bool has_bar_of_form(struct extraction *x, const struct table *table)
{
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, 0);
        struct label label = label_find(x, cell_words(x, cell));
        if (cell_begins_in(cell, r, 0) && is_section_label(&label) && is_alone_in_row(x, table, r))
            return true;
    }
    return false;
}

static bool has_heads_again(struct extraction *x, const struct table *heads,
                            const struct table *table, size_t row)
{
    if (table->grid == NULL || table->columns != heads->columns)
        return false;
    for (size_t c = 0; c < heads->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (!cell_begins_in(cell, row, c) || cell->row_span > 1 ||
            !text_equal(cell_words(x, cell), cell_words(x, table_cell(heads, 0, c))))
            return false;
    }
    return true;
}

/* Its rows behind those of all, without heads that come again. */
static void append_rows(struct extraction *x, struct table *all, const struct table *heads,
                        const struct table *table)
{
    uint32_t *rows = arena_new_array(x->scratch, table->rows, uint32_t); /* where each has come */
    for (uint32_t r = 0; r < table->rows; r++) {
        bool is_again = (table != heads || r > 0) && has_heads_again(x, heads, table, r);
        rows[r] = is_again ? UINT32_MAX : all->rows++;
    }
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (rows[cell->row] == UINT32_MAX)
            note_skipped(x, CLUE_REPEATED, cell_words(x, cell), cell->span);
        else
            append_copy(x, all, cell)->row = rows[cell->row];
    }
}

/* A head comes again within the table. */
static bool has_repeated_heads(struct extraction *x, const struct table *table)
{
    for (size_t r = 1; r < table->rows; r++)
        if (has_heads_again(x, table, table, r))
            return true;
    return false;
}

/* As many rows as a table may have, with those of both: else the second stays as it is. */
static bool has_room(const struct table *table, const struct table *next)
{
    size_t rows = table->rows + next->rows;
    return rows <= LIMIT_TABLE_ROWS && size_mul(rows, table->columns) <= LIMIT_TABLE_CELLS;
}

/*
 * The block in front of the next table with such heads, behind nothing but blanks; NULL: none.
 *
 * in  block  from which on it is looked for
 *     all    the rows so far
 */
static struct block *before_next_part(struct extraction *x, struct block *block,
                                      const struct table *heads, const struct table *all)
{
    const struct block *next = skip_blank_paragraphs(x->scratch, block->next);
    if (next == NULL || next->kind != BLOCK_TABLE || !has_heads_again(x, heads, next->table, 0) ||
        !has_room(all, next->table))
        return NULL;
    while (block->next != next)
        block = block->next;
    return block;
}

static void join_parts(struct extraction *x, struct block *block)
{
    struct table *heads = block->table;
    struct table *all = arena_new(x->arena, struct table);
    *all = (struct table){
        .columns = heads->columns, .header_rows = heads->header_rows, .caption = heads->caption};
    append_rows(x, all, heads, heads);
    for (struct block *before = block;
         (before = before_next_part(x, before, heads, all)) != NULL;) {
        append_rows(x, all, heads, before->next->table);
        before->next = before->next->next;
    }
    if (table_index(x->document, all))
        block->table = all;
}

void join_cut_tables(struct extraction *x, struct block *first, struct block **last)
{
    for (struct block *block = first; block != NULL; block = block->next) {
        if (block->kind == BLOCK_SECTION)
            join_cut_tables(x, block->children, &block->last_child);
        if (block->kind == BLOCK_TABLE && has_heads_of_roles(x, block->table) &&
            !has_bar_of_form(x, block->table) &&
            (has_repeated_heads(x, block->table) ||
             before_next_part(x, block, block->table, block->table) != NULL))
            join_parts(x, block);
        *last = block;
    }
}
