#include "core/model/vocabulary_table.h"
#include "core/base/script.h"
#include <string.h>

struct vocabulary *vocabulary_new(struct arena *arena)
{
    struct vocabulary *vocabulary = arena_new(arena, struct vocabulary);
    memset(vocabulary, 0, sizeof *vocabulary);
    vocabulary->arena = arena;
    vocabulary->edges = arena_new(arena, struct han_edges);
    memset(vocabulary->edges, 0, sizeof *vocabulary->edges);
    return vocabulary;
}

/* No label that begins like the text is as long as it. */
static bool is_too_long(const struct vocabulary *vocabulary, struct text folded)
{
    size_t at = 0, longest = vocabulary->longest;
    uint32_t first = folded.size == 0 ? 0 : text_next(folded, &at);
    if (is_basic_han(first))
        longest = vocabulary->edges->longest[first - FOLD_FIRST];
    return folded.size > longest;
}

struct vocabulary_entry *vocabulary_entry(const struct vocabulary *vocabulary, struct text folded)
{
    if (is_too_long(vocabulary, folded))
        return NULL;
    struct vocabulary_entry *entry = vocabulary->buckets[text_key(folded) % VOCABULARY_BUCKETS];
    while (entry != NULL && !text_equal(entry->label, folded))
        entry = entry->next;
    return entry;
}

static void note_size(struct vocabulary *vocabulary, struct text label)
{
    size_t at = 0;
    uint32_t first = label.size == 0 ? 0 : text_next(label, &at);
    if (label.size > vocabulary->longest)
        vocabulary->longest = label.size;
    if (!is_basic_han(first))
        return;
    uint32_t *longest = &vocabulary->edges->longest[first - FOLD_FIRST];
    if (label.size > *longest)
        *longest = (uint32_t)label.size;
}

struct vocabulary_entry *vocabulary_entry_new(struct vocabulary *vocabulary, struct text folded)
{
    struct vocabulary_entry *entry = vocabulary_entry(vocabulary, folded);
    if (entry != NULL)
        return entry;
    struct vocabulary_entry **bucket = &vocabulary->buckets[text_key(folded) % VOCABULARY_BUCKETS];
    entry = arena_new(vocabulary->arena, struct vocabulary_entry);
    *entry = (struct vocabulary_entry){
        .label = folded, .keyword = ELEMENT_COUNT, .opening = ELEMENT_COUNT, .next = *bucket};
    *bucket = entry;
    note_size(vocabulary, folded);
    if (vocabulary->first == NULL)
        vocabulary->first = entry;
    else
        vocabulary->last->next_made = entry;
    vocabulary->last = entry;
    return entry;
}

/* Canonical headings of roles, other names of their elements, forms, the handbook's, columns. */
static unsigned rank_of(const struct meaning *m)
{
    if (m->field != FIELD_NONE)
        return element_is_of_handbook(m->element) ? 7 : 6;
    if (m->is_form || m->is_other)
        return m->is_form ? 3 : 8;
    if (element_is_of_handbook(m->element))
        return m->is_canonical ? 4 : 5;
    return m->is_canonical ? 0 : m->is_part ? 2 : 1;
}

static bool is_same_meaning(const struct meaning *a, const struct meaning *b)
{
    return a->element == b->element && a->field == b->field && a->is_form == b->is_form &&
           a->is_other == b->is_other;
}

void vocabulary_add_meaning(struct vocabulary *vocabulary, struct text label,
                            struct meaning meaning)
{
    struct vocabulary_entry *entry =
        vocabulary_entry_new(vocabulary, fold_label(vocabulary->arena, label));
    unsigned rank = rank_of(&meaning);
    struct known_meaning **at = &entry->known;
    for (; *at != NULL; at = &(*at)->next) {
        if (is_same_meaning(&(*at)->meaning, &meaning)) {
            (*at)->meaning.is_canonical |= meaning.is_canonical;
            return;
        }
        if ((*at)->rank > rank)
            break;
    }
    struct known_meaning *known = arena_new(vocabulary->arena, struct known_meaning);
    *known = (struct known_meaning){.meaning = meaning, .rank = rank, .next = *at};
    *at = known;
    entry->count++;
}

static void note_ending(struct vocabulary *vocabulary, const struct vocabulary_entry *entry)
{
    size_t at = entry->label.size;
    uint32_t last = at == 0 ? 0 : text_previous(entry->label, &at);
    if ((entry->kinds & (ENDS_LIKE_POSITION | 1u << WORD_OFFICE)) != 0 && is_basic_han(last))
        vocabulary->edges->ends_post[last - FOLD_FIRST] = true;
}

void vocabulary_settle(struct vocabulary *vocabulary)
{
    vocabulary->first_keyword = NULL;
    for (struct vocabulary_entry *entry = vocabulary->first; entry != NULL;
         entry = entry->next_made) {
        struct meaning *meanings =
            arena_new_array(vocabulary->arena, entry->count + 1, struct meaning);
        size_t count = 0;
        for (struct known_meaning *k = entry->known; k != NULL; k = k->next) {
            meanings[count] = k->meaning;
            meanings[count++].needs_context = entry->needs_context && !k->meaning.is_canonical;
        }
        entry->meanings = meanings;
        entry->count = count;
        note_ending(vocabulary, entry);
        if (entry->keyword == ELEMENT_COUNT || !is_latin_text(entry->label))
            continue;
        entry->next_keyword = vocabulary->first_keyword;
        vocabulary->first_keyword = entry;
    }
}
