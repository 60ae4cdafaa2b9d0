/* Blocks as pandoc's; recursion is as deep as the tree, LIMIT_DEPTH where it was built. */
#include "converters/pandoc/writer.h"
#include "core/base/base64.h"

static void add_blocks(struct pandoc_writer *w, json_t *to, const struct block *first);

static struct text id_of(const struct pandoc_writer *w, const struct block *block)
{
    const struct site_place *place = site_place_of(w->site, block);
    return place == NULL ? TEXT("") : place->id;
}

/* Its runs with its printed number or bullet in front. */
static json_t *labelled(struct pandoc_writer *w, struct text label, const struct run *runs)
{
    json_t *inlines = json_array(), *rest = pandoc_inlines(w, runs);
    if (label.size > 0) {
        pandoc_words(inlines, label);
        json_array_append_new(inlines, pandoc_node("Space", NULL));
    }
    json_array_extend(inlines, rest);
    json_decref(rest);
    return inlines;
}

static json_t *heading(struct pandoc_writer *w, const struct block *block)
{
    const struct site_place *place = site_place_of(w->site, block);
    json_t *content = json_array();
    json_array_append_new(content,
                          json_integer((json_int_t)(place == NULL ? block->level : place->level)));
    json_array_append_new(content, pandoc_attributes(id_of(w, block), NULL, TEXT("")));
    json_array_append_new(content, labelled(w, block->label, block->runs));
    return pandoc_node("Header", content);
}

/* A Div around blocks. */
static json_t *division(struct text id, const char *class, struct text language, json_t *blocks)
{
    json_t *content = json_array();
    json_array_append_new(content, pandoc_attributes(id, class, language));
    json_array_append_new(content, blocks);
    return pandoc_node("Div", content);
}

static void add_paragraph(struct pandoc_writer *w, json_t *to, const struct block *block)
{
    json_t *paragraph = pandoc_node("Para", labelled(w, block->label, block->runs));
    struct text id = id_of(w, block);
    if (block->runs == NULL && block->label.size == 0) {
        json_decref(paragraph);
        return;
    }
    if (id.size > 0) {
        json_t *blocks = json_array();
        json_array_append_new(blocks, paragraph);
        paragraph = division(id, NULL, TEXT(""), blocks);
    }
    json_array_append_new(to, paragraph);
}

/* ---- lists ---- */

/* All labels are "1." upwards: pandoc prints the same. */
static bool is_counted(const struct block *list)
{
    size_t number = 0;
    for (const struct block *item = list->children; item != NULL; item = item->next) {
        size_t value = 0, i = 0;
        while (i < item->label.size && i < 9 && item->label.data[i] >= '0' &&
               item->label.data[i] <= '9')
            value = value * 10 + (size_t)(item->label.data[i++] - '0');
        if (i + 1 != item->label.size || item->label.data[i] != '.' || value != ++number)
            return false;
    }
    return number > 0;
}

static bool is_bullet(struct text label)
{
    return label.size == 0 || text_is(label, "•") || text_is(label, "-") || text_is(label, "*");
}

static json_t *item_blocks(struct pandoc_writer *w, const struct block *item, bool shows_label)
{
    const struct block *first = item->children;
    json_t *blocks = json_array();
    if (shows_label && first != NULL && first->kind == BLOCK_PARAGRAPH) {
        json_array_append_new(blocks, pandoc_node("Para", labelled(w, item->label, first->runs)));
        first = first->next;
    } else if (shows_label) {
        json_t *label = json_array();
        pandoc_words(label, item->label);
        json_array_append_new(blocks, pandoc_node("Para", label));
    }
    add_blocks(w, blocks, first);
    return blocks;
}

static void add_list(struct pandoc_writer *w, json_t *to, const struct block *list)
{
    bool is_ordered = is_counted(list);
    json_t *items = json_array();
    for (const struct block *item = list->children; item != NULL; item = item->next)
        json_array_append_new(items, item_blocks(w, item, !is_ordered && !is_bullet(item->label)));
    if (is_ordered) {
        json_t *numbers = json_array(), *content = json_array();
        json_array_append_new(numbers, json_integer(1));
        json_array_append_new(numbers, pandoc_node("Decimal", NULL));
        json_array_append_new(numbers, pandoc_node("Period", NULL));
        json_array_append_new(content, numbers);
        json_array_append_new(content, items);
        items = content;
    }
    json_array_append_new(to, pandoc_node(is_ordered ? "OrderedList" : "BulletList", items));
}

/* ---- figures ---- */

static void add_picture(json_t *blocks, const struct figure *figure, struct arena *arena)
{
    struct text_buffer source = text_buffer_new(arena);
    json_t *words = json_array(), *content = json_array(), *target = json_array(),
           *inlines = json_array();
    buffer_append_string(&source, text_starts_with(figure->image, TEXT("\x89PNG"))
                                      ? "data:image/png;base64,"
                                      : "data:image/jpeg;base64,");
    base64_append(&source, figure->image);
    pandoc_words(words, figure->alternative);
    json_array_append_new(target, json_text(buffer_text(&source)));
    json_array_append_new(target, json_string(""));
    json_array_append_new(content, pandoc_attributes(TEXT(""), NULL, TEXT("")));
    json_array_append_new(content, words);
    json_array_append_new(content, target);
    json_array_append_new(inlines, pandoc_node("Image", content));
    json_array_append_new(blocks, pandoc_node("Para", inlines));
}

/* A drawing is told in words: not every format that pandoc writes can draw. */
static void add_figure(struct pandoc_writer *w, json_t *to, const struct block *block)
{
    json_t *blocks = json_array();
    const struct figure *figure = block->figure;
    if (figure != NULL && figure->image.size > 0)
        add_picture(blocks, figure, w->arena);
    struct text line;
    for (size_t at = 0; figure != NULL && figure->image.size == 0 &&
                        text_next_line(figure->alternative, &at, &line);) {
        json_t *words = json_array();
        pandoc_words(words, line);
        json_array_append_new(blocks, pandoc_node("Para", words));
    }
    if (block->runs != NULL)
        json_array_append_new(blocks, pandoc_node("Para", pandoc_inlines(w, block->runs)));
    json_array_append_new(to, division(id_of(w, block), "figure", TEXT(""), blocks));
}

/* ---- blocks ---- */

static void add_section(struct pandoc_writer *w, json_t *to, const struct block *block)
{
    struct text around = w->language;
    bool is_foreign = block->language.size > 0 && !text_equal(block->language, around);
    if (!is_foreign) {
        add_blocks(w, to, block->children);
        return;
    }
    w->language = block->language;
    json_array_append_new(
        to, division(TEXT(""), NULL, block->language, pandoc_blocks(w, block->children)));
    w->language = around;
}

static json_t *code(const struct block *block)
{
    json_t *content = json_array();
    json_array_append_new(content, pandoc_attributes(TEXT(""), NULL, TEXT("")));
    json_array_append_new(content, json_text(block->code));
    return pandoc_node("CodeBlock", content);
}

static void add_block(struct pandoc_writer *w, json_t *to, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        json_array_append_new(to, heading(w, block));
        break;
    case BLOCK_PARAGRAPH:
        add_paragraph(w, to, block);
        break;
    case BLOCK_LIST:
        add_list(w, to, block);
        break;
    case BLOCK_TABLE:
        if (block->table != NULL && block->table->cells != NULL)
            json_array_append_new(to, pandoc_table(w, block));
        break;
    case BLOCK_FIGURE:
        add_figure(w, to, block);
        break;
    case BLOCK_CODE:
        json_array_append_new(to, code(block));
        break;
    case BLOCK_QUOTE:
        json_array_append_new(to, pandoc_node("BlockQuote", pandoc_blocks(w, block->children)));
        break;
    case BLOCK_RULE:
        json_array_append_new(to, pandoc_node("HorizontalRule", NULL));
        break;
    case BLOCK_ITEM:
    case BLOCK_SECTION:
        add_section(w, to, block);
        break;
    case BLOCK_PAGE_BREAK:
    case BLOCK_CONTENTS: /* pandoc makes its own: --toc */
        break;
    }
}

/* The title stands in the document's metadata, which pandoc shows above all. */
static bool is_elsewhere(const struct pandoc_writer *w, const struct block *block)
{
    return site_shows_elsewhere(w->site, block) ||
           (block->kind == BLOCK_PARAGRAPH && text_is(block->style, "cover-title"));
}

static void add_blocks(struct pandoc_writer *w, json_t *to, const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next)
        if (!is_elsewhere(w, block))
            add_block(w, to, block);
}

json_t *pandoc_blocks(struct pandoc_writer *w, const struct block *first)
{
    json_t *blocks = json_array();
    add_blocks(w, blocks, first);
    return blocks;
}
