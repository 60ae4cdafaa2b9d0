/*
 * Role names find a role by what others call it: title, alternate title or code.
 */
#ifndef ROLEBOOK_CORE_MODEL_ROLE_NAMES_H
#define ROLEBOOK_CORE_MODEL_ROLE_NAMES_H
#include "core/model/model.h"

struct role_names;

/* Of all roles that the handbook has now; it must outlive the names. */
struct role_names *role_names_new(struct arena *arena, const struct handbook *handbook);
/* The first role of that name after folding; NULL: none. */
const struct role *role_names_find(const struct role_names *names, struct arena *scratch,
                                   struct text name);
/* The title most like an unknown name; empty when none is like it. */
struct text role_names_nearest(const struct role_names *names, struct arena *scratch,
                               struct text name);
/*
 * The next name of several written in one text, divided by 、 ， , ; ； / or line ends, which
 * divide nothing in brackets: "Manager (EMEA, APAC)"; false at the end.
 */
bool role_names_next(struct text text, size_t *offset, struct text *name);
/* The role that the first name in reports-to stands for; NULL: none. */
const struct role *role_names_superior(const struct role_names *names, struct arena *scratch,
                                       const struct role *role);

#endif
