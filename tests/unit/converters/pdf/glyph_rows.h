/* Rows of real fonts for tests, cut into lines. */
#ifndef ROLEBOOK_TESTS_UNIT_CONVERTERS_PDF_GLYPH_ROWS_H
#define ROLEBOOK_TESTS_UNIT_CONVERTERS_PDF_GLYPH_ROWS_H
#include "converters/pdf/hyphen.h"
#include "converters/pdf/line.h"
#include "core/base/text_buffer.h"
#include "tests/unit/unit.h"
#include <string.h>

#define EM 10000

struct fixture {
    struct arena *arena;
    struct fonts *fonts;
    struct shaper *shaper;
    struct hyphenator *hyphenator;
    struct breaker *breaker;
};

static inline int set_up(void **state)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct fixture *f = arena_new(arena, struct fixture);
    const struct text none[FONT_FAMILY_COUNT] = {{0}};
    f->arena = arena;
    f->fonts = fonts_open(none, none, TEXT("zh-Hant"), diagnostics_new(arena));
    assert_non_null(f->fonts);
    f->shaper = shaper_open(f->fonts);
    f->hyphenator = hyphenator_open();
    f->breaker = breaker_open(f->hyphenator);
    *state = f;
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    breaker_close(f->breaker);
    hyphenator_close(f->hyphenator);
    shaper_close(f->shaper);
    fonts_close(f->fonts);
    arena_close(f->arena);
    return 0;
}

static inline struct glyph_row row_of(struct fixture *f, const char *language, const char *words)
{
    struct font_wish wish = {.language = text_from_string(language)};
    struct glyph_row row = {.text = text_from_string(words), .language = wish.language};
    struct row_language *whole = arena_new(f->arena, struct row_language);
    *whole = (struct row_language){0, wish.language};
    row.languages = whole;
    row.language_count = 1;
    row.glyphs =
        shape_text(f->shaper, f->arena, fonts_find(f->fonts, wish), EM, row.text, &row.count);
    int32_t *sizes = arena_new_array(f->arena, row.count + 1, int32_t);
    for (size_t i = 0; i < row.count; i++)
        sizes[i] = EM;
    row.sizes = sizes;
    row.halves_edges = strcmp(language, "zh-Hans") == 0;
    row_space(&row, f->arena);
    return row;
}

static inline struct lines lines_of(struct fixture *f, const struct glyph_row *row, int32_t width)
{
    struct lines lines = {0};
    row_break(f->breaker, f->arena, row, width, 0, &lines);
    return lines;
}

static inline const char *repeated(struct fixture *f, const char *words, size_t times)
{
    struct text_buffer out = text_buffer_new(f->arena);
    for (size_t i = 0; i < times; i++)
        buffer_append_string(&out, words);
    return buffer_string(&out);
}

#define ROW_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
