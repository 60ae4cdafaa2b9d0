/*
 * Tasks down, roles across, and in each cell how far the role answers for the task: R, A, C, I as
 * in a RACI chart, or words such as 主辦 and 協辦. Each column is a role, each of its marks a duty.
 */
#include "core/extract/tables/tables.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/fold.h"
#include <string.h>

#define ROLES_MIN 2
#define TASKS_MIN 2
#define NAME_LENGTH 40  /* characters of a column's head: longer ones are no names */
#define NUMBER_LENGTH 8 /* characters of a task's number: "A.8.1.2" */

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

static struct text code_of(struct extraction *x, struct text words)
{
    struct text code = code_of_letters(letters_of(x, words));
    return text_is_empty(code)
               ? vocabulary_code(x->vocabulary, x->scratch, FIELD_DUTIES_RESPONSIBILITY, words)
               : code;
}

/* "7.1.5" or "12", and nothing above it but a head: what is numbered stands beside it. */
static bool are_numbers(struct extraction *x, const struct table *table)
{
    size_t numbers = 0;
    for (size_t r = 1; r < table->rows; r++) {
        struct text words = words_beginning_in(x, table_cell(table, r, 0), r, 0);
        bool has_digit = text_has_digit(words) && !text_is_longer(words, NUMBER_LENGTH);
        if (!text_is_empty(words) && !has_digit)
            return false;
        numbers += has_digit;
    }
    return numbers > 0;
}

/* The column of the tasks: the first, or the one beside their numbers. */
static size_t task_column(struct extraction *x, const struct table *table)
{
    return table->columns > ROLES_MIN + 1 && are_numbers(x, table) ? 1 : 0;
}

/* How sure the heads of the columns are names of roles. */
struct heads {
    size_t names, others;
    size_t positions; /* of names */
    size_t ordinary;  /* words that are labels elsewhere: "Stakeholders" */
    size_t labels;    /* surer ones: "Department" */
};

static struct heads count_heads(struct extraction *x, const struct table *table)
{
    struct heads heads = {0};
    for (size_t c = task_column(x, table) + 1; c < table->columns; c++) {
        struct text head = words_beginning_in(x, table_cell(table, 0, c), 0, c);
        struct label label = label_find(x, head);
        bool is_short = !text_is_empty(head) && text_code_points(head) <= NAME_LENGTH;
        bool is_name = is_short && label_may_be_name(&label);
        bool is_ordinary = is_short && !is_name && label.needs_context;
        heads.names += is_name;
        heads.positions += is_name && vocabulary_is_position(x->vocabulary, x->scratch, head);
        heads.ordinary += is_ordinary;
        bool is_label = is_short && !is_name && !is_ordinary && label.kind == LABEL_ELEMENT;
        heads.labels += is_label;
        heads.others += !is_name && !is_ordinary && !is_label;
    }
    return heads;
}

/* What the cells below the heads say. */
struct marks {
    size_t marks, leads, does;
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
    if (text_is_empty(words))
        return;
    struct text code = code_of(x, words);
    marks->has_others = text_is_empty(code);
    if (marks->has_others)
        return;
    marks->marks++;
    marks->leads += says(x, words, code, "leads", 'a');
    marks->does += says(x, words, code, "does", 'r');
}

static struct marks count_marks(struct extraction *x, const struct table *table)
{
    struct marks marks = {0};
    size_t first = task_column(x, table) + 1;
    for (size_t r = 1; r < table->rows; r++)
        for (size_t c = first; c < table->columns && !marks.has_others; c++)
            count_mark(x, table_cell(table, r, c), &marks);
    return marks;
}

bool is_responsibility_matrix(struct extraction *x, const struct table *table)
{
    if (table->grid == NULL || table->rows < TASKS_MIN + 1 || table->columns < ROLES_MIN + 1 ||
        has_form_names(table))
        return false;
    struct heads heads = count_heads(x, table);
    if (heads.others > 0 || heads.names <= heads.ordinary + heads.labels)
        return false;
    struct marks marks = count_marks(x, table);
    size_t cells = (size_t)(table->rows - 1) * (table->columns - 1);
    bool is_full = heads.labels == 0 || 2 * marks.marks > cells; /* no form, whatever its heads */
    /* R and S over positions, where nobody answers for what others do */
    bool are_posts = heads.positions >= ROLES_MIN && marks.does < marks.marks;
    return is_full && !marks.has_others && (marks.leads > 0 || are_posts) && marks.does > 0 &&
           marks.marks >= table->rows - 1;
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

static void fill_column(struct extraction *x, const struct table *table, size_t tasks,
                        size_t column)
{
    begin_role_of_column(x, table_cell(table, 0, column));
    struct records *duties = &x->role->values[ELEMENT_DUTIES];
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *task = table_cell(table, r, tasks);
        const struct cell *cell = table_cell(table, r, column);
        if (task == NULL || cell == NULL)
            continue;
        struct text mark = cell_words(x, cell), code = code_of(x, mark);
        if (text_is_empty(code) || text_is_empty(cell_words(x, task)))
            continue;
        struct record *duty = record_append(x->handbook, duties, cell_words(x, task), task->span);
        if (tasks > 0)
            duty->label = cell_words(x, table_cell(table, r, 0));
        bool is_letter = !text_is_empty(code_of_letters(letters_of(x, mark)));
        record_set_field(x->handbook, duties, duty, FIELD_DUTIES_RESPONSIBILITY,
                         (struct value){is_letter ? code : mark, cell->span});
        bool is_bare = is_letter && text_is_empty(label_remark(mark)); /* kept as what A means */
        note_field(x, is_bare ? USE_LABEL : USE_VALUE, ELEMENT_DUTIES, FIELD_DUTIES_RESPONSIBILITY,
                   mark, cell->span);
    }
    end_role(x);
}

static void note_tasks(struct extraction *x, const struct table *table, size_t tasks)
{
    const struct cell *corner = table_cell(table, 0, tasks);
    x->clue = CLUE_COLUMN;
    if (corner != NULL)
        note_field(x, USE_LABEL, ELEMENT_DUTIES, FIELD_NONE, cell_words(x, corner), corner->span);
    for (size_t r = 0; tasks > 0 && r < table->rows; r++) {
        const struct cell *number = table_cell(table, r, 0);
        if (cell_begins_in(number, r, 0))
            note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, number), number->span);
    }
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *task = table_cell(table, r, tasks);
        if (cell_begins_in(task, r, tasks))
            note_field(x, USE_VALUE, ELEMENT_DUTIES, FIELD_NONE, cell_words(x, task), task->span);
    }
}

bool fill_responsibility_matrix(struct extraction *x, struct block *block)
{
    if (x->role != NULL || !is_responsibility_matrix(x, block->table))
        return false;
    size_t tasks = task_column(x, block->table);
    note_tasks(x, block->table, tasks);
    for (size_t c = tasks + 1; c < block->table->columns; c++)
        fill_column(x, block->table, tasks, c);
    return true;
}
