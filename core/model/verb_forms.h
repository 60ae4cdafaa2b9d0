/*
 * English verbs in the forms in which sentences of duties begin: "establishes", "planning".
 */
#ifndef ROLEBOOK_CORE_MODEL_VERB_FORMS_H
#define ROLEBOOK_CORE_MODEL_VERB_FORMS_H
#include "core/base/arena.h"
#include "core/base/text.h"

#define VERB_BASES_MAX 3

/*
 * in       word   folded as labels are, which takes an -s off: "establishe" and "planning"
 * out      bases  that the word may be a form of: "establish"; "plann", "planne" and "plan"
 * returns  how many: 0 to VERB_BASES_MAX
 */
size_t verb_bases(struct arena *arena, struct text word, struct text bases[VERB_BASES_MAX]);

#endif
