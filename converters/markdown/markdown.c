#include "converters/markdown/markdown.h"
#include "converters/markdown/reader.h"
#include "core/base/charset.h"
#include <string.h>

#define CODE_INDENT 4 /* columns (CommonMark 4.4) */

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

/*
 * Below front matter, as programs for sites have it: each line at the margin is a tag, or an order
 * to the program ({% include %}), and one in front of another is indented as code would be.
 */
static bool is_all_tags(struct text body)
{
    bool is_below_blank = false, has_indented = false;
    struct text line;
    for (size_t offset = 0; text_next_line(body, &offset, &line);) {
        struct text words = text_trim(line);
        size_t indent = text_indent(line);
        if (text_is_empty(words)) {
            is_below_blank = true;
            continue;
        }
        if (indent == 0 && words.data[0] != '<' && !text_starts_with(words, TEXT("{%")))
            return false;
        has_indented |= is_below_blank && indent >= CODE_INDENT && words.data[0] == '<';
        is_below_blank = false;
    }
    return has_indented;
}

/*
 * A page of HTML: a blank line ends a block of HTML in Markdown, and lines indented behind it are
 * code there; on a page they are neither. The name says so, what each page begins with, or that
 * there is nothing but tags.
 */
static bool is_page(const struct input *input, struct text body)
{
    static const char *const pages[] = {"html", "htm", "xhtml", NULL};
    static const struct text begins[] = {TEXT_INIT("<!doctype html"), TEXT_INIT("<html")};
    struct text words = text_trim(body);
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (text_equal_ascii_case(text_slice(words, 0, begins[i].size), begins[i]))
            return true;
    return text_starts_with(words, TEXT("<")) &&
           (has_extension(text_from_string(input->source->path), pages) || is_all_tags(body));
}

static void read_blocks(struct markdown_reader *reader)
{
    reader->lines = lines_find(reader->arena, reader->source->text, reader->body_begin);
    markdown_fences_open(reader);
    markdown_tabs_open(reader);
    reader->has_strike = text_find(reader->body, TEXT("~~"), 0) != TEXT_NOT_FOUND;
    reader->has_comments = text_find(reader->body, TEXT("<!--"), 0) != TEXT_NOT_FOUND;
    notes_find(reader);
    cmark_node *root = cmark_parse_document(reader->body.data == NULL ? "" : reader->body.data,
                                            reader->body.size, CMARK_OPT_SOURCEPOS);
    blocks_read(reader, root);
    cmark_node_free(root);
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
    reader.is_page = is_page(input, reader.body);
    if (reader.is_page)
        html_read(&reader, reader.body_begin, (uint32_t)input->source->text.size,
                  (struct place){.block = NULL}, 0, 0);
    else
        read_blocks(&reader);
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
