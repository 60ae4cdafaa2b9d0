/* Work elements from tables, lists and lines. */
#include "converters/csv/csv.h"
#include "converters/markdown/markdown.h"
#include "core/base/text_buffer.h"
#include "core/draft/work.h"
#include "tests/unit/unit.h"

struct reading {
    struct arena *arena;
    struct work_log log;
    struct diagnostics *diags;
};

static struct reading read_as(const struct converter *converter, const char *bytes)
{
    struct reading r = {.arena = arena_open(NULL, NULL)};
    struct source *source = arena_new(r.arena, struct source);
    struct document *document = NULL;
    r.diags = diagnostics_new(r.arena);
    r.log.arena = r.arena;
    source->path = "log";
    struct input input = {
        .arena = r.arena, .source = source, .bytes = text_from_string(bytes), .diags = r.diags};
    assert_int_equal(converter->read_document(&input, &document), STATUS_OK);
    work_read_document(&r.log, vocabulary_load(r.arena, NULL, r.diags), document, r.diags);
    return r;
}

/* "element/who/times in thousandths/seconds", a row a line; seconds - where there is no time. */
static void expect_rows(const struct converter *converter, const char *bytes, const char *expected)
{
    struct reading r = read_as(converter, bytes);
    struct text_buffer out = text_buffer_new(r.arena);
    for (size_t i = 0; i < r.log.count; i++) {
        const struct work_row *row = &r.log.rows[i];
        buffer_append(&out, row->words[WORK_ELEMENT]);
        buffer_append_byte(&out, '/');
        buffer_append(&out, row->words[WORK_WHO]);
        buffer_append_format(&out, "/%lld/", (long long)row->frequency.times_pt1000);
        if (row->has_time)
            buffer_append_int(&out, row->seconds);
        else
            buffer_append_byte(&out, '-');
        buffer_append_byte(&out, '\n');
    }
    assert_string_equal(buffer_string(&out), expected);
    arena_close(r.arena);
}

static void test_columns_are_known_by_their_heads_and_units(void **state)
{
    (void)state;
    expect_rows(&markdown_converter,
                "說明。\n\n| 工作要素 | 執行者 | 頻率 | 每次時間（小時） |\n|-|-|-|-|\n"
                "| 編製班表 | 排班員 | 每週一次 | 2 |\n",
                "編製班表/排班員/50000/360000\n");
    expect_rows(&csv_converter, "Who,Task,Times,Minutes\nAgent,Answer calls,3,5\n",
                "Answer calls/Agent/3000/900\n");
    expect_rows(&csv_converter, "Ticket type,Count,Total time (hours)\nBilling,10,2.5\n",
                "Billing//10000/9000\n");
}

static void test_an_element_of_several_positions_is_one_of_each(void **state)
{
    (void)state;
    expect_rows(&csv_converter, "工作要素,執行者,次數\n巡視現場,班組長、排班員,2\n",
                "巡視現場/班組長/2000/-\n巡視現場/排班員/2000/-\n");
}

static void test_lines_say_the_rest_in_brackets(void **state)
{
    (void)state;
    expect_rows(&markdown_converter,
                "受理客户投诉（客服专员，每日20次，15分钟）\n编制每周班表（排班员，2小时）\n",
                "受理客户投诉/客服专员/5000000/4500000\n编制每周班表/排班员/1000/7200\n");
    expect_rows(
        &markdown_converter,
        "# Work\n\nCollected in May.\n\n## Depot clerk\n\n1. Issue receipts (daily, 5 min)\n"
        "2. File cards (by hand)\n",
        "Issue receipts/Depot clerk/250000/75000\nFile cards/by hand/1000/-\n");
}

static void test_what_cannot_be_used_is_said_at_its_place(void **state)
{
    (void)state;
    struct reading r = read_as(&csv_converter, "Element,Who,Times,Shoe size\n,Agent,3,44\n"
                                               "Answer calls,Agent,often,43\n");
    assert_int_equal(r.log.count, 1);
    assert_int_equal(r.diags->count, 3);
    assert_int_equal(span_line_column(r.diags->items[0]->at).line, 2);
    assert_int_equal(span_line_column(r.diags->items[1]->at).line, 3);
    assert_int_equal(span_line_column(r.diags->items[2]->at).column, 19);
    arena_close(r.arena);
}

static void test_sums_stay_in_range_whatever_is_written(void **state)
{
    (void)state;
    expect_rows(&csv_converter,
                "Element,Times,Minutes\nA,99999999999999999999,5\nB,3,99999999999999999999\n"
                "C,9999999 a day,99999\n",
                "A//1000/300\nB//3000/-\nC//1000/5999940\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_are_known_by_their_heads_and_units),
        cmocka_unit_test(test_an_element_of_several_positions_is_one_of_each),
        cmocka_unit_test(test_lines_say_the_rest_in_brackets),
        cmocka_unit_test(test_what_cannot_be_used_is_said_at_its_place),
        cmocka_unit_test(test_sums_stay_in_range_whatever_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
