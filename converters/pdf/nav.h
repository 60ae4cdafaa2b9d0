/*
 * Navigation is what a reader jumps by: bookmarks and page labels.
 *
 * Places are named by canvas_anchor; a name that no page defines is reported and left out.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_NAV_H
#define ROLEBOOK_CONVERTERS_PDF_NAV_H
#include "core/base/text.h"

/* One bookmark; the array is in reading order and levels nest it. */
struct bookmark {
    unsigned level; /* from 0; at most one deeper than the one before, else it is taken as such */
    struct text title;
    struct text anchor; /* without '#' */
    bool is_closed;     /* its children are folded away at first */
};

enum label_style { LABEL_DECIMAL, LABEL_ROMAN, LABEL_NONE };
/* How pages are called, from one page up to the next label. */
struct page_label {
    size_t page; /* index from 0 */
    enum label_style style;
    uint32_t first;     /* number of that page, at least 1 */
    struct text prefix; /* may be empty */
};

#endif
