#include "core/extract/labels/latin_words.h"

/* Behind the plural's ending that the text begins with. */
static struct text behind_plural(struct text rest)
{
    size_t end = text_starts_with(rest, TEXT("es")) ? 2 : text_starts_with(rest, TEXT("s"));
    return text_from(rest, end);
}

bool has_latin_word(struct text words, struct text word)
{
    if (text_is_empty(word))
        return false;
    for (size_t at = 0; (at = text_find(words, word, at)) != TEXT_NOT_FOUND; at++) {
        struct text rest = behind_plural(text_from(words, at + word.size));
        bool is_begin = at == 0 || !is_ascii_letter(words.data[at - 1]);
        if (is_begin && (text_is_empty(rest) || !is_ascii_letter(rest.data[0])))
            return true;
    }
    return false;
}
