/*
 * Metadata say what the document is, twice: in the information dictionary and as XMP.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_META_H
#define ROLEBOOK_CONVERTERS_PDF_META_H
#include "core/base/diagnostics.h"

struct meta {
    struct text title, author, subject, keywords; /* may be empty, except title */
    struct text language;                         /* BCP 47 of the document */
    bool has_date;
    int64_t date;     /* seconds since 1970, UTC; used when has_date: else nothing is dated */
    bool claims_ua;   /* says PDF/UA-1 in XMP */
    bool claims_pdfa; /* says PDF/A-2a in XMP */
};

/*
 * The date of SOURCE_DATE_EPOCH (reproducible-builds.org), the only one ever written.
 *
 * in   value  as getenv gives it; NULL or not a number of seconds: meta stays as it is
 */
void meta_set_date(struct meta *meta, const char *value);

/* XMP as a packet (ISO 16684-1), with PDF/UA's and PDF/A's identification when claimed. */
struct text meta_to_xmp(struct arena *arena, const struct meta *meta);
/* "D:20240102030405Z" (ISO 32000-1, 7.9.4); empty when meta has no date. */
struct text meta_pdf_date(struct arena *arena, const struct meta *meta);

#define META_PRODUCER "rolebook " ROLEBOOK_VERSION " (libharu)"

#endif
