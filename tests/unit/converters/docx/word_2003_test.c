#include "tests/unit/converters/docx/word_file.h"

#define ROOT                                                                                         \
    "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument "            \
    "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" "                              \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" " \
    "xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" "                            \
    "xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" xml:space=\"preserve\">"

static void read_2003(struct word_file *file, const char *before, const char *body)
{
    file->arena = arena_open(NULL, NULL);
    struct text_buffer bytes = text_buffer_new(file->arena);
    buffer_append_string(&bytes, ROOT);
    buffer_append_string(&bytes, before);
    buffer_append_string(&bytes, "<w:body><wx:sect>");
    buffer_append_string(&bytes, body);
    buffer_append_string(&bytes, "</wx:sect></w:body></w:wordDocument>");
    word_read_bytes(file, buffer_text(&bytes));
    assert_int_equal(file->status, STATUS_OK);
}

#define RUN(words) "<w:r><w:t>" words "</w:t></w:r>"
#define PARAGRAPH(words) "<w:p>" RUN(words) "</w:p>"

static void test_it_is_known_by_its_content(void **state)
{
    (void)state;
    assert_ptr_equal(converter_sniff(TEXT(ROOT), TEXT("a.xml")), &docx_converter);
    assert_ptr_equal(converter_sniff(TEXT(ROOT), TEXT("a.doc")), &docx_converter);
}

static void test_styles_lists_and_merges_are_read_by_their_names_of_then(void **state)
{
    (void)state;
    struct word_file file = {0};
    read_2003(
        &file,
        "<o:DocumentProperties><o:Title>T</o:Title><o:Author>A</o:Author>"
        "</o:DocumentProperties><w:lists><w:listDef w:listDefId=\"7\"><w:lvl w:ilvl=\"0\">"
        "<w:start w:val=\"1\"/><w:nfc w:val=\"39\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        "</w:listDef><w:list w:ilfo=\"1\"><w:ilst w:val=\"7\"/></w:list></w:lists><w:styles>"
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
        "</w:styles>",
        "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr>" RUN(
            "h") "</w:p><w:tbl><w:tr><w:tc>"
                 "<w:tcPr><w:vmerge w:val=\"restart\"/></w:tcPr>" PARAGRAPH(
                     "l") "</w:tc><w:tc><w:p>"
                          "<w:pPr><w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr></w:pPr>" RUN(
                              "a") "</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>"
                                   "<w:tc>" PARAGRAPH("b") "</w:tc></w:tr></w:tbl>");
    const struct block *block = file.document->blocks;
    assert_text(file.document->title, "T");
    assert_text(file.document->author, "A");
    assert_int_equal(block->kind, BLOCK_HEADING);
    const struct table *table = block->next->table;
    assert_int_equal(table->cells->row_span, 2);
    assert_text(table_cell(table, 0, 1)->blocks->label, "一、");
    assert_text(cell_text(file.arena, table_cell(table, 1, 1)), "b");
    arena_close(file.arena);
}

#define CHANGED(type, words)                                                                       \
    "<aml:annotation w:type=\"Word." type "\"><aml:content>" words "</aml:content></aml:annotation>"

static void assert_reads(enum revisions revisions, const char *expected)
{
    struct word_file file = {.revisions = revisions};
    read_2003(
        &file, "",
        "<w:p>" CHANGED("Insertion", RUN("new"))
            CHANGED("Deletion", "<w:r><w:delText>old</w:delText></w:r>") "<w:r><w:rPr>" CHANGED(
                "Formatting",
                "<w:rPr><w:vanish/></w:rPr>") "</w:rPr><w:t>z</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><aml:annotation "
                                              "w:type=\"Word.Deletion\"/></w:trPr><w:tc>" PARAGRAPH(
                                                  "row") "</w:tc></w:tr></w:tbl>");
    assert_text(blocks_text(file.arena, file.document->blocks), expected);
    arena_close(file.arena);
}

static void test_annotations_tell_of_changes(void **state)
{
    (void)state;
    assert_reads(REVISIONS_ACCEPT, "newz");
    assert_reads(REVISIONS_REJECT, "oldz\nrow");
    assert_reads(REVISIONS_ALL, "{++new++}{--old--}z\n{--row--}");
}

static void test_notes_and_comments_stand_in_their_runs(void **state)
{
    (void)state;
    struct word_file file = {.keeps_comments = true};
    read_2003(
        &file, "",
        "<w:p>" RUN("a") "<w:r><w:footnote>" PARAGRAPH("foot") "<w:tbl><w:tr><w:tc>" PARAGRAPH(
            "cell") "</w:tc></w:tr></w:tbl></w:footnote></w:r><w:r>" CHANGED("Comment",
                                                                             PARAGRAPH(
                                                                                 "say")) "</w:r>" RUN("z") "</w:p>");
    const struct block *block = file.document->blocks;
    assert_block(&file, block, "az");
    assert_null(block->next);
    const struct run *foot = block->runs->next;
    assert_text(blocks_text(file.arena, foot->note), "foot\ncell");
    assert_text(foot->note->style, "footnote");
    assert_block(&file, foot->next->note, "say");
    assert_text(foot->next->note->style, "comment");
    arena_close(file.arena);
    file.keeps_comments = false;
    read_2003(&file, "",
              "<w:p>" RUN("a") "<w:r>" CHANGED("Comment", PARAGRAPH("say")) "</w:r></w:p>");
    assert_text(blocks_text(file.arena, file.document->blocks), "a");
    assert_said(&file, 0, "comments left out: 1");
    arena_close(file.arena);
}

static void test_running_heads_stand_in_their_section(void **state)
{
    (void)state;
    struct word_file file = {0};
    read_2003(
        &file, "<w:docSuppData><w:binData>QQ==</w:binData></w:docSuppData>",
        "<w:p><w:pPr><w:sectPr><w:hdr>" PARAGRAPH("QR-1") "</w:hdr></w:sectPr></w:pPr>" RUN("a") "</w:p>" PARAGRAPH("b") "<w:sectPr><w:hdr>" PARAGRAPH(
            "QR-1") "</w:hdr><w:ftr>" PARAGRAPH("第 1 頁") "</w:ftr><w:footnotePr><w:footnote>" PARAGRAPH("no") "</w:footnote></w:footnotePr></w:sectPr>");
    assert_text(blocks_text(file.arena, file.document->blocks), "a\nb\nQR-1");
    assert_int_equal(file.document->blocks->next->kind, BLOCK_PAGE_BREAK);
    assert_said(&file, 0, "macros");
    arena_close(file.arena);
}

static void test_links_and_pictures_name_what_they_lead_to(void **state)
{
    (void)state;
    struct word_file file = {0};
    read_2003(
        &file, "",
        "<w:p><w:hlink w:dest=\"https://a.b/\" w:bookmark=\"c\">" RUN(
            "l") "</w:hlink><w:r>"
                 "<w:pict><w:binData w:name=\"wordml://1.png\">AAAA</w:binData><v:shape alt=\"p\">"
                 "<v:imagedata src=\"wordml://1.png\"/></v:shape></w:pict></w:r></w:p>");
    const struct run *run = file.document->blocks->runs;
    assert_text(run->link, "https://a.b/#c");
    assert_int_equal(run->next->kind, RUN_IMAGE);
    assert_text(run->next->text, "p");
    assert_text(run->next->link, "wordml://1.png");
    arena_close(file.arena);
}

/* Heads within heads, and ends of what never began, end where the file ends. */
static void test_what_is_nested_beyond_sense_is_read_to_its_end(void **state)
{
    (void)state;
    struct word_file file = {0};
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer body = text_buffer_new(arena);
    for (size_t i = 0; i < 60; i++)
        buffer_append_string(&body, "<w:sectPr><w:hdr><w:p>");
    buffer_append_string(&body, RUN("deep"));
    for (size_t i = 0; i < 60; i++)
        buffer_append_string(&body, "</w:p></w:hdr></w:sectPr>");
    buffer_append_string(&body, "<w:hdr/><aml:annotation/>" PARAGRAPH("end"));
    read_2003(&file, "", buffer_string(&body));
    assert_text(blocks_text(file.arena, file.document->blocks), "end\ndeep");
    arena_close(file.arena);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_is_known_by_its_content),
        cmocka_unit_test(test_styles_lists_and_merges_are_read_by_their_names_of_then),
        cmocka_unit_test(test_annotations_tell_of_changes),
        cmocka_unit_test(test_notes_and_comments_stand_in_their_runs),
        cmocka_unit_test(test_running_heads_stand_in_their_section),
        cmocka_unit_test(test_links_and_pictures_name_what_they_lead_to),
        cmocka_unit_test(test_what_is_nested_beyond_sense_is_read_to_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
