/*
 * A share is a part of a whole as people write it: 40%, 33.3 ％, 40.
 */
#ifndef ROLEBOOK_CORE_MODEL_SHARE_H
#define ROLEBOOK_CORE_MODEL_SHARE_H
#include "core/base/text.h"

/* out *share in basis points, at most LIMIT_SHARE; false, untouched: the text is no number */
bool share_of(struct text text, int64_t *share);
/* "33.3%" */
struct text share_text(struct arena *arena, int64_t share);

#endif
