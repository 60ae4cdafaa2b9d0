/*
 * Sections numbered one after the other, some with labels that the vocabulary knows: the next
 * number is the next section, whatever it is about, and no item of the one in front of it.
 * 「三、報名期間：三月底止」 behind the items (一) (二) of 「二、報名資格：」.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define BARE_DIGITS 2 /* of a number with nothing but a blank behind it */
#define KNOWN_MIN 2   /* numbered labels: one alone may stand over items numbered alike */

/* A label in a line or over words, known whatever it is about. */
static bool is_known_section(const struct piece *piece)
{
    bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
    bool is_guessed = piece->kind == PIECE_HEADING && piece->guess.kind == LABEL_ELEMENT;
    return is_label && piece->block->kind == BLOCK_PARAGRAPH &&
           (piece->label.kind != LABEL_UNKNOWN || is_guessed);
}

/* 「6 崗位風險」 over 「6.1 …」: the number with a blank alone behind it, and the name; 0: none. */
static unsigned bare_number(struct text line, struct text *name)
{
    unsigned number = 0;
    size_t at = 0;
    while (at < line.size && at < BARE_DIGITS && is_ascii_digit(line.data[at]))
        number = 10 * number + (unsigned)(line.data[at++] - '0');
    size_t rest = at;
    if (at == 0 || at == line.size || !is_blank_code_point(text_next(line, &rest)))
        return 0;
    *name = text_trim(text_from(line, rest));
    return !text_is_empty(*name) && (uint8_t)name->data[0] >= HAN_BYTE ? number : 0;
}

/* The line behind it is numbered as its first part. */
static bool is_over_first_part(const struct outline *outline, size_t index)
{
    size_t next = outline_next(outline, index), digits = 0;
    if (next == outline->count || !ends_like_heading(outline->pieces[index].text))
        return false;
    struct text line = outline->pieces[index].text, below = outline->pieces[next].text;
    while (digits < line.size && is_ascii_digit(line.data[digits]))
        digits++;
    return text_starts_with(below, text_slice(line, 0, digits)) &&
           text_starts_with(text_from(below, digits), TEXT(".1"));
}

/* Sections numbered so, of which two at least are known. */
static void find_bare_sections(struct outline *outline)
{
    size_t known = 0;
    unsigned number = 0;
    struct text name;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        known += is_known_section(piece) && bare_number(piece->text, &name) > 0;
    }
    for (size_t i = 0; known >= KNOWN_MIN && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        unsigned here = piece->kind == PIECE_SKIPPED ? 0 : bare_number(piece->text, &name);
        if (here == 0)
            continue;
        piece->is_next |= piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
                          number > 0 && here == number + 1 && is_over_first_part(outline, i);
        number = here;
    }
}

/*
 * How the known labels are numbered, one of them over words of its own: where each stands in front
 * of its words, they are items. 0: too few are numbered alike.
 */
static unsigned look_of_sections(const struct outline *outline)
{
    unsigned look = 0;
    size_t known = 0, headings = 0;
    for (size_t i = 0; i < outline->count && (known < KNOWN_MIN || headings == 0); i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!is_known_section(piece) || piece_number(piece) == 0)
            continue;
        bool goes_on = piece_look(piece) == look;
        known = goes_on ? known + 1 : 1;
        headings = (goes_on ? headings : 0) + (piece->kind == PIECE_HEADING);
        look = piece_look(piece);
    }
    return known >= KNOWN_MIN && headings > 0 ? look : 0;
}

/* "name: value", or a short line that ends in a colon. */
static bool reads_like_section(const struct piece *piece)
{
    struct pair pair;
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           (unknown_pair(piece->text, &pair) ||
            (ends_in_colon(piece->text) && ends_like_heading(piece->text)));
}

void find_numbered_sections(struct outline *outline)
{
    unsigned look = look_of_sections(outline);
    find_bare_sections(outline);
    unsigned number = 0; /* of the section before; 0: the line before numbered alike is none */
    bool is_behind_item = false; /* 「6．考核：…」 behind 「5．核對帳目」 is an item, too */
    for (size_t i = 0; look != 0 && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED || piece_look(piece) != look)
            continue;
        piece->is_next = number > 0 && piece_number(piece) == number + 1 &&
                         (piece->kind == PIECE_PAIRS || reads_like_section(piece));
        bool is_known =
            is_known_section(piece) && (piece->kind == PIECE_HEADING || !is_behind_item);
        is_behind_item = !piece->is_next && !is_known;
        number = is_behind_item ? 0 : piece_number(piece);
    }
}

bool fill_numbered_section(struct extraction *x, const struct piece *piece)
{
    struct pair pair;
    if (!piece->is_next || x->role == NULL || x->target.kind == TARGET_NONE)
        return false;
    if (unknown_pair(piece->text, &pair)) {
        struct label known = label_find(x, pair.name), guess = label_guess_in_form(x, pair.name);
        if (known.kind == LABEL_ELEMENT || label_is_sure_guess(&guess))
            pair.label = known.kind == LABEL_ELEMENT ? known : guess;
        x->clue = CLUE_LINE;
        fill_pair(x, &pair, piece->block->span);
        return true;
    }
    x->clue = CLUE_PSEUDO;
    struct list_label typed = list_label_of(piece->text);
    struct text name = typed.rest, bare;
    if (typed.kind == LIST_LABEL_NONE && bare_number(piece->text, &bare) > 0)
        name = bare;
    open_unknown(x, name_without_colon(name), LEVEL_PSEUDO, piece->block->span, true);
    x->target.is_pseudo_numbered = true;
    return true;
}
