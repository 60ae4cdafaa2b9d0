/* 【司儀】 and 【督導】 among 【化妝師】 and 【攝影師】: names in brackets, each over its own words. */
#include "core/base/script.h"
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

void find_bracketed_names(struct extraction *x, struct outline *outline)
{
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
