#include "core/base/json.h"
#include "core/check/fingerprint.h"
#include "core/check/report.h"
#include "core/check/report_place.h"
#include "core/model/score.h"

static json_t *fix_of(const struct diagnostic *d)
{
    json_t *fix = json_object();
    struct region region = region_of(diagnostic_replaced_at(d));
    json_set_count(fix, "line", region.begin.line);
    json_set_count(fix, "column", region.begin.column);
    json_set_count(fix, "endLine", region.end.line);
    json_set_count(fix, "endColumn", region.end.column);
    json_object_set_new(fix, "replacement", json_text(d->replacement));
    json_object_set_new(fix, "safe", json_boolean(d->is_safe));
    return fix;
}

static json_t *related_of(const struct diagnostic *d, struct arena *arena)
{
    json_t *related = json_array(), *other = json_object();
    json_set_place(other, d->related.at, arena);
    json_set_text(other, "role", d->related.role);
    json_array_append_new(related, other);
    return related;
}

static json_t *finding(const struct diagnostic *d, enum language language,
                       struct fingerprint fingerprint, struct arena *arena)
{
    json_t *object = json_object();
    if (d->code != NULL) {
        json_object_set_new(object, "code", json_string(d->code));
        json_object_set_new(object, "name", json_string(d->name));
    }
    json_object_set_new(object, "level", json_string(level_name(d->level)));
    json_set_text(object, "message", diagnostic_message(arena, d, language));
    json_set_place(object, d->at, arena);
    json_set_text(object, "role", d->role);
    json_set_text(object, "element", d->element);
    json_set_text(object, "fingerprint", fingerprint_text(arena, fingerprint));
    if (d->has_related)
        json_object_set_new(object, "related", related_of(d, arena));
    if (d->has_replacement && span_line_column(d->at).line > 0)
        json_object_set_new(object, "fix", fix_of(d));
    return object;
}

/* ---- the score ---- */

static json_t *missing_of(const struct role *role, const struct profile *profile)
{
    static const enum level levels[] = {LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO};
    json_t *missing = json_object();
    for (size_t l = 0; l < sizeof levels / sizeof *levels; l++) {
        json_t *names = json_array();
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
            if (profile->levels[e] == levels[l] && !is_given(role_records(role, (enum element)e)))
                json_array_append_new(names, json_string(element_row((enum element)e)->name));
        json_object_set_new(missing, level_name(levels[l]), names);
    }
    return missing;
}

static json_t *score_of(const struct scores *scores)
{
    json_t *object = json_object(), *roles = json_array();
    json_set_text(object, "profile", scores->profile->name);
    json_set_count(object, "percent", score_percent(scores->given, scores->asked));
    for (size_t i = 0; i < scores->count; i++) {
        const struct role_score *score = &scores->roles[i];
        json_t *role = json_object();
        json_set_text(role, "role", role_title(score->role));
        json_set_text(role, "department", role_text(score->role, ELEMENT_DEPARTMENT));
        if (score->role->source != NULL)
            json_set_text(role, "file", text_from_string(score->role->source->path));
        json_set_count(role, "percent", score_percent(score->given, score->asked));
        json_object_set_new(role, "missing", missing_of(score->role, scores->profile));
        json_array_append_new(roles, role);
    }
    json_object_set_new(object, "roles", roles);
    return object;
}

#define ITEM_DEPTH 4 /* blanks in front of a list's item in the root */

/* One finding after the other goes into the text: as values, all together would fill the memory. */
static void append_findings(struct text_buffer *out, const struct report *report)
{
    const struct diagnostics *diags = report->findings;
    const struct fingerprint *fingerprints = fingerprints_of(out->arena, diags);
    for (size_t i = 0; i < diags->count; i++) {
        struct arena *scratch = arena_open_like(out->arena);
        json_t *item = finding(diags->items[i], report->language, fingerprints[i], scratch);
        json_append_item(out, item, ITEM_DEPTH, i == 0);
        arena_close(scratch);
    }
}

void report_json(const struct report *report, struct text_buffer *out)
{
    static const struct text end = TEXT_INIT("\n}\n");
    json_t *root = json_object();
    json_object_set_new(root, "rolebook", json_integer(1));
    if (report->scores != NULL)
        json_object_set_new(root, "score", score_of(report->scores));
    json_append(out, root, JSON_INDENT(2));
    out->size -= end.size;
    buffer_append_string(out, ",\n  \"findings\": [");
    append_findings(out, report);
    buffer_append_string(out, report->findings->count == 0 ? "]" : "\n  ]");
    buffer_append(out, end);
}
