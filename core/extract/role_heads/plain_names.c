/*
 * Names of roles in plain lines, where headings mark nothing but the sections below them: on pages
 * of the web a card has its name in a frame, and 「工作職責」 in a heading. Each stands right above
 * the same section as the others, and behind the words of the one before.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"

#define LEVELS 10   /* of headings of the document */
#define NAMES_MIN 2 /* a line above the only such section may be about anything */

/* 宣傳管理 in a line of its own, right above the heading. */
static bool is_plain_name(struct extraction *x, const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           piece->label.kind == LABEL_UNKNOWN && !piece_looks_like_item(piece) &&
           outline_is_name_like(x, piece) && ends_like_heading(piece->text) &&
           vocabulary_opening(x->vocabulary, x->scratch, piece->text) == ELEMENT_COUNT &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text) &&
           (!is_latin_text(piece->text) || outline_is_position(x, piece));
}

/* A heading of the document over what a role does or takes: 工作職責. */
static bool is_section_of_role(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->level < LEVELS * LEVEL_STEP &&
           piece_section(piece) != ELEMENT_COUNT && text_is_empty(piece->rest);
}

static bool is_same_section(const struct piece *piece, const struct piece *first)
{
    return is_section_of_role(piece) && piece_section(piece) == piece_section(first) &&
           piece->level == first->level;
}

/* The line right above a section that comes again, behind what stands in the one before; or SIZE_MAX. */
static size_t plain_name_above(struct extraction *x, const struct outline *outline, size_t heading,
                               bool is_first)
{
    size_t line = outline_previous(outline, heading), before = outline_previous(outline, line);
    bool is_behind_words = before < line && outline->pieces[before].kind != PIECE_HEADING;
    bool is_name = line < heading && is_plain_name(x, outline, line);
    return is_name && (is_first || is_behind_words) ? line : SIZE_MAX;
}

/* Whether each section like the first has such a line above it. */
static bool are_below_names(struct extraction *x, const struct outline *outline, size_t first)
{
    size_t names = 0;
    for (size_t i = first; i < outline->count; i++) {
        if (!is_same_section(&outline->pieces[i], &outline->pieces[first]))
            continue;
        if (plain_name_above(x, outline, i, i == first) == SIZE_MAX)
            return false;
        names++;
    }
    return names >= NAMES_MIN;
}

/* Only the first section of all: a line above the next of the same role is the last of its items. */
void find_plain_names(struct extraction *x, struct outline *outline)
{
    size_t first = 0;
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].is_role || !text_is_empty(outline->pieces[i].name))
            return; /* roles are named otherwise here */
    while (first < outline->count && !is_section_of_role(&outline->pieces[first]))
        first++;
    if (first == outline->count || !are_below_names(x, outline, first))
        return;
    for (size_t i = outline->count; i-- > first;)
        if (is_same_section(&outline->pieces[i], &outline->pieces[first]))
            name_line_over(x, outline, plain_name_above(x, outline, i, i == first), i);
}
