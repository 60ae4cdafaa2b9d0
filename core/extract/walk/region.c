/* What the headings and forms of a role speak of, which words without a heading then do not. */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/prose.h"
#include "core/extract/walk/walk.h"

/* A form has a label for the duties. */
static bool has_duties_label(struct extraction *x, const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (label_find(x, cell_words(x, cell)).element == ELEMENT_DUTIES)
            return true;
    return false;
}

/* "Overview" right above the next line alike: a tab of the page that the posting was copied from. */
static bool is_over_nothing(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_PARAGRAPH &&
           text_is_empty(piece->rest) && next < outline->count &&
           outline->pieces[next].kind == PIECE_HEADING &&
           outline->pieces[next].level <= piece->level;
}

bool begins_region(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    if (piece->is_role || piece->begins_role)
        return true;
    if (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_FORM) /* over such a form */
        index = outline_next(outline, index);
    return index < outline->count && outline->pieces[index].kind == PIECE_TABLE &&
           !text_is_empty(title_in(x, outline->pieces[index].block));
}

/* What the headings and forms from here to the next role speak of. */
struct region region_from(struct extraction *x, const struct outline *outline, size_t from)
{
    struct region region = {0};
    bool has_begun = false; /* more than the title of a form stands in front */
    for (size_t i = from; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_other = piece->is_role || piece->begins_role || piece->ends_roles;
        if (i > from && (is_other || (has_begun && begins_region(x, outline, i))))
            break;
        const struct label *label = piece_meaning(piece);
        bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
        has_begun |= piece->kind == PIECE_TABLE || (is_label && label->kind == LABEL_ELEMENT);
        if (piece->kind == PIECE_TABLE)
            region.has_duties_in_form |= has_duties_label(x, piece->block->table);
        if (!is_label || label->kind != LABEL_ELEMENT || label_is_description(label))
            continue;
        region.has_duties |= label->element == ELEMENT_DUTIES;
        region.duties_headings +=
            label->element == ELEMENT_DUTIES && piece->kind == PIECE_HEADING && !piece->is_role;
        region.has_purpose |= label->element == ELEMENT_PURPOSE && !is_over_nothing(outline, i);
        bool is_eligibility = label->element == ELEMENT_APPOINTMENT && !label_is_demand(label);
        region.has_eligibility |= is_eligibility;
        region.eligibility_headings += is_eligibility && piece->kind == PIECE_HEADING;
    }
    if (!outline->has_several_roles && !region.has_duties_in_form)
        region.is_prose = find_prose(x, outline, from, TEXT(""), &region.last_told);
    return region;
}
