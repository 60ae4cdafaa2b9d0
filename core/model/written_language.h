/*
 * The written language of a role is what the characters of its words say.
 */
#ifndef ROLEBOOK_CORE_MODEL_WRITTEN_LANGUAGE_H
#define ROLEBOOK_CORE_MODEL_WRITTEN_LANGUAGE_H
#include "core/base/language.h"
#include "core/model/model.h"

/* How many characters of each kind some words hold. Begins as {0}. */
struct scripts {
    size_t han, letters, kana;
    size_t traditional, simplified; /* Han that texts of the one script alone have */
};

/* Adds what the words hold. */
void count_scripts(struct scripts *counts, struct text words);
/*
 * Adds the words of all the role's elements, and the headings over them.
 * in  max  letters and Han behind which no more are counted; SIZE_MAX: all are
 */
void count_role_scripts(struct scripts *counts, const struct role *role, size_t max);
/* Kana stand among the Han as only Japanese has them. */
bool is_japanese(struct scripts counts);
/*
 * Which of our languages the counts tell, as if kana were none of it; where they tell none clearly,
 * the stated one. stated  LANG_COUNT: none of ours
 */
enum language written_language(struct scripts counts, enum language stated);

#endif
