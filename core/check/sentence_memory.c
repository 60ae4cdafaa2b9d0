#include "core/check/sentence_memory.h"

#define KEPT ((size_t)1024)               /* sentences; the first of two of one place stays */
#define SEEN ((size_t)4096)               /* keys; a newer one takes the place of an older one */
#define BYTES_KEPT_MAX ((size_t)16 << 20) /* of all that the sentences point to */

struct remembered {
    enum element element;
    struct sentence sentence; /* no text: free */
};

struct sentence_memory {
    struct arena *words;
    struct remembered kept[KEPT];
    uint64_t seen[SEEN];
};

struct sentence_memory *sentence_memory_new(struct arena *arena)
{
    struct sentence_memory *memory = arena_new(arena, struct sentence_memory);
    memory->words = arena_open_like(arena);
    return memory;
}

void sentence_memory_close(struct sentence_memory *memory) { arena_close(memory->words); }

static uint64_t key_of(enum element element, enum language language, struct text text)
{
    return text_key(text) + (uint64_t)element * LANG_COUNT + language;
}

bool sentence_memory_find(const struct sentence_memory *memory, enum element element,
                          enum language language, struct text text, struct sentence *sentence)
{
    const struct remembered *place = &memory->kept[key_of(element, language, text) % KEPT];
    if (place->element != element || place->sentence.language != language || text_is_empty(text) ||
        !text_equal(place->sentence.text, text))
        return false;
    *sentence = place->sentence;
    sentence->text = text;
    return true;
}

struct arena *sentence_memory_room(struct sentence_memory *memory, enum element element,
                                   enum language language, struct text text)
{
    uint64_t key = key_of(element, language, text), *seen = &memory->seen[key % SEEN];
    bool is_free = text_is_empty(memory->kept[key % KEPT].sentence.text);
    if (*seen == key && is_free && arena_bytes(memory->words) < BYTES_KEPT_MAX)
        return memory->words;
    *seen = key;
    return NULL;
}

void sentence_memory_keep(struct sentence_memory *memory, enum element element,
                          const struct sentence *sentence)
{
    uint64_t key = key_of(element, sentence->language, sentence->text);
    memory->kept[key % KEPT] = (struct remembered){element, *sentence};
}
