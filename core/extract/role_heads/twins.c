/* Headings beside each other that have the same sections: each of them is a role. */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"

#define TWIN_CAPTIONS 2 /* sections that two roles beside each other have both */
#define NAME_CAPTIONS 1 /* that names beside each other have both, where one is a role's */
#define CAPTIONS_MAX 20 /* headings below one that are compared: a bound on work */

/* 要求 of 「要求：本科畢業」, where it is a label of duties or conditions; empty: the line has none. */
static struct text label_of_line(const struct piece *piece)
{
    size_t width, colon = find_colon(piece->text, &width);
    enum element element =
        piece->label.kind == LABEL_ELEMENT ? piece->label.element : ELEMENT_COUNT;
    bool is_told = piece->kind == PIECE_PAIRS && colon != TEXT_NOT_FOUND &&
                   (element == ELEMENT_DUTIES || element == ELEMENT_APPOINTMENT);
    return is_told ? text_slice(piece->text, 0, colon) : TEXT("");
}

/*
 * The first headings below a heading, and labels of lines, folded; returns how many: at most
 * CAPTIONS_MAX.
 */
static size_t captions_below(struct extraction *x, const struct outline *outline, size_t heading,
                             struct text captions[CAPTIONS_MAX])
{
    size_t end = outline_end_below(outline, heading), count = 0;
    for (size_t i = heading + 1; i < end && count < CAPTIONS_MAX; i++) {
        const struct piece *piece = &outline->pieces[i];
        struct text caption = piece->kind == PIECE_HEADING ? piece->text : label_of_line(piece);
        if (!text_is_empty(caption))
            captions[count++] = label_folded(x, caption);
    }
    return count;
}

/* Headings below the one are called as those below the other, so many or more. */
static bool have_captions(struct extraction *x, const struct outline *outline, size_t one,
                          size_t other, size_t enough)
{
    struct text captions[CAPTIONS_MAX], others[CAPTIONS_MAX];
    if (outline->pieces[one].level != outline->pieces[other].level)
        return false;
    size_t count = captions_below(x, outline, one, captions), same = 0;
    size_t other_count = captions_below(x, outline, other, others);
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;
        while (k < other_count && !text_equal(captions[i], others[k]))
            k++;
        same += k < other_count;
    }
    return same >= enough;
}

/* The heading beside it, of its level, in front; the heading itself: there is none. */
static size_t heading_before(const struct outline *outline, size_t heading)
{
    unsigned level = outline->pieces[heading].level;
    for (size_t i = heading; i-- > 0;)
        if (outline->pieces[i].kind == PIECE_HEADING && outline->pieces[i].level <= level)
            return outline->pieces[i].level == level ? i : heading;
    return heading;
}

bool has_twin(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t next = outline_end_below(outline, heading), before = heading_before(outline, heading);
    return (next < outline->count && have_captions(x, outline, heading, next, TWIN_CAPTIONS)) ||
           (before < heading && have_captions(x, outline, heading, before, TWIN_CAPTIONS));
}

/* A name over words of its own and a heading that the role beside it has, too. */
static bool is_twin_of_role(struct extraction *x, const struct outline *outline, size_t heading,
                            size_t role)
{
    const struct piece *piece = &outline->pieces[heading];
    return role < outline->count && role != heading && outline->pieces[role].is_role &&
           outline->pieces[role].block->kind == BLOCK_HEADING && outline_is_name_like(x, piece) &&
           (piece->guess.kind == LABEL_UNKNOWN || outline_is_position(x, piece)) &&
           !piece_is_article(piece) && text_is_empty(behind_latin_article(x, piece->text)) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text) &&
           !outline_holds_roles(outline, heading) &&
           have_captions(x, outline, heading, role, NAME_CAPTIONS);
}

static bool may_be_twin(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING && !piece->is_role &&
           piece->label.kind == LABEL_UNKNOWN;
}

static void name_twin(struct extraction *x, struct outline *outline, size_t heading, size_t role)
{
    struct piece *piece = &outline->pieces[heading];
    size_t next = outline_next(outline, heading);
    if (!is_twin_of_role(x, outline, heading, role))
        return;
    piece->is_role = true;
    piece->is_duties = next < outline->count && outline->pieces[next].kind == PIECE_WORDS;
    piece->name = name_of_line(x, piece->text);
}

void find_twins_of_roles(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++)
        if (may_be_twin(&outline->pieces[i]))
            name_twin(x, outline, i, heading_before(outline, i));
    for (size_t i = outline->count; i-- > 0;)
        if (may_be_twin(&outline->pieces[i]))
            name_twin(x, outline, i, outline_end_below(outline, i));
}

/* "Release manager" of "Release manager role"; empty: it does not end so, or names no position. */
static struct text name_in_front_of_post(struct extraction *x, const struct piece *piece)
{
    size_t blank = piece->text.size;
    while (blank > 0 && piece->text.data[blank - 1] != ' ')
        blank--;
    struct text name = text_trim(text_slice(piece->text, 0, blank));
    bool is_so =
        piece->block->kind == BLOCK_HEADING && is_latin_text(piece->text) &&
        text_is_any(label_folded(x, text_from(piece->text, blank)), signs_of(x, SIGN_POST)) &&
        vocabulary_is_position(x->vocabulary, x->scratch, name);
    return is_so ? name : TEXT("");
}

void find_titles_like_first(struct extraction *x, struct outline *outline)
{
    size_t first = outline_role_from(outline, 0);
    if (first == outline->count || text_is_empty(name_in_front_of_post(x, &outline->pieces[first])))
        return;
    for (size_t i = first + 1; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        struct text name = may_be_twin(piece) ? name_in_front_of_post(x, piece) : TEXT("");
        if (text_is_empty(name) || next == outline->count ||
            outline->pieces[next].kind != PIECE_WORDS)
            continue;
        piece->is_role = piece->is_duties = true;
        piece->name = name;
    }
}

/* Whom the holder answers to, or who stands in for him. */
static bool is_label_of_somebody(const struct label *label)
{
    return label->kind == LABEL_ELEMENT &&
           (label->element == ELEMENT_REPORTS_TO || label->element == ELEMENT_SUBSTITUTES);
}

void find_names_among_labels(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING &&
            is_label_of_somebody(&piece->label) && text_is_empty(piece->rest) &&
            has_twin(x, outline, i))
            piece->label = label_of(ELEMENT_COUNT);
    }
}
