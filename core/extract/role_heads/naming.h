/*
 * Roles that their titles do not name get their names from elsewhere.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_NAMING_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_NAMING_H
#include "core/extract/extraction.h"

/*
 * The only role of a file by its first heading, a sentence ("We are looking for a Night Porter"),
 * the head of each page or, with a warning, the file's name; the form of a department by what the
 * department is called. Those with a name stay as they are.
 */
void name_roles(struct extraction *x);
/*
 * What was named by the file only is called as the entry "name" of front matter has it: that vouches
 * for a role no more than a file's name does, so it takes place when all is decided.
 */
void name_by_entry(struct extraction *x);
/*
 * 「招聘_人事部-招募專員」, 「門診部-護理師-夜班」: what stands from the part of a file's name in Han on
 * that names a position, where one alone does; else name.
 */
struct text position_in_file_name(struct extraction *x, struct text name);

#endif
