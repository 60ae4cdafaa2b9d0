/*
 * A YAML file as a tree of values that know their places.
 *
 * libyaml reads it, and whoever walks the tree needs no libyaml and need not free anything. Of the
 * files compiled in the build has noted where their values stand (core/base/yaml_places.h), so that
 * no start of the command parses them again; the tree is the same.
 */
#ifndef ROLEBOOK_CORE_BASE_YAML_H
#define ROLEBOOK_CORE_BASE_YAML_H
#include "core/base/diagnostics.h"

enum yaml_kind { YAML_WORDS, YAML_LIST, YAML_MAP };

struct yaml_value {
    enum yaml_kind kind;
    uint32_t begin, end;            /* its bytes in the text of the source */
    uint32_t key_begin, key_end;    /* those of its key */
    uint32_t count;                 /* of items */
    struct text key;                /* within a map; else empty */
    struct text words;              /* YAML_WORDS; else empty */
    const struct yaml_value *items; /* YAML_LIST, YAML_MAP */
    const struct source *source;
};

/*
 * in       arena     for the words that do not stand in the text as they are (escapes, folded
 *                    lines); all others are slices of the text
 *          scratch   for the tree; may be the same
 *          source    its text is set, checked UTF-8, and lives as long as the words
 *          not_yaml  the message when it is none: {0} is libyaml's reason
 * returns  the root, in scratch; NULL after one diagnostic when the file is not YAML, is empty,
 *          nests deeper than LIMIT_DEPTH or holds more than LIMIT_YAML_VALUES
 */
const struct yaml_value *yaml_read(struct arena *arena, struct arena *scratch,
                                   const struct source *source, const struct message *not_yaml,
                                   struct diagnostics *diags);
/* The same by libyaml, also where the places of the values are known. */
const struct yaml_value *yaml_parse(struct arena *arena, struct arena *scratch,
                                    const struct source *source, const struct message *not_yaml,
                                    struct diagnostics *diags);

/* The value of a key in a map; NULL when there is none. */
const struct yaml_value *yaml_find(const struct yaml_value *map, const char *key);
/* Where the value stands, and where its key does. */
struct span yaml_span(const struct yaml_value *value);
struct span yaml_key_span(const struct yaml_value *value);

#endif
