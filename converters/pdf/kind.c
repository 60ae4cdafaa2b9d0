#include "converters/pdf/kind.h"
#include "core/base/script.h"

/* Both cases of ASCII letters; digits and signs. */
static enum kind kind_of_ascii(uint32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return KIND_LETTER;
    if (c >= '0' && c <= '9')
        return KIND_DIGIT;
    return c == ' '    ? KIND_BLANK
           : c == '\n' ? KIND_BREAK
           : c == '%'  ? KIND_UNIT
           : c == '$'  ? KIND_CURRENCY
                       : KIND_OTHER;
}

/* U+2010 to U+203F; what is not named is a symbol. */
static const uint8_t general[0x30] = {
    [0x03] = KIND_CONNECTOR, [0x04] = KIND_DASH,    [0x05] = KIND_DASH,       [0x08] = KIND_OPENING,
    [0x09] = KIND_CLOSING,   [0x0C] = KIND_OPENING, [0x0D] = KIND_CLOSING,    [0x15] = KIND_DASH,
    [0x16] = KIND_DASH,      [0x20] = KIND_UNIT,    [0x17] = KIND_INTERPUNCT,
};

/* U+3000 to U+301F */
static const uint8_t ideographic[0x20] = {
    [0x00] = KIND_WIDE_BLANK, [0x01] = KIND_PAUSE,     [0x02] = KIND_STOP,    [0x03] = KIND_HAN,
    [0x05] = KIND_HAN,        [0x06] = KIND_HAN,       [0x07] = KIND_HAN,     [0x08] = KIND_OPENING,
    [0x09] = KIND_CLOSING,    [0x0A] = KIND_OPENING,   [0x0B] = KIND_CLOSING, [0x0C] = KIND_OPENING,
    [0x0D] = KIND_CLOSING,    [0x0E] = KIND_OPENING,   [0x0F] = KIND_CLOSING, [0x10] = KIND_OPENING,
    [0x11] = KIND_CLOSING,    [0x14] = KIND_OPENING,   [0x15] = KIND_CLOSING, [0x16] = KIND_OPENING,
    [0x17] = KIND_CLOSING,    [0x18] = KIND_OPENING,   [0x19] = KIND_CLOSING, [0x1A] = KIND_OPENING,
    [0x1B] = KIND_CLOSING,    [0x1C] = KIND_CONNECTOR, [0x1D] = KIND_OPENING, [0x1E] = KIND_CLOSING,
    [0x1F] = KIND_CLOSING,
};

/* U+FF00 to U+FF6F without letters and digits, which are set as Han. */
static enum kind kind_of_fullwidth(uint32_t c)
{
    static const struct {
        uint16_t character;
        uint8_t kind;
    } marks[] = {{0xFF01, KIND_STOP},      {0xFF05, KIND_UNIT},       {0xFF04, KIND_CURRENCY},
                 {0xFF08, KIND_OPENING},   {0xFF09, KIND_CLOSING},    {0xFF0C, KIND_PAUSE},
                 {0xFF0E, KIND_STOP},      {0xFF0F, KIND_CONNECTOR},  {0xFF1A, KIND_PAUSE},
                 {0xFF1B, KIND_PAUSE},     {0xFF1F, KIND_STOP},       {0xFF3B, KIND_OPENING},
                 {0xFF3D, KIND_CLOSING},   {0xFF5B, KIND_OPENING},    {0xFF5D, KIND_CLOSING},
                 {0xFF5E, KIND_CONNECTOR}, {0xFF5F, KIND_OPENING},    {0xFF60, KIND_CLOSING},
                 {0xFF61, KIND_STOP},      {0xFF62, KIND_OPENING},    {0xFF63, KIND_CLOSING},
                 {0xFF64, KIND_PAUSE},     {0xFF65, KIND_INTERPUNCT}, {0xFFE5, KIND_CURRENCY}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].character == c)
            return marks[i].kind;
    return KIND_OTHER;
}

enum kind kind_of(uint32_t c)
{
    if (c < 0x80)
        return kind_of_ascii(c);
    if (c >= 0x3400 && c <= 0x9FFF)
        return KIND_HAN;
    if (c >= 0x3000 && c < 0x3020)
        return ideographic[c - 0x3000];
    if (c >= 0xFF00 && c <= 0xFFEF)
        return kind_of_fullwidth(c);
    if (c >= 0x2010 && c < 0x2040)
        return general[c - 0x2010];
    if (c == 0xB7 || c == 0x30FB)
        return KIND_INTERPUNCT;
    if (c == 0xB0 || c == 0x2103 || c == 0x2109)
        return KIND_UNIT;
    if ((c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF))
        return KIND_CURRENCY;
    if (c >= 0xC0 && c < 0x2000)
        return KIND_LETTER;
    if (c == 0x22EF) /* ⋯, an ellipsis in the middle of its square */
        return KIND_DASH;
    return c >= 0x3041 && is_han_like(c) ? KIND_HAN : KIND_OTHER;
}

bool kind_is_mark(enum kind kind) { return kind >= KIND_OPENING && kind <= KIND_STOP; }

bool kind_may_begin(enum kind kind)
{
    return kind != KIND_CLOSING && kind != KIND_PAUSE && kind != KIND_STOP &&
           kind != KIND_INTERPUNCT && kind != KIND_CONNECTOR && kind != KIND_UNIT;
}

bool kind_may_end(enum kind kind) { return kind != KIND_OPENING && kind != KIND_CURRENCY; }
