/*
 * A move takes what was made of one file to another arena, so that the file's own can be closed.
 *
 * What is kept of a file is small beside what it took to read it. Everything is copied, and spans
 * follow to a copy of the file's source; of a text format the text comes along, since lines are
 * counted in it, and slices of it stay slices.
 */
#ifndef ROLEBOOK_CORE_BASE_MOVE_H
#define ROLEBOOK_CORE_BASE_MOVE_H
#include "core/base/diagnostics.h"

struct moved_source {
    const struct source *from, *to;
};

struct move {
    struct arena *arena; /* where things go */
    const struct source *from, *to;
    struct moved_source *other; /* the last other source met: JSON names one for each role */
};

/* To that arena, of what was made of the source, which is copied at once. */
struct move move_begin(struct arena *arena, const struct source *from);

/* Each as it is in the arena of the move; a source, or span, of nothing stays so. */
const struct source *move_source(const struct move *move, const struct source *source);
struct text move_text(const struct move *move, struct text text);
struct span move_span(const struct move *move, struct span span);
/* Messages are static and stay where they are. */
struct diagnostics *move_diagnostics(const struct move *move, const struct diagnostics *diags);

#endif
