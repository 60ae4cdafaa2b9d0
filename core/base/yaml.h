/*
 * A YAML file as a tree of values that know their places.
 *
 * libyaml reads it; what it holds is copied to the arena, so that whoever walks the tree needs no
 * libyaml and need not free anything.
 */
#ifndef ROLEBOOK_CORE_BASE_YAML_H
#define ROLEBOOK_CORE_BASE_YAML_H
#include "core/base/diagnostics.h"

enum yaml_kind { YAML_WORDS, YAML_LIST, YAML_MAP };

struct yaml_value {
    enum yaml_kind kind;
    struct text key;   /* within a map; else empty */
    struct text words; /* YAML_WORDS */
    struct span at;
    const struct yaml_value *items; /* YAML_LIST, YAML_MAP */
    size_t count;
};

/*
 * in       source   its text is set, checked UTF-8
 *          not_yaml the message when it is none: {0} is libyaml's reason
 * returns  the root, in the arena; NULL after one diagnostic when the file is not YAML, is empty,
 * or nests deeper than LIMIT_DEPTH
 */
const struct yaml_value *yaml_read(struct arena *arena, const struct source *source,
                                   const struct message *not_yaml, struct diagnostics *diags);
/* The value of a key in a map; NULL when there is none. */
const struct yaml_value *yaml_find(const struct yaml_value *map, const char *key);

#endif
