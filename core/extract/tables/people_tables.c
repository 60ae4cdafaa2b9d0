/*
 * Tables of those who hold a role now: 姓名 | 郵箱 below 「維護者名單」.
 *
 * They say nothing of what a holder does. They stay with the role as a section of its own, under
 * the line above them.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"

#define HEADS_MIN 2 /* names alone may be those of anything */

/* What such tables say of people beside their names, folded. */
static bool is_about_person(struct extraction *x, struct text head)
{
    return text_is_any(fold_label(x->scratch, head), signs_of(x, SIGN_ABOUT_PERSON));
}

/* A post among people, or where they are: no duties, and no date of an approval. */
static bool is_place(const struct label *label)
{
    return label->kind == LABEL_ELEMENT &&
           (label->element == ELEMENT_TITLE || label->element == ELEMENT_DEPARTMENT ||
            label->element == ELEMENT_LOCATION || label->element == ELEMENT_GRADE);
}

static bool is_people_table(struct extraction *x, const struct table *table)
{
    size_t heads = 0;
    bool has_names = false;
    if (table->grid == NULL || table->rows < 2)
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, 0, c);
        if (!cell_begins_in(cell, 0, c))
            continue;
        struct text head = cell_words(x, cell);
        struct label label = label_find(x, head);
        bool is_name = is_person_head(x, head);
        if (!is_name && !is_about_person(x, head) && !is_place(&label))
            return false;
        has_names |= is_name;
        heads++;
    }
    return has_names && heads >= HEADS_MIN;
}

/* Names under a superior, a deputy or a contact are theirs. */
static bool holds_names(enum element element)
{
    enum kind kind = element_row(element)->kind;
    return kind == KIND_REF || kind == KIND_REFS || element == ELEMENT_RELATIONS ||
           element == ELEMENT_APPROVAL || element == ELEMENT_EDITION ||
           element_is_of_handbook(element);
}

static bool is_of_people(struct extraction *x, const struct block *block)
{
    const struct target *t = &x->target;
    return x->role != NULL && block->kind == BLOCK_TABLE && is_people_table(x, block->table) &&
           !(t->kind == TARGET_ELEMENT && holds_names(t->records->element));
}

bool fill_people(struct extraction *x, struct block *block)
{
    if (!is_of_people(x, block))
        return false;
    if (x->target.kind != TARGET_OTHER)
        open_other(x, TEXT(""), LEVEL_LINE, block->span, false);
    fill_block(x, block);
    close_target(x);
    return true;
}

bool fill_caption_of_people(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    if (piece->block->kind != BLOCK_PARAGRAPH || next == outline->count ||
        !outline_is_name_like(x, piece) || !is_of_people(x, outline->pieces[next].block))
        return false;
    open_other(x, piece->text, LEVEL_LINE, piece->block->span, false);
    return true;
}
