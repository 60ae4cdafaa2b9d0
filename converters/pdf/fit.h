/*
 * How well stretches of a row fill a line, each found in constant time.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_FIT_H
#define ROLEBOOK_CONVERTERS_PDF_FIT_H
#include "converters/pdf/row.h"

/* Over the glyphs in front of one. */
struct fit_sum {
    int64_t width, shrink, ease;
};

struct fit {
    const struct glyph_row *row;
    size_t base;
    struct fit_sum *sums; /* of each glyph from base on, and the end */
};

/* Of glyphs [from, to) as a line: without blanks and gaps at its end. */
struct measure {
    size_t to;
    int64_t width, shrink, ease;
};

/* In the arena, for glyphs [from, end). */
struct fit fit_new(struct arena *arena, const struct glyph_row *row, size_t from, size_t end);
struct measure fit_measure(const struct fit *fit, size_t from, size_t to);

/* How much narrower marks at a line's ends make it where the language halves them always. */
int32_t row_begin_trim(const struct glyph_row *row, size_t from);
int32_t row_end_trim(const struct glyph_row *row, size_t to);
/* As row_giving, for a glyph of the line [from, to). */
struct giving row_giving_in_line(const struct glyph_row *row, size_t glyph, size_t from, size_t to);
/* The end of a line without what shows nothing there. */
size_t row_visible_end(const struct glyph_row *row, size_t from, size_t to);

#endif
