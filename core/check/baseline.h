/*
 * A baseline holds the findings that were there on the day it was written, so that only new ones
 * are shown.
 *
 * It is a YAML file, keyed by content (core/check/fingerprint.h):
 *
 *   baseline: 1
 *   findings:
 *   - key: "5f0c3a1b2d4e6f70"
 *     rule: W401
 *     role: "客服專員"
 *     element: duties
 *     words: "相關"
 *     owner: "人力資源部"        # these three are written by people, and kept
 *     reason: "合約用語"
 *     expires: 2027-06-30        # from the next day on the finding is shown again
 *
 * Only the key counts; what stands between it and owner is for those who read the file.
 */
#ifndef ROLEBOOK_CORE_CHECK_BASELINE_H
#define ROLEBOOK_CORE_CHECK_BASELINE_H
#include "core/base/text_buffer.h"
#include "core/check/check.h"

struct baseline;

/* NULL after diagnostics with line and column: the file cannot be read, or is no baseline. */
struct baseline *baseline_read(struct arena *arena, const char *path, struct diagnostics *diags);

/*
 * in       findings  sorted, all of them
 *          today     "2026-11-25"
 * out      hidden    gets those it holds, with the reasons given; NULL: nobody asks
 * returns  those it does not hold; what has no code stays in any case. A warning for an entry that
 *          expired and a note for one whose finding is gone are added, at their place in the file.
 *
 * That a finding is gone is said only where it would have been found: its rule was asked, and its
 * role, or the whole handbook, was read.
 */
struct diagnostics *baseline_apply(struct arena *arena, const struct baseline *baseline,
                                   const struct check_config *config,
                                   const struct handbook *handbook,
                                   const struct diagnostics *findings, struct text today,
                                   struct diagnostics *hidden);

/*
 * Writes all findings that have a code, by role, element, rule and words.
 *
 * in       old  gives owner, reason and expiry to the entries it knows; NULL: there is none
 * returns  how many
 */
size_t baseline_write(const struct baseline *old, const struct diagnostics *findings,
                      struct text_buffer *out);

#endif
