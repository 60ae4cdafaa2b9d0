/*
 * "Job: Finance" behind the sections of a posting, over "Primary location" and "Organization": what
 * recruiting programs print of the kind of job it is. It names no position, and no other role.
 */
#include "core/extract/role_heads/role_heads.h"

#define TERMS_DISTANCE 4 /* pieces to the next term: its value may stand between */

/* "Job", above its value or beside it. */
static bool is_job_label(struct extraction *x, const struct piece *piece)
{
    struct pair pair;
    bool is_title = (piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS) &&
                    piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_TITLE;
    if (!is_title)
        return false;
    struct text name = piece->text;
    if (piece->kind == PIECE_PAIRS)
        name = label_pairs(x, piece->text, &pair, 1) == 1 ? pair.name : TEXT("");
    return text_is_any(label_folded(x, name), signs_of(x, SIGN_JOB_FAMILY));
}

/* Where the job is, or whose it is. */
static bool is_place(const struct label *label)
{
    return label->kind == LABEL_ELEMENT &&
           (label->element == ELEMENT_LOCATION || label->element == ELEMENT_DEPARTMENT);
}

/* In its next line, or a few pieces on. */
static bool is_over_place(struct extraction *x, const struct outline *outline, size_t index)
{
    struct text line;
    for (size_t at = 0; text_next_line(outline->pieces[index].text, &at, &line);) {
        struct pair pair;
        if (label_pairs(x, line, &pair, 1) == 1 && is_place(&pair.label))
            return true;
    }
    size_t end = index + TERMS_DISTANCE;
    for (size_t i = index + 1; i < outline->count && i <= end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if ((piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS) &&
            is_place(piece_meaning(piece)))
            return true;
    }
    return false;
}

void settle_job_families(struct extraction *x, struct outline *outline)
{
    bool has_section = false; /* of the posting that is read */
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        has_section |= piece_section(piece) != ELEMENT_COUNT;
        if (!has_section || !is_job_label(x, piece) || !is_over_place(x, outline, i))
            continue;
        piece->label = label_of(ELEMENT_JOB_TYPE);
        has_section = false;
    }
}

bool is_job_family(struct extraction *x, const struct pair *pair)
{
    return x->role != NULL && pair->label.kind == LABEL_ELEMENT &&
           pair->label.element == ELEMENT_TITLE &&
           text_is_any(label_folded(x, pair->name), signs_of(x, SIGN_JOB_FAMILY)) &&
           (x->role->values[ELEMENT_DUTIES].count > 0 ||
            x->role->values[ELEMENT_APPOINTMENT].count > 0);
}
