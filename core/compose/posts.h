/*
 * Posts are the roles of a handbook as a tree: who reports to whom.
 *
 * A superior is the role that reports-to names, else the role whose supervises names the post, else
 * the head of the post's department. Superiors that are no role of the handbook are posts as well.
 * A circle of posts hangs below a post that names it, so that the whole is always a tree.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_POSTS_H
#define ROLEBOOK_CORE_COMPOSE_POSTS_H
#include "core/compose/book.h"

#define POST_NONE SIZE_MAX

enum post_kind {
    POST_ROLE,
    POST_SUPPOSED, /* named as a superior, but no role of the handbook */
    POST_CIRCLE,   /* name says who reports to whom in it */
    POST_ALL,      /* above those without a superior; stands on no page */
};

struct post {
    enum post_kind kind;
    const struct chapter *chapter; /* of POST_ROLE */
    struct text name;
    size_t superior, first, last, next; /* POST_NONE: none; subordinates in the order of the book */
    bool is_guessed;                    /* the superior is the department's head: nobody says so */
};

struct posts {
    struct post *list;
    size_t count;  /* list[count - 1] is POST_ALL */
    size_t *order; /* [count] preorder, which begins with POST_ALL */
    size_t led;    /* posts with a superior */
};

/* Of the book's chapters. */
struct posts posts_of(const struct book *book, struct arena *arena);

#endif
