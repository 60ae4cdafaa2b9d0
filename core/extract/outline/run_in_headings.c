/* Labels in front of their words, in one paragraph with these. */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"

bool outline_has_bold_label(const struct piece *piece)
{
    size_t size = 0, width, colon = text_find(piece->text, TEXT(":"), 0);
    size_t wide = find_colon(piece->text, &width); /* or once more the narrow one */
    colon = wide < colon ? wide : colon;
    const struct run *run = piece->block->runs;
    for (; run != NULL && size < colon; run = run->next) {
        if (!text_is_blank(run->text) && (run->style & STYLE_STRONG) == 0)
            return false;
        size += run->text.size;
    }
    while (run != NULL && text_is_blank(run->text))
        run = run->next;
    return run != NULL && (run->style & STYLE_STRONG) == 0;
}

/* The piece is a heading up to the mark at end, and what stands behind it its words. */
static void part_run_in(struct piece *piece, size_t end)
{
    struct text name = text_slice(piece->text, 0, end);
    piece->lacks_stop = piece->text.data[end] == '.';
    piece->kind = PIECE_HEADING;
    piece->level = LEVEL_PSEUDO;
    piece->rest = text_trim(text_from(piece->text, end + 1));
    piece_set_text(piece, name);
}

/*
 * "PHYSICAL REQUIREMENTS: Close visual acuity …": an unknown label in capitals in front of words,
 * or one in bold that is known by all of its words.
 */
static bool is_run_in(struct extraction *x, struct piece *piece)
{
    size_t colon = text_find(piece->text, TEXT(":"), 0);
    if (colon == TEXT_NOT_FOUND || colon + 1 >= piece->text.size || colon > LABEL_BYTES)
        return false;
    struct text name = text_slice(piece->text, 0, colon);
    bool is_bold = !piece->is_numbered && outline_has_bold_label(piece);
    if (!is_in_capitals(name) && !is_bold)
        return false;
    struct label guess = label_guess(x, name);
    if (guess.kind != LABEL_ELEMENT || (!is_in_capitals(name) && !label_is_sure_guess(&guess)))
        return false;
    piece->guess = guess;
    part_run_in(piece, colon);
    return true;
}

/* "**Board conduct.** Support the chair …": words in bold up to a stop, in front of others. */
static bool begins_with_bold_stop(const struct block *block)
{
    const struct run *run = block->runs, *last = NULL;
    for (; run != NULL && (run->style & STYLE_STRONG) != 0; run = run->next)
        last = run;
    return last != NULL && run != NULL && text_ends_with(text_trim(last->text), TEXT("."));
}

/*
 * "**Documents.** Keep a roll …" behind "**Board conduct.** Support the chair …": one more group of
 * the items of the section that is open, and no section that is called so.
 */
static bool is_behind_caption(struct extraction *x, const struct piece *piece)
{
    const struct piece *before = piece - 1;
    if (piece->is_first || before->kind != PIECE_WORDS || before->block->kind != BLOCK_PARAGRAPH ||
        !begins_with_bold_stop(before->block))
        return false;
    size_t end = text_find(before->text, TEXT(". "), 0);
    return end != TEXT_NOT_FOUND &&
           vocabulary_opening(x->vocabulary, x->scratch,
                              text_trim(text_from(before->text, end + 1))) == ELEMENT_DUTIES;
}

/* "**Purpose of the role.** To oversee …": a label in bold that ends in a stop, in front of words. */
static bool is_run_in_with_stop(struct extraction *x, struct piece *piece)
{
    const struct run *run = piece->block->runs;
    if (run == NULL || (run->style & STYLE_STRONG) == 0 || piece->is_strong)
        return false;
    size_t end = text_find(piece->text, TEXT(". "), 0), size = 0;
    if (end == TEXT_NOT_FOUND || end > LABEL_BYTES)
        return false;
    for (; run != NULL && (run->style & STYLE_STRONG) != 0; run = run->next)
        size += run->text.size;
    struct text name = text_slice(piece->text, 0, end), stop = text_slice(piece->text, 0, size);
    struct label label = label_find(x, name);
    bool is_label = (names_section(&label) && is_section_label(&label)) ||
                    (label.kind == LABEL_OTHER && !label.needs_context); /* "How to apply." */
    bool is_group = label.kind == LABEL_ELEMENT && label.element == ELEMENT_DOCUMENTS &&
                    is_behind_caption(x, piece);
    if (size < end || text_trim(stop).size > end + 1 || !is_label || is_group)
        return false;
    piece->label = label;
    part_run_in(piece, end);
    return true;
}

/* "**QUALIFICATIONS** To perform this job …": a label in bold capitals, in front of a sentence. */
static bool is_run_in_with_blank(struct extraction *x, struct piece *piece)
{
    size_t size = 0;
    const struct run *run = piece->block->runs;
    if (piece->is_strong || piece->block->kind != BLOCK_PARAGRAPH)
        return false;
    for (; run != NULL && (run->style & STYLE_STRONG) != 0; run = run->next)
        size += run->text.size;
    struct text name = text_trim(text_slice(piece->text, 0, size));
    struct text rest = text_trim(text_from(piece->text, name.size));
    struct label label = label_find(x, name);
    bool is_label = label.kind == LABEL_ELEMENT && is_section_label(&label);
    bool is_sentence =
        text_ends_with(rest, TEXT(".")) && rest.data[0] >= 'A' && rest.data[0] <= 'Z';
    if (!is_label || !is_latin_text(name) || !is_in_capitals(name) || !is_sentence ||
        piece->text.data[name.size] != ' ')
        return false;
    piece->label = label;
    part_run_in(piece, name.size);
    return true;
}

bool piece_read_run_in(struct extraction *x, struct piece *piece)
{
    return is_run_in(x, piece) || is_run_in_with_stop(x, piece) || is_run_in_with_blank(x, piece);
}
