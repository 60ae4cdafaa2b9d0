/*
 * Units of a plan and who belongs to them: 「二、搶險組：」 over 「組長：設備科長」, 「組員：…」 and
 * 「職責：…」. Several of them are roles that are called by the unit, whoever leads it.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"

#define UNITS_MIN 2
#define NAME_LENGTH 20 /* Han */
#define MEMBERS_MAX 12 /* lines between the unit and its duties: a bound on work */

/* 「副總指揮：生產副總」, 「成員：各科科長」, and no 「組長：帶領全組」. */
static bool tells_member(struct extraction *x, const struct piece *piece)
{
    size_t width, colon = find_colon(piece->text, &width);
    bool is_line = (piece->kind == PIECE_WORDS || piece->kind == PIECE_PAIRS) &&
                   piece->block->kind == BLOCK_PARAGRAPH && colon != TEXT_NOT_FOUND;
    if (!is_line || piece->is_role || is_latin_text(piece->text))
        return false;
    struct text part = text_trim(text_slice(piece->text, 0, colon));
    struct text who = text_trim(text_from(piece->text, colon + width));
    bool is_part = text_is_any(label_folded(x, part), signs_of(x, SIGN_MEMBERS)) ||
                   vocabulary_is_position(x->vocabulary, x->scratch, part) ||
                   vocabulary_is_office(x->vocabulary, x->scratch, part);
    return is_part && !text_is_empty(who) &&
           vocabulary_opening(x->vocabulary, x->scratch, who) != ELEMENT_DUTIES;
}

/* 搶險組, and here even 各部門自救組. */
static bool is_unit(struct extraction *x, struct text name)
{
    return !is_latin_text(name) && !text_is_longer(name, NAME_LENGTH) &&
           (text_ends_with_any(name, signs_of(x, SIGN_UNIT)) ||
            text_ends_with_any(name, signs_of(x, SIGN_BODY)));
}

static bool is_of_duties(const struct piece *piece)
{
    return piece_section(piece) == ELEMENT_DUTIES ||
           (piece->kind == PIECE_PAIRS && piece->label.kind == LABEL_ELEMENT &&
            piece->label.element == ELEMENT_DUTIES);
}

/* Behind the lines about its members, the duties of the unit that the piece names; 0: it names none. */
static size_t duties_of_unit(struct extraction *x, const struct outline *outline, size_t unit)
{
    const struct piece *piece = &outline->pieces[unit];
    struct text name = name_without_colon(name_of_line(x, piece->text));
    bool is_line = piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING;
    if (!is_line || piece->block->kind == BLOCK_LIST || piece->is_running || !is_unit(x, name))
        return 0;
    size_t next = outline_next(outline, unit), members = 0;
    for (;
         next < outline->count && members < MEMBERS_MAX && tells_member(x, &outline->pieces[next]);
         next = outline_next(outline, next))
        members++;
    bool has_duties = members > 0 && next < outline->count && is_of_duties(&outline->pieces[next]);
    return has_duties ? next : 0;
}

static void mark_unit(struct extraction *x, struct outline *outline, size_t unit, size_t duties)
{
    struct piece *piece = &outline->pieces[unit];
    piece->kind = PIECE_HEADING;
    piece->is_role = true;
    piece->label = piece->guess = label_of(ELEMENT_COUNT);
    piece->name = name_without_colon(name_of_line(x, piece->text));
    if (piece->block->kind != BLOCK_HEADING)
        piece->level = LEVEL_NAMED;
    for (size_t i = outline_next(outline, unit); i < duties; i = outline_next(outline, i)) {
        piece_make_words(&outline->pieces[i]);
        outline->pieces[i].is_member = true;
    }
}

/* 「組長1名，組員3名」 right below a heading: who belongs to what that names. */
static void mark_counts(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        size_t next = outline_next(outline, i);
        if (outline->pieces[i].kind != PIECE_HEADING || next == outline->count)
            continue;
        struct piece *below = &outline->pieces[next];
        below->is_member |= below->kind == PIECE_WORDS && below->block->kind == BLOCK_PARAGRAPH &&
                            counts_several_posts(x, below->text);
    }
}

void find_units_with_members(struct extraction *x, struct outline *outline)
{
    size_t units = 0;
    mark_counts(x, outline);
    for (size_t i = 0; i < outline->count && units < UNITS_MIN; i++)
        units += duties_of_unit(x, outline, i) > 0;
    for (size_t i = 0; units >= UNITS_MIN && i < outline->count; i++) {
        size_t duties = duties_of_unit(x, outline, i);
        if (duties > 0)
            mark_unit(x, outline, i, duties);
    }
}
