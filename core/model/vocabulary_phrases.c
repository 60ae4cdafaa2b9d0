#include "core/model/vocabulary_phrases.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"

static size_t list_by_first(struct text t) { return (unsigned char)t.data[0]; }

static size_t list_by_last(struct text t)
{
    return PHRASES_BY_LAST + (unsigned char)t.data[t.size - 1];
}

static void list_phrase(struct phrases *phrases, struct phrase *added)
{
    size_t list = added->begin.size > 0 ? list_by_first(added->begin)
                  : added->end.size > 0 ? list_by_last(added->end)
                                        : PHRASES_BY_NONE;
    added->order = phrases->count++;
    added->next = phrases->lists[list];
    phrases->lists[list] = added;
}

/* The star is folded as a word, as what it stands for is. */
#define GAP "zzgapzz"
void phrase_add(struct phrases *phrases, struct arena *arena, struct text words,
                const struct phrase *told)
{
    struct text_buffer whole = text_buffer_new(arena);
    struct phrase *added = arena_new(arena, struct phrase);
    *added = (struct phrase){.element = told->element,
                             .is_other = told->is_other,
                             .field = told->field,
                             .code = told->code};
    for (size_t i = 0; i < words.size; i++) {
        bool is_star = words.data[i] == '*';
        added->has_gap |= is_star;
        if (is_star)
            buffer_append_string(&whole, GAP);
        else
            buffer_append_byte(&whole, words.data[i]);
    }
    struct text folded = fold_label(arena, buffer_text(&whole));
    size_t first = text_find(folded, TEXT(GAP), 0), last = first;
    for (size_t at = first; at != TEXT_NOT_FOUND; at = text_find(folded, TEXT(GAP), at + 1))
        last = at;
    added->begin = added->has_gap ? text_trim(text_slice(folded, 0, first)) : folded;
    added->end = added->has_gap ? text_trim(text_from(folded, last + sizeof GAP - 1)) : TEXT("");
    if (last > first)
        added->middle = text_trim(text_slice(folded, first + sizeof GAP - 1, last));
    list_phrase(phrases, added);
}

/* A word would go on from the one letter to the other; Han beside a letter end it. */
static bool goes_on(char before, char after)
{
    return is_folded_letter(before) && (is_folded_letter(after) || after == '\'');
}

/* The part of a phrase stands at that end of the heading, with a whole word beside it. */
static bool begins_with(struct text folded, struct text part)
{
    return text_is_empty(part) || (text_starts_with(folded, part) && folded.size > part.size &&
                                   !goes_on(part.data[part.size - 1], folded.data[part.size]));
}

/* ... or somewhere between the two ends, as words of its own. */
static bool has_between(struct text folded, struct text part)
{
    for (size_t at = 0; !text_is_empty(part); at++) {
        at = text_find(folded, part, at);
        if (at == TEXT_NOT_FOUND)
            return false;
        size_t end = at + part.size;
        if ((at == 0 || !is_folded_letter(folded.data[at - 1])) &&
            (end == folded.size || !is_folded_letter(folded.data[end])))
            return true;
    }
    return true;
}

static bool ends_with(struct text folded, struct text part)
{
    return text_is_empty(part) ||
           (text_ends_with(folded, part) && folded.size > part.size &&
            !goes_on(folded.data[folded.size - part.size - 1], part.data[0]));
}

static size_t phrase_size(const struct phrase *p)
{
    return p->begin.size + p->middle.size + p->end.size;
}

/* bits: those of the folded heading */
static bool says_it(const struct phrase *p, struct text folded, uint64_t bits)
{
    if (phrase_size(p) > folded.size || !text_may_hold(bits, p->middle))
        return false;
    return p->has_gap ? begins_with(folded, p->begin) && ends_with(folded, p->end) &&
                            has_between(folded, p->middle)
                      : text_equal(folded, p->begin);
}

/* Whether p says more of a heading than the other: of the same size, the one read first does. */
static bool says_more(const struct phrase *p, const struct phrase *other)
{
    size_t size = phrase_size(p), others = other == NULL ? 0 : phrase_size(other);
    return other == NULL || size > others || (size == others && p->order < other->order);
}

const struct phrase *phrase_find(const struct phrases *phrases, struct text folded,
                                 enum field field)
{
    const struct phrase *best = NULL;
    bool is_empty = folded.size == 0;
    uint64_t bits = text_bits(folded);
    const size_t lists[] = {PHRASES_BY_NONE, is_empty ? PHRASES_BY_NONE : list_by_first(folded),
                            is_empty ? PHRASES_BY_NONE : list_by_last(folded)};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const struct phrase *p = phrases->lists[lists[i]]; p != NULL; p = p->next)
            if (p->field == field && says_more(p, best) && says_it(p, folded, bits))
                best = p;
    return best;
}
