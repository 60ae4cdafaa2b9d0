/* A short line in front of everything else that names the role. */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/title_sentence.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define FIRST_LINES 4 /* in front of everything else, one of them the role's name */
#define TERM_LINES 6  /* "Class code: 4412", between them: a bound on work */

/* "[Department logo]", "[Company]": what a template says belongs there. */
static bool is_placeholder(struct text text)
{
    return text_starts_with(text, TEXT("[")) && text_find(text, TEXT("]"), 0) == text.size - 1;
}

/* A template's place for something, or where the page was copied from: above the title. */
static bool is_passed_over(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_WORDS &&
           (is_placeholder(piece->text) || is_address_line(piece->text) ||
            is_above_title(x, piece->text));
}

static bool may_be_title(struct extraction *x, const struct piece *piece)
{
    if (is_passed_over(x, piece))
        return false;
    bool is_plain = text_is_empty(piece->block->label) &&
                    list_label_of(piece->text).kind == LIST_LABEL_NONE &&
                    outline_is_name_like(x, piece);
    return (piece->is_candidate || is_plain) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
}

/* "Class code: 4412   Exempt: no", in a line or more between the house and the position. */
static bool is_term(const struct piece *piece)
{
    return piece->kind == PIECE_PAIRS ||
           (piece->kind == PIECE_WORDS && line_begins_like_label(piece->text));
}

/* "Job description" in a line of its own, as a form is called, among the first lines. */
static bool is_form_title(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->block->kind != BLOCK_HEADING &&
           label_titles_form(&piece->label) && text_is_empty(piece->rest);
}

/* "HARTLEY & SONS LTD", which nobody takes for a position. */
static bool is_house_line(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && outline_is_name_like(x, piece) &&
           vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
}

/* Words, or below "Job description" a heading by its look alone: OFFICE ADMINISTRATOR. */
static bool is_plain_line(const struct piece *piece, bool is_below_form)
{
    return piece->kind == PIECE_WORDS ||
           (is_below_form && piece->kind == PIECE_HEADING && piece->block->kind != BLOCK_HEADING &&
            piece->label.kind == LABEL_UNKNOWN && text_is_empty(piece->rest));
}

/* The first lines: which may be the name of the role. */
struct first_lines {
    size_t position; /* the first that is a position's */
    size_t above;    /* the last in front of "Job description" */
    size_t below;    /* the first behind it */
    bool has_form;
};

static void look_at_line(struct extraction *x, const struct outline *outline, size_t i,
                         size_t terms, struct first_lines *lines)
{
    const struct piece *piece = &outline->pieces[i];
    bool is_position = outline_is_position(x, piece) && (terms == 0 || piece->is_candidate);
    bool is_house = vocabulary_is_house(x->vocabulary, x->scratch, piece->text);
    if (is_position && lines->position == SIZE_MAX)
        lines->position = i;
    if (is_house || terms > 0)
        return;
    if (!lines->has_form)
        lines->above = i;
    else if (lines->below == SIZE_MAX)
        lines->below = i;
}

/*
 * CITY OF LAKES, ELECTIONS DIVISION, CITY CLERK II: of short lines the one that is a position's;
 * behind terms it is marked as a name. Where none is known to be one, it is the line below "Job
 * description", or the one above it.
 */
static size_t first_title(struct extraction *x, const struct outline *outline, size_t first)
{
    size_t seen = 0, terms = 0;
    struct first_lines lines = {SIZE_MAX, SIZE_MAX, SIZE_MAX, false};
    while (first < outline->count && (is_address_line(outline->pieces[first].text) ||
                                      is_above_title(x, outline->pieces[first].text)))
        first = outline_next(outline, first);
    for (size_t i = first; i < outline->count && seen < FIRST_LINES && terms <= TERM_LINES;
         i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        bool is_form = is_form_title(piece);
        bool is_of_terms = i > first && is_term(piece);
        lines.has_form |= is_form;
        terms += is_of_terms;
        seen += !is_of_terms && !is_form;
        if (is_form || is_of_terms || is_passed_over(x, piece) || is_house_line(x, piece))
            continue;
        if (!is_plain_line(piece, lines.has_form) || !may_be_title(x, piece))
            break;
        look_at_line(x, outline, i, terms, &lines);
    }
    return lines.position != SIZE_MAX                  ? lines.position
           : lines.has_form && lines.below != SIZE_MAX ? lines.below
           : lines.has_form && lines.above != SIZE_MAX ? lines.above
                                                       : first;
}

/* In front of 職責 stand words that name no position, no unit and no office. */
static bool is_duties_of_nobody(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->is_duties && !text_is_empty(piece->name) &&
           piece->block->kind != BLOCK_HEADING && !is_department(x, piece->name) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, piece->name) &&
           !vocabulary_is_office(x->vocabulary, x->scratch, piece->name);
}

void settle_duties_below_name(struct extraction *x, struct outline *outline)
{
    struct piece *only = NULL;
    size_t first = 0;
    while (first < outline->count && outline->pieces[first].kind == PIECE_SKIPPED)
        first++;
    first = first < outline->count ? first_title(x, outline, first) : first;
    if (first >= outline->count || outline->pieces[first].kind != PIECE_WORDS ||
        !outline_is_position(x, &outline->pieces[first]))
        return;
    for (size_t i = first + 1; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_of_nobody = is_duties_of_nobody(x, piece);
        if ((is_of_nobody && only != NULL) || (!is_of_nobody && !text_is_empty(piece->name)))
            return;
        only = is_of_nobody ? piece : only;
    }
    if (only == NULL)
        return;
    name_nobody(only);
    only->label = label_of(ELEMENT_DUTIES);
    only->level = LEVEL_PSEUDO;
}

/*
 * "Grow with us" over "As our Harbour Master you will": the line is no position, and a sentence
 * behind it says which one it is.
 */
static bool is_named_by_sentence(struct extraction *x, const struct piece *piece)
{
    struct value title;
    return !piece->is_candidate && is_latin_text(piece->text) && !outline_is_position(x, piece) &&
           find_title_sentence(x, &title);
}

/* A short line in front of everything else is the role's name, if its elements follow. */
void find_first_title(struct extraction *x, struct outline *outline)
{
    size_t first = 0;
    while (first < outline->count && outline->pieces[first].kind == PIECE_SKIPPED)
        first++;
    if (has_title_label(x, outline))
        return;
    size_t begin = first;
    first = first_title(x, outline, begin);
    struct piece *piece = first < outline->count ? &outline->pieces[first] : NULL;
    if (piece == NULL || !is_plain_line(piece, first > begin) || !may_be_title(x, piece) ||
        is_named_by_sentence(x, piece))
        return;
    struct piece line = *piece;
    piece->kind = PIECE_HEADING;
    piece->level = level_of_name(outline, first);
    if (!has_role_below(x, outline, first))
        *piece = line;
}

/* Headings of the document as high as the first one. */
struct beside_title {
    bool has_section; /* what a holder does or needs, or "Job description" */
    bool has_name;   /* of a position or a unit, or of whose something is: the page is of several */
    bool is_unknown; /* the last of them: duties below it would make it a name, too */
};

static void look_beside(struct extraction *x, const struct piece *piece,
                        struct beside_title *beside)
{
    beside->is_unknown = piece->label.kind == LABEL_UNKNOWN;
    beside->has_section |=
        piece_section(piece) != ELEMENT_COUNT || label_is_description(&piece->label);
    beside->has_name |=
        !text_is_empty(piece->name) ||
        (beside->is_unknown && (outline_is_position(x, piece) || is_department(x, piece->text)));
}

/*
 * "# Stores Helper" in front of "# Job description" and "# What you need": all headings are as high,
 * and the first names the position that the others are sections of.
 */
void raise_first_title(struct extraction *x, struct outline *outline)
{
    struct piece *title = NULL;
    struct beside_title beside = {false, false, false};
    for (size_t i = 0; i < outline->count && !beside.has_name; i++) {
        struct piece *piece = &outline->pieces[i];
        bool is_marked = piece->block->kind == BLOCK_HEADING;
        if (piece->kind != PIECE_HEADING || (title != NULL && !is_marked))
            continue;
        if (!is_marked || (title != NULL && piece->level < title->level))
            return;
        if (title == NULL)
            title = piece;
        else if (piece->level == title->level)
            look_beside(x, piece, &beside);
        else
            beside.has_name |= beside.is_unknown && piece_section(piece) == ELEMENT_DUTIES;
    }
    if (title != NULL && beside.has_section && !beside.has_name &&
        title->label.kind == LABEL_UNKNOWN && text_is_empty(title->name) &&
        outline_is_position(x, title))
        title->level -= LEVEL_STEP / 2;
}
