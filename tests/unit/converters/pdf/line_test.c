/* Rows of real fonts cut into lines: where a line may end, and the paragraph as a whole. */
#include "tests/unit/converters/pdf/glyph_rows.h"

static struct text line_text(const struct glyph_row *row, const struct line *line)
{
    size_t end = line->to < row->count ? row->glyphs[line->to].cluster : row->text.size;
    return text_slice(row->text, row->glyphs[line->from].cluster, end);
}

static const char *joined(struct fixture *f, const char *a, const char *b, const char *c)
{
    struct text_buffer out = text_buffer_new(f->arena);
    buffer_append_string(&out, a);
    buffer_append_string(&out, b);
    buffer_append_string(&out, c);
    return buffer_string(&out);
}

/* ---- where lines may be cut ---- */

/* The mark at every place of a line of ten squares. */
static void check_edges(struct fixture *f, const char *language, const char *mark, bool at_begin)
{
    for (size_t n = 5; n < 26; n++) {
        const char *words = joined(f, repeated(f, "訴", n), mark, repeated(f, "客", 30));
        struct glyph_row row = row_of(f, language, words);
        struct lines lines = lines_of(f, &row, 10 * EM);
        for (size_t i = 0; i < lines.count; i++) {
            struct text line = line_text(&row, &lines.list[i]);
            bool is_there = at_begin ? i > 0 && text_starts_with(line, text_from_string(mark))
                                     : text_ends_with(line, text_from_string(mark));
            if (is_there)
                fail_msg("%s at the %s of a line, %zu before it, %s", mark,
                         at_begin ? "begin" : "end", n, language);
        }
    }
}

static void test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(void **state)
{
    static const char *const closing[] = {"、", "，", "。", "；", "：", "？", "！", "）", "】",
                                          "》", "〉", "」", "』", "〕", "］", "｝", "”",  "’",
                                          "%",  "％", "‰",  "·",  "～", "／", "．", "…",  ")"};
    static const char *const opening[] = {"（", "【", "《", "〈", "「", "『", "〔",
                                          "［", "｛", "“",  "‘",  "(",  "￥", "＄"};
    static const char *const languages[] = {"zh-Hant", "zh-Hans", "zh-HK"};
    for (size_t l = 0; l < 3; l++) {
        for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
            check_edges(*state, languages[l], closing[i], true);
        for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
            check_edges(*state, languages[l], opening[i], false);
    }
}

/* Whether lines of any width leave the group whole. */
static void check_group(struct fixture *f, const char *group)
{
    const char *words = joined(f, repeated(f, "訓練", 9), group, repeated(f, "時數", 9));
    struct glyph_row row = row_of(f, "zh-Hant", words);
    for (int32_t width = 10 * EM; width < 22 * EM; width += EM / 3) {
        bool is_whole = false;
        struct lines lines = lines_of(f, &row, width);
        for (size_t i = 0; i < lines.count; i++)
            is_whole |= text_find(line_text(&row, &lines.list[i]), text_from_string(group), 0) !=
                        TEXT_NOT_FOUND;
        if (!is_whole)
            fail_msg("%s is cut at a width of %d", group, (int)width);
    }
}

static void test_what_is_read_as_one_stays_in_one_line(void **state)
{
    static const char *const groups[] = {
        "24 小時",   "24小時",     "95%",           "NT$1,000",
        "NT$ 1,000", "3.5 FTE",    "≥ 98%",         "——",
        "……",        "第 3 條",    "5名",           "3 個月",
        "20 °C",     "2026-03-15", "2026年3月15日", "2026 年 3 月 15 日",
        "馬·思"};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        check_group(*state, groups[i]);
}

static void test_a_line_may_end_before_and_after_square_quotes(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hans", repeated(f, "他说“好”的", 20));
    struct lines lines = lines_of(f, &row, 6 * EM);
    for (size_t i = 0; i < lines.count; i++)
        assert_true(lines.list[i].width <= 6 * EM + EM / 2);
}

static void test_a_word_longer_than_a_line_is_cut_and_none_of_it_lost(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "en", repeated(f, "abcdefghij", 20));
    struct lines lines = lines_of(f, &row, 8 * EM);
    size_t next = 0;
    assert_true(lines.count > 10);
    for (size_t i = 0; i < lines.count; i++) {
        assert_int_equal(lines.list[i].from, next);
        assert_true(lines.list[i].width <= 8 * EM);
        next = lines.list[i].to;
    }
    assert_int_equal(next, row.count);
}

/* ---- the paragraph as a whole ---- */

static void test_no_last_line_holds_one_character(void **state)
{
    struct fixture *f = *state;
    for (size_t n = 20; n < 70; n++) {
        struct glyph_row row = row_of(f, "zh-Hant", joined(f, repeated(f, "訴", n), "。", ""));
        struct lines lines = lines_of(f, &row, 19 * EM);
        const struct line *last = &lines.list[lines.count - 1];
        assert_true(last->to - last->from > 2 || lines.count == 1);
    }
    for (size_t n = 10; n < 30; n++) {
        struct glyph_row row = row_of(f, "en", joined(f, repeated(f, "calls are ", n), "x.", ""));
        struct lines lines = lines_of(f, &row, 19 * EM);
        const struct line *last = &lines.list[lines.count - 1];
        assert_true(last->to - last->from > 2 || lines.count == 1);
    }
}

static void test_a_narrow_cell_leaves_no_character_alone(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "回訪辦結客戶");
    row.is_ragged = true;
    struct lines lines = lines_of(f, &row, 5 * EM + EM / 2);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.list[1].to - lines.list[1].from, 2);
}

/* Where a line may end early, marks keep most of their space. */
static void test_ragged_lines_are_not_squeezed(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "填寫問卷，遵循《填答說明》，確保題項，無缺答。");
    int32_t natural = row_width(&row, 0, row.count);
    struct lines justified = lines_of(f, &row, natural - 5 * EM / 4);
    row.is_ragged = true;
    struct lines ragged = lines_of(f, &row, natural - 5 * EM / 4);
    assert_int_equal(justified.count, 1);
    assert_int_equal(ragged.count, 2);
}

/* What lines but the last lack, squared, when each takes all the words it can. */
static int64_t first_fit_holes(struct fixture *f, const struct glyph_row *row, int32_t width)
{
    const uint8_t *cuts = row_cuts(f->breaker, f->arena, row);
    int64_t sum = 0;
    for (size_t from = 0, best = 0, i = 1; i <= row->count; i++) {
        if (i < row->count && cuts[i] != CUT_YES)
            continue;
        int32_t used = row_width(row, from, i) - row->glyphs[i - 1].advance * (i < row->count);
        if (used > width) {
            int64_t hole = width - row_width(row, from, best - 1);
            sum += hole * hole;
            from = best;
        }
        best = i;
    }
    return sum;
}

static int64_t holes_of(const struct lines *lines, int32_t width)
{
    int64_t sum = 0;
    for (size_t i = 0; i < lines->count; i++) {
        int64_t hole = lines->list[i].is_last ? 0 : width - lines->list[i].width;
        sum += hole * hole;
    }
    return sum;
}

static void test_a_hole_is_shared_with_the_lines_before(void **state)
{
    struct fixture *f = *state;
    const char *words = "The customer service representative receives incoming telephone calls, "
                        "online messages and electronic mail, and answers each of them within two "
                        "hours in accordance with the procedures of the department.";
    struct glyph_row row = row_of(f, "en", words);
    int64_t ours = 0, first_fit = 0;
    for (int32_t width = 12 * EM; width < 24 * EM; width += EM / 2) {
        struct lines lines = lines_of(f, &row, width);
        ours += holes_of(&lines, width);
        first_fit += first_fit_holes(f, &row, width);
    }
    assert_true(ours * 100 < first_fit * 95);
}

static void test_the_work_is_linear_in_the_length(void **state)
{
    struct fixture *f = *state;
    size_t bytes[2];
    for (size_t i = 0; i < 2; i++) {
        struct glyph_row row = row_of(
            f, "zh-Hant", repeated(f, "依《規程》於 24 小時內回覆，並填寫 form。", 2000 << i));
        struct arena *arena = arena_open(NULL, NULL);
        struct lines lines = {0};
        row_break(f->breaker, arena, &row, 40 * EM, 0, &lines);
        bytes[i] = arena_bytes(arena);
        arena_close(arena);
    }
    assert_true(bytes[1] < bytes[0] * 5 / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROW_TEST(test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one),
        ROW_TEST(test_what_is_read_as_one_stays_in_one_line),
        ROW_TEST(test_a_line_may_end_before_and_after_square_quotes),
        ROW_TEST(test_a_word_longer_than_a_line_is_cut_and_none_of_it_lost),
        ROW_TEST(test_no_last_line_holds_one_character),
        ROW_TEST(test_a_narrow_cell_leaves_no_character_alone),
        ROW_TEST(test_ragged_lines_are_not_squeezed),
        ROW_TEST(test_a_hole_is_shared_with_the_lines_before),
        ROW_TEST(test_the_work_is_linear_in_the_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
