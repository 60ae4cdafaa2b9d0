/*
 * What no page shows and cmark takes for words: comments within a line (until CommonMark 0.31 no
 * "--" could stand in one, and a reason stands behind "--"), and the marks that the dialects of
 * site generators have for programs: attribute lists {: .note } (kramdown), { #anchor } behind a
 * heading (Pandoc), {target="_blank"} behind a link, targets (label)= (MyST), names of pictures
 * :material-bell: (MkDocs), and links [words]({{ site.page }}) whose place a template has (Liquid).
 * Asides have marks around them: !!! note "Title" (MkDocs), :::{note} or
 * :::note Title with ::: below (MyST, Docusaurus), or [!NOTE] Title as the first line of a quote
 * (GitHub, Obsidian); their titles are words.
 */
#include "converters/markdown/icons.h"
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

/* "{: .note }", or { #anchor } that ends a heading, between these brackets. */
static bool are_attributes(const struct block *block, const struct run *run, size_t open,
                           size_t close)
{
    static const char *const opens[] = {"{#", "{ #", "{.", NULL};
    struct text rest = text_from(run->text, open);
    if (text_starts_with(rest, TEXT("{:")))
        return true;
    return text_starts_with_one_of(rest, opens) && block->kind == BLOCK_HEADING &&
           run == block->last_run && text_is_blank(text_from(run->text, close + 1));
}

/* Where the first of these begins, in one pass; TEXT_NOT_FOUND: nowhere. */
static size_t attributes_or_icon(const struct block *block, const struct run *run, size_t *end)
{
    size_t close = 0;
    for (size_t at = 0; at < run->text.size; at++) {
        char c = run->text.data[at];
        if (c == '{' && close != TEXT_NOT_FOUND && close <= at)
            close = text_find(run->text, TEXT("}"), at);
        if (c == '{' && close != TEXT_NOT_FOUND && are_attributes(block, run, at, close)) {
            *end = close + 1;
            return at;
        }
        *end = c == ':' ? icon_end(run->text, at) : 0;
        if (*end > 0)
            return at;
    }
    *end = 0;
    return TEXT_NOT_FOUND;
}

/* Right behind a link: [words](place){target="_blank"}; 0: there is none. */
static size_t link_attributes_end(const struct markdown_reader *reader, const struct run *run)
{
    size_t begin = run->span.begin;
    bool is_behind = begin > 0 && reader->source->text.data[begin - 1] == ')';
    if (!is_behind || !text_starts_with(run->text, TEXT("{")))
        return 0;
    size_t close = text_find(run->text, TEXT("}"), 0), value = text_find(run->text, TEXT("="), 0);
    return close != TEXT_NOT_FOUND && value < close ? close + 1 : 0;
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

/* The next place of a mark: it is looked for again only when it has been passed. */
struct next_mark {
    struct text mark;
    size_t at;
};

static size_t next_at(struct text source, struct next_mark *next, size_t from)
{
    if (next->at != TEXT_NOT_FOUND && next->at < from)
        next->at = text_find(source, next->mark, from);
    return next->at;
}

/* What the links of a block are looked for by, one run after the other: in one pass. */
struct link_search {
    struct text source; /* up to the end of the block; empty: it has no such link */
    struct next_mark bracket, bracket_end, braces_end, line_end;
    const struct run *around; /* the last bracket that was asked for */
};

static struct next_mark first_mark(struct text source, struct text mark, size_t from)
{
    return (struct next_mark){mark, text_find(source, mark, from)};
}

static struct link_search begin_links(const struct markdown_reader *reader,
                                      const struct block *block)
{
    struct link_search search = {0};
    if (block->runs == NULL)
        return search;
    size_t from = block->runs->span.begin;
    struct text source = text_slice(reader->source->text, 0, block->last_run->span.end);
    if (text_find(source, TEXT("]({{"), from) == TEXT_NOT_FOUND)
        return search;
    return (struct link_search){source,
                                first_mark(source, TEXT("]"), from),
                                first_mark(source, TEXT(")"), from),
                                first_mark(source, TEXT("}}"), from),
                                first_mark(source, TEXT("\n"), from),
                                block->runs};
}

/* Bytes of "({{ site.baseurl }}/{{ page.lang }})", the place of a link; 0: none begins there. */
static size_t template_size(struct link_search *search, size_t at)
{
    if (!text_starts_with(text_from(search->source, at), TEXT("({{")))
        return 0;
    size_t close = next_at(search->source, &search->bracket_end, at);
    size_t braces = next_at(search->source, &search->braces_end, at);
    bool is_whole = close != TEXT_NOT_FOUND && braces < close && braces + 2 <= close &&
                    close < next_at(search->source, &search->line_end, at);
    return is_whole ? close + 1 - at : 0;
}

/* Whether the bracket there is a mark of Markdown: not behind a backslash, nor inside code. */
static bool is_bracket(struct link_search *search, size_t at)
{
    while (search->around != NULL && search->around->span.end <= at)
        search->around = search->around->next;
    bool is_code = search->around != NULL && search->around->span.begin <= at &&
                   (search->around->style & STYLE_CODE) != 0;
    return !is_code && (at == 0 || search->source.data[at - 1] != '\\');
}

/* The first mark of a link whose place a template has: "[" in front of its words, or what stands
 * behind them. TEXT_NOT_FOUND: the run has none. */
static size_t template_link_begin(struct link_search *search, const struct run *run, size_t *end)
{
    for (size_t at = 0; search->source.size > 0 && at < run->text.size; at++) {
        char c = run->text.data[at];
        if (c != '[' && c != ']')
            continue;
        size_t close = next_at(search->source, &search->bracket, run->span.begin + at);
        bool ends = close != TEXT_NOT_FOUND && is_bracket(search, close);
        size_t place = ends ? template_size(search, close + 1) : 0;
        if (place == 0)
            continue;
        *end = c == '[' ? at + 1 : at + 1 + place;
        return *end <= run->text.size ? at : TEXT_NOT_FOUND;
    }
    return TEXT_NOT_FOUND;
}

static bool finds_mark(const struct markdown_reader *reader, const struct block *block,
                       const struct run *run, struct link_search *links, struct comment *mark)
{
    size_t end = 0, begin = 0;
    if (!is_as_written(run) || (run->style & STYLE_CODE) != 0)
        return false;
    if (run == block->runs && run->next == NULL)
        end = target_end(run->text);
    if (end == 0)
        begin = template_link_begin(links, run, &end);
    if (end == 0) {
        begin = 0;
        end = link_attributes_end(reader, run);
    }
    if (end == 0)
        begin = attributes_or_icon(block, run, &end);
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
    struct link_search links = begin_links(reader, block);
    for (struct run *run = block->runs; run != NULL;) {
        struct comment mark;
        bool is_found = finds_mark(reader, block, run, &links, &mark);
        any |= is_found;
        run = is_found ? take(reader, block, run, run, &mark) : run->next;
    }
    return any;
}

/* ---- asides ---- */

static size_t skip_word(struct text words, size_t at)
{
    while (at < words.size && (isalpha((unsigned char)words.data[at]) || words.data[at] == '-'))
        at++;
    return at;
}

/* Behind "!!! note", "???+ info", of which a title is in quotes; 0: no aside is opened. */
static size_t mkdocs_end(struct text words)
{
    bool opens = text_starts_with(words, TEXT("!!!")) || text_starts_with(words, TEXT("???"));
    size_t space = words.size > 3 && words.data[3] == '+' ? 4 : 3;
    if (!opens || space >= words.size || words.data[space] != ' ')
        return 0;
    size_t end = skip_word(words, space + 1);
    bool has_title = text_starts_with(text_from(words, end), TEXT(" \""));
    return end > space + 1 && (end == words.size || has_title) ? end : 0;
}

/* Behind ":::{note}", ":::tip" or ":::" alone; 0: it is none. */
static size_t fence_end(struct text words)
{
    size_t at = 0;
    while (at < words.size && words.data[at] == ':')
        at++;
    if (at < 3)
        return 0;
    bool is_braced = at < words.size && words.data[at] == '{';
    size_t end = skip_word(words, at + is_braced);
    if (is_braced && (end >= words.size || words.data[end++] != '}'))
        return 0;
    return end == words.size || words.data[end] == ' ' ? end : 0;
}

/* Behind "[!NOTE]" or "[!tip]-" in a quote; 0: it is none. */
static size_t alert_end(struct text words)
{
    if (!text_starts_with(words, TEXT("[!")))
        return 0;
    size_t end = skip_word(words, 2);
    if (end == 2 || end >= words.size || words.data[end++] != ']')
        return 0;
    end += end < words.size && (words.data[end] == '-' || words.data[end] == '+');
    return end == words.size || words.data[end] == ' ' ? end : 0;
}

/* A line of its own on the page, too. */
static void end_line(struct run *run)
{
    if (run->next == NULL || text_is_empty(run->text))
        return;
    run->next->kind = RUN_BREAK;
    run->next->style = 0;
    run->next->text = TEXT("");
}

/* The mark goes, the title behind it is a line in bold. */
static bool take_aside(struct markdown_reader *reader, struct run *run, bool is_in_quote)
{
    uint32_t begin = run->span.begin;
    bool is_words = !is_as_written(run) || (run->style & STYLE_CODE) != 0 ||
                    (begin > 0 && reader->source->text.data[begin - 1] == '\\');
    size_t end = is_words ? 0 : mkdocs_end(run->text);
    bool is_quoted = end > 0 && end < run->text.size;
    end = end == 0 && !is_words ? fence_end(run->text) : end;
    end = end == 0 && !is_words && is_in_quote ? alert_end(run->text) : end;
    if (end == 0 || (is_quoted && run->text.data[run->text.size - 1] != '"'))
        return false;
    size_t from = is_quoted ? end + 2 : end, to = run->text.size - (size_t)is_quoted;
    while (from < to && run->text.data[from] == ' ')
        from++;
    if (from > to)
        return false;
    reader_remark(reader, text_slice(run->text, 0, end),
                  reader_span(reader, begin, begin + (uint32_t)from));
    run->text = text_slice(run->text, from, to);
    run->span.begin = begin + (uint32_t)from;
    run->span.end = begin + (uint32_t)to;
    run->style |= STYLE_STRONG;
    end_line(run);
    return true;
}

static bool ends_line(const struct run *run)
{
    return run->kind == RUN_BREAK || (run->style & STYLE_LINE_END) != 0;
}

/* A line of nothing but a mark is none on the page: one of its ends goes with it. */
static void drop_line(struct run *run, struct run *end_before)
{
    struct run *end = end_before != NULL ? end_before : run->next;
    if (end == NULL || !text_is_empty(run->text))
        return;
    end->kind = RUN_TEXT;
    end->style = 0;
    end->text = TEXT("");
}

/* returns  whether any line lost its mark */
static bool take_asides(struct markdown_reader *reader, struct block *block)
{
    bool any = false, is_line_begin = block->kind == BLOCK_PARAGRAPH;
    bool is_in_quote = block->parent != NULL && block->parent->kind == BLOCK_QUOTE;
    struct run *end_before = NULL;
    for (struct run *run = block->runs; run != NULL; run = run->next) {
        bool is_end = ends_line(run);
        bool is_whole = run->next == NULL || ends_line(run->next);
        bool is_plain =
            (run->style & ~(unsigned)STYLE_LINE_END) == 0; /* "**::: note**" has words in bold */
        if (is_line_begin && !is_end && is_whole && is_plain && run->kind == RUN_TEXT &&
            take_aside(reader, run, is_in_quote)) {
            drop_line(run, end_before);
            any = true;
        }
        is_line_begin = is_end || (is_line_begin && text_is_empty(run->text));
        end_before = is_end ? run : NULL;
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
    bool has_asides = take_asides(reader, block);
    if (take_marks(reader, block) || has_asides)
        drop_empty_runs(block);
}
