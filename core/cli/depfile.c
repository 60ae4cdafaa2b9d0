#include "core/cli/depfile.h"
#include "core/cli/output.h"
#include "core/model/profile.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void push(struct inputs *all, const char *path)
{
    if (path != NULL && strcmp(path, "-") != 0) /* standard input is no file */
        *arena_push(all->arena, all->paths, all->count, all->capacity) = path;
}

/* The few files beside the inputs: each once. */
static void add(struct inputs *all, const char *path)
{
    if (path == NULL)
        return;
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->paths[i], path) == 0)
            return;
    push(all, path);
}

static void add_list(struct inputs *all, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(all, paths[i]);
}

static void add_profile(struct inputs *all, const char *name)
{
    if (name != NULL && profile_is_file(text_from_string(name)))
        add(all, name);
}

static void add_project(struct inputs *all, const struct options *options,
                        const struct project *project)
{
    add_list(all, project->vocabulary, project->vocabulary_count);
    add_list(all, project->phrases, project->phrases_count);
    add_profile(all, options->profile == NULL ? project->profile : NULL);
    add(all, options->baseline == NULL ? project->baseline : NULL);
}

/* The template, whether or not it could be read. */
static void add_look(struct inputs *all, const struct command *command,
                     const struct project *project)
{
    const char *template = command->options->template;
    if (template == NULL && project != NULL)
        template = project->template;
    if (command->look != NULL) {
        add_list(all, command->look->list, command->look->count);
        add(all, getenv("FONTCONFIG_FILE"));
    } else if (template != NULL && access(template, F_OK) == 0)
        add(all, template);
}

static void list_all(const struct command *command, const struct project *project,
                     const struct inputs *inputs, struct inputs *all)
{
    const struct options *options = command->options;
    push(all, project == NULL ? NULL : project->file);
    for (size_t i = 0; i < inputs->count; i++)
        push(all, inputs->paths[i]);
    if (project != NULL)
        add_project(all, options, project);
    add_list(all, options->vocabulary.items, options->vocabulary.count);
    add_profile(all, options->profile);
    add(all, options->baseline);
    add(all, options->reference);
    add_look(all, command, project);
}

void depfile_tell(const struct command *command, const struct project *project,
                  const struct inputs *inputs)
{
    if (command->dependencies != NULL)
        list_all(command, project, inputs, command->dependencies);
}

void depfile_write(struct command *command, const struct project *project,
                   const struct inputs *inputs, const char *target)
{
    const struct options *options = command->options;
    struct inputs all = {.arena = command->arena};
    if (options->depfile == NULL || target == NULL)
        return;
    list_all(command, project, inputs, &all);
    command_take(command, output_depfile(options->depfile, target, all.paths, all.count,
                                         command->arena, command->diags));
}
