/*
 * Reading rolebook.yaml: its values by their keys, and what is wrong with them. Private to the
 * project's own files.
 */
#ifndef ROLEBOOK_CORE_CLI_PROJECT_READING_H
#define ROLEBOOK_CORE_CLI_PROJECT_READING_H
#include "core/base/yaml.h"
#include "core/cli/project.h"

struct project_reading {
    struct project *project;
    struct arena *arena;
    struct source *source;
    struct diagnostics *diags;
    struct text order[1000];
    size_t order_count;
    struct text role; /* whose rules are being read; empty: all roles' */
    bool is_fine;
};

typedef void each_value(struct project_reading *r, const struct yaml_value *value);

/* A key and what reads its value; rows end with a name that is NULL. */
struct key_row {
    const char *name;
    each_value *read;
};

/* ---- project_reading.c ---- */

void project_complain(struct project_reading *r, const struct message *message, struct span at,
                      struct text arg0, struct text arg1);
/* That what is called so is not written as it should be. */
void project_complain_of(struct project_reading *r, struct span at, struct text name,
                         const char *shape);
/* Of a value that should look otherwise; its key is the file's name where it is the whole file. */
void project_complain_of_shape(struct project_reading *r, const struct yaml_value *value,
                               const char *shape);
/* The one that was meant, or all there are. */
void project_complain_of_key(struct project_reading *r, const struct yaml_value *value,
                             const struct key_row *rows);
/* Words alone are a list of one. */
void project_each_item(struct project_reading *r, const struct yaml_value *list, each_value *each);
void project_each_pair(struct project_reading *r, const struct yaml_value *map, each_value *each);
/* The value by the row of its key; a key without one is complained of. */
void project_read_by(struct project_reading *r, const struct key_row *rows,
                     const struct yaml_value *value);
/* The words of a value that is a text. */
struct text project_text_of(struct project_reading *r, const struct yaml_value *value);
/* The path of a file that lies beside rolebook.yaml; NULL: it is not there. */
const char *project_file_of(struct project_reading *r, const struct yaml_value *value);

/* ---- project_rules.c ---- */

/* rules: {C102: off} */
void project_read_rules(struct project_reading *r, const struct yaml_value *value);
/* roles: {客服專員: {rules: {C102: off}}} */
void project_read_roles(struct project_reading *r, const struct yaml_value *value);
/* suppressions: [{rules: W401, file: a.docx, reason: …}] */
void project_read_suppressions(struct project_reading *r, const struct yaml_value *value);

#endif
