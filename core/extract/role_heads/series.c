/*
 * Lists and rows of lines in which each item or line is a role, 「店長：管理門市」: where they stand.
 * series_evidence.c tells whether they are.
 */
#include "core/extract/role_heads/series.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/extract/walk/chapters.h"

#define ITEMS_MIN 2  /* of a list: one alone is a sentence with a colon */
#define LINES_MIN 3  /* one a line: two may be of a story */
#define LOOKS_MAX 16 /* of lines of one document: a bound on work */

/* ---- lists ---- */

/* Every item is a head, and so are those of a team below one. */
static bool add_heads(struct extraction *x, struct series *series, const struct block *list)
{
    struct role_item item;
    for (const struct block *b = list->children; b != NULL; b = b->next) {
        if (!role_item_of_block(x, b, &item))
            return false;
        if (item.group != NULL) {
            if (!add_heads(x, series, item.group))
                return false;
            continue;
        }
        series_add_item(x, series, &item);
        if (item.team != NULL && !add_heads(x, series, item.team))
            return false;
    }
    return true;
}

/* Each item begins in bold, as the names of roles do where most of the names are known ones. */
static bool are_marked(const struct series *series, const struct block *list)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        const struct run *run = item->children->runs;
        if (run == NULL || (run->style & STYLE_STRONG) == 0)
            return false;
    }
    return 3 * series->known >= 2 * series->heads;
}

/* Of a list of who is there, few or none are told of; the leads of teams need not be. */
static bool are_told_of(const struct series *series)
{
    return 2 * (series->bare - series->teams) <= series->heads &&
           (series->bare == 0 || series->heads - series->bare >= ITEMS_MIN);
}

bool series_in_list(struct extraction *x, const struct outline *outline, size_t index, size_t page,
                    bool needs_kin)
{
    const struct piece *piece = &outline->pieces[index];
    struct series series = {0};
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_LIST ||
        !add_heads(x, &series, piece->block) || !are_told_of(&series))
        return false;
    if (series_are_kin(&series) && !series_is_of_section(outline, index))
        return true;
    if (needs_kin)
        return false;
    series.is_announced = series_is_announced(x, outline, index) ||
                          (2 * series.known >= series.heads && series_is_wanted(x, outline, index));
    series.is_page = 2 * whole_block_text(x->scratch, piece->block).size >= page;
    series.is_marked = are_marked(&series, piece->block);
    return series.heads >= ITEMS_MIN && series_is_of_roles(&series) &&
           series_may_be_of_roles(x, outline, index, &series);
}

/* Each item is a post with the number of its holders, over what they do. */
static bool is_list_of_posts(struct extraction *x, const struct piece *piece)
{
    struct series series = {0};
    return piece->kind == PIECE_WORDS && piece->block->kind == BLOCK_LIST && !piece->is_role_list &&
           add_heads(x, &series, piece->block) && series.posts == series.heads &&
           series_are_kin(&series);
}

/*
 * "Duties of each role:", "The duties of the officers are:" right above, and each item is a position
 * with what its holder does; or such a row below a caption was the list of an item.
 */
static bool is_list_of_each(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct series series = {0};
    if (piece->kind != PIECE_WORDS || piece->block->kind != BLOCK_LIST || piece->is_role_list)
        return false;
    size_t above = outline_previous(outline, index);
    struct text lead =
        above < index ? words_right_above(x, outline->pieces[above].block) : TEXT("");
    bool leads = words_lead_to_each(x, lead);
    if (!leads && above < index && outline->pieces[above].block->kind == BLOCK_LIST &&
        is_captioned_row(x, lead, piece->block))
        return true;
    return leads && add_heads(x, &series, piece->block) && series.heads >= LINES_MIN &&
           series.kin == series.heads && series.told == series.heads && series.bare == 0;
}

/* The headings that a place stands below; NULL: there is none of the level. */
struct above {
    struct piece *headings[LEVEL_LINE + 1];
};

static void go_below(struct above *above, struct piece *heading)
{
    for (unsigned level = heading->level; level <= LEVEL_LINE; level++)
        above->headings[level] = NULL;
    above->headings[heading->level] = heading;
}

static bool is_below_position(struct extraction *x, const struct above *above)
{
    for (unsigned level = 0; level <= LEVEL_LINE; level++) {
        const struct piece *heading = above->headings[level];
        if (heading != NULL && heading->is_role && outline_is_position(x, heading))
            return true;
    }
    return false;
}

/*
 * Such lists are of roles whatever else the document holds, but below a position: there they are
 * the team of its holder. A heading over them that names none is the title of a book or a unit.
 */
void find_lists_of_posts(struct extraction *x, struct outline *outline)
{
    struct above above = {.headings = {NULL}};
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->kind == PIECE_HEADING && piece->level <= LEVEL_LINE)
            go_below(&above, piece);
        if (is_list_of_each(x, outline, i)) {
            piece->is_role_list = true;
            continue;
        }
        if (!is_list_of_posts(x, piece) || is_below_position(x, &above))
            continue;
        piece->is_role_list = piece->is_list_of_unit = true;
        for (unsigned level = 0; level <= LEVEL_LINE; level++)
            if (above.headings[level] != NULL)
                name_nobody(above.headings[level]);
    }
}

/* ---- lines ---- */

/* A line of the look, and no 「組員：王小明」. */
static bool is_head(struct extraction *x, const struct piece *piece, unsigned look,
                    struct role_item *item)
{
    return piece_look(piece) == look && role_item_of_line(x, piece, item) &&
           !series_tells_who(x, item);
}

/* No line of a row stands behind it: a table, a heading of the document or a known one. */
static bool ends_row(const struct piece *piece)
{
    return piece->kind == PIECE_TABLE || piece->kind == PIECE_PAIRS ||
           (piece->kind == PIECE_HEADING &&
            (piece->block->kind == BLOCK_HEADING || piece->label.kind != LABEL_UNKNOWN));
}

/*
 * A heading of the document that holds a position: lines below it are of that role. "Officers" are
 * several.
 */
static bool is_heading_of_position(struct extraction *x, const struct piece *piece)
{
    return piece->block->kind == BLOCK_HEADING && title_holds_position(x, piece->text) &&
           !series_announced_by(x, piece->text);
}

/* 「董事會：負責…」 without the bullet of the lines below, or behind them. */
static bool is_kin(struct extraction *x, const struct piece *piece)
{
    struct role_item item;
    return role_item_of_line(x, piece, &item) && !are_people(x, item.words) &&
           (vocabulary_is_position(x->vocabulary, x->scratch, item.name) ||
            is_department(x, item.name));
}

/* The lines beside the row that the author gave no mark, or another. */
static void widen_row(struct extraction *x, struct outline *outline, size_t first, size_t end)
{
    size_t above = outline_previous(outline, first), last = first;
    for (size_t i = first; i < end; i++)
        last = outline->pieces[i].is_role_line ? i : last;
    size_t below = outline_next(outline, last);
    if (above < first && is_kin(x, &outline->pieces[above]))
        outline->pieces[above].is_role_line = true;
    if (below < outline->count && is_kin(x, &outline->pieces[below]))
        outline->pieces[below].is_role_line = true;
}

/* What is known of the document where its lines are read. */
struct search {
    size_t page;                      /* bytes of all that stands in it */
    const struct table_names *tables; /* NULL: nobody asked */
};

/*
 * The lines from first up to end that look like it are roles, if their evidence is enough.
 * needs_kin: only where all of them name positions or units.
 */
static void find_lines(struct extraction *x, struct outline *outline, size_t first, size_t end,
                       struct search *search, bool needs_kin)
{
    unsigned look = piece_look(&outline->pieces[first]);
    size_t size = 0, again = 0, below = 0;
    struct role_item item;
    struct series series = {.is_announced = series_is_announced(x, outline, first),
                            .is_marked = look != 0};
    size_t heading = outline->over[first].heading_block;
    bool is_below = is_heading_of_position(x, &outline->pieces[heading]);
    for (size_t i = first; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->block->kind == BLOCK_HEADING)
            is_below = is_heading_of_position(x, piece);
        if (piece_look(piece) != look || !role_item_of_line(x, piece, &item))
            continue;
        series_add_item(x, &series, &item);
        below += is_below;
        size += piece->text.size;
    }
    series.is_page = 2 * size >= search->page;
    bool have_kin = series_are_kin(&series) && !series_is_of_section(outline, first);
    bool are_enough = series.heads >= LINES_MIN || series_is_sure(&series);
    bool are_roles = !needs_kin && are_enough && series_is_of_roles(&series) &&
                     series_may_be_of_roles(x, outline, first, &series);
    if (2 * below > series.heads || (!have_kin && !are_roles))
        return;
    if (search->tables == NULL)
        search->tables = series_table_names(x, outline);
    for (size_t i = first; i < end; i++) {
        struct piece *piece = &outline->pieces[i];
        piece->is_of_table_role = is_head(x, piece, look, &item) &&
                                  series_is_in_table(x, search->tables, first, item.name);
        again += piece->is_of_table_role;
    }
    bool tells_more = series.is_announced && series.people == 0 &&
                      (series.told == series.heads || series_are_kin(&series));
    for (size_t i = first; (2 * again < series.heads || tells_more) && i < end; i++)
        outline->pieces[i].is_role_line = is_head(x, &outline->pieces[i], look, &item);
    if (have_kin && 2 * again < series.heads)
        widen_row(x, outline, first, end);
}

/* A caption that speaks of roles, and no line of the row. */
static bool is_caption_of_roles(struct extraction *x, const struct piece *piece, unsigned look)
{
    return piece->kind != PIECE_TABLE && piece->block->kind != BLOCK_LIST &&
           piece_look(piece) != look && series_announced_by(x, piece->text);
}

/* "2.2 Schedule" behind "2.1.4 Tester: …": a part of the document of its own. */
static bool is_number_above(const struct piece *piece, size_t parts)
{
    size_t here = parts > 1 ? piece_number_parts(piece) : 0;
    return here > 0 && here < parts;
}

/*
 * Up to a line that ends it, or that looks like the caption of roles above it, "5) Roles" over
 * bullets in front of "6) Intake", or has a number of fewer parts.
 */
static size_t row_end(struct extraction *x, const struct outline *outline, size_t first)
{
    size_t end = first + 1, above = outline_previous(outline, first);
    size_t parts = piece_number_parts(&outline->pieces[first]);
    unsigned look = piece_look(&outline->pieces[first]), caption = 0;
    if (above < first && is_caption_of_roles(x, &outline->pieces[above], look))
        caption = piece_look(&outline->pieces[above]);
    while (end < outline->count && !ends_row(&outline->pieces[end]) &&
           !is_number_above(&outline->pieces[end], parts) &&
           (caption == 0 || piece_look(&outline->pieces[end]) != caption) &&
           !is_caption_of_roles(x, &outline->pieces[end], look))
        end++;
    return end;
}

/* All lines of one look, but those with numbers of several parts: each row of these is of a part. */
static void find_lines_alike(struct extraction *x, struct outline *outline, struct search *search)
{
    unsigned seen[LOOKS_MAX];
    size_t looks = 0;
    struct role_item item;
    for (size_t i = 0; i < outline->count; i++) {
        unsigned look = piece_look(&outline->pieces[i]);
        size_t k = 0;
        while (k < looks && seen[k] != look)
            k++;
        if (k < looks || looks == LOOKS_MAX || piece_number_parts(&outline->pieces[i]) > 1 ||
            !is_head(x, &outline->pieces[i], look, &item))
            continue;
        seen[looks++] = look;
        find_lines(x, outline, i, outline->count, search, false);
    }
}

/* The next line of the row that looks otherwise; the first: there is none. */
static size_t other_look(struct extraction *x, const struct outline *outline, size_t first,
                         size_t end)
{
    struct role_item item;
    unsigned look = piece_look(&outline->pieces[first]);
    for (size_t i = first + 1; i < end; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece_look(piece) != look && is_head(x, piece, piece_look(piece), &item))
            return i;
    }
    return first;
}

/* The line or the heading right above says that positions follow. */
static bool is_below_positions(const struct extraction *x, const struct outline *outline,
                               size_t index)
{
    size_t above = outline_previous(outline, index);
    const struct piece *line = series_line_above(outline, index),
                       *heading = &outline->pieces[above];
    return (line != NULL && series_announces_positions(x, line->text)) ||
           (above < index && heading->kind == PIECE_HEADING &&
            series_announces_positions(x, heading->text));
}

/*
 * Rows of lines. is_told: only such as are said to be positions right above, since other roles are
 * found, or the document is titled as rules are, or as a house that has them; may_be_kin: or whose
 * names all are positions or units.
 */
static void find_rows(struct extraction *x, struct outline *outline, struct search *search,
                      bool is_told, bool may_be_kin)
{
    struct role_item item;
    for (size_t i = 0, end; i < outline->count; i = end) {
        const struct piece *piece = &outline->pieces[i];
        bool is_announced_row = is_told && piece->kind == PIECE_WORDS &&
                                (is_below_positions(x, outline, i) ||
                                 (outline->is_of_paper && series_is_right_below(x, outline, i)));
        bool is_first = !piece->is_role_line && (!is_told || may_be_kin || is_announced_row) &&
                        is_head(x, piece, piece_look(piece), &item);
        end = is_first ? row_end(x, outline, i) : i + 1;
        bool needs_kin = is_told && !is_announced_row;
        if (is_first)
            find_lines(x, outline, i, end, search, needs_kin);
        if (is_first && needs_kin) /* its first line may have no bullet */
            find_lines(x, outline, other_look(x, outline, i, end), end, search, true);
    }
}

/* Lists, lines and rows of lines, where the headings name no roles, or other things say so. */
static void find_series_of_words(struct extraction *x, struct outline *outline, size_t page,
                                 size_t roles, bool is_of_rules)
{
    struct search search = {.page = page};
    for (size_t i = 0; roles == 0 && i < outline->count; i++) {
        bool needs_kin = is_of_rules && !series_is_right_below(x, outline, i);
        outline->pieces[i].is_role_list |= series_in_list(x, outline, i, page, needs_kin);
    }
    if (roles == 0 && !is_of_rules)
        find_lines_alike(x, outline, &search);
    find_rows(x, outline, &search, roles > 0 || is_of_rules, roles == 0);
}

void find_series(struct extraction *x, struct outline *outline)
{
    size_t page = 0, roles = 0, sections = 0;
    if (outline->count == 0)
        return;
    bool is_of_rules = vocabulary_is_no_role(x->vocabulary, x->scratch, outline->pieces[0].text);
    for (size_t i = 0; i < outline->count; i++) {
        roles += outline->pieces[i].is_role;
        sections += piece_section(&outline->pieces[i]) != ELEMENT_COUNT;
        page += whole_block_text(x->scratch, outline->pieces[i].block).size;
    }
    settle_posts_of_papers(x, outline);
    find_series_of_headings(x, outline, page, is_of_rules);
    series_note_headings(x, outline);
    if (roles > 0 && sections > 0) /* what else stands there is theirs */
        find_lists_of_papers(x, outline, page);
    else
        find_series_of_words(x, outline, page, roles, is_of_rules);
    outline->over = NULL;
}
