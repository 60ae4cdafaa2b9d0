/*
 * Documents all of whose words are styled as headings of one level, items and sentences with them:
 * there the style says nothing, and bold lines and numbers do. In any document, a sentence styled
 * so right below a heading only stands out: it tells what that one is about.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/model/list_label.h"

#define LEVELS 10      /* of headings: 1 to 9 */
#define HEADINGS_MIN 8 /* of a level: fewer may be a few long ones */
#define SENTENCE_HAN 6 /* characters, at least */
#define SENTENCE_LATIN 40
#define TOLD_LENGTH 80 /* letters of a heading that tells of the one above it: no name is as long */

/* An item or a sentence: it is as long, and ends in a stop. */
static bool ends_as_words_do(struct text words)
{
    static const char *const stops[] = {"。", "；", "．", ";", ".", NULL};
    size_t length = text_code_points(words);
    return text_ends_with_one_of(words, stops) &&
           length >= (is_latin_text(words) ? SENTENCE_LATIN : SENTENCE_HAN);
}

/* In Markdown each heading is made by hand: where other words stand below them, they are some. */
static bool is_made_by_hand(const struct document *document)
{
    size_t headings = 0, others = 0;
    for (const struct block *b = document->blocks; b != NULL; b = b->next) {
        headings += b->kind == BLOCK_HEADING;
        others += b->kind != BLOCK_HEADING;
    }
    return document->source != NULL && document->source->kind == SOURCE_TEXT &&
           2 * others >= headings;
}

/* "#### Works across the team, managing managers and …" right below "## Director", over its list. */
static bool tells_of_heading(struct extraction *x, const struct block *above,
                             const struct block *block)
{
    if (above == NULL || above->kind != BLOCK_HEADING || block->kind != BLOCK_HEADING ||
        above->level >= block->level || block->next == NULL || block->next->kind != BLOCK_LIST)
        return false;
    struct text words = text_trim(block_text(x->scratch, block));
    return text_code_points(words) >= TOLD_LENGTH && is_latin_text(words) &&
           !ends_in_colon(words) && list_label_of(words).kind == LIST_LABEL_NONE;
}

static void lower_telling_headings(struct extraction *x)
{
    struct block *above = NULL;
    for (struct block *b = x->document->blocks; b != NULL; above = b, b = b->next)
        if (tells_of_heading(x, above, b)) {
            b->kind = BLOCK_PARAGRAPH;
            b->level = 0;
        }
}

void lower_styled_words(struct extraction *x)
{
    lower_telling_headings(x);
    size_t headings[LEVELS] = {0}, words[LEVELS] = {0};
    if (is_made_by_hand(x->document))
        return;
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next) {
        if (b->kind != BLOCK_HEADING || b->level >= LEVELS)
            continue;
        headings[b->level]++;
        words[b->level] += ends_as_words_do(text_trim(block_text(x->scratch, b)));
    }
    for (struct block *b = x->document->blocks; b != NULL; b = b->next) {
        bool is_word = b->kind == BLOCK_HEADING && b->level < LEVELS &&
                       headings[b->level] >= HEADINGS_MIN &&
                       2 * words[b->level] >= headings[b->level];
        if (!is_word)
            continue;
        b->kind = BLOCK_PARAGRAPH;
        b->level = 0;
    }
}
