#include "core/base/text_list.h"

uint64_t text_character_bit(uint32_t c)
{
    c = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    return (uint64_t)1 << (c & 63);
}

uint64_t text_first_bit(struct text t)
{
    size_t at = 0;
    return t.size == 0 ? UINT64_MAX : text_character_bit(text_next(t, &at));
}

uint64_t text_last_bit(struct text t)
{
    size_t at = t.size;
    return at == 0 ? UINT64_MAX : text_character_bit(text_previous(t, &at));
}

struct text_list text_list_of(const struct text *texts, size_t count)
{
    struct text_list list = {.texts = texts, .count = count};
    for (size_t i = 0; i < count; i++) {
        list.begins |= text_first_bit(texts[i]);
        list.ends |= text_last_bit(texts[i]);
    }
    return list;
}

/* False: the text begins with none of them, or ends in none. */
static bool may_begin(struct text t, struct text_list words)
{
    return (text_first_bit(t) & words.begins) != 0;
}

static bool may_end(struct text t, struct text_list words)
{
    return (text_last_bit(t) & words.ends) != 0;
}

bool text_is_any(struct text t, struct text_list words)
{
    if (!may_end(t, words) || !may_begin(t, words))
        return false;
    for (size_t i = 0; i < words.count; i++)
        if (text_equal(t, words.texts[i]))
            return true;
    return false;
}

bool text_starts_with_any(struct text t, struct text_list words)
{
    size_t i = may_begin(t, words) ? 0 : words.count;
    while (i < words.count && !text_starts_with(t, words.texts[i]))
        i++;
    return i < words.count;
}

bool text_ends_with_any(struct text t, struct text_list words)
{
    size_t i = may_end(t, words) ? 0 : words.count;
    while (i < words.count && !text_ends_with(t, words.texts[i]))
        i++;
    return i < words.count;
}

bool text_holds_any(struct text t, struct text_list words)
{
    size_t i = 0;
    while (i < words.count && text_find(t, words.texts[i], 0) == TEXT_NOT_FOUND)
        i++;
    return i < words.count;
}

struct text text_without_any_end(struct text t, struct text_list words)
{
    if (!may_end(t, words))
        return t;
    for (size_t i = 0; i < words.count; i++)
        if (t.size > words.texts[i].size && text_ends_with(t, words.texts[i]))
            return text_trim(text_slice(t, 0, t.size - words.texts[i].size));
    return t;
}

struct text text_without_any_start(struct text t, struct text_list words)
{
    if (!may_begin(t, words))
        return t;
    for (size_t i = 0; i < words.count; i++)
        if (text_starts_with(t, words.texts[i]))
            return text_from(t, words.texts[i].size);
    return t;
}

static bool starts_with_word(struct text t, struct text word)
{
    bool is_latin = word.size > 0 && is_ascii_letter(word.data[word.size - 1]);
    bool is_whole = !is_latin || (t.size > word.size && t.data[word.size] == ' ');
    return is_whole && t.size >= word.size &&
           text_equal_ascii_case(text_slice(t, 0, word.size), word);
}

bool text_starts_with_any_word(struct text t, struct text_list words)
{
    size_t i = may_begin(t, words) ? 0 : words.count;
    while (i < words.count && !starts_with_word(t, words.texts[i]))
        i++;
    return i < words.count;
}

struct text text_without_any_start_word(struct text t, struct text_list words)
{
    if (!may_begin(t, words))
        return t;
    for (size_t i = 0; i < words.count; i++) {
        struct text rest = text_trim(text_from(t, words.texts[i].size));
        if (!text_is_empty(rest) && starts_with_word(t, words.texts[i]))
            return rest;
    }
    return t;
}

static bool ends_with_word(struct text t, struct text word)
{
    size_t at = t.size - word.size;
    bool is_latin = word.size > 0 && is_ascii_letter(word.data[0]);
    return t.size >= word.size && text_equal_ascii_case(text_from(t, at), word) &&
           (!is_latin || at == 0 || !is_ascii_letter(t.data[at - 1]));
}

bool text_ends_with_any_word(struct text t, struct text_list words)
{
    size_t i = may_end(t, words) ? 0 : words.count;
    while (i < words.count && !ends_with_word(t, words.texts[i]))
        i++;
    return i < words.count;
}
