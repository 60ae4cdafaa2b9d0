/* Blocks as elements; recursion is as deep as the tree, LIMIT_DEPTH where it was built. */
#include "converters/html/writer.h"

/* lang="…" where it is another than around; what was around, to be put back. */
static struct text html_language(struct html_writer *w, struct text language)
{
    struct text around = w->language;
    if (language.size > 0 && !text_equal(language, around)) {
        page_attribute_text(w->page, "lang", language);
        w->language = language;
    }
    return around;
}

static void write_id(struct html_writer *w, const struct block *block)
{
    const struct site_place *place = site_place_of(w->site, block);
    if (place != NULL)
        page_attribute_text(w->page, "id", place->id);
}

static void write_label(struct html_writer *w, const struct block *block)
{
    if (block->label.size == 0)
        return;
    page_words(w->page, block->label);
    page_string(w->page, " ");
}

static void write_heading(struct html_writer *w, const struct block *block)
{
    const struct site_place *place = site_place_of(w->site, block);
    unsigned level = (place == NULL ? block->level : place->level) + w->first_level - 1;
    char name[] = "h1", style[] = "heading-1";
    name[1] = (char)('0' + (level > 6 ? 6 : level));
    style[8] = (char)('0' + (block->level > 6 ? 6 : block->level));
    page_begin(
        w->page, name,
        html_class(w->arena, "s-", block->style.size > 0 ? block->style : text_from_string(style)));
    if (level > 6) {
        page_attribute(w->page, "role", "heading");
        page_attribute_count(w->page, "aria-level", level);
    }
    write_id(w, block);
    struct text around = html_language(w, block->language);
    write_label(w, block);
    html_runs(w, block->runs);
    page_end(w->page);
    w->language = around;
    w->heading = place == NULL ? block_text(w->arena, block) : place->words;
}

static void write_paragraph(struct html_writer *w, const struct block *block)
{
    static const char *const aligns[] = {NULL, " start", " centre", " end", " justify"};
    struct text_buffer class = text_buffer_new(w->arena);
    if (block->runs == NULL && block->label.size == 0 && block->anchor.size == 0)
        return;
    buffer_append_string(
        &class, html_class(w->arena, "s-", block->style.size > 0 ? block->style : TEXT("body")));
    if (block->align != ALIGN_DEFAULT)
        buffer_append_string(&class, aligns[block->align]);
    page_begin(w->page, "p", buffer_string(&class));
    write_id(w, block);
    struct text around = html_language(w, block->language);
    write_label(w, block);
    html_runs(w, block->runs);
    page_end(w->page);
    w->language = around;
}

/* ---- lists ---- */

enum list_marks { MARKS_BULLETS, MARKS_NUMBERS, MARKS_AS_PRINTED };

static bool is_number(struct text label, size_t number)
{
    size_t value = 0, i = 0;
    while (i < label.size && i < 9 && label.data[i] >= '0' && label.data[i] <= '9')
        value = value * 10 + (size_t)(label.data[i++] - '0');
    return i > 0 && i + 1 == label.size && label.data[i] == '.' && value == number;
}

/* How the list's own labels can be had: from the browser where it prints the same. */
static enum list_marks marks_of(const struct block *list)
{
    bool is_bulleted = true, is_numbered = true;
    size_t number = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        is_numbered &= is_number(item->label, ++number);
        is_bulleted &= item->label.size == 0 || text_is(item->label, "•") ||
                       text_is(item->label, "-") || text_is(item->label, "*");
    }
    return is_numbered ? MARKS_NUMBERS : is_bulleted ? MARKS_BULLETS : MARKS_AS_PRINTED;
}

static void write_item(struct html_writer *w, const struct block *item, enum list_marks marks)
{
    page_raw(w->page, "\n");
    page_begin(w->page, "li", NULL);
    write_id(w, item);
    if (marks == MARKS_AS_PRINTED) {
        page_element(w->page, "span", "s-item", item->label);
        page_begin(w->page, "div", NULL);
    }
    html_blocks(w, item->children, NULL);
    if (marks == MARKS_AS_PRINTED)
        page_end(w->page);
    page_end(w->page);
}

static void write_list(struct html_writer *w, const struct block *list)
{
    enum list_marks marks = marks_of(list);
    if (list->children == NULL)
        return;
    page_begin(w->page, marks == MARKS_NUMBERS ? "ol" : "ul",
               marks == MARKS_AS_PRINTED ? "labelled" : NULL);
    if (marks == MARKS_AS_PRINTED)
        page_attribute(w->page, "role", "list"); /* some browsers drop it with the bullets */
    for (const struct block *item = list->children; item != NULL; item = item->next)
        write_item(w, item, marks);
    page_end(w->page);
}

/* ---- blocks ---- */

static void write_within(struct html_writer *w, const struct block *block, const char *element)
{
    page_begin(w->page, element, NULL);
    write_id(w, block);
    struct text around = html_language(w, block->language);
    html_blocks(w, block->children, NULL);
    page_end(w->page);
    w->language = around;
}

static void write_code(struct html_writer *w, const struct block *block)
{
    page_begin(w->page, "pre", "s-code");
    page_begin(w->page, "code", NULL);
    page_words(w->page, block->code);
    page_end(w->page);
    page_end(w->page);
}

/* The words that the page's own heading says already. */
static bool is_title(const struct html_writer *w, const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH && text_is(block->style, "cover-title") &&
           w->first_level == 2 && text_equal(block_text(w->arena, block), w->site->document->title);
}

static void write_block(struct html_writer *w, const struct block *block)
{
    if (site_shows_elsewhere(w->site, block) || is_title(w, block))
        return;
    page_raw(w->page, "\n");
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
        write_within(w, block, "div");
        break;
    case BLOCK_TABLE:
        html_table(w, block);
        break;
    case BLOCK_FIGURE:
        html_figure(w, block);
        break;
    case BLOCK_CODE:
        write_code(w, block);
        break;
    case BLOCK_QUOTE:
        write_within(w, block, "blockquote");
        break;
    case BLOCK_RULE:
        page_begin(w->page, "hr", NULL);
        page_end_empty(w->page);
        break;
    case BLOCK_SECTION:
        write_within(w, block, "section");
        break;
    case BLOCK_PAGE_BREAK:
    case BLOCK_CONTENTS: /* stands in the page's navigation */
        break;
    }
}

void html_blocks(struct html_writer *w, const struct block *first, const struct block *end)
{
    for (const struct block *block = first; block != end; block = block->next)
        write_block(w, block);
}
