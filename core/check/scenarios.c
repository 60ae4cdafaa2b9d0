#include "core/check/scenarios.h"
#include "core/model/fold.h"
#include "core/normalise/grams.h"
#include <stdlib.h>

#define FEWEST_GRAMS 2 /* of a part that is compared: one pair of characters names too much */

/* ---- collecting ---- */

struct name_entry {
    struct text folded;
    uint32_t scenario;
    struct name_entry *next;
};

struct gathering {
    struct arena *arena;
    struct scenarios *scenarios;
    struct name_entry **buckets;
    size_t bucket_count;
    struct responsibility *given;
    size_t given_count, name_room;
};

static uint32_t scenario_number(struct gathering *g, struct text name)
{
    struct text folded = fold_label(g->arena, name);
    struct name_entry **bucket = &g->buckets[text_key(folded) % g->bucket_count];
    for (const struct name_entry *e = *bucket; e != NULL; e = e->next)
        if (text_equal(e->folded, folded))
            return e->scenario;
    struct name_entry *entry = arena_new(g->arena, struct name_entry);
    struct scenarios *s = g->scenarios;
    *entry = (struct name_entry){folded, (uint32_t)s->count, *bucket};
    *bucket = entry;
    *arena_push(g->arena, s->names, s->count, g->name_room) = name;
    return entry->scenario;
}

static void gather(struct gathering *g, struct text scenario, struct responsibility given)
{
    if (text_is_blank(scenario))
        return;
    given.scenario = scenario_number(g, scenario);
    g->given[g->given_count++] = given;
}

static void gather_all(struct gathering *g, const struct handbook *handbook,
                       const struct role_names *names)
{
    const struct records *matrix = handbook_records(handbook, ELEMENT_HANDBOOK_SCENARIOS);
    for (size_t i = 0; i < matrix->count; i++) {
        const struct record *row = &matrix->rows[i];
        struct text role = record_field(matrix, row, FIELD_HANDBOOK_SCENARIOS_ROLE).text;
        gather(g, record_field(matrix, row, FIELD_HANDBOOK_SCENARIOS_SCENARIO).text,
               (struct responsibility){
                   .role = text_is_empty(role) ? NULL : role_names_find(names, g->arena, role),
                   .text = row->text,
                   .at = row->at});
    }
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        const struct records *own = role_records(role, ELEMENT_SCENARIOS);
        for (size_t i = 0; i < own->count; i++)
            gather(g, record_field(own, &own->rows[i], FIELD_SCENARIOS_SCENARIO).text,
                   (struct responsibility){
                       .role = role, .text = own->rows[i].text, .at = own->rows[i].at});
    }
}

/* Scenario by scenario; the order given within each. */
static void group(struct gathering *g)
{
    struct scenarios *s = g->scenarios;
    size_t *fill = arena_new_array(g->arena, s->count + 1, size_t);
    s->starts = arena_new_array(g->arena, s->count + 1, size_t);
    s->list = arena_new_array(g->arena, g->given_count + 1, struct responsibility);
    for (size_t i = 0; i < g->given_count; i++)
        s->starts[g->given[i].scenario]++;
    for (size_t i = 0, at = 0; i <= s->count; i++) {
        size_t size = s->starts[i];
        s->starts[i] = fill[i] = at;
        at += size;
    }
    for (size_t i = 0; i < g->given_count; i++)
        s->list[fill[g->given[i].scenario]++] = g->given[i];
}

static int compare_roles(const void *a, const void *b)
{
    const struct role *x = *(const struct role *const *)a, *y = *(const struct role *const *)b;
    return ((uintptr_t)x > (uintptr_t)y) - ((uintptr_t)x < (uintptr_t)y);
}

struct scenarios *scenarios_of(struct arena *arena, const struct handbook *handbook,
                               const struct role_names *names)
{
    struct scenarios *s = arena_new(arena, struct scenarios);
    size_t most = handbook_records(handbook, ELEMENT_HANDBOOK_SCENARIOS)->count;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        most += role_records(role, ELEMENT_SCENARIOS)->count;
    struct gathering g = {.arena = arena, .scenarios = s, .bucket_count = 2 * most + 7};
    g.buckets = arena_new_array(arena, g.bucket_count, struct name_entry *);
    g.given = arena_new_array(arena, most + 1, struct responsibility);
    gather_all(&g, handbook, names);
    group(&g);
    s->roles = arena_new_array(arena, handbook->role_count + 1, const struct role *);
    s->carries = arena_new_array(arena, handbook->role_count + 1, size_t);
    s->told = arena_new_array(arena, handbook->role_count + 1, size_t);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        s->roles[s->role_count++] = role;
    qsort(s->roles, s->role_count, sizeof(const struct role *), compare_roles);
    return s;
}

/* ---- asking ---- */

static size_t place_of(const struct scenarios *s, const struct role *role)
{
    const struct role **found =
        bsearch(&role, s->roles, s->role_count, sizeof(const struct role *), compare_roles);
    return found == NULL ? s->role_count : (size_t)(found - s->roles);
}

void scenarios_enter(struct scenarios *s, size_t scenario)
{
    s->entered = scenario + 1;
    for (size_t i = s->starts[scenario]; i < s->starts[scenario + 1]; i++)
        if (s->list[i].role != NULL && !text_is_empty(s->list[i].text))
            s->carries[place_of(s, s->list[i].role)] = s->entered;
}

bool scenarios_carries(const struct scenarios *s, const struct role *role)
{
    return s->carries[place_of(s, role)] == s->entered;
}

bool scenarios_mark_told(struct scenarios *s, const struct role *role)
{
    size_t *told = &s->told[place_of(s, role)];
    bool is_first = *told != s->entered;
    *told = s->entered;
    return is_first;
}

/* ---- parts ---- */

struct summing {
    uint64_t sum;
    size_t count;
};

static void add_gram(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct summing *summing = data;
    (void)begin, (void)end;
    if (gram_is_pair_of_stems(gram))
        return;
    gram = (gram ^ (gram >> 31)) * 0x9E3779B97F4A7C15u;
    summing->sum += gram ^ (gram >> 29);
    summing->count++;
}

static bool next_part(struct text text, size_t *offset, struct text *part)
{
    while (*offset < text.size) {
        size_t begin = *offset, end = begin;
        for (size_t at = begin; at < text.size; end = at) {
            uint32_t c = text_next(text, &at);
            *offset = at;
            if (c == ',' || c == ';' || c == '\n' || c == 0xFF0C || c == 0xFF1B || c == 0x3002)
                break;
        }
        *part = text_trim(text_slice(text, begin, end));
        if (!text_is_empty(*part))
            return true;
    }
    return false;
}

static int compare_parts(const void *a, const void *b)
{
    const struct responsibility_part *x = a, *y = b;
    if (x->scenario != y->scenario)
        return x->scenario < y->scenario ? -1 : 1;
    if (x->words != y->words)
        return x->words < y->words ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

size_t scenarios_parts(struct arena *arena, const struct scenarios *s,
                       struct responsibility_part **parts)
{
    size_t count = 0, room = 0;
    *parts = NULL;
    for (size_t i = 0; i < s->starts[s->count]; i++) {
        const struct responsibility *of = &s->list[i];
        struct text part;
        for (size_t at = 0; of->role != NULL && next_part(of->text, &at, &part);) {
            struct summing summing = {0};
            grams_walk(part, SLOT_WHAT, add_gram, &summing);
            if (summing.count < FEWEST_GRAMS)
                continue;
            struct responsibility_part *added = arena_push(arena, *parts, count, room);
            *added = (struct responsibility_part){of, part, summing.sum, of->scenario, count};
        }
    }
    if (count > 0)
        qsort(*parts, count, sizeof **parts, compare_parts);
    return count;
}
