/* cmark's block tree becomes the document's. */
#include "converters/markdown/reader.h"
#include <assert.h>

#define PARTED_LINES_MIN 3 /* in front of the dashes */

static const struct message mute_image = {
    {"圖片 {0} 沒有替代文字，其內容無從讀取：請寫成 ![文字]({0})",
     "图片 {0} 没有替代文字，其内容无从读取：请写成 ![文字]({0})",
     "the picture {0} has no text alternative and cannot be read: write ![words]({0})"}};
static const struct message nested_too_deep = {
    .text = {[LANG_ZH_HANT] = "巢狀過深：從這裡起，更深的層次併入上一層",
             [LANG_ZH_HANS] = "嵌套过深：从这里起，更深的层次并入上一层",
             [LANG_EN] =
                 "nested too deep: from here on, deeper levels are joined to the one above"}};

struct span reader_span(const struct markdown_reader *reader, uint32_t begin, uint32_t end)
{
    return (struct span){
        .source = reader->source, .begin = begin, .end = end < begin ? begin : end};
}

struct text reader_source(const struct markdown_reader *reader, uint32_t begin, uint32_t end)
{
    return text_slice(reader->source->text, begin, end);
}

struct block *place_append(const struct markdown_reader *reader, struct place place,
                           enum block_kind kind, struct span span)
{
    if (place.cell != NULL)
        return block_append_to_cell(reader->document, place.cell, kind, span);
    return block_append(reader->document, place.block, kind, span);
}

void reader_remark(const struct markdown_reader *reader, struct text text, struct span span)
{
    if (text.size > 0) /* an empty one only keeps two lists apart */
        remark_append(reader->document, text, span);
}

void report_mute_image(const struct markdown_reader *reader, struct text name, struct span span)
{
    diagnostics_add(reader->diags, (struct diagnostic){.level = LEVEL_WARNING,
                                                       .code = "S401",
                                                       .name = "unread-content",
                                                       .message = &mute_image,
                                                       .args = {name},
                                                       .at = span,
                                                       .excerpt = name});
}

void report_too_deep(struct markdown_reader *reader, struct span span)
{
    if (!reader->too_deep)
        report_warning(reader->diags, &nested_too_deep, span, (struct text){0}, (struct text){0});
    reader->too_deep = true;
}

/* ---- the walk ---- */

struct blocks {
    struct markdown_reader *reader;
    struct block *parent; /* NULL: the document */
    unsigned depth;       /* containers made */
    unsigned flattened;   /* containers open that were not made */
    unsigned quotes;
    unsigned lists;
    uint32_t done; /* source before this was read already (an HTML table over several blocks) */
};

static uint32_t node_begin(const struct markdown_reader *reader, cmark_node *node)
{
    return line_offset(reader, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

static uint32_t node_end(const struct markdown_reader *reader, cmark_node *node)
{
    int line = cmark_node_get_end_line(node), start = cmark_node_get_start_line(node);
    if (line < start)
        line = start;
    if (line < 1 || (size_t)line > reader->lines.count)
        return reader->lines.begin[reader->lines.count];
    return line_end(reader, (size_t)line - 1);
}

/* cmark ends an HTML block one line early where the block's own mark ends it. */
static uint32_t html_block_end(const struct markdown_reader *reader, cmark_node *node)
{
    struct text literal = text_from_string(cmark_node_get_literal(node)), ignored;
    size_t line = (size_t)cmark_node_get_start_line(node), offset = 0;
    while (text_next_line(literal, &offset, &ignored))
        line++;
    return line < 2 || line - 2 >= reader->lines.count ? node_end(reader, node)
                                                       : line_end(reader, line - 2);
}

static struct span node_span(const struct markdown_reader *reader, cmark_node *node)
{
    return reader_span(reader, node_begin(reader, node), node_end(reader, node));
}

static struct place place_now(const struct blocks *in)
{
    return (struct place){.block = in->parent};
}

/*
 * The number as typed, "3."; but where the second item repeats the first one's number, as Markdown
 * allows, the numbers a page shows.
 */
static int64_t item_number(cmark_node *list, cmark_node *item, int64_t typed,
                           const struct markdown_reader *reader)
{
    cmark_node *first = cmark_node_first_child(list), *second = cmark_node_next(first);
    if (second == NULL || item == first)
        return typed;
    struct text a = text_from(reader->source->text, node_begin(reader, first));
    struct text b = text_from(reader->source->text, node_begin(reader, second));
    size_t digits = 0;
    while (digits < a.size && a.data[digits] >= '0' && a.data[digits] <= '9')
        digits++;
    if (!text_starts_with(b, text_slice(a, 0, digits + 1)))
        return typed;
    return -1;
}

static struct text ordered_label(const struct blocks *in, cmark_node *item, int64_t position)
{
    struct markdown_reader *reader = in->reader;
    cmark_node *list = cmark_node_parent(item);
    struct text source = text_from(reader->source->text, node_begin(reader, item));
    size_t digits = 0;
    while (digits < source.size && source.data[digits] >= '0' && source.data[digits] <= '9')
        digits++;
    if (item_number(list, item, 0, reader) == 0)
        return text_slice(source, 0, digits + 1);
    struct text_buffer label = text_buffer_new(reader->arena);
    buffer_append_int(&label, cmark_node_get_list_start(list) + position);
    buffer_append(&label, text_slice(source, digits, digits + 1));
    return buffer_text(&label);
}

static void enter_item(struct blocks *in, struct block *block, cmark_node *item)
{
    assert(in->parent != NULL);
    if (!in->parent->ordered) {
        block->label = TEXT("•");
        return;
    }
    /* parent->level counts lists; the position is kept in the list's indent while it is read */
    block->label = ordered_label(in, item, in->parent->indent_pt10++);
}

static void enter_container(struct blocks *in, cmark_node *node, enum block_kind kind)
{
    in->quotes += kind == BLOCK_QUOTE;
    in->lists += kind == BLOCK_LIST;
    bool room = in->depth < CONTAINER_DEPTH - (kind == BLOCK_LIST);
    if (in->flattened > 0 || !room) {
        in->flattened++;
        report_too_deep(in->reader, node_span(in->reader, node));
        return;
    }
    struct block *block =
        block_append(in->reader->document, in->parent, kind, node_span(in->reader, node));
    if (kind == BLOCK_LIST) {
        block->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block->level = in->lists - 1;
    }
    if (kind == BLOCK_ITEM)
        enter_item(in, block, node);
    in->parent = block;
    in->depth++;
}

static void leave_container(struct blocks *in, enum block_kind kind)
{
    in->quotes -= kind == BLOCK_QUOTE;
    in->lists -= kind == BLOCK_LIST;
    if (in->flattened > 0) {
        in->flattened--;
        return;
    }
    assert(in->parent != NULL);
    if (kind == BLOCK_LIST)
        in->parent->indent_pt10 = 0;
    in->parent = in->parent->parent;
    in->depth--;
}

static void read_lines(struct blocks *in, cmark_node *node, struct span span)
{
    struct block *block = place_append(in->reader, place_now(in), BLOCK_PARAGRAPH, span);
    inlines_read(in->reader, node, in->quotes, block);
}

/* The lines of a paragraph around its table: inlines of their own, line by line. */
static void read_around(struct blocks *in, uint32_t begin, uint32_t end)
{
    struct markdown_reader *reader = in->reader;
    struct block *block =
        place_append(reader, place_now(in), BLOCK_PARAGRAPH, reader_span(reader, begin, end));
    lines_read(reader, begin, end, in->quotes, block);
}

static void read_paragraph(struct blocks *in, cmark_node *node)
{
    struct markdown_reader *reader = in->reader;
    int start = cmark_node_get_start_line(node), end = cmark_node_get_end_line(node);
    struct paragraph_lines lines = {.first = (size_t)start - 1,
                                    .last = (size_t)end - 1,
                                    .begin = node_begin(reader, node),
                                    .quotes = in->quotes};
    bool has_lines = start >= 1 && end > start && (size_t)end <= reader->lines.count;
    struct pipe_table table;
    if (!has_lines || !pipe_table_find(reader, &lines, &table)) {
        read_lines(in, node, node_span(reader, node));
        return;
    }
    if (table.head > lines.first)
        read_around(in, lines.begin, line_end(reader, table.head - 1));
    pipe_table_read(reader, &lines, &table, place_now(in));
    if (table.last < lines.last)
        read_around(in, paragraph_line(reader, &lines, table.last + 1),
                    line_end(reader, lines.last));
}

/*
 * Several lines in front of "---" are a heading in Markdown (CommonMark 4.3). Nobody writes one of
 * so many: the dashes were to part what is above them from what is below.
 */
static bool is_parted_paragraph(cmark_node *node)
{
    int lines = cmark_node_get_end_line(node) - cmark_node_get_start_line(node);
    return cmark_node_get_heading_level(node) == 2 && lines >= PARTED_LINES_MIN;
}

static void read_heading(struct blocks *in, cmark_node *node)
{
    struct markdown_reader *reader = in->reader;
    bool is_parted = is_parted_paragraph(node);
    struct block *block =
        place_append(reader, place_now(in), is_parted ? BLOCK_PARAGRAPH : BLOCK_HEADING,
                     node_span(reader, node));
    block->level = is_parted ? 0 : (unsigned)cmark_node_get_heading_level(node);
    inlines_read(reader, node, in->quotes, block);
    /* cmark gives a heading underlined with "===" the line behind it as its end. */
    if (block->last_run != NULL && block->last_run->span.end > block->span.begin &&
        cmark_node_get_end_line(node) > cmark_node_get_start_line(node))
        block->span.end = block->last_run->span.end;
    if (is_parted)
        place_append(reader, place_now(in), BLOCK_RULE, node_span(reader, node));
}

static void read_code(struct blocks *in, cmark_node *node)
{
    struct markdown_reader *reader = in->reader;
    struct block *block = place_append(reader, place_now(in), BLOCK_CODE, node_span(reader, node));
    struct text code = text_from_string(cmark_node_get_literal(node));
    if (text_ends_with(code, TEXT("\n")))
        code.size--;
    block->code = text_copy(reader->arena, code);
}

static bool is_tag_at(struct text source, size_t at, const char *tag)
{
    struct text name = text_from_string(tag);
    return text_equal_ascii_case(text_slice(source, at, at + name.size), name);
}

/* Pairs every "<table" with its "</table": once a file, however many there are. */
static void pair_tables(struct markdown_reader *reader)
{
    struct text source = reader->source->text;
    size_t *open = NULL, depth = 0, capacity = 0, from = reader->body_begin;
    for (size_t at = text_find(source, TEXT("<"), from); at != TEXT_NOT_FOUND;
         at = text_find(source, TEXT("<"), at + 1)) {
        if (is_tag_at(source, at, "<table")) {
            *arena_push(reader->arena, open, depth, capacity) = reader->table_count;
            *arena_push(reader->arena, reader->tables, reader->table_count,
                        reader->table_capacity) = (struct table_tags){.begin = (uint32_t)at};
        } else if (depth > 0 && is_tag_at(source, at, "</table")) {
            size_t end = text_find(source, TEXT(">"), at);
            reader->tables[open[--depth]].end =
                (uint32_t)(end == TEXT_NOT_FOUND ? source.size : end + 1);
        }
    }
    reader->tables_paired = true;
}

/* A table's source runs on over blank lines, where Markdown ends its HTML block. */
static uint32_t html_end(struct markdown_reader *reader, uint32_t begin, uint32_t end)
{
    if (!reader->tables_paired)
        pair_tables(reader);
    size_t low = 0, high = reader->table_count; /* the first that begins in the block */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->tables[middle].begin < begin)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t furthest = end;
    for (; low < reader->table_count && reader->tables[low].begin < end; low++)
        if (reader->tables[low].end > furthest)
            furthest = reader->tables[low].end;
    return furthest;
}

static unsigned quotes_around(cmark_node *node)
{
    unsigned quotes = 0;
    while ((node = cmark_node_parent(node)) != NULL)
        quotes += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
    return quotes;
}

static void read_html(struct blocks *in, cmark_node *node)
{
    struct markdown_reader *reader = in->reader;
    uint32_t begin = node_begin(reader, node), end = html_block_end(reader, node);
    struct text html = text_trim(reader_source(reader, begin, end));
    if (text_starts_with(html, TEXT("<!--")) && text_find(html, TEXT("-->"), 4) == html.size - 3) {
        reader_remark(
            reader, text_trim(text_slice(html, 4, html.size - 3)),
            reader_span(reader, (uint32_t)(html.data - reader->source->text.data),
                        (uint32_t)(html.data - reader->source->text.data + (ptrdiff_t)html.size)));
        return;
    }
    in->done = html_end(reader, begin, end);
    html_read(reader, begin, in->done, place_now(in), in->depth, quotes_around(node));
}

static enum block_kind container_kind(cmark_node_type type)
{
    return type == CMARK_NODE_LIST   ? BLOCK_LIST
           : type == CMARK_NODE_ITEM ? BLOCK_ITEM
                                     : BLOCK_QUOTE;
}

static bool is_container(cmark_node_type type)
{
    return type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
}

static void read_leaf(struct blocks *in, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        read_paragraph(in, node);
        break;
    case CMARK_NODE_HEADING:
        read_heading(in, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        read_code(in, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        read_html(in, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        place_append(in->reader, place_now(in), BLOCK_RULE, node_span(in->reader, node));
        break;
    default: /* inlines do not stand among blocks, custom blocks only where a program makes them */
        break;
    }
}

void blocks_read(struct markdown_reader *reader, cmark_node *root)
{
    struct blocks in = {.reader = reader};
    cmark_node *node = cmark_node_first_child(root);
    while (node != NULL) {
        cmark_node_type type = cmark_node_get_type(node);
        cmark_node *next = NULL;
        if (is_container(type)) {
            enter_container(&in, node, container_kind(type));
            next = cmark_node_first_child(node);
            if (next == NULL)
                leave_container(&in, container_kind(type));
        } else if (node_begin(reader, node) >= in.done)
            read_leaf(&in, node);
        while (next == NULL && node != root) {
            next = cmark_node_next(node);
            if (next != NULL)
                break;
            node = cmark_node_parent(node);
            if (node != root)
                leave_container(&in, container_kind(cmark_node_get_type(node)));
        }
        node = next;
    }
    notes_append_unused(reader);
}
