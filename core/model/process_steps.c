#include "core/model/process_steps.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include "core/model/name_table.h"
#include "core/model/role_names.h"

#define STEP_FIELD(name) FIELD_HANDBOOK_PROCESSES_##name

struct text step_text(const struct process_steps *all, const struct step *step, enum field field)
{
    return text_trim(record_field(all->records, step->record, field).text);
}

size_t position_find(const struct process_steps *all, struct arena *scratch, struct text name)
{
    return name_table_find(all->names, scratch, name);
}

/* ---- positions ---- */

static bool means_everybody(struct arena *scratch, struct text name)
{
    static const char *const words[] = {
        "全体", "全体岗位", "全体人员", "全体员工",      "所有岗位",  "所有人员",  "各岗位",
        "全员", "all",      "everyone", "all positions", "all roles", "all staff", NULL};
    struct text folded = fold_text(scratch, text_trim(name));
    for (const char *const *word = words; *word != NULL; word++)
        if (text_is(folded, *word))
            return true;
    return false;
}

struct gathering {
    struct arena *arena;
    struct process_steps *all;
    size_t capacity;
};

static size_t add_position(struct gathering *g, struct text name, struct span at)
{
    struct process_steps *all = g->all;
    size_t number = name_table_add(all->names, name, all->position_count);
    if (number == all->position_count)
        *arena_push(g->arena, all->positions, all->position_count, g->capacity) =
            (struct position){.name = text_trim(name), .at = at};
    return number;
}

static void add_listed(struct gathering *g, const struct handbook *handbook)
{
    const struct records *listed = handbook_records(handbook, ELEMENT_HANDBOOK_POSITIONS);
    for (size_t i = 0; i < listed->count; i++) {
        size_t number = add_position(g, listed->rows[i].text, listed->rows[i].at);
        if (number != NO_NAME && g->all->positions[number].listed == NULL)
            g->all->positions[number].listed = &listed->rows[i];
    }
}

static void add_owners(struct gathering *g, struct step *step)
{
    struct text name;
    struct value cell = record_field(g->all->records, step->record, STEP_FIELD(POSITION));
    size_t capacity = 0;
    for (size_t at = 0; role_names_next(cell.text, &at, &name);) {
        if (means_everybody(g->arena, name)) {
            step->is_for_all = true;
            continue;
        }
        size_t number = add_position(g, name, cell.at);
        bool is_there = number == NO_NAME;
        for (size_t i = 0; i < step->owner_count; i++)
            is_there |= step->owners[i] == number;
        if (!is_there)
            *arena_push(g->arena, step->owners, step->owner_count, capacity) = number;
    }
}

static void add_named(struct gathering *g, const struct handbook *handbook, enum element element,
                      enum field field)
{
    const struct records *records = handbook_records(handbook, element);
    struct text name;
    for (size_t i = 0; i < records->count; i++) {
        struct value cell = record_field(records, &records->rows[i], field);
        for (size_t at = 0; role_names_next(cell.text, &at, &name);)
            if (!means_everybody(g->arena, name))
                add_position(g, name, cell.at);
    }
}

/* ---- information ---- */

/* What is known by information and position together. */
static struct text pair_of(struct arena *arena, struct text information, struct text position)
{
    struct text_buffer key = text_buffer_new(arena);
    buffer_append(&key, text_trim(information));
    buffer_append_string(&key, " / ");
    buffer_append(&key, text_trim(position));
    return buffer_text(&key);
}

static void add_information(struct gathering *g, struct name_table *table, const struct step *step,
                            enum field field)
{
    struct text one, all = step_text(g->all, step, field);
    for (size_t at = 0; role_names_next(all, &at, &one);)
        for (size_t i = 0; i < step->owner_count; i++)
            name_table_add(table, pair_of(g->arena, one, g->all->positions[step->owners[i]].name),
                           0);
}

static bool has_information(const struct name_table *table, struct arena *scratch,
                            struct text information, struct text position)
{
    struct text one;
    for (size_t at = 0; role_names_next(information, &at, &one);)
        if (name_table_find(table, scratch, pair_of(scratch, one, position)) != NO_NAME)
            return true;
    return false;
}

bool position_takes(const struct process_steps *all, struct arena *scratch, struct text information,
                    struct text position)
{
    return has_information(all->taken, scratch, information, position);
}

bool position_gives(const struct process_steps *all, struct arena *scratch, struct text information,
                    struct text position)
{
    return has_information(all->given, scratch, information, position);
}

/* ---- all together ---- */

static struct text key_of(const struct process_steps *all, const struct step *step)
{
    struct text id = step_text(all, step, STEP_FIELD(ID));
    struct text name = step_text(all, step, STEP_FIELD(STEP));
    return !text_is_empty(id) ? id : !text_is_empty(name) ? name : step->record->text;
}

/* Each position's steps, in one array that its owners' counts divide. */
static void link_steps(struct gathering *g)
{
    struct process_steps *all = g->all;
    size_t total = 0;
    for (size_t i = 0; i < all->records->count; i++)
        for (size_t o = 0; o < all->steps[i].owner_count; o++, total++)
            all->positions[all->steps[i].owners[o]].step_count++;
    size_t *next = arena_new_array(g->arena, total + 1, size_t);
    for (size_t p = 0; p < all->position_count; p++) {
        all->positions[p].steps = next;
        next += all->positions[p].step_count;
        all->positions[p].step_count = 0;
    }
    for (size_t i = 0; i < all->records->count; i++)
        for (size_t o = 0; o < all->steps[i].owner_count; o++) {
            struct position *position = &all->positions[all->steps[i].owners[o]];
            position->steps[position->step_count++] = i;
        }
}

struct process_steps *process_steps_of(struct arena *arena, const struct handbook *handbook)
{
    struct process_steps *all = arena_new(arena, struct process_steps);
    struct gathering g = {.arena = arena, .all = all};
    all->records = handbook_records(handbook, ELEMENT_HANDBOOK_PROCESSES);
    size_t count = all->records->count;
    all->steps = arena_new_array(arena, count + 1, struct step);
    all->names = name_table_new(arena, count);
    all->keys = name_table_new(arena, count);
    all->taken = name_table_new(arena, count);
    all->given = name_table_new(arena, count);
    add_listed(&g, handbook);
    for (size_t i = 0; i < count; i++) {
        struct step *step = &all->steps[i];
        step->record = &all->records->rows[i];
        step->key = key_of(all, step);
        name_table_add(all->keys, step->key, i);
        add_owners(&g, step);
        add_information(&g, all->taken, step, STEP_FIELD(INPUT));
        add_information(&g, all->given, step, STEP_FIELD(OUTPUT));
    }
    add_named(&g, handbook, ELEMENT_HANDBOOK_SCENARIOS, FIELD_HANDBOOK_SCENARIOS_ROLE);
    add_named(&g, handbook, ELEMENT_HANDBOOK_GOALS, FIELD_HANDBOOK_GOALS_OWNER);
    link_steps(&g);
    return all;
}
