/* A document for tests, and its pages as their trace shows them: see print_to_trace. */
#ifndef ROLEBOOK_TESTS_UNIT_CONVERTERS_PDF_PAGE_TRACE_H
#define ROLEBOOK_TESTS_UNIT_CONVERTERS_PDF_PAGE_TRACE_H
#include "converters/pdf/pdf.h"
#include "core/base/text_buffer.h"
#include "core/compose/build.h"
#include "core/document/stylesheet.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct document *document;

static inline int open_document(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    document = document_new(arena, NULL);
    document->language = TEXT("zh-Hant");
    document->title = TEXT("測試");
    return 0;
}

static inline int close_document(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static inline const char *trace(void)
{
    struct text_buffer out = text_buffer_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(pdf_trace_document(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 0);
    return buffer_string(&out);
}

static inline size_t count(const char *all, const char *part)
{
    size_t found = 0;
    for (const char *at = all; (at = strstr(at, part)) != NULL; at++)
        found++;
    return found;
}

static inline void paragraph(const char *words)
{
    build_paragraph(document, NULL, TEXT("body"), text_from_string(words), (struct span){0});
}

static inline const char *repeated(const char *words, size_t times)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < times; i++)
        buffer_append_string(&out, words);
    return buffer_string(&out);
}

/* The words of each line that the trace shows, in order. */
static inline struct text *lines_of(const char *all, size_t *lines)
{
    struct text *list = NULL, line;
    size_t capacity = 0;
    *lines = 0;
    for (size_t at = 0; text_next_line(text_from_string(all), &at, &line);) {
        size_t quote = text_find(line, TEXT("\""), 0);
        if (text_starts_with(line, TEXT("text ")) && quote != TEXT_NOT_FOUND)
            *arena_push(arena, list, *lines, capacity) = text_slice(line, quote + 1, line.size - 1);
    }
    return list;
}

static inline struct table *table_of(size_t rows, const char *words)
{
    struct table *table = build_table(document, NULL, TEXT("default"));
    for (uint32_t c = 0; c < 2; c++)
        build_cell(document, table,
                   (struct cell_place){.column = c, .is_header = true, .style = TEXT("head")},
                   c == 0 ? TEXT("表頭甲") : TEXT("表頭乙"), (struct span){0});
    for (uint32_t r = 1; r <= rows; r++)
        for (uint32_t c = 0; c < 2; c++)
            build_cell(document, table, (struct cell_place){.row = r, .column = c},
                       text_from_string(words), (struct span){0});
    table->header_rows = 1;
    table_index(document, table);
    return table;
}

/* The plain stylesheet with one thing changed in its only master. */
static inline struct page_master *own_master(void)
{
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    struct page_master *master = arena_new(arena, struct page_master);
    *sheet = *stylesheet_plain();
    *master = sheet->masters[0];
    sheet->masters = master;
    document->stylesheet = sheet;
    return master;
}

/* Where the line with these words stands; each is there once. */
static inline void place_of(const char *all, const char *words, double *x, double *y)
{
    const char *at = strstr(all, words);
    assert_non_null(at);
    while (strncmp(at, "text ", 5) != 0)
        at--;
    assert_int_equal(sscanf(at, "text %lf %lf", x, y), 2);
}

#define PAGE_TEST(test) cmocka_unit_test_setup_teardown(test, open_document, close_document)

#endif
