/*
 * Average linkage joins the most alike groups again and again, until nothing alike is left.
 *
 * The likeness of two points is the cosine of their vectors, and that of two groups the mean over
 * all pairs of their points (UPGMA). With vectors of unit length that mean is the product of the
 * groups' sums over their sizes, so no matrix of distances is ever held: a group is its sum, and
 * its products with all others come from one index of the points. Memory grows with the entries of
 * the vectors, about 10 MB for 20,000 elements where a matrix of bytes takes 200 MB.
 *
 * Groups are joined along chains of nearest neighbours (F. Murtagh, "A survey of recent advances in
 * hierarchical clustering algorithms", The Computer Journal 26, 1983), which finds the same tree as
 * joining the nearest pair each time. All of it is whole numbers: the same points in the same order
 * give the same tree on every machine.
 */
#ifndef ROLEBOOK_CORE_DRAFT_LINKAGE_H
#define ROLEBOOK_CORE_DRAFT_LINKAGE_H
#include "core/base/arena.h"
#include <stdint.h>

#define UNIT 4096                       /* the length of a vector */
#define LIKE_ONE ((int64_t)UNIT * UNIT) /* the likeness of equal ones */

struct entry {
    uint32_t key;
    int32_t value;
};

struct vectors {
    const size_t *starts;        /* [count + 1] into entries */
    const struct entry *entries; /* ascending by key within a vector, values above 0 */
    size_t count;
    uint32_t key_count; /* keys are below that */
};

/* Two points in groups that are joined; likeness of LIKE_ONE. */
struct joining {
    uint32_t a, b;
    int64_t likeness;
};

/*
 * out      *joinings  in the arena, the most alike first
 * returns  how many: fewer than count - 1 where groups have nothing in common
 */
size_t average_linkage(struct arena *arena, const struct vectors *vectors,
                       struct joining **joinings);

/* The groups that the first `joined` joinings make: of each point the least point of its group. */
void linkage_groups(const struct joining *joinings, size_t joined, size_t count, uint32_t *groups);

/*
 * How well groups keep apart: the mean silhouette (P. J. Rousseeuw, Journal of Computational and
 * Applied Mathematics 20, 1987) of at most `most` points taken at even distances, in ten
 * thousandths. The distance is 1 - cosine, to a group the mean over its points.
 */
int64_t linkage_silhouette(struct arena *scratch, const struct vectors *vectors,
                           const uint32_t *groups, size_t most);
/* How alike two points are: their cosine, of LIKE_ONE. */
int64_t point_likeness(const struct vectors *vectors, size_t a, size_t b);

#endif
