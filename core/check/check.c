#include "core/check/check.h"
#include "core/base/text_buffer.h"
#include "core/check/rule.h"
#include "core/check/wording.h"
#include "core/normalise/assessment.h"
#include <string.h>

#define DUTIES_TOLD 3 /* of each role, where a message lists what differs */

/* ---- configuration ---- */

struct check_config *check_config_new(struct arena *arena)
{
    struct check_config *config = arena_new(arena, struct check_config);
    config->arena = arena;
    config->levels = arena_new_array(arena, rule_count() + 1, enum level);
    config->is_left_out = arena_new_array(arena, rule_count() + 1, bool);
    config->is_set = arena_new_array(arena, rule_count() + 1, bool);
    config->profile = profile_default(arena);
    for (size_t i = 0; i < rule_count(); i++)
        config->levels[i] = rule_registry[i]->level;
    config->phrases = phrases_new(arena);
    return config;
}

bool rule_is_selected(const struct rule *rule, struct text selector)
{
    struct text code = text_from_string(rule->code);
    return text_is(selector, rule->name) ||
           (!text_is_empty(selector) &&
            text_equal_ascii_case(text_slice(code, 0, selector.size), selector));
}

bool check_config_has(struct text selector)
{
    bool has = false;
    for (size_t i = 0; i < rule_count() && !has; i++)
        has = rule_is_selected(rule_registry[i], selector);
    return has;
}

bool check_config_set_level(struct check_config *config, struct text selector, enum level level)
{
    bool any = false;
    for (size_t i = 0; i < rule_count(); i++)
        if (rule_is_selected(rule_registry[i], selector)) {
            config->levels[i] = level;
            config->is_set[i] = any = true;
        }
    return any;
}

bool check_config_set_role_level(struct check_config *config, struct text role,
                                 const struct source *source, struct text selector,
                                 enum level level)
{
    bool any = false;
    for (size_t i = 0; i < rule_count(); i++)
        if (rule_is_selected(rule_registry[i], selector)) {
            *arena_push(config->arena, config->role_levels, config->role_level_count,
                        config->role_level_capacity) = (struct role_level){i, role, source, level};
            any = true;
        }
    return any;
}

bool level_by_name(struct text name, enum level *level)
{
    for (int i = LEVEL_OFF; i < LEVEL_COUNT; i++)
        if (text_is(name, level_name((enum level)i))) {
            *level = (enum level)i;
            return true;
        }
    *level = LEVEL_OFF;
    return text_is(name, "no") || text_is(name, "false");
}

static const struct message no_such_rule = {
    {"沒有規則「{0}」：rolebook explain --all 列出全部",
     "没有规则「{0}」：rolebook explain --all 列出全部",
     "there is no rule \"{0}\": rolebook explain --all lists them"}};
static const struct message wrong_level = {
    {"規則「{0}」的等級「{1}」不對：應為 off、info、warning 或 error",
     "规则「{0}」的等级「{1}」不对：应为 off、info、warning 或 error",
     "the level of rule \"{0}\" cannot be \"{1}\": off, info, warning or error"}};

void check_config_take_requests(struct check_config *config, const struct handbook *handbook,
                                struct diagnostics *diags)
{
    for (const struct request *r = handbook->requests; r != NULL; r = r->next) {
        enum level level;
        if (text_is_empty(r->level))
            continue;
        if (!level_by_name(r->level, &level)) {
            report_error(diags, &wrong_level, r->at, r->words, r->level);
            continue;
        }
        if (!check_config_has(r->words))
            report_error(diags, &no_such_rule, r->at, r->words, TEXT(""));
        for (const struct role *role = handbook->roles; role != NULL; role = role->next)
            if (role->source == r->at.source)
                check_config_set_role_level(config, role_title(role), role->source, r->words,
                                            level);
    }
}

/* The level a role has of its own; NULL: it has none. */
static const struct role_level *own_level(const struct check_config *config, size_t rule,
                                          struct text role, const struct source *source)
{
    for (size_t i = config->role_level_count; i > 0 && !text_is_empty(role); i--) {
        const struct role_level *row = &config->role_levels[i - 1];
        if (row->rule == rule && text_equal(row->role, role) &&
            (row->source == NULL || row->source == source))
            return row;
    }
    return NULL;
}

/* The level of a rule for what stands in this role; role empty: in the handbook. */
static enum level level_for(const struct check_config *config, size_t rule, struct text role,
                            const struct source *source)
{
    if (config->is_left_out[rule])
        return LEVEL_OFF;
    const struct role_level *own = own_level(config, rule, role, source);
    return own != NULL ? own->level : config->levels[rule];
}

/* Whether any role, or the handbook, asks the rule. */
static bool is_asked(const struct check_config *config, size_t rule)
{
    bool is = config->levels[rule] != LEVEL_OFF;
    for (size_t i = 0; i < config->role_level_count && !is && !config->is_left_out[rule]; i++)
        is = config->role_levels[i].rule == rule && config->role_levels[i].level != LEVEL_OFF;
    return is;
}

#define BY_NAME 100 /* a rule's name says it more exactly than any code */

/* How exactly the selectors name the rule; 0: they do not. */
static size_t exactness(const struct rule *rule, const struct text *selectors, size_t count)
{
    size_t most = 0;
    for (size_t s = 0; s < count; s++) {
        if (!rule_is_selected(rule, selectors[s]))
            continue;
        size_t exact = text_is(selectors[s], rule->name) ? BY_NAME : selectors[s].size;
        most = exact > most ? exact : most;
    }
    return most;
}

static bool all_are_known(const struct text *selectors, size_t count, struct text *unknown)
{
    for (size_t s = 0; s < count; s++)
        if (!check_config_has(selectors[s])) {
            *unknown = selectors[s];
            return false;
        }
    return true;
}

bool check_config_choose(struct check_config *config, const struct rule_choice *choice,
                         struct text *unknown)
{
    if (!all_are_known(choice->select, choice->select_count, unknown) ||
        !all_are_known(choice->extend, choice->extend_count, unknown) ||
        !all_are_known(choice->ignore, choice->ignore_count, unknown))
        return false;
    for (size_t i = 0; i < rule_count(); i++) {
        const struct rule *rule = rule_registry[i];
        size_t select = exactness(rule, choice->select, choice->select_count);
        size_t extend = exactness(rule, choice->extend, choice->extend_count);
        size_t ignore = exactness(rule, choice->ignore, choice->ignore_count);
        bool is_asked = choice->select_count == 0 || select > 0 || extend > 0;
        if (!is_asked || (ignore > 0 && ignore >= select && ignore >= extend)) {
            config->levels[i] = LEVEL_OFF;
            config->is_left_out[i] = true;
        } else if (extend > 0 && config->levels[i] == LEVEL_OFF)
            config->levels[i] = rule->level;
    }
    return true;
}

/* ---- findings ---- */

/* Whether somebody set the level of the rule, for all roles or for this one. */
static bool is_set_for(const struct rule_context *cx)
{
    return cx->config->is_set[cx->rule_index] ||
           own_level(cx->config, cx->rule_index, role_title(cx->role), cx->role->source) != NULL;
}

void rule_report(struct rule_context *cx, struct finding_details finding)
{
    const struct rule *rule = cx->rule;
    enum level level = cx->role == NULL ? cx->level
                                        : level_for(cx->config, cx->rule_index,
                                                    role_title(cx->role), cx->role->source);
    if (finding.missed != LEVEL_OFF && !is_set_for(cx) && level != LEVEL_OFF)
        level = finding.missed;
    bool is_milder = finding.level != LEVEL_OFF && finding.level < level;
    if (level == LEVEL_OFF)
        return;
    struct diagnostic d = {.level = is_milder ? finding.level : level,
                           .code = rule->code,
                           .name = rule->name,
                           .message = finding.message != NULL ? finding.message : &rule->message,
                           .at = finding.at,
                           .excerpt = finding.excerpt,
                           .content = finding.content,
                           .has_replacement = finding.has_replacement,
                           .replacement = finding.replacement,
                           .replaced_at = finding.replaced_at,
                           .replaced = finding.replaced,
                           .item = finding.item,
                           .new_file = finding.new_file,
                           .is_safe = finding.is_safe};
    memcpy(d.args, finding.args, sizeof d.args);
    if (cx->role != NULL) {
        d.role = role_title(cx->role);
        if (d.at.source == NULL)
            d.at = cx->role->at;
    }
    enum element element = finding.has_element ? finding.element : rule->element;
    d.element = text_from_string(element_row(element)->name);
    if (finding.has_related) {
        d.related = finding.related;
        d.has_related = true;
    }
    diagnostics_add(cx->diags, d);
}

enum language rule_language(const struct rule_context *cx)
{
    struct text tag = cx->role != NULL ? cx->role->language : cx->handbook->language;
    enum language language = language_from_tag(tag);
    return language == LANG_COUNT ? LANG_EN : language;
}

static const struct message too_many_alike = {
    {"職責太多又太相像，沒有全部比較完：請分批檢查", "职责太多又太相像，没有全部比较完：请分批检查",
     "too many duties are too much alike, not all were compared: check them in parts"}};

const struct likeness *rule_likeness(struct rule_context *cx)
{
    if (cx->likeness == NULL) {
        cx->likeness = likeness_of(cx->arena, cx->handbook);
        if (!cx->likeness->is_complete)
            report_warning(cx->diags, &too_many_alike, (struct span){0}, TEXT(""), TEXT(""));
    }
    return cx->likeness;
}

struct role_pairs rule_role_pairs(struct rule_context *cx)
{
    if (cx->role_pairs == NULL) {
        cx->role_pairs = arena_new(cx->arena, struct role_pairs);
        *cx->role_pairs = role_pairs_of(cx->arena, rule_likeness(cx), LIKE_NEAR);
        if (!cx->role_pairs->is_complete && cx->likeness->is_complete)
            report_warning(cx->diags, &too_many_alike, (struct span){0}, TEXT(""), TEXT(""));
    }
    return *cx->role_pairs;
}

struct text without_stop(struct text sentence)
{
    static const char *const stops[] = {"。", "；", ".", ";"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text_ends_with(sentence, text_from_string(stops[i])))
            return text_slice(sentence, 0, sentence.size - text_from_string(stops[i]).size);
    return sentence;
}

/* The first few duties that tell the roles of a pair apart, joined; empty: there are none. */
static struct text distinguishing(struct rule_context *cx, const struct likeness *likeness,
                                  const struct role_pair *pair)
{
    const uint32_t roles[] = {pair->second, pair->first};
    struct text list = TEXT("");
    for (size_t side = 0; side < 2; side++) {
        uint32_t *duties;
        size_t count =
            distinguishing_duties(cx->arena, likeness, roles[side], roles[1 - side], &duties);
        for (size_t i = 0; i < count && i < DUTIES_TOLD; i++)
            list = rule_join(cx, list, without_stop(likeness->duties[duties[i]].record->text));
    }
    return list;
}

struct text rule_number(struct rule_context *cx, size_t number)
{
    struct text_buffer out = text_buffer_new(cx->arena);
    buffer_append_int(&out, (int64_t)number);
    return buffer_text(&out);
}

struct text rule_join(struct rule_context *cx, struct text list, struct text name)
{
    struct text_buffer out = text_buffer_new(cx->arena);
    buffer_append(&out, list);
    if (out.size > 0)
        buffer_append_string(&out, rule_language(cx) == LANG_EN ? ", " : "、");
    buffer_append(&out, name);
    return buffer_text(&out);
}

void rule_report_pair(struct rule_context *cx, const struct likeness *likeness,
                      const struct role_pair *pair, const struct message *by_few,
                      enum level level_by_few)
{
    const struct role *role = likeness->duties[likeness->role_starts[pair->second]].role;
    const struct role *other = likeness->duties[likeness->role_starts[pair->first]].role;
    struct text differ = distinguishing(cx, likeness, pair);
    bool has_none = text_is_empty(differ);
    cx->role = role;
    rule_report(
        cx,
        (struct finding_details){
            .at = role_records(role, ELEMENT_DUTIES)->at,
            .message = has_none ? NULL : by_few,
            .level = has_none ? LEVEL_OFF : level_by_few,
            .args = {role_title(role), role_title(other), rule_number(cx, pair->percent), differ},
            .excerpt = role_title(role),
            .related = {.at = role_records(other, ELEMENT_DUTIES)->at, .role = role_title(other)},
            .has_related = true});
}

enum level rule_missed(const struct rule_context *cx, enum element element)
{
    enum level missed = cx->config->profile->levels[element];
    return missed == LEVEL_OFF && is_set_for(cx) ? LEVEL_ERROR : missed;
}

void rule_require(struct rule_context *cx, const struct role *role, enum element element)
{
    const struct records *records = role_records(role, element);
    enum level missed = rule_missed(cx, element);
    if (missed != LEVEL_OFF && !is_given(records))
        rule_report(
            cx, (struct finding_details){
                    .at = records->at, .element = element, .has_element = true, .missed = missed});
}

struct text rule_missed_fields(struct rule_context *cx, const struct records *records,
                               const struct record *record, const bool *passed_over,
                               enum level *level)
{
    const struct profile *profile = cx->config->profile;
    enum field first = element_first_field(records->element);
    struct text missing = TEXT("");
    *level = LEVEL_OFF;
    for (size_t i = 0; i < element_field_count(records->element); i++) {
        enum field field = (enum field)(first + i);
        if (profile->fields[field] == LEVEL_OFF || (passed_over != NULL && passed_over[field]) ||
            !text_is_empty(record_field(records, record, field).text))
            continue;
        missing =
            rule_join(cx, missing, vocabulary_column(cx->vocabulary, rule_language(cx), field));
        *level = profile->fields[field] > *level ? profile->fields[field] : *level;
    }
    return missing;
}

/* ---- checking ---- */

const struct assessment *rule_assessment(struct rule_context *cx)
{
    if (cx->assessment == NULL) {
        struct assessment *assessment = arena_new(cx->scratch, struct assessment);
        *assessment = assessment_of(cx->scratch, cx->role);
        cx->assessment = assessment;
    }
    return cx->assessment;
}

/* Every rule that is on, over one role; NULL: over the handbook. */
static void check_all(struct rule_context *cx, const struct role *role)
{
    cx->role = role;
    cx->scratch = arena_open_like(cx->arena);
    cx->assessment = NULL;
    for (size_t i = 0; i < rule_count(); i++) {
        cx->rule = rule_registry[i];
        cx->rule_index = i;
        cx->level = cx->config->levels[i];
        if (!is_asked(cx->config, i))
            continue;
        if (role == NULL && cx->rule->check_handbook != NULL)
            cx->rule->check_handbook(cx);
        else if (role != NULL && cx->rule->check_role != NULL)
            cx->rule->check_role(cx, role);
    }
    arena_close(cx->scratch);
}

void check_handbook(const struct handbook *handbook, const struct vocabulary *vocabulary,
                    const struct check_config *config, struct diagnostics *diags)
{
    struct rule_context cx = {.arena = diags->arena,
                              .handbook = handbook,
                              .vocabulary = vocabulary,
                              .config = config,
                              .names = role_names_new(diags->arena, handbook),
                              .words = wording_open(diags->arena, config->phrases, diags),
                              .diags = diags};
    check_all(&cx, NULL);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next)
        check_all(&cx, role);
    wording_close(cx.words);
}

struct diagnostics *check_configure(struct arena *arena, const struct check_config *config,
                                    const struct diagnostics *from)
{
    struct diagnostics *to = diagnostics_new(arena);
    for (size_t i = 0; i < from->count; i++) {
        struct diagnostic *d = from->items[i];
        size_t rule = d->code == NULL ? rule_count() : rule_number_of(d->code);
        if (rule < rule_count()) {
            enum level level = level_for(config, rule, d->role, d->at.source);
            if (level == LEVEL_OFF)
                continue;
            bool is_as_found = level == rule_registry[rule]->level || level == d->level;
            if (!is_as_found) {
                struct diagnostic *configured = arena_new(arena, struct diagnostic);
                *configured = *d;
                configured->level = level;
                d = configured;
            }
        }
        diagnostics_keep(to, d);
    }
    return to;
}
