/*
 * A compilation is several documents in one file, each below a numbered heading of the same words.
 *
 * 「招聘 1」, 「招聘 2」 … over what was written elsewhere and pasted: each part has headings,
 * levels and habits of its own, so that what is weighed over a whole file (outline, series)
 * misleads. That they were pasted shows in headings as high as those above the parts, or higher,
 * inside of them.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_COMPILATION_H
#define ROLEBOOK_CORE_EXTRACT_COMPILATION_H
#include "core/document/document.h"

struct compilation_part {
    struct block *head;       /* the numbered heading; NULL: what stands in front of the first */
    struct block *byline;     /* the list right below it, of the same labels in all; NULL: none */
    struct document document; /* shares all but its blocks with the whole */
};

/*
 * Divides the document: its blocks belong to the parts until compilation_rejoin.
 *
 * out      *count  of parts
 * returns  the parts, in the arena; NULL: it is one document, and untouched
 */
struct compilation_part *compilation_divide(struct arena *arena, struct document *document,
                                            size_t *count);
/* The same at blocks that each begin a part, and belong to it; there is one at least. */
struct compilation_part *compilation_divide_at(struct arena *arena, struct document *document,
                                               struct block *const *heads, size_t head_count,
                                               size_t *count);
/* The parts' blocks, which may have become others, are the document's again. */
void compilation_rejoin(struct document *document, struct compilation_part *parts, size_t count);

#endif
