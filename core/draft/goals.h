/*
 * Goals of the strategy, decomposed: each goal, the rows that speak of it, what it is part of, and
 * which steps of processes serve it.
 */
#ifndef ROLEBOOK_CORE_DRAFT_GOALS_H
#define ROLEBOOK_CORE_DRAFT_GOALS_H
#include "core/model/goal_names.h"
#include "core/model/process_steps.h"

struct goal {
    const struct record *record; /* its first row */
    struct text id;              /* its number, else its words */
    struct text name,
        degree; /* 「客戶訴求一次解決」, 「一次解決率達到 85%」: degree may be empty */
    size_t parent; /* NO_NAME: it is part of none */
};

/* That a step serves a goal. */
struct service {
    size_t goal;      /* NO_NAME: none */
    bool is_proposed; /* found by what the two say; nobody wrote it */
};

struct goals {
    const struct records *records;
    struct goal *goals;
    size_t count;
    const struct goal_names *names;
    struct service **services; /* [steps] of each step, ended by NO_NAME */
};

/* Of the handbook's strategy, with the steps that serve each goal; never NULL. */
struct goals *goals_of(struct arena *arena, const struct handbook *handbook,
                       const struct process_steps *steps);
/* A field of one of the goals' rows; may be empty. */
struct text goal_text(const struct goals *goals, const struct record *row, enum field field);

#endif
