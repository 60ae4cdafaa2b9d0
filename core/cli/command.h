/*
 * One call of the command: its options, what it reported, and how it ends.
 */
#ifndef ROLEBOOK_CORE_CLI_COMMAND_H
#define ROLEBOOK_CORE_CLI_COMMAND_H
#include "core/check/check.h"
#include "core/cli/options.h"
#include "core/cli/project.h"
#include "core/cli/read_files.h"

enum exit_status {
    EXIT_DONE,     /* done; nothing at or above the failing level */
    EXIT_FINDINGS, /* findings at or above it */
    EXIT_TROUBLE,  /* wrong usage, an input not read, an output not written */
};

struct command {
    struct arena *arena;
    const struct options *options;
    struct diagnostics *diags;
    struct diagnostics *accepted; /* findings passed over, once findings_of was asked */
    struct vocabulary *vocabulary;
    const struct reference *reference; /* of --reference-doc; NULL: none */
    const struct template_paths
        *look;                   /* the template's files, once it was read; NULL: it was not */
    struct inputs *dependencies; /* gets what the output was made of; NULL: nobody asks */
    bool has_trouble;            /* something could not be read or written */
};

/* The commands, one file each. */
enum exit_status command_check(struct command *command);
enum exit_status command_convert(struct command *command);
enum exit_status command_build(struct command *command);
enum exit_status command_explain(struct command *command);
enum exit_status command_init(struct command *command);
enum exit_status command_draft(struct command *command);
enum exit_status command_fmt(struct command *command);

/* An error without a place; marks the command as in trouble. */
void command_complain(struct command *command, const struct message *message, struct text arg0,
                      struct text arg1);
/* Nothing that the command was told to read is written over; false after a complaint, reported. */
bool command_spares_inputs(struct command *command);
/* Anything but STATUS_OK marks the command as in trouble. */
void command_take(struct command *command, enum status status);
/*
 * The project that the paths belong to: that of the first folder among them, or of --config; NULL:
 * there is neither. What is wrong with it is the command's trouble.
 */
const struct project *command_find_project(struct command *command, const char *const *paths,
                                           size_t count);
/* What a path names; of the project's folder its inputs, and nothing that was built in it. */
void command_add_inputs(struct command *command, const struct project *project, const char *path,
                        struct inputs *inputs);
/* Loads the vocabulary, with the files that options and project (may be NULL) add. */
bool command_load_vocabulary(struct command *command, const struct project *project);
/* Reads all inputs; what readers report goes to command->diags. */
void command_read(struct command *command, const struct inputs *inputs, struct read_files *files);
/* The levels of rules that project and options ask for; NULL after a diagnostic. */
struct check_config *command_configure(struct command *command, const struct project *project);
/* Reports everything as text, findings sorted, on the stream (stdout or stderr), and a summary. */
void command_report(struct command *command, const struct diagnostics *findings, int stream);
/* Reports the findings of a check in the form asked for, to the output asked for. */
void command_report_findings(struct command *command, const struct diagnostics *findings,
                             const struct handbook *handbook, const struct profile *profile);
/*
 * Of what was reported, what whoever converts wants to hear: trouble and warnings; notes are for
 * check, or for --verbose; --quiet asks for errors alone.
 */
const struct diagnostics *command_worth_saying(const struct command *command);
/* How the command ends with these findings. */
enum exit_status command_end(const struct command *command, const struct diagnostics *findings);

#endif
