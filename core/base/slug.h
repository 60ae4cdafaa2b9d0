/*
 * A slug is a name made of words: letters, digits, marks and Han stay, in lower case; all else
 * becomes one '-'. Files, folders and places in a page are called by it.
 */
#ifndef ROLEBOOK_CORE_BASE_SLUG_H
#define ROLEBOOK_CORE_BASE_SLUG_H
#include "core/base/text.h"

/*
 * in       words  normalised (NFC)
 * returns  at most 60 characters and 112 bytes, in the arena; empty when the words hold none
 */
struct text slug_new(struct arena *arena, struct text words);
/* Windows opens a device by this name, whatever the extension (Microsoft, Naming Files). */
bool slug_is_device(struct text slug);

#endif
