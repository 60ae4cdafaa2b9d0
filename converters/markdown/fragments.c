/* Words of one line as inlines of their own: a table's cell, a footnote, a line in HTML. */
#include "converters/markdown/reader.h"
#include "core/base/script.h"
#include <string.h>

/* Bytes that make cmark do anything; a fragment without them is its own text. */
#define SPECIAL "\\`*_[]<>&!~^\""

static bool is_plain(struct text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (memchr(SPECIAL, text.data[i], sizeof SPECIAL - 1) != NULL)
            return false;
    return true;
}

static void read_plain(struct markdown_reader *reader, const struct fragment *fragment)
{
    if (fragment->text.size > 0)
        run_append_text(reader->document, fragment->block, fragment->text, 0,
                        reader_span(reader, fragment->begin, fragment->end));
}

/*
 * cmark has no call for inlines alone: each fragment becomes a heading, the one block that begins
 * and ends on its line whatever it holds. The closing mark saves a "#" at the fragment's end.
 */
void fragments_read(struct markdown_reader *reader, struct fragment *fragments, size_t count)
{
    struct text_buffer page = text_buffer_new(reader->arena);
    for (size_t i = 0; i < count; i++) {
        if (is_plain(fragments[i].text)) {
            read_plain(reader, &fragments[i]);
            fragments[i].block = NULL;
            continue;
        }
        buffer_append(&page, TEXT("# "));
        buffer_append(&page, fragments[i].text);
        buffer_append(&page, TEXT(" #\n"));
    }
    if (page.size == 0)
        return;
    cmark_node *root = cmark_parse_document(page.data, page.size, CMARK_OPT_SOURCEPOS);
    cmark_node *heading = cmark_node_first_child(root);
    for (size_t i = 0; i < count && heading != NULL; i++) {
        if (fragments[i].block == NULL)
            continue;
        inlines_read_fragment(reader, heading, &fragments[i]);
        heading = cmark_node_next(heading);
    }
    cmark_node_free(root);
}

static void read_line(struct markdown_reader *reader, uint32_t begin, uint32_t end,
                      struct block *block)
{
    struct fragment fragment = {
        .text = reader_source(reader, begin, end), .begin = begin, .end = end, .block = block};
    fragments_read(reader, &fragment, 1);
}

static struct text trim_line(struct text t)
{
    while (t.size > 0 && (t.data[0] == ' ' || t.data[0] == '\t'))
        t = text_from(t, 1);
    while (t.size > 0 && (t.data[t.size - 1] == ' ' || t.data[t.size - 1] == '\t'))
        t.size--;
    return t;
}

void lines_read(struct markdown_reader *reader, uint32_t begin, uint32_t end, unsigned quotes,
                struct block *block)
{
    struct text text = reader_source(reader, 0, end), line;
    size_t offset = begin, start = begin;
    for (; text_next_line(text, &offset, &line); start = offset) {
        struct text words = trim_line(line);
        for (unsigned left = start == begin ? 0 : quotes; left > 0 && words.size > 0; left--)
            if (words.data[0] == '>')
                words = trim_line(text_from(words, 1));
        uint32_t at = (uint32_t)(words.data - text.data);
        if (start > begin && block->last_run != NULL && words.size > 0) {
            size_t first = 0;
            uint32_t before = last_code_point(block), after = text_next(words, &first);
            bool blank = blank_shows_between(before, after);
            struct run *run =
                run_append(reader->document, block, RUN_TEXT, blank ? TEXT(" ") : TEXT(""),
                           reader_span(reader, block->last_run->span.end, at));
            run->style = STYLE_LINE_END;
        }
        read_line(reader, at, at + (uint32_t)words.size, block);
    }
}
