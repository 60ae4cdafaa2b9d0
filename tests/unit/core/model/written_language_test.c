#include "core/model/written_language.h"
#include "tests/unit/unit.h"

static void expect(const char *words, enum language stated, enum language language)
{
    struct scripts counts = {0};
    count_scripts(&counts, text_from_string(words));
    if (written_language(counts, stated) != language)
        fail_msg("%s: %d", words, (int)written_language(counts, stated));
}

static void test_characters_tell_the_language(void **state)
{
    (void)state;
    expect("受理客户诉求，登记工单", LANG_COUNT, LANG_ZH_HANS);
    expect("受理客戶訴求，登記工單", LANG_COUNT, LANG_ZH_HANT);
    expect("Answer enquiries", LANG_COUNT, LANG_EN);
    expect("岗位职责：打掃卫生", LANG_COUNT, LANG_ZH_HANS); /* one character of the other script */
    expect("崗位職責：打扫衛生", LANG_COUNT, LANG_ZH_HANT);
    expect("在於乾淨，由着后台里的人做", LANG_COUNT, LANG_ZH_HANT); /* 后, 里, 台 are of both */
    expect("用 Word、Excel 編寫招聘報告，整理數據", LANG_COUNT, LANG_ZH_HANT);
}

static void test_the_stated_one_counts_where_they_do_not(void **state)
{
    (void)state;
    expect("工作", LANG_ZH_HANT, LANG_ZH_HANT);
    expect("工作", LANG_COUNT, LANG_COUNT);
    expect("HR", LANG_ZH_HANS, LANG_ZH_HANS);
    expect("人事行政", LANG_ZH_HANT, LANG_ZH_HANT); /* the same in both */
    expect("人事行政", LANG_COUNT, LANG_ZH_HANS);
    expect("Answer enquiries", LANG_ZH_HANT, LANG_EN); /* Word's default, most likely */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_characters_tell_the_language),
        cmocka_unit_test(test_the_stated_one_counts_where_they_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
