#include "tests/unit/converters/docx/word_file.h"

#define RUN(words) "<w:r><w:t>" words "</w:t></w:r>"
#define GONE(words) "<w:r><w:delText>" words "</w:delText></w:r>"

static void assert_reads(const char *body, enum revisions revisions, const char *expected)
{
    struct word_file file;
    word_read(&file, (struct word_parts){.body = body, .revisions = revisions});
    assert_int_equal(file.status, STATUS_OK);
    assert_text(blocks_text(file.arena, file.document->blocks), expected);
    arena_close(file.arena);
}

static void assert_reads_all(const char *body, const char *accepted, const char *rejected,
                             const char *both)
{
    assert_reads(body, REVISIONS_ACCEPT, accepted);
    assert_reads(body, REVISIONS_REJECT, rejected);
    assert_reads(body, REVISIONS_ALL, both);
}

static void test_either_side_or_both_are_read(void **state)
{
    (void)state;
    assert_reads_all("<w:p>" RUN("a") "<w:ins>" RUN("new") "</w:ins><w:del>" GONE(
                         "old") "</w:del>" RUN("z") "</w:p>",
                     "anewz", "aoldz", "a{++new++}{--old--}z");
}

static void test_words_that_moved_stand_in_one_place(void **state)
{
    (void)state;
    assert_reads_all(
        "<w:p>" RUN("a") "<w:moveFrom>" RUN("m") "</w:moveFrom></w:p><w:p><w:moveTo>" RUN(
            "m") "</w:moveTo>" RUN("z") "</w:p>",
        "a\nmz", "am\nz", "a{--m--}\n{++m++}z");
}

static void test_words_inserted_and_then_deleted_are_on_neither_side(void **state)
{
    (void)state;
    assert_reads_all("<w:p>" RUN("a") "<w:ins><w:del>" GONE("x") "</w:del></w:ins></w:p>", "a", "a",
                     "a{--x--}");
}

static void test_one_pair_of_marks_stands_around_runs_that_look_unlike(void **state)
{
    (void)state;
    assert_reads("<w:p><w:ins>" RUN("a") "<w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t><w:br/></w:r>"
                                         "</w:ins><w:ins>" RUN("c") "</w:ins></w:p>",
                 REVISIONS_ALL, "{++ab\nc++}");
}

#define PARAGRAPH(mark, words) "<w:p><w:pPr><w:rPr>" mark "</w:rPr></w:pPr>" RUN(words) "</w:p>"

static void test_marks_of_paragraphs_divide_on_their_side_only(void **state)
{
    (void)state;
    assert_reads_all(PARAGRAPH("<w:ins/>", "a") PARAGRAPH("<w:del/>", "b") PARAGRAPH("", "c"),
                     "a\nbc", "ab\nc", "a{++¶++}\nb{--¶--}\nc");
}

static void test_a_mark_that_is_both_divides_on_neither_side(void **state)
{
    (void)state;
    const char *body = PARAGRAPH("<w:ins/><w:del/>", "a") PARAGRAPH("", "b");
    assert_reads(body, REVISIONS_ACCEPT, "ab");
    assert_reads(body, REVISIONS_REJECT, "ab");
}

#define ROW(change, words)                                                                         \
    "<w:tr><w:trPr>" change "</w:trPr><w:tc><w:p>" RUN(words) "</w:p></w:tc></w:tr>"

static void test_rows_stand_on_their_side_only(void **state)
{
    (void)state;
    assert_reads_all("<w:tbl>" ROW("<w:ins/>", "a") ROW("<w:del/>", "b") ROW("", "c") "</w:tbl>",
                     "a\nc", "b\nc", "{++a++}\n{--b--}\nc");
}

#define CELL(change, words) "<w:tc><w:tcPr>" change "</w:tcPr><w:p>" RUN(words) "</w:p></w:tc>"

static void test_a_cell_that_goes_leaves_no_hole(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:tbl><w:tr>" CELL("<w:cellDel/>", "a") CELL("<w:cellIns/>", "b")
                              CELL("", "c") "</w:tr></w:tbl>");
    const struct table *table = file.document->blocks->table;
    assert_int_equal(table->columns, 2);
    assert_text(cell_text(file.arena, table->cells), "b");
    assert_int_equal(table->cells->next->column, 1);
    assert_said(&file, 0, "“a”");
    arena_close(file.arena);
}

static void test_what_is_left_out_is_named(void **state)
{
    (void)state;
    struct word_file file;
    const char *body = "<w:p>" RUN("a") "<w:ins>" RUN("new") "</w:ins></w:p>";
    word_read(&file, (struct word_parts){.body = body, .revisions = REVISIONS_REJECT});
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "text inserted in a tracked change is left out: “new”");
    arena_close(file.arena);
    word_read(&file, (struct word_parts){.body = body, .revisions = REVISIONS_ALL});
    assert_int_equal(file.diags->count, 0);
    arena_close(file.arena);
}

static void test_a_number_counts_only_where_its_paragraph_stands(void **state)
{
    (void)state;
    struct word_file file;
    word_read(
        &file,
        (struct word_parts){
            .revisions = REVISIONS_REJECT,
            .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
                         "w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"
                         "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
                         "w:val=\"0\"/></w:num>",
            .body = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:ins/>"
                    "</w:rPr></w:pPr><w:ins>" RUN(
                        "new") "</w:ins></w:p><w:p><w:pPr><w:numPr>"
                               "<w:numId w:val=\"1\"/></w:numPr></w:pPr>" RUN("old") "</w:p>"});
    const struct block *block = file.document->blocks;
    assert_text(block->label, "1.");
    assert_block(&file, block, "old");
    assert_null(block->next);
    arena_close(file.arena);
}

static void test_a_note_goes_with_the_words_it_is_of(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .body = "<w:p>" RUN("a") "<w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                                           "</w:del></w:p>",
                  .footnotes = "<w:footnote w:id=\"2\"><w:p>" RUN("foot") "</w:p></w:footnote>"});
    assert_text(blocks_text(file.arena, file.document->blocks), "a");
    assert_null(file.document->blocks->next);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "“foot”");
    assert_int_equal(file.diags->items[0]->at.paragraph, 1);
    arena_close(file.arena);
}

static void test_changes_of_formatting_are_passed_over(void **state)
{
    (void)state;
    assert_reads_all("<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                     "</w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/>"
                     "</w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>",
                     "a", "a", "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_either_side_or_both_are_read),
        cmocka_unit_test(test_words_that_moved_stand_in_one_place),
        cmocka_unit_test(test_words_inserted_and_then_deleted_are_on_neither_side),
        cmocka_unit_test(test_one_pair_of_marks_stands_around_runs_that_look_unlike),
        cmocka_unit_test(test_marks_of_paragraphs_divide_on_their_side_only),
        cmocka_unit_test(test_a_mark_that_is_both_divides_on_neither_side),
        cmocka_unit_test(test_rows_stand_on_their_side_only),
        cmocka_unit_test(test_a_cell_that_goes_leaves_no_hole),
        cmocka_unit_test(test_what_is_left_out_is_named),
        cmocka_unit_test(test_a_number_counts_only_where_its_paragraph_stands),
        cmocka_unit_test(test_a_note_goes_with_the_words_it_is_of),
        cmocka_unit_test(test_changes_of_formatting_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
