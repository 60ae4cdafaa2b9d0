/*
 * Lines: a row is cut where the whole paragraph looks best, and each line fills its width.
 *
 * Of all ways to cut, the one is taken whose lines are opened and tightened least together, and
 * that leaves no single character to the last line (after Knuth and Plass, "Breaking Paragraphs
 * into Lines", 1981). Only lines near the width are weighed, so the work is linear; where no line
 * comes near it, the fullest one is taken.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_LINE_H
#define ROLEBOOK_CONVERTERS_PDF_LINE_H
#include "converters/pdf/breaks.h"

/* Glyphs [from, to) without the blanks at its end. */
struct line {
    size_t from, to;
    int32_t width;      /* as it stands, with its hyphen */
    bool is_last;       /* of the paragraph, or in front of a line break */
    bool is_hyphenated; /* a hyphen is set behind it */
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
/* The widest part that no line break may cut; a word is not parted for it. */
int32_t row_least_width(struct breaker *breaker, struct arena *arena, const struct glyph_row *row);

/*
 * Tightens a line that is too full, opens up one that is to fill the width, and leaves alone one
 * that could not be filled without a hole in it.
 *
 * in   width  room for the line
 *      arena  for what is reckoned on the way
 * out  row    the advances of the line's glyphs; line->width
 */
void line_set(struct glyph_row *row, struct arena *arena, struct line *line, int32_t width);

#endif
