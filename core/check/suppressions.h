/*
 * Findings that somebody decided to live with are passed over, and said again when that is no use.
 *
 * An author says so where the words stand, in a comment of Markdown or XML:
 *
 *   <!-- rolebook: ignore W401, W403 -- the regulation words it so -->
 *
 * At the end of a line it holds for that paragraph, item or row; on a line of its own for the block
 * below it: below a heading's comment, for the section. "ignore-role" and "ignore-file" hold for
 * all of the role or file. The reason may also stand behind a dash (—), since XML allows no "--" in
 * a comment. A Word file has no place for it: its suppressions stand in rolebook.yaml.
 */
#ifndef ROLEBOOK_CORE_CHECK_SUPPRESSIONS_H
#define ROLEBOOK_CORE_CHECK_SUPPRESSIONS_H
#include "core/check/check.h"

/*
 * in       findings  configured (check_configure)
 * out      hidden    gets the others, with the reasons given; NULL: nobody asks
 * returns  those that nobody suppressed, and S501, S502 of suppressions that hide nothing or give
 *          no reason, at their configured levels; not sorted
 *
 * That one hides nothing is said only where the rule was asked of all it speaks of: rules over the
 * whole handbook only when the files make one.
 */
struct diagnostics *suppressions_apply(struct arena *arena, const struct check_config *config,
                                       const struct handbook *handbook,
                                       const struct diagnostics *findings,
                                       struct diagnostics *hidden);

#endif
