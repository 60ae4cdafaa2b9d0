#include "core/base/text_buffer.h"
#include "core/model/also_traditional.h"
#include "core/model/fold.h"
#include "tests/unit/unit.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static void expect_label(const char *written, const char *folded)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct text got = fold_label(arena, text_from_string(written));
    assert_string_equal(text_to_string(arena, got), folded);
    arena_close(arena);
}

static void test_scripts_and_widths_fold_to_the_same_text(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text hant = fold_text(arena, TEXT("崗位職責　ＫＰＩ"));
    struct text hans = fold_text(arena, TEXT("岗位职责 kpi"));
    assert_true(text_equal(hant, hans));
    assert_true(text_is(fold_text(arena, TEXT(" a \t b ")), "a b"));
    assert_true(text_is(fold_text(arena, TEXT("做甚麼")), "做什么"));
    assert_true(text_is(fold_text(arena, TEXT("做 甚麼 ①")), "做什么 1"));
    /* U+FDFA, which folding makes 18 characters long. */
    assert_int_equal(text_code_points(fold_text(arena, TEXT("\xEF\xB7\xBA"))), 18);
    arena_close(arena);
}

static void test_a_label_loses_its_dress(void **state)
{
    (void)state;
    expect_label("📌崗位職責：", "岗位职责");
    expect_label("职　　责", "职责");
    expect_label("【任职资格】", "任职资格");
    expect_label("⻆色:", "角色");
    expect_label("• Tools:", "tool");
    expect_label("J O B   T I T L E :", "job title");
    expect_label("", "");
    expect_label("：—", "");
}

static void test_a_label_loses_its_number(void **state)
{
    (void)state;
    expect_label("一、岗位职责", "岗位职责");
    expect_label("(2) 權限", "权限");
    expect_label("3.1 Duties", "duty");
    expect_label("Ⅳ. Purpose", "purpose");
    expect_label("第一條 職責", "职责");
    expect_label("第六部分　工作關係", "工作关系");
    expect_label("Section 4: Candidate profile", "candidate profile");
    expect_label("PART B – Duties", "duty");
    expect_label("Part time", "part time");
    expect_label("①工具", "工具");
}

static void test_words_that_begin_like_numbers_stay(void **state)
{
    (void)state;
    expect_label("一般要求", "一般要求");
    expect_label("ISCO", "isco");
    expect_label("Vision", "vision");
    expect_label("Status", "status");
    expect_label("福利(五险一金)", "福利(五险一金)");
}

static void test_each_han_character_folds_as_icu_simplifies_it(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    UErrorCode error = U_ZERO_ERROR;
    UTransliterator *to_hans =
        utrans_openU(u"Hant-Hans", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    size_t changed = 0;
    for (UChar32 c = 0x4E00; c < 0xA000; c++) {
        UChar text[8] = {(UChar)c};
        int32_t size = 1, limit = 1;
        utrans_transUChars(to_hans, text, &size, 8, 0, &limit, &error);
        struct text_buffer from = text_buffer_new(arena), to = text_buffer_new(arena);
        buffer_append_code_point(&from, (uint32_t)c);
        buffer_append_code_point(&to, text[0]);
        if (size == 1 && u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH))
            assert_true(text_equal(fold_text(arena, buffer_text(&from)), buffer_text(&to)));
        changed += text[0] != (UChar)c;
    }
    assert_true(U_SUCCESS(error));
    assert_true(changed > 2000);
    utrans_close(to_hans);
    arena_close(arena);
}

static bool is_also_traditional(uint32_t c)
{
    const struct text also = TEXT(ALSO_TRADITIONAL);
    for (size_t at = 0; at < also.size;)
        if (text_next(also, &at) == c)
            return true;
    return false;
}

static void test_simplified_forms_are_what_traditional_ones_fold_to(void **state)
{
    (void)state;
    static uint32_t sources[FOLD_END - FOLD_FIRST];
    size_t wrong = 0;
    fold_sources(sources);
    for (uint32_t c = FOLD_FIRST; c < FOLD_END; c++) {
        bool is_form = sources[c - FOLD_FIRST] != 0 && !is_also_traditional(c);
        wrong += is_simplified_form(c) != is_form;
    }
    assert_int_equal(wrong, 0);
    assert_true(is_simplified_form(0x5C97));  /* 岗 */
    assert_false(is_simplified_form(0x5D17)); /* 崗 */
    assert_false(is_simplified_form(0x540E)); /* 后 */
}

/* NFKC_Casefold by ICU, and what rolebook adds to it, of a text of one or two characters. */
static struct text folded_by_icu(struct arena *arena, const UChar *wide, int32_t wide_size)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar folded[64];
    char bytes[256];
    int32_t size;
    int32_t folded_size = unorm2_normalize(unorm2_getNFKCCasefoldInstance(&error), wide, wide_size,
                                           folded, 64, &error);
    u_strToUTF8(bytes, sizeof bytes, &size, folded, folded_size, &error);
    assert_true(U_SUCCESS(error));
    struct text all = {bytes, (size_t)size};
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < all.size;) {
        uint32_t c = fold_character(text_next(all, &i));
        if (!is_blank_code_point(c))
            buffer_append_code_point(&out, c == 0x2018 || c == 0x2019 ? '\'' : c);
    }
    return buffer_text(&out);
}

static void test_each_character_folds_as_icu_folds_it_alone_and_before_a_mark(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    for (uint32_t c = 1; c < 0xD800; c++) {
        const UChar wide[2] = {(UChar)c, 0x0301};
        for (int32_t size = 1; size <= 2; size++) {
            struct text_buffer text = text_buffer_new(arena);
            for (int32_t i = 0; i < size; i++)
                buffer_append_code_point(&text, wide[i]);
            assert_true(
                text_equal(fold_text(arena, buffer_text(&text)), folded_by_icu(arena, wide, size)));
        }
    }
    for (uint32_t c = 0xFF00; c <= 0xFFFF; c++) {
        const UChar wide = (UChar)c;
        struct text_buffer text = text_buffer_new(arena);
        buffer_append_code_point(&text, c);
        assert_true(
            text_equal(fold_text(arena, buffer_text(&text)), folded_by_icu(arena, &wide, 1)));
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scripts_and_widths_fold_to_the_same_text),
        cmocka_unit_test(test_each_han_character_folds_as_icu_simplifies_it),
        cmocka_unit_test(test_simplified_forms_are_what_traditional_ones_fold_to),
        cmocka_unit_test(test_each_character_folds_as_icu_folds_it_alone_and_before_a_mark),
        cmocka_unit_test(test_a_label_loses_its_dress),
        cmocka_unit_test(test_a_label_loses_its_number),
        cmocka_unit_test(test_words_that_begin_like_numbers_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
