/*
 * Words pasted from a page, each line of it a paragraph: 「…會議的安排與整」 over 「理，並督促落實…；」. Where
 * lines break off without a stop, as wide as the page was, the next one goes on.
 *
 * Items without stops at their ends look alike, but for their widths: one line in between that had
 * room for more words says that its author ended them all.
 */
#include "core/base/script.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/lines.h"
#include "core/model/list_label.h"

#define BROKEN_BYTES 60 /* of a line that may have broken off: twenty Han */
#define JOINS_MIN 2     /* lines that go on; one alone needs a sentence that ended within it */
#define LINES_MAX 200   /* of a page at once: more are a book, and bounds work */
#define SLACK 4         /* columns: stops and commas are set narrower, so that a line takes more */
#define PAIRS_OF_LINE 2 /* labels with a value each: one alone may stand in front of prose */
#define CAPTION_PART 2  /* a line of less than half the width is a caption, or a name */

static size_t bytes_of(const struct block *block)
{
    size_t bytes = 0;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        bytes += run->text.size;
    return bytes;
}

/* One line: what has line ends of its own has the author's. */
static bool is_plain(const struct block *block)
{
    if (block == NULL || block->kind != BLOCK_PARAGRAPH || block->runs == NULL)
        return false;
    for (const struct run *run = block->runs; run != NULL; run = run->next)
        if (run->kind == RUN_BREAK || (run->style & STYLE_LINE_END) != 0)
            return false;
    return true;
}

/* Long, with Han at its end and no stop: by its bytes alone, for most paragraphs are none. */
static bool may_break_off(const struct block *block)
{
    const struct run *last = block->last_run;
    if (last == NULL || last->kind != RUN_TEXT || bytes_of(block) < BROKEN_BYTES)
        return false;
    struct text end = text_trim(last->text);
    return end.size > 0 && (unsigned char)end.data[end.size - 1] >= 0x80 && !ends_sentence(end);
}

struct wrapped_line {
    struct block *block;
    struct text words;
    bool is_numbered;
};

/* A sentence ends in the line. */
static bool has_stop(struct text words)
{
    return text_find(words, TEXT("。"), 0) != TEXT_NOT_FOUND ||
           text_find(words, TEXT("；"), 0) != TEXT_NOT_FOUND;
}

static bool is_open(const struct wrapped_line *line) { return !ends_sentence(line->words); }

/* 「**可批核：**…」, 「相關文件：樓規」: a label that its author set off, or a known one, in front. */
static bool begins_with_label(struct extraction *x, const struct wrapped_line *line)
{
    const struct run *run = line->block->runs;
    struct pair pair;
    bool is_set_off = (run->style & STYLE_STRONG) != 0 && !block_is_strong(line->block) &&
                      ends_in_colon(text_trim(run->text));
    return is_set_off || (label_pairs(x, line->words, &pair, 1) == 1 &&
                          pair.label.kind == LABEL_ELEMENT && !pair.label.needs_context);
}

/* Nothing says that the next line begins anew: no number, no mark, no colon of a label. */
static bool may_go_on(struct extraction *x, const struct wrapped_line *line,
                      const struct wrapped_line *next)
{
    size_t at = 0;
    bool begins_in_word = next->words.size > 0 && (is_ascii_letter(next->words.data[0]) ||
                                                   is_han_like(text_next(next->words, &at)));
    return is_open(line) && !next->is_numbered && begins_in_word && !ends_in_colon(next->words) &&
           block_is_strong(line->block) == block_is_strong(next->block) &&
           !begins_with_label(x, next);
}

/* 「部門：行政部    編制：2人」: labels with their values, and no line of a page's prose. */
static bool is_line_of_pairs(struct extraction *x, struct text words)
{
    struct pair pairs[PAIRS_OF_LINE];
    return label_pairs(x, words, pairs, PAIRS_OF_LINE) == PAIRS_OF_LINE;
}

/* Which of the lines go on in the next, by their widths; false: none does, or their author ended them. */
static bool find_breaks(struct extraction *x, const struct wrapped_line *lines, size_t count,
                        bool *goes_on)
{
    size_t longest = 0, joins = 0;
    bool has_stops = false, is_sure = false;
    for (size_t i = 0; i < count; i++) {
        size_t width = line_width(lines[i].words);
        longest = width > longest ? width : longest;
        has_stops |= has_stop(lines[i].words);
    }
    for (size_t i = 0; longest > SLACK && i + 1 < count; i++) {
        const struct wrapped_line *next = &lines[i + 1];
        if (!may_go_on(x, &lines[i], next))
            continue;
        goes_on[i] = line_has_no_room(lines[i].words, next->words, longest - SLACK);
        if (!goes_on[i] && CAPTION_PART * line_width(lines[i].words) >= longest)
            return false;
        goes_on[i] = goes_on[i] && !is_line_of_pairs(x, lines[i].words);
        joins += goes_on[i];
        is_sure |= goes_on[i] && has_stop(lines[i].words) &&
                   vocabulary_opening(x->vocabulary, x->scratch, next->words) == ELEMENT_COUNT;
    }
    return has_stops && (joins >= JOINS_MIN || is_sure);
}

static bool is_latin_letter(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

/* 熟練使用 Excel over 「Word 等軟件」: the end of the line was the blank between two words. */
static bool lost_blank(const struct wrapped_line *line, const struct wrapped_line *next)
{
    return line->words.size > 0 && is_latin_letter(line->words.data[line->words.size - 1]) &&
           is_latin_letter(next->words.data[0]);
}

static void join(struct extraction *x, const struct wrapped_line *line,
                 const struct wrapped_line *next)
{
    struct block *block = line->block, *rest = next->block;
    if (lost_blank(line, next)) {
        struct run *blank = arena_new(x->arena, struct run);
        *blank = *block->last_run;
        blank->text = TEXT(" ");
        block->last_run->next = blank;
        block->last_run = blank;
    }
    block->last_run->next = rest->runs;
    block->last_run = rest->last_run;
    block->next = rest->next;
}

/* The paragraphs from first on, count of them: one line of the page each, or none is. */
static void join_lines(struct extraction *x, struct block *first, size_t count)
{
    struct wrapped_line *lines = arena_new_array(x->scratch, count, struct wrapped_line);
    bool *goes_on = arena_new_array(x->scratch, count, bool);
    struct block *block = first;
    for (size_t i = 0; i < count; i++, block = block->next) {
        struct text words = text_trim(block_text(x->scratch, block));
        lines[i] = (struct wrapped_line){
            .block = block,
            .words = words,
            .is_numbered =
                !text_is_empty(block->label) || list_label_of(words).kind != LIST_LABEL_NONE,
        };
    }
    if (!find_breaks(x, lines, count, goes_on))
        return;
    for (size_t i = count - 1; i-- > 0;)
        if (goes_on[i])
            join(x, &lines[i], &lines[i + 1]);
}

void join_wrapped_paragraphs(struct extraction *x, struct block *first)
{
    for (struct block *block = first; block != NULL; block = block->next) {
        size_t count = 0;
        bool breaks_off = false;
        struct block *end = block;
        for (; is_plain(end) && count < LINES_MAX; end = end->next, count++)
            breaks_off |= is_plain(end->next) && may_break_off(end);
        if (breaks_off)
            join_lines(x, block, count);
        while (count > 1 && block->next != NULL && block->next != end)
            block = block->next; /* what is left of them */
    }
}
