#include "core/cli/conversion_summary.h"

void conversion_report_write(const struct conversion *conversion, enum conversion_form form,
                             struct text_buffer *out)
{
    struct conversion_summary summary = summary_of(conversion, out->arena);
    if (form == CONVERSION_JSON)
        summary_write_json(&summary, out);
    else if (form == CONVERSION_HTML)
        summary_write_html(&summary, out);
    else
        summary_write_text(&summary, out);
}
