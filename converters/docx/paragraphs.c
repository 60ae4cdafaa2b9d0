/* Paragraphs: their style, their place in a list, and the block they become. */
#include "converters/docx/reader.h"
#include "converters/docx/values.h"

/* ---- begin ---- */

static struct span span_of_next(struct docx_reader *reader, const struct paragraph *outer)
{
    if (reader->fixed_span.source != NULL)
        return reader->fixed_span;
    if (reader->table != NULL)
        return reader->table->span;
    if (outer != NULL)
        return outer->span;
    struct span span = span_of_source(reader->source);
    span.paragraph = ++reader->paragraph_count;
    return span;
}

void paragraph_begin(struct docx_reader *reader)
{
    paragraph_end_implied(reader);
    struct paragraph *outer = reader->paragraph;
    if (outer != NULL)
        runs_flush(reader);
    if (reader->table != NULL && !reader->table->cell_is_open)
        cell_open(reader);
    struct paragraph **slot = outer == NULL ? &reader->outermost : &outer->inner;
    if (*slot == NULL)
        *slot = arena_new(reader->scratch, struct paragraph);
    struct paragraph *inner = (*slot)->inner;
    **slot = (struct paragraph){.outer = outer,
                                .inner = inner,
                                .place = reader->place,
                                .span = span_of_next(reader, outer),
                                .style = reader->styles->paragraph,
                                .direct = PARAGRAPH_FORMAT_UNSET};
    reader->paragraph = *slot;
}

void paragraph_imply(struct docx_reader *reader)
{
    if (reader->paragraph != NULL)
        return;
    paragraph_begin(reader);
    reader->paragraph->is_implied = true;
}

void paragraph_end_implied(struct docx_reader *reader)
{
    if (reader->paragraph != NULL && reader->paragraph->is_implied)
        paragraph_end(reader);
}

/* ---- properties ---- */

void paragraph_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph == NULL)
        return;
    if (name == NAME_W_FRAME_PR && sax_has_attribute(sax, NAME_W_DROP_CAP))
        paragraph->is_drop_cap = value_is_on(sax_attribute(sax, NAME_W_DROP_CAP)); /* not "none" */
    if (name != NAME_W_P_STYLE) {
        paragraph_format_take(&paragraph->direct, sax, name);
        return;
    }
    struct text id = sax_attribute(sax, NAME_W_VAL);
    const struct word_style *style = styles_find(reader->styles, STYLE_KIND_PARAGRAPH, id);
    if (style != NULL)
        paragraph->style = style;
    else
        paragraph->style_id = text_copy(reader->arena, id);
}

void mark_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    (void)sax;
    enum change change = change_of(name);
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph == NULL || change == CHANGE_NONE)
        return;
    if (paragraph->mark_change != reader->left_out || reader->left_out == CHANGE_NONE)
        paragraph->mark_change = change; /* the side that is left out outweighs the other */
}

static void find_label(struct docx_reader *reader, struct paragraph *paragraph,
                       const struct paragraph_format *format)
{
    struct list_label label;
    if (!counters_next(reader->counters, format->num_id, format->level, paragraph->style->id,
                       &label))
        return;
    paragraph->label = text_copy(reader->arena, label.text);
    paragraph->is_ordered = label.is_ordered;
    paragraph->level = label.level;
    if (paragraph->direct.indent == INDENT_UNSET)
        paragraph->indent = label.indent;
}

/* Its mark is left out, or it is the first letter of the next: it has no end, and no number. */
static bool goes_on(const struct docx_reader *reader, const struct paragraph *paragraph)
{
    bool is_left_out =
        paragraph->mark_change != CHANGE_NONE && paragraph->mark_change == reader->left_out;
    return is_left_out || paragraph->is_drop_cap;
}

static void settle(struct docx_reader *reader, struct paragraph *paragraph)
{
    if (paragraph->is_settled)
        return;
    paragraph->is_settled = true;
    struct paragraph_format format =
        paragraph_format_over(paragraph->style->paragraph, paragraph->direct);
    paragraph->indent = format.indent;
    if (format.num_id > 0 && !is_left_out(reader) && !goes_on(reader, paragraph))
        find_label(reader, paragraph, &format);
    paragraph->direct.align = format.align;
    paragraph->direct.page_break_before = format.page_break_before;
}

/* The name of a style, in the file's arena. */
static struct text style_name(struct docx_reader *reader, const struct word_style *style)
{
    if (style == reader->styles->paragraph || style < reader->styles->items)
        return (struct text){0};
    struct text *name = &reader->style_names[style - reader->styles->items];
    if (name->data == NULL)
        *name = text_copy(reader->arena, style->name.size > 0 ? style->name : style->id);
    return *name;
}

static unsigned heading_level(const struct paragraph *paragraph)
{
    int32_t outline = paragraph->direct.outline;
    if (outline >= 0)
        return outline <= 8 ? (unsigned)outline + 1 : 0;
    if (paragraph->style_id.size > 0)
        return heading_level_of_name(paragraph->style_id);
    return paragraph->style->heading;
}

/* ---- the block ---- */

static void describe(struct docx_reader *reader, struct paragraph *paragraph, struct block *block)
{
    unsigned heading = heading_level(paragraph);
    block->style =
        paragraph->style_id.size > 0 ? paragraph->style_id : style_name(reader, paragraph->style);
    if (is_in_contents(reader)) { /* whatever its lines look like */
        heading = 0;
        if (!text_equal_ascii_case(text_slice(block->style, 0, 4), TEXT("toc ")))
            block->style = TEXT("toc 1");
    }
    block->kind = heading > 0 ? BLOCK_HEADING : BLOCK_PARAGRAPH;
    block->level = heading > 0 ? heading : paragraph->level;
    block->label = paragraph->label;
    block->ordered = paragraph->is_ordered;
    block->align = paragraph->direct.align;
    block->page_break_before = paragraph->direct.page_break_before == 1;
    if (paragraph->indent != INDENT_UNSET && paragraph->indent > 0)
        block->indent_pt10 = (uint32_t)paragraph->indent / 2;
    if (block->anchor.size == 0) {
        block->anchor = reader->anchor;
        reader->anchor = (struct text){0};
    }
    paragraph->label = (struct text){0}; /* what a page break divides has it once */
}

struct block *paragraph_block(struct docx_reader *reader)
{
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph->block != NULL)
        return paragraph->block;
    settle(reader, paragraph);
    paragraph->block = reader->carried;
    reader->carried = NULL;
    if (paragraph->block == NULL)
        paragraph->block = story_append(reader, paragraph->place, BLOCK_PARAGRAPH, paragraph->span);
    describe(reader, paragraph, paragraph->block);
    return paragraph->block;
}

void paragraph_page_break(struct docx_reader *reader)
{
    paragraph_imply(reader);
    struct paragraph *paragraph = reader->paragraph;
    if (is_left_out(reader))
        return;
    if (paragraph->place.cell != NULL) {
        break_add(reader);
        return;
    }
    runs_flush(reader);
    story_append(reader, paragraph->place, BLOCK_PAGE_BREAK, paragraph->span);
    paragraph->block = NULL;
    reader->carried = NULL;
}

/* ---- end ---- */

void paragraph_end(struct docx_reader *reader)
{
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph == NULL)
        return;
    fields_settle(reader);
    settle(reader, paragraph);
    if (paragraph->label.size > 0)
        paragraph_block(reader);
    if (paragraph->block == NULL && reader->carried == NULL && text_is_blank(reader->pending))
        reader->pending.size = 0; /* nothing to see */
    mark_show(reader);
    runs_flush(reader);
    omissions_report(reader);
    if (goes_on(reader, paragraph) && paragraph->block != NULL)
        reader->carried = paragraph->block;
    else if (paragraph->block != NULL || !goes_on(reader, paragraph))
        reader->carried = NULL;
    if (paragraph->ends_page && paragraph->place.cell == NULL)
        story_append(reader, paragraph->place, BLOCK_PAGE_BREAK, paragraph->span);
    reader->paragraph = paragraph->outer;
}
