#include "converters/doc/mhtml.h"
#include "tests/unit/unit.h"

static void assert_page(const char *archive, const char *expected)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct text page = mhtml_page(arena, text_from_string(archive));
    if (!text_is(page, expected))
        fail_msg("\"%.*s\" is not \"%s\"", TEXT_ARGS(page), expected);
    arena_close(arena);
}

#define HEAD "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"=_x\"\r\n\r\n"

static void test_the_first_page_among_the_parts_is_found(void **state)
{
    (void)state;
    assert_page(HEAD "ignored\r\n--=_x\r\nContent-Type: image/png\r\n\r\nAAAA\r\n--=_x\r\n"
                     "content-type: Text/HTML\r\n\r\n<p>a</p>\r\n--=_x--\r\n",
                "<p>a</p>\r");
    assert_page(HEAD "--=_x\r\nContent-Type: image/png\r\n\r\nAAAA\r\n--=_x--", "");
    assert_page("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>", "<p>");
    assert_page("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x; a=b\n\n--x\n"
                "Content-Type: text/html\n\nb",
                "b");
}

static void test_quoted_bytes_and_lines_are_joined(void **state)
{
    (void)state;
    assert_page(
        "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<a b=3D'=E5=\n=B4=97'>  \nx=zz=4",
        "<a b='\xE5\xB4\x97'>\nx=zz=4\n");
}

static void test_base64_is_decoded_over_lines(void **state)
{
    (void)state;
    assert_page("Content-Type: text/html\nContent-Transfer-Encoding: BASE64\n\nPHA+\r\n5bKX\r\n",
                "<p>\xE5\xB2\x97");
}

static void test_utf_8_that_only_the_message_tells_is_marked(void **state)
{
    (void)state;
    assert_page("Content-Type: text/html; charset=\"UTF-8\"\n\na", "\xEF\xBB\xBF"
                                                                   "a");
    assert_page("Content-Type: text/html; charset=utf-8\n\n\xEF\xBB\xBF"
                "a",
                "\xEF\xBB\xBF"
                "a");
    assert_page("Content-Type: text/html; charset=gb2312\n\na", "a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_page_among_the_parts_is_found),
        cmocka_unit_test(test_quoted_bytes_and_lines_are_joined),
        cmocka_unit_test(test_base64_is_decoded_over_lines),
        cmocka_unit_test(test_utf_8_that_only_the_message_tells_is_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
