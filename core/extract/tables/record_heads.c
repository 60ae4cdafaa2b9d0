/*
 * Heads of records, found without a section that says whose they are: 序號 | 工作內容 | 消耗時間
 * over numbered rows. The heads name the element, and the rows below say that they are heads.
 */
#include "core/extract/tables/tables.h"

#define ROWS_SEEN 8  /* below a row that may be one of heads: each row may be asked */
#define ROWS_MIN 2   /* one row below is a form's values, unless it is numbered */
#define HEADS_TOLD 3 /* that all are an element's fields: it is the element's table */

/* What stands below a row that may be one of heads. */
struct rows_below {
    size_t filled;    /* rows with words of records, counted as far as ROWS_MIN */
    bool is_numbered; /* the column of numbers has one */
    bool are_acts;    /* the main column begins as sentences of the element do */
};

/* The first cell with words that begins in the row, and how many do; NULL: none. */
static const struct cell *first_filled(struct extraction *x, const struct area *area, size_t row,
                                       size_t skipped, size_t *filled)
{
    const struct cell *first = NULL;
    *filled = 0;
    for (size_t c = area->from; c < area->to; c++) {
        const struct cell *cell = table_cell(area->table, row, c);
        if (c == skipped || !cell_begins_in(cell, row, c) || text_is_empty(cell_words(x, cell)))
            continue;
        first = first == NULL ? cell : first;
        ++*filled;
    }
    return first;
}

/* A row of a form: a bar, or one that begins with a label. */
static bool ends_records(struct extraction *x, const struct area *area, const struct cell *first,
                         size_t filled)
{
    struct label label = label_find(x, cell_words(x, first));
    bool is_label = label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD;
    bool is_bar = filled == 1 && first->column_span >= area->to - area->from;
    return is_bar || (is_label && !label.is_part && !label.needs_context);
}

static struct rows_below read_below(struct extraction *x, const struct area *area,
                                    const struct columns *columns)
{
    struct rows_below below = {.are_acts = true};
    size_t main = main_column(columns);
    size_t end = columns->rows + ROWS_SEEN < area->end ? columns->rows + ROWS_SEEN : area->end;
    for (size_t r = columns->rows; r < end && below.filled < ROWS_MIN; r++) {
        size_t filled;
        const struct cell *first = first_filled(x, area, r, columns->label_column, &filled);
        if (first == NULL)
            continue; /* left empty, or nothing but its number */
        const struct cell *number = columns->label_column == SIZE_MAX
                                        ? NULL
                                        : table_cell(area->table, r, columns->label_column);
        bool has_number = number != NULL && is_numeral_cell(cell_words(x, number));
        if (!has_number && ends_records(x, area, first, filled))
            break; /* a numbered row is of records, though its group is called as an element is */
        struct text words = cell_words(x, table_cell(area->table, r, main));
        if (text_is_empty(words))
            break;
        below.is_numbered |= has_number;
        below.are_acts &= vocabulary_opening(x->vocabulary, x->scratch, words) == columns->element;
        below.filled++;
    }
    return below;
}

/* How many heads there are beside that of the numbers. */
static size_t count_heads(struct extraction *x, const struct area *area,
                          const struct columns *columns)
{
    size_t heads = 0;
    for (size_t c = area->from; c < area->to; c++) {
        const struct cell *head = head_cell(area->table, columns->rows - 1, c);
        heads += head != NULL && c != columns->label_column && !text_is_empty(cell_words(x, head));
    }
    return heads;
}

/* Labels of several elements in the first column: 項目 | 內容 over the rows of a form. */
static bool are_rows_of_form(struct extraction *x, const struct area *area, size_t row,
                             enum element element)
{
    for (size_t r = row + 1; r < row + 1 + ROWS_MIN; r++) {
        const struct cell *cell = r < area->end ? table_cell(area->table, r, area->from) : NULL;
        struct label label = label_find(x, cell_words(x, cell));
        if (label.kind != LABEL_ELEMENT || label.element == element || label.is_part)
            return false;
    }
    return true;
}

/*
 * One of the heads is a label of the element: 內容 and 說明 alone may be anything's. So may be "Area"
 * and "Activities", but not beside "Measures".
 */
static bool has_own_label(struct extraction *x, const struct columns *columns, size_t heads)
{
    for (size_t c = 0; c < columns->count; c++) {
        struct label label = label_find(x, columns->heads[c]);
        if (label.kind == LABEL_ELEMENT && label.element == columns->element)
            return true;
    }
    return heads >= HEADS_TOLD && columns->known == heads;
}

/* The row holds the heads of the element, and rows of it stand below. */
static bool are_heads_of(struct extraction *x, const struct area *area, size_t row,
                         enum element element, struct columns *columns)
{
    if (element_field_count(element) == 0 ||
        !columns_of_row(x, area->table, row, area->from, area->to, element, columns) ||
        main_column(columns) == SIZE_MAX || are_rows_of_form(x, area, row, element))
        return false;
    size_t heads = count_heads(x, area, columns);
    if (!has_own_label(x, columns, heads))
        return false;
    struct rows_below below = read_below(x, area, columns);
    bool is_numbered = columns->label_column != SIZE_MAX && below.is_numbered;
    bool all_known = columns->known == heads && heads + is_numbered > 1;
    bool enough = below.filled >= ROWS_MIN || (below.filled == 1 && is_numbered);
    return enough && (all_known || is_numbered || heads > 2 || below.are_acts);
}

size_t records_end(struct extraction *x, const struct area *area, size_t row)
{
    size_t r = row + 1;
    for (; r < area->end; r++) {
        size_t filled;
        const struct cell *first = first_filled(x, area, r, SIZE_MAX, &filled);
        if (first != NULL && ends_records(x, area, first, filled))
            break;
    }
    return r;
}

/*
 * The elements whose labels stand in the row: no other can have heads there, and most rows of a
 * form have none. A head over several columns may say something else with the heads below it.
 */
static void find_own_elements(struct extraction *x, const struct area *area, size_t row,
                              bool is_own[ELEMENT_ROLE_COUNT])
{
    bool has_demand = false;
    for (size_t c = area->from; c < area->to; c++) {
        const struct cell *cell = head_cell(area->table, row, c);
        struct label label = label_find(x, cell_words(x, cell));
        bool is_upper = cell != NULL && cell->column_span > 1;
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            is_own[e] |= is_upper || (label.kind == LABEL_ELEMENT && label.element == e);
        has_demand |= label_is_demand(&label);
        is_own[ELEMENT_DUTIES] |= label.kind == LABEL_UNKNOWN && cell != NULL &&
                                  head_field(x, ELEMENT_DUTIES, cell_words(x, cell)) ==
                                      element_first_field(ELEMENT_DUTIES);
    }
    if (has_demand && is_own[ELEMENT_DUTIES]) /* 職責內容 | 工作要求: how the work is to be done */
        is_own[ELEMENT_APPOINTMENT] = false;
}

enum element records_below(struct extraction *x, const struct area *area, size_t row,
                           struct columns *columns)
{
    enum element best = ELEMENT_COUNT;
    bool is_own[ELEMENT_ROLE_COUNT] = {false};
    *columns = (struct columns){0};
    find_own_elements(x, area, row, is_own);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        struct columns found;
        if (!is_own[e] || !are_heads_of(x, area, row, (enum element)e, &found) ||
            (best != ELEMENT_COUNT && !columns_know_more(&found, columns)))
            continue;
        best = (enum element)e;
        *columns = found;
    }
    return best;
}
