/*
 * Sections within one cell: 【條件要求】 in the midst of what stands beside 工作內容, as postings
 * are pasted into forms that have one cell for all of it.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/form.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NAME_LENGTH 20  /* characters of a section's name, at most */
#define BRACKET_BYTES 3 /* of 【 */

/* Postings tell these in any order; other labels in a cell are parts of what it is about. */
static bool is_told_anywhere(enum element element)
{
    return element == ELEMENT_DUTIES || element == ELEMENT_APPOINTMENT ||
           element == ELEMENT_REWARDS;
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

/* It looks like no item of the row below it: in brackets, bold, or in front of a colon. */
static bool is_marked(const struct extraction *x, const struct block *block, struct text words,
                      struct list_label typed)
{
    struct text below = list_label_of(block_text(x->scratch, block->next)).label;
    below = text_is_empty(block->next->label) ? below : block->next->label;
    if (typed.kind != LIST_LABEL_NONE && list_label_look(typed.label) == list_label_look(below))
        return false;
    return is_in_black_brackets(typed.rest) || ends_in_colon(words) ||
           typed.kind == LIST_LABEL_BULLET || (!x->is_mostly_strong && block_is_strong(block));
}

/* Whether a section of another element than the open one begins with the block. */
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
    return label->kind == LABEL_ELEMENT && label->element != t->records->element;
}

void fill_cell_sections(struct extraction *x, struct block *first)
{
    struct label label;
    while (first != NULL) {
        if (begins_section(x, first, &label)) {
            x->clue = CLUE_LINE;
            open_element(x, label, block_text(x->arena, first), LEVEL_LINE, first->span);
            first = first->next;
        }
        struct block *last = first;
        while (last->next != NULL && !begins_section(x, last->next, &label))
            last = last->next;
        struct block *head = last->next;
        last->next = NULL;
        fill_blocks(x, first);
        last->next = head;
        first = head;
    }
}
