/*
 * The labels a batch uses and the vocabulary does not know, most frequent first, as a vocabulary
 * file of one's own: those near to an element stand under it, commented out until a person has
 * looked, the rest with the headings that are no element.
 */
#ifndef ROLEBOOK_CORE_CLI_UNKNOWN_LABELS_H
#define ROLEBOOK_CORE_CLI_UNKNOWN_LABELS_H
#include "core/base/text_buffer.h"
#include "core/cli/options.h"
#include "core/model/vocabulary.h"

enum labels_form { LABELS_YAML, LABELS_JSON };

/* in  diags  findings S101 of extraction among them; labels alike after folding are one */
void unknown_labels_write(const struct diagnostics *diags, const struct vocabulary *vocabulary,
                          enum labels_form form, enum language language, struct text_buffer *out);

#endif
