/*
 * What the parts of extraction share: the document as a row of pieces, the role being filled, and
 * the place where the next words belong.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_EXTRACTION_H
#define ROLEBOOK_CORE_EXTRACT_EXTRACTION_H
#include "core/base/text_buffer.h"
#include "core/extract/extract.h"
#include "core/extract/label.h"

/* Levels of headings: those the document has, a step apart, then what only looks like one. */
#define LEVEL_TITLE 0 /* a paragraph in a title style */
#define LEVEL_STEP 10 /* heading 1 is 10, heading 9 is 90 */
#define LEVEL_NAMED                                                                                \
    99 /* 「客服專員崗位職責」 in bold: a role's name over what only looks like heads */
#define LEVEL_PSEUDO 100 /* a bold or numbered paragraph; below another: one more */
#define LEVEL_LINE 120   /* 「標籤：值」 in a line */

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
    unsigned level;           /* of the heading that opened it */
    struct text group;        /* the heading below the element's: a baseline group, a process */
    struct value part;        /* the label of a part: it stays with its values */
    struct value caption;     /* words taken for such a label; empty: none, or items followed */
    struct value heading;     /* that opened it */
    bool has_groups;          /* lines that look like headings name groups of its items */
    bool repeats;             /* the element was filled before: its first words are S102 */
    enum clue clue;           /* by which it was found */
    bool is_pseudo_strong, is_pseudo_numbered; /* how a LEVEL_PSEUDO heading looked */
};

struct columns;
struct label_memory;

/* What the headings of one role speak of. */
struct region {
    bool has_duties, has_purpose, has_eligibility;
    bool has_duties_in_form;
    size_t duties_headings;
};

/* What is_role_rows found out of a table that is asked about again and again. */
#define ASKED_TABLES 16
struct asked_table {
    const struct table *table; /* NULL: none */
    size_t name_column;
};

struct extraction {
    struct arena *arena;               /* the handbook's */
    struct arena *scratch;             /* for folding and the like */
    struct label_memory *label_memory; /* what was found out about labels already */
    struct asked_table asked_tables[ASKED_TABLES];
    const struct vocabulary *vocabulary;
    struct document *document;
    struct diagnostics *diags;
    struct account *account;
    enum clue clue; /* by which what opens next was found */
    struct handbook *handbook;
    enum file_kind kind;      /* what the file is known to be */
    struct role *role;        /* NULL: words belong to the handbook */
    struct role *role_before; /* the one in front of it in the handbook */
    unsigned role_level;      /* of the heading that began it */
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
    bool are_lines_pasted; /* a paragraph was seen whose line ends are those of paragraphs */
    bool is_mostly_strong; /* bold marks nothing in this document */
    struct region region;  /* of the role, or of the file in front of the first */
    bool awaits_items;     /* prose now is the purpose, items that follow are duties */
    bool has_names;        /* a form with names was read: it says itself what it is */
    bool are_choices;      /* the words that come are boxes to tick */
    bool is_behind_items;  /* ... stand behind a list and are no item of it */
    bool is_label_bold;    /* ... have a label in bold in front, and are not bold themselves */
    size_t chapter_entry;  /* the first of the account's entries that may be the page's */
    size_t role_entry;     /* ... and the role's */
    bool is_alone; /* the words that come are all under their heading: sentences are items */
    struct text_buffer growing; /* of append_line: the text that got a line last */
    struct text_buffer notes;   /* footnotes met since the role began; they become a section */
    struct span notes_at;
    bool is_reported[ELEMENT_ROLE_COUNT]; /* S102, once an element and role */
    bool is_settled[ELEMENT_ROLE_COUNT];  /* filled under a heading of its own that is closed */
};

/* ---- extract.c ---- */

/* The file's name without its folder and extension. */
struct text file_stem(const struct source *source);
/* job_description.docx: the file's name is the title of a form. */
bool is_called_form(struct extraction *x);
/* What was read of the front matter is forgotten: it names a page, and no role. */
void read_front_matter_as_page(struct extraction *x);

/* ---- target.c: roles begin and end, elements and sections open ---- */

/* A new role, or the fresh one that has no name yet. */
void begin_role(struct extraction *x, struct text title, unsigned level, struct span at);
void end_role(struct extraction *x);
/* The form goes on over the page: what comes again there is no repetition. */
void continue_role(struct extraction *x);
/*
 * Another value under a label of the position's name, with little known of the role: the label's
 * word is surer than a heading's, and two labels that differ give it two names.
 *
 * returns  false: it begins a role of its own
 */
bool take_title(struct extraction *x, const struct pair *pair, struct span at);
/* The next role, whose name a label is about to give; the open one where nothing is known of it. */
void begin_labelled_role(struct extraction *x, struct span at);
/* 財務部, "Finance Department": the name of a part of an organisation. */
bool is_department(struct text name);
/* Whether it would; label: folded. */
bool may_take_title(const struct extraction *x, struct text label);
/* A chapter over roles: they belong to the department it names. */
void begin_chapter(struct extraction *x, struct text heading, unsigned level, struct span at);
/* Chapters without words of their own are no pages. */
void end_chapter(struct extraction *x);
/* The role, begun without a name when there is none. */
struct role *the_role(struct extraction *x, struct span at);
/* From here on words belong to that element. */
void open_element(struct extraction *x, struct label label, struct text heading, unsigned level,
                  struct span at);
void open_handbook_element(struct extraction *x, enum element element, struct text heading,
                           unsigned level, struct span at);
/* ... to a section of its own; reports S101 when is_unknown. */
void open_other(struct extraction *x, struct text heading, unsigned level, struct span at,
                bool is_unknown);
void close_target(struct extraction *x);
/* Says that the vocabulary does not know a label (S101), and which elements are near. */
void report_unknown(struct extraction *x, struct text heading, struct span at);
/* A caption that no items followed was an item itself. */
void settle_caption(struct extraction *x);
/* Says that words stand in no element and under no heading (S101). */
void report_words_apart(struct extraction *x, struct text words, struct span at);
/* Says once that the target's element was filled before (S102). */
void report_repeated(struct extraction *x);
/* What became of these words, for the account: in the target, known by x->clue. */
void note(struct extraction *x, enum use use, struct text words, struct span at);
/* ... in a field of an element, whatever the target. */
void note_field(struct extraction *x, enum use use, enum element element, enum field field,
                struct text words, struct span at);
/* ... nowhere, for that reason. */
void note_skipped(struct extraction *x, enum clue reason, struct text words, struct span at);

/* ---- fill.c: words into the place where they belong ---- */

/* One more line of a text; a row of calls for one text costs what its lines do. */
void append_line(struct extraction *x, struct text *to, struct text more);
/* Words where they belong. */
void fill_text(struct extraction *x, struct text text, struct text label, unsigned depth,
               struct span at);
void fill_block(struct extraction *x, struct block *block);
/* The items of a list, at that depth, where they belong. */
void fill_items(struct extraction *x, const struct block *list, unsigned depth);
void fill_blocks(struct extraction *x, struct block *first);
/* 「3、…」 behind the items 1、 and 2、 of the element that is open: the next of its list. */
bool target_goes_on(const struct target *target, struct text line);
/* 「日常工作：」 in front of items: they are a part of the section, of that name. */
bool fill_caption(struct extraction *x, const struct block *block, struct text words);
/* Opens the element for this value alone: identity lines, cells of a form. */
void fill_pair(struct extraction *x, const struct pair *pair, struct span at);

/* ---- reporting.c ---- */

/*
 * "The Berth Planner reports to the Harbour Master.": who the holder's superior is, where nothing
 * else has said it yet.
 *
 * returns  false: the words are no such sentence, and nothing was taken
 */
bool fill_reporting_line(struct extraction *x, struct text words, struct span at);

/* ---- columns.c, records.c, plain_tables.c: tables with column heads ---- */

/* What each column of a table holds. */
struct columns {
    enum element element;
    enum field *fields;   /* [count] FIELD_NONE: unknown, or of another element */
    struct label *others; /* [count] of another element: what stands there belongs to it */
    struct text *heads;   /* [count] as written */
    size_t count;
    size_t label_column; /* of item numbers; SIZE_MAX: none */
    size_t
        group_column; /* 主要職責 beside 工作任務: what the duties are parts of; SIZE_MAX: none */
    size_t known; /* columns with a field */
    size_t rows;  /* [0, rows) of the table: the heads and what stands above them */
};
/* Columns of which nothing is known yet. */
struct columns columns_new(struct extraction *x, enum element element, size_t count);
/*
 * Whether the cells [from, to) of a row are the heads of the element's fields.
 *
 * out  *columns  by grid column of the table
 */
bool columns_of_row(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to, enum element element, struct columns *columns);
/* A stretch of a table: columns [from, to) of the rows before end. */
struct area {
    const struct table *table;
    size_t end, from, to;
};
/* ---- record_heads.c ---- */

/*
 * The element that the heads in a row name, where rows of records stand below; it needs no section.
 *
 * out      *columns  only set when an element is found
 * returns  ELEMENT_COUNT: they are no such heads, or no rows are below
 */
enum element records_below(struct extraction *x, const struct area *area, size_t row,
                           struct columns *columns);
/* The first row behind the heads in `row` that is no record: a bar, or one that has a label. */
size_t records_end(struct extraction *x, const struct area *area, size_t row);

/* One record of a row's cells under those heads; false when the row is blank. */
bool record_of_row(struct extraction *x, struct records *records, const struct table *table,
                   size_t row, size_t from, size_t to, const struct columns *columns);
/* The heads' words, for the account. */
void note_heads(struct extraction *x, const struct table *table, size_t row, size_t from, size_t to,
                const struct columns *columns);
/* A table under the heads of the current target's fields; false: it is something else. */
bool fill_records_of_target(struct extraction *x, struct block *block);
/* An item, and the heads its marks stand under: its level, or words behind it. */
void fill_marked(struct extraction *x, struct text item, struct text heads, struct span at);
/* A table whose heads name the element of all its rows. */
bool fill_headed_table(struct extraction *x, struct block *block);
/* A table of records for the current target, or for the element its heads name; false: neither. */
bool fill_record_table(struct extraction *x, struct block *block);
/* ---- role_rows.c ---- */

/* Heads with the position's name among them over one role a row; *title: its column. */
bool is_role_rows(struct extraction *x, const struct table *table, size_t *title);
/* 姓名, name: what a list of people has over them. */
bool is_person_head(struct extraction *x, struct text head);
/* Heads with 姓名 among them over people: who holds a role says nothing of the role. */
bool is_people_list(struct extraction *x, const struct table *table);
/* 角色 | 權限 over users and guests, Service | Role | Port: roles that no person has. */
bool is_system_table(struct extraction *x, const struct table *table);
/* One row a role; false when the table is something else. */
bool fill_role_rows(struct extraction *x, struct block *block);

/* ---- scenario_matrix.c ---- */

/* Scenarios down, roles across; false when the table is something else. */
bool fill_matrix(struct extraction *x, struct block *block);

/* ---- responsibility_matrix.c ---- */

/* Tasks down, roles across, and R, A, C, I or their like in the cells. */
bool is_responsibility_matrix(struct extraction *x, const struct table *table);
/* One role a column; false when the table is something else, or stands inside a role. */
bool fill_responsibility_matrix(struct extraction *x, struct block *block);
/* The role that a column's head names, as an earlier table has it; else a new one. */
void begin_role_of_column(struct extraction *x, const struct cell *head);

/* ---- role_columns.c ---- */

/* Positions side by side over sentences, or one below the other in front of them, without heads. */
bool is_table_of_duties(struct extraction *x, const struct table *table);
/* One role a column or row; false when the table is something else, or stands inside a role. */
bool fill_table_of_duties(struct extraction *x, struct block *block);

/* ---- role_items.c ---- */

/* A list of positions with what each does, 「- 店長：管理門市」, below that heading. */
bool is_role_list(struct extraction *x, const struct block *block, struct text heading);
/* One role an item; block is such a list. */
void fill_role_list(struct extraction *x, const struct block *block);

/* ---- specification.c ---- */

/* Kinds of conditions down, essential and desirable across; false: it is something else. */
bool fill_specification(struct extraction *x, struct block *block);
/*
 * The same among the rows of a form: "Person specification | Essential | Desirable" and the rows
 * of conditions below.
 *
 * returns  the last of the rows read; head itself: it is no row of such heads
 */
size_t fill_specification_rows(struct extraction *x, const struct area *area, size_t head);

/* ---- form.c: the Word form ---- */

/* false when the table has no labels of a form. */
bool fill_form(struct extraction *x, struct block *block);

/* Rows [first, end) of a table as those of a form. */
void fill_form_rows(struct extraction *x, const struct table *table, size_t first, size_t end);

/* ---- named.c: the form whose places carry names ---- */

bool has_form_name(const struct cell *cell);
bool has_form_names(const struct table *table);
/* false when no cell has a name. */
bool fill_named(struct extraction *x, struct block *block);

/* ---- choices.c: boxes to tick ---- */

/* A cell that is only a mark: √, X, ●. */
bool is_tick(struct text words);
/* A cell that is only a box to tick, and nobody did: □. */
bool is_empty_box(struct text words);
/* Boxes of which one at least is ticked. */
bool has_ticked_box(struct text words);
/*
 * The choices that are ticked, one a line, without their marks; words without boxes, or with □ for
 * a bullet, as they are.
 *
 * in  are_choices  other words of the same value have ticked boxes: a lone box is one of them
 */
struct text take_choices(struct extraction *x, struct text words, bool are_choices, struct span at);

/* ---- prompts.c ---- */

/* Cells that hold a prompt of our forms and nothing else are marked as such. */
void mark_prompts(struct extraction *x, struct block *first);

/* ---- asides.c: what stands beside the words ---- */

/* Notes of the block and all it holds, and prompts of a form that nobody replaced. */
void take_asides(struct extraction *x, const struct block *block);
/* The notes become a section of the role, or a page when there is none. */
void settle_asides(struct extraction *x);

/* ---- values.c ---- */

/* 「性　　別」 is 「性別」: blanks and line ends that only spread a label over its cell. */
struct text label_in_one_line(struct arena *arena, struct text label);
/* A short value without the stop behind it: 「出納；」, 「財務部。」. */
struct text value_without_stop(struct text value);
/* No value: a line to write on, a stroke through the place. */
bool is_blank_value(struct text value);
/* "Signature: ________ Date: ____": labels, and nothing but lines to write on. */
bool is_line_to_sign(struct text line);

/* ---- preference.c ---- */

/* The condition as a whole is one that is preferred: 「有經驗者優先」. */
bool is_preference(struct extraction *x, struct text condition);

/* ---- headcount.c ---- */

/*
 * The number of people that stands beside the name of a position: 「行政專員（1人）」, "2
 * developers".
 *
 * out      *rest  the name without it; name itself where there is none
 * returns  the number as written, or the empty text
 */
struct text headcount_beside(struct text name, struct text *rest);

/* ---- lines.c: soft line breaks ---- */

/* Lines that begin items, or stand apart, become paragraphs of their own, all over the document. */
void divide_lines(struct extraction *x);
/* "Closing date: Friday" begins like a label, whatever it is about: no sentence does so. */
bool line_begins_like_label(struct text words);

/* ---- lists.c ---- */

/* Lists end in front of a label that stands in one of their items; after divide_lines. */
void lift_labels(struct extraction *x);

/* 第三條: the number of an article of rules; 第三章 holds articles. */
bool is_article_label(struct text label);

/*
 * "## 崗位職責" pasted into Word, or 「##崗位職責」 without the blank that Markdown asks for.
 *
 * inout    text  loses its marks where it is such a heading
 * returns  the heading's level; 0: it is none, text is left alone
 */
unsigned hashes_level(struct text *text);

/* ---- walk.c, handbook_part.c ---- */

void walk_document(struct extraction *x);
/* A table, whatever it is. */
void fill_table(struct extraction *x, struct block *block);
/* A file that is the baseline, the strategy, the processes, the scenarios or a preface. */
void walk_handbook_part(struct extraction *x, enum file_kind kind);

/* ---- evidence.c: whether it is a role at all ---- */

/* Whether what was found says enough to be a role. */
bool is_role(struct extraction *x, const struct role *role);
/* Whether the roles found in the file vouch for none: its words are rules, people, a résumé. */
bool lacks_evidence(struct extraction *x);
/* Nothing but a list, perhaps under a position's name: *title, empty for none. */
bool is_list_of_items(struct extraction *x, struct text *title);

/* ---- table cells ---- */

/* The words of a cell, trimmed. */
struct text cell_words(struct extraction *x, const struct cell *cell);

/* ---- requests.c: what comments and front matter ask of the checks ---- */

/* Whether an entry of front matter asks for a rule's level: "rules.C102". */
bool is_request(struct text key);
/* All of the document's go to the handbook, comments with what they stand at. */
void take_requests(struct extraction *x);

/* ---- pieces.c ---- */

/* A list, or words with a number or bullet in front of them, computed or typed. */
bool looks_like_item(const struct block *block, struct text words);

/* ---- nowhere.c ---- */

/* Words of the account that stand nowhere in their role are kept in a section of it. */
void keep_what_is_nowhere(struct extraction *x);

#endif
