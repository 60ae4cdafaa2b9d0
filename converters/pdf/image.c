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

static const struct message unusable = {{"圖片 {0} 無法使用，已略去：{1}",
                                         "图片 {0} 无法使用，已略去：{1}",
                                         "the picture {0} cannot be used and is left out: {1}"}};

static void report(struct diagnostics *diags, struct span at, struct text name, const char *why)
{
    report_warning(diags, &unusable, at, text_copy(diags->arena, name),
                   text_copy(diags->arena, text_from_string(why)));
}

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
static const char *read_png(struct arena *arena, struct text bytes, struct image *image)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, bytes.data, bytes.size))
        return "not a whole PNG file";
    if (is_too_large(png.width, png.height)) {
        png_image_free(&png);
        return "it has too many pixels";
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
    return is_good ? NULL : "the PNG file is damaged or cut off";
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

static const char *read_jpeg(struct text bytes, struct image *image)
{
    struct jpeg_decompress_struct jpeg = {0};
    struct jpeg_errors errors;
    const char *volatile why = "the JPEG file is damaged or cut off";
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
            why = "it has too many pixels";
        else if (is_whole_jpeg(&jpeg))
            why = NULL;
    }
    jpeg_destroy_decompress(&jpeg);
    return why;
}

/* ---- both ---- */

struct image *image_new(struct arena *arena, struct text bytes, struct text name, struct span at,
                        struct diagnostics *diags)
{
    struct image *image = arena_new(arena, struct image);
    image->components = 3;
    const char *why = "neither PNG nor JPEG";
    if (text_starts_with(bytes, TEXT("\x89PNG\r\n\x1A\n"))) {
        why = read_png(arena, bytes, image);
    } else if (text_starts_with(bytes, TEXT("\xFF\xD8\xFF"))) {
        why = read_jpeg(bytes, image);
        image->is_jpeg = true;
        image->data = bytes;
    }
    if (why == NULL)
        return image;
    report(diags, at, name, why);
    return NULL;
}

struct image_size image_size(const struct image *image)
{
    int64_t resolution = image->resolution > 0 ? image->resolution : 72;
    return (struct image_size){.columns = image->columns,
                               .rows = image->rows,
                               .width = (int32_t)(image->columns * INT64_C(72000) / resolution),
                               .height = (int32_t)(image->rows * INT64_C(72000) / resolution)};
}
