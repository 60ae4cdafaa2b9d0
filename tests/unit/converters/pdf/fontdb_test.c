#include "tests/unit/converters/pdf/book.h"

/* Makes fontconfig see only the fonts of one folder. */
static void use_fonts_of(const char *folder)
{
    char path[] = "/tmp/rolebook-fonts-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    fprintf(file, "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir></fontconfig>", folder);
    fclose(file);
    setenv("FONTCONFIG_FILE", path, 1);
}

static int use_all_fonts(void **state)
{
    (void)state;
    unlink(getenv("FONTCONFIG_FILE"));
    unsetenv("FONTCONFIG_FILE");
    return 0;
}

static const struct text no_wish[FONT_FAMILY_COUNT];

static void test_no_font_at_all_is_an_error_that_names_the_package(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags = diagnostics_new(arena);
    use_fonts_of("/nowhere");
    assert_null(fonts_open(no_wish, no_wish, TEXT("zh-Hant"), diags));
    assert_int_equal(diags->count, 1);
    assert_has(diagnostic_message(arena, diags->items[0], LANG_EN), "fonts-noto-cjk");
    arena_close(arena);
}

static void test_no_chinese_font_is_an_error_that_names_the_package(void **state)
{
    (void)state;
    if (access("/usr/share/fonts/truetype/dejavu", R_OK) != 0)
        skip();
    use_fonts_of("/usr/share/fonts/truetype/dejavu");
    struct book *book = book_open();
    book_add(book, (struct book_line){.tag = book_tag(book, NULL, TAG_P), .text = "職責 duty"});
    book_draw_pages(book, book_draw, book);
    struct print_job job = book_job(book);
    struct text_buffer out = text_buffer_new(book->arena);
    assert_int_equal(print_to_buffer(&job, &out, book->diags), STATUS_OUTPUT);
    assert_int_equal(out.size, 0);
    struct text said = diagnostic_message(book->arena, book->diags->items[0], LANG_EN);
    assert_has(said, "fonts-noto-cjk");
    assert_has(said, "職");
    assert_has(said, "Fedora: dnf install google-noto-sans-cjk-fonts");
    assert_has(said, "macOS: brew install");
    book_close(book);
}

/* DejaVu has real bold and italic Latin; Noto CJK has no italic, so Han is slanted. */
static void test_truetype_and_faked_styles_are_embedded(void **state)
{
    (void)state;
    if (access("/usr/share/fonts/truetype/dejavu", R_OK) != 0)
        skip();
    const struct text wishes[FONT_FAMILY_COUNT] = {
        [FONT_SANS] = TEXT_INIT("No Such Font, DejaVu Sans, Noto Sans CJK")};
    struct book *book = book_open_with(wishes);
    struct tag *p = book_tag(book, NULL, TAG_P);
    book_add(book, (struct book_line){.tag = p, .text = "Way “to” go — 職責“好”"});
    book_add(book, (struct book_line){.tag = p, .text = "斜體 slanted", .italic = true});
    book_add(book, (struct book_line){.tag = p, .text = "plain again"});
    struct text pdf = book_print(book);
    struct text fonts = book_read(book, pdf, "pdffonts %s");
    assert_has(fonts, "+DejaVuSans ");
    assert_has(fonts, "CID TrueType");
    assert_has(fonts, "+NotoSansCJKtc-Regular");
    struct text text = book_read(book, pdf, "pdftotext %s -");
    assert_has(text, "Way “to” go — 職責“好”");
    assert_has(text, "斜體 slanted");
    struct text clear = book_read(book, pdf, IN_THE_CLEAR);
    assert_int_equal(count_of(clear, "1 0 .213 1 "), count_of(fonts, "Oblique") > 0 ? 1 : 2);
    book_close(book);
}

static void test_the_language_decides_who_draws_the_quotes(void **state)
{
    (void)state;
    if (access("/usr/share/fonts/truetype/dejavu", R_OK) != 0)
        skip();
    const struct text wishes[FONT_FAMILY_COUNT] = {[FONT_SANS] =
                                                       TEXT_INIT("DejaVu Sans, Noto Sans CJK")};
    struct book *book = book_open_with(wishes);
    struct shaper *shaper = shaper_open(book->fonts);
    struct font_wish wish = {.language = TEXT("zh-Hans")};
    assert_int_equal(shape_width(shaper, fonts_find(book->fonts, wish), 10000, TEXT("“")), 10000);
    wish.language = TEXT("en");
    assert_true(shape_width(shaper, fonts_find(book->fonts, wish), 10000, TEXT("“")) < 7000);
    shaper_close(shaper);
    book_close(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_no_font_at_all_is_an_error_that_names_the_package,
                                  use_all_fonts),
        cmocka_unit_test_teardown(test_no_chinese_font_is_an_error_that_names_the_package,
                                  use_all_fonts),
        cmocka_unit_test(test_truetype_and_faked_styles_are_embedded),
        cmocka_unit_test(test_the_language_decides_who_draws_the_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
