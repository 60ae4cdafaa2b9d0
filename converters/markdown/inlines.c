/* Paragraph content: cmark's inline nodes become runs that are slices of the source. */
#include "converters/markdown/inlines.h"
#include "converters/markdown/flank.h"
#include "core/base/script.h"
#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <string.h>

bool is_ascii_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/* ---- runs ---- */

static unsigned style_now(const struct inlines *in)
{
    unsigned style = 0;
    for (unsigned i = 0; i < STYLE_BITS; i++)
        if (in->nesting[i] > 0)
            style |= 1u << i;
    return style;
}

static void open_style(struct inlines *in, unsigned flag)
{
    for (unsigned i = 0; i < STYLE_BITS; i++)
        if (flag == 1u << i)
            in->nesting[i]++;
}

static void close_style(struct inlines *in, unsigned flag)
{
    for (unsigned i = 0; i < STYLE_BITS; i++)
        if (flag == 1u << i && in->nesting[i] > 0)
            in->nesting[i]--;
}

uint32_t last_code_point(const struct block *block)
{
    const struct run *run = block->last_run;
    if (run == NULL || run->text.size == 0)
        return ' ';
    size_t end = run->text.size;
    return text_previous(run->text, &end);
}

/* The line end that stood before text, now that it is known what follows. */
static void settle_line_end(struct inlines *in, struct text text, struct span at)
{
    if (!in->at_line_end)
        return;
    in->at_line_end = false;
    size_t first = 0;
    uint32_t after = text.size == 0 ? ' ' : text_next(text, &first);
    bool blank = blank_shows_between(last_code_point(in->block), after);
    const struct run *last = in->block->last_run;
    uint32_t begin = last == NULL ? at.begin : last->span.end;
    struct text space = blank ? TEXT(" ") : (struct text){"", 0};
    struct run *run = run_append(in->reader->document, in->block, RUN_TEXT, space,
                                 reader_span(in->reader, begin, at.begin));
    run->style = in->line_end_style | STYLE_LINE_END;
    run->link = in->line_end_link;
}

static void append_text(struct inlines *in, struct text text, struct span span)
{
    if (text.size == 0)
        return;
    settle_line_end(in, text, span);
    if (in->link.size > 0) {
        struct run *run = run_append(in->reader->document, in->block, RUN_TEXT, text, span);
        run->style = style_now(in);
        run->link = in->link;
        return;
    }
    run_append_text(in->reader->document, in->block, text, style_now(in), span);
}

static struct run *append_run(struct inlines *in, enum run_kind kind, struct text text,
                              struct span span)
{
    settle_line_end(in, text, span);
    struct run *run = run_append(in->reader->document, in->block, kind, text, span);
    run->style = style_now(in);
    run->link = in->link;
    return run;
}

/* A note is read once, however often it is referred to. */
static void append_note(struct inlines *in, struct note_definition *note, struct span span)
{
    struct markdown_reader *reader = in->reader;
    struct run *run = append_run(in, RUN_NOTE, (struct text){0}, span);
    if (note->paragraph == NULL) {
        note->paragraph = arena_new(reader->arena, struct block);
        note->paragraph->kind = BLOCK_PARAGRAPH;
        note->paragraph->span = reader_span(reader, note->begin, note->end);
        reader->inside_notes = true;
        lines_read(reader, note->begin, note->end, 0, note->paragraph);
        reader->inside_notes = false;
    }
    run->note = note->paragraph;
}

/* "~~" opens when another follows in the block, and closes what is open. */
static bool toggle_strike(struct inlines *in, uint32_t at)
{
    const unsigned strike = 4; /* STYLE_STRIKE is 1 << 4 */
    struct text source = text_slice(in->reader->source->text, 0, in->end);
    if (in->nesting[strike] > 0)
        in->nesting[strike] = 0;
    else if (text_find(source, TEXT("~~"), at + 2) != TEXT_NOT_FOUND)
        in->nesting[strike] = 1;
    else
        return false;
    return true;
}

/* "**" that CommonMark left as text opens in front of Han, and closes what it opened. */
static bool toggle_strong(struct inlines *in, uint32_t at)
{
    struct text source = text_slice(in->reader->source->text, 0, in->end);
    if (in->strong_end > 0 && in->strong_end == at) {
        close_style(in, STYLE_STRONG);
        in->strong_end = 0;
        return true;
    }
    size_t end = in->strong_end > 0 ? TEXT_NOT_FOUND : han_strong_end(source, in->begin, at);
    if (end == TEXT_NOT_FOUND)
        return false;
    open_style(in, STYLE_STRONG);
    in->strong_end = end;
    return true;
}

static bool is_escaped(const struct inlines *in, uint32_t at)
{
    const char *data = in->reader->source->text.data;
    uint32_t begin = at;
    while (begin > in->begin && data[begin - 1] == '\\')
        begin--;
    return (at - begin) % 2 == 1;
}

/* The next "~~", "[^" or "**" at or after from. */
static size_t find_mark(const struct inlines *in, struct text text, size_t from)
{
    bool notes = in->reader->note_count > 0 && !in->reader->inside_notes;
    bool strikes = in->reader->has_strike;
    for (size_t i = from; i + 1 < text.size; i++)
        if ((text.data[i] == '*' && text.data[i + 1] == '*') ||
            (strikes && text.data[i] == '~' && text.data[i + 1] == '~') ||
            (notes && text.data[i] == '[' && text.data[i + 1] == '^'))
            return i;
    return TEXT_NOT_FOUND;
}

/* Text that stands in the source as it is; strikethrough, footnotes and some bold are still in it.
 */
static void append_marked(struct inlines *in, struct text text, struct span span)
{
    size_t from = 0;
    for (size_t hit = find_mark(in, text, 0); hit != TEXT_NOT_FOUND;) {
        uint32_t at = span.begin + (uint32_t)hit, end = at + 2;
        struct note_definition *note = NULL;
        append_text(in, text_slice(text, from, hit), span_slice(span, from, hit));
        from = hit;
        bool is_mark = !is_escaped(in, at);
        if (is_mark && text.data[hit] == '[')
            is_mark = (note = note_at(in->reader, at, &end)) != NULL;
        else if (is_mark)
            is_mark = text.data[hit] == '~' ? toggle_strike(in, at) : toggle_strong(in, at);
        if (is_mark)
            from = hit + (end - at);
        if (note != NULL)
            append_note(in, note, reader_span(in->reader, at, end));
        hit = find_mark(in, text, from > hit ? from : hit + 1);
    }
    append_text(in, text_from(text, from), span_slice(span, from, text.size));
}

/*
 * The character that a reference at the beginning of t stands for, *size its length; 0 when there
 * is none, or one that libxml2's table of HTML 4 names does not have.
 */
static uint32_t character_reference(struct text t, size_t *size)
{
    char name[16];
    size_t end = 1;
    bool hex = t.size > 3 && t.data[1] == '#' && (t.data[2] == 'x' || t.data[2] == 'X');
    uint32_t c = 0;
    while (end < t.size && end < sizeof name && t.data[end] != ';')
        end++;
    if (end >= t.size || end >= sizeof name || end < 3)
        return 0;
    *size = end + 1;
    memcpy(name, t.data + 1, end - 1);
    name[end - 1] = '\0';
    if (name[0] != '#') {
        const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
        return entity == NULL ? 0 : entity->value;
    }
    for (const char *digit = name + (hex ? 2 : 1); *digit != '\0'; digit++) {
        bool is_digit = hex ? isxdigit((unsigned char)*digit) : isdigit((unsigned char)*digit);
        if (!is_digit || c > 0x10FFFF)
            return 0;
        unsigned value = isdigit((unsigned char)*digit) ? (unsigned)(*digit - '0')
                                                        : (unsigned)((*digit & 0x1F) + 9);
        c = c * (hex ? 16 : 10) + value;
    }
    return c == 0 || c > 0x10FFFF ? 0xFFFD : c;
}

/* The character at the beginning of literal as the reference it is in source; false: no such. */
static bool append_reference(struct inlines *in, struct text literal, struct text source,
                             struct span span, size_t *taken, size_t *size)
{
    uint32_t c = source.data[0] == '&' ? character_reference(source, size) : 0;
    *taken = 0;
    if (c == 0 || text_next(literal, taken) != c)
        return false;
    append_text(in, text_copy(in->reader->arena, text_slice(literal, 0, *taken)),
                span_slice(span, 0, *size));
    return true;
}

/* How many bytes are the same up to the next escape or reference. */
static size_t same_bytes(struct text literal, struct text source)
{
    size_t size = 0, ignored;
    while (size < literal.size && size < source.size && literal.data[size] == source.data[size]) {
        if (source.data[size] == '\\' && size + 1 < source.size &&
            is_ascii_punctuation(source.data[size + 1]))
            break;
        if (source.data[size] == '&' && character_reference(text_from(source, size), &ignored) != 0)
            break;
        size++;
    }
    return size;
}

/* Text with escapes and references: each piece between them is a slice of the source. */
static void append_escaped(struct inlines *in, struct text literal, struct span span)
{
    struct text source = reader_source(in->reader, span.begin, span.end);
    size_t at = 0, there = 0;
    while (at < literal.size && there < source.size) {
        bool is_escape = there + 1 < source.size && source.data[there] == '\\' &&
                         source.data[there + 1] == literal.data[at] &&
                         is_ascii_punctuation(literal.data[at]);
        there += is_escape;
        struct text rest = text_from(literal, at);
        size_t taken = 0, size = 0;
        if (is_escape || !append_reference(in, rest, text_from(source, there),
                                           span_slice(span, there, source.size), &taken, &size)) {
            size = taken = is_escape ? 1 : 0;
            size_t same = same_bytes(text_from(rest, taken), text_from(source, there + size));
            size = taken += same;
            if (taken == 0)
                break;
            append_marked(in, text_slice(source, there, there + size),
                          span_slice(span, there, there + size));
        }
        at += taken;
        there += size;
    }
    if (at < literal.size)
        append_text(in, text_copy(in->reader->arena, text_from(literal, at)),
                    span_slice(span, there, span.end - span.begin));
}

static void read_text(struct inlines *in, cmark_node *node)
{
    struct text literal = text_from_string(cmark_node_get_literal(node));
    struct found found = inlines_find(in, node, literal);
    size_t size = found.span.end - found.span.begin;
    if (text_equal(reader_source(in->reader, found.span.begin, found.span.end), literal))
        append_marked(in, found.text, found.span);
    else if (size > literal.size)
        append_escaped(in, literal, found.span);
    else
        append_text(in, found.text, found.span);
}

/* ---- inline HTML ---- */

/* "<br/>" → "br", "</b>" → "b"; empty for comments and the like. */
static struct text tag_name(struct text html, bool *closes)
{
    size_t begin = 1;
    *closes = html.size > 1 && html.data[1] == '/';
    begin += *closes;
    size_t end = begin;
    while (end < html.size && (isalnum((unsigned char)html.data[end]) || html.data[end] == '-'))
        end++;
    return text_slice(html, begin, end);
}

/*
 * <Badge role="Head" />, </Badge>: a component, which a site generator makes something of. A word
 * between brackets, <name>, has neither a value nor an end.
 */
static bool is_component(struct text html, bool closes)
{
    return closes || text_ends_with(html, TEXT("/>")) ||
           text_find(html, TEXT("="), 0) != TEXT_NOT_FOUND;
}

static void read_html_tag(struct inlines *in, struct text html, struct span span)
{
    bool closes;
    struct text name = tag_name(html, &closes);
    unsigned style = html_style(name);
    bool is_break = text_equal_ascii_case(name, TEXT("br"));
    bool is_behind = in->block->last_run != NULL;
    bool has_words = is_behind && in->block->last_run->kind != RUN_BREAK;
    bool begins_item = is_behind && !closes && text_equal_ascii_case(name, TEXT("li"));
    if (begins_item && has_words) /* the line below a blank one goes on with nothing above it */
        append_run(in, RUN_BREAK, (struct text){0}, span);
    if (style != 0 && closes)
        close_style(in, style);
    else if (style != 0)
        open_style(in, style);
    else if (is_break || begins_item || (has_words && html_kind_of(name) == HTML_BLOCK))
        append_run(in, RUN_BREAK, (struct text){0}, span);
    else if (name.size > 0 && html_kind_of(name) == HTML_UNKNOWN && is_component(html, closes))
        reader_remark(in->reader, html, span);
    else if (name.size > 0 && html_kind_of(name) == HTML_UNKNOWN)
        append_text(in, html, span); /* no browser knows it: <name> was meant to be seen */
}

static void read_html(struct inlines *in, cmark_node *node)
{
    struct text literal = text_from_string(cmark_node_get_literal(node));
    struct found found = inlines_find(in, node, literal);
    if (text_starts_with(literal, TEXT("<!--"))) {
        struct text inner = text_slice(found.text, 4, found.text.size - 3);
        reader_remark(in->reader, text_trim(inner), found.span);
        return;
    }
    read_html_tag(in, found.text, found.span);
}

/* ---- the walk ---- */

static void read_code(struct inlines *in, cmark_node *node)
{
    struct found found = inlines_find(in, node, text_from_string(cmark_node_get_literal(node)));
    open_style(in, STYLE_CODE);
    append_text(in, found.text, found.span);
    close_style(in, STYLE_CODE);
}

/* Blanks at a target's ends, which only character references can put there, lead nowhere else. */
static struct text target_of(struct inlines *in, cmark_node *node)
{
    return text_trim(text_copy(in->reader->arena, text_from_string(cmark_node_get_url(node))));
}

/* All text below an image is its alternative. */
static void read_image(struct inlines *in, cmark_node *image)
{
    struct text_buffer alternative = text_buffer_new(in->reader->arena);
    cmark_node *node = cmark_node_first_child(image);
    while (node != NULL && node != image) {
        const char *literal = cmark_node_get_literal(node);
        if (literal != NULL)
            buffer_append_string(&alternative, literal);
        cmark_node *next = cmark_node_first_child(node);
        while (next == NULL && node != image) {
            next = cmark_node_next(node);
            if (next == NULL)
                node = cmark_node_parent(node);
        }
        node = next;
    }
    struct found found = inlines_find(in, image, (struct text){0});
    struct run *run = append_run(in, RUN_IMAGE, buffer_text(&alternative), found.span);
    run->link = target_of(in, image);
    if (text_is_blank(run->text))
        report_mute_image(in->reader, run->link, found.span);
}

/* True when the node's children are to be read as well. */
static bool enter(struct inlines *in, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        read_text(in, node);
        return false;
    case CMARK_NODE_CODE:
        read_code(in, node);
        return false;
    case CMARK_NODE_HTML_INLINE:
        read_html(in, node);
        return false;
    case CMARK_NODE_SOFTBREAK:
        in->at_line_end = true;
        in->line_end_style = style_now(in);
        in->line_end_link = in->link;
        return false;
    case CMARK_NODE_LINEBREAK:
        append_run(in, RUN_BREAK, (struct text){0},
                   reader_span(in->reader, in->cursor, in->cursor + 1));
        inlines_pass_line_break(in);
        return false;
    case CMARK_NODE_IMAGE:
        read_image(in, node);
        return false;
    case CMARK_NODE_EMPH:
        open_style(in, STYLE_EMPHASIS);
        return true;
    case CMARK_NODE_STRONG:
        open_style(in, STYLE_STRONG);
        return true;
    case CMARK_NODE_LINK:
        in->link = target_of(in, node);
        return true;
    default: /* blocks do not stand among inlines */
        return true;
    }
}

static void leave(struct inlines *in, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_EMPH)
        close_style(in, STYLE_EMPHASIS);
    else if (type == CMARK_NODE_STRONG)
        close_style(in, STYLE_STRONG);
    else if (type == CMARK_NODE_LINK)
        in->link = (struct text){0};
}

static void read_children(struct inlines *in, cmark_node *leaf)
{
    cmark_node *node = cmark_node_first_child(leaf);
    while (node != NULL) {
        cmark_node *next = enter(in, node) ? cmark_node_first_child(node) : NULL;
        if (next == NULL && cmark_node_first_child(node) == NULL)
            leave(in, node);
        while (next == NULL && node != leaf) {
            next = cmark_node_next(node);
            if (next != NULL)
                break;
            node = cmark_node_parent(node);
            if (node != leaf)
                leave(in, node);
        }
        node = next;
    }
}

void inlines_read(struct markdown_reader *reader, cmark_node *leaf, unsigned quotes,
                  struct block *block)
{
    struct inlines in = {.reader = reader,
                         .block = block,
                         .quotes = quotes,
                         .first_line = cmark_node_get_start_line(leaf),
                         .block_offset = cmark_node_get_start_column(leaf) - 1,
                         .begin = block->span.begin,
                         .end = block->span.end,
                         .cursor = block->span.begin};
    read_children(&in, leaf);
    comments_take(reader, block, in.end);
    marks_take(reader, block);
}

void inlines_read_fragment(struct markdown_reader *reader, cmark_node *leaf,
                           const struct fragment *fragment)
{
    struct inlines in = {.reader = reader,
                         .block = fragment->block,
                         .fragment = fragment,
                         .begin = fragment->begin,
                         .end = fragment->end,
                         .cursor = fragment->begin};
    read_children(&in, leaf);
    comments_take(reader, in.block, in.end);
}
