/*
 * Departments that say what they do, over the positions in them: chapters, and no roles.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"

#define LINES_BETWEEN 2 /* sentences on the department in front of its duties, at most */

/* 「部門職責」, 「二、科室職能：」, "Functions of the department": whose duties stand below. */
static bool is_of_department(struct extraction *x, const struct piece *piece)
{
    return (piece->kind == PIECE_HEADING || piece->is_candidate) && text_is_empty(piece->rest) &&
           text_is_any(label_folded(x, name_of_line(x, piece->text)),
                       signs_of(x, SIGN_DEPARTMENT_DUTIES));
}

/* 「二、財務部」 in any line; in a heading, or in bold, also "Facilities". */
static bool is_name_of_unit(struct extraction *x, const struct piece *piece, bool may_be_label)
{
    bool is_marked = piece->is_candidate || piece->kind == PIECE_HEADING;
    bool may_be = (piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS) &&
                  (piece->label.kind == LABEL_UNKNOWN || may_be_label) &&
                  piece->block->kind != BLOCK_LIST;
    bool is_unit =
        is_department(x, name_of_line(x, piece->text)) || (is_marked && is_latin_text(piece->text));
    return may_be && is_unit && outline_is_name_like(x, piece) && !outline_is_position(x, piece);
}

/* The piece that names the department whose duties these are; SIZE_MAX: none does. */
static size_t unit_above(struct extraction *x, const struct outline *outline, size_t duties)
{
    size_t at = duties, before = outline_previous(outline, duties);
    for (size_t lines = 0; before < at; at = before, before = outline_previous(outline, at)) {
        const struct piece *piece = &outline->pieces[before];
        bool is_right_above = at == duties; /* "Facilities" is a label of the place, too */
        if (!text_is_empty(unit_in_line(x, piece)) || is_name_of_unit(x, piece, is_right_above))
            return before;
        if (!piece_is_prose(piece) || ++lines > LINES_BETWEEN)
            break;
    }
    return SIZE_MAX;
}

/* Behind the duties, up to those of the next department: the first piece that names a position, or
 * the label of its name; SIZE_MAX: none. */
static size_t first_post(struct extraction *x, const struct outline *outline, size_t duties)
{
    for (size_t i = outline_next(outline, duties); i < outline->count;
         i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (is_of_department(x, piece))
            return SIZE_MAX;
        bool is_table = piece->kind == PIECE_TABLE && form_names_position(x, piece->block);
        bool is_label = (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS) &&
                        piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE;
        bool is_name = (piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS) &&
                       (outline_is_position(x, piece) ||
                        vocabulary_is_position(x->vocabulary, x->scratch, piece->name));
        if (is_table || is_label || is_name)
            return i;
    }
    return SIZE_MAX;
}

void find_departments_with_duties(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *duties = &outline->pieces[i];
        if (!is_of_department(x, duties))
            continue;
        size_t unit = unit_above(x, outline, i), post = first_post(x, outline, i);
        if (unit == SIZE_MAX || post == SIZE_MAX)
            continue;
        make_chapter_of_unit(x, &outline->pieces[unit], &outline->pieces[post]);
        piece_make_words(duties); /* of the chapter's page */
    }
}
