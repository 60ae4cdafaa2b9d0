/*
 * Kept tags are a tag tree as it waits for the file to be written: filled, in document order, in
 * few bytes a tag.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_KEPT_TAGS_H
#define ROLEBOOK_CONVERTERS_PDF_KEPT_TAGS_H
#include "converters/pdf/canvas.h"
#include "core/base/text_buffer.h"

/* What few tags have. */
struct tag_extra {
    struct text language, alternative;
    uint32_t row_span, column_span; /* 0 counts as 1 */
    bool has_box;
    struct rectangle box; /* as the PDF counts: x, y of its lower left corner, 1/1000 pt */
};

enum kid_kind { KID_TAG, KID_CONTENT, KID_ANNOTATION };

/* A child of a tag. */
struct kept_kid {
    uint32_t page;        /* of content and annotations: among the pages of the tree */
    uint32_t number : 30; /* a tag's place; a content's identifier; a link's number in the tree */
    uint32_t kind : 2;    /* enum kid_kind */
};

struct kept_tag {
    uint32_t parent;   /* its place; of the root: its own */
    uint32_t kids_end; /* its kids begin where those of the tag before end */
    uint32_t extra;    /* its number from 1; 0: none */
    uint8_t kind;      /* enum tag_kind */
    uint8_t scope;     /* enum tag_scope */
    uint8_t numbering; /* of enum tag_numbering from 1; 0: none */
};

struct kept_tags {
    struct kept_tag *list;
    size_t count;
    struct kept_kid *kids;
    struct tag_extra *extras;
};

/* What numbers of a tree stand for in the file. */
struct tag_numbers {
    uint32_t first;              /* object number of its first tag in document order */
    uint32_t place;              /* of that tag among those of all trees */
    uint32_t above;              /* object number of what its root stands under */
    const uint32_t *pages;       /* object numbers of its pages */
    const uint32_t *annotations; /* and of its links */
    const uint32_t *roots;       /* object numbers of trees that stand behind its root's kids */
    size_t root_count;
};
/* The body of a tag's structure element. */
void kept_tag_write(const struct kept_tags *tags, size_t place, const struct tag_numbers *numbers,
                    struct text_buffer *out);
/* The identifier of a note, as a PDF string, by its place among all; PDF/UA-1 wants one (7.9). */
void note_write_identifier(size_t place, struct text_buffer *out);

#endif
