/*
 * "ARTICLE V: ELECTIONS" in plain lines: the articles of rules whose author marks no headings are
 * headings nevertheless. What stands below one is not of the article in front of it. And "4.1.1"
 * as a heading, which has no words of its own, is the number of the words below it.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include "core/model/list_label.h"

#define ARTICLES_MIN 3 /* fewer are quoted */
#define HEADING_LEVELS 9

/* "ARTICLE", in front of the line's number; empty: the line is no title of an article. */
static struct text word_of_article(struct extraction *x, const struct block *block)
{
    struct text words = block->kind == BLOCK_PARAGRAPH && text_is_empty(block->label)
                            ? text_trim(block_text(x->scratch, block))
                            : TEXT("");
    struct text label = list_label_of(words).label;
    size_t blank = text_find(label, TEXT(" "), 0);
    bool is_article = text_starts_with_any(words, signs_of(x, SIGN_ARTICLE_OF_RULES)) &&
                      blank != TEXT_NOT_FOUND && ends_like_heading(name_without_colon(words)) &&
                      !is_clause(x, behind_latin_article(x, words));
    return is_article ? text_slice(words, 0, blank) : TEXT("");
}

void raise_articles(struct extraction *x)
{
    struct text word = TEXT("");
    size_t articles = 0;
    unsigned level = 0; /* of the headings in front of the first article */
    for (const struct block *b = x->document->blocks; b != NULL; b = b->next) {
        if (b->kind == BLOCK_HEADING && articles > 0)
            return; /* the author does mark what is a heading */
        level = b->kind == BLOCK_HEADING && b->level > level ? b->level : level;
        struct text found = word_of_article(x, b);
        if (articles == 0)
            word = found;
        articles += !text_is_empty(word) && text_equal(found, word);
    }
    for (struct block *b = x->document->blocks;
         articles >= ARTICLES_MIN && level < HEADING_LEVELS && b != NULL; b = b->next)
        if (text_equal(word_of_article(x, b), word)) {
            b->kind = BLOCK_HEADING;
            b->level = level + 1;
        }
}

/* "4.1.1", in figures. */
static bool is_number_alone(struct text words)
{
    return text_consists_of(words, TEXT("0123456789.")) && text_has_digit(words) &&
           text_has(words, '.');
}

void join_numbers(struct extraction *x)
{
    for (struct block *b = x->document->blocks; b != NULL; b = b->next) {
        struct block *words = b->next;
        if (b->kind != BLOCK_HEADING || words == NULL || words->kind != BLOCK_PARAGRAPH ||
            !text_is_empty(words->label))
            continue;
        struct text number = text_trim(block_text(x->arena, b));
        if (!is_number_alone(number))
            continue;
        *b = *words; /* in the heading's place, to which others point */
        b->label = number;
        if (x->document->last_block == words)
            x->document->last_block = b;
    }
}
