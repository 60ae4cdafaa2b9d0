/* What is remembered of labels is what was kept of the same words, and nothing after a clearing. */
#include "core/extract/extraction.h"
#include "core/extract/labels/label_memory.h"
#include "core/model/fold.h"
#include "tests/unit/arena.h"
#include <stdio.h>

#define MANY 5000 /* labels: more than are remembered, and larger together than is kept */

static struct text label_number(size_t i)
{
    char *words = arena_alloc(arena, 100);
    int size = snprintf(words, 100, "%zu. Key  Responsibilities of the SHIFT %zu:", i, i);
    return (struct text){words, (size_t)size};
}

static void test_an_answer_is_that_of_its_own_words(void **state)
{
    (void)state;
    struct label_memory *memory = label_memory_new(arena);
    size_t remembered = 0;
    for (size_t i = 0; i < MANY; i++) {
        struct label label = {.element = i % ELEMENT_COUNT}, other = label;
        other.is_part = true;
        label_memory_keep(memory, LABEL_MEANT, label_number(i), &label);
        if (i % 3 == 0)
            label_memory_keep(memory, LABEL_GUESSED_IN_FORM, label_number(i), &other);
    }
    for (size_t i = 0; i < MANY; i++) {
        struct label found;
        if (label_memory_find(memory, LABEL_MEANT, label_number(i), &found)) {
            assert_int_equal(found.element, i % ELEMENT_COUNT);
            assert_false(found.is_part);
            remembered++;
        }
        if (label_memory_find(memory, LABEL_GUESSED_IN_FORM, label_number(i), &found)) {
            assert_int_equal(i % 3, 0);
            assert_true(found.is_part);
        }
    }
    assert_true(remembered > 0);
    label_memory_close(memory);
}

static void test_folded_labels_are_those_of_fold_label(void **state)
{
    (void)state;
    struct label_memory *memory = label_memory_new(arena);
    for (size_t i = 0; i < MANY; i++) {
        struct text label = label_number(i % 700);
        struct text folded = label_memory_folded(memory, label);
        assert_true(text_equal(folded, fold_label(arena, label)));
    }
    label_memory_close(memory);
}

static void test_what_grew_too_large_is_forgotten(void **state)
{
    (void)state;
    struct label_memory *memory = label_memory_new(arena);
    struct label label = {.element = ELEMENT_DUTIES}, found;
    label_memory_keep(memory, LABEL_MEANT, TEXT("Duties"), &label);
    label_memory_begin(memory);
    assert_true(label_memory_find(memory, LABEL_MEANT, TEXT("Duties"), &found));
    for (size_t i = 0; i < MANY; i++)
        label_memory_folded(memory, label_number(i));
    label_memory_begin(memory);
    assert_false(label_memory_find(memory, LABEL_MEANT, label_number(MANY - 1), &found));
    label_memory_close(memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_an_answer_is_that_of_its_own_words, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(test_folded_labels_are_those_of_fold_label, open_arena,
                                        close_arena),
        cmocka_unit_test_setup_teardown(test_what_grew_too_large_is_forgotten, open_arena,
                                        close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
