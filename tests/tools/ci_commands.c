/*
 * The commands of a CI file, as files to be run: ci_commands FILE FOLDER
 *
 * Each "run:" of a GitHub workflow is a shell of its own: FOLDER/01.sh, 02.sh ... The entries of
 * "before_script:" and "script:" of a GitLab job run in one shell: they are one file.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define DEPTH 16

struct level {
    bool is_mapping, has_key, is_script; /* is_script: a list whose entries are commands */
    char key[64];
};

struct reading {
    struct level levels[DEPTH];
    size_t depth, count;
    const char *folder;
    FILE *script; /* of a list; NULL: none yet */
};

static FILE *next_file(struct reading *reading)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%02zu.sh", reading->folder, ++reading->count);
    FILE *file = fopen(path, "w");
    if (file == NULL)
        exit(2);
    return file;
}

static void take_list_entry(struct reading *reading, const char *words)
{
    if (reading->script == NULL)
        reading->script = next_file(reading);
    fprintf(reading->script, "%s\n", words);
}

static void take_scalar(struct reading *reading, const char *words)
{
    struct level *level = &reading->levels[reading->depth];
    if (level->is_script) {
        take_list_entry(reading, words);
    } else if (level->is_mapping && !level->has_key) {
        snprintf(level->key, sizeof level->key, "%s", words);
        level->has_key = true;
    } else if (level->is_mapping) {
        level->has_key = false;
        if (strcmp(level->key, "run") != 0)
            return;
        FILE *file = next_file(reading);
        fprintf(file, "%s\n", words);
        fclose(file);
    }
}

static void open_level(struct reading *reading, bool is_mapping)
{
    struct level *outer = &reading->levels[reading->depth];
    bool is_script = outer->has_key && (strcmp(outer->key, "script") == 0 ||
                                        strcmp(outer->key, "before_script") == 0);
    outer->has_key = false;
    if (++reading->depth == DEPTH)
        exit(2);
    reading->levels[reading->depth] =
        (struct level){.is_mapping = is_mapping, .is_script = !is_mapping && is_script};
}

/* False at the end. */
static bool take_event(struct reading *reading, const yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT)
        take_scalar(reading, (const char *)event->data.scalar.value);
    else if (event->type == YAML_MAPPING_START_EVENT || event->type == YAML_SEQUENCE_START_EVENT)
        open_level(reading, event->type == YAML_MAPPING_START_EVENT);
    else if (event->type == YAML_MAPPING_END_EVENT || event->type == YAML_SEQUENCE_END_EVENT)
        reading->depth--;
    return event->type != YAML_STREAM_END_EVENT;
}

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    struct reading reading = {.folder = arguments[2]};
    FILE *file = fopen(arguments[1], "rb");
    yaml_parser_t parser;
    if (file == NULL || !yaml_parser_initialize(&parser))
        return 2;
    yaml_parser_set_input_file(&parser, file);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s:%zu: %s\n", arguments[1], parser.problem_mark.line + 1,
                    parser.problem);
            return 2;
        }
        more = take_event(&reading, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    if (reading.script != NULL)
        fclose(reading.script);
    fclose(file);
    printf("%zu\n", reading.count);
    return 0;
}
