/*
 * What the parts of extraction share: the document as a row of pieces, the role being filled, and
 * the place where the next words belong.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EXTRACTION_H
#define ROLEBOOK_CORE_EXTRACT_EXTRACTION_H
#include "core/base/text_buffer.h"
#include "core/extract/extract.h"
#include "core/extract/labels/label.h"
#include "core/model/signs.h"

/* Levels of headings: those the document has, a step apart, then what only looks like one. */
#define LEVEL_TITLE 0 /* a paragraph in a title style */
#define LEVEL_STEP 10 /* heading 1 is 10, heading 9 is 90 */
#define LEVEL_NAMED                                                                                \
    99 /* 「客服專員崗位職責」 in bold: a role's name over what only looks like heads */
#define LEVEL_BOOK (LEVEL_NAMED - 1) /* ... over several of them */
#define LEVEL_PSEUDO 100             /* a bold or numbered paragraph; below another: one more */
#define LEVEL_LINE 120               /* 「標籤：值」 in a line */

/* Where the next words belong. */
enum target_kind {
    TARGET_NONE,    /* not yet known: they wait in no section */
    TARGET_ELEMENT, /* an element of the role, or of the handbook when there is no role */
    TARGET_OTHER,   /* a section the vocabulary does not know, of the role or the handbook */
};

struct target {
    enum target_kind kind;
    struct records *records;
    struct section_text *section;
    struct block *last_block; /* of section */
    bool keeps_words;         /* the words that come stand in that block */
    unsigned level;           /* of the heading that opened it */
    struct text group;        /* the heading below the element's: a baseline group, a process */
    struct value part;        /* the label of a part: it stays with its values */
    struct value caption;     /* words taken for such a label; empty: none, or items followed */
    struct value heading;     /* that opened it */
    bool has_groups;          /* lines that look like headings name groups of its items */
    bool is_likely;           /* a label that nobody knows opened it, by its words */
    bool repeats;             /* the element was filled before: its first words are S102 */
    size_t before;            /* how many records the element had when it was opened */
    enum clue clue;           /* by which it was found */
    bool is_row_of_acts;      /* acts that no heading announced: over where they end */
    bool is_pseudo_strong, is_pseudo_numbered; /* how a LEVEL_PSEUDO heading looked */
};

struct columns;
struct label_memory;

/* What the headings of one role speak of. */
struct region {
    bool has_duties, has_purpose, has_eligibility;
    bool has_duties_in_form;
    size_t duties_headings, eligibility_headings;
    bool is_prose;    /* only sentences tell what the holder does, no heading and no list */
    size_t last_told; /* the last paragraph of these */
};

/* What was found out of a table that is asked about again and again. */
#define ASKED_TABLES 16
struct asked_table {
    const struct table *table; /* NULL: none */
    size_t name_column;        /* of is_role_rows */
    bool is_asked_for_roles, holds_roles;
};

/* Lines that are no pairs of labels and values, by where they stand: a line is asked as a block, as
 * an item and as the words of its section. No text of the scratch arena is given back before the
 * document is read: else another could stand in its place. */
#define ASKED_LINES 64

struct extraction {
    struct arena *arena;               /* the handbook's */
    struct arena *scratch;             /* for folding and the like */
    struct label_memory *label_memory; /* what was found out about labels already */
    struct asked_table asked_tables[ASKED_TABLES];
    struct text unpaired[ASKED_LINES];
    const struct vocabulary *vocabulary;
    const struct near_labels *near_labels; /* NULL: no label was unknown yet */
    struct document *document;
    struct diagnostics *diags;
    struct account *account;
    enum clue clue; /* by which what opens next was found */
    struct handbook *handbook;
    enum file_kind kind;      /* what the file is known to be */
    struct role *role;        /* NULL: words belong to the handbook */
    struct role *role_before; /* the one in front of it in the handbook */
    unsigned role_level;      /* of the heading that began it */
    struct role *in_front;    /* of a chapter behind the roles: goes on where that ends; or NULL */
    struct text title_label;  /* that gave the role its name; empty: a heading did */
    bool role_is_article;     /* begun by 第三條 of rules: another article ends it */
    bool role_is_fresh;       /* nothing but front matter and a title yet */
    bool has_one_title; /* a label of the name that the front matter has already, and no other roles
                         */
    bool awaits_heading; /* the role of the front matter, before the heading that names it again */
    struct value title;  /* of the document: its first heading outside any role */
    struct target target;
    /* in which a form's table ended: the next may go on there, under the same heads */
    struct target form_section;
    struct columns *form_columns; /* NULL: none */
    bool form_goes_on;            /* its title came once more: the next table is its rest */
    struct value department;      /* of the chapter the roles stand in; empty: none */
    struct section_text *chapter; /* its page: left out when it stays empty */
    unsigned chapter_level;
    unsigned department_level; /* of the chapter that names it */
    bool are_hashes_tight;     /* the author writes "##Duties", without a blank */
    bool are_lines_pasted;     /* a paragraph was seen whose line ends are those of paragraphs */
    bool is_mostly_strong;     /* bold marks nothing in this document */
    bool has_marks;            /* "(E)" or "(D)" stands behind several of its items */
    struct region region;      /* of the role, or of the file in front of the first */
    bool awaits_items;         /* prose now is the purpose, items that follow are duties */
    bool is_part;              /* the document is one of several in its file */
    bool has_names;            /* a form with names was read: it says itself what it is */
    /* read once more: headings that are titles of pages, and no roles */
    struct span *page_titles;
    size_t page_title_count;
    bool keeps_front_matter; /* ... that of the file names a role, and is no page's */
    bool names_positions;  /* read once more: a heading is a role only where it names a position */
    bool has_charges;      /* a line said that what is below it is the charge of a unit or post */
    bool has_listed_roles; /* a table lists them, or headings say how many are wanted */
    bool are_choices;      /* the words that come are boxes to tick */
    bool is_behind_items;  /* ... stand behind a list or table and are none of it */
    bool is_label_bold;    /* ... have a label in bold in front, and are not bold themselves */
    size_t chapter_entry;  /* the first of the account's entries that may be the page's */
    size_t role_entry;     /* ... and the role's */
    bool is_alone; /* the words that come are all under their heading: sentences are items */
    struct text_buffer growing; /* of append_line: the text that was added to last */
    struct text_buffer notes;   /* footnotes met since the role began; they become a section */
    struct span notes_at;
    bool is_reported[ELEMENT_ROLE_COUNT]; /* S102, once an element and role */
    bool is_settled[ELEMENT_ROLE_COUNT];  /* filled under a heading of its own that is closed */
};

/* The vocabulary's words of a sign. */
static inline struct text_list signs_of(const struct extraction *x, enum sign sign)
{
    return vocabulary_signs(x->vocabulary, sign);
}

/* ---- extract.c ---- */

/* The file's name without its folder and extension. */
struct text file_stem(const struct source *source);
/* job_description.docx: the file's name is the title of a form. */
bool is_called_form(struct extraction *x);
/* 崗位職責.md, 廚師崗位職責.docx: what the file tells of are duties. */
bool is_called_duties(struct extraction *x);
/* What was found is forgotten. */
void read_anew(struct extraction *x);

/* ---- requests.c ---- */

/* Whether an entry of front matter asks for a rule's level: "rules.C102". */
bool is_request(struct text key);
/* All of the document's go to the handbook, comments with what they stand at. */
void take_requests(struct extraction *x);

/* ---- nowhere.c ---- */

/* Words of the account that stand nowhere in their role are kept in a section of it. */
void keep_what_is_nowhere(struct extraction *x);

#endif
