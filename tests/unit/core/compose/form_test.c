#include "core/compose/compose.h"
#include "core/extract/extract.h"
#include "core/model/form_name.h"
#include "core/normalise/normalise.h"
#include "tests/unit/forms.h"
#include "tests/unit/vocabulary.h"

static void test_names_are_read_as_written(void **state)
{
    (void)state;
    struct form_name read;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        for (unsigned use = FORM_VALUE; use < FORM_OTHER; use++) {
            struct form_name name = {(enum form_use)use, (enum element)e, FIELD_NONE};
            assert_true(form_name_read(form_name_text(arena, name), &read));
            assert_int_equal(read.use, use);
            assert_int_equal(read.element, e);
            assert_int_equal(read.field, FIELD_NONE);
        }
    struct form_name target = {FORM_VALUE, ELEMENT_STANDARDS, FIELD_STANDARDS_TARGET};
    struct text text = form_name_text(arena, target);
    assert_true(text_is(text, "rolebook:standards.target"));
    assert_true(form_name_read(text, &read));
    assert_int_equal(read.field, FIELD_STANDARDS_TARGET);
    static const char *const wrong[] = {"",
                                        "title",
                                        "rolebook:",
                                        "rolebook:salary",
                                        "rolebook:tools.weight",
                                        "rolebook:title#what",
                                        "rolebook:title#other",
                                        "rolebook:baseline",
                                        "rolebook:standards.target#part"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(form_name_read(text_from_string(wrong[i]), &read));
    assert_true(form_name_read(TEXT("rolebook:#other"), &read));
}

static void assert_bookmark_keeps(struct form_name name)
{
    struct text text = form_name_text(arena, name);
    struct text bookmark = form_name_bookmark(arena, text, 9999);
    assert_in_range(bookmark.size, 1, 40); /* Word's own limit */
    assert_true(text_equal(form_name_of_bookmark(arena, bookmark), text));
}

static void test_names_are_read_from_bookmarks_too(void **state)
{
    (void)state;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        for (unsigned use = FORM_VALUE; use < FORM_OTHER; use++)
            assert_bookmark_keeps(
                (struct form_name){(enum form_use)use, (enum element)e, FIELD_NONE});
        for (size_t f = 0; f < element_field_count((enum element)e); f++)
            assert_bookmark_keeps((struct form_name){
                FORM_VALUE, (enum element)e, element_first_field((enum element)e) + (enum field)f});
    }
    assert_bookmark_keeps((struct form_name){FORM_OTHER, ELEMENT_COUNT, FIELD_NONE});
    static const char *const wrong[] = {"",
                                        "_rb",
                                        "_rb0",
                                        "_rb0_",
                                        "_rb0_title",
                                        "_rb9_title_1",
                                        "_rb0_salary_1",
                                        "_rb0__1",
                                        "_rb4_",
                                        "_rb1_tools__name_1",
                                        "_Toc123_4"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_true(text_is_empty(form_name_of_bookmark(arena, text_from_string(wrong[i]))));
    assert_true(text_is_empty(form_name_bookmark(arena, TEXT("house:title"), 1)));
}

static void test_whatever_a_role_says_the_form_gives_it_back(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct arena *own = arena_open(NULL, NULL);
        struct handbook *handbook = random_form_role(own, seed, vocabulary);
        struct document *document = compose_form(own, handbook->roles, vocabulary);
        struct account *account = account_new(own);
        struct handbook *again = extract_document(own, vocabulary, document, FILE_KIND_UNKNOWN,
                                                  NULL, account, diagnostics_new(own));
        normalise_handbook(again, vocabulary);
        if (account->lost > 0)
            fail_msg("lost: %.*s", TEXT_ARGS(account->lost_words));
        assert_int_equal(again->role_count, 1);
        assert_same_form_role(handbook->roles, again->roles);
        arena_close(own);
    }
}

static void test_a_blank_form_is_no_role(void **state)
{
    (void)state;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        struct diagnostics *said = diagnostics_new(arena);
        struct document *document = compose_blank_form(arena, (enum language)l, vocabulary);
        struct account *account = account_new(arena);
        struct handbook *handbook =
            extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, NULL, account, said);
        assert_int_equal(handbook->role_count, 0);
        if (account->lost > 0)
            fail_msg("lost: %.*s", TEXT_ARGS(account->lost_words));
        assert_int_equal(said->count, 1);
        struct text words = diagnostic_message(arena, said->items[0], LANG_EN);
        assert_true(text_find(words, TEXT("an empty form"), 0) != TEXT_NOT_FOUND);
    }
}

/* ---- forms that people edited ---- */

static struct role *small_role(struct handbook *handbook)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    struct records *tools = &role->values[ELEMENT_TOOLS];
    role->language = TEXT("en");
    record_append(handbook, &role->values[ELEMENT_TITLE], TEXT("Agent"), (struct span){0});
    record_append(handbook, &role->values[ELEMENT_PURPOSE], TEXT("Answers."), (struct span){0});
    struct record *tool = record_append(handbook, tools, TEXT("Headset"), (struct span){0});
    record_set_field(handbook, tools, tool, FIELD_TOOLS_NAME,
                     (struct value){.text = TEXT("Headset")});
    record_set_field(handbook, tools, tool, FIELD_TOOLS_USED_FOR,
                     (struct value){.text = TEXT("calls")});
    return role;
}

static struct table *table_with(struct document *document, const char *name)
{
    for (struct block *b = document->blocks; b != NULL; b = b->next)
        for (struct cell *cell = b->kind == BLOCK_TABLE ? b->table->cells : NULL; cell != NULL;
             cell = cell->next)
            if (cell->field != NULL && text_is(cell->field->name, name))
                return b->table;
    fail_msg("no place is named %s", name);
    return NULL;
}

static struct handbook *read_form(struct document *document)
{
    struct handbook *handbook = extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN,
                                                 NULL, NULL, diagnostics_new(arena));
    normalise_handbook(handbook, vocabulary);
    assert_int_equal(handbook->role_count, 1);
    return handbook;
}

static void test_labels_can_be_reworded(void **state)
{
    (void)state;
    struct document *document = compose_form(arena, small_role(handbook_new(arena)), vocabulary);
    struct table *table = table_with(document, "rolebook:purpose");
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (cell->field == NULL && cell->blocks->runs != NULL)
            cell->blocks->runs->text = TEXT("Whatever we call it");
    const struct role *role = read_form(document)->roles;
    assert_true(text_is(role_title(role), "Agent"));
    assert_true(text_is(role_text(role, ELEMENT_PURPOSE), "Answers."));
    assert_true(text_is(role->values[ELEMENT_PURPOSE].heading, "Whatever we call it"));
    assert_null(role->other);
}

static void add_plain_cell(struct document *document, struct table *table, uint32_t row,
                           uint32_t column, const char *words)
{
    struct cell *cell = cell_append(document, table, (struct span){0});
    cell->row = row;
    cell->column = column;
    struct block *block = block_append_to_cell(document, cell, BLOCK_PARAGRAPH, (struct span){0});
    run_append(document, block, RUN_TEXT, text_from_string(words), (struct span){0});
}

static void test_rows_that_people_add_are_records_too(void **state)
{
    (void)state;
    struct document *document = compose_form(arena, small_role(handbook_new(arena)), vocabulary);
    struct table *table = table_with(document, "rolebook:tools.name");
    uint32_t row = table->rows;
    add_plain_cell(document, table, row, 0, "Queue display");
    add_plain_cell(document, table, row, 1, "waiting calls");
    table_index(document, table);
    const struct records *tools = role_records(read_form(document)->roles, ELEMENT_TOOLS);
    assert_int_equal(tools->count, 2);
    assert_true(text_is(tools->rows[1].text, "Queue display"));
    assert_true(
        text_is(record_field(tools, &tools->rows[1], FIELD_TOOLS_USED_FOR).text, "waiting calls"));
}

static void test_rows_of_labels_that_people_add_are_read_as_in_any_form(void **state)
{
    (void)state;
    struct document *document = compose_form(arena, small_role(handbook_new(arena)), vocabulary);
    struct table *table = table_with(document, "rolebook:purpose");
    uint32_t row = table->rows;
    add_plain_cell(document, table, row, 0, "Location");
    add_plain_cell(document, table, row, 1, "First floor");
    add_plain_cell(document, table, row + 1, 0, "Parking");
    add_plain_cell(document, table, row + 1, 1, "none");
    table_index(document, table);
    const struct role *role = read_form(document)->roles;
    assert_true(text_is(role_text(role, ELEMENT_LOCATION), "First floor"));
    assert_true(text_is(role->other->heading, "Parking"));
    assert_true(text_is(role->other->text, "none"));
}

static void test_prompts_left_as_they_are_are_no_empty_sections(void **state)
{
    (void)state;
    struct diagnostics *said = diagnostics_new(arena);
    struct document *document = compose_form(arena, small_role(handbook_new(arena)), vocabulary);
    struct handbook *handbook =
        extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, NULL, NULL, said);
    assert_int_equal(role_records(handbook->roles, ELEMENT_DUTIES)->state, STATE_ABSENT);
    assert_int_equal(role_records(handbook->roles, ELEMENT_SCOPE)->state, STATE_ABSENT);
    assert_int_equal(said->count, 0);
}

/* As other programs save it: places without names, and words like any others in them. */
static void forget_places(struct document *document)
{
    for (struct block *b = document->blocks; b != NULL; b = b->next)
        for (struct cell *cell = b->kind == BLOCK_TABLE ? b->table->cells : NULL; cell != NULL;
             cell = cell->next) {
            cell->field = NULL;
            for (struct block *words = cell->blocks; words != NULL; words = words->next)
                for (struct run *run = words->runs; run != NULL; run = run->next)
                    run->style &= ~(unsigned)STYLE_PLACEHOLDER;
        }
}

static void test_prompts_are_known_by_their_words(void **state)
{
    (void)state;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        struct document *document = compose_blank_form(arena, (enum language)l, vocabulary);
        struct account *account = account_new(arena);
        forget_places(document);
        struct handbook *handbook = extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN,
                                                     NULL, account, diagnostics_new(arena));
        assert_int_equal(handbook->role_count, 0);
        assert_int_equal(account->lost, 0);
    }
    struct document *document = compose_form(arena, small_role(handbook_new(arena)), vocabulary);
    forget_places(document);
    struct handbook *handbook = extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN,
                                                 NULL, NULL, diagnostics_new(arena));
    assert_int_equal(handbook->role_count, 1);
    assert_true(text_is(role_title(handbook->roles), "Agent"));
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (e != ELEMENT_TITLE && e != ELEMENT_PURPOSE && e != ELEMENT_TOOLS)
            assert_int_not_equal(role_records(handbook->roles, (enum element)e)->state,
                                 STATE_FILLED);
}

static void test_items_keep_their_numbers_and_parts_are_none(void **state)
{
    (void)state;
    struct handbook *handbook = handbook_new(arena);
    struct role *role = small_role(handbook);
    struct records *authority = &role->values[ELEMENT_AUTHORITY];
    struct records *conditions = &role->values[ELEMENT_CONDITIONS];
    record_append(handbook, authority, TEXT("Grants leave"), (struct span){0})->label = TEXT("1.");
    struct record *below = record_append(handbook, authority, TEXT("of a day"), (struct span){0});
    below->label = TEXT("•");
    below->depth = 1;
    record_append(handbook, conditions, TEXT("Twice a month"), (struct span){0})->label =
        TEXT("Travel");
    struct document *document = compose_form(arena, role, vocabulary);
    struct table *table = table_with(document, "rolebook:authority");
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (cell->field != NULL && text_is(cell->field->name, "rolebook:authority")) {
            assert_true(cell->blocks->ordered);
            assert_true(text_is(cell->blocks->children->label, "1."));
        }
    table = table_with(document, "rolebook:conditions#part");
    for (struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (cell->field != NULL && text_is(cell->field->name, "rolebook:conditions"))
            assert_false(cell->blocks->ordered);
    const struct role *again = read_form(document)->roles;
    assert_int_equal(role_records(again, ELEMENT_AUTHORITY)->rows[1].depth, 1);
    assert_true(text_is(role_records(again, ELEMENT_CONDITIONS)->rows[0].label, "Travel"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_read_as_written),
        cmocka_unit_test(test_whatever_a_role_says_the_form_gives_it_back),
        cmocka_unit_test(test_a_blank_form_is_no_role),
        cmocka_unit_test(test_labels_can_be_reworded),
        cmocka_unit_test(test_rows_that_people_add_are_records_too),
        cmocka_unit_test(test_rows_of_labels_that_people_add_are_read_as_in_any_form),
        cmocka_unit_test(test_items_keep_their_numbers_and_parts_are_none),
        cmocka_unit_test(test_prompts_left_as_they_are_are_no_empty_sections),
        cmocka_unit_test(test_prompts_are_known_by_their_words),
        cmocka_unit_test(test_names_are_read_from_bookmarks_too),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
