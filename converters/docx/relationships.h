/*
 * Relationships say which parts a part refers to.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_RELATIONSHIPS_H
#define ROLEBOOK_CONVERTERS_DOCX_RELATIONSHIPS_H
#include "converters/docx/package.h"

struct relationship {
    struct text id;
    struct text uri;    /* of its type */
    struct text type;   /* the last word of that: "styles", "hyperlink" */
    struct text target; /* a part's name, or when is_external a URI as it stands */
    bool is_external;
};

struct relationships {
    struct relationship *items; /* by id */
    size_t count;
};

/*
 * in       part  whose relationships; empty: the package's
 * returns  STATUS_OK, also when there are none; STATUS_INPUT after one diagnostic
 */
enum status relationships_read(struct arena *arena, struct package *package, struct text part,
                               struct relationships *relationships);
/* NULL: none. By type: the first by id. */
const struct relationship *relationship_by_id(const struct relationships *relationships,
                                              struct text id);
const struct relationship *relationship_by_type(const struct relationships *relationships,
                                                struct text type);

#endif
