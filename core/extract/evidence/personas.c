/*
 * Personas: users of a product, drawn as people with an age, an occupation and what frustrates them.
 * They have names of positions, and no duties.
 */
#include "core/base/script.h"
#include "core/extract/evidence/false_friends.h"
#include "core/model/fold.h"

/* "Frustrations: too many steps", 痛点 in a cell or a heading of its own. */
static bool is_of_user(struct extraction *x, struct text line)
{
    size_t width, colon = find_colon(line, &width);
    struct text label = text_slice(line, 0, colon == TEXT_NOT_FOUND ? line.size : colon);
    return !text_is_blank(label) && label.size <= LABEL_BYTES &&
           text_is_any(fold_label(x->scratch, label), signs_of(x, SIGN_PERSONA));
}

size_t count_personas(struct extraction *x, const struct document *document)
{
    size_t count = 0;
    struct walk *walk = arena_new(x->scratch, struct walk);
    *walk = walk_blocks(document->blocks);
    while (walk_next(walk)) {
        struct text line, words = walk->event == WALK_ENTER
                                      ? text_trim(block_text(x->scratch, walk->block))
                                      : TEXT("");
        for (size_t at = 0; text_next_line(words, &at, &line);)
            count += is_of_user(x, line);
    }
    return count;
}

bool are_personas(struct extraction *x, const struct document *document,
                  const struct handbook *handbook)
{
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        if (!text_is_empty(role_records(role, ELEMENT_DUTIES)->heading))
            return false;
    return handbook->role_count > 0 && count_personas(x, document) >= handbook->role_count;
}
