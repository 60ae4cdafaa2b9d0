/* What a page does not show is said to be left out; what it shows is never lost. */
#include "tests/unit/converters/docx/word_file.h"

#define NOTE(id, words)                                                                            \
    "<w:footnote w:id=\"" id "\"><w:p><w:r><w:t>" words "</w:t></w:r></w:p></w:footnote>"
#define REFERENCE(id) "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"" id "\"/></w:r></w:p>"

static void test_a_second_note_of_one_number_stands_at_the_end(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){.body = REFERENCE("2"),
                                         .footnotes = NOTE("2", "first") NOTE("2", "second")});
    assert_block(&file, file.document->blocks->runs->next->note, "first");
    assert_block(&file, file.document->last_block->children, "second");
    arena_close(file.arena);
}

static void test_a_note_that_refers_to_itself_is_read_once(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){.body = REFERENCE("2") REFERENCE("3"),
                                         .footnotes = "<w:footnote w:id=\"2\">" REFERENCE("2")
                                             REFERENCE("2") REFERENCE("2") REFERENCE("2") REFERENCE(
                                                 "3") "</w:footnote>" NOTE("3", "third")});
    struct block *first = file.document->blocks;
    assert_block(&file, first->runs->next->note, "a");
    assert_block(&file, first->next->runs->next->note, "third");
    assert_null(first->next->next);
    arena_close(file.arena);
}

static void test_a_picture_in_hidden_words_is_named_with_them(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not shown </w:t><w:drawing>"
                          "<wp:inline><wp:docPr id=\"1\" descr=\"a chart\"/><a:blip r:embed=\"rId6"
                          "\"/></wp:inline></w:drawing></w:r><w:r><w:t>shown</w:t></w:r></w:p>");
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "not shown a chart");
    arena_close(file.arena);
}

static void test_a_prompt_in_a_running_head_is_kept_as_a_prompt(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .body = "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:sectPr><w:headerReference "
                          "r:id=\"rId5\"/></w:sectPr>",
                  .header = "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                            "<w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>"});
    struct block *section = file.document->last_block;
    assert_text(section->style, "header");
    assert_text(section->children->runs->text, "Click here");
    assert_true(section->children->runs->style & STYLE_PLACEHOLDER);
    arena_close(file.arena);
}

#define WORD_ART(id)                                                                               \
    "<w:p><w:r><w:pict><v:shape id=\"" id "\"><v:textpath string=\"Draft\"/></v:shape></w:pict>"   \
    "</w:r></w:p>"

static void test_a_watermark_is_left_out_and_other_word_art_is_not(void **state)
{
    (void)state;
    struct word_file file;
    const char *body = "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:sectPr><w:headerReference "
                       "r:id=\"rId5\"/></w:sectPr>";
    word_read(&file, (struct word_parts){.body = body,
                                         .header = WORD_ART("PowerPlusWaterMarkObject357476642")});
    assert_ptr_equal(file.document->blocks, file.document->last_block);
    assert_int_equal(file.diags->count, 1);
    assert_int_equal(file.diags->items[0]->level, LEVEL_INFO);
    assert_said(&file, 0, "a watermark is left out: “Draft”");
    arena_close(file.arena);
    word_read(&file, (struct word_parts){.body = body, .header = WORD_ART("WordArt 1")});
    assert_block(&file, file.document->last_block->children, "Draft");
    arena_close(file.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_second_note_of_one_number_stands_at_the_end),
        cmocka_unit_test(test_a_note_that_refers_to_itself_is_read_once),
        cmocka_unit_test(test_a_picture_in_hidden_words_is_named_with_them),
        cmocka_unit_test(test_a_prompt_in_a_running_head_is_kept_as_a_prompt),
        cmocka_unit_test(test_a_watermark_is_left_out_and_other_word_art_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
