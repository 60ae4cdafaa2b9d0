#include "converters/pdf/image.h"
#include "tests/unit/converters/pdf/book.h"
#include <png.h>
#include <stdio.h>
/* jpeglib.h wants stdio.h before it */
#include <jpeglib.h>

#define SIDE 8

static struct text make_png(struct arena *arena)
{
    unsigned char pixels[SIDE * SIDE * 4];
    for (size_t i = 0; i < sizeof pixels; i++)
        pixels[i] = (unsigned char)(i * 37);
    png_image png = {
        .version = PNG_IMAGE_VERSION, .width = SIDE, .height = SIDE, .format = PNG_FORMAT_RGBA};
    png_alloc_size_t size = 0;
    assert_true(png_image_write_to_memory(&png, NULL, &size, 0, pixels, 0, NULL));
    char *bytes = arena_alloc(arena, size);
    assert_true(png_image_write_to_memory(&png, bytes, &size, 0, pixels, 0, NULL));
    return (struct text){bytes, size};
}

/* Sixteen bits a channel, grey, with a ramp. */
static struct text make_deep_png(struct arena *arena)
{
    uint16_t pixels[SIDE * SIDE];
    for (size_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = (uint16_t)(i * 1024);
    png_image png = {
        .version = PNG_IMAGE_VERSION, .width = SIDE, .height = SIDE, .format = PNG_FORMAT_LINEAR_Y};
    png_alloc_size_t size = 0;
    assert_true(png_image_write_to_memory(&png, NULL, &size, 0, pixels, 0, NULL));
    char *bytes = arena_alloc(arena, size);
    assert_true(png_image_write_to_memory(&png, bytes, &size, 0, pixels, 0, NULL));
    assert_int_equal(bytes[24], 16); /* IHDR's bit depth */
    return (struct text){bytes, size};
}

static struct text make_jpeg_of(struct arena *arena, int components, J_COLOR_SPACE space)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL, row[SIDE * 4] = {200, 100, 50, 25};
    unsigned long size = 0;
    JSAMPROW rows[] = {row};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = jpeg.image_height = SIDE;
    jpeg.input_components = components;
    jpeg.in_color_space = space;
    jpeg_set_defaults(&jpeg);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = 144;
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height)
        jpeg_write_scanlines(&jpeg, rows, 1);
    jpeg_finish_compress(&jpeg);
    struct text copy = text_copy(arena, (struct text){(char *)bytes, size});
    jpeg_destroy_compress(&jpeg);
    free(bytes);
    return copy;
}

static struct text make_jpeg(struct arena *arena) { return make_jpeg_of(arena, 3, JCS_RGB); }

static struct image *read_image(struct book *book, struct text bytes)
{
    return image_new(book->arena, bytes, TEXT("圖.png"), (struct span){0}, book->diags);
}

static void test_pictures_come_out_as_they_went_in(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct image *png = read_image(book, make_png(book->arena));
    struct image *jpeg = read_image(book, make_jpeg(book->arena));
    assert_non_null(png);
    assert_non_null(jpeg);
    assert_int_equal(image_size(png).width, SIDE * 1000);
    assert_int_equal(image_size(jpeg).width, SIDE * 500);
    struct tag *figure = book_tag(book, NULL, TAG_FIGURE);
    tag_set_alternative(book->arena, figure, TEXT("組織圖"));
    book_add(book, (struct book_line){.tag = figure, .image = png});
    book_add(book, (struct book_line){.tag = figure, .image = jpeg});
    book_add(book, (struct book_line){.page = 1, .tag = figure, .image = png});
    struct text pdf = book_print(book);
    struct text list = book_read(book, pdf, "pdfimages -list %s | tr -s ' '");
    assert_has(list, "1 0 image 8 8 rgb 3 8 image");
    assert_has(list, "1 1 smask 8 8 gray 1 8 image");
    assert_has(list, "8 8 rgb 3 8 jpeg");
    struct text clear = book_read(book, pdf, IN_THE_CLEAR);
    assert_has(clear, "/Placement /Block");
    assert_int_equal(count_of(clear, "/Subtype /Image"), 3); /* once each, and the mask */
    assert_has(book_read(book, pdf, "qpdf --check %s 2>&1"), "No syntax");
    book_close(book);
}

static void test_damaged_pictures_are_left_out_with_a_warning(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct text png = make_png(book->arena), jpeg = make_jpeg(book->arena);
    assert_null(read_image(book, text_slice(png, 0, png.size / 2)));
    assert_null(read_image(book, text_slice(jpeg, 0, jpeg.size - 8)));
    assert_null(read_image(book, text_slice(jpeg, 0, 12)));
    assert_null(read_image(book, TEXT("GIF89a")));
    assert_null(read_image(book, TEXT("")));
    assert_int_equal(book->diags->by_level[LEVEL_WARNING], 5);
    assert_has(diagnostic_message(book->arena, book->diags->items[0], LANG_EN), "圖.png");
    book_close(book);
}

static void test_deep_and_cmyk_pictures_keep_their_colours(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct image *deep = read_image(book, make_deep_png(book->arena));
    struct image *cmyk = read_image(book, make_jpeg_of(book->arena, 4, JCS_CMYK));
    assert_non_null(deep);
    assert_non_null(cmyk);
    struct tag *figure = book_tag(book, NULL, TAG_FIGURE);
    tag_set_alternative(book->arena, figure, TEXT("色"));
    book_add(book, (struct book_line){.tag = figure, .image = deep});
    book_add(book, (struct book_line){.tag = figure, .image = cmyk});
    struct text list = book_read(book, book_print(book), "pdfimages -list %s | tr -s ' '");
    assert_has(list, "8 8 rgb 3 8 image");
    assert_has(list, "8 8 cmyk 4 8 jpeg");
    assert_int_equal(book->diags->count, 0);
    book_close(book);
}

static void test_cmyk_is_refused_where_pdfa_is_claimed(void **state)
{
    (void)state;
    struct book *book = book_open();
    struct tag *figure = book_tag(book, NULL, TAG_FIGURE);
    struct text_buffer out = text_buffer_new(book->arena);
    tag_set_alternative(book->arena, figure, TEXT("色"));
    book->meta.claims_pdfa = true;
    struct image *cmyk = read_image(book, make_jpeg_of(book->arena, 4, JCS_CMYK));
    book_add(book, (struct book_line){.page = 1, .tag = figure, .image = cmyk});
    book_draw_pages(book, book_draw, book);
    struct print_job job = book_job(book);
    assert_int_equal(print_to_buffer(&job, &out, book->diags), STATUS_OUTPUT);
    assert_int_equal(out.size, 0);
    assert_int_equal(book->diags->count, 1);
    assert_has(diagnostic_message(book->arena, book->diags->items[0], LANG_EN), "page 2");
    book_close(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pictures_come_out_as_they_went_in),
        cmocka_unit_test(test_damaged_pictures_are_left_out_with_a_warning),
        cmocka_unit_test(test_deep_and_cmyk_pictures_keep_their_colours),
        cmocka_unit_test(test_cmyk_is_refused_where_pdfa_is_claimed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
