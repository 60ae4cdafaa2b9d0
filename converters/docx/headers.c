/*
 * Running heads and feet repeat on each page what the body mostly says too: only those that say
 * more are kept, each once, as sections of style "header" and "footer" behind the body.
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

enum status headers_read(struct docx_reader *reader)
{
    enum status status = STATUS_OK;
    struct text_buffer body = text_buffer_new(reader->scratch);
    if (reader->header_count > 0)
        buffer_append(&body, blocks_text(reader->scratch, reader->document->blocks));
    struct span span = span_of_source(reader->source);
    for (size_t i = 0; i < reader->header_count; i++) {
        struct header_part *header = &reader->headers[i];
        struct cell *cell = arena_new(reader->scratch, struct cell);
        reader->fixed_span = span;
        reader->place.cell = cell;
        enum status this = story_read_other(reader, header->part, &body_handler, reader);
        status = this != STATUS_OK ? this : status;
        reader->place.cell = NULL;
        struct text words = blocks_text(reader->scratch, cell->blocks);
        bool is_new = i >= COMPARED || !says_nothing_new(buffer_text(&body), words);
        if (words.size == 0 || !is_new)
            continue;
        story_append_section(reader, cell, header->is_footer ? TEXT("footer") : TEXT("header"));
        buffer_append_byte(&body, '\n');
        buffer_append(&body, words);
    }
    return status;
}
