#include "converters/pdf/icc.h"
#include "tests/unit/converters/pdf/book.h"

static void test_text_copies_back_as_it_was(void **state)
{
    (void)state;
    struct book *book = book_open();
    const char *const lines[] = {
        "「誠信、專業」是我們的核心價值（參閱《勞動基準法》）。",
        "𠮷野家、𠀋、職責——服務規程……完成率 95%",
        "office affine fi ffl AVATAR To. naïve",
        "一與⼀、神與神",
    };
    for (size_t i = 0; i < 4; i++)
        book_add(book, (struct book_line){.tag = book_tag(book, NULL, TAG_P), .text = lines[i]});
    struct text pdf = book_print(book);
    struct text text = book_read(book, pdf, "pdftotext -layout %s -");
    for (size_t i = 0; i < 4; i++)
        assert_has(text, lines[i]);
    assert_int_equal(book->diags->count, 0);
    book_close(book);
}

static void test_qpdf_finds_no_fault(void **state)
{
    (void)state;
    struct book *book = book_open();
    for (size_t i = 0; i < 40; i++)
        book_add(book, (struct book_line){.page = i / 4,
                                          .tag = book_tag(book, NULL, TAG_P),
                                          .text = "按服務規程服務客戶 service"});
    struct text said = book_read(book, book_print(book), "qpdf --check %s 2>&1");
    assert_has(said, "No syntax or stream encoding errors found");
    assert_int_equal(count_of(said, "WARNING"), 0);
    book_close(book);
}

static void test_fonts_are_embedded_as_subsets_that_map_to_unicode(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.tag = p, .text = "崗位職責"});
    book_add(book, (struct book_line){.tag = p, .text = "岗位职责", .language = "zh-Hans"});
    book_add(book, (struct book_line){.tag = p, .text = "粗體", .bold = true});
    book_add(book, (struct book_line){.tag = p, .text = "ASCII", .family = FONT_MONO});
    struct text pdf = book_print(book);
    struct text fonts = book_read(book, pdf, "pdffonts %s");
    assert_has(fonts, "+NotoSansCJKtc-Regular");
    assert_has(fonts, "+NotoSansCJKsc-Regular");
    assert_has(fonts, "+NotoSansCJKtc-Bold");
    assert_int_equal(count_of(fonts, "Identity-H       yes yes yes"), 4);
    assert_true(pdf.size < 40000);
    book_close(book);
}

static void test_any_number_of_threads_gives_the_same_bytes(void **state)
{
    (void)state;
    struct text pdfs[2];
    struct book *books[2];
    for (size_t i = 0; i < 2; i++) {
        struct book *book = books[i] = book_open();
        book->threads = i == 0 ? 1 : 4;
        for (size_t n = 0; n < 60; n++)
            book_add(book, (struct book_line){.page = n,
                                              .tag = book_tag(book, NULL, TAG_P),
                                              .text = n % 2 ? "office 職責" : "e\xEF\xAC\x80ort",
                                              .bold = n % 3 == 0});
        pdfs[i] = book_print(book);
    }
    assert_true(text_equal(pdfs[0], pdfs[1]));
    book_close(books[0]);
    book_close(books[1]);
}

/* One glyph shows U+FB00 on the first page and the two letters on a later one. */
static void test_a_glyph_with_two_meanings_copies_as_each(void **state)
{
    (void)state;
    struct book *book = book_open();
    for (size_t page = 0; page < 20; page++)
        book_add(book, (struct book_line){.page = page,
                                          .tag = book_tag(book, NULL, TAG_P),
                                          .text = page == 0 ? "a\xEF\xAC\x80" : "affb"});
    struct text text = book_read(book, book_print(book), "pdftotext %s -");
    assert_int_equal(count_of(text, "a\xEF\xAC\x80"), 1);
    assert_int_equal(count_of(text, "affb"), 19);
    book_close(book);
}

static void test_tags_tell_structure_in_reading_order(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *sect = book_tag(book, NULL, TAG_SECT);
    struct tag *h1 = book_tag(book, sect, TAG_H1), *p = book_tag(book, sect, TAG_P);
    struct tag *link = book_tag(book, p, TAG_LINK), *table = book_tag(book, sect, TAG_TABLE);
    struct tag *row = book_tag(book, table, TAG_TR);
    struct tag *th = book_tag(book, row, TAG_TH), *td = book_tag(book, row, TAG_TD);
    tag_set_cell(book->arena, th, (struct tag_cell){.scope = SCOPE_COLUMN, .column_span = 2});
    book_add(book, (struct book_line){.text = "頁首"});
    book_add(book, (struct book_line){.tag = h1, .text = "客服代表"});
    book_add(book, (struct book_line){.tag = p, .text = "參閱"});
    book_add(book, (struct book_line){.tag = link, .text = "規程", .link = "https://example.org/"});
    book_add(book, (struct book_line){.tag = p, .text = "全文。"});
    book_add(book, (struct book_line){.tag = th, .text = "指標"});
    book_add(book, (struct book_line){.page = 1, .tag = p, .text = "續頁"});
    book_add(book, (struct book_line){.page = 1, .tag = td, .text = "接通率"});
    struct text pdf = book_print(book);
    assert_has(book_read(book, pdf, "pdfinfo %s"), "Tagged:          yes");
    struct text tree = book_read(book, pdf, "pdfinfo -struct-text %s | tr -d ' \\n'");
    assert_has(tree, "DocumentSectH1(block)\"客服代表\"P(block)\"參閱\"Link(inline)\"規程\"");
    assert_has(tree, "\"全文。\"\"續頁\"Table(block)");
    assert_has(tree, "TRTH:/Scope/Column/ColSpan2\"指標\"TD\"接通率\"");
    assert_int_equal(count_of(tree, "頁首"), 0);
    book_close(book);
}

static void test_links_lead_to_places_and_sites(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *link = book_tag(book, NULL, TAG_LINK);
    book_add(book, (struct book_line){.tag = link, .text = "角色", .link = "#role-1"});
    book_add(book,
             (struct book_line){.tag = link, .text = "站", .link = "https://example.org/(手"});
    book_add(book, (struct book_line){.page = 1,
                                      .tag = book_tag(book, NULL, TAG_H1),
                                      .text = "角色",
                                      .anchor = "role-1"});
    struct text clear = book_read(book, book_print(book), IN_THE_CLEAR);
    assert_has(clear, "(https://example.org/\\(%E6%89%8B)");
    assert_int_equal(count_of(clear, "/Subtype /Link"), 2);
    assert_int_equal(count_of(clear, "/Type /OBJR"), 2);
    assert_has(clear, "/Names [\n    (role-1)");
    book_close(book);
}

static void test_a_link_to_nowhere_is_reported_once_a_link(void **state)
{
    (void)state;
    struct book *book = book_open();
    book_add(book, (struct book_line){
                       .tag = book_tag(book, NULL, TAG_LINK), .text = "無", .link = "#nowhere"});
    book_print(book);
    assert_int_equal(book->diags->by_level[LEVEL_WARNING], 1);
    assert_has(diagnostic_message(book->arena, book->diags->items[0], LANG_EN), "nowhere");
    book_close(book);
}

static void test_bookmarks_nest_and_pages_have_labels(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_H1);
    book_add(book, (struct book_line){.tag = p, .text = "序", .anchor = "a"});
    book_add(book, (struct book_line){.page = 1, .tag = p, .text = "部門", .anchor = "b"});
    book->bookmarks[0] = (struct bookmark){.title = TEXT("序言 𠮷"), .anchor = TEXT("a")};
    book->bookmarks[1] = (struct bookmark){.level = 1, .title = TEXT("下"), .anchor = TEXT("b")};
    book->bookmarks[2] = (struct bookmark){.title = TEXT("部門"), .anchor = TEXT("b")};
    book->bookmark_count = 3;
    book->labels[0] = (struct page_label){.style = LABEL_ROMAN, .first = 1};
    book->labels[1] = (struct page_label){.page = 1, .style = LABEL_DECIMAL, .first = 1};
    book->label_count = 2;
    struct text pdf = book_print(book);
    struct text json = book_read(book, pdf,
                                 "qpdf --json=1 --json-key=outlines "
                                 "--json-key=pagelabels %s | tr -d ' \\n'");
    assert_has(json, "\"title\":\"下\"}],\"object\"");
    assert_has(json, "\"index\":0,\"label\":{\"/S\":\"/r\"");
    assert_has(json, "\"destpageposfrom1\":2");
    book_close(book);
}

static void test_only_the_given_date_dates_the_file(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.tag = p, .text = "日"});
    meta_set_date(&book->meta, "soon");
    assert_false(book->meta.has_date);
    meta_set_date(&book->meta, "1704164645");
    struct text info = book_read(book, book_print(book), "TZ=UTC pdfinfo -rawdates %s");
    assert_has(info, "D:20240102030405Z");
    assert_has(info, "試排");
    book_close(book);
}

static void test_claims_stand_in_the_metadata_only_when_made(void **state)
{
    (void)state;
    struct book *book = book_open();
    book->meta.title = TEXT("A & <B>");
    assert_int_equal(count_of(meta_to_xmp(book->arena, &book->meta), "pdfuaid:part>1"), 0);
    book->meta.claims_ua = true;
    struct text xmp = meta_to_xmp(book->arena, &book->meta);
    assert_int_equal(count_of(xmp, "pdfuaid:part>1"), 1);
    assert_has(xmp, "A &amp; &lt;B&gt;");
    book_close(book);
}

static void test_a_pdfa_claim_brings_its_colour_profile(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.tag = p, .text = "色"});
    book->meta.claims_ua = book->meta.claims_pdfa = true;
    struct text pdf = book_print(book);
    assert_has(book_read(book, pdf, IN_THE_CLEAR), "/OutputIntents");
    assert_has(book_read(book, pdf, "pdfinfo -meta %s"), "pdfaExtension:schemas");
    struct text profile = icc_srgb(book->arena);
    const unsigned char *size = (const unsigned char *)profile.data;
    assert_int_equal(size[2] << 8 | size[3], profile.size);
    assert_int_equal(profile.size % 4, 0);
    book_close(book);
}

static void draw_a_box(struct canvas *canvas, size_t page, void *data)
{
    struct tag *const *tags = data;
    struct rectangle box = {60000, 60000 + (int32_t)(page % 700) * 1000, 1000, 1000};
    canvas_tag(canvas, tags[page]);
    canvas_rectangle(canvas, box, (struct paint){.fill = 0x336699, .stroke = COLOUR_NONE});
}

/* A flat tree of pages, short arrays or deep recursion would end before that. */
static void test_forty_thousand_pages_are_printed(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag **tags = arena_new_array(book->arena, 40000, struct tag *);
    for (size_t i = 0; i < 40000; i++)
        tags[i] = book_tag(book, NULL, TAG_P);
    struct text_buffer out = text_buffer_new(book->arena);
    book->page_count = 40000;
    book_draw_pages(book, draw_a_box, tags);
    struct print_job job = book_job(book);
    assert_int_equal(print_to_buffer(&job, &out, book->diags), STATUS_OK);
    struct text pages = book_read(book, buffer_text(&out), "qpdf --show-npages %s");
    assert_true(text_is(text_trim(pages), "40000"));
    book_close(book);
}

static void test_a_full_disk_is_one_error(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.tag = p, .text = "滿"});
    book_draw_pages(book, book_draw, book);
    struct print_job job = book_job(book);
    assert_int_equal(print_to_file(&job, "/dev/full", book->diags), STATUS_OUTPUT);
    assert_int_equal(book->diags->count, 1);
    book_close(book);
}

static void test_stretched_lines_keep_their_width(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.tag = p, .text = "十二點大的字", .stretch = 1333});
    struct text boxes = book_read(book, book_print(book), "pdftotext -bbox %s -");
    assert_has(boxes, "xMin=\"60.000000\"");
    /* six characters of 12 pt and the five gaps between them */
    assert_has(boxes, "xMax=\"138.665000\"");
    book_close(book);
}

static void test_the_trace_tells_what_pages_show(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.text = "頁首"});
    book_add(book, (struct book_line){.tag = p, .text = "職責", .anchor = "a", .link = "#a"});
    struct page_drawing pages = {book->fonts, book->page_count, book_draw, book};
    struct text_buffer out = text_buffer_new(book->arena);
    print_to_trace(&pages, &out);
    const char *expected = "page 1\nartifact header\ntext 60.000 80.000 12.000 \"頁首\"\n"
                           "anchor a 60.000 100.000\nlink 60.000 90.000 100.000 12.000 \"#a\"\n"
                           "tag P\ntext 60.000 100.000 12.000 \"職責\"\n";
    assert_string_equal(buffer_string(&out), expected);
    book_close(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_copies_back_as_it_was),
        cmocka_unit_test(test_qpdf_finds_no_fault),
        cmocka_unit_test(test_fonts_are_embedded_as_subsets_that_map_to_unicode),
        cmocka_unit_test(test_any_number_of_threads_gives_the_same_bytes),
        cmocka_unit_test(test_a_glyph_with_two_meanings_copies_as_each),
        cmocka_unit_test(test_tags_tell_structure_in_reading_order),
        cmocka_unit_test(test_links_lead_to_places_and_sites),
        cmocka_unit_test(test_a_link_to_nowhere_is_reported_once_a_link),
        cmocka_unit_test(test_bookmarks_nest_and_pages_have_labels),
        cmocka_unit_test(test_only_the_given_date_dates_the_file),
        cmocka_unit_test(test_claims_stand_in_the_metadata_only_when_made),
        cmocka_unit_test(test_a_pdfa_claim_brings_its_colour_profile),
        cmocka_unit_test(test_a_full_disk_is_one_error),
        cmocka_unit_test(test_forty_thousand_pages_are_printed),
        cmocka_unit_test(test_stretched_lines_keep_their_width),
        cmocka_unit_test(test_the_trace_tells_what_pages_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
