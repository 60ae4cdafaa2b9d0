/*
 * A heading over prose, and beside it, right behind, the duties of the same one: "Role of the
 * Harbour Master" in front of "Duties of the Harbour Master", 「志願者」 in front of 「志願者職責」.
 * The first names the role, of which the second is a section. And headings that each have the name
 * of the same position in front of the label of a section: 「領港員：績效標準」, 「領港員：工作內容」.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

/* "Harbour Master (HM)" of "Role of the Harbour Master (HM)"; else the whole text. */
static struct text name_in(const struct extraction *x, struct text words)
{
    return text_without_any_start_word(
        text_without_any_start_word(words, signs_of(x, SIGN_OF_NAME)), signs_of(x, SIGN_ARTICLE));
}

static bool is_same(struct extraction *x, struct text a, struct text b)
{
    return !text_is_empty(a) && text_equal(fold_label(x->scratch, a), fold_label(x->scratch, b));
}

/* The name of that one in the heading, in full; empty: it is about another. */
static struct text name_again(struct extraction *x, const struct piece *heading, struct text name)
{
    struct text full = name_in(x, name_of_line(x, heading->text));
    bool is_one = is_same(x, full, name) || is_same(x, label_without_remark(full), name) ||
                  is_same(x, label_remark(full), name);
    return is_one ? full : TEXT("");
}

/* "Duties of the Harbour Master": its name is a part of it. */
static bool is_duties_of_somebody(const struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_HEADING && piece->block->kind == BLOCK_HEADING && piece->is_role &&
           piece->is_duties && !text_is_empty(piece->name) &&
           !text_equal(piece->name, name_of_line(x, piece->text));
}

/* The heading beside it with nothing but prose between; SIZE_MAX: there is none. */
static size_t heading_over_prose(const struct outline *outline, size_t duties)
{
    size_t at = outline_previous(outline, duties);
    while (at < duties && piece_is_prose(&outline->pieces[at])) {
        size_t before = outline_previous(outline, at);
        if (before == at)
            return SIZE_MAX;
        at = before;
    }
    const struct piece *piece = &outline->pieces[at];
    bool is_beside = at + 1 < duties && piece->kind == PIECE_HEADING &&
                     piece->block->kind == BLOCK_HEADING && !piece->is_role &&
                     piece->level == outline->pieces[duties].level;
    return is_beside ? at : SIZE_MAX;
}

void find_names_again(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *duties = &outline->pieces[i];
        size_t at = is_duties_of_somebody(x, duties) ? heading_over_prose(outline, i) : SIZE_MAX;
        struct text name =
            at == SIZE_MAX ? TEXT("") : name_again(x, &outline->pieces[at], duties->name);
        if (text_is_empty(name))
            continue;
        struct piece *heading = &outline->pieces[at];
        heading->is_role = true;
        heading->name = name;
        heading->level -= LEVEL_STEP / 2;
        name_nobody(duties);
        duties->label = label_of(ELEMENT_DUTIES);
    }
}

/* ---- the name in front of each section ---- */

/* The label behind the colon of a heading, name: the position in front of it; ELEMENT_COUNT: none. */
static enum element section_of_name(struct extraction *x, const struct piece *piece,
                                    struct text *name)
{
    size_t width, colon = find_colon(piece->text, &width);
    *name = TEXT("");
    if (piece->kind != PIECE_HEADING || piece->block->kind != BLOCK_HEADING ||
        colon == TEXT_NOT_FOUND)
        return ELEMENT_COUNT;
    struct text back = label_without_remark(text_trim(text_from(piece->text, colon + width)));
    struct label label = label_find(x, back);
    if (label.kind == LABEL_UNKNOWN)
        label = label_guess(x, back);
    if (label.kind != LABEL_ELEMENT || !kind_has_items(element_row(label.element)->kind))
        return ELEMENT_COUNT;
    struct text front = without_pictographs(text_slice(piece->text, 0, colon));
    *name = list_label_of(text_trim(front)).rest;
    return vocabulary_is_position(x->vocabulary, x->scratch, *name) ? label.element : ELEMENT_COUNT;
}

void find_sections_of_names(struct extraction *x, struct outline *outline)
{
    struct text name, before = TEXT("");
    bool any_twice = false;
    for (size_t i = 0; i < outline->count && !any_twice; i++) {
        if (section_of_name(x, &outline->pieces[i], &name) == ELEMENT_COUNT)
            continue;
        any_twice = text_equal(name, before);
        before = name;
    }
    for (size_t i = 0; any_twice && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        enum element element = section_of_name(x, piece, &name);
        if (element == ELEMENT_COUNT)
            continue;
        name_nobody(piece);
        piece->label = label_of(element);
        piece->of_role = name;
    }
}
