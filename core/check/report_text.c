#include "core/base/script.h"
#include "core/check/report.h"
#include <string.h>

#define EXCERPT_WIDTH 96 /* columns of a source line that are shown */

static const char *const level_colours[LEVEL_COUNT] = {"", "\033[36m", "\033[33m", "\033[31m"};

static void paint(struct text_buffer *out, struct report_options options, const char *escape)
{
    if (options.is_coloured)
        buffer_append_string(out, escape);
}

static size_t width_of(struct text t)
{
    size_t width = 0;
    for (size_t at = 0; at < t.size;)
        width += is_han_like(text_next(t, &at)) ? 2 : 1;
    return width;
}

/* The source line and a caret below the place. */
static void append_excerpt(struct text_buffer *out, const struct diagnostic *d)
{
    struct text line = span_line(d->at);
    struct line_column at = span_line_column(d->at);
    if (at.line == 0 || text_is_blank(line) || width_of(line) > EXCERPT_WIDTH)
        return;
    struct text before = text_slice(line, 0, text_offset(line, at.column - 1));
    buffer_append_string(out, "    ");
    buffer_append(out, line);
    buffer_append_string(out, "\n    ");
    for (size_t i = 0; i < width_of(before); i++)
        buffer_append_byte(out, ' ');
    buffer_append_string(out, "^\n");
}

static void append_finding(struct text_buffer *out, const struct diagnostic *d,
                           struct report_options options)
{
    struct text place = span_describe(out->arena, d->at);
    if (!text_is_empty(place)) {
        buffer_append(out, place);
        buffer_append_string(out, ": ");
    }
    paint(out, options, level_colours[d->level]);
    buffer_append_string(out, level_name(d->level));
    paint(out, options, "\033[0m");
    if (d->code != NULL)
        buffer_append_format(out, "[%s]", d->code);
    else
        buffer_append_byte(out, ':');
    buffer_append_byte(out, ' ');
    buffer_append(out, diagnostic_message(out->arena, d, options.language));
    if (d->at.source != NULL && d->at.source->kind == SOURCE_WORD && !text_is_empty(d->role)) {
        buffer_append_string(out, " ["); /* one Word file often holds many roles */
        buffer_append(out, d->role);
        buffer_append_byte(out, ']');
    }
    for (size_t i = 0; i < d->related_count; i++) {
        struct text related = span_describe(out->arena, d->related[i].at);
        if (text_is_empty(related))
            continue;
        buffer_append_string(out, " (");
        buffer_append(out, related);
        buffer_append_byte(out, ')');
    }
    buffer_append_byte(out, '\n');
    if (options.has_excerpts)
        append_excerpt(out, d);
}

void report_text(const struct diagnostics *diags, struct report_options options,
                 struct text_buffer *out)
{
    for (size_t i = 0; i < diags->count; i++)
        append_finding(out, &diags->items[i], options);
}
