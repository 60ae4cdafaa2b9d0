/* Words that announce roles: "Officers and their duties", "Responsibilities by position". */
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/role_heads/role_lists.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"

#define LEAD_BYTES 60 /* of a caption that says that each is told of */

/* "Officers", "Officers:" */
static bool is_plural(struct text words)
{
    return text_ends_with(name_without_colon(text_trim(words)), TEXT("s"));
}

/* "Project Roles Summary", "Roles at the door": several, wherever the word stands. */
static bool tells_of_roles(struct text words)
{
    static const struct text word = TEXT_INIT("roles ");
    for (size_t at = 0; at + word.size < words.size; at++)
        if ((at == 0 || words.data[at - 1] == ' ') &&
            text_equal_ascii_case(text_slice(words, at, at + word.size), word))
            return true;
    return false;
}

/* 「各組工作項目」, 幹部職掌: what each does is told below. */
static bool is_of_each(struct extraction *x, struct text words)
{
    words = without_pictographs(list_label_of(words).rest);
    if (!text_starts_with_any(words, signs_of(x, SIGN_OF_EACH)) || !ends_like_heading(words))
        return false;
    struct label label = label_guess(x, words);
    return label.kind == LABEL_ELEMENT && label.element == ELEMENT_DUTIES;
}

/* "Officers" of "Officers and Their Duties" */
static struct text without_theirs(struct text words)
{
    static const struct text joints[] = {TEXT_INIT(" and their "), TEXT_INIT(" and Their "),
                                         TEXT_INIT(" AND THEIR "), TEXT_INIT(" & Their ")};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t at = text_find(words, joints[i], 0);
        if (at != TEXT_NOT_FOUND)
            return text_slice(words, 0, at);
    }
    return words;
}

bool words_part_by_role(struct extraction *x, struct text words)
{
    return text_ends_with_any_word(fold_label(x->scratch, words), signs_of(x, SIGN_BY_ROLE));
}

bool words_lead_to_each(struct extraction *x, struct text words)
{
    struct text name = name_without_colon(text_trim(words));
    return name.size < words.size && name.size <= LEAD_BYTES && is_latin_text(name) &&
           (words_part_by_role(x, name) || text_find(name, TEXT("officers"), 0) != TEXT_NOT_FOUND);
}

/* The text is one of the words, or ends in one behind a blank: "Back-Offices" are no offices. */
static bool ends_in_words(struct text folded, struct text_list words)
{
    for (size_t i = 0; i < words.count; i++) {
        size_t begin = folded.size - words.texts[i].size;
        if (text_ends_with(folded, words.texts[i]) && (begin == 0 || folded.data[begin - 1] == ' '))
            return true;
    }
    return false;
}

static bool announces_roles(struct extraction *x, struct text words)
{
    words = without_theirs(words);
    struct text folded = fold_label(x->scratch, words);
    if (words_part_by_role(x, words))
        return true;
    bool is_one_word = text_find(folded, TEXT(" "), 0) == TEXT_NOT_FOUND;
    if (ends_in_words(folded, signs_of(x, SIGN_ANNOUNCES_SEVERAL)))
        return is_plural(words);
    if (ends_in_words(folded, signs_of(x, SIGN_ANNOUNCES_ROLES)))
        return is_plural(words) || !is_one_word;
    if (text_starts_with_any_word(folded, signs_of(x, SIGN_ANNOUNCES_START)))
        return true;
    return tells_of_roles(words) || vocabulary_is_role_list(x->vocabulary, x->scratch, words) ||
           is_of_each(x, words);
}

bool words_announce_roles(struct extraction *x, struct text words)
{
    return words_answer(x, WORDS_ANNOUNCE_ROLES, words, announces_roles);
}
