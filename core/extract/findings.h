/*
 * What extraction finds: the wording of S101 to S103, which the rules of those codes show too.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_FINDINGS_H
#define ROLEBOOK_CORE_EXTRACT_FINDINGS_H
#include "core/base/diagnostics.h"

enum finding {
    FINDING_UNRECOGNISED_SECTION,      /* {0} the heading */
    FINDING_LIKELY_SECTION,            /* {0} the heading, {1} the element it is taken for */
    FINDING_UNRECOGNISED_SECTION_NEAR, /* {0} the heading, {1} the nearest elements' headings */
    FINDING_WORDS_APART,               /* {0} words that stand in no element and under no heading */
    FINDING_REPEATED_SECTION,          /* {0} the heading, {1} the element's heading */
    FINDING_DIVIDED_SECTION,           /* the same, where the heading says which part it holds */
    FINDING_EMPTY_SECTION,             /* {0} the heading */
    FINDING_COUNT,
};

struct finding_row {
    const char *code, *name;
    enum level level;
    const struct message *message;
};

/* Code, name, level and words of it: static. */
const struct finding_row *finding_row(enum finding finding);

#endif
