/* Tables with one role a row: the roles are taken from them. */
#include "core/extract/fill/fill.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/form.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

bool role_rows_goes_across(struct extraction *x, const struct table *table, const struct cell *cell)
{
    size_t end = (size_t)cell->column + cell->column_span;
    for (size_t c = end; c < table->columns; c++) /* empty columns may stand there */
        if (!text_is_empty(cell_words(x, table_cell(table, cell->row, c))))
            return false;
    return 3 * end >= 2 * table->columns;
}

bool role_rows_is_chapter(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *cell = table_cell(table, row, 0);
    struct text words = cell_words(x, cell);
    return cell_begins_in(cell, row, 0) && table->columns > 1 &&
           role_rows_goes_across(x, table, cell) && cell->row_span == 1 && !text_is_empty(words) &&
           ends_like_heading(words);
}

/* A value of one word that the row above gave, too: the department beside each duty. */
static bool says_again(struct extraction *x, struct label label, const struct cell *cell)
{
    if (label.kind != LABEL_ELEMENT || element_row(label.element)->kind >= KIND_LIST)
        return false;
    const struct records *records = &x->role->values[label.element];
    bool is_again = records->count > 0 && text_equal(records->rows[0].text, cell_words(x, cell));
    if (is_again)
        note_skipped(x, CLUE_REPEATED, cell_words(x, cell), cell->span);
    return is_again;
}

/* Another duty of the role above: its name is merged down, left out or said again. */
static bool is_same_role(struct extraction *x, const struct cell *name, size_t row)
{
    struct text words = label_in_one_line(x->arena, cell_words(x, name));
    return x->role != NULL &&
           (text_is_empty(words) || name->row != row || text_equal(words, role_title(x->role)));
}

/* 名額：2名 among the words of another column: a pair of its own, of one value. */
static bool is_pair_of_one_value(struct extraction *x, const struct block *block, struct pair *pair)
{
    struct text words = block->kind == BLOCK_PARAGRAPH ? block_text(x->arena, block) : TEXT("");
    return text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           label_pairs(x, words, pair, 2) == 1 && pair->label.kind == LABEL_ELEMENT &&
           pair->label.element != ELEMENT_TITLE && !text_is_empty(pair->value) &&
           element_row(pair->label.element)->kind < KIND_LIST;
}

/* The words of a cell, where its column is open; pairs of other elements go to theirs. */
static void fill_role_cell(struct extraction *x, const struct cell *cell)
{
    struct target column = x->target;
    struct pair pairs[2];
    bool has_pairs = false;
    if (cell_holds_sections(x, cell->blocks)) { /* 崗位職責及任職要求 over both */
        fill_cell_sections(x, cell->blocks);
        close_target(x);
        return;
    }
    for (const struct block *b = cell->blocks; b != NULL; b = b->next)
        has_pairs |= is_pair_of_one_value(x, b, pairs);
    if (!has_pairs || column.kind != TARGET_ELEMENT ||
        element_row(column.records->element)->kind < KIND_LIST) {
        fill_blocks(x, cell->blocks);
        return;
    }
    for (struct block *block = cell->blocks; block != NULL; block = block->next) {
        if (!is_pair_of_one_value(x, block, pairs)) {
            if (!fill_caption(x, block, block_text(x->arena, block)))
                fill_block(x, block);
            column = x->target;
            continue;
        }
        fill_pair(x, pairs, block->span);
        close_target(x);
        x->target = column;
    }
    if (column.records->count == 0)
        column.records->state = STATE_ABSENT; /* nothing but pairs stood in the column */
}

/* A table with one role a row, while it is read. */
struct role_table {
    const struct table *table;
    size_t head, title;          /* the row of the heads, the column of the names */
    struct text label;           /* 崗位 over that column; empty: its head is no label of names */
    const struct label *columns; /* what each of them holds */
    bool is_graded;              /* heads that are no labels are areas of what each level does */
};

/* What stands over the names, where it says that they are names. */
static struct text label_of_names(struct extraction *x, const struct role_table *roles)
{
    struct text words = cell_words(x, head_cell(roles->table, roles->head, roles->title));
    struct label label = label_find(x, words);
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE ? words : TEXT("");
}

/*
 * 教務處 in the first of its rows, nothing below it: in Markdown no cell goes over several rows. The
 * department of a row is that of the last one above which names it.
 */
static void keep_department(struct extraction *x, const struct role_table *roles, size_t row)
{
    for (size_t c = 0; c < roles->title; c++) {
        const struct cell *cell = table_cell(roles->table, row, c);
        struct text words = words_beginning_in(x, cell, row, c);
        if (label_is(&roles->columns[c], ELEMENT_DEPARTMENT) && !text_is_empty(words))
            x->department = (struct value){words, cell->span};
    }
}

/* Of the only record that the row gave so far. counts: of records in front of the row. */
static bool fill_field_cell(struct extraction *x, const struct label *label, const size_t *counts,
                            const struct cell *cell)
{
    struct records *records = label->kind == LABEL_FIELD ? &x->role->values[label->element] : NULL;
    if (records == NULL || records->count != counts[label->element] + 1)
        return false;
    struct text words = cell_words(x, cell);
    record_set_field(x->handbook, records, &records->rows[records->count - 1], label->field,
                     (struct value){words, cell->span});
    note_field(x, USE_VALUE, label->element, label->field, words, cell->span);
    return true;
}

/* What the other columns say of the role that is open. goes_on: the row is another one about it. */
static void fill_role_columns(struct extraction *x, const struct role_table *roles, size_t row,
                              bool goes_on)
{
    const struct table *table = roles->table;
    size_t counts[ELEMENT_ROLE_COUNT];
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        counts[e] = x->role->values[e].count;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        bool is_above = goes_on && cell != NULL && cell->row != row; /* merged: the role has it */
        if (c == roles->title || cell == NULL || cell->column != c || is_above)
            continue;
        struct text column = cell_words(x, table_cell(table, roles->head, c));
        struct label label = roles->columns[c];
        if (text_is_empty(cell_words(x, cell)))
            continue;
        if (text_has(cell_words(x, cell), '\n'))
            label_settle_charge(x, &label, cell_words(x, cell));
        if (is_number_head(x, column)) {
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
            continue;
        }
        if (goes_on && says_again(x, label, cell))
            continue;
        if (roles->is_graded && (label.kind != LABEL_ELEMENT || cell->column_span > 1)) {
            fill_level_cell(x, cell, ELEMENT_DUTIES, column);
            continue;
        }
        close_target(x);
        if (fill_field_cell(x, &label, counts, cell))
            continue;
        if (label.kind == LABEL_ELEMENT)
            open_element(x, label, column, LEVEL_LINE, cell->span);
        else
            open_other(x, column, LEVEL_LINE, cell->span, false); /* its head was reported */
        x->target.repeats = false;
        fill_role_cell(x, cell);
    }
}

/* The roles of a cell of names, each with its own duties and what the other columns say of all. */
static void fill_roles_of_cell(struct extraction *x, const struct role_table *roles, size_t row)
{
    const struct cell *cell = table_cell(roles->table, row, roles->title);
    struct text words = cell_words(x, cell);
    struct role_of_cell role;
    for (size_t offset = 0; next_role_of_cell(x, words, &offset, &role);) {
        size_t begin = (size_t)(role.name.data - words.data);
        struct span at = span_slice(cell->span, begin, begin + role.name.size);
        begin_role(x, role.name, LEVEL_PSEUDO, at);
        x->role->values[ELEMENT_TITLE].heading = roles->label;
        x->role_is_fresh = false;
        x->clue = CLUE_ROLE_ROW;
        note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, role.name, at);
        if (!text_is_empty(role.duties)) {
            begin = (size_t)(role.duties.data - words.data);
            at = span_slice(cell->span, begin, begin + role.duties.size);
            open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, at);
            x->is_alone = !text_has(role.duties, '\n');
            fill_text(x, role.duties, TEXT(""), 0, at);
            x->is_alone = false;
            close_target(x);
        }
        fill_role_columns(x, roles, row, false);
    }
}

static void fill_role_row(struct extraction *x, const struct role_table *roles, size_t row)
{
    const struct cell *first = table_cell(roles->table, row, roles->title);
    if (first != NULL && first->row == row && cell_holds_roles(x, first)) {
        fill_roles_of_cell(x, roles, row);
        return;
    }
    struct text words = cell_words(x, first), holder = holder_below(x, words);
    if (!text_is_empty(holder))
        words = text_slice(words, 0, (size_t)(holder.data - words.data));
    struct text name = label_in_one_line(x->arena, text_trim(words));
    bool goes_on = is_same_role(x, first, row);
    if (text_is_empty(name) && !goes_on)
        return;
    if (!goes_on) {
        begin_role(x, name, LEVEL_PSEUDO, first->span);
        x->role->values[ELEMENT_TITLE].heading = roles->label;
    }
    x->role_is_fresh = false;
    x->clue = CLUE_ROLE_ROW;
    if (first != NULL && first->row == row)
        note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, cell_words(x, first), first->span);
    if (!text_is_empty(holder) && !goes_on)
        fill_aside(x, text_copy(x->arena, holder), first->span);
    fill_role_columns(x, roles, row, goes_on);
}

/* 備註 over a column in which nobody wrote. */
static bool is_left_empty(struct extraction *x, const struct role_table *roles, size_t column)
{
    for (size_t r = roles->head + 1; r < roles->table->rows; r++)
        if (!text_is_empty(words_beginning_in(x, table_cell(roles->table, r, column), r, column)))
            return false;
    return true;
}

/* The heads, each said once, whatever stands below them. */
static void note_role_heads(struct extraction *x, const struct role_table *roles)
{
    const struct cell *bar = table_caption(x, roles->table);
    if (bar != NULL)
        note_skipped(x, CLUE_NO_ELEMENT, cell_words(x, bar), bar->span);
    for (size_t c = 0; c < roles->table->columns; c++) {
        const struct cell *cell = head_cell(roles->table, roles->head, c);
        struct text words = cell_words(x, cell);
        if (cell == NULL || text_is_empty(words))
            continue;
        if (c == roles->title)
            note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE, words, cell->span);
        else if (is_left_empty(x, roles, c))
            note_skipped(x, CLUE_BARE, words, cell->span);
        else if (is_number_head(x, words))
            note_skipped(x, CLUE_NUMBER_HEAD, words, cell->span);
        else if (roles->is_graded && roles->columns[c].kind != LABEL_ELEMENT)
            note_field(x, USE_LABEL, ELEMENT_DUTIES, FIELD_NONE, words, cell->span);
        else if (roles->columns[c].kind == LABEL_FIELD)
            note_field(x, USE_LABEL, roles->columns[c].element, roles->columns[c].field, words,
                       cell->span);
        else if (roles->columns[c].kind == LABEL_UNKNOWN)
            report_unknown(x, words, cell->span);
    }
}

/* The roles below it are of the department that it names, or else of that around the table. */
static void fill_chapter_bar(struct extraction *x, const struct cell *bar, bool are_units,
                             struct value around)
{
    struct text words = label_in_one_line(x->arena, cell_words(x, bar));
    end_role(x);
    note_skipped(x, CLUE_NO_ELEMENT, words, bar->span);
    x->department = are_units ? (struct value){words, bar->span} : around;
}

/* One of the bars over the roles is called as units are: so are those beside it. */
static bool are_bars_units(struct extraction *x, const struct table *table, size_t head)
{
    for (size_t r = head + 1; r < table->rows; r++)
        if (role_rows_is_chapter(x, table, r) &&
            is_department(x, cell_words(x, table_cell(table, r, 0))))
            return true;
    return false;
}

/* 「備註：以上人員須經培訓合格後上崗。」 alone in its row where a name stands: a sentence is none. */
static const struct cell *remark_of_row(struct extraction *x, const struct role_table *roles,
                                        size_t row)
{
    const struct cell *remark = table_cell(roles->table, row, roles->title);
    struct text words = cell_words(x, remark);
    if (remark == NULL || remark->row != row || text_is_empty(words) || ends_like_heading(words))
        return NULL;
    for (size_t c = 0; c < roles->table->columns; c++) {
        const struct cell *cell = table_cell(roles->table, row, c);
        if (cell != remark && !text_is_empty(cell_words(x, cell)))
            return NULL;
    }
    return remark;
}

/* No words stand in the row behind the cell. */
static bool is_last_of_row(struct extraction *x, const struct table *table, const struct cell *cell,
                           size_t row)
{
    for (size_t c = cell->column + cell->column_span; c < table->columns; c++)
        if (!text_is_empty(cell_words(x, table_cell(table, row, c))))
            return false;
    return true;
}

/*
 * 備註 | 包食宿 over the rest of the row, or with nothing behind it: what it says, and no position;
 * NULL: it is none.
 */
static const struct cell *labelled_remark(struct extraction *x, const struct role_table *roles,
                                          size_t row)
{
    const struct cell *name = table_cell(roles->table, row, roles->title);
    if (name == NULL || name->row != row || label_find(x, cell_words(x, name)).kind != LABEL_OTHER)
        return NULL;
    size_t next = name->column + name->column_span;
    const struct cell *cell =
        next < roles->table->columns ? table_cell(roles->table, row, next) : NULL;
    return cell != NULL && is_last_of_row(x, roles->table, cell, row) ? cell : NULL;
}

/* About the roles above it, and of none of them: the handbook's words. */
static void fill_remark(struct extraction *x, struct text heading, const struct cell *remark)
{
    end_role(x);
    open_other(x, heading, LEVEL_LINE, remark->span, false);
    fill_blocks(x, remark->blocks);
    close_target(x);
}

/* 「岗位职责：」 alone in its line. */
static struct label section_in_row(struct extraction *x, const struct block *block)
{
    bool is_line = block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH;
    struct label label =
        is_line ? label_find(x, text_trim(block_text(x->scratch, block))) : label_of(ELEMENT_COUNT);
    bool is_told = label.kind == LABEL_ELEMENT && !label.is_part &&
                   (label.element == ELEMENT_DUTIES || label.element == ELEMENT_APPOINTMENT ||
                    label.element == ELEMENT_REWARDS);
    return is_told ? label : label_of(ELEMENT_COUNT);
}

/*
 * A row that opens below that of a position on a page, with sections over lists in its only cell:
 * what else there is to say of the position.
 */
static bool fill_row_below(struct extraction *x, const struct cell *row)
{
    if (x->role == NULL || row->blocks == NULL || row->blocks->next == NULL ||
        section_in_row(x, row->blocks).kind != LABEL_ELEMENT)
        return false;
    for (struct block *block = row->blocks; block != NULL; block = block->next) {
        struct label label = section_in_row(x, block);
        if (label.kind == LABEL_ELEMENT)
            open_element(x, label, text_trim(block_text(x->arena, block)), LEVEL_LINE, block->span);
        else
            fill_block(x, block);
    }
    close_target(x);
    return true;
}

bool fill_role_rows(struct extraction *x, struct block *block)
{
    struct role_table roles = {.table = block->table};
    struct value department = x->department;
    if (!is_role_rows(x, roles.table, &roles.title))
        return false;
    end_role(x);
    x->clue = CLUE_ROLE_ROW;
    roles.head = role_rows_head(x, roles.table);
    roles.label = label_of_names(x, &roles);
    roles.columns = labels_of_columns(x, roles.table, roles.head);
    roles.is_graded = is_level_rows(x, roles.table, roles.head, roles.title);
    note_role_heads(x, &roles);
    bool are_units = are_bars_units(x, roles.table, roles.head);
    for (size_t r = roles.head + 1; r < roles.table->rows; r++) {
        const struct cell *remark = remark_of_row(x, &roles, r);
        const struct cell *labelled = labelled_remark(x, &roles, r);
        if (role_rows_is_chapter(x, roles.table, r))
            fill_chapter_bar(x, table_cell(roles.table, r, 0), are_units, department);
        else if (remark != NULL && fill_row_below(x, remark))
            continue;
        else if (remark != NULL)
            fill_remark(x, TEXT(""), remark);
        else if (labelled != NULL)
            fill_remark(x, cell_words(x, table_cell(roles.table, r, roles.title)), labelled);
        else if (!skip_row_of_sums(x, roles.table, r, 0, roles.table->columns)) {
            fill_role_row(x, &roles, r);
            keep_department(x, &roles, r);
        }
    }
    end_role(x);
    x->department = department;
    return true;
}
