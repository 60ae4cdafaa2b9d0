/*
 * The roles of a procedure or a policy: its chapter says who answers for what, in a list, in lines
 * or below headings, whatever the headings around it look like.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/series.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/chapters.h"

#define TITLE_BYTES 240 /* of a title: longer words above all are none, and take time to look up */

bool title_goes_on_as_paper(struct extraction *x, const struct outline *outline)
{
    size_t next = outline_next(outline, 0);
    const struct piece *line = &outline->pieces[next < outline->count ? next : 0];
    return next < outline->count && line->block->kind != BLOCK_LIST &&
           text_is_any(label_folded(x, line->text), signs_of(x, SIGN_POLICY));
}

bool is_of_paper(struct extraction *x, const struct outline *outline)
{
    if (outline->count == 0)
        return false;
    struct text title = outline->pieces[0].text;
    return x->page_title_count > 0 || title_goes_on_as_paper(x, outline) ||
           (title.size <= TITLE_BYTES && vocabulary_is_no_role(x->vocabulary, x->scratch, title));
}

bool series_is_below(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    return series_announced_by(x, piece->text) ||
           (piece->kind == PIECE_HEADING && piece_meaning(piece)->kind == LABEL_ELEMENT &&
            piece_meaning(piece)->element == ELEMENT_DUTIES && outline->is_of_paper);
}

/* A line of the look that has a name and what somebody does. */
static bool is_beside(struct extraction *x, const struct piece *piece, unsigned look)
{
    struct role_item item;
    return piece_look(piece) == look && role_item_of_line(x, piece, &item);
}

/*
 * "Supervisor: approves extensions" beside "Case manager: visits", below "Roles": one of them, and
 * no label of who the superior is.
 */
void settle_posts_of_papers(struct extraction *x, struct outline *outline)
{
    bool is_below = false;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        struct role_item item;
        if (piece->kind == PIECE_HEADING)
            is_below = series_is_below(x, outline, i);
        size_t next = outline_next(outline, i);
        bool is_label = piece->kind == PIECE_PAIRS && label_names_positions(&piece->label);
        if (!is_below || !is_label || next == outline->count || piece_look(piece) == 0)
            continue;
        struct piece words = *piece;
        words.kind = PIECE_WORDS;
        unsigned look = piece_look(piece);
        if (role_item_of_line(x, &words, &item) && role_item_tells(x, &item) &&
            (is_beside(x, &outline->pieces[next], look) ||
             is_beside(x, &outline->pieces[outline_previous(outline, i)], look))) {
            piece_make_words(piece);
        }
    }
}

/* Numbered alike, or headings as high. */
static bool stand_alike(const struct piece *piece, const struct piece *other)
{
    bool are_headings = piece->kind == PIECE_HEADING && other->kind == PIECE_HEADING;
    return (piece_look(piece) != 0 && piece_look(piece) == piece_look(other)) ||
           (are_headings && piece->level == other->level);
}

/*
 * "3.2 Line Supervisor" beside "3.1 Quality Manager", each over words of its own below
 * "3 Responsibilities": a post, and no label of who the superior is.
 */
static void settle_posts_below(struct extraction *x, struct outline *outline, size_t heading)
{
    size_t end = outline_end_below(outline, heading);
    const struct piece *post = NULL;
    for (size_t i = heading + 1; i < end && post == NULL; i++) {
        const struct piece *piece = &outline->pieces[i];
        bool is_marked = piece->kind == PIECE_HEADING || piece_look(piece) != 0;
        if (is_marked && piece->block->kind != BLOCK_LIST && outline_is_name_like(x, piece) &&
            !label_names_post(x, &piece->label, piece->text) && outline_is_position(x, piece))
            post = piece;
    }
    for (size_t i = heading + 1; i < end && post != NULL; i++) {
        struct piece *piece = &outline->pieces[i];
        size_t next = outline_next(outline, i);
        if (piece->kind == PIECE_HEADING && stand_alike(piece, post) && next < end &&
            outline->pieces[next].kind == PIECE_WORDS &&
            label_names_post(x, &piece->label, piece->text))
            piece->label = piece->guess = label_of(ELEMENT_COUNT);
    }
}

void settle_posts_of_chapters(struct extraction *x, struct outline *outline)
{
    for (size_t i = 0, end = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        const struct label *label = piece_meaning(piece);
        bool is_duties = label->kind == LABEL_ELEMENT && label->element == ELEMENT_DUTIES;
        if (i < end || piece->kind != PIECE_HEADING || piece->block->kind != BLOCK_HEADING ||
            !(is_duties || series_is_below(x, outline, i)))
            continue;
        settle_posts_below(x, outline, i);
        end = outline_end_below(outline, i);
    }
}

/* Headings that name roles, of which nothing but what stands below them says that they do. */
static bool are_unknown(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->begins_role || piece_holds_roles(x, piece) ||
            (piece->is_role && (outline_is_position(x, piece) || is_department(x, piece->name) ||
                                title_holds_position(x, piece->name))))
            return false;
    }
    return true;
}

/* A list right below "Roles and responsibilities" holds them: no other heading names one then. */
void find_lists_of_papers(struct extraction *x, struct outline *outline, size_t page)
{
    bool found = false;
    if (!are_unknown(x, outline))
        return;
    for (size_t i = 0; i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        struct role_item item;
        piece->is_role_list = piece->block->kind == BLOCK_LIST && piece->block->children != NULL &&
                              series_is_right_below(x, outline, i) &&
                              role_item_of_block(x, piece->block->children, &item) &&
                              series_in_list(x, outline, i, page, false);
        found |= piece->is_role_list;
    }
    for (size_t i = 0; found && i < outline->count; i++)
        if (outline->pieces[i].is_role)
            name_nobody(&outline->pieces[i]);
}

bool is_over_rows_of_duties(struct extraction *x, const struct outline *outline, size_t title)
{
    size_t end = outline_end_below(outline, title), column;
    if (outline_is_position(x, &outline->pieces[title]))
        return false;
    for (size_t i = title + 1, next; (next = outline_next(outline, i)) < end; i = next) {
        const struct piece *table = &outline->pieces[next];
        if (piece_section(&outline->pieces[i]) == ELEMENT_DUTIES && table->kind == PIECE_TABLE &&
            !table->is_index && is_role_rows(x, table->block->table, &column))
            return true;
    }
    return false;
}
