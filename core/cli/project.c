/* A project's files, and what its configuration means for reading, checking and the book. */
#include "core/cli/project.h"
#include "converters/converter.h"
#include "core/model/role_names.h"
#include <string.h>

static const struct message no_such_role = {
    {"沒有崗位「{0}」，這些等級用不上", "没有岗位「{0}」，这些等级用不上",
     "there is no role \"{0}\", so its levels are of no use"}};
static const struct message no_such_role_but = {
    {"沒有崗位「{0}」，這些等級用不上：要寫的是「{1}」嗎？",
     "没有岗位「{0}」，这些等级用不上：要写的是「{1}」吗？",
     "there is no role \"{0}\", so its levels are of no use: did you mean \"{1}\"?"}};
static const struct message no_such_rule = {
    {"沒有規則「{0}」：rolebook explain --all 列出全部",
     "没有规则「{0}」：rolebook explain --all 列出全部",
     "there is no rule \"{0}\": rolebook explain --all lists them"}};

/* handbook.json, handbook-html/ …: what build writes where nobody names an output. */
static bool is_built(const struct project *project, const char *path)
{
    size_t folder = strlen(project->folder);
    struct text name = text_from_string(path + folder + (path[folder] == '/')), rest;
    size_t slash = text_find(name, TEXT("/"), 0);
    bool is_in_folder = slash != TEXT_NOT_FOUND;
    name = is_in_folder ? text_slice(name, 0, slash) : name;
    if (!text_starts_with(name, is_in_folder ? TEXT("handbook-") : TEXT("handbook.")))
        return false;
    rest = text_from(name, sizeof "handbook-" - 1);
    for (const struct converter *const *row = converter_registry; *row != NULL; row++) {
        bool is_of_one = (*row)->write_model != NULL || (*row)->writes_books;
        if (is_in_folder ? (*row)->write_document_folder != NULL && text_is(rest, (*row)->name)
                         : is_of_one && text_is(rest, (*row)->extensions[0]))
            return true;
    }
    return false;
}

enum status project_inputs(const struct project *project, struct inputs *inputs,
                           struct diagnostics *diags)
{
    struct inputs all = {.arena = inputs->arena};
    const char *roles = path_join(inputs->arena, project->folder, "roles");
    enum status status = STATUS_OK;
    if (project->file != NULL && is_folder(roles)) {
        status = inputs_add_files(&all, project->folder, diags);
        if (inputs_add(&all, roles, diags) != STATUS_OK)
            status = STATUS_INPUT;
    } else
        status = inputs_add(&all, project->folder, diags);
    for (size_t i = 0; i < project->preface_count; i++)
        if (inputs_add(inputs, project->preface[i], diags) != STATUS_OK)
            status = STATUS_INPUT;
    for (size_t i = 0; i < all.count; i++) {
        bool is_named = project->file != NULL && is_built(project, all.paths[i]);
        for (size_t k = 0; k < project->preface_count; k++)
            is_named |= strcmp(all.paths[i], project->preface[k]) == 0;
        if (!is_named)
            *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) =
                all.paths[i];
    }
    return status;
}

enum status project_configure(const struct project *project, struct check_config *config,
                              struct diagnostics *diags)
{
    enum status status = STATUS_OK;
    config->locale = project->locale;
    for (size_t i = 0; i < project->rule_count; i++) {
        const struct rule_level *rule = &project->rules[i];
        bool is_of_all = text_is_empty(rule->role);
        if (is_of_all ? check_config_set_level(config, rule->selector, rule->level)
                      : check_config_has(rule->selector)) /* see project_set_role_levels */
            continue;
        report_error(diags, &no_such_rule, rule->at, rule->selector, TEXT(""));
        status = STATUS_USAGE;
    }
    config->suppressions = project->suppressions;
    config->suppression_count = project->suppression_count;
    for (size_t i = 0; i < project->phrases_count; i++)
        if (!phrases_add_file(config->phrases, project->phrases[i], diags))
            status = STATUS_USAGE;
    return status;
}

void project_set_role_levels(const struct project *project, struct check_config *config,
                             const struct handbook *handbook, struct diagnostics *diags)
{
    struct arena *scratch = arena_open_like(diags->arena);
    const struct role_names *names = role_names_new(scratch, handbook);
    for (size_t i = 0; i < project->rule_count; i++) {
        const struct rule_level *row = &project->rules[i];
        if (text_is_empty(row->role))
            continue;
        const struct role *role = role_names_find(names, scratch, row->role);
        if (role != NULL) {
            check_config_set_role_level(config, role_title(role), NULL, row->selector, row->level);
            continue;
        }
        struct text nearest = role_names_nearest(names, scratch, row->role);
        if (config->is_whole)
            report_warning(diags, text_is_empty(nearest) ? &no_such_role : &no_such_role_but,
                           row->at, row->role, text_copy(diags->arena, nearest));
    }
    arena_close(scratch);
}

void project_give(const struct project *project, struct handbook *handbook)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        if (handbook_records(project->handbook, e)->count > 0)
            *handbook_own(handbook, e) = *handbook_records(project->handbook, e);
    if (!text_is_empty(project->language))
        handbook->language = project->language;
    else if (handbook->roles != NULL)
        handbook->language = handbook->roles->language;
}
