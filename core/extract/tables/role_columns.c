/*
 * Tables whose columns are roles: 項目 | 店長 | 副店長 over rows that begin with labels. They are
 * turned, so that each role is a row, and then read as tables with one role a row are. Without
 * labels, positions side by side stand over what each of them does.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/form.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define LABELS_MIN 2
#define ROLES_MIN 2
#define POST_HAN 8       /* Han of a name that nobody knows */
#define ACT_HAN 10       /* characters of what is no name: an act and its object */
#define ACT_LATIN 24     /* letters, alike */
#define CORNER_LENGTH 12 /* characters of either half of a divided cell */

/* A position's name, and no label with or without one: 文書助理, 文書助理(CA). */
static bool is_position(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    struct label label = label_find(x, words);
    return !text_is_empty(words) && text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           label.kind == LABEL_UNKNOWN && !begins_with_pair(x, words) &&
           (vocabulary_is_position(x->vocabulary, x->scratch, words) ||
            vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(words)));
}

/* 崗位⏎項目, as the two halves of a divided cell are typed, and not a cell of many lines. */
static bool is_corner(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell), line;
    size_t lines = 0, longest = 0;
    for (size_t offset = 0; text_next_line(words, &offset, &line); lines++) {
        size_t length = text_code_points(text_trim(line));
        longest = length > longest ? length : longest;
    }
    return lines <= 1 || (lines == 2 && longest <= CORNER_LENGTH);
}

/* A name of one or two words, whoever it is: 領檯 beside 外場服務員. */
static bool may_be_role(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    return !text_is_empty(words) && ends_like_heading(words) &&
           label_find(x, words).kind == LABEL_UNKNOWN;
}

bool has_positions_first(struct extraction *x, const struct table *table)
{
    const struct cell *corner = table_cell(table, 0, 0);
    size_t positions = 0, names = table->rows - 1;
    bool is_empty = text_is_empty(cell_words(x, corner));
    if (table->rows < ROLES_MIN + 1 || !cell_begins_in(corner, 0, 0) || is_position(x, corner) ||
        !is_corner(x, corner))
        return false;
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, 0);
        bool is_known = cell_begins_in(cell, r, 0) && is_position(x, cell);
        positions += is_known;
        if (!is_known && (!is_empty || !cell_begins_in(cell, r, 0) || !may_be_role(x, cell)))
            return false;
    }
    return 2 * positions >= names;
}

/* Cells in a row above the others and in a column beside them, none of them across: few forms. */
static bool has_heads_and_sides(const struct table *table)
{
    if (table->grid == NULL || table->columns < ROLES_MIN + 1 || table->rows < LABELS_MIN)
        return false;
    for (size_t c = 1; c < table->columns; c++)
        if (!cell_begins_in(table_cell(table, 0, c), 0, c))
            return false;
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, 0);
        if (!cell_begins_in(cell, r, 0) || cell->column_span > 1)
            return false;
    }
    return true;
}

/* 崗位 in the corner: names beside it are called so, though no position is known in one of them. */
static bool is_over_names(struct extraction *x, const struct table *table)
{
    struct label corner = label_find(x, cell_words(x, table_cell(table, 0, 0)));
    return corner.kind == LABEL_ELEMENT && corner.element == ELEMENT_TITLE;
}

/*
 * Positions beside each other, and names that nobody knows among them: 授權簽字人 beside 樣品管理員.
 * Half of them must be known; the labels in front of the rows say the rest.
 */
static bool are_columns_roles(struct extraction *x, const struct table *table)
{
    if (!has_heads_and_sides(table))
        return false;
    bool is_titled = is_over_names(x, table);
    size_t labels = 0, positions = 0;
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, 0, c);
        bool is_known = is_position(x, cell);
        positions += is_known;
        if (!is_known && !may_be_role(x, cell))
            return false;
    }
    for (size_t r = 1; r < table->rows; r++)
        labels += label_find(x, cell_words(x, table_cell(table, r, 0))).kind == LABEL_ELEMENT;
    return 2 * positions >= table->columns - 1 && labels + is_titled >= LABELS_MIN &&
           2 * labels >= table->rows - 1;
}

/* The same cells, rows for columns; they stand in the order of the new rows. */
static struct table *turned(struct extraction *x, const struct table *table)
{
    struct table *turned = arena_new(x->arena, struct table);
    *turned =
        (struct table){.rows = table->columns, .columns = table->rows, .caption = table->caption};
    for (size_t c = 0; c < table->columns; c++)
        for (size_t r = 0; r < table->rows; r++) {
            const struct cell *cell = table_cell(table, r, c);
            if (!cell_begins_in(cell, r, c))
                continue;
            struct cell *copy = append_copy(x, turned, cell);
            copy->row = cell->column;
            copy->column = cell->row;
            copy->row_span = cell->column_span;
            copy->column_span = cell->row_span;
        }
    return table_index(x->document, turned) ? turned : NULL;
}

void turn_role_columns(struct extraction *x, struct block *first)
{
    for (struct block *block = first; block != NULL; block = block->next) {
        if (block->kind == BLOCK_SECTION)
            turn_role_columns(x, block->children);
        if (block->kind != BLOCK_TABLE)
            continue;
        if (are_columns_roles(x, block->table)) {
            struct table *table = turned(x, block->table);
            block->table = table != NULL ? table : block->table;
            continue;
        }
        for (struct cell *cell = block->table->cells; cell != NULL; cell = cell->next)
            turn_role_columns(x, cell->blocks); /* of a frame around it */
    }
}

/* ---- "Product Manager | Delivery Manager" over what each of them does, or in front of it ---- */

/* Longer than a name or a value, or begins as duties do. */
static bool is_act(struct extraction *x, struct text words)
{
    size_t length = text_code_points(words);
    return length > (is_latin_text(words) ? ACT_LATIN : ACT_HAN) ||
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
}

static bool are_columns_of_duties(struct extraction *x, const struct table *table)
{
    size_t cells = 0, acts = 0;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *head = table_cell(table, 0, c);
        if (!cell_begins_in(head, 0, c) || !is_position(x, head))
            return false;
        for (size_t r = 1; r < table->rows; r++) {
            const struct cell *cell = table_cell(table, r, c);
            struct text words = words_beginning_in(x, cell, r, c);
            if (label_find(x, words).kind != LABEL_UNKNOWN)
                return false;
            cells += !text_is_empty(words);
            acts += !text_is_empty(words) && is_act(x, words);
        }
    }
    return acts >= table->columns && 3 * acts >= 2 * cells;
}

/* 活動組, "Sales team": several people who do what a position does. */
static bool is_team(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    return label_find(x, words).kind == LABEL_UNKNOWN &&
           (is_department(x, words) ||
            (is_latin_text(words) && text_ends_with(words, TEXT(" team")) &&
             text_code_points(words) <= ACT_LATIN));
}

/* A sentence, a list, or words that begin as duties do: no names and places, however long. */
static bool tells_act(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    for (const struct block *b = cell->blocks; b != NULL; b = b->next)
        if (b->kind == BLOCK_LIST)
            return true;
    return text_ends_with(words, TEXT("。")) || text_ends_with(words, TEXT(".")) ||
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_DUTIES;
}

/* 砧板 beside what he does, in a row with positions: short, and known to be nothing else. */
static bool may_be_post(struct extraction *x, const struct cell *cell)
{
    struct text words = cell_words(x, cell);
    return !text_is_empty(words) && !is_latin_text(words) && !text_has_digit(words) &&
           text_code_points(words) <= POST_HAN && label_find(x, words).kind == LABEL_UNKNOWN &&
           label_guess(x, words).kind == LABEL_UNKNOWN &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, words) && !is_act(x, words);
}

/*
 * 總經理 | 綜理業務, row by row and without heads: a position, or a team beside one, and an act; of
 * the names no more than half are such as nobody knows.
 */
static bool are_rows_of_duties(struct extraction *x, const struct table *table)
{
    size_t positions = 0, acts = 0, unknown = 0;
    if (table->columns != 2)
        return false;
    for (size_t r = 0; r < table->rows; r++) {
        const struct cell *name = table_cell(table, r, 0), *act = table_cell(table, r, 1);
        if (!cell_begins_in(name, r, 0) || !cell_begins_in(act, r, 1))
            return false;
        struct text words = cell_words(x, act);
        bool is_one = is_position(x, name), tells = tells_act(x, act);
        bool is_unknown = !is_one && !is_team(x, name);
        if ((is_unknown && !(tells && may_be_post(x, name))) ||
            label_find(x, words).kind != LABEL_UNKNOWN || (!tells && !is_act(x, words)))
            return false;
        positions += is_one;
        unknown += is_unknown;
        acts += tells;
    }
    return positions > 0 && unknown <= positions && 2 * acts >= table->rows;
}

bool is_table_of_duties(struct extraction *x, const struct table *table)
{
    return table->grid != NULL && table->columns >= ROLES_MIN && table->rows >= ROLES_MIN &&
           (are_columns_of_duties(x, table) || are_rows_of_duties(x, table));
}

static void open_duties(struct extraction *x, const struct cell *name)
{
    open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, name->span);
    x->target.repeats = false;
}

bool fill_table_of_duties(struct extraction *x, struct block *block)
{
    const struct table *table = block->table;
    if (x->role != NULL || !is_table_of_duties(x, table))
        return false;
    if (!are_columns_of_duties(x, table)) {
        for (size_t r = 0; r < table->rows; r++) {
            const struct cell *name = table_cell(table, r, 0);
            begin_role(x, cell_words(x, name), LEVEL_PSEUDO, name->span);
            note_role_name(x, name);
            open_duties(x, name);
            fill_blocks(x, table_cell(table, r, 1)->blocks);
        }
        end_role(x);
        return true;
    }
    for (size_t c = 0; c < table->columns; c++) {
        begin_role_of_column(x, table_cell(table, 0, c));
        open_duties(x, table_cell(table, 0, c));
        for (size_t r = 1; r < table->rows; r++)
            if (cell_begins_in(table_cell(table, r, c), r, c))
                fill_blocks(x, table_cell(table, r, c)->blocks);
        end_role(x);
    }
    return true;
}
