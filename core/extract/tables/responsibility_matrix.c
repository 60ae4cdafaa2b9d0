/*
 * Tasks down, roles across, and in each cell how far the role answers for the task: R, A, C, I as
 * in a RACI chart, or words such as 主辦 and 協辦. Each column is a role, each of its marks a duty.
 */
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include <string.h>

#define ROLES_MIN 2
#define TASKS_MIN 2
#define LEADING_MAX 2  /* columns beside that of the tasks: numbers, clauses */
#define NAME_LENGTH 40 /* characters of a column's head: longer ones are no names */

/* Letters of a chart, the one that says most first. */
struct letter {
    char letter;
    const char *code;
};
static const struct letter letters[] = {
    {'a', "leads"}, {'r', "does"}, {'c', "supports"}, {'s', "supports"}, {'i', "informed"}};

/* "C (Finance)": the remark says in which case. */
static struct text letters_of(struct extraction *x, struct text words)
{
    return fold_text(x->scratch, label_without_remark(words));
}

/* "A/R" → leads; empty: the words are no marks. */
static struct text code_of_letters(struct text folded)
{
    size_t best = sizeof letters / sizeof *letters, count = best;
    for (size_t i = 0; i < folded.size; i++) {
        char c = folded.data[i];
        size_t k = 0;
        if (c == '/' || c == ',' || c == ' ' || c == '+' || c == '&')
            continue;
        while (k < count && letters[k].letter != c)
            k++;
        if (k == count || folded.size > 2 * count)
            return TEXT("");
        best = k < best ? k : best;
    }
    return best == count ? TEXT("") : text_from_string(letters[best].code);
}

/* Charts in Chinese have a full sign for who has charge, a hollow one for who helps. */
static struct text code_of_sign(struct text words)
{
    static const struct text full = TEXT_INIT("●▲★◆■◎"), hollow = TEXT_INIT("○△☆◇□");
    if (text_code_points(words) != 1)
        return TEXT("");
    return text_find(full, words, 0) != TEXT_NOT_FOUND     ? TEXT("leads")
           : text_find(hollow, words, 0) != TEXT_NOT_FOUND ? TEXT("supports")
                                                           : TEXT("");
}

/* What a letter or a sign stands for. */
static struct text code_of_mark(struct extraction *x, struct text words)
{
    struct text code = code_of_sign(words);
    return text_is_empty(code) ? code_of_letters(letters_of(x, words)) : code;
}

static struct text code_of(struct extraction *x, struct text words)
{
    struct text code = code_of_mark(x, words);
    return text_is_empty(code)
               ? vocabulary_code(x->vocabulary, x->scratch, FIELD_DUTIES_RESPONSIBILITY, words)
               : code;
}

/* Nothing, or "-": the role has no part in the task. */
static bool is_no_mark(struct text words) { return text_is_empty(words) || is_blank_value(words); }

/* What stands in a column below its head. */
enum column { COLUMN_EMPTY, COLUMN_MARKS, COLUMN_WORDS };

static enum column column_of(struct extraction *x, const struct table *table, size_t column)
{
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *cell = table_cell(table, r, column);
        struct text words = cell == NULL ? TEXT("") : cell_words(x, cell);
        if (!is_no_mark(words))
            return text_is_empty(code_of(x, words)) ? COLUMN_WORDS : COLUMN_MARKS;
    }
    return COLUMN_EMPTY;
}

static size_t bytes_in(struct extraction *x, const struct table *table, size_t column)
{
    size_t bytes = 0;
    for (size_t r = 1; r < table->rows; r++)
        bytes += words_beginning_in(x, table_cell(table, r, column), r, column).size;
    return bytes;
}

/* Where a chart has its tasks, and its roles: [first, columns). */
struct chart {
    const struct table *table;
    size_t tasks, first;
    struct text heads[LEADING_MAX + 1]; /* of the columns in front of the first role */
    enum field fields[LEADING_MAX + 1]; /* FIELD_NONE: the head names none */
};

/* In front of the first role there may be numbers or clauses beside the tasks, which say more. */
static struct chart chart_of(struct extraction *x, const struct table *table)
{
    struct chart chart = {.table = table, .first = 1};
    if (column_of(x, table, table->columns - 1) == COLUMN_WORDS)
        return chart; /* no chart: what its first columns hold is not asked */
    while (chart.first <= LEADING_MAX && column_of(x, table, chart.first) == COLUMN_WORDS)
        chart.first++;
    for (size_t c = 0; c < chart.first; c++) {
        chart.heads[c] = words_beginning_in(x, table_cell(table, 0, c), 0, c);
        chart.fields[c] =
            vocabulary_field(x->vocabulary, x->scratch, ELEMENT_DUTIES, chart.heads[c]);
        if (bytes_in(x, table, c) > bytes_in(x, table, chart.tasks))
            chart.tasks = c;
    }
    return chart;
}

/* How sure the heads of the columns are names of roles. */
struct heads {
    size_t names, others;
    size_t positions; /* of the names, those that are surely of positions */
    size_t ordinary;  /* words that are labels elsewhere: "Stakeholders" */
    size_t labels;    /* surer ones: "Department" */
};

static struct heads count_heads(struct extraction *x, const struct chart *chart)
{
    const struct table *table = chart->table;
    struct heads heads = {0};
    for (size_t c = chart->first; c < table->columns; c++) {
        struct text head = words_beginning_in(x, table_cell(table, 0, c), 0, c);
        struct label label = label_find(x, head);
        bool is_short = !text_is_empty(head) && text_code_points(head) <= NAME_LENGTH;
        bool is_name = is_short && label_may_be_name(&label);
        heads.positions += is_name && vocabulary_is_position(x->vocabulary, x->scratch, head);
        bool is_ordinary = is_short && !is_name && label.needs_context;
        heads.names += is_name;
        heads.ordinary += is_ordinary;
        bool is_label = is_short && !is_name && !is_ordinary && label.kind == LABEL_ELEMENT;
        heads.labels += is_label;
        heads.others += !is_name && !is_ordinary && !is_label;
    }
    return heads;
}

/* What the cells below the heads say. */
struct marks {
    size_t marks, leads, does, others;
    bool has_others; /* words that are none: nothing is counted behind them */
};

/* Who does it and who answers for it: both are said, be it of one role. */
static bool says(struct extraction *x, struct text words, struct text code, const char *wanted,
                 char letter)
{
    if (text_is(code, wanted))
        return true;
    struct text folded = letters_of(x, words);
    return !text_is_empty(code_of_letters(folded)) &&
           memchr(folded.data, letter, folded.size) != NULL;
}

static void count_mark(struct extraction *x, const struct cell *cell, struct marks *marks)
{
    struct text words = cell == NULL ? TEXT("") : cell_words(x, cell);
    if (is_no_mark(words))
        return;
    struct text code = code_of(x, words);
    marks->has_others = text_is_empty(code);
    if (marks->has_others)
        return;
    marks->marks++;
    bool leads = says(x, words, code, "leads", 'a'), does = says(x, words, code, "does", 'r');
    marks->leads += leads;
    marks->does += does;
    marks->others += !leads && !does;
}

static struct marks count_marks(struct extraction *x, const struct chart *chart)
{
    const struct table *table = chart->table;
    struct marks marks = {0};
    for (size_t r = 1; r < table->rows; r++)
        for (size_t c = chart->first; c < table->columns && !marks.has_others; c++)
            count_mark(x, table_cell(table, r, c), &marks);
    return marks;
}

static bool is_chart(struct extraction *x, const struct chart *chart)
{
    const struct table *table = chart->table;
    struct heads heads = count_heads(x, chart);
    if (heads.names < ROLES_MIN || heads.others > 0 || heads.names <= heads.ordinary + heads.labels)
        return false;
    struct marks marks = count_marks(x, chart);
    size_t cells = (size_t)(table->rows - 1) * (table->columns - chart->first);
    bool is_full = heads.labels == 0 || 2 * marks.marks > cells; /* no form, whatever its heads */
    bool says_both = marks.leads > 0 && marks.does > 0;
    bool says_some = marks.leads + marks.does > 0 && marks.others > 0; /* and who only helps */
    return is_full && !marks.has_others && marks.marks >= table->rows - 1 &&
           (says_both || (says_some && heads.positions == heads.names));
}

static bool may_be_chart(const struct table *table)
{
    return table->grid != NULL && table->rows > TASKS_MIN && table->columns > ROLES_MIN &&
           !has_form_names(table);
}

bool is_responsibility_matrix(struct extraction *x, const struct table *table)
{
    if (!may_be_chart(table))
        return false;
    struct chart chart = chart_of(x, table);
    return is_chart(x, &chart);
}

void note_role_name(struct extraction *x, const struct cell *name)
{
    x->role_is_fresh = false;
    x->clue = CLUE_COLUMN;
    note_field(x, USE_VALUE, ELEMENT_TITLE, FIELD_NONE, cell_words(x, name), name->span);
}

/* PM of "Project Manager (PM)"; empty: the name has no abbreviation behind it. */
static struct text abbreviation_of(struct text name)
{
    struct text remark = label_remark(name);
    for (size_t i = 0; i < remark.size; i++)
        if (remark.data[i] < 'A' || remark.data[i] > 'Z')
            return TEXT("");
    return remark;
}

/* One of the names in it: "Incident Commander / Operational Lead". */
static bool has_name(struct extraction *x, struct text names, struct text folded)
{
    static const struct text joint = TEXT_INIT(" / ");
    for (size_t from = 0, at; from <= names.size; from = at + joint.size) {
        at = text_find(names, joint, from);
        at = at == TEXT_NOT_FOUND ? names.size : at;
        if (text_equal(folded, fold_label(x->scratch, text_trim(text_slice(names, from, at)))))
            return true;
    }
    struct text abbreviation = abbreviation_of(names);
    return text_equal(folded, fold_label(x->scratch, names)) ||
           (!text_is_empty(abbreviation) &&
            (text_equal(folded, fold_label(x->scratch, abbreviation)) ||
             text_equal(folded, fold_label(x->scratch, label_without_remark(names)))));
}

/* Tables of roles say how charts call them: "Project Manager | PM". */
static bool is_called(struct extraction *x, const struct role *role, struct text folded)
{
    const struct records *others = &role->values[ELEMENT_ALTERNATE_TITLES];
    bool is_called = has_name(x, role_title(role), folded);
    for (size_t i = 0; i < others->count && !is_called; i++)
        is_called = has_name(x, others->rows[i].text, folded);
    return is_called;
}

struct role *role_of_column(struct extraction *x, const struct cell *head)
{
    struct text folded = fold_label(x->scratch, cell_words(x, head));
    struct role *role = x->handbook->roles;
    while (role != NULL && !is_called(x, role, folded))
        role = role->next;
    return role;
}

void begin_role_of_column(struct extraction *x, const struct cell *head)
{
    end_role(x);
    struct role *role = role_of_column(x, head);
    if (role == NULL) {
        begin_role(x, cell_words(x, head), LEVEL_PSEUDO, head->span);
        note_role_name(x, head);
        return;
    }
    x->role = role;
    x->role_is_fresh = false;
    note_skipped(x, CLUE_REPEATED, cell_words(x, head), head->span);
}

/* What a row says beside its task in front of the marks: a field of it, or words behind it. */
static struct record *add_task(struct extraction *x, const struct chart *chart, size_t row)
{
    struct records *duties = &x->role->values[ELEMENT_DUTIES];
    const struct cell *task = table_cell(chart->table, row, chart->tasks);
    struct text_buffer words = text_buffer_new(x->handbook->arena);
    struct value beside[LEADING_MAX + 1] = {{.text = TEXT("")}};
    buffer_append(&words, cell_words(x, task));
    for (size_t c = 0; c < chart->first; c++) {
        const struct cell *cell = table_cell(chart->table, row, c);
        struct text said = cell == NULL || c == chart->tasks ? TEXT("") : cell_words(x, cell);
        if (text_is_empty(said) || is_number_head(x, chart->heads[c]))
            continue;
        if (chart->fields[c] == FIELD_NONE)
            append_headed(&words, chart->heads[c], said);
        else
            beside[c] = (struct value){said, cell->span};
    }
    struct record *duty = record_append(x->handbook, duties, buffer_text(&words), task->span);
    if (words.size > cell_words(x, task).size)
        record_set_field(x->handbook, duties, duty, FIELD_DUTIES_DUTY,
                         (struct value){cell_words(x, task), task->span});
    for (size_t c = 0; c < chart->first; c++)
        if (!text_is_empty(beside[c].text))
            record_set_field(x->handbook, duties, duty, chart->fields[c], beside[c]);
    return duty;
}

static void fill_column(struct extraction *x, const struct chart *chart, size_t column)
{
    const struct table *table = chart->table;
    begin_role_of_column(x, table_cell(table, 0, column));
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *task = table_cell(table, r, chart->tasks),
                          *cell = table_cell(table, r, column);
        if (task == NULL || cell == NULL)
            continue;
        struct text mark = cell_words(x, cell), code = code_of(x, mark);
        if (text_is_empty(code) || text_is_empty(cell_words(x, task)))
            continue;
        struct record *duty = add_task(x, chart, r);
        bool is_letter = !text_is_empty(code_of_mark(x, mark));
        record_set_field(x->handbook, &x->role->values[ELEMENT_DUTIES], duty,
                         FIELD_DUTIES_RESPONSIBILITY,
                         (struct value){is_letter ? code : mark, cell->span});
        bool is_bare = is_letter && text_is_empty(label_remark(mark)); /* kept as what A means */
        note_field(x, is_bare ? USE_LABEL : USE_VALUE, ELEMENT_DUTIES, FIELD_DUTIES_RESPONSIBILITY,
                   mark, cell->span);
    }
    end_role(x);
}

/* A column of tasks, or of what is said beside them. */
static void note_column(struct extraction *x, const struct chart *chart, size_t column)
{
    enum field field = column == chart->tasks ? FIELD_NONE : chart->fields[column];
    bool is_number = column != chart->tasks && is_number_head(x, chart->heads[column]);
    x->clue = CLUE_COLUMN;
    for (size_t r = 0; r < chart->table->rows; r++) {
        const struct cell *cell = table_cell(chart->table, r, column);
        if (cell == NULL || !cell_begins_in(cell, r, column))
            continue;
        if (is_number)
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
        else
            note_field(x, r == 0 ? USE_LABEL : USE_VALUE, ELEMENT_DUTIES, field,
                       cell_words(x, cell), cell->span);
    }
}

static void fill_chart(struct extraction *x, const struct chart *chart)
{
    for (size_t c = 0; c < chart->first; c++)
        note_column(x, chart, c);
    for (size_t c = chart->first; c < chart->table->columns; c++)
        fill_column(x, chart, c);
}

bool fill_responsibility_matrix(struct extraction *x, struct block *block)
{
    if (x->role != NULL || !may_be_chart(block->table))
        return false;
    struct chart chart = chart_of(x, block->table);
    if (!is_chart(x, &chart))
        return false;
    fill_chart(x, &chart);
    return true;
}

bool fill_chart_of_told(struct extraction *x, struct block *block)
{
    if (!may_be_chart(block->table))
        return false;
    struct chart chart = chart_of(x, block->table);
    for (size_t c = chart.first; c < block->table->columns; c++) {
        const struct cell *head = table_cell(block->table, 0, c);
        if (!cell_begins_in(head, 0, c) || role_of_column(x, head) == NULL)
            return false;
    }
    if (!is_chart(x, &chart))
        return false;
    fill_chart(x, &chart);
    return true;
}
