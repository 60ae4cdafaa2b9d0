/*
 * The evidence that heads of one look, each in front of a body of its own, are names of roles; the
 * head of series.c says how it is weighed.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_SERIES_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_SERIES_H
#include "core/extract/outline/outline.h"

/* What the heads and bodies of a series are. */
struct series {
    size_t heads, known, told, strange, bare;
    size_t offices; /* known where the series is announced: 測試 may also be a step */
    size_t people;  /* lines that tell who holds a role: no heads */
    bool is_announced, is_page, is_numbered;
};

/* ---- series.c ---- */

/*
 * in       name       of the head
 *          tells      its body says what somebody does
 *          says_name  ... of whom the name names
 * returns  whether the head is known to name a role
 */
bool series_add_head(struct extraction *x, struct series *series, struct text name, bool tells,
                     bool says_name);
/* The evidence is enough. */
bool series_is_of_roles(const struct series *series);
/* Words that speak of roles, as headings and captions do: 分工, "Core team". */
bool series_announced_by(struct extraction *x, struct text words);
/* The document's first line, or its file, is such; index: where the series begins. */
bool series_is_titled(struct extraction *x, const struct outline *outline, size_t index);

/* ---- series_headings.c ---- */

/* A section of a role stands below the heading, or half of the words tell what somebody does. */
bool heading_tells(struct extraction *x, const struct outline *outline, size_t heading);
/* page: bytes of all that stands in the document. */
void find_series_of_headings(struct extraction *x, struct outline *outline, size_t page);

#endif
