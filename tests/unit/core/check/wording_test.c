/* Rules of wording: places, rewrites, lists. */
#include "core/check/rule.h"
#include "core/model/list_number.h"
#include "core/normalise/acts.h"
#include "core/normalise/normalise.h"
#include "core/normalise/quota.h"
#include "core/normalise/sentence.h"
#include "tests/unit/vocabulary.h"
#include <stdio.h>
#include <string.h>

/* The finding of a rule about one duty, whose source is the duty itself behind "- "; NULL: none. */
static const struct diagnostic *find_in(const char *code, enum language language, const char *duty,
                                        struct text locale)
{
    struct source *source = arena_new(arena, struct source);
    struct handbook *handbook = handbook_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    struct check_config *config = check_config_new(arena);
    char *line = arena_alloc(arena, strlen(duty) + 3);
    sprintf(line, "- %s", duty);
    *source = (struct source){.path = "a.md", .text = text_from_string(line)};
    struct span at = {.source = source, .begin = 2, .end = (uint32_t)source->text.size};
    struct role *role = role_append(handbook, source, at);
    record_append(handbook, &role->values[ELEMENT_DUTIES], text_from_string(duty), at);
    normalise_handbook(handbook, vocabulary);
    role->language = text_from_string(language_tag(language));
    config->locale = locale;
    check_handbook(handbook, vocabulary, config, diags);
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i]->code != NULL && strcmp(diags->items[i]->code, code) == 0)
            return diags->items[i];
    return NULL;
}

static const struct diagnostic *find(const char *code, enum language language, const char *duty)
{
    return find_in(code, language, duty, TEXT(""));
}

/* A duty of more than one line: what is told word by word goes on behind the break, and ends. */
static void test_words_go_on_behind_a_line_break(void **state)
{
    (void)state;
    assert_non_null(find("W304", LANG_EN, "Freight Reconciliation (Damages)\nRecovery of Claims"));
    assert_non_null(find("W304", LANG_EN, "General manual\nduties such as loading and sweeping"));
}

/* The table of DOMAIN 4: fault, example, better. */
static void test_the_methods_five_faults_get_the_methods_better_words(void **state)
{
    (void)state;
    static const struct {
        const char *code, *fault, *better;
        enum language language;
    } rows[] = {
        {"W101", "服務客戶熱情周到，為客戶排憂解難", "按服務規程服務客戶", LANG_ZH_HANT},
        {"W102", "全心全意確保現場工作秩序井然", "確保客服現場按要求開展各項工作", LANG_ZH_HANT},
        {"W201", "每日受理訴求 ×× 通以上", "負責受理客戶訴求", LANG_ZH_HANT},
        {"W202", "堅持首問負責制", "按照服務規程受理訴求", LANG_ZH_HANT},
        {"W301", "受理訴求，核對資料，回覆客戶", "「受理訴求」「核對資料」「回覆客戶」",
         LANG_ZH_HANT},
        {"W101", "服务客户热情周到，为客户排忧解难", "按服务规程服务客户", LANG_ZH_HANS},
        {"W102", "全心全意确保现场工作秩序井然", "确保客服现场按要求开展各项工作", LANG_ZH_HANS},
        {"W201", "每日受理诉求 ×× 通以上", "负责受理客户诉求", LANG_ZH_HANS},
        {"W202", "坚持首问负责制", "按照服务规程受理诉求", LANG_ZH_HANS},
        {"W102", "Proactively contact dormant accounts", "Contact dormant accounts", LANG_EN},
        {"W201", "Handle at least 60 calls per day", "Handle calls", LANG_EN},
        {"W201", "Sign up thirty new members every quarter", "Sign up new members", LANG_EN},
        {"W201", "Keep error rates below 1%", "", LANG_EN}, /* without it nothing is said */
        {"W201", "出菜时间控制在20分钟以内", "", LANG_ZH_HANS},
        {"W102", "雷厉风行地处置违建", "处置违建", LANG_ZH_HANS},
        {"W102", "Write engaging and compelling newsletters", "Write newsletters", LANG_EN},
        {"W401", "尽快回复家长留言", "在规定时限内回复家长留言", LANG_ZH_HANS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct diagnostic *d = find(rows[i].code, rows[i].language, rows[i].fault);
        if (d == NULL)
            fail_msg("%s: nothing found", rows[i].fault);
        else if (!text_is(d->args[1], rows[i].better))
            fail_msg("%s: «%.*s»", rows[i].fault, TEXT_ARGS(d->args[1]));
    }
}

static void test_findings_stand_at_the_words(void **state)
{
    (void)state;
    static const struct {
        const char *code, *duty, *words;
    } rows[] = {{"W401", "核對其他應收款，整理有關資料", "有關資料"},
                {"W401", "分析相關性，與相關部門核對數量", "相關部門"},
                {"W201", "第 3 班每日受理 80 通以上", "80 通以上"},
                {"W301", "受理訴求，並採購文具", "採購文具"},
                {"W403", "負責協助經理開展工作", "協助"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct diagnostic *d = find(rows[i].code, LANG_ZH_HANT, rows[i].duty);
        assert_non_null(d);
        struct text at = text_slice(d->at.source->text, d->at.begin, d->at.end);
        if (!text_is(at, rows[i].words))
            fail_msg("%s: «%.*s»", rows[i].duty, TEXT_ARGS(at));
    }
}

static void test_a_phrase_that_can_go_carries_the_sentence_without_it(void **state)
{
    (void)state;
    const struct diagnostic *d = find("W102", LANG_ZH_HANS, "认真核对出库单");
    assert_non_null(d);
    assert_true(d->has_replacement);
    assert_true(text_is(d->replaced, "认真核对出库单"));
    assert_true(text_is(d->replacement, "核对出库单"));
    d = find("W401", LANG_ZH_HANS, "及时核对出库单");
    assert_non_null(d);
    assert_true(text_is(d->replacement, "在规定时限内核对出库单"));
    d = find("W401", LANG_ZH_HANS, "与有关部门核对数量");
    assert_non_null(d);
    assert_false(d->has_replacement);
}

/* What goes takes its joint along; what holds the sentence up stays, and nothing is proposed. */
static void test_a_sentence_without_the_word_still_stands(void **state)
{
    (void)state;
    static const struct {
        const char *fault, *better;
        enum language language;
    } rows[] = {
        {"確保費用使用合規、高效", "確保費用使用合規", LANG_ZH_HANT},
        {"撰写认真、细致、翔实的报告", "撰写翔实的报告", LANG_ZH_HANS},
        {"Report clearly and effectively to the board", "Report clearly to the board", LANG_EN},
        {"Join and actively follow the support channel", "Join and follow the support channel",
         LANG_EN},
        {"Write an effective report for the board", "Write a report for the board", LANG_EN},
        {"Write clean and efficient code", "", LANG_EN},
        {"Work on the most impactful defects", "", LANG_EN},
        {"Keep code that is working but not superb", "", LANG_EN},
        {"File letters promptly", "File letters within the time set", LANG_EN},
        {"Ensure timely filing of letters", "", LANG_EN},
        {"及時歸檔信件", "在規定時限內歸檔信件", LANG_ZH_HANT},
        {"对新人给予及时辅导", "", LANG_ZH_HANS},
        {"编制准确及时的报表", "", LANG_ZH_HANS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct diagnostic *d = find("W102", rows[i].language, rows[i].fault);
        if (d == NULL)
            d = find("W401", rows[i].language, rows[i].fault);
        if (d == NULL)
            fail_msg("%s: nothing found", rows[i].fault);
        else if (!text_is(d->args[1], rows[i].better))
            fail_msg("%s: «%.*s»", rows[i].fault, TEXT_ARGS(d->args[1]));
    }
}

static void test_what_is_quoted_is_somebody_elses_wording(void **state)
{
    (void)state;
    assert_null(
        find("W401", LANG_ZH_HANT, "負責登記工單，遵循《相關業務及時處理辦法》，確保編碼完整"));
    assert_null(find("W102", LANG_EN, "Answer calls following the \"Excellent Service\" guide"));
}

static void test_ad_hoc_work_is_a_hint_where_chinese_is_spoken(void **state)
{
    (void)state;
    const char *duty = "完成上級臨時交辦的其他工作";
    assert_int_equal(find_in("W402", LANG_ZH_HANT, duty, TEXT("TW"))->level, LEVEL_INFO);
    assert_int_equal(find_in("W402", LANG_ZH_HANT, duty, TEXT("HK"))->level, LEVEL_INFO);
    assert_int_equal(find_in("W402", LANG_ZH_HANT, duty, TEXT("GB"))->level, LEVEL_WARNING);
    assert_int_equal(find("W402", LANG_ZH_HANT, duty)->level, LEVEL_INFO);
    assert_int_equal(find("W402", LANG_EN, "Other duties as assigned")->level, LEVEL_WARNING);
}

/* Dates, clauses, forms, versions, service times, sizes and authority are no quotas. */
static void test_numbers_that_say_how_much_are_told_from_others(void **state)
{
    (void)state;
    static const char *const plain[] = {"提供 24 小時服務",        "處理一線無法答覆的工單",
                                        "辦理三包期內的退換貨",    "落實首問登記",
                                        "依第 12 條填寫 QF-07 表", "於 2026 年 6 月 30 日前移交",
                                        "升級至 V3.2 版",          "審批 5000 元以下的報銷單",
                                        "每週召開一次例會",        "每 2 小時巡檢配電房",
                                        "管理 12 個倉庫"};
    static const char *const quotas[] = {"每日受理 80 通以上", "滿意度達 90%", "30 分鐘內到場",
                                         "每月拜訪客戶 30 家", "每班巡檢不少於 6 次"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (find("W201", LANG_ZH_HANT, plain[i]) != NULL)
            fail_msg("%s is no quota", plain[i]);
    for (size_t i = 0; i < sizeof quotas / sizeof *quotas; i++)
        if (find("W201", LANG_ZH_HANT, quotas[i]) == NULL)
            fail_msg("%s is a quota", quotas[i]);
}

static void test_the_lists_of_all_languages_are_read_without_complaint(void **state)
{
    (void)state;
    struct diagnostics *diags = diagnostics_new(arena);
    struct phrases *phrases = phrases_new(arena);
    for (size_t l = 0; l < LANG_COUNT; l++)
        phrases_need(phrases, (enum language)l, diags);
    assert_int_equal(diags->count, 0);
}

/* Work grows with the text, whatever is in it: twice as long takes about twice the memory. */
static void test_reading_a_sentence_is_linear(void **state)
{
    (void)state;
    static const char *const pieces[] = {"《",     "每日 8 通，", "相關等", "協助、",
                                         "並受理", "（",          "a.",     "與"};
    struct diagnostics *diags = diagnostics_new(arena);
    struct phrases *phrases = phrases_new(arena);
    phrases_need(phrases, LANG_ZH_HANT, diags);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t used[2];
        for (size_t n = 0; n < 2; n++) {
            struct arena *own = arena_open(NULL, NULL);
            struct segmenter *segmenter = segmenter_open(own);
            size_t size = strlen(pieces[i]), count = 4000 << n;
            char *words = arena_alloc(own, size * count + 1);
            struct sentence sentence;
            struct range acts[ACTS_MAX];
            struct quota quota;
            for (size_t k = 0; k < count; k++)
                memcpy(words + k * size, pieces[i], size);
            sentence_read(&sentence, own, segmenter, phrases, LANG_ZH_HANT,
                          (struct text){words, size * count});
            acts_find(&sentence, acts);
            quota_find(&sentence, 0, &quota);
            used[n] = arena_bytes(own);
            segmenter_close(segmenter);
            arena_close(own);
        }
        assert_true(used[1] < 3 * used[0]);
    }
}

static void test_labels_show_their_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        unsigned number;
    } rows[] = {{"3.", 3},    {"（12）", 12}, {"三、", 3}, {"(二十三)", 23},
                {"十、", 10}, {"第七條", 7},  {"③", 3},    {"㉑", 21},
                {"b)", 2},    {"•", 0},       {"3.1", 0},  {"ii.", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (list_label_number(text_from_string(rows[i].label)) != rows[i].number)
            fail_msg("%s: %u", rows[i].label, list_label_number(text_from_string(rows[i].label)));
}

static void test_a_fault_of_two_parts_needs_both_in_one_clause(void **state)
{
    (void)state;
    const struct diagnostic *d = find("W101", LANG_ZH_HANT, "提升公司的整體形象");
    assert_non_null(d);
    assert_true(text_is(d->args[0], "提升公司的整體形象"));
    assert_null(find("W101", LANG_ZH_HANT, "提升印刷速度，設計公司形象手冊"));
    assert_null(find("W101", LANG_ZH_HANT, "提升形象設計課程的報名人數"));
    d = find("W402", LANG_ZH_HANT, "配合完成主管臨時交辦之其他任務");
    assert_non_null(d);
    assert_true(text_is(d->args[0], "主管臨時交辦之其他任務"));
    assert_null(find("W402", LANG_ZH_HANT, "追蹤主管會議上由各組同仁提出並經交辦之其他任務"));
}

static void test_what_follows_an_act_is_its_result(void **state)
{
    (void)state;
    assert_non_null(find("W101", LANG_ZH_HANS, "不断提升客户满意度"));
    assert_null(find("W101", LANG_ZH_HANS, "回访客户，提升客户满意度"));
    assert_null(find("W101", LANG_ZH_HANS, "通过现场演示提升客户满意度"));
    assert_null(find("W101", LANG_EN, "Survey guests to ensure customer satisfaction"));
}

static void test_an_unknown_verb_behind_an_adverb_or_a_date_is_an_act(void **state)
{
    (void)state;
    assert_null(find("W304", LANG_ZH_HANS, "逐一瞧看展品的封条"));
    assert_null(find("W304", LANG_ZH_HANS, "每年3月1日前汇缴上年度规费"));
    assert_non_null(find("W304", LANG_ZH_HANS, "月度销售数据报表"));
    assert_non_null(find("W304", LANG_ZH_HANS, "仓库物料摆放整齐"));
    assert_non_null(find("W304", LANG_EN, "Head of the credit committee"));
    assert_null(find("W304", LANG_EN, "Head the credit committee"));
    assert_non_null(find("W304", LANG_EN, "Safe working conditions"));
}

static void test_a_verb_within_the_name_of_a_thing_is_no_act(void **state)
{
    (void)state;
    assert_non_null(find("W304", LANG_ZH_HANS, "实验室安全"));
    assert_non_null(find("W304", LANG_ZH_HANS, "采购订单与供应商资料"));
    assert_null(find("W304", LANG_ZH_HANS, "采购办公设备"));
    assert_null(find("W304", LANG_ZH_HANS, "销售二手车辆"));
    assert_non_null(find("W304", LANG_EN, "Accurate and complete records"));
    assert_null(find("W304", LANG_EN, "Will complete the records"));
    assert_null(find("W304", LANG_ZH_HANS, "给孩子擦汗"));
    assert_null(find("W304", LANG_ZH_HANS, "T2 管理门店人员"));
}

static void
test_help_with_an_act_that_something_stands_in_front_of_leaves_open_in_what(void **state)
{
    (void)state;
    assert_non_null(find("W403", LANG_ZH_HANS, "配合政府部门的检查"));
    assert_non_null(find("W403", LANG_ZH_HANS, "配合销售部门工作"));
    assert_null(find("W403", LANG_ZH_HANS, "协助护士给病人翻身"));
    assert_null(find("W403", LANG_ZH_HANS, "配合设计师研究并改善页面布局"));
}

static void test_the_size_of_what_is_worked_on_is_no_quota(void **state)
{
    (void)state;
    assert_null(find("W201", LANG_ZH_HANS, "审核100万元以上合同"));
    assert_non_null(find("W201", LANG_ZH_HANS, "每月完成100万元以上销售额"));
    assert_null(find("W201", LANG_EN, "Review contracts over $50,000"));
    assert_non_null(find("W201", LANG_EN, "Achieve sales over $50,000"));
    assert_null(find("W201", LANG_EN, "Minimum five years' experience in sales"));
}

static void test_what_names_a_thing_in_one_entry_names_it_in_all(void **state)
{
    (void)state;
    assert_null(find("W101", LANG_ZH_HANS, "建立员工满意度调查机制"));
    assert_non_null(find("W101", LANG_ZH_HANS, "提高员工满意度"));
}

static void test_what_only_becomes_better_cannot_be_assessed(void **state)
{
    (void)state;
    assert_non_null(find("W101", LANG_ZH_HANT, "增強客戶黏著度的感受"));
    assert_non_null(find("W101", LANG_ZH_HANS, "让每位老人安享晚年"));
    assert_null(find("W101", LANG_ZH_HANS, "让客户签收货物"));
    assert_null(find("W101", LANG_ZH_HANT, "提升製程良率"));
    assert_null(find("W101", LANG_ZH_HANS, "回访客户，增强客户黏性"));
    assert_null(find("W302", LANG_ZH_HANS, "增强客户黏性"));
}

static void test_what_an_act_is_done_to_is_no_slogan(void **state)
{
    (void)state;
    assert_null(find("W202", LANG_ZH_HANS, "制定着装规范"));
    assert_null(find("W202", LANG_EN, "Explain our core values to new staff"));
    assert_non_null(find("W202", LANG_ZH_HANS, "着装规范，仪容整洁"));
    assert_null(find("W102", LANG_EN, "A high-quality menu"));
    assert_non_null(find("W304", LANG_EN, "Budget and resources"));
    assert_null(find("W403", LANG_EN, "Help guests load their luggage"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_fault_of_two_parts_needs_both_in_one_clause),
        cmocka_unit_test(test_what_follows_an_act_is_its_result),
        cmocka_unit_test(test_an_unknown_verb_behind_an_adverb_or_a_date_is_an_act),
        cmocka_unit_test(test_a_verb_within_the_name_of_a_thing_is_no_act),
        cmocka_unit_test(
            test_help_with_an_act_that_something_stands_in_front_of_leaves_open_in_what),
        cmocka_unit_test(test_the_size_of_what_is_worked_on_is_no_quota),
        cmocka_unit_test(test_what_only_becomes_better_cannot_be_assessed),
        cmocka_unit_test(test_what_an_act_is_done_to_is_no_slogan),
        cmocka_unit_test(test_what_names_a_thing_in_one_entry_names_it_in_all),
        cmocka_unit_test(test_words_go_on_behind_a_line_break),
        cmocka_unit_test(test_the_methods_five_faults_get_the_methods_better_words),
        cmocka_unit_test(test_findings_stand_at_the_words),
        cmocka_unit_test(test_a_phrase_that_can_go_carries_the_sentence_without_it),
        cmocka_unit_test(test_a_sentence_without_the_word_still_stands),
        cmocka_unit_test(test_what_is_quoted_is_somebody_elses_wording),
        cmocka_unit_test(test_ad_hoc_work_is_a_hint_where_chinese_is_spoken),
        cmocka_unit_test(test_numbers_that_say_how_much_are_told_from_others),
        cmocka_unit_test(test_the_lists_of_all_languages_are_read_without_complaint),
        cmocka_unit_test(test_reading_a_sentence_is_linear),
        cmocka_unit_test(test_labels_show_their_numbers),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
