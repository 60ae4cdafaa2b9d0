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

/* The roles' departments as they first come, each an item of a list in YAML. */
static void append_departments(struct arena *arena, struct text_buffer *out,
                               const struct handbook *handbook)
{
    struct text *names = NULL;
    size_t count = 0, capacity = 0;
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct text name = text_trim(role_text(role, ELEMENT_DEPARTMENT));
        bool is_one_line = text_find(name, TEXT("\n"), 0) == TEXT_NOT_FOUND;
        if (text_is_empty(name) || !is_one_line || count == DEPARTMENTS_MAX ||
            is_named(names, count, name))
            continue;
        *arena_push(arena, names, count, capacity) = name;
        buffer_append_string(out, "  - ");
        json_t *string = json_text(name); /* a JSON string is a YAML string */
        char *quoted = json_dumps(string, JSON_ENCODE_ANY);
        buffer_append_string(out, quoted);
        buffer_append_byte(out, '\n');
        free(quoted);
        json_decref(string);
    }
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
        buffer_append(&out, line);
        buffer_append_byte(&out, '\n');
        is_order = text_starts_with(line, TEXT("order:"));
        if (is_order)
            append_departments(command->arena, &out, handbook);
    }
    return buffer_text(&out);
}
