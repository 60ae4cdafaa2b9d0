#include "core/check/baseline.h"
#include "core/base/file.h"
#include "core/base/nearest_name.h"
#include "core/base/yaml.h"
#include "core/base/yaml_writer.h"
#include "core/check/fingerprint.h"
#include "core/check/rule.h"
#include <stdlib.h>
#include <string.h>

static const struct message not_yaml = {{"基線檔不是有效的 YAML：{0}",
                                         "基线文件不是有效的 YAML：{0}",
                                         "the baseline is not YAML: {0}"}};
static const struct message no_baseline = {
    {"這不是基線檔：應以「baseline: 1」開頭，並有 findings（rolebook check --write-baseline 會寫）",
     "这不是基线文件：应以「baseline: 1」开头，并有 findings（rolebook check --write-baseline 会写）",
     "this is no baseline: it should begin with \"baseline: 1\" and hold findings (rolebook check "
     "--write-baseline writes one)"}};
static const struct message unknown_key = {{"基線檔不認得「{0}」：可用的是 {1}",
                                            "基线文件不认得「{0}」：可用的是 {1}",
                                            "the baseline does not know \"{0}\": it knows {1}"}};
static const struct message misspelt_key = {
    {"基線檔不認得「{0}」：要寫的是「{1}」嗎？", "基线文件不认得「{0}」：要写的是「{1}」吗？",
     "the baseline does not know \"{0}\": did you mean \"{1}\"?"}};
static const struct message wrong_key = {{"「{0}」不是發現的 key：應為 16 個十六進位數字",
                                          "「{0}」不是发现的 key：应为 16 个十六进制数字",
                                          "\"{0}\" is no finding's key: 16 hexadecimal digits"}};
static const struct message wrong_date = {{"日期「{0}」不對：應為 2027-06-30 的樣式",
                                           "日期「{0}」不对：应为 2027-06-30 的样式",
                                           "\"{0}\" is no date: it should be like 2027-06-30"}};
static const struct message expired = {
    {"基線裡的這一條在 {0} 到期（{1}，{2}）：所記的發現重新顯示，請改好或延期",
     "基线里的这一条在 {0} 到期（{1}，{2}）：所记的发现重新显示，请改好或延期",
     "this entry expired on {0} ({1}, {2}): its finding is shown again; mend it or extend the date"}};
static const struct message gone = {
    {"基線裡的 {0}「{1}」（{2}）已經沒有了：請刪去這一條，或重寫基線",
     "基线里的 {0}「{1}」（{2}）已经没有了：请删去这一条，或重写基线",
     "{0} \"{1}\" ({2}) is there no more: take the entry away, or write the baseline anew"}};

/* What an entry holds, in the order in which it is written. */
enum part { KEY, RULE, ROLE, ELEMENT, WORDS, OWNER, REASON, EXPIRES, PART_COUNT };

struct part_row {
    const char *name;
    enum yaml_quotes quotes; /* always: what people or hash functions wrote */
};

static const struct part_row part_rows[PART_COUNT] = {
    [KEY] = {"key", YAML_QUOTES_ALWAYS},       [RULE] = {"rule", YAML_QUOTES_AS_NEEDED},
    [ROLE] = {"role", YAML_QUOTES_ALWAYS},     [ELEMENT] = {"element", YAML_QUOTES_AS_NEEDED},
    [WORDS] = {"words", YAML_QUOTES_ALWAYS},   [OWNER] = {"owner", YAML_QUOTES_ALWAYS},
    [REASON] = {"reason", YAML_QUOTES_ALWAYS}, [EXPIRES] = {"expires", YAML_QUOTES_BY_SYNTAX},
};

struct entry {
    struct text parts[PART_COUNT];
    struct span at;
};

struct baseline {
    struct entry *entries; /* by key */
    size_t count;
};

static int compare_keys(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    return text_compare(a->parts[KEY], b->parts[KEY]);
}

static size_t find_entry(const struct baseline *baseline, struct text key)
{
    struct entry wanted = {.parts = {[KEY] = key}};
    const struct entry *found =
        baseline == NULL || baseline->count == 0
            ? NULL
            : bsearch(&wanted, baseline->entries, baseline->count, sizeof wanted, compare_keys);
    return found == NULL ? TEXT_NOT_FOUND : (size_t)(found - baseline->entries);
}

/* ---- reading ---- */

static bool is_key(struct text key)
{
    bool is = key.size == 16;
    for (size_t i = 0; i < key.size && is; i++)
        is = is_ascii_digit(key.data[i]) || (key.data[i] >= 'a' && key.data[i] <= 'f');
    return is;
}

/* ISO 8601, a calendar date: its text sorts as it does. */
static bool is_date(struct text date)
{
    bool is = date.size == 10;
    for (size_t i = 0; i < date.size && is; i++)
        is = i == 4 || i == 7 ? date.data[i] == '-' : is_ascii_digit(date.data[i]);
    if (!is)
        return false;
    int month = (date.data[5] - '0') * 10 + date.data[6] - '0';
    int day = (date.data[8] - '0') * 10 + date.data[9] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static void complain_of_name(struct diagnostics *diags, const struct yaml_value *value)
{
    struct text names[PART_COUNT];
    struct text_buffer all = text_buffer_new(diags->arena);
    for (size_t i = 0; i < PART_COUNT; i++) {
        names[i] = text_from_string(part_rows[i].name);
        buffer_append_string(&all, i == 0 ? "" : ", ");
        buffer_append(&all, names[i]);
    }
    struct text nearest = nearest_name(value->key, names, PART_COUNT);
    bool is_misspelt = !text_is_empty(nearest);
    report_error(diags, is_misspelt ? &misspelt_key : &unknown_key, yaml_span(value), value->key,
                 is_misspelt ? nearest : buffer_text(&all));
}

static void read_entry(struct entry *entry, const struct yaml_value *map, struct diagnostics *diags)
{
    entry->at = yaml_span(map);
    for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++) {
        const struct yaml_value *value = &map->items[i];
        size_t part = 0;
        while (part < PART_COUNT && !text_is(value->key, part_rows[part].name))
            part++;
        if (part == PART_COUNT)
            complain_of_name(diags, value);
        else
            entry->parts[part] = value->words;
        if (part == EXPIRES && !text_is_empty(value->words) && !is_date(value->words))
            report_error(diags, &wrong_date, yaml_span(value), value->words, TEXT(""));
    }
    if (!is_key(entry->parts[KEY]))
        report_error(diags, &wrong_key, yaml_span(map), entry->parts[KEY], TEXT(""));
}

struct baseline *baseline_read(struct arena *arena, const char *path, struct diagnostics *diags)
{
    struct source *source = arena_new(arena, struct source);
    struct baseline *baseline = arena_new(arena, struct baseline);
    size_t before = diags->by_level[LEVEL_ERROR];
    source->path = path;
    if (file_read(arena, source, &source->text, diags) != STATUS_OK)
        return NULL;
    const struct yaml_value *root = yaml_read(arena, arena, source, &not_yaml, diags);
    if (root == NULL)
        return NULL;
    const struct yaml_value *version = yaml_find(root, "baseline");
    const struct yaml_value *findings = yaml_find(root, "findings");
    bool is_list = findings != NULL && (findings->kind == YAML_LIST || findings->count == 0);
    if (version == NULL || !text_is(version->words, "1") || !is_list) {
        report_error(diags, &no_baseline, yaml_span(root), TEXT(""), TEXT(""));
        return NULL;
    }
    baseline->entries = arena_new_array(arena, findings->count + 1, struct entry);
    baseline->count = findings->count;
    for (size_t i = 0; i < findings->count; i++)
        read_entry(&baseline->entries[i], &findings->items[i], diags);
    if (baseline->count > 1)
        qsort(baseline->entries, baseline->count, sizeof *baseline->entries, compare_keys);
    return diags->by_level[LEVEL_ERROR] > before ? NULL : baseline;
}

/* ---- applying ---- */

static bool is_expired(const struct entry *entry, struct text today)
{
    return !text_is_empty(entry->parts[EXPIRES]) && text_compare(entry->parts[EXPIRES], today) < 0;
}

/* Whether the finding would have been found again. */
static bool was_asked(const struct check_config *config, const struct handbook *handbook,
                      const struct entry *entry)
{
    const struct rule *rule = rule_find(entry->parts[RULE]);
    size_t i = 0;
    if (rule == NULL)
        return true; /* never again */
    while (rule_registry[i] != rule)
        i++;
    if (config->levels[i] == LEVEL_OFF || config->is_whole)
        return config->levels[i] != LEVEL_OFF;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        if (rule->check_handbook == NULL && text_equal(role_title(role), entry->parts[ROLE]))
            return true;
    return false;
}

struct diagnostics *baseline_apply(struct arena *arena, const struct baseline *baseline,
                                   const struct check_config *config,
                                   const struct handbook *handbook,
                                   const struct diagnostics *findings, struct text today,
                                   struct diagnostics *hidden)
{
    struct diagnostics *left = diagnostics_new(arena);
    struct fingerprint *fingerprints = fingerprints_of(arena, findings);
    bool *is_used = arena_new_array(arena, baseline->count + 1, bool);
    for (size_t i = 0; i < findings->count; i++) {
        struct diagnostic *d = findings->items[i];
        size_t k = d->code == NULL ? TEXT_NOT_FOUND
                                   : find_entry(baseline, fingerprint_text(arena, fingerprints[i]));
        if (k != TEXT_NOT_FOUND)
            is_used[k] = true;
        if (k == TEXT_NOT_FOUND || is_expired(&baseline->entries[k], today)) {
            diagnostics_keep(left, d);
        } else if (hidden != NULL) {
            struct diagnostic held = *d;
            held.accepted = ACCEPTED_EXTERNAL;
            held.accepted_because = baseline->entries[k].parts[REASON];
            diagnostics_add(hidden, held);
        }
    }
    for (size_t k = 0; k < baseline->count; k++) {
        const struct entry *entry = &baseline->entries[k];
        struct diagnostic d = {.level = LEVEL_WARNING, .message = &expired, .at = entry->at};
        d.args[0] = entry->parts[EXPIRES];
        d.args[1] = entry->parts[RULE];
        d.args[2] = entry->parts[text_is_empty(entry->parts[OWNER]) ? ROLE : OWNER];
        if (!is_used[k]) {
            d = (struct diagnostic){.level = LEVEL_INFO, .message = &gone, .at = entry->at};
            d.args[0] = entry->parts[RULE];
            d.args[1] = entry->parts[WORDS];
            d.args[2] = entry->parts[ROLE];
        }
        if (is_used[k] ? is_expired(entry, today) : was_asked(config, handbook, entry))
            diagnostics_add(left, d);
    }
    diagnostics_sort(left);
    return left;
}

/* ---- writing ---- */

static int compare_entries(const void *left, const void *right)
{
    static const enum part order[] = {ROLE, ELEMENT, RULE, WORDS, KEY};
    const struct entry *a = left, *b = right;
    int difference = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order && difference == 0; i++)
        difference = text_compare(a->parts[order[i]], b->parts[order[i]]);
    return difference;
}

static void write_entry(struct yaml_writer *writer, const struct entry *entry)
{
    yaml_write_map(writer);
    for (size_t i = 0; i < PART_COUNT; i++)
        if (!text_is_empty(entry->parts[i])) {
            yaml_write_words(writer, text_from_string(part_rows[i].name), YAML_QUOTES_AS_NEEDED);
            yaml_write_words(writer, entry->parts[i], part_rows[i].quotes);
        }
    yaml_write_map_end(writer);
}

size_t baseline_write(const struct baseline *old, const struct diagnostics *findings,
                      struct text_buffer *out)
{
    struct arena *arena = out->arena;
    struct fingerprint *fingerprints = fingerprints_of(arena, findings);
    struct entry *entries = arena_new_array(arena, findings->count + 1, struct entry);
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct diagnostic *d = findings->items[i];
        struct entry *entry = &entries[count];
        if (d->code == NULL)
            continue;
        count++;
        entry->parts[KEY] = fingerprint_text(arena, fingerprints[i]);
        entry->parts[RULE] = text_from_string(d->code);
        entry->parts[ROLE] = d->role;
        entry->parts[ELEMENT] = d->element;
        entry->parts[WORDS] = d->excerpt;
        size_t k = find_entry(old, entry->parts[KEY]);
        for (size_t part = OWNER; part < PART_COUNT && k != TEXT_NOT_FOUND; part++)
            entry->parts[part] = old->entries[k].parts[part];
    }
    if (count > 1)
        qsort(entries, count, sizeof *entries, compare_entries);
    buffer_append_string(out, "# rolebook check --baseline shows only findings that are not here."
                              "\n# An entry may have: owner, reason, expires (2027-06-30).\n"
                              "baseline: 1\n");
    buffer_append_string(out, count == 0 ? "findings: []\n" : "findings:\n");
    if (count == 0)
        return 0;
    struct yaml_writer *writer = yaml_writer_open(out);
    yaml_write_list(writer);
    for (size_t i = 0; i < count; i++)
        write_entry(writer, &entries[i]);
    yaml_write_list_end(writer);
    return yaml_writer_close(writer) ? count : 0;
}
