/*
 * The outline is the document as a row of pieces, with the headings it has and those that only
 * look like headings, and which of them name a role.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_OUTLINE_OUTLINE_H
#define ROLEBOOK_CORE_EXTRACT_OUTLINE_OUTLINE_H
#include "core/extract/extraction.h"

enum piece_kind { PIECE_HEADING, PIECE_WORDS, PIECE_PAIRS, PIECE_TABLE, PIECE_SKIPPED };

struct piece {
    enum piece_kind kind;
    struct block *block;
    struct text text;       /* of headings and paragraphs */
    struct text list_label; /* what a program numbered it with, or its author; empty: nothing */
    unsigned level;         /* of headings */
    struct label label;     /* of headings */
    struct label guess;     /* of unknown ones: what they may be about */
    struct text name;       /* the role a heading names; empty: none */
    bool is_role;           /* a role begins here */
    bool is_told_again;     /* ... or goes on, where rules told of it further up */
    bool is_charge;         /* ... over what a unit or a post has charge of, as rules say it */
    bool is_in_article;     /* ... below the article of rules that all of the names stand in */
    bool is_duties;         /* 「客服專員崗位職責」: its words are the duties */
    bool is_section;        /* an element stands in front of it at its level */
    bool is_first;          /* nothing but breaks in front of it */
    bool is_of_labels;      /* an item of a list that has a label in front of each */
    bool is_candidate;      /* a bold line: a heading if the others around it look so */
    bool is_unit;           /* a chapter of the roles of a department, whatever its level */
    bool is_sibling;        /* ... and several known headings of the document do */
    bool is_next;           /* numbered as the sections are, and the next of them */
    bool is_index;          /* a table that lists roles which have headings of their own */
    bool is_role_list;      /* a list with one role an item */
    bool is_list_of_unit;   /* ... of the unit whose name stands right above it */
    bool is_role_line;      /* a line with a role's name and what its holder does */
    bool is_of_table_role;  /* ... of a role that a table or line in front of it names */
    bool is_list_of_line;   /* ... and the list below it, of what else he does */
    bool is_member;         /* tells who belongs to the unit above */
    bool is_running;        /* of a running head or foot */
    bool is_question;       /* of what applicants are asked below a posting */
    bool is_picture;        /* skipped: it is one */
    bool lacks_stop;        /* the heading ends in one, which is none of its words */
    bool is_item;           /* one of a row, though it reads like a label or a name */
    bool is_control;        /* skipped: what a page of the web has to be clicked */
    bool is_repeated;       /* skipped: the form or the sentence below says it again */
    bool is_bare;           /* skipped: nothing but headings below it, or what stands for them */
    bool ends_roles;        /* goes on behind a row of roles, and is about none of them */
    bool begins_role;       /* a line that gives the name of the next, or stands right above it */
    bool is_continued;      /* the title of a form once more: the role goes on below it */
    bool is_strong;         /* how it looks */
    bool is_numbered;
    enum element of_chapter; /* what is told of the role here; ELEMENT_TITLE: no chapter says it */
    struct text rest;        /* what stands behind the heading's colon */
    struct text holder;      /* who holds the post that it names */
    struct text act;         /* what the holder does, said in the heading in front of his powers */
    struct text
        of_role; /* whose section it is, wherever that is told; empty: of the role above it */
    struct text label_of_name; /* "Position" of the heading "Position: Night Porter" */
};

/* Which headings a piece is or stands below; 0: there is none, or it is the first piece. */
struct over {
    size_t heading;       /* a piece that is one */
    size_t heading_block; /* one of the document's own */
};

struct outline {
    struct piece *pieces;
    size_t count, capacity;
    struct over *over; /* [count], while find_series reads it; NULL before */
    size_t roles_end;  /* behind the last piece that begins a role, or holds one a row */
    size_t cover_end;  /* pieces in front of it are a cover over forms; 0: there is none */
    bool is_of_paper;  /* of a procedure, a policy: its responsibilities are those of several */
    bool do_lists_tell_posts; /* lists of labels that have the duties do */
    bool has_boxes;           /* sections stand in frames of their own */
    bool is_quoted; /* sections of roles stand in quotations alone: a page that was sent on */
    bool has_positions_below; /* a heading of duties: what names no position is no role then */
    bool has_several_roles;   /* headings name them, or a table or a list holds them */
    bool has_post_lines;      /* an advertisement has its posts one a line */
    bool are_rows;            /* all that names roles is a table or a list of them */
};

/* It names no role. */
static inline void name_nobody(struct piece *piece)
{
    piece->is_role = piece->is_duties = false;
    piece->name = TEXT("");
}

/* A table that names a position, or holds several elements; also one role a row. */
bool outline_is_form(struct extraction *x, const struct block *block);

/* What its words are known to be, or else may be. */
static inline const struct label *piece_meaning(const struct piece *piece)
{
    return piece->label.kind == LABEL_UNKNOWN ? &piece->guess : &piece->label;
}

/* ---- outline.c ---- */

/* The pieces of the document, what each is by itself and beside the others, and who is a role. */
struct outline outline_of(struct extraction *x);

/* ---- numbers.c ---- */

/* The number it shows; 0: none, or a bullet. */
unsigned piece_number(const struct piece *piece);
/* Parts of a number with stops, "2.1.4": 3; 0: it is numbered otherwise, or not at all. */
size_t piece_number_parts(const struct piece *piece);
/* 「2.」 behind 「1.」: the next number of one look, both typed or both set by the program. */
bool piece_is_numbered_behind(const struct piece *piece, const struct piece *before);
/* 2.2.6.1 below 2.2.6. */
bool piece_is_numbered_below(const struct piece *piece, const struct piece *above);

/* ---- neighbours.c ---- */

/* Behind the last piece below the heading. */
size_t outline_end_below(const struct outline *outline, size_t heading);
/* Whether roles begin below the heading. */
bool outline_holds_roles(const struct outline *outline, size_t heading);
/* They do, and it is no position with duties of its own in front of them: that is a role, too. */
bool outline_is_chapter(struct extraction *x, const struct outline *outline, size_t heading);

/* The next piece that is not skipped; outline->count: none. */
size_t outline_next(const struct outline *outline, size_t from);
/* The one before that is not skipped; from itself: none. */
size_t outline_previous(const struct outline *outline, size_t from);
/* The first piece from there on that names a role; outline->count, or from behind it: none. */
size_t outline_role_from(const struct outline *outline, size_t from);
/* "**Cook**", or 「二、廚師」 in a paragraph that is not the next item of the line right above. */
bool outline_is_marked(const struct outline *outline, size_t line);
/* Blank lines stand between the piece and the one before it. */
bool outline_has_gap(const struct outline *outline, size_t index);
/* Alike, between two blocks of one source that it reads as text. */
bool blocks_have_gap(const struct block *above, const struct block *below);

/* ---- pieces.c ---- */

/* The piece reads like the name of a position: 前台接待 1人, "3. Head of Service". */
bool outline_is_position(struct extraction *x, const struct piece *piece);
/* 「組長1名，組員3名」: how many hold each of several posts, and no name of one. */
bool counts_several_posts(const struct extraction *x, struct text line);
/* A position's name and no act, though its first word may be one: "Test Manager". */
bool reads_like_position(struct extraction *x, struct text line);
/* Short, and no sentence. */
bool outline_is_name_like(struct extraction *x, const struct piece *piece);
/*
 * 【後端工程師】, [台北] [遠端] 後端工程師: the name alone. Tags that say which of the posts it is,
 * [資深] or [實習生], stay.
 */
struct text title_without_tags(struct extraction *x, struct text title);
/* "Come and work with us!": a title that names no position; but "Pastry Cook – Join our team". */
bool invites_reader(struct extraction *x, struct text title);
/* "How the manager serves the team", 「加入組員」: about somebody, and nobody's name. */
bool is_about_holders(struct extraction *x, struct text text);
/* In capitals, all of it. */
bool is_in_capitals(struct text name);
/* "**Porter** (2)", "**Porter**": all in front of what brackets add; last NULL: to their end. */
bool runs_are_bold(const struct run *first, const struct run *last);
/* "Applications are welcome from part-timers": it says something, and is nobody's name. */
bool is_clause(const struct extraction *x, struct text text);
/* "https://harbour.example/jobs/7", "URL: www.harbour.example": where a page is, and no more. */
bool is_address_line(struct text line);
/*
 * "Reviewer → Approver", 「提交者升級為維護者」, over what it takes to become the second; next: its name. Both are names of
 * positions, or the first is of anybody.
 */
bool is_promotion(struct extraction *x, struct text heading, struct text *next);
/* 「維護者降級為貢獻者」, over when that happens; post: the first. */
bool is_demotion(struct extraction *x, struct text heading, struct text *post);
/* 「5 检查与考核」 over 「5.1 …」: numbered, with a blank alone behind it, as what its parts are of. */
bool is_over_its_parts(struct extraction *x, const struct piece *piece);
/*
 * Q/GK 2 0303—2021, more figures than letters, the number of a document; Q/GK, whose standards they
 * are; 「南方食品公司企业标准」, which kind of paper it is. A title stands below such lines.
 */
bool is_above_title(struct extraction *x, struct text line);
/* "3. 🎪 Event lead:": without number, pictographs and colon. */
struct text name_of_line(const struct extraction *x, struct text line);
/* The part of a posting's title that is a position: Cook of "[Remote] Cook | full time". */
struct text position_of_title(struct extraction *x, struct text title);
static inline bool title_holds_position(struct extraction *x, struct text title)
{
    return !text_is_empty(position_of_title(x, title));
}
/* A label of what one role does or needs; ELEMENT_COUNT: it is none. */
enum element piece_section(const struct piece *piece);
/* Its words, and the number in front of them. */
void piece_set_text(struct piece *piece, struct text text);
/* It is no heading, no pair and no table after all: nothing is left of what it seemed to say. */
void piece_make_words(struct piece *piece);
/* How a line is numbered; items of one list look alike. */
unsigned piece_look(const struct piece *piece);
/* 「第五條」 stands in front of it, typed or counted by Word. */
bool piece_is_article(const struct piece *piece);
/* A list, or behind a number or a bullet. */
bool piece_looks_like_item(const struct piece *piece);
/* ... and words. */
bool piece_is_item(const struct piece *piece);
/* A whole sentence at least. */
bool piece_is_prose(const struct piece *piece);

/* ---- contents.c ---- */

/* The lines of contents that the author typed, below their heading, are skipped. */
void skip_contents(struct extraction *x, struct outline *outline);

/* ---- run_in_headings.c ---- */

/* "**Skills:** Excel": the words up to the first colon are bold, and those behind it are not. */
bool outline_has_bold_label(const struct piece *piece);
/* "PHYSICAL REQUIREMENTS: Close visual acuity …": the label is a heading, the rest its words. */
bool piece_read_run_in(struct extraction *x, struct piece *piece);

/* ---- paragraph_headings.c ---- */

/* A label of a section, of a role or of the handbook. */
static inline bool names_section(const struct label *label)
{
    return label->kind == LABEL_ELEMENT || label->kind == LABEL_HANDBOOK;
}
/* ... over items or a purpose, and not over one value. */
static inline bool is_section_label(const struct label *label)
{
    enum kind kind = label->kind == LABEL_ELEMENT ? element_row(label->element)->kind : KIND_TEXT;
    return kind_has_items(kind) || label->element == ELEMENT_PURPOSE;
}
/* A heading of the document: its label, and the role it may name. */
void piece_read_heading(struct extraction *x, struct piece *piece);
/* A paragraph: a heading by its looks and words, pairs, or words. */
void piece_read_paragraph(struct extraction *x, struct piece *piece);
/* The title of a form beside the name of a position. */
void piece_find_titled_form(struct extraction *x, struct piece *piece);
/* It is short, alone, and longer words stand below it. */
bool piece_stands_over_words(struct extraction *x, const struct piece *piece);
/* A heading so long that it is a sentence. */
bool piece_is_long(const struct piece *piece);
/* Every word that counts begins in upper case: "Education & Experience". */
bool is_title_case(struct text text);
/* Text as short as headings are, that ends in no stop. */
bool ends_like_heading(struct text text);
/* A question as short: "How do we imagine our future consultant?" */
bool asks_like_heading(struct text text);

/* ---- layout_tables.c ---- */

/* A frame around one section: its words are those of the page. */
bool is_boxed_section(struct extraction *x, const struct table *table);
/* One cell below the other, and no grid. */
bool is_column_of_cells(struct extraction *x, const struct table *table);
/* A table that only places its words; *page: the only cell that holds a page of them, or NULL. */
bool is_layout_table(struct extraction *x, const struct block *block, const struct cell **page);

/* ---- questionnaires.c ---- */

/* Finds what applicants are asked below a posting: is_question. */
void find_questionnaires(struct extraction *x, struct outline *outline);

/* ---- sheet.c ---- */

/* Rows without words in front of the first, and numbers beside all rows, which are no author's. */
void drop_sheet_marks(struct extraction *x, struct table *table);

/* ---- item_rows.c ---- */

/* Numbered items that read like headings become words. */
void find_items(struct outline *outline);
/* So do plain ones; once it is known which plain lines are headings. */
void find_plain_rows(struct extraction *x, struct outline *outline);

/* ---- plain_headings.c ---- */

/* Where the document marks no headings, plain lines that are known make others headings, too. */
void find_plain_headings(struct extraction *x, struct outline *outline);
/* "ABOUT THE HARBOUR:" where the labels that are known are lines in capitals. */
void find_headings_in_capitals(struct extraction *x, struct outline *outline);
/* The lines that are surely labels are in capitals, several, and all of them. */
bool outline_has_labels_in_capitals(const struct outline *outline);
bool piece_is_in_capitals(const struct piece *piece);
/* 其他工作 as the last of groups that nobody knows is one of them, and no heading of duties. */
void find_rest_headings(struct extraction *x, struct outline *outline);
/* Bold lines that look like headings which the vocabulary knows: is_sibling. */
void find_siblings(struct outline *outline);

#endif
