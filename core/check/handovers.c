#include "core/check/handovers.h"
#include "core/base/text_buffer.h"
#include "core/model/name_table.h"
#include "core/model/role_names.h"

/* A step, and the next in a list of steps. */
struct link {
    size_t at;
    struct link *next;
};

/* What is handed over: information and who takes it. */
struct parcels {
    struct arena *arena;
    const struct process_steps *all;
    struct name_table *table;
    size_t count;
    struct link **givers; /* [all there can be] by parcel */
    struct link **takes;  /* [steps] parcels that the step takes */
    bool *is_taken;       /* [all there can be] */
    bool *ends;           /* [steps] */
    size_t *queue;        /* [steps] that end, to look behind */
    size_t queued;
};

static size_t parcel_of(struct parcels *p, struct text information, struct text taker)
{
    struct text_buffer key = text_buffer_new(p->arena);
    buffer_append(&key, text_trim(information));
    buffer_append_string(&key, " / ");
    buffer_append(&key, text_trim(taker));
    size_t number = name_table_add(p->table, buffer_text(&key), p->count);
    p->count += number == p->count;
    return number;
}

static void link_to(struct parcels *p, struct link **list, size_t at)
{
    struct link *link = arena_new(p->arena, struct link);
    *link = (struct link){at, *list};
    *list = link;
}

static void set_end(struct parcels *p, size_t step)
{
    if (p->ends[step])
        return;
    p->ends[step] = true;
    p->queue[p->queued++] = step;
}

/* How many parcels there can be: each name of information with each of a taker. */
static size_t names_in(struct text cell)
{
    struct text name;
    size_t count = 0;
    for (size_t at = 0; role_names_next(cell, &at, &name);)
        count++;
    return count;
}

static size_t room_for(const struct process_steps *all)
{
    size_t room = 1;
    for (size_t i = 0; i < all->records->count; i++) {
        const struct step *step = &all->steps[i];
        room += names_in(step_text(all, step, FIELD_HANDBOOK_PROCESSES_INPUT)) * step->owner_count;
        room += names_in(step_text(all, step, FIELD_HANDBOOK_PROCESSES_OUTPUT)) *
                names_in(step_text(all, step, FIELD_HANDBOOK_PROCESSES_TO));
    }
    return room;
}

static void add_taken(struct parcels *p, size_t i)
{
    const struct step *step = &p->all->steps[i];
    struct text one, input = step_text(p->all, step, FIELD_HANDBOOK_PROCESSES_INPUT);
    for (size_t at = 0; role_names_next(input, &at, &one);)
        for (size_t o = 0; o < step->owner_count; o++) {
            size_t parcel = parcel_of(p, one, p->all->positions[step->owners[o]].name);
            if (parcel == NO_NAME)
                continue;
            p->is_taken[parcel] = true;
            link_to(p, &p->takes[i], parcel);
        }
}

/* A step ends that gives nothing to anybody, or gives what no step takes. */
static void add_given(struct parcels *p, size_t i)
{
    const struct step *step = &p->all->steps[i];
    struct text one, taker, output = step_text(p->all, step, FIELD_HANDBOOK_PROCESSES_OUTPUT);
    struct text to = step_text(p->all, step, FIELD_HANDBOOK_PROCESSES_TO);
    bool ends = true;
    for (size_t at = 0; role_names_next(output, &at, &one);)
        for (size_t party = 0; role_names_next(to, &party, &taker);) {
            size_t parcel = parcel_of(p, one, taker);
            if (parcel == NO_NAME || !p->is_taken[parcel]) {
                set_end(p, i);
                continue;
            }
            ends = false;
            link_to(p, &p->givers[parcel], i);
        }
    if (ends)
        set_end(p, i);
}

const bool *steps_that_end(struct arena *arena, const struct process_steps *all)
{
    size_t steps = all->records->count, room = room_for(all);
    struct parcels p = {.arena = arena,
                        .all = all,
                        .table = name_table_new(arena, steps),
                        .givers = arena_new_array(arena, room, struct link *),
                        .takes = arena_new_array(arena, steps + 1, struct link *),
                        .is_taken = arena_new_array(arena, room, bool),
                        .ends = arena_new_array(arena, steps + 1, bool),
                        .queue = arena_new_array(arena, steps + 1, size_t)};
    for (size_t i = 0; i < steps; i++)
        add_taken(&p, i);
    for (size_t i = 0; i < steps; i++)
        add_given(&p, i);
    for (size_t next = 0; next < p.queued; next++)
        for (const struct link *parcel = p.takes[p.queue[next]]; parcel != NULL;
             parcel = parcel->next) {
            for (const struct link *giver = p.givers[parcel->at]; giver != NULL;
                 giver = giver->next)
                set_end(&p, giver->at);
            p.givers[parcel->at] = NULL; /* all of them are told */
        }
    return p.ends;
}
