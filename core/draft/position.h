/*
 * A position's draft: all that goals, processes, scenarios and organisation say of it, as a role.
 */
#ifndef ROLEBOOK_CORE_DRAFT_POSITION_H
#define ROLEBOOK_CORE_DRAFT_POSITION_H
#include "core/draft/goals.h"
#include "core/normalise/similarity.h"

/* What is drafted from; made once. */
struct drafting {
    struct arena *arena;
    const struct handbook *inputs;
    struct process_steps *steps;
    struct goals *goals;
    enum language language;
    struct handbook *drafts, *merged;
    struct grams *baseline; /* of the shared duties that are there, [baseline_count] */
    size_t baseline_count;
    bool *is_shared; /* [steps] what they ask of everybody is no duty of a position */
};

/* Behind the other roles of d->drafts. */
struct role *draft_position(struct drafting *d, const struct position *position);

/* ---- sentence.c ---- */

/* The duty of a step as a sentence. */
struct text draft_step_sentence(const struct drafting *d, const struct step *step);
/* "、" or ", ", "；" or "; ": between words, and between clauses, of the language. */
const char *draft_comma(const struct drafting *d);
const char *draft_semicolon(const struct drafting *d);

#endif
