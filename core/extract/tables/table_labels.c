/*
 * A label merged down over rows may have been typed again in each of them, or left empty below its
 * first: such cells are made one, so that forms are read alike however they were drawn.
 */
#include "core/extract/tables/form.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

/*
 * The label of rows, with room for their words beside it. 審核 and 版本 once more are those of the
 * next signature, or of the next edition.
 */
static bool is_label_of_rows(struct extraction *x, const struct table *table,
                             const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    struct label label = label_find(x, words);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess_in_form(x, words);
    enum kind kind = label.kind == LABEL_ELEMENT ? element_row(label.element)->kind : KIND_TEXT;
    bool is_of_file = label.element == ELEMENT_APPROVAL || label.element == ELEMENT_EDITION;
    return (size_t)cell->column + cell->column_span < table->columns && !is_of_file &&
           kind_has_items(kind);
}

/* The first cell with words behind the column; NULL: none. */
static const struct cell *first_behind(struct extraction *x, const struct table *table, size_t row,
                                       size_t column)
{
    for (size_t c = column; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell_begins_in(cell, row, c) && !text_is_empty(cell_words(x, cell)))
            return cell;
    }
    return NULL;
}

/* Words or nothing: no note, picture or table would be gone with the cell. */
static bool is_plain(const struct cell *cell)
{
    for (const struct block *b = cell->blocks; b != NULL; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING)
            return false;
        for (const struct run *run = b->runs; run != NULL; run = run->next)
            if (run->kind != RUN_TEXT)
                return false;
    }
    return true;
}

/* Nothing stands below the cell, or its words again: what few cells of a table have. */
static bool may_go_on(struct extraction *x, const struct table *table, const struct cell *cell)
{
    size_t row = (size_t)cell->row + cell->row_span;
    const struct cell *below = row < table->rows ? table_cell(table, row, cell->column) : NULL;
    struct text words = cell_words(x, cell);
    if (below == NULL || !cell_begins_in(below, row, cell->column) ||
        below->column_span != cell->column_span || text_is_empty(words) || words.size > LABEL_BYTES)
        return false;
    struct text again = cell_words(x, below);
    return text_is_empty(again) || (may_fold_alike(again, words) &&
                                    text_equal(label_folded(x, again), label_folded(x, words)));
}

/* Whether the cell goes on with what the label above it labels. */
static bool goes_on(struct extraction *x, const struct table *table, const struct cell *label,
                    const struct cell *below)
{
    size_t row = (size_t)label->row + label->row_span;
    if (!cell_begins_in(below, row, label->column) || !is_plain(below) ||
        below->column_span != label->column_span)
        return false;
    const struct cell *first =
        first_behind(x, table, row, (size_t)below->column + below->column_span);
    if (first == NULL)
        return false;
    struct text words = cell_words(x, below);
    if (!text_is_empty(words))
        return text_equal(fold_label(x->scratch, words),
                          fold_label(x->scratch, cell_words(x, label)));
    struct label other = label_find(x, cell_words(x, first));
    bool is_other = (other.kind == LABEL_ELEMENT || other.kind == LABEL_FIELD) && !other.is_part &&
                    !other.needs_context &&
                    other.element != label_find(x, cell_words(x, label)).element;
    return !is_other;
}

struct cell *unlink_cell(struct table *table, struct cell *before, const struct cell *cell)
{
    while (before->next != cell)
        before = before->next;
    before->next = cell->next;
    if (table->last_cell == cell)
        table->last_cell = before;
    table->cell_count--;
    return before;
}

void merge_labels(struct extraction *x, struct table *table)
{
    bool any = false;
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (!may_go_on(x, table, cell) || !is_label_of_rows(x, table, cell))
            continue;
        struct cell *before = cell;
        for (;;) {
            size_t row = (size_t)cell->row + cell->row_span;
            const struct cell *below =
                row < table->rows ? table_cell(table, row, cell->column) : NULL;
            if (below == NULL || !goes_on(x, table, cell, below))
                break;
            if (!text_is_empty(cell_words(x, below)))
                note_skipped(x, CLUE_REPEATED, cell_words(x, below), below->span);
            cell->row_span += below->row_span;
            before = unlink_cell(table, before, below);
            any = true;
        }
    }
    if (any)
        table_index(x->document, table);
}
