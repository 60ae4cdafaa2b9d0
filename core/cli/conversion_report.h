/*
 * The conversion report shows for each source file what became of it, so that a manager sees in a
 * minute which files a person must look at.
 */
#ifndef ROLEBOOK_CORE_CLI_CONVERSION_REPORT_H
#define ROLEBOOK_CORE_CLI_CONVERSION_REPORT_H
#include "core/cli/ledger.h"
#include "core/cli/role_files.h"

struct conversion {
    struct ledger ledger;
    const struct role_files *written; /* NULL: no folder was */
};

enum conversion_form { CONVERSION_TEXT, CONVERSION_HTML, CONVERSION_JSON };

/* Appends the whole report to out, in the ledger's language. */
void conversion_report_write(const struct conversion *conversion, enum conversion_form form,
                             struct text_buffer *out);

#endif
