/*
 * Lines that look alike and stand over words of their own: names of positions by turns with what
 * they do, and lines that look like those that are known to name roles.
 */
#include "core/extract/role_heads/officers.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define NAMES_MIN 2 /* by turns with their words: one is a title over a text */
#define TOLD_MIN 3  /* the same where other words stand behind the last */

/* How a line of a page looks that may name a role. */
enum line_look { LINE_NONE, LINE_PLAIN, LINE_STRONG, LINE_NUMBERED, LINE_LINK };

struct look {
    enum line_look kind;
    unsigned numbers; /* of LINE_NUMBERED: what piece_look says */
    size_t parts;     /* ... and 3 of "4.2.1" */
    bool is_typed;    /* ... and its number stands in the words, as none of a list does */
};

bool is_link_alone(const struct block *block)
{
    bool any = false;
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        if (text_is_blank(run->text))
            continue;
        if (text_is_empty(run->link))
            return false;
        any = true;
    }
    return any;
}

static struct look look_of(const struct piece *piece)
{
    struct look look = {LINE_PLAIN, piece_look(piece), piece_number_parts(piece),
                        text_is_empty(piece->block->label)};
    if (piece->block->kind != BLOCK_PARAGRAPH || piece->is_running)
        return (struct look){.kind = LINE_NONE};
    if (is_link_alone(piece->block))
        look.kind = LINE_LINK;
    else if (look.numbers != 0)
        look.kind = LINE_NUMBERED;
    else if (block_is_strong(piece->block))
        look.kind = LINE_STRONG;
    return look;
}

static bool is_same_look(struct look a, struct look b)
{
    return a.kind == b.kind && a.numbers == b.numbers && a.parts == b.parts &&
           (a.kind != LINE_NUMBERED || a.is_typed == b.is_typed);
}

static bool may_name(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->label.kind == LABEL_UNKNOWN && !piece->is_running &&
           outline_is_name_like(x, piece) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
}

static void mark_line(const struct extraction *x, struct outline *outline, size_t line,
                      bool is_duties)
{
    struct piece *piece = &outline->pieces[line];
    piece->kind = PIECE_HEADING;
    piece->level = LEVEL_NAMED;
    piece->is_role = true;
    piece->is_duties = is_duties;
    piece->name = name_of_line(x, piece->text);
}

/* ---- names by turns with their words ---- */

static bool is_plain_name(struct extraction *x, const struct piece *piece)
{
    struct text name = name_of_line(x, piece->text);
    return look_of(piece).kind == LINE_PLAIN && may_name(x, piece) &&
           (outline_is_position(x, piece) || is_department(x, name));
}

/* 「宣傳部負責…」, 「秘書處是核心部門，負責…」 below the name itself: what it is or does. */
static bool tells_of_name(struct extraction *x, const struct piece *name, const struct piece *body)
{
    struct text called = name_of_line(x, name->text);
    bool is_said = !text_is_empty(called) && text_starts_with(body->text, called);
    struct text rest = is_said ? text_from(body->text, called.size) : body->text;
    return tells_of_holder(x, rest) ||
           (is_said && (text_starts_with_any(rest, signs_of(x, SIGN_IS)) ||
                        text_starts_with_any(rest, signs_of(x, SIGN_TAKES_CHARGE))));
}

/* What may stand below such a name. */
static bool is_body(const struct piece *piece)
{
    return piece_is_prose(piece) || piece_is_item(piece);
}

/*
 * "Head of Research" over a paragraph, "Treasurer" over another: from the first name on, the page
 * is nothing else, and half of the paragraphs or more tell what somebody does.
 */
void find_names_by_turns(struct extraction *x, struct outline *outline)
{
    size_t names = 0, tell = 0, first = outline->count;
    for (size_t i = 0; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_over = next < outline->count && is_body(&outline->pieces[next]);
        bool is_name = is_over && is_plain_name(x, piece);
        if (piece->is_role || piece->kind == PIECE_TABLE ||
            (piece->kind == PIECE_HEADING && piece_section(piece) != ELEMENT_COUNT) ||
            (first < outline->count && !is_name && !is_body(piece)))
            return;
        first = is_name && first == outline->count ? i : first;
        names += is_name;
        tell += is_name && tells_of_name(x, piece, &outline->pieces[next]);
    }
    if (names < NAMES_MIN || 2 * tell < names)
        return;
    for (size_t i = first; i < outline->count; i = outline_next(outline, i))
        if (is_plain_name(x, &outline->pieces[i]))
            mark_line(x, outline, i, true);
}

/* The line below the name begins as what somebody does or needs. */
static bool is_over_told(struct extraction *x, const struct outline *outline, size_t name)
{
    size_t next = outline_next(outline, name);
    if (next == outline->count || outline->pieces[next].kind != PIECE_WORDS)
        return false;
    struct text words = outline->pieces[next].text;
    return tells_of_holder(x, words) ||
           vocabulary_opening(x->vocabulary, x->scratch, words) == ELEMENT_APPOINTMENT;
}

/* Behind the row of names that begins here and their words; names: how many, 0: one is not told. */
static size_t told_row_end(struct extraction *x, const struct outline *outline, size_t first,
                           size_t *names)
{
    size_t i = first;
    for (*names = 0; i < outline->count; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        bool is_name = is_plain_name(x, piece);
        if (is_name && !is_over_told(x, outline, i)) {
            *names = 0;
            return i;
        }
        if (piece->kind != PIECE_WORDS || piece->label.kind != LABEL_UNKNOWN)
            break;
        *names += is_name;
    }
    return i;
}

/*
 * 「後端工程師」 over 「熟悉…」, 「測試工程師」 over 「本科以上…」: names in a row, each over lines
 * that begin as what somebody does or needs, up to a label or a heading, which is none of the last
 * name's. Nothing else names a role, and no section stands in front.
 */
void find_told_names(struct extraction *x, struct outline *outline)
{
    size_t first = 0, names;
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].is_role || outline->pieces[i].begins_role)
            return;
    while (first < outline->count && !is_plain_name(x, &outline->pieces[first])) {
        if (piece_section(&outline->pieces[first]) != ELEMENT_COUNT)
            return;
        first = outline_next(outline, first);
    }
    size_t end = told_row_end(x, outline, first, &names);
    if (names < TOLD_MIN)
        return;
    for (size_t i = first; i < end; i = outline_next(outline, i))
        if (is_plain_name(x, &outline->pieces[i]))
            mark_line(x, outline, i, true);
    if (end == outline->count || outline->pieces[end].kind == PIECE_TABLE)
        return; /* a table as a heading would lose its cells */
    outline->pieces[end].kind = PIECE_HEADING;
    outline->pieces[end].level = LEVEL_NAMED;
}

/* 「2. 秘書處」: a unit that is numbered as the line at first is, over what it does. */
static bool is_numbered_unit(struct extraction *x, const struct outline *outline, size_t first,
                             size_t at)
{
    const struct piece *piece = &outline->pieces[at];
    struct look look = look_of(piece);
    return look.kind == LINE_NUMBERED && is_same_look(look, look_of(&outline->pieces[first])) &&
           may_name(x, piece) && is_department(x, name_of_line(x, piece->text)) &&
           is_over_told(x, outline, at);
}

/*
 * 「1. 秘書處」 over 「負責…」, 「2. 財務處」 over 「負責…」, whatever section announces them: units,
 * and no line between them that is numbered alike is anything else.
 */
void find_numbered_units(struct extraction *x, struct outline *outline)
{
    size_t first = 0, units = 0;
    for (size_t i = 0; i < outline->count; i++)
        if (outline->pieces[i].is_role || outline->pieces[i].begins_role)
            return;
    while (first < outline->count && !is_numbered_unit(x, outline, first, first))
        first = outline_next(outline, first);
    for (size_t i = first; i < outline->count; i = outline_next(outline, i)) {
        bool is_unit = is_numbered_unit(x, outline, first, i);
        if (!is_unit &&
            is_same_look(look_of(&outline->pieces[i]), look_of(&outline->pieces[first])))
            return;
        units += is_unit;
    }
    for (size_t i = first; units >= TOLD_MIN && i < outline->count; i = outline_next(outline, i))
        if (is_numbered_unit(x, outline, first, i))
            mark_line(x, outline, i, true);
}

/* Whether a section on the duties stands behind the line, in front of the end. */
static bool has_duties_before(const struct outline *outline, size_t line, size_t end)
{
    for (size_t i = outline_next(outline, line); i < end; i = outline_next(outline, i))
        if (piece_section(&outline->pieces[i]) == ELEMENT_DUTIES)
            return true;
    return false;
}

/* The next line that looks so; the count: there is none. */
static size_t next_alike(const struct outline *outline, size_t line, struct look look)
{
    size_t i = outline_next(outline, line);
    while (i < outline->count && !is_same_look(look_of(&outline->pieces[i]), look))
        i = outline_next(outline, i);
    return i;
}

static bool is_numbered_position(struct extraction *x, const struct piece *piece)
{
    return piece->is_role || (may_name(x, piece) && outline_is_position(x, piece));
}

/* Whether the lines that look as the first are positions, counted from one, each with its duties. */
static bool are_positions_counted(struct extraction *x, const struct outline *outline, size_t first)
{
    struct look look = look_of(&outline->pieces[first]);
    unsigned number = 0;
    for (size_t i = first, next; i < outline->count; i = next) {
        const struct piece *piece = &outline->pieces[i];
        next = next_alike(outline, i, look);
        if (piece_number(piece) != ++number || !is_numbered_position(x, piece) ||
            !has_duties_before(outline, i, next))
            return false;
    }
    return number >= NAMES_MIN;
}

/*
 * 「一、質檢員」 and, behind whatever section comes last, 「二、質量工程師」: the lines of one look
 * are positions, counted from one, and behind each stands what it does.
 */
void find_counted_positions(struct extraction *x, struct outline *outline)
{
    size_t first = 0;
    while (first < outline->count && (look_of(&outline->pieces[first]).kind != LINE_NUMBERED ||
                                      !is_numbered_position(x, &outline->pieces[first])))
        first = outline_next(outline, first);
    if (first == outline->count || !are_positions_counted(x, outline, first))
        return;
    struct look look = look_of(&outline->pieces[first]);
    for (size_t i = first; i < outline->count; i = next_alike(outline, i, look))
        if (!outline->pieces[i].is_role)
            mark_line(x, outline, i, false);
}

/* ---- like the lines that name roles ---- */

/*
 * The look that all lines of roles have, but for plain ones beside more links; LINE_NONE: they have
 * none, or one line alone that is no link.
 */
static struct look look_of_roles(const struct outline *outline)
{
    struct look look = {.kind = LINE_NONE};
    size_t same = 0, plain = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!piece->is_role)
            continue;
        struct look here = look_of(piece);
        plain += here.kind == LINE_PLAIN;
        if (here.kind == LINE_PLAIN)
            continue;
        if (here.kind == LINE_NONE || (same > 0 && !is_same_look(here, look)))
            return (struct look){.kind = LINE_NONE};
        look = here;
        same++;
    }
    if (plain > 0 && (look.kind != LINE_LINK || same <= plain))
        return (struct look){.kind = LINE_NONE};
    return same >= NAMES_MIN || look.kind == LINE_LINK ? look : (struct look){.kind = LINE_NONE};
}

/*
 * Whether lines that name an office are roles: several of them, none of which comes again, behind
 * two roles that no other line of their look parts. 衛生 and 安全 below the first position are
 * groups of what it does.
 */
static bool are_offices_roles(struct extraction *x, const struct outline *outline, struct look look)
{
    size_t row = 0, offices = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!is_same_look(look_of(piece), look))
            continue;
        struct text name = name_of_line(x, piece->text);
        row = piece->is_role ? row + 1 : row;
        if (piece->is_role)
            continue;
        if (!vocabulary_is_office(x->vocabulary, x->scratch, name)) {
            row = offices > 0 ? row : 0;
            continue;
        }
        if (row < NAMES_MIN)
            return false;
        for (size_t k = 0; k < i; k++)
            if (is_same_look(look_of(&outline->pieces[k]), look) &&
                text_equal(name_of_line(x, outline->pieces[k].text), name))
                return false;
        offices++;
    }
    /* 「社團幹部職責說明」 vouches for a single one */
    return offices >= NAMES_MIN ||
           (offices > 0 && words_announce_officers(x, outline->pieces[0].text));
}

/* A label of a section right below it, or items and sentences of its own. */
static bool is_over_own_words(struct extraction *x, const struct outline *outline, size_t line,
                              struct look look, bool are_offices)
{
    size_t next = outline_next(outline, line);
    if (next == outline->count)
        return false;
    const struct piece *below = &outline->pieces[next], *piece = &outline->pieces[line];
    bool is_one = are_offices &&
                  vocabulary_is_office(x->vocabulary, x->scratch, name_of_line(x, piece->text));
    bool is_position = outline_is_position(x, piece) || look.kind == LINE_LINK || is_one;
    bool is_over_line = is_one && below->kind == PIECE_WORDS && look_of(below).kind == LINE_PLAIN;
    bool is_label = (below->kind == PIECE_PAIRS || below->kind == PIECE_HEADING) &&
                    below->label.kind == LABEL_ELEMENT &&
                    (is_position || look.kind == LINE_NUMBERED);
    return is_label || is_over_line ||
           (is_position && is_body(below) && !is_same_look(look_of(below), look));
}

/* The line in front of it looks so, too, and names no role: both are items of a list. */
static bool is_in_list(const struct outline *outline, size_t line, struct look look)
{
    size_t before = outline_previous(outline, line);
    return before < line && !outline->pieces[before].is_role &&
           is_same_look(look_of(&outline->pieces[before]), look);
}

/*
 * 「2.倉務跟車」 over its labels, between 「1.業務員」 and 「3.司機」 which are roles: the words
 * need be no position's. 總務 and 文書 behind 主席 and 副主席, over items as these are, too.
 */
void find_lines_like_roles(struct extraction *x, struct outline *outline)
{
    struct look look = look_of_roles(outline);
    bool are_offices = look.kind != LINE_NONE && are_offices_roles(x, outline, look);
    for (size_t i = 0; look.kind != LINE_NONE && i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->is_role || !is_same_look(look_of(piece), look) || !may_name(x, piece) ||
            is_in_list(outline, i, look) || is_over_people(x, outline, i) ||
            !is_over_own_words(x, outline, i, look, are_offices))
            continue;
        size_t next = outline_next(outline, i);
        mark_line(x, outline, i, outline->pieces[next].kind == PIECE_WORDS);
    }
}
