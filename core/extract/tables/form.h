/*
 * What the parts of reading a Word form share: the table, the row at hand, and the section it
 * stands in.
 *
 * form_cells.c reads the cells of a row, cell_sections.c sections within one, form_settle.c what
 * they are beside each other, form_rows.c labels and values, form_section.c rows of the section that
 * is open, form_columns.c heads and the rows below them, form_bars.c cells over the full width,
 * form_beside.c labels merged over rows; form.c decides what each row is.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_TABLES_FORM_H
#define ROLEBOOK_CORE_EXTRACT_TABLES_FORM_H
#include "core/extract/tables/tables.h"

/* A stretch of the grid whose rows are read alike. */
struct form {
    struct extraction *x;
    const struct table *table;
    size_t first_row, end_row, first_column, end_column;
    struct target section;  /* the bar or merged label the rows stand under; TARGET_NONE: none */
    bool section_has_rows;  /* with a label or number of their own */
    bool section_has_words; /* over the full width, below the bar */
    struct target end;      /* the section in which the table ended */
    bool has_columns;
    bool has_ref_heads; /* Position title | Item number over those the holder supervises */
    bool has_boxes;     /* its cells are numbered, each with its label over its value */
    struct columns columns;
    const bool *label_columns; /* [columns of the table] in which known labels begin */
};

/* A row's cells; a label cut over several cells is one. */
struct form_cell {
    const struct cell *cell;
    struct text words;
    struct label label;
    size_t end_column;
};
struct form_row {
    struct form_cell *cells;
    size_t count, filled, first; /* first: index of the first that is not empty */
    size_t labels;
};

/* ---- form_cells.c ---- */

/* As short as labels are. */
bool is_short(struct text words);
/* A label of an element or of a field. */
bool is_label(const struct form_cell *c);
/* The cells of a row that begin in it; a label cut over several is one. */
struct form_row form_read_row(struct form *form, size_t r);
/* form_settle.c: labels among them that are values here, or labels of something else. */
void form_settle_row(const struct form *form, struct form_row *row, size_t r);
/* No section from here on. */
void form_leave_section(struct form *form);
/* The section's words go on, without the part that the last row named. */
void form_resume_section(struct form *form);
/* Of the section; ELEMENT_COUNT: there is none, or the vocabulary does not know it. */
enum element form_section_element(const struct form *form);
/* A label in the first line or two of a cell, in one language or in two, and words below it. */
struct label_over {
    struct label label;
    struct text name, words;
};
/* *over: set where one stands there. */
bool form_label_over(struct extraction *x, struct text words, struct label_over *over);
/* Such a cell; false: it is none. */
bool form_fill_label_over(struct form *form, const struct form_cell *cell);
/* 「標籤：值」 in its first line. */
bool begins_with_pair(struct extraction *x, struct text words);
/* Short, and no sentence. */
bool looks_like_heading(struct text words);
/* A label and the cell that holds its value; NULL: none. */
void form_fill_labelled(struct form *form, const struct form_cell *name,
                        const struct form_cell *value);
/* "Salary: 2,000 a month" in "Benefits": an item of that list, though it begins like a label. */
bool is_item_like_pair(const struct pair *pair, enum element section);
/* Lines of a cell: 「標籤：值」 where they are pairs, else words of what stands before. */
void fill_cell_lines(struct extraction *x, const struct cell *cell);
/* An element, or a field, that holds one value. */
bool is_single_value(const struct label *label);
/* The words of the cells from there on, two blanks between them. */
struct text form_rest_of_row(struct form *form, const struct form_row *row, size_t from);

/* ---- cell_sections.c ---- */

/* The blocks of a cell, where a label among them may begin a section of another element. */
void fill_cell_sections(struct extraction *x, struct block *first);
/* A label among them begins one of another element than the open one. */
bool cell_holds_sections(struct extraction *x, const struct block *first);

/* ---- form_section.c ---- */

/* Whether a row's first cell names a part of the section, as against the item itself. */
bool form_is_part_name(struct form *form, const struct form_cell *first);
/* A cell that says itself which field of the section's element it is: 頻次：4次/月. */
bool form_says_fields(const struct form *form, const struct form_row *row);
/* "Position title | Item number" in row r and the rows below it, under those who are supervised;
 * their numbers are no names. */
bool form_fill_refs_row(struct form *form, const struct form_row *row, size_t r);
/* A row of a section without heads: number | text, kind | condition, or a text of its own. */
void form_fill_section_row(struct form *form, const struct form_row *row);
/* 「職責一：供應商管理」 over its items: a group of the section above, or the first words of one. */
bool form_fill_series_head(struct form *form, const struct form_cell *bar);

/* ---- form_in_section.c ---- */

/*
 * Row r below the section that is open: its heads, or what it takes.
 *
 * returns  whether it was; if not, the section is left, and the row is still to be read
 */
bool form_fill_in_section(struct form *form, const struct form_row *row, size_t r);

/* ---- form_rows.c ---- */

/* Labels and values beside each other. */
void form_fill_pairs_row(struct form *form, const struct form_row *row);
/* A label the vocabulary does not know, with words beside it, up to the cell `end`. */
void form_fill_unknown_row(struct form *form, const struct form_row *row, size_t from, size_t end);
/* A label and the cells up to the next one: several are one record without heads. */
void form_fill_labelled_row(struct form *form, const struct form_row *row, size_t name, size_t end);

/* ---- form_bars.c ---- */

/* One cell over the row, but for an empty spacer column. */
bool form_is_bar(struct form *form, const struct form_row *row);
/* What the bar of row r opens: a role, a section; or its words, which go where they belong. */
void form_fill_bar(struct form *form, const struct form_cell *bar, size_t r);

/* ---- role_bars.c ---- */

/*
 * A bar that names a role parts it from the one before, in the same table or at the top of the
 * next, over the same labels; what stood over several names none.
 */
bool form_bar_begins_role(struct form *form, const struct form_cell *bar, size_t r);

/* ---- form_boxes.c ---- */

/* Numbered boxes, each with its label over its value, in the order of their numbers. */
bool form_has_boxes(struct extraction *x, const struct table *table);
/* "Education" of "21a. Education", where nothing stands below it; empty: it has no number. */
struct text form_name_of_box(struct text words);
/* Such a box, with words in it. */
bool form_is_box(const struct form *form, const struct form_cell *of);
/* It is filled in; false: it is none. */
bool form_fill_box(struct form *form, const struct form_cell *of);
/* "11. List the duties in order of importance." over the rows that do: passed over. */
bool form_is_asked_box(struct form *form, const struct form_cell *bar);

/* ---- table_labels.c ---- */

/* Cells that repeat the label above them, or are empty below it, are made one with it. */
void merge_labels(struct extraction *x, struct table *table);
/*
 * The table is without the cell; it is indexed when all are gone.
 *
 * in       before  a cell in front of it
 * returns  the one right in front, from where the next is looked for
 */
struct cell *unlink_cell(struct table *table, struct cell *before, const struct cell *cell);

/* ---- form_columns.c ---- */

/* A row of labels over one of values. */
bool form_stands_above(const struct form_row *row, const struct form_row *below);
/* The rows under a row of labels; returns the last that was read. */
size_t form_fill_columns_below(struct form *form, struct form_row *row, size_t r);
/* 職位名稱 over the full width, and the name so in the row below; false: they are not. */
bool form_fill_name_below(struct form *form, const struct form_row *row, size_t r);
/* Heads of records over their rows: from here on rows are records. */
bool form_opens_columns(struct form *form, const struct form_row *row, size_t r);
/* The same below a section of another element. */
bool form_opens_other_columns(struct form *form, const struct form_row *row, size_t r);
/* Words, and behind them nothing but marks and empty cells. */
bool form_is_ticked_row(const struct form_row *row);
/* A head of numbers and one of items, over numbered rows: the row is read; false: it is none. */
bool form_heads_items(struct form *form, const struct form_row *row, size_t r);
/* The words of a row of marks, with the head its mark stands under. */
void form_fill_ticked_row(struct form *form, const struct form_row *row);
/* A label and the heads of marks over rows of them: a section begins. */
bool form_opens_ticks(struct form *form, const struct form_row *row, size_t r);

/* ---- form_beside.c ---- */

/* A label, or what looks like one, merged over several rows that have more beside it. */
bool form_is_merged_label(const struct form *form, const struct form_cell *cell);
/*
 * Rows beside a merged label: they read like a form of their own under that section.
 *
 * in  row    the label's first
 *     depth  of such labels within each other
 */
void form_fill_beside(struct form *form, const struct form_cell *name, size_t row, unsigned depth);

/* ---- form.c ---- */

/* Each row of the stretch, as what it is. */
void form_fill_rows(struct form *form, unsigned depth);

#endif
