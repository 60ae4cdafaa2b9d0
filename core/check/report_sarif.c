/*
 * SARIF 2.1.0. What rules find are results; what reading reports are notifications of the run.
 */
#include "core/base/json.h"
#include "core/check/explain.h"
#include "core/check/fingerprint.h"
#include "core/check/report.h"
#include "core/check/report_place.h"
#include "core/check/rule.h"

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/* 3.27.10: "off" would be "none" */
static const char *const levels[LEVEL_COUNT] = {[LEVEL_OFF] = "none",
                                                [LEVEL_INFO] = "note",
                                                [LEVEL_WARNING] = "warning",
                                                [LEVEL_ERROR] = "error"};

struct sarif {
    const struct report *report;
    const struct diagnostics *results; /* findings and those passed over, sorted */
    bool has_accepted;
    struct arena *arena;
    size_t *rule_numbers; /* by place in the registry: 1 + index in the driver's rules; 0: unused */
};

static json_t *message_of(struct text words)
{
    json_t *message = json_object();
    json_object_set_new(message, "text", json_text(words));
    return message;
}

/* ---- rules ---- */

static json_t *category_of(const struct rule *rule)
{
    static const struct {
        char letter;
        const char *name;
    } categories[] = {{'B', "baseline"},  {'C', "completeness"}, {'O', "overlap"},
                      {'S', "structure"}, {'T', "trace"},        {'W', "wording"}};
    json_t *tags = json_array(), *properties = json_object();
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (categories[i].letter == rule->code[0])
            json_array_append_new(tags, json_string(categories[i].name));
    json_object_set_new(properties, "tags", tags);
    return properties;
}

static json_t *rule_of(const struct sarif *sarif, const struct rule *rule)
{
    json_t *object = json_object(), *help = json_object(), *configuration = json_object();
    struct text_buffer plain = text_buffer_new(sarif->arena), markdown = plain;
    enum language language = sarif->report->language;
    explain_rule(text_from_string(rule->code), language, &plain);
    explain_rule_markdown(text_from_string(rule->code), language, &markdown);
    json_object_set_new(object, "id", json_string(rule->code));
    json_object_set_new(object, "name", json_string(rule->name));
    json_object_set_new(object, "shortDescription",
                        message_of(explain_message(sarif->arena, rule, language)));
    json_object_set_new(object, "fullDescription",
                        message_of(text_from_string(rule->reason.text[language])));
    json_object_set_new(help, "text", json_text(buffer_text(&plain)));
    json_object_set_new(help, "markdown", json_text(buffer_text(&markdown)));
    json_object_set_new(object, "help", help);
    json_object_set_new(configuration, "level", json_string(levels[rule->level]));
    json_object_set_new(object, "defaultConfiguration", configuration);
    json_object_set_new(object, "properties", category_of(rule));
    return object;
}

/* The rules that were broken, by code. */
static json_t *rules_of(struct sarif *sarif)
{
    const struct diagnostics *diags = sarif->results;
    json_t *rules = json_array();
    sarif->rule_numbers = arena_new_array(sarif->arena, rule_count() + 1, size_t);
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i]->code != NULL)
            sarif->rule_numbers[rule_number_of(diags->items[i]->code)] = 1;
    for (size_t i = 0, number = 0; i < rule_count(); i++)
        if (sarif->rule_numbers[i] != 0) {
            sarif->rule_numbers[i] = ++number;
            json_array_append_new(rules, rule_of(sarif, rule_registry[i]));
        }
    return rules;
}

/* ---- places ---- */

static json_t *artifact_of(const struct sarif *sarif, struct span at)
{
    json_t *artifact = json_object();
    json_object_set_new(artifact, "uri", json_text(path_uri(sarif->arena, at)));
    return artifact;
}

static json_t *region_object(struct region region)
{
    json_t *object = json_object();
    json_set_count(object, "startLine", region.begin.line);
    json_set_count(object, "startColumn", region.begin.column);
    json_set_count(object, "endLine", region.end.line);
    json_set_count(object, "endColumn", region.end.column);
    return object;
}

/* "客服代表/duties": the place a Word user looks for. */
static json_t *logical_of(const struct sarif *sarif, struct text role, struct text element)
{
    json_t *list = json_array(), *logical = json_object();
    struct text_buffer name = text_buffer_new(sarif->arena);
    buffer_append(&name, role);
    if (!text_is_empty(element)) {
        buffer_append_byte(&name, '/');
        buffer_append(&name, element);
    }
    json_object_set_new(logical, "name", json_text(role));
    json_object_set_new(logical, "fullyQualifiedName", json_text(buffer_text(&name)));
    json_object_set_new(logical, "kind", json_string("object"));
    json_array_append_new(list, logical);
    return list;
}

static json_t *location_of(const struct sarif *sarif, struct span at, struct text role,
                           struct text element)
{
    json_t *location = json_object();
    struct text place = word_place(sarif->arena, at);
    struct region region = region_of(at);
    if (at.source != NULL) {
        json_t *physical = json_object();
        json_object_set_new(physical, "artifactLocation", artifact_of(sarif, at));
        if (region.begin.line > 0)
            json_object_set_new(physical, "region", region_object(region));
        json_object_set_new(location, "physicalLocation", physical);
    }
    if (!text_is_empty(role))
        json_object_set_new(location, "logicalLocations", logical_of(sarif, role, element));
    if (!text_is_empty(place))
        json_object_set_new(location, "message", message_of(place));
    return location;
}

static json_t *locations_of(const struct sarif *sarif, const struct diagnostic *d)
{
    json_t *locations = json_array();
    if (d->at.source != NULL || !text_is_empty(d->role))
        json_array_append_new(locations, location_of(sarif, d->at, d->role, d->element));
    return locations;
}

/* ---- results ---- */

static json_t *related_of(const struct sarif *sarif, const struct diagnostic *d)
{
    struct text role = d->related.role, place = word_place(sarif->arena, d->related.at);
    json_t *list = json_array(), *location = location_of(sarif, d->related.at, role, TEXT(""));
    json_set_count(location, "id", 1);
    if (text_is_empty(place) && !text_is_empty(role))
        json_object_set_new(location, "message", message_of(role));
    json_array_append_new(list, location);
    return list;
}

static json_t *fixes_of(const struct sarif *sarif, const struct diagnostic *d)
{
    json_t *fixes = json_array(), *fix = json_object(), *changes = json_array(),
           *change = json_object(), *replacements = json_array(), *replacement = json_object();
    const struct message *what = d->fix != NULL ? d->fix : d->message;
    json_object_set_new(replacement, "deletedRegion",
                        region_object(region_of(diagnostic_replaced_at(d))));
    json_object_set_new(replacement, "insertedContent", message_of(d->replacement));
    json_array_append_new(replacements, replacement);
    json_object_set_new(change, "artifactLocation", artifact_of(sarif, d->at));
    json_object_set_new(change, "replacements", replacements);
    json_array_append_new(changes, change);
    json_object_set_new(
        fix, "description",
        message_of(message_format(sarif->arena, what, d->args, sarif->report->language)));
    json_object_set_new(fix, "artifactChanges", changes);
    json_array_append_new(fixes, fix);
    return fixes;
}

/*
 * GitHub follows an alert by primaryLocationLineHash; giving it our key keeps it from hashing
 * lines.
 */
static json_t *fingerprints_object(const struct sarif *sarif, struct fingerprint fingerprint)
{
    json_t *object = json_object();
    struct text key = fingerprint_text(sarif->arena, fingerprint);
    json_object_set_new(object, "rolebookContent/v1", json_text(key));
    json_object_set_new(object, "primaryLocationLineHash", json_text(key));
    return object;
}

/* 3.35: who lives with it, and why; empty: nobody does. */
static json_t *suppressions_of(const struct diagnostic *d)
{
    json_t *list = json_array();
    if (d->accepted == ACCEPTED_NOT)
        return list;
    json_t *suppression = json_object();
    json_object_set_new(suppression, "kind",
                        json_string(d->accepted == ACCEPTED_IN_SOURCE ? "inSource" : "external"));
    if (!text_is_empty(d->accepted_because))
        json_object_set_new(suppression, "justification", json_text(d->accepted_because));
    json_array_append_new(list, suppression);
    return list;
}

static json_t *result_of(const struct sarif *sarif, const struct diagnostic *d,
                         struct fingerprint fingerprint)
{
    json_t *result = json_object();
    size_t number = sarif->rule_numbers[rule_number_of(d->code)];
    json_object_set_new(result, "ruleId", json_string(d->code));
    if (number > 0)
        json_set_count(result, "ruleIndex", number - 1);
    json_object_set_new(result, "level", json_string(levels[d->level]));
    json_object_set_new(result, "message",
                        message_of(diagnostic_message(sarif->arena, d, sarif->report->language)));
    json_object_set_new(result, "locations", locations_of(sarif, d));
    if (d->has_related)
        json_object_set_new(result, "relatedLocations", related_of(sarif, d));
    json_object_set_new(result, "partialFingerprints", fingerprints_object(sarif, fingerprint));
    if (d->has_replacement && span_line_column(d->at).line > 0)
        json_object_set_new(result, "fixes", fixes_of(sarif, d));
    if (sarif->has_accepted) /* 3.27.23: all results of a run have them, or none */
        json_object_set_new(result, "suppressions", suppressions_of(d));
    return result;
}

#define RESULT_DEPTH 8 /* blanks in front of a run's result */

/* One result after the other goes into the text: as values, all together would fill the memory. */
static void append_results(struct text_buffer *out, const struct sarif *sarif)
{
    const struct diagnostics *diags = sarif->results;
    const struct fingerprint *fingerprints = fingerprints_of(sarif->arena, diags);
    bool is_first = true;
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i]->code == NULL)
            continue;
        struct sarif one = *sarif;
        one.arena = arena_open_like(out->arena);
        json_append_item(out, result_of(&one, diags->items[i], fingerprints[i]), RESULT_DEPTH,
                         is_first);
        arena_close(one.arena);
        is_first = false;
    }
    buffer_append_string(out, is_first ? "]" : "\n      ]");
}

/* ---- the run ---- */

static json_t *invocations_of(const struct sarif *sarif)
{
    json_t *list = json_array(), *invocation = json_object(), *notifications = json_array();
    const struct diagnostics *diags = sarif->report->findings;
    bool is_fine = true;
    for (size_t i = 0; i < diags->count; i++) {
        const struct diagnostic *d = diags->items[i];
        if (d->code != NULL)
            continue;
        json_t *notification = json_object();
        json_object_set_new(notification, "level", json_string(levels[d->level]));
        json_object_set_new(
            notification, "message",
            message_of(diagnostic_message(sarif->arena, d, sarif->report->language)));
        json_object_set_new(notification, "locations", locations_of(sarif, d));
        json_array_append_new(notifications, notification);
        is_fine = is_fine && d->level != LEVEL_ERROR;
    }
    json_object_set_new(invocation, "executionSuccessful", json_boolean(is_fine));
    json_object_set_new(invocation, "toolExecutionNotifications", notifications);
    json_array_append_new(list, invocation);
    return list;
}

static json_t *tool_of(struct sarif *sarif)
{
    /* 3.19.21: a language of two letters, a region of two, no script */
    static const char *const tags[LANG_COUNT] = {
        [LANG_ZH_HANT] = "zh-TW", [LANG_ZH_HANS] = "zh-CN", [LANG_EN] = "en-GB"};
    json_t *tool = json_object(), *driver = json_object();
    json_object_set_new(driver, "name", json_string("rolebook"));
    json_object_set_new(driver, "version", json_string(ROLEBOOK_VERSION));
    json_object_set_new(driver, "semanticVersion", json_string(ROLEBOOK_VERSION));
    json_object_set_new(driver, "language", json_string(tags[sarif->report->language]));
    json_object_set_new(driver, "rules", rules_of(sarif));
    json_object_set_new(tool, "driver", driver);
    return tool;
}

void report_sarif(const struct report *report, struct text_buffer *out)
{
    struct sarif sarif = {.report = report, .results = report->findings, .arena = out->arena};
    if (report->accepted != NULL && report->accepted->count > 0) {
        struct diagnostics *all = diagnostics_new(out->arena);
        diagnostics_join(all, report->findings);
        diagnostics_join(all, report->accepted);
        diagnostics_sort(all);
        sarif.results = all;
        sarif.has_accepted = true;
    }
    static const struct text end =
        TEXT_INIT("\n    }\n  ]\n}\n"); /* of the run, the runs, the log */
    json_t *log = json_object(), *runs = json_array(), *run = json_object();
    json_object_set_new(run, "tool", tool_of(&sarif));
    json_object_set_new(run, "invocations", invocations_of(&sarif));
    json_object_set_new(run, "columnKind", json_string("unicodeCodePoints"));
    json_array_append_new(runs, run);
    json_object_set_new(log, "$schema", json_string(SCHEMA));
    json_object_set_new(log, "version", json_string("2.1.0"));
    json_object_set_new(log, "runs", runs);
    json_append(out, log, JSON_INDENT(2));
    out->size -= end.size;
    buffer_append_string(out, ",\n      \"results\": [");
    append_results(out, &sarif);
    buffer_append(out, end);
}
