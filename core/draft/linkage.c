#include "core/draft/linkage.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX
#define SILHOUETTE_ONE 10000

/* The sum of the vectors of a group, sparse. */
struct sum_entry {
    uint32_t key;
    int64_t value;
};

struct group {
    struct sum_entry *sum; /* [length] by key */
    size_t length;
    uint32_t size; /* points */
    uint32_t first_member, last_member;
};

/* The points that have a key, with its value. */
struct index {
    size_t *starts;         /* [key_count + 1] */
    struct entry *postings; /* key: the point */
};

struct linkage {
    const struct vectors *vectors;
    struct index index;
    struct group *groups;  /* by number; NONE-sized ones are joined to others */
    uint32_t *group_of;    /* by point */
    uint32_t *next_member; /* by point; NONE: the last of its group */
    int64_t *products;     /* by group, of the one at hand; 0 afterwards */
    uint32_t *touched;
    struct arena *sums; /* sums move to a new arena when half of the old one is dead */
    size_t live, dead;  /* entries */
};

static struct index make_index(struct arena *arena, const struct vectors *v)
{
    struct index index = {.starts = arena_new_array(arena, (size_t)v->key_count + 2, size_t)};
    size_t entries = v->starts[v->count];
    index.postings = arena_new_array(arena, entries + 1, struct entry);
    for (size_t i = 0; i < entries; i++)
        index.starts[v->entries[i].key + 2 <= v->key_count ? v->entries[i].key + 2
                                                           : v->key_count + 1]++;
    for (size_t key = 1; key < (size_t)v->key_count + 2; key++)
        index.starts[key] += index.starts[key - 1];
    for (size_t point = 0; point < v->count; point++)
        for (size_t i = v->starts[point]; i < v->starts[point + 1]; i++)
            index.postings[index.starts[v->entries[i].key + 1]++] =
                (struct entry){(uint32_t)point, v->entries[i].value};
    return index;
}

/* ---- products of one sum with all groups ---- */

/* Adds up, for each group, the product of the sum with it; touched gets the groups, each once. */
static size_t multiply(const struct index *index, const struct group *group,
                       const uint32_t *group_of, int64_t *products, uint32_t *touched)
{
    size_t count = 0;
    for (size_t i = 0; i < group->length; i++) {
        uint32_t key = group->sum[i].key;
        for (size_t p = index->starts[key]; p < index->starts[key + 1]; p++) {
            uint32_t other = group_of[index->postings[p].key];
            if (products[other] == 0)
                touched[count++] = other;
            products[other] += group->sum[i].value * index->postings[p].value;
        }
    }
    return count;
}

/*
 * The group nearest to one, and how near; NONE: it shares nothing with any. Of equally near ones
 * the one in front in the chain, else the one with the least number.
 */
static uint32_t nearest(struct linkage *l, uint32_t group, uint32_t before, int64_t *likeness)
{
    size_t count = multiply(&l->index, &l->groups[group], l->group_of, l->products, l->touched);
    uint32_t best = NONE;
    *likeness = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t other = l->touched[i];
        int64_t like = l->products[other] / l->groups[group].size / l->groups[other].size;
        l->products[other] = 0;
        if (other == group || like == 0)
            continue;
        bool is_nearer = like > *likeness || best == NONE ||
                         (like == *likeness && best != before && (other == before || other < best));
        if (is_nearer) {
            best = other;
            *likeness = like;
        }
    }
    return best;
}

/* ---- joining ---- */

static struct sum_entry *add_sums(struct arena *arena, const struct group *a, const struct group *b,
                                  size_t *length)
{
    struct sum_entry *sum = arena_new_array(arena, a->length + b->length + 1, struct sum_entry);
    size_t i = 0, k = 0, n = 0;
    while (i < a->length || k < b->length) {
        bool takes_a = k >= b->length || (i < a->length && a->sum[i].key <= b->sum[k].key);
        bool takes_b = i >= a->length || (k < b->length && b->sum[k].key <= a->sum[i].key);
        sum[n].key = takes_a ? a->sum[i].key : b->sum[k].key;
        sum[n++].value = (takes_a ? a->sum[i].value : 0) + (takes_b ? b->sum[k].value : 0);
        i += takes_a;
        k += takes_b;
    }
    *length = n;
    return sum;
}

/* Sums that were added up are dead; when more are dead than alive, the living move house. */
static void sweep(struct linkage *l)
{
    if (l->dead <= l->live + l->vectors->starts[l->vectors->count])
        return;
    struct arena *fresh = arena_open_like(l->sums);
    for (size_t g = 0; g < l->vectors->count; g++) {
        struct group *group = &l->groups[g];
        if (group->length == 0)
            continue;
        struct sum_entry *sum = arena_new_array(fresh, group->length, struct sum_entry);
        memcpy(sum, group->sum, group->length * sizeof *sum);
        group->sum = sum;
    }
    arena_close(l->sums);
    l->sums = fresh;
    l->dead = 0;
}

/* b's points go to a, which keeps its number; points of the smaller group are renumbered. */
static void join(struct linkage *l, uint32_t a, uint32_t b)
{
    struct group *x = &l->groups[a], *y = &l->groups[b];
    size_t length;
    struct sum_entry *sum = add_sums(l->sums, x, y, &length);
    for (uint32_t point = y->first_member; point != NONE; point = l->next_member[point])
        l->group_of[point] = a;
    l->next_member[x->last_member] = y->first_member;
    x->last_member = y->last_member;
    l->dead += x->length + y->length;
    l->live += length - x->length - y->length;
    x->sum = sum;
    x->length = length;
    x->size += y->size;
    *y = (struct group){.size = 0};
    sweep(l);
}

static void begin_groups(struct arena *arena, struct linkage *l)
{
    const struct vectors *v = l->vectors;
    l->groups = arena_new_array(arena, v->count + 1, struct group);
    l->group_of = arena_new_array(arena, v->count + 1, uint32_t);
    l->next_member = arena_new_array(arena, v->count + 1, uint32_t);
    l->products = arena_new_array(arena, v->count + 1, int64_t);
    l->touched = arena_new_array(arena, v->count + 1, uint32_t);
    for (size_t point = 0; point < v->count; point++) {
        size_t begin = v->starts[point], length = v->starts[point + 1] - begin;
        struct sum_entry *sum = arena_new_array(l->sums, length + 1, struct sum_entry);
        for (size_t i = 0; i < length; i++)
            sum[i] = (struct sum_entry){v->entries[begin + i].key, v->entries[begin + i].value};
        l->groups[point] = (struct group){sum, length, 1, (uint32_t)point, (uint32_t)point};
        l->group_of[point] = (uint32_t)point;
        l->next_member[point] = NONE;
        l->live += length;
    }
}

static int compare_joinings(const void *a, const void *b)
{
    const struct joining *x = a, *y = b;
    if (x->likeness != y->likeness)
        return x->likeness > y->likeness ? -1 : 1;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Follows nearest neighbours from one group on until nothing of the chain is left. */
static size_t follow_chain(struct linkage *l, uint32_t *chain, uint32_t first,
                           struct joining *joinings, size_t count)
{
    size_t length = 1;
    chain[0] = first;
    while (length > 0) {
        uint32_t top = chain[length - 1], before = length > 1 ? chain[length - 2] : NONE;
        int64_t likeness;
        uint32_t next = nearest(l, top, before, &likeness);
        if (next == NONE) /* nothing is like it: it stays as it is */
            return count;
        if (next != before) {
            chain[length++] = next;
            continue;
        }
        uint32_t a = top < before ? top : before, b = top < before ? before : top;
        joinings[count++] = (struct joining){a, b, likeness};
        join(l, a, b);
        length -= 2;
    }
    return count;
}

size_t average_linkage(struct arena *arena, const struct vectors *vectors,
                       struct joining **joinings)
{
    struct arena *scratch = arena_open_like(arena);
    struct linkage l = {
        .vectors = vectors, .index = make_index(scratch, vectors), .sums = arena_open_like(arena)};
    uint32_t *chain = arena_new_array(scratch, vectors->count + 1, uint32_t);
    size_t count = 0;
    *joinings = arena_new_array(arena, vectors->count + 1, struct joining);
    begin_groups(scratch, &l);
    for (size_t point = 0; point < vectors->count; point++)
        for (size_t before = SIZE_MAX; l.groups[point].size > 0 && before != count;) {
            before = count;
            count = follow_chain(&l, chain, (uint32_t)point, *joinings, count);
        }
    if (count > 1)
        qsort(*joinings, count, sizeof **joinings, compare_joinings);
    arena_close(l.sums);
    arena_close(scratch);
    return count;
}

/* ---- cuts ---- */

static uint32_t root_of(uint32_t *groups, uint32_t point)
{
    while (groups[point] != point)
        point = groups[point] = groups[groups[point]];
    return point;
}

void linkage_groups(const struct joining *joinings, size_t joined, size_t count, uint32_t *groups)
{
    for (size_t i = 0; i < count; i++)
        groups[i] = (uint32_t)i;
    for (size_t i = 0; i < joined; i++) {
        uint32_t a = root_of(groups, joinings[i].a), b = root_of(groups, joinings[i].b);
        groups[a < b ? b : a] = a < b ? a : b;
    }
    for (size_t i = 0; i < count; i++)
        groups[i] = root_of(groups, (uint32_t)i);
}

int64_t point_likeness(const struct vectors *v, size_t a, size_t b)
{
    size_t i = v->starts[a], k = v->starts[b];
    int64_t product = 0;
    while (i < v->starts[a + 1] && k < v->starts[b + 1]) {
        uint32_t p = v->entries[i].key, q = v->entries[k].key;
        if (p == q)
            product += (int64_t)v->entries[i].value * v->entries[k].value;
        i += p <= q;
        k += q <= p;
    }
    return product;
}

/* The silhouette of a point whose products with all groups are there. */
static int64_t silhouette_of(const int64_t *products, const uint32_t *touched, size_t count,
                             const uint32_t *sizes, uint32_t own, int64_t self)
{
    int64_t nearest_other = 0;
    if (sizes[own] < 2)
        return 0;
    for (size_t i = 0; i < count; i++) {
        int64_t like = products[touched[i]] / sizes[touched[i]];
        if (touched[i] != own && like > nearest_other)
            nearest_other = like;
    }
    int64_t within = LIKE_ONE - (products[own] - self) / (sizes[own] - 1);
    int64_t outside = LIKE_ONE - nearest_other;
    int64_t most = within > outside ? within : outside;
    return most <= 0 ? 0 : SILHOUETTE_ONE * (outside - within) / most;
}

int64_t linkage_silhouette(struct arena *scratch, const struct vectors *v, const uint32_t *groups,
                           size_t most)
{
    struct index index = make_index(scratch, v);
    uint32_t *sizes = arena_new_array(scratch, v->count + 1, uint32_t);
    uint32_t *touched = arena_new_array(scratch, v->count + 1, uint32_t);
    int64_t *products = arena_new_array(scratch, v->count + 1, int64_t), sum = 0;
    size_t step = v->count / most + 1, looked_at = 0, longest = 0;
    for (size_t i = 0; i < v->count; i++) {
        size_t length = v->starts[i + 1] - v->starts[i];
        longest = length > longest ? length : longest;
        sizes[groups[i]]++;
    }
    struct sum_entry *entries = arena_new_array(scratch, longest + 1, struct sum_entry);
    for (size_t i = 0; i < v->count; i += step, looked_at++) {
        struct group point = {.sum = entries, .length = v->starts[i + 1] - v->starts[i]};
        for (size_t k = 0; k < point.length; k++)
            entries[k] = (struct sum_entry){v->entries[v->starts[i] + k].key,
                                            v->entries[v->starts[i] + k].value};
        size_t count = multiply(&index, &point, groups, products, touched);
        sum += silhouette_of(products, touched, count, sizes, groups[i], point_likeness(v, i, i));
        for (size_t k = 0; k < count; k++)
            products[touched[k]] = 0;
    }
    return looked_at == 0 ? 0 : sum / (int64_t)looked_at;
}
