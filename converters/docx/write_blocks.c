/* Blocks: paragraphs, headings, lists, quotes, code, contents. */
#include "converters/docx/writer.h"
#include "core/base/text_buffer.h"

#define LEVELS 9       /* of headings, lists and contents in Word */
#define LIST_STEP 360  /* twips a level of a list is set in */
#define TWIPS_A_PT10 2 /* a tenth of a point */

/* ---- one paragraph ---- */

static const struct {
    struct text word, document;
} style_names[WORD_STYLE_COUNT] = {
#define WORD_STYLE(id, kind, word, document) [WORD_##id] = {TEXT_INIT(word), TEXT_INIT(document)},
#include "converters/docx/word_styles.def"
#undef WORD_STYLE
};

/* The style of a block by what the document calls it, or by Word's own name. */
static enum word_style_name style_of(const struct docx_writer *w, const struct block *block)
{
    for (size_t i = 0; i < WORD_HYPERLINK; i++)
        if (!text_is_empty(block->style) &&
            (text_equal(block->style, style_names[i].document) ||
             text_equal_ascii_case(block->style, style_names[i].word)))
            return (enum word_style_name)i;
    return w->cells > 0 ? WORD_TABLE_CELL : WORD_NORMAL;
}

static void write_alignment(struct docx_writer *w, enum alignment align)
{
    static const char *const names[] = {[ALIGN_DEFAULT] = NULL,
                                        [ALIGN_LEFT] = "left",
                                        [ALIGN_CENTRE] = "center",
                                        [ALIGN_RIGHT] = "right",
                                        [ALIGN_JUSTIFY] = "both"};
    if (names[align] != NULL)
        part_value(w->part, "w:jc", text_from_string(names[align]));
}

static void write_rule(struct docx_writer *w)
{
    part_start(w->part, "w:pBdr");
    part_start(w->part, "w:bottom");
    part_attribute(w->part, "w:val", TEXT("single"));
    part_number(w->part, "w:sz", 6);
    part_number(w->part, "w:space", 1);
    part_attribute(w->part, "w:color", TEXT("auto"));
    part_end(w->part);
    part_end(w->part);
}

/* In the order of CT_PPr (ECMA-376 part 1, A.1). */
void write_paragraph_begin(struct docx_writer *w, const struct paragraph_look *look)
{
    struct xml_part *part = w->part;
    part_start(part, "w:p");
    part_start(part, "w:pPr");
    if (look->style != WORD_NORMAL)
        part_value(part, "w:pStyle", w->look.ids[look->style]);
    if (look->keeps_next)
        part_empty(part, "w:keepNext");
    if (look->begins_page && w->cells == 0)
        part_empty(part, "w:pageBreakBefore");
    if (look->list > 0) {
        part_start(part, "w:numPr");
        part_value_number(part, "w:ilvl", look->level < LEVELS ? look->level : LEVELS - 1);
        part_value_number(part, "w:numId", look->list);
        part_end(part);
    }
    if (look->has_rule)
        write_rule(w);
    if (look->indent > 0) {
        part_start(part, "w:ind");
        part_number(part, "w:left", look->indent);
        part_end(part);
    }
    write_alignment(w, look->align);
    part_end(part);
}

void write_empty_paragraph(struct docx_writer *w, enum word_style_name style)
{
    struct paragraph_look look = {.style = style};
    write_paragraph_begin(w, &look);
    part_end(w->part);
}

void write_bookmark(struct docx_writer *w, struct text name)
{
    int64_t id = (int64_t)w->bookmark_count++;
    part_start(w->part, "w:bookmarkStart");
    part_number(w->part, "w:id", id);
    part_attribute(w->part, "w:name", name);
    part_end(w->part);
    part_start(w->part, "w:bookmarkEnd");
    part_number(w->part, "w:id", id);
    part_end(w->part);
}

void write_paragraph(struct docx_writer *w, const struct block *block,
                     const struct paragraph_look *look)
{
    write_paragraph_begin(w, look);
    if (!text_is_empty(block->anchor))
        write_bookmark(w, write_bookmark_name(w, block->anchor));
    bool has_control = w->field != NULL && block->runs != NULL;
    if (has_control)
        write_control_begin(w, block->runs);
    if (!text_is_empty(block->label) && look->list == 0) { /* a number its author typed */
        struct text_buffer label = text_buffer_new(w->arena);
        buffer_append(&label, block->label);
        buffer_append_byte(&label, ' ');
        write_plain_words(w, buffer_text(&label));
    }
    write_runs(w, block->runs, block->language);
    if (has_control)
        write_control_end(w);
    part_end(w->part);
}

/* ---- kinds of blocks ---- */

static void write_heading(struct docx_writer *w, const struct block *block)
{
    unsigned level = block->level < 1 ? 1 : block->level > LEVELS ? LEVELS : block->level;
    struct paragraph_look look = {.style = (enum word_style_name)(WORD_HEADING_1 + level - 1),
                                  .begins_page = block->page_break_before,
                                  .align = block->align};
    write_paragraph(w, block, &look);
}

static void write_code(struct docx_writer *w, const struct block *block)
{
    struct paragraph_look look = {.style = WORD_SOURCE_CODE};
    struct text code = block->code;
    if (text_ends_with(code, TEXT("\n")))
        code = text_slice(code, 0, code.size - 1);
    write_paragraph_begin(w, &look);
    write_plain_words(w, code);
    part_end(w->part);
}

static void write_page_break(struct docx_writer *w)
{
    if (w->cells > 0)
        return; /* a cell goes on where it stands */
    write_paragraph_begin(w, &(struct paragraph_look){.style = WORD_NORMAL});
    part_start(w->part, "w:r");
    part_start(w->part, "w:br");
    part_attribute(w->part, "w:type", TEXT("page"));
    part_end(w->part);
    part_end(w->part);
    part_end(w->part);
}

static void write_block(struct docx_writer *w, const struct block *block, int64_t indent,
                        bool is_quote);

/* ---- lists ---- */

/* The first paragraph of an item has the number, those behind it are set in alike. */
static void write_item(struct docx_writer *w, const struct block *item, int64_t list,
                       unsigned level)
{
    struct paragraph_look look = {.style = w->cells > 0 ? WORD_TABLE_ITEM : WORD_LIST_PARAGRAPH,
                                  .list = list,
                                  .level = level};
    const struct block *block = item->children;
    bool begins_with_words =
        block != NULL && (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING);
    if (begins_with_words)
        write_paragraph(w, block, &look);
    else {
        write_paragraph_begin(w, &look);
        part_end(w->part);
    }
    for (block = begins_with_words ? block->next : block; block != NULL; block = block->next)
        write_block(w, block, LIST_STEP * (int64_t)(level + 1), false);
}

static void write_list(struct docx_writer *w, const struct block *list)
{
    unsigned level = list->level < LEVELS ? list->level : LEVELS - 1;
    int64_t number = write_list_number(w, list, level);
    for (const struct block *item = list->children; item != NULL; item = item->next)
        write_item(w, item, number, level);
}

/* ---- contents ---- */

static void write_contents_line(struct docx_writer *w, const struct block *heading, unsigned level)
{
    struct paragraph_look look = {.style = (enum word_style_name)(WORD_CONTENTS_1 + level - 1)};
    struct run words = {.kind = RUN_TEXT, .text = block_text(w->arena, heading)};
    if (!text_is_empty(heading->anchor)) {
        struct text_buffer link = text_buffer_new(w->arena);
        buffer_append_byte(&link, '#');
        buffer_append(&link, heading->anchor);
        words.link = buffer_text(&link);
    }
    write_paragraph_begin(w, &look);
    write_runs(w, &words, TEXT(""));
    part_end(w->part);
}

/* A line for each heading; Word and LibreOffice make their own of it when asked to. */
static void write_contents(struct docx_writer *w, const struct block *contents)
{
    unsigned depth = contents->level < 1 || contents->level > LEVELS ? 3 : contents->level;
    struct walk *walk = arena_new(w->arena, struct walk);
    *walk = walk_blocks(w->document->blocks);
    while (walk_next(walk)) {
        const struct block *block = walk->block;
        if (walk->event == WALK_ENTER && block->kind == BLOCK_HEADING && block->level <= depth)
            write_contents_line(w, block, block->level < 1 ? 1 : block->level);
    }
}

/* ---- all of them ---- */

static void write_children(struct docx_writer *w, const struct block *first, int64_t indent,
                           bool is_quote)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        write_block(w, block, indent, is_quote);
}

static void write_words_of(struct docx_writer *w, const struct block *block, int64_t indent,
                           bool is_quote)
{
    struct paragraph_look look = {.style = is_quote ? WORD_QUOTE : style_of(w, block),
                                  .begins_page = block->page_break_before,
                                  .indent = indent + block->indent_pt10 * TWIPS_A_PT10,
                                  .align = block->align};
    write_paragraph(w, block, &look);
}

static void write_block(struct docx_writer *w, const struct block *block, int64_t indent,
                        bool is_quote)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        write_heading(w, block);
        break;
    case BLOCK_PARAGRAPH:
        write_words_of(w, block, indent, is_quote);
        break;
    case BLOCK_LIST:
        write_list(w, block);
        break;
    case BLOCK_TABLE:
        write_table(w, block);
        break;
    case BLOCK_FIGURE:
        write_figure(w, block);
        break;
    case BLOCK_CODE:
        write_code(w, block);
        break;
    case BLOCK_QUOTE:
        write_children(w, block->children, indent, true);
        break;
    case BLOCK_PAGE_BREAK:
        write_page_break(w);
        break;
    case BLOCK_RULE:
        write_paragraph_begin(w, &(struct paragraph_look){.style = WORD_NORMAL, .has_rule = true});
        part_end(w->part);
        break;
    case BLOCK_ITEM: /* outside a list */
    case BLOCK_SECTION:
        write_children(w, block->children, indent, is_quote);
        break;
    case BLOCK_CONTENTS:
        write_contents(w, block);
        break;
    }
}

void write_blocks(struct docx_writer *w, const struct block *first)
{
    write_children(w, first, 0, false);
}
