/*
 * Whether a document is a résumé, and when somebody held a position.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EVIDENCE_RESUME_H
#define ROLEBOOK_CORE_EXTRACT_EVIDENCE_RESUME_H
#include "core/extract/extraction.h"

/* 個人簡歷, or what a person did, learned and can: it names positions, and defines none. */
bool is_resume(struct extraction *x, const struct document *document);
/* A year stands there by itself: 19.. or 20.. */
bool is_year(struct text t, size_t at);
/* "Apr 2020 – Apr 2022", 2019.03-至今: two years, or a year and now, with a dash between. */
bool has_period(const struct extraction *x, struct text line);

#endif
