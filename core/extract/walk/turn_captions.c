/*
 * Captions by turns with the paragraphs or items that they are over: 「一、會議管理」 over what is done
 * for meetings, 「二、檔案管理」 over that for files. Below a heading of duties they name groups of these,
 * and are none themselves.
 */
#include "core/extract/outline/outline.h"
#include "core/extract/walk/walk.h"

#define CAPTIONS_MIN 2    /* one alone may be a duty */
#define CAPTION_LENGTH 14 /* characters of a caption with its number, at most */
#define WORDS_MIN 16      /* characters of a paragraph below one: fewer are a duty's as well */

/* A short numbered line of no known label. */
static bool is_short_line(const struct piece *piece)
{
    bool is_line = piece->kind == PIECE_WORDS ||
                   (piece->kind == PIECE_HEADING && piece->label.kind == LABEL_UNKNOWN &&
                    piece->guess.kind == LABEL_UNKNOWN);
    return is_line && !piece->is_role && !piece->is_role_line && !piece->is_running &&
           piece->block->kind == BLOCK_PARAGRAPH && piece_number(piece) > 0 &&
           ends_like_heading(piece->text) && text_code_points(piece->text) <= CAPTION_LENGTH;
}

/*
 * What the caption is over: words with no number like its own, and items of one look alone: those
 * of several are a list with lists below its items.
 */
static bool is_below(const struct piece *caption, const struct piece *first,
                     const struct piece *piece)
{
    unsigned look = piece_look(piece);
    return piece->kind == PIECE_WORDS && !piece->is_role_line && look != piece_look(caption) &&
           (look == 0 || look == piece_look(first));
}

/* One item or paragraph long enough to say what is done. */
static bool is_told(const struct piece *piece)
{
    return piece_is_item(piece) ||
           (text_code_points(piece->text) >= WORDS_MIN && !ends_like_heading(piece->text));
}

/* Behind the row of captions and their words that begins there; first: there is none. */
static size_t turns_end(const struct outline *outline, size_t first)
{
    const struct piece *caption = &outline->pieces[first];
    unsigned number = 0;
    size_t captions = 0, i = first;
    while (i < outline->count) {
        const struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_next = is_short_line(piece) && piece_look(piece) == piece_look(caption) &&
                       piece_number(piece) == number + 1;
        if (!is_next || next == outline->count ||
            !is_below(caption, &outline->pieces[next], &outline->pieces[next]) ||
            !is_told(&outline->pieces[next]))
            break;
        captions++;
        number++;
        for (i = next;
             i < outline->count && is_below(caption, &outline->pieces[next], &outline->pieces[i]);)
            i = outline_next(outline, i);
    }
    bool is_whole = i == outline->count || outline->pieces[i].kind != PIECE_WORDS;
    return captions >= CAPTIONS_MIN && is_whole ? i : first;
}

void name_groups_by_turns(struct outline *outline, size_t heading)
{
    size_t first = outline_next(outline, heading);
    if (first == outline->count || !is_short_line(&outline->pieces[first]))
        return;
    size_t end = turns_end(outline, first);
    unsigned look = piece_look(&outline->pieces[first]);
    for (size_t i = first; i < end; i = outline_next(outline, i)) {
        struct piece *piece = &outline->pieces[i];
        if (piece_look(piece) != look)
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = outline->pieces[heading].level + 1;
        piece->guess = label_of(ELEMENT_COUNT);
        piece->label = label_of(outline->pieces[heading].is_role ? ELEMENT_DUTIES : ELEMENT_COUNT);
        piece->label.is_part = outline->pieces[heading].is_role;
    }
}
