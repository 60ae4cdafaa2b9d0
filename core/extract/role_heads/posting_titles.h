/*
 * What a title says of the post that it names or looks for.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_POSTING_TITLES_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_POSTING_TITLES_H
#include "core/extract/extraction.h"

/* ---- posting_titles.c ---- */

/* The name in the title of an advertisement; title: it is none, or names several. */
struct text title_without_house(struct extraction *x, struct text title, struct text *house);
/*
 * "Hiring: Community Manager", "The college is hiring for Head Tutor": what is wanted, where it is a
 * position.
 */
struct text title_without_lead(struct extraction *x, struct text title);
struct text name_in_posting_title(struct extraction *x, struct text title);
/* 前端, 「Java 後端開發」: a craft, by which postings in Chinese call who has it. */
bool is_craft(struct extraction *x, struct text name);
/* ... with the word for a post behind it, 「後台開發崗位」, or marked as names are: 「大數據開發」. */
bool is_craft_of_post(struct extraction *x, struct text name, bool is_marked);
/* "People Lead Role", "Events Lead Handbook": the position whose page it is. */
struct text title_without_page(struct extraction *x, struct text title);
/* 「青田科技招募」: a word of the title looks for somebody, and is of no position's name. */
bool looks_for_somebody(struct extraction *x, struct text title);

/* ---- position_names.c ---- */

/* "Head of Care (nights)" is a position's name; "Thank your nurses", "Nurse exam" tell of one. */
bool title_names_position(struct extraction *x, struct text title);
/* The title in the front matter tells of something, and no heading of what a role does or needs. */
bool is_titled_as_page(struct extraction *x);

#endif
