/* Sentences that say what a role is: "A contributor is anyone who sends a patch". */
#include "core/base/script.h"
#include "core/extract/labels/latin_words.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/walk.h"
#include "core/model/fold.h"

#define LEAD_BYTES 240 /* of a paragraph, in which it says whom it tells of */

struct text last_word_of_title(struct extraction *x)
{
    struct text title = fold_label(x->scratch, label_without_remark(role_title(x->role)));
    size_t last = title.size;
    while (last > 0 && title.data[last - 1] != ' ')
        last--;
    return text_from(title, last);
}

/* 「會長是本會的代表。」, 「使用專案的人。」 */
static bool tells_in_han_what_it_is(struct extraction *x, struct text words)
{
    struct text title = role_title(x->role), sentence = text_trim(words);
    bool has_name = !text_is_empty(title) && text_starts_with(sentence, title);
    bool is_told =
        has_name && text_starts_with_any(text_from(sentence, title.size), signs_of(x, SIGN_IS));
    size_t stop = text_find(sentence, TEXT("。"), 0);
    bool is_one = stop == TEXT_NOT_FOUND || stop + sizeof "。" - 1 == sentence.size;
    return is_told || (is_one && text_ends_with_any(name_without_stop(sentence),
                                                    signs_of(x, SIGN_PEOPLE_WHO)));
}

/* "are community members who use the project": people, of whom the sentence tells more. */
static bool is_of_people_who(const struct extraction *x, struct text folded, size_t from)
{
    size_t stop = text_find(folded, TEXT(". "), from);
    struct text sentence = text_slice(folded, from, stop == TEXT_NOT_FOUND ? folded.size : stop);
    return text_holds_any(sentence, signs_of(x, SIGN_PERSON_WHO));
}

bool tells_what_it_is(struct extraction *x, struct text words)
{
    static const struct text verbs[] = {TEXT_INIT(" is "), TEXT_INIT(" are ")};
    struct text folded = fold_text(x->scratch, text_head(words, LEAD_BYTES));
    struct text name = last_word_of_title(x);
    if (!is_latin_text(words))
        return tells_in_han_what_it_is(x, words);
    if (text_starts_with_any(folded, signs_of(x, SIGN_ANYONE)))
        return true;
    if (text_is_empty(name) || text_holds_any(folded, signs_of(x, SIGN_NO_KIND)))
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        size_t at = text_find(folded, verbs[i], 0);
        struct text front = text_slice(folded, 0, at == TEXT_NOT_FOUND ? 0 : at);
        bool is_name = has_latin_word(front, name) &&
                       text_find(front, TEXT(", "), 0) == TEXT_NOT_FOUND &&
                       text_find(front, TEXT(". "), 0) == TEXT_NOT_FOUND;
        if (is_name && (text_starts_with_any(text_from(folded, at + verbs[i].size),
                                             signs_of(x, SIGN_KIND_OF_PERSON)) ||
                        is_of_people_who(x, folded, at + verbs[i].size)))
            return true;
    }
    return false;
}
