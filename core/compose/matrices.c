/* What roles carry: goals, scenarios. */
#include "core/base/text_buffer.h"
#include "core/compose/matrix.h"
#include "core/compose/panel.h"
#include "core/model/name_table.h"

#define NARROW_COLUMNS 4 /* a page of so few is too narrow for tables of sentences */

/* Names in the order they come first. */
struct names {
    struct name_table *table;
    struct text *list;
    size_t count, capacity;
};

static size_t add_name(struct arena *scratch, struct names *names, struct text name)
{
    size_t number = name_table_add(names->table, name, names->count);
    if (number == names->count)
        *arena_push(scratch, names->list, names->count, names->capacity) = name;
    return number;
}

static struct names names_of(struct arena *scratch, const struct records *records, enum field field)
{
    struct names names = {.table = name_table_new(scratch, records->count)};
    for (size_t i = 0; i < records->count; i++)
        add_name(scratch, &names, record_field(records, &records->rows[i], field).text);
    return names;
}

static void name_roles(const struct book *book, struct matrix_head *heads,
                       const struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        heads[i] = (struct matrix_head){names->list[i], book_link(book, names->list[i])};
}

/* ---- scenarios down, roles across ---- */

/* On a narrow page, a panel a scenario, in which those roles stand that have a part. */
static void show_panels(const struct book *book, struct block *section, const struct matrix *matrix)
{
    for (size_t row = 0; row < matrix->row_count; row++) {
        struct panel panel = {.document = book->document, .parent = section};
        build_heading(book->document, section, 3, matrix->rows[row].words, (struct span){0});
        for (size_t c = 0; c < matrix->column_count; c++) {
            struct text cell = *matrix_cell(matrix, row, c);
            if (text_is_empty(cell))
                continue;
            struct block *value =
                panel_add(&panel, matrix->columns[c].words, panel_width(cell), (struct span){0});
            build_run(book->document, value, cell, TEXT(""), (struct span){0});
        }
        panel_end(&panel);
    }
}

static void show_scenarios(struct book *book, const struct matrix *matrix)
{
    struct block *section = compose_part(book, ELEMENT_HANDBOOK_SCENARIOS);
    size_t most = rows_most_columns(book->document->stylesheet);
    if (most <= NARROW_COLUMNS && matrix->column_count + 1 > most)
        show_panels(book, section, matrix);
    else
        matrix_show(book, section, matrix);
}

void compose_scenario_matrix(struct book *book)
{
    const struct records *records = handbook_records(book->handbook, ELEMENT_HANDBOOK_SCENARIOS);
    struct arena *scratch = arena_open_like(book->document->arena);
    struct names roles = names_of(scratch, records, FIELD_HANDBOOK_SCENARIOS_ROLE);
    struct names scenarios = names_of(scratch, records, FIELD_HANDBOOK_SCENARIOS_SCENARIO);
    struct matrix matrix = matrix_new(book, scenarios.count, roles.count);
    matrix.corner =
        vocabulary_column(book->vocabulary, book->language, FIELD_HANDBOOK_SCENARIOS_SCENARIO);
    name_roles(book, matrix.columns, &roles);
    for (size_t i = 0; i < scenarios.count; i++)
        matrix.rows[i].words = scenarios.list[i];
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        size_t row =
            name_table_find(scenarios.table, scratch,
                            record_field(records, record, FIELD_HANDBOOK_SCENARIOS_SCENARIO).text);
        size_t column =
            name_table_find(roles.table, scratch,
                            record_field(records, record, FIELD_HANDBOOK_SCENARIOS_ROLE).text);
        if (row != NO_NAME && column != NO_NAME)
            matrix_add(book, &matrix, row, column, record->text, "\n");
    }
    if (roles.count > 0)
        show_scenarios(book, &matrix);
    arena_close(scratch);
}

/* ---- roles down, goals across ---- */

/* How a role carries a goal. */
struct carrying {
    bool is_goal, is_step; /* a goal of its own serves it; a step of it does */
    size_t duties;
};

struct goals {
    struct book *book;
    struct arena *scratch;
    const struct records *records;
    struct name_table *table;  /* goals by number and words */
    struct carrying *carrying; /* [chapters * goals] */
};

static struct goals goals_of(struct book *book, struct arena *scratch)
{
    const struct records *records = handbook_records(book->handbook, ELEMENT_HANDBOOK_GOALS);
    struct goals goals = {.book = book,
                          .scratch = scratch,
                          .records = records,
                          .table = name_table_new(scratch, 2 * records->count + 1)};
    goals.carrying =
        arena_new_array(scratch, book->chapter_count * records->count + 1, struct carrying);
    for (size_t i = 0; i < records->count; i++) {
        name_table_add(goals.table,
                       record_field(records, &records->rows[i], FIELD_HANDBOOK_GOALS_ID).text, i);
        name_table_add(goals.table, records->rows[i].text, i);
    }
    return goals;
}

/* Where the role meets the next goal that the words name; NULL: they name no more. */
static struct carrying *next_carried(const struct goals *goals, size_t chapter, struct text words,
                                     size_t *at)
{
    struct text name;
    while (role_names_next(words, at, &name)) {
        size_t goal = name_table_find(goals->table, goals->scratch, name);
        if (goal != NO_NAME)
            return &goals->carrying[chapter * goals->records->count + goal];
    }
    return NULL;
}

static void look_at_role(const struct goals *goals, size_t chapter)
{
    const struct role *role = goals->book->chapters[chapter].role;
    const struct records *own = role_records(role, ELEMENT_GOALS);
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    struct carrying *met;
    for (size_t i = 0; i < own->count; i++) {
        struct text words = record_field(own, &own->rows[i], FIELD_GOALS_SERVES).text;
        for (size_t at = 0; (met = next_carried(goals, chapter, words, &at)) != NULL;)
            met->is_goal = true;
    }
    for (size_t i = 0; i < duties->count; i++) {
        struct text words = record_field(duties, &duties->rows[i], FIELD_DUTIES_GOAL).text;
        for (size_t at = 0; (met = next_carried(goals, chapter, words, &at)) != NULL;)
            met->duties++;
    }
}

static void look_at_steps(const struct goals *goals)
{
    const struct book *book = goals->book;
    const struct records *steps = handbook_records(book->handbook, ELEMENT_HANDBOOK_PROCESSES);
    struct carrying *met;
    for (size_t i = 0; i < steps->count; i++) {
        const struct record *step = &steps->rows[i];
        struct text positions = record_field(steps, step, FIELD_HANDBOOK_PROCESSES_POSITION).text,
                    name;
        struct text words = record_field(steps, step, FIELD_HANDBOOK_PROCESSES_GOAL).text;
        for (size_t p = 0; role_names_next(positions, &p, &name);) {
            const struct chapter *chapter = book_chapter(book, name);
            if (chapter == NULL)
                continue;
            size_t number = (size_t)(chapter - book->chapters);
            for (size_t at = 0; (met = next_carried(goals, number, words, &at)) != NULL;)
                met->is_step = true;
        }
    }
}

/* "●○ 3" */
static struct text mark_of(const struct book *book, const struct carrying *carrying)
{
    struct text_buffer mark = text_buffer_new(book->document->arena);
    if (carrying->is_goal)
        buffer_append_string(&mark, "●");
    if (carrying->is_step)
        buffer_append_string(&mark, "○");
    if (carrying->duties > 0 && mark.size > 0)
        buffer_append_byte(&mark, ' ');
    if (carrying->duties > 0)
        buffer_append_int(&mark, (int64_t)carrying->duties);
    return buffer_text(&mark);
}

/* Its number, else its place among the goals. */
static struct text goal_name(const struct goals *goals, size_t goal)
{
    struct text id =
        record_field(goals->records, &goals->records->rows[goal], FIELD_HANDBOOK_GOALS_ID).text;
    struct text_buffer number = text_buffer_new(goals->book->document->arena);
    buffer_append_int(&number, (int64_t)goal + 1);
    return text_is_empty(id) ? buffer_text(&number) : id;
}

static void list_goals(const struct goals *goals, struct block *section)
{
    struct block *list = build_list(goals->book->document, section, false);
    for (size_t i = 0; i < goals->records->count; i++)
        build_item(goals->book->document, list, goal_name(goals, i), goals->records->rows[i].text,
                   (struct span){0});
}

static void show_goals(const struct goals *goals)
{
    struct book *book = goals->book;
    size_t count = goals->records->count;
    struct matrix matrix = matrix_new(book, book->chapter_count, count);
    bool any = false;
    matrix.corner = book_word(book, "role");
    for (size_t i = 0; i < count; i++)
        matrix.columns[i].words = goal_name(goals, i);
    for (size_t i = 0; i < book->chapter_count; i++) {
        matrix.rows[i] = (struct matrix_head){chapter_title(book, &book->chapters[i]),
                                              chapter_link(book, &book->chapters[i])};
        for (size_t k = 0; k < count; k++) {
            *matrix_cell(&matrix, i, k) = mark_of(book, &goals->carrying[i * count + k]);
            any |= !text_is_empty(*matrix_cell(&matrix, i, k));
        }
    }
    if (!any)
        return;
    struct block *section = book_part(book, "body", book_word(book, "goal-matrix"));
    build_paragraph(book->document, section, TEXT("body"), book_word(book, "goal-matrix-key"),
                    (struct span){0});
    list_goals(goals, section);
    matrix_show(book, section, &matrix);
}

void compose_goal_matrix(struct book *book)
{
    if (book_records(book, ELEMENT_HANDBOOK_GOALS)->count == 0)
        return;
    struct arena *scratch = arena_open_like(book->document->arena);
    struct goals goals = goals_of(book, scratch);
    for (size_t i = 0; i < book->chapter_count; i++)
        look_at_role(&goals, i);
    look_at_steps(&goals);
    show_goals(&goals);
    arena_close(scratch);
}
