/*
 * The position's name in the lines of a posting that stand in front of its sections: behind a word
 * that looks for somebody (「現誠徵維修工程師：」), or in the only line that is nothing but a name.
 */
#include "core/extract/role_heads/posting_lines.h"
#include "core/base/script.h"
#include "core/extract/outline/outline.h"
#include "core/extract/role_heads/posting_titles.h"
#include "core/extract/values/values.h"

#define BLOCKS_MAX 40      /* from the top, in which the name may stand: a bound on work */
#define NAME_LENGTH 30     /* characters of it */
#define SENTENCE_BYTES 200 /* of one that looks for somebody: a bound on work */

/* One person, and the pay, are none of the name: 一名維修工程師. */
static struct text bare_name(const struct extraction *x, struct text name)
{
    pay_beside(x, text_trim(name), &name);
    headcount_beside(x, name, &name);
    return name;
}

static bool is_name(struct extraction *x, struct text name)
{
    struct text plain = label_without_remark(name);
    bool is_clause = text_has(name, u'，') || text_has(name, u'的') || text_has(name, u'。');
    return !text_is_empty(plain) && !is_latin_text(name) && !is_clause &&
           text_code_points(name) <= NAME_LENGTH &&
           ((vocabulary_is_position(x->vocabulary, x->scratch, plain) &&
             reads_like_position(x, plain)) ||
            (is_craft(x, plain) &&
             vocabulary_opening(x->vocabulary, x->scratch, plain) == ELEMENT_COUNT));
}

/* Up to the next stop of a sentence; *at: behind it. */
static struct text next_sentence(struct text line, size_t *at)
{
    static const struct text stops = TEXT_INIT("。！!；;？?");
    size_t begin = *at;
    while (*at < line.size) {
        size_t end = *at;
        if (text_has(stops, text_next(line, at)))
            return text_trim(text_slice(line, begin, end));
    }
    return text_trim(text_from(line, begin));
}

/* The only name in a sentence that looks for somebody; empty: it does not, or has several. */
static struct text name_in_sentence(struct extraction *x, struct text line)
{
    for (size_t at = 0; at < line.size;) {
        struct text sentence = next_sentence(line, &at);
        if (sentence.size > SENTENCE_BYTES)
            continue;
        struct text title = title_without_tags(x, name_without_colon(sentence));
        struct text name = name_in_posting_title(x, title);
        if (name.size < title.size && is_name(x, bare_name(x, name)))
            return bare_name(x, name);
    }
    return TEXT("");
}

/* A heading of what the role does or needs: what stands below it is the role's own. */
static bool begins_sections(struct extraction *x, struct text words)
{
    struct label label = label_find(x, words);
    return label.kind == LABEL_ELEMENT && !label.is_part &&
           (label.element == ELEMENT_DUTIES || label.element == ELEMENT_APPOINTMENT);
}

/* What the lines looked at so far have. */
struct found {
    struct value hired, alone;
    size_t lines; /* that are nothing but a name */
};

/* 「崗位：廚師」: what stands behind the label. */
static struct text behind_label(struct extraction *x, struct text line)
{
    struct pair pair;
    bool is_title = label_pairs(x, line, &pair, 1) == 1 && pair.label.kind == LABEL_ELEMENT &&
                    pair.label.element == ELEMENT_TITLE;
    return is_title ? pair.value : line;
}

static void read_lines(struct extraction *x, const struct block *block, struct text words,
                       struct found *found)
{
    struct text line;
    for (size_t offset = 0; text_next_line(words, &offset, &line);) {
        line = text_trim(behind_label(x, text_trim(line)));
        if (text_is_empty(line) || is_latin_text(line))
            continue;
        struct text name = name_in_sentence(x, line), bare = bare_name(x, name_of_line(x, line));
        if (!text_is_empty(name) && text_is_empty(found->hired.text))
            found->hired = (struct value){name, block->span};
        if (!is_name(x, bare))
            continue;
        found->alone = (struct value){bare, block->span};
        found->lines++;
    }
}

bool find_title_in_lines(struct extraction *x, struct value *title)
{
    struct found found = {.lines = 0};
    size_t seen = 0;
    for (const struct block *b = x->document->blocks; b != NULL && seen < BLOCKS_MAX; b = b->next) {
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_HEADING)
            continue;
        struct text words = text_trim(block_text(x->arena, b));
        if (begins_sections(x, words))
            break;
        read_lines(x, b, words, &found);
        seen++;
    }
    if (text_is_empty(found.hired.text) && found.lines != 1)
        return false;
    *title = text_is_empty(found.hired.text) ? found.alone : found.hired;
    return true;
}
