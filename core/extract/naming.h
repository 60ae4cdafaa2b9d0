/*
 * The only role of a file gets its name from outside its elements, when they do not name it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_NAMING_H
#define ROLEBOOK_CORE_EXTRACT_NAMING_H
#include "core/extract/extraction.h"

/*
 * By the file's first heading, a sentence ("We are looking for a Night Porter"), the head of each
 * page or, with a warning, the file's name. Several roles, and one with a name, stay as they are.
 */
void name_only_role(struct extraction *x);

#endif
