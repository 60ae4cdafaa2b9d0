/* How alike folded texts are. */
#include "core/model/fold_likeness.h"
#include "tests/unit/unit.h"

static void test_letters_are_alike_by_their_pairs_and_han_by_its_characters(void **state)
{
    (void)state;
    assert_in_range(fold_likeness(TEXT("team leeder"), TEXT("team leader")), 60, 99);
    assert_in_range(fold_likeness(TEXT("director treasury"), TEXT("security contact")), 0, 40);
    assert_in_range(fold_likeness(TEXT("ceo"), TEXT("officers")), 0, 59);
    assert_int_equal(fold_likeness(TEXT("总经理"), TEXT("总经理")), 100);
    assert_in_range(fold_likeness(TEXT("教管主管"), TEXT("教学主管")), 60, 100);
    assert_int_equal(fold_likeness(TEXT(""), TEXT("")), 0);
}

static void test_texts_are_no_more_alike_than_their_pieces(void **state)
{
    (void)state;
    static const struct text texts[] = {
        TEXT_INIT("team leader"), TEXT_INIT("team leeder"), TEXT_INIT("总经理"), TEXT_INIT("经理"),
        TEXT_INIT("教学主管"),    TEXT_INIT("it主管é"),     TEXT_INIT("é"),      TEXT_INIT("")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            struct fold_pieces a = fold_pieces(texts[i]), b = fold_pieces(texts[k]);
            assert_true(fold_likeness_bound(a, b) >= fold_likeness(texts[i], texts[k]));
        }
    assert_int_equal(fold_pieces(TEXT("it主管")).count, 3);
    assert_true((fold_pieces(TEXT("总经理")).bits & fold_pieces(TEXT("team")).bits) == 0);
    assert_true((fold_pieces(TEXT("leader")).bits & ~fold_pieces(TEXT("team leader")).bits) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_are_alike_by_their_pairs_and_han_by_its_characters),
        cmocka_unit_test(test_texts_are_no_more_alike_than_their_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
