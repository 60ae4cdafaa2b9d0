/* Drawings: what fits stays as it is, what does not is made smaller, and no word is lost. */
#include "converters/pdf/pdf.h"
#include "core/base/text_buffer.h"
#include "core/compose/build.h"
#include "core/compose/drawing.h"
#include "tests/unit/converters/pdf/book.h"
#include "tests/unit/unit.h"
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct document *document;

static const struct ink_style plain = {"chart", COLOUR_NONE, ALIGN_DEFAULT};
static const struct box small = {10000, 20000, 60000, 24000};

static int open_document(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    document = document_new(arena, NULL);
    document->language = TEXT("zh-Hant");
    document->title = TEXT("圖");
    return 0;
}

static int close_document(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct drawing begin(int32_t width, int32_t height)
{
    return drawing_new(document, NULL, width, height, TEXT("組織圖的文字"));
}

static const char *trace(void)
{
    struct text_buffer out = text_buffer_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(pdf_trace_document(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 0);
    return buffer_string(&out);
}

static const char *line_with(const char *all, const char *begin)
{
    const char *at = strstr(all, begin);
    if (at == NULL)
        fail_msg("no \"%s\" in: %s", begin, all);
    return at;
}

/* The number in that place behind the first word of a trace's line, in 1/1000 pt. */
static long number(const char *line, size_t place)
{
    for (size_t i = 0; i <= place; i++)
        line = strchr(line, ' ') + 1;
    return (long)(strtod(line, NULL) * 1000 + 0.5);
}

static void test_shapes_stand_under_the_figures_tag_in_order(void **state)
{
    (void)state;
    struct drawing d = begin(200000, 100000);
    const struct point bend[] = {{0, 0}, {50000, 0}, {50000, 40000}};
    draw_line(&d, bend, 3, pen_dashed, ARROW_END);
    draw_box(&d, small, pen_box);
    draw_words(&d, small, TEXT("受理"), plain, TEXT(""));
    const char *all = trace();
    const char *at = line_with(all, "tag Figure\nfigure ");
    at = line_with(at, "polyline ");
    assert_non_null(strstr(at, "stroke 808080 0.600 dash 2.500\npolyline "));
    at = line_with(at, "rectangle ");
    assert_non_null(strstr(at, "fill E9EEF4 stroke 808080 0.600 radius 3.000\n"));
    assert_true(at < line_with(at, "\"受理\""));
    assert_null(strstr(strstr(all, "tag Figure") + 1, "tag "));
}

static void test_colours_are_the_stylesheets(void **state)
{
    (void)state;
    struct stylesheet sheet = *stylesheet_plain();
    sheet.palette[TINT_ACCENT] = 0x102030;
    sheet.palette[TINT_HEAT_LOW] = 0x000000;
    sheet.palette[TINT_HEAT_HIGH] = 0xFF8040;
    assert_int_equal(stylesheet_colour(&sheet, COLOUR_TINT(TINT_ACCENT)), 0x102030);
    assert_int_equal(stylesheet_colour(&sheet, 0xABCDEF), 0xABCDEF);
    assert_int_equal(stylesheet_colour(&sheet, COLOUR_NONE), COLOUR_NONE);
    assert_int_equal(stylesheet_colour(&sheet, COLOUR_HEAT(0)), 0x000000);
    assert_int_equal(stylesheet_colour(&sheet, COLOUR_HEAT(500)), 0x804020);
    assert_int_equal(stylesheet_colour(&sheet, COLOUR_HEAT(1000)), 0xFF8040);
    assert_int_equal(stylesheet_colour(&sheet, COLOUR_HEAT(5000)), 0xFF8040);
    assert_int_equal(ink_on(COLOUR_HEAT(0)), COLOUR_TINT(TINT_TEXT));
    assert_int_equal(ink_on(COLOUR_HEAT(1000)), COLOUR_TINT(TINT_PAPER));
}

/* All words between quotes of the figure's texts, and the lowest and highest sizes. */
static struct text words_drawn(const char *all, long *least)
{
    struct text_buffer words = text_buffer_new(arena);
    struct text line, rest = text_from_string(line_with(all, "tag Figure"));
    *least = INT32_MAX;
    for (size_t at = 0; text_next_line(rest, &at, &line);) {
        if (text_starts_with(line, TEXT("artifact ")))
            break;
        if (!text_starts_with(line, TEXT("text ")))
            continue;
        size_t quote = text_find(line, TEXT("\""), 0);
        buffer_append(&words, text_slice(line, quote + 1, line.size - 1));
        long size = number(line.data, 2);
        *least = size < *least ? size : *least;
    }
    return buffer_text(&words);
}

static void test_words_are_broken_then_made_smaller_and_none_is_lost(void **state)
{
    (void)state;
    static const char words[] = "依服務規程受理各渠道訴求並在當班內完整登記於系統之中的人員";
    struct drawing d = begin(200000, 100000);
    draw_words(&d, small, TEXT(words), plain, TEXT(""));
    const char *all = trace();
    long least;
    struct text drawn = words_drawn(all, &least);
    assert_true(text_equal(drawn, TEXT(words)));
    assert_in_range(least, 4000, 9000);
    /* inside the box, whose place on the page is the figure's */
    const char *figure = line_with(all, "figure ");
    long left = number(figure, 0) + small.x, top = number(figure, 1) + small.y;
    for (const char *at = figure; (at = strstr(at, "\ntext ")) != NULL; at++) {
        if (strstr(at, "artifact") == NULL)
            break; /* the foot */
        assert_in_range(number(at + 1, 0), left, left + small.width);
        assert_in_range(number(at + 1, 1), top, top + small.height);
    }
}

static void test_a_long_word_is_smaller_before_it_is_cut(void **state)
{
    (void)state;
    struct drawing d = begin(200000, 100000);
    long least;
    draw_words(&d, small, TEXT("Telecommunications"), plain, TEXT(""));
    const char *all = trace();
    assert_true(text_equal(words_drawn(all, &least), TEXT("Telecommunications")));
    assert_non_null(strstr(all, "\"Telecommunications\""));
    assert_in_range(least, 5000, 10400);
}

static void test_words_of_a_style_have_one_size_in_a_drawing(void **state)
{
    (void)state;
    struct stylesheet sheet = *stylesheet_plain();
    struct style styles[3] = {*stylesheet_style(&sheet, TEXT("body"))};
    styles[1] = styles[2] = styles[0];
    styles[1].name = TEXT("chart");
    styles[2].name = TEXT("chart-small");
    styles[1].size = 10000;
    styles[2].size = 7000;
    sheet.styles = styles;
    sheet.style_count = 3;
    document->stylesheet = &sheet;
    struct drawing d = begin(200000, 100000);
    draw_words(&d, small, TEXT("組長"), plain, TEXT(""));
    draw_words(&d, (struct box){80000, 20000, 50000, 14000}, TEXT("訴求分析報"), plain, TEXT(""));
    const char *all = trace(), *first = line_with(all, "\ntext ") + 1;
    long size = number(first, 2), other = number(line_with(first, "\ntext ") + 1, 2);
    assert_int_equal(size, other);
    /* one that needs less than the smallest style shrinks alone */
    draw_words(&d, (struct box){140000, 20000, 20000, 14000}, TEXT("訴求分析報告"), plain,
               TEXT(""));
    long least;
    all = trace();
    words_drawn(all, &least);
    assert_true(least < 7000);
    assert_int_equal(number(line_with(all, "\ntext ") + 1, 2), 7000);
}

static void test_a_drawing_wider_than_its_page_is_scaled(void **state)
{
    (void)state;
    int32_t room = stylesheet_text_width(stylesheet_plain());
    struct drawing d = begin(4 * room, 400000);
    draw_box(&d, (struct box){0, 0, 4 * room, 400000}, pen_box);
    draw_words(&d, (struct box){0, 0, 4 * room, 400000}, TEXT("寬"), plain, TEXT(""));
    const char *figure = line_with(trace(), "figure ");
    assert_in_range(number(figure, 2), room - 2000, room);
    assert_int_equal(number(figure, 3), 100000);
    const char *box = line_with(figure, "rectangle ");
    assert_in_range(number(box, 2), room - 2000, room);
}

static void test_a_drawing_taller_than_its_page_is_scaled(void **state)
{
    (void)state;
    int32_t room = stylesheet_text_height(stylesheet_plain());
    struct drawing d = begin(300000, 3 * room);
    draw_box(&d, (struct box){0, 0, 300000, 3 * room}, pen_box);
    build_run(document, d.block, TEXT("圖一"), TEXT(""), (struct span){0});
    const char *all = trace();
    assert_in_range(number(line_with(all, "figure "), 3), room / 2, room);
    assert_null(strstr(all, "page 2"));
}

static void test_words_can_be_clicked(void **state)
{
    (void)state;
    struct drawing d = begin(200000, 100000);
    draw_words(&d, small, TEXT("組長"), plain, TEXT("#role-1"));
    build_heading(document, NULL, 2, TEXT("組長"), (struct span){0})->anchor = TEXT("role-1");
    const char *all = trace(), *figure = line_with(all, "figure ");
    const char *link = line_with(all, "link ");
    assert_non_null(strstr(link, "\"#role-1\""));
    assert_int_equal(number(link, 0), number(figure, 0) + small.x);
    assert_int_equal(number(link, 2), small.width);
    assert_int_equal(number(link, 3), small.height);
    assert_non_null(strstr(all, "tag Link\ntext "));
}

static void test_arrow_heads_end_at_the_lines_end(void **state)
{
    (void)state;
    struct drawing d = begin(200000, 100000);
    const struct point down[] = {{100000, 10000}, {100000, 60000}};
    draw_line(&d, down, 2, pen_line, ARROW_END);
    draw_line(&d, (struct point[]){{5000, 5000}, {5000, 5000}}, 2, pen_line, ARROW_END);
    const char *all = trace(), *figure = line_with(all, "figure ");
    const char *line = line_with(figure, "polyline "), *head = line_with(line + 1, "polyline ");
    assert_int_equal(number(head, 0), number(line, 2));
    assert_int_equal(number(head, 1), number(line, 3));
    assert_true(number(head, 3) < number(head, 1)); /* its base is above its tip */
    assert_null(strstr(line_with(head + 1, "polyline ") + 1, "polyline ")); /* no way, no head */
}

static void test_a_printed_drawing_has_its_alternative_and_box(void **state)
{
    (void)state;
    struct drawing d = begin(200000, 100000);
    draw_box(&d, small, pen_box);
    draw_words(&d, small, TEXT("組長"), plain, TEXT("#role-1"));
    build_heading(document, NULL, 2, TEXT("組長"), (struct span){0})->anchor = TEXT("role-1");
    struct text_buffer out = text_buffer_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(pdf_write_document(document, &out, diags), STATUS_OK);
    struct book *book = book_open();
    assert_has(book_read(book, buffer_text(&out), "qpdf --check %s 2>&1"), "No syntax");
    struct text clear = book_read(book, buffer_text(&out), IN_THE_CLEAR);
    assert_has(clear, "/BBox");
    assert_has(clear, "/Alt");
    assert_has(clear, "/S /Figure");
    assert_has(clear, "/OBJR");
    book_close(book);
}

int main(void)
{
#define FIGURE_TEST(test) cmocka_unit_test_setup_teardown(test, open_document, close_document)
    const struct CMUnitTest tests[] = {
        FIGURE_TEST(test_shapes_stand_under_the_figures_tag_in_order),
        FIGURE_TEST(test_colours_are_the_stylesheets),
        FIGURE_TEST(test_words_are_broken_then_made_smaller_and_none_is_lost),
        FIGURE_TEST(test_a_long_word_is_smaller_before_it_is_cut),
        FIGURE_TEST(test_words_of_a_style_have_one_size_in_a_drawing),
        FIGURE_TEST(test_a_drawing_wider_than_its_page_is_scaled),
        FIGURE_TEST(test_a_drawing_taller_than_its_page_is_scaled),
        FIGURE_TEST(test_words_can_be_clicked),
        FIGURE_TEST(test_arrow_heads_end_at_the_lines_end),
        FIGURE_TEST(test_a_printed_drawing_has_its_alternative_and_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
