/*
 * Headings that say how many are wanted: "Gate crew (20 people)", 「檢票組（8人）」. Several of one
 * level are names of roles, whatever they are called; what stands beside them behind the last is
 * about all of them. So are lines of a posting, 「前臺接待 1人 男女不限」, behind one that names a role.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/model/list_label.h"

#define HEADS_MIN 2    /* one alone may be a unit, with all that work there */
#define NAME_LENGTH 12 /* characters in front of the number in a line */

static bool is_heading(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING;
}

/* The number is the heading's own, and what it is about is no section of a role. */
static bool has_headcount(const struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct text rest;
    return is_heading(piece) && piece->label.kind == LABEL_UNKNOWN &&
           !text_is_empty(headcount_beside(x, piece->text, &rest)) &&
           !outline_holds_roles(outline, index);
}

/* Headings of the level with a number; 0 where some beside them are roles without one. */
static size_t count_heads(const struct extraction *x, const struct outline *outline, unsigned level)
{
    size_t heads = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!is_heading(piece) || piece->level != level)
            continue;
        if (has_headcount(x, outline, i))
            heads++;
        else if (piece->is_role)
            return 0;
    }
    return heads;
}

static void mark_heads(struct extraction *x, struct outline *outline, unsigned level)
{
    x->has_listed_roles = true; /* the numbers vouch for the names */
    bool is_behind = false;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (!is_heading(piece) || piece->level > level)
            continue;
        if (piece->level == level && has_headcount(x, outline, i)) {
            piece->is_role = piece->is_duties = is_behind = true;
            if (text_is_empty(
                    piece->label_of_name)) /* 「崗位（一）：領港員（2人）」 has its name */
                piece->name = list_label_of(piece->text).rest;
        } else
            piece->ends_roles |= is_behind && !piece->is_role;
    }
}

/* 「維修學徒 3人 21-40歲」: a line that stands alone, its number behind few words. */
static bool is_line_with_count(struct extraction *x, const struct piece *piece)
{
    struct text name = TEXT(""), needs;
    bool is_line = piece->block->kind == BLOCK_PARAGRAPH && piece_look(piece) == 0 &&
                   !piece->is_running && !is_latin_text(piece->text);
    return is_line && !text_is_empty(headcount_within(piece->text, &name, &needs)) &&
           !text_is_empty(name) && !text_is_longer(name, NAME_LENGTH) && ends_like_heading(name) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, name);
}

/* Lines like the first role's name, over words of their own, behind it. */
static void find_lines_with_counts(struct extraction *x, struct outline *outline)
{
    size_t first = outline_role_from(outline, 0);
    if (first == outline->count || !is_line_with_count(x, &outline->pieces[first]))
        return;
    for (size_t i = first + 1; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (piece->kind != PIECE_WORDS || next == outline->count || !is_line_with_count(x, piece))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = outline->pieces[first].level;
        piece->is_role = true;
        piece->is_duties = outline->pieces[next].kind == PIECE_WORDS;
        piece->name = piece->text;
    }
}

void find_heads_with_counts(struct extraction *x, struct outline *outline)
{
    find_lines_with_counts(x, outline);
    for (unsigned level = LEVEL_STEP; level < LEVEL_BOOK; level += LEVEL_STEP)
        if (count_heads(x, outline, level) >= HEADS_MIN)
            mark_heads(x, outline, level);
}
