/*
 * Whom or what an English sentence tells of, where that is not the holder.
 *
 * The fire division is responsible for the town's hydrants, hours will change with the season: a
 * unit, the post or a thing is the subject, and nobody can tell whose act that is.
 */
#ifndef ROLEBOOK_CORE_CHECK_WORDING_SUBJECT_H
#define ROLEBOOK_CORE_CHECK_WORDING_SUBJECT_H
#include "core/normalise/sentence.h"

/* A clause's subject, and what is said of it; each part is empty where there is none. */
struct subject {
    struct range noun; /* the platform, the office of the clerk: up to "platform", "office" */
    uint32_t verb;     /* where its finite verb begins; the clause's end: it has none */
    bool is_qualified; /* members who serve coffee: a relative clause stands behind the noun */
};

struct subject wording_subject_of(const struct sentence *s, const struct clause *clause);

/* A unit, a thing or the post, which is not what the holder does. */
bool wording_is_other_subject(const struct sentence *s, const struct clause *clause,
                              const struct subject *subject);
/* A unit or a name, of which alone what is asked is no requirement of the holder. */
bool wording_is_organisation(const struct sentence *s, const struct clause *clause,
                             const struct subject *subject);
/* Members who serve coffee, stalls that sell bread: nothing is said of them. */
bool wording_names_whom(const struct sentence *s, const struct clause *clause);

/* There is a warden, who shall be responsible for filling …: whoever there is does something. */
bool wording_charges_whom_there_is(const struct sentence *s);

#endif
