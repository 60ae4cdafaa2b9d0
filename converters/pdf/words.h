/*
 * The words of a block become a row of glyphs, each in the typeface of its run.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_WORDS_H
#define ROLEBOOK_CONVERTERS_PDF_WORDS_H
#include "converters/pdf/layout.h"
#include "converters/pdf/line.h"

/* A stretch of one typeface in the paragraph's text. */
struct stretch {
    const struct run *run;
    const struct typeface *face;
    size_t begin, end; /* bytes */
    struct tag *tag;   /* NULL: the block's */
};

/* The glyphs and their text live in the layout's arena "shown", all else in "passing". */
struct words {
    struct glyph_row row;
    struct stretch *stretches;
    size_t stretch_count, stretch_capacity;
    uint32_t *owners; /* [row.count] the stretch of each glyph */
};

/* The font and size of a style's words, for runs that look so (run_style) in that language. */
const struct typeface *layout_typeface(struct layout *layout, const struct style *style,
                                       unsigned run_style, struct text language);
/*
 * in       passing  of what is needed until the lines stand
 * returns  no glyph where the block shows none. A note's number takes the next of the layout's.
 */
struct words words_of(struct layout *layout, struct arena *passing, const struct block *block,
                      const struct style *style, struct text language);
/*
 * A layout for what is measured only: it gives the same lengths, and all it makes goes when the
 * tools' trial arena is cleared, which who measures does.
 */
struct layout layout_trial(const struct layout *layout);
/* The narrowest a block's words can be set without cutting one, and all of them in a line. */
int32_t words_least_width(struct layout *layout, const struct block *block,
                          const struct style *style, struct text language);
int32_t words_most_width(struct layout *layout, const struct block *block,
                         const struct style *style, struct text language);

#endif
