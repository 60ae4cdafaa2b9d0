/*
 * Names in a row below a heading of duties, each over words of its own: 「職責說明」 over 「1. 專案經
 * 理」, 「2. 培訓組」. Names of positions say that it is such a row; what is numbered like them are
 * names, too.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define NAMES_MIN 2    /* one alone may be a heading */
#define UNITS_MIN 3    /* units among which no position stands */
#define LOOKS_MAX 2    /* of names and of those below some of them */
#define LINE_LENGTH 20 /* characters of a line over names, at most */

/* "Officer Responsibilities", "IV. Officer Titles and Responsibilities" in bold, 「# 分工」. */
static bool is_line_of_roles(struct extraction *x, const struct piece *heading)
{
    const struct label *label = piece_meaning(heading);
    bool is_told = label->kind == LABEL_ELEMENT && !label->is_part && !label->needs_context &&
                   label->element == ELEMENT_DUTIES;
    return heading->kind == PIECE_HEADING && !heading->is_role && text_is_empty(heading->rest) &&
           (is_told || heading->is_duties || words_announce_roles(x, heading->text));
}

/* 「部門的功能、作用與職責：」: a line whose last noun says that duties follow. */
static bool is_line_of_duties(struct extraction *x, const struct piece *piece)
{
    static const char *const joints[] = {"、", "与", "與", "和", "及", NULL};
    struct text noun = name_without_colon(piece->text);
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_PARAGRAPH ||
        noun.size == piece->text.size || text_code_points(noun) > LINE_LENGTH)
        return false;
    size_t whole = noun.size;
    for (size_t i = 0; joints[i] != NULL; i++)
        for (size_t at; (at = text_find(noun, text_from_string(joints[i]), 0)) != TEXT_NOT_FOUND;)
            noun = text_from(noun, at + text_from_string(joints[i]).size);
    struct label label = label_find(x, noun);
    return noun.size < whole && label.kind == LABEL_ELEMENT && label.element == ELEMENT_DUTIES;
}

/* 培訓組 may stand among positions: what a unit does is told as theirs is. */
static bool is_unit_in_row(struct extraction *x, const struct piece *piece)
{
    struct text name = name_of_line(x, piece->text);
    return !is_latin_text(name) && is_department(x, name);
}

/* 「市場部：」 alone in its line: a unit, and words of its own below. */
static bool is_unit_caption(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           piece->text.size > name_without_colon(piece->text).size && is_unit_in_row(x, piece);
}

/* A sentence, or a clause of one: 「編寫程式，維護版本；」 */
static bool is_told_below(struct extraction *x, const struct piece *below)
{
    return piece_is_prose(below) ||
           (below->kind == PIECE_WORDS && text_ends_with(below->text, TEXT("；")) &&
            vocabulary_opening(x->vocabulary, x->scratch, below->text) != ELEMENT_COUNT);
}

/*
 * A position's name in a line of its own, or a unit's, in bold over words, or over items that look
 * otherwise.
 */
static bool is_name_in_row(struct extraction *x, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    if (next == outline->count || piece->block->kind != BLOCK_PARAGRAPH ||
        piece->label.kind == LABEL_ELEMENT ||
        !(outline_is_name_like(x, piece) || is_unit_caption(x, piece)) ||
        !(reads_like_position(x, name_of_line(x, piece->text)) || is_unit_in_row(x, piece)) ||
        is_over_people(x, outline, i) ||
        vocabulary_is_no_role(x->vocabulary, x->scratch, name_of_line(x, piece->text)))
        return false;
    const struct piece *below = &outline->pieces[next];
    bool is_outer = piece_look(piece) != piece_look(below); /* "1. President" over "a. Presides" */
    return (piece_is_item(below) && (is_outer || !piece_looks_like_item(piece))) ||
           (block_is_strong(piece->block) && is_told_below(x, below)) ||
           (is_unit_caption(x, piece) && below->kind == PIECE_WORDS);
}

/* "C. Removal" behind "B. Offices": numbered alike, one more. */
static bool is_beside(const struct outline *outline, size_t heading, size_t i)
{
    const struct piece *above = &outline->pieces[heading], *piece = &outline->pieces[i];
    return piece_is_numbered_behind(piece, above) && piece->block->kind == BLOCK_PARAGRAPH;
}

/* Names in a row. */
struct row {
    size_t names, units;
    unsigned looks[LOOKS_MAX]; /* of names that are numbered */
    size_t look_count;
};

static bool is_row_of_roles(const struct row *row)
{
    return row->names >= (row->units < row->names ? NAMES_MIN : UNITS_MIN);
}

/* 「主要職責包括：」 below a name; the line may have been taken for a heading of its own. */
static bool is_lead(const struct outline *outline, size_t i)
{
    if (i >= outline->count)
        return false;
    const struct piece *piece = &outline->pieces[i];
    bool is_heading = piece->kind == PIECE_HEADING && !piece->is_role &&
                      piece->label.kind == LABEL_ELEMENT && piece->label.element == ELEMENT_DUTIES;
    return piece->block->kind == BLOCK_PARAGRAPH && piece_look(piece) == 0 &&
           ends_in_colon(piece->text) && (is_heading || piece->kind == PIECE_WORDS);
}

static bool has_look(const struct row *row, unsigned look)
{
    for (size_t i = 0; i < row->look_count; i++)
        if (row->looks[i] == look)
            return true;
    return false;
}

static bool is_named_like(struct extraction *x, const struct piece *piece)
{
    return piece->block->kind == BLOCK_PARAGRAPH && piece->label.kind != LABEL_ELEMENT &&
           !is_latin_text(piece->text) && outline_is_name_like(x, piece) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, name_of_line(x, piece->text));
}

/*
 * 文書管理, numbered as the names of the row are, or the first of them: over items or sentences, or
 * over a line that announces them.
 */
static bool is_numbered_name(struct extraction *x, const struct outline *outline, size_t i,
                             const struct row *row)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    unsigned look = piece_look(piece);
    if (look == 0 || next == outline->count || !is_named_like(x, piece) ||
        !(has_look(row, look) || (row->names == 0 && is_lead(outline, next))))
        return false;
    const struct piece *below = &outline->pieces[next];
    bool is_first = row->names > 0 || is_unit_in_row(x, piece) ||
                    reads_like_position(x, name_of_line(x, piece->text));
    return is_first && piece_look(below) != look &&
           (is_lead(outline, next) || piece_is_item(below) || piece_is_prose(below));
}

/* 開發組, numbered as the names are, over the names of its parts, with a sentence between or not. */
static bool is_group(struct extraction *x, const struct outline *outline, size_t i,
                     const struct row *row)
{
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i);
    if (row->names == 0 || !has_look(row, piece_look(piece)) || !is_named_like(x, piece))
        return false;
    if (next < outline->count && piece_is_prose(&outline->pieces[next]))
        next = outline_next(outline, next);
    return next < outline->count && is_name_in_row(x, outline, next) &&
           (piece_look(&outline->pieces[next]) != piece_look(piece) ||
            piece_is_numbered_below(&outline->pieces[next], piece));
}

enum part { PART_NONE, PART_NAME, PART_GROUP, PART_BODY };

/* What a piece is in the row that has come up to it. */
static enum part part_of_row(struct extraction *x, const struct outline *outline, size_t i,
                             const struct row *row)
{
    const struct piece *piece = &outline->pieces[i];
    if (is_group(x, outline, i, row))
        return PART_GROUP;
    if (is_numbered_name(x, outline, i, row))
        return PART_NAME;
    if (piece->is_role)
        return PART_NONE;
    if (is_name_in_row(x, outline, i))
        return PART_NAME;
    bool is_words = piece->kind == PIECE_WORDS && !piece->is_candidate;
    return row->names > 0 && (is_words || is_lead(outline, i)) ? PART_BODY : PART_NONE;
}

static void row_add(struct extraction *x, struct row *row, const struct outline *outline, size_t i)
{
    const struct piece *piece = &outline->pieces[i];
    unsigned look = piece_look(piece);
    bool is_outer = look != 0 && look != piece_look(&outline->pieces[outline_next(outline, i)]);
    row->names++;
    row->units += is_unit_in_row(x, piece);
    if (is_outer && row->look_count < LOOKS_MAX && !has_look(row, look))
        row->looks[row->look_count++] = look;
}

/* Behind the row of names that begins right below the heading, each over words of its own. */
static size_t row_end(struct extraction *x, const struct outline *outline, size_t heading,
                      struct row *row)
{
    size_t i = outline_next(outline, heading);
    *row = (struct row){0};
    for (; i < outline->count; i = outline_next(outline, i)) {
        enum part part = part_of_row(x, outline, i, row);
        if (part == PART_NONE || is_beside(outline, heading, i))
            break;
        if (part == PART_NAME)
            row_add(x, row, outline, i);
    }
    return i;
}

/* The names become headings of roles, and what announces their duties a heading below. */
static void mark_row(struct extraction *x, struct outline *outline, size_t heading, size_t end)
{
    unsigned level = outline->pieces[heading].level + 1;
    struct row row = {0};
    for (size_t i = outline_next(outline, heading); i < end; i = outline_next(outline, i)) {
        struct piece *piece = &outline->pieces[i];
        enum part part = part_of_row(x, outline, i, &row);
        if (part == PART_BODY) {
            piece->level = piece->kind == PIECE_HEADING ? level + 2 : piece->level;
            continue;
        }
        if (part == PART_NAME)
            row_add(x, &row, outline, i);
        bool is_outer = row.look_count == 0 || piece_look(piece) == row.looks[0];
        piece->kind = PIECE_HEADING;
        piece->level = is_outer ? level : level + 1;
        piece->is_role = piece->is_duties = part == PART_NAME;
        piece->name = name_of_line(x, piece->text);
    }
}

/* It becomes a heading beside that over the row. */
static void put_beside(struct piece *piece, const struct piece *above)
{
    piece->kind = PIECE_HEADING;
    piece->level = above->level;
    piece->label = piece->guess = label_of(ELEMENT_COUNT);
}

/*
 * The heading behind the row is one beside that over it; so are lines that are numbered alike.
 *
 * in and out  look  of the lines that an earlier row made headings: none are left behind this one
 */
static void end_row(struct extraction *x, struct outline *outline, size_t heading, size_t end,
                    unsigned *look)
{
    const struct piece *above = &outline->pieces[heading];
    struct piece *next = end < outline->count ? &outline->pieces[end] : NULL;
    bool is_about = next != NULL && next->is_candidate && is_about_holders(x, next->text);
    bool is_lower = next != NULL && next->kind == PIECE_HEADING && next->level >= above->level;
    if (next != NULL && (is_lower || is_about || is_beside(outline, heading, end)))
        put_beside(next, above);
    if (piece_look(above) == 0 || piece_look(above) == *look)
        return;
    *look = piece_look(above);
    for (size_t i = end; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_WORDS && piece->is_candidate && piece_look(piece) == *look)
            put_beside(piece, above);
    }
}

/*
 * In bylaws and charters: "Officer Responsibilities" in bold over "President", "Secretary", each
 * over what the holder does. Where the page has the name of one position, such lines are groups of
 * what that one does.
 */
void find_lines_below_duties(struct extraction *x, struct outline *outline)
{
    if (outline->count == 0 || has_title_label(x, outline) ||
        outline_is_position(x, &outline->pieces[0]))
        return;
    unsigned look = 0;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *heading = &outline->pieces[i];
        struct row row;
        bool is_line = is_line_of_duties(x, heading);
        if (!is_line && !is_line_of_roles(x, heading))
            continue;
        size_t end = row_end(x, outline, i, &row);
        if (!is_row_of_roles(&row))
            continue;
        outline->has_positions_below = true;
        heading->level = is_line ? LEVEL_PSEUDO : heading->level;
        heading->kind = PIECE_HEADING;
        mark_row(x, outline, i, end);
        heading->label = heading->guess = label_of(ELEMENT_COUNT);
        heading->name = TEXT("");
        heading->is_duties = false;
        end_row(x, outline, i, end, &look);
        i = end - 1; /* what announces duties in the row is the names' */
    }
}
