/* The tree is walked from right to left: backwards through the preorder, children come first. */
#include "core/compose/tree_layout.h"
#include <assert.h>

/* What the algorithm keeps of a node; siblings to its right are walked before it. */
struct knot {
    size_t parent, first, last; /* children: first the rightmost, last the leftmost */
    size_t before;              /* the sibling to the right */
    size_t number;              /* among the siblings, from the right */
    size_t thread, ancestor;    /* TREE_NONE: no thread */
    size_t default_ancestor;    /* of its children */
    int64_t preliminary, modifier, change, shift;
};

struct walk_of_contours {
    struct knot *knots;
    int64_t distance;
};

static struct knot *link_knots(struct arena *scratch, const struct tree_node *nodes, size_t count)
{
    struct knot *knots = arena_new_array(scratch, count, struct knot);
    for (size_t i = 0; i < count; i++)
        knots[i] = (struct knot){.parent = nodes[i].parent,
                                 .first = TREE_NONE,
                                 .last = TREE_NONE,
                                 .before = TREE_NONE,
                                 .thread = TREE_NONE,
                                 .ancestor = i};
    for (size_t i = count; i-- > 1;) {
        struct knot *parent = &knots[knots[i].parent];
        assert(knots[i].parent < i);
        if (parent->first == TREE_NONE)
            parent->first = parent->default_ancestor = i;
        else {
            knots[i].before = parent->last;
            knots[i].number = knots[parent->last].number + 1;
        }
        parent->last = i;
    }
    return knots;
}

/* ---- contours ---- */

static size_t next_inward(const struct knot *knots, size_t i) /* along the side walked last */
{
    return knots[i].last != TREE_NONE ? knots[i].last : knots[i].thread;
}

static size_t next_outward(const struct knot *knots, size_t i) /* along the side walked first */
{
    return knots[i].first != TREE_NONE ? knots[i].first : knots[i].thread;
}

/* Moves the subtree of b away from that of a; those between get their shares later. */
static void move_subtree(struct knot *knots, size_t a, size_t b, int64_t shift)
{
    int64_t subtrees = (int64_t)(knots[b].number - knots[a].number);
    int64_t share = subtrees == 0 ? 0 : shift / subtrees;
    knots[b].change -= share;
    knots[b].shift += shift;
    knots[a].change += share;
    knots[b].preliminary += shift;
    knots[b].modifier += shift;
}

/* Four ways down: inner and outer contour of the new subtree and of those walked before it. */
struct contours {
    size_t inner_new, outer_new, inner_old, outer_old;
    int64_t sum_inner_new, sum_outer_new, sum_inner_old, sum_outer_old;
};

static struct contours contours_of(const struct knot *knots, size_t i)
{
    size_t old = knots[i].before, outer = knots[knots[i].parent].first;
    return (struct contours){.inner_new = i,
                             .outer_new = i,
                             .inner_old = old,
                             .outer_old = outer,
                             .sum_inner_new = knots[i].modifier,
                             .sum_outer_new = knots[i].modifier,
                             .sum_inner_old = knots[old].modifier,
                             .sum_outer_old = knots[outer].modifier};
}

/* Where one side is deeper, a thread leads on from the other's end. */
static void thread_ends(struct knot *knots, const struct contours *c, size_t i)
{
    size_t deeper_old = next_inward(knots, c->inner_old);
    size_t deeper_new = next_outward(knots, c->inner_new);
    if (deeper_old != TREE_NONE && next_inward(knots, c->outer_new) == TREE_NONE) {
        knots[c->outer_new].thread = deeper_old;
        knots[c->outer_new].modifier += c->sum_inner_old - c->sum_outer_new;
    }
    if (deeper_new != TREE_NONE && next_outward(knots, c->outer_old) == TREE_NONE) {
        knots[c->outer_old].thread = deeper_new;
        knots[c->outer_old].modifier += c->sum_inner_new - c->sum_outer_old;
        knots[knots[i].parent].default_ancestor = i;
    }
}

/* Keeps the subtree of i clear of its siblings walked before it. */
static void apportion(struct walk_of_contours *w, size_t i)
{
    struct knot *knots = w->knots;
    if (knots[i].before == TREE_NONE)
        return;
    struct contours c = contours_of(knots, i);
    for (;;) {
        size_t old = next_inward(knots, c.inner_old), new = next_outward(knots, c.inner_new);
        if (old == TREE_NONE || new == TREE_NONE)
            break;
        c.inner_old = old;
        c.inner_new = new;
        c.outer_old = next_outward(knots, c.outer_old);
        c.outer_new = next_inward(knots, c.outer_new);
        knots[c.outer_new].ancestor = i;
        int64_t shift = knots[old].preliminary + c.sum_inner_old - knots[new].preliminary -
                        c.sum_inner_new + w->distance;
        if (shift > 0) {
            size_t ancestor = knots[old].ancestor;
            if (knots[ancestor].parent != knots[i].parent)
                ancestor = knots[knots[i].parent].default_ancestor;
            move_subtree(knots, ancestor, i, shift);
            c.sum_inner_new += shift;
            c.sum_outer_new += shift;
        }
        c.sum_inner_old += knots[old].modifier;
        c.sum_inner_new += knots[new].modifier;
        c.sum_outer_old += knots[c.outer_old].modifier;
        c.sum_outer_new += knots[c.outer_new].modifier;
    }
    thread_ends(knots, &c, i);
}

/* ---- the two walks ---- */

static void share_shifts(struct knot *knots, size_t i)
{
    int64_t shift = 0, change = 0;
    for (size_t child = knots[i].last; child != TREE_NONE; child = knots[child].before) {
        knots[child].preliminary += shift;
        knots[child].modifier += shift;
        change += knots[child].change;
        shift += knots[child].shift + change;
    }
}

static void place_above_children(struct walk_of_contours *w, size_t i)
{
    struct knot *knots = w->knots, *knot = &knots[i];
    int64_t middle = 0;
    if (knot->first != TREE_NONE) {
        share_shifts(knots, i);
        middle = (knots[knot->first].preliminary + knots[knot->last].preliminary) / 2;
    }
    knot->preliminary =
        knot->before == TREE_NONE ? middle : knots[knot->before].preliminary + w->distance;
    if (knot->before != TREE_NONE)
        knot->modifier = knot->preliminary - middle;
}

void tree_place(struct arena *scratch, struct tree_node *nodes, size_t count, int64_t distance)
{
    if (count == 0)
        return;
    struct walk_of_contours w = {link_knots(scratch, nodes, count), distance};
    for (size_t i = count; i-- > 0;) {
        place_above_children(&w, i);
        if (i > 0)
            apportion(&w, i);
    }
    int64_t *sums = arena_new_array(scratch, count, int64_t); /* of the modifiers above a node */
    int64_t most = INT64_MIN;
    for (size_t i = 0; i < count; i++) {
        const struct knot *knot = &w.knots[i];
        sums[i] = i == 0 ? 0 : sums[knot->parent] + w.knots[knot->parent].modifier;
        nodes[i].x = knot->preliminary + sums[i];
        most = nodes[i].x > most ? nodes[i].x : most;
    }
    for (size_t i = 0; i < count; i++)
        nodes[i].x = most - nodes[i].x; /* it was walked from the right */
}
