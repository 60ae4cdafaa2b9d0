/* Tables with one role a row, and lists of people, which look like them. */
#include "core/base/script.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/chapters.h"

#define PEOPLE_ROWS_MIN 2
#define DISTINCT_ROWS 60 /* whose names are compared: a bound on work */
#define ROLE_ROWS_MIN 2  /* one row of values below heads is a form */
#define ALL_KNOWN 2      /* heads, beside one that is not, or is empty */
#define SUPERIORS 3      /* one name in so many may be a label of a superior's */
#define NAME_HAN 20      /* characters of a name, at most */
#define NAME_LATIN 60    /* letters, alike */

static size_t count_labels(struct extraction *x, const struct table *table, size_t row,
                           size_t *title)
{
    size_t labels = 0;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = head_cell(table, row, c);
        if (cell == NULL)
            continue;
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && *title == SIZE_MAX)
            *title = c;
        labels += label.kind == LABEL_ELEMENT;
    }
    return labels;
}

static size_t count_person_heads(struct extraction *x, const struct table *table, size_t row)
{
    size_t heads = 0;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = head_cell(table, row, c);
        heads += cell != NULL && is_person_head(x, cell_words(x, cell));
    }
    return heads;
}

bool is_people_list(struct extraction *x, const struct table *table)
{
    size_t heads = 0;
    if (table->grid == NULL || table->rows < PEOPLE_ROWS_MIN + 1)
        return false;
    for (size_t c = 0; c < table->columns; c++)
        heads += cell_begins_in(table_cell(table, 0, c), 0, c) &&
                 !text_is_empty(cell_words(x, table_cell(table, 0, c)));
    if (heads < 2 || count_person_heads(x, table, 0) == 0)
        return false;
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *first = table_cell(table, r, 0);
        if (label_find(x, cell_words(x, first)).kind != LABEL_UNKNOWN)
            return false;
    }
    return true;
}

/* ---- heads over roles ---- */

size_t role_rows_head(struct extraction *x, const struct table *table)
{
    return lowest_heads(x, table, table_caption(x, table) == NULL ? 0 : 1, 0, table->columns);
}

/* What the heads of a table say of it. */
struct heads {
    size_t row;       /* theirs; below it the roles begin */
    size_t title;     /* the column of the position's name */
    size_t filled;    /* columns with a head */
    size_t known;     /* ... that are labels of elements, the name's among them */
    size_t guessed;   /* ... that are not, but speak of an element */
    bool is_titled;   /* a label of the name stands over its column */
    bool has_title;   /* ... or a head that ends in one */
    bool tells_terms; /* where, when, how many, for what pay: rows of that are positions */
    bool tells_duties;
    bool describes; /* 工作描述: the duties, where none are told */
    bool tells_permissions;
    bool tells_several; /* columns of different elements */
    bool is_graded;     /* the rows are the levels of a career */
};

/* Where, when, how many and for what pay: said of each position, and of little else. */
static bool is_about_terms(const struct label *label)
{
    static const enum element elements[] = {ELEMENT_REWARDS,    ELEMENT_HEADCOUNT,
                                            ELEMENT_EMPLOYMENT, ELEMENT_LOCATION,
                                            ELEMENT_CONDITIONS, ELEMENT_DEPARTMENT};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (label->kind == LABEL_ELEMENT && label->element == elements[i])
            return true;
    return false;
}

/* The first column with a head, and not that of the rows' numbers; SIZE_MAX: none. */
static size_t first_column(struct extraction *x, const struct table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = head_cell(table, row, c);
        struct text head = cell_words(x, cell);
        if (cell != NULL && !text_is_empty(head) && !is_number_head(x, head))
            return c;
    }
    return SIZE_MAX;
}

/* No name comes twice below the head: rows about something else may be the same one's. */
static bool are_all_different(struct extraction *x, const struct table *table, size_t row,
                              size_t column)
{
    if (table->rows > row + DISTINCT_ROWS)
        return false;
    for (size_t r = row + 1; r < table->rows; r++) {
        struct text name = cell_words(x, table_cell(table, r, column));
        for (size_t other = row + 1; other < r; other++)
            if (text_equal(name, cell_words(x, table_cell(table, other, column))))
                return false;
    }
    return true;
}

/* "Project Role" behind "Name & Organization": its head ends in a label of the name; else the first. */
static size_t title_like_column(struct extraction *x, const struct table *table, size_t row)
{
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = head_cell(table, row, c);
        struct text head = cell_words(x, cell);
        if (cell == NULL || text_is_empty(head) || label_find(x, head).kind != LABEL_UNKNOWN)
            continue;
        struct label label = label_of_ending(x, head);
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE)
            return are_all_different(x, table, row, c) ? c : first_column(x, table, row);
    }
    return first_column(x, table, row);
}

/*
 * 職稱 | 姓名 | 職掌, each position once: the rows are about the positions, and a column says who
 * holds them, and so are 班別 | 成員 | 任務, where all are positions. 姓名 | 職稱 | 職掌 is about
 * people where two of them have one position.
 */
static bool are_held_positions(struct extraction *x, const struct table *table,
                               const struct heads *heads)
{
    size_t first = first_column(x, table, heads->row);
    struct text before = TEXT("");
    bool is_of_people = is_person_head(x, cell_words(x, head_cell(table, heads->row, first)));
    if (!heads->tells_duties ||
        (is_of_people && (count_person_heads(x, table, heads->row) > 1 ||
                          !are_all_different(x, table, heads->row, heads->title))))
        return false; /* 姓名 | 職務 | 職責 | 電話 is a list to call them by */
    for (size_t r = heads->row + 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, heads->title);
        if ((cell != NULL && cell->row < r) || filled_cells(x, table, r) == 0)
            continue; /* the position goes on, or nobody's row */
        struct text name = cell_words(x, cell);
        bool is_post =
            heads->has_title || is_task_group(x, name) ||
            vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name));
        if (text_is_empty(name) || text_equal(name, before) || !is_post)
            return false;
        before = name;
    }
    return true;
}

/* 角色, "Role": a part that people have in something, and no rank of theirs. */
static bool is_part_head(struct extraction *x, struct text head)
{
    return text_is_any(label_folded(x, head), signs_of(x, SIGN_PART_HEAD));
}

/*
 * 姓名 | 角色 | 職責: the parts are told, whoever has each, and several may have one; a position
 * among them says that they are people's.
 */
static bool are_parts_of_people(struct extraction *x, const struct table *table,
                                const struct heads *heads)
{
    if (!heads->is_titled || !(heads->tells_duties || heads->describes) ||
        !is_part_head(x, cell_words(x, head_cell(table, heads->row, heads->title))))
        return false;
    for (size_t r = heads->row + 1; r < table->rows; r++) {
        struct text name = cell_words(x, table_cell(table, r, heads->title));
        if (vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name)))
            return true;
    }
    return false;
}

/* Finds the heads and, of their columns, that of the names; false: there is none. */
static bool find_heads(struct extraction *x, const struct table *table, struct heads *heads)
{
    *heads = (struct heads){.row = role_rows_head(x, table), .title = SIZE_MAX};
    heads->filled = filled_cells(x, table, heads->row);
    heads->known = count_labels(x, table, heads->row, &heads->title);
    heads->is_titled = heads->has_title = heads->title != SIZE_MAX;
    if (!heads->is_titled) /* positions may stand below a corner that is empty */
        heads->title = heads->row == 0 && has_positions_first(x, table)
                           ? 0
                           : title_like_column(x, table, heads->row);
    return heads->title != SIZE_MAX;
}

/* false: the table is one of people. */
static bool read_heads(struct extraction *x, const struct table *table, struct heads *heads)
{
    struct text name = cell_words(x, head_cell(table, heads->row, heads->title));
    if (label_find(x, name).kind == LABEL_UNKNOWN) {
        struct label label = label_of_ending(x, name);
        heads->has_title = label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE;
    }
    enum element first = ELEMENT_COUNT;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = head_cell(table, heads->row, c);
        struct text head = cell_words(x, cell);
        if (cell == NULL || c == heads->title || text_is_empty(head))
            continue;
        struct label label = label_of_head(x, head);
        if (label.kind == LABEL_ELEMENT && first == ELEMENT_COUNT)
            first = label.element;
        heads->tells_several |= label.kind == LABEL_ELEMENT && label.element != first;
        heads->guessed += label.kind == LABEL_ELEMENT && label_find(x, head).kind == LABEL_UNKNOWN;
        heads->tells_terms |= is_about_terms(&label);
        heads->tells_permissions |=
            label.kind == LABEL_ELEMENT && label.element == ELEMENT_AUTHORITY;
        heads->tells_duties |= label.kind == LABEL_ELEMENT && label.element == ELEMENT_DUTIES;
        heads->describes |= head_is_description(&label, head);
    }
    heads->is_graded = !heads->is_titled && is_level_rows(x, table, heads->row, heads->title);
    return count_person_heads(x, table, heads->row) == 0 || are_held_positions(x, table, heads) ||
           are_parts_of_people(x, table, heads);
}

/* ---- names below them ---- */

/* The words in the column of the names. */
struct names {
    size_t count, positions;
    size_t units;     /* 第一科: departments, and no positions */
    size_t teams;     /* 搶險組 */
    size_t users;     /* 訪客, "Guest": who uses a system */
    size_t superiors; /* 行政主管: of positions, and what forms call a superior */
    bool are_names;   /* short, no numbers, no labels of elements, no sentences */
    size_t labels;    /* 器材: what a form has, and in a club one who sees to it */
    bool are_labels;  /* of a form, one of them at least */
};

/* 上级主管, 部门负责人: a label of who stands above or signs, and a post that may have a row. */
static bool may_be_superior(struct extraction *x, struct text words)
{
    struct label label = label_find(x, words);
    bool is_signer = label.kind == LABEL_ELEMENT && label.element == ELEMENT_APPROVAL;
    return (label_names_positions(&label) || is_signer) &&
           vocabulary_is_position(x->vocabulary, x->scratch, words);
}

static bool may_be_name(struct extraction *x, struct text words)
{
    static const char *const ends[] = {"。", ".", "；", ";", "：", ":", "，", ",", "?", "？", NULL};
    struct label label = label_find(x, words);
    size_t length = text_code_points(label_without_remark(words));
    if (text_ends_with_one_of(words, ends))
        return false;
    return length <= (is_latin_text(words) ? NAME_LATIN : NAME_HAN) && !is_numeral_cell(words) &&
           !is_tick(words) && (label_may_be_name(&label) || may_be_superior(x, words));
}

static bool is_user(struct extraction *x, struct text words)
{
    return text_ends_with_any(label_folded(x, words), signs_of(x, SIGN_USER));
}

static struct names read_names(struct extraction *x, const struct table *table,
                               const struct heads *heads)
{
    struct names names = {.are_names = true};
    for (size_t r = heads->row + 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, heads->title);
        struct text words = cell_words(x, cell);
        if (!cell_begins_in(cell, r, heads->title) || text_is_empty(words) ||
            role_rows_is_chapter(x, table, r))
            continue; /* the position of the row above, or none */
        names.count++;
        bool is_position =
            vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(words));
        names.positions += is_position;
        names.users += is_user(x, words);
        names.units += !is_position && is_department(x, words);
        names.teams += !is_position && is_task_group(x, words);
        struct label label = label_find(x, words);
        names.superiors += may_be_superior(x, words) && !label_may_be_name(&label);
        names.are_names &= may_be_name(x, words);
        names.labels += label.kind == LABEL_ELEMENT && !may_be_superior(x, words);
    }
    names.are_labels = names.labels > 0;
    names.are_labels |= SUPERIORS * names.superiors > names.count;
    return names;
}

/* 任職資格 over its words or in front of them, with nothing beside it: a section of a form. */
static bool is_section_of_form(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *cell = table_cell(table, row, 0);
    if (cell == NULL || table->columns < 2 || !cell_begins_in(cell, row, 0) ||
        !role_rows_goes_across(x, table, cell) ||
        label_find(x, cell_words(x, cell)).kind != LABEL_UNKNOWN) /* alone: a bar */
        return false;
    struct label label = label_in_cell(x, cell);
    return is_section_label(&label);
}

/* The name of one below the head of these, and something beside it. */
static bool is_row_of_position(struct extraction *x, const struct table *table,
                               const struct heads *heads, size_t row)
{
    if (row >= table->rows || filled_cells(x, table, row) < 2)
        return false;
    struct text name = cell_words(x, table_cell(table, row, heads->title));
    return vocabulary_is_position(x->vocabulary, x->scratch, label_without_remark(name));
}

/*
 * 崗位職責, or 工作地點, over the full width, as no head is called: the bar of a form over its words.
 * Behind rows of positions, 福利待遇 tells of all of them, and over such a row Training is a group.
 */
static bool is_bar_of_form(struct extraction *x, const struct table *table,
                           const struct heads *heads, size_t row, size_t rows_above)
{
    if (!role_rows_is_chapter(x, table, row))
        return false;
    struct label label = label_find(x, cell_words(x, table_cell(table, row, 0)));
    return label.kind == LABEL_ELEMENT &&
           (label.element == ELEMENT_DUTIES ||
            (rows_above < ROLE_ROWS_MIN && !is_row_of_position(x, table, heads, row + 1) &&
             !(label.needs_context || label.is_part || label_may_be_name(&label))));
}

/* Heads once more, over the values of a form in the next row. */
static bool are_all_labels(struct extraction *x, const struct table *table, size_t row)
{
    size_t filled = filled_cells(x, table, row), none = SIZE_MAX;
    return filled > 1 && count_labels(x, table, row, &none) == filled;
}

/* 所屬部門 over 直接上級 and 直接下級: a label in front of each row, as only forms have them. */
static bool begin_with_labels(struct extraction *x, const struct table *table, size_t row)
{
    for (size_t r = row; r < table->rows; r++) {
        struct text words = cell_words(x, table_cell(table, r, 0));
        struct label label = label_find(x, words);
        if (label.kind != LABEL_ELEMENT || label_may_be_name(&label) ||
            !cell_begins_in(table_cell(table, r, 0), r, 0))
            return false;
    }
    return table->rows > row + ROLE_ROWS_MIN;
}

/* A row of a form has labels in front of their values; one label may be a value: "1.0 FTE". */
static bool are_rows_of_form(struct extraction *x, const struct table *table,
                             const struct heads *heads)
{
    if (heads->title > 0 && begin_with_labels(x, table, heads->row))
        return true;
    size_t sections = 0, rows = 0; /* of several cells */
    for (size_t r = heads->row + 1; r < table->rows; r++) {
        size_t none = SIZE_MAX;
        if (is_bar_of_form(x, table, heads, r, rows))
            return true;
        rows += filled_cells(x, table, r) > 1;
        sections += is_section_of_form(x, table, r);
        bool is_superior = 2 * heads->known > heads->filled &&
                           may_be_superior(x, cell_words(x, table_cell(table, r, heads->title)));
        if (count_labels(x, table, r, &none) > 1 + (size_t)is_superior ||
            are_all_labels(x, table, r))
            return true;
    }
    return sections > 0 && rows < ROLE_ROWS_MIN; /* else each below a position's row */
}

/* Service | Role | Port: behind a head that nobody knows, "Role" says what each of those is. */
static bool is_of_first_column(struct extraction *x, const struct table *table,
                               const struct heads *heads)
{
    size_t first = first_column(x, table, heads->row);
    struct text head = cell_words(x, head_cell(table, heads->row, first));
    struct label title = label_find(x, cell_words(x, head_cell(table, heads->row, heads->title)));
    return first < heads->title && title.needs_context &&
           label_find(x, head).kind == LABEL_UNKNOWN && !is_person_head(x, head);
}

/* No roles of an organisation: users of a system, a guest among them, and what parts of one do. */
static bool are_of_system(struct extraction *x, const struct table *table,
                          const struct heads *heads, const struct names *names)
{
    bool are_users = names->users > 0 && heads->tells_permissions;
    bool are_parts = heads->is_titled && heads->known >= 2 && names->count >= ROLE_ROWS_MIN &&
                     2 * names->positions < names->count && is_of_first_column(x, table, heads);
    return names->are_names && !names->are_labels && (are_users || are_parts);
}

bool is_system_table(struct extraction *x, const struct table *table)
{
    struct heads heads;
    if (is_dictionary(x, table))
        return true;
    if (table->grid == NULL || table->rows <= ROLE_ROWS_MIN || !find_heads(x, table, &heads) ||
        are_rows_of_form(x, table, &heads) || !read_heads(x, table, &heads) ||
        (!heads.is_titled && !heads.tells_permissions))
        return false;
    struct names names = read_names(x, table, &heads);
    return are_of_system(x, table, &heads, &names);
}

/*
 * A label over the names and another one are enough. With less than that the names must be those
 * of positions, and the heads speak of what is said of one.
 */
static bool are_heads_of_roles(struct extraction *x, const struct table *table,
                               const struct heads *heads)
{
    if (heads->is_graded)
        return true;
    size_t elements = heads->known + heads->guessed - heads->is_titled;
    if (elements == 0)
        return false;
    struct names names = read_names(x, table, heads);
    bool is_one = names.labels == 1 && names.superiors == 0 && names.count > ROLE_ROWS_MIN &&
                  names.positions > 0 && heads->is_titled && heads->tells_duties;
    if ((names.are_labels && !is_one) || are_of_system(x, table, heads, &names))
        return false;
    if (table_caption(x, table) != NULL) /* so begin forms, too */
        return heads->is_titled && heads->tells_duties && names.are_names &&
               names.count >= ROLE_ROWS_MIN && 2 * names.positions >= names.count;
    if (heads->is_titled && heads->known >= 2)
        return true;
    if (!names.are_names || names.count < ROLE_ROWS_MIN)
        return false;
    if (heads->is_titled && heads->tells_duties) /* 角色 | 描述和职责: not quite a label */
        return true;
    if (heads->has_title && 2 * names.positions >= names.count)
        return true;
    if (heads->known >= 2 && has_positions_first(x, table))
        return true;
    /* 項目 | 上級 | 崗位職責 | 權限: all but the head of the names is known */
    if (heads->known >= ALL_KNOWN && heads->known + 1 >= heads->filled && heads->tells_duties &&
        2 * names.positions >= names.count)
        return true;
    /* 單位 | 業務職掌 over the head of the house, his deputies and the sections */
    if (heads->known >= 2 && heads->tells_duties && names.positions > 0 &&
        names.positions + names.units == names.count)
        return true;
    /* 組別 | 組長 | 職責: the groups of a plan, and what each does */
    if (heads->tells_duties && names.teams > 1 && names.positions + names.teams == names.count)
        return true;
    struct text head = cell_words(x, head_cell(table, heads->row, heads->title));
    return heads->tells_several && heads->tells_terms && table->columns > 2 &&
           label_find(x, head).kind == LABEL_UNKNOWN && names.count + heads->row + 1 == table->rows;
}

/* The column of the positions' names; SIZE_MAX: the table has no role a row. */
static size_t name_column(struct extraction *x, const struct table *table)
{
    struct heads heads;
    bool is_role_rows = table->grid != NULL && table->rows > ROLE_ROWS_MIN &&
                        find_heads(x, table, &heads) && read_heads(x, table, &heads) &&
                        are_heads_of_roles(x, table, &heads) &&
                        !are_rows_of_form(x, table, &heads) && !is_dictionary(x, table);
    return is_role_rows ? heads.title : SIZE_MAX;
}

struct asked_table *asked_table(struct extraction *x, const struct table *table)
{
    struct asked_table *asked = &x->asked_tables[(uintptr_t)table / sizeof *table % ASKED_TABLES];
    if (asked->table != table)
        *asked = (struct asked_table){.table = table, .name_column = name_column(x, table)};
    return asked;
}

bool is_role_rows(struct extraction *x, const struct table *table, size_t *title)
{
    const struct asked_table *asked = asked_table(x, table);
    if (asked->name_column != SIZE_MAX)
        *title = asked->name_column;
    return asked->name_column != SIZE_MAX;
}
