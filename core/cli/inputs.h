/*
 * Inputs are the files a command reads, in the order they are read.
 *
 * A file is taken as it is named. A folder is read with all below it in byte order; hidden files,
 * Word's lock files (~$…), mended copies beside their originals (組長.docx.fixed.md), what drafting
 * left (rolebook-draft/), notes to the reader (README, LICENSE …), files of no format that can be
 * read, pipes and the like, and links back to a folder being read are passed over.
 */
#ifndef ROLEBOOK_CORE_CLI_INPUTS_H
#define ROLEBOOK_CORE_CLI_INPUTS_H
#include "core/base/diagnostics.h"

/* What a mended copy's name has behind the original's (core/cli/fix.h). */
#define MENDED_MARKDOWN ".fixed.md"
/* Where drafting leaves what is to be read by people: reports, copies of roles with additions. */
#define INPUTS_DRAFT_FOLDER "rolebook-draft"
#define MENDED_XML ".fixed.xml"

struct inputs {
    struct arena *arena;
    const char **paths; /* "-": standard input */
    size_t count, capacity;
    /* [count], what is read in place of a file; data NULL: the file itself. NULL: all files */
    const struct text *contents;
};

/*
 * returns  STATUS_OK; STATUS_INPUT after a diagnostic for a path that is not there or is a
 *          lock file, a folder that cannot be read, or one without role files; the others are in
 *          inputs
 */
enum status inputs_add(struct inputs *inputs, const char *path, struct diagnostics *diags);
/* The folder's own files, not those of folders in it. */
enum status inputs_add_files(struct inputs *inputs, const char *folder, struct diagnostics *diags);

/* A file beside the roles that speaks to the reader of the folder: README.md, LICENSE. */
bool inputs_is_note(struct text name);

/*
 * Of paths that lead to one file (named twice, in a folder that is named too, by a link) the first
 * stays. Before contents are set.
 */
void inputs_drop_repeated(struct inputs *inputs);
/* The files at these paths are not read: what is written into a folder that is read too. Before
 * contents are set. */
void inputs_drop_files(struct inputs *inputs, const char *const *paths, size_t count);

bool is_folder(const char *path);
/* Both are there, and one file. */
bool is_same_file(const char *a, const char *b);
/* folder/name, in the arena. */
const char *path_join(struct arena *arena, const char *folder, const char *name);

#endif
