/* Columns in front of the duties: what several are parts of, and what each is about. */
#include "core/base/script.h"
#include "core/extract/tables/tables.h"

#define HAN_NAME_LENGTH 24 /* of what a duty is about */
#define LATIN_NAME_LENGTH 36

/*
 * What the cells beside it are parts of: a cell merged over rows, or over rows that leave it empty,
 * or beside a list. Words beside the words of one duty are its name.
 */
static bool is_group_cell(struct extraction *x, const struct table *table, size_t row,
                          size_t column, size_t parts)
{
    const struct cell *cell = table_cell(table, row, column);
    const struct cell *part = table_cell(table, row, parts);
    const struct cell *below = row + 1 < table->rows ? table_cell(table, row + 1, column) : NULL;
    if (!cell_begins_in(cell, row, column) || text_is_empty(cell_words(x, cell)))
        return false;
    bool is_over_empty = cell_begins_in(below, row + 1, column) &&
                         text_is_empty(cell_words(x, below)) &&
                         !text_is_empty(cell_words(x, table_cell(table, row + 1, parts)));
    return cell->row_span > 1 || is_over_empty ||
           text_find(cell_words(x, part), TEXT("\n"), 0) != TEXT_NOT_FOUND;
}

/* One of the column's cells holds what several of those in the other column are parts of. */
static bool holds_groups(struct extraction *x, const struct table *table,
                         const struct columns *columns, size_t column, size_t parts)
{
    for (size_t r = columns->rows; r < table->rows; r++)
        if (is_group_cell(x, table, r, column, parts))
            return true;
    return false;
}

/* 職責 merged down beside 具體工作: what is done are its parts, and no field of it. */
static bool is_merged_over(const struct table *table, const struct columns *columns, size_t column,
                           size_t parts)
{
    for (size_t r = columns->rows; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, column);
        if (cell_begins_in(cell, r, column) && cell->row_span > 1)
            return columns->fields[parts] == FIELD_DUTIES_WHAT;
    }
    return false;
}

/* The column holds numbers of items; it is the label's where no other is. */
static void take_numbers(struct extraction *x, const struct table *table, struct columns *columns,
                         size_t column)
{
    if (!is_over_numerals(x, table, columns->rows - 1, column))
        return;
    columns->fields[column] = FIELD_NONE;
    if (columns->label_column == SIZE_MAX)
        columns->label_column = column;
}

/* The first and the last of the columns with the main field, [0] and [1]; how many there are. */
static size_t main_columns(const struct columns *columns, size_t ends[2])
{
    size_t count = 0;
    for (size_t c = 0; c < columns->count; c++) {
        if (columns->fields[c] != element_first_field(columns->element))
            continue;
        ends[0] = count++ == 0 ? c : ends[0];
        ends[1] = c;
    }
    return count;
}

void part_main_columns(struct extraction *x, const struct table *table, struct columns *columns)
{
    size_t ends[2] = {0, 0};
    if (main_columns(columns, ends) < 2)
        return;
    for (size_t c = ends[0]; c < ends[1]; c++)
        if (columns->fields[c] == element_first_field(columns->element))
            take_numbers(x, table, columns, c);
    const struct cell *head = table_cell(table, columns->rows - 1, ends[1]);
    if (main_columns(columns, ends) > 1 && head != NULL && head->column <= ends[0] &&
        holds_groups(x, table, columns, ends[0], ends[1])) {
        columns->group_column = ends[0];
        columns->fields[ends[0]] = FIELD_NONE;
    }
}

void find_group_column(struct extraction *x, const struct table *table, struct columns *columns,
                       size_t from, size_t to)
{
    enum field main = element_first_field(columns->element);
    bool are_duties = columns->element == ELEMENT_DUTIES;
    size_t first = main_column(columns), parts = 0;
    if (first == SIZE_MAX)
        return;
    for (parts = first + 1; parts < to; parts++)
        if ((columns->fields[parts] == main || is_merged_over(table, columns, first, parts)) &&
            !text_equal(columns->heads[parts], columns->heads[first]))
            break;
    if (parts < to && holds_groups(x, table, columns, first, parts)) {
        columns->group_column = are_duties ? first : SIZE_MAX;
        columns->fields[are_duties ? parts : first] = are_duties ? main : FIELD_NONE;
    } else if (parts >= to && are_duties && first > from && is_unknown_column(columns, first - 1) &&
               holds_groups(x, table, columns, first - 1, first))
        columns->group_column = first - 1;
}

/* A word or two beside each of the duties, and none of them longer than its duty. */
static bool holds_names(struct extraction *x, const struct table *table,
                        const struct columns *columns, size_t column, size_t parts)
{
    static const char *const stops[] = {"。", ".", "；", ";", NULL};
    size_t names = 0;
    for (size_t r = columns->rows; r < table->rows; r++) {
        const struct cell *beside = table_cell(table, r, column);
        if (beside == table_cell(table, r, parts))
            break; /* a bar: the duties end */
        struct text name = cell_words(x, beside);
        struct text words = cell_words(x, table_cell(table, r, parts));
        if (text_is_empty(words))
            continue;
        size_t most = is_latin_text(name) ? LATIN_NAME_LENGTH : HAN_NAME_LENGTH;
        if (text_is_empty(name) || text_code_points(name) > most || name.size > words.size ||
            text_has(name, '\n') || text_ends_with_one_of(name, stops) || is_run_in_list(words))
            return false;
        names++;
    }
    return names > 0;
}

void find_name_column(struct extraction *x, const struct table *table, struct columns *columns,
                      size_t from, size_t to)
{
    size_t first = main_column(columns);
    if (first == SIZE_MAX || columns->group_column != SIZE_MAX)
        return;
    bool are_two = first + 1 < to && columns->fields[first + 1] == columns->fields[first];
    size_t name = are_two ? first : first - 1, parts = name + 1;
    if ((!are_two && (first == from || !is_unknown_column(columns, name))) ||
        !holds_names(x, table, columns, name, parts))
        return;
    columns->name_column = name;
    columns->fields[name] = FIELD_NONE;
}

/* Most cells of the column, below its head, begin as acts do. */
static bool holds_acts(struct extraction *x, const struct table *table,
                       const struct columns *columns, size_t column)
{
    size_t rows = 0, acts = 0;
    for (size_t r = columns->rows; r < table->rows; r++) {
        struct text words = words_beginning_in(x, table_cell(table, r, column), r, column);
        rows += !text_is_empty(words);
        acts += !text_is_empty(words) &&
                vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
    }
    return acts > 1 && 3 * acts >= 2 * rows;
}

void find_acts_column(struct extraction *x, const struct table *table, struct columns *columns,
                      size_t from, size_t to)
{
    size_t ends[2] = {0, 0};
    if (main_columns(columns, ends) != 1 || holds_acts(x, table, columns, ends[0]))
        return;
    for (size_t c = from > ends[0] ? from : ends[0] + 1; c < to; c++) {
        const struct label *other = &columns->others[c];
        bool is_aim = other->kind == LABEL_ELEMENT && other->element == ELEMENT_GOALS;
        if (!is_aim || !is_latin_text(columns->heads[c]) || !holds_acts(x, table, columns, c))
            continue;
        columns->fields[c] = element_first_field(columns->element);
        columns->others[c] = label_of(ELEMENT_COUNT);
        return;
    }
}
