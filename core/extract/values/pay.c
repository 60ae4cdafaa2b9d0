/*
 * 「後端工程師 15k-20k」, 「前端工程師（11k~16k x 15 薪）」, 「測試工程師 薪水面議」, "Cook $30,000":
 * the pay behind the name of a position.
 */
#include "core/base/script.h"
#include "core/extract/values/values.h"

#define BENEFITS_MIN 3 /* different words for them: an administrator of benefits has one or two */
#define BENEFIT_HAN 20 /* characters of a paragraph that tells of them */
#define BENEFIT_LETTERS 80  /* alike */
#define AMOUNT_DIGITS_MIN 4 /* of pay without a unit */
#define AMOUNT_DIGITS_MAX 6 /* alike */
#define FIRST_YEAR 1900     /* a range from here ... */
#define LAST_YEAR 2100      /* ... to here is one of years */
#define DIGITS_MIN 2        /* in front of a unit: 4K is a screen's */

static bool is_sign(uint32_t c) { return text_has(TEXT("$¥￥£€"), c); }

static bool is_unit(uint32_t c) { return text_has(TEXT("kKwW万萬千元"), c); }

/* What else an amount, a range of them and months of pay are written with. */
static bool may_stand_between(uint32_t c)
{
    return text_has(TEXT(" .,，·*xX×+~～-–—至到薪月年/起以上"), c);
}

static bool is_letter_or_digit(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

/* Where the last characters begin of which amounts consist. */
static size_t begin_of_amounts(struct text text)
{
    size_t begin = text.size;
    for (size_t at = text.size; at > 0; begin = at) {
        uint32_t c = text_previous(text, &at);
        if (digit_value(c) < 0 && !is_sign(c) && !is_unit(c) && !may_stand_between(c))
            break;
    }
    return begin;
}

static bool has_digit(struct text text)
{
    for (size_t at = 0; at < text.size;)
        if (digit_value(text_next(text, &at)) >= 0)
            return true;
    return false;
}

/* A unit right behind a number, or a sign in front of one: it is money. */
static bool holds_money(struct text text)
{
    size_t digits = 0;
    bool has_sign = false, is_range = false; /* 5-8K */
    for (size_t at = 0; at < text.size;) {
        uint32_t c = text_next(text, &at);
        bool is_last = at == text.size || !is_letter_or_digit(text.data[at]);
        size_t needed = c < 0x80 && !is_range ? DIGITS_MIN : 1; /* 3 萬 */
        if ((is_unit(c) && is_last && digits >= needed) || (digit_value(c) >= 0 && has_sign))
            return true;
        has_sign = is_sign(c);
        is_range = digit_value(c) >= 0 ? is_range : digits > 0 && text_has(TEXT("-~～–—"), c);
        digits = digit_value(c) >= 0 ? digits + 1 : c == ' ' || c == '.' ? digits : 0;
    }
    return false;
}

/* The number of four to six digits that the text begins with; 0: it begins with none. */
static unsigned amount_in_front(struct text text, size_t *end)
{
    unsigned amount = 0;
    for (*end = 0; *end < text.size && *end <= AMOUNT_DIGITS_MAX && is_ascii_digit(text.data[*end]);
         ++*end)
        amount = 10 * amount + (unsigned)(text.data[*end] - '0');
    return *end >= AMOUNT_DIGITS_MIN && *end <= AMOUNT_DIGITS_MAX ? amount : 0;
}

/* 8000-16000, and no 2021-2023: what somebody gets, though no unit says of what. */
static bool is_range_of_amounts(struct text words)
{
    size_t end, joint = 0;
    unsigned least = amount_in_front(words, &end);
    struct text rest = text_from(words, end);
    if (least == 0 || text_is_empty(rest) || !text_has(TEXT("-~～–—至"), text_next(rest, &joint)))
        return false;
    rest = text_from(rest, joint);
    unsigned most = amount_in_front(rest, &end);
    bool are_years = most < LAST_YEAR && least >= FIRST_YEAR;
    return end == rest.size && most > least && !are_years;
}

/*
 * One part of the words is an amount and nothing else, or has a word of pay beside it:
 * （年營業額300萬以上門店） and "(projects up to $500,000)" say how large the work is.
 */
bool tells_pay(const struct extraction *x, struct text words)
{
    bool has_name = text_holds_any(words, signs_of(x, SIGN_PAY_WORD));
    for (size_t from = 0, at = 0; from < words.size; from = at) {
        size_t end = at = from;
        while (at < words.size && !text_has(TEXT("，,、；;|｜"), text_next(words, &at)))
            end = at;
        struct text part = text_trim(text_slice(words, from, end));
        if ((holds_money(part) && (has_name || begin_of_amounts(part) == 0)) ||
            is_range_of_amounts(part))
            return true;
    }
    return false;
}

bool is_amount_of_pay(const struct extraction *x, struct text words)
{
    words = text_without_any_start(words, signs_of(x, SIGN_PAY_PER));
    return holds_money(words) && begin_of_amounts(words) == 0;
}

/* In the bracket that ends the text; empty: none does, or it holds no pay. */
static struct text pay_in_bracket(const struct extraction *x, struct text name, struct text *rest)
{
    static const struct text brackets[][2] = {{TEXT_INIT("("), TEXT_INIT(")")},
                                              {TEXT_INIT("（"), TEXT_INIT("）")},
                                              {TEXT_INIT("["), TEXT_INIT("]")},
                                              {TEXT_INIT("【"), TEXT_INIT("】")}};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        struct text open = brackets[i][0], close = brackets[i][1];
        size_t at = text_ends_with(name, close) ? text_find(name, open, 0) : TEXT_NOT_FOUND;
        if (at == TEXT_NOT_FOUND)
            continue;
        struct text inside = text_slice(name, at + open.size, name.size - close.size);
        if (at == 0 || text_find(inside, open, 0) != TEXT_NOT_FOUND || !tells_pay(x, inside) ||
            holds_money(text_slice(name, 0, at)))
            continue;
        *rest = text_trim(text_slice(name, 0, at));
        return text_trim(inside);
    }
    return TEXT("");
}

/* 面議, 可谈, open: what stands behind the word for pay instead of an amount. */
static bool leaves_pay_open(const struct extraction *x, struct text words)
{
    return text_holds_any(words, signs_of(x, SIGN_PAY_OPEN));
}

/*
 * 「薪水 20-30k*20薪 RMB」, 「薪资可谈」 behind a blank or a mark: from the word for pay to the end.
 * A 薪酬经理 has the word in its name.
 */
static struct text named_pay(const struct extraction *x, struct text name, struct text *rest)
{
    struct text_list words = signs_of(x, SIGN_PAY_NAME);
    for (size_t i = 0; i < words.count; i++) {
        size_t at = text_find(name, words.texts[i], 0);
        if (at == TEXT_NOT_FOUND || at == 0)
            continue;
        size_t before = at;
        bool is_apart = text_has(TEXT(" |｜,，/·*&-—"), text_previous(name, &before));
        struct text front = text_trim_any(text_slice(name, 0, at), " -–—/|｜·,，*&");
        struct text pay = text_trim(text_from(name, at));
        if (is_apart && !text_is_empty(front) && !holds_money(front) &&
            (has_digit(pay) || leaves_pay_open(x, pay))) {
            *rest = front;
            return pay;
        }
    }
    return TEXT("");
}

struct text pay_beside(const struct extraction *x, struct text name, struct text *rest)
{
    *rest = name;
    struct text pay = named_pay(x, name, rest);
    if (!text_is_empty(pay))
        return pay;
    pay = pay_in_bracket(x, name, rest);
    if (!text_is_empty(pay))
        return pay;
    for (size_t at = begin_of_amounts(name), next; at < name.size; at = next) {
        next = at;
        uint32_t c = text_next(name, &next);
        bool begins =
            (digit_value(c) >= 0 || is_sign(c)) && at > 0 && !is_letter_or_digit(name.data[at - 1]);
        if (!begins)
            continue;
        pay = text_trim(text_from(name, at));
        *rest = text_trim_any(text_slice(name, 0, at), " -–—/|｜·,，");
        if (holds_money(pay) && !text_is_empty(*rest) && !holds_money(*rest))
            return pay;
        break;
    }
    *rest = name;
    return TEXT("");
}

bool tells_of_benefits(struct extraction *x, struct text words)
{
    bool is_latin = is_latin_text(words);
    if (!is_latin && vocabulary_opening(x->vocabulary, x->scratch, words) != ELEMENT_COUNT)
        return false; /* 「熟悉保險、年金與津貼…」 is what it takes to know them */
    return text_code_points(words) >= (is_latin ? BENEFIT_LETTERS : BENEFIT_HAN) &&
           vocabulary_count_benefits(x->vocabulary, x->scratch, words, BENEFITS_MIN) ==
               BENEFITS_MIN;
}
