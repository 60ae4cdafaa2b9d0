#include "tests/unit/converters/docx/word_file.h"

#define LEVEL(level, format, pattern, more)                                                        \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                  \
    "\"/><w:lvlText w:val=\"" pattern "\"/>" more "</w:lvl>"
#define TEMPLATE(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define LIST(id, template, more)                                                                   \
    "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" template "\"/>" more "</w:num>"
#define ITEM(list, level)                                                                          \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                     \
    "\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"

/* Labels of all blocks, divided by blanks. */
static void assert_labels(const struct word_file *file, const char *expected)
{
    struct text_buffer out = text_buffer_new(file->arena);
    for (const struct block *block = file->document->blocks; block != NULL; block = block->next) {
        if (out.size > 0)
            buffer_append_byte(&out, ' ');
        buffer_append(&out, block->label);
    }
    assert_text(buffer_text(&out), expected);
}

static void test_levels_count_and_begin_anew_below(void **state)
{
    (void)state;
    struct word_file file;
    word_read(
        &file,
        (struct word_parts){
            .numbering = TEMPLATE("0", LEVEL("0", "taiwaneseCounting", "%1、", "")
                                           LEVEL("1", "decimal", "(%2)", "")) LIST("1", "0", ""),
            .body = ITEM("1", "0") ITEM("1", "1") ITEM("1", "1") ITEM("1", "0") ITEM("1", "1")});
    assert_labels(&file, "一、 (1) (2) 二、 (1)");
    assert_true(file.document->blocks->ordered);
    assert_int_equal(file.document->blocks->next->level, 1);
    arena_close(file.arena);
}

static void test_a_level_may_show_those_above_it_and_make_them_decimal(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){
                         .numbering = TEMPLATE("0", LEVEL("0", "upperRoman", "%1", "")
                                                        LEVEL("1", "decimal", "%1.%2", "<w:isLgl/>")
                                                            LEVEL("2", "lowerLetter", "%1.%3)", ""))
                             LIST("1", "0", ""),
                         .body = ITEM("1", "0") ITEM("1", "0") ITEM("1", "1") ITEM("1", "2")});
    assert_labels(&file, "I II 2.1 II.a)");
    arena_close(file.arena);
}

static void test_lists_of_one_template_count_on_and_overrides_begin_anew_once(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .numbering = TEMPLATE("0", LEVEL("0", "decimal", "%1.", "")) LIST("1", "0", "")
                      LIST("2", "0", "") LIST("3", "0",
                                              "<w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                                              "w:val=\"5\"/></w:lvlOverride>"),
                  .body = ITEM("1", "0") ITEM("2", "0") ITEM("3", "0") ITEM("3", "0")});
    assert_labels(&file, "1. 2. 5. 6.");
    arena_close(file.arena);
}

static void test_a_level_that_never_restarts_goes_on(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){
                         .numbering = TEMPLATE(
                             "0", LEVEL("0", "decimal", "%1.", "")
                                      LEVEL("1", "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>"))
                             LIST("1", "0", ""),
                         .body = ITEM("1", "0") ITEM("1", "1") ITEM("1", "0") ITEM("1", "1")});
    assert_labels(&file, "1. 1) 2. 2)");
    arena_close(file.arena);
}

static void test_bullets_of_symbol_fonts_look_as_they_print(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file, (struct word_parts){
                         .numbering = TEMPLATE(
                             "0", LEVEL("0", "bullet", "\xEF\x82\xB7",
                                        "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>")
                                      LEVEL("1", "bullet", "\xEF\x81\xAE",
                                            "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"))
                             LIST("1", "0", ""),
                         .body = ITEM("1", "0") ITEM("1", "1")});
    assert_labels(&file, "• ■");
    assert_false(file.document->blocks->ordered);
    arena_close(file.arena);
}

static void test_a_style_brings_its_list_and_the_list_its_level(void **state)
{
    (void)state;
    struct word_file file;
    word_read(
        &file,
        (struct word_parts){
            .styles = "<w:style w:type=\"paragraph\" w:styleId=\"s\"><w:name w:val=\"s\"/><w:pPr>"
                      "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
            .numbering = TEMPLATE("0", LEVEL("0", "decimal", "%1", "")
                                           LEVEL("1", "decimal", "%2#", "<w:pStyle w:val=\"s\"/>"))
                LIST("1", "0", ""),
            .body = "<w:p><w:pPr><w:pStyle w:val=\"s\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
                    "<w:p><w:pPr><w:pStyle w:val=\"s\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
                    "</w:pPr><w:r><w:t>y</w:t></w:r></w:p>"});
    assert_labels(&file, "1# ");
    arena_close(file.arena);
}

static void test_a_link_to_a_list_style_is_followed(void **state)
{
    (void)state;
    struct word_file file;
    word_read(
        &file,
        (struct word_parts){
            .styles = "<w:style w:type=\"numbering\" w:styleId=\"l\"><w:name w:val=\"l\"/><w:pPr>"
                      "<w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>",
            .numbering = TEMPLATE("0", "<w:numStyleLink w:val=\"l\"/>") TEMPLATE(
                "1", LEVEL("0", "upperLetter", "%1)", "")) LIST("1", "0", "") LIST("2", "1", ""),
            .body = ITEM("1", "0") ITEM("1", "0")});
    assert_labels(&file, "A) B)");
    arena_close(file.arena);
}

static void test_lists_that_do_not_exist_give_no_label(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){.numbering = LIST("1", "7", ""),
                                  .body = ITEM("1", "0") ITEM("99999", "0") ITEM("-3", "77")});
    assert_labels(&file, "");
    assert_int_equal(file.status, STATUS_OK);
    arena_close(file.arena);
}

static void test_a_level_within_the_properties_of_another_ends_them(void **state)
{
    (void)state;
    struct word_file file;
    word_read(&file,
              (struct word_parts){
                  .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:pPr>"
                               "<w:lvl w:ilvl=\"77\"/><w:ind w:left=\"7\"/></w:pPr></w:lvl>"
                               "</w:abstractNum>",
                  .body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"});
    assert_int_equal(file.status, STATUS_OK);
    arena_close(file.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_count_and_begin_anew_below),
        cmocka_unit_test(test_a_level_may_show_those_above_it_and_make_them_decimal),
        cmocka_unit_test(test_lists_of_one_template_count_on_and_overrides_begin_anew_once),
        cmocka_unit_test(test_a_level_that_never_restarts_goes_on),
        cmocka_unit_test(test_bullets_of_symbol_fonts_look_as_they_print),
        cmocka_unit_test(test_a_style_brings_its_list_and_the_list_its_level),
        cmocka_unit_test(test_a_link_to_a_list_style_is_followed),
        cmocka_unit_test(test_lists_that_do_not_exist_give_no_label),
        cmocka_unit_test(test_a_level_within_the_properties_of_another_ends_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
