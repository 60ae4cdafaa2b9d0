/* HTML in Markdown: tables above all, but whatever a browser would show is read. */
#include "converters/markdown/html.h"
#include "core/base/script.h"
#include <ctype.h>
#include <string.h>

static struct text node_name(const xmlNode *node)
{
    return text_from_string((const char *)node->name);
}

bool html_is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && text_is(node_name(node), name);
}

void html_seek_tag(struct html *in, const xmlNode *node)
{
    size_t window = (size_t)in->cursor + FIND_WINDOW;
    struct text name = node_name(node);
    struct text source =
        text_slice(in->reader->source->text, 0, window < in->end ? window : in->end);
    for (size_t at = text_find(source, TEXT("<"), in->cursor); at != TEXT_NOT_FOUND;
         at = text_find(source, TEXT("<"), at + 1))
        if (text_equal_ascii_case(text_slice(source, at + 1, at + 1 + name.size), name) &&
            (at + 1 + name.size >= source.size ||
             !isalnum((unsigned char)source.data[at + 1 + name.size]))) {
            in->cursor = (uint32_t)at;
            return;
        }
}

struct text html_attribute(const struct html *in, xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    struct text text = text_copy(in->reader->arena, text_from_string((const char *)value));
    xmlFree(value);
    return text;
}

uint32_t html_attribute_number(const struct html *in, xmlNode *node, const char *name,
                               uint32_t limit)
{
    struct text value = text_trim(html_attribute(in, node, name));
    uint32_t number = 0;
    for (size_t i = 0; i < value.size && value.data[i] >= '0' && value.data[i] <= '9'; i++) {
        number = number * 10 + (uint32_t)(value.data[i] - '0');
        if (number >= limit)
            return limit;
    }
    return number;
}

struct block *html_append_block(struct html *in, enum block_kind kind)
{
    in->paragraph = NULL;
    in->space = false;
    return place_append(in->reader, in->place, kind,
                        reader_span(in->reader, in->cursor, in->cursor));
}

static struct block *open_paragraph(struct html *in)
{
    if (in->paragraph == NULL)
        in->paragraph = html_append_block(in, BLOCK_PARAGRAPH);
    return in->paragraph;
}

static struct run *append_words(struct html *in, struct text words, struct span span)
{
    struct block *block = open_paragraph(in);
    if (block->runs == NULL)
        block->span.begin = span.begin;
    block->span.end = span.end;
    struct run *run = run_append(in->reader->document, block, RUN_TEXT, words, span);
    run->style = in->style;
    run->link = in->link;
    return run;
}

/* The blank that an earlier text ended with, in that text's style. */
static void append_carried_space(struct html *in)
{
    struct run *run = append_words(in, TEXT(" "), reader_span(in->reader, in->cursor, in->cursor));
    run->style = in->space_style;
    run->link = in->space_link;
}

static bool is_html_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Where the word stands behind the cursor; entities and comments may keep it from being found. */
static struct span find_word(struct html *in, struct text word)
{
    size_t window = (size_t)in->cursor + FIND_WINDOW;
    struct text source =
        text_slice(in->reader->source->text, 0, window < in->end ? window : in->end);
    size_t at = text_find(source, word, in->cursor);
    if (at == TEXT_NOT_FOUND)
        return reader_span(in->reader, in->cursor, in->cursor);
    in->cursor = (uint32_t)(at + word.size);
    return reader_span(in->reader, (uint32_t)at, in->cursor);
}

/* White space collapses: a blank, or nothing where Han meets Han over a line end. */
static void read_text(struct html *in, struct text text)
{
    struct text_buffer words = text_buffer_new(in->reader->arena);
    struct span span = {0};
    bool line_end = false, carried = in->space;
    uint32_t before = 0;
    for (size_t at = 0; at < text.size;) {
        if (is_html_space(text.data[at])) {
            line_end |= text.data[at] == '\n';
            in->space = true;
            at++;
            continue;
        }
        size_t begin = at, first = at;
        uint32_t after = text_next(text, &first);
        while (at < text.size && !is_html_space(text.data[at]))
            at++;
        struct text word = text_slice(text, begin, at);
        struct span here = find_word(in, word);
        bool starts = words.size == 0 && (in->paragraph == NULL || in->paragraph->runs == NULL);
        bool joins = line_end && before != 0 && !blank_shows_between(before, after);
        if (words.size == 0 && carried && !starts)
            append_carried_space(in);
        else if (in->space && !starts && !joins)
            buffer_append_byte(&words, ' ');
        buffer_append(&words, word);
        span = span.source == NULL ? here : span_join(span, here);
        in->space = line_end = false;
        size_t end = at;
        before = text_previous(text, &end);
    }
    struct text there = reader_source(in->reader, span.begin, span.end);
    bool space = in->space; /* opening a paragraph forgets what stood before it */
    if (words.size > 0)
        append_words(in, text_equal(there, buffer_text(&words)) ? there : buffer_text(&words),
                     span);
    in->space = space;
    if (in->space && !(carried && words.size == 0)) {
        in->space_style = in->style;
        in->space_link = in->link;
    }
}

static void read_line_break(struct html *in)
{
    in->space = false;
    run_append(in->reader->document, open_paragraph(in), RUN_BREAK, (struct text){0},
               reader_span(in->reader, in->cursor, in->cursor));
}

static void read_image(struct html *in, xmlNode *node)
{
    html_seek_tag(in, node);
    if (in->space && in->paragraph != NULL && in->paragraph->runs != NULL)
        append_carried_space(in);
    in->space = false;
    struct run *run = run_append(in->reader->document, open_paragraph(in), RUN_IMAGE,
                                 html_attribute(in, node, "alt"),
                                 reader_span(in->reader, in->cursor, in->cursor + 4));
    run->style = in->style;
    run->link = html_attribute(in, node, "src");
    if (text_is_blank(run->text))
        report_mute_image(in->reader, run->link, run->span);
}

void html_read_remark(struct html *in, const xmlNode *node)
{
    struct text inner = text_from_string((const char *)node->content);
    struct text source = text_slice(in->reader->source->text, 0, in->end);
    size_t at = text_find(source, TEXT("<!--"), in->cursor);
    if (at == TEXT_NOT_FOUND)
        return;
    in->cursor = (uint32_t)(at + 4 + inner.size + 3);
    if (in->cursor > in->end)
        in->cursor = in->end;
    reader_remark(in->reader, text_copy(in->reader->arena, text_trim(inner)),
                  reader_span(in->reader, (uint32_t)at, in->cursor));
}

static void read_within(struct html *in, xmlNode *node, struct block *block)
{
    struct place around = in->place;
    in->place = (struct place){.block = block};
    in->depth++;
    html_walk(in, node->children);
    in->depth--;
    in->place = around;
    in->paragraph = NULL;
    block->span.end = in->cursor;
}

/* Something to see or read is in it: slides of a page may be nothing but pictures of its style. */
static bool has_content(const xmlNode *node)
{
    for (; node != NULL; node = node->next)
        if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
                ? !text_is_blank(text_from_string((const char *)node->content))
                : node->type == XML_COMMENT_NODE || html_is_named(node, "img") ||
                      has_content(node->children))
            return true;
    return false;
}

/* A caption in bold between the items: browsers show it without a bullet, and so no item is made. */
static bool is_caption_of_items(const xmlNode *child)
{
    bool is_bold = html_is_named(child, "b") || html_is_named(child, "strong");
    return is_bold && has_content(child->children);
}

/* The node and what is in it, without those behind it. */
static void walk_one(struct html *in, xmlNode *child)
{
    xmlNode *next = child->next;
    child->next = NULL;
    in->depth++;
    html_walk(in, child);
    in->depth--;
    child->next = next;
}

static struct block *open_list(struct html *in, const xmlNode *node)
{
    struct block *list = html_append_block(in, BLOCK_LIST);
    list->ordered = html_is_named(node, "ol");
    list->level = in->lists;
    return list;
}

static void read_item(struct html *in, xmlNode *child, struct text label)
{
    bool is_item = html_is_named(child, "li");
    if (is_item)
        html_seek_tag(in, child);
    struct block *item = html_append_block(in, BLOCK_ITEM);
    item->label = label;
    in->lists++;
    if (is_item)
        read_within(in, child, item);
    else { /* words that stand between items, by a mistake browsers forgive */
        in->place = (struct place){.block = item};
        walk_one(in, child);
    }
    in->lists--;
}

static void read_list(struct html *in, xmlNode *node)
{
    if (!has_content(node->children))
        return;
    html_seek_tag(in, node);
    struct block *list = NULL;
    struct place around = in->place;
    in->depth++;
    int64_t number = html_attribute_number(in, node, "start", 999999999);
    number = number == 0 ? 1 : number;
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE &&
            text_is_blank(text_from_string((const char *)child->content)))
            continue;
        in->place = around;
        if (is_caption_of_items(child)) {
            list = NULL;
            in->paragraph = NULL;
            walk_one(in, child);
            in->paragraph = NULL;
            continue;
        }
        list = list == NULL ? open_list(in, node) : list;
        in->place = (struct place){.block = list};
        struct text_buffer label = text_buffer_new(in->reader->arena);
        if (list->ordered)
            buffer_append_format(&label, "%lld.", (long long)number++);
        else
            buffer_append(&label, TEXT("•"));
        read_item(in, child, buffer_text(&label));
        list->span.end = in->cursor;
    }
    in->depth--;
    in->place = around;
    in->paragraph = NULL;
}

static void read_runs_block(struct html *in, xmlNode *node, enum block_kind kind, unsigned level)
{
    html_seek_tag(in, node);
    struct block *block = html_append_block(in, kind);
    block->level = level;
    in->paragraph = block;
    html_walk(in, node->children);
    block->span.end = in->cursor;
    in->paragraph = NULL;
}

/* Its lines, whatever ends each, as in the code that fences hold; the last one's end shows nothing. */
static struct text lines_of_code(struct arena *arena, struct text code)
{
    struct text_buffer out = text_buffer_new(arena);
    struct text line;
    for (size_t at = 0, begin = 0; text_next_line(code, &at, &line); begin = at) {
        if (begin > 0)
            buffer_append_byte(&out, '\n');
        buffer_append(&out, line);
    }
    return buffer_text(&out);
}

static void read_pre(struct html *in, xmlNode *node)
{
    html_seek_tag(in, node);
    struct block *block = html_append_block(in, BLOCK_CODE);
    xmlChar *content = xmlNodeGetContent(node);
    block->code = lines_of_code(in->reader->arena, text_from_string((const char *)content));
    xmlFree(content);
}

static void read_inline(struct html *in, xmlNode *node)
{
    unsigned style = in->style;
    struct text link = in->link;
    in->style |= html_style(node_name(node));
    if (html_is_named(node, "a") && xmlHasProp(node, (const xmlChar *)"href") != NULL)
        in->link = html_attribute(in, node, "href");
    html_walk(in, node->children);
    in->style = style;
    in->link = link;
}

static void read_block(struct html *in, xmlNode *node);

/* A section of its own, as running heads and feet are. */
static void read_furniture(struct html *in, xmlNode *node)
{
    struct block *section = html_append_block(in, BLOCK_SECTION);
    struct place around = in->place;
    section->style = TEXT("site");
    in->place = (struct place){.block = section};
    in->in_furniture = true;
    in->depth++;
    read_block(in, node);
    in->depth--;
    in->in_furniture = false;
    in->place = around;
    in->paragraph = NULL;
    section->span.end = in->cursor;
}

static void read_block(struct html *in, xmlNode *node)
{
    struct text name = node_name(node);
    if (html_is_furniture(in, node)) {
        read_furniture(in, node);
        return;
    }
    if (text_is(name, "table"))
        html_read_table(in, node);
    else if (text_is(name, "ul") || text_is(name, "ol"))
        read_list(in, node);
    else if (name.size == 2 && name.data[0] == 'h' && name.data[1] >= '1' && name.data[1] <= '6')
        read_runs_block(in, node, BLOCK_HEADING, (unsigned)(name.data[1] - '0'));
    else if (text_is(name, "blockquote"))
        read_within(in, node, html_append_block(in, BLOCK_QUOTE));
    else if (text_is(name, "pre"))
        read_pre(in, node);
    else if (text_is(name, "hr"))
        html_append_block(in, BLOCK_RULE);
    else { /* div and the like: only that what follows begins anew */
        unsigned style = in->style;
        in->paragraph = NULL;
        if (in->reader->is_page && text_is(name, "dt"))
            in->style |= STYLE_STRONG; /* the term over what it means */
        html_walk(in, node->children);
        in->style = style;
        in->paragraph = NULL;
    }
}

static bool has_room(const struct html *in, const xmlNode *node)
{
    if (html_is_named(node, "ul") || html_is_named(node, "ol"))
        return in->depth < CONTAINER_DEPTH - 1;
    if (html_is_named(node, "blockquote"))
        return in->depth < CONTAINER_DEPTH;
    return in->depth + 4 < LIMIT_DEPTH;
}

static void read_element(struct html *in, xmlNode *node)
{
    if (html_is_named(node, "br"))
        read_line_break(in);
    else if (html_is_named(node, "img"))
        read_image(in, node);
    else if (html_kind_of(node_name(node)) == HTML_HIDDEN)
        return;
    else if (html_kind_of(node_name(node)) != HTML_BLOCK)
        read_inline(in, node);
    else if (has_room(in, node))
        read_block(in, node);
    else {
        report_too_deep(in->reader, reader_span(in->reader, in->cursor, in->cursor));
        html_walk(in, node->children);
    }
}

void html_walk(struct html *in, xmlNode *node)
{
    for (; node != NULL; node = node->next) {
        if (node->type == XML_ELEMENT_NODE)
            read_element(in, node);
        else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            read_text(in, text_from_string((const char *)node->content));
        else if (node->type == XML_COMMENT_NODE)
            html_read_remark(in, node);
    }
}

/* Blanks in the place of the marks of quotes around the lines: offsets stay as they are. */
static struct text without_quote_marks(struct arena *arena, struct text source, unsigned quotes)
{
    if (quotes == 0 || text_find(source, TEXT("\n"), 0) == TEXT_NOT_FOUND)
        return source;
    char *copy = arena_alloc(arena, source.size);
    memcpy(copy, source.data, source.size);
    bool begins = false;
    for (size_t at = 0, marks = 0; at < source.size; at++) {
        if (begins && copy[at] == '>' && marks < quotes) {
            copy[at] = ' ';
            marks++;
        } else if (copy[at] == '\n' || copy[at] == '\r') {
            begins = true;
            marks = 0;
        } else
            begins &= copy[at] == ' ' || copy[at] == '\t';
    }
    return (struct text){copy, source.size};
}

void html_read(struct markdown_reader *reader, uint32_t begin, uint32_t end, struct place place,
               unsigned depth, unsigned quotes)
{
    struct text source =
        without_quote_marks(reader->arena, reader_source(reader, begin, end), quotes);
    htmlDocPtr page = html_parse(source);
    if (page == NULL)
        return;
    struct html in = {
        .reader = reader, .place = place, .cursor = begin, .end = end, .depth = depth};
    in.words_size = reader->is_page ? html_words_size(page->children) : 0;
    html_walk(&in, page->children);
    xmlFreeDoc(page);
}
