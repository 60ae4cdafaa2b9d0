/*
 * False friends are files that stand among role definitions and are none: what they look like
 * instead, and what to do about it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_FALSE_FRIENDS_H
#define ROLEBOOK_CORE_EXTRACT_FALSE_FRIENDS_H
#include "core/base/diagnostics.h"
#include "core/document/document.h"

/* Reports, as a warning at the file, that it holds no role, and what it looks like. */
void report_no_role(struct arena *scratch, const struct document *document,
                    struct diagnostics *diags);
/* d is such a report. */
bool finding_is_no_role(const struct diagnostic *d);

#endif
