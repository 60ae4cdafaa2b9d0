/*
 * Folding brings texts that readers take for the same to the same bytes. For matching only: nothing
 * folded is ever written out.
 */
#ifndef ROLEBOOK_CORE_MODEL_FOLD_H
#define ROLEBOOK_CORE_MODEL_FOLD_H
#include "core/base/text_list.h"

/*
 * For matching running text: NFKC, case folded, Traditional to Simplified character by character
 * (ICU's Hant-Hans), CJK radicals to Han, white space runs to one space and none between Han.
 */
struct text fold_text(struct arena *arena, struct text t);

/*
 * For matching labels: fold_text, and also without spaces inside CJK, leading numbering (一、 (2)
 * 3.1 Ⅳ. 第一条) and between Latin letters that stand apart (G R A D E), bullets and emoji, surrounding brackets, trailing colons, and the English plural.
 */
struct text fold_label(struct arena *arena, struct text label);
/* The last character as fold_character has it; 0: the text is empty. */
uint32_t fold_end(struct text t);
/* False: the label ends in a Han that none of the folded texts ends in. */
bool may_fold_to_end(struct text label, struct text_list folded);
/* False: the labels end in different Han, and differ when folded, whatever else is in them. */
bool may_fold_alike(struct text a, struct text b);

/* The Simplified or plain form of one character; itself when it has none. */
uint32_t fold_character(uint32_t c);

/* A form that Simplified texts have and Traditional ones have not: 岗, 职, 时. */
bool is_simplified_form(uint32_t c);

/* Han characters lie in [FOLD_FIRST, FOLD_END), those of planes above left out. */
#define FOLD_FIRST 0x3400
#define FOLD_END 0xA000
static inline bool is_basic_han(uint32_t c) { return c >= FOLD_FIRST && c < FOLD_END; }
/*
 * The Traditional characters that fold to one: out[c - FOLD_FIRST] is the one for the Simplified c,
 * FOLD_SEVERAL where several do, 0 where none does.
 */
#define FOLD_SEVERAL 1
void fold_sources(uint32_t out[FOLD_END - FOLD_FIRST]);

/* A letter or a digit of a folded text in Latin script. */
static inline bool is_folded_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

#endif
