/* Indexes: in the order of the language, and each number is that of the page it links to. */
#include "converters/pdf/pdf.h"
#include "tests/unit/core/compose/composed_book.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int open_chinese_handbook(void **state)
{
    int status = open_handbook(state);
    handbook->language = TEXT("zh-Hant");
    return status;
}

static struct role *add_role_with(const char *title, const char *tool)
{
    struct role *role = role_append(handbook, NULL, (struct span){0});
    record_append(handbook, &role->values[ELEMENT_TITLE], text_from_string(title),
                  (struct span){0});
    if (tool != NULL)
        record_append(handbook, &role->values[ELEMENT_TOOLS], text_from_string(tool),
                      (struct span){0});
    return role;
}

/* The lines in that style, as one text. */
static struct text lines_in(const struct document *document, const char *style)
{
    struct text_buffer lines = text_buffer_new(arena);
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        if (walk.event != WALK_ENTER || !text_is(walk.block->style, style))
            continue;
        buffer_append(&lines, block_text(arena, walk.block));
        buffer_append_byte(&lines, '\n');
    }
    return buffer_text(&lines);
}

static void test_words_stand_in_order_under_their_heads(void **state)
{
    (void)state;
    add_role_with("班組長", "工單系統");
    struct role *role = add_role_with("工程師", "ERP");
    record_append(handbook, &role->values[ELEMENT_ALTERNATE_TITLES], TEXT("二線人員"),
                  (struct span){0});
    add_role_with("一線客服", "工 單 系統");
    struct document *document = compose();
    assert_true(
        text_equal(lines_in(document, "index-head"), TEXT("一畫\n二畫\n三畫\n十畫\n三畫\nA–Z\n")));
    assert_true(text_equal(lines_in(document, "index"),
                           TEXT("一線客服　\n二線人員　見 工程師 \n工程師　\n班組長　\n"
                                "工 單 系統　一線客服 、班組長 \nERP　工程師 \n")));
}

static void test_pinyin_and_the_alphabet_head_the_others(void **state)
{
    (void)state;
    add_role_with("Zeta clerk", NULL);
    add_role_with("agent", NULL);
    handbook->language = TEXT("en-GB");
    assert_true(text_equal(lines_in(compose(), "index-head"), TEXT("A\nZ\n")));
    handbook->language = TEXT("zh-Hans");
    add_role_with("班组长", NULL);
    assert_true(text_equal(lines_in(compose(), "index-head"), TEXT("B\nA–Z\n")));
}

static void test_one_role_needs_no_index_of_roles(void **state)
{
    (void)state;
    assert_int_equal(lines_in(compose(), "index").size, 0);
    add_role_with("班組長", NULL);
    assert_int_equal(lines_in(compose(), "index").size, 0);
}

static void test_titles_of_indexes_stand_nearer_to_their_own_lines(void **state)
{
    (void)state;
    static const char *const names[] = {"classic", "compact", "large-print"};
    add_role_with("班組長", "工單系統");
    add_role_with("工程師", "ERP");
    for (size_t i = 0; i < 3; i++) {
        template = template_load(arena, names[i], diags);
        struct document *document = compose();
        const struct style *title = stylesheet_style(document->stylesheet, TEXT("index-title"));
        assert_true(
            text_equal(lines_in(document, "index-title"), TEXT("崗位索引\n設備工具索引\n")));
        assert_true(title->space_before > 2 * title->space_after);
        const struct style *line = stylesheet_style(document->stylesheet, TEXT("index"));
        int64_t first = line->indent_left + (int64_t)line->indent_first_em1000 * line->size / 1000;
        assert_in_range(first, 0, 100); /* at the margin, not beyond */
    }
}

static void test_indexes_stand_in_two_columns_where_there_is_room(void **state)
{
    (void)state;
    static const struct {
        const char *template;
        unsigned columns;
    } rows[] = {{"classic", 2}, {"compact", 2}, {"large-print", 1}};
    add_role_with("班組長", NULL);
    add_role_with("工程師", NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        template = template_load(arena, rows[i].template, diags);
        struct document *document = compose();
        const struct page_master *index = stylesheet_master(document->stylesheet, TEXT("index"));
        const struct page_master *body = stylesheet_master(document->stylesheet, TEXT("body"));
        assert_int_equal(stylesheet_columns(index), rows[i].columns);
        assert_true(text_equal(index->foot.right, body->foot.right));
        size_t sections = 0;
        for (const struct block *b = document->blocks; b != NULL; b = b->next)
            sections += b->section != NULL && text_is(b->section->master, "index");
        assert_int_equal(sections, 1);
    }
}

/* The page of the trace on which a line begins. */
static long page_of(const char *all, const char *line)
{
    const char *at = strstr(all, line);
    assert_non_null(at);
    while (strncmp(at, "page ", 5) != 0)
        at--;
    return strtol(at + 5, NULL, 10);
}

static void test_numbers_are_those_of_the_pages(void **state)
{
    (void)state;
    char title[32], line[64];
    for (size_t i = 0; i < 120; i++) {
        snprintf(title, sizeof title, "Clerk %03zu", i);
        add_role_with(text_to_string(arena, text_from_string(title)), "Scanner")->language =
            TEXT("en");
    }
    handbook->language = TEXT("en");
    struct text_buffer out = text_buffer_new(arena);
    assert_int_equal(pdf_trace_document(compose(), &out, diags), STATUS_OK);
    const char *all = buffer_string(&out), *index = all;
    for (const char *at = all; (at = strstr(at, "\"Index of roles\"")) != NULL; at++)
        index = at; /* the last: contents name them first */
    long front = page_of(all, "anchor role-1 ") - 1;
    for (size_t i = 0; i < 120; i++) {
        snprintf(line, sizeof line, "anchor role-%zu ", i + 1);
        long page = page_of(all, line) - front;
        snprintf(line, sizeof line, "\"Clerk %03zu\"", i);
        const char *entry = strstr(index, line);
        if (entry == NULL)
            fail_msg("no %s in: %s", line, index);
        const char *number = strstr(entry, "\"  \"") + 4; /* what divides them */
        number = strstr(strstr(number, "\ntext "), "\"") + 1;
        assert_int_equal(strtol(number, NULL, 10), page);
    }
}

int main(void)
{
#define INDEX_TEST(test)                                                                           \
    cmocka_unit_test_setup_teardown(test, open_chinese_handbook, close_handbook)
    const struct CMUnitTest tests[] = {
        INDEX_TEST(test_words_stand_in_order_under_their_heads),
        INDEX_TEST(test_pinyin_and_the_alphabet_head_the_others),
        INDEX_TEST(test_one_role_needs_no_index_of_roles),
        INDEX_TEST(test_titles_of_indexes_stand_nearer_to_their_own_lines),
        INDEX_TEST(test_indexes_stand_in_two_columns_where_there_is_room),
        INDEX_TEST(test_numbers_are_those_of_the_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
