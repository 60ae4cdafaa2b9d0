/*
 * Printing fills a tag tree with the marks that pages left, in the memory the tree was built in.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_TAGTREE_H
#define ROLEBOOK_CONVERTERS_PDF_TAGTREE_H
#include "converters/pdf/kept_tags.h"
#include "converters/pdf/press.h"

/* All tags in document order; each then knows its place in it. */
struct tag_list {
    struct tag **tags;
    size_t count;
};
struct tag_list tags_in_order(struct arena *arena, struct tag *root);
uint32_t tag_place(const struct tag *tag);

/*
 * Content, links and figures of pages join their tags, each behind what pages showed before it.
 *
 * in   pages  all that show something of the tree, in order
 *      arena  of the tree
 */
void tags_fill(struct arena *arena, const struct tag_list *list, const struct page_record *pages,
               size_t page_count);
/* A copy in the arena, for which the tree may go, and the texts. */
struct kept_tags tags_keep(struct arena *arena, const struct tag_list *list);

#endif
