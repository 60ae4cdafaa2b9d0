/*
 * Phrases say how headings begin and end that say the rest in words of their own: "* you will
 * bring".
 *
 * Private to the vocabulary's own files.
 */
#ifndef ROLEBOOK_CORE_MODEL_VOCABULARY_PHRASES_H
#define ROLEBOOK_CORE_MODEL_VOCABULARY_PHRASES_H
#include "core/model/element.h"

#define PHRASE_BYTES 120 /* of a heading that may be a phrase */

struct phrase {
    struct text begin, middle, end; /* folded; each may be empty */
    bool has_gap;                   /* false: begin is the whole heading */
    enum element element;           /* ELEMENT_COUNT: it tells a code, or is of no element */
    bool is_other;                  /* of no element, and known to be none */
    enum field field;               /* FIELD_NONE: it tells an element */
    struct text code;               /* of that field */
    size_t order;                   /* in which they were read */
    struct phrase *next;
};

/* Phrases by a byte that the heading must show: the first, else the last, else any. */
enum { PHRASES_BY_LAST = 256, PHRASES_BY_NONE = 512, PHRASE_LISTS };

/* All phrases; zero is none. */
struct phrases {
    struct phrase *lists[PHRASE_LISTS];
    size_t count;
};

/*
 * in       words  as a vocabulary file has them: "* you will", where a star stands for any words
 *          told   what the phrase tells: its element or code; the rest of it is ignored
 */
void phrase_add(struct phrases *phrases, struct arena *arena, struct text words,
                const struct phrase *told);
/*
 * The phrase that says most of a folded heading; NULL: none.
 *
 * in       field  FIELD_NONE: among those of elements; else among those of codes of that field
 */
const struct phrase *phrase_find(const struct phrases *phrases, struct text folded,
                                 enum field field);

#endif
