/*
 * A role file in canonical Markdown: the bytes that convert writes for its role, with all that the
 * author put into the file beside the role's words.
 *
 * The role is composed anew (core/compose/canonical.c); emphasis, links, pictures and notes go back
 * to the words they stood at, comments to what they spoke of, keys of the front matter that are no
 * element stay as they were typed. What comes of it is read again: the role must be the same, each
 * word must be there, and making it canonical again must change nothing. Else the file stays as it
 * is, and a warning says where and why.
 */
#ifndef ROLEBOOK_CORE_CLI_CANONICAL_FILE_H
#define ROLEBOOK_CORE_CLI_CANONICAL_FILE_H
#include "core/base/diagnostics.h"
#include "core/model/vocabulary.h"

enum canonical_fate {
    CANONICAL_SAME,    /* it is canonical already */
    CANONICAL_CHANGED, /* into bytes */
    CANONICAL_KEPT,    /* as it is, after a warning */
    CANONICAL_NO_ROLE, /* it holds none: a page, a table of processes */
    CANONICAL_UNREAD,  /* after an error */
};

struct canonical_file {
    enum canonical_fate fate;
    struct text bytes; /* CANONICAL_CHANGED: in the arena */
};

/*
 * in       path   as the user gave it, for diagnostics; must live as long as they do
 *          bytes  of the file; they must live as long as the diagnostics
 */
struct canonical_file canonical_file_make(struct arena *arena, const struct vocabulary *vocabulary,
                                          const char *path, struct text bytes,
                                          struct diagnostics *diags);

#endif
