/*
 * What stands in the words of a role's item besides its name and what its holder does: who holds the
 * post, 「店長 - 王小明：」, "Lead tester: Mia Berg. Coordinates the tests.", and how many do,
 * 「隊長一人：綜理隊務」.
 */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/values/values.h"
#include "core/model/fold.h"
#include "core/model/surname.h"

#define PERSON_MIN 2 /* Han of a person's name, or words of one in letters */
#define PERSON_MAX 4
#define PERSON_BYTES 40 /* of a name in letters */

/* 「王小明，負責…」: who holds the post, in front of what the holder has charge of. */
static void part_person(struct extraction *x, struct role_item *item)
{
    size_t comma = text_find(item->words, TEXT("，"), 0);
    if (comma == TEXT_NOT_FOUND)
        return;
    struct text person = text_slice(item->words, 0, comma);
    struct text words = text_trim(text_from(item->words, comma + TEXT("，").size));
    struct text folded = fold_text(x->scratch, words);
    size_t length = text_code_points(person);
    if (length < PERSON_MIN || length > PERSON_MAX ||
        !begins_with_surname(fold_text(x->scratch, person)))
        return;
    if (text_starts_with_any(folded, signs_of(x, SIGN_TAKES_CHARGE))) {
        item->holder = person;
        item->words = words;
    }
}

/* "Berg", "O'Hara", "J.": a capital, and no blank; "Planning" is a piece of work. */
static bool is_word_of_person(const struct extraction *x, struct text word)
{
    bool is_name = !text_is_empty(word) && word.data[0] >= 'A' && word.data[0] <= 'Z';
    for (size_t i = 0; i < word.size && is_name; i++)
        is_name =
            text_find(TEXT(",;:()/&0123456789"), text_slice(word, i, i + 1), 0) == TEXT_NOT_FOUND;
    return is_name && !text_ends_with_any(word, signs_of(x, SIGN_ACT_NOUN_END));
}

/* "Mia Berg. Coordinates the tests.": who holds the post, in front of what the holder does. */
static void part_person_in_letters(struct extraction *x, struct role_item *item)
{
    size_t stop = text_find(text_head(item->words, PERSON_BYTES), TEXT(". "), 0), words = 0;
    if (stop == TEXT_NOT_FOUND || !is_latin_text(item->words))
        return;
    struct text person = text_slice(item->words, 0, stop);
    for (size_t at = 0, end; at <= person.size; at = end + 1, words++) {
        end = text_find(person, TEXT(" "), at);
        end = end == TEXT_NOT_FOUND ? person.size : end;
        if (!is_word_of_person(x, text_slice(person, at, end)))
            return;
    }
    if (words < PERSON_MIN || words > PERSON_MAX || !are_people(x, person) ||
        label_find(x, person).kind != LABEL_UNKNOWN ||
        !vocabulary_is_position(x->vocabulary, x->scratch, item->name) ||
        vocabulary_is_position(x->vocabulary, x->scratch, person))
        return;
    item->holder = person;
    item->words = text_trim(text_from(item->words, stop + 1));
}

/* 「店長 - 王小明：」 over what the holder does. */
static void part_person_over_words(struct extraction *x, struct role_item *item)
{
    struct text person = name_without_colon(item->words);
    size_t length = text_code_points(person);
    if (person.size == item->words.size || length < PERSON_MIN || length > PERSON_MAX ||
        !begins_with_surname(fold_text(x->scratch, person)))
        return;
    item->holder = person;
    item->words = TEXT("");
}

/* 「會長：一名，對外代表本會」: how many hold the post, in front of what they do. */
static void part_count(struct role_item *item)
{
    size_t comma = text_find(item->words, TEXT("，"), 0);
    struct text count =
        comma == TEXT_NOT_FOUND
            ? name_without_stop(item->words) /* 「隊長：一人。」 over what he does */
            : text_trim(text_slice(item->words, 0, comma));
    if (text_is_empty(count) || !is_headcount(count))
        return;
    item->count = count;
    if (comma == TEXT_NOT_FOUND) {
        item->words = TEXT("");
        return;
    }
    item->words = text_trim(text_from(item->words, comma + TEXT("，").size));
}

void part_person_over_list(struct extraction *x, struct role_item *item)
{
    struct text person = item->list == NULL ? TEXT("") : label_without_remark(item->words);
    bool is_han = !is_latin_text(person);
    if (text_is_empty(person) || !text_is_empty(item->holder) ||
        (!are_people(x, person) && !text_starts_with(person, TEXT("@"))) ||
        vocabulary_is_position(x->vocabulary, x->scratch, person) ||
        (is_han && !begins_with_surname(fold_text(x->scratch, person))))
        return;
    item->holder = item->words;
    item->words = TEXT("");
}

struct text count_behind(const struct extraction *x, struct text name, struct text *rest)
{
    *rest = name;
    return ends_like_headcount(name) ? headcount_beside(x, name, rest) : TEXT("");
}

/* 「隊長一人：綜理隊務」 */
static void part_count_of_name(const struct extraction *x, struct role_item *item)
{
    struct text rest;
    struct text count = text_is_empty(item->count) ? count_behind(x, item->name, &rest) : TEXT("");
    if (text_is_empty(count) || text_is_empty(rest))
        return;
    item->count = count;
    item->name = rest;
}

void part_item(struct extraction *x, struct role_item *item)
{
    part_person(x, item);
    part_person_in_letters(x, item);
    part_person_over_words(x, item);
    part_count(item);
    part_count_of_name(x, item);
}
