/*
 * Lists that look like nothing and are the duties of a position, perhaps the one named above them.
 * Headings over lists of acts, and nothing else below that name, are groups of these.
 */
#include "core/base/script.h"
#include "core/extract/evidence/evidence.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/walk.h"

#define ITEMS_MIN 3      /* of a list under a position's name */
#define BARE_ITEMS_MIN 5 /* of a list under nothing */
#define ITEMS_PERCENT 80 /* of the words are the list's */
#define ASKING_SHARE 3   /* one line in so many that asks: no list of duties */
#define CAPTIONS_MIN 2   /* over lists of acts, under a position's name: groups of its duties */
#define TITLE_LENGTH 20  /* characters of the name above a list; in Latin script thrice */

static bool is_item(struct extraction *x, const struct block *block)
{
    return looks_like_item(block, block_text(x->scratch, block));
}

static size_t count_items(const struct block *block)
{
    size_t items = 0;
    for (const struct block *b = block->children; block->kind == BLOCK_LIST && b != NULL;
         b = b->next)
        items++;
    return block->kind == BLOCK_LIST ? items : 1;
}

/* Lines that ask, or set something equal: questions for an interview, exercises. */
static size_t count_asking(struct text words)
{
    static const char *const marks[] = {"？", "?", "＝", "=", NULL};
    size_t asking = 0;
    struct text line;
    for (size_t offset = 0; text_next_line(words, &offset, &line);)
        for (size_t i = 0; marks[i] != NULL; i++)
            if (text_find(line, text_from_string(marks[i]), 0) != TEXT_NOT_FOUND) {
                asking++;
                break;
            }
    return asking;
}

/* The position's name above a list; empty: the words are none. */
static struct text name_of_list(struct extraction *x, struct text words)
{
    size_t length_max = is_latin_text(words) ? 3 * TITLE_LENGTH : TITLE_LENGTH;
    struct text name = label_name_behind_as(x, words);
    name = text_is_empty(name) ? name_without_colon(words) : name;
    bool is_name = text_code_points(name) <= length_max &&
                   !vocabulary_is_no_role(x->vocabulary, x->scratch, name) &&
                   vocabulary_is_position(x->vocabulary, x->scratch, name);
    return is_name ? name : TEXT("");
}

/* "Opening hours", right over a list, as a heading or in bold: a group of what is listed there. */
static bool is_caption(struct extraction *x, const struct block *block, struct text words)
{
    bool is_line =
        block->kind == BLOCK_HEADING || (block->kind == BLOCK_PARAGRAPH && block_is_strong(block));
    return is_line && block->next != NULL && block->next->kind == BLOCK_LIST &&
           ends_like_heading(words) && label_find(x, words).kind == LABEL_UNKNOWN;
}

/* What a document consists of below the name, if it has one. */
struct list_look {
    size_t items, in_items, all; /* all and in_items: bytes */
    size_t asking;
    size_t captions, in_captions, headings; /* in_captions: bytes; headings: captions that are */
    struct sorting acts;                    /* of the lists below captions */
};

/* returns  false: the block is nothing that lists of duties have */
static bool look_at_block(struct extraction *x, const struct block *block, struct text words,
                          struct list_look *look)
{
    if (is_caption(x, block, words)) {
        look->captions++;
        look->in_captions += words.size;
        look->headings += block->kind == BLOCK_HEADING;
        sort_block(x, block->next, &look->acts);
        return true;
    }
    if (block->kind == BLOCK_TABLE || block->kind == BLOCK_HEADING)
        return false;
    bool counts = is_item(x, block);
    look->items += counts ? count_items(block) : 0;
    look->in_items += counts ? words.size : 0;
    look->all += words.size;
    look->asking += count_asking(words);
    return true;
}

/* From this one on, the first that has words; NULL: none has. */
static const struct block *block_with_words(struct extraction *x, const struct block *block)
{
    while (block != NULL && text_is_empty(text_trim(whole_block_text(x->scratch, block))))
        block = block->next;
    return block;
}

bool is_list_of_items(struct extraction *x, struct text *title)
{
    struct list_look look = {0};
    const struct block *block = block_with_words(x, x->document->blocks);
    *title = TEXT("");
    if (block != NULL && !is_item(x, block)) {
        struct text words = text_trim(whole_block_text(x->scratch, block));
        *title = text_copy(x->arena, name_of_list(x, words));
        if (text_is_empty(*title))
            return false;
        block = block->next;
    }
    for (; (block = block_with_words(x, block)) != NULL; block = block->next)
        if (!look_at_block(x, block, text_trim(whole_block_text(x->scratch, block)), &look))
            return false;
    bool are_groups = look.captions >= CAPTIONS_MIN && !text_is_empty(*title) &&
                      3 * look.acts.duties >= 2 * look.acts.lines;
    size_t all = look.all + (are_groups ? 0 : look.in_captions);
    return look.asking * ASKING_SHARE < look.items && (look.headings == 0 || are_groups) &&
           look.items >= (text_is_empty(*title) ? BARE_ITEMS_MIN : ITEMS_MIN) &&
           look.in_items * 100 >= all * ITEMS_PERCENT;
}
