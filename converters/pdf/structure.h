/*
 * The structure is the tag trees as the file has them, one under the root of the first, and the way
 * back from content to tags.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_STRUCTURE_H
#define ROLEBOOK_CONVERTERS_PDF_STRUCTURE_H
#include "converters/pdf/object.h"
#include "converters/pdf/print.h"

struct structure {
    const struct print_job *job;
    const uint32_t *pages;       /* object numbers */
    const uint32_t *annotations; /* object numbers of all links, in the order of pages */
    struct tag_numbers *numbers; /* of each group's tags */
    size_t *first_pages;         /* of each group */
    size_t link_count, tag_count;
    uint32_t tree_root, parent_tree;
    uint32_t *leaves;
    size_t leaf_count;
    uint32_t notes; /* number of the tree of identifiers; 0: no notes */
};

/* Reserves what the structure needs. */
struct structure structure_begin(struct objects *objects, struct arena *arena,
                                 const struct print_job *job, const uint32_t *pages,
                                 const uint32_t *annotations);
/*
 * Writes it, as the last thing: no object may be added after.
 *
 * returns  the tags, to be written with the objects; borrows structure
 */
struct object_series structure_end(struct structure *structure, struct objects *objects,
                                   struct arena *arena);

#endif
