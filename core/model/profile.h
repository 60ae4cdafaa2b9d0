/*
 * A profile says which elements a role needs, and which fields of their records, and how much each
 * is missed.
 *
 * A file of it, in YAML, as in templates/profiles:
 *
 *   elements:          by their names in core/model/elements.def; those not named are not asked for
 *     title: error     error, warning, info or off
 *     tools: warning
 *   fields:            of records that are given, by their names in core/model/fields.def
 *     standards: {target: warning, source: info}
 */
#ifndef ROLEBOOK_CORE_MODEL_PROFILE_H
#define ROLEBOOK_CORE_MODEL_PROFILE_H
#include "core/model/element.h"

struct profile {
    struct text name; /* "chapter", or the file's path */
    enum level levels[ELEMENT_ROLE_COUNT];
    enum level fields[FIELD_COUNT];
};

/*
 * What DOMAIN 2 asks for: the levels of core/model/elements.def, and of a standard its target,
 * measure, source and period.
 */
const struct profile *profile_default(struct arena *arena);
/* A path of a profile, not the name of one that is compiled in. */
bool profile_is_file(struct text name);
/*
 * Whether definitions of positions are written there as the chapter has them.
 * locale  a region as ISO 3166 has it: "TW"
 */
bool profile_is_at_home(struct text locale);
/*
 * The default for a place where they are not: headcounts stand in establishment plans there, and
 * conditions for removal in contracts and the law, so that their absence is a remark.
 */
const struct profile *profile_elsewhere(struct arena *arena);
/* Whether one of that name is compiled in. */
bool profile_is_built_in(struct arena *scratch, const char *name);
/* "chapter, icap, …": all that are. */
struct text profile_built_in_names(struct arena *arena);
/*
 * in       name  of one that is compiled in ("icap"), or a path that ends in .yaml or .yml
 * returns  NULL after a diagnostic
 */
const struct profile *profile_load(struct arena *arena, const char *name,
                                   struct diagnostics *diags);

#endif
