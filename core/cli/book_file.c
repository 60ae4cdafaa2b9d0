#include "core/cli/book_file.h"
#include "converters/pdf/image.h"
#include "core/cli/output.h"
#include "core/cli/output_pages.h"
#include "core/compose/compose.h"
#include <string.h>

static bool is_stdout(const char *path) { return path == NULL || strcmp(path, "-") == 0; }

bool book_file_is_folder(const struct command *command, const struct converter *to)
{
    const struct options *options = command->options;
    if (to->write_document_folder == NULL)
        return false;
    bool is_named = !is_stdout(options->output) &&
                    (is_folder(options->output) ||
                     text_ends_with(text_from_string(options->output), TEXT("/")));
    return options->is_folder || is_named || !to->writes_books;
}

static enum status write_pages(struct command *command, const struct converter *to,
                               const struct document *book, const char *path)
{
    struct output_files files = {.arena = command->arena};
    enum status status = to->write_document_folder(book, &files, command->diags);
    return status != STATUS_OK
               ? status
               : output_pages_write(path, &files, command->options->overwriting, command->diags);
}

static enum status write_whole(struct command *command, const struct converter *to,
                               const struct document *book, const char *path)
{
    if (!is_stdout(path) && to->write_document_file != NULL)
        return to->write_document_file(book, path, command->diags);
    struct text_buffer out = text_buffer_new(command->arena);
    enum status status = to->write_document(book, &out, command->diags);
    return status != STATUS_OK ? status : output_write(path, buffer_text(&out), command->diags);
}

/* No page is made with a logo that readers would not see, in any format. */
static bool has_fine_logo(const struct stylesheet *sheet, struct diagnostics *diags)
{
    const struct logo *logo = &sheet->logo;
    return text_is_empty(logo->name) ||
           image_check_logo(logo->bytes, logo->name, logo->at, diags) == STATUS_OK;
}

void book_file_write(struct command *command, const struct converter *to,
                     const struct handbook *handbook, const char *template,
                     const struct template_wishes *wishes, const char *path)
{
    struct template *loaded = template_load(command->arena, template, command->diags);
    bool is_dressed = loaded != NULL &&
                      (wishes == NULL ||
                       template_dress(command->arena, loaded, wishes, command->diags) == STATUS_OK);
    if (!is_dressed) {
        command->has_trouble = true;
        return;
    }
    command->look = template_paths(loaded);
    struct document *book = (to->fills_late ? compose_handbook_late : compose_handbook)(
        command->arena, handbook, loaded, command->vocabulary);
    if (!has_fine_logo(book->stylesheet, command->diags)) {
        command->has_trouble = true;
        return;
    }
    book->claims = command->options->claims;
    command_take(command, !is_stdout(path) && book_file_is_folder(command, to)
                              ? write_pages(command, to, book, path)
                              : write_whole(command, to, book, path));
}
