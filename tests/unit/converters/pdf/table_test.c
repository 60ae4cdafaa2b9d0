/* Tables no one would make, read back by poppler: nothing lost, nothing over another, all on paper.
 */
#include "converters/pdf/pdf.h"
#include "core/base/text_buffer.h"
#include "core/compose/build.h"
#include "core/document/stylesheet.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORDS_A_PAGE 20000
#define CODE_POINTS 0x20000
#define TOUCH                                                                                      \
    1.2 /* pt that boxes may overlap: they are as high as the font, not as its letters             \
         */

static struct arena *arena;
static struct document *document;

static int open_document(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    document = document_new(arena, NULL);
    document->language = TEXT("zh-Hant");
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    *sheet = *stylesheet_plain();
    sheet->continued_mark = TEXT("（續上頁）");
    document->stylesheet = sheet;
    return 0;
}

static int close_document(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static bool has_poppler(void) { return system("command -v pdftotext >/dev/null 2>&1") == 0; }

/* ---- making ---- */

static struct cell *put(struct table *table, uint32_t row, uint32_t column, struct text words)
{
    return build_cell(document, table, (struct cell_place){.row = row, .column = column}, words,
                      (struct span){0});
}

static struct text numbered(const char *format, unsigned a, unsigned b)
{
    struct text_buffer out = text_buffer_new(arena);
    char words[64];
    snprintf(words, sizeof words, format, a, b);
    buffer_append_string(&out, words);
    return buffer_text(&out);
}

static struct text repeated(const char *words, size_t times)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < times; i++)
        buffer_append_string(&out, words);
    return buffer_text(&out);
}

static struct table *grid(uint32_t rows, uint32_t columns, const char *format)
{
    struct table *table = build_table(document, NULL, TEXT("default"));
    for (uint32_t r = 0; r < rows; r++)
        for (uint32_t c = 0; c < columns; c++)
            put(table, r, c, numbered(format, r, c));
    return table;
}

static void finish(struct table *table, uint32_t heads)
{
    table->header_rows = heads;
    assert_true(table_index(document, table));
}

/* ---- reading back ---- */

struct word {
    double left, top, right, bottom;
    char letters[512];
};

struct reading {
    struct word *words; /* of the page */
    size_t count, pages, marks;
    double width, height;
    uint32_t *seen; /* [CODE_POINTS] */
};

static bool overlap(const struct word *a, const struct word *b)
{
    double x =
        (a->right < b->right ? a->right : b->right) - (a->left > b->left ? a->left : b->left);
    double y =
        (a->bottom < b->bottom ? a->bottom : b->bottom) - (a->top > b->top ? a->top : b->top);
    double size = a->bottom - a->top < b->bottom - b->top ? a->bottom - a->top : b->bottom - b->top;
    return x > TOUCH * size / 15 && y > size / 5;
}

static void count_letters(uint32_t *counts, struct text text)
{
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        if (c > ' ' && c < CODE_POINTS)
            counts[c]++;
    }
}

static void judge_page(struct reading *r)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct word *w = &r->words[i];
        if (w->left < 63 || w->right > r->width - 63 || w->top < 0 || w->bottom > r->height)
            fail_msg("page %zu: \"%s\" at %f … %f is off the page", r->pages, w->letters, w->left,
                     w->right);
        for (size_t j = i + 1; j < r->count; j++)
            if (overlap(w, &r->words[j]))
                fail_msg("page %zu: \"%s\" stands on \"%s\" (%f %f, %f %f)", r->pages, w->letters,
                         r->words[j].letters, w->left, w->top, r->words[j].left, r->words[j].top);
    }
    r->count = 0;
}

static void read_line(struct reading *r, const char *line)
{
    struct word *w = &r->words[r->count];
    if (sscanf(line, " <page width=\"%lf\" height=\"%lf\"", &r->width, &r->height) == 2)
        r->pages++;
    if (strstr(line, "</page>") != NULL)
        judge_page(r);
    if (sscanf(line, " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%511[^<]",
               &w->left, &w->top, &w->right, &w->bottom, w->letters) != 5)
        return;
    count_letters(r->seen, text_from_string(w->letters));
    r->marks += strcmp(w->letters, "（續上頁）") == 0;
    assert_true(++r->count < WORDS_A_PAGE);
}

/* All that a table and the tables in it say. */
static void expect_words(uint32_t *counts, const struct block *blocks)
{
    count_letters(counts, blocks_text(arena, blocks));
}

static struct reading read_back(void)
{
    char path[] = "/tmp/rolebook-table-XXXXXX", command[128], line[2048];
    struct diagnostics *diags = diagnostics_new(arena);
    struct reading r = {.words = arena_new_array(arena, WORDS_A_PAGE, struct word),
                        .seen = arena_new_array(arena, CODE_POINTS, uint32_t)};
    uint32_t *wanted = arena_new_array(arena, CODE_POINTS, uint32_t);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(pdf_write_document_file(document, path, diags), STATUS_OK);
    snprintf(command, sizeof command, "pdftotext -bbox-layout %s -", path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    while (fgets(line, sizeof line, pipe) != NULL)
        read_line(&r, line);
    assert_int_equal(pclose(pipe), 0);
    unlink(path);
    expect_words(wanted, document->blocks);
    for (uint32_t c = 0; c < CODE_POINTS; c++)
        if (r.seen[c] < wanted[c])
            fail_msg("U+%04X is there %u times, not %u", c, r.seen[c], wanted[c]);
    return r;
}

#define READ_BACK                                                                                  \
    (void)state;                                                                                   \
    if (!has_poppler())                                                                            \
        skip();

/* ---- tables ---- */

static void test_a_table_of_one_cell(void **state)
{
    READ_BACK
    finish(grid(1, 1, "孤%u%u"), 0);
    assert_int_equal(read_back().pages, 1);
}

static void test_sixty_columns_fit_a_page(void **state)
{
    READ_BACK
    finish(grid(6, 60, "格%u.%u"), 1);
    read_back();
}

static void test_five_thousand_rows_repeat_their_heads_and_say_that_they_go_on(void **state)
{
    READ_BACK
    struct table *table = grid(5001, 4, "第%u列第%u欄");
    finish(table, 1);
    struct reading r = read_back();
    assert_true(r.pages > 100);
    assert_int_equal(r.marks, r.pages - 1);
    assert_true(r.seen[0x5217] == 5001 * 4 + (r.pages - 1) * 4); /* 列 */
}

static void test_a_row_taller_than_three_pages_is_cut_between_lines(void **state)
{
    READ_BACK
    struct table *table = grid(3, 3, "短%u%u");
    put(table, 3, 0, TEXT("標籤"));
    put(table, 3, 1, repeated("一行接一行的文字，沒有盡頭。", 700));
    put(table, 3, 2, TEXT("旁邊"));
    finish(table, 1);
    struct reading r = read_back();
    assert_true(r.pages > 3);
    assert_int_equal(r.marks, r.pages - 1);
}

static void test_spans_across_and_down_hold_their_words(void **state)
{
    READ_BACK
    struct table *table = build_table(document, NULL, TEXT("default"));
    for (uint32_t r = 0; r < 40; r += 4) {
        struct cell *tall = put(table, r, 0, numbered("縱跨四列的標籤%u", r, 0));
        tall->row_span = 4;
        struct cell *block = put(table, r, 1, repeated("橫跨兩欄又縱跨兩列的說明。", 1 + r / 4));
        block->row_span = block->column_span = 2;
        put(table, r, 3, numbered("甲%u", r, 0));
        put(table, r + 1, 3, numbered("乙%u", r, 0));
        put(table, r + 2, 1, numbered("丙%u", r, 0));
        struct cell *wide = put(table, r + 2, 2, repeated("寬", 30));
        wide->column_span = 2;
        struct cell *last = put(table, r + 3, 1, numbered("丁%u", r, 0));
        last->column_span = 3;
    }
    finish(table, 0);
    read_back();
}

static void test_cells_that_claim_one_slot_share_it(void **state)
{
    READ_BACK
    struct table *table = grid(2, 2, "原%u%u");
    struct cell *greedy = put(table, 1, 1, repeated("後來者", 20));
    greedy->row_span = greedy->column_span = 5;
    finish(table, 0);
    read_back();
}

static void test_long_words_are_cut_and_short_ones_beside_them_are_not(void **state)
{
    READ_BACK
    struct table *table = grid(3, 4, "字%u%u");
    put(table, 3, 0, repeated("a", 200));
    put(table, 3, 1, repeated("Bcdefghij", 30));
    put(table, 3, 2, TEXT("responsibility"));
    put(table, 3, 3, TEXT(""));
    finish(table, 1);
    read_back();
}

static void test_empty_cells_and_rows_are_no_trouble(void **state)
{
    READ_BACK
    struct table *table = build_table(document, NULL, TEXT("default"));
    for (uint32_t r = 0; r < 100; r++)
        put(table, r, r % 7, r % 3 == 0 ? TEXT("有") : TEXT(""));
    finish(table, 2);
    read_back();
}

static void test_a_table_in_a_cell_stays_in_it(void **state)
{
    READ_BACK
    struct table *table = grid(2, 5, "外%u%u");
    struct cell *cell = put(table, 2, 1, TEXT("內表在下"));
    for (uint32_t c = 0; c < 5; c += c == 0 ? 2 : 1)
        put(table, 2, c, repeated("外", 40));
    struct block *block = block_append_to_cell(document, cell, BLOCK_TABLE, (struct span){0});
    struct table *inner = table_new(document, block);
    for (uint32_t i = 0; i < 12; i++)
        put(inner, i / 4, i % 4, numbered("內%u%u", i, 7));
    finish(inner, 1);
    finish(table, 1);
    read_back();
}

static void test_lists_quotes_and_pictures_of_letters_stay_in_narrow_cells(void **state)
{
    READ_BACK
    struct table *table = grid(1, 12, "欄%u%u");
    for (uint32_t c = 0; c < 12; c++) {
        struct cell *cell = put(table, 1, c, TEXT("項目"));
        struct block *list = block_append_to_cell(document, cell, BLOCK_LIST, (struct span){0});
        build_item(document, list, TEXT("(一)"), TEXT("登記"), (struct span){0});
        struct block *quote = block_append_to_cell(document, cell, BLOCK_QUOTE, (struct span){0});
        build_paragraph(document, quote, TEXT(""), TEXT("引文"), (struct span){0});
    }
    finish(table, 1);
    read_back();
}

static void test_letters_from_right_to_left_and_beyond_the_plane_are_kept(void **state)
{
    READ_BACK
    struct table *table = grid(1, 3, "欄%u%u");
    put(table, 1, 0, TEXT("𠮷野家的𡃁仔"));
    put(table, 1, 1, TEXT("שלום עולם"));
    put(table, 1, 2, TEXT("é ﬁ Å"));
    finish(table, 1);
    read_back();
}

static void test_widths_a_source_gives_leave_room_for_words(void **state)
{
    READ_BACK
    struct table *table = grid(3, 3, "寬度%u第%u欄");
    finish(table, 0);
    table->column_widths = arena_new_array(arena, 3, uint32_t);
    table->column_widths[0] = 1;
    table->column_widths[1] = 5000;
    read_back();
}

int main(void)
{
#define TABLE_TEST(test) cmocka_unit_test_setup_teardown(test, open_document, close_document)
    const struct CMUnitTest tests[] = {
        TABLE_TEST(test_a_table_of_one_cell),
        TABLE_TEST(test_sixty_columns_fit_a_page),
        TABLE_TEST(test_five_thousand_rows_repeat_their_heads_and_say_that_they_go_on),
        TABLE_TEST(test_a_row_taller_than_three_pages_is_cut_between_lines),
        TABLE_TEST(test_spans_across_and_down_hold_their_words),
        TABLE_TEST(test_cells_that_claim_one_slot_share_it),
        TABLE_TEST(test_long_words_are_cut_and_short_ones_beside_them_are_not),
        TABLE_TEST(test_empty_cells_and_rows_are_no_trouble),
        TABLE_TEST(test_a_table_in_a_cell_stays_in_it),
        TABLE_TEST(test_lists_quotes_and_pictures_of_letters_stay_in_narrow_cells),
        TABLE_TEST(test_letters_from_right_to_left_and_beyond_the_plane_are_kept),
        TABLE_TEST(test_widths_a_source_gives_leave_room_for_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
