/*
 * Fixing mends what findings know how to mend, in the bytes of Markdown and XML files.
 *
 * Each pass checks anew and makes the edits that touch no other, until nothing is left to mend: so
 * fixing twice changes nothing more. Files are written at the end, each whole or not at all. A Word
 * file stays as it is: what it holds goes to a Markdown file beside it, 組長.docx.fixed.md, which
 * is mended; whoever agrees puts it in the original's place. What belongs into a file that is not
 * there (B104: the shared duties) makes it, and is put into no file that is there.
 */
#ifndef ROLEBOOK_CORE_CLI_FIX_H
#define ROLEBOOK_CORE_CLI_FIX_H
#include "core/cli/findings.h"

struct fix_request {
    struct command *command;
    const struct project *project; /* NULL: there is none */
    const char *folder;            /* that new files go into; NULL: none are made */
    struct check_config *config;
    struct inputs *inputs;    /* a Word file that is mended becomes its copy */
    struct read_files *files; /* what was read last; the caller closes it */
};

struct fix_result {
    struct diagnostics *findings; /* what is left */
    size_t edits, changed_files;
};

/*
 * Reads, checks and mends; with options->shows_diff the differences go to standard output and
 * nothing is written. Trouble is the command's.
 */
struct fix_result fix_all(const struct fix_request *request);

#endif
