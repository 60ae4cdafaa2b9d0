/*
 * Swim lanes show a process: a lane for each position, its steps in it from top to bottom, and
 * arrows where information goes from one to the next.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_SWIM_LANES_H
#define ROLEBOOK_CORE_COMPOSE_SWIM_LANES_H
#include "core/compose/book.h"
#include "core/model/process_steps.h"

/* The steps [first, end) below parent; what is too long for a page goes on in the next drawing. */
void draw_swim_lanes(struct book *book, struct block *parent, const struct process_steps *all,
                     size_t first, size_t end, struct text process);

#endif
