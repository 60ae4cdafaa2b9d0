/* What charts of an organisation hold: which posts fit into one, and what hangs where in it. */
#ifndef ROLEBOOK_CORE_COMPOSE_ORGANISATION_CHART_H
#define ROLEBOOK_CORE_COMPOSE_ORGANISATION_CHART_H
#include "core/compose/book.h"
#include "core/compose/drawing.h"
#include "core/compose/posts.h"
#include "core/compose/tree_layout.h"

/* How a post fits into a chart. */
struct fit {
    size_t columns, levels; /* that it and those below it take */
    size_t chart;           /* the chart it begins, from 1; 0: none */
    size_t within;          /* the chart that shows it below its superior */
    bool is_cut;
};

struct charts {
    struct book *book;
    struct arena *scratch;
    struct posts posts;
    struct fit *fits;
    struct block *section;
    int32_t width, box; /* of the page, of a box */
    int32_t scale;      /* in permille: of larger type, everything is larger */
    size_t wide, deep;  /* boxes that fit beside and below each other */
    size_t *roots;      /* posts that charts begin with, in order */
    size_t count, capacity;
};

struct placed {
    size_t post, superior; /* superior: its place among those placed; POST_NONE: the first */
    size_t level;
    bool is_hung;       /* on a spine, below its superior or the box above it */
    bool is_first;      /* of its spine */
    struct text number; /* 1.2.1, for those who cannot see */
    size_t below;       /* how many were numbered below it */
};

struct chart {
    struct charts *all;
    size_t number, root;
    struct placed *placed;
    struct tree_node *nodes;
    size_t count, placed_capacity, node_capacity;
    size_t levels;
    struct drawing drawing;
};

/* How much of a chart each post and those below it take, as c->wide and c->deep allow: c->fits. */
void organisation_fit(struct charts *c);
/* Nobody reports to it, in its chart. */
bool organisation_is_leaf(const struct charts *c, size_t post);
/* The posts that charts begin with, in order: c->roots. */
void organisation_find_roots(struct charts *c);
/*
 * The posts of one chart, each behind what it hangs on: chart->placed and chart->nodes.
 *
 * in  first  the child it begins with, where a chart goes on with leaves that filled the one before
 */
void organisation_place(struct chart *chart, size_t first);

#endif
