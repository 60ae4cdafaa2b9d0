/*
 * Sections within one cell: 【條件要求】 in the midst of what stands beside 工作內容, as postings
 * are pasted into forms that have one cell for all of it.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/form.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NAME_LENGTH 20  /* characters of a section's name, at most */
#define BRACKET_BYTES 3 /* of 【 */

/* Postings tell these in any order; other labels in a cell are parts of what it is about. */
static bool is_told_anywhere(enum element element)
{
    return element == ELEMENT_DUTIES || element == ELEMENT_APPOINTMENT ||
           element == ELEMENT_REWARDS || element == ELEMENT_TOOLS;
}

/* 加分項目, "Preferred": by how much conditions count, as against 培訓 and other parts. */
static bool says_need(struct extraction *x, struct text name)
{
    return !text_is_empty(
        vocabulary_code_of_heading(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, name));
}

/* A label that the vocabulary knows, or a phrase that leads to one: 「我們希望你」. */
static struct label section_label(struct extraction *x, struct text name)
{
    struct label label = label_find(x, name);
    struct label guess = label.kind == LABEL_UNKNOWN ? label_guess(x, name) : label;
    if (guess.kind != LABEL_ELEMENT || !is_told_anywhere(guess.element) || guess.needs_context ||
        (guess.guess != GUESS_NONE && guess.guess != GUESS_PHRASE) ||
        (guess.is_part && !says_need(x, name)))
        return label_of(ELEMENT_COUNT);
    return guess;
}

/* It looks like no item of the row below it: in brackets, bold, or in front of a colon; 「一、」 is
 * over 「1.」. */
static bool is_marked(const struct extraction *x, const struct block *block, struct text words,
                      struct list_label typed)
{
    struct text below = list_label_of(block_text(x->scratch, block->next)).label;
    below = text_is_empty(block->next->label) ? below : block->next->label;
    if (typed.kind != LIST_LABEL_NONE && list_label_look(typed.label) == list_label_look(below))
        return false;
    return is_in_black_brackets(typed.rest) || ends_in_colon(words) ||
           typed.kind == LIST_LABEL_BULLET || typed.kind == LIST_LABEL_CHINESE ||
           (!x->is_mostly_strong && block_is_strong(block));
}

/* 【工作內容】 among the duties says again what they are; parts of conditions have labels like it. */
static bool may_say_again(enum element element) { return element == ELEMENT_DUTIES; }

/* Whether a section begins with the block: of another element, or of the open one once more. */
static bool begins_section(struct extraction *x, const struct block *block, struct label *label)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || !is_told_anywhere(t->records->element) ||
        block->kind != BLOCK_PARAGRAPH || !text_is_empty(block->label) || block->next == NULL)
        return false;
    struct text words = text_trim(block_text(x->scratch, block));
    struct list_label typed = list_label_of(words);
    if (text_code_points(words) > NAME_LENGTH || !is_marked(x, block, words, typed))
        return false;
    struct text name = is_in_black_brackets(typed.rest)
                           ? text_slice(typed.rest, BRACKET_BYTES, typed.rest.size - BRACKET_BYTES)
                           : typed.rest;
    *label = section_label(x, name);
    return label->kind == LABEL_ELEMENT &&
           (label->element != t->records->element || may_say_again(label->element));
}

static void open_section(struct extraction *x, struct label label, const struct block *head)
{
    struct text words = block_text(x->arena, head);
    x->clue = CLUE_LINE;
    if (label.element != x->target.records->element) {
        open_element(x, label, words, LEVEL_LINE, head->span);
        return;
    }
    settle_caption(x);
    x->target.part = (struct value){0};
    note(x, USE_LABEL, words, head->span);
}

void fill_cell_sections(struct extraction *x, struct block *first)
{
    struct label label;
    x->is_alone = first != NULL && first->next == NULL;
    x->are_choices = first != NULL && has_ticked_box(blocks_text(x->scratch, first));
    for (struct block *block = first; block != NULL; block = block->next)
        if (begins_section(x, block, &label))
            open_section(x, label, block);
        else if (!fill_caption(x, block, block_text(x->arena, block)))
            fill_block(x, block);
    x->is_alone = x->are_choices = false;
}
