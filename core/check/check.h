/*
 * Checking holds a model against the rules: what is missing, shared, unclear or broken.
 */
#ifndef ROLEBOOK_CORE_CHECK_CHECK_H
#define ROLEBOOK_CORE_CHECK_CHECK_H
#include "core/model/model.h"
#include "core/model/profile.h"
#include "core/model/vocabulary.h"
#include "core/normalise/phrases.h"

/* A rule's level for one role, in place of the one for all. */
struct role_level {
    size_t rule;                 /* in the order of the registry */
    struct text role;            /* its title */
    const struct source *source; /* NULL: wherever a role of that title stands */
    enum level level;
};

/*
 * Findings that the project passes over; empty texts hold for any. What stands in comments of the
 * files themselves comes with the handbook.
 */
struct suppression {
    struct text rules;               /* selectors */
    struct text file, role, element; /* file: the end of its path */
    struct text words;               /* that the finding speaks of */
    struct text reason;
    struct span at;
};

/* What is expected here; made once, then only read. */
struct check_config {
    struct arena *arena;
    enum level *levels; /* one a rule, in the order of the registry; LEVEL_OFF: not asked */
    bool *is_left_out;  /* one a rule: not selected, or ignored; no role's own level counts */
    bool *is_set;       /* one a rule: somebody set its level, so the profile's does not count */
    const struct profile *profile; /* which elements roles need */
    struct text locale; /* a region: "TW", "CN", "GB" …; empty: as the role's language suggests */
    struct phrases *phrases; /* with the user's files; what is compiled in is read when needed */
    struct role_level *role_levels;
    size_t role_level_count, role_level_capacity;
    struct suppression *suppressions;
    size_t suppression_count;
    size_t threads; /* that may check roles at a time; 0: threads_available */
    bool is_whole;  /* the files make a whole handbook: roles may be missing in it */
    bool is_pile;   /* ... but no project says so: superiors may well stand elsewhere */
};

/* Every rule at its own level. */
struct check_config *check_config_new(struct arena *arena);
/* Whether a selector names any rule. */
bool check_config_has(struct text selector);
/*
 * in       selector  a code ("C301"), the begin of codes ("C3"), or a name ("missing-standards")
 * returns  false, and nothing changed, when no rule is called so
 */
bool check_config_set_level(struct check_config *config, struct text selector, enum level level);
/*
 * The same for one role; source NULL: for every role of that title. Later ones go before earlier.
 */
bool check_config_set_role_level(struct check_config *config, struct text role,
                                 const struct source *source, struct text selector,
                                 enum level level);
/*
 * The levels that front matter asks for (rules: {C102: off}) become role levels of the roles in
 * its file; an error for what is no rule or no level.
 */
void check_config_take_requests(struct check_config *config, const struct handbook *handbook,
                                struct diagnostics *diags);
/* The level of a rule for what stands in this role; role empty: in the handbook. */
enum level check_config_level(const struct check_config *config, size_t rule, struct text role,
                              const struct source *source);
/* Whether somebody set the level of the rule, for all roles or for this one. */
bool check_config_sets(const struct check_config *config, size_t rule, struct text role,
                       const struct source *source);
/* Whether any role, or the handbook, asks the rule. */
bool check_config_asks(const struct check_config *config, size_t rule);
/* "off", "info", "warning", "error"; also "no" and "false", as YAML's off; false: none of them. */
bool level_by_name(struct text name, enum level *level);
/* What a user asks for in one run, by selectors as above. */
struct rule_choice {
    struct text *select, *extend, *ignore;
    size_t select_count; /* 0: all rules */
    size_t extend_count; /* these as well, also when their level is off: then at their own */
    size_t ignore_count; /* but not these */
};
/*
 * Of selectors that name a rule the most exact counts: "W401" goes before "W4", and that before
 * "W"; of equals, ignore. false, and nothing changed, when one names no rule: *unknown.
 */
bool check_config_choose(struct check_config *config, const struct rule_choice *choice,
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
