/*
 * Options say what the command is asked to do; one table holds them all, with their help in three
 * languages.
 */
#ifndef ROLEBOOK_CORE_CLI_OPTIONS_H
#define ROLEBOOK_CORE_CLI_OPTIONS_H
#include "converters/converter.h"
#include "core/cli/output_folder.h"

struct report_format;

enum command_name {
    COMMAND_CHECK,
    COMMAND_CONVERT,
    COMMAND_BUILD,
    COMMAND_EXPLAIN,
    COMMAND_INIT,
    COMMAND_DRAFT,
    COMMAND_FMT,
    COMMAND_COUNT,
};

enum explanation_form { EXPLAIN_TEXT, EXPLAIN_MARKDOWN };
enum fixes { FIX_NOTHING, FIX_SAFE, FIX_ALL };
enum ledger_form { LEDGER_NONE, LEDGER_TEXT, LEDGER_JSON, LEDGER_HTML };
enum colour_use { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

#define OPTION_LIST_MAX 64 /* of --select, --ignore and --vocabulary, each time it is given */

struct option_list {
    const char *items[OPTION_LIST_MAX];
    size_t count;
};

struct options {
    enum command_name command;
    char *const *paths; /* what is left: files, folders, a code */
    size_t path_count;
    const char *output, *to, *from, *config, *template, *depfile, *reference, *baseline,
        *write_baseline, *profile, *worksheet;
    struct option_list select, extend_select, ignore, vocabulary, legacy, reports;
    unsigned claims;                    /* of enum pdf_claim */
    enum level fail_on;                 /* LEVEL_OFF: never */
    const struct report_format *format; /* of the findings */
    enum explanation_form explanation;
    enum ledger_form ledger;
    enum fixes fixing;
    bool shows_diff;  /* of what would be fixed; nothing is written */
    bool checks_only; /* whether files are canonical; nothing is written */
    enum colour_use colour;
    enum revisions revisions;
    enum language language;  /* of messages */
    size_t threads;          /* 0: one a core */
    size_t tasks, threshold; /* of a draft; 0: chosen */
    bool is_quiet, is_verbose, explains_all, explains_reading, lists_unknown, is_strict,
        keeps_comments, by_department, is_blank, shows_positions, counts, merges, watches;
    bool is_folder;               /* of pages, in place of one */
    enum overwriting overwriting; /* of files in an output folder that a person edited */
};

enum options_outcome {
    OPTIONS_RUN,
    OPTIONS_DONE,  /* help or version was printed */
    OPTIONS_WRONG, /* after a message on stderr */
};

/*
 * in       arguments  as main gets them; their order may change
 *          locale     of the environment, for the language of messages: "zh_TW.UTF-8"
 */
enum options_outcome options_read(int count, char **arguments, const char *locale,
                                  struct options *options);

/* The language a POSIX locale name asks for; English when it names none of ours. */
enum language options_locale_language(const char *locale);

#endif
