#include "core/extract/labels/label_memory.h"
#include "core/extract/labels/label.h"
#include "core/model/fold.h"
#include "core/model/likely_labels.h"

#define REMEMBERED ((size_t)4096)        /* labels; a newer one takes the place of an older one */
#define BYTES_KEPT_MAX ((size_t)1 << 20) /* of words, from file to file */

struct remembered {
    struct text label;  /* empty: free */
    struct text folded; /* empty: not yet */
    bool is_answered[LABEL_QUESTION_COUNT];
    struct label answers[LABEL_QUESTION_COUNT];
    unsigned said, yes; /* bits of enum words_question */
};

struct label_memory {
    struct arena *words;
    struct remembered *labels; /* REMEMBERED of them, in the arena of words; NULL: nothing yet */
    struct arena *counts;
    const struct likely_labels *likely; /* in the arena of counts; NULL: nobody asked yet */
};

struct label_memory *label_memory_new(struct arena *arena)
{
    struct label_memory *memory = arena_new(arena, struct label_memory);
    *memory =
        (struct label_memory){.words = arena_open_like(arena), .counts = arena_open_like(arena)};
    return memory;
}

void label_memory_close(struct label_memory *memory)
{
    arena_close(memory->words);
    arena_close(memory->counts);
}

const struct likely_labels *label_memory_likely(struct label_memory *memory,
                                                const struct vocabulary *vocabulary)
{
    if (memory->likely == NULL)
        memory->likely = likely_labels_make(vocabulary, memory->counts);
    return memory->likely;
}

void label_memory_begin(struct label_memory *memory)
{
    if (arena_bytes(memory->words) > BYTES_KEPT_MAX) {
        arena_clear(memory->words);
        memory->labels = NULL;
    }
}

static struct remembered *place_of(const struct label_memory *memory, struct text label)
{
    return &memory->labels[text_key(label) % REMEMBERED];
}

/* The label's own place, taken from the one that had it. */
static struct remembered *take_place(struct label_memory *memory, struct text label)
{
    if (memory->labels == NULL)
        memory->labels = arena_new_array(memory->words, REMEMBERED, struct remembered);
    struct remembered *place = place_of(memory, label);
    if (!text_equal(place->label, label))
        *place = (struct remembered){.label = text_copy(memory->words, label)};
    return place;
}

struct text label_memory_folded(struct label_memory *memory, struct text label)
{
    struct remembered *place = take_place(memory, label);
    if (text_is_empty(place->folded))
        place->folded = fold_label(memory->words, label);
    return place->folded;
}

bool label_memory_find(const struct label_memory *memory, enum label_question question,
                       struct text label, struct label *answer)
{
    if (memory->labels == NULL)
        return false;
    const struct remembered *place = place_of(memory, label);
    if (!place->is_answered[question] || !text_equal(place->label, label))
        return false;
    *answer = place->answers[question];
    return true;
}

void label_memory_keep(struct label_memory *memory, enum label_question question, struct text label,
                       const struct label *answer)
{
    struct remembered *place = take_place(memory, label);
    place->answers[question] = *answer;
    place->is_answered[question] = true;
}

bool label_memory_says(const struct label_memory *memory, enum words_question question,
                       struct text words, bool *answer)
{
    if (memory->labels == NULL)
        return false;
    const struct remembered *place = place_of(memory, words);
    if ((place->said & 1u << question) == 0 || !text_equal(place->label, words))
        return false;
    *answer = (place->yes & 1u << question) != 0;
    return true;
}

void label_memory_keep_said(struct label_memory *memory, enum words_question question,
                            struct text words, bool answer)
{
    struct remembered *place = take_place(memory, words);
    place->said |= 1u << question;
    place->yes |= (unsigned)answer << question;
}
