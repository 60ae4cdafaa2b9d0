/*
 * A canvas takes what one page shows: glyphs, rules and pictures, each under its tag.
 *
 * Lengths are in 1/1000 pt from the page's top left corner, y down; colours are 0xRRGGBB. One
 * canvas belongs to one page and one thread. Behind it stands a PDF page, or a readable trace for
 * tests: the one who draws cannot tell.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_CANVAS_H
#define ROLEBOOK_CONVERTERS_PDF_CANVAS_H
#include "converters/pdf/image.h"
#include "converters/pdf/shape.h"
#include "converters/pdf/tags.h"
#include "core/document/document.h"

struct canvas;

struct rectangle {
    int32_t x, y, width, height;
};

/*
 * What is drawn from here on is content of tag, until the next canvas_tag or canvas_artifact. The
 * same tag again goes on as before. A page starts as ARTIFACT_LAYOUT. Tags are linked into the tree
 * before pages are drawn; a tag may go on over several pages, drawn by several threads.
 */
void canvas_tag(struct canvas *canvas, struct tag *tag);
/* A figure's tag and the box it fills, which readers need; a figure stands on one page. */
void canvas_figure(struct canvas *canvas, struct tag *tag, struct rectangle box);

/* What no reader aloud should read: rules, backgrounds, running heads. */
enum artifact {
    ARTIFACT_LAYOUT,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_BACKGROUND,
    ARTIFACT_WATERMARK,
};
void canvas_artifact(struct canvas *canvas, enum artifact kind);

struct ink {
    int32_t size; /* the font size the glyphs were shaped at */
    uint32_t colour;
};
/*
 * Glyphs from (x, y) on, y the baseline; each stands where the advances before it put it.
 *
 * in       text  the text they were shaped from, to which their clusters are offsets
 */
void canvas_glyphs(struct canvas *canvas, const struct glyph *glyphs, size_t count,
                   struct text text, int32_t x, int32_t y, struct ink ink);

/*
 * The same glyphs as an artifact that rises by 45 degrees, with (x, y) the middle of their
 * baseline.
 */
void canvas_slope(struct canvas *canvas, const struct glyph *glyphs, size_t count, struct text text,
                  int32_t x, int32_t y, struct ink ink);

struct paint {
    uint32_t fill, stroke; /* colours, or COLOUR_NONE */
    int32_t stroke_width;
    int32_t dash;   /* length of dashes and gaps; 0: solid */
    int32_t radius; /* of a rectangle's corners */
};
void canvas_rectangle(struct canvas *canvas, struct rectangle box, struct paint paint);
/* From (x, y) to (to_x, to_y), in paint.stroke. */
void canvas_line(struct canvas *canvas, int32_t x, int32_t y, int32_t to_x, int32_t to_y,
                 struct paint paint);
/* From point to point; closed when it is filled. */
void canvas_polyline(struct canvas *canvas, const struct point *points, size_t count,
                     struct paint paint);
void canvas_image(struct canvas *canvas, const struct image *image, struct rectangle box);

/* The place that links and outline entries to name lead to; the first of a name counts. */
void canvas_anchor(struct canvas *canvas, struct text name, int32_t x, int32_t y);
/*
 * A box to click.
 *
 * in       target       "#name" of an anchor, or a URI
 *          tag          a TAG_LINK or TAG_REFERENCE that also holds the words; never NULL
 *          description  for those who cannot see it; empty: the target
 */
void canvas_link(struct canvas *canvas, struct rectangle box, struct text target, struct tag *tag,
                 struct text description);

/* Where scratch memory of the drawing may live; it dies with the page. */
struct arena *canvas_arena(struct canvas *canvas);
/* The shaper of the thread that draws. */
struct shaper *canvas_shaper(struct canvas *canvas);

#endif
