/* Pictures of the book made of what all roles say: maps, bars, lanes. */
#include "core/compose/plan.h"
#include "core/document/words_room.h"
#include "tests/unit/core/compose/composed_book.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOOK_TEST(test_the_map_names_what_is_missing),
        BOOK_TEST(test_the_map_measures_by_the_projects_profile),
        BOOK_TEST(test_300_roles_are_maps_that_fit_their_pages),
        BOOK_TEST(test_the_map_of_overlaps_counts_what_was_found),
        BOOK_TEST(test_without_overlaps_there_is_no_map),
        BOOK_TEST(test_bars_share_out_the_time_that_duties_state),
        BOOK_TEST(test_words_have_room_in_lanes_and_maps_of_large_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
