/*
 * A row is a Chinese clause of three or more acts, each with an object of its own: 養雞、種菜、帶導覽.
 *
 * One of its verbs alone may be a noun or no word that any list holds; that each part begins with
 * one shows them all to be acts.
 */
#ifndef ROLEBOOK_CORE_NORMALISE_ACT_ROW_H
#define ROLEBOOK_CORE_NORMALISE_ACT_ROW_H
#include "core/normalise/sentence.h"

/* Says of the clause, whose head is read, whether it is a row; then its head is the first act. */
void act_row_read(const struct sentence *s, struct clause *clause);

/* Where the object of a part begins that begins there and ends at `end`; `begin`: it is no act. */
uint32_t act_row_object(const struct sentence *s, uint32_t begin, uint32_t end);

#endif
