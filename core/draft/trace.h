/*
 * The trace shows how goals come down to decisions, processes and positions, and which links
 * nobody gave.
 */
#ifndef ROLEBOOK_CORE_DRAFT_TRACE_H
#define ROLEBOOK_CORE_DRAFT_TRACE_H
#include "core/draft/position.h"

/* In Markdown; empty without goals. */
struct text trace_of(const struct drafting *d);

#endif
