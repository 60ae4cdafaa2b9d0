#include "core/normalise/quota_digits.h"
#include "core/normalise/numeral.h"

static bool is_of_share(const struct sentence *s, uint32_t at)
{
    return is_numeral(s->chars[at]) || s->chars[at] == u'点' || is_digit(s->chars[at]) ||
           joins_digits(s, at);
}

uint32_t quota_share_end(const struct sentence *s, uint32_t at, uint32_t *value)
{
    uint32_t first = s->chars[at], digits = 0;
    bool may_begin = first == u'百' || first == u'千' || first == u'万';
    const struct match *whole = may_begin ? sentence_at(s, at, PHRASE_PERCENT) : NULL;
    if (whole == NULL)
        return at;
    struct counting counting = {.whole = 0};
    struct numeral numeral;
    uint32_t end = whole->at.end;
    for (; end < s->count && is_of_share(s, end); end++)
        if (numeral_of(s->chars[end], &numeral))
            count_numeral(&counting, numeral);
        else if (is_digit(s->chars[end]) && digits < 100)
            digits = 10 * digits + (s->chars[end] - '0');
    *value = digits > 0 ? digits : (uint32_t)counted(counting);
    return end > whole->at.end ? end : at;
}
