/*
 * Comments within a line that cmark takes for words: until CommonMark 0.31 no "--" could stand in
 * one, and a reason stands behind "--".
 */
#include "converters/markdown/reader.h"

struct comment {
    uint32_t begin, end; /* with its marks */
};

static bool is_as_written(const struct run *run)
{
    return run->kind == RUN_TEXT && run->text.size == run->span.end - run->span.begin;
}

/* The first comment that opens in this run, and closes in the block; a backslash makes it words. */
static bool opens_comment(const struct markdown_reader *reader, const struct run *run, uint32_t end,
                          struct comment *comment)
{
    struct text source = text_slice(reader->source->text, 0, end);
    if (!is_as_written(run) || (run->style & STYLE_CODE) != 0)
        return false;
    size_t open = text_find(run->text, TEXT("<!--"), 0);
    if (open == TEXT_NOT_FOUND)
        return false;
    size_t begin = run->span.begin + open;
    size_t close = text_find(source, TEXT("-->"), begin + 4);
    bool is_escaped = begin > 0 && source.data[begin - 1] == '\\';
    if (close == TEXT_NOT_FOUND || is_escaped ||
        !text_starts_with(text_from(source, begin), TEXT("<!--")))
        return false;
    *comment = (struct comment){(uint32_t)begin, (uint32_t)close + 3};
    return true;
}

/* The run that holds the comment's end; NULL: its words are not as written there. */
static struct run *closing_run(struct run *run, const struct comment *comment)
{
    while (run != NULL && run->span.end < comment->end)
        run = run->next;
    return run != NULL && is_as_written(run) && run->span.begin < comment->end ? run : NULL;
}

/* returns  the run behind the comment, in which another may open */
static struct run *take(struct markdown_reader *reader, struct block *block, struct run *run,
                        struct run *last, const struct comment *comment)
{
    struct text words = reader_source(reader, comment->begin + 4, comment->end - 3);
    struct run *rest = arena_new(reader->arena, struct run);
    size_t head = comment->begin - run->span.begin, tail = comment->end - last->span.begin;
    *rest = *last;
    rest->text = text_from(last->text, tail);
    rest->span.begin = comment->end;
    run->text = text_slice(run->text, 0, head);
    run->span.end = comment->begin;
    run->next = rest;
    if (block->last_run == last)
        block->last_run = rest;
    reader_remark(reader, text_trim(words), reader_span(reader, comment->begin, comment->end));
    return rest;
}

static void drop_empty_runs(struct block *block)
{
    struct run **link = &block->runs;
    block->last_run = NULL;
    while (*link != NULL) {
        struct run *run = *link;
        bool is_empty =
            run->kind == RUN_TEXT && run->text.size == 0 && (run->style & STYLE_LINE_END) == 0;
        if (is_empty) {
            *link = run->next;
            continue;
        }
        block->last_run = run;
        link = &run->next;
    }
}

void comments_take(struct markdown_reader *reader, struct block *block, uint32_t end)
{
    bool any = false;
    if (!reader->has_comments)
        return;
    for (struct run *run = block->runs; run != NULL;) {
        struct comment comment;
        struct run *last =
            opens_comment(reader, run, end, &comment) ? closing_run(run, &comment) : NULL;
        any |= last != NULL;
        run = last == NULL ? run->next : take(reader, block, run, last, &comment);
    }
    if (any)
        drop_empty_runs(block);
}
