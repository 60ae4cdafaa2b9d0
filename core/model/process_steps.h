/*
 * Process steps say which position answers for which stretch of a process, and what information
 * goes from one to the next.
 */
#ifndef ROLEBOOK_CORE_MODEL_PROCESS_STEPS_H
#define ROLEBOOK_CORE_MODEL_PROCESS_STEPS_H
#include "core/model/model.h"

/* A position that organisation, processes, scenarios or goals name. */
struct position {
    struct text name; /* as first written */
    struct span at;
    const struct record *listed; /* its row of the organisation; NULL: it is not in it */
    size_t *steps;               /* [step_count] that it carries, in the order given */
    size_t step_count;
};

struct step {
    const struct record *record;
    struct text key; /* what others call it by: its number, else its name, else what is done */
    size_t *owners;  /* [owner_count] positions */
    size_t owner_count;
    bool is_for_all; /* 全體崗位, all staff: a shared duty */
};

struct process_steps {
    const struct records *records; /* of the handbook */
    struct step *steps;            /* [records->count], row by row */
    struct position *positions;
    size_t position_count;
    struct name_table *names;         /* of positions */
    struct name_table *keys;          /* of steps */
    struct name_table *taken, *given; /* information and position, where a step takes or gives it */
};

/* Of the handbook's processes; never NULL. Texts are slices of the handbook's. */
struct process_steps *process_steps_of(struct arena *arena, const struct handbook *handbook);
/* A field of the step, FIELD_HANDBOOK_PROCESSES_…. */
struct text step_text(const struct process_steps *all, const struct step *step, enum field field);
/* The position's number; NO_NAME: nothing names it. */
size_t position_find(const struct process_steps *all, struct arena *scratch, struct text name);
/* Whether a step of that position takes, or gives, any of the information named. */
bool position_takes(const struct process_steps *all, struct arena *scratch, struct text information,
                    struct text position);
bool position_gives(const struct process_steps *all, struct arena *scratch, struct text information,
                    struct text position);

#endif
