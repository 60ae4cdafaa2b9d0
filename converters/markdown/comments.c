/*
 * What no page shows and cmark takes for words: comments within a line (until CommonMark 0.31 no
 * "--" could stand in one, and a reason stands behind "--"), and the marks that the dialects of
 * site generators have for programs: attribute lists {: .note } (kramdown), { #anchor } behind a
 * heading (Pandoc), and targets (label)= (MyST).
 */
#include "converters/markdown/reader.h"
#include <ctype.h>
#include <string.h>

struct comment {
    uint32_t begin, end; /* with its marks */
    uint32_t words, words_end;
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
    *comment = (struct comment){(uint32_t)begin, (uint32_t)close + 3, (uint32_t)begin + 4,
                                (uint32_t)close};
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
    struct text words = reader_source(reader, comment->words, comment->words_end);
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

static bool take_comments(struct markdown_reader *reader, struct block *block, uint32_t end)
{
    bool any = false;
    for (struct run *run = reader->has_comments ? block->runs : NULL; run != NULL;) {
        struct comment comment;
        struct run *last =
            opens_comment(reader, run, end, &comment) ? closing_run(run, &comment) : NULL;
        any |= last != NULL;
        run = last == NULL ? run->next : take(reader, block, run, last, &comment);
    }
    return any;
}

/* ---- marks of dialects ---- */

/* Where "{: .note }" begins, or { #anchor } that ends a heading; TEXT_NOT_FOUND: nowhere. */
static size_t attributes_begin(const struct block *block, const struct run *run, size_t *end)
{
    static const struct text opens[] = {TEXT_INIT("{:"), TEXT_INIT("{#"), TEXT_INIT("{ #"),
                                        TEXT_INIT("{.")};
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++) {
        size_t open = text_find(run->text, opens[i], 0);
        size_t close =
            open == TEXT_NOT_FOUND ? open : text_find(run->text, TEXT("}"), open + opens[i].size);
        if (close == TEXT_NOT_FOUND)
            continue;
        bool is_last = block->kind == BLOCK_HEADING && run == block->last_run &&
                       text_is_blank(text_from(run->text, close + 1));
        *end = close + 1;
        if (i == 0 || is_last)
            return open;
    }
    return TEXT_NOT_FOUND;
}

/* "(label)=" and nothing else; 0: it is none. */
static size_t target_end(struct text words)
{
    size_t end = 1;
    while (end < words.size && (isalnum((unsigned char)words.data[end]) ||
                                (words.data[end] != '\0' && strchr("_-:.", words.data[end]))))
        end++;
    bool is_all = end > 1 && text_equal(text_from(words, end), TEXT(")="));
    return text_starts_with(words, TEXT("(")) && is_all ? words.size : 0;
}

static bool finds_mark(const struct markdown_reader *reader, const struct block *block,
                       const struct run *run, struct comment *mark)
{
    size_t end = 0, begin = 0;
    if (!is_as_written(run) || (run->style & STYLE_CODE) != 0)
        return false;
    if (run == block->runs && run->next == NULL)
        end = target_end(run->text);
    if (end == 0)
        begin = attributes_begin(block, run, &end);
    if (end == 0 || begin == TEXT_NOT_FOUND)
        return false;
    uint32_t from = run->span.begin + (uint32_t)begin, to = run->span.begin + (uint32_t)end;
    if (from > 0 && reader->source->text.data[from - 1] == '\\')
        return false; /* it makes them words */
    *mark = (struct comment){from, to, from, to};
    return true;
}

static bool take_marks(struct markdown_reader *reader, struct block *block)
{
    bool any = false;
    for (struct run *run = block->runs; run != NULL;) {
        struct comment mark;
        bool is_found = finds_mark(reader, block, run, &mark);
        any |= is_found;
        run = is_found ? take(reader, block, run, run, &mark) : run->next;
    }
    return any;
}

void comments_take(struct markdown_reader *reader, struct block *block, uint32_t end)
{
    if (take_comments(reader, block, end))
        drop_empty_runs(block);
}

void marks_take(struct markdown_reader *reader, struct block *block)
{
    if (take_marks(reader, block))
        drop_empty_runs(block);
}
