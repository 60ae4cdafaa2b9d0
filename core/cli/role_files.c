#include "core/cli/role_files.h"
#include "core/compose/compose.h"

void role_file_write(struct command *command, const struct converter *to, const struct role *role,
                     const char *path)
{
    struct arena *arena = arena_open_like(command->arena);
    struct text_buffer out = text_buffer_new(arena);
    struct document *document = compose_role(arena, role, command->vocabulary);
    document->diags = command->diags;
    enum status status = to->write_document(document, &out, command->diags);
    if (status == STATUS_OK)
        status = output_write(path, buffer_text(&out), command->diags);
    command_take(command, status);
    arena_close(arena);
}

const char **role_files_write(struct command *command, const struct converter *to,
                              const struct handbook *handbook, const char *folder)
{
    struct output_names names = {.arena = command->arena};
    const char **list = arena_new_array(command->arena, handbook->role_count + 1, const char *);
    size_t count = 0;
    if (output_make_folder(folder, command->diags) != STATUS_OK) {
        command->has_trouble = true;
        return NULL;
    }
    for (const struct role *role = handbook->roles; role != NULL; role = role->next, count++) {
        bool is_titled = !text_is_empty(role_title(role));
        struct text wish = is_titled ? role_title(role) : role_text(role, ELEMENT_ID);
        list[count] = output_name(&names, wish, count + 1, to->extensions[0]);
        role_file_write(command, to, role, path_join(command->arena, folder, list[count]));
    }
    return list;
}
