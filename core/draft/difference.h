/*
 * Differences are what a draft and the role that is there do not both say: what to add, what
 * contradicts, what no process asks for.
 */
#ifndef ROLEBOOK_CORE_DRAFT_DIFFERENCE_H
#define ROLEBOOK_CORE_DRAFT_DIFFERENCE_H
#include "core/base/text_buffer.h"
#include "core/draft/position.h"
#include "core/model/vocabulary.h"

struct differences {
    struct drafting *drafting;
    const struct vocabulary *vocabulary;
    struct text_buffer out; /* Markdown */
};

/* Nothing is compared yet. */
struct differences differences_new(struct drafting *drafting, const struct vocabulary *vocabulary);
/* Whether the draft has anything to add. */
bool difference_add(struct differences *differences, const struct position *position,
                    const struct role *had, const struct role *draft);
/* A copy of the role with what only the draft says behind it, as the last role of d->merged. */
void difference_merge(struct drafting *d, const struct role *had, const struct role *draft);
/* Empty when no role was compared. */
struct text differences_text(struct differences *differences);

#endif
