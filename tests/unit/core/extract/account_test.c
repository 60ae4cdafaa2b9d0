/* The account says truly where words went: nothing lost, nothing claimed that the model lacks. */
#include "converters/converter.h"
#include "core/extract/extract.h"
#include "tests/unit/vocabulary.h"
#include <string.h>

struct reading {
    struct account *account;
    struct handbook *handbook;
};

static struct reading read_markdown(const char *words)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.md";
    struct text bytes = text_from_string(words);
    struct diagnostics *diags = diagnostics_new(arena);
    struct input input = {.arena = arena, .source = source, .bytes = bytes, .diags = diags};
    struct document *document = NULL;
    const struct converter *converter = converter_sniff(bytes, TEXT("a.md"));
    assert_int_equal(converter->read_document(&input, &document), STATUS_OK);
    struct reading reading = {.account = account_new(arena)};
    reading.handbook = extract_document(arena, vocabulary, document, FILE_KIND_UNKNOWN, NULL,
                                        reading.account, diags);
    return reading;
}

static const struct account_entry *find(const struct account *account, const char *words)
{
    for (size_t i = 0; i < account->count; i++)
        if (text_is(account->items[i].words, words))
            return &account->items[i];
    fail_msg("no entry says \"%s\"", words);
    return NULL;
}

static void test_the_name_behind_a_form_title_is_accounted_for(void **state)
{
    (void)state;
    struct reading r = read_markdown("# Job Description: Clerk\n\n## Duties\n\n- file letters\n");
    assert_int_equal(r.account->lost, 0);
    assert_int_equal(find(r.account, "Job Description")->use, USE_LABEL);
    assert_int_equal(find(r.account, "Clerk")->use, USE_VALUE);
}

static void test_of_a_heading_only_the_name_is_the_title(void **state)
{
    (void)state;
    struct reading r = read_markdown("# 客服代表岗位职责\n\n1. 受理来电\n2. 登记工单\n");
    assert_int_equal(find(r.account, "客服代表")->use, USE_VALUE);
    assert_int_equal(find(r.account, "岗位职责")->use, USE_LABEL);
}

static void test_a_heading_without_words_is_left_out_and_said_so(void **state)
{
    (void)state;
    struct reading r = read_markdown("# 客服代表\n\n## 岗位职责\n\n- 受理来电\n\n## 备注\n");
    assert_null(r.handbook->roles->other);
    const struct account_entry *entry = find(r.account, "备注");
    assert_int_equal(entry->use, USE_SKIPPED);
    assert_int_equal(entry->clue, CLUE_NO_ELEMENT);
}

static void test_words_behind_the_heading_of_a_chapter_are_its_page(void **state)
{
    (void)state;
    struct reading r = read_markdown(
        "# 岗位目的：为来电者服务，并如实登记。\n\n## 客服代表\n\n### 职责\n\n- 受理来电\n\n"
        "## 调度员\n\n### 职责\n\n- 编排路线\n");
    assert_int_equal(r.account->lost, 0);
    assert_int_equal(find(r.account, "为来电者服务，并如实登记。")->use, USE_PAGE);
}

static void test_a_label_has_all_columns_below_it(void **state)
{
    (void)state;
    struct reading r =
        read_markdown("<table><tr><td colspan=\"2\">岗位名称</td><td>任职条件</td></tr>"
                      "<tr><td>客服代表</td><td>（夜班）</td><td>高中毕业</td></tr></table>\n");
    assert_int_equal(r.account->lost, 0);
    find(r.account, "高中毕业");
}

static void test_words_of_notes_to_prompts_are_accounted_for(void **state)
{
    (void)state;
    struct document *document = document_new(arena, NULL);
    struct span at = {0};
    document->diags = diagnostics_new(arena);
    struct block *heading = block_append(document, NULL, BLOCK_HEADING, at);
    heading->level = 1;
    run_append(document, heading, RUN_TEXT, TEXT("客服代表"), at);
    struct block *note = block_append(document, NULL, BLOCK_PARAGRAPH, at);
    run_append(document, note, RUN_TEXT, TEXT("click here"), at)->style = STYLE_PLACEHOLDER;
    heading->next = NULL;
    document->last_block = heading;
    run_append(document, heading, RUN_NOTE, TEXT(""), at)->note = note;
    struct account *account = account_new(arena);
    extract_document(arena, vocabulary, document, FILE_KIND_ROLES, NULL, account, document->diags);
    assert_int_equal(account->lost, 0);
    assert_int_equal(find(account, "click here")->clue, CLUE_PROMPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_name_behind_a_form_title_is_accounted_for),
        cmocka_unit_test(test_of_a_heading_only_the_name_is_the_title),
        cmocka_unit_test(test_a_heading_without_words_is_left_out_and_said_so),
        cmocka_unit_test(test_words_behind_the_heading_of_a_chapter_are_its_page),
        cmocka_unit_test(test_a_label_has_all_columns_below_it),
        cmocka_unit_test(test_words_of_notes_to_prompts_are_accounted_for),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
