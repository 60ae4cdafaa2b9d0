/*
 * A folder of pages is written whole or not at all, and takes nobody's files away.
 *
 * All files are first written beside their places; only when each of them is on the disk do they
 * take their places, one rename a file, in one when the folder is new. The folder remembers them in
 * .rolebook-pages.json: a file that was not written by rolebook, or was edited since, is never
 * overwritten without force, and a page that the book no longer has goes. Reading a folder as input
 * passes over one that has this memory.
 */
#ifndef ROLEBOOK_CORE_CLI_OUTPUT_PAGES_H
#define ROLEBOOK_CORE_CLI_OUTPUT_PAGES_H
#include "converters/converter.h"
#include "core/cli/output_folder.h"

#define OUTPUT_PAGES_MEMORY ".rolebook-pages.json"

/* STATUS_OUTPUT after a diagnostic: the folder then holds what it held before. */
enum status output_pages_write(const char *folder, const struct output_files *files,
                               enum overwriting overwriting, struct diagnostics *diags);

#endif
