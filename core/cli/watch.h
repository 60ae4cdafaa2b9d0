/*
 * Watching does a piece of work again whenever what it was made of changes, until it is told to
 * end.
 *
 * Each time the work runs in a process of its own: whatever happens to it, the watch goes on. The
 * kernel tells of changes (inotify); nothing is asked for in turns. What counts is the content of
 * the files as their sizes, times and inodes tell, so that a file put in another's place is seen
 * and an output written beside the inputs starts nothing; many changes at once are one.
 */
#ifndef ROLEBOOK_CORE_CLI_WATCH_H
#define ROLEBOOK_CORE_CLI_WATCH_H
#include "core/cli/command.h"

/* Does the work; what it was made of goes to command->dependencies, also when it fails. */
typedef enum exit_status watched_work(struct command *command);

/*
 * in       project  folder whose files may come and go
 * returns  EXIT_DONE once SIGINT or SIGTERM came; EXIT_TROUBLE after a complaint when the system
 *          cannot tell of changes
 */
enum exit_status watch(struct command *command, const char *project, watched_work *work);

#endif
