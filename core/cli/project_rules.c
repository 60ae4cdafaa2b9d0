/* What rolebook.yaml says of rules: their levels, those of single roles, and what is suppressed. */
#include "core/base/text_buffer.h"
#include "core/cli/project_reading.h"

static const struct message wrong_level = {
    {"規則「{0}」的等級「{1}」不對：應為 off、info、warning 或 error",
     "规则「{0}」的等级「{1}」不对：应为 off、info、warning 或 error",
     "the level of rule \"{0}\" cannot be \"{1}\": off, info, warning or error"}};

static void add_level(struct project_reading *r, struct text role, const struct yaml_value *value)
{
    struct rule_level row = {.selector = value->key, .role = role, .at = yaml_key_span(value)};
    if (level_by_name(value->words, &row.level))
        *arena_push(r->arena, r->project->rules, r->project->rule_count,
                    r->project->rule_capacity) = row;
    else
        project_complain(r, &wrong_level, yaml_span(value), row.selector, value->words);
}

static void set_rule(struct project_reading *r, const struct yaml_value *value)
{
    add_level(r, r->role, value);
}

void project_read_rules(struct project_reading *r, const struct yaml_value *value)
{
    project_each_pair(r, value, set_rule);
}

/* ---- roles: {客服專員: {rules: {C102: off}}} ---- */

static void read_role_key(struct project_reading *r, const struct yaml_value *value)
{
    static const struct key_row rows[] = {{"rules", project_read_rules}, {NULL, NULL}};
    project_read_by(r, rows, value);
}

static void read_role(struct project_reading *r, const struct yaml_value *value)
{
    r->role = value->key;
    project_each_pair(r, value, read_role_key);
    r->role = TEXT("");
}

void project_read_roles(struct project_reading *r, const struct yaml_value *value)
{
    project_each_pair(r, value, read_role);
}

/* ---- suppressions: [{rules: W401, file: a.docx, reason: …}] ---- */

static struct suppression *suppression_now(struct project_reading *r)
{
    return &r->project->suppressions[r->project->suppression_count - 1];
}

static void add_suppressed_rule(struct project_reading *r, const struct yaml_value *item)
{
    struct suppression *now = suppression_now(r);
    struct text_buffer rules = text_buffer_new(r->arena);
    buffer_append(&rules, now->rules);
    buffer_append_string(&rules, rules.size > 0 ? ", " : "");
    buffer_append(&rules, item->words);
    now->rules = buffer_text(&rules);
}

static void set_suppressed_rules(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_suppressed_rule);
}

static void set_suppressed_file(struct project_reading *r, const struct yaml_value *value)
{
    suppression_now(r)->file = project_text_of(r, value);
}

static void set_suppressed_role(struct project_reading *r, const struct yaml_value *value)
{
    suppression_now(r)->role = project_text_of(r, value);
}

static void set_suppressed_element(struct project_reading *r, const struct yaml_value *value)
{
    enum element element = element_by_name(value->words);
    suppression_now(r)->element = project_text_of(r, value);
    if (element == ELEMENT_COUNT && handbook_element_by_name(value->words) == ELEMENT_COUNT)
        project_complain_of_shape(r, value, "duties, standards, tools …");
}

static void set_suppressed_words(struct project_reading *r, const struct yaml_value *value)
{
    suppression_now(r)->words = project_text_of(r, value);
}

static void set_reason(struct project_reading *r, const struct yaml_value *value)
{
    suppression_now(r)->reason = project_text_of(r, value);
}

static void read_suppression_key(struct project_reading *r, const struct yaml_value *value)
{
    static const struct key_row rows[] = {{"rules", set_suppressed_rules},
                                          {"file", set_suppressed_file},
                                          {"role", set_suppressed_role},
                                          {"element", set_suppressed_element},
                                          {"words", set_suppressed_words},
                                          {"reason", set_reason},
                                          {NULL, NULL}};
    project_read_by(r, rows, value);
}

static void add_suppression(struct project_reading *r, const struct yaml_value *item)
{
    *arena_push(r->arena, r->project->suppressions, r->project->suppression_count,
                r->project->suppression_capacity) = (struct suppression){.at = yaml_span(item)};
    project_each_pair(r, item, read_suppression_key);
    if (text_is_empty(suppression_now(r)->rules))
        project_complain_of(r, yaml_span(item), TEXT("suppressions"), "rules: W401, reason: …");
}

void project_read_suppressions(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_suppression);
}
