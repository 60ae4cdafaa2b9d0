/* document_dump FILE…: the document that a file's reader makes, one node a line with its place. */
#include "converters/converter.h"
#include "core/base/file.h"
#include <stdio.h>

static const char *const block_names[] = {
    [BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
    [BLOCK_LIST] = "list",       [BLOCK_ITEM] = "item",
    [BLOCK_TABLE] = "table",     [BLOCK_FIGURE] = "figure",
    [BLOCK_CODE] = "code",       [BLOCK_QUOTE] = "quote",
    [BLOCK_RULE] = "rule",       [BLOCK_PAGE_BREAK] = "page-break",
    [BLOCK_SECTION] = "section", [BLOCK_CONTENTS] = "contents"};
static const char *const run_names[] = {[RUN_TEXT] = "text",
                                        [RUN_BREAK] = "break",
                                        [RUN_IMAGE] = "image",
                                        [RUN_NOTE] = "note",
                                        [RUN_PAGE_NUMBER] = "page-number"};

static void print_at(struct arena *arena, struct span span)
{
    struct line_column at = span_line_column(span);
    if (at.line > 0)
        printf(" @%zu:%zu+%u", at.line, at.column, (unsigned)(span.end - span.begin));
    else
        printf(" @%.*s", TEXT_ARGS(span_describe(arena, span)));
}

static void print_runs(struct arena *arena, const struct run *run, int indent)
{
    for (; run != NULL; run = run->next) {
        printf("%*s%s", indent, "", run_names[run->kind]);
        print_at(arena, run->span);
        if (run->style != 0)
            printf(" style=%x", run->style);
        if (run->link.size > 0)
            printf(" link=%.*s", TEXT_ARGS(run->link));
        printf(" \"%.*s\"\n", TEXT_ARGS(run->text));
        if (run->note != NULL)
            print_runs(arena, run->note->runs, indent + 2);
    }
}

static void print_block(struct arena *arena, const struct block *block, int indent)
{
    printf("%*s%s", indent, "", block_names[block->kind]);
    print_at(arena, block->span);
    if (block->level > 0)
        printf(" level=%u", block->level);
    if (block->label.size > 0)
        printf(" label=%.*s", TEXT_ARGS(block->label));
    if (block->code.size > 0)
        printf(" \"%.*s\"", TEXT_ARGS(block->code));
    if (block->table != NULL)
        printf(" %u×%u heads=%u", (unsigned)block->table->rows, (unsigned)block->table->columns,
               (unsigned)block->table->header_rows);
    puts("");
    print_runs(arena, block->runs, indent + 2);
}

static void print_document(struct arena *arena, const struct document *document)
{
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next) {
        printf("metadata");
        print_at(arena, m->value_span);
        printf(" %.*s=%.*s\n", TEXT_ARGS(m->key), TEXT_ARGS(m->value));
    }
    for (const struct remark *r = document->remarks; r != NULL; r = r->next) {
        printf("remark");
        print_at(arena, r->span);
        printf(" \"%.*s\"\n", TEXT_ARGS(r->text));
    }
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        int indent = (int)walk.depth * 2;
        if (walk.event == WALK_ENTER)
            print_block(arena, walk.block, indent - 2);
        if (walk.event == WALK_ENTER_CELL) {
            printf("%*scell %u,%u", indent - 1, "", (unsigned)walk.cell->row,
                   (unsigned)walk.cell->column);
            if (walk.cell->row_span > 1 || walk.cell->column_span > 1)
                printf(" %u×%u", (unsigned)walk.cell->row_span, (unsigned)walk.cell->column_span);
            print_at(arena, walk.cell->span);
            puts("");
        }
    }
}

static int dump(const char *path)
{
    struct arena *arena = arena_open(NULL, NULL);
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = path};
    struct diagnostics *diags = diagnostics_new(arena);
    struct input input = {.arena = arena, .source = source, .diags = diags};
    struct document *document = NULL;
    enum status status = file_read(arena, source, &input.bytes, diags);
    const struct converter *converter =
        status == STATUS_OK ? converter_sniff(input.bytes, text_from_string(path)) : NULL;
    if (converter != NULL && converter->read_document != NULL)
        status = converter->read_document(&input, &document);
    if (document != NULL)
        print_document(arena, document);
    for (size_t i = 0; i < diags->count; i++)
        printf("%.*s: %.*s\n", TEXT_ARGS(span_describe(arena, diags->items[i]->at)),
               TEXT_ARGS(diagnostic_message(arena, diags->items[i], LANG_EN)));
    arena_close(arena);
    return status == STATUS_OK ? 0 : 1;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed |= dump(argv[i]);
    return failed;
}
