/*
 * Headings behind roles that go on the numbers of these, or of their chapter, and name none: they
 * are about all that is in front. So are lines in capitals, as one in front of the roles is.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

#define SERIES_MIN 2      /* roles in front, with numbers of one look or in one chapter */
#define LEVELS 10         /* of headings, the text's title among them */
#define CAPITALS_MIN 8    /* letters of a chapter's name in capitals */
#define CHAPTER_LENGTH 25 /* Han of a chapter's name, at most */

/* The headings and lines in bold in front of a piece, by how they are numbered. */
struct numbered {
    const struct outline *outline;
    size_t *alike; /* by piece: the last one in front that is numbered alike; its own: none is */
    struct last {
        unsigned look;
        size_t piece;
    } * lasts; /* of each look */
    size_t count, capacity;
};

/* Where in lasts the look is; count: it is not there. */
static size_t find_look(const struct numbered *numbered, unsigned look)
{
    size_t k = 0;
    while (k < numbered->count && numbered->lasts[k].look != look)
        k++;
    return k;
}

static size_t last_alike(const struct numbered *numbered, size_t i)
{
    size_t k = find_look(numbered, piece_look(&numbered->outline->pieces[i]));
    return k < numbered->count ? numbered->lasts[k].piece : i;
}

/* 「二、角色職責」 in a plain line, short and without a stop. */
static bool is_plain_chapter(const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           list_label_of(piece->text).kind == LIST_LABEL_CHINESE &&
           text_code_points(piece->text) <= CHAPTER_LENGTH && ends_like_heading(piece->text);
}

/* The pieces behind it may go on from here. */
static void note_piece(struct extraction *x, struct numbered *numbered, size_t i)
{
    const struct piece *piece = &numbered->outline->pieces[i];
    if (piece->kind != PIECE_HEADING && !piece->is_candidate && !is_plain_chapter(piece))
        return;
    unsigned look = piece_look(piece);
    size_t k = find_look(numbered, look);
    struct last *last = k < numbered->count ? &numbered->lasts[k]
                                            : arena_push(x->scratch, numbered->lasts,
                                                         numbered->count, numbered->capacity);
    *last = (struct last){look, i};
}

static bool follows(const struct outline *outline, size_t before, size_t i)
{
    return before < i &&
           list_label_follows(outline->pieces[i].list_label, outline->pieces[before].list_label);
}

static size_t count_roles(const struct outline *outline, size_t from, size_t end)
{
    size_t roles = 0;
    for (size_t i = from; i < end && roles < SERIES_MIN; i++)
        roles += outline->pieces[i].is_role;
    return roles;
}

/* Behind at least two roles that are numbered so. */
static bool is_behind_series(const struct numbered *numbered, size_t i)
{
    const struct outline *outline = numbered->outline;
    size_t last = numbered->alike[i], first = numbered->alike[last];
    return follows(outline, last, i) && outline->pieces[last].is_role &&
           follows(outline, first, last) && outline->pieces[first].is_role;
}

/* Behind a chapter of roles, or several of one role each. */
static bool is_behind_chapters(const struct numbered *numbered, size_t i)
{
    const struct outline *outline = numbered->outline;
    size_t roles = 0, end = i;
    for (size_t before; (before = numbered->alike[end]) < end && roles < SERIES_MIN; end = before) {
        const struct piece *chapter = &outline->pieces[before];
        size_t held = count_roles(outline, before, end);
        if (!follows(outline, before, end) || chapter->is_role || held == 0 ||
            (chapter->kind == PIECE_HEADING && chapter->level > outline->pieces[i].level))
            return false;
        roles += held;
    }
    return roles >= SERIES_MIN;
}

/*
 * A line that no mark makes a heading, though the names of roles that look so are: 「五、安全制度」
 * over items that look otherwise, and behind such, for it is none of them.
 */
static bool is_plain_end(struct extraction *x, const struct numbered *numbered, size_t i)
{
    const struct outline *outline = numbered->outline;
    const struct piece *piece = &outline->pieces[i];
    size_t next = outline_next(outline, i), before = outline_previous(outline, i);
    unsigned look = piece_look(piece);
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_PARAGRAPH &&
           outline_is_name_like(x, piece) && next < outline->count &&
           piece_look(&outline->pieces[next]) != look &&
           piece_look(&outline->pieces[before]) != look && is_behind_series(numbered, i);
}

/* 「第四章：管理制度」, 「第二部分 管理制度」 in a line of its own. */
static bool is_chapter_line(const struct extraction *x, const struct piece *piece)
{
    if (text_find(piece->list_label, TEXT("章"), 0) == TEXT_NOT_FOUND &&
        text_find(piece->list_label, TEXT("部分"), 0) == TEXT_NOT_FOUND)
        return false;
    struct list_label typed = list_label_of(piece->text);
    return (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) &&
           piece->block->kind == BLOCK_PARAGRAPH && !is_clause(x, typed.rest) &&
           text_code_points(typed.rest) <= CHAPTER_LENGTH && ends_like_heading(typed.rest);
}

/* Of the next chapter behind one of roles, the line of that one; i: it is none. */
static size_t chapter_in_front(const struct extraction *x, const struct outline *outline, size_t i)
{
    size_t last = i;
    if (!is_chapter_line(x, &outline->pieces[i]))
        return i;
    while (last > 0 && !is_chapter_line(x, &outline->pieces[last - 1]))
        last--;
    bool is_next = last > 0 && follows(outline, last - 1, i) && count_roles(outline, last, i) > 0 &&
                   count_roles(outline, 0, i) >= SERIES_MIN;
    return is_next ? last - 1 : i;
}

/* A heading of the book, though no mark makes its line one. */
static void make_chapter(struct piece *piece)
{
    piece->kind = PIECE_HEADING;
    piece->level = LEVEL_BOOK;
    piece->ends_roles = true;
}

static void find_end(struct extraction *x, struct outline *outline, const struct numbered *numbered,
                     size_t i)
{
    struct piece *piece = &outline->pieces[i];
    bool says_whose = !text_is_empty(piece->of_role); /* 「第四條 司庫應具備下列條件：」 */
    if (piece->is_role || piece->begins_role || piece->is_role_line || says_whose ||
        piece_look(piece) == 0 || piece->label.kind == LABEL_FORM)
        return;
    if (is_plain_end(x, numbered, i)) {
        piece->kind = PIECE_HEADING;
        piece->level = outline->pieces[numbered->alike[i]].level;
        piece->ends_roles = true;
    }
    size_t chapter = chapter_in_front(x, outline, i);
    if (chapter < i) {
        make_chapter(&outline->pieces[chapter]);
        make_chapter(piece);
    }
    piece->ends_roles |= piece->kind == PIECE_HEADING &&
                         (is_behind_series(numbered, i) || is_behind_chapters(numbered, i));
}

/* The headings of one level below the same heading, so far. */
struct level_so_far {
    size_t roles;
    bool has_others; /* behind the first role */
    bool is_mixed;   /* ... and roles behind these: sections of the roles are of the level, too */
};

/*
 * 「## 待遇」 behind 「## 廚師」 and 「## 司機」: where every heading of the level is a role, what the
 * house gives is told of all of them. Roles without a level of their own have such sections.
 */
static void note_level(struct outline *outline, struct level_so_far levels[LEVELS], size_t i)
{
    struct piece *piece = &outline->pieces[i];
    size_t level = piece->level / LEVEL_STEP;
    if (piece->kind != PIECE_HEADING || piece->block->kind != BLOCK_HEADING || level >= LEVELS)
        return;
    for (size_t below = level + 1; below < LEVELS; below++)
        levels[below] = (struct level_so_far){0};
    struct level_so_far *here = &levels[level];
    if (piece->is_role) {
        here->is_mixed |= here->has_others;
        here->roles++;
        return;
    }
    here->has_others |= here->roles > 0;
    bool is_of_house =
        piece->label.kind == LABEL_ELEMENT &&
        (piece->label.element == ELEMENT_REWARDS || piece->label.element == ELEMENT_CONDITIONS ||
         piece->label.element == ELEMENT_EMPLOYMENT);
    if (is_of_house && here->roles >= SERIES_MIN && !here->is_mixed)
        piece->ends_roles = true;
}

/* ---- lines in capitals ---- */

/* The last such line, where roles stand behind it and no other such line among them. */
struct capitals {
    size_t line, roles;
    bool is_used; /* labels of sections, or names of roles, look so */
};

/* Letters of ASCII. */
static size_t count_letters(struct text words)
{
    size_t letters = 0;
    for (size_t i = 0; i < words.size; i++)
        letters += is_ascii_letter(words.data[i]);
    return letters;
}

/* "DRESS CODE", alone in its paragraph. */
static bool is_line_in_capitals(const struct piece *piece)
{
    return (piece->kind == PIECE_WORDS || piece->kind == PIECE_HEADING) &&
           piece->block->kind == BLOCK_PARAGRAPH && !piece->is_role && !piece->is_role_line &&
           piece_is_in_capitals(piece) && count_letters(piece->text) >= CAPITALS_MIN &&
           ends_like_heading(piece->text) && !ends_in_colon(piece->text);
}

/*
 * "DRESS CODE" behind the roles below "JOB DESCRIPTIONS", where no line in capitals stands between
 * these: the next chapter of a handbook.
 */
static void note_capitals(struct outline *outline, struct capitals *capitals, size_t i)
{
    struct piece *piece = &outline->pieces[i];
    if (piece->is_role) {
        capitals->roles++;
        capitals->is_used |= piece_is_in_capitals(piece);
        return;
    }
    if (!is_line_in_capitals(piece))
        return;
    capitals->is_used |= piece->label.kind == LABEL_ELEMENT;
    bool is_next = capitals->line < i && capitals->roles >= SERIES_MIN && !capitals->is_used;
    if (is_next)
        make_chapter(piece);
    capitals->is_used |= capitals->roles > 0 && !is_next;
    capitals->line = i;
    capitals->roles = 0;
}

void find_ends_of_series(struct extraction *x, struct outline *outline)
{
    struct capitals capitals = {.line = SIZE_MAX};
    struct level_so_far levels[LEVELS] = {{0}};
    struct numbered numbered = {.outline = outline,
                                .alike = arena_new_array(x->scratch, outline->count + 1, size_t)};
    for (size_t i = 0; i < outline->count; i++) {
        numbered.alike[i] = last_alike(&numbered, i);
        find_end(x, outline, &numbered, i);
        note_level(outline, levels, i);
        note_piece(x, &numbered, i);
        note_capitals(outline, &capitals, i);
    }
}
