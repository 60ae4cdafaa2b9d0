/*
 * Goal names find a strategic goal by what others call it: its number, its words, or the name in
 * front of its colon.
 */
#ifndef ROLEBOOK_CORE_MODEL_GOAL_NAMES_H
#define ROLEBOOK_CORE_MODEL_GOAL_NAMES_H
#include "core/model/model.h"

struct goal_names {
    const struct records *records; /* of the handbook */
    struct name_table *table;
    size_t *of_row;  /* [records->count] the goal each row speaks of; NO_NAME: of none */
    size_t *first;   /* [count] the first row of each goal */
    size_t *parents; /* [count] NO_NAME: it is part of none */
    size_t count;
};

/* Of the handbook's strategy; never NULL, without goals where it has none. */
struct goal_names *goal_names_of(struct arena *arena, const struct handbook *handbook);
/*
 * The next goal that a cell names (「G1、G3」, or its words); false at the end. What names no goal
 * is passed over.
 */
bool goal_names_next(const struct goal_names *names, struct arena *scratch, struct text cell,
                     size_t *offset, size_t *goal);
/* 「客戶訴求一次解決：一次解決率達到 85%」: the name, and the degree, which may be empty. */
struct text goal_name_divide(struct text words, struct text *degree);

#endif
