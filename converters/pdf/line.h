/*
 * Lines: where a paragraph's glyphs may be cut, and how a line fills its width.
 *
 * Breaks follow Unicode's line breaking with the strict Chinese and Japanese rules (UAX #14, CLREQ
 * 3.1.2): no closing mark begins a line, no opening mark ends one. Between Han and Latin letters a
 * quarter of an em is left (CLREQ 3.2.2), marks that meet are tightened (CLREQ 3.1.6).
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_LINE_H
#define ROLEBOOK_CONVERTERS_PDF_LINE_H
#include "converters/pdf/shape.h"

struct breaker;
struct breaker *breaker_open(void);
void breaker_close(struct breaker *breaker); /* NULL is allowed */

/* A paragraph's glyphs, with clusters that are offsets into all of its text. */
struct glyph_row {
    struct text text;
    struct glyph *glyphs;
    size_t count;
    const int32_t *sizes; /* [count] of the font each glyph is set in */
    bool centres_marks;   /* Traditional forms: 。and ，stand in the middle of their square */
};

/* Tightens marks and leaves gaps between scripts: once, before lines are made. */
void row_space(struct glyph_row *row);
int32_t row_width(const struct glyph_row *row, size_t from, size_t to);

/* Glyphs [from, to) without the blanks at its end, and how far to move its begin. */
struct line {
    size_t from, to;
    int32_t width;
    bool is_last; /* of the paragraph, or in front of a line break */
};

struct lines {
    struct line *list;
    size_t count, capacity;
};

/*
 * in       width  of each line; first  what the first line is narrower by
 * out      lines  in the arena, at least one
 */
void row_break(struct breaker *breaker, struct arena *arena, const struct glyph_row *row,
               int32_t width, int32_t first, struct lines *lines);
/* The widest part that no line break may cut. */
int32_t row_least_width(struct breaker *breaker, struct arena *arena, const struct glyph_row *row);
/* Stretches the line's gaps so that it fills width; a line with too few of them stays. */
void line_justify(struct glyph_row *row, struct line *line, int32_t width);

#endif
