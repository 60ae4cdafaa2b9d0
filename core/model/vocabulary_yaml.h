/*
 * The walk over a vocabulary file's YAML, which complains of what has not the shape it should have.
 *
 * Private to the vocabulary's own files.
 */
#ifndef ROLEBOOK_CORE_MODEL_VOCABULARY_YAML_H
#define ROLEBOOK_CORE_MODEL_VOCABULARY_YAML_H
#include "core/base/yaml.h"
#include "core/model/element.h"

struct vocabulary;

/* One file being read. */
struct vocabulary_reading {
    struct vocabulary *vocabulary;
    struct arena *arena;   /* of the vocabulary */
    struct arena *scratch; /* gone behind the file */
    struct diagnostics *diags;
    enum language language;
    bool is_fine; /* no complaint so far */
};

/* What is done with each entry of a mapping. */
typedef void each_pair(struct vocabulary_reading *reading, const struct yaml_value *value,
                       const void *data);
/* What is done with each label of a list; label lives as long as the vocabulary. */
typedef void each_label(struct vocabulary_reading *reading, struct text label, size_t index,
                        const void *data);

/* A key without anything behind it is no error: what stood there may be commented out. */
void vocabulary_each_pair(struct vocabulary_reading *reading, const struct yaml_value *map,
                          each_pair *each, const void *data);
void vocabulary_each_label(struct vocabulary_reading *reading, const struct yaml_value *list,
                           each_label *each, const void *data);

/* The file is not fine: {0} of the message is the name. */
void vocabulary_complain(struct vocabulary_reading *reading, const struct message *message,
                         struct span at, struct text name);

#define KNOWN_NAMES_MAX 400 /* that may stand in one place: all signs do */

/* What may stand in a place of the file; more than the most are left out. */
struct known_names {
    struct text list[KNOWN_NAMES_MAX];
    size_t count;
};

void known_names_add(struct known_names *known, const char *name);
/* A key that may not stand there: the one that was meant is told, or all there are. */
void vocabulary_complain_of_key(struct vocabulary_reading *reading, const struct yaml_value *value,
                                const struct known_names *known);

/* ---- vocabulary_file.c ---- */

/* Takes the words of a file. The tree of it is built in scratch, and is gone behind it; false: the
 * file is not as it should be, which is said. */
bool vocabulary_read_file(struct vocabulary *vocabulary, const struct source *source,
                          struct arena *scratch, struct diagnostics *diags);

#endif
