/* https://docs.gitlab.com/ci/testing/code_quality, "Code Quality report format". */
#include "core/base/json.h"
#include "core/check/fingerprint.h"
#include "core/check/report.h"
#include "core/check/report_place.h"

static const char *const severities[LEVEL_COUNT] = {[LEVEL_OFF] = "info",
                                                    [LEVEL_INFO] = "info",
                                                    [LEVEL_WARNING] = "minor",
                                                    [LEVEL_ERROR] = "major"};

static json_t *location_of(const struct diagnostic *d)
{
    json_t *location = json_object(), *lines = json_object();
    struct region region = region_of(d->at);
    struct text path = plain_path(d->at);
    json_object_set_new(location, "path", json_text(text_is_empty(path) ? TEXT(".") : path));
    json_set_count(lines, "begin",
                   region.begin.line == 0 ? 1 : region.begin.line); /* is required */
    if (region.end.line > region.begin.line)
        json_set_count(lines, "end", region.end.line);
    json_object_set_new(location, "lines", lines);
    return location;
}

static struct text description_of(const struct diagnostic *d, enum language language,
                                  struct arena *arena)
{
    struct text_buffer words = text_buffer_new(arena);
    struct text place = word_place(arena, d->at);
    buffer_append(&words, place);
    buffer_append_string(&words, text_is_empty(place) ? "" : ": ");
    buffer_append(&words, diagnostic_message(arena, d, language));
    if (text_is_empty(d->role))
        return buffer_text(&words);
    buffer_append_string(&words, " [");
    buffer_append(&words, d->role);
    buffer_append_byte(&words, ']');
    return buffer_text(&words);
}

void report_gitlab(const struct report *report, struct text_buffer *out)
{
    json_t *issues = json_array();
    const struct diagnostics *diags = report->findings;
    const struct fingerprint *fingerprints = fingerprints_of(out->arena, diags);
    for (size_t i = 0; i < diags->count; i++) {
        const struct diagnostic *d = diags->items[i];
        json_t *issue = json_object();
        json_object_set_new(issue, "type", json_string("issue"));
        json_set_text(issue, "description", description_of(d, report->language, out->arena));
        json_object_set_new(issue, "check_name", json_string(d->code == NULL ? "read" : d->code));
        json_set_text(issue, "fingerprint", fingerprint_text(out->arena, fingerprints[i]));
        json_object_set_new(issue, "severity", json_string(severities[d->level]));
        json_object_set_new(issue, "location", location_of(d));
        json_array_append_new(issues, issue);
    }
    json_append(out, issues, JSON_INDENT(2));
}
