/*
 * Names in bold below a heading that says whose duties follow: 「各角色職責」 over 「1. 需求管理組」 and
 * 「2. 系統測試組」, each over what it does. Such a heading announces them, so that not all need be
 * positions; below one that only ends in duties, 「質量管理職責」, all of them are.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/walk/chapters.h"

#define NAMES_MIN 2   /* below one heading */
#define NAMES_MAX 100 /* alike: a bound on work */
#define TOLD_PART 3   /* of so many bodies, two at least say what somebody does */

/* The names below a heading, in their order. */
struct names {
    size_t lines[NAMES_MAX];
    size_t count, positions, units, told;
};

/* A line in bold that may be a name: no label, and no step of a plan. */
static bool is_bold_name(struct extraction *x, const struct piece *piece)
{
    bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
    return is_line && piece->block->kind == BLOCK_PARAGRAPH && !piece->is_running &&
           block_is_strong(piece->block) && piece_section(piece) == ELEMENT_COUNT &&
           piece->label.kind == LABEL_UNKNOWN && outline_is_name_like(x, piece) &&
           !is_part_of_plan(x, piece->text);
}

/* What stands below a name: words of its own, which may say what somebody does. */
static bool is_body(struct extraction *x, const struct piece *piece, bool *tells)
{
    const struct block *block = piece->block;
    if (piece->kind != PIECE_WORDS || (!piece_is_prose(piece) && !piece_is_item(piece)))
        return false;
    if (block->kind == BLOCK_LIST && block->children == NULL)
        return false;
    struct text words =
        block->kind == BLOCK_LIST ? whole_block_text(x->scratch, block->children) : piece->text;
    *tells = tells_of_holder(x, words);
    return true;
}

/* false: what stands below the heading is of roles already, or lines in bold are over nothing. */
static bool read_names(struct extraction *x, const struct outline *outline, size_t heading,
                       struct names *names)
{
    size_t end = outline_end_below(outline, heading);
    *names = (struct names){.count = 0};
    for (size_t i = outline_next(outline, heading); i < end; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role || piece->begins_role || piece->is_role_line || piece->is_role_list)
            return false;
        if (!is_bold_name(x, piece)) {
            if (piece->kind == PIECE_HEADING || piece->kind == PIECE_TABLE)
                return false;
            continue;
        }
        size_t next = outline_next(outline, i);
        bool tells = false;
        if (next >= end || names->count == NAMES_MAX ||
            piece_look(piece) !=
                piece_look(&outline->pieces[names->count == 0 ? i : names->lines[0]]) ||
            !is_body(x, &outline->pieces[next], &tells))
            return false;
        names->lines[names->count++] = i;
        names->told += tells;
        bool is_position = outline_is_position(x, piece);
        names->positions += is_position;
        names->units += !is_position && is_department(x, name_of_line(x, piece->text));
    }
    return names->count >= NAMES_MIN && TOLD_PART * names->told >= 2 * names->count;
}

static bool ends_in_duties(struct extraction *x, const struct piece *heading)
{
    struct label label;
    return label_ends_in_duties(x, heading->text, &label);
}

/* The names are of roles, and the heading over them is a chapter, and no section of the role before. */
static void mark_names(const struct extraction *x, struct outline *outline, size_t heading,
                       const struct names *names)
{
    struct piece *chapter = &outline->pieces[heading];
    name_nobody(chapter);
    chapter->label = chapter->guess = label_of(ELEMENT_COUNT);
    for (size_t k = 0; k < names->count; k++) {
        struct piece *piece = &outline->pieces[names->lines[k]];
        piece->kind = PIECE_HEADING;
        piece->level = LEVEL_NAMED;
        piece->is_role = piece->is_duties = true;
        piece->name = name_of_line(x, piece->text);
    }
}

void find_announced_names(struct extraction *x, struct outline *outline)
{
    struct names names;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *heading = &outline->pieces[i];
        if (heading->kind != PIECE_HEADING || heading->block->kind != BLOCK_HEADING ||
            heading->is_role)
            continue;
        bool is_announced = series_announced_by(x, heading->text);
        if ((is_announced || ends_in_duties(x, heading)) && read_names(x, outline, i, &names) &&
            (is_announced ? names.positions + names.units > 0 : names.positions == names.count))
            mark_names(x, outline, i, &names);
    }
}
