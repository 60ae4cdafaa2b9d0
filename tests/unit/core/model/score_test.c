/* Profiles say what a role needs; scores, how much of it is there. */
#include "core/model/score.h"
#include "tests/unit/arena.h"

static const struct profile *load(const char *name)
{
    struct diagnostics *diags = diagnostics_new(arena);
    const struct profile *profile = profile_load(arena, name, diags);
    if (profile == NULL)
        fail_msg("%s: %.*s", name, TEXT_ARGS(diagnostic_message(arena, diags->items[0], LANG_EN)));
    return profile;
}

static void test_the_file_of_the_default_profile_says_what_the_table_says(void **state)
{
    (void)state;
    const struct profile *table = profile_default(arena), *file = load("chapter");
    assert_true(text_equal(table->name, file->name));
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        if (table->levels[e] != file->levels[e])
            fail_msg("%s", element_row((enum element)e)->name);
    for (size_t f = 0; f < FIELD_COUNT; f++)
        if (table->fields[f] != file->fields[f])
            fail_msg("%s", field_row((enum field)f)->name);
}

static void test_every_profile_asks_for_title_and_duties(void **state)
{
    (void)state;
    static const char *const names[] = {"chapter", "icap", "gb-post", "iso9001", "opm", "minimal"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct profile *profile = load(names[i]);
        assert_int_equal(profile->levels[ELEMENT_TITLE], LEVEL_ERROR);
        assert_int_equal(profile->levels[ELEMENT_DUTIES], LEVEL_ERROR);
    }
    assert_int_equal(load("icap")->levels[ELEMENT_CLASSIFICATION], LEVEL_ERROR);
    assert_int_equal(load("iso9001")->levels[ELEMENT_EDITION], LEVEL_ERROR);
    assert_int_equal(load("minimal")->levels[ELEMENT_TOOLS], LEVEL_OFF);
    assert_int_equal(load("icap")->fields[FIELD_STANDARDS_TARGET], LEVEL_OFF);
    assert_int_equal(load("iso9001")->fields[FIELD_APPROVAL_APPROVER], LEVEL_ERROR);
}

static void test_there_is_no_profile_of_another_name(void **state)
{
    (void)state;
    static const char *const names[] = {"", "CHAPTER", "../schema/role", "nowhere.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct diagnostics *diags = diagnostics_new(arena);
        assert_null(profile_load(arena, names[i], diags));
        assert_int_equal(diags->by_level[LEVEL_ERROR], 1);
    }
}

static struct role *add_role(struct handbook *handbook, const char *title, const char *department)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    if (title != NULL)
        record_append(handbook, &role->values[ELEMENT_TITLE], text_from_string(title),
                      (struct span){0});
    if (department != NULL)
        record_append(handbook, &role->values[ELEMENT_DEPARTMENT], text_from_string(department),
                      (struct span){0});
    return role;
}

static void test_an_element_weighs_by_its_level(void **state)
{
    (void)state;
    struct profile profile = {.levels = {[ELEMENT_TITLE] = LEVEL_ERROR,
                                         [ELEMENT_SCOPE] = LEVEL_WARNING,
                                         [ELEMENT_GRADE] = LEVEL_INFO}};
    struct handbook *handbook = handbook_new(arena);
    add_role(handbook, "一", NULL);
    struct role *second = add_role(handbook, NULL, "not asked for");
    second->values[ELEMENT_SCOPE].state = STATE_NOT_APPLICABLE;
    second->values[ELEMENT_GRADE].state = STATE_EMPTY;
    const struct scores *scores = scores_of(arena, handbook, &profile);
    assert_int_equal(scores->count, 2);
    assert_int_equal(scores->roles[0].given, 3);
    assert_int_equal(scores->roles[0].asked, 6);
    assert_int_equal(scores->roles[1].given, 2);
    assert_int_equal(scores->given, 5);
    assert_int_equal(scores->asked, 12);
}

static void test_a_hundred_percent_is_all(void **state)
{
    (void)state;
    assert_int_equal(score_percent(0, 0), 100);
    assert_int_equal(score_percent(999, 1000), 99);
    assert_int_equal(score_percent(1000, 1000), 100);
    assert_int_equal(score_percent(0, 7), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_file_of_the_default_profile_says_what_the_table_says),
        cmocka_unit_test(test_every_profile_asks_for_title_and_duties),
        cmocka_unit_test(test_there_is_no_profile_of_another_name),
        cmocka_unit_test(test_an_element_weighs_by_its_level),
        cmocka_unit_test(test_a_hundred_percent_is_all),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
