/*
 * A name table finds a number by a name, whatever its script, width, case and numbering.
 */
#ifndef ROLEBOOK_CORE_MODEL_NAME_TABLE_H
#define ROLEBOOK_CORE_MODEL_NAME_TABLE_H
#include "core/base/text.h"

#define NO_NAME SIZE_MAX

struct name_table;

/* count: how many names about. */
struct name_table *name_table_new(struct arena *arena, size_t count);
/*
 * returns  the number that stands for the name: of an earlier one that folds alike, else number;
 *          NO_NAME, and nothing is added, for a name of nothing but blanks
 */
size_t name_table_add(struct name_table *table, struct text name, size_t number);
/* NO_NAME: it is not there. */
size_t name_table_find(const struct name_table *table, struct arena *scratch, struct text name);

#endif
