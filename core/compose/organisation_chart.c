#include "core/compose/organisation_chart.h"
#include <stdlib.h>

#define GOOD_ROWS 4     /* leaves below each other, where the page is wide enough */
#define ROW_OF_LEAVES 2 /* more leaves than that hang below each other */

bool organisation_is_leaf(const struct charts *c, size_t post) { return c->fits[post].levels == 1; }

static size_t columns_of_leaves(const struct charts *c, size_t leaves)
{
    return leaves <= ROW_OF_LEAVES ? leaves : (leaves + c->deep - 2) / (c->deep - 1);
}

struct branch {
    size_t post, columns;
};

static int compare_branches(const void *a, const void *b)
{
    const struct branch *x = a, *y = b; /* the widest first, then as they come */
    if (x->columns != y->columns)
        return x->columns > y->columns ? -1 : 1;
    return x->post < y->post ? -1 : x->post > y->post;
}

static void cut(struct charts *c, size_t post)
{
    c->fits[post].is_cut = true;
    c->fits[post].columns = c->fits[post].levels = 1;
}

/* Below a post: the widest branches are cut off until the rest fits beside each other. */
static void fit_post(struct charts *c, size_t post, struct branch *branches)
{
    size_t count = 0, leaves = 0, columns = 0, levels = 0;
    struct post *list = c->posts.list;
    for (size_t i = list[post].first; i != POST_NONE; i = list[i].next) {
        if (c->fits[i].levels + 1 > c->deep)
            cut(c, i);
        if (organisation_is_leaf(c, i))
            leaves++;
        else
            branches[count++] = (struct branch){i, c->fits[i].columns};
        columns += organisation_is_leaf(c, i) ? 0 : c->fits[i].columns;
    }
    qsort(branches, count, sizeof *branches, compare_branches);
    for (size_t i = 0; i < count && columns + columns_of_leaves(c, leaves) > c->wide; i++) {
        columns -= branches[i].columns;
        cut(c, branches[i].post);
        leaves++;
    }
    for (size_t i = list[post].first; i != POST_NONE; i = list[i].next)
        levels = c->fits[i].levels > levels ? c->fits[i].levels : levels;
    size_t hung = columns_of_leaves(c, leaves);
    size_t rows = leaves <= ROW_OF_LEAVES ? leaves > 0 : (leaves + hung - 1) / hung;
    bool overflows = hung + columns > c->wide; /* its leaves fill several charts */
    c->fits[post].columns = overflows ? c->wide : hung + columns > 0 ? hung + columns : 1;
    c->fits[post].levels = overflows ? c->deep : 1 + (rows > levels ? rows : levels);
}

void organisation_fit(struct charts *c)
{
    struct branch *branches = arena_new_array(c->scratch, c->posts.count, struct branch);
    c->fits = arena_new_array(c->scratch, c->posts.count, struct fit);
    for (size_t i = c->posts.count; i-- > 0;)
        fit_post(c, c->posts.order[i], branches);
}

void organisation_find_roots(struct charts *c)
{
    const struct post *all = &c->posts.list[c->posts.count - 1];
    for (size_t i = 0; i < c->posts.count; i++) {
        size_t post = c->posts.order[i];
        bool is_top = i == (all->first == all->last); /* the only one without a superior, or all */
        if (!is_top && (i == 0 || !c->fits[post].is_cut))
            continue;
        *arena_push(c->scratch, c->roots, c->count, c->capacity) = post;
        c->fits[post].chart = c->count;
    }
}

/* What is still to be placed: a post, or the leaves that hang below one. */
struct pending {
    size_t post, above; /* above: the place of its superior */
    bool is_spines;
    size_t first, leaves; /* of spines: the first leaf, and how many hang in this chart */
    size_t columns;       /* they hang in */
};

struct stack {
    struct pending *list;
    size_t count, capacity;
};

static size_t add_placed(struct chart *chart, size_t post, size_t superior, size_t above)
{
    struct arena *scratch = chart->all->scratch;
    size_t level = above == POST_NONE ? 0 : chart->placed[above].level + 1;
    size_t nodes = chart->count;
    *arena_push(scratch, chart->nodes, nodes, chart->node_capacity) =
        (struct tree_node){.parent = above == POST_NONE ? TREE_NONE : above};
    *arena_push(scratch, chart->placed, chart->count, chart->placed_capacity) =
        (struct placed){.post = post, .superior = superior, .level = level};
    if (post != chart->root)
        chart->all->fits[post].within = chart->number;
    chart->levels = level + 1 > chart->levels ? level + 1 : chart->levels;
    return chart->count - 1;
}

/* Leaves below each other, in as many columns as they need. */
static void place_spines(struct chart *chart, const struct pending *pending)
{
    struct charts *c = chart->all;
    size_t columns = pending->columns, left = pending->leaves;
    size_t post = pending->first;
    for (size_t column = 0; column < columns; column++) {
        size_t rows = (left + columns - column - 1) / (columns - column), above = pending->above;
        left -= rows;
        for (size_t row = 0; row < rows; post = c->posts.list[post].next) {
            if (!organisation_is_leaf(c, post))
                continue;
            above = add_placed(chart, post, pending->above, above);
            chart->placed[above].is_hung = true;
            chart->placed[above].is_first = row++ == 0;
        }
    }
}

/* What stands below a placed post, from first on, with room for that many columns of leaves. */
struct row_below {
    size_t first, leaves, room;
};

/* Those that come first are on top of the stack. */
static void push_below(struct chart *chart, size_t at, struct row_below below, struct stack *stack)
{
    struct charts *c = chart->all;
    const struct post *list = c->posts.list;
    size_t least = columns_of_leaves(c, below.leaves);
    size_t columns = (below.leaves + GOOD_ROWS - 1) / GOOD_ROWS;
    bool hangs = below.leaves > ROW_OF_LEAVES && below.leaves > below.room;
    columns = columns > below.room ? below.room : columns;
    if (hangs)
        *arena_push(c->scratch, stack->list, stack->count, stack->capacity) =
            (struct pending){.above = at,
                             .is_spines = true,
                             .first = below.first,
                             .leaves = below.leaves,
                             .columns = columns < least ? least : columns};
    size_t begin = stack->count;
    for (size_t i = below.first; i != POST_NONE; i = list[i].next)
        if (!organisation_is_leaf(c, i) || !hangs)
            *arena_push(c->scratch, stack->list, stack->count, stack->capacity) =
                (struct pending){.post = i, .above = at};
    for (size_t low = begin, high = stack->count; low + 1 < high; low++) { /* turn round */
        struct pending last = stack->list[--high];
        stack->list[high] = stack->list[low];
        stack->list[low] = last;
    }
}

static struct row_below row_below(const struct charts *c, size_t first, size_t *columns)
{
    struct row_below below = {.first = first};
    *columns = 0;
    for (size_t i = first; i != POST_NONE; i = c->posts.list[i].next) {
        below.leaves += organisation_is_leaf(c, i);
        *columns += organisation_is_leaf(c, i) ? 0 : c->fits[i].columns;
    }
    below.room = columns_of_leaves(c, below.leaves);
    return below;
}

void organisation_place(struct chart *chart, size_t first)
{
    struct charts *c = chart->all;
    struct stack stack = {0};
    size_t columns;
    struct row_below below = row_below(c, first, &columns);
    below.room =
        c->wide > columns ? c->wide - columns : 1; /* the first post has the page's width */
    if (below.leaves > below.room * (c->deep - 1))
        below.leaves = below.room * (c->deep - 1);
    push_below(chart, add_placed(chart, chart->root, POST_NONE, POST_NONE), below, &stack);
    while (stack.count > 0) {
        struct pending pending = stack.list[--stack.count];
        if (pending.is_spines) {
            place_spines(chart, &pending);
            continue;
        }
        size_t at = add_placed(chart, pending.post, pending.above, pending.above);
        if (!c->fits[pending.post].is_cut)
            push_below(chart, at, row_below(c, c->posts.list[pending.post].first, &columns),
                       &stack);
    }
}
