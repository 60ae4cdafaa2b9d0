/*
 * "Current President: Ray", "Current Designers:" over a list of names: who holds the post now stands
 * beside the role, whose section goes on behind it.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

/* The names behind the colon; false: the paragraph is another. */
static bool read_holders(struct extraction *x, const struct block *block, struct text *names)
{
    struct text words = block == NULL || block->kind != BLOCK_PARAGRAPH
                            ? TEXT("")
                            : text_trim(block_text(x->scratch, block));
    size_t width, colon = find_colon(words, &width);
    if (colon == TEXT_NOT_FOUND)
        return false;
    struct text before = text_slice(words, 0, colon);
    struct text post = text_without_any_start_word(before, signs_of(x, SIGN_HOLDS_NOW));
    if (post.size == before.size)
        return false;
    *names = text_trim(text_from(words, colon + width));
    return text_equal(fold_text(x->scratch, post), fold_text(x->scratch, role_title(x->role))) ||
           vocabulary_is_position(x->vocabulary, x->scratch, post) ||
           vocabulary_is_office(x->vocabulary, x->scratch, post) || is_department(x, post);
}

/* A list right below such a paragraph. */
static bool is_list_of_holders(struct extraction *x, const struct outline *outline, size_t index)
{
    struct text names;
    size_t before = outline_previous(outline, index);
    return outline->pieces[index].block->kind == BLOCK_LIST && before < index &&
           read_holders(x, outline->pieces[before].block, &names) && text_is_empty(names);
}

bool fill_holders_now(struct extraction *x, const struct outline *outline, size_t index)
{
    struct block *block = outline->pieces[index].block;
    const struct block *first = block->kind == BLOCK_QUOTE ? block->children : block;
    struct target around = x->target;
    struct text names;
    if (x->role == NULL ||
        (!read_holders(x, first, &names) && !is_list_of_holders(x, outline, index)))
        return false;
    open_other(x, TEXT(""), LEVEL_LINE, block->span, false);
    fill_block(x, block);
    x->target = around;
    return true;
}
