#include "core/model/vocabulary.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"
#include <assert.h>

#define NEAREST_MIN_PERCENT 50

const struct meaning *vocabulary_find(const struct vocabulary *vocabulary, struct arena *scratch,
                                      struct text label, size_t *count)
{
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, fold_label(scratch, label));
    *count = entry == NULL ? 0 : entry->count;
    return entry == NULL ? NULL : entry->meanings;
}

bool vocabulary_element(const struct vocabulary *vocabulary, struct arena *scratch,
                        struct text label, enum element *element)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find(vocabulary, scratch, label, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element != ELEMENT_COUNT && meanings[i].field == FIELD_NONE) {
            *element = meanings[i].element;
            return true;
        }
    return false;
}

enum field vocabulary_field(const struct vocabulary *vocabulary, struct arena *scratch,
                            enum element element, struct text label)
{
    size_t count;
    const struct meaning *meanings = vocabulary_find(vocabulary, scratch, label, &count);
    for (size_t i = 0; i < count; i++)
        if (meanings[i].element == element && meanings[i].field != FIELD_NONE)
            return meanings[i].field;
    return FIELD_NONE;
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

static enum element entry_element(const struct vocabulary_entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->meanings[i].field == FIELD_NONE &&
            entry->meanings[i].element < ELEMENT_ROLE_COUNT && !entry->meanings[i].is_part)
            return entry->meanings[i].element;
    return ELEMENT_COUNT;
}

size_t vocabulary_nearest(const struct vocabulary *vocabulary, struct arena *scratch,
                          struct text label, enum element *nearest, size_t max)
{
    struct text folded = fold_label(scratch, label);
    unsigned best[ELEMENT_ROLE_COUNT] = {0};
    size_t size = text_code_points(folded), found = 0;
    bool is_latin = size > 0 && folded.size == size;
    for (const struct vocabulary_entry *e = vocabulary->first; e != NULL; e = e->next_made) {
        enum element element = entry_element(e);
        bool latin_entry = e->label.size > 0 && (unsigned char)e->label.data[0] < 0x80;
        /* Letters say little: Latin labels must share a whole word, so compare only inclusion. */
        bool apart = is_latin ? !latin_entry || text_find(folded, e->label, 0) == TEXT_NOT_FOUND
                              : latin_entry;
        if (element == ELEMENT_COUNT || apart)
            continue;
        unsigned alike = fold_likeness(folded, e->label);
        if (alike > best[element])
            best[element] = alike;
    }
    for (; found < max; found++) {
        size_t top = 0;
        for (size_t i = 1; i < ELEMENT_ROLE_COUNT; i++)
            if (best[i] > best[top])
                top = i;
        if (best[top] < NEAREST_MIN_PERCENT)
            break;
        nearest[found] = (enum element)top;
        best[top] = 0;
    }
    return found;
}
