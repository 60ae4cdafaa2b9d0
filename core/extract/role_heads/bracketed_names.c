/* 【司儀】 and 【督導】 among 【化妝師】 and 【攝影師】: names in brackets, each over its own words. */
#include "core/base/script.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/role_heads/role_heads.h"

#define ROLES_MIN 2 /* in such brackets: the document marks its names so */

/* Nothing but words in such brackets. */
static bool is_bracketed(const struct piece *piece)
{
    return piece->block->kind == BLOCK_PARAGRAPH && is_in_black_brackets(piece->text);
}

/* Unknown words, or a label that names positions: a superior's, 督導. */
static bool may_be_name(struct extraction *x, const struct piece *piece)
{
    struct text name = name_of_line(x, piece->text);
    struct label label = label_find(x, name);
    bool is_post =
        label.kind == LABEL_ELEMENT && label.needs_context && label_names_post(x, &label, name);
    return is_post || (label.kind == LABEL_UNKNOWN && label_guess(x, name).kind == LABEL_UNKNOWN &&
                       !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text));
}

/* A heading or a line in such brackets, of words that nobody knows. */
static bool is_unknown_in_brackets(const struct piece *piece)
{
    bool is_line = piece->kind == PIECE_HEADING || piece->kind == PIECE_WORDS;
    return is_line && !piece->is_running && piece->label.kind == LABEL_UNKNOWN &&
           is_in_black_brackets(piece->text);
}

/* 【前端開發】: a position, or the craft by which a posting calls it. */
static bool is_bracketed_craft(struct extraction *x, const struct piece *piece)
{
    struct text inside, behind;
    if (!is_unknown_in_brackets(piece) || !part_black_brackets(piece->text, &inside, &behind))
        return false;
    struct text name = label_without_remark(inside);
    return vocabulary_is_position(x->vocabulary, x->scratch, name) || is_craft(x, name);
}

/* Right over what somebody does or takes, whatever the words are: 【運維開發】. */
static bool is_over_section(const struct outline *outline, size_t at)
{
    size_t next = outline_next(outline, at);
    return next < outline->count && is_unknown_in_brackets(&outline->pieces[at]) &&
           piece_section(&outline->pieces[next]) != ELEMENT_COUNT;
}

/* The title over them is no role, where nothing between them says what somebody does or takes. */
static void drop_title_over(struct outline *outline, size_t first)
{
    for (size_t i = first; i-- > 0;) {
        struct piece *piece = &outline->pieces[i];
        if (piece_section(piece) != ELEMENT_COUNT)
            return;
        if (piece->is_role && piece->level < outline->pieces[first].level)
            name_nobody(piece);
    }
}

/*
 * 【後端開發】 and 【前端開發】 of a posting, and one in such brackets right over its duties or what it
 * takes: roles, though no word says that they are positions.
 */
static void find_bracketed_crafts(struct extraction *x, struct outline *outline)
{
    size_t crafts = 0, over_sections = 0, first = outline->count;
    for (size_t i = outline->count; i-- > 0;) {
        bool is_craft_line = is_bracketed_craft(x, &outline->pieces[i]);
        bool is_over = is_over_section(outline, i);
        crafts += is_craft_line;
        over_sections += is_over;
        first = is_craft_line || is_over ? i : first;
    }
    if (crafts < ROLES_MIN || over_sections == 0)
        return;
    for (size_t i = first; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->is_role || !(is_bracketed_craft(x, piece) || is_over_section(outline, i)))
            continue;
        piece->level = piece->kind == PIECE_HEADING ? piece->level : LEVEL_NAMED;
        piece->kind = PIECE_HEADING;
        piece->guess = label_of(ELEMENT_COUNT);
        piece->is_role = part_black_brackets(piece->text, &piece->name, &(struct text){0});
    }
    drop_title_over(outline, first);
}

void find_bracketed_names(struct extraction *x, struct outline *outline)
{
    find_bracketed_crafts(x, outline);
    const struct piece *first = NULL, *last = NULL;
    size_t roles = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!piece->is_role || piece->kind != PIECE_HEADING || !is_bracketed(piece))
            continue;
        first = first == NULL ? piece : first;
        last = piece;
        roles++;
    }
    for (size_t i = 0; roles >= ROLES_MIN && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        bool is_over = next < outline->count && outline->pieces[next].kind == PIECE_WORDS &&
                       !is_bracketed(&outline->pieces[next]);
        if (piece->is_role || !is_over || piece->is_running || !is_bracketed(piece) ||
            !may_be_name(x, piece))
            continue;
        piece->kind = PIECE_HEADING;
        piece->level = piece < last ? last->level : first->level;
        piece->label = piece->guess = label_of(ELEMENT_COUNT);
        piece->is_role = true;
        piece->is_duties = first->is_duties;
        piece->name = name_of_line(x, piece->text);
    }
}
