/*
 * The page of a web archive: what Word saves as "single file web page", and what many systems send
 * out as .doc.
 */
#ifndef ROLEBOOK_CONVERTERS_DOC_MHTML_H
#define ROLEBOOK_CONVERTERS_DOC_MHTML_H
#include "core/base/text.h"

/*
 * in       bytes  a message in MIME (RFC 2045, 2557): one page, or several parts of which the first
 *                 of type text/html is the page
 * returns  the page, decoded, in the arena; with a mark of UTF-8 in front where only the message
 *          says that it is UTF-8. Empty when there is none.
 */
struct text mhtml_page(struct arena *arena, struct text bytes);

#endif
