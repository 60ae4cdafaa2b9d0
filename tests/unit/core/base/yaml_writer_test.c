#include "core/base/yaml.h"
#include "core/base/yaml_writer.h"
#include "tests/unit/unit.h"

static const struct message not_yaml = {{"{0}", "{0}", "{0}"}};

static void test_words_come_back_as_they_were(void **state)
{
    (void)state;
    static const char *const words[] = {"客服代表", "yes",  "1.30",  "007", "",     "~",
                                        "- a",      "a: b", "# a",   "'a",  "\"b",  "a\nb",
                                        " a ",      "{0}",  "& * !", "%",   "null", "12:30"};
    enum { COUNT = sizeof words / sizeof *words };
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer out = text_buffer_new(arena);
    buffer_append(&out, TEXT("# front\n"));
    struct yaml_writer *writer = yaml_writer_open(&out);
    yaml_write_map(writer);
    for (int quotes = YAML_QUOTES_AS_NEEDED; quotes <= YAML_QUOTES_ALWAYS; quotes++) {
        yaml_write_words(writer, quotes == 0 ? TEXT("plain") : TEXT("quoted"),
                         YAML_QUOTES_AS_NEEDED);
        yaml_write_list(writer);
        for (size_t i = 0; i < COUNT; i++)
            yaml_write_words(writer, text_from_string(words[i]), (enum yaml_quotes)quotes);
        yaml_write_list_end(writer);
    }
    yaml_write_map_end(writer);
    assert_true(yaml_writer_close(writer));
    struct source source = {.path = "a.yaml", .text = buffer_text(&out)};
    const struct yaml_value *root =
        yaml_read(arena, arena, &source, &not_yaml, diagnostics_new(arena));
    assert_non_null(root);
    assert_int_equal(root->count, 2);
    for (size_t list = 0; list < 2; list++) {
        assert_int_equal(root->items[list].count, COUNT);
        for (size_t i = 0; i < COUNT; i++)
            assert_true(text_is(root->items[list].items[i].words, words[i]));
    }
    arena_close(arena);
}

static void test_words_that_read_as_other_things_get_quotes(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer out = text_buffer_new(arena);
    struct yaml_writer *writer = yaml_writer_open(&out);
    yaml_write_list(writer);
    yaml_write_words(writer, TEXT("Yes"), YAML_QUOTES_AS_NEEDED);
    yaml_write_words(writer, TEXT("2027-06-30"), YAML_QUOTES_AS_NEEDED);
    yaml_write_words(writer, TEXT("班長"), YAML_QUOTES_AS_NEEDED);
    yaml_write_words(writer, TEXT("班長"), YAML_QUOTES_ALWAYS);
    yaml_write_words(writer, TEXT("2027-06-30"), YAML_QUOTES_BY_SYNTAX);
    yaml_write_list_end(writer);
    assert_true(yaml_writer_close(writer));
    assert_true(text_is(buffer_text(&out), "- \"Yes\"\n- \"2027-06-30\"\n- 班長\n- \"班長\"\n"
                                           "- 2027-06-30\n"));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_come_back_as_they_were),
        cmocka_unit_test(test_words_that_read_as_other_things_get_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
