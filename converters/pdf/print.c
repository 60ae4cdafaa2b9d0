#include "converters/pdf/print.h"
#include "converters/pdf/embed.h"
#include "converters/pdf/icc.h"
#include "converters/pdf/picture.h"
#include "converters/pdf/places.h"
#include "converters/pdf/structure.h"
#include "converters/pdf/syntax.h"
#include <assert.h>

static const struct message library_failed = {{"產生 PDF 時 libharu 報告錯誤，沒有寫出任何檔案",
                                               "生成 PDF 时 libharu 报告错误，没有写出任何文件",
                                               "libharu reported an error while making the PDF: "
                                               "nothing was written"}};
static const struct message cannot_embed = {{"無法嵌入字型 {0}：請改用其他字型",
                                             "无法嵌入字体 {0}：请改用其他字体",
                                             "cannot embed the font {0}: choose another"}};

static const struct message not_rgb = {
    {"第 {0} 頁的圖片是 CMYK，不能聲明 PDF/A-2a：請把它存成 RGB，或去掉 --pdf-standard a-2a",
     "第 {0} 页的图片是 CMYK，不能声明 PDF/A-2a：请把它存成 RGB，或去掉 --pdf-standard a-2a",
     "a picture on page {0} is in CMYK, so PDF/A-2a cannot be claimed: save it as RGB, or leave out "
     "--pdf-standard a-2a"}};

/* One printing, from drawing to bytes. */
struct printing {
    const struct print_job *job;
    struct diagnostics *diags;
    struct arena *arena;
    const struct page_record *records;
    struct used_faces faces;
    uint32_t *page_numbers; /* object numbers */
    uint32_t *annotations;  /* object numbers of all links, in the order of pages */
};

/* ---- pages into objects ---- */

/* An image, once for all pages that show it. */
struct placed_image {
    const struct image *image;
    uint32_t number;
};

struct placed_images {
    struct placed_image *images;
    size_t count, capacity;
};

static uint32_t place_image(struct printing *printing, struct objects *objects,
                            struct placed_images *placed, const struct image *image)
{
    for (size_t i = 0; i < placed->count; i++)
        if (placed->images[i].image == image)
            return placed->images[i].number;
    uint32_t number = image_add(objects, printing->arena, image);
    *arena_push(printing->arena, placed->images, placed->count, placed->capacity) =
        (struct placed_image){image, number};
    return number;
}

/* The resources of a page with pictures; all others share one dictionary. */
static uint32_t own_resources(struct printing *printing, struct objects *objects,
                              struct placed_images *placed, const struct page_record *record)
{
    struct text_buffer body = text_buffer_new(printing->arena);
    faces_write_resources(&printing->faces, &body);
    buffer_append_string(&body, " /XObject <<");
    for (size_t i = 0; i < record->image_count; i++) {
        buffer_append_string(&body, "/I");
        buffer_append_int(&body, (int64_t)i);
        buffer_append_byte(&body, ' ');
        append_reference(&body, place_image(printing, objects, placed, record->images[i]));
    }
    buffer_append_string(&body, ">>");
    return object_add(objects, buffer_text(&body));
}

static bool shows_the_same(const struct page_record *a, const struct page_record *b)
{
    bool is_same = a->image_count == b->image_count;
    for (size_t i = 0; is_same && i < a->image_count; i++)
        is_same = a->images[i] == b->images[i];
    return is_same;
}

static void add_pages(struct printing *printing, struct objects *objects)
{
    const struct print_job *job = printing->job;
    struct text_buffer shared = text_buffer_new(printing->arena);
    struct placed_images placed = {0};
    faces_write_resources(&printing->faces, &shared);
    uint32_t resources = object_add(objects, buffer_text(&shared)), own = 0;
    const struct page_record *last = NULL; /* page with pictures: the next may have them all */
    printing->page_numbers = arena_new_array(printing->arena, job->page_count, uint32_t);
    for (size_t i = 0; i < job->page_count && !objects_failed(objects); i++) {
        const struct page_record *record = &printing->records[i];
        struct page_entries page = {.width = job->page_width,
                                    .height = job->page_height,
                                    .contents = record->layers,
                                    .content_count = LAYER_COUNT,
                                    .resources = resources,
                                    .struct_parents = (uint32_t)i};
        if (record->image_count > 0) {
            if (last == NULL || !shows_the_same(record, last))
                own = own_resources(printing, objects, &placed, record);
            page.resources = own;
            last = record;
        }
        printing->page_numbers[i] = objects_add_page(objects, &page);
    }
}

static size_t count_links(const struct print_job *job)
{
    size_t count = 0;
    for (size_t i = 0; i < job->page_count; i++)
        count += job->pages[i].link_count;
    return count;
}

static void add_links(struct printing *printing, struct objects *objects, struct places *places)
{
    const struct print_job *job = printing->job;
    uint32_t key = (uint32_t)job->page_count;
    uint32_t *numbers = arena_new_array(printing->arena, count_links(job), uint32_t);
    printing->annotations = numbers;
    for (size_t i = 0; i < job->page_count; i++) {
        const struct page_record *record = &job->pages[i];
        uint32_t page = printing->page_numbers[i];
        for (size_t j = 0; j < record->link_count; j++)
            numbers[j] =
                places_add_link(places, objects, printing->arena, &record->links[j], page, key++);
        page_set_annotations(objects, page, numbers, record->link_count);
        numbers += record->link_count;
    }
}

static void add_navigation(struct printing *printing, struct objects *objects)
{
    const struct print_job *job = printing->job;
    struct places places = places_collect(printing->arena, printing->records, job->page_count);
    places.pages = printing->page_numbers;
    places.page_height = job->page_height;
    places.body = text_buffer_new(printing->arena);
    places.diags = printing->diags;
    add_links(printing, objects, &places);
    places_add_bookmarks(&places, objects, job);
    uint32_t names = places_add_names(&places, objects, printing->arena);
    if (names != 0)
        catalog_set(objects, "Names", names);
    if (job->bookmark_count > 0)
        catalog_set_name(objects, "PageMode", "UseOutlines");
    if (job->label_count > 0)
        catalog_set(objects, "PageLabels",
                    object_add(objects, page_labels_body(printing->arena, job)));
}

/* What colours mean; PDF/A wants it, and readers that know sRGB lose nothing without. */
static void add_output_intent(struct printing *printing, struct objects *objects)
{
    uint32_t profile =
        object_add_stream(objects, TEXT("/N 3"), icc_srgb(printing->arena), STREAM_PLAIN);
    struct text_buffer body = text_buffer_new(printing->arena);
    buffer_append_string(&body, "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier "
                                "(sRGB) /Info (sRGB) /DestOutputProfile ");
    append_reference(&body, profile);
    catalog_set_array(objects, "OutputIntents", object_add(objects, buffer_text(&body)));
}

static void add_meta(struct printing *printing, struct objects *objects)
{
    const struct meta *meta = printing->job->meta;
    struct arena *arena = printing->arena;
    const struct {
        const char *key;
        struct text value;
    } entries[] = {{"Title", meta->title},
                   {"Author", meta->author},
                   {"Subject", meta->subject},
                   {"Keywords", meta->keywords},
                   {"Producer", TEXT(META_PRODUCER)},
                   {"CreationDate", meta_pdf_date(arena, meta)},
                   {"ModDate", meta_pdf_date(arena, meta)}};
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (!text_is_empty(entries[i].value))
            info_set(objects, entries[i].key, entries[i].value);
    if (!text_is_empty(meta->language))
        catalog_set_string(objects, "Lang", text_to_string(arena, meta->language));
    catalog_set(objects, "MarkInfo", object_add(objects, TEXT("/Marked true")));
    catalog_set(objects, "ViewerPreferences", object_add(objects, TEXT("/DisplayDocTitle true")));
    catalog_set(objects, "Metadata",
                object_add_stream(objects, TEXT("/Type /Metadata /Subtype /XML"),
                                  meta_to_xmp(arena, meta), STREAM_PLAIN));
    if (meta->claims_pdfa)
        add_output_intent(printing, objects);
}

/* ---- the whole ---- */

static enum status write_objects(struct printing *printing, struct output *output)
{
    const struct print_job *job = printing->job;
    enum status status = STATUS_OUTPUT;
    struct objects *objects = objects_open(printing->arena);
    if (objects == NULL)
        goto out;
    faces_add(&printing->faces, objects, printing->arena);
    add_pages(printing, objects);
    if (objects_failed(objects))
        goto out;
    add_navigation(printing, objects);
    add_meta(printing, objects);
    struct structure structure = structure_begin(objects, printing->arena, job,
                                                 printing->page_numbers, printing->annotations);
    catalog_set(objects, "StructTreeRoot", structure.tree_root);
    struct object_series tags = structure_end(&structure, objects, printing->arena);
    if (objects_failed(objects))
        goto out;
    objects_write(objects, &tags, job->threads, output);
    if (!objects_failed(objects))
        status = STATUS_OK;
out:
    if (status != STATUS_OK)
        report_error(printing->diags, &library_failed, (struct span){0}, TEXT(""), TEXT(""));
    objects_close(objects);
    return status;
}

/* PDF/A wants all colours to be those of the output intent, which is sRGB (ISO 19005-2, 6.2.4.3).
 */
static enum status check_claims(struct printing *printing)
{
    for (size_t i = 0; printing->job->meta->claims_pdfa && i < printing->job->page_count; i++)
        for (size_t j = 0; j < printing->records[i].image_count; j++) {
            if (printing->records[i].images[j]->components != 4)
                continue;
            struct text_buffer page = text_buffer_new(printing->diags->arena);
            buffer_append_int(&page, (int64_t)i + 1);
            report_error(printing->diags, &not_rgb, (struct span){0}, buffer_text(&page), TEXT(""));
            return STATUS_OUTPUT;
        }
    return STATUS_OK;
}

static enum status embed_faces(struct printing *printing)
{
    size_t count;
    struct press *const *presses = pressroom_presses(printing->job->room, &count);
    printing->faces =
        faces_used(printing->arena, printing->job->fonts, presses, count, printing->job->claims);
    if (faces_embed(&printing->faces, printing->job->threads))
        return STATUS_OK;
    for (size_t i = 0; i < printing->faces.count; i++)
        if (printing->faces.faces[i].failed)
            report_error(printing->diags, &cannot_embed, (struct span){0},
                         text_copy(printing->diags->arena,
                                   text_from_string(printing->faces.faces[i].face->name)),
                         TEXT(""));
    return STATUS_OUTPUT;
}

static void printing_begin(struct printing *printing, const struct print_job *job,
                           struct diagnostics *diags)
{
    assert(job->page_count > 0 && job->group_count > 0);
    *printing = (struct printing){
        .job = job, .diags = diags, .arena = arena_open(NULL, NULL), .records = job->pages};
}

/* All that can fail for want of a font; nothing is written before that. */
static enum status printing_prepare(struct printing *printing)
{
    enum status status = fonts_report_missing(printing->job->fonts, printing->diags);
    if (status == STATUS_OK)
        status = check_claims(printing);
    return status != STATUS_OK ? status : embed_faces(printing);
}

static void printing_end(struct printing *printing)
{
    faces_close(&printing->faces);
    arena_close(printing->arena);
}

enum status print_to_buffer(const struct print_job *job, struct text_buffer *out,
                            struct diagnostics *diags)
{
    struct printing printing;
    printing_begin(&printing, job, diags);
    size_t size = out->size;
    enum status status = printing_prepare(&printing);
    if (status == STATUS_OK) {
        struct output output = output_to_buffer(printing.arena, out);
        status = write_objects(&printing, &output);
    }
    if (status != STATUS_OK)
        out->size = size;
    printing_end(&printing);
    return status;
}

enum status print_to_file(const struct print_job *job, const char *path, struct diagnostics *diags)
{
    struct printing printing;
    printing_begin(&printing, job, diags);
    enum status status = printing_prepare(&printing);
    struct atomic_file *file = status == STATUS_OK ? atomic_file_open(path, diags) : NULL;
    if (status == STATUS_OK && file == NULL)
        status = STATUS_OUTPUT;
    if (file != NULL) {
        struct output output = output_to_file(printing.arena, file);
        status = write_objects(&printing, &output);
        enum status closed = atomic_file_close(file, status == STATUS_OK);
        if (status == STATUS_OK)
            status = closed;
    }
    printing_end(&printing);
    return status;
}
