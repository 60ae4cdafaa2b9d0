#include "core/base/text_list.h"

bool text_is_any(struct text t, struct text_list words)
{
    for (size_t i = 0; i < words.count; i++)
        if (text_equal(t, words.texts[i]))
            return true;
    return false;
}

bool text_starts_with_any(struct text t, struct text_list words)
{
    size_t i = 0;
    while (i < words.count && !text_starts_with(t, words.texts[i]))
        i++;
    return i < words.count;
}

bool text_ends_with_any(struct text t, struct text_list words)
{
    size_t i = 0;
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
    for (size_t i = 0; i < words.count; i++)
        if (t.size > words.texts[i].size && text_ends_with(t, words.texts[i]))
            return text_trim(text_slice(t, 0, t.size - words.texts[i].size));
    return t;
}

struct text text_without_any_start(struct text t, struct text_list words)
{
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
    size_t i = 0;
    while (i < words.count && !starts_with_word(t, words.texts[i]))
        i++;
    return i < words.count;
}

struct text text_without_any_start_word(struct text t, struct text_list words)
{
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
    size_t i = 0;
    while (i < words.count && !ends_with_word(t, words.texts[i]))
        i++;
    return i < words.count;
}
