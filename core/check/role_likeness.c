#include "core/check/role_likeness.h"
#include "core/base/common_tokens.h"
#include "core/base/limits.h"
#include "core/base/set_join.h"
#include <stdlib.h>

#define COMMON_WORDS 8 /* of 64 tokens each, in which duties are held against each other */

/* ---- matching ---- */

struct matching {
    const struct likeness *likeness;
    size_t rows, columns; /* duties of the one role and of the other; rows <= columns */
    size_t first, second; /* their first duties */
    uint32_t *shared;     /* [rows * columns]: what two duties share */
    size_t *column_of;    /* [rows]: matched to; SIZE_MAX: to none */
};

/* common: of l's sets; NULL: only a few roles are matched */
static struct matching begin_matching(struct arena *scratch, const struct likeness *l,
                                      const struct common_tokens *common, uint32_t a, uint32_t b)
{
    size_t in_a = l->role_starts[a + 1] - l->role_starts[a];
    size_t in_b = l->role_starts[b + 1] - l->role_starts[b];
    if (in_a > in_b)
        return begin_matching(scratch, l, common, b, a);
    struct matching m = {.likeness = l,
                         .rows = in_a,
                         .columns = in_b,
                         .first = l->role_starts[a],
                         .second = l->role_starts[b]};
    m.shared = arena_new_array(scratch, size_mul(in_a, in_b) + 1, uint32_t);
    m.column_of = arena_new_array(scratch, in_a + 1, size_t);
    for (size_t i = 0; i < in_a; i++)
        for (size_t k = 0; k < in_b; k++) {
            uint32_t x = l->duties[m.first + i].set, y = l->duties[m.second + k].set;
            m.shared[i * in_b + k] =
                common == NULL ? sets_overlap(l->sets, x, y) : overlap_from(common, x, y, 1);
        }
    return m;
}

/* One augmentation of the method below, from row. */
struct paths {
    int64_t *of_row, *of_column; /* potentials */
    size_t *row_of;              /* by column, from 1; 0: free */
    size_t *before;
    int64_t *slack;
    bool *used;
};

/* The cheapest way from the row at column 0 to a free column, which it returns. */
static size_t find_path(const struct matching *m, struct paths *p)
{
    size_t column = 0;
    for (size_t k = 0; k <= m->columns; k++) {
        p->slack[k] = INT64_MAX;
        p->used[k] = false;
    }
    do {
        size_t row = p->row_of[column], next = 0;
        int64_t least = INT64_MAX;
        p->used[column] = true;
        for (size_t k = 1; k <= m->columns; k++) {
            if (p->used[k])
                continue;
            int64_t cost = -(int64_t)m->shared[(row - 1) * m->columns + k - 1] - p->of_row[row] -
                           p->of_column[k];
            if (cost < p->slack[k]) {
                p->slack[k] = cost;
                p->before[k] = column;
            }
            if (p->slack[k] < least) {
                least = p->slack[k];
                next = k;
            }
        }
        for (size_t k = 0; k <= m->columns; k++)
            if (p->used[k]) {
                p->of_row[p->row_of[k]] += least;
                p->of_column[k] -= least;
            } else if (k > 0)
                p->slack[k] -= least;
        column = next;
    } while (p->row_of[column] != 0);
    return column;
}

/* Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957): cubic in the duties. */
static void match_exactly(struct arena *scratch, struct matching *m)
{
    struct paths p = {.of_row = arena_new_array(scratch, m->rows + 1, int64_t),
                      .of_column = arena_new_array(scratch, m->columns + 1, int64_t),
                      .row_of = arena_new_array(scratch, m->columns + 1, size_t),
                      .before = arena_new_array(scratch, m->columns + 1, size_t),
                      .slack = arena_new_array(scratch, m->columns + 1, int64_t),
                      .used = arena_new_array(scratch, m->columns + 1, bool)};
    for (size_t row = 1; row <= m->rows; row++) {
        p.row_of[0] = row;
        for (size_t column = find_path(m, &p); column != 0; column = p.before[column])
            p.row_of[column] = p.row_of[p.before[column]];
    }
    for (size_t k = 1; k <= m->columns; k++)
        if (p.row_of[k] != 0)
            m->column_of[p.row_of[k] - 1] = k - 1;
}

struct candidate {
    uint32_t shared, row, column;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->shared != y->shared)
        return x->shared > y->shared ? -1 : 1;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* The pairs that share most first: at least half of what the best matching shares. */
static void match_greedily(struct arena *scratch, struct matching *m)
{
    struct candidate *list = arena_new_array(scratch, m->rows * m->columns, struct candidate);
    bool *taken = arena_new_array(scratch, m->columns, bool);
    size_t count = 0;
    for (size_t i = 0; i < m->rows * m->columns; i++)
        if (m->shared[i] > 0)
            list[count++] = (struct candidate){m->shared[i], (uint32_t)(i / m->columns),
                                               (uint32_t)(i % m->columns)};
    qsort(list, count, sizeof *list, compare_candidates);
    for (size_t i = 0; i < m->rows; i++)
        m->column_of[i] = SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        if (m->column_of[list[i].row] == SIZE_MAX && !taken[list[i].column]) {
            m->column_of[list[i].row] = list[i].column;
            taken[list[i].column] = true;
        }
}

static void match(struct arena *scratch, struct matching *m)
{
    if (m->rows <= MATCHED_EXACTLY)
        match_exactly(scratch, m);
    else
        match_greedily(scratch, m);
}

/* ---- pairs ---- */

struct pairing {
    const struct likeness *likeness;
    const struct token_sets *bags;
    uint32_t *role_of;         /* by number given: the role */
    uint32_t *first_of;        /* by bag: the first role that has it */
    struct role_pair *nearest; /* by role: percent 0: none */
    unsigned least;
    const struct common_tokens *common; /* of the duties' sets */
};

static uint64_t role_weight(const struct likeness *l, uint32_t role)
{
    uint64_t weight = 0;
    for (size_t i = l->role_starts[role]; i < l->role_starts[role + 1]; i++)
        weight += l->sets->weights[l->duties[i].set];
    return weight;
}

/* What a matching shares at most: each row's best, whichever others ask for the same column. */
static uint64_t most_shared(const struct matching *m)
{
    uint64_t most = 0;
    for (size_t i = 0; i < m->rows; i++) {
        uint32_t best = 0;
        for (size_t k = 0; k < m->columns; k++)
            best = m->shared[i * m->columns + k] > best ? m->shared[i * m->columns + k] : best;
        most += best;
    }
    return most;
}

static uint64_t matched_share(const struct matching *m)
{
    uint64_t shared = 0;
    for (size_t i = 0; i < m->rows; i++)
        if (m->column_of[i] != SIZE_MAX)
            shared += m->shared[i * m->columns + m->column_of[i]];
    return shared;
}

static unsigned percent_of(uint64_t shared, uint64_t both)
{
    return both <= shared ? 0 : (unsigned)(100 * shared / (both - shared));
}

/* 0 where it is below least. */
static unsigned role_likeness(const struct pairing *p, uint32_t a, uint32_t b)
{
    const struct likeness *l = p->likeness;
    struct arena *scratch = arena_open_like(l->handbook->arena);
    struct matching m = begin_matching(scratch, l, p->common, a, b);
    uint64_t both = role_weight(l, a) + role_weight(l, b);
    unsigned percent = 0;
    if (percent_of(most_shared(&m), both) >= p->least) {
        match(scratch, &m);
        percent = percent_of(matched_share(&m), both);
    }
    arena_close(scratch);
    return percent < p->least ? 0 : percent;
}

static void note_roles(struct pairing *p, uint32_t a, uint32_t b)
{
    uint32_t first = a < b ? a : b, second = a < b ? b : a;
    unsigned percent = role_likeness(p, first, second);
    struct role_pair *nearest = &p->nearest[second];
    if (percent == 0)
        return;
    nearest->others++;
    if (percent > nearest->percent || (percent == nearest->percent && first < nearest->first)) {
        nearest->first = first;
        nearest->second = second;
        nearest->percent = percent;
    }
}

static void note_bags(void *data, size_t a, size_t b, uint32_t overlap)
{
    struct pairing *p = data;
    (void)overlap;
    note_roles(p, p->first_of[a], p->first_of[b]);
}

static uint32_t weigh_as_gram(const void *data, uint64_t key, size_t in, size_t of)
{
    (void)in, (void)of;
    return ((const struct token_sets *)data)->token_weights[key & UINT32_MAX];
}

/* A role's grams, each as often as its duties have it. */
static void collect_bag(const struct likeness *l, uint32_t role, struct set_collector *collector,
                        uint32_t *times)
{
    const struct token_sets *sets = l->sets;
    sets_begin(collector);
    for (size_t i = l->role_starts[role]; i < l->role_starts[role + 1]; i++)
        for (size_t k = sets->starts[l->duties[i].set]; k < sets->starts[l->duties[i].set + 1]; k++)
            sets_add(collector, (uint64_t)times[sets->tokens[k]]++ << 32 | sets->tokens[k]);
    for (size_t i = l->role_starts[role]; i < l->role_starts[role + 1]; i++)
        for (size_t k = sets->starts[l->duties[i].set]; k < sets->starts[l->duties[i].set + 1]; k++)
            times[sets->tokens[k]] = 0;
}

static bool is_compared(const struct likeness *l, uint32_t role)
{
    size_t duties = l->role_starts[role + 1] - l->role_starts[role];
    return duties >= FEWEST_DUTIES && duties <= LIMIT_MATCHED_DUTIES;
}

static void collect_bags(struct pairing *p, struct arena *scratch)
{
    const struct likeness *l = p->likeness;
    size_t roles = l->handbook->role_count, given = 0;
    struct set_collector *collector = sets_collect(scratch);
    uint32_t *times = arena_new_array(scratch, l->sets->token_count + 1, uint32_t);
    p->role_of = arena_new_array(scratch, roles + 1, uint32_t);
    for (uint32_t role = 1; role <= roles; role++)
        if (is_compared(l, role)) {
            p->role_of[given++] = role;
            collect_bag(l, role, collector, times);
        }
    p->bags = sets_finish(scratch, collector, (struct token_weighing){weigh_as_gram, l->sets});
    p->first_of = arena_new_array(scratch, p->bags->count + 1, uint32_t);
    for (size_t i = 0; i < given; i++) {
        uint32_t *first = &p->first_of[p->bags->set_of[i]];
        if (*first == 0)
            *first = p->role_of[i];
        else if (p->bags->weights[p->bags->set_of[i]] > 0)
            note_roles(p, *first, p->role_of[i]);
    }
}

struct role_pairs role_pairs_of(struct arena *arena, const struct likeness *likeness,
                                unsigned least)
{
    struct arena *scratch = arena_open_like(arena);
    size_t roles = likeness->handbook->role_count;
    struct role_pairs pairs = {.list = arena_new_array(arena, roles + 1, struct role_pair)};
    struct pairing p = {.likeness = likeness,
                        .nearest = arena_new_array(scratch, roles + 1, struct role_pair),
                        .least = least,
                        .common = common_tokens_of(scratch, likeness->sets, COMMON_WORDS)};
    collect_bags(&p, scratch);
    pairs.is_complete =
        set_join(scratch, p.bags, (struct join_threshold){.least = least}, note_bags, &p);
    for (size_t role = 1; role <= roles; role++)
        if (p.nearest[role].percent > 0)
            pairs.list[pairs.count++] = p.nearest[role];
    arena_close(scratch);
    return pairs;
}

/* ---- what tells them apart ---- */

size_t distinguishing_duties(struct arena *arena, const struct likeness *likeness, uint32_t role,
                             uint32_t other, uint32_t **duties)
{
    struct arena *scratch = arena_open_like(arena);
    struct matching m = begin_matching(scratch, likeness, NULL, role, other);
    size_t from = likeness->role_starts[role], count = likeness->role_starts[role + 1] - from;
    bool *matched = arena_new_array(scratch, count + 1, bool);
    size_t found = 0;
    match(scratch, &m);
    for (size_t i = 0; i < m.rows; i++) {
        size_t k = m.column_of[i];
        if (k != SIZE_MAX && likeness_of_sets(likeness->sets, likeness->duties[m.first + i].set,
                                              likeness->duties[m.second + k].set) >= LIKE_NEAR)
            matched[m.first == from ? i : k] = true;
    }
    *duties = arena_new_array(arena, count + 1, uint32_t);
    for (size_t i = 0; i < count; i++)
        if (!matched[i])
            (*duties)[found++] = (uint32_t)(from + i);
    arena_close(scratch);
    return found;
}
