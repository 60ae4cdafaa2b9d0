/*
 * Which segments of an English sentence begin an act of their own, and which go on with one.
 *
 * English verbs have their form in common with the head's, and most are nouns as well: what stands
 * around them decides.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ENGLISH_ACTS_H
#define ROLEBOOK_CORE_NORMALISE_ENGLISH_ACTS_H
#include "core/normalise/segments.h"

/* Whether the segment, which begins with a verb and is not the first, begins an act of its own. */
bool english_is_unit(const struct segments *g, size_t i);
/* Whether its verb stands in a row with the head, with which it may share its object. */
bool english_is_in_row(const struct segments *g, size_t i);
/*
 * Process orders, ensure accuracy, and file invoices; …, ensuring compliance, and
 * maintaining records: behind a result an act of the head's form goes on, where a mark and "and"
 * stand in front or the result is told by a verb of that form.
 */
bool english_resumes(const struct segments *g, size_t settled, size_t i);

#endif
