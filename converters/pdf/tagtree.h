/*
 * Printing fills the tag tree with the marks that pages left, and writes it.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_TAGTREE_H
#define ROLEBOOK_CONVERTERS_PDF_TAGTREE_H
#include "converters/pdf/canvas.h"
#include "core/base/text_buffer.h"

/* Content number mcid of a page belongs to tag. Called in the order pages show it. */
void tag_add_content(struct arena *arena, struct tag *tag, uint32_t page, uint32_t mcid);
/* The annotation with that object number, on a page, belongs to tag. */
void tag_add_annotation(struct arena *arena, struct tag *tag, uint32_t page, uint32_t number);
/* box as the PDF counts: x, y of its lower left corner, 1/1000 pt. */
void tag_set_box(struct arena *arena, struct tag *tag, struct rectangle box);

/* All tags in document order; each then knows its place in it. */
struct tag_list {
    struct tag **tags;
    size_t count;
};
struct tag_list tags_in_order(struct arena *arena, struct tag *root);
uint32_t tag_place(const struct tag *tag);

/* What numbers stand for in the file. */
struct tag_numbers {
    uint32_t first;        /* object number of the first tag in document order */
    uint32_t tree_root;    /* of the StructTreeRoot */
    const uint32_t *pages; /* of the pages */
};
/* The body of the tag's structure element. */
void tag_write(const struct tag *tag, const struct tag_numbers *numbers, struct text_buffer *out);
/* A note's identifier, as a PDF string; PDF/UA-1 wants one (7.9). */
void tag_write_identifier(const struct tag *tag, struct text_buffer *out);

#endif
