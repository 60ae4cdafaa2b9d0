#include "converters/pdf/picture.h"
#include "converters/pdf/syntax.h"

static struct text_buffer begin_body(struct arena *arena, const struct image *image,
                                     const char *space)
{
    struct text_buffer body = text_buffer_new(arena);
    buffer_append_string(&body, "/Type /XObject /Subtype /Image /BitsPerComponent 8 /Width ");
    buffer_append_int(&body, image->columns);
    buffer_append_string(&body, " /Height ");
    buffer_append_int(&body, image->rows);
    buffer_append_string(&body, " /ColorSpace /");
    buffer_append_string(&body, space);
    return body;
}

uint32_t image_add(struct objects *objects, struct arena *arena, const struct image *image)
{
    uint32_t mask = 0;
    if (image->alpha.size > 0) {
        struct text_buffer body = begin_body(arena, image, "DeviceGray");
        mask = object_add_stream(objects, buffer_text(&body), image->alpha, STREAM_DEFLATED);
    }
    const char *space = image->components == 1   ? "DeviceGray"
                        : image->components == 4 ? "DeviceCMYK"
                                                 : "DeviceRGB";
    struct text_buffer body = begin_body(arena, image, space);
    if (image->is_inverted)
        buffer_append_string(&body, " /Decode [1 0 1 0 1 0 1 0]");
    if (mask != 0) {
        buffer_append_string(&body, " /SMask ");
        append_reference(&body, mask);
    }
    return object_add_stream(objects, buffer_text(&body), image->data,
                             image->is_jpeg ? STREAM_JPEG : STREAM_DEFLATED);
}
