/*
 * A link is followed only where it cannot run anything: script has no place in a target.
 */
#ifndef ROLEBOOK_CORE_DOCUMENT_LINK_H
#define ROLEBOOK_CORE_DOCUMENT_LINK_H
#include "core/base/text.h"

/*
 * A place in the document, a path, or an address of the schemes http, https, mailto, tel and ftp.
 * Browsers pass over controls and blanks in a scheme: a target that holds any is none.
 */
bool link_is_safe(struct text target);

#endif
