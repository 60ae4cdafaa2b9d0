/*
 * Documents all of whose words are styled as headings of one level, items and sentences with them:
 * there the style says nothing, and bold lines and numbers do.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"

#define LEVELS 10      /* of headings: 1 to 9 */
#define HEADINGS_MIN 8 /* of a level: fewer may be a few long ones */
#define SENTENCE_HAN 6 /* characters, at least */
#define SENTENCE_LATIN 40

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

void lower_styled_words(struct extraction *x)
{
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
