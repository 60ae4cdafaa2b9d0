/* Labels merged over the rows beside them: these read like a form of their own. */
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"

#define LABELS_MIN 2 /* in the rows beside a position that has a form of its own */

/* 聯繫對象, by its words of relations, is what their first column is called. */
static bool is_main_field(struct extraction *x, const struct label *guess, struct text words)
{
    return guess->kind == LABEL_ELEMENT && element_field_count(guess->element) > 0 &&
           words.size <= LABEL_BYTES &&
           vocabulary_field_folded(x->vocabulary, guess->element, label_folded(x, words)) ==
               element_first_field(guess->element);
}

/* How many of the rows beside it begin with a label of what a role is told by. */
static size_t labels_beside(const struct form *form, const struct cell *name)
{
    size_t labels = 0;
    for (size_t r = name->row; r < (size_t)name->row + name->row_span && r < form->end_row; r++) {
        struct text words =
            cell_words(form->x, table_cell(form->table, r, name->column + name->column_span));
        struct label label = label_find(form->x, words);
        labels += label.kind == LABEL_ELEMENT && !label.is_part;
    }
    return labels;
}

/* 灌裝工 merged over 部門 | …, 職責 | … and the like, one of several below each other. */
static bool is_position_beside(const struct form *form, const struct cell *name)
{
    struct text words = cell_words(form->x, name);
    return name->row_span > LABELS_MIN && is_short(words) &&
           vocabulary_is_position(form->x->vocabulary, form->x->scratch, words) &&
           labels_beside(form, name) >= LABELS_MIN;
}

/* A form for each of several positions, beside its name. */
static bool begins_role_beside(const struct form *form, const struct form_cell *name)
{
    size_t positions = 0;
    if (form->first_column > 0 || name->cell->column > 0 || name->label.kind != LABEL_UNKNOWN ||
        !is_position_beside(form, name->cell))
        return false;
    for (size_t r = 0; r < form->table->rows && positions < 2; r++) {
        const struct cell *cell = table_cell(form->table, r, 0);
        positions += cell_begins_in(cell, r, 0) && is_position_beside(form, cell);
    }
    return positions > 1;
}

void form_fill_beside(struct form *form, const struct form_cell *name, size_t row, unsigned depth)
{
    struct extraction *x = form->x;
    struct target outer = form->section;
    struct label label = name->label, guess = label_guess_in_form(x, name->words);
    if (label.kind == LABEL_UNKNOWN && outer.kind == TARGET_NONE &&
        (label_is_sure_guess(&guess) || is_main_field(x, &guess, name->words)))
        label = guess;
    enum element section = form_section_element(form);
    x->clue = CLUE_MERGED;
    bool is_role = begins_role_beside(form, name);
    if (is_role) {
        begin_role(x, label_in_one_line(x->arena, name->words), LEVEL_PSEUDO, name->cell->span);
        note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, name->words, name->cell->span);
        label = label_of(ELEMENT_COUNT);
        section = ELEMENT_COUNT;
    }
    bool stays =
        section != ELEMENT_COUNT && (label.kind != LABEL_ELEMENT || label.element == section);
    if (stays) {
        x->target = outer;
        if (section == ELEMENT_APPOINTMENT || label.kind == LABEL_ELEMENT ||
            form_is_part_name(form, name)) {
            x->target.part = (struct value){name->words, name->cell->span};
            note(x, USE_LABEL, name->words, name->cell->span);
        } else
            fill_text(x, name->words, TEXT(""), 0, name->cell->span);
    } else if (label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD)
        open_element(x, label, name->words, LEVEL_LINE, name->cell->span);
    else if (!is_role) {
        the_role(x, name->cell->span);
        open_unknown(x, name->words, LEVEL_LINE, name->cell->span, label.kind != LABEL_OTHER);
    }
    struct form beside = {.x = x,
                          .table = form->table,
                          .label_columns = form->label_columns,
                          .has_boxes = form->has_boxes,
                          .first_row = row,
                          .end_row = row + name->cell->row_span,
                          .first_column = name->end_column,
                          .end_column = form->end_column,
                          .section = x->target};
    if (beside.end_row > form->end_row)
        beside.end_row = form->end_row;
    form_fill_rows(&beside, depth + 1);
    if (beside.end_row == form->table->rows)
        form->end = beside.section;
    close_target(x);
    form->section = stays ? outer : (struct target){.kind = TARGET_NONE};
    form->has_columns = stays && form->has_columns;
}

/* Words before a cell in the rows below its first, which rows beside it would pass over. */
static bool has_words_before(const struct form *form, const struct cell *cell)
{
    for (size_t r = cell->row + 1; r < (size_t)cell->row + cell->row_span; r++)
        for (size_t c = form->first_column; c < cell->column; c++)
            if (!text_is_empty(cell_words(form->x, table_cell(form->table, r, c))))
                return true;
    return false;
}

bool form_is_merged_label(const struct form *form, const struct form_cell *cell)
{
    bool is_of_record = form->has_columns && !is_label(cell); /* under a head of its own */
    return !is_of_record && !has_words_before(form, cell->cell) && cell->cell->row_span > 1 &&
           cell->end_column < form->end_column && (is_label(cell) || is_short(cell->words));
}
