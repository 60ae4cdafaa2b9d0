/* Contents that the author typed, or made of links: the headings come again, over their words. */
#include "core/extract/outline/outline.h"
#include "core/model/fold.h"

#define LINES_MIN 2   /* with the number of a page, in a row */
#define PAGE_DIGITS 4 /* of the thickest book */
#define PAGE_NONE SIZE_MAX
#define LINKS_DISTANCE 50 /* pieces between a label and links that it is over: a bound on work */

/* 1.1 校長崗位職責……3: the number of a page, behind a blank or dots; PAGE_NONE: there is none. */
static size_t page_of(struct text line)
{
    size_t begin = line.size;
    while (begin > 0 && is_ascii_digit(line.data[begin - 1]))
        begin--;
    if (begin == line.size || begin == 0 || line.size - begin > PAGE_DIGITS)
        return PAGE_NONE;
    size_t page = 0;
    for (size_t i = begin; i < line.size; i++)
        page = page * 10 + (size_t)(line.data[i] - '0');
    uint32_t before = text_previous(line, &begin);
    bool parts = is_blank_code_point(before) || before == '.' || before == 0x2026 || before == 0xB7;
    return parts ? page : PAGE_NONE;
}

/* By the document's own style, and not by its looks. */
static bool is_set_heading(const struct piece *piece)
{
    return piece->block != NULL && piece->block->kind == BLOCK_HEADING;
}

/* Behind the lines of contents that begin there: pages do not go back, and a heading below lines
 * that are none begins the book. */
static size_t contents_end(const struct outline *outline, size_t from)
{
    size_t i = from, last = 0;
    bool has_lines = false;
    for (; i < outline->count && outline->pieces[i].kind != PIECE_TABLE; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED)
            continue;
        size_t page = page_of(piece->text);
        if (page == PAGE_NONE || page < last || (has_lines && is_set_heading(piece)))
            break;
        has_lines |= !is_set_heading(piece);
        last = page;
    }
    return i;
}

/*
 * 「招聘岗位：」 over lists of links into the page, perhaps by groups: what it announces comes below,
 * and no group is a post.
 */
static void clear_label_over_links(struct outline *outline, size_t links)
{
    for (size_t i = links; i-- > 0 && links - i < LINKS_DISTANCE;) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED || piece->kind == PIECE_WORDS)
            continue;
        bool is_title = piece->kind == PIECE_HEADING && !is_set_heading(piece) &&
                        piece->label.kind == LABEL_ELEMENT &&
                        piece->label.element == ELEMENT_TITLE && text_is_empty(piece->rest);
        if (is_title)
            piece_make_words(piece);
        return;
    }
}

void skip_contents(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].kind == PIECE_SKIPPED &&
            outline->pieces[i].block->kind == BLOCK_LIST)
            clear_label_over_links(outline, i);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_line = piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS;
        if (!is_line || piece->text.size > LABEL_BYTES || i + 1 == outline->count ||
            !(outline->pieces[i + 1].kind == PIECE_SKIPPED ||
              page_of(outline->pieces[i + 1].text) != PAGE_NONE) ||
            !text_is_any(fold_label(x->scratch, piece->text), signs_of(x, SIGN_CONTENTS)))
            continue;
        size_t end = contents_end(outline, i + 1);
        for (size_t k = i + 1; end >= i + 1 + LINES_MIN && k < end; k++) {
            name_nobody(&outline->pieces[k]);
            outline->pieces[k].kind = PIECE_SKIPPED;
            outline->pieces[k].is_candidate = false;
        }
        i = end > i + 1 ? end - 1 : i;
    }
}
