#include "core/base/embedded.h"
#include "core/base/yaml.h"
#include "core/base/yaml_places.h"
#include "tests/unit/arena.h"

static const struct message not_yaml = {{"{0}", "{0}", "{0}"}};

static void expect_same(const struct yaml_value *a, const struct yaml_value *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_true(text_equal(a->key, b->key) && text_equal(a->words, b->words));
    assert_int_equal(a->begin, b->begin);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->key_begin, b->key_begin);
    assert_int_equal(a->key_end, b->key_end);
    assert_ptr_equal(a->source, b->source);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++)
        expect_same(&a->items[i], &b->items[i]);
}

static void test_files_compiled_in_give_the_tree_that_libyaml_makes_of_them(void **state)
{
    (void)state;
    size_t files = 0;
    const char *name;
    for (size_t i = 0; (name = embedded_name(i)) != NULL; i++) {
        struct source source = {.path = name, .text = embedded_file(name)};
        if (!text_ends_with(text_from_string(name), TEXT(".yaml")))
            continue;
        struct diagnostics *diags = diagnostics_new(arena);
        assert_true(embedded_places(source.text).size > 0);
        expect_same(yaml_read(arena, arena, &source, &not_yaml, diags),
                    yaml_parse(arena, arena, &source, &not_yaml, diags));
        assert_int_equal(diags->count, 0);
        files++;
    }
    assert_true(files >= 9);
}

static void test_places_are_known_of_yaml_that_is_compiled_in_only(void **state)
{
    (void)state;
    struct text file = embedded_file("vocabulary/en.yaml");
    assert_int_equal(embedded_places(text_copy(arena, file)).size, 0);
    assert_int_equal(embedded_places(embedded_file("html/page.css")).size, 0);
    assert_int_equal(embedded_places(TEXT("a: b")).size, 0);
}

static void test_words_of_every_style_come_back_from_their_places(void **state)
{
    (void)state;
    static const char yaml[] = "# 詞語\n"
                               "plain: 受理 申請\n"
                               "'single': 'a ''b'''\n"
                               "\"double\": \"tab\\tand \\u53d7\"\n"
                               "quoted: [\"as it is\", '又', \"\", '']\n"
                               "literal: |\n  one\n  two\n"
                               "folded: >\n  one\n  two\n"
                               "long: one\n  two\n"
                               "empty:\n"
                               "maps: [{a: b, c: [d]}, {}, []]\n"
                               "list:\n  - 一\n  -\n    - 二\n";
    struct source source = {.path = "a.yaml", .text = text_from_string(yaml)};
    struct diagnostics *diags = diagnostics_new(arena);
    const struct yaml_value *parsed = yaml_parse(arena, arena, &source, &not_yaml, diags);
    struct text_buffer places = text_buffer_new(arena);
    assert_non_null(parsed);
    assert_true(yaml_places_write(&places, parsed));
    const struct yaml_value *read = yaml_places_read(arena, &source, buffer_text(&places));
    expect_same(read, parsed);
    assert_true(text_is(yaml_find(read, "double")->words, "tab\tand 受"));
    assert_true(text_is(yaml_find(read, "folded")->words, "one two\n"));
    assert_int_equal(yaml_find(read, "maps")->items[0].items[1].items[0].begin,
                     text_find(source.text, TEXT("d]"), 0));
}

static void test_an_alias_has_no_place_of_its_own(void **state)
{
    (void)state;
    struct source source = {.path = "a.yaml", .text = TEXT("a: &x [一, 二]\nb: *x\n")};
    const struct yaml_value *root =
        yaml_parse(arena, arena, &source, &not_yaml, diagnostics_new(arena));
    struct text_buffer places = text_buffer_new(arena);
    assert_true(text_is(yaml_find(root, "b")->items[1].words, "二"));
    assert_false(yaml_places_write(&places, root));
}

static void test_aliases_of_aliases_meet_a_limit(void **state)
{
    (void)state;
    struct text_buffer yaml = text_buffer_new(arena);
    buffer_append_string(&yaml, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
        buffer_append_format(&yaml, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++)
            buffer_append_format(&yaml, "*a%d,", i - 1);
        buffer_append_string(&yaml, "]\n");
    }
    struct source source = {.path = "a.yaml", .text = buffer_text(&yaml)};
    struct diagnostics *diags = diagnostics_new(arena);
    assert_null(yaml_read(arena, arena, &source, &not_yaml, diags));
    assert_int_equal(diags->count, 1);
    assert_true(text_is(diags->items[0]->args[0], "it holds too much"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_compiled_in_give_the_tree_that_libyaml_makes_of_them),
        cmocka_unit_test(test_places_are_known_of_yaml_that_is_compiled_in_only),
        cmocka_unit_test(test_words_of_every_style_come_back_from_their_places),
        cmocka_unit_test(test_an_alias_has_no_place_of_its_own),
        cmocka_unit_test(test_aliases_of_aliases_meet_a_limit),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
