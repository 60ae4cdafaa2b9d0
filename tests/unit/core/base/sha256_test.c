#include "core/base/base64.h"
#include "core/base/sha256.h"
#include "tests/unit/unit.h"
#include <string.h>

static void test_digests_are_those_of_the_standard(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    /* NIST, examples of FIPS 180-4, and a text of one whole block */
    static const struct {
        const char *words, *digest; /* in Base64 */
    } rows[] = {
        {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
        {"abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned char digest[SHA256_SIZE];
        struct text_buffer out = text_buffer_new(arena);
        sha256(text_from_string(rows[i].words), digest);
        base64_append(&out, (struct text){(const char *)digest, sizeof digest});
        assert_string_equal(buffer_string(&out), rows[i].digest);
    }
    arena_close(arena);
}

static void test_base64_pads_what_is_left_over(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    static const char *const rows[][2] = {
        {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < 5; i++) { /* RFC 4648, section 10 */
        struct text_buffer out = text_buffer_new(arena);
        base64_append(&out, text_from_string(rows[i][0]));
        assert_string_equal(buffer_string(&out), rows[i][1]);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digests_are_those_of_the_standard),
        cmocka_unit_test(test_base64_pads_what_is_left_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
