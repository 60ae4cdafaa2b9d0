#include "core/check/report.h"
#include <unicode/uchar.h>

#define EXCERPT_WIDTH 96  /* columns of a source line that are shown */
#define EXCERPT_BEFORE 40 /* of them before the place, when the line is longer */

static const char *const level_colours[LEVEL_COUNT] = {"", "\033[36m", "\033[33m", "\033[31m"};

static void paint(struct text_buffer *out, const struct report *report, const char *escape)
{
    if (report->is_coloured)
        buffer_append_string(out, escape);
}

/* ---- columns on a terminal ---- */

/* Han and full-width signs take two columns, marks on the sign before them none (UAX #11). */
static size_t width_of_code_point(uint32_t c)
{
    int type = u_charType((UChar32)c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
        return 0;
    int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

static size_t width_of(struct text t)
{
    size_t width = 0;
    for (size_t at = 0; at < t.size;)
        width += width_of_code_point(text_next(t, &at));
    return width;
}

/* As much of the text's end as has that many columns. */
static struct text last_columns(struct text t, size_t columns)
{
    size_t begin = t.size, before = t.size;
    for (size_t width = 0; before > 0; begin = before) {
        before = begin;
        width += width_of_code_point(text_previous(t, &before));
        if (width > columns)
            break;
        if (before == 0)
            return t;
    }
    return text_from(t, begin);
}

static struct text first_columns(struct text t, size_t columns)
{
    size_t end = 0;
    for (size_t at = 0, width = 0; at < t.size; end = at) {
        width += width_of_code_point(text_next(t, &at));
        if (width > columns)
            break;
    }
    return text_slice(t, 0, end);
}

static void append_times(struct text_buffer *out, char sign, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_append_byte(out, sign);
}

/*
 * The source line, and below it a caret where the place begins and a line to where it ends. Of a
 * long line, what stands around the place.
 */
static void append_excerpt(struct text_buffer *out, const struct diagnostic *d,
                           const struct report *report)
{
    struct text line = span_line(d->at);
    struct line_column at = span_line_column(d->at);
    if (at.line == 0 || text_is_blank(line))
        return;
    size_t begin = text_offset(line, at.column - 1);
    size_t size = d->at.end > d->at.begin ? d->at.end - d->at.begin : 0;
    struct text before = text_slice(line, 0, begin), after = text_from(line, begin);
    struct text left =
        width_of(line) > EXCERPT_WIDTH ? last_columns(before, EXCERPT_BEFORE) : before;
    struct text right = first_columns(after, EXCERPT_WIDTH - width_of(left));
    struct text marked = text_slice(right, 0, size);
    bool is_cut = left.size < before.size;
    buffer_append_string(out, is_cut ? "    …" : "    ");
    buffer_append_shown(out, left);
    buffer_append_shown(out, right);
    buffer_append_string(out, right.size < after.size ? "…\n    " : "\n    ");
    append_times(out, ' ', width_of(left) + is_cut);
    paint(out, report, level_colours[d->level]);
    buffer_append_byte(out, '^');
    if (width_of(marked) > 1)
        append_times(out, '~', width_of(marked) - 1);
    paint(out, report, "\033[0m");
    buffer_append_byte(out, '\n');
}

static void append_finding(struct text_buffer *out, const struct diagnostic *d,
                           const struct report *report)
{
    struct text place = span_describe_in(out->arena, d->at, report->language);
    if (!text_is_empty(place)) {
        buffer_append_shown(out, place);
        buffer_append_string(out, ": ");
    }
    paint(out, report, level_colours[d->level]);
    buffer_append_string(out, level_name(d->level));
    paint(out, report, "\033[0m");
    if (d->code != NULL)
        buffer_append_format(out, "[%s]", d->code);
    else
        buffer_append_byte(out, ':');
    buffer_append_byte(out, ' ');
    buffer_append_shown(out, diagnostic_message(out->arena, d, report->language));
    bool is_of_many = report->names_roles || /* one Word file often holds many roles */
                      (d->at.source != NULL && d->at.source->kind == SOURCE_WORD);
    if (is_of_many && !text_is_empty(d->role)) {
        buffer_append_string(out, " [");
        buffer_append_shown(out, d->role);
        buffer_append_byte(out, ']');
    }
    struct text related = span_describe_in(out->arena, d->related.at, report->language);
    if (!text_is_empty(related)) {
        buffer_append_string(out, " (");
        buffer_append_shown(out, related);
        buffer_append_byte(out, ')');
    }
    buffer_append_byte(out, '\n');
    if (report->has_excerpts)
        append_excerpt(out, d, report);
}

void report_text(const struct report *report, struct text_buffer *out)
{
    for (size_t i = 0; i < report->findings->count; i++)
        append_finding(out, report->findings->items[i], report);
}
