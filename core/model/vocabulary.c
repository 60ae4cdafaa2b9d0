#include "core/model/vocabulary.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"
#include <assert.h>

/* The meanings of one label, as a whole or by its parts. */
static const struct meaning *find_one(const struct vocabulary *vocabulary, struct text folded,
                                      size_t *count)
{
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, folded);
    *count = entry == NULL ? 0 : entry->count;
    if (*count > 0)
        return entry->meanings;
    const struct meaning *compound = compounds_find(&vocabulary->compounds, folded);
    *count = compound == NULL ? 0 : 1;
    return compound;
}

/* Between two labels that stand as one: 部門／科室, "Department/Team". */
static const struct text joints[] = {
    TEXT_INIT("/"),  TEXT_INIT("、"), TEXT_INIT("与"),    TEXT_INIT("和"),   TEXT_INIT("及"),
    TEXT_INIT("或"), TEXT_INIT("&"),  TEXT_INIT(" and "), TEXT_INIT(" or "), TEXT_INIT(" and/or ")};

/* Both name the same element, the one that is not also an ordinary word for both of them. */
static const struct meaning *find_joined(const struct vocabulary *vocabulary, struct text folded,
                                         struct text joint, size_t *count)
{
    size_t at = text_find(folded, joint, 0), count_after;
    if (at == TEXT_NOT_FOUND)
        return NULL;
    struct text before = text_trim(text_slice(folded, 0, at));
    struct text after = text_trim(text_from(folded, at + joint.size));
    const struct meaning *one = find_one(vocabulary, before, count);
    const struct meaning *other = *count == 0 ? NULL : find_one(vocabulary, after, &count_after);
    bool is_one = other != NULL && one->element == other->element &&
                  one->element < ELEMENT_ROLE_COUNT && one->field == FIELD_NONE &&
                  other->field == FIELD_NONE;
    if (!is_one)
        return NULL;
    if (one->needs_context && !other->needs_context) {
        *count = count_after;
        return other;
    }
    return one;
}

const struct meaning *vocabulary_find_folded(const struct vocabulary *vocabulary,
                                             struct text folded, size_t *count)
{
    const struct meaning *found = find_one(vocabulary, folded, count);
    uint64_t bits = found == NULL ? text_bits(folded) : 0;
    for (size_t i = 0; found == NULL && i < sizeof joints / sizeof *joints; i++)
        if (text_may_hold(bits, joints[i]))
            found = find_joined(vocabulary, folded, joints[i], count);
    if (found == NULL)
        *count = 0;
    return found;
}

const struct meaning *vocabulary_find(const struct vocabulary *vocabulary, struct arena *scratch,
                                      struct text label, size_t *count)
{
    return vocabulary_find_folded(vocabulary, fold_label(scratch, label), count);
}

enum field vocabulary_field_folded(const struct vocabulary *vocabulary, enum element element,
                                   struct text folded)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find_folded(vocabulary, folded, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element == element && meanings[i].field != FIELD_NONE)
            return meanings[i].field;
    return FIELD_NONE;
}

enum field vocabulary_field(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum element element, struct text label)
{
    return vocabulary_field_folded(vocabulary, element, fold_label(scratch, label));
}

struct text vocabulary_heading(const struct vocabulary *vocabulary, enum language language,
                               enum element element)
{
    struct text heading = vocabulary->headings[language][element];
    return text_is_empty(heading) ? text_from_string(element_row(element)->name) : heading;
}

struct text vocabulary_column(const struct vocabulary *vocabulary, enum language language,
                              enum field field)
{
    struct text column = vocabulary->columns[language][field];
    return text_is_empty(column) ? text_from_string(field_row(field)->name) : column;
}

static struct text in_two(struct arena *arena, struct text first, struct text second,
                          struct text divider)
{
    struct text_buffer both = text_buffer_new(arena);
    if (text_is_empty(first) || text_is_empty(second) || text_equal(first, second))
        return first;
    buffer_append(&both, first);
    buffer_append(&both, divider);
    buffer_append(&both, second);
    return buffer_text(&both);
}

const struct vocabulary *vocabulary_in_two(struct arena *arena, const struct vocabulary *vocabulary,
                                           enum language second, struct text divider)
{
    struct vocabulary *both = arena_new(arena, struct vocabulary);
    *both = *vocabulary;
    for (size_t l = 0; l < LANG_COUNT; l++) {
        for (size_t e = 0; e < ELEMENT_COUNT; e++)
            both->headings[l][e] =
                in_two(arena, vocabulary->headings[l][e], vocabulary->headings[second][e], divider);
        for (size_t f = 0; f < FIELD_COUNT; f++)
            both->columns[l][f] =
                in_two(arena, vocabulary->columns[l][f], vocabulary->columns[second][f], divider);
    }
    return both;
}

struct text vocabulary_word(const struct vocabulary *vocabulary, enum language language,
                            const char *key)
{
    const struct named_word *word = vocabulary->words[language];
    while (word != NULL && !text_is(word->key, key))
        word = word->next;
    assert(word != NULL);
    return word->word;
}

struct text vocabulary_prompt(const struct vocabulary *vocabulary, enum language language,
                              enum element element)
{
    struct text prompt = vocabulary->prompts[language][element];
    return text_is_empty(prompt) ? vocabulary_word(vocabulary, language, "prompt") : prompt;
}

bool vocabulary_is_prompt(const struct vocabulary *vocabulary, struct text words)
{
    size_t low = 0, high = vocabulary->prompt_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text_compare(vocabulary->all_prompts[middle], words) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < vocabulary->prompt_count && text_equal(vocabulary->all_prompts[low], words);
}
