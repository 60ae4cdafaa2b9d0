/* How often and how long, as people write it in three languages. */
#include "core/draft/quantity.h"
#include "tests/unit/unit.h"

static void expect_frequency(const char *words, int64_t times_pt1000, bool is_rate)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct frequency f = {0};
    if (!frequency_read(arena, text_from_string(words), &f))
        fail_msg("not read: %s", words);
    if (f.times_pt1000 != times_pt1000 || f.is_rate != is_rate)
        fail_msg("%s: %lld", words, (long long)f.times_pt1000);
    arena_close(arena);
}

static void expect_duration(const char *words, int64_t seconds)
{
    struct arena *arena = arena_open(NULL, NULL);
    int64_t read = -1;
    if (!duration_read(arena, text_from_string(words), 60, &read) || read != seconds)
        fail_msg("%s: %lld", words, (long long)read);
    arena_close(arena);
}

static void test_rates_are_times_a_year(void **state)
{
    (void)state;
    expect_frequency("每日 20 次", 5000000, true);
    expect_frequency("每天三次", 750000, true);
    expect_frequency("每週３次", 150000, true);
    expect_frequency("3次/周", 150000, true);
    expect_frequency("每兩週一次", 25000, true);
    expect_frequency("每三個月一次", 4000, true);
    expect_frequency("每季一次", 4000, true);
    expect_frequency("半年一次", 2000, true);
    expect_frequency("每週五", 50000, true);
    expect_frequency("每月10日", 12000, true);
    expect_frequency("per month", 12000, true);
    expect_frequency("Daily", 250000, true);
    expect_frequency("twice a week", 100000, true);
    expect_frequency("3 times per week", 150000, true);
    expect_frequency("20/day", 5000000, true);
    expect_frequency("every 2 weeks", 25000, true);
    expect_frequency("5 daily", 1250000, true);
    expect_frequency("10-20 a month", 180000, true);
}

static void test_numbers_alone_are_counts(void **state)
{
    (void)state;
    expect_frequency("12", 12000, false);
    expect_frequency("1,204", 1204000, false);
    expect_frequency("12 次", 12000, false);
    expect_frequency("0.5", 500, false);
}

static void test_words_without_number_and_period_say_nothing(void **state)
{
    (void)state;
    static const char *const nothing[] = {"", "不定期", "視需要", "as needed", "隨時", "—"};
    struct arena *arena = arena_open(NULL, NULL);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
        struct frequency f;
        if (frequency_read(arena, text_from_string(nothing[i]), &f))
            fail_msg("read: %s", nothing[i]);
    }
    arena_close(arena);
}

static void test_durations(void **state)
{
    (void)state;
    expect_duration("15", 900);
    expect_duration("15 分鐘", 900);
    expect_duration("1.5 小時", 5400);
    expect_duration("半小時", 1800);
    expect_duration("1 小時 20 分", 4800);
    expect_duration("1h30", 5400);
    expect_duration("90 min", 5400);
    expect_duration("10-15 分鐘", 750);
    expect_duration("0:45", 2700);
    expect_duration("00:03:20", 200);
    expect_duration("45 秒", 45);
    expect_duration("２ hrs", 7200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rates_are_times_a_year),
        cmocka_unit_test(test_numbers_alone_are_counts),
        cmocka_unit_test(test_words_without_number_and_period_say_nothing),
        cmocka_unit_test(test_durations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
