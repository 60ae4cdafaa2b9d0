/*
 * Pages that their author set as code, to keep the line ends: a posting between ``` with the labels
 * of its sections alone in lines, a label in the midst of what stands below another, lines of
 * labels and values, or a list below a label. Each line becomes a paragraph.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"
#include <assert.h>

#define LABELS_MIN 2 /* of sections, in lines of their own: no program has them */
#define PAIRS_MIN 3  /* lines of known labels and values in Han, alike */
#define ITEMS_MIN 2  /* lines with a number or bullet below a label, and no others */

/* What the lines of a code block are. */
struct code_look {
    size_t lines, labels, pairs, items;
};

static struct code_look look_at_code(struct extraction *x, struct text code)
{
    struct code_look look = {0};
    struct text line;
    for (size_t at = 0; text_next_line(code, &at, &line) && look.labels < LABELS_MIN;) {
        struct text words = text_trim(line);
        hashes_level(x, &words); /* "### 【崗位職責】", indented too far to be a heading */
        struct label label = label_find(x, words);
        struct pair pair;
        bool is_han = !is_latin_text(words);
        look.lines += !text_is_empty(words);
        look.labels += label_opens_section(&label, words) ||
                       (is_han && label.kind == LABEL_ELEMENT && ends_in_colon(words));
        look.pairs += is_han && label_pairs(x, words, &pair, 1) == 1;
        look.items += list_label_of(words).kind != LIST_LABEL_NONE;
    }
    return look;
}

/* Right below a label of a section, in Han. */
static bool is_below_label(struct extraction *x, const struct block *before)
{
    if (before == NULL || before->kind == BLOCK_CODE || before->runs == NULL)
        return false;
    struct text words = text_trim(block_text(x->scratch, before));
    struct label label = label_find(x, words);
    return !is_latin_text(words) && label_opens_section(&label, words);
}

static bool is_page(struct extraction *x, const struct block *block, const struct block *before)
{
    struct code_look look = look_at_code(x, block->code);
    return look.labels >= LABELS_MIN || look.pairs >= PAIRS_MIN ||
           (is_below_label(x, before) &&
            (look.labels > 0 || (look.items >= ITEMS_MIN && look.items == look.lines)));
}

/* returns  the last of the paragraphs, which stand in the block's place */
static struct block *spread_code(struct extraction *x, struct block *block)
{
    struct block code = *block, *last = NULL;
    struct text line;
    for (size_t at = 0, begin = 0; text_next_line(code.code, &at, &line); begin = at) {
        if (text_is_blank(line))
            continue;
        struct block *next = last == NULL ? block : arena_new(x->arena, struct block);
        struct span span = span_slice(code.span, begin, begin + line.size);
        *next = code;
        next->kind = BLOCK_PARAGRAPH;
        next->code = TEXT("");
        next->span = span;
        next->runs = next->last_run = NULL;
        run_append(x->document, next, RUN_TEXT, text_trim(line), span);
        if (last != NULL)
            last->next = next;
        last = next;
    }
    assert(last != NULL); /* there are lines with labels */
    last->next = code.next;
    return last;
}

void spread_code_pages(struct extraction *x)
{
    struct block *before = NULL;
    for (struct block *block = x->document->blocks; block != NULL; block = block->next) {
        if (block->kind == BLOCK_CODE && is_page(x, block, before))
            block = spread_code(x, block);
        x->document->last_block = before = block;
    }
}
