/* Words are parted where the patterns of their language say. */
#include "tests/unit/converters/pdf/glyph_rows.h"

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
    const struct CMUnitTest tests[] = {
        ROW_TEST(test_words_are_parted_where_their_patterns_say),
        ROW_TEST(test_a_hyphen_counts_in_its_lines_width),
        ROW_TEST(test_words_are_parted_by_the_language_of_their_run),
        ROW_TEST(test_a_language_without_patterns_is_named_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
