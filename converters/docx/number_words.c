#include "converters/docx/number_words.h"

static const char *const ones_en[] = {"",        "one",     "two",       "three",    "four",
                                      "five",    "six",     "seven",     "eight",    "nine",
                                      "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const tens_en[] = {"",      "",      "twenty",  "thirty", "forty",
                                      "fifty", "sixty", "seventy", "eighty", "ninety"};
static const char *const ordinals_en[] = {
    "",           "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
static const char *const tens_ordinal_en[] = {"",          "",         "twentieth", "thirtieth",
                                              "fortieth",  "fiftieth", "sixtieth",  "seventieth",
                                              "eightieth", "ninetieth"};

static void write_below_hundred(struct text_buffer *out, int32_t n, bool is_ordinal)
{
    const char *const *ones = is_ordinal ? ordinals_en : ones_en;
    if (n < 20) {
        buffer_append_string(out, ones[n]);
        return;
    }
    buffer_append_string(out, (n % 10 == 0 && is_ordinal ? tens_ordinal_en : tens_en)[n / 10]);
    if (n % 10 != 0) {
        buffer_append_byte(out, '-');
        buffer_append_string(out, ones[n % 10]);
    }
}

void number_words(struct text_buffer *out, int32_t n, bool is_ordinal)
{
    size_t begin = out->size;
    if (n < 1 || n > 999) { /* no list counts further in words */
        buffer_append_int(out, n);
        return;
    }
    if (n >= 100) {
        buffer_append_string(out, ones_en[n / 100]);
        buffer_append_string(out, n % 100 != 0 ? " hundred "
                                  : is_ordinal ? " hundredth"
                                               : " hundred");
    }
    write_below_hundred(out, n % 100, is_ordinal);
    if (out->data[begin] >= 'a')
        out->data[begin] = (char)(out->data[begin] - 'a' + 'A');
}
