/*
 * Tables with one role a row, about roles that were told of before: 角色 | 工作時間 behind
 * 角色 | 職責. What they say of a role is that role's, whatever stands over the names. A list of
 * the roles in front of them, 部門 | 崗位 | 人數, is read so when the roles are known.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

#define KNOWN_MIN 2   /* names of roles told before; one alone may be a word of the table */
#define ROLES_MAX 200 /* of the file: a bound on work */

/* The table while it is read. */
struct again {
    const struct table *table;
    size_t title;          /* the column of the names */
    struct label *columns; /* what each column holds */
    size_t end;            /* behind the last row of a role: 合計 may follow */
};

/* The column below 崗位, else the first that does not number the rows. */
static size_t column_of_names(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        struct label label = label_find(x, cell_words(x, table_cell(table, 0, c)));
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE)
            return c;
    }
    size_t c = 0;
    while (c + 1 < table->columns && is_number_head(x, cell_words(x, table_cell(table, 0, c))))
        c++;
    return c;
}

static struct label *labels_of_heads(struct extraction *x, const struct table *table)
{
    struct label *columns = arena_new_array(x->scratch, table->columns, struct label);
    for (size_t c = 0; c < table->columns; c++)
        columns[c] = label_of_role_column(x, cell_words(x, table_cell(table, 0, c)));
    return columns;
}

/* 諮詢師 of 「諮詢師（兼）」, for 「諮詢師（市場專員）」: the only role called so. */
static struct role *role_without_remark(struct extraction *x, struct text name)
{
    struct text bare = fold_label(x->scratch, label_without_remark(name));
    struct role *found = NULL;
    for (struct role *role = x->handbook->roles; role != NULL; role = role->next) {
        struct text other = fold_label(x->scratch, label_without_remark(role_title(role)));
        if (!text_equal(bare, other))
            continue;
        if (found != NULL)
            return NULL;
        found = role;
    }
    return found;
}

/* The role whose name stands in the row; NULL: none was told of before, or the row goes on. */
static struct role *role_of_row(struct extraction *x, const struct again *again, size_t row)
{
    const struct cell *name = table_cell(again->table, row, again->title);
    if (!cell_begins_in(name, row, again->title) || text_is_empty(cell_words(x, name)))
        return NULL;
    struct role *role = role_of_column(x, name);
    return role != NULL ? role : role_without_remark(x, cell_words(x, name));
}

static void begin_role_again(struct extraction *x, const struct again *again, size_t row)
{
    const struct cell *name = table_cell(again->table, row, again->title);
    struct role *role = role_of_row(x, again, row);
    end_role(x);
    if (role == NULL) {
        begin_role_of_column(x, name);
        return;
    }
    x->role = role;
    x->role_is_fresh = false;
    x->clue = CLUE_COLUMN;
    note_skipped(x, CLUE_REPEATED, cell_words(x, name), name->span);
}

/* All that the role has in that element stands in the cell. */
static bool says_the_same(struct extraction *x, const struct records *records,
                          const struct cell *cell)
{
    struct text words = fold_text(x->scratch, cell_words(x, cell));
    for (size_t i = 0; i < records->count; i++)
        if (text_find(words, fold_text(x->scratch, records->rows[i].text), 0) == TEXT_NOT_FOUND)
            return false;
    return records->count > 0;
}

/* Nothing in the row is another thing than what the role says already. */
static bool may_be_of(struct extraction *x, const struct again *again, const struct role *role,
                      size_t row)
{
    for (size_t c = 0; c < again->table->columns; c++) {
        const struct cell *cell = table_cell(again->table, row, c);
        if (c == again->title || again->columns[c].kind != LABEL_ELEMENT || cell == NULL)
            continue;
        const struct records *records = &role->values[again->columns[c].element];
        if (records->state != STATE_ABSENT && !says_the_same(x, records, cell))
            return false;
    }
    return true;
}

/* Each row has a name in a cell of its own. */
static bool are_named(struct extraction *x, const struct again *again)
{
    for (size_t r = 1; r < again->end; r++) {
        const struct cell *name = table_cell(again->table, r, again->title);
        if (!cell_begins_in(name, r, again->title) || name->row_span > 1 || name->column_span > 1 ||
            text_is_empty(cell_words(x, name)))
            return false;
    }
    return true;
}

/*
 * Most rows name roles told of before, and none says of its role what that says otherwise: posts of
 * two departments may be called alike.
 */
static bool is_told_again(struct extraction *x, const struct again *again)
{
    size_t rows = again->end - 1, known = 0, elements = 0;
    for (size_t c = 0; c < again->table->columns; c++)
        elements += c != again->title && again->columns[c].kind == LABEL_ELEMENT &&
                    again->columns[c].element < ELEMENT_ROLE_COUNT;
    if (elements == 0 || !are_named(x, again))
        return false;
    for (size_t r = 1; r < again->end; r++) {
        const struct role *role = role_of_row(x, again, r);
        known += role != NULL;
        bool is_other = role != NULL && !may_be_of(x, again, role, r);
        bool is_foreign = r == KNOWN_MIN && known == 0; /* soon seen: a bound on work */
        if (is_other || is_foreign || 3 * (r - known) > rows)
            return false;
    }
    return known >= KNOWN_MIN;
}

/* A department beside several rows is that of each. */
static bool is_of_rows(const struct again *again, const struct cell *cell, size_t column)
{
    const struct label *label = &again->columns[column];
    return cell != NULL && cell->column == column && label->kind == LABEL_ELEMENT &&
           element_row(label->element)->kind == KIND_TEXT;
}

static void fill_cell_again(struct extraction *x, const struct again *again,
                            const struct cell *cell)
{
    const struct label *label = &again->columns[cell->column];
    struct text head = cell_words(x, table_cell(again->table, 0, cell->column));
    if (text_is_empty(cell_words(x, cell)))
        return;
    if (is_number_head(x, head)) {
        note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
        return;
    }
    if (label->kind == LABEL_ELEMENT && says_the_same(x, &x->role->values[label->element], cell)) {
        note_skipped(x, CLUE_REPEATED, cell_words(x, cell), cell->span);
        return;
    }
    if (label->kind == LABEL_ELEMENT)
        open_element(x, *label, head, LEVEL_LINE, cell->span);
    else
        open_other(x, head, LEVEL_LINE, cell->span, false);
    x->target.repeats = false;
    fill_blocks(x, cell->blocks);
}

static void note_heads_again(struct extraction *x, const struct again *again)
{
    for (size_t c = 0; c < again->table->columns; c++) {
        const struct cell *head = table_cell(again->table, 0, c);
        struct text words = cell_words(x, head);
        if (!cell_begins_in(head, 0, c) || text_is_empty(words))
            continue;
        if (c == again->title)
            note_field(x, USE_LABEL, ELEMENT_TITLE, FIELD_NONE, words, head->span);
        else if (is_number_head(x, words))
            note_skipped(x, CLUE_NUMBER_HEAD, words, head->span);
    }
}

/* 合計 at the foot of the rows. */
static size_t end_of_rows(struct extraction *x, const struct table *table)
{
    return table->rows - is_row_of_sums(x, table, table->rows - 1, 0, table->columns);
}

bool is_list_of_roles(struct extraction *x, const struct table *table)
{
    if (table->grid == NULL || table->rows <= KNOWN_MIN || table->columns < 2)
        return false;
    struct again list = {.table = table,
                         .title = column_of_names(x, table),
                         .columns = labels_of_heads(x, table),
                         .end = end_of_rows(x, table)};
    size_t texts = 0;
    for (size_t c = 0; c < table->columns; c++) {
        if (c == list.title || list.columns[c].kind != LABEL_ELEMENT)
            continue;
        if (element_row(list.columns[c].element)->kind != KIND_TEXT)
            return false;
        texts++;
    }
    return texts > 0 && are_named(x, &list);
}

bool fill_roles_again(struct extraction *x, struct block *block)
{
    struct again again = {.table = block->table};
    if (again.table->grid == NULL || again.table->rows <= KNOWN_MIN || again.table->columns < 2 ||
        x->handbook->role_count < KNOWN_MIN || x->handbook->role_count > ROLES_MAX ||
        has_form_names(again.table))
        return false;
    again.title = column_of_names(x, again.table);
    again.columns = labels_of_heads(x, again.table);
    again.end = end_of_rows(x, again.table);
    if (!is_told_again(x, &again))
        return false;
    note_heads_again(x, &again);
    for (size_t r = 1; r < again.end; r++) {
        begin_role_again(x, &again, r);
        x->clue = CLUE_ROLE_ROW;
        for (size_t c = 0; c < again.table->columns; c++) {
            const struct cell *cell = table_cell(again.table, r, c);
            if (c != again.title && (cell_begins_in(cell, r, c) || is_of_rows(&again, cell, c)))
                fill_cell_again(x, &again, cell);
        }
    }
    end_role(x);
    if (again.end < again.table->rows)
        skip_row_of_sums(x, again.table, again.end, 0, again.table->columns);
    return true;
}
