/*
 * The colour profile says what our 0xRRGGBB means: sRGB, as PDF/A wants it said (ISO
 * 19005-2, 6.2.3).
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_ICC_H
#define ROLEBOOK_CONVERTERS_PDF_ICC_H
#include "core/base/text.h"

/*
 * An ICC profile of version 2 with sRGB's primaries (IEC 61966-2-1, adapted to D50) and its curve
 * as the power 2.2, in the arena.
 */
struct text icc_srgb(struct arena *arena);

#endif
