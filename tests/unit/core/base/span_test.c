/* Lines and columns of a long text are the same with marks as without. */
#include "core/base/span.h"
#include "core/base/text_buffer.h"
#include "tests/unit/arena.h"

static struct span at_byte(const struct source *source, size_t byte)
{
    return (struct span){
        .source = source, .begin = (uint32_t)byte, .end = (uint32_t)source->text.size};
}

static void test_marks_change_no_line_and_no_column(void **state)
{
    (void)state;
    static const char *const pieces[] = {"職責\n", "a\r\n", "b\r", "一行很長的文字，沒有終止",
                                         "\n\n"};
    struct text_buffer words = text_buffer_new(arena);
    for (size_t i = 0; i < 12000; i++)
        buffer_append_string(&words, pieces[(i * i + i / 7) % 5]);
    struct source plain = {.path = "a.md", .text = buffer_text(&words)}, marked = plain;
    source_mark_lines(arena, &marked);
    assert_non_null(marked.marks);
    for (size_t byte = 1; byte <= plain.text.size; byte += 61) {
        struct line_column a = span_line_column(at_byte(&plain, byte));
        struct line_column b = span_line_column(at_byte(&marked, byte));
        if (a.line != b.line || a.column != b.column)
            fail_msg("byte %zu: %zu:%zu, %zu:%zu", byte, a.line, a.column, b.line, b.column);
        size_t alone = span_column(at_byte(&marked, byte));
        if (plain.text.data[byte] != '\n' && a.column != alone)
            fail_msg("byte %zu: column %zu, alone %zu", byte, a.column, alone);
    }
}

static void test_every_kind_of_line_end_begins_a_line(void **state)
{
    (void)state;
    const struct source source = {.path = "a.md", .text = TEXT("一\r\n二\r三\n四")};
    struct line_column at = span_line_column(at_byte(&source, source.text.size));
    assert_int_equal(at.line, 4);
    assert_int_equal(at.column, 2);
    at = span_line_column(at_byte(&source, 5));
    assert_int_equal(at.line, 2);
    assert_int_equal(at.column, 1);
}

static void test_short_texts_and_word_files_have_no_marks(void **state)
{
    (void)state;
    struct source source = {.path = "a.md", .text = TEXT("一")}, word = {.kind = SOURCE_WORD};
    source_mark_lines(arena, &source);
    source_mark_lines(arena, &word);
    assert_null(source.marks);
    assert_null(word.marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_change_no_line_and_no_column),
        cmocka_unit_test(test_every_kind_of_line_end_begins_a_line),
        cmocka_unit_test(test_short_texts_and_word_files_have_no_marks),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
