/*
 * Joints are the words of a Latin title behind which it only says whose, where or what for: "of" in
 * "Head of Service". The vocabulary has them.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_LABELS_JOINTS_H
#define ROLEBOOK_CORE_EXTRACT_LABELS_JOINTS_H
#include "core/extract/extraction.h"

/* Whatever its case. */
bool is_joint(const struct extraction *x, struct text word);
/* What stands in front of the first joint between two words, without the blank; title: there is none.
 */
struct text in_front_of_joint(const struct extraction *x, struct text title);

#endif
