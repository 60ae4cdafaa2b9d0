/* "Levels", "Specialties" among the roles of a family: chapters, and no value of one of them. */
#include "core/extract/walk/chapters.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/extract/walk/walk.h"
#include <string.h>

bool element_is_one_word(enum element element)
{
    return element_row(element)->kind == KIND_TEXT && element != ELEMENT_TITLE &&
           element != ELEMENT_PURPOSE;
}

/* "Levels", "Specialties" right over roles are a chapter of them, and no value of one. */
static bool is_chapter_of_roles(const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return !piece->is_role && piece->label.kind == LABEL_ELEMENT &&
           element_is_one_word(piece->label.element) && text_is_empty(piece->rest) &&
           next < outline->count && outline->pieces[next].is_role;
}

/*
 * "Specialties" beside the roles of a family or above them, over headings of its own: none of them
 * is a value, nor more of the last role.
 */
static bool is_chapter_behind_roles(const struct extraction *x, const struct outline *outline,
                                    size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    return x->handbook->role_count > 1 && x->role != NULL && piece->level <= x->role_level &&
           piece->block->kind == BLOCK_HEADING && piece->label.kind == LABEL_ELEMENT &&
           piece->label.element == ELEMENT_JOB_TYPE && text_is_empty(piece->rest) &&
           next < outline->count && outline->pieces[next].block->kind == BLOCK_HEADING &&
           outline->pieces[next].level > piece->level;
}

/* "Career ladder" behind the chapter goes on with the role in front of it, as without one. */
static void go_on_behind_chapter(struct extraction *x, const struct piece *piece)
{
    bool is_behind = x->in_front != NULL && piece->level <= x->role_level;
    if (is_behind && x->role == NULL && !piece->is_role && piece->label.kind == LABEL_ELEMENT) {
        x->role = x->in_front;
        memset(x->is_settled, 0, sizeof x->is_settled);
    }
    if (is_behind || piece->is_role)
        x->in_front = NULL;
}

bool begins_role_chapter(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    struct span at = piece->block->span;
    if (is_chapter_of_roles(outline, index)) {
        end_role(x);
        begin_chapter(x, piece->text, piece->level, at);
        return true;
    }
    if (!is_chapter_behind_roles(x, outline, index)) {
        go_on_behind_chapter(x, piece);
        return false;
    }
    struct role *role = x->role;
    end_role(x);
    x->in_front = role;
    open_other(x, piece->text, piece->level, at, false);
    return true;
}
