#include "core/base/json.h"
#include "core/check/report.h"
#include "core/check/rule.h"
#include <stdlib.h>
#include <string.h>

/* How often one rule was broken; code "" is what readers report. */
struct row {
    const char *code, *name;
    size_t by_level[LEVEL_COUNT], total;
};

struct rows {
    struct row *list;
    size_t count, capacity;
};

static int compare_rows(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    if (a->total != b->total)
        return a->total > b->total ? -1 : 1;
    return strcmp(a->code, b->code);
}

static struct row *row_of(struct rows *rows, struct arena *arena, const struct diagnostic *d)
{
    const char *code = d->code == NULL ? "" : d->code;
    for (size_t i = 0; i < rows->count; i++)
        if (strcmp(rows->list[i].code, code) == 0)
            return &rows->list[i];
    struct row *row = arena_push(arena, rows->list, rows->count, rows->capacity);
    *row = (struct row){.code = code, .name = d->code == NULL ? "" : d->name};
    return row;
}

static struct rows count_findings(struct arena *arena, const struct diagnostics *findings)
{
    struct rows rows = {0};
    for (size_t i = 0; i < findings->count; i++) {
        struct row *row = row_of(&rows, arena, findings->items[i]);
        row->by_level[findings->items[i]->level]++;
        row->total++;
    }
    if (rows.count > 1)
        qsort(rows.list, rows.count, sizeof *rows.list, compare_rows);
    return rows;
}

static const enum level falling[] = {LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO};
#define FALLING (sizeof falling / sizeof *falling)

static void append_counts(struct text_buffer *out, const size_t by_level[LEVEL_COUNT], size_t total)
{
    for (size_t i = 0; i < FALLING; i++)
        buffer_append_format(out, "%8zu", by_level[falling[i]]);
    buffer_append_format(out, "%8zu", total);
}

void report_statistics_text(const struct report *report, struct text_buffer *out)
{
    struct rows rows = count_findings(out->arena, report->findings);
    if (rows.count == 0)
        return;
    for (size_t i = 0; i < FALLING; i++)
        buffer_append_format(out, "%8s", level_name(falling[i]));
    buffer_append_string(out, "     all  rule\n");
    for (size_t i = 0; i < rows.count; i++) {
        append_counts(out, rows.list[i].by_level, rows.list[i].total);
        bool is_rule = *rows.list[i].code != '\0';
        buffer_append_format(out, "  %s %s\n", is_rule ? rows.list[i].code : "-",
                             is_rule ? rows.list[i].name : "reading");
    }
    append_counts(out, report->findings->by_level, report->findings->count);
    buffer_append_byte(out, '\n');
}

static json_t *levels_object(const size_t by_level[LEVEL_COUNT])
{
    json_t *levels = json_object();
    for (size_t i = 0; i < FALLING; i++)
        json_set_count(levels, level_name(falling[i]), by_level[falling[i]]);
    return levels;
}

void report_statistics_json(const struct report *report, struct text_buffer *out)
{
    struct rows rows = count_findings(out->arena, report->findings);
    json_t *root = json_object(), *list = json_array();
    for (size_t i = 0; i < rows.count; i++) {
        json_t *row = levels_object(rows.list[i].by_level);
        json_set_text(row, "code", text_from_string(rows.list[i].code));
        json_set_text(row, "name", text_from_string(rows.list[i].name));
        json_set_count(row, "all", rows.list[i].total);
        json_array_append_new(list, row);
    }
    json_object_set_new(root, "rolebook", json_integer(1));
    json_object_set_new(root, "statistics", list);
    json_t *total = levels_object(report->findings->by_level);
    json_set_count(total, "all", report->findings->count);
    json_object_set_new(root, "total", total);
    json_append(out, root, JSON_INDENT(2));
}
