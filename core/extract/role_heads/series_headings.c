/*
 * Headings beside each other, each over a body of its own, are a series as lines are:
 * 「## 林文 | 專案總監」 over what that one does. Those whose names are known or whose bodies tell
 * it are roles; no label of a section need stand below them.
 */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/model/list_label.h"

#define HEADINGS_MIN 2 /* one alone may be a section */

/* ---- what bodies say ---- */

/* Words that say what somebody does, also behind a caption: 「架構設計：制定整體方案」. */
static bool words_tell(struct extraction *x, struct text words)
{
    words = list_label_of(text_trim(words)).rest;
    if (tells_of_holder(x, words))
        return true;
    size_t width, colon = find_colon(words, &width);
    return colon != TEXT_NOT_FOUND &&
           vocabulary_opening(x->vocabulary, x->scratch,
                              text_trim(text_from(words, colon + width))) == ELEMENT_DUTIES;
}

struct tally {
    size_t words, told;
};

static void count_block(struct extraction *x, struct tally *tally, const struct block *block)
{
    if (block->kind == BLOCK_LIST) {
        for (const struct block *item = block->children; item != NULL; item = item->next)
            if (item->children != NULL)
                count_block(x, tally, item->children);
        return;
    }
    struct text words = block_text(x->scratch, block);
    tally->words += !text_is_blank(words);
    tally->told += words_tell(x, words);
}

/* 「委員會負責技術事務，其職責包括：」 */
static bool announces_list(struct extraction *x, const struct piece *piece)
{
    return piece->kind == PIECE_WORDS && ends_in_colon(piece->text) &&
           series_announced_by(x, piece->text);
}

bool heading_tells(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading);
    struct tally tally = {0};
    for (size_t i = heading + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece_section(piece) != ELEMENT_COUNT || announces_list(x, piece))
            return true;
        if (piece->kind == PIECE_WORDS)
            count_block(x, &tally, piece->block);
    }
    return tally.told > 0 && 2 * tally.told >= tally.words;
}

/* The headings of a series, in their order. */
struct row {
    size_t *headings; /* in the scratch memory */
    size_t count, capacity;
    bool has_holders; /* all have somebody's name in front */
};

/* What the heading calls its role. */
static struct text name_of(const struct extraction *x, const struct row *row,
                           const struct piece *piece)
{
    struct text name = name_of_line(x, piece->text);
    return row->has_holders ? name_behind_holder(name) : name;
}

/* ---- rows of headings ---- */

/* A role begins at the piece, or stands in it. */
static bool is_of_role(struct extraction *x, const struct piece *piece)
{
    return piece->is_role || piece->begins_role || piece->is_role_line || piece->is_role_list ||
           piece_holds_roles(x, piece);
}

/* "How to apply" behind the posts: a section that any page has, and none of their names. */
static bool is_of_any_page(struct extraction *x, const struct piece *piece)
{
    return piece->label.kind == LABEL_OTHER && !outline_is_position(x, piece);
}

/*
 * The headings beside the first, up to the next of a level above; none (count 0) where some of what
 * stands there is of roles already, or where they are the sections of one.
 */
static struct row row_of(struct extraction *x, const struct outline *outline, size_t first)
{
    struct row row = {.count = 0}, none = {.count = 0};
    unsigned level = outline->pieces[first].level;
    for (size_t i = first; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->level < level)
            break;
        if (is_of_role(x, piece))
            return none;
        if (piece->kind != PIECE_HEADING || piece->level > level)
            continue;
        if (piece_section(piece) != ELEMENT_COUNT || words_announce_roles(x, piece->text) ||
            is_part_of_plan(x, piece->text))
            return none;
        if (!is_of_any_page(x, piece))
            *arena_push(x->scratch, row.headings, row.count, row.capacity) = i;
    }
    row.has_holders = have_holders(x, outline, row.headings, row.count);
    return row;
}

/* The heading that the first stands below says that roles follow. */
static bool is_announced(struct extraction *x, const struct outline *outline, size_t first)
{
    for (size_t i = first; i-- > 0;)
        if (outline->pieces[i].kind == PIECE_HEADING &&
            outline->pieces[i].level < outline->pieces[first].level)
            return series_is_below(x, outline, i);
    return false;
}

/* A heading of the level, before another of a level above, that is a section of what a role needs. */
static bool is_beside_sections(const struct outline *outline, size_t heading)
{
    unsigned level = outline->pieces[heading].level;
    for (size_t i = heading + 1; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind != PIECE_HEADING || piece->level > level)
            continue;
        if (piece->level < level)
            break;
        if (piece_section(piece) == ELEMENT_APPOINTMENT)
            return true;
    }
    return false;
}

/*
 * "Finance" and "Service delivery" below "Main duties", which stands between what one post is for
 * and what it takes: groups of its duties, and no position's name is among them.
 */
static bool are_groups(struct extraction *x, const struct outline *outline, const struct row *row)
{
    size_t above = row->headings[0];
    unsigned level = outline->pieces[above].level;
    while (above > 0 &&
           (outline->pieces[above].kind != PIECE_HEADING || outline->pieces[above].level >= level))
        above--;
    const struct piece *duties = &outline->pieces[above];
    if (duties->kind != PIECE_HEADING || duties->level >= level ||
        duties->label.kind != LABEL_ELEMENT || duties->label.element != ELEMENT_DUTIES ||
        !is_latin_text(duties->text) || !is_beside_sections(outline, above))
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (outline_is_position(x, &outline->pieces[row->headings[i]]))
            return false;
    return true;
}

/*
 * "Vision", "Expert practitioner" and "Quality" right below "Head of Craft", the title of the page:
 * most of them name nobody, so they are groups of what that one does.
 */
static bool are_groups_of_title(struct extraction *x, const struct outline *outline,
                                const struct row *row)
{
    const struct piece *title = &outline->pieces[0];
    size_t known = 0;
    if (row->headings[0] == 0 || title->kind != PIECE_HEADING || !is_latin_text(title->text) ||
        title->level >= outline->pieces[row->headings[0]].level ||
        !reads_like_position(x, title->text) || text_ends_with(title->text, TEXT("s")) ||
        text_ends_with_any_word(title->text, signs_of(x, SIGN_BODY)))
        return false;
    for (size_t i = 0; i < row->count; i++) {
        const struct piece *piece = &outline->pieces[row->headings[i]];
        known += outline_is_position(x, piece) ||
                 vocabulary_is_office(x->vocabulary, x->scratch, piece->text);
    }
    return 2 * known < row->count;
}

static void mark_row(struct extraction *x, struct outline *outline, const struct row *row,
                     size_t page, bool is_told)
{
    bool *is_role = arena_new_array(x->scratch, row->count, bool);
    bool is_below = is_announced(x, outline, row->headings[0]);
    size_t size = 0;
    struct series series = {
        .is_announced = is_below || series_is_titled(x, outline, row->headings[0]),
        .is_of_charges = row->headings[0] > 0 &&
                         text_holds_any(outline->pieces[0].text, signs_of(x, SIGN_CHARGE))};
    if ((is_told && !is_below) || are_groups(x, outline, row) ||
        are_groups_of_title(x, outline, row))
        return;
    for (size_t i = 0; i < row->count; i++) {
        size_t heading = row->headings[i], end = outline_end_below(outline, heading);
        const struct piece *piece = &outline->pieces[heading];
        bool tells = heading_tells(x, outline, heading);
        is_role[i] = series_add_head(x, &series, name_of(x, row, piece), tells, false) || tells;
        for (size_t k = heading; k < end; k++)
            size += whole_block_text(x->scratch, outline->pieces[k].block).size;
    }
    series.is_page = 2 * size >= page;
    if (!series_is_of_roles(&series))
        return;
    for (size_t i = 0; i < row->count; i++) {
        struct piece *piece = &outline->pieces[row->headings[i]];
        if (!is_role[i])
            continue;
        size_t next = outline_next(outline, row->headings[i]);
        piece->is_role = true;
        piece->is_duties = next < outline->count && outline->pieces[next].kind == PIECE_WORDS;
        piece->name = name_of_line(x, piece->text);
        if (row->has_holders)
            part_holder(piece);
    }
}

/* The headings above a place, and whether they, or a line in front of it, name a role. */
struct above {
    bool is_open[LEVEL_LINE + 1]; /* a heading of the level stands there */
    bool is_role[LEVEL_LINE + 1];
    bool has_line;
};

static void go_below(struct above *above, const struct piece *heading)
{
    above->is_open[heading->level] = true;
    above->is_role[heading->level] = heading->is_role;
}

static bool is_in_role(const struct above *above, unsigned level)
{
    while (level > 0 && !above->is_role[level - 1])
        level--;
    return above->has_line || level > 0;
}

void find_series_of_headings(struct extraction *x, struct outline *outline, size_t page,
                             bool is_told)
{
    struct above above = {.has_line = false};
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING) {
            for (unsigned level = piece->level + 1; level <= LEVEL_LINE; level++)
                above.is_open[level] = above.is_role[level] = false;
            struct row row = {.count = 0};
            if (!above.is_open[piece->level] && !is_in_role(&above, piece->level))
                row = row_of(x, outline, i);
            if (row.count >= HEADINGS_MIN)
                mark_row(x, outline, &row, page, is_told);
            go_below(&above, piece);
        }
        above.has_line |= piece->begins_role;
    }
}
