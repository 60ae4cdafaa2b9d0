/*
 * Printing makes a PDF of pages that presses have drawn, the same bytes on every run.
 *
 * Pages are drawn by several threads in no order, some of them twice, so drawing must depend on
 * nothing but the page's number. libharu keeps the document's objects; it lives only inside a call.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PRINT_H
#define ROLEBOOK_CONVERTERS_PDF_PRINT_H
#include "converters/pdf/kept_tags.h"
#include "converters/pdf/meta.h"
#include "converters/pdf/nav.h"
#include "converters/pdf/pressroom.h"
#include "core/base/text_buffer.h"

/* Pages that follow each other, and the tree of their tags, which they have filled. */
struct page_group {
    struct kept_tags tags;
    size_t page_count;
};

struct print_job {
    struct fonts *fonts;
    const struct meta *meta;
    const struct bookmark *bookmarks;
    size_t bookmark_count;
    const struct page_label *labels;
    size_t label_count;
    int32_t page_width, page_height;
    const struct page_record *pages;
    size_t page_count; /* at least 1 */
    /* Of all pages; the root of the first is a TAG_DOCUMENT, under which the others' stand. */
    const struct page_group *groups;
    size_t group_count;
    const struct settled_claims *claims; /* of all pages, and all agree */
    const struct pressroom *room;        /* where they were drawn */
    size_t threads;                      /* 0: one a core */
};

/* STATUS_OUTPUT after a diagnostic: out or the file at path then stay as they were. */
enum status print_to_buffer(const struct print_job *job, struct text_buffer *out,
                            struct diagnostics *diags);
enum status print_to_file(const struct print_job *job, const char *path, struct diagnostics *diags);

/*
 * What the pages show, for tests to read: one line for each thing drawn.
 *
 *   page 1
 *   tag P
 *   text 64.000 80.500 10.500 "員工手冊"        x, baseline, size, the words
 *   slope 297.000 420.000 80.000 "草稿"          middle, baseline, size, the words rising
 *   rectangle 64.000 80.000 100.000 0.500 fill E8E8E8
 *   line 64.000 80.000 164.000 80.000 stroke 808080 0.500
 *   polyline 64.000 80.000 164.000 80.000 stroke 808080 0.500 dash 2.500
 *   figure 10.000 10.000 50.000 50.000            the box of what follows under its tag
 *   image 10.000 10.000 50.000 50.000
 *   anchor role-1 64.000 80.000
 *   link 64.000 80.000 100.000 12.000 "#role-1"
 *   artifact header
 */
struct page_drawing {
    struct fonts *fonts;
    size_t page_count;
    void (*draw)(struct canvas *canvas, size_t page, void *data);
    void *data;
};
void print_to_trace(const struct page_drawing *pages, struct text_buffer *out);

#endif
