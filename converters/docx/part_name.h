/*
 * The names of a package's parts, by which they refer to each other (ECMA-376 part 2, 6.5).
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_PART_NAME_H
#define ROLEBOOK_CONVERTERS_DOCX_PART_NAME_H
#include "core/base/text.h"

/*
 * The part a target names, seen from part: "media/image1.png" from "word/document.xml" is
 * "word/media/image1.png". Percent signs are resolved, backslashes are slashes.
 */
struct text part_resolve(struct arena *arena, struct text part, struct text target);
/* Where the relationships of a part stand; of the package when part is empty. */
struct text part_relationships_of(struct arena *arena, struct text part);

#endif
