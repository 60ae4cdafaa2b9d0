/*
 * The hyphenator knows where words may be parted, by the patterns that the system has installed for
 * their language (libhyphen, Liang's method). Without the library or the patterns no word is
 * parted, and that is said once.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_HYPHEN_H
#define ROLEBOOK_CONVERTERS_PDF_HYPHEN_H
#include "core/base/diagnostics.h"

/* May be used by many threads at once. */
struct hyphenator;
struct hyphenator *hyphenator_open(void);
void hyphenator_close(struct hyphenator *hyphenator); /* NULL is allowed */

/* Patterns of one language, as long as the hyphenator lives; read by any thread. */
struct patterns;
/* NULL: there are none, or the language is written without letters. Takes a lock. */
const struct patterns *hyphenator_patterns(struct hyphenator *hyphenator, struct text language);

#define HYPHEN_WORD_MOST 64 /* bytes: no word of a language is longer */

/*
 * in       word    letters only
 *          places  [HYPHEN_WORD_MOST]
 * out      places  byte offsets in the word where a hyphen may be put, ascending
 * returns  how many
 */
size_t patterns_places(const struct patterns *patterns, struct text word, size_t *places);

/* A note for each language whose words were to be parted and could not be. */
void hyphenator_report_missing(struct hyphenator *hyphenator, struct diagnostics *diags);

#endif
