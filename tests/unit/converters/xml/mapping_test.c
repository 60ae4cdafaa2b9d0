/* The mapping files that are compiled in: what converters/xml/mapping.c knows, and no more. */
#include "core/base/embedded.h"
#include "core/base/yaml.h"
#include "tests/unit/unit.h"

static const struct message not_yaml = {.text = {[LANG_EN] = "{0}"}};

static void assert_all_words(const struct yaml_value *value, enum yaml_kind kind)
{
    assert_int_equal(value->kind, kind);
    assert_true(value->count > 0);
    for (size_t i = 0; i < value->count; i++) {
        assert_int_equal(value->items[i].kind, YAML_WORDS);
        assert_true(value->items[i].words.size > 0);
    }
}

static void assert_mapping(const char *name)
{
    static const char *const lists[] = {"open", "last", "hold", NULL};
    struct arena *arena = arena_open(NULL, NULL);
    struct source source = {.path = name, .text = embedded_file(name)};
    struct diagnostics *diags = diagnostics_new(arena);
    const struct yaml_value *file = yaml_read(arena, arena, &source, &not_yaml, diags);
    assert_non_null(file);
    assert_int_equal(file->kind, YAML_MAP);
    for (size_t i = 0; i < file->count; i++) {
        bool is_map = text_is(file->items[i].key, "say");
        assert_true(is_map || text_is_one_of(file->items[i].key, lists));
        assert_all_words(&file->items[i], is_map ? YAML_MAP : YAML_LIST);
    }
    arena_close(arena);
}

static void test_mappings_hold_lists_of_names_and_words_for_names(void **state)
{
    (void)state;
    size_t count = 0;
    for (size_t i = 0; embedded_name(i) != NULL; i++) {
        if (!text_starts_with(text_from_string(embedded_name(i)), TEXT("xml/")))
            continue;
        assert_mapping(embedded_name(i));
        count++;
    }
    assert_true(count > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mappings_hold_lists_of_names_and_words_for_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
