/*
 * Tables of departments and what each is for: 部門 | 負責人 | 主要職責.
 *
 * They define no position, and are no form of one whose department they would name twice. Outside a
 * role that has a name they are pages.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

#define DEPARTMENTS_MIN 2 /* one is a form's */

bool is_task_group(struct extraction *x, struct text name)
{
    struct text_list teams = signs_of(x, SIGN_TEAM);
    struct text words = label_without_remark(name);
    return may_fold_to_end(words, teams) && text_ends_with_any(label_folded(x, words), teams);
}

/* The first column with words that are no numbers of rows, where its head is a department's. */
static size_t department_column(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        struct text head = cell_words(x, table_cell(table, 0, c));
        struct label label = label_find(x, head);
        if (text_is_empty(head) || is_number_head(x, head))
            continue;
        bool is_it = label.kind == LABEL_ELEMENT && label.element == ELEMENT_DEPARTMENT;
        return is_it && cell_begins_in(table_cell(table, 0, c), 0, c) ? c : SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool is_department_table(struct extraction *x, const struct table *table)
{
    size_t column = table->grid == NULL || table->rows < DEPARTMENTS_MIN + 1
                        ? SIZE_MAX
                        : department_column(x, table);
    bool tells_duties = false;
    size_t teams = 0;
    for (size_t c = 0; c < table->columns && column != SIZE_MAX; c++) {
        struct label label = label_find(x, cell_words(x, table_cell(table, 0, c)));
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE)
            return false;
        tells_duties |= label.kind == LABEL_ELEMENT &&
                        (label.element == ELEMENT_DUTIES || label.element == ELEMENT_PURPOSE);
    }
    for (size_t r = 1; r < table->rows && tells_duties; r++) {
        const struct cell *cell = table_cell(table, r, column);
        if (!cell_begins_in(cell, r, column) || !is_department(x, cell_words(x, cell)))
            return false;
        teams += is_task_group(x, cell_words(x, cell));
    }
    return tells_duties && teams + 1 < table->rows; /* the groups of a plan are roles */
}

bool fill_departments(struct extraction *x, struct block *block)
{
    bool is_of_role = x->role != NULL && role_records(x->role, ELEMENT_TITLE)->count > 0;
    if (is_of_role || !is_department_table(x, block->table))
        return false;
    struct value heading = x->target.heading;
    if (x->target.kind == TARGET_ELEMENT && x->target.records->count == 0)
        x->target.records->state = STATE_ABSENT; /* its heading is the page's */
    end_role(x);
    open_other(x, heading.text, LEVEL_LINE, heading.at, false);
    fill_block(x, block);
    close_target(x);
    return true;
}
