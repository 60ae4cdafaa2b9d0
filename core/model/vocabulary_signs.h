/*
 * Filling the signs of a vocabulary from its files. Private to the vocabulary's own files; others
 * include core/model/signs.h.
 */
#ifndef ROLEBOOK_CORE_MODEL_VOCABULARY_SIGNS_H
#define ROLEBOOK_CORE_MODEL_VOCABULARY_SIGNS_H
#include "core/model/signs.h"

/* Zero is none. */
struct signs {
    struct text *words[SIGN_COUNT]; /* [counts], with room for [capacities] */
    size_t counts[SIGN_COUNT], capacities[SIGN_COUNT];
    uint64_t begins[SIGN_COUNT], ends[SIGN_COUNT]; /* as a text_list has them */
};

/* The name below "signs:" in a vocabulary file. */
const char *sign_name(enum sign sign);
/* SIGN_COUNT: it is no sign's. */
enum sign sign_by_name(struct text name);
/* One more word, which must live as long as the vocabulary; said twice it is one. */
void signs_add(struct signs *signs, struct arena *arena, enum sign sign, struct text word);

#endif
