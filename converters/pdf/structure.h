/*
 * The structure is the tag tree as the file has it, and the way back from content to tags.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_STRUCTURE_H
#define ROLEBOOK_CONVERTERS_PDF_STRUCTURE_H
#include "converters/pdf/object.h"
#include "converters/pdf/press.h"
#include "converters/pdf/tagtree.h"

struct structure {
    const struct page_record *records;
    size_t page_count;
    struct tag **link_tags; /* of all links, in the order of pages */
    size_t link_count;
    struct tag_list list;
    struct tag_numbers numbers;
    uint32_t parent_tree;
    uint32_t *leaves;
    size_t leaf_count;
    uint32_t notes; /* number of the tree of identifiers; 0: no notes */
};

/* Reserves what the structure needs; the tag tree must be filled. */
struct structure structure_begin(struct objects *objects, struct arena *arena, struct tag *root,
                                 const struct page_record *records, size_t page_count,
                                 const uint32_t *pages);
/*
 * Writes it, as the last thing: no object may be added after.
 *
 * returns  the tags, to be written with the objects; borrows structure
 */
struct object_series structure_end(struct structure *structure, struct objects *objects,
                                   struct arena *arena);

#endif
