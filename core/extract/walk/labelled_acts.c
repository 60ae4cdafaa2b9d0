/*
 * "*Records.* Keep the register. File the reports.", several such paragraphs among the duties: what
 * is emphasised in front names a group of them, and each sentence behind it is an act.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"

/* What is emphasised at the begin of a paragraph and ends in a stop; empty: nothing is. */
static struct text label_in_front(const struct piece *piece)
{
    const struct run *run = piece->block->runs;
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH ||
        piece_looks_like_item(piece) || run == NULL || run->next == NULL || run->kind != RUN_TEXT ||
        run->next->kind != RUN_TEXT || (run->style & (STYLE_STRONG | STYLE_EMPHASIS)) == 0 ||
        (run->next->style & (STYLE_STRONG | STYLE_EMPHASIS)) != 0)
        return TEXT("");
    struct text label = text_trim(run->text);
    bool is_label = text_ends_with(label, TEXT(".")) && is_latin_text(label) &&
                    label.size <= LABEL_BYTES && text_find(label, TEXT(". "), 0) == TEXT_NOT_FOUND;
    return is_label ? label : TEXT("");
}

/* The sentences behind it, each of which opens as an act; false: one does not, or there is none. */
static bool are_acts(struct extraction *x, struct text words)
{
    for (size_t from = 0, end; from < words.size; from = end) {
        end = next_sentence(words, from);
        if (vocabulary_opening(x->vocabulary, x->scratch,
                               text_trim(text_slice(words, from, end))) != ELEMENT_DUTIES)
            return false;
    }
    return !text_is_empty(words);
}

bool fill_labelled_acts(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct target *t = &x->target;
    struct text label = label_in_front(piece);
    size_t before = outline_previous(outline, index), next = outline_next(outline, index);
    bool has_like =
        (before < index && !text_is_empty(label_in_front(&outline->pieces[before]))) ||
        (next < outline->count && !text_is_empty(label_in_front(&outline->pieces[next])));
    struct text words = block_text(x->arena, piece->block);
    size_t behind = text_find(words, label, 0);
    if (text_is_empty(label) || !has_like || t->kind != TARGET_ELEMENT ||
        t->records->element != ELEMENT_DUTIES || behind != 0 ||
        !are_acts(x, text_trim(text_from(words, label.size))))
        return false;
    struct value part = t->part;
    struct span at = piece->block->span;
    t->part = (struct value){text_slice(words, 0, label.size - 1), at};
    note(x, USE_LABEL, text_slice(words, 0, label.size), at);
    for (size_t from = label.size, end; from < words.size; from = end) {
        end = next_sentence(words, from);
        fill_text(x, text_slice(words, from, end), TEXT(""), 0, span_slice(at, from, end));
    }
    t->part = part;
    return true;
}
