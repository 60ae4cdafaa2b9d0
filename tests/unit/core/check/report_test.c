/* Reports: where the caret stands, and what the formats of other tools demand. */
#include "core/check/report.h"
#include "core/check/report_place.h"
#include "core/check/rule.h"
#include "core/model/score.h"
#include "tests/unit/arena.h"
#include <jansson.h>
#include <string.h>

static const struct message message = {{"一:{0}", "二:{0}", "three: {0}"}};

/* A finding at the first place where words stand in all. */
static struct diagnostic finding_at(const char *all, const char *words)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = "a.md", .text = text_from_string(all)};
    size_t begin = text_find(source->text, text_from_string(words), 0);
    assert_true(begin != TEXT_NOT_FOUND);
    return (struct diagnostic){.level = LEVEL_WARNING,
                               .code = "W401",
                               .name = "vague-term",
                               .message = &message,
                               .args = {text_from_string(words)},
                               .role = TEXT("客服"),
                               .at = {.source = source,
                                      .begin = (uint32_t)begin,
                                      .end = (uint32_t)(begin + strlen(words))}};
}

static struct text reported(report_writer *write, struct diagnostic d, bool has_excerpts)
{
    struct diagnostics *diags = diagnostics_new(arena);
    struct text_buffer out = text_buffer_new(arena);
    diagnostics_add(diags, d);
    const struct report report = {
        .findings = diags, .language = LANG_EN, .fails = LEVEL_ERROR, .has_excerpts = has_excerpts};
    write(&report, &out);
    return buffer_text(&out);
}

/* expected: the two lines below the finding */
static void expect_excerpt(const char *all, const char *words, const char *expected)
{
    struct text said = reported(report_text, finding_at(all, words), true);
    struct text excerpt = text_from(said, text_find(said, TEXT("\n"), 0) + 1);
    if (!text_is(excerpt, expected))
        fail_msg("«%.*s» is not «%s»", TEXT_ARGS(excerpt), expected);
}

static void test_the_caret_stands_below_double_width_characters(void **state)
{
    (void)state;
    expect_excerpt("one\n- 受理等業務\n", "等", "    - 受理等業務\n          ^~\n");
    expect_excerpt("- ＡＢ등c\n", "c", "    - ＡＢ등c\n            ^\n");
    expect_excerpt("a etc. b", "etc.", "    a etc. b\n      ^~~~\n");
}

static void test_marks_take_no_column_and_tabs_one(void **state)
{
    (void)state;
    expect_excerpt("e\xCC\x81t\tx", "x", "    e\xCC\x81t x\n       ^\n");
}

static void test_control_characters_do_not_reach_the_terminal(void **state)
{
    (void)state;
    expect_excerpt("a\x1B[31mb", "b", "    a\xEF\xBF\xBD[31mb\n          ^\n");
}

static void test_of_a_long_line_the_place_is_shown(void **state)
{
    (void)state;
    struct text_buffer line = text_buffer_new(arena);
    for (size_t i = 0; i < 100; i++)
        buffer_append_string(&line, "長");
    buffer_append_string(&line, "等");
    for (size_t i = 0; i < 100; i++)
        buffer_append_string(&line, "短");
    struct text said = reported(report_text, finding_at(buffer_string(&line), "等"), true);
    size_t first = text_find(said, TEXT("\n"), 0) + 1, second = text_find(said, TEXT("\n"), first);
    struct text shown = text_slice(said, first, second), caret = text_from(said, second + 1);
    assert_true(text_starts_with(shown, TEXT("    …長")));
    assert_true(text_ends_with(shown, TEXT("短…")));
    assert_int_equal(text_find(caret, TEXT("^~\n"), 0), 4 + 1 + 40);
    assert_int_equal(text_code_points(shown), 4 + 1 + 48 + 1);
}

static void test_a_place_without_lines_has_no_excerpt(void **state)
{
    (void)state;
    struct diagnostic d = finding_at("a", "a");
    const struct source word = {.path = "a.docx", .kind = SOURCE_WORD};
    d.at = (struct span){.source = &word, .table = 1, .row = 6};
    assert_true(text_is(reported(report_text, d, true),
                        "a.docx: table 1, row 6: warning[W401] three: a [客服]\n"));
}

static void test_github_escapes_what_ends_messages_and_properties(void **state)
{
    (void)state;
    struct diagnostic d = finding_at("50%", "50%");
    d.args[0] = TEXT("50%\r\n::x");
    ((struct source *)d.at.source)->path = "./a,b:c%.md";
    assert_true(text_is(reported(report_github, d, false),
                        "::warning file=a%2Cb%3Ac%25.md,line=1,col=1,endColumn=3,title=W401 "
                        "vague-term::three: 50%25%0D%0A::x [客服]\n"));
}

static void test_paths_become_uris(void **state)
{
    (void)state;
    struct source source = {.path = "./roles/組 a:b.md"};
    struct span at = span_of_source(&source);
    assert_true(text_is(path_uri(arena, at), "roles/%E7%B5%84%20a%3Ab.md"));
    source.path = "/srv/a.md";
    assert_true(text_is(path_uri(arena, at), "file:///srv/a.md"));
}

/* ---- SARIF: the facts of the schema (OASIS, sarif-schema-2.1.0.json) ---- */

static json_t *sarif_of(struct diagnostic d)
{
    struct text said = reported(report_sarif, d, false);
    json_error_t error;
    json_t *log = json_loadb(said.data, said.size, JSON_REJECT_DUPLICATES, &error);
    assert_non_null(log);
    assert_string_equal(json_string_value(json_object_get(log, "version")), "2.1.0");
    assert_int_equal(json_array_size(json_object_get(log, "runs")), 1);
    return log;
}

static json_t *run_of(json_t *log) { return json_array_get(json_object_get(log, "runs"), 0); }

static json_t *result_of(json_t *log)
{
    json_t *results = json_object_get(run_of(log), "results");
    assert_int_equal(json_array_size(results), 1);
    return json_array_get(results, 0);
}

static json_int_t number_at(json_t *region, const char *key)
{
    return json_integer_value(json_object_get(region, key));
}

static void test_sarif_rules_have_help_and_results_point_to_them(void **state)
{
    (void)state;
    json_t *log = sarif_of(finding_at("a\n- 受理等業務", "等"));
    json_t *driver = json_object_get(json_object_get(run_of(log), "tool"), "driver");
    json_t *rules = json_object_get(driver, "rules"), *rule = json_array_get(rules, 0);
    json_t *result = result_of(log);
    assert_int_equal(json_array_size(rules), 1);
    assert_string_equal(json_string_value(json_object_get(rule, "id")), "W401");
    assert_string_equal(json_string_value(json_object_get(driver, "language")), "en-GB");
    assert_true(
        strstr(json_string_value(json_object_get(json_object_get(rule, "help"), "markdown")),
               "```markdown") != NULL);
    assert_string_equal(json_string_value(json_object_get(result, "ruleId")), "W401");
    assert_int_equal(number_at(result, "ruleIndex"), 0);
    assert_string_equal(json_string_value(json_object_get(result, "level")), "warning");
    assert_int_equal(strlen(json_string_value(json_object_get(
                         json_object_get(result, "partialFingerprints"), "rolebookContent/v1"))),
                     16);
    json_decref(log);
}

static void test_sarif_regions_count_characters_and_end_behind_the_last(void **state)
{
    (void)state;
    json_t *log = sarif_of(finding_at("a\n- 受理等業務", "等業"));
    json_t *location = json_array_get(json_object_get(result_of(log), "locations"), 0);
    json_t *physical = json_object_get(location, "physicalLocation");
    json_t *region = json_object_get(physical, "region");
    assert_string_equal(json_string_value(json_object_get(run_of(log), "columnKind")),
                        "unicodeCodePoints");
    assert_int_equal(number_at(region, "startLine"), 2);
    assert_int_equal(number_at(region, "startColumn"), 5);
    assert_int_equal(number_at(region, "endLine"), 2);
    assert_int_equal(number_at(region, "endColumn"), 7);
    json_decref(log);
}

static void test_sarif_carries_the_fix_of_a_finding(void **state)
{
    (void)state;
    struct diagnostic d = finding_at("- 受理等業務", "等");
    d.has_replacement = true;
    d.replacement = TEXT("退貨");
    json_t *log = sarif_of(d);
    json_t *fix = json_array_get(json_object_get(result_of(log), "fixes"), 0);
    json_t *change = json_array_get(json_object_get(fix, "artifactChanges"), 0);
    json_t *replacement = json_array_get(json_object_get(change, "replacements"), 0);
    json_t *region = json_object_get(replacement, "deletedRegion");
    assert_int_equal(number_at(region, "startColumn"), 5);
    assert_int_equal(number_at(region, "endColumn"), 6);
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(replacement, "insertedContent"), "text")),
        "退貨");
    json_decref(log);
}

static void test_sarif_takes_what_reading_reports_as_notifications(void **state)
{
    (void)state;
    struct diagnostic d = finding_at("a", "a");
    d.level = LEVEL_ERROR;
    d.code = d.name = NULL;
    json_t *log = sarif_of(d);
    json_t *invocation = json_array_get(json_object_get(run_of(log), "invocations"), 0);
    assert_true(json_is_false(json_object_get(invocation, "executionSuccessful")));
    assert_int_equal(json_array_size(json_object_get(invocation, "toolExecutionNotifications")), 1);
    assert_int_equal(json_array_size(json_object_get(run_of(log), "results")), 0);
    json_decref(log);
}

/* The page of that many findings of one role. */
static struct text page_of(size_t count)
{
    struct handbook *handbook = handbook_new(arena);
    struct role *role = role_append(handbook, NULL, (struct span){0});
    struct diagnostics *diags = diagnostics_new(arena);
    struct text_buffer out = text_buffer_new(arena);
    record_append(handbook, &role->values[ELEMENT_TITLE], TEXT("客服"), (struct span){0});
    for (size_t i = 0; i < count; i++)
        diagnostics_add(diags, finding_at("相關", "相關"));
    const struct report report = {.findings = diags,
                                  .language = LANG_EN,
                                  .handbook = handbook,
                                  .vocabulary =
                                      vocabulary_load(arena, NULL, diagnostics_new(arena)),
                                  .scores = scores_of(arena, handbook, profile_default(arena))};
    report_html(&report, &out);
    return buffer_text(&out);
}

static size_t times(struct text page, const char *words)
{
    size_t count = 0, size = strlen(words);
    for (size_t at = 0; (at = text_find(page, text_from_string(words), at)) != TEXT_NOT_FOUND;
         at += size)
        count++;
    return count;
}

static void test_a_page_holds_all_findings_and_offers_those_past_the_first(void **state)
{
    (void)state;
    struct text few = page_of(100), many = page_of(2000);
    assert_int_equal(times(few, "<tr data-level"), 100);
    assert_int_equal(times(few, "<button type=\"button\" data-more"), 0);
    assert_int_equal(times(many, "<tr data-level"), 2000);
    assert_int_equal(times(many, "<button type=\"button\" data-more=\"100\" hidden"), 1);
    assert_int_equal(times(many, "<span>1900</span>"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_holds_all_findings_and_offers_those_past_the_first),
        cmocka_unit_test(test_the_caret_stands_below_double_width_characters),
        cmocka_unit_test(test_marks_take_no_column_and_tabs_one),
        cmocka_unit_test(test_control_characters_do_not_reach_the_terminal),
        cmocka_unit_test(test_of_a_long_line_the_place_is_shown),
        cmocka_unit_test(test_a_place_without_lines_has_no_excerpt),
        cmocka_unit_test(test_github_escapes_what_ends_messages_and_properties),
        cmocka_unit_test(test_paths_become_uris),
        cmocka_unit_test(test_sarif_rules_have_help_and_results_point_to_them),
        cmocka_unit_test(test_sarif_regions_count_characters_and_end_behind_the_last),
        cmocka_unit_test(test_sarif_carries_the_fix_of_a_finding),
        cmocka_unit_test(test_sarif_takes_what_reading_reports_as_notifications),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
