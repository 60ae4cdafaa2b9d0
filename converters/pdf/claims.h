/*
 * Claims are settled over all pages: the first page that shows an ambiguous glyph settles its text,
 * whichever thread drew it when. Pages that took it for another are drawn again, with ActualText.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_CLAIMS_H
#define ROLEBOOK_CONVERTERS_PDF_CLAIMS_H
#include "converters/pdf/press.h"

/* In the arena; the texts are the records'. */
struct settled_claims claims_settle(struct arena *arena, const struct page_record *records,
                                    size_t page_count);
/* Whether a page shows each glyph for what was settled; settled of all pages. */
bool claims_agree(const struct settled_claims *settled, const struct page_record *record);

#endif
