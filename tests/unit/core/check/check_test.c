/* Checking a handbook: the order of findings, on one thread and on several. */
#include "core/check/check.h"
#include "core/normalise/normalise.h"
#include "tests/unit/vocabulary.h"
#include <string.h>

#define ROLES 150 /* enough for several threads */

/* Roles in turns of three languages, most with faults of wording, some without a duty. */
static struct handbook *many_roles(void)
{
    static const char *const duties[] = {"每日受理诉求 50 通以上", "按服务规程受理诉求",
                                         "Proactively contact dormant accounts",
                                         "服務客戶熱情周到，為客戶排憂解難"};
    struct handbook *handbook = handbook_new(arena);
    for (size_t i = 0; i < ROLES; i++) {
        struct source *source = arena_new(arena, struct source);
        *source = (struct source){.path = "a.md", .text = TEXT("a role")};
        struct span at = {.source = source, .begin = 0, .end = 6};
        struct role *role = role_append(handbook, source, at);
        for (size_t k = 0; k < i % 4; k++)
            record_append(handbook, &role->values[ELEMENT_DUTIES],
                          text_from_string(duties[(i + k) % 4]), at);
    }
    normalise_handbook(handbook, vocabulary);
    return handbook;
}

static struct diagnostics *check_on(const struct handbook *handbook, size_t threads)
{
    struct diagnostics *diags = diagnostics_new(arena);
    struct check_config *config = check_config_new(arena);
    config->threads = threads;
    check_handbook(handbook, vocabulary, config, diags);
    return diags;
}

static void test_threads_change_neither_findings_nor_their_order(void **state)
{
    (void)state;
    const struct handbook *handbook = many_roles();
    const struct diagnostics *one = check_on(handbook, 1);
    assert_true(one->count > ROLES);
    for (size_t threads = 2; threads < 9; threads += 3) {
        const struct diagnostics *several = check_on(handbook, threads);
        assert_int_equal(several->count, one->count);
        assert_memory_equal(several->by_level, one->by_level, sizeof one->by_level);
        for (size_t i = 0; i < one->count; i++) {
            assert_string_equal(several->items[i]->code, one->items[i]->code);
            assert_int_equal(several->items[i]->ordinal, one->items[i]->ordinal);
            assert_true(text_equal(several->items[i]->excerpt, one->items[i]->excerpt));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads_change_neither_findings_nor_their_order),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
