/*
 * False friends are files that stand among role definitions and are none: what they look like
 * instead, and what to do about it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EVIDENCE_FALSE_FRIENDS_H
#define ROLEBOOK_CORE_EXTRACT_EVIDENCE_FALSE_FRIENDS_H
#include "core/extract/extraction.h"

/* Reports, as a warning at the file, that it holds no role, and what it looks like. */
void report_no_role(struct extraction *x, const struct document *document,
                    struct diagnostics *diags);
/* The same of a form of ours whose places are all empty. */
void report_empty_form(const struct document *document, struct diagnostics *diags);
/* How many labels speak of users of a product: "Pain points", 痛点. */
size_t count_personas(struct extraction *x, const struct document *document);
/* All that looked like roles are such users: no label gives them duties. */
bool are_personas(struct extraction *x, const struct document *document,
                  const struct handbook *handbook);
/*
 * The handbook's roles are none: most have placeholders for names, or the only one is named as an
 * assessment form, a policy or a list of people is (「考勤制度」, "Travel policy"), or only by the
 * name of a file that is one; or the file is a contract between two parties, a form to apply with,
 * a text for training, a plan that tells the wishes of users, or a drawing of these.
 */
bool is_false_friend(struct extraction *x, const struct document *document,
                     const struct handbook *handbook);
/* A form that people fill in about themselves or others, by its title or questions: 申請表, 考核表.
 */
bool is_form_for_people(struct extraction *x, const struct document *document);
/* The lines at the top, or the file's name, are those of rules, a contract, a tender, a list. */
bool is_titled_as_no_role(struct extraction *x, const struct document *document);
/* The same of a plan, a report or a notice, in which a role may stand. */
bool is_titled_as_plan(struct extraction *x, const struct document *document);
/* The role's title stands nowhere in the document: it is the file's name. */
bool is_named_by_file(const struct role *role);
/* d is such a report. */
bool finding_is_no_role(const struct diagnostic *d);

#endif
