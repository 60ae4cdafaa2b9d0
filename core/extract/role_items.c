/*
 * Roles as the items of a list: 「- 店長：管理門市，排定班表」, or names over lists of their own.
 *
 * Only names of positions make such a list, and words that say what they do: 「組長：王小明」 says
 * who is one.
 */
#include "core/base/script.h"
#include "core/extract/outline.h"
#include "core/model/list_label.h"

#define ITEMS_MIN 2          /* one alone is a sentence with a colon */
#define NAME_LENGTH 20       /* Han of a name, at most */
#define LATIN_NAME_LENGTH 50 /* letters, alike */
#define WORDS_MIN 6          /* characters of what somebody does: fewer are somebody's name */

/* The name of a position in front of a colon or a dash, and the words behind it. */
struct role_item {
    struct text name, words;
    const struct block *list; /* below the name; NULL: none */
};

/* Where the joint between name and words ends; *name_end: where it begins. */
static size_t joint_end(struct text text, size_t *name_end)
{
    static const struct text joints[] = {TEXT_INIT("："),  TEXT_INIT(":"),  TEXT_INIT(" - "),
                                         TEXT_INIT(" – "), TEXT_INIT("——"), TEXT_INIT(" — "),
                                         TEXT_INIT("—")};
    size_t best = TEXT_NOT_FOUND, end = text.size;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(text, joints[i], 0);
        if (at < best) {
            best = at;
            end = at + joints[i].size;
        }
    }
    *name_end = best == TEXT_NOT_FOUND ? text.size : best;
    return end;
}

static bool is_position_name(struct extraction *x, struct text name)
{
    size_t length = text_code_points(name);
    return length > 0 && length <= (is_latin_text(name) ? LATIN_NAME_LENGTH : NAME_LENGTH) &&
           label_find(x, name).kind != LABEL_ELEMENT &&
           vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name));
}

static bool read_item(struct extraction *x, const struct block *block, struct role_item *item)
{
    const struct block *first = block->children;
    size_t name_end;
    if (first == NULL || first->kind != BLOCK_PARAGRAPH)
        return false;
    struct text text = list_label_of(text_trim(block_text(x->arena, first))).rest;
    size_t words = joint_end(text, &name_end);
    *item = (struct role_item){.name = text_trim(text_slice(text, 0, name_end)),
                               .words = text_trim(text_from(text, words))};
    if (first->next != NULL && first->next->kind == BLOCK_LIST && first->next->next == NULL)
        item->list = first->next;
    else if (first->next != NULL)
        return false;
    bool says = item->list != NULL || text_code_points(item->words) >= WORDS_MIN;
    return says && is_position_name(x, item->name);
}

bool is_role_list(struct extraction *x, const struct block *block)
{
    struct role_item item;
    size_t items = 0;
    if (block->kind != BLOCK_LIST)
        return false;
    for (const struct block *b = block->children; b != NULL; b = b->next, items++)
        if (!read_item(x, b, &item))
            return false;
    return items >= ITEMS_MIN;
}

void fill_role_list(struct extraction *x, const struct block *block)
{
    struct role_item item;
    for (const struct block *b = block->children; b != NULL; b = b->next) {
        if (!read_item(x, b, &item))
            continue;
        struct span at = b->children->span;
        end_role(x);
        x->clue = CLUE_ROLE_HEADING;
        begin_role(x, item.name, LEVEL_LINE, at);
        note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, item.name, at);
        x->clue = CLUE_PLAIN;
        open_element(x, label_of(ELEMENT_DUTIES), TEXT(""), LEVEL_LINE, at);
        x->is_alone = true;
        fill_text(x, item.words, TEXT(""), 0, at);
        x->is_alone = false;
        if (item.list != NULL)
            fill_items(x, item.list, 0);
    }
    end_role(x);
}
