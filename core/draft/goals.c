#include "core/draft/goals.h"
#include "core/base/text_buffer.h"
#include "core/model/name_table.h"
#include "core/normalise/similarity.h"

/* Among more goals than anybody has, none is proposed: each step is held against each goal. */
#define PROPOSE_GOALS 500
#define PROPOSE_PERCENT 34 /* of what the goal says, or the step, the other says too */

struct text goal_text(const struct goals *goals, const struct record *row, enum field field)
{
    return text_trim(record_field(goals->records, row, field).text);
}

static void add_goals(struct arena *arena, struct goals *goals)
{
    goals->count = goals->names->count;
    goals->goals = arena_new_array(arena, goals->count + 1, struct goal);
    for (size_t g = 0; g < goals->count; g++) {
        const struct record *row = &goals->records->rows[goals->names->first[g]];
        struct text id = goal_text(goals, row, FIELD_HANDBOOK_GOALS_ID);
        struct text words = text_trim(row->text);
        struct goal *goal = &goals->goals[g];
        *goal = (struct goal){.record = row,
                              .id = text_is_empty(id) ? words : id,
                              .parent = goals->names->parents[g]};
        goal->name = goal_name_divide(words, &goal->degree);
    }
}

/* ---- what serves a goal ---- */

static struct text join(struct arena *arena, struct text a, struct text b, struct text c)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append(&out, a);
    buffer_append_string(&out, "，");
    buffer_append(&out, b);
    buffer_append_string(&out, "，");
    buffer_append(&out, c);
    return buffer_text(&out);
}

static size_t nearest_goal(struct arena *scratch, const struct goals *goals,
                           const struct grams *of_goals, struct text words)
{
    struct grams grams = grams_of(scratch, words);
    size_t nearest = NO_NAME;
    unsigned best = PROPOSE_PERCENT - 1;
    for (size_t i = 0; i < goals->count; i++) {
        unsigned alike = grams_containment(&of_goals[i], &grams);
        if (alike > best) {
            best = alike;
            nearest = i;
        }
    }
    return nearest;
}

static struct service *given_goals(struct arena *arena, const struct goals *goals, struct text cell)
{
    struct service *services = NULL;
    size_t count = 0, capacity = 0, goal;
    for (size_t at = 0; goal_names_next(goals->names, arena, cell, &at, &goal);)
        *arena_push(arena, services, count, capacity) = (struct service){goal, false};
    *arena_push(arena, services, count, capacity) = (struct service){NO_NAME, false};
    return services;
}

static void link_goals(struct arena *arena, struct goals *goals, const struct process_steps *steps)
{
    bool proposes = goals->count > 0 && goals->count <= PROPOSE_GOALS;
    struct grams *of_goals = arena_new_array(arena, goals->count + 1, struct grams);
    for (size_t i = 0; proposes && i < goals->count; i++)
        of_goals[i] = grams_of(arena, goals->goals[i].record->text);
    for (size_t i = 0; i < steps->records->count; i++) {
        const struct step *step = &steps->steps[i];
        struct text cell = step_text(steps, step, FIELD_HANDBOOK_PROCESSES_GOAL);
        goals->services[i] = given_goals(arena, goals, cell);
        if (!proposes || !text_is_empty(cell))
            continue;
        goals->services[i][0] = (struct service){
            nearest_goal(arena, goals, of_goals,
                         join(arena, step->record->text,
                              step_text(steps, step, FIELD_HANDBOOK_PROCESSES_RESULT),
                              step_text(steps, step, FIELD_HANDBOOK_PROCESSES_PROCESS))),
            true};
        if (goals->services[i][0].goal == NO_NAME)
            continue;
        struct service *two = arena_new_array(arena, 2, struct service);
        two[0] = goals->services[i][0];
        two[1] = (struct service){NO_NAME, false};
        goals->services[i] = two;
    }
}

struct goals *goals_of(struct arena *arena, const struct handbook *handbook,
                       const struct process_steps *steps)
{
    struct goals *goals = arena_new(arena, struct goals);
    goals->names = goal_names_of(arena, handbook);
    goals->records = goals->names->records;
    goals->services = arena_new_array(arena, steps->records->count + 1, struct service *);
    add_goals(arena, goals);
    link_goals(arena, goals, steps);
    return goals;
}
