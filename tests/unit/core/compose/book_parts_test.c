/* Parts of the book made of what all roles say: matrices, maps, bars, pages about the book. */
#include "converters/pdf/pdf.h"
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/compose/plan.h"
#include "core/document/words_room.h"
#include "core/model/vocabulary.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct diagnostics *diags;
static struct vocabulary *vocabulary;
static struct template *template;
static struct handbook *handbook;

static int open_handbook(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    diags = diagnostics_new(arena);
    vocabulary = vocabulary_load(arena, NULL, diags);
    template = template_load(arena, "classic", diags);
    handbook = handbook_new(arena);
    handbook->language = TEXT("en");
    return vocabulary == NULL || template == NULL;
}

static int close_handbook(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct text numbered(const char *word, size_t number)
{
    struct text_buffer name = text_buffer_new(arena);
    buffer_append_format(&name, "%s%zu", word, number);
    return buffer_text(&name);
}

static struct role *add_role(struct text title)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    record_append(handbook, &role->values[ELEMENT_TITLE], title, (struct span){0});
    return role;
}

static void add_duty(struct role *role, const char *words, enum field field, struct text value)
{
    struct records *duties = &role->values[ELEMENT_DUTIES];
    struct record *duty =
        record_append(handbook, duties, text_from_string(words), (struct span){0});
    record_set_field(handbook, duties, duty, field, (struct value){value, {0}});
}

static void add_goal(struct text id)
{
    struct records *goals = handbook_own(handbook, ELEMENT_HANDBOOK_GOALS);
    struct record *goal =
        record_append(handbook, goals, numbered("Goal ", goals->count), (struct span){0});
    record_set_field(handbook, goals, goal, FIELD_HANDBOOK_GOALS_ID, (struct value){id, {0}});
}

static struct document *compose(void)
{
    return compose_handbook(arena, handbook, template, vocabulary);
}

/* The first block of that kind behind a heading; NULL: no such chapter. */
static const struct block *part(const struct document *document, const char *heading,
                                enum block_kind kind)
{
    struct walk walk = walk_blocks(document->blocks);
    bool is_there = false;
    while (walk_next(&walk)) {
        const struct block *block = walk.block;
        if (walk.event != WALK_ENTER)
            continue;
        if (block->kind == BLOCK_HEADING && block->level == 1)
            is_there = text_is(block_text(arena, block), heading);
        if (is_there && block->kind == kind)
            return block;
    }
    return NULL;
}

static struct text cell_at(const struct table *table, size_t row, size_t column)
{
    return cell_text(arena, table_cell(table, row, column));
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

static void test_the_map_names_what_is_missing(void **state)
{
    (void)state;
    struct role *role = add_role(TEXT("Clerk"));
    record_append(handbook, &role->values[ELEMENT_PURPOSE], TEXT("Files letters"),
                  (struct span){0});
    add_role(TEXT("Porter"))->values[ELEMENT_TOOLS].state = STATE_NOT_APPLICABLE;
    struct document *document = compose();
    const struct figure *map = part(document, "Completeness", BLOCK_FIGURE)->figure;
    size_t cells = 0, crosses = 0;
    for (const struct shape *s = map->shapes; s != NULL; s = s->next) {
        cells += s->kind == SHAPE_RECTANGLE;
        crosses += s->kind == SHAPE_TEXT && text_is(s->text, "×");
    }
    assert_int_equal(cells % 2, 0);
    assert_int_equal(crosses, cells - 4);
    assert_true(text_find(map->alternative, TEXT("Clerk "), 0) != TEXT_NOT_FOUND);
    const struct table *table = part(document, "Completeness", BLOCK_TABLE)->table;
    assert_int_equal(table->rows, 3);
    assert_true(text_find(cell_at(table, 1, 2), TEXT("Tools"), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(cell_at(table, 2, 2), TEXT("Tools"), 0) == TEXT_NOT_FOUND);
    assert_true(text_find(cell_at(table, 2, 2), TEXT("Purpose"), 0) != TEXT_NOT_FOUND);
}

static size_t cells_of_map(void)
{
    size_t cells = 0;
    const struct figure *map = part(compose(), "Completeness", BLOCK_FIGURE)->figure;
    for (const struct shape *s = map->shapes; s != NULL; s = s->next)
        cells += s->kind == SHAPE_RECTANGLE;
    return cells;
}

static void test_the_map_measures_by_the_projects_profile(void **state)
{
    (void)state;
    add_role(TEXT("Clerk"));
    add_role(TEXT("Porter"));
    size_t cells = cells_of_map(), asked = 0;
    struct template_wishes wishes = {.profile = profile_load(arena, "minimal", diags)};
    assert_int_equal(template_dress(arena, template, &wishes, diags), STATUS_OK);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        asked += wishes.profile->levels[e] != LEVEL_OFF;
    assert_int_equal(cells_of_map(), 2 * asked);
    assert_true(cells > 2 * asked);
}

static void test_300_roles_are_maps_that_fit_their_pages(void **state)
{
    (void)state;
    size_t maps = 0;
    for (size_t i = 0; i < 300; i++)
        add_role(numbered("Clerk ", i));
    const struct block *block = part(compose(), "Completeness", BLOCK_FIGURE);
    for (; block != NULL && block->kind == BLOCK_FIGURE; block = block->next, maps++)
        assert_true(block->figure->height < stylesheet_text_height(&template->sheet));
    assert_true(maps > 5);
}

static void test_bars_share_out_the_time_that_duties_state(void **state)
{
    (void)state;
    struct role *role = add_role(TEXT("Clerk"));
    add_duty(role, "File letters", FIELD_DUTIES_SHARE, TEXT("60%"));
    add_duty(role, "Send letters", FIELD_DUTIES_SHARE, TEXT("20%"));
    role = add_role(TEXT("Porter")); /* who has more to do than time */
    add_duty(role, "Carry", FIELD_DUTIES_SHARE, TEXT("90%"));
    add_duty(role, "Wait", FIELD_DUTIES_SHARE, TEXT("90%"));
    const struct figure *bars = part(compose(), "Shares of working time", BLOCK_FIGURE)->figure;
    int32_t widths[5] = {0}, right = 0;
    size_t count = 0;
    for (const struct shape *s = bars->shapes; s != NULL; s = s->next) {
        if (s->kind != SHAPE_RECTANGLE)
            continue;
        assert_true(count < 5);
        widths[count++] = s->width;
        right = s->x + s->width > right ? s->x + s->width : right;
    }
    assert_int_equal(count, 5); /* the third is time that no duty states */
    assert_true(widths[0] > 2 * widths[1] && widths[1] - widths[2] <= 1);
    assert_true(widths[3] - widths[4] <= 1 && widths[4] - widths[3] <= 1);
    assert_int_equal(right, bars->width);
    assert_true(text_find(bars->alternative, TEXT("Clerk: 1 File letters 60%, 2"), 0) !=
                TEXT_NOT_FOUND);
}

/* Every text of the book's drawings below that heading has the room its style asks for. */
static size_t roomy_words(const struct document *document, const char *heading)
{
    size_t count = 0;
    const struct block *block = part(document, heading, BLOCK_FIGURE);
    for (; block != NULL; block = block->next) {
        if (block->kind != BLOCK_FIGURE)
            continue;
        for (const struct shape *s = block->figure->shapes; s != NULL; s = s->next) {
            const struct style *style = stylesheet_style(document->stylesheet, s->style);
            if (s->kind != SHAPE_TEXT)
                continue;
            assert_true(words_height(arena, style, s->text, s->width) <= s->height);
            assert_true(words_least_room(style, s->text) <= s->width);
            count++;
        }
        assert_true(block->figure->width <= stylesheet_text_width(document->stylesheet));
        assert_true(block->figure->height <= stylesheet_text_height(document->stylesheet));
    }
    return count;
}

static void add_step(size_t number, const char *position, struct text in, struct text out)
{
    struct records *steps = handbook_own(handbook, ELEMENT_HANDBOOK_PROCESSES);
    struct record *step =
        record_append(handbook, steps, numbered("Approve the roster ", number), (struct span){0});
    const struct {
        enum field field;
        struct text value;
    } fields[] = {{FIELD_HANDBOOK_PROCESSES_PROCESS, TEXT("Rostering")},
                  {FIELD_HANDBOOK_PROCESSES_POSITION, text_from_string(position)},
                  {FIELD_HANDBOOK_PROCESSES_INPUT, in},
                  {FIELD_HANDBOOK_PROCESSES_OUTPUT, out}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        record_set_field(handbook, steps, step, fields[i].field,
                         (struct value){fields[i].value, {0}});
}

static void test_words_have_room_in_lanes_and_maps_of_large_print(void **state)
{
    (void)state;
    static const char *const positions[] = {"Contact Centre Manager", "Shift Supervisor",
                                            "Workforce Planner",      "Quality Monitor",
                                            "Knowledge Editor",       "Complaints Handler"};
    template = template_load(arena, "large-print", diags);
    for (size_t i = 0; i < 30; i++)
        add_step(i, positions[i * i % 6], numbered("Approved monthly roster ", i),
                 numbered("Approved monthly roster ", i + 1));
    for (size_t i = 0; i < 6; i++)
        add_role(text_from_string(positions[i]));
    struct document *document = compose();
    assert_true(roomy_words(document, "Processes") >= 60);
    assert_true(roomy_words(document, "Completeness") > 6);
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

static void find_overlap(struct diagnostics *findings, const char *code, enum level level,
                         const char *role, const char *other)
{
    struct diagnostic d = {.code = code, .level = level, .role = text_from_string(role)};
    d.related.role = text_from_string(other);
    d.has_related = true;
    diagnostics_add(findings, d);
}

static void test_the_map_of_overlaps_counts_what_was_found(void **state)
{
    (void)state;
    struct diagnostics *findings = diagnostics_new(arena);
    struct template_wishes wishes = {.findings = findings};
    add_role(TEXT("Agent"));
    add_role(TEXT("Clerk"));
    add_role(TEXT("Guide"));
    find_overlap(findings, "O201", LEVEL_WARNING, "Agent", "Clerk");
    find_overlap(findings, "O201", LEVEL_WARNING, "Clerk", "Agent");
    find_overlap(findings, "O201", LEVEL_INFO, "Guide", "Clerk");
    find_overlap(findings, "O202", LEVEL_WARNING, "Agent", "Guide");
    find_overlap(findings, "O201", LEVEL_WARNING, "Agent", "Nobody here");
    find_overlap(findings, "O101", LEVEL_WARNING, "Agent", "Clerk");
    assert_int_equal(template_dress(arena, template, &wishes, diags), STATUS_OK);
    struct document *document = compose();
    const struct block *map = part(document, "Overlap between roles", BLOCK_FIGURE);
    const struct block *table = part(document, "Overlap between roles", BLOCK_TABLE);
    assert_non_null(map);
    assert_true(text_is(map->figure->alternative, "Overlap between roles: Agent – Clerk 2; "
                                                  "Agent – Guide =; Clerk – Guide 1"));
    assert_int_equal(table->table->rows, 4);
    assert_true(text_is(cell_text(arena, table_cell(table->table, 1, 1)), "Guide"));
    assert_true(text_is(cell_text(arena, table_cell(table->table, 2, 2)), "2"));
    assert_true(text_is(cell_text(arena, table_cell(table->table, 3, 3)), "1"));
}

static void test_without_overlaps_there_is_no_map(void **state)
{
    (void)state;
    struct template_wishes wishes = {.findings = diagnostics_new(arena)};
    add_role(TEXT("Agent"));
    add_role(TEXT("Clerk"));
    assert_int_equal(template_dress(arena, template, &wishes, diags), STATUS_OK);
    assert_null(part(compose(), "Overlap between roles", BLOCK_HEADING));
    assert_null(part(compose(), "Overlap between roles", BLOCK_TABLE));
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
#define PART_TEST(test) cmocka_unit_test_setup_teardown(test, open_handbook, close_handbook)
    const struct CMUnitTest tests[] = {
        PART_TEST(test_marks_say_how_roles_carry_goals),
        PART_TEST(test_40_goals_and_80_roles_are_tables_that_fit),
        PART_TEST(test_what_nobody_refers_to_makes_no_matrix),
        PART_TEST(test_the_map_names_what_is_missing),
        PART_TEST(test_the_map_measures_by_the_projects_profile),
        PART_TEST(test_300_roles_are_maps_that_fit_their_pages),
        PART_TEST(test_the_map_of_overlaps_counts_what_was_found),
        PART_TEST(test_without_overlaps_there_is_no_map),
        PART_TEST(test_late_chapters_show_what_the_others_do),
        PART_TEST(test_bars_share_out_the_time_that_duties_state),
        PART_TEST(test_duties_and_their_standards_lead_to_each_other),
        PART_TEST(test_words_have_room_in_lanes_and_maps_of_large_print),
        PART_TEST(test_how_to_read_speaks_of_what_is_there),
        PART_TEST(test_how_to_read_names_no_elements_where_there_are_none),
        PART_TEST(test_parts_run_on_where_the_template_says_so),
        PART_TEST(test_the_slip_names_the_book),
        PART_TEST(test_a_scenario_stands_before_what_the_role_does_in_it),
        PART_TEST(test_an_unknown_part_is_refused_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
