#include "core/extract/evidence/post_signs.h"
#include "core/extract/labels/label.h"

#define POST_MIN 2 /* points */

/*
 * How surely the heading over the records names a section of a role: 2 by a label that other pages
 * do not have, or duties by all of its words, 1 by an ordinary word or by some of its words:
 * "Professional summary" and "Professional experience" are résumés'.
 */
static size_t heading_points(struct extraction *x, const struct records *records)
{
    if (records->state == STATE_ABSENT || text_is_empty(records->heading))
        return 0;
    struct label label = label_find(x, records->heading);
    bool is_known = label.kind == LABEL_ELEMENT;
    if (!is_known)
        label = label_guess(x, records->heading);
    if (label.kind != LABEL_ELEMENT)
        return 0;
    bool is_duties = label.element == ELEMENT_DUTIES;
    bool is_sure =
        is_known ? is_duties || !label.needs_context : is_duties && label_is_sure_guess(&label);
    return is_sure ? 2 : 1;
}

bool speaks_of_post(struct extraction *x, const struct role *role)
{
    static const enum element terms[] = {ELEMENT_ID,         ELEMENT_DEPARTMENT, ELEMENT_JOB_TYPE,
                                         ELEMENT_GRADE,      ELEMENT_HEADCOUNT,  ELEMENT_LOCATION,
                                         ELEMENT_EMPLOYMENT, ELEMENT_REPORTS_TO, ELEMENT_REWARDS};
    size_t given = 0;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        given += role_records(role, terms[i])->state != STATE_ABSENT;
    size_t purpose = heading_points(x, role_records(role, ELEMENT_PURPOSE));
    size_t needs = heading_points(x, role_records(role, ELEMENT_APPOINTMENT));
    return heading_points(x, role_records(role, ELEMENT_DUTIES)) + (purpose > 1 ? purpose : 0) +
               needs + given >=
           POST_MIN;
}
