#include "core/cli/configuration.h"
#include "core/base/embedded.h"
#include "core/base/json.h"
#include "core/base/text_buffer.h"
#include <stdio.h>
#include <stdlib.h>

#define DEPARTMENTS_MAX 1000 /* of the order in rolebook.yaml */

static bool is_named(const struct text *names, size_t count, struct text name)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(names[i], name))
            return true;
    return false;
}

/* A JSON string is a YAML string. */
static void append_string(struct text_buffer *out, struct text t)
{
    json_t *string = json_text(t);
    char *quoted = json_dumps(string, JSON_ENCODE_ANY);
    buffer_append_string(out, quoted);
    buffer_append_byte(out, '\n');
    free(quoted);
    json_decref(string);
}

static bool is_one_line(struct text t)
{
    return !text_is_empty(t) && text_find(t, TEXT("\n"), 0) == TEXT_NOT_FOUND;
}

/* The roles' departments as they first come, each an item of a list in YAML. */
static void append_departments(struct arena *arena, struct text_buffer *out,
                               const struct handbook *handbook)
{
    struct text *names = NULL;
    size_t count = 0, capacity = 0;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct text name = text_trim(role_text(role, ELEMENT_DEPARTMENT));
        if (!is_one_line(name) || count == DEPARTMENTS_MAX || is_named(names, count, name))
            continue;
        *arena_push(arena, names, count, capacity) = name;
        buffer_append_string(out, "  - ");
        append_string(out, name);
    }
}

/* The line of the template; what the files say of the handbook takes the place of its example. */
static void append_line(struct text_buffer *out, struct text line, const struct handbook *handbook)
{
    static const struct {
        struct text key;
        enum element element;
    } said[] = {{TEXT_INIT("title: "), ELEMENT_HANDBOOK_TITLE},
                {TEXT_INIT("organisation: "), ELEMENT_HANDBOOK_ORGANISATION},
                {TEXT_INIT("edition: "), ELEMENT_HANDBOOK_EDITION},
                {TEXT_INIT("date: "), ELEMENT_HANDBOOK_DATE}};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        struct text words = text_trim(handbook_text(handbook, said[i].element));
        if (!text_starts_with(line, said[i].key) || !is_one_line(words))
            continue;
        buffer_append(out, said[i].key);
        append_string(out, words);
        return;
    }
    buffer_append(out, line);
    buffer_append_byte(out, '\n');
}

struct text configuration_of(struct command *command, const struct handbook *handbook)
{
    char name[64];
    struct text line;
    struct text_buffer out = text_buffer_new(command->arena);
    bool is_order = false;
    snprintf(name, sizeof name, "project/%s/rolebook.yaml",
             language_tag(command->options->language));
    struct text template = embedded_file(name);
    for (size_t at = 0; text_next_line(template, &at, &line);) {
        is_order = is_order && text_starts_with(line, TEXT("  - "));
        if (is_order)
            continue;
        append_line(&out, line, handbook);
        is_order = text_starts_with(line, TEXT("order:"));
        if (is_order)
            append_departments(command->arena, &out, handbook);
    }
    return buffer_text(&out);
}
