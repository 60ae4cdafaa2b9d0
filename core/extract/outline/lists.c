/*
 * Lists that are several: numbers that begin again at 1 begin another list.
 *
 * Labels that a list swallowed: in Markdown a line right below an item goes on in that item, so
 * 「任职要求：」 below the last duty, over the conditions, stands in the middle of one list. The
 * list ends in front of it, and what follows is a list of its own.
 *
 * Names of positions that are items like those of what their holders do: "Web developer" in front
 * of "Develop the pages." Each becomes a line over a list of its own.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define NAMES_MIN 2          /* one item that names a position may be about it */
#define NAME_LENGTH 20       /* Han of such a name, at most */
#define LATIN_NAME_LENGTH 50 /* letters, alike */

/*
 * It begins further left than the words of its item: a line that its author typed under a list, and
 * that only Markdown takes into it.
 */
static bool is_at_margin(const struct block *item, const struct block *block)
{
    return block->runs != NULL && run_is_left_of(block->runs, item->children);
}

/*
 * A label over a section of a role, as against the name of a part or of a value. At the margin a
 * label that a colon ends is one, whatever it is about, and so are one in front of its value, what
 * black brackets are around and what is numbered as captions are.
 */
static bool opens_section(struct extraction *x, struct text words, bool is_at_margin)
{
    struct text heading = words, inside, behind;
    struct label label = label_find(x, words);
    if (hashes_level(x, &heading) > 0)
        return true;
    bool is_bracketed = part_black_brackets(words, &inside, &behind) &&
                        (text_is_empty(behind) || label_find(x, inside).kind != LABEL_UNKNOWN);
    if (is_at_margin && ((label.kind != LABEL_UNKNOWN && ends_in_colon(words)) || is_bracketed ||
                         is_caption_numbered(words) || line_is_known_pair(x, words)))
        return true;
    return label_opens_section(&label, words);
}

struct chain {
    struct block *first, *last;
};

static void chain_add(struct chain *chain, struct block *first, struct block *last)
{
    if (first == NULL)
        return;
    if (chain->first == NULL)
        chain->first = first;
    else
        chain->last->next = first;
    chain->last = last;
}

static struct chain lift_from_list(struct extraction *x, struct block *list);

/* Other items stand behind it, in its list or in one right below. */
static bool is_over_items(const struct block *list, const struct block *item)
{
    return item->next != NULL || (list->next != NULL && list->next->kind == BLOCK_LIST);
}

/* "**Nice to have**" typed under an item, over other items. */
static bool is_bold_caption(const struct block *list, const struct block *item,
                            const struct block *block, struct text words)
{
    return is_over_items(list, item) && is_at_margin(item, block) &&
           runs_are_bold(block->runs, NULL) && ends_like_heading(words);
}

/* Ends the item in front of the label; what follows in it is taken out. */
static struct chain lift_from_item(struct extraction *x, const struct block *list,
                                   struct block *item)
{
    struct chain lifted = {0};
    for (struct block *b = item->children, *before = NULL; b != NULL; before = b, b = b->next) {
        if (b->kind == BLOCK_LIST)
            lifted = lift_from_list(x, b);
        struct block *rest = lifted.first != NULL ? b->next : b;
        struct text words =
            b->kind == BLOCK_PARAGRAPH ? text_trim(block_text(x->scratch, b)) : TEXT("");
        bool is_plain = is_at_margin(item, b) && before != NULL &&
                        before->kind == BLOCK_PARAGRAPH &&
                        is_plain_caption(x, text_trim(block_text(x->scratch, before)), words);
        bool is_caption =
            b->next == NULL && is_over_items(list, item) && (is_plain || is_caption_line(x, words));
        bool is_label = before != NULL && b->kind == BLOCK_PARAGRAPH &&
                        (is_caption || is_bold_caption(list, item, b, words) ||
                         opens_section(x, words, is_at_margin(item, b)));
        if (lifted.first == NULL && !is_label)
            continue;
        struct block *end = lifted.first != NULL ? b : before;
        chain_add(&lifted, rest, item->last_child);
        end->next = NULL;
        item->last_child = end;
        break;
    }
    return lifted;
}

/*
 * "- **Responsibilities**:" over plain lines at the margin, which only Markdown takes into the
 * item, or over lines with bullets that are indented too far for it to see a list in them, or with
 * letters ("a. …"), which it does not know; and a name over its labels and values, a line each.
 */
static bool is_over_lines(struct extraction *x, const struct block *item)
{
    const struct block *label = item->children, *lines = label == NULL ? NULL : label->next;
    if (lines == NULL || label->kind != BLOCK_PARAGRAPH || lines->next == NULL)
        return false;
    bool are_at_margin = true, have_bullets = true, are_pairs = true;
    size_t known = 0;
    for (const struct block *b = lines; b != NULL; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH)
            return false;
        are_at_margin &= is_at_margin(item, b);
        struct text line = text_trim(block_text(x->scratch, b));
        struct pair pair;
        struct list_label typed = list_label_of(line);
        bool is_letter = typed.kind != LIST_LABEL_NONE && typed.label.size > 1 &&
                         is_ascii_letter(typed.label.data[typed.label.data[0] == '(']);
        have_bullets &= typed.kind == LIST_LABEL_BULLET || is_letter;
        bool is_known = label_pairs(x, line, &pair, 1) == 1;
        are_pairs &= is_known || unknown_pair(line, &pair);
        known += is_known;
    }
    struct text words = text_trim(block_text(x->scratch, label));
    bool is_name = are_pairs && known > 1 && ends_like_heading(words);
    return have_bullets || is_name ||
           (are_at_margin && ends_in_colon(words) && opens_section(x, words, false));
}

/* The lines become the items below the label, as if each had a bullet of its own. */
static void nest_lines(struct extraction *x, const struct block *list, struct block *item)
{
    if (!is_over_lines(x, item))
        return;
    struct block *label = item->children, *lines = label->next;
    struct block *nested = arena_new(x->arena, struct block);
    *nested = *list;
    nested->next = nested->children = nested->last_child = NULL;
    nested->anchor = TEXT("");
    for (struct block *b = lines, *next; b != NULL; b = next) {
        struct block *one = arena_new(x->arena, struct block);
        next = b->next;
        *one = *item;
        one->children = one->last_child = b;
        one->next = b->next = NULL;
        one->span = b->span;
        if (nested->children == NULL)
            nested->children = one;
        else
            nested->last_child->next = one;
        nested->last_child = one;
    }
    label->next = item->last_child = nested;
}

/* 1. 2. 3. 1. 2.: Markdown makes one list of two that only blank lines part. */
static bool begins_again(const struct block *item)
{
    return list_label_number(item->label) > 1 && item->next != NULL &&
           list_label_number(item->next->label) == 1 &&
           list_label_look(item->label) == list_label_look(item->next->label);
}

/* returns  what of the list stands behind its first part, a label first; empty: it is one */
static struct chain lift_from_list(struct extraction *x, struct block *list)
{
    struct chain lifted = {0};
    for (struct block *item = list->children; item != NULL && lifted.first == NULL;
         item = item->next) {
        divide_item_at_lost_label(x, item);
        lifted = lift_from_item(x, list, item);
        nest_lines(x, list, item);
        if (item->next == NULL || (lifted.first == NULL && !begins_again(item)))
            continue;
        struct block *rest = arena_new(x->arena, struct block);
        *rest = *list;
        rest->children = item->next;
        rest->next = NULL;
        rest->anchor = TEXT("");
        chain_add(&lifted, rest, rest);
        list->last_child = item;
        item->next = NULL;
    }
    return lifted;
}

/* ---- names of positions among the items ---- */

/* The words of an item that holds nothing else than a line; empty: it holds more. */
static struct text line_of_item(struct extraction *x, const struct block *item)
{
    const struct block *first = item->children;
    bool is_line = first != NULL && first->kind == BLOCK_PARAGRAPH && first->next == NULL;
    return is_line ? text_trim(block_text(x->scratch, first)) : TEXT("");
}

/* The name of a position, and no act. */
static bool is_position_item(struct extraction *x, const struct block *item)
{
    struct text line = line_of_item(x, item);
    size_t length = text_code_points(line);
    return length > 0 && length <= (is_latin_text(line) ? LATIN_NAME_LENGTH : NAME_LENGTH) &&
           ends_like_heading(line) && label_find(x, line).kind == LABEL_UNKNOWN &&
           reads_like_position(x, line);
}

static bool is_act_item(struct extraction *x, const struct block *item)
{
    return vocabulary_opening(x->vocabulary, x->scratch, line_of_item(x, item)) == ELEMENT_DUTIES;
}

/* Such an item right in front of what its holder does. */
static bool is_name_item(struct extraction *x, const struct block *item)
{
    return is_position_item(x, item) && item->next != NULL && is_act_item(x, item->next);
}

/* "Analyst responsibilities" right above a list: its items are one role's; "Minutes": nobody's. */
static bool is_under_section(struct extraction *x, const struct block *above)
{
    if (above == NULL || (above->kind != BLOCK_PARAGRAPH && above->kind != BLOCK_HEADING))
        return false;
    struct text words = text_trim(block_text(x->scratch, above));
    return vocabulary_is_no_role(x->vocabulary, x->scratch, words) ||
           (!words_announce_roles(x, words) &&
            (vocabulary_speaks_of(x->vocabulary, x->scratch, words, ELEMENT_DUTIES) ||
             vocabulary_speaks_of(x->vocabulary, x->scratch, words, ELEMENT_APPOINTMENT)));
}

/* How many names a list has in front of acts; 0 where it begins otherwise, or most tells no act. */
static size_t count_names(struct extraction *x, const struct block *list, const struct block *above)
{
    size_t names = 0, acts = 0, others = 0;
    if (list->kind != BLOCK_LIST || list->children == NULL || !is_name_item(x, list->children) ||
        is_under_section(x, above))
        return 0;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        bool is_name = is_name_item(x, item), is_act = is_act_item(x, item);
        names += is_name;
        acts += !is_name && is_act;
        others += !is_name && !is_act;
    }
    return acts >= others ? names : 0;
}

/* The list ends in front of its next name; what is behind it is a list of its own, or NULL. */
static struct block *list_behind(struct extraction *x, struct block *list)
{
    struct block *last = list->children;
    while (last->next != NULL && !is_name_item(x, last->next))
        last = last->next;
    if (last->next == NULL)
        return NULL;
    struct block *rest = arena_new(x->arena, struct block);
    *rest = *list;
    rest->children = last->next;
    rest->anchor = TEXT("");
    list->last_child = last;
    list->next = rest;
    last->next = NULL;
    return rest;
}

/* The first item of the list becomes the line in front of it. */
static struct block *lift_first(struct extraction *x, struct block *list)
{
    struct block *rest = arena_new(x->arena, struct block), *first = list->children;
    *rest = *list;
    rest->children = first->next;
    rest->anchor = TEXT("");
    struct block *after = list->next;
    *list = *first->children;
    list->label = first->label;
    list->next = rest;
    rest->next = after;
    return rest;
}

static void lift_names(struct extraction *x)
{
    struct document *document = x->document;
    size_t names = 0;
    for (const struct block *block = document->blocks, *above = NULL; block != NULL;
         above = block, block = block->next)
        names += count_names(x, block, above);
    for (struct block *block = document->blocks, *above = NULL; names >= NAMES_MIN && block != NULL;
         above = block, block = block->next) {
        if (count_names(x, block, above) == 0)
            continue;
        bool is_last = document->last_block == block;
        struct block *behind = list_behind(x, block);
        block = lift_first(x, block);
        if (is_last)
            document->last_block = behind != NULL ? behind : block;
    }
}

/*
 * 「- 任職要求」 over 「1. …」 and 「2. …」, 「- 工作職責：」 over paragraphs: the last item of a list,
 * a label with a bullet over the words of its section.
 */
static bool ends_in_label(struct extraction *x, const struct block *list)
{
    const struct block *item = list->kind == BLOCK_LIST ? list->last_child : NULL;
    if (item == NULL || list->next == NULL)
        return false;
    struct text line = line_of_item(x, item);
    bool is_over_list = list->next->kind == BLOCK_LIST && item == list->children;
    bool is_over_words = (list->next->kind == BLOCK_LIST || list->next->kind == BLOCK_PARAGRAPH) &&
                         ends_in_colon(line);
    return (is_over_list || is_over_words) && opens_section(x, line, false);
}

/* The label becomes a line behind the list, or in its place. */
static void lift_label(struct extraction *x, struct block *list)
{
    struct block *after = list->next, *label = list->last_child->children, *last = list->children;
    if (last == list->last_child) {
        *list = *label;
        list->next = after;
        return;
    }
    while (last->next != list->last_child)
        last = last->next;
    struct block *line = arena_new(x->arena, struct block);
    *line = *label;
    line->next = after;
    list->next = line;
    list->last_child = last;
    last->next = NULL;
}

void lift_labels(struct extraction *x)
{
    lift_names(x);
    struct document *document = x->document;
    for (struct block *block = document->blocks; block != NULL; block = block->next) {
        struct chain lifted = {0};
        if (ends_in_label(x, block))
            lift_label(x, block);
        if (block->kind == BLOCK_LIST)
            lifted = lift_from_list(x, block);
        if (lifted.first == NULL)
            continue;
        lifted.last->next = block->next;
        block->next = lifted.first;
        if (document->last_block == block)
            document->last_block = lifted.last;
    }
}
