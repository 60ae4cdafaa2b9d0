/* Which roles share duties, by the findings of overlap: a staircase of numbers, and a table. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/compose/drawing.h"
#include "core/model/role_overlaps.h"
#include <assert.h>

/* Lengths in 1/1000 pt. */
#define LABEL_WIDTH 140000
#define CELL 20000
#define AROUND 130000 /* of a page's height: heading, key and what stands below */
#define PAIRS_LISTED 200

static const struct ink_style label_ink = {"chart", COLOUR_NONE, ALIGN_LEFT};

struct overlap_map {
    struct book *book;
    struct role_overlaps overlaps; /* places are chapters */
    size_t *chapters;              /* those that stand in an overlap, ascending */
    size_t count;
    struct block *section;
};

static size_t place_of_chapter(const void *data, struct text title, const struct source *source)
{
    const struct book *book = data;
    const struct chapter *found = book_chapter(book, title);
    if (found != NULL && found->role->source == source)
        return (size_t)(found - book->chapters);
    for (size_t i = 0; i < book->chapter_count; i++) /* several have that title */
        if (book->chapters[i].role->source == source &&
            text_equal(role_title(book->chapters[i].role), title))
            return i;
    return SIZE_MAX;
}

static struct text sign_of(const struct overlap_map *map, const struct role_overlap *overlap)
{
    if (overlap->is_one)
        return TEXT("=");
    return text_from_number(map->book->document->arena,
                            overlap->near > 0 ? overlap->near : overlap->review);
}

static struct text title_of(const struct overlap_map *map, size_t chapter)
{
    return chapter_title(map->book, &map->book->chapters[chapter]);
}

/* 班組長–客服專員 3；… */
static struct text map_words(const struct overlap_map *map)
{
    bool is_english = map->book->language == LANG_EN;
    struct text_buffer words = text_buffer_new(map->book->document->arena);
    buffer_append(&words, book_word(map->book, "overlaps"));
    for (size_t i = 0; i < map->overlaps.count; i++) {
        const struct role_overlap *overlap = &map->overlaps.list[i];
        buffer_append_string(&words,
                             i == 0 ? (is_english ? ": " : "：") : (is_english ? "; " : "；"));
        buffer_append(&words, title_of(map, overlap->a));
        buffer_append_string(&words, " – ");
        buffer_append(&words, title_of(map, overlap->b));
        buffer_append_byte(&words, ' ');
        buffer_append(&words, sign_of(map, overlap));
    }
    return buffer_text(&words);
}

static size_t column_of(const struct overlap_map *map, size_t chapter)
{
    size_t low = 0, high = map->count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (map->chapters[middle] <= chapter)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Each role's line ends where its own column would begin. */
static void draw_map(const struct overlap_map *map, int32_t label, int32_t cell)
{
    struct arena *arena = map->book->document->arena;
    int32_t size = (int32_t)map->count * cell;
    struct drawing drawing =
        drawing_new(map->book->document, map->section, label + size, size, map_words(map));
    for (size_t i = 0; i < map->count; i++) {
        const struct chapter *chapter = &map->book->chapters[map->chapters[i]];
        struct text_buffer words = text_buffer_new(arena);
        int32_t at = (int32_t)i * cell;
        buffer_append_format(&words, "%zu  ", i + 1);
        buffer_append(&words, chapter_title(map->book, chapter));
        draw_words(&drawing, (struct box){0, at, label - 4000, cell}, buffer_text(&words),
                   label_ink, chapter_link(map->book, chapter));
        draw_words(&drawing, (struct box){label + at, at, cell, cell},
                   text_from_number(arena, i + 1),
                   (struct ink_style){"chart-strong", COLOUR_NONE, ALIGN_DEFAULT}, TEXT(""));
    }
    for (size_t i = 0; i < map->overlaps.count; i++) {
        const struct role_overlap *overlap = &map->overlaps.list[i];
        struct pen pen = pen_heat(overlap->is_one || overlap->near > 0 ? 1000 : 350);
        struct box box = {label + (int32_t)column_of(map, overlap->a) * cell,
                          (int32_t)column_of(map, overlap->b) * cell, cell, cell};
        draw_box(&drawing, box, pen);
        draw_words(&drawing, box, sign_of(map, overlap),
                   (struct ink_style){"chart", ink_on(pen.fill), ALIGN_DEFAULT}, TEXT(""));
    }
}

static void show_role(const struct overlap_map *map, struct table *table, struct cell_place place,
                      size_t chapter)
{
    struct cell *cell = build_cell(map->book->document, table, place, TEXT(""), (struct span){0});
    build_run(map->book->document, cell->blocks, title_of(map, chapter),
              chapter_link(map->book, &map->book->chapters[chapter]), (struct span){0});
}

/* The worst first; beyond the most that are listed, the report of the checks has them all. */
static void show_table(struct overlap_map *map)
{
    static const char *const heads[] = {"role", "overlaps-with", "overlaps-near",
                                        "overlaps-review"};
    struct document *document = map->book->document;
    struct table *table = build_table(document, map->section, TEXT("default"));
    for (uint32_t h = 0; h < sizeof heads / sizeof *heads; h++)
        build_cell(document, table,
                   (struct cell_place){.column = h, .is_header = true, .style = TEXT("head")},
                   book_word(map->book, heads[h]), (struct span){0});
    role_overlaps_rank(&map->overlaps);
    for (size_t i = 0; i < map->overlaps.count && i < PAIRS_LISTED; i++) {
        const struct role_overlap *overlap = &map->overlaps.list[i];
        struct cell_place place = {.row = (uint32_t)i + 1};
        show_role(map, table, place, overlap->a);
        place.column = 1;
        show_role(map, table, place, overlap->b);
        place.column = 2;
        build_cell(document, table, place,
                   overlap->is_one ? book_word(map->book, "overlaps-one")
                                   : text_from_number(document->arena, overlap->near),
                   (struct span){0});
        place.column = 3;
        build_cell(document, table, place, text_from_number(document->arena, overlap->review),
                   (struct span){0});
    }
    table->header_rows = 1;
    table_index(document, table);
}

void compose_overlaps(struct book *book)
{
    struct document *document = book->document;
    const struct diagnostics *findings = book->plan->findings;
    if (findings == NULL)
        return;
    struct overlap_map map = {
        .book = book,
        .overlaps = role_overlaps_of(document->arena, findings, place_of_chapter, book)};
    if (map.overlaps.count == 0)
        return;
    map.count = role_overlaps_roles(document->arena, &map.overlaps, &map.chapters);
    assert(map.chapters != NULL); /* as each overlap is of two roles */
    map.section = book_part(book, "body", book_word(book, "overlaps"));
    int32_t label = length_for_words(document->stylesheet, LABEL_WIDTH);
    int32_t cell = length_for_words(document->stylesheet, CELL);
    int32_t width = stylesheet_text_width(document->stylesheet) - label;
    int32_t height = stylesheet_text_height(document->stylesheet) - AROUND;
    size_t room = (size_t)((width < height ? width : height) / cell);
    build_paragraph(document, map.section, TEXT("body"), book_word(book, "overlaps-key"),
                    (struct span){0});
    if (map.count <= room) /* of more, the picture would be too small to read */
        draw_map(&map, label, cell);
    show_table(&map);
}
