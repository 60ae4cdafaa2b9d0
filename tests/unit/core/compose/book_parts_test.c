/* Parts of the book made of what all roles say: matrices, links, pages about the book. */
#include "converters/pdf/pdf.h"
#include "core/compose/plan.h"
#include "tests/unit/core/compose/composed_book.h"
#include <stdio.h>
#include <unistd.h>

static void add_goal(struct text id)
{
    struct records *goals = handbook_own(handbook, ELEMENT_HANDBOOK_GOALS);
    struct record *goal =
        record_append(handbook, goals, numbered("Goal ", goals->count), (struct span){0});
    record_set_field(handbook, goals, goal, FIELD_HANDBOOK_GOALS_ID, (struct value){id, {0}});
}

static void test_marks_say_how_roles_carry_goals(void **state)
{
    (void)state;
    add_goal(TEXT("G1"));
    add_goal(TEXT("G2"));
    struct role *role = add_role(TEXT("Clerk"));
    add_role(TEXT("Porter"));
    add_duty(role, "File letters", FIELD_DUTIES_GOAL, TEXT("G1, G2"));
    add_duty(role, "Send letters", FIELD_DUTIES_GOAL, TEXT("g1"));
    struct records *goals = &role->values[ELEMENT_GOALS];
    struct record *goal = record_append(handbook, goals, TEXT("Letters"), (struct span){0});
    record_set_field(handbook, goals, goal, FIELD_GOALS_SERVES,
                     (struct value){TEXT("Goal 1"), {0}});
    struct records *steps = handbook_own(handbook, ELEMENT_HANDBOOK_PROCESSES);
    struct record *step = record_append(handbook, steps, TEXT("Carry"), (struct span){0});
    record_set_field(handbook, steps, step, FIELD_HANDBOOK_PROCESSES_POSITION,
                     (struct value){TEXT("Porter"), {0}});
    record_set_field(handbook, steps, step, FIELD_HANDBOOK_PROCESSES_GOAL,
                     (struct value){TEXT("G2"), {0}});
    const struct table *table = part(compose(), "Goals and roles", BLOCK_TABLE)->table;
    assert_int_equal(table->rows, 3);
    assert_true(text_is(cell_at(table, 1, 0), "Clerk"));
    assert_true(text_is(cell_at(table, 1, 1), "2"));
    assert_true(text_is(cell_at(table, 1, 2), "● 1"));
    assert_true(text_is(cell_at(table, 2, 1), ""));
    assert_true(text_is(cell_at(table, 2, 2), "○"));
}

static void test_40_goals_and_80_roles_are_tables_that_fit(void **state)
{
    (void)state;
    size_t columns = 0, tables = 0;
    for (size_t i = 0; i < 40; i++)
        add_goal(numbered("G", i));
    for (size_t i = 0; i < 80; i++)
        add_duty(add_role(numbered("Clerk ", i)), "File letters", FIELD_DUTIES_GOAL,
                 numbered("G", i % 40));
    const struct block *block = part(compose(), "Goals and roles", BLOCK_TABLE);
    for (; block != NULL; block = block->next) {
        assert_int_equal(block->table->rows, 81);
        assert_true(block->table->columns <= 17); /* marks are narrow */
        assert_true(text_is(cell_at(block->table, 80, 0), "Clerk 79"));
        columns += block->table->columns - 1;
        tables++;
    }
    assert_int_equal(columns, 40);
    assert_int_equal(tables, 3);
}

static void test_what_nobody_refers_to_makes_no_matrix(void **state)
{
    (void)state;
    add_goal(TEXT("G1"));
    add_role(TEXT("Clerk"));
    assert_null(part(compose(), "Goals and roles", BLOCK_TABLE));
    assert_null(part(compose(), "Shares of working time", BLOCK_FIGURE));
    assert_null(part(compose(), "Completeness", BLOCK_FIGURE)); /* of one role */
}

/* The link of the first run in a table's cell, and the cell's anchor. */
static struct text link_at(const struct table *table, size_t row, size_t column)
{
    return table_cell(table, row, column)->blocks->runs->link;
}

static struct text anchor_at(const struct table *table, size_t row, size_t column)
{
    return table_cell(table, row, column)->blocks->anchor;
}

static void test_duties_and_their_standards_lead_to_each_other(void **state)
{
    (void)state;
    struct role *role = add_role(TEXT("Clerk"));
    add_duty(role, "File letters by the filing plan", FIELD_DUTIES_SHARE, TEXT("60%"));
    add_duty(role, "Send parcels", FIELD_DUTIES_SHARE, TEXT("40%"));
    struct records *standards = &role->values[ELEMENT_STANDARDS];
    static const char *const assessed[] = {"Send parcels", "File letters", "Something else"};
    for (size_t i = 0; i < 3; i++) {
        struct record *row =
            record_append(handbook, standards, numbered("Rate ", i + 1), (struct span){0});
        record_set_field(handbook, standards, row, FIELD_STANDARDS_DUTY,
                         (struct value){text_from_string(assessed[i]), {0}});
    }
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        role->values[e].element = (enum element)e;
    struct document *document = compose();
    const struct table *tables[2] = {NULL, NULL};
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk))
        for (size_t i = 0; i < 2; i++)
            if (walk.event == WALK_ENTER && walk.block->kind == BLOCK_TABLE &&
                text_is(anchor_at(walk.block->table, 1, i == 0),
                        i == 0 ? "role-1-duties-1" : "role-1-standards-1"))
                tables[i] = walk.block->table;
    assert_non_null(tables[0]);
    assert_non_null(tables[1]);
    assert_true(text_is(cell_at(tables[0], 1, 3), "Rate 2"));
    assert_true(text_is(link_at(tables[0], 1, 3), "#role-1-standards-2"));
    assert_true(text_is(link_at(tables[0], 2, 3), "#role-1-standards-1"));
    assert_true(text_is(cell_at(tables[1], 1, 1), "Send parcels"));
    assert_true(text_is(link_at(tables[1], 1, 1), "#role-1-duties-2"));
    assert_true(text_is(cell_at(tables[1], 3, 1), "Something else"));
    assert_true(text_is(link_at(tables[1], 3, 1), ""));
}

static void test_how_to_read_speaks_of_what_is_there(void **state)
{
    (void)state;
    struct role *role = add_role(TEXT("Clerk"));
    record_append(handbook, &role->values[ELEMENT_PURPOSE], TEXT("Files letters"),
                  (struct span){0});
    const struct block *list = part(compose(), "How to read this handbook", BLOCK_LIST);
    struct text words = whole_block_text(arena, list);
    assert_true(text_find(words, TEXT("then Purpose."), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(words, TEXT("organisation chart"), 0) == TEXT_NOT_FOUND);
    preface_append(handbook, TEXT("How to read this handbook"), (struct span){0})->text =
        TEXT("From left to right.");
    assert_null(part(compose(), "How to read this handbook", BLOCK_LIST));
}

static void test_how_to_read_names_no_elements_where_there_are_none(void **state)
{
    (void)state;
    add_role(TEXT("Clerk"));
    const struct block *list = part(compose(), "How to read this handbook", BLOCK_LIST);
    struct text words = whole_block_text(arena, list);
    assert_true(text_find(words, TEXT("a chapter with its identity."), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(words, TEXT("then"), 0) == TEXT_NOT_FOUND);
    assert_null(list->next); /* the paragraph about duties */
}

static void test_parts_run_on_where_the_template_says_so(void **state)
{
    (void)state;
    static const struct {
        const char *template;
        size_t pages; /* that begin with a part, a role or the slip */
    } rows[] = {{"classic", 8}, {"compact", 6}};
    add_goal(TEXT("G1"));
    add_duty(add_role(TEXT("Clerk")), "File letters", FIELD_DUTIES_SHARE, TEXT("60%"));
    add_role(TEXT("Porter"));
    record_append(handbook, handbook_own(handbook, ELEMENT_HANDBOOK_BASELINE), TEXT("Be on time"),
                  (struct span){0});
    record_append(handbook, handbook_own(handbook, ELEMENT_HANDBOOK_TITLE), TEXT("Office book"),
                  (struct span){0});
    for (size_t i = 0; i < 2; i++) {
        template = template_load(arena, rows[i].template, diags);
        size_t pages = 0;
        for (const struct block *b = compose()->blocks; b != NULL; b = b->next) {
            bool is_own = !text_is_empty(b->section->running[1]) ||
                          text_is(b->section->running[0], "Acknowledgement");
            assert_true(b->page_break_before || !is_own);
            pages += b->page_break_before && !text_is(b->section->master, "front");
        }
        if (pages != rows[i].pages)
            fail_msg("%s: %zu", rows[i].template, pages);
    }
}

static void test_the_slip_names_the_book(void **state)
{
    (void)state;
    add_role(TEXT("Clerk"));
    assert_null(part(compose(), "Acknowledgement", BLOCK_TABLE));
    record_append(handbook, handbook_own(handbook, ELEMENT_HANDBOOK_TITLE), TEXT("Office book"),
                  (struct span){0});
    struct document *document = compose();
    assert_non_null(part(document, "Acknowledgement", BLOCK_FIGURE));
    struct text words = block_text(arena, part(document, "Acknowledgement", BLOCK_PARAGRAPH));
    assert_true(text_find(words, TEXT("the Office book."), 0) != TEXT_NOT_FOUND);
    record_append(handbook, handbook_own(handbook, ELEMENT_HANDBOOK_EDITION), TEXT("第 2 版"),
                  (struct span){0});
    handbook->language = TEXT("zh-Hans");
    words = block_text(arena, part(compose(), "签收单", BLOCK_PARAGRAPH));
    assert_true(text_find(words, TEXT("《Office book》（第 2 版），"), 0) != TEXT_NOT_FOUND);
}

static void test_a_scenario_stands_before_what_the_role_does_in_it(void **state)
{
    (void)state;
    struct records *scenarios = &add_role(TEXT("Clerk"))->values[ELEMENT_SCENARIOS];
    scenarios->element = ELEMENT_SCENARIOS;
    struct record *row =
        record_append(handbook, scenarios, TEXT("Reports by telephone"), (struct span){0});
    record_set_field(handbook, scenarios, row, FIELD_SCENARIOS_SCENARIO,
                     (struct value){TEXT("Fire"), {0}});
    const struct table *table = part(compose(), "Roles", BLOCK_TABLE)->table;
    assert_true(text_is(cell_at(table, 1, 0), "Fire"));
    assert_true(text_is(cell_at(table, 1, 1), "Reports by telephone"));
}

static void test_an_unknown_part_is_refused_with_its_line(void **state)
{
    (void)state;
    static const char words[] =
        "<template xmlns='urn:rolebook:template:1' name='x'>\n<page width='100mm' height='100mm'/>\n"
        "<styles><style name='body'/></styles>\n<book>\n<cover/>\n<horoscope/>\n</book>\n<role/>\n"
        "</template>\n";
    char path[64];
    snprintf(path, sizeof path, "/tmp/rolebook-parts-%ld.xml", (long)getpid());
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(words, file);
    fclose(file);
    struct diagnostics *said = diagnostics_new(arena);
    assert_null(template_load(arena, path, said));
    assert_int_equal(said->count, 1);
    assert_int_equal(span_line_column(said->items[0]->at).line, 6);
    unlink(path);
}

static const char *pages_of(const struct document *document)
{
    struct text_buffer out = text_buffer_new(arena);
    assert_int_equal(pdf_trace_document(document, &out, diags), STATUS_OK);
    return buffer_string(&out);
}

static void test_late_chapters_show_what_the_others_do(void **state)
{
    (void)state;
    for (size_t i = 0; i < 30; i++) {
        struct role *role = add_role(numbered("Agent ", i));
        add_duty(role, "Answer calls", FIELD_DUTIES_STANDARDS, TEXT("Calls answered"));
        record_append(handbook, &role->values[ELEMENT_DEPARTMENT], numbered("Team ", i / 10),
                      (struct span){0});
        record_append(handbook, &role->values[ELEMENT_REPORTS_TO], TEXT("Agent 0"),
                      (struct span){0});
        other_append(handbook, role, TEXT("More"), (struct span){0})->text = TEXT("Its words");
    }
    const struct document *late = compose_handbook_late(arena, handbook, template, vocabulary);
    size_t late_chapters = 0;
    for (const struct block *block = late->blocks; block != NULL; block = block->next)
        late_chapters += block->section->fill != NULL && block->children == NULL;
    assert_int_equal(late_chapters, 30);
    assert_string_equal(pages_of(late), pages_of(compose()));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOOK_TEST(test_marks_say_how_roles_carry_goals),
        BOOK_TEST(test_40_goals_and_80_roles_are_tables_that_fit),
        BOOK_TEST(test_what_nobody_refers_to_makes_no_matrix),
        BOOK_TEST(test_late_chapters_show_what_the_others_do),
        BOOK_TEST(test_duties_and_their_standards_lead_to_each_other),
        BOOK_TEST(test_how_to_read_speaks_of_what_is_there),
        BOOK_TEST(test_how_to_read_names_no_elements_where_there_are_none),
        BOOK_TEST(test_parts_run_on_where_the_template_says_so),
        BOOK_TEST(test_the_slip_names_the_book),
        BOOK_TEST(test_a_scenario_stands_before_what_the_role_does_in_it),
        BOOK_TEST(test_an_unknown_part_is_refused_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
