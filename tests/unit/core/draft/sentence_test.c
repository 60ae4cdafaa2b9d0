/* Drafted sentences read as a person would write them. */
#include "core/base/arena.h"
#include "core/draft/draft.h"
#include "tests/unit/unit.h"

static struct arena *arena;

static void assert_reads(enum language language, const char *what, const char *how,
                         const char *result, const char *expected)
{
    struct duty_parts parts = {text_from_string(what), text_from_string(how),
                               text_from_string(result)};
    struct text sentence = draft_sentence(arena, language, parts);
    if (!text_is(sentence, expected))
        fail_msg("%.*s\nis not\n%s", TEXT_ARGS(sentence), expected);
}

static void test_formula_words_are_not_doubled(void **state)
{
    (void)state;
    assert_reads(LANG_ZH_HANT, "負責登記訴求。", "遵循《規程》", "確保資訊完整",
                 "負責登記訴求，遵循《規程》，確保資訊完整。");
    assert_reads(LANG_ZH_HANS, "登记诉求", "按《规程》办理；", "使信息完整。",
                 "负责登记诉求，按《规程》办理，使信息完整。");
    assert_reads(LANG_EN, "Responsible for registering calls", "following the guide.",
                 "so that none is lost",
                 "Responsible for registering calls, following the guide, so that none is lost.");
}

static void test_empty_parts_leave_nothing(void **state)
{
    (void)state;
    assert_reads(LANG_ZH_HANT, "登記訴求", "", "", "負責登記訴求。");
    assert_reads(LANG_EN, "Register calls", "", "a complete record",
                 "Register calls, ensuring a complete record.");
    assert_reads(LANG_EN, "", "the guide", "none is lost", "");
    assert_reads(LANG_ZH_HANS, " \n", "《规程》", "", "");
}

static void test_english_has_its_articles_and_verbs(void **state)
{
    (void)state;
    assert_reads(LANG_EN, "Register calls", "Call handling guide", "Each call has a number",
                 "Register calls, following the Call handling guide, so that each call has a "
                 "number.");
    assert_reads(LANG_EN, "Register calls", "SOP-12", "", "Register calls, following SOP-12.");
    assert_reads(LANG_EN, "Register calls", "In line with the guide", "To meet the target",
                 "Register calls, in line with the guide, to meet the target.");
}

static void test_lines_of_a_cell_are_one_sentence(void **state)
{
    (void)state;
    assert_reads(LANG_ZH_HANT, "登記訴求", "《甲》\n《乙》", "",
                 "負責登記訴求，遵循《甲》；《乙》。");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formula_words_are_not_doubled),
        cmocka_unit_test(test_empty_parts_leave_nothing),
        cmocka_unit_test(test_english_has_its_articles_and_verbs),
        cmocka_unit_test(test_lines_of_a_cell_are_one_sentence),
    };
    arena = arena_open(NULL, NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
