/* What may stand beside asterisks, and pairs of them that only CommonMark does not take for bold.
 */
#include "converters/markdown/flank.h"
#include "core/base/script.h"
#include <ctype.h>
#include <unicode/uchar.h>

static const struct text strong = TEXT_INIT("**");

/* Symbols outside ASCII are letters to CommonMark 0.30 and punctuation to 0.31. */
enum flank flank_of(uint32_t c)
{
    if (c == '\v') /* white space to C, not to CommonMark (section 2.1) */
        return FLANK_UNSURE;
    if (c < 0x80)
        return isspace((int)c) ? FLANK_SPACE : ispunct((int)c) ? FLANK_PUNCTUATION : FLANK_LETTER;
    if (u_charType((UChar32)c) == U_SPACE_SEPARATOR)
        return FLANK_SPACE;
    if (u_ispunct((UChar32)c))
        return c < 0x10000 ? FLANK_PUNCTUATION : FLANK_UNSURE;
    int8_t type = u_charType((UChar32)c);
    bool is_symbol = type == U_MATH_SYMBOL || type == U_CURRENCY_SYMBOL ||
                     type == U_MODIFIER_SYMBOL || type == U_OTHER_SYMBOL;
    return is_symbol || is_blank_code_point(c) ? FLANK_UNSURE : FLANK_LETTER;
}

/* The characters around the two asterisks at this offset. */
struct sides {
    uint32_t before, behind;
};

static struct sides sides_of(struct text source, size_t at)
{
    size_t end = at, next = at + strong.size;
    return (struct sides){.before = at == 0 ? ' ' : text_previous(source, &end),
                          .behind = next == source.size ? ' ' : text_next(source, &next)};
}

static bool may_close(struct sides sides)
{
    enum flank before = flank_of(sides.before), behind = flank_of(sides.behind);
    return before == FLANK_LETTER || (before == FLANK_PUNCTUATION && behind != FLANK_LETTER);
}

static bool may_open(struct sides sides)
{
    enum flank before = flank_of(sides.before), behind = flank_of(sides.behind);
    return behind == FLANK_LETTER || (behind == FLANK_PUNCTUATION && before != FLANK_LETTER);
}

static bool is_asterisk(struct sides sides) { return sides.before == '*' || sides.behind == '*'; }

/* Han, or a mark of its width, on either side. */
static bool is_beside_han(struct sides sides)
{
    return is_han_like(sides.before) || is_han_like(sides.behind);
}

size_t han_strong_end(struct text source, size_t begin, size_t at)
{
    struct text words = text_from(source, begin);
    size_t open = at - begin, close = text_find(words, strong, open + strong.size);
    if (close == TEXT_NOT_FOUND)
        return TEXT_NOT_FOUND;
    struct sides first = sides_of(words, open), last = sides_of(words, close);
    size_t next = text_find(words, strong, close + strong.size);
    bool is_taken = next != TEXT_NOT_FOUND && may_close(sides_of(words, next));
    bool is_in_han =
        (!may_open(first) && is_beside_han(first)) || (!may_close(last) && is_beside_han(last));
    bool is_around_words =
        flank_of(first.behind) != FLANK_SPACE && flank_of(last.before) != FLANK_SPACE;
    return is_in_han && is_around_words && !is_taken && !is_asterisk(first) && !is_asterisk(last)
               ? begin + close
               : TEXT_NOT_FOUND;
}
