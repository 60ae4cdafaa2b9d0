/*
 * Matching is a sentence while its phrases are looked for: sentence.c finds them all, faults of two
 * parts are joined, and then those go that others hide.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_MATCHING_H
#define ROLEBOOK_CORE_NORMALISE_MATCHING_H
#include "core/normalise/sentence.h"

#define PHRASE_REACH 64 /* no phrase is longer: see phrases.c */
#define SURE_LENGTH 3   /* Han phrases this long need no boundaries: they are no part of a word */

struct matching {
    struct arena *arena;
    struct segmenter *segmenter;
    const struct phrases *phrases;
    struct match *list;
    size_t count, capacity;
    uint32_t *first; /* [count of characters + 1], of each the first match at or after it */
    bool has_plain;  /* a plain word of three characters or more is among them */
    uint64_t rests;  /* of the entries that a rest among them is of (entry_bit) */
};

/* Few rests stand in a sentence: entries that share a bit are seldom both asked for. */
static inline uint64_t entry_bit(const struct phrase *phrase)
{
    return (uint64_t)1 << (phrase->entry & 63);
}

/* An opener of two parts whose other one is nowhere in the sentence. */
static inline bool lacks_rest(const struct matching *m, const struct phrase *phrase)
{
    return phrase->has_rest && (m->rests & entry_bit(phrase)) == 0;
}

static inline uint32_t length_of(struct range at) { return at.end - at.begin; }

/* Whether words begin and end where the range does; the boundaries of s are found for it. */
bool matching_is_word(struct matching *m, struct sentence *s, struct range at);

/*
 * Faults of two parts (提升…形象) end where their rest does, or are none: empty. What nobody can
 * assess is none behind an act of its sentence, whose result it is: 回訪客戶，提升滿意度.
 */
void two_part_faults_join(struct matching *m, struct sentence *s);

#endif
