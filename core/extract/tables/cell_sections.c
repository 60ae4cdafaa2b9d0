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
#define VALUE_LENGTH 60 /* ... of a place or the like behind its label */
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

/*
 * Among duties, "薪酬：" may be a group of them, and so may "設備：": these need a mark that no group
 * has, and no act below them. 【工作內容】 says again what they are; conditions have parts with labels
 * like theirs.
 */
static bool may_follow(struct extraction *x, enum element element, const struct block *block,
                       struct list_label typed)
{
    enum element open = x->target.records->element;
    if (open != ELEMENT_DUTIES || element == ELEMENT_APPOINTMENT || element == ELEMENT_DUTIES)
        return element != open || element == ELEMENT_DUTIES;
    struct text below = list_label_of(block_text(x->scratch, block->next)).rest;
    return (is_in_black_brackets(typed.rest) || typed.kind == LIST_LABEL_CHINESE) &&
           vocabulary_opening(x->vocabulary, x->scratch, below) != ELEMENT_DUTIES;
}

/* Whether a section begins with the block: of another element, or of the open one once more. */
static bool begins_section(struct extraction *x, const struct block *block, struct text words,
                           struct label *label)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || !is_told_anywhere(t->records->element) ||
        block->kind != BLOCK_PARAGRAPH || !text_is_empty(block->label) || block->next == NULL)
        return false;
    words = text_trim(words);
    struct list_label typed = list_label_of(words);
    if (text_code_points(words) > NAME_LENGTH || !is_marked(x, block, words, typed))
        return false;
    struct text name = is_in_black_brackets(typed.rest)
                           ? text_slice(typed.rest, BRACKET_BYTES, typed.rest.size - BRACKET_BYTES)
                           : typed.rest;
    *label = section_label(x, name);
    return label->kind == LABEL_ELEMENT && may_follow(x, label->element, block, typed);
}

bool cell_holds_sections(struct extraction *x, const struct block *first)
{
    struct label label;
    for (const struct block *block = first; block != NULL; block = block->next)
        if (begins_section(x, block, block_text(x->scratch, block), &label) &&
            label.element != x->target.records->element)
            return true;
    return false;
}

static void open_section(struct extraction *x, struct label label, struct text words,
                         struct span at)
{
    x->clue = CLUE_LINE;
    if (label.element != x->target.records->element) {
        open_element(x, label, words, LEVEL_LINE, at);
        return;
    }
    settle_caption(x);
    x->target.part = (struct value){0};
    note(x, USE_LABEL, words, at);
}

/* 【應徵條件】大學在學, 「應徵條件：1. 大學畢業」: a label, and its words in the same line. */
static bool part_run_in(struct extraction *x, struct text line, struct pair *pair)
{
    if (!text_starts_with(line, TEXT("【")))
        return label_pairs(x, line, pair, 1) == 1 && pair->label.kind == LABEL_ELEMENT &&
               pair->label.element == ELEMENT_APPOINTMENT && !pair->label.is_part &&
               !pair->label.needs_context && !text_is_empty(pair->value);
    if (!part_black_brackets(line, &pair->name, &pair->value))
        return false;
    pair->label = label_find(x, pair->name);
    return pair->label.kind == LABEL_ELEMENT && !pair->label.is_part &&
           !pair->label.needs_context && !text_is_empty(pair->value);
}

/* A place, a department: the section that is open goes on behind it. */
static void fill_identity(struct extraction *x, const struct pair *pair, struct span at)
{
    struct target section = x->target;
    bool was_settled = x->is_settled[section.records->element];
    fill_pair(x, pair, at);
    close_target(x);
    x->target = section;
    x->is_settled[section.records->element] = was_settled;
}

/* false: the block is no label with words behind it. */
static bool fill_run_in(struct extraction *x, const struct block *block, struct text words)
{
    struct pair pair;
    if (x->target.kind != TARGET_ELEMENT || !is_told_anywhere(x->target.records->element) ||
        block->kind != BLOCK_PARAGRAPH)
        return false;
    struct text line = text_trim(words);
    if (text_find(line, TEXT("\n"), 0) != TEXT_NOT_FOUND || !part_run_in(x, line, &pair))
        return false;
    bool is_identity = is_single_value(&pair.label) && pair.label.element != ELEMENT_PURPOSE &&
                       pair.label.element != ELEMENT_TITLE;
    if (is_identity && text_code_points(pair.value) <= VALUE_LENGTH) {
        fill_identity(x, &pair, block->span);
        return true;
    }
    bool is_again = pair.label.element == x->target.records->element;
    if (is_identity || !is_told_anywhere(pair.label.element) ||
        (is_again && !text_starts_with(line, TEXT("【"))))
        return false;
    open_section(x, pair.label, pair.name, block->span);
    fill_text(x, pair.value, TEXT(""), 0, block->span);
    return true;
}

/* The paragraph is the only one of the cell, or was before it was divided at 【條件要求】. */
static bool is_only_paragraph(const struct extraction *x, const struct block *first)
{
    for (const struct block *b = first; b != NULL && b->next != NULL; b = b->next)
        if (!text_starts_with(block_text(x->scratch, b->next), TEXT("【")))
            return false;
    return first != NULL;
}

void fill_cell_sections(struct extraction *x, struct block *first)
{
    struct label label;
    x->is_alone = is_only_paragraph(x, first);
    x->are_choices = first != NULL && has_ticked_box(blocks_text(x->scratch, first));
    for (struct block *block = first; block != NULL; block = block->next) {
        struct text words = block_text(x->arena, block);
        if (begins_section(x, block, words, &label))
            open_section(x, label, words, block->span);
        else if (!fill_run_in(x, block, words) && !fill_caption(x, block, words))
            fill_block(x, block);
    }
    x->is_alone = x->are_choices = false;
}
