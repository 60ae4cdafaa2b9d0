#include "core/check/check.h"
#include "core/check/rule.h"

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

enum level check_config_level(const struct check_config *config, size_t rule, struct text role,
                              const struct source *source)
{
    if (config->is_left_out[rule])
        return LEVEL_OFF;
    const struct role_level *own = own_level(config, rule, role, source);
    return own != NULL ? own->level : config->levels[rule];
}

bool check_config_asks(const struct check_config *config, size_t rule)
{
    bool is = config->levels[rule] != LEVEL_OFF;
    for (size_t i = 0; i < config->role_level_count && !is && !config->is_left_out[rule]; i++)
        is = config->role_levels[i].rule == rule && config->role_levels[i].level != LEVEL_OFF;
    return is;
}

bool check_config_sets(const struct check_config *config, size_t rule, struct text role,
                       const struct source *source)
{
    return config->is_set[rule] || own_level(config, rule, role, source) != NULL;
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

struct diagnostics *check_configure(struct arena *arena, const struct check_config *config,
                                    const struct diagnostics *from)
{
    struct diagnostics *to = diagnostics_new(arena);
    for (size_t i = 0; i < from->count; i++) {
        struct diagnostic *d = from->items[i];
        size_t rule = d->code == NULL ? rule_count() : rule_number_of(d->code);
        if (rule < rule_count()) {
            enum level level = check_config_level(config, rule, d->role, d->at.source);
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
