/*
 * Role rows are the roles of a handbook as a report shows them: by department, and to be found by
 * what findings say of them.
 */
#ifndef ROLEBOOK_CORE_CHECK_ROLE_ROWS_H
#define ROLEBOOK_CORE_CHECK_ROLE_ROWS_H
#include "core/model/model.h"

#define NO_ROW SIZE_MAX

struct role_row {
    const struct role *role;
    struct text department; /* as the role says; may be empty */
    size_t number;          /* in the handbook, from 0 */
    size_t order;           /* of its department */
};

struct role_rows {
    struct role_row *list; /* departments in the handbook's order, else as they come up */
    size_t count;
    size_t *by_title; /* indices into list */
};

/* Of all roles of the handbook, which must outlive them; never NULL. */
struct role_rows *role_rows_of(struct arena *arena, const struct handbook *handbook);
/* The role of that title, in that file if there are several; NO_ROW: there is none. */
size_t role_rows_find(const struct role_rows *rows, struct text title, const struct source *source);

#endif
