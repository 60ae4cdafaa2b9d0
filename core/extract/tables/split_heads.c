/*
 * Heads in two rows, drawn without merged cells, as Markdown must: 要求 over 學歷 and 經驗, empty or
 * said again over the second of them, and below 崗位 nothing or 崗位 again. They are merged as Word
 * would have it.
 */
#include "core/extract/tables/form.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"

#define ROWS_MIN 3          /* two of heads over one at least */
#define HEAD_CODE_POINTS 40 /* a longer cell is no head */

/* What stands in the two rows of heads, in one column. */
struct two_heads {
    struct cell *upper, *lower; /* each alone in its slot */
    bool has_upper, has_lower;  /* words */
    bool goes_on;               /* the upper one is that of the column in front */
};

static bool may_be_one(struct text words)
{
    return !text_is_longer(words, HEAD_CODE_POINTS) && !text_ends_with(words, TEXT(".")) &&
           !is_numeral_cell(words);
}

static bool is_known_head(struct extraction *x, struct text words)
{
    struct label label = label_find(x, words);
    return label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD;
}

static bool read_two_heads(struct extraction *x, const struct table *table, size_t column,
                           const struct two_heads *before, struct two_heads *heads)
{
    *heads = (struct two_heads){.upper = table_cell(table, 0, column),
                                .lower = table_cell(table, 1, column)};
    if (!cell_begins_in(heads->upper, 0, column) || !cell_begins_in(heads->lower, 1, column) ||
        heads->upper->column_span > 1 || heads->upper->row_span > 1 ||
        heads->lower->column_span > 1 || heads->lower->row_span > 1)
        return false;
    struct text upper = cell_words(x, heads->upper), lower = cell_words(x, heads->lower);
    heads->has_upper = !text_is_empty(upper);
    heads->has_lower = !text_is_empty(lower) && !text_equal(upper, lower); /* 崗位 over 崗位 */
    heads->goes_on = before != NULL && before->has_lower && heads->has_lower &&
                     (!heads->has_upper || text_equal(upper, cell_words(x, before->upper)));
    return may_be_one(upper) && may_be_one(lower) && (heads->has_upper || heads->goes_on);
}

/* Heads of groups in the first row, those within them in the second, and heads beside these over
 * nothing; where one stands over a single column of its own, the rows are no heads. */
static bool are_two_rows(struct extraction *x, const struct table *table, struct two_heads *heads)
{
    size_t groups = 0, whole = 0;
    bool is_known = false;
    for (size_t c = 0; c < table->columns; c++) {
        if (!read_two_heads(x, table, c, c > 0 ? &heads[c - 1] : NULL, &heads[c]))
            return false;
        bool begins = heads[c].has_lower && !heads[c].goes_on;
        bool was_begun = c > 0 && heads[c - 1].has_lower && !heads[c - 1].goes_on;
        if (was_begun && !heads[c].goes_on)
            return false;
        is_known |= heads[c].has_upper && is_known_head(x, cell_words(x, heads[c].upper));
        groups += begins;
        whole += !heads[c].has_lower;
    }
    const struct two_heads *last = &heads[table->columns - 1];
    return is_known && groups > 0 && whole > 0 && (!last->has_lower || last->goes_on);
}

static void merge_heads(struct extraction *x, struct table *table)
{
    if (table->grid == NULL || table->rows < ROWS_MIN || table->columns < ROWS_MIN)
        return;
    struct two_heads *heads = arena_new_array(x->scratch, table->columns, struct two_heads);
    if (!are_two_rows(x, table, heads))
        return;
    struct cell *group = NULL, *before = table->cells;
    for (size_t c = 0; c < table->columns; c++) {
        if (!heads[c].goes_on) {
            group = heads[c].upper;
            continue;
        }
        group->column_span++;
        if (heads[c].has_upper)
            note_skipped(x, CLUE_REPEATED, cell_words(x, heads[c].upper), heads[c].upper->span);
        before = unlink_cell(table, before, heads[c].upper);
    }
    for (size_t c = 0; c < table->columns; c++) {
        if (heads[c].has_lower)
            continue;
        heads[c].upper->row_span++;
        if (!text_is_empty(cell_words(x, heads[c].lower)))
            note_skipped(x, CLUE_REPEATED, cell_words(x, heads[c].lower), heads[c].lower->span);
        before = unlink_cell(table, before, heads[c].lower);
    }
    table_index(x->document, table);
}

void merge_split_heads(struct extraction *x, struct block *first)
{
    for (struct block *block = first; block != NULL; block = block->next)
        if (block->kind == BLOCK_SECTION)
            merge_split_heads(x, block->children);
        else if (block->kind == BLOCK_TABLE)
            merge_heads(x, block->table);
}
