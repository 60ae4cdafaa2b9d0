/* Pages as their trace shows them: see print_to_trace. */
#include "converters/pdf/pdf.h"
#include "core/base/text_buffer.h"
#include "core/compose/build.h"
#include "core/document/stylesheet.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <string.h>

static struct arena *arena;
static struct document *document;

static int open_document(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    document = document_new(arena, NULL);
    document->language = TEXT("zh-Hant");
    document->title = TEXT("測試");
    return 0;
}

static int close_document(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static const char *trace(void)
{
    struct text_buffer out = text_buffer_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(pdf_trace_document(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 0);
    return buffer_string(&out);
}

static size_t count(const char *all, const char *part)
{
    size_t found = 0;
    for (const char *at = all; (at = strstr(at, part)) != NULL; at++)
        found++;
    return found;
}

static void paragraph(const char *words)
{
    build_paragraph(document, NULL, TEXT("body"), text_from_string(words), (struct span){0});
}

static const char *repeated(const char *words, size_t times)
{
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < times; i++)
        buffer_append_string(&out, words);
    return buffer_string(&out);
}

/* The words of each line that the trace shows, in order. */
static struct text *lines_of(const char *all, size_t *lines)
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

static void test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(void **state)
{
    (void)state;
    /* every length of the first part puts the marks at every place of a line */
    for (size_t n = 30; n < 48; n++) {
        struct text_buffer words = text_buffer_new(arena);
        buffer_append_string(&words, repeated("訴", n));
        buffer_append_string(&words, "，「受理」（登記）。《規程》；記錄完整");
        buffer_append_string(&words, repeated("客", 30));
        paragraph(buffer_string(&words));
    }
    size_t count_lines;
    struct text *lines = lines_of(trace(), &count_lines);
    assert_true(count_lines > 30);
    for (size_t i = 0; i < count_lines; i++) {
        size_t first = 0, last = lines[i].size;
        uint32_t begin = text_next(lines[i], &first), end = text_previous(lines[i], &last);
        assert_false(begin == 0xFF0C || begin == 0x3002 || begin == 0x300D || begin == 0xFF09 ||
                     begin == 0x300B || begin == 0xFF1B);
        assert_false(end == 0x300C || end == 0xFF08 || end == 0x300A);
    }
}

static void test_a_heading_never_stands_alone_at_a_pages_foot(void **state)
{
    (void)state;
    for (size_t i = 0; i < 60; i++) {
        build_heading(document, NULL, 3, TEXT("標題"), (struct span){0});
        paragraph("正文");
    }
    struct text line, before = TEXT("");
    struct text all = text_from_string(trace());
    size_t pages = 0;
    for (size_t at = 0; text_next_line(all, &at, &line);) {
        if (text_starts_with(line, TEXT("page ")))
            pages++;
        if (text_starts_with(line, TEXT("artifact footer")))
            assert_true(text_find(before, TEXT("標題"), 0) == TEXT_NOT_FOUND);
        if (text_starts_with(line, TEXT("text ")))
            before = line;
    }
    assert_true(pages > 1);
}

/* A paragraph of four lines is 甲…乙…丙…丁: on each page of it the first two stand together, and
 * the last two. */
static void assert_no_single_lines(const char *all)
{
    for (const char *page = strstr(all, "page "); page != NULL;
         page = strstr(page + 1, "\npage ")) {
        const char *end = strstr(page + 1, "\npage ");
        size_t size = end == NULL ? strlen(page) : (size_t)(end - page);
        struct text shown = text_slice(text_from_string(page), 0, size);
        bool has_begin = text_find(shown, TEXT("甲甲甲甲"), 0) != TEXT_NOT_FOUND;
        bool has_second = text_find(shown, TEXT("乙乙乙乙"), 0) != TEXT_NOT_FOUND;
        bool has_last_but_one = text_find(shown, TEXT("丙丙丙丙"), 0) != TEXT_NOT_FOUND;
        bool has_last = text_find(shown, TEXT("丁丁丁丁"), 0) != TEXT_NOT_FOUND;
        assert_true(has_begin == has_second);
        assert_true(has_last == has_last_but_one);
    }
}

static void test_no_line_of_a_paragraph_stands_alone_on_a_page(void **state)
{
    (void)state;
    const struct stylesheet *sheet = stylesheet_plain();
    const struct style *body = stylesheet_style(sheet, TEXT("body"));
    size_t width = (size_t)(stylesheet_text_width(sheet) / body->size), pages = 0;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        struct text_buffer words = text_buffer_new(arena);
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        for (size_t i = 0; i < 4; i++)
            buffer_append_string(&words, repeated(i == 0   ? "甲"
                                                  : i == 1 ? "乙"
                                                  : i == 2 ? "丙"
                                                           : "丁",
                                                  width));
        paragraph(buffer_string(&words));
        const char *all = trace();
        assert_no_single_lines(all);
        pages += count(all, "page ");
    }
    assert_true(pages > 30);
}

static void test_no_item_of_a_list_stands_alone_on_a_page(void **state)
{
    (void)state;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        struct block *list = build_list(document, NULL, false);
        static const char *const words[] = {"甲項", "乙項", "丙項", "丁項"};
        for (size_t i = 0; i < 4; i++)
            build_item(document, list, TEXT("•"), text_from_string(words[i]), (struct span){0});
        const char *all = trace();
        for (size_t i = 0; i < 4; i += 2) {
            const char *first = strstr(all, words[i]), *page = strstr(first, "\npage ");
            assert_true(page == NULL || strstr(first, words[i + 1]) < page);
        }
    }
}

static struct table *table_of(size_t rows, const char *words)
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

static void test_words_that_introduce_a_table_stay_with_it(void **state)
{
    (void)state;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        build_heading(document, NULL, 3, TEXT("標題"), (struct span){0});
        paragraph("引言");
        table_of(2, "格");
        const char *words = strstr(trace(), "\"引言\""), *page = strstr(words, "\npage ");
        assert_true(page == NULL || strstr(words, "\"表頭甲\"") < page);
    }
}

/* Whether what is drawn at that place of the trace belongs to no tag. */
static bool is_artifact(const char *all, const char *at)
{
    while (at > all && strncmp(at, "\ntag ", 5) != 0 && strncmp(at, "\nartifact ", 10) != 0)
        at--;
    return strncmp(at, "\nartifact ", 10) == 0;
}

static void test_table_heads_are_repeated_as_artifacts(void **state)
{
    (void)state;
    table_of(120, "格");
    const char *all = trace();
    size_t pages = count(all, "page ");
    assert_true(pages > 2);
    assert_int_equal(count(all, "\"表頭甲\""), pages);
    assert_true(is_artifact(all, strstr(strstr(all, "page 2"), "\"表頭甲\"")));
    assert_false(is_artifact(all, strstr(all, "\"表頭甲\"")));
    assert_int_equal(count(all, "\"格\""), 240);
}

static void test_a_row_taller_than_a_page_is_cut_without_loss(void **state)
{
    (void)state;
    table_of(1, repeated("甲乙丙丁戊己庚辛壬癸", 400));
    const char *all = trace();
    assert_true(count(all, "page ") > 1);
    size_t lines, letters = 0;
    struct text *list = lines_of(all, &lines);
    for (size_t i = 0; i < lines; i++)
        letters += count(text_to_string(arena, list[i]), "癸");
    assert_int_equal(letters, 800);
}

static void test_a_label_merged_over_rows_stands_on_each_page_of_them(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    struct cell_place label = {.is_header = true, .style = TEXT("label")};
    build_cell(document, table, label, TEXT("職責"), (struct span){0})->row_span = 150;
    for (uint32_t r = 0; r < 150; r++)
        build_cell(document, table, (struct cell_place){.row = r, .column = 1}, TEXT("列"),
                   (struct span){0});
    table_index(document, table);
    const char *all = trace(), *second = strstr(all, "page 2");
    size_t pages = count(all, "page ");
    assert_true(pages > 2);
    assert_int_equal(count(all, "\"職責\""), pages);
    assert_false(is_artifact(all, strstr(all, "\"職責\"")));
    assert_true(is_artifact(all, strstr(second, "\"職責\"")));
    assert_int_equal(count(all, "\"列\""), 150);
}

static void test_contents_name_the_pages_of_their_headings(void **state)
{
    (void)state;
    struct block *contents = block_append(document, NULL, BLOCK_CONTENTS, (struct span){0});
    contents->level = 1;
    for (size_t i = 0; i < 3; i++) {
        struct block *heading = build_heading(
            document, NULL, 1, i == 1 ? TEXT("第二章") : TEXT("章"), (struct span){0});
        heading->page_break_before = true;
        paragraph(repeated("內容", 900));
    }
    const char *all = trace(), *entry = strstr(all, "\"第二章\"");
    assert_non_null(entry);
    /* its number is the next words drawn after the title, before the leader */
    size_t page = 0, pages = 0;
    for (const char *at = all; at != NULL && *at != '\0'; at = strchr(at, '\n'), at += at != NULL) {
        if (strncmp(at, "page ", 5) == 0)
            pages++;
        const char *end = strchr(at, '\n');
        const char *found = strstr(at, "\"第二章\"");
        if (pages > 1 && page == 0 && found != NULL && found < end)
            page = pages;
    }
    char number[32];
    snprintf(number, sizeof number, "\"%zu\"", page);
    assert_true(page > 2);
    const char *after = strstr(entry, number);
    assert_non_null(after);
    assert_true(after < strstr(entry, "page 2"));
}

static void test_links_lead_to_anchors_that_are_there(void **state)
{
    (void)state;
    struct block *words =
        build_paragraph(document, NULL, TEXT("body"), TEXT("見"), (struct span){0});
    build_run(document, words, TEXT("班組長"), TEXT("#role-2"), (struct span){0});
    build_heading(document, NULL, 2, TEXT("班組長"), (struct span){0})->anchor = TEXT("role-2");
    const char *all = trace();
    assert_int_equal(count(all, "\"#role-2\""), 1);
    assert_int_equal(count(all, "anchor role-2"), 1);
}

/* ---- the grid ---- */

static void test_lines_stand_on_the_grid_below_whatever_is_between_them(void **state)
{
    (void)state;
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    *sheet = *stylesheet_plain();
    sheet->grid = 17000; /* the body's leading */
    document->stylesheet = sheet;
    for (size_t i = 0; i < 30; i++) {
        build_heading(document, NULL, 2, TEXT("標題"), (struct span){0});
        paragraph(i % 3 == 0 ? repeated("正文", 60) : "正文");
    }
    const char *all = trace();
    struct text line;
    int first = -1;
    size_t lines = 0;
    for (size_t at = 0; text_next_line(text_from_string(all), &at, &line);) {
        int x, x_rest, y, y_rest;
        if (text_find(line, TEXT("正文"), 0) == TEXT_NOT_FOUND)
            continue;
        assert_int_equal(
            sscanf(text_to_string(arena, line), "text %d.%d %d.%d", &x, &x_rest, &y, &y_rest), 4);
        y = y * 1000 + y_rest;
        first = first < 0 ? y : first;
        assert_int_equal((y - first) % 17000, 0);
        lines++;
    }
    assert_true(lines >= 50);
    assert_true(count(all, "page ") > 1);
}

static void test_a_first_line_is_indented_by_characters(void **state)
{
    (void)state;
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    struct style *body = arena_new(arena, struct style);
    *sheet = *stylesheet_plain();
    *body = sheet->styles[0];
    body->indent_first_em1000 = 2000;
    sheet->styles = body;
    sheet->style_count = 1;
    document->stylesheet = sheet;
    paragraph(repeated("正文", 60));
    const char *all = trace();
    assert_non_null(strstr(all, "text 85.000 ")); /* 64 pt and two characters of 10.5 pt */
    assert_int_equal(count(all, "text 64.000 "), 2);
}

/* ---- notes ---- */

static void add_note(struct block *block, const char *words)
{
    struct block *note = arena_new(arena, struct block);
    note->kind = BLOCK_PARAGRAPH;
    run_append(document, note, RUN_TEXT, text_from_string(words), (struct span){0});
    run_append(document, block, RUN_NOTE, TEXT(""), (struct span){0})->note = note;
}

/* The page and the baseline where the words are drawn first; page 0: nowhere. */
struct drawn {
    size_t page;
    int32_t y; /* pt */
};

static struct drawn find_drawn(const char *all, const char *words)
{
    struct drawn drawn = {0};
    struct text line;
    for (size_t at = 0; text_next_line(text_from_string(all), &at, &line);) {
        int x, y, x_rest, y_rest;
        drawn.page += text_starts_with(line, TEXT("page "));
        if (!text_starts_with(line, TEXT("text ")) ||
            text_find(line, text_from_string(words), 0) == TEXT_NOT_FOUND)
            continue;
        assert_int_equal(
            sscanf(text_to_string(arena, line), "text %d.%d %d.%d", &x, &x_rest, &y, &y_rest), 4);
        drawn.y = y;
        return drawn;
    }
    return (struct drawn){0};
}

#define FOOT_OF_PAGE 740 /* pt; the text ends at 770 */

static void test_notes_stand_at_the_foot_of_their_numbers_page(void **state)
{
    (void)state;
    struct block *block =
        build_paragraph(document, NULL, TEXT("body"), TEXT("首段"), (struct span){0});
    add_note(block, "首註");
    add_note(block, "次註");
    for (size_t i = 0; i < 40; i++)
        paragraph("正文");
    const char *all = trace();
    struct drawn words = find_drawn(all, "首段"), first = find_drawn(all, "首註");
    struct drawn second = find_drawn(all, "次註");
    assert_int_equal(words.page, 1);
    assert_int_equal(first.page, 1);
    assert_int_equal(second.page, 1);
    assert_true(first.y > FOOT_OF_PAGE && second.y > first.y);
    assert_true(first.y > find_drawn(all, "正文").y);
    assert_int_equal(count(all, "首註"), 1);
}

static void test_a_line_goes_with_its_note_to_the_next_page(void **state)
{
    (void)state;
    for (size_t lines = 28; lines < 36; lines++) {
        struct block *last = NULL;
        for (size_t i = 0; i < lines; i++)
            last = build_paragraph(document, NULL, TEXT("body"), TEXT("段"), (struct span){0});
        run_append(document, last, RUN_TEXT, TEXT("末行"), (struct span){0});
        add_note(last, "末註");
        const char *all = trace();
        assert_int_equal(find_drawn(all, "末行").page, find_drawn(all, "末註").page);
        assert_true(find_drawn(all, "末註").y > FOOT_OF_PAGE);
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
    }
}

static void test_a_note_in_a_table_cell_stands_at_the_pages_foot(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    for (uint32_t r = 0; r < 60; r++) {
        struct cell *cell = build_cell(document, table, (struct cell_place){.row = r},
                                       r == 50 ? TEXT("有註") : TEXT("格"), (struct span){0});
        if (r == 50)
            add_note(cell->blocks, "格註");
    }
    table_index(document, table);
    const char *all = trace();
    assert_int_equal(find_drawn(all, "有註").page, 2);
    assert_int_equal(find_drawn(all, "格註").page, 2);
    assert_true(find_drawn(all, "格註").y > FOOT_OF_PAGE);
    assert_int_equal(count(all, "格註"), 1);
}

static void test_a_long_note_goes_on_at_the_next_foot_without_loss(void **state)
{
    (void)state;
    for (size_t i = 0; i < 20; i++)
        paragraph("正文");
    struct block *block =
        build_paragraph(document, NULL, TEXT("body"), TEXT("長註"), (struct span){0});
    add_note(block, repeated("甲乙丙丁戊己庚辛壬癸", 700));
    add_note(block, "尾註");
    const char *all = trace();
    size_t lines, letters = 0;
    struct text *list = lines_of(all, &lines);
    for (size_t i = 0; i < lines; i++)
        letters += count(text_to_string(arena, list[i]), "癸");
    assert_int_equal(letters, 700);
    assert_int_equal(find_drawn(all, "甲乙").page, 1);
    assert_true(find_drawn(all, "尾註").page > 2);
}

static void test_each_character_no_font_has_is_one_finding_at_its_first_place(void **state)
{
    (void)state;
    static const char *const words[] = {"無", "\U0010FF0D", "甲\U0010FF0E乙", "\U0010FF0D again"};
    struct source source = {.path = "roles/a.md", .text = TEXT("1\n2\n3\n4\n")};
    for (uint32_t i = 0; i < 4; i++)
        build_paragraph(document, NULL, TEXT("body"), text_from_string(words[i]),
                        (struct span){.source = &source, .begin = 2 * i, .end = 2 * i + 1});
    struct text_buffer out = text_buffer_new(arena);
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(pdf_write_document(document, &out, diags), STATUS_OK);
    assert_int_equal(diags->count, 2);
    assert_int_equal(span_line_column(diags->items[0]->at).line, 2);
    assert_int_equal(span_line_column(diags->items[1]->at).line, 3);
    struct text said = diagnostic_message(arena, diags->items[1], LANG_EN);
    assert_true(text_find(said, TEXT("U+10FF0E"), 0) != TEXT_NOT_FOUND);
}

static void test_an_empty_document_is_a_page(void **state)
{
    (void)state;
    assert_int_equal(count(trace(), "page "), 1);
}

/* ---- columns, watermarks, numbers ---- */

/* The plain stylesheet with one thing changed in its only master. */
static struct page_master *own_master(void)
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
static void place_of(const char *all, const char *words, double *x, double *y)
{
    const char *at = strstr(all, words);
    assert_non_null(at);
    while (strncmp(at, "text ", 5) != 0)
        at--;
    assert_int_equal(sscanf(at, "text %lf %lf", x, y), 2);
}

static void test_columns_end_at_one_height_and_a_wide_table_stands_across_them(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    double x[3], y[3], wide_x, wide_y;
    master->columns = 2;
    master->column_gap = 18000;
    for (size_t i = 0; i < 20; i++)
        paragraph(i == 0 ? "始行" : i == 9 ? "甲行" : i == 10 ? "乙行" : "行");
    table_of(1, repeated("unbreakable", 4));
    const char *all = trace();
    place_of(all, "始行", &x[0], &y[0]);
    place_of(all, "甲行", &x[1], &y[1]); /* the tenth of twenty ends the first column */
    place_of(all, "乙行", &x[2], &y[2]);
    place_of(all, "表頭甲", &wide_x, &wide_y);
    assert_true(x[1] == x[0] && x[2] > x[0] + 200);
    assert_true(y[2] == y[0] && y[1] > y[0]);
    assert_true(wide_x < x[0] + 20 && wide_y > y[1]);
    place_of(all, "表頭乙", &wide_x, &wide_y);
    assert_true(wide_x > x[0] + 200); /* half of the page, not of a column */
}

static void test_a_heading_goes_to_the_column_of_its_table(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    double x[2], y[2];
    master->columns = 2;
    master->column_gap = 18000;
    build_heading(document, NULL, 3, TEXT("工具"), (struct span){0});
    table_of(3, "格");
    const char *all = trace();
    place_of(all, "工具", &x[0], &y[0]);
    place_of(all, "表頭甲", &x[1], &y[1]);
    assert_true(x[1] < x[0] + 20 && y[1] > y[0]);
}

static void test_the_first_row_of_a_table_without_heads_never_stands_alone(void **state)
{
    (void)state;
    for (size_t n = 20; n < 50; n++) { /* every place on a page */
        document = document_new(arena, NULL);
        document->language = TEXT("zh-Hant");
        for (size_t i = 0; i < n; i++)
            paragraph("正文");
        struct table *table = build_table(document, NULL, TEXT("default"));
        for (uint32_t r = 0; r < 9; r++)
            build_cell(document, table, (struct cell_place){.row = r},
                       r == 0   ? TEXT("首列")
                       : r == 1 ? TEXT("次列")
                                : TEXT("列"),
                       (struct span){0});
        table_index(document, table);
        const char *all = trace(), *first = strstr(all, "\"首列\""),
                   *page = strstr(first, "\npage ");
        assert_true(page == NULL || strstr(first, "\"次列\"") < page);
    }
}

static void test_a_table_stands_clear_of_the_words_above_it(void **state)
{
    (void)state;
    double x, words, heads, next;
    own_master();
    paragraph("圖例");
    table_of(2, "格");
    build_heading(document, NULL, 3, TEXT("標題"), (struct span){0});
    table_of(1, "丁");
    const char *all = trace();
    place_of(all, "圖例", &x, &words);
    place_of(all, "表頭甲", &x, &heads);
    const struct stylesheet *sheet = stylesheet_plain();
    const struct style *body = stylesheet_style(sheet, TEXT("body"));
    assert_true((heads - words) * 1000 > body->leading * 3 / 2);
    place_of(all, "標題", &x, &words);
    place_of(strstr(all, "\"標題\""), "表頭甲", &x, &next);
    assert_true(next > words && next - words < heads);
}

static void test_running_lines_that_are_too_long_share_their_room(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    struct stylesheet *sheet = arena_new(arena, struct stylesheet);
    *sheet = *document->stylesheet;
    sheet->title = text_from_string(repeated("甲", 80));
    sheet->edition = text_from_string(repeated("乙", 80));
    document->stylesheet = sheet;
    master->head = (struct running_line){.left = TEXT("{title}"), .right = TEXT("{edition}")};
    paragraph("正文");
    const char *all = trace();
    double left, right, y;
    place_of(all, "甲…\"", &left, &y);
    place_of(all, "乙…\"", &right, &y);
    size_t lines;
    struct text *list = lines_of(all, &lines);
    assert_true(lines >= 3);
    for (size_t i = 0; i < lines; i++)
        if (text_ends_with(list[i], TEXT("甲…")))
            assert_true(left + 8.5 * (double)text_code_points(list[i]) < right);
}

static void test_a_head_that_says_nothing_has_no_rule(void **state)
{
    (void)state;
    struct page_master *master = own_master();
    struct block *section = block_append(document, NULL, BLOCK_SECTION, (struct span){0});
    section->section = arena_new(arena, struct section);
    section->section->running[0] = TEXT("流程");
    build_paragraph(document, section, TEXT("body"), TEXT("正文"), (struct span){0});
    master->head = (struct running_line){.left = TEXT("{chapter}")};
    master->foot = (struct running_line){0};
    master->head_rule = true;
    assert_int_equal(count(trace(), "artifact header"), 0);
    master->head.left = TEXT("{topic}");
    const char *all = trace();
    assert_non_null(strstr(all, "artifact header\ntext "));
    assert_non_null(strstr(strstr(all, "\"流程\""), "\nline "));
}

static struct block *part_named(const char *name, size_t paragraphs)
{
    struct block *section = block_append(document, NULL, BLOCK_SECTION, (struct span){0});
    section->section = arena_new(arena, struct section);
    section->section->running[0] = text_from_string(name);
    build_heading(document, section, 1, text_from_string(name), (struct span){0});
    for (size_t i = 0; i < paragraphs; i++)
        build_paragraph(document, section, TEXT("body"), TEXT("正文"), (struct span){0});
    return section;
}

static void test_heads_name_the_first_part_that_begins_on_a_page(void **state)
{
    (void)state;
    own_master()->head = (struct running_line){.left = TEXT("〔{section}〕")};
    part_named("甲部", 3);
    part_named("乙部", 70); /* over a page */
    part_named("丙部", 3);
    part_named("丁部", 3)->page_break_before = true;
    const char *all = trace(), *second = strstr(all, "page 2"), *third = strstr(all, "page 3");
    assert_true(strstr(all, "〔甲部〕") < second);
    assert_int_equal(count(all, "page "), 4);
    assert_true(strstr(second, "〔乙部〕") < third);
    assert_non_null(strstr(third, "〔丙部〕"));
    assert_non_null(strstr(third, "〔丁部〕"));
}

static void test_a_watermark_lies_under_each_page_and_is_no_content(void **state)
{
    (void)state;
    own_master()->watermark = TEXT("草稿");
    paragraph("正文");
    const char *all = trace();
    const char *mark = strstr(all, "artifact watermark\nslope ");
    assert_non_null(mark);
    assert_true(mark < strstr(all, "\"正文\""));
}

static void test_numbers_that_name_rows_or_stand_alone_are_set_left(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    const char *const cells[] = {"號", "值", "1", "甲", "20", "30"};
    for (uint32_t i = 0; i < 6; i++)
        build_cell(document, table, (struct cell_place){.row = i / 2, .column = i % 2},
                   text_from_string(cells[i]), (struct span){0});
    table->header_rows = 1;
    table_index(document, table);
    const char *all = trace();
    double x[4], y;
    place_of(all, "\"號\"", &x[0], &y);
    place_of(all, "\"1\"", &x[1], &y);
    place_of(all, "\"值\"", &x[2], &y);
    place_of(all, "\"30\"", &x[3], &y);
    assert_true(x[0] == x[1] && x[2] == x[3]);
}

static void test_numbers_stand_units_below_units(void **state)
{
    (void)state;
    struct table *table = build_table(document, NULL, TEXT("default"));
    const char *const cells[] = {"名", "值", "甲", "5%", "乙", "100%", "丙", "12.5%", "丁", "—"};
    for (uint32_t i = 0; i < 10; i++)
        build_cell(document, table, (struct cell_place){.row = i / 2, .column = i % 2},
                   text_from_string(cells[i]), (struct span){0});
    table->header_rows = 1;
    table_index(document, table);
    const char *all = trace();
    double x[3], y, head;
    place_of(all, "\"5%\"", &x[0], &y);
    place_of(all, "\"100%\"", &x[1], &y);
    place_of(all, "\"12.5%\"", &x[2], &y);
    place_of(all, "\"值\"", &head, &y);
    double digit = (x[0] - x[1]) / 2; /* 5 stands two digits right of the 1 in 100 */
    assert_true(digit > 4 && digit < 8);
    assert_true(x[2] - x[1] > digit - 0.1 && x[2] - x[1] < digit + 0.1);
    assert_true(head > x[0]);
}

int main(void)
{
#define PAGE_TEST(test) cmocka_unit_test_setup_teardown(test, open_document, close_document)
    const struct CMUnitTest tests[] = {
        PAGE_TEST(test_columns_end_at_one_height_and_a_wide_table_stands_across_them),
        PAGE_TEST(test_a_heading_goes_to_the_column_of_its_table),
        PAGE_TEST(test_the_first_row_of_a_table_without_heads_never_stands_alone),
        PAGE_TEST(test_a_table_stands_clear_of_the_words_above_it),
        PAGE_TEST(test_running_lines_that_are_too_long_share_their_room),
        PAGE_TEST(test_a_head_that_says_nothing_has_no_rule),
        PAGE_TEST(test_heads_name_the_first_part_that_begins_on_a_page),
        PAGE_TEST(test_a_watermark_lies_under_each_page_and_is_no_content),
        PAGE_TEST(test_numbers_stand_units_below_units),
        PAGE_TEST(test_numbers_that_name_rows_or_stand_alone_are_set_left),
        PAGE_TEST(test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one),
        PAGE_TEST(test_a_heading_never_stands_alone_at_a_pages_foot),
        PAGE_TEST(test_table_heads_are_repeated_as_artifacts),
        PAGE_TEST(test_a_row_taller_than_a_page_is_cut_without_loss),
        PAGE_TEST(test_no_line_of_a_paragraph_stands_alone_on_a_page),
        PAGE_TEST(test_no_item_of_a_list_stands_alone_on_a_page),
        PAGE_TEST(test_words_that_introduce_a_table_stay_with_it),
        PAGE_TEST(test_a_label_merged_over_rows_stands_on_each_page_of_them),
        PAGE_TEST(test_contents_name_the_pages_of_their_headings),
        PAGE_TEST(test_links_lead_to_anchors_that_are_there),
        PAGE_TEST(test_lines_stand_on_the_grid_below_whatever_is_between_them),
        PAGE_TEST(test_a_first_line_is_indented_by_characters),
        PAGE_TEST(test_notes_stand_at_the_foot_of_their_numbers_page),
        PAGE_TEST(test_a_line_goes_with_its_note_to_the_next_page),
        PAGE_TEST(test_a_note_in_a_table_cell_stands_at_the_pages_foot),
        PAGE_TEST(test_a_long_note_goes_on_at_the_next_foot_without_loss),
        PAGE_TEST(test_each_character_no_font_has_is_one_finding_at_its_first_place),
        PAGE_TEST(test_an_empty_document_is_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
