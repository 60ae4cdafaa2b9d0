/*
 * A fingerprint knows a finding again in the next edition of its file.
 *
 * It is made of what the finding says and of what, never of where: the rule, the role, the element,
 * the words it speaks of, and which of those alike it is. So it survives moved rows, renamed files,
 * a change of script and the way from Word to Markdown. Words are folded (core/model/fold.h).
 */
#ifndef ROLEBOOK_CORE_CHECK_FINGERPRINT_H
#define ROLEBOOK_CORE_CHECK_FINGERPRINT_H
#include "core/base/diagnostics.h"

struct fingerprint {
    uint64_t key;     /* of all together */
    uint64_t content; /* of the words alone */
    size_t ordinal;   /* from 1 among the findings that differ in nothing else */
};

/*
 * in       diags  sorted (diagnostics_sort): ordinals count in that order
 * returns  [diags->count], in their order
 */
struct fingerprint *fingerprints_of(struct arena *arena, const struct diagnostics *diags);
/* The key in 16 hexadecimal digits: what reports and baseline files hold. */
struct text fingerprint_text(struct arena *arena, struct fingerprint fingerprint);

#endif
