/*
 * The evidence that heads of one look, each in front of a body of its own, are names of roles; the
 * head of series_evidence.c says how it is weighed.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_SERIES_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_SERIES_H
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"

/* What the heads and bodies of a series are. */
struct series {
    size_t heads, known, told, strange, bare;
    size_t teams;   /* bare heads over others: nothing else need be told of them */
    size_t offices; /* known where the series is announced: 測試 may also be a step */
    size_t deeds; /* told where it is announced: 「原型設計、互動規劃」 may be a module's as well */
    size_t kin; /* positions and units, whatever their words tell; no offices, as 測試 is one */
    size_t people; /* lines that tell who holds a role: no heads */
    size_t posts;  /* positions with the number of their holders, over lists: no chance at all */
    bool is_announced, is_page;
    bool is_marked;     /* by numbers, or known names by bold type */
    bool is_of_charges; /* ... announced as what units have charge of: their names are known, too */
};

/* ---- series_evidence.c ---- */

/*
 * in       name       of the head
 *          tells      its body says what somebody does
 *          says_name  ... of whom the name names
 * returns  whether the head is known to name a role
 */
bool series_add_head(struct extraction *x, struct series *series, struct text name, bool tells,
                     bool says_name);
/* The same for an item or a line; whoever is told to hold a role is counted, and no head. */
void series_add_item(struct extraction *x, struct series *series, const struct role_item *item);
/* 「組員：王小明」 tells who is one, and nothing of what one does. */
bool series_tells_who(struct extraction *x, const struct role_item *item);
/* The evidence is enough. */
bool series_is_of_roles(const struct series *series);
/* Two or more positions below a heading that speaks of roles, each with what it does. */
bool series_is_sure(const struct series *series);
/* All heads are of the kind that roles are, and half of the bodies tell of them. */
bool series_are_kin(const struct series *series);
/* Notes what each piece stands below, which all that is asked of a place in the outline needs. */
void series_note_headings(struct extraction *x, struct outline *outline);
/* Words that speak of roles, as headings and captions do: 分工, "Core team". */
bool series_announced_by(struct extraction *x, struct text words);
/* 「崗位類型主要分為：」: positions themselves follow, and no duties of one. */
bool series_announces_positions(const struct extraction *x, struct text words);
/* The line right above a piece, when it looks otherwise or a colon ends it; NULL: there is none. */
const struct piece *series_line_above(const struct outline *outline, size_t index);
/* That line, the heading that the piece stands below, or the title of all speaks of roles. */
bool series_is_announced(struct extraction *x, const struct outline *outline, size_t index);
/* The heading or the title over it says that somebody is wanted: 「招募」. */
bool series_is_wanted(struct extraction *x, const struct outline *outline, size_t index);
/* What stands right above, or the heading over it, is a known section of a role. */
bool series_is_of_section(const struct outline *outline, size_t index);
/*
 * Half of the heads name positions or offices: in a paper, other captions stand below its
 * responsibilities, too, where nothing says that roles follow.
 */
bool series_may_be_of_roles(struct extraction *x, const struct outline *outline, size_t index,
                            const struct series *series);
/* The document's first line, or its file, is such; index: where the series begins. */
bool series_is_titled(struct extraction *x, const struct outline *outline, size_t index);

/* A heading over a series stands right above the piece. */
bool series_is_right_below(struct extraction *x, const struct outline *outline, size_t index);

/* ---- series.c ---- */

/*
 * The piece is a list with one role an item.
 *
 * in       page       bytes of all that stands in the document
 *          needs_kin  nothing says that roles follow: only where all items name positions or units
 */
bool series_in_list(struct extraction *x, const struct outline *outline, size_t index, size_t page,
                    bool needs_kin);

/* ---- series_tables.c ---- */

/* The names of roles that tables have, one a row; in the scratch memory. */
struct table_names;
const struct table_names *series_table_names(struct extraction *x, const struct outline *outline);
/*
 * A table has the name in the column of its roles: one that stands in front of the lines, which
 * begin at first, or tells more of the roles than they do.
 */
bool series_is_in_table(struct extraction *x, const struct table_names *names, size_t first,
                        struct text name);

/* ---- papers.c ---- */

/* 「質量分會」 in the first line, and 「章程」 in the next: the title goes on, and says what it is. */
bool title_goes_on_as_paper(struct extraction *x, const struct outline *outline);
/* The document is a procedure, a policy or a chapter of a manual. */
bool is_of_paper(struct extraction *x, const struct outline *outline);
/* The heading speaks of roles, or is over the responsibilities of several in such a document. */
bool series_is_below(struct extraction *x, const struct outline *outline, size_t heading);
/* "Supervisor" among the roles of a chapter is one of them, and no label. */
void settle_posts_of_papers(struct extraction *x, struct outline *outline);
/* Alike, as headings beside those of positions in a chapter of duties. */
void settle_posts_of_chapters(struct extraction *x, struct outline *outline);
/* Where nothing but unknown headings names roles, lists below "Roles and responsibilities" do. */
void find_lists_of_papers(struct extraction *x, struct outline *outline, size_t page);
/* A table with a role a row is all that stands right below "Responsibilities": a title is above. */
bool is_over_rows_of_duties(struct extraction *x, const struct outline *outline, size_t title);

/* ---- series_headings.c ---- */

/* A section of a role stands below the heading, or half of the words tell what somebody does. */
bool heading_tells(struct extraction *x, const struct outline *outline, size_t heading);
/*
 * in       page     bytes of all that stands in the document
 *          is_told  it is titled as rules are: only such as the heading above says to be roles
 */
void find_series_of_headings(struct extraction *x, struct outline *outline, size_t page,
                             bool is_told);

#endif
