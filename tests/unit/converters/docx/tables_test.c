#include "tests/unit/converters/docx/word_file.h"

#define CELL(properties, words)                                                                    \
    "<w:tc><w:tcPr>" properties "</w:tcPr><w:p><w:r><w:t>" words "</w:t></w:r></w:p></w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define DOWN "<w:vMerge w:val=\"restart\"/>"
#define ON "<w:vMerge/>"

static const struct table *read_table(struct word_file *file, const char *body)
{
    word_read_body(file, body);
    assert_non_null(file->document->blocks);
    assert_int_equal(file->document->blocks->kind, BLOCK_TABLE);
    return file->document->blocks->table;
}

static void assert_cell(const struct word_file *file, const struct table *table, size_t row,
                        size_t column, const char *words)
{
    const struct cell *cell = table_cell(table, row, column);
    assert_non_null(cell);
    assert_text(cell_text(file->arena, cell), words);
}

static void test_a_label_merged_down_owns_the_rows_beside_it(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table = read_table(
        &file,
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"900\"/><w:gridCol w:w=\"1800\"/></w:tblGrid>" ROW(
            CELL(DOWN, "duty") CELL("", "1")) ROW(CELL(ON, "") CELL("", "2"))
            ROW(CELL("<w:gridSpan w:val=\"2\"/>", "wide")) "</w:tbl>");
    assert_int_equal(table->rows, 3);
    assert_int_equal(table->columns, 2);
    assert_cell(&file, table, 1, 0, "duty");
    assert_ptr_equal(table_cell(table, 0, 0), table_cell(table, 1, 0));
    assert_cell(&file, table, 1, 1, "2");
    assert_int_equal(table_cell(table, 2, 1)->column_span, 2);
    assert_int_equal(table->column_widths[1], 1800);
    assert_int_equal(table_cell(table, 1, 1)->span.row, 2);
    assert_int_equal(table_cell(table, 1, 1)->span.column, 2);
    arena_close(file.arena);
}

static void test_words_in_a_merged_cell_are_kept(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table = read_table(&file, "<w:tbl>" ROW(CELL(DOWN, "a")) ROW(CELL(ON, "b"))
                                                      ROW(CELL("", "c")) "</w:tbl>");
    assert_cell(&file, table, 1, 0, "a\nb");
    assert_cell(&file, table, 2, 0, "c");
    arena_close(file.arena);
}

static void test_a_merge_without_a_beginning_above_stands_for_itself(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table =
        read_table(&file, "<w:tbl>" ROW(CELL("<w:gridSpan w:val=\"2\"/>" DOWN, "a"))
                              ROW(CELL(ON, "b") CELL(ON, "c")) "</w:tbl>");
    assert_cell(&file, table, 0, 1, "a");
    assert_cell(&file, table, 1, 0, "b");
    assert_cell(&file, table, 1, 1, "c");
    arena_close(file.arena);
}

static void test_rows_may_begin_behind_the_first_column(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table = read_table(
        &file, "<w:tbl>" ROW(CELL("", "a") CELL("", "b"))
                   ROW("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" CELL("", "c")) "</w:tbl>");
    assert_null(table_cell(table, 1, 0));
    assert_cell(&file, table, 1, 1, "c");
    arena_close(file.arena);
}

static void test_old_horizontal_merges_are_one_cell(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table =
        read_table(&file, "<w:tbl>" ROW(CELL("<w:hMerge w:val=\"restart\"/>", "a")
                                            CELL("<w:hMerge/>", "") CELL("", "b")) "</w:tbl>");
    assert_int_equal(table->columns, 3);
    assert_ptr_equal(table_cell(table, 0, 0), table_cell(table, 0, 1));
    assert_cell(&file, table, 0, 2, "b");
    arena_close(file.arena);
}

static void test_only_leading_rows_are_heads(void **state)
{
    (void)state;
    struct word_file file;
#define HEAD "<w:trPr><w:tblHeader/></w:trPr>"
    const struct table *table =
        read_table(&file, "<w:tbl>" ROW(HEAD CELL("", "a")) ROW(CELL("", "b"))
                              ROW(HEAD CELL("", "c")) "</w:tbl>");
    assert_int_equal(table->header_rows, 1);
    assert_true(table_cell(table, 0, 0)->is_header);
    assert_false(table_cell(table, 2, 0)->is_header);
    arena_close(file.arena);
}

static void test_a_table_in_a_cell_is_the_cells_and_counts_on(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table = read_table(
        &file,
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl>" ROW(CELL("", "in")) "</w:tbl><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:tbl>" ROW(
            CELL("", "next")) "</w:tbl><w:p><w:r><w:t>p</w:t></w:r></w:p>");
    const struct block *inner = table->cells->blocks->next;
    assert_int_equal(inner->kind, BLOCK_TABLE);
    assert_cell(&file, inner->table, 0, 0, "in");
    assert_int_equal(inner->table->cells->span.table, 2);
    assert_cell(&file, table, 0, 0, "a\nin\nb");
    const struct block *next = file.document->blocks->next;
    assert_int_equal(next->span.table, 3);
    assert_int_equal(next->next->span.paragraph, 1);
    arena_close(file.arena);
}

static void test_a_table_in_a_text_box_is_a_table(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p><w:r><w:pict><w:txbxContent><w:tbl>" ROW(CELL("", "a") CELL(
                              "", "b")) "</w:tbl></w:txbxContent></w:pict></w:r></w:p>");
    const struct block *block = file.document->blocks;
    assert_int_equal(block->kind, BLOCK_TABLE);
    assert_cell(&file, block->table, 0, 1, "b");
    assert_null(block->next);
    arena_close(file.arena);
}

static void test_a_deleted_row_goes_and_its_words_are_named(void **state)
{
    (void)state;
    struct word_file file;
    const struct table *table =
        read_table(&file, "<w:tbl>" ROW("<w:trPr><w:del/></w:trPr>" CELL("", "gone"))
                              ROW(CELL("", "kept")) "</w:tbl>");
    assert_int_equal(table->rows, 1);
    assert_cell(&file, table, 0, 0, "kept");
    assert_said(&file, 0, "“gone”");
    arena_close(file.arena);
}

static void test_diagonals_and_bold_first_rows_of_styles_are_seen(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .styles = "<w:style w:type=\"table\" w:styleId=\"t\"><w:name w:val=\"t\"/>"
                            "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr>"
                            "</w:style>",
                  .body = "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/><w:tblLook w:val=\"0020\"/>"
                          "</w:tblPr>" ROW(CELL("<w:tcBorders><w:tl2br w:val=\"single\"/>"
                                                "</w:tcBorders>",
                                                "a")) ROW(CELL("", "b")) "</w:tbl>"});
    const struct table *table = file.document->blocks->table;
    assert_true(table->cells->is_diagonal);
    assert_int_equal(table->cells->blocks->runs->style, STYLE_STRONG);
    assert_int_equal(table->cells->next->blocks->runs->style, 0);
    arena_close(file.arena);
}

static void test_numbers_out_of_range_lose_no_words(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){.body = "<w:tbl>" ROW("<w:trPr><w:gridBefore w:val=\"99999999\"/>"
                                                        "</w:trPr>" CELL("", "far"))
                                      ROW(CELL("<w:gridSpan w:val=\"2147483647\"/>", "wide") CELL(
                                          "<w:gridSpan w:val=\"-4\"/>", "next")) "</w:tbl>"});
    const struct block *block = file.document->blocks;
    assert_text(blocks_text(file.arena, block), "far\nwide\nnext");
    assert_true(block->table->columns <= LIMIT_TABLE_COLUMNS);
    arena_close(file.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_label_merged_down_owns_the_rows_beside_it),
        cmocka_unit_test(test_words_in_a_merged_cell_are_kept),
        cmocka_unit_test(test_a_merge_without_a_beginning_above_stands_for_itself),
        cmocka_unit_test(test_rows_may_begin_behind_the_first_column),
        cmocka_unit_test(test_old_horizontal_merges_are_one_cell),
        cmocka_unit_test(test_only_leading_rows_are_heads),
        cmocka_unit_test(test_a_table_in_a_cell_is_the_cells_and_counts_on),
        cmocka_unit_test(test_a_table_in_a_text_box_is_a_table),
        cmocka_unit_test(test_a_deleted_row_goes_and_its_words_are_named),
        cmocka_unit_test(test_diagonals_and_bold_first_rows_of_styles_are_seen),
        cmocka_unit_test(test_numbers_out_of_range_lose_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
