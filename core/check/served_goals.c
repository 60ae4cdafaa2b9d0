#include "core/check/served_goals.h"
#include "core/base/limits.h"
#include <stdlib.h>

/* A role by its address: steps and owners name it, its place in the list is asked. */
struct place {
    const struct role *role;
    size_t number;
};

struct serving {
    struct arena *arena;
    const struct handbook *handbook;
    const struct goal_names *goals;
    const struct role_names *names;
    bool *served;
    struct role_service *services;
    struct place *places;
};

static int compare(const void *a, const void *b)
{
    const struct role *x = ((const struct place *)a)->role, *y = ((const struct place *)b)->role;
    return x < y ? -1 : x > y;
}

static void mark(struct serving *s, const struct role *role, struct text cell)
{
    const struct place wanted = {role, 0};
    const struct place *place =
        bsearch(&wanted, s->places, s->handbook->role_count, sizeof wanted, compare);
    size_t goal;
    for (size_t at = 0; goal_names_next(s->goals, s->arena, cell, &at, &goal);) {
        s->served[goal] = true;
        if (place != NULL)
            s->services[place->number].serves = true;
    }
}

static void mark_role(struct serving *s, const struct role *role)
{
    const struct records *goals = role_records(role, ELEMENT_GOALS);
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    for (size_t i = 0; i < goals->count; i++) {
        mark(s, role, record_field(goals, &goals->rows[i], FIELD_GOALS_SERVES).text);
        mark(s, role, goals->rows[i].text);
    }
    for (size_t i = 0; i < duties->count; i++)
        mark(s, role, record_field(duties, &duties->rows[i], FIELD_DUTIES_GOAL).text);
}

/* Each role that the cell of a row names serves the goals that another cell of it names. */
static void mark_named(struct serving *s, struct text roles, struct text goals)
{
    struct text name;
    for (size_t at = 0; role_names_next(roles, &at, &name);) {
        const struct role *role = role_names_find(s->names, s->arena, name);
        if (role != NULL)
            mark(s, role, goals);
    }
}

static void mark_rows(struct serving *s)
{
    const struct records *steps = handbook_records(s->handbook, ELEMENT_HANDBOOK_PROCESSES);
    const struct records *rows = s->goals->records;
    for (size_t i = 0; i < steps->count; i++)
        mark_named(s, record_field(steps, &steps->rows[i], FIELD_HANDBOOK_PROCESSES_POSITION).text,
                   record_field(steps, &steps->rows[i], FIELD_HANDBOOK_PROCESSES_GOAL).text);
    for (size_t i = 0; i < rows->count; i++) {
        struct text id = record_field(rows, &rows->rows[i], FIELD_HANDBOOK_GOALS_ID).text;
        mark_named(s, record_field(rows, &rows->rows[i], FIELD_HANDBOOK_GOALS_OWNER).text,
                   text_is_empty(id) ? rows->rows[i].text : id);
    }
}

/* A goal is reached by its parts; goals that are part of each other end at the depth limit. */
static void mark_parents(struct serving *s)
{
    for (size_t g = 0; g < s->goals->count; g++) {
        size_t at = s->goals->parents[g];
        for (unsigned depth = 0; s->served[g] && at < s->goals->count && depth < LIMIT_DEPTH;
             depth++, at = s->goals->parents[at])
            s->served[at] = true;
    }
}

static struct serving serving_of(struct arena *arena, const struct handbook *handbook,
                                 const struct goal_names *goals, const struct role_names *names)
{
    struct serving s = {arena,
                        handbook,
                        goals,
                        names,
                        arena_new_array(arena, goals->count + 1, bool),
                        arena_new_array(arena, handbook->role_count + 1, struct role_service),
                        arena_new_array(arena, handbook->role_count + 1, struct place)};
    size_t number = 0;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next, number++)
        s.places[number] = (struct place){role, number};
    qsort(s.places, number, sizeof *s.places, compare);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        mark_role(&s, role);
    mark_rows(&s);
    mark_parents(&s);
    return s;
}

const bool *served_goals(struct arena *arena, const struct handbook *handbook,
                         const struct goal_names *goals, const struct role_names *names)
{
    return serving_of(arena, handbook, goals, names).served;
}

const struct role_service *roles_that_serve(struct arena *arena, const struct handbook *handbook,
                                            const struct goal_names *goals,
                                            const struct role_names *names)
{
    return serving_of(arena, handbook, goals, names).services;
}
