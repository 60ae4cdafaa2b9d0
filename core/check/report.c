#include "core/check/report.h"
#include <string.h>

static const struct report_format formats[] = {
    {"text", report_text, true},      {"json", report_json, false},
    {"html", report_html, false},     {"sarif", report_sarif, false},
    {"github", report_github, false}, {"gitlab", report_gitlab, false},
    {"junit", report_junit, false},
};

const struct report_format *report_format_find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}
