/*
 * What a list label counts: its number, the look that the labels of one list share, and the label
 * that another number has in that look.
 */
#ifndef ROLEBOOK_CORE_MODEL_LIST_NUMBER_H
#define ROLEBOOK_CORE_MODEL_LIST_NUMBER_H
#include "core/base/arena.h"
#include "core/base/text.h"

/* Labels of one list look alike: what numbers them, and the marks around it; 0: no label. */
unsigned list_label_look(struct text label);
/* The number a label shows, 1 to 999: 3. (三) ③ c) 第三條; 0 for bullets, roman and 3.1. */
unsigned list_label_number(struct text label);
/*
 * The label with another number, in the same look: (三) and 4 give (四).
 *
 * in       number  from 1
 * returns  the label, in the arena; empty for a look that has no such number, a bullet, 3.1
 */
struct text list_label_with(struct arena *arena, struct text label, unsigned number);
/* The next number of the same look: IV. behind III., 5.07 behind 5.06, 4. behind 3. */
bool list_label_follows(struct text label, struct text before);
/* The first of its list: 1. (a) 一、 ① 3.1, or a bullet. */
bool list_label_is_first(struct text label);

/*
 * Where the next item begins in a text that numbers its items within a line ("1. 甲；2. 乙；…").
 *
 * in       number  of the item looked for; from  where to begin looking
 * returns  the offset of its number, or TEXT_NOT_FOUND
 */
size_t list_label_find(struct text t, unsigned number, size_t from);

#endif
