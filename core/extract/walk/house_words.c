/*
 * "Larkmill is a milling firm with four mills." in front of "We are seeking a careful person …": what
 * a posting tells of its house, where a paragraph behind it, in front of the first heading, tells of
 * the post. It stands beside the role, and is not what the role is for.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

#define PARAGRAPHS_MAX 4 /* in front of the first heading: a bound on work */

/* Of the post, by its name or as what is sought. */
static bool tells_of_post(struct extraction *x, struct text words)
{
    struct text folded = fold_text(x->scratch, words);
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    return text_holds_any(folded, signs_of(x, SIGN_OF_POST)) ||
           (!text_is_empty(title) && text_find(folded, title, 0) != TEXT_NOT_FOUND);
}

/* A paragraph behind it does, up to a heading, a list or a table. */
static bool is_over_words_of_post(struct extraction *x, const struct outline *outline, size_t index)
{
    size_t at = index, next;
    for (size_t count = 0; count < PARAGRAPHS_MAX; count++, at = next) {
        next = outline_next(outline, at);
        if (next == outline->count || !piece_is_prose(&outline->pieces[next]) ||
            outline->pieces[next].block->kind != BLOCK_PARAGRAPH)
            return false;
        if (tells_of_post(x, outline->pieces[next].text))
            return true;
    }
    return false;
}

/* 「星河公司成立於2014年，…，誠聘英才。」: nothing but the house is told of, whatever is sought. */
static bool tells_of_founding(struct extraction *x, struct text words)
{
    struct text folded = fold_text(x->scratch, words);
    struct text title = fold_text(x->scratch, label_without_remark(role_title(x->role)));
    return text_holds_any(folded, signs_of(x, SIGN_FOUNDED)) &&
           (text_is_empty(title) || text_find(folded, title, 0) == TEXT_NOT_FOUND);
}

bool fill_words_of_house(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (x->role == NULL || x->target.kind != TARGET_NONE || x->region.has_purpose ||
        x->role->values[ELEMENT_PURPOSE].count > 0 || piece->block->kind != BLOCK_PARAGRAPH ||
        !piece_is_prose(piece))
        return false;
    bool is_of_house =
        !tells_of_post(x, piece->text) &&
        text_holds_any(fold_text(x->scratch, piece->text), signs_of(x, SIGN_OF_HOUSE)) &&
        is_over_words_of_post(x, outline, index);
    if (!is_of_house && !tells_of_founding(x, piece->text))
        return false;
    x->clue = CLUE_PLAIN;
    fill_aside(x, piece->text, piece->block->span);
    return true;
}
