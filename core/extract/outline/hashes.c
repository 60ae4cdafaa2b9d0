/*
 * Headings by hashes that the reader of the file took for words: pasted into Word, or without the
 * blank that Markdown asks for (「##崗位職責」, "##Duties").
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"

#define LEVELS_MAX 6 /* of headings in Markdown */

static bool begins_heading(uint32_t letter)
{
    return is_han_like(letter) || (letter >= 'A' && letter <= 'Z');
}

static unsigned count_hashes(struct text text)
{
    unsigned level = 0;
    while (level < text.size && text.data[level] == '#')
        level++;
    return level;
}

/* "## Duties ##": Markdown lets a heading end in hashes. */
static struct text without_closing_hashes(struct text text)
{
    while (text_ends_with(text, TEXT("#")))
        text = text_slice(text, 0, text.size - 1);
    return text_trim(text);
}

/*
 * One hash without a blank is a topic ("#harbour #tides"), but for an author who writes the deeper
 * headings so, too.
 */
static bool is_tight_heading(const struct extraction *x, struct text behind, unsigned level)
{
    size_t at = 0;
    return !text_is_empty(behind) && begins_heading(text_next(behind, &at)) &&
           (level > 1 ||
            (x->are_hashes_tight && text_find(behind, TEXT("#"), 0) == TEXT_NOT_FOUND));
}

unsigned hashes_level(const struct extraction *x, struct text *text)
{
    unsigned level = count_hashes(*text);
    struct text behind = text_from(*text, level);
    if (level == 0 || level > LEVELS_MAX ||
        !(text_starts_with(behind, TEXT(" ")) || is_tight_heading(x, behind, level)))
        return 0;
    *text = without_closing_hashes(behind);
    return level;
}

void find_tight_hashes(struct extraction *x)
{
    for (const struct block *block = x->document->blocks; block != NULL; block = block->next) {
        struct text words =
            block->kind == BLOCK_PARAGRAPH && block->runs != NULL ? block->runs->text : TEXT("");
        unsigned level = count_hashes(words);
        x->are_hashes_tight |= level > 1 && is_tight_heading(x, text_from(words, level), level);
    }
}
