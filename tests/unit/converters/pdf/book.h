/* A small book for tests: lines of text under tags, printed, and read back by other programs. */
#ifndef ROLEBOOK_TESTS_UNIT_CONVERTERS_PDF_BOOK_H
#define ROLEBOOK_TESTS_UNIT_CONVERTERS_PDF_BOOK_H
#include "converters/pdf/claims.h"
#include "converters/pdf/print.h"
#include "converters/pdf/tagtree.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One thing on a page; where it stands follows from its order. */
struct book_line {
    size_t page;
    struct tag *tag; /* NULL: a running head */
    const char *text;
    const char *language; /* NULL: zh-Hant */
    enum font_family family;
    bool bold, italic;
    const char *link;   /* NULL: none */
    const char *anchor; /* NULL: none */
    const struct image *image;
    int32_t stretch; /* added to each advance, 1/1000 pt */
};

struct book {
    struct arena *arena;
    struct diagnostics *diags;
    struct fonts *fonts;
    struct meta meta;
    struct tag *root;
    struct book_line lines[64];
    size_t line_count, page_count, threads;
    struct bookmark bookmarks[8];
    size_t bookmark_count;
    struct page_label labels[4];
    size_t label_count;
    struct pressroom *room;
    struct page_group group;
    struct page_record *records;
    struct settled_claims claims;
};

static inline struct book *book_open_with(const struct text *families)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct book *book = arena_new(arena, struct book);
    const struct text none[FONT_FAMILY_COUNT] = {{0}};
    book->arena = arena;
    book->diags = diagnostics_new(arena);
    book->fonts = fonts_open(families, none, TEXT("zh-Hant"), book->diags);
    assert_non_null(book->fonts);
    book->meta = (struct meta){.title = TEXT("試排"), .language = TEXT("zh-Hant")};
    book->root = tag_new(arena, NULL, TAG_DOCUMENT);
    book->page_count = 1;
    return book;
}

static inline struct book *book_open(void) /* of one page */
{
    const struct text none[FONT_FAMILY_COUNT] = {{0}};
    return book_open_with(none);
}

static inline void book_close(struct book *book)
{
    pressroom_close(book->room);
    fonts_close(book->fonts);
    arena_close(book->arena);
}

static inline struct tag *book_tag(struct book *book, struct tag *parent, enum tag_kind kind)
{
    return tag_new(book->arena, parent == NULL ? book->root : parent, kind);
}

static inline void book_add(struct book *book, struct book_line line)
{
    if (line.page >= book->page_count)
        book->page_count = line.page + 1;
    book->lines[book->line_count++] = line;
}

static inline void book_draw_line(struct book *book, struct canvas *canvas,
                                  const struct book_line *line, int32_t y)
{
    struct rectangle box = {60000, y - 10000, 100000, 12000};
    if (line->tag != NULL && line->image != NULL)
        canvas_figure(canvas, line->tag, box);
    else if (line->tag != NULL)
        canvas_tag(canvas, line->tag);
    else
        canvas_artifact(canvas, ARTIFACT_HEADER);
    if (line->anchor != NULL)
        canvas_anchor(canvas, text_from_string(line->anchor), 60000, y);
    if (line->link != NULL)
        canvas_link(canvas, box, text_from_string(line->link), line->tag, TEXT(""));
    if (line->image != NULL)
        canvas_image(canvas, line->image, box);
    if (line->text == NULL)
        return;
    const char *language = line->language == NULL ? "zh-Hant" : line->language;
    struct font_wish wish = {line->family, line->bold, line->italic, text_from_string(language)};
    struct text text = text_from_string(line->text);
    size_t count;
    struct glyph *glyphs = shape_text(canvas_shaper(canvas), canvas_arena(canvas),
                                      fonts_find(book->fonts, wish), 12000, text, &count);
    for (size_t i = 0; i < count; i++)
        glyphs[i].advance += line->stretch;
    canvas_glyphs(canvas, glyphs, count, text, 60000, y, (struct ink){12000, 0x000000});
}

static inline void book_draw(struct canvas *canvas, size_t page, void *data)
{
    struct book *book = data;
    int32_t y = 60000;
    for (size_t i = 0; i < book->line_count; i++)
        if (book->lines[i].page == page)
            book_draw_line(book, canvas, &book->lines[i], y += 20000);
}

/* Its pages being drawn. */
struct book_drawing {
    struct book *book;
    struct press_order order;
    bool is_again; /* only pages that disagree with what is settled */
};

static inline void book_draw_page(struct press *press, size_t page, void *data)
{
    const struct book_drawing *drawing = data;
    struct page_record *record = &drawing->book->records[page];
    if (drawing->is_again && claims_agree(&drawing->book->claims, record))
        return;
    *record = (struct page_record){0};
    press_draw(press, &drawing->order, page, LAYER_BODY, record);
}

static inline void book_draw_pages(struct book *book,
                                   void (*draw)(struct canvas *canvas, size_t page, void *data),
                                   void *data)
{
    struct book_drawing drawing = {.book = book,
                                   .order = {.page_height = 841890, .draw = draw, .data = data}};
    struct tag_list tags = tags_in_order(book->arena, book->root);
    book->room = pressroom_open(book->arena, book->fonts);
    book->records = arena_new_array(book->arena, book->page_count, struct page_record);
    pressroom_run(book->room, book->threads, book->page_count, book_draw_page, &drawing);
    book->claims = claims_settle(book->arena, book->records, book->page_count);
    drawing.is_again = true;
    drawing.order.settled = &book->claims;
    pressroom_run(book->room, book->threads, book->page_count, book_draw_page, &drawing);
    tags_fill(book->arena, &tags, book->records, book->page_count);
    book->group = (struct page_group){tags_keep(book->arena, &tags), book->page_count};
}

/* Its pages drawn, as book_draw_pages did. */
static inline struct print_job book_job(struct book *book)
{
    return (struct print_job){.fonts = book->fonts,
                              .meta = &book->meta,
                              .groups = &book->group,
                              .group_count = 1,
                              .bookmarks = book->bookmarks,
                              .bookmark_count = book->bookmark_count,
                              .labels = book->labels,
                              .label_count = book->label_count,
                              .page_width = 595276,
                              .page_height = 841890,
                              .pages = book->records,
                              .page_count = book->page_count,
                              .claims = &book->claims,
                              .room = book->room,
                              .threads = book->threads};
}

/* The bytes, in the book's arena; to be called once. */
static inline struct text book_print(struct book *book)
{
    book_draw_pages(book, book_draw, book);
    struct print_job job = book_job(book);
    struct text_buffer out = text_buffer_new(book->arena);
    assert_int_equal(print_to_buffer(&job, &out, book->diags), STATUS_OK);
    return buffer_text(&out);
}

/* What a command says about a file of these bytes; the path stands where %s is. */
static inline struct text book_read(struct book *book, struct text bytes, const char *command)
{
    char path[] = "/tmp/rolebook-test-XXXXXX", line[512];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.data, bytes.size), bytes.size);
    close(fd);
    const char *place = strstr(command, "%s");
    snprintf(line, sizeof line, "%.*s%s%s", (int)(place - command), command, path, place + 2);
    FILE *pipe = popen(line, "r");
    assert_non_null(pipe);
    struct text_buffer said = text_buffer_new(book->arena);
    for (size_t got; (got = fread(buffer_reserve(&said, 4096), 1, 4096, pipe)) > 0;)
        said.size += got;
    assert_int_equal(pclose(pipe), 0);
    unlink(path);
    return buffer_text(&said);
}

static inline size_t count_of(struct text haystack, const char *needle)
{
    size_t count = 0;
    for (size_t at = 0; (at = text_find(haystack, text_from_string(needle), at)) != TEXT_NOT_FOUND;
         at++)
        count++;
    return count;
}

static inline void assert_has(struct text haystack, const char *needle)
{
    if (count_of(haystack, needle) == 0)
        fail_msg("no \"%s\" in: %.*s", needle, TEXT_ARGS(haystack));
}

/* All objects in the clear. */
#define IN_THE_CLEAR                                                                               \
    "qpdf --qdf --object-streams=disable --no-original-object-ids %s - | tr -d '\\000'"
#endif
