/*
 * Handovers carry information from step to step; each way of them should end.
 */
#ifndef ROLEBOOK_CORE_CHECK_HANDOVERS_H
#define ROLEBOOK_CORE_CHECK_HANDOVERS_H
#include "core/model/process_steps.h"

/*
 * [steps] whether from the step some way leads out: to somebody outside the steps, or to a step
 * that gives nothing on. false: whatever it gives goes round for ever.
 */
const bool *steps_that_end(struct arena *arena, const struct process_steps *all);

#endif
