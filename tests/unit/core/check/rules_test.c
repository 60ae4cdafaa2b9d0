/* Every rule's own examples: the bad one gives its code, the good one does not. */
#include "converters/converter.h"
#include "core/base/text_buffer.h"
#include "core/check/explain.h"
#include "core/check/rule.h"
#include "core/check/suppressions.h"
#include "core/extract/extract.h"
#include "core/extract/findings.h"
#include "core/normalise/normalise.h"
#include "tests/unit/vocabulary.h"
#include <string.h>

static void add_file(struct handbook *handbook, const char *name, struct text words,
                     struct diagnostics *diags)
{
    struct source *source = arena_new(arena, struct source);
    struct document *document = NULL;
    source->path = name;
    struct input input = {.arena = arena, .source = source, .bytes = words, .diags = diags};
    assert_int_equal(converter_by_name(TEXT("markdown"))->read_document(&input, &document),
                     STATUS_OK);
    struct handbook *one =
        extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, NULL, NULL, diags);
    normalise_handbook(one, vocabulary);
    handbook_join(handbook, one);
}

/* Files divided by lines "== name". */
static void add_project(struct handbook *handbook, struct text all, struct diagnostics *diags)
{
    struct text line, name = TEXT("");
    size_t begin = 0;
    for (size_t offset = 0, at = 0; text_next_line(all, &offset, &line); at = offset) {
        if (!text_starts_with(line, TEXT("== ")))
            continue;
        if (!text_is_empty(name))
            add_file(handbook, text_to_string(arena, name), text_slice(all, begin, at), diags);
        name = text_from(line, 3);
        begin = offset;
    }
    add_file(handbook, text_to_string(arena, name), text_from(all, begin), diags);
}

static size_t count_findings(const struct rule *rule, enum language language, const char *example)
{
    struct diagnostics *diags = diagnostics_new(arena);
    struct handbook *handbook = handbook_new(arena);
    struct text_buffer words = text_buffer_new(arena);
    struct check_config *config = check_config_new(arena);
    if (rule->kind == EXAMPLE_SECTION) {
        buffer_append_string(&words, "# X\n\n## ");
        buffer_append(&words, vocabulary_heading(vocabulary, language, rule->element));
        buffer_append_string(&words, "\n\n");
    }
    buffer_append_string(&words, example);
    if (rule->kind == EXAMPLE_PROJECT)
        add_project(handbook, buffer_text(&words), diags);
    else
        add_file(handbook, "role.md", buffer_text(&words), diags);
    if (handbook->role_count == 0)
        role_append(handbook, NULL, (struct span){0});
    handbook->language = text_from_string(language_tag(language));
    config->is_whole = rule->kind == EXAMPLE_PROJECT;
    if (rule->profile != NULL)
        config->profile = profile_load(arena, rule->profile, diags);
    check_handbook(handbook, vocabulary, config, diags);
    diags = suppressions_apply(arena, config, handbook, diags, NULL);
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++)
        count += diags->items[i]->code != NULL && strcmp(diags->items[i]->code, rule->code) == 0;
    return count;
}

static void test_bad_examples_are_found_and_good_ones_are_not(void **state)
{
    (void)state;
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++)
        for (size_t l = 0; l < LANG_COUNT; l++) {
            const struct example *example = &(*rule)->examples[l];
            if (count_findings(*rule, (enum language)l, example->bad) == 0)
                fail_msg("%s: the bad example in %s is not found", (*rule)->code,
                         language_tag((enum language)l));
            if (count_findings(*rule, (enum language)l, example->good) != 0)
                fail_msg("%s: the good example in %s is found", (*rule)->code,
                         language_tag((enum language)l));
        }
}

static void test_rules_are_in_order_and_say_all_in_three_languages(void **state)
{
    (void)state;
    const char *before = "";
    assert_true(rule_count() >= 29);
    for (const struct rule *const *rule = rule_registry; *rule != NULL; rule++) {
        assert_true(strcmp(before, (*rule)->code) < 0);
        before = (*rule)->code;
        assert_ptr_equal(rule_find(text_from_string((*rule)->code)), *rule);
        assert_ptr_equal(rule_find(text_from_string((*rule)->name)), *rule);
        for (size_t l = 0; l < LANG_COUNT; l++) {
            assert_non_null((*rule)->message.text[l]);
            assert_non_null((*rule)->reason.text[l]);
        }
    }
}

/* Extraction words what it finds; the rules of those codes show the same words. */
static void test_rules_of_extraction_word_their_messages_alike(void **state)
{
    (void)state;
    const struct {
        const char *code;
        enum finding finding;
    } pairs[] = {{"S101", FINDING_UNRECOGNISED_SECTION},
                 {"S102", FINDING_REPEATED_SECTION},
                 {"S103", FINDING_EMPTY_SECTION}};
    for (size_t i = 0; i < 3; i++)
        for (size_t l = 0; l < LANG_COUNT; l++)
            assert_string_equal(rule_find(text_from_string(pairs[i].code))->message.text[l],
                                finding_row(pairs[i].finding)->message->text[l]);
}

static void test_levels_are_set_by_code_prefix_and_name(void **state)
{
    (void)state;
    struct check_config *config = check_config_new(arena);
    assert_true(check_config_set_level(config, TEXT("C3"), LEVEL_OFF));
    assert_true(check_config_set_level(config, TEXT("missing-tools"), LEVEL_INFO));
    assert_false(check_config_set_level(config, TEXT("Z9"), LEVEL_INFO));
    for (size_t i = 0; i < rule_count(); i++) {
        if (strncmp(rule_registry[i]->code, "C3", 2) == 0)
            assert_int_equal(config->levels[i], LEVEL_OFF);
        else if (strcmp(rule_registry[i]->code, "C401") == 0)
            assert_int_equal(config->levels[i], LEVEL_INFO);
        else
            assert_int_equal(config->levels[i], rule_registry[i]->level);
    }
}

static const char *chosen(struct check_config *config, const char *code)
{
    for (size_t i = 0; i < rule_count(); i++)
        if (strcmp(rule_registry[i]->code, code) == 0)
            return level_name(config->levels[i]);
    return NULL;
}

static void test_rules_are_selected_and_ignored_by_prefix_and_name(void **state)
{
    (void)state;
    struct check_config *config = check_config_new(arena);
    struct text unknown, select[] = {TEXT("B"), TEXT("none")};
    struct rule_choice choice = {.select = select, .select_count = 2};
    assert_false(check_config_choose(config, &choice, &unknown));
    assert_true(text_is(unknown, "none"));
    choice.select_count = 1;
    assert_true(check_config_choose(config, &choice, &unknown));
    for (size_t i = 0; i < rule_count(); i++)
        assert_true((config->levels[i] != LEVEL_OFF) == (rule_registry[i]->code[0] == 'B'));
}

static void test_the_most_exact_selector_counts_and_of_equals_ignore(void **state)
{
    (void)state;
    struct check_config *config = check_config_new(arena);
    struct text unknown, select[] = {TEXT("W"), TEXT("vague-term"), TEXT("C301")},
                         ignore[] = {TEXT("W4"), TEXT("C301"), TEXT("C")};
    struct rule_choice choice = {
        .select = select, .select_count = 3, .ignore = ignore, .ignore_count = 3};
    assert_true(check_config_choose(config, &choice, &unknown));
    assert_string_equal(chosen(config, "W101"), "warning");
    assert_string_equal(chosen(config, "W401"), "warning");
    assert_string_equal(chosen(config, "W402"), "off");
    assert_string_equal(chosen(config, "C301"), "off");
    assert_string_equal(chosen(config, "S101"), "off");
}

static void test_extended_rules_are_asked_although_their_level_is_off(void **state)
{
    (void)state;
    struct check_config *config = check_config_new(arena);
    struct text unknown, extend[] = {TEXT("C3")}, ignore[] = {TEXT("C302")};
    struct rule_choice choice = {
        .extend = extend, .extend_count = 1, .ignore = ignore, .ignore_count = 1};
    check_config_set_level(config, TEXT("C"), LEVEL_OFF);
    assert_true(check_config_choose(config, &choice, &unknown));
    assert_string_equal(chosen(config, "C301"), "error");
    assert_string_equal(chosen(config, "C302"), "off");
    assert_string_equal(chosen(config, "C401"), "off");
    assert_string_equal(chosen(config, "W101"), "warning");
}

static void test_an_explanation_shows_both_examples(void **state)
{
    (void)state;
    struct text_buffer out = text_buffer_new(arena);
    assert_false(explain_rule(TEXT("X999"), LANG_EN, &out));
    assert_true(explain_rule(TEXT("c303"), LANG_EN, &out));
    struct text said = buffer_text(&out);
    assert_true(text_find(said, TEXT("|Satisfied|30%|"), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(said, TEXT("|Satisfied|40%|"), 0) != TEXT_NOT_FOUND);
    assert_true(text_find(said, TEXT("no total score is defined"), 0) != TEXT_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bad_examples_are_found_and_good_ones_are_not),
        cmocka_unit_test(test_rules_are_in_order_and_say_all_in_three_languages),
        cmocka_unit_test(test_rules_of_extraction_word_their_messages_alike),
        cmocka_unit_test(test_levels_are_set_by_code_prefix_and_name),
        cmocka_unit_test(test_rules_are_selected_and_ignored_by_prefix_and_name),
        cmocka_unit_test(test_the_most_exact_selector_counts_and_of_equals_ignore),
        cmocka_unit_test(test_extended_rules_are_asked_although_their_level_is_off),
        cmocka_unit_test(test_an_explanation_shows_both_examples),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
