/*
 * A placeholder stands where somebody meant to write something.
 */
#ifndef ROLEBOOK_CORE_CHECK_PLACEHOLDER_H
#define ROLEBOOK_CORE_CHECK_PLACEHOLDER_H
#include "core/base/text.h"

/* The first placeholder in the text, as it is written: ×××, TBD, 待補, lorem ipsum; empty: none. */
struct text placeholder_in(struct text text);

#endif
