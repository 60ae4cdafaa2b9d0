/*
 * A status says whether to go on.
 *
 * What happened, where and what to do about it is said once, by a diagnostic, at the place that
 * knows; callers only pass the status up.
 */
#ifndef ROLEBOOK_CORE_BASE_STATUS_H
#define ROLEBOOK_CORE_BASE_STATUS_H

enum status {
    STATUS_OK,
    STATUS_INPUT,  /* an input could not be read, wholly or in part; go on with the next file */
    STATUS_OUTPUT, /* an output could not be written */
    STATUS_USAGE,  /* the command was called wrongly, or a configuration is wrong */
};

#endif
