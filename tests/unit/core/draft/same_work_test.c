/* Rows that say the same become one element, and only those. */
#include "core/draft/same_work.h"
#include "tests/unit/unit.h"

static size_t elements_of(const char *const *rows)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct work_log log = {.arena = arena};
    for (; *rows != NULL; rows++) {
        struct work_row row = {.frequency = {.times_pt1000 = 1000}};
        row.words[WORK_ELEMENT] = text_from_string(*rows);
        *arena_push(arena, log.rows, log.count, log.capacity) = row;
    }
    size_t count = same_work_of(arena, &log, LANG_ZH_HANT).count;
    arena_close(arena);
    return count;
}
#define ELEMENTS(...) elements_of((const char *const[]){__VA_ARGS__, NULL})

static void test_numbers_names_script_and_width_do_not_count(void **state)
{
    (void)state;
    assert_int_equal(ELEMENTS("回覆客戶（TK-20391）", "回复客户(TK-88)", "回覆　客戶"), 2);
    assert_int_equal(ELEMENTS("聯絡王先生", "聯絡陳小明先生", "联络林小姐"), 1);
    assert_int_equal(ELEMENTS("Call Mr. Smith back", "call Ms Jones back"), 1);
    assert_int_equal(ELEMENTS("Close ticket #12", "CLOSE TICKET #7312."), 1);
    assert_int_equal(ELEMENTS("Mail to a.b@example.org", "Mail to c@example.com"), 1);
}

static void test_same_words_in_another_order_or_form_are_the_same(void **state)
{
    (void)state;
    assert_int_equal(ELEMENTS("受理客戶投訴", "客戶投訴受理", "客戶投訴的受理"), 1);
    assert_int_equal(ELEMENTS("Answer customer complaints", "Answer the customer's complaint",
                              "Answering customer complaints"),
                     1);
}

static void test_slips_go_to_the_common_wording(void **state)
{
    (void)state;
    assert_int_equal(ELEMENTS("受理客戶投訴", "受理客戶投訴", "受理客戶投訴", "受理客戶投述"), 1);
    assert_int_equal(ELEMENTS("Answer customer complaints", "Answer customer complaints",
                              "Answer customer complaints", "Answer customer complianTs"),
                     1);
}

static void test_one_character_may_make_another_element(void **state)
{
    (void)state;
    assert_int_equal(ELEMENTS("初審退款申請", "初審退款申請", "初審退款申請", "複審退款申請"), 2);
    assert_int_equal(ELEMENTS("審核退款申請", "審核退款申請", "審核退款申請", "審核退貨申請"), 2);
    assert_int_equal(ELEMENTS("Open the case", "Open the case", "Open the case", "Reopen the case"),
                     2);
    assert_int_equal(ELEMENTS("核對每日報表", "核對每日報表", "核對每日報表", "核對每月報表"), 2);
}

static void test_script_is_told_by_what_only_one_script_has(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    const uint32_t *table = script_table(arena);
    assert_true(is_in_language(table, TEXT("調度現場坐席"), LANG_ZH_HANT));
    assert_false(is_in_language(table, TEXT("调度现场坐席"), LANG_ZH_HANT));
    assert_true(is_in_language(table, TEXT("调度现场坐席"), LANG_ZH_HANS));
    assert_false(is_in_language(table, TEXT("調度現場坐席"), LANG_ZH_HANS));
    assert_true(is_in_language(table, TEXT("巡回"), LANG_ZH_HANS));
    assert_false(is_in_language(table, TEXT("Watch queues"), LANG_ZH_HANT));
    assert_true(is_in_language(table, TEXT("Watch queues"), LANG_EN));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_names_script_and_width_do_not_count),
        cmocka_unit_test(test_same_words_in_another_order_or_form_are_the_same),
        cmocka_unit_test(test_script_is_told_by_what_only_one_script_has),
        cmocka_unit_test(test_slips_go_to_the_common_wording),
        cmocka_unit_test(test_one_character_may_make_another_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
