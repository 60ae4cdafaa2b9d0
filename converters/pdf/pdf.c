#include "converters/pdf/pdf.h"
#include "converters/pdf/print.h"
#include "converters/pdf/volume.h"
#include <stdlib.h>

static struct meta meta_of(const struct document *document)
{
    struct meta meta = {.title = document->title,
                        .author = document->author,
                        .subject = document->subject,
                        .language = document->language,
                        .claims_pdfa = (document->claims & CLAIM_PDF_A_2A) != 0,
                        .claims_ua = (document->claims & CLAIM_PDF_UA_1) != 0};
    if (text_is_empty(meta.title))
        meta.title = TEXT("rolebook");
    if (text_is_empty(meta.language))
        meta.language = TEXT("und");
    meta_set_date(&meta, getenv("SOURCE_DATE_EPOCH"));
    return meta;
}

/* A document laid out, and what that took. */
struct work {
    const struct stylesheet *sheet;
    struct fonts *fonts;
    struct arena *arena;
    struct pressroom *room;
    struct volume volume;
};

enum purpose { PURPOSE_PRINT, PURPOSE_TRACE };

/* STATUS_OUTPUT after a diagnostic; to be closed all the same. */
static enum status work_begin(struct work *work, const struct document *document,
                              enum purpose purpose, struct diagnostics *diags)
{
    const struct stylesheet *sheet =
        document->stylesheet == NULL ? stylesheet_plain() : document->stylesheet;
    *work = (struct work){
        .sheet = sheet,
        .fonts = fonts_open(sheet->families, sheet->font_files, document->language, diags)};
    if (work->fonts == NULL)
        return STATUS_OUTPUT;
    work->arena = arena_open_like(document->arena);
    if (purpose == PURPOSE_PRINT)
        work->room = pressroom_open(work->arena, work->fonts);
    volume_lay_out(&work->volume, work->arena, document, work->fonts, work->room, 0, diags);
    return fonts_report_missing(work->fonts, diags);
}

static void work_end(struct work *work)
{
    volume_close(&work->volume);
    pressroom_close(work->room);
    arena_close(work->arena);
    if (work->fonts != NULL)
        fonts_close(work->fonts);
}

static struct print_job job_of(const struct work *work, const struct meta *meta)
{
    const struct volume *volume = &work->volume;
    return (struct print_job){.fonts = work->fonts,
                              .meta = meta,
                              .groups = volume->groups,
                              .group_count = volume->unit_count + 1,
                              .bookmarks = volume->bookmarks,
                              .bookmark_count = volume->bookmark_count,
                              .labels = volume->labels,
                              .label_count = volume->label_count,
                              .page_width = work->sheet->page_width,
                              .page_height = work->sheet->page_height,
                              .pages = volume->records,
                              .page_count = volume->page_count,
                              .claims = &volume->claims,
                              .room = work->room};
}

/* Into the buffer; out NULL: into the file. */
static enum status write_document(const struct document *document, struct text_buffer *out,
                                  const char *path, struct diagnostics *diags)
{
    struct work work;
    struct meta meta = meta_of(document);
    enum status status = work_begin(&work, document, PURPOSE_PRINT, diags);
    if (status == STATUS_OK) {
        struct print_job job = job_of(&work, &meta);
        status = out != NULL ? print_to_buffer(&job, out, diags) : print_to_file(&job, path, diags);
    }
    work_end(&work);
    return status;
}

enum status pdf_write_document(const struct document *document, struct text_buffer *out,
                               struct diagnostics *diags)
{
    return write_document(document, out, NULL, diags);
}

enum status pdf_write_document_file(const struct document *document, const char *path,
                                    struct diagnostics *diags)
{
    return write_document(document, NULL, path, diags);
}

enum status pdf_trace_document(const struct document *document, struct text_buffer *out,
                               struct diagnostics *diags)
{
    struct work work;
    enum status status = work_begin(&work, document, PURPOSE_TRACE, diags);
    if (status == STATUS_OK) {
        struct page_drawing pages = {.fonts = work.fonts,
                                     .page_count = work.volume.page_count,
                                     .draw = volume_draw,
                                     .data = &work.volume};
        print_to_trace(&pages, out);
    }
    work_end(&work);
    return status;
}

const struct converter pdf_converter = {
    .name = "pdf",
    .extensions = (const char *const[]){"pdf", NULL},
    .write_document = pdf_write_document,
    .write_document_file = pdf_write_document_file,
    .is_binary = true,
    .fills_late = true,
    .writes_books = true,
};
