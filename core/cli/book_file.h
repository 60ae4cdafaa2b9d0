/*
 * A book file is a handbook composed by a template: one file, a folder of pages, or standard
 * output.
 */
#ifndef ROLEBOOK_CORE_CLI_BOOK_FILE_H
#define ROLEBOOK_CORE_CLI_BOOK_FILE_H
#include "core/cli/command.h"
#include "core/compose/template.h"

/* Whether the output is to be a folder of pages: --folder, a folder, or a name that ends in '/'. */
bool book_file_is_folder(const struct command *command, const struct converter *to);
/*
 * in       template  a name or a path (template_load)
 *          wishes    what the project wants of its pages; NULL: nothing
 *          path      NULL or "-": standard output
 * Trouble is the command's.
 */
void book_file_write(struct command *command, const struct converter *to,
                     const struct handbook *handbook, const char *template,
                     const struct template_wishes *wishes, const char *path);

#endif
