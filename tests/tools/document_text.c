/*
 * document_text accept|reject|all FILE: the words of the document that a file's reader makes, a
 * block a line, notes and comments where they are referred to; without labels of lists.
 */
#include "converters/converter.h"
#include "core/base/file.h"
#include <stdio.h>
#include <string.h>

static void print_blocks(const struct block *first);

static void print_runs(const struct run *run)
{
    for (; run != NULL; run = run->next) {
        printf("%.*s", TEXT_ARGS(run->text));
        if (run->kind == RUN_BREAK)
            putchar('\n');
        if (run->kind == RUN_NOTE) {
            puts("");
            print_blocks(run->note);
        }
    }
}

static void print_cells(const struct cell *cell)
{
    for (; cell != NULL; cell = cell->next)
        print_blocks(cell->blocks);
}

/* As deep as the reader nests blocks, which LIMIT_DEPTH bounds. */
static void print_blocks(const struct block *first)
{
    for (const struct block *block = first; block != NULL; block = block->next) {
        print_runs(block->runs);
        puts("");
        if (block->table != NULL)
            print_cells(block->table->cells);
        print_blocks(block->children);
    }
}

int main(int argc, char **argv)
{
    static const char *const sides[] = {"accept", "reject", "all"};
    if (argc != 3)
        return 2;
    struct arena *arena = arena_open(NULL, NULL);
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = argv[2]};
    struct diagnostics *diags = diagnostics_new(arena);
    struct input input = {.arena = arena, .source = source, .diags = diags};
    for (int i = 0; i < 3; i++)
        if (strcmp(argv[1], sides[i]) == 0)
            input.revisions = (enum revisions)i;
    input.keeps_comments = input.revisions == REVISIONS_ALL;
    struct document *document = NULL;
    enum status status = file_read(arena, source, &input.bytes, diags);
    const struct converter *converter =
        status == STATUS_OK ? converter_sniff(input.bytes, text_from_string(argv[2])) : NULL;
    if (converter != NULL && converter->read_document != NULL)
        status = converter->read_document(&input, &document);
    if (document != NULL)
        print_blocks(document->blocks);
    arena_close(arena);
    return status == STATUS_OK ? 0 : 1;
}
