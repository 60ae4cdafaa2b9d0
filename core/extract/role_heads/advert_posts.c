/*
 * An advertisement for several posts, one a line: 「志工招募簡章」 over 「（一）導覽志工（20名）：負責…」
 * and 「（二）典藏志工（5名）：協助…」. These are the roles, and its title names none of them.
 */
#include "core/extract/role_heads/role_heads.h"
#include "core/model/fold.h"

#define POSTS_MIN 2

/* The first line looks for somebody, and no other piece names a role. */
static bool is_advert(struct extraction *x, const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (piece->begins_role || piece->is_role_line || piece->is_role_list ||
            (piece->is_role && i > 0) || piece_holds_roles(x, piece))
            return false;
    }
    return outline->count > 0 &&
           text_holds_any(fold_text(x->scratch, outline->pieces[0].text), signs_of(x, SIGN_ADVERT));
}

/* A position in front of what it does or takes. */
static bool is_post(struct extraction *x, const struct piece *piece)
{
    struct role_item item;
    return piece_looks_like_item(piece) && role_item_of_line(x, piece, &item) &&
           vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(item.name)) &&
           (tells_of_holder(x, item.words) || tells_need_of_post(x, item.words));
}

/* Behind the posts that stand in a row from first on, all numbered alike; first: they are too few. */
static size_t posts_end(struct extraction *x, const struct outline *outline, size_t first)
{
    unsigned look = piece_look(&outline->pieces[first]);
    size_t i = first, posts = 0;
    for (; i < outline->count && piece_look(&outline->pieces[i]) == look &&
           is_post(x, &outline->pieces[i]);
         i = outline_next(outline, i))
        posts++;
    return posts < POSTS_MIN ? first : i;
}

void find_posts_of_advert(struct extraction *x, struct outline *outline)
{
    bool is_one = is_advert(x, outline);
    for (size_t i = 1; is_one && i < outline->count; i++) {
        size_t end = posts_end(x, outline, i);
        if (end == i)
            continue;
        for (; i < end; i = outline_next(outline, i))
            outline->pieces[i].is_role_line = true;
        name_nobody(&outline->pieces[0]);
        outline->has_post_lines = true;
        return;
    }
}
