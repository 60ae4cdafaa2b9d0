#include "converters/docx/docx.h"
#include "converters/docx/writer.h"
#include "converters/markdown/markdown.h"
#include "core/compose/compose.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include "tests/unit/converters/docx/written_file.h"
#include "tests/unit/forms.h"
#include "tests/unit/vocabulary.h"
#include <png.h>
#include <stdlib.h>

static struct text write_bytes(struct arena *in, const struct document *document)
{
    struct text_buffer out = text_buffer_new(in);
    struct diagnostics *diags = diagnostics_new(in);
    assert_int_equal(docx_write(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 0);
    return buffer_text(&out);
}

static struct document *read_bytes(struct arena *in, struct text bytes)
{
    struct word_file *file = arena_new(in, struct word_file); /* its places name its source */
    file->arena = in;
    word_read_bytes(file, bytes);
    assert_int_equal(file->status, STATUS_OK);
    return file->document;
}

static struct document *from_markdown(struct arena *in, const char *words)
{
    struct source *source = arena_new(in, struct source);
    struct document *document = NULL;
    source->path = "a.md";
    struct input input = {.arena = in,
                          .source = source,
                          .bytes = text_from_string(words),
                          .diags = diagnostics_new(in)};
    assert_int_equal(markdown_converter.read_document(&input, &document), STATUS_OK);
    return document;
}

static void test_whatever_a_role_says_its_word_file_gives_it_back(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct arena *own = arena_open(NULL, NULL);
        struct handbook *handbook = random_form_role(own, seed, vocabulary);
        struct text bytes = write_bytes(own, compose_form(own, handbook->roles, vocabulary));
        if (seed % 10 == 0)
            assert_valid(own, bytes);
        struct handbook *again =
            extract_document(own, vocabulary, read_bytes(own, bytes), FILE_KIND_UNKNOWN, NULL, NULL,
                             diagnostics_new(own));
        normalise_handbook(again, vocabulary);
        assert_int_equal(again->role_count, 1);
        assert_same_form_role(handbook->roles, again->roles);
        arena_close(own);
    }
}

static void test_a_blank_form_is_valid_and_no_role(void **state)
{
    (void)state;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        struct text bytes =
            write_bytes(arena, compose_blank_form(arena, (enum language)l, vocabulary));
        assert_valid(arena, bytes);
        struct handbook *handbook =
            extract_document(arena, vocabulary, read_bytes(arena, bytes), FILE_KIND_UNKNOWN, NULL,
                             NULL, diagnostics_new(arena));
        assert_int_equal(handbook->role_count, 0);
    }
}

static const char everything[] =
    "# One\n\nWords *leaning*, **strong**, `code`, ~~gone~~, [a link](https://example.org/?a=1&b=2), "
    "[inside](#two).\nA soft line.  \nA hard one.[^1]\n\n"
    "1. first\n2. second\n   - below\n\n     more of it\n   - again\n3. third\n\n"
    "- a\n- b\n\n5. five\n6. six\n\n> quoted\n>\n> - in a quote\n\n```\nx < y\n\ty & z\n```\n\n---\n\n"
    "## Two\n\n| A | B |\n| --- | :-: |\n| 1 | two<br>lines |\n| 三 | |\n\n[^1]: A note.\n";

static void test_every_kind_of_block_is_written_and_read(void **state)
{
    (void)state;
    struct document *document = from_markdown(arena, everything);
    struct text bytes = write_bytes(arena, document);
    assert_valid(arena, bytes);
    struct document *again = read_bytes(arena, bytes);
    assert_text(
        blocks_text(arena, again->blocks),
        "One\nWords leaning, strong, code, gone, a link, inside. A soft line.\nA hard one.\n"
        "1. first\n2. second\n◦ below\nmore of it\n◦ again\n3. third\n• a\n• b\n5. five\n"
        "6. six\nquoted\n• in a quote\nx < y\n\ty & z\nTwo\nA\nB\n1\ntwo\nlines\n三");
    unsigned seen = 0, links = 0, notes = 0;
    for (const struct block *b = again->blocks; b != NULL; b = b->next)
        for (const struct run *run = b->runs; run != NULL; run = run->next) {
            seen |= run->style;
            links += text_is(run->link, "https://example.org/?a=1&b=2");
            notes += run->kind == RUN_NOTE;
        }
    assert_int_equal(seen & (STYLE_STRONG | STYLE_EMPHASIS | STYLE_STRIKE),
                     STYLE_STRONG | STYLE_EMPHASIS | STYLE_STRIKE);
    assert_int_equal(links, 1);
    assert_int_equal(notes, 1);
}

static void test_the_same_document_gives_the_same_bytes(void **state)
{
    (void)state;
    struct document *document = from_markdown(arena, everything);
    struct text first = write_bytes(arena, document);
    setenv("TZ", "Asia/Taipei", 1);
    assert_true(text_equal(first, write_bytes(arena, document)));
    unsetenv("TZ");
    setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    struct written_file file = written_open(arena, write_bytes(arena, document));
    unsetenv("SOURCE_DATE_EPOCH");
    struct text core = written_part(&file, TEXT("docProps/core.xml"))->bytes;
    assert_true(text_find(core, TEXT("2023-11-14T22:13:20Z"), 0) != TEXT_NOT_FOUND);
    written_close(&file);
    file = written_open(arena, first);
    core = written_part(&file, TEXT("docProps/core.xml"))->bytes;
    assert_true(text_find(core, TEXT("dcterms:created"), 0) == TEXT_NOT_FOUND);
    written_close(&file);
}

static struct text part_of(struct arena *in, struct text bytes, const char *name)
{
    struct written_file file = written_open(in, bytes);
    struct written_part *part = written_part(&file, text_from_string(name));
    struct text content = part == NULL ? TEXT("") : part->bytes;
    written_close(&file);
    return content;
}

static bool holds(struct text t, const char *words)
{
    return text_find(t, text_from_string(words), 0) != TEXT_NOT_FOUND;
}

static void test_languages_and_han_fonts_follow_the_document(void **state)
{
    (void)state;
    static const struct {
        enum language language;
        const char *tag, *font;
    } rows[] = {{LANG_ZH_HANT, "w:eastAsia=\"zh-TW\"", "Microsoft JhengHei"},
                {LANG_ZH_HANS, "w:eastAsia=\"zh-CN\"", "Microsoft YaHei"},
                {LANG_EN, "w:val=\"en-US\"", "Calibri"}};
    for (size_t i = 0; i < 3; i++) {
        struct text styles = part_of(
            arena, write_bytes(arena, compose_blank_form(arena, rows[i].language, vocabulary)),
            "word/styles.xml");
        assert_true(holds(styles, rows[i].tag));
        assert_true(holds(styles, rows[i].font));
    }
}

static void test_prompts_are_content_controls_that_say_so(void **state)
{
    (void)state;
    struct text body =
        part_of(arena, write_bytes(arena, compose_blank_form(arena, LANG_EN, vocabulary)),
                "word/document.xml");
    assert_true(holds(body, "<w:alias w:val=\"Purpose\"/><w:tag w:val=\"rolebook:purpose\"/>"));
    assert_true(holds(body, "<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"));
    assert_true(holds(body, "<w:listItem w:displayText=\"required\" w:value=\"required\"/>"));
    assert_true(holds(body, "<w:cantSplit/><w:tblHeader/>"));
}

static size_t count_of(struct text t, const char *words)
{
    size_t count = 0, at = 0;
    while ((at = text_find(t, text_from_string(words), at)) != TEXT_NOT_FOUND) {
        count++;
        at++;
    }
    return count;
}

/* Those around cells, and plain text ones, LibreOffice gives back with their words repeated. */
static void test_content_controls_are_rich_text_and_stand_within_a_paragraph(void **state)
{
    (void)state;
    struct text body =
        part_of(arena, write_bytes(arena, compose_blank_form(arena, LANG_ZH_HANS, vocabulary)),
                "word/document.xml");
    assert_false(holds(body, "<w:text"));
    assert_false(holds(body, "</w:tc></w:sdtContent>"));
    assert_true(holds(body, "<w:bookmarkStart w:id=\"0\" w:name=\"_rb0_title_1\"/>"));
    size_t controls = count_of(body, "<w:sdt>");
    assert_true(controls > 0);
    assert_int_equal(count_of(body, "<w:sdtContent><w:r>"), controls);
    assert_int_equal(count_of(body, "</w:sdt></w:p></w:tc>"), controls);
}

/* Of one cell; in the cell, or NULL: in the document. */
static struct table *append_table(struct document *document, struct cell *in)
{
    struct span nowhere = {0};
    struct block *block = in == NULL ? block_append(document, NULL, BLOCK_TABLE, nowhere)
                                     : block_append_to_cell(document, in, BLOCK_TABLE, nowhere);
    struct table *table = table_new(document, block);
    struct cell *cell = cell_append(document, table, nowhere);
    cell->row_span = cell->column_span = 1;
    return table;
}

/* A place keeps its name when what stands in it has no words of its own, and is read as before. */
static void test_place_without_a_paragraph_is_named_all_the_same(void **state)
{
    (void)state;
    struct document *document = document_new(arena, NULL);
    struct table *table = append_table(document, NULL);
    struct cell *cell = table->cells;
    cell->field = &(const struct form_field){.name = TEXT("rolebook:#other")};
    struct block *block = block_append_to_cell(document, cell, BLOCK_CODE, (struct span){0});
    block->code = TEXT("make all");
    assert_true(table_index(document, table));
    document = read_bytes(arena, write_bytes(arena, document));
    cell = document->blocks->table->cells;
    assert_text(cell->field->name, "rolebook:#other");
    assert_text(text_trim(cell_text(arena, cell)), "make all");
}

static void append_words(struct document *document, struct cell *cell, struct text words)
{
    struct block *block = block_append_to_cell(document, cell, BLOCK_PARAGRAPH, (struct span){0});
    run_append_text(document, block, words, 0, (struct span){0});
}

/* A table between the paragraphs of a place does not begin the place anew. */
static void test_place_around_a_table_has_one_bookmark(void **state)
{
    (void)state;
    struct document *document = document_new(arena, NULL);
    struct table *table = append_table(document, NULL);
    struct cell *cell = table->cells;
    cell->field = &(const struct form_field){.name = TEXT("rolebook:#other")};
    append_words(document, cell, TEXT("Keys of the office:"));
    struct table *inner = append_table(document, cell);
    append_words(document, inner->cells, TEXT("Front door"));
    append_words(document, cell, TEXT("Return them in the evening."));
    assert_true(table_index(document, inner) && table_index(document, table));
    struct text body = part_of(arena, write_bytes(arena, document), "word/document.xml");
    assert_int_equal(count_of(body, "<w:bookmarkStart"), 1);
    assert_int_equal(count_of(body, "<w:sdt>"), 2);
}

static void test_characters_xml_does_not_know_are_replaced_and_said(void **state)
{
    (void)state;
    struct document *document = document_new(arena, NULL);
    struct diagnostics *diags = diagnostics_new(arena);
    struct text_buffer out = text_buffer_new(arena);
    struct block *block = block_append(document, NULL, BLOCK_PARAGRAPH, (struct span){0});
    run_append(document, block, RUN_TEXT,
               TEXT("a\x01"
                    "b"),
               (struct span){0});
    assert_int_equal(docx_write(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 1);
    assert_text(blocks_text(arena, read_bytes(arena, buffer_text(&out))->blocks), "a\uFFFDb");
}

/* PNG, 1 by 1, made by libpng. */
static struct text small_picture(void)
{
    static const unsigned char pixel[4] = {10, 20, 30, 255};
    png_image png = {
        .version = PNG_IMAGE_VERSION, .width = 1, .height = 1, .format = PNG_FORMAT_RGBA};
    png_alloc_size_t size = 0;
    assert_true(png_image_write_to_memory(&png, NULL, &size, 0, pixel, 0, NULL));
    char *bytes = arena_alloc(arena, size);
    assert_true(png_image_write_to_memory(&png, bytes, &size, 0, pixel, 0, NULL));
    return (struct text){bytes, size};
}

static void test_pictures_are_parts_each_once(void **state)
{
    (void)state;
    struct document *document = document_new(arena, NULL);
    for (unsigned i = 0; i < 2; i++) {
        struct block *block = block_append(document, NULL, BLOCK_FIGURE, (struct span){0});
        block->figure = arena_new(arena, struct figure);
        *block->figure = (struct figure){.alternative = TEXT("A dot"), .image = small_picture()};
        run_append(document, block, RUN_TEXT, TEXT("Figure"), (struct span){0});
    }
    struct text bytes = write_bytes(arena, document);
    assert_valid(arena, bytes);
    assert_true(part_of(arena, bytes, "word/media/rolebook1.png").size > 0);
    assert_int_equal(part_of(arena, bytes, "word/media/rolebook2.png").size, 0);
    assert_text(blocks_text(arena, read_bytes(arena, bytes)->blocks),
                "A dot\nFigure\nA dot\nFigure");
}

/* ---- the look of another file ---- */

#define HOUSE_STYLES                                                                                  \
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"        \
    "</w:style>"                                                                                      \
    "<w:style w:type=\"paragraph\" w:styleId=\"TableCell\"><w:name w:val=\"house notes\"/></w:style>" \
    "<w:style w:type=\"paragraph\" w:styleId=\"x7\"><w:name w:val=\"form label\"/><w:pPr>"            \
    "<w:shd w:val=\"clear\" w:fill=\"ABCDEF\"/></w:pPr></w:style>"

#define HOUSE_LISTS                                                                                \
    "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"              \
    "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>"               \
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>"

static struct text in_the_look_of(struct document *document, const struct word_parts *parts)
{
    struct source *source = arena_new(arena, struct source);
    struct reference *reference = arena_new(arena, struct reference);
    source->path = "house.docx";
    *reference = (struct reference){source, word_bytes(arena, parts)};
    document->reference = reference;
    return write_bytes(arena, document);
}

static void test_styles_page_and_heads_come_from_the_reference_document(void **state)
{
    (void)state;
    struct document *document = compose_blank_form(arena, LANG_EN, vocabulary);
    struct text bytes = in_the_look_of(
        document,
        &(struct word_parts){
            .body = "<w:p><w:r><w:t>Not this</w:t></w:r></w:p><w:sectPr><w:headerReference "
                    "w:type=\"default\" r:id=\"rId5\"/><w:footerReference w:type=\"default\" "
                    "r:id=\"rId77\"/><w:pgSz w:w=\"10000\" w:h=\"12000\"/><w:pgMar w:left=\"500\" "
                    "w:right=\"500\"/></w:sectPr>",
            .styles = HOUSE_STYLES,
            .numbering = HOUSE_LISTS,
            .header = "<w:p><w:r><w:t>Our house</w:t></w:r></w:p>"});
    struct text body = part_of(arena, bytes, "word/document.xml");
    struct text styles = part_of(arena, bytes, "word/styles.xml");
    assert_true(holds(body, "<w:pStyle w:val=\"x7\"/>"));
    assert_true(holds(body, "w:fill=\"ABCDEF\""));
    assert_true(holds(body, "<w:tblW w:w=\"9000\" w:type=\"dxa\"/>"));
    assert_true(holds(body, "<w:pgSz w:w=\"10000\" w:h=\"12000\"/>"));
    assert_true(holds(body, "w:headerReference"));
    assert_false(holds(body, "w:footerReference"));
    assert_false(holds(body, "Not this"));
    assert_true(holds(styles, "house notes"));
    assert_true(holds(styles, "w:styleId=\"TableCell_2\""));
    assert_true(holds(styles, "<w:basedOn w:val=\"a\"/>"));
    assert_true(holds(part_of(arena, bytes, "word/header1.xml"), "Our house"));
    /* the same file is a reference document, too */
    struct source again = {.path = "again.docx"};
    document->reference = &(struct reference){&again, bytes};
    assert_valid(arena, write_bytes(arena, document));
}

static void test_lists_of_the_reference_document_keep_their_numbers(void **state)
{
    (void)state;
    struct document *document = from_markdown(arena, "1. one\n2. two\n\nx\n\n1. again\n");
    struct text bytes = in_the_look_of(
        document,
        &(struct word_parts){.body = "<w:p/>", .styles = HOUSE_STYLES, .numbering = HOUSE_LISTS});
    struct text lists = part_of(arena, bytes, "word/numbering.xml");
    assert_true(holds(lists, "w:numId=\"3\""));
    assert_true(holds(lists, "w:numId=\"8\""));
    assert_true(holds(lists, "w:numId=\"9\""));
    assert_text(blocks_text(arena, read_bytes(arena, bytes)->blocks),
                "1. one\n2. two\nx\n1. again");
}

static void test_a_reference_document_that_cannot_be_used_is_named(void **state)
{
    (void)state;
    static const char strict[] =
        "<styles xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'/>";
    struct document *document = compose_blank_form(arena, LANG_EN, vocabulary);
    struct source source = {.path = "house.docx"};
    const struct text files[] = {TEXT("no ZIP"),
                                 word_bytes(arena, &(struct word_parts){.document = strict})};
    for (size_t i = 0; i < 2; i++) {
        struct diagnostics *diags = diagnostics_new(arena);
        struct text_buffer out = text_buffer_new(arena);
        document->reference = &(struct reference){&source, files[i]};
        assert_int_equal(docx_write(document, &out, diags), STATUS_INPUT);
        assert_int_equal(diags->count, 1);
        assert_int_equal(out.size, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whatever_a_role_says_its_word_file_gives_it_back),
        cmocka_unit_test(test_a_blank_form_is_valid_and_no_role),
        cmocka_unit_test(test_every_kind_of_block_is_written_and_read),
        cmocka_unit_test(test_the_same_document_gives_the_same_bytes),
        cmocka_unit_test(test_languages_and_han_fonts_follow_the_document),
        cmocka_unit_test(test_prompts_are_content_controls_that_say_so),
        cmocka_unit_test(test_content_controls_are_rich_text_and_stand_within_a_paragraph),
        cmocka_unit_test(test_place_without_a_paragraph_is_named_all_the_same),
        cmocka_unit_test(test_place_around_a_table_has_one_bookmark),
        cmocka_unit_test(test_pictures_are_parts_each_once),
        cmocka_unit_test(test_styles_page_and_heads_come_from_the_reference_document),
        cmocka_unit_test(test_lists_of_the_reference_document_keep_their_numbers),
        cmocka_unit_test(test_a_reference_document_that_cannot_be_used_is_named),
        cmocka_unit_test(test_characters_xml_does_not_know_are_replaced_and_said),
    };
    return cmocka_run_group_tests(tests, open_vocabulary, close_vocabulary);
}
