/*
 * Numbers with nothing but a blank behind them, "1 Walk every block", "2 Prepare the budget": in
 * front of lines counted from one they are labels. One line alone may tell how many, and so may
 * several in small letters: "1 year in retail".
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"

#define LINES_MIN 2
#define NUMBER_MAX 99 /* larger ones are years and amounts */

/* The number in front of the words, and where these begin; 0: none stands there. */
static unsigned bare_number(struct text words, size_t *begin)
{
    unsigned number = 0;
    size_t at = 0;
    for (; at < words.size && is_ascii_digit(words.data[at]) && number <= NUMBER_MAX; at++)
        number = 10 * number + (unsigned)(words.data[at] - '0');
    *begin = at;
    while (*begin < words.size && words.data[*begin] == ' ')
        ++*begin;
    struct text rest = text_from(words, *begin);
    bool is_one = at > 0 && number <= NUMBER_MAX && *begin > at && is_latin_text(rest) &&
                  begins_in_capital_letter(rest);
    return is_one ? number : 0;
}

/* What the paragraph is numbered in its words; 0: not so, or Word numbers it. */
static unsigned number_of(const struct block *block, size_t *begin)
{
    bool may_be = block != NULL && block->kind == BLOCK_PARAGRAPH && block->runs != NULL &&
                  block->runs->kind == RUN_TEXT && text_is_empty(block->label);
    return may_be ? bare_number(block->runs->text, begin) : 0;
}

static void lift_number(struct extraction *x, struct block *block, size_t begin)
{
    struct run *run = block->runs;
    block->label = text_trim(text_slice(run->text, 0, begin));
    account_mark(x->account, block->label, block->span);
    block->runs = split_run(x, block, run, begin);
}

void lift_bare_numbers(struct extraction *x, struct block *first)
{
    for (struct block *block = first; block != NULL; block = block->next) {
        lift_bare_numbers(x, block->children);
        const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;
        for (struct cell *cell = table == NULL ? NULL : table->cells; cell != NULL;
             cell = cell->next)
            lift_bare_numbers(x, cell->blocks);
        size_t begin, lines = 0;
        if (number_of(block, &begin) != 1)
            continue;
        for (const struct block *b = block; number_of(b, &begin) == lines + 1; b = b->next)
            lines++;
        struct block *line = block;
        for (size_t i = 0; lines >= LINES_MIN && i < lines; i++, line = line->next) {
            number_of(line, &begin);
            lift_number(x, line, begin);
        }
    }
}
