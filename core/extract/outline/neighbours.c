/* How pieces of the outline stand to each other: in front, behind, below. */
#include "core/extract/outline/outline.h"

size_t outline_next(const struct outline *outline, size_t from)
{
    do
        from++;
    while (from < outline->count && outline->pieces[from].kind == PIECE_SKIPPED);
    return from;
}

size_t outline_role_from(const struct outline *outline, size_t from)
{
    while (from < outline->count && !outline->pieces[from].is_role)
        from++;
    return from;
}

size_t outline_previous(const struct outline *outline, size_t from)
{
    size_t i = from;
    while (i > 0 && outline->pieces[i - 1].kind == PIECE_SKIPPED)
        i--;
    return i > 0 ? i - 1 : from;
}

bool outline_is_marked(const struct outline *outline, size_t line)
{
    const struct piece *piece = &outline->pieces[line];
    size_t before = outline_previous(outline, line);
    return piece->is_candidate ||
           (piece_look(piece) != 0 && piece->block->kind == BLOCK_PARAGRAPH &&
            (before == line || !piece_is_numbered_behind(piece, &outline->pieces[before])));
}

/* What a source has between two blocks: marks of a list, and line ends. */
static bool has_blank_line(struct text between)
{
    size_t first = text_find(between, TEXT("\n"), 0);
    size_t second = first == TEXT_NOT_FOUND ? first : text_find(between, TEXT("\n"), first + 1);
    return second != TEXT_NOT_FOUND && text_is_blank(text_slice(between, first, second));
}

bool blocks_have_gap(const struct block *above, const struct block *below)
{
    struct span a = above->span, b = below->span;
    return span_is_text(a) && a.source == b.source && a.end < b.begin &&
           has_blank_line(text_slice(a.source->text, a.end, b.begin));
}

bool outline_has_gap(const struct outline *outline, size_t index)
{
    size_t before = outline_previous(outline, index);
    if (before + 1 < index)
        return true; /* a blank paragraph */
    return before < index &&
           blocks_have_gap(outline->pieces[before].block, outline->pieces[index].block);
}

size_t outline_end_below(const struct outline *outline, size_t heading)
{
    size_t end = heading + 1;
    while (end < outline->count && !(outline->pieces[end].kind == PIECE_HEADING &&
                                     outline->pieces[end].level <= outline->pieces[heading].level))
        end++;
    return end;
}

bool outline_holds_roles(const struct outline *outline, size_t heading)
{
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->level <= outline->pieces[heading].level)
            return false;
        if (piece->is_role || piece->is_list_of_unit)
            return true;
    }
    return false;
}

/* A heading of duties that holds no roles stands in front of the next role. */
static bool has_duties_first(const struct outline *outline, size_t heading)
{
    for (size_t i = heading + 1; i < outline->count && !outline->pieces[i].is_role; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
            piece->label.element == ELEMENT_DUTIES && !outline_holds_roles(outline, i))
            return true;
    }
    return false;
}

bool outline_is_chapter(struct extraction *x, const struct outline *outline, size_t heading)
{
    return outline_holds_roles(outline, heading) &&
           !(outline_is_position(x, &outline->pieces[heading]) &&
             has_duties_first(outline, heading));
}
