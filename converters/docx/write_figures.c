/* Pictures: their bytes as parts of the package, and where they stand. */
#include "converters/docx/writer.h"
#include "converters/pdf/image.h"
#include "core/base/text_buffer.h"

#define EMU_PER_PT 12700
#define EMU_PER_TWIP 635
#define NAMESPACE_WP "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
#define NAMESPACE_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define NAMESPACE_PIC "http://schemas.openxmlformats.org/drawingml/2006/picture"

static bool is_png(struct text image) { return text_starts_with(image, TEXT("\x89PNG")); }

/* "media/rolebook1.png"; equal bytes are one part. */
static struct text media_target(struct docx_writer *w, struct text image)
{
    size_t index = 0;
    while (index < w->media_count && !text_equal(w->media[index], image))
        index++;
    struct text_buffer name = text_buffer_new(w->arena);
    /* a name of our own: heads of the reference document bring pictures with theirs */
    buffer_append_format(&name, "media/rolebook%zu.%s", index + 1, is_png(image) ? "png" : "jpeg");
    if (index < w->media_count)
        return buffer_text(&name);
    *arena_push(w->arena, w->media, w->media_count, w->media_capacity) = image;
    struct text_buffer part = text_buffer_new(w->arena);
    buffer_append_string(&part, "word/");
    buffer_append(&part, buffer_text(&name));
    write_part(w, buffer_text(&part), TEXT(""), image);
    return buffer_text(&name);
}

/* In EMU, as it was asked for or by its own resolution, and no wider than the place it stands in.
 */
static void find_size(const struct docx_writer *w, const struct figure *figure,
                      const struct image *image, int64_t *width, int64_t *height)
{
    struct image_size own = image_size(image);
    int64_t most = (int64_t)w->width * EMU_PER_TWIP;
    *width = (int64_t)(figure->width > 0 ? figure->width : own.width) * EMU_PER_PT / 1000;
    *height = (int64_t)(figure->height > 0 ? figure->height : own.height) * EMU_PER_PT / 1000;
    if (*width > most) {
        *height = *height * most / *width;
        *width = most;
    }
    *width = *width < 1 ? 1 : *width;
    *height = *height < 1 ? 1 : *height;
}

static void write_extent(struct docx_writer *w, const char *name, int64_t width, int64_t height)
{
    part_start(w->part, name);
    part_number(w->part, "cx", width);
    part_number(w->part, "cy", height);
    part_end(w->part);
}

static void write_names(struct docx_writer *w, const char *element, const struct figure *figure)
{
    struct text_buffer name = text_buffer_new(w->arena);
    buffer_append_format(&name, "Picture %zu", w->drawing_count);
    part_start(w->part, element);
    part_number(w->part, "id", (int64_t)w->drawing_count);
    part_attribute(w->part, "name", buffer_text(&name));
    part_attribute(w->part, "descr", figure->alternative);
    part_end(w->part);
}

static void write_fill(struct docx_writer *w, struct text id)
{
    part_start(w->part, "pic:blipFill");
    part_start(w->part, "a:blip");
    part_attribute(w->part, "r:embed", id);
    part_end(w->part);
    part_start(w->part, "a:stretch");
    part_empty(w->part, "a:fillRect");
    part_end(w->part);
    part_end(w->part);
}

static void write_shape(struct docx_writer *w, int64_t width, int64_t height)
{
    part_start(w->part, "pic:spPr");
    part_start(w->part, "a:xfrm");
    part_start(w->part, "a:off");
    part_number(w->part, "x", 0);
    part_number(w->part, "y", 0);
    part_end(w->part);
    write_extent(w, "a:ext", width, height);
    part_end(w->part);
    part_start(w->part, "a:prstGeom");
    part_attribute(w->part, "prst", TEXT("rect"));
    part_empty(w->part, "a:avLst");
    part_end(w->part);
    part_end(w->part);
}

static void write_picture(struct docx_writer *w, const struct figure *figure, struct text id,
                          int64_t width, int64_t height)
{
    part_start(w->part, "a:graphic");
    part_attribute(w->part, "xmlns:a", TEXT(NAMESPACE_A));
    part_start(w->part, "a:graphicData");
    part_attribute(w->part, "uri", TEXT(NAMESPACE_PIC));
    part_start(w->part, "pic:pic");
    part_attribute(w->part, "xmlns:pic", TEXT(NAMESPACE_PIC));
    part_start(w->part, "pic:nvPicPr");
    write_names(w, "pic:cNvPr", figure);
    part_empty(w->part, "pic:cNvPicPr");
    part_end(w->part);
    write_fill(w, id);
    write_shape(w, width, height);
    part_end(w->part);
    part_end(w->part);
    part_end(w->part);
}

static void write_drawing(struct docx_writer *w, const struct figure *figure,
                          const struct image *image)
{
    int64_t width, height;
    find_size(w, figure, image, &width, &height);
    struct text id = write_reference(w, w->references, TEXT(RELATIONSHIP_TYPE "image"),
                                     media_target(w, figure->image), false);
    w->drawing_count++;
    part_start(w->part, "w:r");
    part_start(w->part, "w:drawing");
    part_start(w->part, "wp:inline");
    part_attribute(w->part, "xmlns:wp", TEXT(NAMESPACE_WP));
    write_extent(w, "wp:extent", width, height);
    write_names(w, "wp:docPr", figure);
    write_picture(w, figure, id, width, height);
    part_end(w->part);
    part_end(w->part);
    part_end(w->part);
}

/* A drawing of shapes has no bytes: what it says stands for it. */
static void write_words_of(struct docx_writer *w, const struct figure *figure)
{
    struct text_buffer words = text_buffer_new(w->arena);
    buffer_append(&words, figure->alternative);
    for (const struct shape *shape = figure->shapes; shape != NULL && words.size == 0;
         shape = shape->next)
        buffer_append(&words, shape->text);
    if (words.size > 0)
        write_plain_words(w, buffer_text(&words));
}

void write_figure(struct docx_writer *w, const struct block *block)
{
    const struct figure *figure = block->figure;
    struct paragraph_look look = {.style = w->cells > 0 ? WORD_TABLE_CELL : WORD_NORMAL,
                                  .keeps_next = block->runs != NULL,
                                  .align = block->align};
    struct image *image =
        text_is_empty(figure->image)
            ? NULL
            : image_new(w->arena, figure->image, figure->image_name, block->span, w->diags);
    write_paragraph_begin(w, &look);
    if (image != NULL)
        write_drawing(w, figure, image);
    else
        write_words_of(w, figure);
    part_end(w->part);
    if (block->runs == NULL)
        return;
    look = (struct paragraph_look){.style = WORD_CAPTION};
    write_paragraph(w, block, &look);
}
