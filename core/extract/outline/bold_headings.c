/*
 * Lines in bold that do a heading's work, where none of them is a label: authors who know no
 * headings write the names of posts so. They become headings, each a step below the one above it.
 * So does a line in bold that goes on with the number of a heading.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/extract/walk/chapters.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

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

/* "Responsibilities:" right over "**Daily work**": bold lines are groups of what labels are over. */
static bool is_label_over_bold(struct extraction *x, const struct block *block)
{
    if (block->kind != BLOCK_PARAGRAPH || !is_bold_line(x, block->next) || block_is_strong(block))
        return false;
    struct text words = text_trim(block_text(x->scratch, block));
    struct label label = label_find(x, words);
    return ends_in_colon(words) && is_section_label(&label);
}

/* "Reports to" as a heading: the post in bold right below it is whom the role answers to. */
static bool asks_for_post(struct extraction *x, const struct block *block)
{
    if (block == NULL || block->kind != BLOCK_HEADING)
        return false;
    struct label label = label_find(x, text_trim(block_text(x->scratch, block)));
    enum kind kind = label.kind == LABEL_ELEMENT ? element_row(label.element)->kind : KIND_TEXT;
    return kind == KIND_REF || kind == KIND_REFS;
}

/* A post there, or what the document begins with, is no part of the section in front of it. */
static bool is_over_heading(const struct block *line)
{
    return line->next != NULL && line->next->kind == BLOCK_HEADING && line->next->level > 1;
}

void raise_bold_lines(struct extraction *x)
{
    size_t lines = 0;
    unsigned level = 0;
    const struct block *title = NULL; /* the first, right over a unit's: they stand below it */
    const struct block *above = NULL;
    for (const struct block *b = x->document->blocks; b != NULL; above = b, b = b->next) {
        bool is_line = is_bold_line(x, b) && !asks_for_post(x, above);
        bool is_over = is_line && is_bold_line(x, b->next);
        if (is_over && lines == 0 && is_department(x, block_text(x->scratch, b->next)))
            title = b;
        if (has_remark_behind_bold(x, b) || is_label_over_bold(x, b) ||
            (is_line && (is_labelled(x, b) || (is_over && b != title))))
            return; /* others tell which of two is the heading */
        lines += is_line;
    }
    bool begins_so = is_bold_line(x, x->document->blocks) && is_over_heading(x->document->blocks);
    above = NULL;
    for (struct block *b = x->document->blocks; lines >= LINES_MIN && b != NULL;
         above = b, b = b->next) {
        if (b->kind == BLOCK_HEADING)
            level = b->level;
        if (!is_bold_line(x, b) || asks_for_post(x, above) || level >= HEADING_LEVELS)
            continue;
        bool is_name = begins_so || vocabulary_is_position(x->vocabulary, x->scratch,
                                                           text_trim(block_text(x->scratch, b)));
        bool is_over = is_over_heading(b) && is_name && b->next->level <= level;
        b->kind = BLOCK_HEADING;
        b->level = is_over ? b->next->level - 1 : level + 1;
        level += b == title;
    }
}

/* ---- numbers that go on ---- */

/* "Section B: Vice President", with the word for it in front: as short as headings are. */
static bool is_titled_section(struct extraction *x, const struct block *block)
{
    struct text words = name_without_colon(text_trim(block_text(x->scratch, block)));
    struct text title = behind_latin_article(x, words);
    return text_is_empty(block->label) && !text_is_empty(title) && ends_like_heading(title) &&
           is_title_case(title) && !is_clause(x, title);
}

/*
 * "Section B: Vice President", or 「二、範圍」 in bold, behind the heading "Section A: President":
 * its author styled some headings of a row, and not all of them.
 */
void raise_next_headings(struct extraction *x)
{
    unsigned look = 0, number = 0, level = 0;
    for (struct block *b = x->document->blocks; b != NULL; b = b->next) {
        bool is_line = number > 0 && b->kind == BLOCK_PARAGRAPH &&
                       (is_bold_line(x, b) || is_titled_section(x, b));
        if (b->kind != BLOCK_HEADING && !is_line)
            continue;
        struct text words = text_trim(block_text(x->scratch, b));
        struct text label = text_is_empty(b->label) ? list_label_of(words).label : b->label;
        bool is_next =
            is_line && list_label_look(label) == look && list_label_number(label) == number + 1;
        if (is_next) {
            b->kind = BLOCK_HEADING;
            b->level = level;
        }
        if (b->kind != BLOCK_HEADING && list_label_look(label) == look)
            number = 0; /* "**1. Sales**": a row of its own, below the heading */
        if (b->kind != BLOCK_HEADING || (number > 0 && b->level > level))
            continue; /* what stands below the heading parts no row */
        look = list_label_look(label);
        number = list_label_number(label);
        level = b->level;
    }
}
