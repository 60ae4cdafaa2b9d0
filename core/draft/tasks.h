/*
 * Tasks are elements of the same attributes: act and object, tool, procedure, result, who and when.
 *
 * Each element is a vector of these attributes. Within an attribute words weigh the more the rarer
 * they are; between attributes they weigh, squared, as ATTRIBUTE_WEIGHTS says, those that were not
 * given left out. Act and object are the words; a weight of its own for the verb made all measured
 * groupings worse. Elements are joined by average linkage on the cosine (linkage.h), down to a
 * least likeness: the one asked for, or the one of 10 %, 15 % … 60 % whose groups keep apart best,
 * by their mean silhouette.
 */
#ifndef ROLEBOOK_CORE_DRAFT_TASKS_H
#define ROLEBOOK_CORE_DRAFT_TASKS_H
#include "core/draft/linkage.h"
#include "core/draft/same_work.h"
#include "core/normalise/phrases.h"

struct tasks_request {
    const struct work_log *log;
    const struct same_work *same;
    struct phrases *phrases; /* the lists of both languages of the log were asked for */
    enum language language;  /* of Han wordings */
    size_t tasks;            /* how many are wanted; 0: as threshold says */
    unsigned threshold;      /* percent, 1 to 100; 0: chosen by the silhouettes */
};

struct tasks {
    const uint32_t *group_of; /* [same->count]: the first element of its task */
    const struct vectors *vectors;
    const struct text *acts; /* [same->count]: act with object, or the whole wording */
    size_t count;            /* tasks */
    unsigned threshold;      /* percent that counted; 0: a number of tasks was asked for */
};

/* The same for the same request, whatever machine works it out. */
struct tasks tasks_find(struct arena *arena, const struct tasks_request *request);

#endif
