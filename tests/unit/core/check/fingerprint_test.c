/* Findings are known again by what they say, not by where they stand. */
#include "core/check/fingerprint.h"
#include "tests/unit/arena.h"

static const struct message message = {{"一", "一", "one"}};
static const struct message other_message = {{"二", "二", "two"}};

static struct diagnostic finding(void)
{
    return (struct diagnostic){.level = LEVEL_WARNING,
                               .code = "W401",
                               .name = "vague-term",
                               .message = &message,
                               .role = TEXT("客服代表"),
                               .element = TEXT("duties"),
                               .excerpt = TEXT("等"),
                               .content = TEXT("受理咨询、投诉等业务")};
}

static uint64_t key_of(struct diagnostic d)
{
    struct diagnostics *diags = diagnostics_new(arena);
    diagnostics_add(diags, d);
    return fingerprints_of(arena, diags)[0].key;
}

static void test_place_level_and_advice_do_not_count(void **state)
{
    (void)state;
    const struct source markdown = {.path = "roles/a.md", .text = TEXT("0123456789")};
    const struct source word = {.path = "b.docx", .kind = SOURCE_WORD};
    struct diagnostic d = finding();
    uint64_t key = key_of(d);
    d.at = (struct span){.source = &markdown, .begin = 3, .end = 7};
    assert_true(key_of(d) == key);
    d.at = (struct span){.source = &word, .table = 2, .row = 5};
    d.level = LEVEL_INFO;
    d.message = &other_message;
    d.args[0] = TEXT("73%");
    assert_true(key_of(d) == key);
}

static void test_script_width_and_blanks_do_not_count(void **state)
{
    (void)state;
    struct diagnostic d = finding();
    uint64_t key = key_of(d);
    d.content = TEXT("受理諮詢、 投訴等業務");
    uint64_t other_word = key_of(d); /* 諮 folds to 谘, which is another character than 咨 */
    d.content = TEXT("受理咨詢、 投訴等業務");
    assert_true(key_of(d) == key);
    assert_true(other_word != key);
}

static void test_rule_role_element_and_words_count(void **state)
{
    (void)state;
    uint64_t key = key_of(finding());
    struct diagnostic d = finding();
    d.code = "W403";
    assert_true(key_of(d) != key);
    d = finding();
    d.role = TEXT("班組長");
    assert_true(key_of(d) != key);
    d = finding();
    d.element = TEXT("standards");
    assert_true(key_of(d) != key);
    d = finding();
    d.content = TEXT("受理咨询等业务");
    assert_true(key_of(d) != key);
    d = finding();
    d.excerpt = TEXT("业务");
    assert_true(key_of(d) != key);
}

static void test_findings_alike_are_counted_in_their_order(void **state)
{
    (void)state;
    struct diagnostics *diags = diagnostics_new(arena), *more = diagnostics_new(arena);
    struct diagnostic between = finding();
    between.role = TEXT("班組長");
    diagnostics_add(diags, finding());
    diagnostics_add(diags, finding());
    diagnostics_add(more, finding());
    diagnostics_add(more, between);
    diagnostics_add(more, finding());
    const struct fingerprint *first = fingerprints_of(arena, diags);
    const struct fingerprint *second = fingerprints_of(arena, more);
    assert_int_equal(first[0].ordinal, 1);
    assert_int_equal(first[1].ordinal, 2);
    assert_true(first[0].key != first[1].key && first[0].content == first[1].content);
    assert_true(second[0].key == first[0].key && second[2].key == first[1].key);
    assert_int_equal(second[1].ordinal, 1);
}

static void test_what_names_nothing_is_told_apart_by_file_and_words(void **state)
{
    (void)state;
    const struct source word = {.path = "forms/組長.v2.docx", .kind = SOURCE_WORD};
    const struct source text = {.path = "組長.v2.md"}, other = {.path = "組員.md"};
    struct diagnostic d = {.level = LEVEL_ERROR, .message = &message, .at.source = &word};
    uint64_t key = key_of(d);
    d.at.source = &text;
    assert_true(key_of(d) == key);
    d.at.source = &other;
    assert_true(key_of(d) != key);
    d.at.source = &text;
    d.message = &other_message;
    assert_true(key_of(d) != key);
}

static void test_a_key_is_sixteen_digits(void **state)
{
    (void)state;
    assert_true(
        text_is(fingerprint_text(arena, (struct fingerprint){.key = 0xAB}), "00000000000000ab"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_place_level_and_advice_do_not_count),
        cmocka_unit_test(test_script_width_and_blanks_do_not_count),
        cmocka_unit_test(test_rule_role_element_and_words_count),
        cmocka_unit_test(test_findings_alike_are_counted_in_their_order),
        cmocka_unit_test(test_what_names_nothing_is_told_apart_by_file_and_words),
        cmocka_unit_test(test_a_key_is_sixteen_digits),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
