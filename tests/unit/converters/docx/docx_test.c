/* The document that a Word file becomes: paragraphs, styles, notes, and what is refused. */
#include "tests/unit/converters/docx/word_file.h"

static void test_runs_that_look_alike_become_one(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p><w:r><w:t>崗位</w:t></w:r><w:r w:rsidR=\"00A\"><w:t>職責</w:t></w:r>"
                   "<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r></w:p>");
    const struct block *block = file.document->blocks;
    assert_text(block->runs->text, "崗位職責");
    assert_text(block->runs->next->text, "粗");
    assert_int_equal(block->runs->next->style, STYLE_STRONG);
    assert_null(block->runs->next->next);
    arena_close(file.arena);
}

static void test_empty_paragraphs_count_but_are_left_out(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p><w:p><w:r><w:t>a</w:t></w:r></w:p>");
    assert_block(&file, file.document->blocks, "a");
    assert_int_equal(file.document->blocks->span.paragraph, 3);
    assert_null(file.document->blocks->next);
    arena_close(file.arena);
}

static void test_white_space_at_the_ends_counts_only_where_it_is_kept(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space=\"preserve\"> b\nc </w:t>"
                   "</w:r><w:r><w:tab/><w:t>d</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>");
    assert_block(&file, file.document->blocks, "a b c \td\n\xE2\x80\x91");
    arena_close(file.arena);
}

static void test_headings_are_known_by_outline_and_by_localised_name(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .styles =
                      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"x\"/>"
                      "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
                      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"y\"/>"
                      "<w:basedOn w:val=\"a\"/></w:style>"
                      "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"標題 3\"/>"
                      "</w:style>",
                  .body = "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr><w:r><w:t>1</w:t></w:r></w:p>"
                          "<w:p><w:pPr><w:pStyle w:val=\"c\"/></w:pPr><w:r><w:t>2</w:t></w:r></w:p>"
                          "<w:p><w:pPr><w:pStyle w:val=\"c\"/><w:outlineLvl w:val=\"9\"/></w:pPr>"
                          "<w:r><w:t>3</w:t></w:r></w:p>"});
    const struct block *block = file.document->blocks;
    assert_int_equal(block->kind, BLOCK_HEADING);
    assert_int_equal(block->level, 2);
    assert_text(block->style, "y");
    assert_int_equal(block->next->kind, BLOCK_HEADING);
    assert_int_equal(block->next->level, 3);
    assert_int_equal(block->next->next->kind, BLOCK_PARAGRAPH);
    arena_close(file.arena);
}

static void test_a_style_made_from_a_heading_is_one(void **state)
{
    (void)state;
    struct word_file file;
    word_read(
        &file,
        (struct word_parts){
            .styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"x\"/>"
                      "<w:basedOn w:val=\"z\"/></w:style><w:style w:type=\"paragraph\" "
                      "w:styleId=\"z\"><w:name w:val=\"heading 2\"/></w:style>",
            .body = "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>1</w:t></w:r></w:p>"});
    assert_int_equal(file.document->blocks->kind, BLOCK_HEADING);
    assert_int_equal(file.document->blocks->level, 2);
    arena_close(file.arena);
}

static void test_deleted_text_is_left_out_and_named_inserted_text_is_kept(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old"
                          "</w:delText></w:r></w:del></w:p>");
    assert_block(&file, file.document->blocks, "new");
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "“old”");
    assert_string_equal(file.diags->items[0]->code, "S401");
    arena_close(file.arena);
}

static void test_a_deleted_paragraph_mark_joins_two_paragraphs(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>"
                   "<w:p><w:r><w:t>two</w:t></w:r></w:p><w:p><w:r><w:t>three</w:t></w:r></w:p>");
    assert_block(&file, file.document->blocks, "onetwo");
    assert_block(&file, file.document->blocks->next, "three");
    arena_close(file.arena);
}

#define CHOICE                                                                                     \
    "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"        \
    "<w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"      \
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"          \
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"

static void test_a_text_box_given_twice_is_read_once(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p><w:r><w:t>a</w:t></w:r><w:r>" CHOICE "</w:r><w:r><w:t>b</w:t></w:r>"
                          "</w:p>");
    assert_block(&file, file.document->blocks, "ab");
    assert_block(&file, file.document->blocks->next, "box");
    assert_null(file.document->blocks->next->next);
    arena_close(file.arena);
}

static void test_an_unknown_choice_gives_way_to_the_fallback(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p><w:r><mc:AlternateContent><mc:Choice xmlns:z=\"urn:z\" "
                          "Requires=\"z\"><w:t>no</w:t></mc:Choice><mc:Fallback><w:t>yes</w:t>"
                          "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
    assert_block(&file, file.document->blocks, "yes");
    arena_close(file.arena);
}

static void test_a_first_letter_in_a_frame_belongs_to_its_paragraph(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr><w:r><w:t>崗</w:t></w:r>"
                   "</w:p><w:p><w:r><w:t>位職責</w:t></w:r></w:p>");
    assert_block(&file, file.document->blocks, "崗位職責");
    assert_null(file.document->blocks->next);
    arena_close(file.arena);
}

static void test_objects_and_controls_are_counted_and_their_preview_is_not(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:altChunk/><w:p><w:r><w:object><v:shape>"
                   "<v:imagedata r:id=\"rId6\"/></v:shape><w:control w:name=\"CheckBox1\"/>"
                   "</w:object></w:r></w:p>");
    assert_int_equal(file.diags->count, 2);
    assert_said(&file, 0, "embedded objects are not read (1, the first: CheckBox1)");
    assert_said(&file, 1, "embedded documents are not read (1)");
    assert_int_equal(file.diags->items[1]->at.paragraph, 1);
    arena_close(file.arena);
}

static void test_a_file_without_words_is_named(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p/>");
    assert_said(&file, 0, "there are no words in this file");
    arena_close(file.arena);
    word_read_body(&file,
                   "<w:p><w:r><w:drawing><a:blip r:embed=\"rId6\"/></w:drawing></w:r></w:p>");
    assert_said(&file, 1, "only pictures (1)");
    arena_close(file.arena);
}

static void test_notes_and_comments_hang_on_the_run_that_refers_to_them(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .keeps_comments = true,
                  .body = "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id=\"2\"/></w:r><w:r>"
                          "<w:commentReference w:id=\"0\"/></w:r></w:p>",
                  .footnotes = "<w:footnote w:type=\"separator\" w:id=\"2\"><w:p><w:r><w:t>no</w:t>"
                               "</w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>foot"
                               "</w:t></w:r></w:p></w:footnote>",
                  .comments = "<w:comment w:id=\"0\"><w:p><w:r><w:t>say</w:t></w:r></w:p><w:p><w:r>"
                              "<w:t>more</w:t></w:r></w:p></w:comment>"});
    const struct run *foot = file.document->blocks->runs->next;
    assert_int_equal(foot->kind, RUN_NOTE);
    assert_block(&file, foot->note, "foot");
    assert_text(foot->note->style, "footnote");
    assert_text(blocks_text(file.arena, foot->next->note), "say\nmore");
    assert_int_equal(foot->next->note->span.paragraph, 1);
    arena_close(file.arena);
}

static void test_comments_nobody_asked_for_are_counted(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .body = "<w:p><w:r><w:t>a</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>",
                  .comments = "<w:comment w:id=\"0\"><w:p><w:r><w:t>say</w:t></w:r></w:p>"
                              "</w:comment>"});
    assert_text(blocks_text(file.arena, file.document->blocks), "a");
    assert_null(file.document->blocks->runs->next);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "comments left out: 1");
    arena_close(file.arena);
}

static void test_a_header_is_kept_when_it_says_more_than_the_body(void **state)
{
    (void)state;
    struct word_file file;
    const char *body = "<w:p><w:r><w:t>QP-07 form</w:t></w:r></w:p><w:sectPr><w:headerReference "
                       "r:id=\"rId5\"/></w:sectPr>";
    word_read(&file, (struct word_parts){.body = body,
                                         .header = "<w:p><w:r><w:t>QP-07</w:t></w:r></w:p>"});
    assert_null(file.document->blocks->next);
    arena_close(file.arena);
    word_read(&file, (struct word_parts){.body = body,
                                         .header = "<w:p><w:r><w:t>QP-08</w:t></w:r></w:p>"});
    assert_int_equal(file.document->blocks->next->kind, BLOCK_SECTION);
    assert_text(file.document->blocks->next->style, "header");
    assert_block(&file, file.document->blocks->next->children, "QP-08");
    arena_close(file.arena);
}

static void test_formulas_ruby_and_symbols_are_words(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file, "<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c"
               "</m:t></m:r></m:den></m:f></m:oMath><w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r>"
               "</w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r>"
               "<w:sym w:font=\"Wingdings\" w:char=\"F06E\"/></w:r></w:p>");
    assert_block(&file, file.document->blocks, "(a+b)/c漢■");
    assert_said(&file, 0, "“kan”");
    arena_close(file.arena);
}

static void test_toggles_of_styles_cancel_out_and_direct_ones_do_not(void **state)
{
    (void)state;
    struct word_file file;
    word_read(
        &file,
        (struct word_parts){
            .styles = "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:name w:val=\"p\"/><w:rPr>"
                      "<w:b/><w:sz w:val=\"32\"/></w:rPr></w:style><w:style w:type=\"character\" "
                      "w:styleId=\"c\"><w:name w:val=\"c\"/><w:rPr><w:b/></w:rPr></w:style>",
            .body = "<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr><w:r><w:t>1</w:t></w:r><w:r><w:rPr>"
                    "<w:rStyle w:val=\"c\"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:rStyle "
                    "w:val=\"c\"/><w:b/></w:rPr><w:t>3</w:t></w:r></w:p>"});
    const struct run *run = file.document->blocks->runs;
    assert_int_equal(run->style, STYLE_STRONG);
    assert_int_equal(run->size_pt10, 160);
    assert_int_equal(run->next->style, 0);
    assert_int_equal(run->next->next->style, STYLE_STRONG);
    arena_close(file.arena);
}

static void test_a_page_break_divides_a_paragraph(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file, "<w:p><w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r></w:p>");
    const struct block *block = file.document->blocks;
    assert_block(&file, block, "a");
    assert_int_equal(block->next->kind, BLOCK_PAGE_BREAK);
    assert_block(&file, block->next->next, "b");
    arena_close(file.arena);
}

static void test_a_document_type_declaration_is_refused(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){
                         .document = "<!DOCTYPE x [<!ENTITY e \"v\">]><w:document " WORD_NS
                                     "><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>"
                                     "</w:document>"});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "document type declaration");
    arena_close(file.arena);
}

static void test_what_stands_before_a_fault_is_still_read(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){.document = "<w:document " WORD_NS "><w:body><w:tbl><w:tr>"
                                              "<w:tc><w:p><w:r><w:t>kept</w:t></w:r></w:q>"});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "not well-formed");
    assert_text(blocks_text(file.arena, file.document->blocks), "kept");
    arena_close(file.arena);
}

static void test_bytes_that_are_no_utf8_end_the_text_before_them(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){.body = "<w:p><w:r><w:t>good \xE5\xB4G bad</w:t></w:r></w:p>"});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_int_equal(file.diags->count, 1);
    assert_said(&file, 0, "neither in UTF-8");
    assert_true(text_is_utf8(file.document->blocks->runs->text));
    assert_text(text_slice(file.document->blocks->runs->text, 0, 4), "good");
    arena_close(file.arena);
}

static void test_nesting_past_the_limit_is_refused(void **state)
{
    (void)state;
    struct word_file file;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer body = text_buffer_new(arena);
    for (size_t i = 0; i < LIMIT_XML_DEPTH; i++)
        buffer_append_string(&body, "<w:smartTag>");
    word_read(&file, (struct word_parts){.body = buffer_string(&body)});
    assert_int_equal(file.status, STATUS_INPUT);
    assert_said(&file, 0, "deeper");
    arena_close(file.arena);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_that_look_alike_become_one),
        cmocka_unit_test(test_empty_paragraphs_count_but_are_left_out),
        cmocka_unit_test(test_white_space_at_the_ends_counts_only_where_it_is_kept),
        cmocka_unit_test(test_headings_are_known_by_outline_and_by_localised_name),
        cmocka_unit_test(test_a_style_made_from_a_heading_is_one),
        cmocka_unit_test(test_deleted_text_is_left_out_and_named_inserted_text_is_kept),
        cmocka_unit_test(test_a_deleted_paragraph_mark_joins_two_paragraphs),
        cmocka_unit_test(test_a_text_box_given_twice_is_read_once),
        cmocka_unit_test(test_an_unknown_choice_gives_way_to_the_fallback),
        cmocka_unit_test(test_a_first_letter_in_a_frame_belongs_to_its_paragraph),
        cmocka_unit_test(test_objects_and_controls_are_counted_and_their_preview_is_not),
        cmocka_unit_test(test_a_file_without_words_is_named),
        cmocka_unit_test(test_notes_and_comments_hang_on_the_run_that_refers_to_them),
        cmocka_unit_test(test_comments_nobody_asked_for_are_counted),
        cmocka_unit_test(test_a_header_is_kept_when_it_says_more_than_the_body),
        cmocka_unit_test(test_formulas_ruby_and_symbols_are_words),
        cmocka_unit_test(test_toggles_of_styles_cancel_out_and_direct_ones_do_not),
        cmocka_unit_test(test_a_page_break_divides_a_paragraph),
        cmocka_unit_test(test_a_document_type_declaration_is_refused),
        cmocka_unit_test(test_what_stands_before_a_fault_is_still_read),
        cmocka_unit_test(test_bytes_that_are_no_utf8_end_the_text_before_them),
        cmocka_unit_test(test_nesting_past_the_limit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
