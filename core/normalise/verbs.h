/*
 * Verbs knows words that can be acts, far more than the phrase lists hold, and nothing else of
 * them.
 *
 * A list of phrases says what a word means for a duty; where it is silent, it is enough to know
 * that the word can be a verb: 護送, devise. The Chinese words come from the dictionary of jieba and
 * the Chinese Open Wordnet (tests/tools/verbs/make.py), the English ones from core/model.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_VERBS_H
#define ROLEBOOK_CORE_NORMALISE_VERBS_H
#include "core/model/english_verbs.h"
#include "core/normalise/phrases.h"

/* Two Simplified characters that are hardly anything else. */
bool verb_is_han(uint32_t first, uint32_t second);
/*
 * Two Simplified characters that official style joins to one verb, each of them a verb of offices
 * by itself, so that no dictionary holds them all: 核轉, 綜核, 彙陳.
 */
bool verb_is_joined_han(uint32_t first, uint32_t second);
/* One Simplified character that is a verb where it is a word, with an object: 登, 拌. */
bool verb_is_short_han(uint32_t c);
/*
 * Two that are all of a clause, the first with the second as its object, though no dictionary has
 * the word: 施釉, 植筋, 截桩; not 封面, 装备.
 */
bool verb_begins_han(uint32_t first, uint32_t second);
/* One that is the object of the verb it ends: 货 in 送货, 课 in 备课. */
bool verb_ends_in_object(uint32_t c);
/* One that makes a thing of the verb in front, where the two are a word: 呼吸机, 值班室. */
bool verb_makes_thing(uint32_t c);

#endif
