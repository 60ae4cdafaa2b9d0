/*
 * Sentences over items tell of the holder by name: "The Treasurer may be removed when:". The
 * vocabulary knows them as they are said of anybody, "they may be removed when", so that a
 * position's name is read as that word.
 */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/labels/joints.h"
#include "core/extract/labels/label_parts.h"

#define LEAD_BYTES 120 /* of a sentence: what is longer tells something of its own */
#define NAME_WORDS 5   /* of a position's name, with what stands in front of its noun */

/* The word from at on, without the stops around it; at moves behind it. */
static struct text next_word(struct text words, size_t *at)
{
    size_t end = text_find(words, TEXT(" "), *at);
    end = end == TEXT_NOT_FOUND ? words.size : end;
    struct text word = text_slice(words, *at, end);
    *at = end < words.size ? end + 1 : end;
    return text_trim_any(word, ",:;()");
}

static bool is_article(const struct extraction *x, struct text word)
{
    struct text_list articles = signs_of(x, SIGN_ARTICLE);
    for (size_t i = 0; i < articles.count; i++)
        if (text_equal_ascii_case(word, articles.texts[i]))
            return true;
    return false;
}

/* "Treasurer" of "Treasurer's" and "Treasurer’s". */
static struct text without_genitive(struct text word)
{
    static const char *const ends[] = {"'s", "’s", NULL};
    return text_without_end(word, ends);
}

/*
 * Where the name ends that begins at the word: "The Vice President", "a club treasurer", and in
 * the midst of a sentence "Treasurer"; 0: none begins there.
 */
static size_t name_end(struct extraction *x, struct text words, size_t begin, bool *is_owner)
{
    size_t at = begin, end = 0;
    bool has_article = is_article(x, next_word(words, &at)), is_small = false;
    at = has_article ? at : begin;
    for (size_t n = 0; n < NAME_WORDS && at < words.size && end == 0; n++) {
        struct text word = next_word(words, &at), noun = without_genitive(word);
        bool begins_small = !begins_in_capital_letter(noun);
        if ((n > 0 && begins_small != is_small) || (begins_small && (!has_article || n > 1)) ||
            is_joint(x, noun))
            return 0;
        is_small = begins_small;
        end = vocabulary_is_position(x->vocabulary, x->scratch, noun) ? at : 0;
        *is_owner = noun.size < word.size;
    }
    while (end > 0 && !is_small && !*is_owner && at < words.size) { /* "Secretary General" */
        struct text word = next_word(words, &at);
        if (!begins_in_capital_letter(word) ||
            !vocabulary_is_position(x->vocabulary, x->scratch, without_genitive(word)))
            break; /* "The Treasurer leads:" */
        end = at;
    }
    return end;
}

static bool may_be_lead(struct text words)
{
    return ends_in_colon(words) && words.size <= LEAD_BYTES && is_latin_text(words);
}

struct text label_with_pronoun(struct extraction *x, struct text text)
{
    struct text_list they = signs_of(x, SIGN_THEY), their = signs_of(x, SIGN_THEIR);
    struct text words = text_trim(text);
    if (!may_be_lead(words) || they.count == 0 || their.count == 0)
        return TEXT("");
    bool names_holder = false, is_owner = false;
    struct text_buffer said = text_buffer_new(x->scratch);
    for (size_t at = 0, end; at < words.size; at = end) {
        end = name_end(x, words, at, &is_owner);
        names_holder |= end > 0;
        if (end > 0)
            buffer_append(&said, is_owner ? their.texts[0] : they.texts[0]);
        else {
            end = at;
            buffer_append(&said, next_word(words, &end));
        }
        buffer_append_byte(&said, ' ');
    }
    return names_holder ? text_trim(buffer_text(&said)) : TEXT("");
}

bool label_tells_of_holder(struct extraction *x, struct text text)
{
    struct text words = text_trim(text);
    size_t at = 0, last = words.size;
    bool is_owner = false;
    if (!may_be_lead(words) || !is_article(x, next_word(words, &at)))
        return false;
    size_t end = name_end(x, words, 0, &is_owner);
    if (end == 0 || is_owner || end == words.size || !begins_in_small_letter(text_from(words, end)))
        return false;
    while (words.data[last - 1] != ' ')
        last--;
    at = end;
    return words.data[end - 2] != ',' && !is_joint(x, next_word(words, &at)) &&
           !vocabulary_is_position(x->vocabulary, x->scratch, next_word(words, &last));
}
