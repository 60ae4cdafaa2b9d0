/*
 * Lines in bold that do a heading's work, where none of them is a label: authors who know no
 * headings write the names of posts so. They become headings, each a step below the one above it.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"

#define LINES_MIN 2
#define HEADING_LEVELS 9

/* Alone in its paragraph, and as short as headings are. */
static bool is_bold_line(struct extraction *x, const struct block *block)
{
    return block != NULL && block->kind == BLOCK_PARAGRAPH && text_is_empty(block->label) &&
           block_is_strong(block) &&
           ends_like_heading(name_without_colon(text_trim(block_text(x->scratch, block))));
}

/* "Pilots" in bold in front of (4): posts that are told apart by what is behind their names. */
static bool has_remark_behind_bold(struct extraction *x, const struct block *block)
{
    const struct run *run = block->kind == BLOCK_PARAGRAPH ? block->runs : NULL;
    if (run == NULL || (run->style & STYLE_STRONG) == 0 || block_is_strong(block))
        return false;
    while (run != NULL && (run->style & STYLE_STRONG) != 0)
        run = run->next;
    return run != NULL && run->next == NULL && text_starts_with(text_trim(run->text), TEXT("(")) &&
           ends_like_heading(text_trim(block_text(x->scratch, block)));
}

/* A label, known or guessed, in front of a value, or of a number that lines with numbers have. */
static bool is_labelled(struct extraction *x, const struct block *line)
{
    struct pair pair;
    struct text words = text_trim(block_text(x->scratch, line));
    struct label label = label_find(x, words), guess = label_guess(x, words);
    return label.kind != LABEL_UNKNOWN || guess.kind == LABEL_ELEMENT ||
           label_ends_in_duties(x, name_without_colon(words), &label) ||
           label_pairs(x, words, &pair, 1) == 1 || list_label_of(words).kind != LIST_LABEL_NONE;
}

void raise_bold_lines(struct extraction *x)
{
    size_t lines = 0;
    unsigned level = 0;
    const struct block *title = NULL; /* the first, right over a unit's: they stand below it */
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next) {
        bool is_line = is_bold_line(x, b), is_over = is_line && is_bold_line(x, b->next);
        if (is_over && lines == 0 && is_department(x, block_text(x->scratch, b->next)))
            title = b;
        if (has_remark_behind_bold(x, b) ||
            (is_line && (is_labelled(x, b) || (is_over && b != title))))
            return; /* others tell which of two is the heading */
        lines += is_line;
    }
    for (struct block *b = x->document->blocks; lines >= LINES_MIN && b != NULL; b = b->next) {
        if (b->kind == BLOCK_HEADING)
            level = b->level;
        if (!is_bold_line(x, b) || level >= HEADING_LEVELS)
            continue;
        b->kind = BLOCK_HEADING;
        b->level = level + 1;
        level += b == title;
    }
}
