/*
 * A pressroom lends presses to threads: one that prints takes a press and gives it back, so that
 * there are never more presses than threads at work.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_PRESSROOM_H
#define ROLEBOOK_CONVERTERS_PDF_PRESSROOM_H
#include "converters/pdf/press.h"

struct pressroom;

struct pressroom *pressroom_open(struct arena *arena, struct fonts *fonts); /* in the arena */
void pressroom_close(struct pressroom *room); /* with all that was printed; NULL is allowed */
struct press *pressroom_take(struct pressroom *room);
void pressroom_give(struct pressroom *room, struct press *press);
/* All its presses; none may be at work. */
struct press *const *pressroom_presses(const struct pressroom *room, size_t *count);

/* Calls print for each page below count, several at a time; threads: as threads_run takes them. */
typedef void pressroom_work(struct press *press, size_t page, void *data);
void pressroom_run(struct pressroom *room, size_t threads, size_t count, pressroom_work *print,
                   void *data);

#endif
