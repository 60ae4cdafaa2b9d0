/*
 * LibreOffice converts a file, out of sight of the user's own settings.
 */
#ifndef ROLEBOOK_CONVERTERS_DOC_OFFICE_H
#define ROLEBOOK_CONVERTERS_DOC_OFFICE_H
#include "core/base/diagnostics.h"

/* Whether soffice is on the PATH. */
bool office_is_there(void);

/*
 * in       bytes      the file as it is
 *          extension  its name's, without dot: "doc"
 *          filter     how LibreOffice is to read it; NULL: as it finds out by itself
 *          source     names it in diagnostics
 * out      *docx      in the arena; untouched on failure
 * returns  STATUS_OK; STATUS_INPUT after one diagnostic. Everything happens in a folder of its own
 *          under TMPDIR, which is gone when this returns, profile and all; no shell is involved,
 *          and after OFFICE_SECONDS the process is ended.
 */
#define OFFICE_SECONDS 120
enum status office_convert(struct arena *arena, struct text bytes, const char *extension,
                           const char *filter, const struct source *source, struct text *docx,
                           struct diagnostics *diags);

#endif
