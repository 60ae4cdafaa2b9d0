#include "core/normalise/duty_shares.h"
#include "core/base/script.h"
#include "core/model/share.h"

#define WHOLE 10000 /* basis points */
#define DUTIES_MIN 2

/* What stands between a share and the words of the duty. */
static const char *const joints = ":：-–—,，、";

struct shared {
    struct text words, share;
};

typedef bool split_share(struct text text, struct shared *shared);

static bool is_open(uint32_t c) { return c == '(' || c == 0xFF08; }
static bool is_close(uint32_t c) { return c == ')' || c == 0xFF09; }
static bool is_percent(uint32_t c) { return c == '%' || c == 0xFF05; }
static bool is_of_number(uint32_t c) { return digit_value(c) >= 0 || c == '.' || c == 0xFF0E; }

/* Bytes of an open bracket, a number and a percent sign, and the bracket's end, that t begins with. */
static size_t share_at_begin(struct text t, struct text *share)
{
    size_t at = 0, next = 0, from = 0;
    uint32_t c = t.size == 0 ? 0 : text_next(t, &next);
    bool in_brackets = is_open(c);
    if (in_brackets)
        at = from = next;
    for (next = at; next < t.size && is_of_number(c = text_next(t, &next)); at = next)
        ;
    if (at == from || next > t.size || !is_percent(c))
        return 0;
    *share = text_slice(t, from, next);
    if (!in_brackets)
        return next;
    return next < t.size && is_close(text_next(t, &next)) ? next : 0;
}

static bool split_at_begin(struct text text, struct shared *shared)
{
    size_t end = share_at_begin(text, &shared->share);
    shared->words = text_trim_any(text_from(text, end), joints);
    return end > 0 && !text_is_empty(shared->words);
}

/* 40% behind 「…業務。」, or behind Han and a blank; not that of 達95%, "at a rate of 40%". */
static bool is_apart(struct text before)
{
    struct text words = text_trim(before);
    size_t at = words.size;
    uint32_t c = at == 0 ? 0 : text_previous(words, &at);
    return text_has(TEXT("。．.；;:：-–—,，、"), c) || (words.size < before.size && is_han_like(c));
}

static bool split_at_end(struct text text, struct shared *shared)
{
    size_t at = text.size, end = text.size;
    uint32_t c = at == 0 ? 0 : text_previous(text, &at);
    bool in_brackets = is_close(c);
    if (in_brackets) {
        end = at;
        c = at == 0 ? 0 : text_previous(text, &at);
    }
    if (!is_percent(c))
        return false;
    size_t sign = at, begin = at;
    while (at > 0 && is_of_number(text_previous(text, &at)))
        begin = at;
    size_t words = begin;
    if (in_brackets && !(words > 0 && is_open(text_previous(text, &words))))
        return false;
    shared->share = text_slice(text, begin, end);
    shared->words = text_trim_any(text_slice(text, 0, words), joints);
    return begin < sign && !text_is_empty(shared->words) &&
           (in_brackets || is_apart(text_slice(text, 0, begin)));
}

/* All have a share at that end, and these make the whole. */
static bool make_whole(const struct records *duties, split_share *split)
{
    int64_t sum = 0, share;
    size_t count = 0;
    for (size_t i = 0; i < duties->count; i++) {
        const struct record *duty = &duties->rows[i];
        struct shared shared;
        if (duty->depth > 0)
            continue;
        if (!split(text_trim(duty->text), &shared) || !share_of(shared.share, &share) ||
            !text_is_empty(record_field(duties, duty, FIELD_DUTIES_SHARE).text))
            return false;
        sum += share;
        count++;
    }
    return count >= DUTIES_MIN && sum == WHOLE;
}

void take_duty_shares(struct handbook *handbook, struct records *duties)
{
    split_share *split = duties->count == 0                   ? NULL
                         : make_whole(duties, split_at_end)   ? split_at_end
                         : make_whole(duties, split_at_begin) ? split_at_begin
                                                              : NULL;
    for (size_t i = 0; split != NULL && i < duties->count; i++) {
        struct record *duty = &duties->rows[i];
        struct shared shared;
        if (duty->depth > 0 || !split(text_trim(duty->text), &shared))
            continue;
        record_set_text(duty, shared.words);
        record_set_field(handbook, duties, duty, FIELD_DUTIES_SHARE,
                         (struct value){shared.share, duty->at});
    }
}
