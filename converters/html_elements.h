/*
 * HTML elements as readers meet them in other formats: Markdown, and words of XML.
 */
#ifndef ROLEBOOK_CONVERTERS_HTML_ELEMENTS_H
#define ROLEBOOK_CONVERTERS_HTML_ELEMENTS_H
#include "core/base/text.h"
#include <libxml/HTMLparser.h>

/* HTML Living Standard, section 4; ASCII case does not count. */
enum html_kind { HTML_UNKNOWN, HTML_INLINE, HTML_BLOCK, HTML_HIDDEN };
enum html_kind html_kind_of(struct text name);
/* Style flag of an inline element (core/document/document.h); 0 when it has none. */
unsigned html_style(struct text name);

/*
 * What a browser would make of the marks, by libxml2: nothing is fetched, faults are passed over.
 *
 * in       html  in UTF-8, at most INT_MAX bytes
 * returns  a tree of at most 256 levels, for xmlFreeDoc; NULL: there is nothing
 */
htmlDocPtr html_parse(struct text html);

#endif
