/*
 * Lists that only place their words: on pages of the web a card for each post is often an item,
 * with the headings or labels of its sections within. The items are read as the page. Where each
 * item is a label over its value, the two are one line.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/model/list_label.h"

#define CARDS_MIN 2  /* items with labels in their midst: one may be an item that says much */
#define LABELS_MIN 3 /* items with a label over a value: fewer may be items with a caption */

static bool has_heading(const struct block *item)
{
    for (const struct block *b = item->children; b != NULL; b = b->next)
        if (b->kind == BLOCK_HEADING)
            return true;
    return false;
}

/* 「职位：」 alone in the first line of several: its value stands below it. */
static bool begins_with_title_label(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH || first->next == NULL ||
        first->next->kind != BLOCK_PARAGRAPH || first->next->next == NULL)
        return false;
    struct text words = text_trim(block_text(x->scratch, first));
    struct label label = label_find(x, words);
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && ends_in_colon(words);
}

/* A form, whose cells are labels, several of them. */
static bool is_form_table(struct extraction *x, const struct block *block)
{
    size_t labels = 0;
    if (block->kind != BLOCK_TABLE)
        return false;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next)
        labels += label_find(x, cell_words(x, cell)).kind == LABEL_ELEMENT;
    return labels >= LABELS_MIN;
}

/* 「岗位职责」 alone in a line, behind a name and over other words; or a form below the name. */
static bool has_label_within(struct extraction *x, const struct block *item)
{
    if (begins_with_title_label(x, item))
        return true;
    for (const struct block *b = item->children; b != NULL; b = b->next) {
        if (b != item->children && is_form_table(x, b))
            return true;
        if (b->next == NULL || b == item->children || b->kind != BLOCK_PARAGRAPH)
            continue;
        struct label label = label_find(x, text_trim(block_text(x->scratch, b)));
        if (label.kind == LABEL_ELEMENT && !label.is_part && is_section_label(&label))
            return true;
    }
    return false;
}

/* What a paragraph's last line in the source says: a name may stand in the one above. */
static struct text last_line(struct extraction *x, const struct block *paragraph)
{
    const struct run *last = paragraph->runs;
    for (const struct run *run = last; run != NULL && run->next != NULL; run = run->next)
        if ((run->style & STYLE_LINE_END) != 0)
            last = run->next;
    bool is_whole = last == NULL || last == paragraph->runs || last->next != NULL;
    return text_trim(is_whole ? block_text(x->scratch, paragraph) : last->text);
}

/* 「岗位职责」 and 「岗位要求」, each alone in a line: a card, also where it is the only one. */
static bool has_sections_within(struct extraction *x, const struct block *item)
{
    enum element first = ELEMENT_COUNT;
    for (const struct block *b = item->children; b != NULL && b->next != NULL; b = b->next) {
        struct label label = label_find(x, b->kind == BLOCK_PARAGRAPH ? last_line(x, b) : TEXT(""));
        if (label.kind != LABEL_ELEMENT || label.is_part || !is_section_label(&label))
            continue;
        if (first != ELEMENT_COUNT && label.element != first)
            return true;
        first = label.element;
    }
    return false;
}

/* 「岗位职责」 over words that its author set as code: copied from a posting, with its lines. */
static bool is_label_over_code(struct extraction *x, const struct block *item)
{
    const struct block *label = item->children;
    if (label == NULL || label->kind != BLOCK_PARAGRAPH || label->next == NULL ||
        label->next->kind != BLOCK_CODE)
        return false;
    struct text words = text_trim(block_text(x->scratch, label));
    struct label known = label_find(x, words);
    return label_opens_section(&known, words) && !is_latin_text(words);
}

/* 「A．渡輪志工：」 in bold over paragraphs about that post, in one item. */
static bool is_named_card(struct extraction *x, const struct block *item)
{
    const struct block *name = item->children;
    if (name == NULL || name->kind != BLOCK_PARAGRAPH || name->next == NULL ||
        name->next->kind != BLOCK_PARAGRAPH || !block_is_strong(name))
        return false;
    struct text words = text_trim(block_text(x->scratch, name));
    return vocabulary_is_position(x->vocabulary, x->scratch,
                                  name_without_colon(list_label_of(words).rest));
}

static bool is_layout_list(struct extraction *x, const struct block *list)
{
    size_t items = 0, cards = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next, items++) {
        if (has_heading(item) || is_label_over_code(x, item) || has_sections_within(x, item))
            return true;
        cards += has_label_within(x, item) || is_named_card(x, item);
    }
    return cards >= CARDS_MIN && 2 * cards >= items;
}

/* Its words begin with no number or bullet of their own, nor with a label. */
static bool is_plain_line(struct extraction *x, const struct block *block)
{
    struct pair pair;
    struct text words =
        block->kind == BLOCK_PARAGRAPH ? text_trim(block_text(x->scratch, block)) : TEXT("");
    return !text_is_empty(words) && text_is_empty(block->label) &&
           list_label_of(words).kind == LIST_LABEL_NONE && label_pairs(x, words, &pair, 1) == 0;
}

/* What is in the item stands on the page; a line that was all of it stays an item by its bullet. */
static void lift_children(struct extraction *x, const struct block *list, struct block *item)
{
    struct block *first = item->children;
    if (first->next == NULL && is_plain_line(x, first))
        first->label = item->label;
    for (struct block *b = first; b != NULL; b = b->next)
        b->parent = list->parent;
}

/* The blocks of its items take the place of the list. */
static void spread(struct extraction *x, struct block **place)
{
    struct block *list = *place, *next = list->next;
    for (struct block *item = list->children; item != NULL; item = item->next) {
        if (item->children == NULL)
            continue;
        lift_children(x, list, item);
        *place = item->children;
        while (*place != NULL)
            place = &(*place)->next;
    }
    *place = next;
}

/* 「工作地点：」 in a line of its own over 「上海」, or over a list. */
static bool is_label_over_value(struct extraction *x, const struct block *item)
{
    const struct block *label = item->children;
    return label != NULL && label->kind == BLOCK_PARAGRAPH && label->next != NULL &&
           label->next->next == NULL && ends_in_colon(text_trim(block_text(x->scratch, label)));
}

static bool holds_labels_over_values(struct extraction *x, const struct block *list)
{
    size_t items = 0, labels = 0, known = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next, items++) {
        if (!is_label_over_value(x, item))
            continue;
        labels++;
        struct text words = text_trim(block_text(x->scratch, item->children));
        known += label_find(x, words).kind == LABEL_ELEMENT;
    }
    return known >= LABELS_MIN && 4 * labels >= 3 * items;
}

static void join_labels_to_values(struct extraction *x, const struct block *list)
{
    for (struct block *item = list->children; item != NULL; item = item->next) {
        if (!is_label_over_value(x, item))
            continue;
        struct block *label = item->children, *value = label->next;
        if (value->kind != BLOCK_PARAGRAPH || value->runs == NULL)
            continue;
        label->last_run->next = value->runs;
        label->last_run = value->last_run;
        label->next = NULL;
        item->last_child = label;
    }
}

void spread_layout_lists(struct extraction *x)
{
    struct document *document = x->document;
    document->last_block = NULL;
    for (struct block **place = &document->blocks; *place != NULL;) {
        if ((*place)->kind == BLOCK_LIST && is_layout_list(x, *place)) {
            spread(x, place); /* lists within it come next */
            continue;
        }
        if ((*place)->kind == BLOCK_LIST && holds_labels_over_values(x, *place))
            join_labels_to_values(x, *place);
        document->last_block = *place;
        place = &(*place)->next;
    }
}
