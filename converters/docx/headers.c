/*
 * Running heads and feet repeat on each page what the body mostly says too: only those that say
 * more are kept, each once, as sections of style "header" and "footer" behind the body. What
 * numbers pages says nothing.
 */
#include "converters/docx/story.h"

/* Heads beyond this are kept without asking whether the body has their words: a bound on work. */
#define COMPARED 64
/* A head of so many lines against so long a body is not compared: bytes looked through. */
#define COMPARED_BYTES ((size_t)64 << 20)

void header_refer(struct docx_reader *reader, struct text id, bool is_footer)
{
    const struct relationship *target = relationship_by_id(&reader->relationships, id);
    if (target == NULL || target->is_external)
        return;
    for (size_t i = 0; i < reader->header_count && i < COMPARED; i++)
        if (text_equal(reader->headers[i].part, target->target))
            return;
    if (reader->header_count < LIMIT_WORD_HEADERS)
        *arena_push(reader->scratch, reader->headers, reader->header_count,
                    reader->header_capacity) =
            (struct header_part){.part = target->target, .is_footer = is_footer};
    else if (reader->status == STATUS_OK)
        reader->status = package_breach(reader->package, TEXT("w:sectPr"), LIMIT_WORD_HEADERS);
}

/* Whether each line of it stands in what was read before. */
static bool says_nothing_new(struct text body, struct text words)
{
    struct text line;
    size_t lines = 0;
    for (size_t at = 0; text_next_line(words, &at, &line);)
        lines++;
    if (size_mul(lines, body.size) > COMPARED_BYTES)
        return false;
    for (size_t at = 0; text_next_line(words, &at, &line);)
        if (!text_is_blank(line) && text_find(body, text_trim(line), 0) == TEXT_NOT_FOUND)
            return false;
    return true;
}

static bool has_image(const struct run *run)
{
    while (run != NULL && run->kind != RUN_IMAGE)
        run = run->next;
    return run != NULL;
}

/*
 * Whether the line only frames the number of a page, which is no text: "第 頁，共 頁", "Page of",
 * "- 3 -". Words it may be made of, digits and signs apart.
 */
static bool is_page_line(struct text line)
{
    static const struct text words[] = {TEXT_INIT("第"),    TEXT_INIT("頁"),   TEXT_INIT("页"),
                                        TEXT_INIT("共"),    TEXT_INIT("page"), TEXT_INIT("of"),
                                        TEXT_INIT("seite"), TEXT_INIT("von"),  TEXT_INIT("ページ"),
                                        TEXT_INIT("総"),    TEXT_INIT("total")};
    size_t digits = 0, found = 0;
    for (size_t at = 0; at < line.size;) {
        size_t before = at;
        for (size_t i = 0; i < sizeof words / sizeof *words && at == before; i++)
            if (text_equal_ascii_case(text_slice(line, at, at + words[i].size), words[i]))
                at += words[i].size;
        found += at > before;
        if (at > before)
            continue;
        uint32_t c = text_next(line, &at);
        bool is_digit = c >= '0' && c <= '9';
        bool is_sign = (c < 0x80 && !is_digit && (c | 0x20) - 'a' > 'z' - 'a') ||
                       (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3003) ||
                       c == 0xFF0C || c == 0xFF0F || c == 0xB7;
        digits += is_digit;
        if (!is_digit && !is_sign)
            return false;
    }
    return found > 0 || digits <= 3; /* more digits by themselves are a year, or a form's number */
}

/* A form's prompt is no word of the head, but it is to be accounted for. */
static bool has_prompt(const struct run *run)
{
    for (; run != NULL; run = run->next)
        if (run->style & STYLE_PLACEHOLDER)
            return true;
    return false;
}

static void drop_page_lines(struct docx_reader *reader, struct cell *cell)
{
    struct block **link = &cell->blocks;
    cell->last_block = NULL;
    while (*link != NULL) {
        struct block *block = *link;
        bool is_line = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING;
        if (is_line && is_page_line(block_text(reader->scratch, block)) &&
            !has_image(block->runs) && !has_prompt(block->runs)) {
            *link = block->next;
            continue;
        }
        cell->last_block = block;
        link = &block->next;
    }
}

static enum status read_part(struct docx_reader *reader, struct text part, struct cell **cell)
{
    *cell = arena_new(reader->scratch, struct cell);
    reader->fixed_span = span_of_source(reader->source);
    reader->place.cell = *cell;
    reader->in_running_text = true;
    enum status status = story_read_other(reader, part, &body_handler, reader);
    reader->place.cell = NULL;
    return status;
}

static bool holds_prompt(struct docx_reader *reader, struct block *blocks)
{
    struct walk *walk = arena_new(reader->scratch, struct walk);
    *walk = walk_blocks(blocks);
    while (walk_next(walk))
        if (walk->event == WALK_ENTER && has_prompt(walk->block->runs))
            return true;
    return false;
}

enum status headers_read(struct docx_reader *reader)
{
    enum status status = STATUS_OK;
    struct text_buffer body = text_buffer_new(reader->scratch);
    if (reader->header_count > 0)
        buffer_append(&body, blocks_text(reader->scratch, reader->document->blocks));
    for (size_t i = 0; i < reader->header_count; i++) {
        struct header_part *header = &reader->headers[i];
        struct cell *cell = header->cell;
        if (cell == NULL) {
            enum status this = read_part(reader, header->part, &cell);
            status = this != STATUS_OK ? this : status;
        }
        drop_page_lines(reader, cell);
        struct text words = blocks_text(reader->scratch, cell->blocks);
        bool is_new =
            words.size > 0 && (i >= COMPARED || !says_nothing_new(buffer_text(&body), words));
        if (!is_new && !holds_prompt(reader, cell->blocks))
            continue;
        story_append_section(reader, cell, header->is_footer ? TEXT("footer") : TEXT("header"));
        buffer_append_byte(&body, '\n');
        buffer_append(&body, words);
    }
    return status;
}
