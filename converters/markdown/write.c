/* Blocks as canonical Markdown: ATX headings, "-" bullets, fenced code, a blank line between. */
#include "converters/markdown/markdown.h"
#include "converters/markdown/writer.h"
#include "core/model/list_label.h"
#include <string.h>

static const struct message not_allowed_in_html = {
    .text = {[LANG_ZH_HANT] = "表格中有 HTML 不容許的控制字元：已改成 U+FFFD",
             [LANG_ZH_HANS] = "表格中有 HTML 不允许的控制字符：已改成 U+FFFD",
             [LANG_EN] = "a table holds control characters that HTML does not allow: written as "
                         "U+FFFD"}};

/* ---- lines ---- */

void writer_new_line(struct markdown_writer *w)
{
    buffer_append_byte(w->out, '\n');
    buffer_append(w->out, buffer_text(&w->prefix));
}

/* A line with nothing on it keeps no blanks of the prefix. */
static void blank_line(struct markdown_writer *w)
{
    buffer_append_byte(w->out, '\n');
    size_t size = w->prefix.size;
    while (size > 0 && w->prefix.data[size - 1] == ' ')
        size--;
    buffer_append(w->out, text_slice(buffer_text(&w->prefix), 0, size));
    writer_new_line(w);
}

static void write_blocks(struct markdown_writer *w, const struct block *first, bool tight);

/* What stands in it is written behind this prefix. */
static void write_within(struct markdown_writer *w, struct text prefix, const struct block *first,
                         bool tight)
{
    size_t size = w->prefix.size;
    buffer_append(&w->prefix, prefix);
    write_blocks(w, first, tight);
    w->prefix.size = size;
}

/* ---- tables ---- */

static enum alignment column_align(const struct table *table, uint32_t column)
{
    const struct cell *cell = table_cell(table, 0, column);
    return cell == NULL ? ALIGN_DEFAULT : cell->align;
}

static bool is_one_line(const struct cell *cell)
{
    return cell->blocks == NULL ||
           (cell->blocks->next == NULL && cell->blocks->kind == BLOCK_PARAGRAPH);
}

/* One row of heads, no spans, a line a cell, one alignment a column. */
static bool pipes_can_draw(const struct table *table)
{
    if (table->grid == NULL || table->header_rows != 1 || table->columns == 0 ||
        table->caption != NULL)
        return false;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (cell->row_span != 1 || cell->column_span != 1 || !is_one_line(cell) ||
            cell->is_header != (cell->row == 0) || cell->align == ALIGN_JUSTIFY ||
            cell->align != column_align(table, cell->column))
            return false;
    return true;
}

static void write_row(struct markdown_writer *w, const struct table *table, uint32_t row)
{
    for (uint32_t column = 0; column < table->columns; column++) {
        const struct cell *cell = table_cell(table, row, column);
        buffer_append(w->out, TEXT("| "));
        size_t size = w->out->size;
        if (cell != NULL && cell->blocks != NULL)
            inlines_write(w, cell->blocks->runs, INLINE_CELL);
        if (w->out->size > size)
            buffer_append_byte(w->out, ' ');
    }
    buffer_append_byte(w->out, '|');
}

static void write_table(struct markdown_writer *w, const struct table *table)
{
    static const char *const delimiters[] = {[ALIGN_DEFAULT] = "| --- ",
                                             [ALIGN_LEFT] = "| :-- ",
                                             [ALIGN_CENTRE] = "| :-: ",
                                             [ALIGN_RIGHT] = "| --: ",
                                             [ALIGN_JUSTIFY] = "| --- "};
    if (!pipes_can_draw(table)) {
        html_table_write(w, table);
        return;
    }
    write_row(w, table, 0);
    writer_new_line(w);
    for (uint32_t column = 0; column < table->columns; column++)
        buffer_append_string(w->out, delimiters[column_align(table, column)]);
    buffer_append_byte(w->out, '|');
    for (uint32_t row = 1; row < table->rows; row++) {
        writer_new_line(w);
        write_row(w, table, row);
    }
}

/* Whether the page shows anything of it that Markdown can. */
static bool is_shown(const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PAGE_BREAK:
    case BLOCK_CONTENTS:
        return false;
    case BLOCK_PARAGRAPH:
        return block->runs != NULL || block->label.size > 0;
    case BLOCK_TABLE:
        return block->table != NULL && block->table->cells != NULL;
    case BLOCK_LIST:
    case BLOCK_SECTION:
        return block->children != NULL;
    case BLOCK_HEADING:
    case BLOCK_ITEM:
    case BLOCK_FIGURE:
    case BLOCK_CODE:
    case BLOCK_QUOTE:
    case BLOCK_RULE:
        return true;
    }
    return true;
}

/* The first shown of block and those behind it, or NULL. */
static const struct block *shown_from(const struct block *block)
{
    while (block != NULL && !is_shown(block))
        block = block->next;
    return block;
}

/* ---- lists ---- */

/* "12." or "12)" as Markdown has them: '.' or ')'; 0: some other label. */
static char number_mark(struct text label)
{
    size_t digits = 0;
    while (digits < label.size && label.data[digits] >= '0' && label.data[digits] <= '9')
        digits++;
    bool fits = digits > 0 && digits <= 9 && digits + 1 == label.size;
    return fits && (label.data[digits] == '.' || label.data[digits] == ')') ? label.data[digits]
                                                                            : '\0';
}

/* All labels are numbers of one mark; with another, Markdown would begin another list. */
static bool is_numbered(const struct block *list)
{
    char mark = list->children == NULL ? '\0' : number_mark(list->children->label);
    for (const struct block *item = list->children; item != NULL; item = item->next)
        if (mark == '\0' || number_mark(item->label) != mark)
            return false;
    return list->ordered;
}

static bool is_bullet(struct text label) { return label.size == 0 || is_list_bullet(label); }

/* Behind a paragraph's line, only a list with words in its first item, and from 1 on, begins. */
static bool can_interrupt(const struct block *list)
{
    const struct block *item = list->children;
    return item != NULL && shown_from(item->children) != NULL &&
           (!is_numbered(list) || (item->label.size == 2 && item->label.data[0] == '1'));
}

/* Each item is a paragraph, or a paragraph and a tight list. Bounded by LIMIT_DEPTH. */
static bool is_tight(const struct block *list)
{
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        const struct block *block = shown_from(item->children);
        const struct block *list_below = block == NULL ? NULL : shown_from(block->next);
        if (list_below == NULL)
            continue;
        if (block->kind != BLOCK_PARAGRAPH || list_below->kind != BLOCK_LIST ||
            shown_from(list_below->next) != NULL || !can_interrupt(list_below) ||
            !is_tight(list_below))
            return false;
    }
    return true;
}

/* "-"; where a list begins an item, "+" and "-" in turn: "- - -" would be a rule. */
static struct text bullet_of(const struct block *list)
{
    bool turned = false;
    const struct block *item = list->parent;
    while (item != NULL && item->kind == BLOCK_ITEM && shown_from(item->children) == list) {
        turned = !turned;
        list = item->parent;
        item = list->parent;
    }
    return turned ? TEXT("+") : TEXT("-");
}

static void write_item(struct markdown_writer *w, const struct block *item, bool numbered,
                       bool tight)
{
    static const char blanks[] = "            ";
    struct text marker = numbered ? item->label : bullet_of(item->parent);
    buffer_append(w->out, marker);
    if (shown_from(item->children) == NULL && (numbered || is_bullet(item->label)))
        return;
    buffer_append_byte(w->out, ' ');
    if (!numbered && !is_bullet(item->label)) { /* "(一)": as its author typed it */
        struct run label = {.kind = RUN_TEXT, .text = item->label};
        inlines_write(w, &label, INLINE_PARAGRAPH);
        buffer_append_byte(w->out, ' ');
    }
    write_within(w, (struct text){blanks, marker.size + 1}, item->children, tight);
}

static void write_list(struct markdown_writer *w, const struct block *list)
{
    bool numbered = is_numbered(list), tight = is_tight(list);
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        if (item != list->children && tight)
            writer_new_line(w);
        else if (item != list->children)
            blank_line(w);
        write_item(w, item, numbered, tight);
    }
}

/* ---- the other blocks ---- */

static void write_heading(struct markdown_writer *w, const struct block *block)
{
    unsigned level = block->level < 1 ? 1 : block->level > 6 ? 6 : block->level;
    for (unsigned i = 0; i < level; i++)
        buffer_append_byte(w->out, '#');
    if (block->label.size > 0 || block->runs != NULL)
        buffer_append_byte(w->out, ' ');
    if (block->label.size > 0) {
        buffer_append(w->out, block->label);
        buffer_append_byte(w->out, ' ');
    }
    inlines_write(w, block->runs, INLINE_HEADING);
}

static void write_paragraph(struct markdown_writer *w, const struct block *block)
{
    if (block->label.size > 0) {
        struct run label = {.kind = RUN_TEXT, .text = block->label};
        inlines_write(w, &label, INLINE_PARAGRAPH);
        if (block->runs != NULL)
            buffer_append_byte(w->out, ' ');
    }
    inlines_write(w, block->runs, INLINE_PARAGRAPH);
}

static size_t longest_fence(struct text code)
{
    size_t longest = 2, count = 0;
    for (size_t i = 0; i < code.size; i++) {
        count = code.data[i] == '`' ? count + 1 : 0;
        longest = count > longest ? count : longest;
    }
    return longest + 1;
}

static void write_code(struct markdown_writer *w, struct text code)
{
    size_t fence = longest_fence(code), offset = 0;
    for (size_t i = 0; i < fence; i++)
        buffer_append_byte(w->out, '`');
    while (code.size > 0 && offset <= code.size) {
        size_t end = text_find(code, TEXT("\n"), offset);
        writer_new_line(w);
        buffer_append(w->out, text_slice(code, offset, end));
        if (end == TEXT_NOT_FOUND)
            break;
        offset = end + 1;
    }
    writer_new_line(w);
    for (size_t i = 0; i < fence; i++)
        buffer_append_byte(w->out, '`');
}

static void write_figure(struct markdown_writer *w, const struct block *block)
{
    const struct figure *figure = block->figure;
    if (figure != NULL) {
        struct run image = {
            .kind = RUN_IMAGE, .text = figure->alternative, .link = figure->image_name};
        inlines_write(w, &image, INLINE_PARAGRAPH);
        if (block->runs != NULL)
            blank_line(w);
    }
    inlines_write(w, block->runs, INLINE_PARAGRAPH);
}

static void write_block(struct markdown_writer *w, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        write_heading(w, block);
        break;
    case BLOCK_PARAGRAPH:
        write_paragraph(w, block);
        break;
    case BLOCK_LIST:
        write_list(w, block);
        break;
    case BLOCK_ITEM:
    case BLOCK_SECTION:
        write_blocks(w, block->children, false);
        break;
    case BLOCK_TABLE:
        write_table(w, block->table);
        break;
    case BLOCK_FIGURE:
        write_figure(w, block);
        break;
    case BLOCK_CODE:
        write_code(w, block->code);
        break;
    case BLOCK_QUOTE:
        buffer_append(w->out, TEXT("> "));
        write_within(w, TEXT("> "), block->children, false);
        break;
    case BLOCK_RULE:
        buffer_append(w->out, TEXT("***"));
        break;
    case BLOCK_PAGE_BREAK:
    case BLOCK_CONTENTS:
        break;
    }
}

static void write_blocks(struct markdown_writer *w, const struct block *first, bool tight)
{
    const struct block *before = NULL;
    for (const struct block *block = shown_from(first); block != NULL;
         block = shown_from(block->next)) {
        if (before != NULL && tight)
            writer_new_line(w);
        else if (before != NULL)
            blank_line(w);
        if (before != NULL && before->kind == BLOCK_LIST && block->kind == BLOCK_LIST) {
            buffer_append(w->out, TEXT("<!-- -->")); /* or the two would be one list */
            blank_line(w);
        }
        write_block(w, block);
        before = block;
    }
}

/* ---- the document ---- */

static void write_notes(struct markdown_writer *w)
{
    for (size_t i = 0; i < w->note_count; i++) { /* notes in notes add to the list */
        buffer_append_format(w->out, i == 0 ? "\n[^%zu]: " : "[^%zu]: ", i + 1);
        const struct block *first = w->notes[i]->note;
        for (const struct block *block = first; block != NULL; block = block->next) {
            if (block != first)
                buffer_append(w->out, TEXT("<br>"));
            inlines_write(w, block->runs, INLINE_HEADING);
        }
        buffer_append_byte(w->out, '\n');
    }
}

enum status markdown_write(const struct document *document, struct text_buffer *out,
                           struct diagnostics *diags)
{
    struct markdown_writer w = {.out = out, .prefix = text_buffer_new(out->arena)};
    front_matter_write(out, document->metadata);
    if (document->metadata != NULL && shown_from(document->blocks) != NULL)
        buffer_append_byte(out, '\n');
    size_t size = out->size;
    write_blocks(&w, document->blocks, false);
    if (out->size > size)
        buffer_append_byte(out, '\n');
    write_notes(&w);
    if (w.is_replaced)
        report_warning(diags, &not_allowed_in_html, (struct span){0}, (struct text){0},
                       (struct text){0});
    return STATUS_OK;
}
