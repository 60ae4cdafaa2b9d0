/*
 * Checking holds a model against the rules: what is missing, shared, unclear or broken.
 */
#ifndef ROLEBOOK_CORE_CHECK_CHECK_H
#define ROLEBOOK_CORE_CHECK_CHECK_H
#include "core/check/phrases.h"
#include "core/model/model.h"
#include "core/model/vocabulary.h"

/* What is expected here; made once, then only read. */
struct check_config {
    struct arena *arena;
    enum level *levels; /* one a rule, in the order of the registry; LEVEL_OFF: not asked */
    struct text locale; /* a region: "TW", "CN", "GB" …; empty: as the role's language suggests */
    struct phrases *phrases; /* with the user's files; what is compiled in is read when needed */
    bool is_whole;           /* the files make a whole handbook: roles may be missing in it */
};

/* Every rule at its own level. */
struct check_config *check_config_new(struct arena *arena);
/*
 * in       selector  a code ("C301"), the begin of codes ("C3"), or a name ("missing-standards")
 * returns  false, and nothing changed, when no rule is called so
 */
bool check_config_set_level(struct check_config *config, struct text selector, enum level level);
/* Only the rules that one of the selectors names stay on; false as above, naming the first. */
bool check_config_select(struct check_config *config, const struct text *selectors, size_t count,
                         struct text *unknown);

/*
 * in       handbook  normalised
 * out      diags     gets the findings, with texts in its arena; not yet sorted
 */
void check_handbook(const struct handbook *handbook, const struct vocabulary *vocabulary,
                    const struct check_config *config, struct diagnostics *diags);

/*
 * A new list of from: findings of rules, also those that readers and extraction made, at their
 * configured level, those that are off left out; diagnostics without a code as they are.
 */
struct diagnostics *check_configure(struct arena *arena, const struct check_config *config,
                                    const struct diagnostics *from);

#endif
