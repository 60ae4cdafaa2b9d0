/* The command: its options, then one of its subcommands. */
#include "core/base/heap.h"
#include "core/base/threads.h"
#include "core/cli/command.h"
#include <stdlib.h>

/* What POSIX takes for the language of messages, in its order. */
static const char *message_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && *value != '\0')
            return value;
    }
    return "en";
}

int main(int count, char **arguments)
{
    static enum exit_status (*const commands[COMMAND_COUNT])(struct command *) = {
        [COMMAND_CHECK] = command_check, [COMMAND_CONVERT] = command_convert,
        [COMMAND_BUILD] = command_build, [COMMAND_EXPLAIN] = command_explain,
        [COMMAND_INIT] = command_init,   [COMMAND_DRAFT] = command_draft,
        [COMMAND_FMT] = command_fmt,
    };
    struct options options;
    /* libzip asks for the local time of each part, and the C library then looks at the file of the
     * time zone unless the zone is named. No output depends on the zone. */
    setenv("TZ", "UTC0", 0);
    switch (options_read(count, arguments, message_locale(), &options)) {
    case OPTIONS_DONE:
        return EXIT_DONE;
    case OPTIONS_WRONG:
        return EXIT_TROUBLE;
    case OPTIONS_RUN:
        break;
    }
    heap_return_large_blocks();
    threads_set_available(options.threads);
    struct command command = {.arena = arena_open(NULL, NULL), .options = &options};
    command.diags = diagnostics_new(command.arena);
    enum exit_status status = EXIT_TROUBLE;
    if (command_spares_inputs(&command))
        status = commands[options.command](&command);
    arena_close(command.arena);
    return (int)status;
}
