/* Fields and controls of forms: what they show, and what of it is a word. */
#include "tests/unit/converters/docx/word_file.h"

static void test_fields_show_their_result_and_lead_where_they_say(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file,
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"http://"
        "a.b/\" \\l \"c\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>"
        "<w:t>link</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>!</w:t></w:r>"
        "<w:hyperlink r:id=\"rId9\"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>");
    const struct run *run = file.document->blocks->runs;
    assert_text(run->text, "link");
    assert_text(run->link, "http://a.b/#c");
    assert_text(run->next->text, "!");
    assert_int_equal(run->next->link.size, 0);
    assert_text(run->next->next->link, "https://example.org/");
    arena_close(file.arena);
}

#define FIELD(instruction)                                                                         \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" instruction                \
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

static void test_fields_without_a_result_show_what_word_draws(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file,
        "<w:p>" FIELD("EQ \\o\\ac(○,3)") FIELD(
            "SYMBOL 252 \\f \"Wingdings\"") "<w:r>"
                                            "<w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/>"
                                            "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX"
                                            "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
    assert_block(&file, file.document->blocks, "③✔☒");
    arena_close(file.arena);
}

static void test_a_field_that_never_ends_swallows_nothing(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file,
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>kept</w:t><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>"
        "<w:p><w:r><w:t>too</w:t></w:r></w:p>");
    assert_block(&file, file.document->blocks, "kept");
    assert_block(&file, file.document->blocks->next, "too");
    arena_close(file.arena);
}

static void test_prompts_of_a_form_are_placeholders(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>"
                   "click</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>b</w:t></w:r>"
                   "</w:p>");
    assert_int_equal(file.document->blocks->runs->style, STYLE_PLACEHOLDER);
    assert_int_equal(file.document->blocks->next->runs->style, 0);
    arena_close(file.arena);
}

static void test_prompts_are_known_by_their_words_in_a_control_only(void **state)
{
    (void)state;
    struct word_file file;
    const char *control = "<w:p><w:r><w:t>a</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>单击此处输入"
                          "文字。</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>b</w:t></w:r></w:p>"
                          "<w:p><w:r><w:t>Choose an item.</w:t></w:r></w:p>";
    word_read_body(&file, control);
    assert_block(&file, file.document->blocks, "ab");
    assert_block(&file, file.document->blocks->next, "Choose an item.");
    arena_close(file.arena);
}

#define FORM_FIELD(data, instruction, result)                                                      \
    "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" data "</w:ffData></w:fldChar></w:r><w:r>" \
    "<w:instrText>" instruction "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>" \
    "</w:r><w:r><w:t>" result "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define ENTRIES "<w:listEntry w:val=\"A\"/><w:listEntry w:val=\"B\"/>"

static void test_fields_of_old_forms_show_what_was_filled_in(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file,
        "<w:p>" FORM_FIELD("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>",
                           "FORMCHECKBOX", "")
            FORM_FIELD("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>",
                       "FORMCHECKBOX", "")
                FORM_FIELD("<w:ddList>" ENTRIES "</w:ddList>", "FORMDROPDOWN", "") FORM_FIELD(
                    "<w:ddList><w:default w:val=\"1\"/>" ENTRIES "</w:ddList>", "FORMDROPDOWN", "")
                    FORM_FIELD("<w:ddList><w:result w:val=\"0\"/><w:default w:val=\"1\"/>" ENTRIES
                               "</w:ddList>",
                               "FORMDROPDOWN", "")
                        FORM_FIELD("<w:textInput/>", "FORMTEXT",
                                   "&#x2002;&#x2002;&#x2002;&#x2002;&#x2002;")
                            FORM_FIELD("<w:textInput/>", "FORMTEXT", "x") "</w:p>");
    assert_block(&file, file.document->blocks, "☒☐ABAx");
    arena_close(file.arena);
}

#define BEGIN(instruction)                                                                         \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" instruction                \
    "</w:instrText></w:r>"
#define SEPARATE "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
#define END "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

static void test_lines_of_contents_are_known_whatever_they_look_like(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file, "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" BEGIN("TOC") SEPARATE
        "<w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p><w:p>" END
        "</w:p><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents"
        "\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>three</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt><w:p><w:r><w:t>after</w:t></w:r></w:p>");
    const struct block *block = file.document->blocks;
    for (int i = 0; i < 3; i++, block = block->next) {
        assert_int_equal(block->kind, BLOCK_PARAGRAPH);
        assert_text(block->style, "toc 1");
    }
    assert_block(&file, block, "after");
    assert_text(block->style, "");
    arena_close(file.arena);
}

static void test_readings_in_a_field_are_left_out(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(
        &file, "<w:p>" BEGIN("EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(gǎng),岗)")
                   END BEGIN("eq \\o\\ac(○,3)") END BEGIN("EQ x\\s\\up8(2)") END "</w:p>");
    assert_block(&file, file.document->blocks, "岗③x2");
    assert_said(&file, 0, "“gǎng”");
    arena_close(file.arena);
}

static void test_a_control_that_shows_no_prompt_is_filled_in(void **state)
{
    (void)state;
    struct word_file file;
    word_read_body(&file,
                   "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr w:val=\"0\"/></w:sdtPr><w:sdtContent>"
                   "<w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt></w:p>");
    assert_block(&file, file.document->blocks, "a");
    arena_close(file.arena);
}

#define RESULT(instruction, result)                                                                \
    "<w:fldSimple w:instr=\"" instruction "\"><w:r><w:t>" result "</w:t></w:r></w:fldSimple>"

static void test_numbers_of_pages_are_no_words(void **state)
{
    (void)state;
    struct word_file file;
    const char *body = "<w:p><w:r><w:t>a</w:t></w:r>" RESULT(
        " PAGE ", "7") "</w:p><w:sectPr>"
                       "<w:headerReference r:id=\"rId5\"/></w:sectPr>";
    word_read(
        &file,
        (struct word_parts){
            .body = body,
            .header =
                "<w:p><w:r><w:t>第 </w:t></w:r>" RESULT("PAGE", "2") "<w:r><w:t> 頁，共 </w:t></w:r>" RESULT(
                    "NUMPAGES", "9") "<w:r><w:t> 頁</w:t></w:r></w:p><w:p>" RESULT("STYLEREF 1",
                                                                                   "b") "</w:p>"});
    assert_text(blocks_text(file.arena, file.document->blocks), "a");
    arena_close(file.arena);
    word_read(&file, (struct word_parts){
                         .body = body,
                         .header = "<w:p><w:r><w:t>QR-HR-012</w:t></w:r></w:p><w:p><w:r><w:t>Page "
                                   "</w:t></w:r>" RESULT("PAGE", "2") "</w:p>"});
    assert_text(blocks_text(file.arena, file.document->blocks), "a\nQR-HR-012");
    arena_close(file.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields_show_their_result_and_lead_where_they_say),
        cmocka_unit_test(test_fields_without_a_result_show_what_word_draws),
        cmocka_unit_test(test_a_field_that_never_ends_swallows_nothing),
        cmocka_unit_test(test_prompts_of_a_form_are_placeholders),
        cmocka_unit_test(test_prompts_are_known_by_their_words_in_a_control_only),
        cmocka_unit_test(test_fields_of_old_forms_show_what_was_filled_in),
        cmocka_unit_test(test_lines_of_contents_are_known_whatever_they_look_like),
        cmocka_unit_test(test_readings_in_a_field_are_left_out),
        cmocka_unit_test(test_a_control_that_shows_no_prompt_is_filled_in),
        cmocka_unit_test(test_numbers_of_pages_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
