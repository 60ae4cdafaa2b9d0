#include "converters/markdown/markdown.h"
#include "converters/markdown/reader.h"
#include "core/base/charset.h"
#include <string.h>

static struct text without_nul(struct arena *arena, struct text text)
{
    if (text.size == 0 || memchr(text.data, '\0', text.size) == NULL)
        return text;
    struct text_buffer out = text_buffer_new(arena);
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '\0')
            buffer_append(&out, TEXT("\xEF\xBF\xBD"));
        else
            buffer_append_byte(&out, text.data[i]);
    return buffer_text(&out);
}

static enum status decode(struct input *input)
{
    struct text text = {0};
    input->source->kind = SOURCE_TEXT;
    enum status status =
        charset_decode(input->arena, input->source, input->bytes, &text, input->diags);
    if (status != STATUS_OK)
        return status;
    text = without_nul(input->arena, text);
    status = charset_check_size(input->source, text, input->diags); /* cmark's lines are int */
    if (status == STATUS_OK)
        input->source->text = text;
    return status;
}

enum status markdown_read(struct input *input, struct document **document)
{
    *document = NULL;
    enum status status = decode(input);
    if (status != STATUS_OK)
        return status;
    struct markdown_reader reader = {.arena = input->arena,
                                     .document = document_new(input->arena, input->source),
                                     .source = input->source,
                                     .diags = input->diags};
    reader.document->diags = input->diags;
    *document = reader.document;
    reader.status = front_matter_read(&reader, &reader.body_begin);
    reader.body = text_from(input->source->text, reader.body_begin);
    reader.lines = lines_find(input->arena, input->source->text, reader.body_begin);
    reader.has_strike = text_find(reader.body, TEXT("~~"), 0) != TEXT_NOT_FOUND;
    reader.has_comments = text_find(reader.body, TEXT("<!--"), 0) != TEXT_NOT_FOUND;
    notes_find(&reader);
    cmark_node *root = cmark_parse_document(reader.body.data == NULL ? "" : reader.body.data,
                                            reader.body.size, CMARK_OPT_SOURCEPOS);
    blocks_read(&reader, root);
    cmark_node_free(root);
    return reader.status;
}

static const char *const extensions[] = {"md", "markdown", "txt", NULL};

/* Any text is Markdown; a name settles it, bytes of other formats rule it out. */
static int sniff(struct text head, struct text file_name)
{
    size_t mark;
    bool is_zip = text_starts_with(head, TEXT("PK\x03\x04"));
    bool is_word = text_starts_with(head, TEXT("\xD0\xCF\x11\xE0"));
    if (is_zip || is_word || text_starts_with(head, TEXT("%PDF-")))
        return 0;
    if (has_extension(file_name, extensions))
        return 80;
    if (head.size > 0 && memchr(head.data, '\0', head.size) != NULL &&
        charset_of_mark(head, &mark) == NULL)
        return 0;
    return 10;
}

static const struct editing editing = {.marks = "\\`*_[]<>&|~\r\n",
                                       .find_item = markdown_find_item};

const struct converter markdown_converter = {
    .name = "markdown",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = markdown_read,
    .write_document = markdown_write,
    .write_document_folder = markdown_write_folder,
    .editing = &editing,
};
