/*
 * Markdown that somebody pasted into Word: paragraphs that begin with hashes, bold by asterisks,
 * tables of pipes. The reader of Markdown makes blocks of them, in place of the paragraphs.
 *
 * Only paragraphs without any formatting are taken, and only where nothing but Markdown's signs
 * goes: else they stay as they are. The signs that went are named in a finding.
 */
#include "converters/docx/reader.h"
#include "converters/markdown/markdown.h"
#include <string.h>

#define SIGNS_MIN 2        /* lines that nobody writes but in Markdown */
#define HEADING_HASHES 6   /* CommonMark 0.30, 4.2 */
#define DELIMITER_DASHES 3 /* in a row below a table's head */
#define ASCII_COUNT 128

static const struct message is_markdown = {
    {"Word 裡貼的是 Markdown：從這一段起的 {0} 段按 Markdown 讀，標記不算文字：{1}",
     "Word 里粘贴的是 Markdown：从这一段起的 {0} 段按 Markdown 读，标记不算文字：{1}",
     "this is Markdown pasted into Word: {0} paragraphs from here on are read as Markdown, its "
     "signs are no words: {1}"}};

/* Paragraphs in a row that are nothing but words, as Markdown. */
struct pasted {
    struct block *before, *first, *last; /* before: the block in front; NULL: none */
    size_t signs;                        /* lines that only Markdown has */
    struct text text;
    struct pasted_paragraph {
        size_t begin; /* in text */
        const struct block *block;
    } * places; /* [count] */
    size_t count, capacity;
};

/* ---- which paragraphs ---- */

static bool is_bare(const struct block *block)
{
    if (block->kind != BLOCK_PARAGRAPH || block->label.size > 0 || block->anchor.size > 0 ||
        block->page_break_before)
        return false;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        if ((run->kind != RUN_TEXT && run->kind != RUN_BREAK) || run->style != 0 ||
            run->link.size > 0)
            return false;
    return true;
}

static struct text without_bullet(struct text line)
{
    size_t at = 0;
    while (at < line.size && line.data[at] >= '0' && line.data[at] <= '9')
        at++;
    bool is_number = at > 0 && at + 1 < line.size && line.data[at] == '.';
    bool is_bullet = line.size > 1 && (line.data[0] == '-' || line.data[0] == '*');
    size_t mark = is_number ? at + 1 : is_bullet ? 1 : 0;
    return mark > 0 && mark < line.size && line.data[mark] == ' ' ? text_trim(text_from(line, mark))
                                                                  : line;
}

/* |---|:--:| */
static bool is_delimiter_row(struct text line)
{
    size_t dashes = 0, pipes = 0;
    for (size_t i = 0; i < line.size; i++) {
        dashes += line.data[i] == '-';
        pipes += line.data[i] == '|';
        if (strchr("-|: ", line.data[i]) == NULL)
            return false;
    }
    return pipes > 1 && dashes >= DELIMITER_DASHES;
}

/* No words of Word's look so. */
static bool is_sign(struct text line)
{
    size_t hashes = 0;
    line = text_trim(line);
    while (hashes < line.size && line.data[hashes] == '#')
        hashes++;
    if (hashes > 0)
        return hashes <= HEADING_HASHES && hashes < line.size && line.data[hashes] == ' ';
    struct text words = without_bullet(line);
    bool is_strong = text_starts_with(words, TEXT("**")) && words.size > 4 &&
                     words.data[2] != ' ' && words.data[2] != '*' &&
                     text_find(words, TEXT("**"), 3) != TEXT_NOT_FOUND;
    return is_strong || is_delimiter_row(line);
}

/* ---- their words as Markdown ---- */

static bool is_row(struct text line) { return text_starts_with(text_trim(line), TEXT("|")); }

/* Every line is a block of its own, as every paragraph of Word's is; rows of a table are one. */
static struct text as_markdown(struct docx_reader *reader, struct pasted *pasted)
{
    struct text_buffer out = text_buffer_new(reader->arena);
    struct text line, before = {0};
    buffer_append_byte(&out, '\n'); /* a rule at the beginning is no front matter */
    for (struct block *block = pasted->first;; block = block->next) {
        struct text words = block_text(reader->scratch, block);
        *arena_push(reader->scratch, pasted->places, pasted->count, pasted->capacity) =
            (struct pasted_paragraph){out.size, block};
        for (size_t offset = 0; text_next_line(words, &offset, &line); before = line) {
            pasted->signs += is_sign(line);
            buffer_append(&out, is_row(line) && is_row(before) ? TEXT("\n") : TEXT("\n\n"));
            buffer_append(&out, line);
        }
        if (block == pasted->last)
            break;
    }
    buffer_append_byte(&out, '\n');
    return buffer_text(&out);
}

static struct span place_of(const struct pasted *pasted, size_t offset)
{
    size_t low = 0, high = pasted->count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (pasted->places[middle].begin <= offset)
            low = middle;
        else
            high = middle;
    }
    return pasted->places[low].block->span;
}

static void set_places(const struct pasted *pasted, const struct document *document)
{
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        if (walk.event == WALK_ENTER_CELL)
            walk.cell->span = place_of(pasted, walk.cell->span.begin);
        if (walk.event != WALK_ENTER)
            continue;
        walk.block->span = place_of(pasted, walk.block->span.begin);
        for (struct run *run = walk.block->runs; run != NULL; run = run->next)
            run->span = place_of(pasted, run->span.begin);
    }
}

/* ---- what went ---- */

static void count_characters(size_t *counts, size_t *others, struct text words)
{
    for (size_t i = 0; i < words.size; i++) {
        unsigned char c = (unsigned char)words.data[i];
        if (c >= ASCII_COUNT)
            *others += 1;
        else
            counts[c]++;
    }
}

static void count_carried(size_t *counts, size_t *others, const struct document *document)
{
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        if (walk.event != WALK_ENTER)
            continue;
        count_characters(counts, others, walk.block->label);
        count_characters(counts, others, walk.block->code);
        for (const struct run *run = walk.block->runs; run != NULL; run = run->next) {
            count_characters(counts, others, run->text);
            count_characters(counts, others, run->link);
        }
    }
}

static bool is_word(size_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/*
 * "# 3, * 8": the signs that the document does not have any more, and how often.
 *
 * returns  false: more than signs went
 */
static bool name_signs(struct docx_reader *reader, struct text markdown,
                       const struct document *document, struct text *signs)
{
    size_t had[ASCII_COUNT] = {0}, has[ASCII_COUNT] = {0}, had_others = 0, has_others = 0;
    struct text_buffer out = text_buffer_new(reader->diags->arena);
    count_characters(had, &had_others, markdown);
    count_carried(has, &has_others, document);
    for (size_t c = '!'; c < ASCII_COUNT; c++) {
        if (is_word(c) && had[c] > has[c])
            return false;
        if (had[c] <= has[c])
            continue;
        buffer_append(&out, out.size > 0 ? TEXT(", ") : TEXT(""));
        buffer_append_byte(&out, (char)c);
        buffer_append_byte(&out, ' ');
        buffer_append_int(&out, (int64_t)(had[c] - has[c]));
    }
    *signs = buffer_text(&out);
    return had_others <= has_others;
}

/* ---- in place of the paragraphs ---- */

static void take_place(struct block **first, struct block **last, const struct pasted *pasted,
                       const struct document *document, struct block *parent)
{
    struct block *after = pasted->last->next;
    for (struct block *block = document->blocks; block != NULL; block = block->next)
        block->parent = parent;
    document->last_block->next = after;
    if (pasted->before == NULL)
        *first = document->blocks;
    else
        pasted->before->next = document->blocks;
    if (after == NULL)
        *last = document->last_block;
}

/* The document that the paragraphs are; NULL: they are none, or one with doubts. */
static struct document *read_pasted(struct docx_reader *reader, struct pasted *pasted)
{
    struct source *source = arena_new(reader->arena, struct source);
    source->path = reader->source->path;
    struct input input = {.arena = reader->arena,
                          .source = source,
                          .bytes = pasted->text,
                          .diags = diagnostics_new(reader->scratch)};
    struct document *document = NULL;
    if (markdown_read(&input, &document) != STATUS_OK || input.diags->count > 0 ||
        document->blocks == NULL || document->remarks != NULL)
        return NULL;
    return document;
}

static void replace(struct docx_reader *reader, struct block **first, struct block **last,
                    struct pasted *pasted)
{
    struct document *document = read_pasted(reader, pasted);
    struct text signs;
    if (document == NULL || !name_signs(reader, pasted->text, document, &signs))
        return;
    struct text_buffer number = text_buffer_new(reader->diags->arena);
    buffer_append_int(&number, (int64_t)pasted->count);
    diagnostics_add(reader->diags, (struct diagnostic){.level = LEVEL_INFO,
                                                       .message = &is_markdown,
                                                       .args = {buffer_text(&number), signs},
                                                       .at = pasted->first->span});
    set_places(pasted, document);
    take_place(first, last, pasted, document, pasted->first->parent);
}

/* The next row of bare paragraphs from *at on, which moves behind it. */
static bool next_pasted(struct docx_reader *reader, struct block **at, struct pasted *pasted)
{
    *pasted = (struct pasted){0};
    for (; *at != NULL && !is_bare(*at); *at = (*at)->next)
        pasted->before = *at;
    if (*at == NULL)
        return false;
    pasted->first = *at;
    for (; *at != NULL && is_bare(*at); *at = (*at)->next)
        pasted->last = *at;
    pasted->text = as_markdown(reader, pasted);
    return true;
}

static void read_place(struct docx_reader *reader, struct block **first, struct block **last)
{
    struct pasted pasted;
    for (struct block *at = *first; next_pasted(reader, &at, &pasted);)
        if (pasted.signs > 0)
            replace(reader, first, last, &pasted);
}

/* Most documents have none, and are asked in one glance. */
static bool may_have_signs(const struct block *block)
{
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        if (run->text.size > 0 && (memchr(run->text.data, '#', run->text.size) != NULL ||
                                   memchr(run->text.data, '*', run->text.size) != NULL ||
                                   memchr(run->text.data, '|', run->text.size) != NULL))
            return true;
    return false;
}

/* How many lines show it; a form whose places have names says itself what its words are: 0. */
static size_t count_signs(struct docx_reader *reader)
{
    size_t signs = 0;
    struct text line;
    struct walk walk = walk_blocks(reader->document->blocks);
    while (walk_next(&walk)) {
        if (walk.event == WALK_ENTER_CELL && walk.cell->field != NULL)
            return 0;
        if (walk.event != WALK_ENTER || !may_have_signs(walk.block) || !is_bare(walk.block))
            continue;
        struct text words = block_text(reader->scratch, walk.block);
        for (size_t offset = 0; text_next_line(words, &offset, &line);)
            signs += is_sign(line);
    }
    return signs;
}

void pasted_markdown_read(struct docx_reader *reader)
{
    struct document *document = reader->document;
    if (count_signs(reader) < SIGNS_MIN)
        return;
    read_place(reader, &document->blocks, &document->last_block);
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk))
        if (walk.event == WALK_ENTER_CELL)
            read_place(reader, &walk.cell->blocks, &walk.cell->last_block);
}
