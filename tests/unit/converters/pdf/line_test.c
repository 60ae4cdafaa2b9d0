/* Rows of real fonts cut into lines and set: what stands where, and how wide. */
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

static int set_up(void **state)
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

static int tear_down(void **state)
{
    struct fixture *f = *state;
    breaker_close(f->breaker);
    hyphenator_close(f->hyphenator);
    shaper_close(f->shaper);
    fonts_close(f->fonts);
    arena_close(f->arena);
    return 0;
}

static struct glyph_row row_of(struct fixture *f, const char *language, const char *words)
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

static struct lines lines_of(struct fixture *f, const struct glyph_row *row, int32_t width)
{
    struct lines lines = {0};
    row_break(f->breaker, f->arena, row, width, 0, &lines);
    return lines;
}

static struct text line_text(const struct glyph_row *row, const struct line *line)
{
    size_t end = line->to < row->count ? row->glyphs[line->to].cluster : row->text.size;
    return text_slice(row->text, row->glyphs[line->from].cluster, end);
}

static const char *repeated(struct fixture *f, const char *words, size_t times)
{
    struct text_buffer out = text_buffer_new(f->arena);
    for (size_t i = 0; i < times; i++)
        buffer_append_string(&out, words);
    return buffer_string(&out);
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

/* ---- how wide marks and gaps are ---- */

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

/* ---- tightening and opening ---- */

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

/* ---- hyphens ---- */

static void test_words_are_parted_where_their_patterns_say(void **state)
{
    struct fixture *f = *state;
    const struct patterns *english = hyphenator_patterns(f->hyphenator, TEXT("en-GB"));
    size_t places[HYPHEN_WORD_MOST];
    if (english == NULL)
        skip();
    assert_int_equal(patterns_places(english, TEXT("hyphenation"), places), 2);
    assert_int_equal(places[0], 2); /* hy-phen-ation */
    assert_int_equal(places[1], 6);
    assert_int_equal(patterns_places(english, TEXT("HYPHENATION"), places), 0);
    assert_int_equal(patterns_places(english, TEXT("Hyphenation"), places), 2);
}

static void test_a_hyphen_counts_in_its_lines_width(void **state)
{
    struct fixture *f = *state;
    if (hyphenator_patterns(f->hyphenator, TEXT("en")) == NULL)
        skip();
    struct glyph_row row =
        row_of(f, "en", repeated(f, "representatives document responsibilities ", 12));
    row.is_hyphenated = true;
    row.hyphen_width = 350;
    size_t hyphens = 0;
    struct lines lines = lines_of(f, &row, 16 * EM);
    for (size_t i = 0; i < lines.count; i++) {
        hyphens += lines.list[i].is_hyphenated;
        line_set(&row, f->arena, &lines.list[i], 16 * EM);
        assert_true(lines.list[i].width <= 16 * EM);
    }
    assert_true(hyphens > 0);
    row.is_hyphenated = false;
    lines = lines_of(f, &row, 16 * EM);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(lines.list[i].is_hyphenated);
}

static void test_words_are_parted_by_the_language_of_their_run(void **state)
{
    struct fixture *f = *state;
    if (hyphenator_patterns(f->hyphenator, TEXT("en")) == NULL)
        skip();
    /* the first half in a language without patterns, the second in English */
    const char *words = repeated(f, "representatives document responsibilities ", 12);
    struct glyph_row row = row_of(f, "en", words);
    const uint32_t middle = (uint32_t)row.text.size / 2;
    const struct row_language languages[] = {{0, TEXT("tlh")}, {middle, TEXT("en")}};
    row.languages = languages;
    row.language_count = 2;
    row.is_hyphenated = true;
    row.hyphen_width = 350;
    size_t hyphens = 0;
    struct lines lines = lines_of(f, &row, 16 * EM);
    for (size_t i = 0; i < lines.count; i++) {
        uint32_t end = row.glyphs[lines.list[i].to - 1].cluster;
        hyphens += lines.list[i].is_hyphenated;
        assert_true(!lines.list[i].is_hyphenated || end >= middle);
    }
    assert_true(hyphens > 0);
}

static void test_a_language_without_patterns_is_named_once(void **state)
{
    struct fixture *f = *state;
    struct diagnostics *diags = diagnostics_new(f->arena);
    for (size_t i = 0; i < 3; i++) {
        assert_null(hyphenator_patterns(f->hyphenator, TEXT("tlh")));
        assert_null(hyphenator_patterns(f->hyphenator, TEXT("zh-Hant")));
        assert_null(hyphenator_patterns(f->hyphenator, TEXT("art-xx")));
    }
    hyphenator_report_missing(f->hyphenator, diags);
    assert_int_equal(diags->count, 2);
    assert_int_equal(diags->by_level[LEVEL_INFO], 2);
    struct text said = diagnostic_message(f->arena, diags->items[0], LANG_EN);
    assert_true(text_find(said, TEXT("\"art-xx\""), 0) != TEXT_NOT_FOUND);
}

int main(void)
{
#define ROW_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
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
        ROW_TEST(test_two_marks_that_meet_take_one_and_a_half_squares),
        ROW_TEST(test_a_quarter_em_stands_between_scripts_and_a_typed_blank_adds_nothing),
        ROW_TEST(test_no_gap_stands_at_a_lines_end),
        ROW_TEST(test_simplified_lines_halve_the_marks_at_their_ends),
        ROW_TEST(test_the_ink_of_ragged_lines_begins_at_one_edge),
        ROW_TEST(test_a_full_line_gives_up_space_in_order),
        ROW_TEST(test_a_loose_line_opens_blanks_then_gaps_then_all),
        ROW_TEST(test_a_line_that_cannot_be_filled_is_left_without_holes),
        ROW_TEST(test_the_last_line_is_not_stretched),
        ROW_TEST(test_words_are_parted_where_their_patterns_say),
        ROW_TEST(test_a_hyphen_counts_in_its_lines_width),
        ROW_TEST(test_words_are_parted_by_the_language_of_their_run),
        ROW_TEST(test_a_language_without_patterns_is_named_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
