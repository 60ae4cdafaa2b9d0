/* Blocks go to the target that is open: lists, captions over items, tables, programs. */
#include "core/extract/fill/fill.h"
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/findings.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"
#include <string.h>

#define VALUE_LENGTH 60   /* characters of a place or a grade; longer ones are sentences */
#define GROUP_LENGTH 15   /* characters of a numbered line over items of their own */
#define CAPTION_LENGTH 60 /* characters of a line in front of items */
#define LEAD_LENGTH 160   /* of a sentence that points to "the following" */
#define BRACKET_BYTES 3   /* of 【 */

static void append_block(struct target *t, struct block *block)
{
    if (t->last_block == NULL)
        t->section->blocks = block;
    else
        t->last_block->next = block;
    t->last_block = block;
}

void keep_words(struct extraction *x, struct text words, struct span at)
{
    struct block *block = arena_new(x->arena, struct block);
    struct text line;
    *block = (struct block){.kind = BLOCK_PARAGRAPH, .span = at};
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        if (block->runs != NULL)
            run_append(x->document, block, RUN_BREAK, TEXT(""), at);
        run_append(x->document, block, RUN_TEXT, line, at);
    }
    append_block(&x->target, block);
}

void keep_block(struct extraction *x, const struct block *block)
{
    struct target *t = &x->target;
    struct block *copy = arena_new(x->arena, struct block);
    if (t->last_block == NULL && !text_is_empty(t->section->text)) /* a value beside its heading */
        keep_words(x, t->section->text, t->section->at);
    *copy = *block;
    copy->next = NULL;
    append_block(t, copy);
}

/* "Reports to: the Director" of an item; false: it begins with no label. */
static bool pair_of_item(struct extraction *x, const struct block *item, struct pair *pair)
{
    const struct block *words = item->children;
    return words != NULL && words->kind == BLOCK_PARAGRAPH && words->next == NULL &&
           label_pairs(x, block_text(x->arena, words), pair, 1) == 1 &&
           pair->label.kind == LABEL_ELEMENT && !text_is_empty(pair->value) &&
           text_code_points(pair->value) <= 2 * VALUE_LENGTH;
}

/* 「資格：須修畢會計學」 among the duties: what the post asks for, or allows. */
static bool is_beside_duties(const struct pair *pair, const struct target *target)
{
    enum element element = pair->label.element;
    return target->records->element == ELEMENT_DUTIES && !pair->label.needs_context &&
           !pair->label.is_part && (element == ELEMENT_APPOINTMENT || element == ELEMENT_AUTHORITY);
}

/* Of what and where the position is, in a list of something else. */
static bool is_of_identity(const struct pair *pair, const struct target *target, bool is_form)
{
    enum element element = pair->label.element;
    enum kind kind = element_row(element)->kind;
    return (kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS) &&
           element != ELEMENT_TITLE && element != ELEMENT_PURPOSE && !pair->label.is_part &&
           element != target->records->element && (is_form || !pair->label.needs_context);
}

/* Most of its items begin with labels, and it tells no tasks and conditions in words. */
static bool is_list_of_labels(struct extraction *x, const struct block *list)
{
    size_t items = 0, labels = 0;
    struct pair pair;
    enum element element = x->target.records->element;
    if (element == ELEMENT_DUTIES || element == ELEMENT_APPOINTMENT)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        items++;
        labels += pair_of_item(x, item, &pair);
    }
    return 2 * labels > items;
}

/* "Reports to: the Director" among the conditions of work: the list goes on behind it. */
static bool fill_item_of_another(struct extraction *x, const struct block *item, bool is_form)
{
    struct pair pair;
    if (!pair_of_item(x, item, &pair) ||
        (!is_of_identity(&pair, &x->target, is_form) && !is_beside_duties(&pair, &x->target)))
        return false;
    struct target list = x->target;
    bool was_settled = x->is_settled[list.records->element];
    fill_pair(x, &pair, item->children->span);
    close_target(x);
    x->target = list;
    x->is_settled[list.records->element] = was_settled;
    return true;
}

/* 「待遇：…」, 「工作地點：…」 among what else there is to say: the item tells what it is. */
static bool fill_item_of_rest(struct extraction *x, const struct block *item)
{
    static const enum element elements[] = {ELEMENT_REWARDS, ELEMENT_LOCATION, ELEMENT_CONDITIONS,
                                            ELEMENT_EMPLOYMENT, ELEMENT_HEADCOUNT};
    struct pair pair;
    bool is_told = false;
    if (x->role == NULL || x->target.kind != TARGET_OTHER ||
        !text_is_any(fold_text(x->scratch, x->target.section->heading), signs_of(x, SIGN_REST)) ||
        !pair_of_item(x, item, &pair) || (pair.label.needs_context && !text_has_digit(pair.value)))
        return false;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        is_told |= pair.label.element == elements[i];
    if (!is_told)
        return false;
    struct target rest = x->target;
    fill_pair(x, &pair, item->children->span);
    close_target(x);
    x->target = rest;
    return true;
}

/* 「联系方式：…」 beside 「工作地点：上海」 below 「地点」: the one is the place, the other is none. */
static bool fill_item_beside_value(struct extraction *x, const struct block *item)
{
    struct pair pair;
    const struct block *first = item->children;
    if (first == NULL || first->next != NULL || first->kind != BLOCK_PARAGRAPH ||
        x->target.kind != TARGET_ELEMENT || /* an item before it closed it */
        element_row(x->target.records->element)->kind != KIND_TEXT)
        return false;
    enum element element = x->target.records->element;
    bool is_known = pair_of_item(x, item, &pair);
    if (is_known && pair.label.element == element && !pair.label.is_part) {
        note_field(x, USE_LABEL, element, FIELD_NONE, pair.name, first->span);
        fill_text(x, pair.value, TEXT(""), 0, first->span);
        return true;
    }
    if (is_known || !unknown_pair(text_trim(block_text(x->arena, first)), &pair) ||
        label_find(x, pair.name).kind != LABEL_OTHER)
        return false;
    struct target value = x->target;
    open_other(x, pair.name, LEVEL_LINE, first->span, false);
    fill_text(x, pair.value, TEXT(""), 0, first->span);
    close_target(x);
    x->target = value;
    return true;
}

/* 「基本要求」 over conditions of its own, below 「任職要求」: the label once more, and no
 * condition; so is 「秘書部之職掌如下：」 over the duties. */
static bool is_label_again(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH || first->next == NULL ||
        first->next->kind != BLOCK_LIST || x->target.kind != TARGET_ELEMENT)
        return false;
    struct text words = list_label_of(block_text(x->scratch, first)).rest;
    struct label label = label_find(x, words);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, words);
    struct label announced = label_of(ELEMENT_COUNT);
    if (!is_latin_text(words) && ends_in_colon(words) &&
        text_find(words, TEXT("。"), 0) == TEXT_NOT_FOUND &&
        label_announced(x, words, &announced) && announced.element == x->target.records->element)
        return true;
    return label.kind == LABEL_ELEMENT && !is_latin_text(words) && /* "You have:" begins them */
           (label.guess == GUESS_NONE || label.guess == GUESS_PHRASE) &&
           label.element == x->target.records->element;
}

/* 「會議管理」 over a list of its own that has none below it: the name of a group in Han. */
static bool is_group_item(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children, *list = first == NULL ? NULL : first->next;
    if (list == NULL || first->kind != BLOCK_PARAGRAPH || list->kind != BLOCK_LIST ||
        list->next != NULL || list->children == list->last_child)
        return false;
    for (const struct block *b = list->children; b != NULL; b = b->next)
        if (b->children == NULL || b->children->next != NULL)
            return false;
    struct text words = name_without_colon(list_label_of(block_text(x->scratch, first)).rest);
    return !is_latin_text(words) && text_code_points(words) <= GROUP_LENGTH &&
           ends_like_heading(words);
}

/* Each of several duties is such a name: none of them is one, and what is below them are. */
static bool is_list_of_groups(struct extraction *x, const struct block *list)
{
    if (x->target.kind != TARGET_ELEMENT || x->target.records->element != ELEMENT_DUTIES ||
        x->target.clue == CLUE_LINE || list->children == list->last_child)
        return false;
    for (const struct block *item = list->children; item != NULL; item = item->next)
        if (!is_group_item(x, item))
            return false;
    return true;
}

static void fill_groups(struct extraction *x, const struct block *list)
{
    struct value part = x->target.part;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        const struct block *first = item->children;
        struct text words = block_text(x->arena, first);
        x->target.part = (struct value){name_without_colon(list_label_of(words).rest), first->span};
        note(x, USE_LABEL, words, first->span);
        fill_items(x, first->next, 0);
    }
    x->target.part = part;
}

void fill_items(struct extraction *x, const struct block *list, unsigned depth)
{
    if (depth == 0 && is_list_of_groups(x, list)) {
        fill_groups(x, list);
        return;
    }
    bool has_role = x->role != NULL && x->target.kind == TARGET_ELEMENT && depth == 0;
    bool is_form = has_role && is_list_of_labels(x, list);
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        struct text label = item->label;
        if (has_role ? fill_item_of_another(x, item, is_form) || fill_item_beside_value(x, item)
                     : depth == 0 && fill_item_of_rest(x, item))
            continue;
        const struct block *first = item->children;
        if (depth == 0 && first != NULL && first->next == NULL && first->kind == BLOCK_PARAGRAPH &&
            fill_reporting_item(x, block_text(x->arena, first), first->span))
            continue;
        if (first != NULL && is_label_again(x, item)) {
            note_field(x, USE_LABEL, x->target.records->element, FIELD_NONE,
                       block_text(x->arena, first), first->span);
            first = first->next;
        }
        for (const struct block *b = first; b != NULL; b = b->next) {
            if (b->kind == BLOCK_LIST && depth < LIMIT_DEPTH) {
                fill_items(x, b, depth + 1);
                continue;
            }
            fill_text(x, whole_block_text(x->arena, b), label, depth, b->span);
            label = TEXT("");
        }
    }
}

/* Lines of a program, or a drawing made of characters, where a name or a place belongs: no value.
 */
static bool is_program(const struct extraction *x, const struct block *block)
{
    if (block->kind != BLOCK_CODE || x->target.kind != TARGET_ELEMENT)
        return false;
    enum kind kind = element_row(x->target.records->element)->kind;
    return kind == KIND_REF || kind == KIND_REFS ||
           (kind == KIND_TEXT && x->target.records->element != ELEMENT_PURPOSE);
}

/* A table of records, a listing of lines, or a sentence about whom the holder reports to. */
static bool fill_as_a_whole(struct extraction *x, struct block *block)
{
    if (block->kind == BLOCK_PARAGRAPH)
        return fill_reporting_item(x, block_text(x->arena, block), block->span);
    return (block->kind == BLOCK_TABLE && x->target.kind == TARGET_ELEMENT &&
            fill_record_table(x, block)) ||
           fill_code_lines(x, block);
}

static void fill_words_of(struct extraction *x, struct block *block)
{
    if (block->kind == BLOCK_LIST)
        fill_items(x, block, 0);
    else if (fill_as_a_whole(x, block))
        return;
    else if (block->kind == BLOCK_QUOTE && x->target.kind == TARGET_ELEMENT)
        fill_blocks(x, block->children);
    else if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING)
        fill_text(x, block_text(x->arena, block), block->label, block->level, block->span);
    else
        fill_text(x, whole_block_text(x->arena, block), TEXT(""), 0, block->span);
}

void fill_block(struct extraction *x, struct block *block)
{
    if (x->target.kind == TARGET_NONE)
        open_other(x, TEXT(""), LEVEL_LINE, block->span, false);
    if (is_program(x, block)) {
        struct records *records = x->target.records;
        records->state = records->count == 0 ? STATE_ABSENT : records->state;
        open_other(x, x->target.heading.text, x->target.level, block->span, false);
    }
    if (x->target.kind == TARGET_OTHER) {
        keep_block(x, block);
        x->target.keeps_words = true;
    }
    fill_words_of(x, block);
    x->target.keeps_words = false;
}

/* The number or bullet in front of a record, typed or not; its part may stand for it. */
static struct text label_of_record(const struct record *record)
{
    struct text typed = list_label_of(record->text).label;
    return text_is_empty(typed) ? record->label : typed;
}

bool target_goes_on(const struct target *t, struct text line)
{
    struct text label = list_label_of(line).label;
    unsigned look = list_label_look(label), number = list_label_number(label);
    if (t->kind != TARGET_ELEMENT || number < 2)
        return false;
    for (size_t i = t->records->count; i > 0 && number > 1; i--) {
        struct text before = label_of_record(&t->records->rows[i - 1]);
        if (list_label_look(before) == look && list_label_number(before) != --number)
            return false;
    }
    return number == 1;
}

/* 「一、教學計劃管理」 over 1、2、3、: short, and numbered in another way than what follows. */
static bool is_group_head(struct extraction *x, const struct block *block,
                          const struct list_label *typed)
{
    const struct block *next = block->next;
    if (typed->kind != LIST_LABEL_CHINESE || text_code_points(typed->rest) > GROUP_LENGTH ||
        ends_sentence(typed->rest) || (next->kind != BLOCK_PARAGRAPH && next->kind != BLOCK_LIST))
        return false;
    if (next->kind == BLOCK_LIST)
        return true; /* of Markdown, which numbers no items so */
    struct list_label below = list_label_of(block_text(x->scratch, next));
    bool is_list = list_label_is_first(below.label) ||
                   target_goes_on(&x->target, block_text(x->scratch, next));
    return (is_list && list_label_look(below.label) != list_label_look(typed->label)) ||
           (below.kind == LIST_LABEL_NONE && !text_is_empty(next->label));
}

static bool is_over_item(const struct extraction *x, const struct block *block)
{
    const struct block *next = block->next;
    return next->kind == BLOCK_LIST || !text_is_empty(next->label) ||
           (next->kind == BLOCK_PARAGRAPH &&
            list_label_of(block_text(x->scratch, next)).kind != LIST_LABEL_NONE);
}

/* 「職責一：供應商管理」 over items of the element that is open. */
static bool is_head_of_series(struct extraction *x, const struct block *block, struct text words)
{
    struct pair head;
    return is_over_item(x, block) && is_series_head(x, words, &head) &&
           head.label.element == x->target.records->element;
}

/* "Essential" over items of what it takes, however it looks. */
static bool is_need_head(const struct extraction *x, const struct block *block, struct text words)
{
    return x->target.records->element == ELEMENT_APPOINTMENT && is_over_item(x, block) &&
           !text_is_empty(
               vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, words));
}

/* "Clinical" in bold over items of the element that is open. */
static bool is_bold_head(const struct extraction *x, const struct block *block, struct text words)
{
    return is_over_item(x, block) && !x->is_mostly_strong && block_is_strong(block) &&
           ends_like_heading(words);
}

/* 「主任主要負責–」: a dash behind Han, and no second one, where others put a colon; 0: none. */
static size_t width_of_last_dash(struct text words)
{
    size_t end = words.size, before = 0;
    uint32_t dash = end > 0 ? text_previous(words, &end) : 0;
    struct text front = text_trim(text_slice(words, 0, end));
    before = front.size;
    bool is_behind_han = before > 0 && is_han_like(text_previous(front, &before));
    bool is_dash = dash == 0x2013 || dash == 0x2014 || (dash == '-' && front.size < end);
    return is_dash && is_behind_han && !text_ends_with(front, TEXT("—")) ? words.size - end : 0;
}

/*
 * "The successful candidate will show the following skills and habits:", "It shall be the duty of
 * the board of directors to:": one sentence that goes on in the items below it.
 */
static bool is_long_lead(struct extraction *x, const struct block *block, struct text words)
{
    enum element element = x->target.records->element;
    bool is_short = text_code_points(words) <= LEAD_LENGTH && is_latin_text(words);
    if (!is_short || !ends_in_colon(words) || text_find(words, TEXT(". "), 0) != TEXT_NOT_FOUND ||
        !is_over_item(x, block))
        return false;
    if (element == ELEMENT_APPOINTMENT)
        return text_holds_any(words, signs_of(x, SIGN_POINTER));
    struct text folded = fold_text(x->scratch, name_without_colon(words));
    return (element == ELEMENT_DUTIES || element == ELEMENT_AUTHORITY) &&
           text_ends_with_any(folded, signs_of(x, SIGN_GOES_ON)) &&
           !begins_in_third_person(words) && /* "Prepares tests by:" is an act */
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_COUNT;
}

bool fill_caption(struct extraction *x, const struct block *block, struct text words)
{
    struct target *t = &x->target;
    words = text_trim(words);
    if (t->kind != TARGET_ELEMENT || element_row(t->records->element)->kind == KIND_TEXT ||
        element_row(t->records->element)->kind == KIND_REF || block->next == NULL ||
        block->kind != BLOCK_PARAGRAPH ||
        (text_code_points(words) > CAPTION_LENGTH && !is_long_lead(x, block, words)) ||
        text_find(words, TEXT("\n"), 0) != TEXT_NOT_FOUND)
        return false;
    struct list_label typed = list_label_of(words);
    bool is_lead = text_is_empty(block->label) && typed.kind == LIST_LABEL_NONE;
    bool is_bracketed = is_lead && is_in_black_brackets(words);
    size_t dash = is_lead ? width_of_last_dash(words) : 0;
    bool is_head = is_lead && !ends_in_colon(words) &&
                   (is_bold_head(x, block, words) || is_need_head(x, block, words) ||
                    is_head_of_series(x, block, words));
    if (!(is_lead && ends_in_colon(words)) && dash == 0 && !is_bracketed && !is_head &&
        !is_group_head(x, block, &typed))
        return false;
    typed.rest.size -= dash;
    if (is_bracketed)
        typed.rest = text_slice(words, BRACKET_BYTES, words.size - BRACKET_BYTES);
    size_t colon = typed.rest.size;
    if (colon > 0 && ends_in_colon(typed.rest))
        text_previous(typed.rest, &colon);
    settle_caption(x);
    t->part = (struct value){text_trim(text_slice(typed.rest, 0, colon)), block->span};
    t->caption = (struct value){words, block->span};
    /* what is numbered or a head says something, "You will have:" does not */
    bool is_plain = typed.kind == LIST_LABEL_NONE && !is_head;
    x->clue = t->clue = is_plain ? CLUE_PLAIN : CLUE_PSEUDO;
    note(x, USE_LABEL, words, block->span);
    return true;
}

void fill_blocks(struct extraction *x, struct block *first)
{
    x->is_alone = first != NULL && first->next == NULL;
    x->are_choices = first != NULL && has_ticked_box(blocks_text(x->scratch, first));
    for (struct block *block = first; block != NULL; block = block->next)
        if (!fill_caption(x, block, block_text(x->arena, block)))
            fill_block(x, block);
    x->is_alone = x->are_choices = false;
}
