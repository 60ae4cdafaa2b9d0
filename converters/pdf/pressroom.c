#include "converters/pdf/pressroom.h"
#include "core/base/limits.h"
#include "core/base/threads.h"
#include <assert.h>
#include <pthread.h>

struct pressroom {
    struct fonts *fonts;
    pthread_mutex_t lock;
    struct press *presses[LIMIT_THREADS];
    size_t count;
    struct press *idle[LIMIT_THREADS];
    size_t idle_count;
};

struct pressroom *pressroom_open(struct arena *arena, struct fonts *fonts)
{
    struct pressroom *room = arena_new(arena, struct pressroom);
    room->fonts = fonts;
    pthread_mutex_init(&room->lock, NULL);
    return room;
}

void pressroom_close(struct pressroom *room)
{
    if (room == NULL)
        return;
    for (size_t i = 0; i < room->count; i++)
        press_close(room->presses[i]);
    pthread_mutex_destroy(&room->lock);
}

struct press *pressroom_take(struct pressroom *room)
{
    pthread_mutex_lock(&room->lock);
    struct press *press = room->idle_count > 0 ? room->idle[--room->idle_count] : NULL;
    pthread_mutex_unlock(&room->lock);
    if (press != NULL)
        return press;
    press = press_open(room->fonts);
    pthread_mutex_lock(&room->lock);
    assert(room->count < LIMIT_THREADS);
    room->presses[room->count++] = press;
    pthread_mutex_unlock(&room->lock);
    return press;
}

void pressroom_give(struct pressroom *room, struct press *press)
{
    pthread_mutex_lock(&room->lock);
    room->idle[room->idle_count++] = press;
    pthread_mutex_unlock(&room->lock);
}

struct press *const *pressroom_presses(const struct pressroom *room, size_t *count)
{
    *count = room->count;
    return room->presses;
}

#define PAGES_A_TURN 8 /* printed with one press before another thread may have it */

struct turn {
    struct pressroom *room;
    size_t count;
    pressroom_work *print;
    void *data;
};

static void take_turn(void *data, size_t index)
{
    const struct turn *turn = data;
    struct press *press = pressroom_take(turn->room);
    size_t end = (index + 1) * PAGES_A_TURN;
    for (size_t i = index * PAGES_A_TURN; i < end && i < turn->count; i++)
        turn->print(press, i, turn->data);
    pressroom_give(turn->room, press);
}

void pressroom_run(struct pressroom *room, size_t threads, size_t count, pressroom_work *print,
                   void *data)
{
    struct turn turn = {room, count, print, data};
    threads_run(threads, (count + PAGES_A_TURN - 1) / PAGES_A_TURN, take_turn, &turn);
}
