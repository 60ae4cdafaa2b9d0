#include "converters/markdown/markdown.h"
#include "converters/markdown/reader.h"
#include "core/base/charset.h"
#include <string.h>

static const struct message too_large = {
    .text = {[LANG_ZH_HANT] = "檔案超過上限 {0} 位元組",
             [LANG_ZH_HANS] = "文件超过上限 {0} 字节",
             [LANG_EN] = "the file is larger than the limit of {0} bytes"}};

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
    if (text.size >= LIMIT_FILE_BYTES) { /* offsets are 32 bits, and cmark's lines int */
        struct text_buffer limit = text_buffer_new(input->arena);
        buffer_append_format(&limit, "%zu", LIMIT_FILE_BYTES);
        return report_error(input->diags, &too_large, span_of_source(input->source),
                            buffer_text(&limit), (struct text){0});
    }
    input->source->text = text;
    return STATUS_OK;
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
    status = front_matter_read(&reader, &reader.body_begin);
    reader.body = text_from(input->source->text, reader.body_begin);
    reader.lines = lines_find(input->arena, input->source->text, reader.body_begin);
    reader.has_strike = text_find(reader.body, TEXT("~~"), 0) != TEXT_NOT_FOUND;
    notes_find(&reader);
    cmark_node *root = cmark_parse_document(reader.body.data == NULL ? "" : reader.body.data,
                                            reader.body.size, CMARK_OPT_SOURCEPOS);
    blocks_read(&reader, root);
    cmark_node_free(root);
    return status;
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
    for (const char *const *extension = extensions; *extension != NULL; extension++) {
        size_t size = strlen(*extension);
        if (file_name.size > size && file_name.data[file_name.size - size - 1] == '.' &&
            text_equal_ascii_case(text_from(file_name, file_name.size - size),
                                  text_from_string(*extension)))
            return 80;
    }
    if (head.size > 0 && memchr(head.data, '\0', head.size) != NULL &&
        charset_of_mark(head, &mark) == NULL)
        return 0;
    return 10;
}

const struct converter markdown_converter = {
    .name = "markdown",
    .extensions = extensions,
    .sniff = sniff,
    .read_document = markdown_read,
    .write_document = markdown_write,
};
