/*
 * A drawing is a figure of lines, boxes and words in the colours of the book's stylesheet; PDF and
 * HTML paint it as vectors.
 *
 * Lengths are in 1/1000 pt from its top left corner, y down. A drawing wider or taller than its
 * page is made smaller as a whole: what has too many parts to stay legible is divided into several
 * drawings by the one who draws. Later shapes lie on top of earlier ones.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_DRAWING_H
#define ROLEBOOK_CORE_COMPOSE_DRAWING_H
#include "core/document/stylesheet.h"

struct drawing {
    struct document *document;
    struct block *block; /* BLOCK_FIGURE; runs appended to it are its caption */
    struct figure *figure;
};

/* How a line or an area looks; colours as in struct shape. */
struct pen {
    uint32_t fill, stroke;
    int32_t stroke_width, dash, radius;
};
extern const struct pen pen_line;     /* rules and connectors */
extern const struct pen pen_dashed;   /* a connector that is only supposed */
extern const struct pen pen_box;      /* a box with words */
extern const struct pen pen_strong;   /* a box that stands out: paper on accent */
extern const struct pen pen_supposed; /* the box of what is named but not defined */
extern const struct pen pen_warning;  /* the box of an error */
/* A cell of a heat map, 0 … 1000. */
struct pen pen_heat(unsigned permille);

struct box {
    int32_t x, y, width, height;
};

/* How words look. */
struct ink_style {
    const char *style;    /* of the stylesheet: "chart", "chart-strong", "chart-small" */
    uint32_t colour;      /* COLOUR_NONE: the style's */
    enum alignment align; /* default: centre */
};

/*
 * A drawing at the end of parent, or of the document when parent is NULL.
 *
 * in       alternative  what it says, in words, for those who cannot see it; never empty
 */
struct drawing drawing_new(struct document *document, struct block *parent, int32_t width,
                           int32_t height, struct text alternative);
/* For what grows as it is drawn. */
void drawing_set_height(struct drawing *drawing, int32_t height);

/* A rectangle. */
void draw_box(struct drawing *drawing, struct box box, struct pen pen);
/* Through the points, which are copied; pen.fill must be none. */
void draw_line(struct drawing *drawing, const struct point *points, size_t count, struct pen pen,
               enum arrow arrow);
/*
 * Words broken into lines in the box, in its middle, smaller where they must; '\n' ends a line.
 *
 * in       link  where the box leads to when clicked ("#role-7", a URI); empty: nowhere
 */
void draw_words(struct drawing *drawing, struct box box, struct text words, struct ink_style ink,
                struct text link);
/* A length made for words of common size, grown with those of the stylesheet's charts. */
int32_t length_for_words(const struct stylesheet *sheet, int32_t length);
/* The ink that is legible on an area of that fill. */
uint32_t ink_on(uint32_t fill);
/* The box without a margin on all sides. */
struct box box_inside(struct box box, int32_t margin);

#endif
