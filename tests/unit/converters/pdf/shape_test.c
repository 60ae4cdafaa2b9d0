#include "converters/pdf/font.h"
#include "converters/pdf/shape.h"
#include "tests/unit/unit.h"
#include <hb.h>
#include <stdio.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct diagnostics *diags;
    struct fonts *fonts;
    struct shaper *shaper;
    const struct font *font;
};

static int set_up(void **state)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct fixture *fixture = arena_new(arena, struct fixture);
    const struct text none[FONT_FAMILY_COUNT] = {{0}};
    fixture->arena = arena;
    fixture->diags = diagnostics_new(arena);
    fixture->fonts = fonts_open(none, none, TEXT("zh-Hant"), fixture->diags);
    assert_non_null(fixture->fonts);
    fixture->shaper = shaper_open(fixture->fonts);
    fixture->font = fonts_find(fixture->fonts, (struct font_wish){.language = TEXT("zh-Hant")});
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    shaper_close(fixture->shaper);
    fonts_close(fixture->fonts);
    arena_close(fixture->arena);
    return 0;
}

static struct glyph *shape(struct fixture *fixture, const char *text, size_t *count)
{
    return shape_text(fixture->shaper, fixture->arena, fixture->font, 10500, text_from_string(text),
                      count);
}

static void test_han_characters_are_an_em_wide_each(void **state)
{
    size_t count;
    struct glyph *glyphs = shape(*state, "職責，𠮷", &count);
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(glyphs[i].advance, 10500);
    assert_int_equal(glyphs[3].cluster, 9);
    assert_int_equal(glyphs[3].bytes, 4);
}

/* The direct way must agree with HarfBuzz over a whole line. */
static void test_the_direct_way_gives_what_harfbuzz_gives(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "「誠信、專業」：（參閱《勞動基準法》）；第１２條。《擠壓》、【注】！？";
    size_t count;
    struct glyph *glyphs = shape(fixture, text, &count);
    const struct face *face = fonts_face(fixture->fonts, glyphs[0].face);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->hb_font, buffer, NULL, 0);
    unsigned expected;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &expected);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, NULL);
    assert_int_equal(count, expected);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(glyphs[i].id, infos[i].codepoint);
        assert_int_equal(glyphs[i].cluster, infos[i].cluster);
        assert_int_equal(glyphs[i].advance, places[i].x_advance * 10500 / face->units_per_em);
    }
    hb_buffer_destroy(buffer);
}

static void test_quotes_are_narrow_between_letters_and_wide_among_han(void **state)
{
    struct fixture *fixture = *state;
    const struct font *latin =
        fonts_find(fixture->fonts, (struct font_wish){.language = TEXT("en")});
    struct text quote = TEXT("\xE2\x80\x99"); /* U+2019 */
    assert_int_equal(shape_width(fixture->shaper, fixture->font, 10000, quote), 10000);
    assert_true(shape_width(fixture->shaper, latin, 10000, quote) < 5000);
}

static void test_clusters_cover_the_text_in_order(void **state)
{
    const char *text = "\u200Boffice 職\u00ADe\u0301x\u0323\u0302 AVA\u200B";
    size_t count, at = 0;
    struct glyph *glyphs = shape(*state, text, &count);
    for (size_t i = 0; i < count; i++) {
        if (glyphs[i].bytes == 0)
            continue;
        assert_int_equal(glyphs[i].cluster, at);
        at += glyphs[i].bytes;
    }
    assert_int_equal(at, strlen(text));
}

static void test_latin_is_kerned_and_ligated(void **state)
{
    struct fixture *fixture = *state;
    size_t count;
    shape(fixture, "office", &count);
    assert_true(count < 6);
    int32_t apart = shape_width(fixture->shaper, fixture->font, 10500, TEXT("A")) +
                    shape_width(fixture->shaper, fixture->font, 10500, TEXT("V"));
    assert_true(shape_width(fixture->shaper, fixture->font, 10500, TEXT("AV")) < apart);
}

static void test_a_width_is_the_sum_of_the_advances(void **state)
{
    struct fixture *fixture = *state;
    struct text text = TEXT("完成率 95% of calls，service");
    size_t count;
    int32_t sum = 0;
    struct glyph *glyphs =
        shape_text(fixture->shaper, fixture->arena, fixture->font, 9000, text, &count);
    for (size_t i = 0; i < count; i++)
        sum += glyphs[i].advance;
    assert_int_equal(shape_width(fixture->shaper, fixture->font, 9000, text), sum);
}

static void test_regions_have_their_own_faces(void **state)
{
    struct fixture *fixture = *state;
    size_t count;
    uint16_t faces[3];
    const char *const languages[] = {"zh-Hant", "zh-Hans", "en"};
    for (size_t i = 0; i < 3; i++) {
        struct font_wish wish = {.language = text_from_string(languages[i])};
        const struct font *font = fonts_find(fixture->fonts, wish);
        faces[i] =
            shape_text(fixture->shaper, fixture->arena, font, 10500, TEXT("骨"), &count)->face;
    }
    assert_int_not_equal(faces[0], faces[1]);
    assert_int_equal(faces[0], faces[2]); /* as the document */
}

static const struct face *face_of(struct fixture *fixture, struct font_wish wish, const char *text)
{
    size_t count;
    const struct font *font = fonts_find(fixture->fonts, wish);
    struct glyph *glyphs =
        shape_text(fixture->shaper, fixture->arena, font, 10500, text_from_string(text), &count);
    return fonts_face(fixture->fonts, glyphs->face);
}

/* Sans and serif, regular and bold: each language has its own shapes, and no weight is faked. */
static void test_languages_have_regular_and_bold_faces_of_their_own(void **state)
{
    static const struct {
        const char *language, *region;
    } rows[] = {{"zh-Hant", "tc"},    {"zh-Hant-TW", "tc"}, {"zh-TW", "tc"}, {"zh-Hans", "sc"},
                {"zh-Hans-CN", "sc"}, {"zh-HK", "hk"},      {"ja", "jp"},    {"zh-Hant-HK", "hk"}};
    static const char *const families[] = {
        [FONT_SANS] = "NotoSansCJK", [FONT_SERIF] = "NotoSerifCJK"};
    for (size_t i = 0; i < 4 * sizeof rows / sizeof *rows; i++) {
        struct font_wish wish = {.family = i % 2 ? FONT_SERIF : FONT_SANS,
                                 .bold = i / 2 % 2 == 1,
                                 .language = text_from_string(rows[i / 4].language)};
        char name[64];
        snprintf(name, sizeof name, "%s%s-%s", families[wish.family], rows[i / 4].region,
                 wish.bold ? "Bold" : "Regular");
        const struct face *face = face_of(*state, wish, "骨");
        assert_string_equal(face->name, name);
        assert_false(face->origin.is_faked_bold);
    }
}

static void test_a_mark_takes_its_letter_to_a_font_that_has_both(void **state)
{
    struct fixture *fixture = *state;
    size_t count;
    struct glyph *glyphs = shape(fixture, "ax\u0323\u0302b", &count);
    uint32_t glyph;
    if (!face_has(fonts_face(fixture->fonts, glyphs[1].face), 0x323, &glyph))
        skip(); /* no font here has that mark */
    for (size_t i = 0; i < count; i++)
        assert_int_not_equal(glyphs[i].id, 0);
    assert_int_equal(glyphs[1].bytes, 5);
    assert_int_equal(glyphs[0].face, glyphs[count - 1].face);
}

static void test_what_no_font_has_is_reported_by_name(void **state)
{
    struct fixture *fixture = *state;
    size_t count;
    struct glyph *glyphs = shape(fixture, "\U0010FF0D職", &count);
    assert_int_equal(glyphs[count - 1].bytes, 3);
    assert_int_equal(fonts_report_missing(fixture->fonts, fixture->diags), STATUS_OK);
    assert_int_equal(fixture->diags->count, 1);
    struct text said = diagnostic_message(fixture->arena, fixture->diags->items[0], LANG_EN);
    assert_true(text_find(said, TEXT("U+10FF0D"), 0) != TEXT_NOT_FOUND);
    assert_int_equal(fonts_report_missing(fixture->fonts, fixture->diags), STATUS_OK);
    assert_int_equal(fixture->diags->count, 1);
}

static void test_many_different_words_do_not_confuse_the_cache(void **state)
{
    struct fixture *fixture = *state;
    char word[32];
    int32_t first = 0;
    for (unsigned i = 0; i < 40000; i++) {
        snprintf(word, sizeof word, "w%u", i);
        int32_t width = shape_width(fixture->shaper, fixture->font, 10000, text_from_string(word));
        if (i == 0)
            first = width;
    }
    assert_int_equal(shape_width(fixture->shaper, fixture->font, 10000, TEXT("w0")), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_han_characters_are_an_em_wide_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_direct_way_gives_what_harfbuzz_gives, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_quotes_are_narrow_between_letters_and_wide_among_han,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_clusters_cover_the_text_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_latin_is_kerned_and_ligated, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_width_is_the_sum_of_the_advances, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_regions_have_their_own_faces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_languages_have_regular_and_bold_faces_of_their_own,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_mark_takes_its_letter_to_a_font_that_has_both,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_no_font_has_is_reported_by_name, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_many_different_words_do_not_confuse_the_cache, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
