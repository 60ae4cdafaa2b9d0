/*
 * JUnit's XML, as Jenkins, GitLab and others read it: a suite a file, a case a finding. What is
 * below the failing level passes and is told all the same; a role without findings passes.
 */
#include "core/base/page.h"
#include "core/check/report.h"
#include "core/check/report_place.h"
#include "core/model/model.h"
#include <stdlib.h>
#include <string.h>

struct suites {
    const struct report *report;
    struct page *page;
    struct arena *arena;
};

/* A finding, or a role, of a file. */
struct entry {
    const char *path;
    const struct diagnostic *finding; /* NULL: it is a role */
    const struct role *role;
    size_t index;
};

struct entries {
    struct entry *list;
    size_t count, capacity;
};

static bool is_failure(const struct report *report, const struct diagnostic *d)
{
    return report->fails != LEVEL_OFF && d->level >= report->fails;
}

static void write_case(const struct suites *suites, const struct diagnostic *d)
{
    struct page *page = suites->page;
    struct text_buffer name = text_buffer_new(suites->arena);
    struct text message = diagnostic_message(suites->arena, d, suites->report->language);
    bool fails = is_failure(suites->report, d);
    if (d->code != NULL)
        buffer_append_format(&name, "%s %s ", d->code, d->name);
    buffer_append(&name, span_describe(suites->arena, d->at));
    page_begin(page, "testcase", NULL);
    page_attribute_text(page, "classname", d->role);
    page_attribute_text(page, "name", text_trim(buffer_text(&name)));
    page_begin(page, fails ? "failure" : "system-out", NULL);
    if (fails) {
        page_attribute(page, "type", level_name(d->level));
        page_attribute_text(page, "message", message);
    }
    struct text place = span_describe(suites->arena, d->at);
    page_words(page, place);
    page_string(page, text_is_empty(place) ? "" : ": ");
    page_string(page, level_name(d->level));
    page_string(page, ": ");
    page_words(page, message);
    page_end(page);
    page_end(page);
}

static const char *path_of(const struct source *source)
{
    return source == NULL ? "" : source->path;
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = strcmp(a->path, b->path);
    return order != 0 ? order : a->index < b->index ? -1 : a->index > b->index;
}

/* By file; of one file, the findings first. */
static struct entries sorted_entries(const struct report *report, struct arena *arena)
{
    struct entries entries = {0};
    for (size_t i = 0; i < report->findings->count; i++) {
        const struct diagnostic *d = report->findings->items[i];
        *arena_push(arena, entries.list, entries.count, entries.capacity) =
            (struct entry){.path = path_of(d->at.source), .finding = d, .index = entries.count};
    }
    const struct role *role = report->handbook == NULL ? NULL : report->handbook->roles;
    for (; role != NULL; role = role->next)
        *arena_push(arena, entries.list, entries.count, entries.capacity) =
            (struct entry){.path = path_of(role->source), .role = role, .index = entries.count};
    if (entries.count > 1)
        qsort(entries.list, entries.count, sizeof *entries.list, compare_entries);
    return entries;
}

static bool has_finding(const struct entry *entries, size_t count, const struct role *role)
{
    for (size_t i = 0; i < count && entries[i].finding != NULL; i++)
        if (text_equal(entries[i].finding->role, role_title(role)))
            return true;
    return false;
}

static void write_clean_role(const struct suites *suites, const struct entry *entry)
{
    page_begin(suites->page, "testcase", NULL);
    page_attribute_text(suites->page, "classname", role_title(entry->role));
    page_attribute(suites->page, "name", entry->path);
    page_end(suites->page);
}

static void write_suite(const struct suites *suites, const struct entry *entries, size_t count)
{
    size_t cases = 0, failures = 0;
    for (size_t i = 0; i < count; i++) {
        const struct diagnostic *d = entries[i].finding;
        cases += d != NULL || !has_finding(entries, count, entries[i].role);
        failures += d != NULL && is_failure(suites->report, d);
    }
    page_begin(suites->page, "testsuite", NULL);
    page_attribute(suites->page, "name", *entries->path == '\0' ? "rolebook" : entries->path);
    page_attribute_count(suites->page, "tests", cases);
    page_attribute_count(suites->page, "failures", failures);
    for (size_t i = 0; i < count; i++)
        if (entries[i].finding != NULL)
            write_case(suites, entries[i].finding);
        else if (!has_finding(entries, count, entries[i].role))
            write_clean_role(suites, &entries[i]);
    page_end(suites->page);
}

void report_junit(const struct report *report, struct text_buffer *out)
{
    struct suites suites = {.report = report, .page = page_open_xml(out), .arena = out->arena};
    struct entries entries = sorted_entries(report, out->arena);
    page_begin(suites.page, "testsuites", NULL);
    page_attribute(suites.page, "name", "rolebook");
    for (size_t first = 0, end; first < entries.count; first = end) {
        end = first + 1;
        while (end < entries.count && strcmp(entries.list[end].path, entries.list[first].path) == 0)
            end++;
        write_suite(&suites, &entries.list[first], end - first);
    }
    page_end(suites.page);
    page_close(suites.page);
}
