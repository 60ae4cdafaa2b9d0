#include "converters/converter.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include "tests/unit/vocabulary.h"
#include <string.h>

static struct diagnostics *diags;

static struct handbook *extract(struct source *source, struct text bytes)
{
    diags = diagnostics_new(arena);
    const struct converter *converter = converter_sniff(bytes, text_from_string(source->path));
    struct input input = {.arena = arena, .source = source, .bytes = bytes, .diags = diags};
    struct document *document = NULL;
    assert_int_equal(converter->read_document(&input, &document), STATUS_OK);
    struct handbook *handbook =
        extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, NULL, NULL, diags);
    normalise_handbook(handbook, vocabulary);
    return handbook;
}

static struct handbook *from_markdown(const char *name, const char *words)
{
    struct source *source = arena_new(arena, struct source);
    source->path = name;
    return extract(source, text_from_string(words));
}

static struct handbook *from_file(const char *path)
{
    struct source *source = arena_new(arena, struct source);
    struct text bytes;
    source->path = path;
    assert_int_equal(file_read(arena, source, &bytes, diagnostics_new(arena)), STATUS_OK);
    return extract(source, bytes);
}

static void expect_text(const struct role *role, enum element element, const char *expected)
{
    assert_string_equal(text_to_string(arena, role_text(role, element)), expected);
}

static void expect_rows(const struct role *role, enum element element, const char *const *rows)
{
    const struct records *records = role_records(role, element);
    size_t count = 0;
    for (; rows[count] != NULL; count++) {
        assert_true(count < records->count);
        assert_string_equal(text_to_string(arena, records->rows[count].text), rows[count]);
    }
    assert_int_equal(records->count, count);
}
#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

static size_t count_code(const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++)
        count += diags->items[i]->code != NULL && strcmp(diags->items[i]->code, code) == 0;
    return count;
}

static void test_headings_open_elements(void **state)
{
    (void)state;
    struct handbook *h = from_markdown("a.md", "# 客服專員\n\n## 崗位目的\n\n受理訴求。\n\n"
                                               "## 工作職責\n\n1. 受理\n2. 記錄\n   - 細項\n\n"
                                               "## 任職條件\n\n|類別|條件|\n|-|-|\n|學歷|專科|\n");
    assert_int_equal(h->role_count, 1);
    expect_text(h->roles, ELEMENT_TITLE, "客服專員");
    expect_text(h->roles, ELEMENT_PURPOSE, "受理訴求。");
    expect_rows(h->roles, ELEMENT_DUTIES, ROWS("受理", "記錄", "細項"));
    const struct records *duties = role_records(h->roles, ELEMENT_DUTIES);
    assert_true(text_is(duties->rows[1].label, "2."));
    assert_int_equal(duties->rows[2].depth, 1);
    const struct records *appointment = role_records(h->roles, ELEMENT_APPOINTMENT);
    assert_true(
        text_is(record_field(appointment, &appointment->rows[0], FIELD_APPOINTMENT_KIND).text,
                "education"));
    assert_int_equal(diags->count, 0);
}

static void test_several_roles_of_a_file_are_split_at_their_headings(void **state)
{
    (void)state;
    struct handbook *h =
        from_markdown("all.md", "# Handbook\n\nIntro.\n\n## Agent\n\n### Duties\n\n- answer\n\n"
                                "## 1. Leader\n\n### Duties\n\n- lead\n\n### Tools\n\n- headset\n");
    assert_int_equal(h->role_count, 2);
    expect_text(h->roles, ELEMENT_TITLE, "Agent");
    expect_text(h->roles->next, ELEMENT_TITLE, "Leader");
    expect_rows(h->roles->next, ELEMENT_TOOLS, ROWS("headset"));
    assert_true(text_is(h->preface->text, "Intro."));
}

static void test_labelled_lines_hold_several_pairs(void **state)
{
    (void)state;
    struct handbook *h = from_file("samples/legacy/plain-paragraphs.docx");
    assert_int_equal(h->role_count, 1);
    expect_text(h->roles, ELEMENT_TITLE, "客服代表");
    expect_text(h->roles, ELEMENT_DEPARTMENT, "客服部");
    expect_text(h->roles, ELEMENT_HEADCOUNT, "10");
    expect_text(h->roles, ELEMENT_REPORTS_TO, "客服主管");
}

static void test_bold_paragraphs_are_headings_and_unknown_ones_are_told(void **state)
{
    (void)state;
    struct handbook *h = from_file("samples/legacy/plain-paragraphs.docx");
    assert_int_equal(role_records(h->roles, ELEMENT_DUTIES)->count, 5);
    expect_rows(h->roles, ELEMENT_CONDITIONS, ROWS("靠近地铁站，办公室有绿植。")); /* 公司环境 */
    assert_int_equal(role_records(h->roles, ELEMENT_AUTHORITY)->state, STATE_NOT_APPLICABLE);
    assert_int_equal(role_records(h->roles, ELEMENT_STANDARDS)->state, STATE_EMPTY);
    assert_int_equal(count_code("S101"), 1);
    assert_int_equal(count_code("S103"), 1);
}

static void test_merged_and_cut_labels_own_the_rows_beside_them(void **state)
{
    (void)state;
    struct handbook *h = from_file("samples/legacy/merged-labels.docx");
    assert_int_equal(h->role_count, 1);
    expect_text(h->roles, ELEMENT_TITLE, "设备巡检员");
    expect_rows(h->roles, ELEMENT_DUTIES,
                ROWS("巡查配电室，依《巡检路线图》记录仪表读数。",
                     "排查设备隐患，依《隐患分级表》填写隐患单。",
                     "更換空調濾網，依《保養手冊》登記更換日期。"));
    expect_rows(h->roles, ELEMENT_AUTHORITY, ROWS("停用存在隐患的设备", "要求维修商返修。"));
    expect_rows(h->roles, ELEMENT_APPOINTMENT, ROWS("中专", "2 年", "责任心强"));
    expect_rows(h->roles, ELEMENT_TOOLS, ROWS("巡检手电", "對講機"));
    assert_int_equal(role_records(h->roles, ELEMENT_STANDARDS)->count, 1);
}

static void test_a_form_cut_in_two_stays_one_role(void **state)
{
    (void)state;
    struct handbook *h = from_file("samples/legacy/two-roles-one-file.docx");
    assert_int_equal(h->role_count, 2);
    expect_text(h->roles->next, ELEMENT_TITLE, "配送调度员");
    expect_rows(h->roles->next, ELEMENT_APPOINTMENT, ROWS("专科毕业，熟悉城区道路"));
    expect_rows(h->roles->next, ELEMENT_STANDARDS, ROWS("准点率不低于 95%，每月由物流部统计"));
    assert_int_equal(role_records(h->roles, ELEMENT_SUPERVISES)->state, STATE_NOT_APPLICABLE);
}

static void test_an_element_given_twice_is_named_and_kept(void **state)
{
    (void)state;
    struct handbook *h = from_markdown(
        "a.md",
        "# Agent\n\n## Tools\n\n- phone\n\n## Duties\n\n- answer\n\n## Equipment\n\n- headset\n");
    expect_rows(h->roles, ELEMENT_TOOLS, ROWS("phone", "headset"));
    assert_int_equal(count_code("S102"), 1);
}

static void test_labels_stand_above_their_values_and_bars_over_their_rows(void **state)
{
    (void)state;
    struct handbook *h = from_markdown(
        "form.md",
        "<table><tr><td>岗位名称</td><td>所属部门</td><td>直接上级</td><td>编制</td></tr>"
        "<tr><td>仓库保管员</td><td>物流部</td><td>仓储主管</td><td>3</td></tr>"
        "<tr><td colspan=\"4\">岗位职责</td></tr>"
        "<tr><td colspan=\"4\">1、验收；2、盘点；3、发放。</td></tr>"
        "<tr><td rowspan=\"2\">考核指标</td><td>指标</td><td>目标值</td><td>权重</td></tr>"
        "<tr><td>账实相符率</td><td>≥99%</td><td>100%</td></tr></table>\n");
    assert_int_equal(h->role_count, 1);
    expect_text(h->roles, ELEMENT_TITLE, "仓库保管员");
    expect_text(h->roles, ELEMENT_HEADCOUNT, "3");
    expect_rows(h->roles, ELEMENT_DUTIES, ROWS("验收；", "盘点；", "发放。"));
    const struct records *standards = role_records(h->roles, ELEMENT_STANDARDS);
    assert_int_equal(standards->count, 1);
    assert_true(
        text_is(record_field(standards, &standards->rows[0], FIELD_STANDARDS_TARGET).text, "≥99%"));
}

static void test_numbered_lines_are_headings_with_words_behind_their_colon(void **state)
{
    (void)state;
    struct handbook *h = from_markdown(
        "lines.md",
        "**行政专员岗位说明书**\n\n**一、基本信息**\n\n岗位名称：行政专员  所属部门：行政部\n\n"
        "二、工作概述：负责日常行政事务。\n\n三、主要职责：\n\n（1）采购办公用品；\n\n"
        "（2）管理会议室；\n\n**五、工作权限**\n\n对采购有建议权\n");
    assert_int_equal(h->role_count, 1);
    expect_text(h->roles, ELEMENT_TITLE, "行政专员");
    expect_text(h->roles, ELEMENT_PURPOSE, "负责日常行政事务。");
    expect_rows(h->roles, ELEMENT_DUTIES, ROWS("采购办公用品；", "管理会议室；"));
    expect_rows(h->roles, ELEMENT_AUTHORITY, ROWS("对采购有建议权"));
    assert_null(h->roles->other);
}

static void test_front_matter_and_the_heading_below_it_are_one_role(void **state)
{
    (void)state;
    struct handbook *h = from_markdown("r.md", "---\ntitle: 會計\nreports_to: 財務主管\n---\n\n"
                                               "# 會計 (R-01)\n\n## 崗位職責\n\n- 記帳\n");
    assert_int_equal(h->role_count, 1);
    expect_text(h->roles, ELEMENT_TITLE, "會計");
    expect_text(h->roles, ELEMENT_REPORTS_TO, "財務主管");
}

static void test_a_wide_table_holds_a_role_a_row_but_not_people(void **state)
{
    (void)state;
    struct handbook *h = from_markdown("wide.md", "|崗位名稱|崗位職責|任職條件|\n|-|-|-|\n"
                                                  "|出納|收付款項|專科|\n|會計|記帳|本科|\n");
    assert_int_equal(h->role_count, 2);
    expect_rows(h->roles->next, ELEMENT_DUTIES, ROWS("記帳"));
    h = from_markdown("people.md",
                      "|姓名|職務|崗位職責|\n|-|-|-|\n|甲|出納|收付\n|乙|出納|記帳|\n");
    for (const struct role *role = h->roles; role != NULL; role = role->next)
        assert_false(text_is(role_title(role), "出納"));
}

static void test_files_of_the_handbook_are_told_by_kind(void **state)
{
    (void)state;
    struct handbook *h = from_file("samples/sunshine/baseline.md");
    const struct records *baseline = handbook_records(h, ELEMENT_HANDBOOK_BASELINE);
    assert_int_equal(baseline->count, 12);
    assert_true(
        text_is(record_field(baseline, &baseline->rows[0], FIELD_HANDBOOK_BASELINE_GROUP).text,
                "規章與紀律"));
    h = from_file("samples/sunshine/scenarios.md");
    assert_int_equal(handbook_records(h, ELEMENT_HANDBOOK_SCENARIOS)->count, 24);
    h = from_file("samples/sunshine/processes.md");
    assert_int_equal(handbook_records(h, ELEMENT_HANDBOOK_PROCESSES)->count, 42);
    h = from_file("samples/sunshine/strategy.md");
    assert_int_equal(handbook_records(h, ELEMENT_HANDBOOK_GOALS)->count, 25);
}

static void test_a_file_without_roles_keeps_its_words_and_says_so(void **state)
{
    (void)state;
    struct handbook *h = from_markdown("note.md", "Just a note.\n");
    assert_int_equal(h->role_count, 0);
    assert_true(text_is(h->preface->text, "Just a note."));
    assert_int_equal(diags->count, 1);
    h = from_markdown("policy.md", "# 考勤制度\n\n## 總則\n\n本制度適用於全體員工。\n\n"
                                   "## 工作時間\n\n每日八小時。\n");
    assert_int_equal(h->role_count, 0);
    assert_true(text_is(h->preface->heading, "考勤制度"));
    assert_true(text_is(h->preface->text, "總則\n本制度適用於全體員工。\n工作時間\n每日八小時。"));
}

/* Every element of two roles is the same, whether read from Markdown or from a Word form. */
static void expect_same_roles(const struct role *a, const struct role *b)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *x = &a->values[e], *y = &b->values[e];
        assert_int_equal(x->count, y->count);
        assert_int_equal(x->state, y->state);
        for (size_t i = 0; i < x->count; i++) {
            assert_true(text_equal(x->rows[i].text, y->rows[i].text));
            for (size_t f = 0; f < element_field_count((enum element)e); f++) {
                enum field field = element_first_field((enum element)e) + (enum field)f;
                assert_true(text_equal(record_field(x, &x->rows[i], field).text,
                                       record_field(y, &y->rows[i], field).text));
            }
        }
    }
}

static void test_one_role_is_the_same_in_markdown_and_in_word(void **state)
{
    (void)state;
    expect_same_roles(from_file("samples/three-forms/records-lead.md")->roles,
                      from_file("samples/three-forms/records-lead.docx")->roles);
    expect_same_roles(from_file("samples/three-forms/reception-lead.md")->roles,
                      from_file("samples/three-forms/reception-lead.docx")->roles);
}

static void test_a_file_may_have_hundreds_of_numbered_roles(void **state)
{
    (void)state;
    static const size_t count = 250;
    struct text_buffer words = text_buffer_new(arena);
    buffer_append_string(&words, "# 岗位说明\n");
    for (size_t i = 0; i < count; i++)
        buffer_append_format(&words, "\n## 岗位%zu\n\n岗位职责：\n\n- 清扫%zu号教室。\n", i, i);
    const struct handbook *h = from_markdown("posts.md", buffer_string(&words));
    assert_int_equal(h->role_count, count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings_open_elements),
        cmocka_unit_test(test_several_roles_of_a_file_are_split_at_their_headings),
        cmocka_unit_test(test_labelled_lines_hold_several_pairs),
        cmocka_unit_test(test_bold_paragraphs_are_headings_and_unknown_ones_are_told),
        cmocka_unit_test(test_merged_and_cut_labels_own_the_rows_beside_them),
        cmocka_unit_test(test_a_form_cut_in_two_stays_one_role),
        cmocka_unit_test(test_an_element_given_twice_is_named_and_kept),
        cmocka_unit_test(test_labels_stand_above_their_values_and_bars_over_their_rows),
        cmocka_unit_test(test_numbered_lines_are_headings_with_words_behind_their_colon),
        cmocka_unit_test(test_front_matter_and_the_heading_below_it_are_one_role),
        cmocka_unit_test(test_a_wide_table_holds_a_role_a_row_but_not_people),
        cmocka_unit_test(test_files_of_the_handbook_are_told_by_kind),
        cmocka_unit_test(test_a_file_without_roles_keeps_its_words_and_says_so),
        cmocka_unit_test(test_a_file_may_have_hundreds_of_numbered_roles),
        cmocka_unit_test(test_one_role_is_the_same_in_markdown_and_in_word),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
