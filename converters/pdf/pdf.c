#include "converters/pdf/pdf.h"
#include "converters/pdf/print.h"
#include "converters/pdf/volume.h"
#include <stdlib.h>

/* What is done with the laid out document. */
typedef enum status printing(const struct print_job *job, void *to, struct diagnostics *diags);

static enum status to_buffer(const struct print_job *job, void *to, struct diagnostics *diags)
{
    return print_to_buffer(job, to, diags);
}

static enum status to_file(const struct print_job *job, void *to, struct diagnostics *diags)
{
    return print_to_file(job, to, diags);
}

static enum status to_trace(const struct print_job *job, void *to, struct diagnostics *diags)
{
    (void)diags;
    print_to_trace(job, to);
    return STATUS_OK;
}

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

static enum status print_document(const struct document *document, printing *print, void *to,
                                  struct diagnostics *diags)
{
    const struct stylesheet *sheet =
        document->stylesheet == NULL ? stylesheet_plain() : document->stylesheet;
    struct fonts *fonts = fonts_open(sheet->families, sheet->font_files, document->language, diags);
    if (fonts == NULL)
        return STATUS_OUTPUT;
    struct arena *arena = arena_open_like(document->arena);
    struct volume volume;
    volume_lay_out(&volume, arena, document, fonts, 0, diags);
    enum status status = fonts_report_missing(fonts, diags);
    if (status == STATUS_OK) {
        struct meta meta = meta_of(document);
        struct print_job job = {.fonts = fonts,
                                .meta = &meta,
                                .tags = volume.root,
                                .bookmarks = volume.bookmarks,
                                .bookmark_count = volume.bookmark_count,
                                .labels = volume.labels,
                                .label_count = volume.label_count,
                                .page_width = sheet->page_width,
                                .page_height = sheet->page_height,
                                .page_count = volume.page_count,
                                .draw = volume_draw,
                                .data = &volume};
        status = print(&job, to, diags);
    }
    volume_close(&volume);
    arena_close(arena);
    fonts_close(fonts);
    return status;
}

enum status pdf_write_document(const struct document *document, struct text_buffer *out,
                               struct diagnostics *diags)
{
    return print_document(document, to_buffer, out, diags);
}

enum status pdf_write_document_file(const struct document *document, const char *path,
                                    struct diagnostics *diags)
{
    return print_document(document, to_file, (void *)(uintptr_t)path, diags);
}

enum status pdf_trace_document(const struct document *document, struct text_buffer *out,
                               struct diagnostics *diags)
{
    return print_document(document, to_trace, out, diags);
}

const struct converter pdf_converter = {
    .name = "pdf",
    .extensions = (const char *const[]){"pdf", NULL},
    .write_document = pdf_write_document,
    .write_document_file = pdf_write_document_file,
    .is_binary = true,
    .writes_books = true,
};
