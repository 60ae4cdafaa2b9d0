/*
 * What each role may do: permissions down, roles that were told of before across, and a mark in
 * each cell, or words that say how far. Each that is marked is an authority of the role's.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define ROLES_MIN 2
#define ROWS_MIN 3
#define ROLES_MAX 200  /* of the file: a bound on work */
#define MARKED_SHARE 2 /* one filled cell in so many is a mark, at least: no table of words */

/* ×, ✗, ❌, a dash: the role may not. */
static bool is_refusal(const struct extraction *x, struct text words)
{
    static const char *const marks[] = {"×", "✗", "✘", "❌", "✖", "-",
                                        "–", "—", "/", "x", "X", NULL};
    return text_is_one_of(words, marks) || text_is_any(words, signs_of(x, SIGN_REFUSAL));
}

static bool is_mark(const struct extraction *x, struct text words)
{
    return !is_refusal(x, words) && (is_tick(words) || text_is_any(words, signs_of(x, SIGN_GRANT)));
}

/* 權限, 權利及義務, "Permission": in the corner, or in the heading that is open. */
static bool speaks_of_authority(struct extraction *x, struct text words)
{
    struct label label = label_find(x, words);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, words);
    return (label.kind == LABEL_ELEMENT && label.element == ELEMENT_AUTHORITY) ||
           vocabulary_speaks_of(x->vocabulary, x->scratch, words, ELEMENT_AUTHORITY);
}

static bool is_announced(struct extraction *x, const struct table *table)
{
    const struct target *t = &x->target;
    struct text corner = cell_words(x, table_cell(table, 0, 0));
    struct text heading = t->kind == TARGET_OTHER ? t->section->heading : t->heading.text;
    return text_is_empty(corner) ? speaks_of_authority(x, heading) : speaks_of_authority(x, corner);
}

static bool are_heads_roles(struct extraction *x, const struct table *table)
{
    for (size_t c = 1; c < table->columns; c++) {
        const struct cell *head = table_cell(table, 0, c);
        if (head == NULL || head->column_span > 1 || text_is_empty(cell_words(x, head)) ||
            role_of_column(x, head) == NULL)
            return false;
    }
    return true;
}

static bool is_permission_chart(struct extraction *x, const struct table *table)
{
    size_t filled = 0, marked = 0;
    if (table->grid == NULL || table->rows < ROWS_MIN + 1 || table->columns < ROLES_MIN + 1 ||
        x->handbook->role_count > ROLES_MAX || has_form_names(table) || !is_announced(x, table) ||
        !are_heads_roles(x, table))
        return false;
    for (size_t r = 1; r < table->rows; r++) {
        size_t before = filled, refused = 0;
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c);
            struct text words = cell == NULL ? TEXT("") : cell_words(x, cell);
            filled += !text_is_empty(words);
            refused += is_refusal(x, words);
            marked += is_mark(x, words) || is_refusal(x, words);
        }
        if (refused > 0 && filled - before == refused)
            return false; /* what nobody may do would be said of none */
    }
    return filled > 0 && MARKED_SHARE * marked >= filled;
}

static void fill_cell(struct extraction *x, const struct cell *task, const struct cell *cell)
{
    struct records *authority = &x->role->values[ELEMENT_AUTHORITY];
    struct text name = cell_words(x, task), words = cell_words(x, cell);
    if (is_refusal(x, words))
        note_skipped(x, CLUE_BLANK, words, cell->span);
    if (text_is_empty(name) || text_is_empty(words) || is_refusal(x, words))
        return;
    /* 「推薦：Maintainer、Committer」: how far the permission goes */
    struct text text = is_mark(x, words) ? name : words_behind_name(x, name, words);
    record_append(x->handbook, authority, text, cell->span);
    note_field(x, USE_VALUE, ELEMENT_AUTHORITY, FIELD_NONE, words, cell->span);
}

/* "Documents", alone in its row over what may be done with them. */
static bool is_caption(struct extraction *x, const struct table *table, const struct cell *task)
{
    for (size_t r = task->row; r < task->row + task->row_span; r++)
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (cell != NULL && cell != task && !text_is_empty(cell_words(x, cell)))
                return false;
        }
    return true;
}

/* What is permitted is said once, and of no role. */
static void note_tasks(struct extraction *x, const struct table *table)
{
    const struct cell *corner = table_cell(table, 0, 0);
    x->clue = CLUE_COLUMN;
    if (corner != NULL)
        note_field(x, USE_LABEL, ELEMENT_AUTHORITY, FIELD_NONE, cell_words(x, corner),
                   corner->span);
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *task = table_cell(table, r, 0);
        if (task == NULL || task->row != r)
            continue;
        if (is_caption(x, table, task))
            note_skipped(x, CLUE_NO_ELEMENT, cell_words(x, task), task->span);
        else
            note_field(x, USE_VALUE, ELEMENT_AUTHORITY, FIELD_NONE, cell_words(x, task),
                       task->span);
    }
}

bool fill_permission_chart(struct extraction *x, struct block *block)
{
    const struct table *table = block->table;
    if (!is_permission_chart(x, table))
        return false;
    end_role(x);
    note_tasks(x, table);
    for (size_t c = 1; c < table->columns; c++) {
        begin_role_of_column(x, table_cell(table, 0, c));
        for (size_t r = 1; r < table->rows; r++) {
            const struct cell *task = table_cell(table, r, 0), *cell = table_cell(table, r, c);
            if (task != NULL && cell != NULL)
                fill_cell(x, task, cell);
        }
        end_role(x);
    }
    return true;
}
