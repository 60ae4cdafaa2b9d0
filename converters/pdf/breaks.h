/*
 * Where a row may be cut into lines.
 *
 * Unicode's line breaking with the strict Chinese and Japanese rules (UAX #14) is the ground. On
 * top of it no closing mark begins a line and no opening mark ends one, whatever the script around
 * them (CLREQ 3.1.2), and what is read as one stays in one line: numbers with their units and
 * signs, dates, —— and ……, names with ·. Words of other scripts are hyphenated where asked for.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_BREAKS_H
#define ROLEBOOK_CONVERTERS_PDF_BREAKS_H
#include "converters/pdf/row.h"

enum cut {
    CUT_NO,
    CUT_YES,
    CUT_HYPHEN, /* inside a word: a hyphen is put at the line's end */
};

struct hyphenator; /* hyphen.h */

/* For one thread. */
struct breaker;
/* in  hyphenator  borrowed; NULL: no word is hyphenated */
struct breaker *breaker_open(struct hyphenator *hyphenator);
void breaker_close(struct breaker *breaker); /* NULL is allowed */

/* For each glyph, and the end, whether a line may begin with it: enum cut; in the arena. */
uint8_t *row_cuts(struct breaker *breaker, struct arena *arena, const struct glyph_row *row);

#endif
