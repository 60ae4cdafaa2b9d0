#include "core/cli/findings.h"
#include "core/base/text_buffer.h"
#include "core/check/baseline.h"
#include "core/check/suppressions.h"
#include "core/cli/output.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* The day that entries of a baseline expire by; SOURCE_DATE_EPOCH stands for the clock. */
static struct text date_today(struct arena *arena)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    struct text digits = text_from_string(epoch);
    struct text_buffer out = text_buffer_new(arena);
    int64_t seconds = 0;
    bool is_number = digits.size > 0 && digits.size < 12;
    for (size_t i = 0; i < digits.size && is_number; i++) {
        is_number = digits.data[i] >= '0' && digits.data[i] <= '9';
        seconds = seconds * 10 + (digits.data[i] - '0');
    }
    time_t now = is_number ? (time_t)seconds : time(NULL);
    struct tm date;
    if (gmtime_r(&now, &date) != NULL)
        buffer_append_format(&out, "%04d-%02d-%02d", date.tm_year + 1900, date.tm_mon + 1,
                             date.tm_mday);
    return buffer_text(&out);
}

/* What is new since the baseline that options or project name; all of them when none is named. */
static struct diagnostics *without_baseline(struct command *command, const struct project *project,
                                            const struct check_config *config,
                                            const struct handbook *handbook,
                                            struct diagnostics *findings)
{
    const char *path = command->options->baseline;
    if (path == NULL && project != NULL)
        path = project->baseline;
    if (path == NULL || command->options->write_baseline != NULL)
        return findings;
    struct diagnostics *trouble = diagnostics_new(command->arena);
    const struct baseline *baseline = baseline_read(command->arena, path, trouble);
    if (baseline == NULL) {
        command->has_trouble = true; /* what is new cannot be told */
        return trouble;
    }
    return baseline_apply(command->arena, baseline, config, handbook, findings,
                          date_today(command->arena), command->accepted);
}

void findings_write_baseline(struct command *command, const struct diagnostics *findings)
{
    static const struct message wrote[] = {
        {{"{0} 條發現已寫入基線 {1}", "{0} 条发现已写入基线 {1}", "wrote {0} findings to {1}"}}};
    const struct options *options = command->options;
    struct text_buffer out = text_buffer_new(command->arena), number = out;
    const struct baseline *old = NULL;
    if (access(options->write_baseline, F_OK) == 0) {
        old = baseline_read(command->arena, options->write_baseline, command->diags);
        if (old == NULL) { /* people may have written into it: it stays as it is */
            command->has_trouble = true;
            return;
        }
    }
    size_t count = baseline_write(old, findings, &out);
    enum status status = output_write(options->write_baseline, buffer_text(&out), command->diags);
    command_take(command, status);
    if (status != STATUS_OK || options->is_quiet)
        return;
    buffer_append_int(&number, (int64_t)count);
    const struct text args[MESSAGE_ARGS] = {buffer_text(&number),
                                            text_from_string(options->write_baseline)};
    struct text words = message_format(command->arena, wrote, args, options->language);
    fprintf(stderr, "%.*s\n", TEXT_ARGS(words));
}

struct diagnostics *findings_of(struct command *command, const struct project *project,
                                struct check_config *config, const struct read_files *files)
{
    struct handbook *handbook = files->handbook;
    if (project != NULL)
        project_give(project, handbook);
    if (project != NULL)
        project_set_role_levels(project, config, handbook, command->diags);
    check_config_take_requests(config, handbook, command->diags);
    check_handbook(handbook, command->vocabulary, config, command->diags);
    struct diagnostics *findings = check_configure(command->arena, config, command->diags);
    command->accepted = diagnostics_new(command->arena);
    findings = suppressions_apply(command->arena, config, handbook, findings, command->accepted);
    diagnostics_sort(findings);
    return without_baseline(command, project, config, handbook, findings);
}
