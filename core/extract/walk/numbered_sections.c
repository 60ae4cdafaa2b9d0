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

#define KNOWN_MIN 2 /* numbered labels: one alone may stand over items numbered alike */

/* A label in a line or over words, known whatever it is about. */
static bool is_known_section(const struct piece *piece)
{
    bool is_label = piece->kind == PIECE_HEADING || piece->kind == PIECE_PAIRS;
    return is_label && piece->block->kind == BLOCK_PARAGRAPH && piece->label.kind != LABEL_UNKNOWN;
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
    unsigned number = 0; /* of the section before; 0: the line before numbered alike is none */
    bool is_behind_item = false; /* 「6．考核：…」 behind 「5．核對帳目」 is an item, too */
    for (size_t i = 0; look != 0 && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_SKIPPED || piece_look(piece) != look)
            continue;
        piece->is_next =
            number > 0 && piece_number(piece) == number + 1 && reads_like_section(piece);
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
    open_other(x, name_without_colon(list_label_of(piece->text).rest), LEVEL_PSEUDO,
               piece->block->span, true);
    x->target.is_pseudo_numbered = true;
    return true;
}
