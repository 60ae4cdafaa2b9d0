/*
 * Places are the anchors of all pages, to which bookmarks and links lead.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PLACES_H
#define ROLEBOOK_CONVERTERS_PDF_PLACES_H
#include "converters/pdf/object.h"
#include "converters/pdf/press.h"
#include "converters/pdf/print.h"

struct place_name {
    struct text name;
    uint32_t page; /* index */
    int32_t x, y;  /* from the page's top left */
};

struct places {
    struct place_name *names; /* ascending, each once */
    size_t count;
    const uint32_t *pages; /* object numbers */
    int32_t page_height;
    struct text_buffer body;   /* of an annotation, reused from one to the next */
    struct diagnostics *diags; /* gets a warning for each name that is nowhere */
};

struct places places_collect(struct arena *arena, const struct page_record *records,
                             size_t page_count);
/* The name tree of named destinations, for links from other files; 0 when there are none. */
uint32_t places_add_names(const struct places *places, struct objects *objects,
                          struct arena *arena);
void places_add_bookmarks(const struct places *places, struct objects *objects,
                          const struct print_job *job);
/* The annotation of a link on a page, whose place in the parent tree is key. */
uint32_t places_add_link(struct places *places, struct objects *objects, struct arena *arena,
                         const struct page_link *link, uint32_t page, uint32_t key);
/* The body of PageLabels. */
struct text page_labels_body(struct arena *arena, const struct print_job *job);

#endif
