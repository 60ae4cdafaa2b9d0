/* Notes stand at the foot of the page of their number. */
#include "tests/unit/converters/pdf/page_trace.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(test_notes_stand_at_the_foot_of_their_numbers_page),
        PAGE_TEST(test_a_line_goes_with_its_note_to_the_next_page),
        PAGE_TEST(test_a_note_in_a_table_cell_stands_at_the_pages_foot),
        PAGE_TEST(test_a_long_note_goes_on_at_the_next_foot_without_loss),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
