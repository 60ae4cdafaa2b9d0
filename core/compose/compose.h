/*
 * Composition turns a model back into a document, by a template or in canonical form.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_COMPOSE_H
#define ROLEBOOK_CORE_COMPOSE_COMPOSE_H
#include "core/compose/template.h"
#include "core/model/model.h"
#include "core/model/vocabulary.h"

/*
 * The handbook as a book: cover, contents, baseline, role chapters by department, in the order and
 * wording of the template. diags gets the findings of completeness when the template wants them.
 */
struct document *compose_handbook(struct arena *arena, const struct handbook *handbook,
                                  const struct template *template,
                                  const struct vocabulary *vocabulary);

/*
 * The same book, whose role chapters are late sections: for writers that need no chapter longer
 * than it takes to lay it out. What it was made of must live as long as the document.
 */
struct document *compose_handbook_late(struct arena *arena, const struct handbook *handbook,
                                       const struct template *template,
                                       const struct vocabulary *vocabulary);

/*
 * One role in canonical form (MODEL.md, Serialisation): front matter for the identity elements,
 * heading 1 the title, heading 2 each element, lists, tables for records with only the columns in
 * use, in the role's language. extract(compose(role)) = role.
 */
struct document *compose_role(struct arena *arena, const struct role *role,
                              const struct vocabulary *vocabulary);
/*
 * The same as a file of one exact role (core/extract/exact_role.h): its front matter says so, and
 * whatever its words look like they are read as what they are here.
 */
struct document *compose_exact_role(struct arena *arena, const struct role *role,
                                    const struct vocabulary *vocabulary);

/*
 * Baseline, goals, processes or scenarios as a file that says what it is by kind: in its front
 * matter; NULL when the handbook has none, or for another element.
 */
struct document *compose_handbook_part(struct arena *arena, const struct handbook *handbook,
                                       enum element element, const struct vocabulary *vocabulary);
/* Departments, glossary, revisions and approval as a file of pages; NULL: there are none. */
struct document *compose_handbook_rest(struct arena *arena, const struct handbook *handbook,
                                       const struct vocabulary *vocabulary);
/*
 * Prose pages that came from one source as a file of pages: those from *next on, which moves to the
 * first of another source; NULL when they hold nothing.
 */
struct document *compose_handbook_pages(struct arena *arena, const struct handbook *handbook,
                                        const struct section_text **next,
                                        const struct vocabulary *vocabulary);
/*
 * One role as a form to fill in, in the role's language: tables of labels and values, a table for
 * each element with records, its heads repeated on each page. Every place has a name
 * (core/model/form_name.h), so that extract(compose_form(role)) = role whatever the words are.
 * Elements that a complete role needs and this one lacks are there with a prompt.
 */
struct document *compose_form(struct arena *arena, const struct role *role,
                              const struct vocabulary *vocabulary);
/* The same form with nothing filled in, for a new role. */
struct document *compose_blank_form(struct arena *arena, enum language language,
                                    const struct vocabulary *vocabulary);

#endif
