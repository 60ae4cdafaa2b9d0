/*
 * "Job number", "1733647", "Work site", "Remote", "Travel", "0–25 %": labels and their values by
 * turns, a line each, as pages of job boards are pasted. Each label takes the line below it as its
 * value; an unknown one among them ("Profession") is a label as well.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

#define LINES_MIN 6    /* fewer may be headings over words */
#define LINES_MAX 40   /* of one row: a bound on work */
#define LABELS_MIN 3   /* known ones in it */
#define LINE_LENGTH 60 /* letters of a label or a value */

/* A line without a stop, and no item of a list. */
static bool is_short_line(struct extraction *x, const struct block *block)
{
    static const char *const ends[] = {".", ":", ";", "?", "!", ",", NULL};
    if (block->kind != BLOCK_PARAGRAPH || !text_is_empty(block->label))
        return false;
    struct text words = text_trim(block_text(x->scratch, block));
    return !text_is_empty(words) && is_latin_text(words) &&
           text_code_points(words) <= LINE_LENGTH && !text_ends_with_one_of(words, ends) &&
           text_find(words, TEXT("\n"), 0) == TEXT_NOT_FOUND &&
           text_find(words, TEXT(": "), 0) == TEXT_NOT_FOUND &&
           list_label_of(words).kind == LIST_LABEL_NONE;
}

/* A row of such lines, in their order. */
struct row {
    struct block *lines[LINES_MAX];
    struct label labels[LINES_MAX];
    size_t count;
};

/* A label of one value, or of a part that has one: "Travel", "Date posted". */
static bool is_of_value(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->guess == GUESS_NONE &&
           (!is_section_label(label) || label->is_part);
}

static bool is_section(const struct label *label)
{
    return label->kind == LABEL_ELEMENT && label->guess == GUESS_NONE && !is_of_value(label);
}

/* returns  the block behind the row, or the one it looked at */
static struct block *read_row(struct extraction *x, struct block *block, struct row *row)
{
    *row = (struct row){.count = 0};
    while (block != NULL && row->count < LINES_MAX) {
        bool is_blank =
            block->kind == BLOCK_PARAGRAPH && text_is_blank(block_text(x->scratch, block));
        if (!is_blank && !is_short_line(x, block))
            break;
        if (!is_blank) {
            row->labels[row->count] = label_find(x, text_trim(block_text(x->scratch, block)));
            row->lines[row->count++] = block;
        }
        block = block->next;
    }
    return block;
}

/* Where the labels begin that take turns with values; *end: behind the last value. */
static bool find_turns(const struct row *row, size_t *begin, size_t *end)
{
    size_t first = 0;
    while (first < row->count && !is_of_value(&row->labels[first]))
        first++;
    size_t known = 0, turns = 0, values = 0, at = first;
    for (; at + 1 < row->count && !is_section(&row->labels[at]); at += 2) {
        known += is_of_value(&row->labels[at]);
        values += is_of_value(&row->labels[at + 1]);
        turns++;
        if (is_section(&row->labels[at + 1]))
            return false;
    }
    *begin = first;
    *end = at;
    return known >= LABELS_MIN && 2 * known >= turns && values == 0;
}

/* The value's words behind the label's, with a colon between them. */
static void join_lines(struct extraction *x, struct block *label, const struct block *value)
{
    run_append(x->document, label, RUN_TEXT, TEXT(": "), label->last_run->span);
    label->last_run->next = value->runs;
    label->last_run = value->last_run;
    label->span = span_is_text(label->span) ? span_join(label->span, value->span) : label->span;
    label->next = value->next;
}

void join_value_lines(struct extraction *x)
{
    struct row row;
    size_t begin, end;
    for (struct block *block = x->document->blocks; block != NULL;) {
        if (!is_short_line(x, block)) {
            block = block->next;
            continue;
        }
        struct block *behind = read_row(x, block, &row);
        if (row.count >= LINES_MIN && find_turns(&row, &begin, &end))
            for (size_t i = begin; i < end; i += 2)
                join_lines(x, row.lines[i], row.lines[i + 1]);
        block = behind;
    }
    for (struct block *block = x->document->blocks; block != NULL; block = block->next)
        x->document->last_block = block;
}
