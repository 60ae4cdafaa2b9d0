#include "converters/pdf/image.h"
#include "converters/pdf/deflate.h"
#include "converters/pdf/picture.h"
#include "core/base/limits.h"
#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* jpeglib.h wants stdio.h before it */
#include <jpeglib.h>

enum fault { FINE, OTHER_FORMAT, DAMAGED, TOO_LARGE };

static const struct message left_out[] = {
    [OTHER_FORMAT] = {{"圖片 {0} 既不是 PNG 也不是 JPEG，已略去：請另存為其中一種",
                       "图片 {0} 既不是 PNG 也不是 JPEG，已略去：请另存为其中一种",
                       "the picture {0} is neither PNG nor JPEG and is left out: save it as one"}},
    [DAMAGED] = {{"圖片 {0} 損壞或不完整，已略去：請重新存檔",
                  "图片 {0} 损坏或不完整，已略去：请重新保存",
                  "the picture {0} is damaged or cut off and is left out: save it anew"}},
    [TOO_LARGE] = {{"圖片 {0} 的像素太多，已略去：請縮小", "图片 {0} 的像素太多，已略去：请缩小",
                    "the picture {0} has too many pixels and is left out: make it smaller"}}};
static const struct message no_logo[] = {
    [OTHER_FORMAT] = {{"標誌圖檔 {0} 既不是 PNG 也不是 JPEG：請另存為其中一種",
                       "标志图文件 {0} 既不是 PNG 也不是 JPEG：请另存为其中一种",
                       "the logo {0} is neither PNG nor JPEG: save it as one"}},
    [DAMAGED] = {{"標誌圖檔 {0} 損壞或不完整：請重新存檔",
                  "标志图文件 {0} 损坏或不完整：请重新保存",
                  "the logo {0} is damaged or cut off: save it anew"}},
    [TOO_LARGE] = {{"標誌圖檔 {0} 的像素太多：請縮小", "标志图文件 {0} 的像素太多：请缩小",
                    "the logo {0} has too many pixels: make it smaller"}}};

static bool is_too_large(uint32_t columns, uint32_t rows)
{
    return columns == 0 || rows == 0 || columns > LIMIT_IMAGE_PIXELS / rows;
}

/* ---- PNG ---- */

/* Colours and transparency apart, as PDF wants them. */
static void split_planes(struct arena *arena, struct image *image, const unsigned char *rgba)
{
    struct arena *scratch = arena_open(NULL, NULL);
    size_t pixels = (size_t)image->columns * image->rows;
    char *colours = arena_array(scratch, pixels, 3), *alpha = arena_alloc(scratch, pixels);
    bool is_transparent = false;
    for (size_t i = 0; i < pixels; i++) {
        memcpy(colours + 3 * i, rgba + 4 * i, 3);
        alpha[i] = (char)rgba[4 * i + 3];
        is_transparent |= rgba[4 * i + 3] != 255;
    }
    struct deflater *deflater = deflater_open(DEFLATE_NORMAL);
    if (deflater == NULL)
        arena_alloc(arena, SIZE_MAX);
    image->data = deflater_run(deflater, arena, (struct text){colours, pixels * 3});
    if (is_transparent)
        image->alpha = deflater_run(deflater, arena, (struct text){alpha, pixels});
    deflater_close(deflater);
    arena_close(scratch);
}

/* libpng's simplified API turns each kind of PNG into eight bits a channel, and never aborts. */
static enum fault read_png(struct arena *arena, struct text bytes, struct image *image)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, bytes.data, bytes.size))
        return DAMAGED;
    if (is_too_large(png.width, png.height)) {
        png_image_free(&png);
        return TOO_LARGE;
    }
    png.format = PNG_FORMAT_RGBA;
    image->columns = png.width;
    image->rows = png.height;
    unsigned char *rgba = malloc(PNG_IMAGE_SIZE(png));
    if (rgba == NULL) {
        png_image_free(&png);
        arena_alloc(arena, SIZE_MAX);
    }
    bool is_good = png_image_finish_read(&png, NULL, rgba, 0, NULL) != 0;
    if (is_good)
        split_planes(arena, image, rgba);
    free(rgba);
    png_image_free(&png);
    return is_good ? FINE : DAMAGED;
}

/* ---- JPEG ---- */

struct jpeg_errors {
    struct jpeg_error_mgr manager; /* first, so that libjpeg's pointer is ours */
    jmp_buf out;
};

static void leave(j_common_ptr jpeg) { longjmp(((struct jpeg_errors *)(void *)jpeg->err)->out, 1); }

static void stay_silent(j_common_ptr jpeg) { (void)jpeg; }

/* Decodes all rows and throws them away: the file goes into the PDF as it is, so it must be whole.
 */
static bool is_whole_jpeg(struct jpeg_decompress_struct *jpeg)
{
    jpeg_start_decompress(jpeg);
    JSAMPARRAY row =
        (*jpeg->mem->alloc_sarray)((j_common_ptr)jpeg, JPOOL_IMAGE,
                                   jpeg->output_width * (JDIMENSION)jpeg->output_components, 1);
    while (jpeg->output_scanline < jpeg->output_height)
        jpeg_read_scanlines(jpeg, row, 1);
    jpeg_finish_decompress(jpeg);
    return jpeg->err->num_warnings == 0; /* libjpeg fills what is missing and only warns */
}

static int32_t jpeg_resolution(const struct jpeg_decompress_struct *jpeg)
{
    if (jpeg->density_unit == 1)
        return jpeg->X_density;
    return jpeg->density_unit == 2 ? jpeg->X_density * 254 / 100 : 0;
}

static enum fault read_jpeg(struct text bytes, struct image *image)
{
    struct jpeg_decompress_struct jpeg = {0};
    struct jpeg_errors errors;
    volatile enum fault fault = DAMAGED;
    jpeg.err = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = leave;
    errors.manager.output_message = stay_silent;
    if (setjmp(errors.out) == 0) {
        jpeg_create_decompress(&jpeg);
        jpeg_mem_src(&jpeg, (const unsigned char *)bytes.data, bytes.size);
        jpeg_read_header(&jpeg, TRUE);
        image->columns = jpeg.image_width;
        image->rows = jpeg.image_height;
        image->components = (unsigned)jpeg.num_components;
        image->is_inverted = jpeg.saw_Adobe_marker && jpeg.num_components == 4;
        image->resolution = jpeg_resolution(&jpeg);
        if (is_too_large(image->columns, image->rows))
            fault = TOO_LARGE;
        else if (is_whole_jpeg(&jpeg))
            fault = FINE;
    }
    jpeg_destroy_decompress(&jpeg);
    return fault;
}

/* ---- both ---- */

static enum fault read_image(struct arena *arena, struct text bytes, struct image *image)
{
    image->components = 3;
    if (text_starts_with(bytes, TEXT("\x89PNG\r\n\x1A\n")))
        return read_png(arena, bytes, image);
    if (!text_starts_with(bytes, TEXT("\xFF\xD8\xFF")))
        return OTHER_FORMAT;
    image->is_jpeg = true;
    image->data = bytes;
    return read_jpeg(bytes, image);
}

struct image *image_new(struct arena *arena, struct text bytes, struct text name, struct span at,
                        struct diagnostics *diags)
{
    struct image *image = arena_new(arena, struct image);
    enum fault fault = read_image(arena, bytes, image);
    if (fault == FINE)
        return image;
    report_warning(diags, &left_out[fault], at, text_copy(diags->arena, name), TEXT(""));
    return NULL;
}

enum status image_check_logo(struct text bytes, struct text name, struct span at,
                             struct diagnostics *diags)
{
    struct image image = {0};
    struct arena *scratch = arena_open_like(diags->arena);
    enum fault fault = read_image(scratch, bytes, &image);
    arena_close(scratch);
    if (fault == FINE)
        return STATUS_OK;
    return report_error(diags, &no_logo[fault], at, text_copy(diags->arena, name), TEXT(""));
}

struct image_size image_size(const struct image *image)
{
    int64_t resolution = image->resolution > 0 ? image->resolution : 72;
    return (struct image_size){.width = (int32_t)(image->columns * INT64_C(72000) / resolution),
                               .height = (int32_t)(image->rows * INT64_C(72000) / resolution)};
}
