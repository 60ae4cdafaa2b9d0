/*
 * The plan is what a template says of content: the parts of the book, and how a role is shown.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_PLAN_H
#define ROLEBOOK_CORE_COMPOSE_PLAN_H
#include "core/compose/template.h"
#include "core/model/profile.h"

enum book_part {
    PART_COVER,
    PART_APPROVAL,
    PART_PREFACE,
    PART_CONTENTS,
    PART_READING,
    PART_ORGANISATION,
    PART_GOAL_MATRIX,
    PART_BASELINE,
    PART_SCENARIOS,
    PART_STRATEGY,
    PART_PROCESSES,
    PART_ROLES,
    PART_GLOSSARY,
    PART_ROLE_INDEX,
    PART_TOOL_INDEX,
    PART_STANDARD_INDEX,
    PART_COMPLETENESS,
    PART_OVERLAPS,
    PART_TIME_SHARES,
    PART_ACKNOWLEDGEMENT,
    PART_COUNT,
};

/* An element of a role, and the style of its words; empty: that of where they stand. */
struct shown {
    enum element element;
    struct text style;
};

struct plan {
    enum book_part *parts;
    size_t part_count, part_capacity;
    unsigned contents_depth;
    struct shown *panel, *shown; /* of a role: in its panel, and below it, in order */
    size_t panel_count, panel_capacity, shown_count, shown_capacity;
    enum element *hidden; /* of a role: not in this book */
    size_t hidden_count, hidden_capacity;
    const struct profile *profile;      /* of the map of completeness; NULL: the default */
    const struct diagnostics *findings; /* of the map of overlaps; NULL: none */
    enum language second_language; /* of headings and labels, beside the role's; LANG_COUNT: none */
    struct text divider;           /* between the two */
};

struct template
{
    struct stylesheet sheet; /* without what belongs to one book: title, words */
    struct plan plan;
    struct template_paths paths;
};

#endif
