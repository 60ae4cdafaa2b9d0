/*
 * The labels a batch uses and the vocabulary does not know, most frequent first: what to put into a
 * vocabulary file of one's own.
 */
#ifndef ROLEBOOK_CORE_CLI_UNKNOWN_LABELS_H
#define ROLEBOOK_CORE_CLI_UNKNOWN_LABELS_H
#include "core/base/text_buffer.h"
#include "core/cli/options.h"

/* in  diags  findings S101 of extraction among them; labels alike after folding are one */
void unknown_labels_write(const struct diagnostics *diags, enum report_format format,
                          enum language language, struct text_buffer *out);

#endif
