#include "core/check/suppressions.h"
#include "core/check/rule.h"
#include "core/model/fold.h"
#include <string.h>

/* One suppression, wherever it was written. */
struct entry {
    struct suppression asked;
    struct span scope; /* of a comment; no source: of the project */
    bool is_used, is_understood;
};

struct entries {
    struct arena *arena;
    const struct check_config *config;
    const struct handbook *handbook;
    struct entry *items;
    size_t count, capacity;
};

/* ---- comments ---- */

static const struct message not_understood = {
    {"看不懂「{0}」：寫成 rolebook: ignore W401 -- 理由（或 ignore-role、ignore-file）",
     "看不懂「{0}」：写成 rolebook: ignore W401 -- 理由（或 ignore-role、ignore-file）",
     "\"{0}\" is not understood: write rolebook: ignore W401 -- reason (or ignore-role, ignore-file)"}};
static const struct message no_reason_in_file = {
    {"略過「{0}」沒有寫理由：在 reason: 後面寫明", "忽略「{0}」没有写理由：在 reason: 后面写明",
     "ignoring {0} gives no reason: write one behind reason:"}};
static const struct message no_such_rule = {
    {"「{0}」不是任何規則，這個略過不起作用：rolebook explain --all 列出全部",
     "「{0}」不是任何规则，这个忽略不起作用：rolebook explain --all 列出全部",
     "there is no rule \"{0}\", so this suppresses nothing: rolebook explain --all lists them"}};

static bool is_dash(uint32_t c) { return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015; }

/* Where the dashes stand that divide rules from reason; TEXT_NOT_FOUND: nowhere. */
static size_t find_reason(struct text words, size_t *reason)
{
    uint32_t before = ' ';
    for (size_t at = 0, begin; at < words.size;) {
        begin = at;
        uint32_t c = text_next(words, &at);
        if (is_dash(c) && (is_blank_code_point(before) || c > 0x7F)) {
            *reason = at;
            for (size_t next = at; next < words.size && is_dash(text_next(words, &next));)
                *reason = next;
            return begin;
        }
        before = c;
    }
    *reason = words.size;
    return TEXT_NOT_FOUND;
}

/* The bytes of the role that a place stands in: from its begin to the next one's in the file. */
static struct span role_around(const struct handbook *handbook, struct span at)
{
    struct span scope = {.source = at.source, .begin = 0, .end = UINT32_MAX};
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        if (role->source != at.source)
            continue;
        if (role->at.begin <= at.begin && role->at.begin >= scope.begin)
            scope.begin = role->at.begin;
        if (role->at.begin > at.begin && role->at.begin < scope.end && scope.begin > 0)
            scope.end = role->at.begin;
    }
    return scope;
}

/* "ignore W401 -- reason": the scope that the verb asks for; false: no verb of ours. */
static bool take_verb(struct entries *all, const struct request *request, struct text *rest,
                      struct span *scope)
{
    static const char *const verbs[] = {"ignore-file", "ignore-role", "ignore"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        struct text verb = text_from_string(verbs[i]);
        struct text behind = text_from(request->words, verb.size);
        size_t at = 0;
        if (!text_starts_with(request->words, verb) || text_is_empty(behind) ||
            !is_blank_code_point(text_next(behind, &at)))
            continue;
        *rest = text_trim(behind);
        *scope = i == 0   ? span_of_source(request->at.source)
                 : i == 1 ? role_around(all->handbook, request->at)
                          : request->scope;
        return true;
    }
    return false;
}

static void add_request(struct entries *all, const struct request *request)
{
    struct entry entry = {.asked = {.at = request->at, .rules = request->words}};
    struct text rest;
    size_t reason;
    if (!text_is_empty(request->level)) /* of front matter: see check_config_take_requests */
        return;
    entry.is_understood = take_verb(all, request, &rest, &entry.scope);
    if (entry.is_understood) {
        size_t end = find_reason(rest, &reason);
        entry.asked.rules = text_trim(text_slice(rest, 0, end));
        entry.asked.reason = text_trim(text_from(rest, reason));
    }
    *arena_push(all->arena, all->items, all->count, all->capacity) = entry;
}

/* ---- what it hides ---- */

/* The next selector of a list divided by blanks and commas. */
static bool next_selector(struct text list, size_t *at, struct text *selector)
{
    size_t begin = TEXT_NOT_FOUND, end = *at;
    while (*at < list.size) {
        end = *at;
        uint32_t c = text_next(list, at);
        bool divides = is_blank_code_point(c) || c == ',' || c == 0x3001 || c == 0xFF0C;
        if (!divides && begin == TEXT_NOT_FOUND)
            begin = end;
        if (divides && begin != TEXT_NOT_FOUND)
            break;
        end = *at;
    }
    if (begin == TEXT_NOT_FOUND)
        return false;
    *selector = text_slice(list, begin, end);
    return true;
}

static bool names_rule(struct text selectors, const struct rule *rule)
{
    struct text selector;
    for (size_t at = 0; next_selector(selectors, &at, &selector);)
        if (rule_is_selected(rule, selector))
            return true;
    return false;
}

static bool is_within(struct span at, struct span scope)
{
    bool is_whole = scope.begin == 0 && scope.end == 0;
    return at.source == scope.source &&
           (is_whole || (at.begin >= scope.begin && at.begin < scope.end));
}

static bool is_alike(struct arena *scratch, struct text asked, struct text found)
{
    return text_is_empty(asked) || text_equal(fold_text(scratch, asked), fold_text(scratch, found));
}

/* "roles/agent.docx" ends in "agent.docx", at the begin of a name. */
static bool is_file(struct text asked, const struct source *source)
{
    struct text path = text_from_string(source == NULL ? "" : source->path);
    size_t begin = path.size - asked.size;
    return text_is_empty(asked) ||
           (text_ends_with(path, asked) && (begin == 0 || path.data[begin - 1] == '/'));
}

/*
 * The finding is about these words, or about some of them; where it points at none, about a record
 * that holds them. Another finding in the same sentence is another thing to live with.
 */
static bool says(struct arena *scratch, const struct diagnostic *d, struct text words)
{
    struct text asked = fold_text(scratch, words);
    struct text about = fold_text(scratch, text_is_empty(d->excerpt) ? d->content : d->excerpt);
    return text_is_empty(words) || text_find(about, asked, 0) != TEXT_NOT_FOUND ||
           (!text_is_empty(d->excerpt) && text_find(asked, about, 0) != TEXT_NOT_FOUND);
}

static bool hides(struct arena *scratch, const struct entry *entry, const struct diagnostic *d,
                  const struct rule *rule)
{
    const struct suppression *asked = &entry->asked;
    if (!entry->is_understood || !names_rule(asked->rules, rule))
        return false;
    if (entry->scope.source != NULL)
        return is_within(d->at, entry->scope);
    return is_file(asked->file, d->at.source) && is_alike(scratch, asked->role, d->role) &&
           (text_is_empty(asked->element) || text_equal(asked->element, d->element)) &&
           says(scratch, d, asked->words);
}

/* ---- what hides nothing ---- */

static void report(const struct entries *all, struct diagnostics *to, const char *code,
                   const struct message *message, const struct entry *entry, struct text word)
{
    const struct rule *rule = rule_find(text_from_string(code));
    size_t i = 0;
    while (rule_registry[i] != rule)
        i++;
    if (all->config->levels[i] == LEVEL_OFF)
        return;
    diagnostics_add(to, (struct diagnostic){.level = all->config->levels[i],
                                            .code = rule->code,
                                            .name = rule->name,
                                            .message = message == NULL ? &rule->message : message,
                                            .args = {word},
                                            .at = entry->asked.at,
                                            .excerpt = word});
}

/* Whether one of the rules was asked so that what it finds here would have been found. */
static bool was_asked(const struct entries *all, struct text selector, bool *is_rule)
{
    bool was = false;
    *is_rule = false;
    for (size_t i = 0; i < rule_count(); i++) {
        const struct rule *rule = rule_registry[i];
        if (!rule_is_selected(rule, selector))
            continue;
        *is_rule = true;
        was |= all->config->levels[i] != LEVEL_OFF &&
               (rule->check_handbook == NULL || all->config->is_whole);
    }
    return was;
}

static void report_entry(const struct entries *all, struct diagnostics *to,
                         const struct entry *entry)
{
    struct text selector;
    bool is_rule, was = false, is_known = true;
    if (!entry->is_understood) {
        report(all, to, "S501", &not_understood, entry, entry->asked.rules);
        return;
    }
    if (text_is_empty(entry->asked.reason))
        report(all, to, "S502", entry->scope.source == NULL ? &no_reason_in_file : NULL, entry,
               entry->asked.rules);
    for (size_t at = 0; next_selector(entry->asked.rules, &at, &selector);) {
        was |= was_asked(all, selector, &is_rule);
        if (!is_rule)
            report(all, to, "S501", &no_such_rule, entry, selector);
        is_known &= is_rule;
    }
    if (!entry->is_used && was && is_known)
        report(all, to, "S501", NULL, entry, entry->asked.rules);
}

static struct diagnostic accepted(struct arena *arena, struct diagnostic d, const struct entry *by)
{
    d.accepted = by->scope.source != NULL ? ACCEPTED_IN_SOURCE : ACCEPTED_EXTERNAL;
    d.accepted_because = text_copy(arena, by->asked.reason);
    return d;
}

struct diagnostics *suppressions_apply(struct arena *arena, const struct check_config *config,
                                       const struct handbook *handbook,
                                       const struct diagnostics *findings,
                                       struct diagnostics *hidden)
{
    struct arena *scratch = arena_open_like(arena);
    struct diagnostics *left = diagnostics_new(arena);
    struct entries all = {.arena = scratch, .config = config, .handbook = handbook};
    for (const struct request *r = handbook->requests; r != NULL; r = r->next)
        add_request(&all, r);
    for (size_t i = 0; i < config->suppression_count; i++)
        *arena_push(scratch, all.items, all.count, all.capacity) =
            (struct entry){.asked = config->suppressions[i], .is_understood = true};
    for (size_t i = 0; i < findings->count; i++) {
        struct diagnostic *d = findings->items[i];
        const struct rule *rule = d->code == NULL ? NULL : rule_find(text_from_string(d->code));
        const struct entry *by = NULL;
        for (size_t k = 0; k < all.count && rule != NULL; k++)
            if (hides(scratch, &all.items[k], d, rule)) {
                all.items[k].is_used = true;
                by = by == NULL ? &all.items[k] : by;
            }
        if (by == NULL)
            diagnostics_keep(left, d);
        else if (hidden != NULL)
            diagnostics_add(hidden, accepted(arena, *d, by));
    }
    for (size_t k = 0; k < all.count; k++)
        report_entry(&all, left, &all.items[k]);
    arena_close(scratch);
    return left;
}
