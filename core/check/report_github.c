/* https://docs.github.com/actions, "Workflow commands": ::notice file=…,line=…::message */
#include "core/check/report.h"
#include "core/check/report_place.h"
#include <string.h>

static const char *const commands[LEVEL_COUNT] = {[LEVEL_OFF] = "debug",
                                                  [LEVEL_INFO] = "notice",
                                                  [LEVEL_WARNING] = "warning",
                                                  [LEVEL_ERROR] = "error"};

/* What would end the line, a property, or the properties: in properties also ":" and ",". */
static void append_escaped(struct text_buffer *out, struct text words, const char *special)
{
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] != '\0' && strchr(special, words.data[i]) != NULL)
            buffer_append_format(out, "%%%02X", (unsigned)(unsigned char)words.data[i]);
        else
            buffer_append_byte(out, words.data[i]);
}

/* Properties begin behind the command's blank and are divided by commas. */
static void append_property(struct text_buffer *out, const char *name, struct text value)
{
    if (out->data[out->size - 1] != ' ')
        buffer_append_byte(out, ',');
    buffer_append_format(out, "%s=", name);
    append_escaped(out, value, "%\r\n:,");
}

static void append_place(struct text_buffer *out, struct span at)
{
    struct region region = region_of(at);
    append_property(out, "file", plain_path(at));
    if (region.begin.line == 0)
        return;
    buffer_append_format(out, ",line=%zu", region.begin.line);
    if (region.end.line == region.begin.line) /* columns are of one line only */
        buffer_append_format(out, ",col=%zu,endColumn=%zu", region.begin.column,
                             region.end.column > region.begin.column ? region.end.column - 1
                                                                     : region.begin.column);
    else
        buffer_append_format(out, ",endLine=%zu", region.end.line);
}

static void append_finding(struct text_buffer *out, const struct diagnostic *d,
                           enum language language)
{
    struct text place = word_place(out->arena, d->at);
    buffer_append_format(out, "::%s ", commands[d->level]);
    if (d->at.source != NULL)
        append_place(out, d->at);
    if (d->code != NULL) {
        struct text_buffer title = text_buffer_new(out->arena);
        buffer_append_format(&title, "%s %s", d->code, d->name);
        append_property(out, "title", buffer_text(&title));
    }
    out->size -= out->data[out->size - 1] == ' ';
    buffer_append_string(out, "::");
    if (!text_is_empty(place)) { /* in Word files there is no line to show it at */
        append_escaped(out, place, "%\r\n");
        buffer_append_string(out, ": ");
    }
    append_escaped(out, diagnostic_message(out->arena, d, language), "%\r\n");
    if (!text_is_empty(d->role)) {
        buffer_append_string(out, " [");
        append_escaped(out, d->role, "%\r\n");
        buffer_append_byte(out, ']');
    }
    buffer_append_byte(out, '\n');
}

void report_github(const struct report *report, struct text_buffer *out)
{
    for (size_t i = 0; i < report->findings->count; i++)
        append_finding(out, report->findings->items[i], report->language);
}
