/*
 * Writes core/model/han_fold.inc: ICU's Hant-Hans, character by character: HAN(from, to).
 * With the argument "simplified", core/model/simplified_forms.inc: FORM(to), each once, less what
 * Traditional texts have too.
 */
#include "core/model/also_traditional.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define END 0x30000

static bool is_also_traditional(UChar32 c)
{
    static const uint8_t also[] = ALSO_TRADITIONAL;
    for (int32_t at = 0; at < (int32_t)sizeof also - 1;) {
        UChar32 next;
        U8_NEXT(also, at, (int32_t)sizeof also - 1, next);
        if (next == c)
            return true;
    }
    return false;
}

static void say_forms(const bool *is_simplified)
{
    for (UChar32 c = 0x3400; c < 0xA000; c++)
        if (is_simplified[c] && !is_also_traditional(c))
            printf("FORM(0x%04X)\n", (unsigned)c);
}

int main(int count, char **arguments)
{
    static bool is_simplified[END];
    (void)arguments;
    UErrorCode error = U_ZERO_ERROR;
    static const UChar name[] = u"Hant-Hans";
    UTransliterator *to_hans = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    if (U_FAILURE(error)) {
        fprintf(stderr, "han_fold_dump: %s\n", u_errorName(error));
        return EXIT_FAILURE;
    }
    puts("/* Made by tests/tools/han_fold_dump from ICU's Hant-Hans; a test keeps it so. */");
    for (UChar32 c = 0x2E80; c < END; c++) {
        if (!u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH))
            continue;
        UChar text[8];
        int32_t size = 0, limit;
        U16_APPEND_UNSAFE(text, size, c);
        limit = size;
        utrans_transUChars(to_hans, text, &size, 8, 0, &limit, &error);
        UChar32 to[8];
        int32_t characters = 0;
        u_strToUTF32(to, 8, &characters, text, size, &error);
        if (characters != 1 || to[0] == c)
            continue;
        is_simplified[to[0]] = true;
        if (count == 1)
            printf("HAN(0x%04X, 0x%04X)\n", (unsigned)c, (unsigned)to[0]);
    }
    if (count > 1)
        say_forms(is_simplified);
    utrans_close(to_hans);
    return U_SUCCESS(error) ? EXIT_SUCCESS : EXIT_FAILURE;
}
