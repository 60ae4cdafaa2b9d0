#include "core/base/charset.h"
#include "core/base/text_buffer.h"
#include "tests/unit/unit.h"
#include <string.h>
#include <unicode/ucnv.h>

static const char words[] = "# 崗位名稱\n\n負責受理客戶的諮詢，遵循服務規程，確保客戶滿意。\n";
static const char words_hans[] = "# 岗位名称\n\n负责受理客户的咨询，遵循服务规程，确保客户满意。\n";

static enum status decode(struct arena *arena, struct text bytes, struct text *text,
                          struct diagnostics **diags)
{
    static const struct source source = {.path = "a.md"};
    *diags = diagnostics_new(arena);
    return charset_decode(arena, &source, bytes, text, *diags);
}

static struct text encode(struct arena *arena, const char *charset, const char *mark,
                          size_t mark_size, const char *utf8)
{
    UErrorCode error = U_ZERO_ERROR;
    size_t size = strlen(utf8) * 4 + 16;
    char *bytes = arena_alloc(arena, size);
    memcpy(bytes, mark, mark_size);
    int32_t length = ucnv_convert(charset, "UTF-8", bytes + mark_size, (int32_t)(size - mark_size),
                                  utf8, (int32_t)strlen(utf8), &error);
    assert_true(U_SUCCESS(error));
    return (struct text){bytes, mark_size + (size_t)length};
}

static void assert_reads(const char *charset, const char *mark, size_t mark_size, const char *utf8)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags;
    struct text text = {0};
    enum status status =
        decode(arena, encode(arena, charset, mark, mark_size, utf8), &text, &diags);
    assert_int_equal(status, STATUS_OK);
    if (!text_is(text, utf8))
        fail_msg("%s: %.*s", charset, TEXT_ARGS(text));
    arena_close(arena);
}

static void test_utf8_is_borrowed_without_its_mark(void **state)
{
    (void)state;
    assert_reads("UTF-8", "", 0, words);
    assert_reads("UTF-8", "\xEF\xBB\xBF", 3, words);
}

static void test_utf16_is_read_with_and_without_its_mark(void **state)
{
    (void)state;
    assert_reads("UTF-16LE", "\xFF\xFE", 2, words);
    assert_reads("UTF-16BE", "\xFE\xFF", 2, words);
    assert_reads("UTF-16LE", "", 0, words);
    assert_reads("UTF-16BE", "", 0, "plain English\n");
}

static void test_gb18030_and_big5_are_told_apart(void **state)
{
    (void)state;
    assert_reads("GB18030", "", 0, words_hans);
    assert_reads("GB18030", "", 0, "职责\n");
    assert_reads("Big5", "", 0, words);
    assert_reads("Big5", "", 0, "職責：負責受理\n");
}

static void test_broken_utf8_is_an_error_that_names_the_byte(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags;
    struct text text = TEXT("untouched"), bytes = TEXT("崗位職責與績效\xFF標準的說明文字");
    assert_int_equal(decode(arena, bytes, &text, &diags), STATUS_INPUT);
    assert_true(text_is(text, "untouched"));
    assert_int_equal(diags->count, 1);
    assert_true(text_is(diags->items[0]->args[0], "21"));
    assert_true(text_is(diags->items[0]->args[1], "0xFF"));
    arena_close(arena);
}

static void test_western_bytes_are_not_guessed(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags;
    struct text text = {0};
    assert_int_equal(decode(arena, TEXT("what you\x92ll do: caf\xE9 work"), &text, &diags),
                     STATUS_INPUT);
    assert_true(text_is(diags->items[0]->args[0], "8"));
    arena_close(arena);
}

static void test_a_named_charset_is_used_and_its_faults_are_named(void **state)
{
    (void)state;
    static const struct source source = {.path = "a.xml"};
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags = diagnostics_new(arena);
    struct text text = {0};
    assert_int_equal(
        charset_decode_from(arena, &source, TEXT("\xD6\xB0\xD4\xF0"), TEXT("gb2312"), &text, diags),
        STATUS_OK);
    assert_true(text_is(text, "职责"));
    assert_int_equal(charset_decode_from(arena, &source, TEXT("a"), TEXT("klingon"), &text, diags),
                     STATUS_INPUT);
    assert_int_equal(
        charset_decode_from(arena, &source, TEXT("ab\xD6"), TEXT("GB18030"), &text, diags),
        STATUS_INPUT);
    assert_true(text_is(diags->items[1]->args[0], "2"));
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8_is_borrowed_without_its_mark),
        cmocka_unit_test(test_utf16_is_read_with_and_without_its_mark),
        cmocka_unit_test(test_gb18030_and_big5_are_told_apart),
        cmocka_unit_test(test_broken_utf8_is_an_error_that_names_the_byte),
        cmocka_unit_test(test_western_bytes_are_not_guessed),
        cmocka_unit_test(test_a_named_charset_is_used_and_its_faults_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
