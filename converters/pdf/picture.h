/*
 * What printing needs of an image.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PICTURE_H
#define ROLEBOOK_CONVERTERS_PDF_PICTURE_H
#include "converters/pdf/image.h"
#include "converters/pdf/object.h"

struct image {
    uint32_t columns, rows;
    unsigned components; /* 1 grey, 3 RGB, 4 CMYK */
    int32_t resolution;  /* pixels an inch; 0: not given */
    bool is_jpeg;
    bool is_inverted;  /* Adobe's CMYK: 0 is full ink */
    struct text data;  /* deflated RGB, or the JPEG file */
    struct text alpha; /* deflated, one byte a pixel; empty: opaque */
};

/* The number of its XObject. */
uint32_t image_add(struct objects *objects, struct arena *arena, const struct image *image);

#endif
