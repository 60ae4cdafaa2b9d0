#include "core/model/fold.h"
#include "core/model/signs.h"
#include "core/model/vocabulary.h"
#include "tests/unit/vocabulary.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the label means first as an element, and no field of one. */
static enum element element_of(const struct vocabulary *words, struct text label)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find(words, arena, label, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element != ELEMENT_COUNT && meanings[i].field == FIELD_NONE)
            return meanings[i].element;
    return ELEMENT_COUNT;
}

static void expect_element(const char *label, enum element expected)
{
    enum element element = element_of(vocabulary, text_from_string(label));
    if (element != expected)
        fail_msg("%s: %d, not %d", label, (int)element, (int)expected);
}

static void test_labels_are_found_however_they_are_dressed(void **state)
{
    (void)state;
    expect_element("崗位職責", ELEMENT_DUTIES);
    expect_element("一、岗位职责：", ELEMENT_DUTIES);
    expect_element("📌岗位职责", ELEMENT_DUTIES);
    expect_element("职　　责", ELEMENT_DUTIES);
    expect_element("任免条件", ELEMENT_REMOVAL);
    expect_element("DUTIES AND RESPONSIBILITIES:", ELEMENT_DUTIES);
    expect_element("Key Performance Indicators", ELEMENT_STANDARDS);
    expect_element("编制", ELEMENT_HEADCOUNT);
    expect_element("隔级领导", ELEMENT_RELATIONS);
    expect_element("共同職責", ELEMENT_HANDBOOK_BASELINE);
    expect_element("天氣", ELEMENT_COUNT);
}

static void test_labels_composed_of_known_parts_are_found(void **state)
{
    (void)state;
    expect_element("本岗位直接上级职务", ELEMENT_REPORTS_TO);
    expect_element("直屬下屬職位", ELEMENT_SUPERVISES);
    expect_element("拟聘岗位名称", ELEMENT_TITLE);
    expect_element("岗位定编人数", ELEMENT_HEADCOUNT);
    expect_element("归属科室", ELEMENT_DEPARTMENT);
    expect_element("退岗情形", ELEMENT_REMOVAL);
    expect_element("免任條件", ELEMENT_REMOVAL);
    expect_element("应聘基本条件", ELEMENT_APPOINTMENT);
    expect_element("岗位核心工作任务", ELEMENT_DUTIES);
    expect_element("岗位职责概述", ELEMENT_PURPOSE);
    expect_element("可自行決定之事項", ELEMENT_AUTHORITY);
    expect_element("直接上级 / 汇报对象", ELEMENT_REPORTS_TO);
    expect_element("Department/Division", ELEMENT_DEPARTMENT);
    expect_element("This position reports directly to", ELEMENT_REPORTS_TO);
    expect_element("Immediate line manager", ELEMENT_REPORTS_TO);
    expect_element("Posts supervised", ELEMENT_SUPERVISES);
    expect_element("No. of vacancies", ELEMENT_HEADCOUNT);
    expect_element("Aims of the role", ELEMENT_PURPOSE);
    expect_element("Performance review criteria", ELEMENT_STANDARDS);
    expect_element("Emergency response duties", ELEMENT_SCENARIOS);
    expect_element("職務需求", ELEMENT_APPOINTMENT);
    expect_element("第一職務代理人", ELEMENT_SUBSTITUTES);
    expect_element("行政職級", ELEMENT_GRADE);
}

static void test_what_holds_more_than_known_parts_is_no_label(void **state)
{
    (void)state;
    expect_element("直接上级领导关心", ELEMENT_COUNT);
    expect_element("服从上级工作安排", ELEMENT_COUNT);
    expect_element("行政主管", ELEMENT_RELATIONS); /* as the list of labels has it */
    expect_element("管理人员", ELEMENT_COUNT);
    expect_element("身体健康", ELEMENT_COUNT);
    expect_element("项目名称", ELEMENT_COUNT);
    expect_element("任务分解", ELEMENT_COUNT);
    expect_element("团队建设和职责", ELEMENT_COUNT);
    expect_element("应急处置", ELEMENT_COUNT);
    expect_element("Line manager approval", ELEMENT_COUNT);
}

static void test_each_element_and_field_has_a_heading_in_each_language(void **state)
{
    (void)state;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        for (size_t e = 0; e < ELEMENT_COUNT; e++) {
            struct text heading = vocabulary_heading(vocabulary, (enum language)l, (enum element)e);
            enum element found = element_of(vocabulary, heading);
            assert_int_not_equal(found, ELEMENT_COUNT);
            if (e < ELEMENT_ROLE_COUNT && found != (enum element)e)
                fail_msg("%.*s means another element first", TEXT_ARGS(heading));
        }
        for (size_t f = 0; f < FIELD_COUNT; f++) {
            enum element element = field_row((enum field)f)->element;
            struct text column = vocabulary_column(vocabulary, (enum language)l, (enum field)f);
            if (vocabulary_field(vocabulary, arena, element, column) != (enum field)f)
                fail_msg("%s: column %.*s is not found", element_row(element)->name,
                         TEXT_ARGS(column));
        }
    }
}

static void test_a_form_title_is_no_element(void **state)
{
    (void)state;
    size_t count = 0;
    const struct meaning *meanings =
        vocabulary_find(vocabulary, arena, TEXT("岗 位 说 明 书"), &count);
    assert_true(count > 0 && meanings[0].is_form);
    expect_element("岗位说明书", ELEMENT_COUNT);
}

static void test_parts_stay_with_their_element(void **state)
{
    (void)state;
    size_t count = 0;
    const struct meaning *meanings = vocabulary_find(vocabulary, arena, TEXT("出差"), &count);
    assert_true(count > 0);
    assert_int_equal(meanings[0].element, ELEMENT_CONDITIONS);
    assert_true(meanings[0].is_part && meanings[0].needs_context);
}

static void test_coded_values_go_both_ways(void **state)
{
    (void)state;
    struct text code = vocabulary_code(vocabulary, arena, FIELD_APPOINTMENT_KIND, TEXT("學歷要求"));
    assert_true(text_is(code, "education"));
    assert_true(text_is(vocabulary_code(vocabulary, arena, FIELD_APPOINTMENT_NEED, TEXT("必 備")),
                        "required"));
    assert_true(text_is(
        vocabulary_code_word(vocabulary, LANG_ZH_HANS, FIELD_RELATIONS_DIRECTION, TEXT("both")),
        "双向"));
    assert_true(text_is_empty(
        vocabulary_code(vocabulary, arena, FIELD_APPOINTMENT_KIND, TEXT("行業背景"))));
}

static void test_lawful_absence_gives_its_reason(void **state)
{
    (void)state;
    struct text reason = TEXT("x");
    assert_true(vocabulary_not_applicable(vocabulary, arena, TEXT("無"), &reason));
    assert_int_equal(reason.size, 0);
    assert_true(
        vocabulary_not_applicable(vocabulary, arena, TEXT("不適用：由總經理任命"), &reason));
    assert_true(text_is(reason, "由總經理任命"));
    assert_true(vocabulary_not_applicable(vocabulary, arena, TEXT("無（由總經理安排）"), &reason));
    assert_true(text_is(reason, "由總經理安排"));
    assert_true(vocabulary_not_applicable(vocabulary, arena, TEXT("None (so far)"), &reason));
    assert_true(text_is(reason, "so far"));
    assert_false(vocabulary_not_applicable(vocabulary, arena, TEXT("經理（無）"), &reason));
    assert_true(vocabulary_not_applicable(vocabulary, arena, TEXT("N/A."), &reason));
    assert_false(vocabulary_not_applicable(vocabulary, arena, TEXT("無線電台"), &reason));
}

static void test_the_nearest_elements_are_named(void **state)
{
    (void)state;
    enum element nearest[2];
    const struct near_labels *near = near_labels_make(vocabulary, arena);
    size_t count = vocabulary_nearest(near, arena, TEXT("崗位的職責"), nearest, 2);
    assert_true(count > 0);
    assert_int_equal(nearest[0], ELEMENT_DUTIES);
    assert_int_equal(vocabulary_nearest(near, arena, TEXT("天氣預報"), nearest, 2), 0);
    vocabulary_nearest(near, arena, TEXT("员工培训与发展主管的绩效标准"), nearest, 2);
    assert_int_equal(nearest[0], ELEMENT_STANDARDS);
}

static struct guess guess_of(const char *heading)
{
    struct text words = text_from_string(heading);
    return vocabulary_guess(vocabulary, words, fold_label(arena, words));
}

static void expect_guess(const char *heading, enum element element)
{
    struct guess guess = guess_of(heading);
    if (guess.element != element)
        fail_msg("%s: %d, not %d", heading, (int)guess.element, (int)element);
}

static void test_an_unknown_heading_is_guessed_by_its_words(void **state)
{
    (void)state;
    expect_guess("Professional Skill Requirements", ELEMENT_APPOINTMENT);
    expect_guess("Your daily responsibilities", ELEMENT_DUTIES);
    expect_guess("Tools and Equipment Needed", ELEMENT_TOOLS);
    expect_guess("專業技能與素質要求", ELEMENT_APPOINTMENT);
    expect_guess("招聘要求", ELEMENT_APPOINTMENT);
    expect_guess("核心考核指标", ELEMENT_STANDARDS);
    expect_guess("主要權限", ELEMENT_AUTHORITY);
}

static void test_a_guess_says_whether_every_word_is_known(void **state)
{
    (void)state;
    static const char *const whole[] = {"Professional Skill Requirements",
                                        "Your daily responsibilities"};
    static const char *const partly[] = {"Greenhouse Developer Requirements", "溫室開發要求",
                                         "Printing House Duties"};
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        assert_true(guess_of(whole[i]).is_whole);
    for (size_t i = 0; i < sizeof partly / sizeof *partly; i++)
        assert_false(guess_of(partly[i]).is_whole);
}

static void test_a_heading_about_nothing_known_is_not_guessed(void **state)
{
    (void)state;
    static const char *const headings[] = {"Story of our printing house", "工廠的由來", "The",
                                           "关于仓库的故事", ""};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        assert_int_equal(guess_of(headings[i]).element, ELEMENT_COUNT);
}

static void expect_position(const char *name, bool expected)
{
    if (vocabulary_is_position(vocabulary, arena, text_from_string(name)) != expected)
        fail_msg("%s: %s", name, expected ? "is a position" : "is none");
}

static void test_every_prompt_is_known_and_nothing_else(void **state)
{
    (void)state;
    for (enum language l = 0; l < LANG_COUNT; l++) {
        for (size_t e = 0; e < ELEMENT_COUNT; e++)
            assert_true(vocabulary_is_prompt(vocabulary,
                                             vocabulary_prompt(vocabulary, l, (enum element)e)));
        assert_true(
            vocabulary_is_prompt(vocabulary, vocabulary_word(vocabulary, l, "prompt-choice")));
    }
    assert_false(vocabulary_is_prompt(vocabulary, TEXT("")));
    assert_false(vocabulary_is_prompt(vocabulary, TEXT("Fill in the form")));
    assert_false(vocabulary_is_prompt(vocabulary, TEXT("客服專員")));
}

static void test_names_of_positions_are_known_by_how_they_end(void **state)
{
    (void)state;
    static const char *const positions[] = {"高級客服專員",    "客服部经理",
                                            "護士長",          "仓库保管员",
                                            "副总经理",        "會計師",
                                            "Head of Service", "Senior Software Engineer",
                                            "Team Lead",       "Technical Writer",
                                            "加工工",          "校医",
                                            "Pipe fitter",     "Scribe"};
    static const char *const others[] = {
        "岗位职责", "工作內容",         "Customer Service", "编制计划", "Duties",   "客服部",
        "",         "負責接待來訪客人", "About the team",   "安裝施工", "職責分工", "個人成長",
        "火警"};
    for (size_t i = 0; i < sizeof positions / sizeof *positions; i++)
        expect_position(positions[i], true);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        expect_position(others[i], false);
}

static void test_titles_of_other_documents_name_no_role(void **state)
{
    (void)state;
    static const char *const others[] = {"考勤管理制度", "車輛使用管理辦法", "员工绩效考核表",
                                         "个人简历",     "Curriculum vitae", "Travel policy"};
    static const char *const roles[] = {"客服專員", "制度专员", "Policy Officer", "绩效经理",
                                        "Head of Procedures Office"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!vocabulary_is_no_role(vocabulary, arena, text_from_string(others[i])))
            fail_msg("%s names no role", others[i]);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (vocabulary_is_no_role(vocabulary, arena, text_from_string(roles[i])))
            fail_msg("%s may be a role", roles[i]);
}

static void test_an_extra_file_adds_labels_and_a_wrong_one_is_named(void **state)
{
    (void)state;
    char path[] = "/tmp/rolebook-vocabulary-XXXXXX";
    int descriptor = mkstemp(path);
    const char *good = "language: en\nelements:\n  duties: [Chores]\n";
    assert_int_equal(write(descriptor, good, strlen(good)), (ssize_t)strlen(good));
    const char *extra[] = {path, NULL};
    struct diagnostics *diags = diagnostics_new(arena);
    struct vocabulary *more = vocabulary_load(arena, extra, diags);
    assert_non_null(more);
    assert_int_equal(element_of(more, TEXT("chores")), ELEMENT_DUTIES);
    assert_true(text_is(vocabulary_heading(more, LANG_EN, ELEMENT_DUTIES), "Duties"));
    const char *bad = "  職責: [x]\n";
    assert_int_equal(write(descriptor, bad, strlen(bad)), (ssize_t)strlen(bad));
    close(descriptor);
    assert_null(vocabulary_load(arena, extra, diags));
    assert_int_equal(diags->count, 1);
    struct line_column at = span_line_column(diags->items[0]->at);
    assert_int_equal(at.line, 4);
    assert_int_equal(at.column, 3);
    unlink(path);
}

static void test_signs_are_of_all_languages_the_longest_first(void **state)
{
    (void)state;
    struct text_list units = vocabulary_signs(vocabulary, SIGN_UNIT);
    assert_true(text_ends_with_any(TEXT("財務處"), units));
    assert_true(text_ends_with_any(TEXT("Finance Division"), units));
    for (size_t i = 1; i < units.count; i++)
        assert_true(units.texts[i - 1].size >= units.texts[i].size &&
                    !text_equal(units.texts[i - 1], units.texts[i]));
    for (size_t s = 0; s < SIGN_COUNT; s++)
        if (vocabulary_signs(vocabulary, (enum sign)s).count == 0)
            fail_msg("no words for sign %zu of signs.def", s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_are_found_however_they_are_dressed),
        cmocka_unit_test(test_labels_composed_of_known_parts_are_found),
        cmocka_unit_test(test_what_holds_more_than_known_parts_is_no_label),
        cmocka_unit_test(test_each_element_and_field_has_a_heading_in_each_language),
        cmocka_unit_test(test_a_form_title_is_no_element),
        cmocka_unit_test(test_parts_stay_with_their_element),
        cmocka_unit_test(test_coded_values_go_both_ways),
        cmocka_unit_test(test_lawful_absence_gives_its_reason),
        cmocka_unit_test(test_the_nearest_elements_are_named),
        cmocka_unit_test(test_an_unknown_heading_is_guessed_by_its_words),
        cmocka_unit_test(test_a_guess_says_whether_every_word_is_known),
        cmocka_unit_test(test_a_heading_about_nothing_known_is_not_guessed),
        cmocka_unit_test(test_every_prompt_is_known_and_nothing_else),
        cmocka_unit_test(test_names_of_positions_are_known_by_how_they_end),
        cmocka_unit_test(test_titles_of_other_documents_name_no_role),
        cmocka_unit_test(test_signs_are_of_all_languages_the_longest_first),
        cmocka_unit_test(test_an_extra_file_adds_labels_and_a_wrong_one_is_named),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
