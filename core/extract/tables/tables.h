/*
 * Readers of tables, one a kind of table, and what they share: cells where they begin, columns of
 * numbers, and tables in a section whose heads are no fields.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_TABLES_TABLES_H
#define ROLEBOOK_CORE_EXTRACT_TABLES_TABLES_H
#include "core/extract/extraction.h"

struct outline;

/* ---- columns.c ---- */

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
    size_t name_column; /* 職能領域 beside 主要職責: what each duty is about; SIZE_MAX: none */
    size_t known;       /* columns with a field */
    size_t rows;        /* [0, rows) of the table: the heads and what stands above them */
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
#define ROWS_SEEN 8 /* below a row that may be one of heads: each row may be asked */
/* The heads' words, for the account. */
void note_heads(struct extraction *x, const struct table *table, size_t row, size_t from, size_t to,
                const struct columns *columns);

/* ---- settled_columns.c ---- */

/* A label of the element; of a part of it: "Core competencies" of eligibility. */
bool is_head_of(struct extraction *x, struct text head, enum element element, bool is_part);
/*
 * Of columns [from, to) whose heads are read each for itself: the one that has what the records are,
 * which of two is of the other, and those whose words tell what no head says.
 */
void settle_columns(struct extraction *x, const struct table *table, size_t from, size_t to,
                    struct columns *columns);

/* ---- revision_columns.c ---- */

/* 日期 among the heads over editions, 修訂內容 among those over approvals: the field of the other
 * element that it is; FIELD_NONE: it is none. */
enum field revision_field(struct extraction *x, const struct columns *columns, size_t column);
/* What stands below such heads in the row is a record of the other element. */
void fill_revision(struct extraction *x, const struct table *table, size_t row, size_t from,
                   size_t to, const struct columns *columns, struct value version);

/* ---- group_columns.c ---- */

/* Rows below the heads in that row hold numerals in the column, and nothing else. */
bool is_over_numerals(struct extraction *x, const struct table *table, size_t row, size_t column);
/*
 * Several columns for the duties themselves: of numerals alone, they are the numbers (工作項目 over
 * 1, 2 beside 內容); under one merged head, the first may be the groups of those in the last.
 */
void part_main_columns(struct extraction *x, const struct table *table, struct columns *columns);
/*
 * 主要職責 | 工作任務, both of them duties: the first holds what those in the second are parts of.
 * 考核維度 | 考核指標: what the indicators are of is none itself, and stays under its head. 模塊 |
 * 職責內容: a head that nobody knows may stand over groups, right in front of the duties.
 */
void find_group_column(struct extraction *x, const struct table *table, struct columns *columns,
                       size_t from, size_t to);
/* 職能領域 | 主要職責, 職責項目 | 工作內容: what each duty is about stands right in front of it. */
void find_name_column(struct extraction *x, const struct table *table, struct columns *columns,
                      size_t from, size_t to);

/* Area | "What success looks like": where acts stand below a goal's head, and names in front, they
 * are the duties. */
void find_acts_column(struct extraction *x, const struct table *table, struct columns *columns,
                      size_t from, size_t to);

/* ---- head_fields.c ---- */

/* "Core competencies" of "21e. Core competencies", "State the duties here" of "(… here:)". */
struct text head_name(struct text words);
/* "Leadership | Level" below "Core | Level": behind the first, the heads of the columns once more. */
bool are_heads_again(struct extraction *x, const struct table *table, size_t row, size_t from,
                     size_t to, const struct columns *columns);
/* 1、巡邏；2、登記: items, and no name of a column. */
bool head_is_items(struct text words);
/* "Assessed by", also with what its letters stand for in the lines below, a unit in brackets, or
 * its words in a second language. FIELD_NONE: it names none. */
enum field head_field(struct extraction *x, enum element element, struct text head);
/* 接洽事項 ends in 事項, 完成頻率 in 頻率: what a composed head that is no label is about. */
enum field head_field_by_ending(struct extraction *x, enum element element, struct text head);

/* A stretch of a table: columns [from, to) of the rows before end. */
struct area {
    const struct table *table;
    size_t end, from, to;
};

/* The words of a cell, trimmed. */
struct text cell_words(struct extraction *x, const struct cell *cell);

/* The cell's first row and column are these; false for none. */
bool cell_begins_in(const struct cell *cell, size_t row, size_t column);
/* Its words where it begins there, and is not merged down or across to it; else empty. */
struct text words_beginning_in(struct extraction *x, const struct cell *cell, size_t row,
                               size_t column);
/* How many cells with words begin in the row. */
size_t filled_cells(struct extraction *x, const struct table *table, size_t row);
/* The cell that holds the head of the column in a row of heads, or is merged down to it; NULL:
 * none. */
const struct cell *head_cell(const struct table *table, size_t row, size_t column);
/* 職責 | 考核 over 內容 | 權重 | 頻率: the lower of two rows of heads; row itself: there is one. */
size_t lowest_heads(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to);
/* 人力資源 over the whole width but for empty columns, in front of everything; NULL: nothing. */
const struct cell *table_caption(struct extraction *x, const struct table *table);
/* The number of an item and nothing else. */
bool is_numeral_cell(struct text words);
/* 序號, "No.": the head of the items' numbers. */
bool is_number_head(struct extraction *x, struct text head);

/* The first that holds what the records are; SIZE_MAX: none does. */
size_t main_column(const struct columns *columns);
/* How many hold fields of the element itself; many of them are surer than the section they are in:
 * Perspective | Indicator | Target | Weight. */
#define MANY_FIELDS 3
size_t own_columns(const struct columns *columns);
/* More of its heads are known than of the other, or as many and more of them its own fields. */
bool columns_know_more(const struct columns *columns, const struct columns *other);
/* It has a head that is no field, no label of another element, and stands over no groups. */
bool is_unknown_column(const struct columns *columns, size_t column);

/* ---- role_columns.c ---- */

/* Positions side by side over sentences, or one below the other in front of them, without heads. */
bool is_table_of_duties(struct extraction *x, const struct table *table);
/* One role a column or row; false when the table is something else, or stands inside a role. */
bool fill_table_of_duties(struct extraction *x, struct block *block);
/* Tables among the blocks whose columns are roles are turned: each role is a row of them then. */
void turn_role_columns(struct extraction *x, struct block *first);

/*
 * Below the head of its first column, a table has nothing but positions there; below an empty one,
 * half of the names need be known.
 */
bool has_positions_first(struct extraction *x, const struct table *table);

/* ---- split_heads.c ---- */

/* Heads in two rows that no cell joins, in the tables among the blocks, are merged. */
void merge_split_heads(struct extraction *x, struct block *first);

/* ---- cut_tables.c ---- */

/* Tables of roles whose heads come again become one; last: of the blocks, set anew. */
void join_cut_tables(struct extraction *x, struct block *first, struct block **last);

/* ---- parted_tables.c ---- */

/* The cell once more, at the end of another table, which is indexed when all are there. */
struct cell *append_copy(struct extraction *x, struct table *table, const struct cell *cell);
/* Tables with rows of labels over rows of roles become two; last: of the blocks, set anew. */
void part_tables(struct extraction *x, struct block *first, struct block **last);

/* ---- level_rows.c ---- */

/* "Level" over levels called by a code, most with lists of what they do. Those of faults and risks
 * have a word or two in each cell. */
bool is_level_rows(struct extraction *x, const struct table *table, size_t head, size_t column);
/* What the level of the open role does or needs in that area; across several: what it is for. */
void fill_level_cell(struct extraction *x, const struct cell *cell, enum element element,
                     struct text area);

/* ---- level_columns.c ---- */

/* Levels called by a code side by side, over rows of areas that tell what each does. */
bool is_level_columns(struct extraction *x, const struct table *table);
/* One role a level; false when the table is something else, or stands inside a role. */
bool fill_level_columns(struct extraction *x, struct block *block);

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

/* ---- record_rows.c ---- */

/* (1)收款；(2)補貨: items with numbers in one line. */
bool is_run_in_list(struct text words);
/* 合計 | 100 %: the row adds up those above it, and is none of them, also where nobody did so. */
bool is_row_of_sums(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to);
/* Such a row is passed over; false: the row is another. */
bool skip_row_of_sums(struct extraction *x, const struct table *table, size_t row, size_t from,
                      size_t to);
/* One record of a row's cells under those heads; false when the row is blank. */
bool record_of_row(struct extraction *x, struct records *records, const struct table *table,
                   size_t row, size_t from, size_t to, const struct columns *columns);
/* A line of its own: words behind their head and a colon; an empty head: only the words. */
void append_headed(struct text_buffer *out, struct text head, struct text words);

/* ---- records.c ---- */

/* A table under the heads of the current target's fields; false: it is something else. */
bool fill_records_of_target(struct extraction *x, struct block *block);
/* A table whose heads name the element of all its rows. */
bool fill_headed_table(struct extraction *x, struct block *block);
/* A table of records for the current target, or for the element its heads name; false: neither. */
bool fill_record_table(struct extraction *x, struct block *block);

/* ---- plain_tables.c: the section of x->target is open ---- */

/* An item, and the heads its marks stand under: its level, or words behind it. */
void fill_marked(struct extraction *x, struct text item, struct text heads, struct span at);
/* Words, and beside them nothing but marks under heads. */
bool is_of_marks(struct extraction *x, const struct table *table);
/* An item a row; the heads its marks stand under are its level, or stand behind it. */
void fill_marks(struct extraction *x, const struct table *table);
/* Heads over its rows, one of which names the section: they are no rows of a form. */
bool has_head_of_section(struct extraction *x, const struct table *table);
/* Rows whose heads say nothing to the vocabulary: an item a row, each cell under its head. */
void fill_plain_rows(struct extraction *x, const struct table *table);
/* "Category | Details" over what an open section that is still empty has. */
bool are_heads_of_section(struct extraction *x, const struct table *table);
/* ... its rows: what each is about, and its words. */
void fill_detail_rows(struct extraction *x, const struct table *table);
/* Internal | External over lists; false: it is no such table. */
bool fill_sides(struct extraction *x, const struct table *table);

/* ---- role_row_heads.c ---- */

/* What a column of a table with one role a row holds, by its head. */
struct label label_of_head(struct extraction *x, struct text head);
/* The same, where it is known that the rows are roles: 數量 of these is how many hold each. */
struct label label_of_role_column(struct extraction *x, struct text head);
/* The label that a composed head ends in; an unknown one: it ends in none, or is one itself. */
struct label label_of_ending(struct extraction *x, struct text head);
/* 姓名, name: what a list of people has over them. */
bool is_person_head(struct extraction *x, struct text head);
/* 工作描述 over what each does; in English a description is as well what something is for. */
bool head_is_description(const struct label *label, struct text head);
/*
 * What each column holds, by the heads in a row: the duties of one kind, or a description, are the
 * duties where none are told; what people beside their parts are able to is theirs.
 */
const struct label *labels_of_columns(struct extraction *x, const struct table *table, size_t head);

/* ---- role_rows.c ---- */

/* What is remembered of the table, till another takes its place. */
struct asked_table *asked_table(struct extraction *x, const struct table *table);
/* Heads with the position's name among them over one role a row; *title: its column. */
bool is_role_rows(struct extraction *x, const struct table *table, size_t *title);
/* 搶險組, 應急指揮部: formed for a task, and so a role where a department is none. */
bool is_task_group(struct extraction *x, struct text name);
/* Heads with 姓名 among them over people: who holds a role says nothing of the role. */
bool is_people_list(struct extraction *x, const struct table *table);
/* 角色 | 權限 over users and guests, Service | Role | Port: roles that no person has. */
bool is_system_table(struct extraction *x, const struct table *table);
/* The row of the heads: the first, or the one below that bar. */
size_t role_rows_head(struct extraction *x, const struct table *table);

/* ---- cell_roles.c ---- */

/* A role within a cell, both slices of its words. */
struct role_of_cell {
    struct text name, duties;
};

/*
 * Each line of the cell begins a role, by its name with a colon (a position, or how many hold it is
 * said), or goes on with the one above.
 */
bool cell_holds_roles(struct extraction *x, const struct cell *cell);
/*
 * in       words   of a cell that holds roles
 * inout    *offset where the next of them begins, 0 at first
 * returns  false: there is no more
 */
bool next_role_of_cell(struct extraction *x, struct text words, size_t *offset,
                       struct role_of_cell *role);

/* ---- role_rows_fill.c ---- */

/* One row a role; false when the table is something else. */
bool fill_role_rows(struct extraction *x, struct block *block);
/* The cell stands over all columns from the first, or over most of them with nothing beside it. */
bool role_rows_goes_across(struct extraction *x, const struct table *table,
                           const struct cell *cell);
/* "Information Security" over the whole width, among rows of roles: a chapter of those below it. */
bool role_rows_is_chapter(struct extraction *x, const struct table *table, size_t row);

/* ---- dictionaries.c ---- */

/* What data a system keeps: its heads are those of fields and of their types. */
bool is_dictionary(struct extraction *x, const struct table *table);

/* ---- roles_again.c ---- */

/* A row each for roles that earlier words told of: it is theirs; false: it is another table. */
bool fill_roles_again(struct extraction *x, struct block *block);
/* A row each for a role of which it says no more than where it stands: 部門 | 崗位 | 人數. */
bool is_list_of_roles(struct extraction *x, const struct table *table);

/* ---- scenario_matrix.c ---- */

/* Scenarios down, roles across; false when the table is something else. */
bool fill_matrix(struct extraction *x, struct block *block);

/* ---- responsibility_matrix.c ---- */

/* Tasks down, roles across, and R, A, C, I or their like in the cells. */
bool is_responsibility_matrix(struct extraction *x, const struct table *table);
/* One role a column; false when the table is something else, or stands inside a role. */
bool fill_responsibility_matrix(struct extraction *x, struct block *block);
/* A chart whose columns are all of roles that were told of before: it adds to their duties. */
bool fill_chart_of_told(struct extraction *x, struct block *block);
/* The cell names the role that is open. */
void note_role_name(struct extraction *x, const struct cell *name);
/* The role that a column's head names, as an earlier table has it; else a new one. */
void begin_role_of_column(struct extraction *x, const struct cell *head);
/* The same, where there is one; NULL: none has that name. */
struct role *role_of_column(struct extraction *x, const struct cell *head);

/* ---- permission_chart.c ---- */

/* Ticks of what roles told of before may do become their authority; false: it is another table. */
bool fill_permission_chart(struct extraction *x, struct block *block);

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

/* ---- form_cells.c ---- */

/* The label that a cell is, or that stands in it over its words or in front of them. */
struct label label_in_cell(struct extraction *x, const struct cell *cell);

/* ---- form.c ---- */

/* false when the table has no labels of a form. */
bool fill_form(struct extraction *x, struct block *block);
/* 職位名稱 | 出納 in a table of its own: a label of one meaning, and its value. */
bool is_one_pair(struct extraction *x, const struct table *table);

/* Rows [first, end) of a table as those of a form. */
void fill_form_rows(struct extraction *x, const struct table *table, size_t first, size_t end);

/* ---- named.c ---- */

bool has_form_name(const struct cell *cell);
bool has_form_names(const struct table *table);
/* false when no cell has a name. */
bool fill_named(struct extraction *x, struct block *block);

/* ---- people_tables.c ---- */

/*
 * 姓名 | 郵箱 among the words of a role, where no names are asked for: who holds it now, and nothing
 * of what they do. It becomes a section of its own; false: it is another table.
 */
bool fill_people(struct extraction *x, struct block *block);
/* 「維護者名單」 right above it: the section's heading; false: it is none. */
bool fill_caption_of_people(struct extraction *x, const struct outline *outline, size_t index);

/* ---- department_tables.c ---- */

/* 部門 | 主要職責 becomes a page, unless a role with a name is open; false: it is another table. */
bool fill_departments(struct extraction *x, struct block *block);

#endif
