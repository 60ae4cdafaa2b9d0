/* Lines of contents that the author typed: the headings come again, over their words. */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/model/fold.h"

#define LINES_MIN 2 /* with the number of a page, in a row */

/* 1.1 校長崗位職責……3: the number of a page, behind a blank or dots. */
static bool ends_in_page(struct text line)
{
    size_t begin = line.size;
    while (begin > 0 && is_ascii_digit(line.data[begin - 1]))
        begin--;
    if (begin == line.size || begin == 0)
        return false;
    uint32_t before = text_previous(line, &begin);
    return is_blank_code_point(before) || before == '.' || before == 0x2026 || before == 0xB7;
}

/* Behind the lines of contents that begin there. */
static size_t contents_end(const struct outline *outline, size_t from)
{
    size_t i = from;
    while (i < outline->count && outline->pieces[i].kind != PIECE_TABLE &&
           (outline->pieces[i].kind == PIECE_SKIPPED || ends_in_page(outline->pieces[i].text)))
        i++;
    return i;
}

void skip_contents(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_line = piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS;
        if (!is_line || piece->text.size > LABEL_BYTES || i + 1 == outline->count ||
            !(outline->pieces[i + 1].kind == PIECE_SKIPPED ||
              ends_in_page(outline->pieces[i + 1].text)) ||
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
