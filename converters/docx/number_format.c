#include "converters/docx/number_format.h"
#include "converters/docx/number_words.h"
#include <assert.h>
#include <stdlib.h>

typedef void write_number(struct text_buffer *out, const struct number_format *format, int32_t n);

struct number_format {
    struct text name;
    write_number *write;
    const char *const *words; /* what write works with */
    int32_t count;            /* of words; or a width, or a first code point */
};

static void write_decimal(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)format;
    buffer_append_int(out, n);
}

static void write_nothing(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)out, (void)format, (void)n;
}

/* Padded with zeros to a width. */
static void write_padded(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    buffer_append_format(out, "%0*d", (int)format->count, (int)n);
}

static void write_hex(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)format;
    buffer_append_format(out, "%X", (unsigned)n);
}

static void write_in_dashes(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)format;
    buffer_append_format(out, "- %d -", (int)n);
}

/* ---- letters ---- */

/* a … z, aa, bb …: Word repeats the letter (17.18.59, lowerLetter). */
static void write_repeated(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    int32_t times = n < 1 ? 0 : (n - 1) / format->count + 1;
    if (times < 1 || times > 100) {
        buffer_append_int(out, n);
        return;
    }
    for (; times > 0; times--)
        buffer_append_string(out, format->words[(n - 1) % format->count]);
}

/* A row of words, begun again behind its end. */
static void write_cycled(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    if (n < 1)
        buffer_append_int(out, n);
    else
        buffer_append_string(out, format->words[(n - 1) % format->count]);
}

/* A row of words, and decimal behind its end. */
static void write_listed(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    if (n < 1 || n > format->count)
        buffer_append_int(out, n);
    else
        buffer_append_string(out, format->words[n - 1]);
}

static void write_roman(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    static const int32_t values[] = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    if (n < 1 || n > 32767) {
        buffer_append_int(out, n);
        return;
    }
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        for (; n >= values[i]; n -= values[i])
            buffer_append_string(out, format->words[i]);
}

static void write_ordinal(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    (void)format;
    int32_t last = abs(n % 10), tens = abs(n / 10 % 10);
    buffer_append_int(out, n);
    buffer_append_string(out, endings[tens == 1 || last > 3 ? 0 : last]);
}

static void write_cardinal(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)format;
    number_words(out, n, false);
}

static void write_ordinal_words(struct text_buffer *out, const struct number_format *format,
                                int32_t n)
{
    (void)format;
    number_words(out, n, true);
}

/* ---- digits of East Asia ---- */

/* Digit by digit; words are 0 to 9. */
static void write_digits(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    char digits[16] = {0};
    int size = 0;
    if (n < 0) {
        buffer_append_int(out, n);
        return;
    }
    do
        digits[size++] = (char)(n % 10);
    while ((n /= 10) > 0);
    while (size > 0)
        buffer_append_string(out, format->words[(int)digits[--size]]);
}

/*
 * Words for counting: 0 to 9, then the units ten, hundred, thousand, then ten thousand; the next
 * says with "1" that ten is written with its one in front (壹拾), the last with "0" that zeros
 * inside are left out (Japanese).
 */
enum counting { UNITS = 10, TEN_THOUSAND = 13, ONE_TEN, ZEROS, COUNTING_WORDS };

static void write_group(struct text_buffer *out, const char *const *words, int32_t n, bool is_first)
{
    static const int32_t powers[] = {1000, 100, 10, 1};
    bool any = !is_first, zero = false;
    for (size_t i = 0; i < 4; i++) {
        int32_t digit = n / powers[i] % 10;
        if (digit == 0) {
            zero = any;
            continue;
        }
        if (zero && words[ZEROS][0] != '0')
            buffer_append_string(out, words[0]);
        bool drops_one = digit == 1 && i < 3 &&
                         (words[ZEROS][0] == '0' || (i == 2 && !any && words[ONE_TEN][0] != '1'));
        if (!drops_one)
            buffer_append_string(out, words[digit]);
        if (i < 3)
            buffer_append_string(out, words[UNITS + 2 - i]);
        any = true;
        zero = false;
    }
}

/* 十二, 一百零五, 一萬二千. */
static void write_counted(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    if (n < 0 || n > 99999999) {
        buffer_append_int(out, n);
        return;
    }
    if (n == 0)
        buffer_append_string(out, format->words[0]);
    if (n >= 10000) {
        write_group(out, format->words, n / 10000, true);
        buffer_append_string(out, format->words[TEN_THOUSAND]);
    }
    write_group(out, format->words, n % 10000, n < 10000);
}

/* Counted to 99, digit by digit above: 十二, 九十九, 一〇〇 (taiwaneseCounting, chineseCounting).
 */
static void write_counted_short(struct text_buffer *out, const struct number_format *format,
                                int32_t n)
{
    if (n > 99)
        write_digits(out, format, n);
    else
        write_counted(out, format, n);
}

/* Fullwidth digits. */
static void write_fullwidth(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    size_t begin = out->size;
    (void)format;
    buffer_append_int(out, n);
    struct text digits = text_copy(out->arena, text_from(buffer_text(out), begin));
    out->size = begin;
    for (size_t i = 0; i < digits.size; i++)
        buffer_append_code_point(out, 0xFF00u + (uint32_t)(digits.data[i] - 0x20));
}

/* One character each, from count on, up to 20; then decimal. */
static void write_enclosed(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    if (n >= 1 && n <= 20)
        buffer_append_code_point(out, (uint32_t)(format->count + n - 1));
    else
        buffer_append_int(out, n);
}

/* ①…⑳, ㉑…㉟, ㊱…㊿ */
static void write_circled(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)format;
    if (n == 0)
        buffer_append_code_point(out, 0x24EA);
    else if (n >= 1 && n <= 20)
        buffer_append_code_point(out, (uint32_t)(0x2460 + n - 1));
    else if (n >= 21 && n <= 35)
        buffer_append_code_point(out, (uint32_t)(0x3251 + n - 21));
    else if (n >= 36 && n <= 50)
        buffer_append_code_point(out, (uint32_t)(0x32B1 + n - 36));
    else
        buffer_append_int(out, n);
}

/* 甲子, 乙丑 …, sixty of them */
static void write_sexagenary(struct text_buffer *out, const struct number_format *format,
                             int32_t n);

/* ---- the words ---- */

#define WORDS(name, ...) static const char *const name[] = {__VA_ARGS__}
#define COUNTED(words) (words), sizeof(words) / sizeof *(words)

WORDS(lower_letters, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p",
      "q", "r", "s", "t", "u", "v", "w", "x", "y", "z");
WORDS(upper_letters, "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P",
      "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z");
WORDS(lower_roman, "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i");
WORDS(upper_roman, "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");
WORDS(chicago, "*", "†", "‡", "§");
WORDS(stems, "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");
WORDS(branches, "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥");
WORDS(circled_han, "㊀", "㊁", "㊂", "㊃", "㊄", "㊅", "㊆", "㊇", "㊈", "㊉");
WORDS(aiueo, "ｱ", "ｲ", "ｳ", "ｴ", "ｵ", "ｶ", "ｷ", "ｸ", "ｹ", "ｺ", "ｻ", "ｼ", "ｽ", "ｾ", "ｿ", "ﾀ", "ﾁ",
      "ﾂ", "ﾃ", "ﾄ", "ﾅ", "ﾆ", "ﾇ", "ﾈ", "ﾉ", "ﾊ", "ﾋ", "ﾌ", "ﾍ", "ﾎ", "ﾏ", "ﾐ", "ﾑ", "ﾒ", "ﾓ", "ﾔ",
      "ﾕ", "ﾖ", "ﾗ", "ﾘ", "ﾙ", "ﾚ", "ﾛ", "ﾜ", "ｦ", "ﾝ");
WORDS(aiueo_full, "ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ", "ス",
      "セ", "ソ", "タ", "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ", "ネ", "ノ", "ハ", "ヒ", "フ",
      "ヘ", "ホ", "マ", "ミ", "ム", "メ", "モ", "ヤ", "ユ", "ヨ", "ラ", "リ", "ル", "レ", "ロ",
      "ワ", "ヲ", "ン");
WORDS(iroha, "ｲ", "ﾛ", "ﾊ", "ﾆ", "ﾎ", "ﾍ", "ﾄ", "ﾁ", "ﾘ", "ﾇ", "ﾙ", "ｦ", "ﾜ", "ｶ", "ﾖ", "ﾀ", "ﾚ",
      "ｿ", "ﾂ", "ﾈ", "ﾅ", "ﾗ", "ﾑ", "ｳ", "ヰ", "ﾉ", "ｵ", "ｸ", "ﾔ", "ﾏ", "ｹ", "ﾌ", "ｺ", "ｴ", "ﾃ",
      "ｱ", "ｻ", "ｷ", "ﾕ", "ﾒ", "ﾐ", "ｼ", "ヱ", "ﾋ", "ﾓ", "ｾ", "ｽ");
WORDS(iroha_full, "イ", "ロ", "ハ", "ニ", "ホ", "ヘ", "ト", "チ", "リ", "ヌ", "ル", "ヲ", "ワ",
      "カ", "ヨ", "タ", "レ", "ソ", "ツ", "ネ", "ナ", "ラ", "ム", "ウ", "ヰ", "ノ", "オ", "ク",
      "ヤ", "マ", "ケ", "フ", "コ", "エ", "テ", "ア", "サ", "キ", "ユ", "メ", "ミ", "シ", "ヱ",
      "ヒ", "モ", "セ", "ス");
WORDS(ganada, "가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하");
WORDS(chosung, "ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅅ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ");
WORDS(russian_lower, "а", "б", "в", "г", "д", "е", "ж", "з", "и", "к", "л", "м", "н", "о", "п", "р",
      "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ы", "э", "ю", "я");
WORDS(russian_upper, "А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "К", "Л", "М", "Н", "О", "П", "Р",
      "С", "Т", "У", "Ф", "Х", "Ц", "Ч", "Ш", "Щ", "Ы", "Э", "Ю", "Я");
WORDS(thai_letters, "ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ", "ฌ", "ญ", "ฎ", "ฏ", "ฐ", "ฑ", "ฒ", "ณ",
      "ด", "ต", "ถ", "ท", "ธ", "น", "บ", "ป", "ผ", "ฝ", "พ", "ฟ", "ภ", "ม", "ย", "ร", "ล", "ว", "ศ",
      "ษ", "ส", "ห", "ฬ", "อ", "ฮ");
WORDS(thai_digits, "๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙");
WORDS(hindi_digits, "०", "१", "२", "३", "४", "५", "६", "७", "८", "९");
WORDS(arabic_letters, "أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض",
      "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي");
WORDS(hebrew_letters, "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "כ", "ל", "מ", "נ", "ס",
      "ע", "פ", "צ", "ק", "ר", "ש", "ת");

/* 0 to 9, then what enum counting says */
WORDS(han, "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "萬", "0",
      "1");
WORDS(han_taiwan, "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千",
      "萬", "0", "1");
WORDS(han_china, "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万",
      "0", "1");
WORDS(han_japan, "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万",
      "0", "0");
WORDS(legal_traditional, "零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖", "拾", "佰",
      "仟", "萬", "1", "1");
WORDS(legal_simplified, "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰",
      "仟", "万", "1", "1");
WORDS(legal_japan, "零", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九", "拾", "百", "阡",
      "萬", "1", "1");
WORDS(hangul, "영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십", "백", "천", "만",
      "0", "0");
WORDS(native_korean, "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열");

static_assert(sizeof han / sizeof *han == COUNTING_WORDS, "a row of words for counting is whole");

static void write_sexagenary(struct text_buffer *out, const struct number_format *format, int32_t n)
{
    (void)format;
    if (n < 1) {
        buffer_append_int(out, n);
        return;
    }
    buffer_append_string(out, stems[(n - 1) % 10]);
    buffer_append_string(out, branches[(n - 1) % 12]);
}

/* ---- the formats, by name ---- */

#define NAMED(name) TEXT_INIT(name)
static const struct number_format formats[] = {
    {NAMED("aiueo"), write_cycled, COUNTED(aiueo)},
    {NAMED("aiueoFullWidth"), write_cycled, COUNTED(aiueo_full)},
    {NAMED("arabicAbjad"), write_cycled, COUNTED(arabic_letters)},
    {NAMED("arabicAlpha"), write_cycled, COUNTED(arabic_letters)},
    {NAMED("bullet"), write_nothing, NULL, 0},
    {NAMED("cardinalText"), write_cardinal, NULL, 0},
    {NAMED("chicago"), write_repeated, COUNTED(chicago)},
    {NAMED("chineseCounting"), write_counted_short, COUNTED(han)},
    {NAMED("chineseCountingThousand"), write_counted, COUNTED(han_china)},
    {NAMED("chineseLegalSimplified"), write_counted, COUNTED(legal_simplified)},
    {NAMED("chosung"), write_cycled, COUNTED(chosung)},
    {NAMED("decimal"), write_decimal, NULL, 0},
    {NAMED("decimalEnclosedCircle"), write_circled, NULL, 0},
    {NAMED("decimalEnclosedCircleChinese"), write_circled, NULL, 0},
    {NAMED("decimalEnclosedFullstop"), write_enclosed, NULL, 0x2488},
    {NAMED("decimalEnclosedParen"), write_enclosed, NULL, 0x2474},
    {NAMED("decimalFullWidth"), write_fullwidth, NULL, 0},
    {NAMED("decimalFullWidth2"), write_fullwidth, NULL, 0},
    {NAMED("decimalHalfWidth"), write_decimal, NULL, 0},
    {NAMED("decimalZero"), write_padded, NULL, 2},
    {NAMED("ganada"), write_cycled, COUNTED(ganada)},
    {NAMED("hebrew2"), write_repeated, COUNTED(hebrew_letters)},
    {NAMED("hex"), write_hex, NULL, 0},
    {NAMED("hindiNumbers"), write_digits, COUNTED(hindi_digits)},
    {NAMED("ideographDigital"), write_digits, COUNTED(han)},
    {NAMED("ideographEnclosedCircle"), write_listed, COUNTED(circled_han)},
    {NAMED("ideographLegalTraditional"), write_counted, COUNTED(legal_traditional)},
    {NAMED("ideographTraditional"), write_listed, COUNTED(stems)},
    {NAMED("ideographZodiac"), write_listed, COUNTED(branches)},
    {NAMED("ideographZodiacTraditional"), write_sexagenary, NULL, 0},
    {NAMED("iroha"), write_cycled, COUNTED(iroha)},
    {NAMED("irohaFullWidth"), write_cycled, COUNTED(iroha_full)},
    {NAMED("japaneseCounting"), write_counted, COUNTED(han_japan)},
    {NAMED("japaneseDigitalTenThousand"), write_digits, COUNTED(han_japan)},
    {NAMED("japaneseLegal"), write_counted, COUNTED(legal_japan)},
    {NAMED("koreanCounting"), write_counted, COUNTED(hangul)},
    {NAMED("koreanDigital"), write_digits, COUNTED(hangul)},
    {NAMED("koreanDigital2"), write_digits, COUNTED(han_taiwan)},
    {NAMED("koreanLegal"), write_listed, COUNTED(native_korean)},
    {NAMED("lowerLetter"), write_repeated, COUNTED(lower_letters)},
    {NAMED("lowerRoman"), write_roman, COUNTED(lower_roman)},
    {NAMED("none"), write_nothing, NULL, 0},
    {NAMED("numberInDash"), write_in_dashes, NULL, 0},
    {NAMED("ordinal"), write_ordinal, NULL, 0},
    {NAMED("ordinalText"), write_ordinal_words, NULL, 0},
    {NAMED("russianLower"), write_cycled, COUNTED(russian_lower)},
    {NAMED("russianUpper"), write_cycled, COUNTED(russian_upper)},
    {NAMED("taiwaneseCounting"), write_counted_short, COUNTED(han)},
    {NAMED("taiwaneseCountingThousand"), write_counted, COUNTED(han_taiwan)},
    {NAMED("taiwaneseDigital"), write_digits, COUNTED(han)},
    {NAMED("thaiLetters"), write_cycled, COUNTED(thai_letters)},
    {NAMED("thaiNumbers"), write_digits, COUNTED(thai_digits)},
    {NAMED("upperLetter"), write_repeated, COUNTED(upper_letters)},
    {NAMED("upperRoman"), write_roman, COUNTED(upper_roman)},
};
/* w:format of custom formats: how many digits it shows. */
static const struct number_format custom_formats[] = {
    {NAMED("1, 2, 3, ..."), write_decimal, NULL, 0},
    {NAMED("01, 02, 03, ..."), write_padded, NULL, 2},
    {NAMED("001, 002, 003, ..."), write_padded, NULL, 3},
    {NAMED("0001, 0002, 0003, ..."), write_padded, NULL, 4},
    {NAMED("00001, 00002, 00003, ..."), write_padded, NULL, 5},
};
static const struct number_format decimal = {NAMED("decimal"), write_decimal, NULL, 0};

static int compare(const void *left, const void *right)
{
    const struct number_format *a = left, *b = right;
    return text_compare(a->name, b->name);
}

const struct number_format *number_format_find(struct text name)
{
    const struct number_format key = {.name = name};
    const struct number_format *found =
        bsearch(&key, formats, sizeof formats / sizeof *formats, sizeof key, compare);
    return found != NULL ? found : &decimal;
}

const struct number_format *number_format_custom(struct text pattern)
{
    for (size_t i = 0; i < sizeof custom_formats / sizeof *custom_formats; i++)
        if (text_equal(pattern, custom_formats[i].name))
            return &custom_formats[i];
    return &decimal;
}

/* MSONFC, from 0 on; what it does not name is decimal. */
static const struct text names_of_2003[] = {
    TEXT_INIT("decimal"),
    TEXT_INIT("upperRoman"),
    TEXT_INIT("lowerRoman"),
    TEXT_INIT("upperLetter"),
    TEXT_INIT("lowerLetter"),
    TEXT_INIT("ordinal"),
    TEXT_INIT("cardinalText"),
    TEXT_INIT("ordinalText"),
    TEXT_INIT("hex"),
    TEXT_INIT("chicago"),
    TEXT_INIT("ideographDigital"),
    TEXT_INIT("japaneseCounting"),
    TEXT_INIT("aiueo"),
    TEXT_INIT("iroha"),
    TEXT_INIT("decimalFullWidth"),
    TEXT_INIT("decimalHalfWidth"),
    TEXT_INIT("japaneseLegal"),
    TEXT_INIT("japaneseDigitalTenThousand"),
    TEXT_INIT("decimalEnclosedCircle"),
    TEXT_INIT("decimalFullWidth2"),
    TEXT_INIT("aiueoFullWidth"),
    TEXT_INIT("irohaFullWidth"),
    TEXT_INIT("decimalZero"),
    TEXT_INIT("bullet"),
    TEXT_INIT("ganada"),
    TEXT_INIT("chosung"),
    TEXT_INIT("decimalEnclosedFullstop"),
    TEXT_INIT("decimalEnclosedParen"),
    TEXT_INIT("decimalEnclosedCircleChinese"),
    TEXT_INIT("ideographEnclosedCircle"),
    TEXT_INIT("ideographTraditional"),
    TEXT_INIT("ideographZodiac"),
    TEXT_INIT("ideographZodiacTraditional"),
    TEXT_INIT("taiwaneseCounting"),
    TEXT_INIT("ideographLegalTraditional"),
    TEXT_INIT("taiwaneseCountingThousand"),
    TEXT_INIT("taiwaneseDigital"),
    TEXT_INIT("chineseCounting"),
    TEXT_INIT("chineseLegalSimplified"),
    TEXT_INIT("chineseCountingThousand"),
    TEXT_INIT("decimal"),
    TEXT_INIT("koreanDigital"),
    TEXT_INIT("koreanCounting"),
    TEXT_INIT("koreanLegal"),
    TEXT_INIT("koreanDigital2"),
    TEXT_INIT("hebrew1"),
    TEXT_INIT("arabicAlpha"),
    TEXT_INIT("hebrew2"),
    TEXT_INIT("arabicAbjad"),
    TEXT_INIT("hindiVowels"),
    TEXT_INIT("hindiConsonants"),
    TEXT_INIT("hindiNumbers"),
    TEXT_INIT("hindiCounting"),
    TEXT_INIT("thaiLetters"),
    TEXT_INIT("thaiNumbers"),
    TEXT_INIT("thaiCounting"),
    TEXT_INIT("vietnameseCounting"),
    TEXT_INIT("numberInDash"),
    TEXT_INIT("russianLower"),
    TEXT_INIT("russianUpper"),
};

const struct number_format *number_format_of_2003(int32_t code)
{
    if (code < 0 || (size_t)code >= sizeof names_of_2003 / sizeof *names_of_2003)
        return number_format_find(TEXT("none")); /* 255 */
    return number_format_find(names_of_2003[code]);
}

const struct number_format *number_format_decimal(void) { return &decimal; }

bool number_format_is_bullet(const struct number_format *format)
{
    return text_is(format->name, "bullet") || text_is(format->name, "none");
}

void number_append(struct text_buffer *out, const struct number_format *format, int32_t number)
{
    format->write(out, format, number);
}
