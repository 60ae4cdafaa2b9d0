#include "core/model/role_overlaps.h"
#include <stdlib.h>

static int compare_places(const void *left, const void *right)
{
    const struct role_overlap *x = left, *y = right;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

static size_t weight_of(const struct role_overlap *overlap)
{
    return (overlap->is_one ? 1000000 : 0) + overlap->near * 1000 + overlap->review;
}

static int compare_weights(const void *left, const void *right)
{
    size_t x = weight_of(left), y = weight_of(right);
    return x != y ? (x > y ? -1 : 1) : compare_places(left, right);
}

/* What a finding says of two roles; false when it is none of overlap. */
static bool read_finding(const struct diagnostic *d, place_of_role *place_of, const void *roles,
                         struct role_overlap *overlap)
{
    if (d->code == NULL || d->code[0] != 'O' || d->code[1] == '1' || !d->has_related)
        return false;
    size_t one = place_of(roles, d->role, d->at.source);
    size_t other = place_of(roles, d->related.role, d->related.at.source);
    if (one == SIZE_MAX || other == SIZE_MAX || one == other)
        return false;
    bool is_duty = d->code[1] == '2' && d->code[3] == '1'; /* O201; O202 and O303 speak of wholes */
    *overlap = (struct role_overlap){.a = one < other ? one : other,
                                     .b = one < other ? other : one,
                                     .near = is_duty && d->level >= LEVEL_WARNING,
                                     .review = is_duty && d->level < LEVEL_WARNING,
                                     .is_one = !is_duty};
    return true;
}

struct role_overlaps role_overlaps_of(struct arena *arena, const struct diagnostics *findings,
                                      place_of_role *place_of, const void *roles)
{
    struct role_overlaps all = {0};
    struct role_overlap overlap;
    for (size_t i = 0; i < findings->count; i++)
        if (read_finding(findings->items[i], place_of, roles, &overlap))
            *arena_push(arena, all.list, all.count, all.capacity) = overlap;
    if (all.count == 0)
        return all;
    qsort(all.list, all.count, sizeof *all.list, compare_places);
    size_t last = 0;
    for (size_t i = 1; i < all.count; i++) {
        struct role_overlap *to = &all.list[last];
        if (compare_places(to, &all.list[i]) != 0) {
            all.list[++last] = all.list[i];
            continue;
        }
        to->near += all.list[i].near;
        to->review += all.list[i].review;
        to->is_one |= all.list[i].is_one;
    }
    all.count = last + 1;
    return all;
}

void role_overlaps_rank(struct role_overlaps *overlaps)
{
    if (overlaps->count > 1)
        qsort(overlaps->list, overlaps->count, sizeof *overlaps->list, compare_weights);
}

static int compare_numbers(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return a < b ? -1 : a > b;
}

size_t role_overlaps_roles(struct arena *arena, const struct role_overlaps *overlaps,
                           size_t **roles)
{
    size_t count = 0;
    *roles = arena_new_array(arena, 2 * overlaps->count + 1, size_t);
    for (size_t i = 0; i < overlaps->count; i++) {
        (*roles)[2 * i] = overlaps->list[i].a;
        (*roles)[2 * i + 1] = overlaps->list[i].b;
    }
    qsort(*roles, 2 * overlaps->count, sizeof **roles, compare_numbers);
    for (size_t i = 0; i < 2 * overlaps->count; i++)
        if (count == 0 || (*roles)[count - 1] != (*roles)[i])
            (*roles)[count++] = (*roles)[i];
    return count;
}
