/*
 * An image is a picture that was decoded once, and is known to be whole.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_IMAGE_H
#define ROLEBOOK_CONVERTERS_PDF_IMAGE_H
#include "core/base/diagnostics.h"

struct image;

/*
 * in       bytes  a PNG or JPEG file; must live as long as the image (a JPEG is embedded as it is)
 *          name   for messages
 * returns  the image, in the arena; or NULL after a warning that names it and says what is wrong
 *          (another format, truncated, over LIMIT_IMAGE_PIXELS)
 */
struct image *image_new(struct arena *arena, struct text bytes, struct text name, struct span at,
                        struct diagnostics *diags);
/*
 * Whether such a file will do as a logo, of which a book is not made without.
 *
 * returns  STATUS_OK; STATUS_INPUT after an error that names it and says what is wrong
 */
enum status image_check_logo(struct text bytes, struct text name, struct span at,
                             struct diagnostics *diags);
/* In 1/1000 pt by its own resolution (72 pixels an inch when it says none). */
struct image_size {
    int32_t width, height;
};
struct image_size image_size(const struct image *image);

#endif
