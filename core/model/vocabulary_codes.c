/* Coded values, and what says that there lawfully is none. */
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"

#define CODE_BYTES 60    /* a word for a code is short */
#define ABSENCE_BYTES 60 /* so is one that says there is none */

struct text vocabulary_code(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum field field, struct text word)
{
    if (vocabulary->codes[field] == NULL || word.size > CODE_BYTES ||
        !may_end_as(vocabulary, word, ENDS_CODE))
        return TEXT("");
    struct text folded = fold_label(scratch, word);
    if (!may_be_code(vocabulary, folded) && !may_be_code(vocabulary, word))
        return TEXT("");
    for (const struct code_word *c = vocabulary->codes[field]; c != NULL; c = c->next)
        if ((text_equal(c->folded, folded) || text_equal(c->code, word)) &&
            (c->word.size > 1 || text_equal(c->word, word))) /* a letter is no number here */
            return c->code;
    return TEXT("");
}

struct text vocabulary_code_of_heading(const struct vocabulary *vocabulary, struct arena *scratch,
                                       enum field field, struct text heading)
{
    struct text code = vocabulary_code(vocabulary, scratch, field, heading);
    if (!text_is_empty(code) || heading.size > PHRASE_BYTES)
        return code;
    const struct phrase *phrase =
        phrase_find(&vocabulary->phrases, fold_label(scratch, heading), field);
    return phrase == NULL ? TEXT("") : phrase->code;
}

struct text vocabulary_code_word(const struct vocabulary *vocabulary, enum language language,
                                 enum field field, struct text code)
{
    for (const struct code_word *c = vocabulary->codes[field]; c != NULL; c = c->next)
        if (c->language == language && text_equal(c->code, code))
            return c->word;
    return code;
}

size_t vocabulary_choices(const struct vocabulary *vocabulary, struct arena *arena,
                          enum language language, enum field field, struct text **words)
{
    size_t count = 0, capacity = 0;
    *words = NULL;
    for (const struct code_word *c = vocabulary->codes[field]; c != NULL; c = c->next) {
        struct text first = vocabulary_code_word(vocabulary, language, field, c->code);
        if (c->language == language && text_equal(first, c->word))
            *arena_push(arena, *words, count, capacity) = c->word;
    }
    return count;
}

/* Few values have a colon or an opening bracket. */
static bool may_have_reason(struct text value)
{
    return text_has(value, ':') || text_has(value, '(') || text_has(value, 0xFF1A) ||
           text_has(value, 0xFF08);
}

/* The text in front of a colon or bracket, and what follows it (無：暫由總務兼任, 無（自行安排）);
 * all of it and nothing when there is none. */
static struct text before_reason(struct text value, struct text *rest)
{
    *rest = TEXT("");
    if (!may_have_reason(value))
        return value;
    for (size_t at = 0; at < value.size && at <= ABSENCE_BYTES;) {
        size_t begin = at;
        uint32_t c = text_next(value, &at);
        struct text close = c == '(' ? TEXT(")") : TEXT("）");
        if ((c == '(' || c == 0xFF08) && text_ends_with(value, close)) {
            *rest = text_trim(text_slice(value, at, value.size - close.size));
            return text_trim(text_slice(value, 0, begin));
        }
        if (c == ':' || c == 0xFF1A) {
            *rest = text_trim(text_from(value, at));
            return text_slice(value, 0, begin);
        }
    }
    return value;
}

bool vocabulary_not_applicable(const struct vocabulary *vocabulary, struct arena *scratch,
                               struct text value, struct text *reason)
{
    struct text rest;
    struct text word = text_trim(before_reason(value, &rest));
    while (text_ends_with(word, TEXT("。")) || text_ends_with(word, TEXT(".")))
        word = text_slice(word, 0, word.size - (text_ends_with(word, TEXT(".")) ? 1 : 3));
    if (text_is_empty(word) || word.size > ABSENCE_BYTES ||
        !may_end_as(vocabulary, word, ENDS_ABSENCE))
        return false;
    struct text folded = fold_label(scratch, word);
    if (!may_be_code(vocabulary, folded))
        return false;
    for (const struct named_word *w = vocabulary->not_applicable; w != NULL; w = w->next)
        if (text_equal(w->key, folded)) {
            *reason = rest;
            return true;
        }
    return false;
}
