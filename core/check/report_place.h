/*
 * Where a finding stands, in the terms of report formats: paths as URIs, and regions of lines.
 */
#ifndef ROLEBOOK_CORE_CHECK_REPORT_PLACE_H
#define ROLEBOOK_CORE_CHECK_REPORT_PLACE_H
#include "core/base/span.h"

/* From begin up to, not including, end; all 0 where lines mean nothing. */
struct region {
    struct line_column begin, end;
};

/* Of a text span; of Word files all 0. */
struct region region_of(struct span at);
/* "table 1, row 6", without the path; empty when there is no such place. */
struct text word_place(struct arena *arena, struct span at);
/* The path without "./" before it; the empty text for an unknown source. */
struct text plain_path(struct span at);
/* A URI reference (RFC 3986): "roles/%E7%B5%84.md", "file:///srv/a.md". */
struct text path_uri(struct arena *arena, struct span at);

#endif
