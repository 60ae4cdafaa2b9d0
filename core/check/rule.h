/*
 * A rule is one file: what it asks, why, how it looks when broken and when kept, and its check.
 */
#ifndef ROLEBOOK_CORE_CHECK_RULE_H
#define ROLEBOOK_CORE_CHECK_RULE_H
#include "core/check/check.h"
#include "core/check/role_likeness.h"
#include "core/model/role_names.h"

struct rule;
struct role_words;

/* What a check is given; one rule's, one handbook's. */
struct rule_context {
    struct arena *arena;   /* for what findings hold */
    struct arena *scratch; /* for what is forgotten before the next role */
    const struct handbook *handbook;
    const struct vocabulary *vocabulary;
    const struct check_config *config;
    const struct role_names *names;
    struct role_words *words; /* see core/check/wording.h; NULL: the handbook is checked */
    struct diagnostics *diags;
    const struct likeness *likeness;     /* NULL: not asked for yet; see rule_likeness */
    struct role_pairs *role_pairs;       /* likewise; see rule_role_pairs */
    const struct assessment *assessment; /* of the role; see rule_assessment */
    const struct rule *rule;
    size_t rule_index;       /* in the registry */
    const struct role *role; /* being checked; NULL: the handbook */
};

struct finding_details {
    struct span at;                /* no source: the role's, or none */
    const struct message *message; /* NULL: the rule's */
    struct text args[MESSAGE_ARGS];
    enum element element; /* only with has_element */
    bool has_element;
    enum level level;    /* LEVEL_OFF: as configured; else at most this */
    enum level missed;   /* the profile's for what is missing: counts where nobody set the rule's */
    struct text excerpt; /* the words it speaks of */
    struct text content; /* all of the record, where the words are only a part of it */
    struct related related;
    bool has_related;
    bool has_replacement;    /* replacement may stand in place of what is at `replaced_at` */
    struct text replacement; /* empty: delete it */
    struct span replaced_at; /* no source: `at` */
    struct text replaced;    /* the words there; empty: the excerpt */
    enum item_fix item;
    const struct new_file *new_file; /* of an item that comes; NULL: it comes behind related */
    bool is_safe;                    /* the fix changes no meaning */
};

/* An example is a Markdown section below the heading of the rule's element, or a file of its own.
 */
struct example {
    const char *bad, *good;
};

enum example_kind {
    EXAMPLE_SECTION, /* what stands below the heading of rule.element */
    EXAMPLE_ROLE,    /* a role file */
    EXAMPLE_PROJECT, /* files divided by lines "== name" */
};

struct rule {
    const char *code, *name;
    enum level level;
    const char *source; /* where the method asks for it */
    struct message message;
    struct message reason;
    enum element element;
    enum example_kind kind;
    const char *profile; /* that its examples are checked by; NULL: the default */
    struct example examples[LANG_COUNT];
    void (*check_role)(struct rule_context *cx, const struct role *role);
    void (*check_handbook)(struct rule_context *cx);
};

/* A finding of the rule that is being checked, at its level or a milder one; none where it is off. */
void rule_report(struct rule_context *cx, struct finding_details finding);
/*
 * For C rules: how much the profile misses the element; LEVEL_OFF: not at all, and nobody set a
 * level of the rule either.
 */
enum level rule_missed(const struct rule_context *cx, enum element element);
/* The finding when the role does not give an element that is missed, at its heading if it has one.
 */
void rule_require(struct rule_context *cx, const struct role *role, enum element element);
/*
 * The columns that the profile asks of the element's records and this one leaves empty, joined; in
 * *level the highest at which one of them is missed.
 *
 * in       passed_over  [FIELD_COUNT], fields that are not asked for; NULL: none
 */
struct text rule_missed_fields(struct rule_context *cx, const struct records *records,
                               const struct record *record, const bool *passed_over,
                               enum level *level);
/* The language findings about this role, or the handbook, quote headings in. */
enum language rule_language(const struct rule_context *cx);
/* Which duties of the handbook are alike; found out once, when the first rule asks. */
const struct likeness *rule_likeness(struct rule_context *cx);
/* Which standards assess which duties of the role being checked; found out once. */
const struct assessment *rule_assessment(struct rule_context *cx);
/* Which roles are alike as a whole, from LIKE_NEAR on; found out once. */
struct role_pairs rule_role_pairs(struct rule_context *cx);
/*
 * A finding of a pair at its second role. Where a few duties tell the two apart they are its {3},
 * and message and level are those given (LEVEL_OFF: the rule's).
 */
void rule_report_pair(struct rule_context *cx, const struct likeness *likeness,
                      const struct role_pair *pair, const struct message *by_few,
                      enum level level_by_few);
/* A sentence as part of another: without its full stop. */
struct text without_stop(struct text sentence);
/* A number in words of a message. */
struct text rule_number(struct rule_context *cx, size_t number);
/* "、" or ", ": joins a name to a list of them. */
struct text rule_join(struct rule_context *cx, struct text list, struct text name);

/* ---- registry.c: by code; NULL after the last ---- */

extern const struct rule *const rule_registry[];
size_t rule_count(void);
/* Where in the registry a rule of exactly that code stands; rule_count(): nowhere. */
size_t rule_number_of(const char *code);
/* Whether a selector names it: its code, the begin of its code, or its name. */
bool rule_is_selected(const struct rule *rule, struct text selector);
/* By code or name; NULL when there is none. */
const struct rule *rule_find(struct text code);

#endif
