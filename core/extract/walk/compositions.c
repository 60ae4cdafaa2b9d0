/*
 * "The committee shall consist of five members.": who is in a body and how they are chosen, among
 * the words of its role, is neither what it is for nor what it does.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/labels/joints.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

#define COMPOSITION_BYTES 480 /* of a paragraph about that: a bound on work */

/* Where the part that begins at from ends: at " and shall", or the end of its sentence. */
static size_t part_end(const struct extraction *x, struct text words, size_t from)
{
    struct text_list joints = signs_of(x, SIGN_AND_ACTS);
    size_t end = text_find(words, TEXT(". "), from);
    end = end == TEXT_NOT_FOUND ? words.size : end + 1;
    for (size_t i = 0; i < joints.count; i++) {
        size_t at = text_find(words, joints.texts[i], from);
        end = at != TEXT_NOT_FOUND && at > from && at < end ? at + TEXT(" and").size : end;
    }
    return end;
}

/* Each part of it; "It shall paint the boats, and shall meet monthly" tells of an act, too. */
static bool tells_nothing_else(const struct extraction *x, struct text words)
{
    for (size_t at = 0, end; at < words.size; at = end) {
        end = part_end(x, words, at);
        if (!text_holds_any(text_slice(words, at, end), signs_of(x, SIGN_COMPOSITION)))
            return false;
    }
    return words.size > 0;
}

static bool tells_composition(struct extraction *x, const struct piece *piece)
{
    struct text words = piece->text;
    return is_latin_text(words) && words.size <= COMPOSITION_BYTES && !ends_in_colon(words) &&
           text_ends_with_any_word(in_front_of_joint(x, role_title(x->role)),
                                   signs_of(x, SIGN_BODY)) &&
           tells_nothing_else(x, words);
}

bool fill_composition(struct extraction *x, const struct piece *piece)
{
    const struct target *t = &x->target;
    bool is_first = t->kind == TARGET_NONE;
    bool is_among = t->kind == TARGET_ELEMENT && t->records->element == ELEMENT_DUTIES &&
                    piece->block->kind == BLOCK_PARAGRAPH && !piece_looks_like_item(piece);
    if (x->role == NULL || (!is_first && !is_among) || !tells_composition(x, piece))
        return false;
    struct target before = x->target;
    x->clue = CLUE_PLAIN;
    open_other(x, TEXT(""), LEVEL_LINE, piece->block->span, false);
    fill_block(x, piece->block);
    if (is_among) {
        close_target(x);
        x->target = before;
    }
    return true;
}

bool fill_member(struct extraction *x, const struct piece *piece)
{
    struct target before = x->target;
    struct span at = piece->block->span;
    if (!piece->is_member || x->role == NULL)
        return false;
    if (counts_several_posts(x, piece->text) && !is_given(&x->role->values[ELEMENT_HEADCOUNT])) {
        open_element(x, label_of(ELEMENT_HEADCOUNT), TEXT(""), LEVEL_LINE, at);
        fill_text(x, piece->text, TEXT(""), 0, at);
        close_target(x);
    } else
        fill_aside(x, piece->text, at);
    x->target = before; /* the duties may follow */
    return true;
}
