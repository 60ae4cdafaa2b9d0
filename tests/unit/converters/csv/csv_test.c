/* Comma-separated values become a table whose cells know their places. */
#include "converters/csv/csv.h"
#include "tests/unit/unit.h"

struct reading {
    struct arena *arena;
    struct source source;
    struct diagnostics *diags;
    struct document *document;
    enum status status;
};

static struct reading *read_bytes(struct text bytes)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct reading *r = arena_new(arena, struct reading);
    r->arena = arena;
    r->source.path = "log.csv";
    r->diags = diagnostics_new(arena);
    struct input input = {.arena = arena, .source = &r->source, .bytes = bytes, .diags = r->diags};
    r->status = csv_converter.read_document(&input, &r->document);
    return r;
}

static struct reading *read_string(const char *bytes)
{
    return read_bytes(text_from_string(bytes));
}

/* The rows as one text: fields divided by "|", rows by "/". */
static const char *fields(struct reading *r)
{
    struct text_buffer out = text_buffer_new(r->arena);
    const struct table *table = r->document->blocks->table;
    for (uint32_t row = 0; row < table->rows; row++)
        for (uint32_t column = 0; column < table->columns; column++) {
            const struct cell *cell = table_cell(table, row, column);
            buffer_append_string(&out, column > 0 ? "|" : row > 0 ? "/" : "");
            if (cell != NULL)
                buffer_append(&out, cell_text(r->arena, cell));
        }
    return buffer_string(&out);
}

static void expect_fields(const char *bytes, const char *expected)
{
    struct reading *r = read_string(bytes);
    assert_int_equal(r->status, STATUS_OK);
    assert_string_equal(fields(r), expected);
    arena_close(r->arena);
}

static void test_quoted_fields_hold_separators_quotes_and_lines(void **state)
{
    (void)state;
    expect_fields("a,b\r\n\"1,5\",\"say \"\"yes\"\"\nand go\"\r\n", "a|b/1,5|say \"yes\"\nand go");
}

static void test_separator_is_told_by_the_lines(void **state)
{
    (void)state;
    expect_fields("a;b;c\n1,5;2;3\n", "a|b|c/1,5|2|3");
    expect_fields("a\tb\n1, 2\t3\n", "a|b/1, 2|3");
    expect_fields("a|b\n1|2\n", "a|b/1|2");
    expect_fields("sep=;\na,b;c\n", "a,b|c");
    expect_fields("one\ntwo, three\n", "one|/two|three");
}

static void test_short_long_and_empty_rows_keep_their_cells(void **state)
{
    (void)state;
    expect_fields("a,b\n1\n\n,,\n1,2,3", "a|b|/1||/1|2|3");
}

static void test_quote_that_nothing_closes_is_a_character(void **state)
{
    (void)state;
    struct reading *r = read_string("a,b\n\"1,2\n3,4\n");
    assert_string_equal(fields(r), "a|b/\"1|2/3|4");
    assert_int_equal(r->diags->count, 1);
    assert_int_equal(span_line_column(r->diags->items[0]->at).line, 2);
    arena_close(r->arena);
}

static void test_cells_know_their_places(void **state)
{
    (void)state;
    struct reading *r = read_string("a,b\n1,\"two\"\n");
    struct line_column at = span_line_column(table_cell(r->document->blocks->table, 1, 1)->span);
    assert_int_equal(at.line, 2);
    assert_int_equal(at.column, 4);
    arena_close(r->arena);
}

static void test_charsets_of_exports(void **state)
{
    (void)state;
    static const char utf16[] = "\xFF\xFE\x97\x5E,\0\xBA\x4E\n\0";
    struct reading *r = read_bytes((struct text){utf16, sizeof utf16 - 1});
    assert_string_equal(fields(r), "店|人");
    arena_close(r->arena);
    r = read_string("\xB9\xA4\xD7\xF7\xD2\xAA\xCB\xD8,\xD6\xB4\xD0\xD0\xC8\xCB\n"
                    "\xCA\xDC\xC0\xED\xBF\xCD\xBB\xA7\xCD\xB6\xCB\xDF,\xBF\xCD\xB7\xFE\xD7\xA8"
                    "\xD4\xB1\n"); /* GB18030 */
    assert_string_equal(fields(r), "工作要素|执行人/受理客户投诉|客服专员");
    arena_close(r->arena);
    r = read_string("\xA4\x75\xA7\x40\xAD\x6E\xAF\xC0,\xB0\xF5\xA6\xE6\xAA\xCC\n"
                    "\xA8\xFC\xB2\x7A\xAB\xC8\xA4\xE1\xA7\xEB\xB6\x44,\xAB\xC8\xAA\x41\xB1\x4D\xAD"
                    "\xFB\n"); /* Big5 */
    assert_string_equal(fields(r), "工作要素|執行者/受理客戶投訴|客服專員");
    arena_close(r->arena);
}

static void test_tables_come_back_as_they_were_written(void **state)
{
    (void)state;
    struct reading *r = read_string("a,b\n\"1,5\",\"say \"\"yes\"\"\"\n x ,\n");
    struct text_buffer out = text_buffer_new(r->arena);
    csv_write_tables(r->document, &out);
    struct reading *again = read_bytes(buffer_text(&out));
    assert_string_equal(fields(r), fields(again));
    assert_true(text_starts_with(buffer_text(&out), TEXT("\xEF\xBB\xBF"
                                                         "a,b\r\n\"1,5\",")));
    arena_close(again->arena);
    arena_close(r->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quoted_fields_hold_separators_quotes_and_lines),
        cmocka_unit_test(test_separator_is_told_by_the_lines),
        cmocka_unit_test(test_short_long_and_empty_rows_keep_their_cells),
        cmocka_unit_test(test_quote_that_nothing_closes_is_a_character),
        cmocka_unit_test(test_cells_know_their_places),
        cmocka_unit_test(test_charsets_of_exports),
        cmocka_unit_test(test_tables_come_back_as_they_were_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
