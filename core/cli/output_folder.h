/*
 * An output folder remembers what was written into it, so that writing into it again changes
 * nothing that a person changed since.
 *
 * The memory is the file .rolebook.json in the folder: for each file the hash of its bytes as they
 * were written, and the source they came from. A file is written when it is not there, or when it
 * is still as it was written. One that a person edited stays as it is: without a word when its
 * source gives what it gave before; else, and when rolebook did not write it, it is named, and only
 * --force takes it.
 */
#ifndef ROLEBOOK_CORE_CLI_OUTPUT_FOLDER_H
#define ROLEBOOK_CORE_CLI_OUTPUT_FOLDER_H
#include "core/cli/file_names.h"
#include "core/cli/inputs.h"

#define OUTPUT_FOLDER_MEMORY ".rolebook.json"

enum overwriting { KEEP_EDITED, OVERWRITE_EDITED };

enum output_fate {
    OUTPUT_WRITTEN, /* or there already, byte for byte */
    OUTPUT_KEPT,    /* edited by a person, its source unchanged */
    OUTPUT_REFUSED, /* a person's work would be lost: after a diagnostic */
    OUTPUT_FAILED,  /* could not be written: after a diagnostic */
};

struct output_folder;

/* The folder is made; NULL after a diagnostic. */
struct output_folder *output_folder_open(struct arena *arena, const char *path,
                                         enum overwriting overwriting, struct diagnostics *diags);
/* rolebook wrote into a folder at this path before. */
bool output_folder_is_known(struct arena *arena, const char *path);
/*
 * What rolebook wrote into the folder before is no source of what it writes now: with a folder that
 * lies among its sources, a second run would read the files of the first.
 *
 * returns  STATUS_INPUT after a diagnostic when nothing else is left
 */
enum status output_folder_spare(struct arena *arena, const char *path, struct inputs *inputs,
                                struct diagnostics *diags);
/*
 * Names for its files. Those of files that came from other sources than these inputs are taken: two
 * runs with two piles may share a folder.
 */
struct file_names *output_folder_names(struct output_folder *folder, const struct inputs *inputs);
/*
 * The file takes its place with many others at a time, all by the time the folder is closed: what
 * fails then is told then.
 *
 * in  name    a path below the folder, whose own folder is made
 *     source  kept until the folder is closed; may be NULL
 */
enum output_fate output_folder_write(struct output_folder *folder, const char *name,
                                     struct text bytes, const char *source);
/*
 * Writes the memory, and names the files that these inputs gave before and do not give now.
 * STATUS_OUTPUT after a diagnostic.
 */
enum status output_folder_close(struct output_folder *folder, const struct inputs *inputs);

#endif
