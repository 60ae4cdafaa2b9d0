#include "core/document/document.h"
#include "core/base/text_buffer.h"

struct document *document_new(struct arena *arena, const struct source *source)
{
    struct document *document = arena_new(arena, struct document);
    document->arena = arena;
    document->source = source;
    return document;
}

static struct block *block_new(struct document *document, enum block_kind kind, struct span span)
{
    struct block *block = arena_new(document->arena, struct block);
    block->kind = kind;
    block->span = span;
    return block;
}

struct block *block_append(struct document *document, struct block *parent, enum block_kind kind,
                           struct span span)
{
    struct block *block = block_new(document, kind, span);
    struct block **first = parent == NULL ? &document->blocks : &parent->children;
    struct block **last = parent == NULL ? &document->last_block : &parent->last_child;
    block->parent = parent;
    *(*last == NULL ? first : &(*last)->next) = block;
    *last = block;
    return block;
}

struct block *block_append_to_cell(struct document *document, struct cell *cell,
                                   enum block_kind kind, struct span span)
{
    struct block *block = block_new(document, kind, span);
    *(cell->last_block == NULL ? &cell->blocks : &cell->last_block->next) = block;
    cell->last_block = block;
    return block;
}

struct run *run_append(struct document *document, struct block *block, enum run_kind kind,
                       struct text text, struct span span)
{
    struct run *run = arena_new(document->arena, struct run);
    run->kind = kind;
    run->text = text;
    run->span = span;
    *(block->last_run == NULL ? &block->runs : &block->last_run->next) = run;
    block->last_run = run;
    return run;
}

static bool continues(const struct run *run, unsigned style, struct text text, struct span span)
{
    return run != NULL && run->kind == RUN_TEXT && run->style == style && run->link.size == 0 &&
           run->text.data + run->text.size == text.data && run->span.source == span.source &&
           (!span_is_text(span) ||
            (run->span.end == span.begin && span.end - span.begin == text.size &&
             run->span.end - run->span.begin == run->text.size));
}

struct run *run_append_text(struct document *document, struct block *block, struct text text,
                            unsigned style, struct span span)
{
    struct run *run = block->last_run;
    if (continues(run, style, text, span)) {
        run->text.size += text.size;
        run->span = span_join(run->span, span);
        return run;
    }
    run = run_append(document, block, RUN_TEXT, text, span);
    run->style = style;
    return run;
}

void metadata_append(struct document *document, struct text key, struct text value,
                     struct span key_span, struct span value_span)
{
    struct metadata *entry = arena_new(document->arena, struct metadata);
    *entry = (struct metadata){
        .key = key, .value = value, .key_span = key_span, .value_span = value_span};
    *(document->last_metadata == NULL ? &document->metadata : &document->last_metadata->next) =
        entry;
    document->last_metadata = entry;
}

void remark_append(struct document *document, struct text text, struct span span)
{
    struct remark *remark = arena_new(document->arena, struct remark);
    *remark = (struct remark){.text = text, .span = span};
    *(document->last_remark == NULL ? &document->remarks : &document->last_remark->next) = remark;
    document->last_remark = remark;
}

struct shape *shape_append(struct document *document, struct figure *figure, enum shape_kind kind)
{
    struct shape *shape = arena_new(document->arena, struct shape);
    shape->kind = kind;
    shape->fill = shape->stroke = COLOUR_NONE;
    *(figure->last_shape == NULL ? &figure->shapes : &figure->last_shape->next) = shape;
    figure->last_shape = shape;
    return shape;
}

static void append_runs(struct text_buffer *out, const struct run *runs)
{
    for (const struct run *run = runs; run != NULL; run = run->next) {
        if (run->style & STYLE_PLACEHOLDER)
            continue;
        if (run->kind == RUN_BREAK)
            buffer_append_byte(out, '\n');
        else if (run->kind != RUN_NOTE)
            buffer_append(out, run->text);
    }
}

/* One run of text, as most blocks have: its words need no copy. */
static bool is_one_text(const struct run *runs)
{
    return runs != NULL && runs->next == NULL && runs->kind == RUN_TEXT &&
           (runs->style & STYLE_PLACEHOLDER) == 0;
}

struct text block_text(struct arena *arena, const struct block *block)
{
    if (is_one_text(block->runs))
        return block->runs->text;
    struct text_buffer out = text_buffer_new(arena);
    append_runs(&out, block->runs);
    return buffer_text(&out);
}

const struct block *skip_blank_paragraphs(struct arena *scratch, const struct block *block)
{
    while (block != NULL && block->kind == BLOCK_PARAGRAPH &&
           text_is_blank(block_text(scratch, block)))
        block = block->next;
    return block;
}

static void divide(struct text_buffer *out)
{
    if (out->size > 0 && out->data[out->size - 1] != '\n' && out->data[out->size - 1] != ' ')
        buffer_append_byte(out, '\n');
}

static void append_block(struct text_buffer *out, const struct block *block)
{
    if (block->runs == NULL && block->label.size == 0 && block->code.size == 0 &&
        block->figure == NULL)
        return;
    divide(out);
    if (block->label.size > 0) {
        buffer_append(out, block->label);
        buffer_append_byte(out, ' ');
    }
    append_runs(out, block->runs);
    buffer_append(out, block->code);
    if (block->figure != NULL)
        buffer_append(out, block->figure->alternative);
}

/* Nothing but what block_text gives, and no block behind it. */
static bool is_plain_block(const struct block *block)
{
    return block->next == NULL && block->children == NULL && block->table == NULL &&
           block->label.size == 0 && block->code.size == 0 && block->figure == NULL;
}

struct text blocks_text(struct arena *arena, const struct block *first)
{
    if (first != NULL && is_plain_block(first) && is_one_text(first->runs))
        return text_trim(first->runs->text);
    struct text_buffer out = text_buffer_new(arena);
    struct walk walk = walk_blocks((struct block *)first);
    while (walk_next(&walk))
        if (walk.event == WALK_ENTER)
            append_block(&out, walk.block);
    return text_trim(buffer_text(&out));
}

struct text whole_block_text(struct arena *arena, const struct block *block)
{
    struct block alone = *block;
    alone.label = TEXT("");
    alone.next = NULL;
    return blocks_text(arena, &alone);
}

struct text cell_text(struct arena *arena, const struct cell *cell)
{
    return blocks_text(arena, cell->blocks);
}

bool block_is_styled(const struct block *block, unsigned style)
{
    bool any = false;
    for (const struct run *run = block->runs; run != NULL; run = run->next) {
        if (run->kind != RUN_TEXT || text_is_blank(run->text))
            continue;
        if ((run->style & style) == 0)
            return false;
        any = true;
    }
    return any;
}

bool block_is_strong(const struct block *block) { return block_is_styled(block, STYLE_STRONG); }
