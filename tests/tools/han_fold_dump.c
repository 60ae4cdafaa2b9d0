/* Writes core/model/han_fold.inc: ICU's Hant-Hans, character by character: HAN(from, to). */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

int main(void)
{
    UErrorCode error = U_ZERO_ERROR;
    static const UChar name[] = u"Hant-Hans";
    UTransliterator *to_hans = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    if (U_FAILURE(error)) {
        fprintf(stderr, "han_fold_dump: %s\n", u_errorName(error));
        return EXIT_FAILURE;
    }
    puts("/* Made by tests/tools/han_fold_dump from ICU's Hant-Hans; a test keeps it so. */");
    for (UChar32 c = 0x2E80; c < 0x30000; c++) {
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
        if (characters == 1 && to[0] != c)
            printf("HAN(0x%04X, 0x%04X)\n", (unsigned)c, (unsigned)to[0]);
    }
    utrans_close(to_hans);
    return U_SUCCESS(error) ? EXIT_SUCCESS : EXIT_FAILURE;
}
