/*
 * A list of texts is asked whether a text is, begins with, ends in or holds one of them.
 *
 * The list borrows its texts. They are compared byte for byte, unless it says otherwise. Nearly
 * always the answer is no, and nearly always the first or last character of the text tells it.
 */
#ifndef ROLEBOOK_CORE_BASE_TEXT_LIST_H
#define ROLEBOOK_CORE_BASE_TEXT_LIST_H
#include "core/base/text.h"

struct text_list {
    const struct text *texts; /* [count]; NULL when there are none */
    size_t count;
    uint64_t begins, ends; /* bits of the texts' first and last characters */
};

/* A bit of a character, the same for both cases of ASCII. */
uint64_t text_character_bit(uint32_t c);
/* That of the first or last character; all bits: there is none. */
uint64_t text_first_bit(struct text t);
uint64_t text_last_bit(struct text t);
struct text_list text_list_of(const struct text *texts, size_t count);

bool text_is_any(struct text t, struct text_list words);
bool text_starts_with_any(struct text t, struct text_list words);
bool text_ends_with_any(struct text t, struct text_list words);
bool text_holds_any(struct text t, struct text_list words);
/* What stands in front of the first of the words that t ends in, trimmed; t: none, or it is all. */
struct text text_without_any_end(struct text t, struct text_list words);
/* What stands behind the first of the words that t begins with; t: none. */
struct text text_without_any_start(struct text t, struct text_list words);
/* Alike, trimmed, with words as text_starts_with_any_word has them; t: nothing stands behind it. */
struct text text_without_any_start_word(struct text t, struct text_list words);
/* Ends in one of them, whatever the case of ASCII, and no letter in front of it if it begins with one.
 */
bool text_ends_with_any_word(struct text t, struct text_list words);
/* Begins with one of them, whatever the case of ASCII, and a blank behind it if it ends in a letter.
 */
bool text_starts_with_any_word(struct text t, struct text_list words);

#endif
