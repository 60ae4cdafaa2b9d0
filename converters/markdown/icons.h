/*
 * Icons that site generators show for a short code: ":material-account-circle:" (Material for
 * MkDocs, "Icons, Emojis"). They are no words; what stands there as words is written escaped.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_ICONS_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_ICONS_H
#include "core/base/text.h"

/* Behind the icon that begins at the colon; 0: none does. */
size_t icon_end(struct text words, size_t at);

#endif
