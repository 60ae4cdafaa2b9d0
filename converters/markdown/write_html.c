/* Tables that pipes cannot draw, as HTML: spans, no head, several blocks in a cell. */
#include "converters/markdown/writer.h"

struct element_of_style {
    unsigned flag;
    const char *element;
};
static const struct element_of_style elements[] = {
    {STYLE_STRONG, "strong"}, {STYLE_EMPHASIS, "em"},     {STYLE_STRIKE, "del"},
    {STYLE_UNDERLINE, "u"},   {STYLE_SUPERSCRIPT, "sup"}, {STYLE_SUBSCRIPT, "sub"},
    {STYLE_CODE, "code"},
};
#define ELEMENT_KINDS (sizeof elements / sizeof *elements)

static const char *escape_of(uint32_t c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return is_xml_character(c) ? NULL : "\xEF\xBF\xBD"; /* HTML has none of them either */
    }
}

static void append_escaped(struct markdown_writer *w, struct text t)
{
    for (size_t at = 0; at < t.size;) {
        size_t begin = at;
        uint32_t c = text_next(t, &at);
        const char *escape = escape_of(c);
        if (escape == NULL)
            buffer_append(w->out, text_slice(t, begin, at));
        else
            buffer_append_string(w->out, escape);
        w->is_replaced |= !is_xml_character(c);
    }
}

static void append_attribute(struct markdown_writer *w, const char *name, struct text value)
{
    buffer_append_format(w->out, " %s=\"", name);
    append_escaped(w, value);
    buffer_append_byte(w->out, '"');
}

/*
 * A line as a browser shows it, which is how it is read again: blanks at its ends and behind others
 * are none.
 */
struct line {
    struct markdown_writer *w;
    bool drops_blank; /* at the line's beginning, or behind a blank */
};

static bool is_html_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The words as they are shown; goes_on: something is shown behind them on the line. */
static struct text shown_words(struct line *line, struct text words, bool goes_on)
{
    struct text_buffer shown = text_buffer_new(line->w->out->arena);
    for (size_t at = 0, end; at < words.size; at = end) {
        for (end = at; end < words.size && is_html_blank(words.data[end]);)
            end++;
        if (end > at && !line->drops_blank && (end < words.size || goes_on)) {
            buffer_append_byte(&shown, ' ');
            line->drops_blank = true;
        }
        for (at = end; end < words.size && !is_html_blank(words.data[end]);)
            end++;
        buffer_append(&shown, text_slice(words, at, end));
        line->drops_blank = line->drops_blank && end == at;
    }
    return buffer_text(&shown);
}

static void append_styled(struct markdown_writer *w, const struct run *run, struct text words)
{
    if (run->link.size > 0) {
        buffer_append(w->out, TEXT("<a"));
        append_attribute(w, "href", run->link);
        buffer_append_byte(w->out, '>');
    }
    for (size_t i = 0; i < ELEMENT_KINDS; i++)
        if (run->style & elements[i].flag)
            buffer_append_format(w->out, "<%s>", elements[i].element);
    append_escaped(w, words);
    for (size_t i = ELEMENT_KINDS; i-- > 0;)
        if (run->style & elements[i].flag)
            buffer_append_format(w->out, "</%s>", elements[i].element);
    if (run->link.size > 0)
        buffer_append(w->out, TEXT("</a>"));
}

static void append_runs(struct markdown_writer *w, const struct run *run);

/* What is no text. */
static void append_run(struct line *line, const struct run *run)
{
    struct markdown_writer *w = line->w;
    switch (run->kind) {
    case RUN_BREAK:
        buffer_append(w->out, TEXT("<br>"));
        line->drops_blank = true;
        break;
    case RUN_IMAGE:
        buffer_append(w->out, TEXT("<img"));
        append_attribute(w, "src", run->link);
        append_attribute(w, "alt", run->text);
        buffer_append_byte(w->out, '>');
        line->drops_blank = false;
        break;
    case RUN_NOTE: /* no footnotes inside HTML: the words in brackets */
        buffer_append(w->out, shown_words(line, TEXT(" ["), true));
        if (run->note != NULL)
            append_runs(w, run->note->runs);
        buffer_append(w->out, shown_words(line, TEXT("]"), true));
        break;
    case RUN_TEXT:
    case RUN_PAGE_NUMBER:
        break;
    }
}

static bool is_shown(const struct run *run)
{
    if (run->kind != RUN_TEXT)
        return run->kind == RUN_IMAGE || run->kind == RUN_NOTE;
    for (size_t i = 0; i < run->text.size && !(run->style & STYLE_PLACEHOLDER); i++)
        if (!is_html_blank(run->text.data[i]))
            return true;
    return false;
}

static bool look_the_same(const struct run *a, const struct run *b)
{
    for (size_t i = 0; i < ELEMENT_KINDS; i++)
        if ((a->style ^ b->style) & elements[i].flag)
            return false;
    return text_equal(a->link, b->link);
}

/* Words that look the same, and not yet written. */
struct words {
    struct text_buffer text;
    const struct run *look; /* NULL: none */
};

static void flush_words(struct markdown_writer *w, struct words *words)
{
    if (words->look != NULL)
        append_styled(w, words->look, buffer_text(&words->text));
    *words = (struct words){.text = text_buffer_new(w->out->arena)};
}

/* Texts that look the same are one, whatever stands between them and is not shown. */
static void append_text(struct markdown_writer *w, struct words *words, const struct run *run,
                        struct text shown)
{
    if (shown.size == 0)
        return;
    if (words->look != NULL && !look_the_same(words->look, run))
        flush_words(w, words);
    words->look = run;
    buffer_append(&words->text, shown);
}

static void append_runs(struct markdown_writer *w, const struct run *run)
{
    struct line line = {w, true};
    struct words words = {.text = text_buffer_new(w->out->arena)};
    const struct run *next = run; /* the first behind run that is shown, or a line's end */
    for (; run != NULL; run = run->next) {
        while (next != NULL && (next == run || (!is_shown(next) && next->kind != RUN_BREAK)))
            next = next->next;
        bool goes_on = next != NULL && next->kind != RUN_BREAK;
        if (run->kind == RUN_TEXT && !(run->style & STYLE_PLACEHOLDER))
            append_text(w, &words, run, shown_words(&line, run->text, goes_on));
        if (run->kind == RUN_TEXT || run->kind == RUN_PAGE_NUMBER)
            continue;
        flush_words(w, &words);
        append_run(&line, run);
    }
    flush_words(w, &words);
}

static void append_blocks(struct markdown_writer *w, const struct block *first);

static void append_tagged(struct markdown_writer *w, const char *element, const struct block *block)
{
    buffer_append_format(w->out, "<%s>", element);
    append_runs(w, block->runs);
    append_blocks(w, block->children);
    buffer_append_format(w->out, "</%s>", element);
}

static void append_list(struct markdown_writer *w, const struct block *list)
{
    const char *element = list->ordered ? "ol" : "ul";
    buffer_append_format(w->out, "<%s>", element);
    for (const struct block *item = list->children; item != NULL; item = item->next)
        append_tagged(w, "li", item);
    buffer_append_format(w->out, "</%s>", element);
}

static void append_block(struct markdown_writer *w, const struct block *block)
{
    static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (block->kind) {
    case BLOCK_HEADING:
        append_tagged(w,
                      headings[block->level < 1   ? 0
                               : block->level > 6 ? 5
                                                  : block->level - 1],
                      block);
        break;
    case BLOCK_PARAGRAPH:
        append_tagged(w, "p", block);
        break;
    case BLOCK_LIST:
        append_list(w, block);
        break;
    case BLOCK_ITEM:
    case BLOCK_SECTION:
        append_blocks(w, block->children);
        break;
    case BLOCK_TABLE:
        if (block->table != NULL)
            html_table_write(w, block->table);
        break;
    case BLOCK_FIGURE:
        append_tagged(w, "p", block);
        break;
    case BLOCK_CODE:
        buffer_append(w->out, TEXT("<pre>"));
        append_escaped(w, block->code);
        buffer_append(w->out, TEXT("</pre>"));
        break;
    case BLOCK_QUOTE:
        append_tagged(w, "blockquote", block);
        break;
    case BLOCK_RULE:
        buffer_append(w->out, TEXT("<hr>"));
        break;
    case BLOCK_PAGE_BREAK:
    case BLOCK_CONTENTS:
        break;
    }
}

static void append_blocks(struct markdown_writer *w, const struct block *first)
{
    bool alone = first != NULL && first->next == NULL && first->kind == BLOCK_PARAGRAPH;
    if (alone)
        append_runs(w, first->runs);
    for (const struct block *block = first; block != NULL && !alone; block = block->next)
        append_block(w, block);
}

static void append_cell(struct markdown_writer *w, const struct cell *cell)
{
    static const char *const aligns[] = {[ALIGN_LEFT] = "left",
                                         [ALIGN_CENTRE] = "center",
                                         [ALIGN_RIGHT] = "right",
                                         [ALIGN_JUSTIFY] = "justify"};
    const char *element = cell->is_header ? "th" : "td";
    buffer_append_format(w->out, "<%s", element);
    if (cell->column_span > 1)
        buffer_append_format(w->out, " colspan=\"%u\"", (unsigned)cell->column_span);
    if (cell->row_span > 1)
        buffer_append_format(w->out, " rowspan=\"%u\"", (unsigned)cell->row_span);
    if (cell->align != ALIGN_DEFAULT)
        buffer_append_format(w->out, " align=\"%s\"", aligns[cell->align]);
    buffer_append_byte(w->out, '>');
    append_blocks(w, cell->blocks);
    buffer_append_format(w->out, "</%s>", element);
}

/* A slot that no cell covers is written, or the cells behind it would move. */
static void append_row(struct markdown_writer *w, const struct table *table, uint32_t row)
{
    buffer_append(w->out, TEXT("<tr>"));
    for (uint32_t column = 0; column < table->columns; column++) {
        const struct cell *cell = table_cell(table, row, column);
        if (cell == NULL)
            buffer_append(w->out, TEXT("<td></td>"));
        else if (cell->row == row && cell->column == column)
            append_cell(w, cell);
    }
    buffer_append(w->out, TEXT("</tr>"));
}

/* A table past a limit knows no slots: its cells stand one below the other, and no word is lost. */
static void append_loose_cells(struct markdown_writer *w, const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct cell loose = *cell;
        loose.row_span = loose.column_span = 1;
        loose.is_header = false; /* of what is not known any more */
        buffer_append(w->out, TEXT("<tr>"));
        append_cell(w, &loose);
        buffer_append(w->out, TEXT("</tr>"));
        writer_new_line(w);
    }
}

void html_table_write(struct markdown_writer *w, const struct table *table)
{
    buffer_append(w->out, TEXT("<table>"));
    writer_new_line(w);
    if (table->caption != NULL) {
        buffer_append(w->out, TEXT("<caption>"));
        append_runs(w, table->caption);
        buffer_append(w->out, TEXT("</caption>"));
        writer_new_line(w);
    }
    if (table->grid == NULL)
        append_loose_cells(w, table);
    for (uint32_t row = 0; table->grid != NULL && row < table->rows; row++) {
        append_row(w, table, row);
        writer_new_line(w);
    }
    buffer_append(w->out, TEXT("</table>"));
}
