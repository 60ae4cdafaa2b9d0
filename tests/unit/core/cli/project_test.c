/* rolebook.yaml and the schema that editors complete it by know the same keys. */
#include "core/base/text_buffer.h"
#define _XOPEN_SOURCE 700 /* mkstemp */
#include "core/cli/project.h"
#include "tests/unit/unit.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct arena *arena;

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

/* What project_read says of a file with these words. */
static struct diagnostics *read_words(const char *words, struct project *project)
{
    char path[] = "/tmp/rolebook-project-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fputs(words, file);
    fclose(file);
    struct diagnostics *diags = diagnostics_new(arena);
    project_read(project, arena, "/tmp", text_to_string(arena, text_from_string(path)), diags);
    unlink(path);
    return diags;
}

/* The keys that stand where an unknown one was written: the message lists them. */
static struct text known_keys(const char *words)
{
    struct project project;
    struct diagnostics *diags = read_words(words, &project);
    assert_int_equal(diags->count >= 1, 1);
    return diags->items[0]->args[1];
}

static void assert_same_keys(const json_t *properties, struct text known)
{
    struct text_buffer listed = text_buffer_new(arena);
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)properties, key, value)
    {
        buffer_append_string(&listed, listed.size == 0 ? "" : ", ");
        buffer_append_string(&listed, key);
    }
    assert_string_equal(text_to_string(arena, known), buffer_string(&listed));
}

static void test_the_schema_lists_the_keys_of_the_configuration(void **state)
{
    (void)state;
    json_t *schema = json_load_file("templates/schema/project.schema.json", 0, NULL);
    assert_non_null(schema);
    json_t *top = json_object_get(schema, "properties");
    json_t *role = json_object_get(json_object_get(top, "roles"), "additionalProperties");
    json_t *suppression = json_object_get(json_object_get(top, "suppressions"), "items");
    assert_same_keys(top, known_keys("zzzzzz: 1\n"));
    assert_same_keys(json_object_get(role, "properties"), known_keys("roles: {A: {zzzzzz: 1}}\n"));
    assert_same_keys(json_object_get(suppression, "properties"),
                     known_keys("suppressions: [{zzzzzz: 1, rules: W}]\n"));
    json_decref(schema);
}

static void test_levels_of_roles_and_suppressions_are_read(void **state)
{
    (void)state;
    struct project project;
    struct diagnostics *diags = read_words("rules: {C102: off}\n"
                                           "roles: {Agent: {rules: {C1: error}}}\n"
                                           "suppressions:\n"
                                           "- {rules: [W401, W403], file: a.docx, reason: so}\n"
                                           "baseline: base.yaml\n",
                                           &project);
    assert_int_equal(diags->count, 0);
    assert_int_equal(project.rule_count, 2);
    assert_true(text_is(project.rules[0].role, ""));
    assert_true(text_is(project.rules[1].role, "Agent"));
    assert_int_equal(project.rules[1].level, LEVEL_ERROR);
    assert_int_equal(project.suppression_count, 1);
    assert_true(text_is(project.suppressions[0].rules, "W401, W403"));
    assert_true(text_is(project.suppressions[0].reason, "so"));
    assert_string_equal(project.baseline, "/tmp/base.yaml");
}

static void test_a_text_cannot_be_a_list(void **state)
{
    (void)state;
    struct project project;
    struct diagnostics *diags = read_words("title: [a, b]\n", &project);
    assert_int_equal(diags->count, 1);
    assert_int_equal(span_line_column(diags->items[0]->at).column, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_schema_lists_the_keys_of_the_configuration),
        cmocka_unit_test(test_levels_of_roles_and_suppressions_are_read),
        cmocka_unit_test(test_a_text_cannot_be_a_list),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
