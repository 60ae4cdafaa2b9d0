/*
 * The levels of a career side by side: IC3 | IC4 | IC5, "Senior Agent (P2)", or names of positions
 * and ranks, over rows of one area each. Bars group the areas; one over other levels begins a table of its own.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define LEVELS_MIN 2  /* side by side; one is no series */
#define AREAS_MIN 3   /* rows below them */
#define TOLD_LATIN 24 /* letters of what a level does: severities have a word or two */
#define TOLD_HAN 10   /* characters, alike */

/* IC3, "Senior Agent (P2)", "Commercial (P2) (not in use)": the letters of its code. */
static struct text level_prefix(struct extraction *x, struct text words)
{
    struct level_code code = level_code(x, words);
    for (size_t open;
         text_is_empty(code.prefix) && (open = text_find(words, TEXT("("), 0)) != TEXT_NOT_FOUND;) {
        words = text_from(words, open + 1);
        size_t close = text_find(words, TEXT(")"), 0);
        if (close != TEXT_NOT_FOUND)
            code = level_code(x, text_slice(words, 0, close));
    }
    return code.is_nought ? TEXT("") : code.prefix;
}

/* "Junior | Mid-level | Lead", or positions as "Engineer II (L4)": levels that have names. */
static bool is_named_level(struct extraction *x, struct text words)
{
    words = label_without_remark(words);
    return vocabulary_is_rank(x->vocabulary, x->scratch, words) ||
           (label_find(x, words).kind == LABEL_UNKNOWN &&
            vocabulary_is_position(x->vocabulary, x->scratch, words));
}

static bool are_named_levels(struct extraction *x, const struct table *table)
{
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, 0, c);
        if (!cell_begins_in(cell, 0, c) || cell->column_span > 1 ||
            !words_answer(x, WORDS_ARE_LEVEL, cell_words(x, cell), is_named_level))
            return false;
    }
    return table->columns > LEVELS_MIN;
}

/* The row is one of levels, in all its columns but the first; the last ones may be empty. */
static bool is_level_heads(struct extraction *x, const struct table *table, size_t row)
{
    if (row == 0 && are_named_levels(x, table))
        return true;
    struct text prefix = TEXT("");
    size_t levels = 0;
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = cell_words(x, cell);
        if (text_is_empty(words))
            continue;
        struct text own = level_prefix(x, words);
        bool is_next = levels + 1 == c && (levels == 0 || text_equal(own, prefix));
        if (text_is_empty(own) || !is_next || !cell_begins_in(cell, row, c) ||
            cell->column_span > 1)
            return false;
        prefix = own;
        levels++;
    }
    return levels >= LEVELS_MIN;
}

static bool is_bar(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *cell = table_cell(table, row, 0);
    bool is_whole = cell != NULL && cell->column_span == table->columns;
    for (size_t c = 1; c < table->columns && !is_whole; c++)
        if (!text_is_empty(cell_words(x, table_cell(table, row, c))))
            return false;
    return true;
}

/* The first row of levels, behind bars at most; the table's rows: there is none. */
static size_t first_heads(struct extraction *x, const struct table *table)
{
    size_t row = 0;
    while (row < table->rows && is_bar(x, table, row))
        row++;
    return row < table->rows && is_level_heads(x, table, row) ? row : table->rows;
}

static bool is_told(struct text words)
{
    return text_code_points(words) >= (is_latin_text(words) ? TOLD_LATIN : TOLD_HAN);
}

bool is_level_columns(struct extraction *x, const struct table *table)
{
    size_t areas = 0, told = 0, cells = 0;
    if (table->grid == NULL || table->columns < LEVELS_MIN + 1 || table->rows < AREAS_MIN + 1)
        return false;
    for (size_t r = first_heads(x, table) + 1; r < table->rows; r++) {
        if (is_bar(x, table, r) || is_level_heads(x, table, r))
            continue;
        const struct cell *area = table_cell(table, r, 0);
        if (!cell_begins_in(area, r, 0) || text_is_empty(cell_words(x, area)))
            return false;
        areas++;
        for (size_t c = 1; c < table->columns; c++) {
            struct text words = words_beginning_in(x, table_cell(table, r, c), r, c);
            cells += !text_is_empty(words);
            told += is_told(words);
        }
    }
    return areas >= AREAS_MIN && 2 * told >= cells;
}

/* "Skills" over areas says what they are; a bar that is no label goes on with the one above it. */
static struct label label_of_bar(struct extraction *x, const struct table *table, size_t row,
                                 struct label above)
{
    struct label label = label_find(x, cell_words(x, table_cell(table, row, 0)));
    bool has_items =
        label.kind == LABEL_ELEMENT && kind_has_items(element_row(label.element)->kind);
    return has_items ? label : above;
}

/* bar: what the areas below it are */
static void fill_area(struct extraction *x, const struct table *table, size_t row, size_t column,
                      struct label bar)
{
    const struct cell *cell = table_cell(table, row, column);
    struct text area = cell_words(x, table_cell(table, row, 0)), reason;
    struct label label = label_find(x, area);
    if (!cell_begins_in(cell, row, column) || text_is_empty(cell_words(x, cell)))
        return;
    if (vocabulary_not_applicable(x->vocabulary, x->scratch, cell_words(x, cell), &reason)) {
        note_skipped(x, CLUE_BLANK, cell_words(x, cell), cell->span);
        return;
    }
    if (label.kind != LABEL_ELEMENT) {
        fill_level_cell(x, cell, bar.element, area);
        return;
    }
    open_element(x, label, area, LEVEL_LINE, cell->span);
    x->target.repeats = false;
    fill_blocks(x, cell->blocks);
    close_target(x);
}

static void fill_level(struct extraction *x, const struct table *table, size_t head, size_t end,
                       size_t column)
{
    const struct cell *name = table_cell(table, head, column);
    if (text_is_empty(cell_words(x, name)))
        return;
    begin_role_of_column(x, name);
    struct label bar = label_of(ELEMENT_DUTIES);
    for (size_t r = head + 1; r < end; r++)
        if (is_bar(x, table, r))
            bar = label_of_bar(x, table, r, bar);
        else
            fill_area(x, table, r, column, bar);
    end_role(x);
}

/* Areas and bars, each said once, whatever stands beside them. */
static void note_areas(struct extraction *x, const struct table *table)
{
    x->clue = CLUE_COLUMN;
    for (size_t r = 0; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, 0);
        struct text words = words_beginning_in(x, cell, r, 0);
        if (text_is_empty(words))
            continue;
        if (is_bar(x, table, r))
            note_skipped(x, CLUE_NO_ELEMENT, words, cell->span);
        else
            note_field(x, USE_LABEL, ELEMENT_DUTIES, FIELD_NONE, words, cell->span);
    }
}

bool fill_level_columns(struct extraction *x, struct block *block)
{
    const struct table *table = block->table;
    if (x->role != NULL || !is_level_columns(x, table))
        return false;
    note_areas(x, table);
    for (size_t head = first_heads(x, table), end; head < table->rows; head = end) {
        for (end = head + 1; end < table->rows && !is_level_heads(x, table, end);)
            end++;
        for (size_t c = 1; c < table->columns; c++)
            fill_level(x, table, head, end, c);
    }
    return true;
}
