/* Words are found in a text by an index where a look through all of it finds them. */
#include "core/base/text_buffer.h"
#include "core/base/text_index.h"
#include "tests/unit/unit.h"
#include <stdlib.h>

static struct arena *arena;

static void expect_alike(struct text text, const struct text_index *index, struct text words)
{
    if (text_index_find(index, words) != text_find(text, words, 0))
        fail_msg("\"%.*s\" in \"%.*s\"", TEXT_ARGS(words), TEXT_ARGS(text));
}

static void test_an_index_finds_what_a_look_through_all_finds(void **state)
{
    (void)state;
    const struct text text = TEXT("核對箱號，再核對簿號；counts the lids, then the lamps");
    const struct text_index *index = text_index_new(arena, text);
    for (size_t begin = 0; begin <= text.size; begin++)
        for (size_t end = begin; end <= text.size; end++)
            expect_alike(text, index, text_slice(text, begin, end));
    expect_alike(text, index, TEXT("核對箱簿"));
    expect_alike(text, index, TEXT("lamps."));
    expect_alike(text, index, TEXT("then the lamps and lids"));
}

static void test_short_texts_and_those_of_one_letter_are_searched_as_well(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "a", "aaa", "aaaa", "aaaaaaaa", "aaaabaaaab"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct text text = text_from_string(texts[i]);
        const struct text_index *index = text_index_new(arena, text);
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            expect_alike(text, index, text_from_string(texts[k]));
        expect_alike(text, index, TEXT("abaaa"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_index_finds_what_a_look_through_all_finds),
        cmocka_unit_test(test_short_texts_and_those_of_one_letter_are_searched_as_well),
    };
    arena = arena_open(NULL, NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
