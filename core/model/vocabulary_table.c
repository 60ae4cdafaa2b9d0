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
    vocabulary->keys = arena_new(arena, struct label_keys);
    memset(vocabulary->keys, 0, sizeof *vocabulary->keys);
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

static bool has_key(const struct label_keys *keys, uint64_t key)
{
    key %= LABEL_KEYS;
    return (keys->bits[key / 64] >> key % 64 & 1) != 0;
}

static void note_key(struct label_keys *keys, uint64_t key)
{
    key %= LABEL_KEYS;
    keys->bits[key / 64] |= (uint64_t)1 << key % 64;
}

struct vocabulary_entry *vocabulary_entry(const struct vocabulary *vocabulary, struct text folded)
{
    if (is_too_long(vocabulary, folded))
        return NULL;
    uint64_t key = text_key(folded);
    if (!has_key(vocabulary->keys, key))
        return NULL;
    struct vocabulary_entry *entry = vocabulary->buckets[key % VOCABULARY_BUCKETS];
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

struct vocabulary_entry *vocabulary_entry_new(struct vocabulary *vocabulary, struct arena *scratch,
                                              struct text label)
{
    struct text folded = fold_label(scratch, label);
    struct vocabulary_entry *entry = vocabulary_entry(vocabulary, folded);
    if (entry != NULL)
        return entry;
    folded = text_equal(folded, label) ? label : text_copy(vocabulary->arena, folded);
    uint64_t key = text_key(folded);
    note_key(vocabulary->keys, key);
    struct vocabulary_entry **bucket = &vocabulary->buckets[key % VOCABULARY_BUCKETS];
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

void vocabulary_add_meaning(struct vocabulary *vocabulary, struct arena *scratch, struct text label,
                            struct meaning meaning)
{
    struct vocabulary_entry *entry = vocabulary_entry_new(vocabulary, scratch, label);
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

static void note_ending(struct vocabulary *vocabulary, struct text word, enum han_ending ending)
{
    uint32_t last = fold_end(word);
    if (is_basic_han(last))
        vocabulary->edges->ends[last - FOLD_FIRST] |= (uint8_t)ending;
}

static void note_code(struct vocabulary *vocabulary, struct text word, enum han_ending ending)
{
    note_key(vocabulary->keys, text_key(word));
    note_ending(vocabulary, word, ending);
}

static void note_codes(struct vocabulary *vocabulary)
{
    for (size_t field = 0; field < FIELD_COUNT; field++)
        for (const struct code_word *c = vocabulary->codes[field]; c != NULL; c = c->next) {
            note_code(vocabulary, c->folded, ENDS_CODE);
            note_code(vocabulary, c->code, ENDS_CODE);
        }
    for (const struct named_word *w = vocabulary->not_applicable; w != NULL; w = w->next)
        note_code(vocabulary, w->key, ENDS_ABSENCE);
}

bool may_be_code(const struct vocabulary *vocabulary, struct text t)
{
    return has_key(vocabulary->keys, text_key(t));
}

bool may_end_as(const struct vocabulary *vocabulary, struct text t, enum han_ending ending)
{
    uint32_t last = fold_end(t);
    return !is_basic_han(last) || (vocabulary->edges->ends[last - FOLD_FIRST] & ending) != 0;
}

static void settle_meanings(struct vocabulary *vocabulary, struct vocabulary_entry *entry)
{
    struct meaning *meanings = NULL;
    if (entry->count > 1) /* one stays where it is known */
        meanings = arena_new_array(vocabulary->arena, entry->count, struct meaning);
    size_t count = 0;
    for (struct known_meaning *k = entry->known; k != NULL; k = k->next, count++) {
        k->meaning.needs_context = entry->needs_context && !k->meaning.is_canonical;
        if (meanings != NULL)
            meanings[count] = k->meaning;
        else
            entry->meanings = &k->meaning;
    }
    if (meanings != NULL)
        entry->meanings = meanings;
}

void vocabulary_settle(struct vocabulary *vocabulary)
{
    vocabulary->first_keyword = NULL;
    note_codes(vocabulary);
    for (struct vocabulary_entry *entry = vocabulary->first; entry != NULL;
         entry = entry->next_made) {
        settle_meanings(vocabulary, entry);
        if ((entry->kinds & (ENDS_LIKE_POSITION | 1u << WORD_OFFICE)) != 0)
            note_ending(vocabulary, entry->label, ENDS_POST);
        if (entry_is(entry, WORD_HIRING))
            note_ending(vocabulary, entry->label, ENDS_HIRING);
        if (entry->keyword == ELEMENT_COUNT || !is_latin_text(entry->label))
            continue;
        entry->next_keyword = vocabulary->first_keyword;
        vocabulary->first_keyword = entry;
    }
}
