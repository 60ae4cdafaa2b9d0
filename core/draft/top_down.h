/*
 * Top-down drafting goes from strategy over processes to positions (DOMAIN 3): responsibility
 * follows the information, so a position is drafted from the steps that it carries.
 */
#ifndef ROLEBOOK_CORE_DRAFT_TOP_DOWN_H
#define ROLEBOOK_CORE_DRAFT_TOP_DOWN_H
#include "core/model/model.h"
#include "core/model/vocabulary.h"

enum merging {
    KEEP_ROLES,  /* roles that are there stay as they are: what differs is reported */
    MERGE_ROLES, /* what they lack is added to copies of them, marked */
};

struct top_down {
    /* a role for each position that has none yet, and the shared duties that processes give to all
     */
    struct handbook *drafts;
    struct handbook *merged; /* MERGE_ROLES: copies of roles with what their drafts add */
    struct text trace;       /* goals to decisions, processes and positions, in Markdown */
    struct text
        differences; /* between drafts and the roles that are there; empty: there are none */
};

/*
 * in       inputs      normalised: goals, processes, scenarios, organisation, baseline, roles
 * returns  all of it in the arena; it borrows from inputs
 */
struct top_down draft_top_down(struct arena *arena, const struct handbook *inputs,
                               const struct vocabulary *vocabulary, enum merging merging);

#endif
