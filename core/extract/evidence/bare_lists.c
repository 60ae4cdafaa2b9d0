/* Lists that look like nothing and are the duties of a position, perhaps the one named above them. */
#include "core/base/script.h"
#include "core/extract/evidence/evidence.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"

#define ITEMS_MIN 3      /* of a list under a position's name */
#define BARE_ITEMS_MIN 5 /* of a list under nothing */
#define ITEMS_PERCENT 80 /* of the words are the list's */
#define ASKING_SHARE 3   /* one line in so many that asks: no list of duties */
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

bool is_list_of_items(struct extraction *x, struct text *title)
{
    size_t items = 0, in_items = 0, all = 0, asking = 0;
    bool is_first = true;
    *title = TEXT("");
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next) {
        struct text words = text_trim(whole_block_text(x->scratch, block));
        if (text_is_empty(words))
            continue;
        if (is_first && !is_item(x, block)) {
            *title = text_copy(x->arena, name_of_list(x, words));
            if (text_is_empty(*title))
                return false;
            is_first = false;
            continue;
        }
        is_first = false;
        if (block->kind == BLOCK_TABLE || block->kind == BLOCK_HEADING)
            return false;
        bool counts = is_item(x, block);
        items += counts ? count_items(block) : 0;
        in_items += counts ? words.size : 0;
        all += words.size;
        asking += count_asking(words);
    }
    return asking * ASKING_SHARE < items &&
           items >= (text_is_empty(*title) ? BARE_ITEMS_MIN : ITEMS_MIN) &&
           in_items * 100 >= all * ITEMS_PERCENT;
}
