/*
 * A book being composed: the handbook, how the template wants it, and where each role stands.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_BOOK_H
#define ROLEBOOK_CORE_COMPOSE_BOOK_H
#include "core/compose/plan.h"
#include "core/compose/rows.h"
#include "core/model/role_names.h"

/* A role's chapter, in the order of the book. */
struct chapter {
    const struct role *role;
    struct text anchor; /* "role-7" */
    struct text department;
};

struct book {
    struct document *document;
    const struct handbook *handbook;
    const struct plan *plan;
    const struct vocabulary *vocabulary;
    enum language language;
    struct chapter *chapters; /* by department */
    size_t chapter_count;
    struct role_names *names; /* titles, other titles and codes of the roles */
    struct chapter_index *index;
    bool is_late; /* role chapters are late sections */
};

/* chapters.c: roles by department, in the order of the handbook's list, then as they come */
void book_order_chapters(struct book *book);
/* The chapter of the role that others call by that name; NULL: the book has none. */
const struct chapter *book_chapter(const struct book *book, struct text name);
/* "#role-7" */
struct text chapter_link(const struct book *book, const struct chapter *chapter);
/* "role-7-tools": of the heading of an element in it */
struct text chapter_anchor(const struct book *book, const struct chapter *chapter,
                           enum element element);
/* "#role-7" for a role's name as another wrote it; empty when the book has none. */
struct text book_link(const struct book *book, struct text name);

/* role_chapter.c: department is a heading in front of it; empty: none */
void compose_chapter(struct book *book, const struct chapter *chapter, struct text department);

/* Words of the book's language. */
struct text book_word(const struct book *book, const char *key);
/* How rows are shown below parent, in that language. */
struct rows book_rows(const struct book *book, struct block *parent, enum language language);
/* The role's title, or the word for one without. */
struct text chapter_title(const struct book *book, const struct chapter *chapter);
/* handbook_records of the book's handbook. */
const struct records *book_records(const struct book *book, enum element element);
/* A chapter of the book: pages of that master with a heading of the first level. */
struct block *book_part(struct book *book, const char *master, struct text heading);
/* A section of pages with the master of that name. */
struct block *book_section(struct book *book, const char *master, struct text section,
                           struct text chapter);
/* A section's own blocks, or its lines, below parent. */
void book_prose(struct book *book, struct block *parent, const struct section_text *section);

/* The chapter of an element of the handbook, with its author's words in front. */
struct block *compose_part(struct book *book, enum element element);

/* processes.c: a matrix of processes and roles, and each process in lanes and rows */
void compose_processes(struct book *book);

/* organisation.c: who reports to whom, as charts */
void compose_organisation(struct book *book);

/* reading.c: how to read the book, and the slip to sign */
void compose_reading(struct book *book);
void compose_acknowledgement(struct book *book);

/* appendix.c: how complete roles are, and how they share out their time */
void compose_completeness(struct book *book);
void compose_time_shares(struct book *book);

/* overlap_map.c: which roles share duties, as the checks found */
void compose_overlaps(struct book *book);

/* indexes.c: roles, or what their records name, with the pages they stand on */
void compose_role_index(struct book *book);
void compose_element_index(struct book *book, enum element element);

#endif
