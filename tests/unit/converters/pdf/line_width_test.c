/* Lines of real fonts as they are set: how wide marks and gaps are, and what gives way. */
#include "tests/unit/converters/pdf/glyph_rows.h"

static void test_two_marks_that_meet_take_one_and_a_half_squares(void **state)
{
    static const struct {
        const char *language, *pair;
    } pairs[] = {{"zh-Hant", "」（"}, {"zh-Hant", "）。"}, {"zh-Hant", "，「"}, {"zh-Hant", "「『"},
                 {"zh-Hant", "』」"}, {"zh-Hans", "。”"},  {"zh-Hans", "：“"},  {"zh-Hans", "》、"},
                 {"zh-Hans", "，（"}, {"zh-Hans", "？）"}, {"zh-Hans", "“‘"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct glyph_row row = row_of(*state, pairs[i].language, pairs[i].pair);
        assert_int_equal(row.count, 2);
        assert_int_equal(row_width(&row, 0, 2), 3 * EM / 2);
    }
    struct glyph_row centred = row_of(*state, "zh-Hant", "。」");
    assert_int_equal(row_width(&centred, 0, 2), 2 * EM);
}

static void test_a_quarter_em_stands_between_scripts_and_a_typed_blank_adds_nothing(void **state)
{
    struct fixture *f = *state;
    struct glyph_row letters = row_of(f, "zh-Hant", "KPI");
    int32_t bare = row_width(&letters, 0, letters.count);
    struct glyph_row joint = row_of(f, "zh-Hant", "以KPI計");
    struct glyph_row typed = row_of(f, "zh-Hant", "以 KPI 計");
    assert_int_equal(row_width(&joint, 0, joint.count), 2 * EM + bare + EM / 2);
    assert_int_equal(row_width(&typed, 0, typed.count), 2 * EM + bare + EM / 2);
    struct glyph_row mark = row_of(f, "zh-Hant", "，KPI");
    assert_int_equal(row_width(&mark, 0, mark.count), EM + bare);
}

static void test_no_gap_stands_at_a_lines_end(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "以客戶KPI");
    struct line line = {.from = 0, .to = 3};
    line_set(&row, f->arena, &line, 3 * EM);
    assert_int_equal(line.width, 3 * EM);
    assert_int_equal(row.glyphs[2].advance, EM);
}

static void test_simplified_lines_halve_the_marks_at_their_ends(void **state)
{
    struct fixture *f = *state;
    struct line first = {.from = 0, .to = 3}, second = {.from = 3, .to = 6, .is_last = true};
    struct glyph_row row = row_of(f, "zh-Hans", "客户，（好）");
    line_set(&row, f->arena, &first, 3 * EM - EM / 2);
    line_set(&row, f->arena, &second, 4 * EM);
    assert_int_equal(first.width, 2 * EM + EM / 2);
    assert_int_equal(second.width, 2 * EM);
    assert_int_equal(row.glyphs[3].x_offset, -EM / 2);
    struct glyph_row centred = row_of(f, "zh-Hant", "客戶，（好）");
    struct line whole = {.from = 0, .to = 3, .is_last = true};
    line_set(&centred, f->arena, &whole, 4 * EM);
    assert_int_equal(whole.width, 3 * EM);
}

static void test_the_ink_of_ragged_lines_begins_at_one_edge(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "《規程》");
    struct line line = {.from = 0, .to = row.count, .is_last = true};
    row.is_ragged = true;
    line_set(&row, f->arena, &line, 9 * EM);
    assert_int_equal(row.glyphs[0].x_offset, -EM / 2);
    assert_int_equal(line.width, 4 * EM - EM / 2);
}

static void test_a_full_line_gives_up_space_in_order(void **state)
{
    struct fixture *f = *state;
    const char *words = "以（好）的，用KPI的。於馬·思的」";
    static const struct {
        int32_t needed;
        int32_t bracket, pause, gap, stop, name, edge; /* what each has given up */
    } steps[] = {{EM / 2, 0, 0, 0, 0, 0, EM / 2},
                 {EM, 0, 0, 0, 0, EM / 2, EM / 2},
                 {2 * EM, EM, 0, 0, 0, EM / 2, EM / 2},
                 {5 * EM / 2, EM, EM / 2, 0, 0, EM / 2, EM / 2},
                 {11 * EM / 4, EM, EM / 2, EM / 4, 0, EM / 2, EM / 2},
                 {13 * EM / 4, EM, EM / 2, EM / 4, EM / 2, EM / 2, EM / 2}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct glyph_row row = row_of(f, "zh-Hant", words);
        struct glyph before[32];
        assert_true(row.count == 18);
        memcpy(before, row.glyphs, row.count * sizeof *before);
        int32_t natural = row_width(&row, 0, row.count);
        struct line line = {.from = 0, .to = row.count, .is_last = true};
        line_set(&row, f->arena, &line, natural - steps[i].needed);
        int32_t given[18];
        for (size_t g = 0; g < row.count; g++)
            given[g] = before[g].advance - row.glyphs[g].advance;
        assert_int_equal(line.width, natural - steps[i].needed);
        assert_int_equal(given[0] + given[3], steps[i].bracket);
        assert_int_equal(given[4] + given[5], steps[i].pause);
        assert_int_equal(given[6] + given[9], steps[i].gap);
        assert_int_equal(given[10] + given[11], steps[i].stop);
        assert_int_equal(given[13] + given[14], steps[i].name);
        assert_int_equal(given[17], steps[i].edge);
    }
}

static void test_a_loose_line_opens_blanks_then_gaps_then_all(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "以KPI form計算");
    size_t blank = 4, gap = 0, han = row.count - 2;
    int32_t natural = row_width(&row, 0, row.count), space = row.glyphs[blank].advance;
    int32_t blank_ease = EM / 2 - space, gap_ease = EM / 3 - EM / 4;
    const int32_t extras[] = {blank_ease / 2, blank_ease + gap_ease, blank_ease + 2 * gap_ease,
                              blank_ease + 2 * gap_ease + 400};
    for (size_t i = 0; i < 4; i++) {
        row = row_of(f, "zh-Hant", "以KPI form計算");
        struct line line = {.from = 0, .to = row.count};
        line_set(&row, f->arena, &line, natural + extras[i]);
        assert_int_equal(line.width, natural + extras[i]);
        assert_int_equal(row.glyphs[blank].advance,
                         i == 0 ? space + blank_ease / 2 : EM / 2 + (i == 3 ? 100 : 0));
        int32_t opened = row.glyphs[gap].advance - EM - EM / 4;
        assert_int_equal(opened, i == 0   ? 0
                                 : i == 1 ? gap_ease / 2
                                          : gap_ease + (i == 3 ? 100 : 0));
        assert_int_equal(row.glyphs[han].advance, EM + (i == 3 ? 100 : 0));
    }
}

static void test_a_line_that_cannot_be_filled_is_left_without_holes(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "四個漢字");
    struct line line = {.from = 0, .to = 4};
    line_set(&row, f->arena, &line, 10 * EM);
    assert_int_equal(line.width, 4 * EM);
    line_set(&row, f->arena, &line, 4 * EM + 3 * EM / 4);
    assert_int_equal(line.width, 4 * EM + 3 * EM / 4);
}

static void test_the_last_line_is_not_stretched(void **state)
{
    struct fixture *f = *state;
    struct glyph_row row = row_of(f, "zh-Hant", "四個漢字");
    struct line line = {.from = 0, .to = 4, .is_last = true};
    line_set(&row, f->arena, &line, 4 * EM + 1000);
    assert_int_equal(line.width, 4 * EM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROW_TEST(test_two_marks_that_meet_take_one_and_a_half_squares),
        ROW_TEST(test_a_quarter_em_stands_between_scripts_and_a_typed_blank_adds_nothing),
        ROW_TEST(test_no_gap_stands_at_a_lines_end),
        ROW_TEST(test_simplified_lines_halve_the_marks_at_their_ends),
        ROW_TEST(test_the_ink_of_ragged_lines_begins_at_one_edge),
        ROW_TEST(test_a_full_line_gives_up_space_in_order),
        ROW_TEST(test_a_loose_line_opens_blanks_then_gaps_then_all),
        ROW_TEST(test_a_line_that_cannot_be_filled_is_left_without_holes),
        ROW_TEST(test_the_last_line_is_not_stretched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
