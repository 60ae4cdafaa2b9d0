/*
 * A device stands behind a canvas: a PDF page, or a trace for tests.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_DEVICE_H
#define ROLEBOOK_CONVERTERS_PDF_DEVICE_H
#include "converters/pdf/canvas.h"

struct glyph_line {
    const struct glyph *glyphs;
    size_t count;
    struct text text;
    int32_t x, y;
    struct ink ink;
};

struct link {
    struct rectangle box;
    struct text target, description;
    struct tag *tag;
};

enum outline_shape { OUTLINE_RECTANGLE, OUTLINE_LINE };

struct device {
    void (*tag)(struct canvas *canvas, struct tag *tag);
    void (*figure)(struct canvas *canvas, struct tag *tag, struct rectangle box);
    void (*artifact)(struct canvas *canvas, enum artifact kind);
    void (*glyphs)(struct canvas *canvas, const struct glyph_line *line);
    void (*slope)(struct canvas *canvas, const struct glyph_line *line); /* canvas_slope */
    void (*shape)(struct canvas *canvas, enum outline_shape shape, struct rectangle box,
                  struct paint paint);
    void (*polyline)(struct canvas *canvas, const struct point *points, size_t count,
                     struct paint paint);
    void (*image)(struct canvas *canvas, const struct image *image, struct rectangle box);
    void (*anchor)(struct canvas *canvas, struct text name, int32_t x, int32_t y);
    void (*link)(struct canvas *canvas, const struct link *link);
};

/* The first member of what a device keeps for a page. */
struct canvas {
    const struct device *device;
    struct arena *scratch;
    struct shaper *shaper;
};

#endif
