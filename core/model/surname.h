/*
 * Surnames of nine in ten Chinese people: what a name of two to four Han begins with.
 */
#ifndef ROLEBOOK_CORE_MODEL_SURNAME_H
#define ROLEBOOK_CORE_MODEL_SURNAME_H
#include "core/base/text.h"
#include <stdbool.h>

/* in  folded  as by fold_text, in whose script the surnames are written */
bool begins_with_surname(struct text folded);

#endif
