/*
 * The options and commands there are, with the help on each: all that --help says.
 *
 * How they are read is in options.c.
 */
#ifndef ROLEBOOK_CORE_CLI_OPTION_ROWS_H
#define ROLEBOOK_CORE_CLI_OPTION_ROWS_H
#include "core/cli/options.h"

enum option_id {
    OPTION_OUTPUT = 'o',
    OPTION_TO = 't',
    OPTION_FROM = 'f',
    OPTION_THREADS = 'j',
    OPTION_QUIET = 'q',
    OPTION_VERBOSE = 'v',
    OPTION_HELP = 'h',
    OPTION_VERSION = 'V',
    OPTION_CONFIG = 256,
    OPTION_LANGUAGE,
    OPTION_COLOUR,
    OPTION_SELECT,
    OPTION_IGNORE,
    OPTION_FAIL_ON,
    OPTION_FORMAT,
    OPTION_TEMPLATE,
    OPTION_PDF_STANDARD,
    OPTION_DEPFILE,
    OPTION_VOCABULARY,
    OPTION_ALL,
    OPTION_LEGACY,
    OPTION_EXPLAIN,
    OPTION_LEDGER,
    OPTION_REPORT,
    OPTION_STRICT,
    OPTION_UNKNOWN,
    OPTION_REVISIONS,
    OPTION_COMMENTS,
    OPTION_FORCE,
    OPTION_BY_DEPARTMENT,
    OPTION_BLANK,
    OPTION_POSITIONS,
    OPTION_REFERENCE,
    OPTION_STATISTICS,
    OPTION_FIX,
    OPTION_UNSAFE_FIXES,
    OPTION_DIFF,
    OPTION_BASELINE,
    OPTION_WRITE_BASELINE,
    OPTION_EXTEND_SELECT,
    OPTION_PROFILE,
    OPTION_FOLDER,
    OPTION_MERGE,
    OPTION_TASKS,
    OPTION_THRESHOLD,
    OPTION_WORKSHEET,
    OPTION_ROLES,
    OPTION_CHECK,
    OPTION_WATCH,
};

/* In option_row.commands: the options of this command. */
#define BIT(command) (1u << (command))

struct option_row {
    int id;
    const char *name, *argument; /* argument NULL: takes none */
    unsigned commands;
    const char *help[LANG_COUNT];
};

#define EXAMPLES 3

struct command_row {
    const char *name, *arguments;
    const char *help[LANG_COUNT];
    const char *examples[EXAMPLES]; /* what follows the command's name; NULL: no more */
};

#define OPTION_ROWS_MAX 64

extern const struct option_row option_rows[]; /* a name that is NULL ends them */
extern const struct command_row command_rows[COMMAND_COUNT];

/* To standard output: of all commands, and of one with its options. */
void options_print_usage(enum language language);
void options_print_help(enum command_name command, enum language language);

#endif
