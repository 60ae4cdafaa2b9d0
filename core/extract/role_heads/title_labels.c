/*
 * Labels of the position's name that are over something else: a chapter of names, a list of them, or
 * sentences.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/walk/walk.h"
#include "core/model/list_label.h"

#define LATIN_NAME_LENGTH 60 /* letters of a name, at most */
#define NAMES_MIN 2 /* marked names below such a label, or told of again: no one's, either */
#define NAMES_MAX 3 /* items below a label of the name: so many are no one's names */
#define LIST_DISTANCE                                                                              \
    64 /* pieces between a list of names and where they are told: a bound on work */

/* Three items or more that look alike: no position has so many names. */
static bool is_over_items(const struct outline *outline, size_t heading)
{
    size_t i = outline_next(outline, heading), items = 0;
    if (i == outline->count || !piece_is_item(&outline->pieces[i]))
        return false;
    const struct block *block = outline->pieces[i].block;
    for (const struct block *b = block->kind == BLOCK_LIST ? block->children : NULL; b != NULL;
         b = b->next)
        items++;
    for (unsigned look = piece_look(&outline->pieces[i]);
         block->kind != BLOCK_LIST && i < outline->count && piece_is_item(&outline->pieces[i]) &&
         piece_look(&outline->pieces[i]) == look;
         i = outline_next(outline, i))
        items++;
    return items >= NAMES_MAX;
}

/* How a marked line that may be a name stands: as a heading of its level, or in bold. */
static unsigned level_of_line(const struct piece *piece)
{
    return piece->kind == PIECE_HEADING ? piece->level : LEVEL_PSEUDO;
}

/* A heading, or a line in bold, that names a position. */
static bool is_marked_name(struct extraction *x, const struct piece *piece)
{
    bool is_heading = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_UNKNOWN;
    bool is_bold = piece->kind == PIECE_WORDS && piece->is_candidate;
    return (is_heading || is_bold) && outline_is_position(x, piece);
}

/*
 * 「1.綜合管理崗3名」, with other words right below it, and 「2.窗口服務崗2名」 further down. Below
 * "Volunteer roles", of which there are several, they may be called anything.
 */
static bool is_over_numbered_names(struct extraction *x, const struct outline *outline,
                                   size_t heading, size_t first)
{
    const struct piece *name = &outline->pieces[first];
    bool may_be_any = text_ends_with(outline->pieces[heading].text, TEXT("s"));
    unsigned look = piece_look(name);
    if (name->kind != PIECE_WORDS || look == 0 || !(may_be_any || outline_is_position(x, name)))
        return false;
    for (size_t i = outline_next(outline, first), right = i; i < outline->count;
         i = outline_next(outline, i))
        if (piece_look(&outline->pieces[i]) == look)
            return i != right && (may_be_any || outline_is_position(x, &outline->pieces[i])) &&
                   piece_number(&outline->pieces[i]) == piece_number(name) + 1;
    return false;
}

/* 招聘岗位 right over one marked name, and over another like it behind that: no value of it. */
static bool is_over_names(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t first = outline_next(outline, heading), names = 0;
    if (first < outline->count && is_over_numbered_names(x, outline, heading, first))
        return true;
    if (first == outline->count || !is_marked_name(x, &outline->pieces[first]))
        return false;
    unsigned level = level_of_line(&outline->pieces[first]);
    for (size_t i = first; i < outline->count && names < NAMES_MIN; i = outline_next(outline, i)) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->level < level)
            break;
        names += level_of_line(piece) == level && is_marked_name(x, piece);
    }
    return names == NAMES_MIN;
}

/*
 * 招聘崗位 over a list of two names or more that are headings further down: it lists these. One alone
 * is the value of the label.
 */
static bool lists_names_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t list = outline_next(outline, heading), told = 0;
    if (list == outline->count || outline->pieces[list].block->kind != BLOCK_LIST)
        return false;
    const struct block *item = outline->pieces[list].block->children;
    for (; item != NULL && item->children != NULL; item = item->next, told++) {
        struct text words = text_trim(block_text(x->scratch, item->children));
        struct text name = label_folded(x, label_without_remark(words));
        size_t i = list + 1, end = list + LIST_DISTANCE;
        while (i < outline->count && i < end &&
               (outline->pieces[i].kind != PIECE_HEADING ||
                !text_equal(label_folded(x, outline->pieces[i].text), name)))
            i++;
        if (i >= outline->count || i >= end)
            return false;
    }
    return told >= NAMES_MIN && item == NULL;
}

/* 「感興趣的同學請寄信至…」 below 招聘崗位, whose posts stood in a picture: no name. */
static bool is_call_to_apply(struct extraction *x, const struct piece *below)
{
    return below->kind == PIECE_WORDS &&
           vocabulary_is_closing(x->vocabulary, x->scratch, without_pictographs(below->text));
}

/* A sentence of rules in Latin letters. */
static bool is_rule(struct extraction *x, const struct piece *below)
{
    return is_latin_text(below->text) && text_ends_with(below->text, TEXT(".")) &&
           is_clause(x, below->text);
}

/* 「崗位1」 right over what is done there, items or sentences: what the role is called. */
static bool is_numbered_name(struct extraction *x, const struct outline *outline, size_t heading,
                             const struct piece *below)
{
    if (below->kind != PIECE_WORDS || !label_is_of_series(x, outline->pieces[heading].text))
        return false;
    struct text words = text_trim(whole_block_text(x->scratch, below->block));
    return text_ends_with(words, TEXT("。")) || tells_of_holder(x, words) ||
           sorted_below(x, outline, heading) == ELEMENT_DUTIES;
}

static bool is_position_of_list(struct extraction *x, struct text words)
{
    return vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(words));
}

/*
 * 職務 over two items or more, none of which is the name of a position: the word says what somebody
 * does as well as what he is.
 */
static bool is_over_acts(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t i = outline_next(outline, heading), items = 0;
    if (outline->pieces[heading].label.second != ELEMENT_DUTIES || i == outline->count ||
        !piece_is_item(&outline->pieces[i]))
        return false;
    const struct block *block = outline->pieces[i].block;
    const struct block *b = block->kind == BLOCK_LIST ? block->children : NULL;
    for (; b != NULL && b->children != NULL; b = b->next, items++)
        if (is_position_of_list(x, text_trim(block_text(x->scratch, b->children))))
            return false;
    for (unsigned look = piece_look(&outline->pieces[i]);
         block->kind != BLOCK_LIST && i < outline->count && piece_is_item(&outline->pieces[i]) &&
         piece_look(&outline->pieces[i]) == look;
         i = outline_next(outline, i), items++)
        if (is_position_of_list(x, list_label_of(outline->pieces[i].text).rest))
            return false;
    return items >= NAMES_MIN;
}

static void name_role_by_number(struct extraction *x, struct piece *heading)
{
    heading->is_role = heading->is_duties = true;
    heading->name = name_of_line(x, heading->text);
    heading->label = label_of(ELEMENT_COUNT);
}

/*
 * "Roles" over a paragraph of sentences tells what the role is for, and over a list, over names
 * that are marked, or over a table with one role a row, with words in front or without, it is the
 * name of a chapter: no label of a position's name.
 */
void settle_title_labels(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_title = piece->kind == PIECE_HEADING && piece->label.kind == LABEL_ELEMENT &&
                        piece->label.element == ELEMENT_TITLE;
        if (!is_title || next == outline->count)
            continue;
        const struct piece *below = &outline->pieces[next];
        if (below->kind == PIECE_TABLE && !piece_holds_roles(x, below))
            continue;
        bool is_word = piece->label.needs_context;
        bool is_long =
            below->kind == PIECE_WORDS && text_code_points(below->text) > LATIN_NAME_LENGTH;
        bool is_over_list = is_over_items(outline, i);
        if (is_numbered_name(x, outline, i, below))
            name_role_by_number(x, piece);
        else if (below->kind == PIECE_TABLE)
            piece->label = label_of(ELEMENT_COUNT);
        else if ((is_over_list && sorted_below(x, outline, i) == ELEMENT_DUTIES) ||
                 is_over_acts(x, outline, i))
            piece->label = label_of(ELEMENT_DUTIES);
        else if (is_over_names(x, outline, i) || is_over_list || lists_names_below(x, outline, i) ||
                 is_call_to_apply(x, below) || (is_word && is_over_role_rows(x, outline, i)) ||
                 (!is_long && is_rule(x, below))) /* "Designation" over one */
            piece->label = label_of(ELEMENT_COUNT);
        else if ((is_word && is_long) || (piece_is_prose(below) && is_long))
            piece->label = label_of(ELEMENT_PURPOSE);
    }
}
