/*
 * A tree layout gives each node of a tree its place across: superiors in the middle above those
 * below them, siblings as near as their subtrees let them, equal subtrees drawn alike.
 *
 * C. Buchheim, M. Jünger, S. Leipert: Improving Walker's algorithm to run in linear time (2002).
 */
#ifndef ROLEBOOK_CORE_COMPOSE_TREE_LAYOUT_H
#define ROLEBOOK_CORE_COMPOSE_TREE_LAYOUT_H
#include "core/base/arena.h"
#include <stdint.h>

#define TREE_NONE SIZE_MAX

struct tree_node {
    size_t parent; /* its index, which is smaller; TREE_NONE: the first node, the only root */
    int64_t x;     /* out: of its middle; the least of all is 0 */
};

/*
 * in       nodes     [count] in preorder: a node, then the subtrees of its children
 *          distance  between the middles of two nodes on one level, at least
 */
void tree_place(struct arena *scratch, struct tree_node *nodes, size_t count, int64_t distance);

#endif
