/* Tables that only place their words on the page: frames, columns, boxes around sections. */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"

#define PAGE_LABELS 2   /* alone in a cell, over words: more than a form puts there */
#define FRAME_SHARE 8   /* of the words in the tables within, to one beside them */
#define FRAMED_BLOCKS 3 /* in the only cell with words */
#define LAYOUT_CELLS 12 /* of a table that only places its words */

/* A cell with a table of several rows in it. */
static bool holds_table(const struct cell *cell)
{
    for (const struct block *b = cell->blocks; b != NULL; b = b->next)
        if (b->kind == BLOCK_TABLE && b->table->rows > 1)
            return true;
    return false;
}

/*
 * Every cell that holds anything holds a table; or nearly all that there is stands in these, and
 * none of the other words is the label of a form.
 */
static bool is_of_tables(struct extraction *x, const struct table *table)
{
    size_t tables = 0, within = 0, beside = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        tables += holds_table(cell);
    for (const struct cell *cell = table->cells; tables > 0 && cell != NULL; cell = cell->next) {
        struct text words = cell_words(x, cell);
        bool is_table = holds_table(cell);
        if (!is_table && label_find(x, words).kind == LABEL_ELEMENT)
            return false;
        *(is_table ? &within : &beside) += words.size;
    }
    return tables > 0 && beside * FRAME_SHARE <= within;
}

/*
 * Labels that stand alone over other words in the cell: a page of its own. 主要職責 over "Major
 * Duties" is one of them.
 */
static bool is_page(struct extraction *x, const struct cell *cell)
{
    size_t labels = 0;
    enum element before = ELEMENT_COUNT;
    for (const struct block *b = cell->blocks; b != NULL && b->next != NULL; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING)
            continue;
        struct label label = label_find(x, text_trim(block_text(x->scratch, b)));
        enum kind kind = label.kind == LABEL_ELEMENT ? element_row(label.element)->kind : KIND_TEXT;
        bool is_section = kind_has_items(kind);
        labels += label.element != before && is_section && !label.is_part;
        before = label.element;
    }
    return labels >= PAGE_LABELS;
}

/* 工作內容 | 【條件要求】…: what stands beside a label is the value that a form has there. */
static bool is_beside_label(struct extraction *x, const struct table *table,
                            const struct cell *cell)
{
    const struct cell *front =
        cell->column > 0 ? table_cell(table, cell->row, cell->column - 1) : NULL;
    return front != NULL && label_find(x, cell_words(x, front)).kind == LABEL_ELEMENT;
}

/*
 * 部門 | 物流部 in a row of its own, over or below a cell as wide as the table: that is a form. Labels
 * with a colon are read alike on the page.
 */
static bool is_bar_of_form(struct extraction *x, const struct table *table, const struct cell *bar)
{
    if (table->columns == 1 || bar->column_span < table->columns)
        return false;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (cell->column > 0 || cell->column_span == table->columns)
            continue;
        struct text name = cell_words(x, cell);
        struct label label = label_find(x, name);
        bool is_value =
            label.kind == LABEL_ELEMENT && !is_section_label(&label) && !ends_in_colon(name);
        const struct cell *value = table_cell(table, cell->row, cell->column_span);
        if (is_value && !text_is_empty(cell_words(x, value)))
            return true;
    }
    return false;
}

/* 岗位 | 职责及要求 over pages one below the other: a row each of something. */
static bool is_below_page(struct extraction *x, const struct table *table, const struct cell *page)
{
    for (const struct cell *cell = table->cells; cell != NULL && cell->row < page->row;
         cell = cell->next)
        if (cell->column > 0 && cell->column == page->column && is_page(x, cell))
            return true;
    return false;
}

static const struct cell *find_page(struct extraction *x, const struct table *table)
{
    const struct cell *page = NULL;
    size_t most = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        size_t size = cell_words(x, cell).size;
        bool is_one = is_page(x, cell) && !is_beside_label(x, table, cell);
        if (is_one && is_below_page(x, table, cell))
            return NULL;
        if (size > most && is_one && !is_bar_of_form(x, table, cell)) {
            page = cell;
            most = size;
        }
    }
    return page;
}

/*
 * Most cells with words hold headings of the document: they only stand beside each other. Where
 * several rows and columns hold nothing else, their author styled the cells of a table so.
 */
static bool are_headings(const struct table *table)
{
    size_t filled = 0, headings = 0, over_words = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        bool has_heading = false, has_words = false;
        for (const struct block *b = cell->blocks; b != NULL; b = b->next) {
            has_heading |= b->kind == BLOCK_HEADING;
            has_words |= b->runs != NULL;
        }
        filled += has_words;
        headings += has_heading;
        over_words += has_heading && cell->blocks->next != NULL;
    }
    bool is_grid = table->rows > 1 && table->columns > 1;
    return headings > 0 && 3 * headings >= 2 * filled && (over_words > 0 || !is_grid);
}

bool is_column_of_cells(struct extraction *x, const struct table *table)
{
    if (has_form_names(table))
        return false;
    for (const struct cell *cell = table->cells; cell != NULL && table->columns > 1;
         cell = cell->next)
        if (cell->row == 0 ? cell->column > 0 && !text_is_empty(cell_words(x, cell))
                           : cell->column_span < table->columns)
            return false;
    return true;
}

bool is_boxed_section(struct extraction *x, const struct table *table)
{
    const struct cell *first = table->cells;
    if (table->rows < 2 || !is_column_of_cells(x, table))
        return false;
    struct label head = label_find(x, cell_words(x, first));
    if (head.kind == LABEL_UNKNOWN)
        head = label_guess(x, cell_words(x, first));
    bool is_sure =
        head.kind == LABEL_ELEMENT && (head.guess == GUESS_NONE || label_is_sure_guess(&head));
    if (!is_sure ||
        (element_row(head.element)->kind < KIND_LIST && head.element != ELEMENT_PURPOSE))
        return false;
    for (const struct cell *cell = first->next; cell != NULL; cell = cell->next)
        if (label_find(x, cell_words(x, cell)).kind == LABEL_ELEMENT)
            return false;
    return first->next != NULL;
}

/* Only one of the cells holds any words, and these are several paragraphs: a frame around a page. */
static bool is_frame(struct extraction *x, const struct table *table)
{
    const struct cell *filled = NULL;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (text_is_empty(cell_words(x, cell)))
            continue;
        if (filled != NULL)
            return false;
        filled = cell;
    }
    size_t blocks = 0;
    for (const struct block *b = filled == NULL ? NULL : filled->blocks; b != NULL; b = b->next)
        blocks++;
    return blocks >= FRAMED_BLOCKS;
}

bool is_layout_table(struct extraction *x, const struct block *block, const struct cell **page)
{
    const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;
    *page = NULL;
    if (table == NULL || table->cells == NULL || has_form_names(table))
        return false;
    if (table->cell_count == 1 || is_of_tables(x, table) || is_frame(x, table))
        return true;
    if (table->cell_count <= LAYOUT_CELLS &&
        (are_headings(table) || (*page = find_page(x, table)) != NULL)) {
        if (table->columns == 1)
            *page = NULL; /* cells below each other are read as they stand */
        return true;
    }
    for (const struct cell *cell = table->cells; cell != NULL && table->columns == 1;
         cell = cell->next)
        for (const struct block *b = cell->blocks; b != NULL; b = b->next)
            if (b->kind == BLOCK_HEADING || b->kind == BLOCK_TABLE)
                return true;
    return is_boxed_section(x, table);
}
