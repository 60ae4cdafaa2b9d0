/*
 * The same work, however it was worded: rows that say the same become one element.
 *
 * Wordings are compared without numbers, codes, addresses and people's names, in one script, width
 * and case. Two say the same when their words are the same in another order or with other words
 * that only join, or when one is the other with a slip of the pen: one letter off, or one Han
 * character that sounds alike, in words that stand nowhere else, the rarer to the more common. All
 * such pairs are found, by an exact join (core/base/set_join.h).
 */
#ifndef ROLEBOOK_CORE_DRAFT_SAME_WORK_H
#define ROLEBOOK_CORE_DRAFT_SAME_WORK_H
#include "core/draft/work.h"

struct same_work {
    size_t count;                /* elements, by the bytes of their folded wordings */
    const uint32_t *element_of;  /* [log->count]: each row's element */
    const struct text *wordings; /* [count]: the most common one, as it was written */
};

/*
 * The order of the rows does not matter, but for numbering by element_of. Of the wordings of an
 * element those in the language go before others.
 */
struct same_work same_work_of(struct arena *arena, const struct work_log *log,
                              enum language language);

/* What tells scripts apart, in the arena. */
const uint32_t *script_table(struct arena *arena);
/* Whether words are in the language's script, by most of what they show; alike ones are in either.
 */
bool is_in_language(const uint32_t *table, struct text words, enum language language);

/* The words folded, without what differs from case to case. */
struct text mask_work(struct arena *arena, struct text words);

#endif
