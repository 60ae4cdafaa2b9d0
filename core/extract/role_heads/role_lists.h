/*
 * Roles that a heading announces are named by the headings below it, and so are those of a family
 * by their levels, and those of which several chapters tell.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_ROLE_LISTS_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_ROLE_LISTS_H
#include "core/extract/outline/outline.h"

/* ---- role_announcements.c ---- */

/* "Project roles", "Roles and responsibilities", "Officers": what stands below are roles. */
bool words_announce_roles(struct extraction *x, struct text words);
/* "Responsibilities by position": each heading below is one, whatever it is called. */
bool words_part_by_role(struct extraction *x, struct text words);
/* "Duties of each role:", "The duties of the officers are:": a caption over what each does. */
bool words_lead_to_each(struct extraction *x, struct text words);

/* ---- role_lists.c ---- */

/*
 * Headings right below "Project roles" name roles, and so do positions beside headings that do:
 * what stands under them need be no label of the vocabulary.
 */
void find_roles_in_lists(struct extraction *x, struct outline *outline);
/* A heading of the document over words, and none of a section or of other roles. */
bool heading_may_be_role(struct extraction *x, const struct outline *outline, size_t heading);
/* It names a role; what stands below without a label is what its holder does. */
void mark_heading_role(const struct extraction *x, struct outline *outline, size_t heading);
/* "IC3", "Level 2", "M1: Manager": a word or letters and a number. */
struct level_code {
    struct text prefix; /* empty: it is no such code */
    bool is_nought;     /* "P0" */
};
struct level_code level_code(struct extraction *x, struct text words);

/* ---- bare_positions.c ---- */

/* "Graduate students", "PI": no words of a position, but a place beside some. */
bool has_place_beside_posts(struct extraction *x, const struct piece *piece);

/* ---- told_roles.c ---- */

/* Positions of which the words below say what they are or do, though in several chapters. */
void find_told_roles(struct extraction *x, struct outline *outline);

/* ---- families.c ---- */

/* "Senior Responsibilities" below "Senior Analyst" is a section of it. */
void find_labels_of_levels(struct extraction *x, struct outline *outline);
/* Roles called by a rank alone are given the name of the position above them. */
void name_levels(struct extraction *x, struct outline *outline);
/* The front matter names a page of several roles, and is none of them itself. */
bool is_family_page(struct extraction *x, const struct outline *outline);

#endif
