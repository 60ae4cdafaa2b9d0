/*
 * Names of roles beside those that are known: each stands in front of the sections of its own as
 * theirs do, though it is no position's.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define CAPTIONS_MAX 8 /* of sections, such as roles of one document have */
#define NAMES_BESIDE 2 /* roles in front of such a section, beside which others are */

/* The section that a heading of the document, with nothing below it, stands in front of at the level
 * of the section; SIZE_MAX: none. */
static size_t section_right_behind(const struct outline *outline, size_t heading, unsigned level)
{
    size_t next = outline_next(outline, heading);
    if (next < outline->count && outline->pieces[next].kind == PIECE_HEADING &&
        outline->pieces[next].level > level)
        next = outline_next(outline, next); /* 「薪資面議／大專以上」 */
    bool is_section = outline->pieces[heading].block->kind == BLOCK_HEADING &&
                      next < outline->count && outline->pieces[next].kind == PIECE_HEADING &&
                      outline->pieces[next].level == level &&
                      piece_section(&outline->pieces[next]) != ELEMENT_COUNT;
    return is_section ? next : SIZE_MAX;
}

/* The sections of roles whose names stand right in front of the first: how they are called. */
struct sections {
    struct text captions[CAPTIONS_MAX];
    size_t counts[CAPTIONS_MAX], count, roles;
    unsigned level;
};

/* How often a section is called so. */
static size_t *count_of(struct sections *sections, struct text caption)
{
    size_t k = 0;
    while (k < sections->count && !text_equal(sections->captions[k], caption))
        k++;
    if (k == sections->count && k < CAPTIONS_MAX)
        sections->captions[sections->count++] = caption;
    return k < sections->count ? &sections->counts[k] : NULL;
}

static void count_roles(const struct outline *outline, struct sections *sections)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        unsigned level = piece->level + LEVEL_STEP / 2; /* it was lifted above its sections */
        if (piece->kind != PIECE_HEADING || !piece->is_role ||
            section_right_behind(outline, i, level) == SIZE_MAX)
            continue;
        sections->roles = level == sections->level ? sections->roles + 1 : 1;
        sections->level = level;
    }
}

static void count_sections(struct extraction *x, const struct outline *outline,
                           struct sections *sections)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level != sections->level ||
            piece_section(piece) == ELEMENT_COUNT)
            continue;
        size_t *count = count_of(sections, label_folded(x, piece->text));
        if (count != NULL)
            ++*count;
    }
}

/*
 * 「售前支持」 in front of 職位描述, beside two roles that stand so in front of theirs, all headings
 * of one level: a name, though it is no position's and sections are in front of it.
 */
void find_names_beside(struct extraction *x, struct outline *outline)
{
    struct sections sections = {.count = 0};
    count_roles(outline, &sections);
    if (sections.roles < NAMES_BESIDE)
        return;
    count_sections(x, outline, &sections);
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->is_role || piece->label.kind != LABEL_UNKNOWN ||
            piece->level != sections.level)
            continue;
        size_t behind = section_right_behind(outline, i, piece->level);
        size_t *count = behind == SIZE_MAX
                            ? NULL
                            : count_of(&sections, label_folded(x, outline->pieces[behind].text));
        if (count != NULL && *count >= NAMES_BESIDE && outline_is_name_like(x, piece) &&
            !names_no_role(x, outline, i))
            name_line_over(x, outline, i, behind);
    }
}

/* The piece above, but for a line of terms: 「兼職｜高雄」. */
static size_t above_terms(struct extraction *x, const struct outline *outline, size_t label)
{
    size_t above = outline_previous(outline, label);
    bool are_terms = above < label && is_tag_line(x, &outline->pieces[above]);
    return are_terms ? outline_previous(outline, above) : above;
}

/*
 * 「社群經營」 right above the first label, in a plain line, as 網路主編 stands right above the first
 * that comes again: the name of the first role, though it is no position's, numbered like the next
 * or not at all. SIZE_MAX: none does.
 */
size_t name_like_next(struct extraction *x, const struct outline *outline, size_t first,
                      size_t next_name, size_t next_label)
{
    size_t width, line = above_terms(x, outline, first);
    const struct piece *piece = &outline->pieces[line], *name = &outline->pieces[next_name];
    bool is_counted = piece_number(piece) > 0 && piece_number(name) == piece_number(piece) + 1;
    bool is_alike = line < first && piece->kind == PIECE_WORDS &&
                    piece->block->kind == BLOCK_PARAGRAPH && name->block->kind == BLOCK_PARAGRAPH &&
                    above_terms(x, outline, next_label) == next_name &&
                    outline->pieces[first].block->kind == outline->pieces[next_label].block->kind &&
                    (is_counted || list_label_of(piece->text).kind == LIST_LABEL_NONE);
    return is_alike && piece->guess.kind != LABEL_ELEMENT && outline_is_name_like(x, piece) &&
                   find_colon(piece->text, &width) == TEXT_NOT_FOUND &&
                   !names_no_role(x, outline, line)
               ? line
               : SIZE_MAX;
}
