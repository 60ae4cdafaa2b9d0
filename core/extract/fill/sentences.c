/*
 * "You will order flour. You will train apprentices.": sentences of a paragraph in Latin letters
 * that each tell something of whoever holds the post. Others go on with the one in front of them.
 */
#include "core/extract/fill/fill.h"
#include "core/model/fold.h"

#define ABBREVIATION 4 /* letters of "Sr", "Asst", at most */
#define WORD_LETTERS 4 /* of a verb in the third person: "Runs" */
#define YOU_BYTES 60   /* of a sentence, in which it turns to "you" */

/* "e.g.", "U.S.", the "A." of a name: letters that each have a stop. */
static bool is_of_letters(struct text words, size_t stop)
{
    return stop > 0 && is_ascii_letter(words.data[stop - 1]) &&
           (stop == 1 || words.data[stop - 2] == ' ' || words.data[stop - 2] == '.' ||
            words.data[stop - 2] == '(');
}

bool is_abbreviation(struct text words, size_t stop)
{
    size_t begin = stop;
    if (is_of_letters(words, stop))
        return true;
    while (begin > 0 && words.data[begin - 1] != ' ' && words.data[begin - 1] != '(')
        begin--;
    if (stop - begin < 2 || stop - begin > ABBREVIATION)
        return false;
    char first = words.data[begin], last = words.data[stop - 1];
    return first >= 'A' && first <= 'Z' && last >= 'a' && last <= 'z';
}

struct text behind_holder(struct extraction *x, const struct role *role, struct text folded)
{
    struct text bare = text_without_any_start_word(folded, signs_of(x, SIGN_ARTICLE));
    struct text name = fold_text(x->scratch, label_without_remark(role_title(role)));
    if (!text_is_empty(name) && text_starts_with(bare, name))
        return text_trim(text_from(bare, name.size));
    return text_without_any_start_word(folded, signs_of(x, SIGN_HOLDER_CALLED));
}

/*
 * "You hold …", "In addition, you will …", "The treasurer pays …", and plain acts among the duties:
 * "Orders flour.", as well as what it takes and what he may do, in front of which these end: "Must
 * have a car."
 */
static bool is_told_of_holder(struct extraction *x, struct text sentence, enum element element)
{
    struct text head = text_head(sentence, YOU_BYTES);
    size_t stop = text_find(head, TEXT(". "), 0);
    head = text_slice(head, 0, stop == TEXT_NOT_FOUND ? head.size : stop);
    struct text folded = fold_text(x->scratch, head);
    enum element opening = vocabulary_opening(x->vocabulary, x->scratch, head);
    return text_starts_with_any(sentence, signs_of(x, SIGN_READER_START)) ||
           text_holds_any(head, signs_of(x, SIGN_HOLDER_WILL)) || opening == element ||
           (element == ELEMENT_DUTIES &&
            (opening == ELEMENT_APPOINTMENT ||
             text_starts_with_any_word(folded, signs_of(x, SIGN_MAY_START)) ||
             (x->role != NULL && behind_holder(x, x->role, folded).size < folded.size)));
}

bool begins_in_third_person(struct text sentence)
{
    size_t end = 0;
    while (end < sentence.size && is_ascii_letter(sentence.data[end]))
        end++;
    struct text word = text_slice(sentence, 0, end);
    return end >= WORD_LETTERS && text_ends_with(word, TEXT("s")) && !text_is(word, "This") &&
           end < sentence.size && sentence.data[end] == ' ';
}

bool begins_in_participle(struct text words)
{
    size_t end = text_find(words, TEXT(" "), 0);
    return text_ends_with(text_slice(words, 0, end < words.size ? end : words.size), TEXT("ing"));
}

size_t next_sentence(struct text words, size_t from)
{
    static const struct text han = TEXT_INIT("。");
    unsigned depth = 0; /* of brackets: what stands in them goes on */
    for (size_t at = from; at + 1 < words.size; at++) {
        char c = words.data[at], behind = words.data[at + 1];
        if (c == han.data[0] && text_starts_with(text_from(words, at), han))
            return at + han.size;
        depth += c == '(';
        depth -= c == ')' && depth > 0;
        bool is_stop = (c == '.' || c == '!' || c == '?') && (behind == ' ' || behind == '\n');
        if (depth > 0 || !is_stop || is_abbreviation(words, at))
            continue;
        struct text rest = text_trim(text_from(words, at + 1));
        if (rest.size > 0 && rest.data[0] >= 'A' && rest.data[0] <= 'Z')
            return at + 1;
    }
    return words.size;
}

size_t next_told_sentence(struct extraction *x, struct text words, size_t from)
{
    enum element element = x->target.records->element;
    struct text first = text_trim(text_from(words, from));
    bool are_acts = element == ELEMENT_DUTIES && begins_in_third_person(first) &&
                    is_told_of_holder(x, first, element); /* and those alike are acts, too */
    unsigned depth = 0; /* of brackets: what stands in them goes on */
    for (size_t at = from; at + 1 < words.size; at++) {
        depth += words.data[at] == '(';
        depth -= words.data[at] == ')' && depth > 0;
        if (depth > 0 || words.data[at] != '.' || words.data[at + 1] != ' ')
            continue;
        struct text rest = text_trim(text_from(words, at + 1));
        bool is_capital = rest.size > 0 && rest.data[0] >= 'A' && rest.data[0] <= 'Z';
        if (is_capital && !is_abbreviation(words, at) &&
            ((are_acts && begins_in_third_person(rest)) || is_told_of_holder(x, rest, element)))
            return at + 1;
    }
    return words.size;
}
