/*
 * Labels behind a mark in the midst of a paragraph, as pages of postings have them whose line ends
 * are lost: 「▍工作內容 • 採買 • 記帳 ▍條件要求 • 高中」.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/outline/outline.h"
#include <string.h>

#define LABELS_MIN 2 /* known ones behind one mark: a single one may be an item */

/* Behind each, or most of its kind, stands a label: else it is the bullet of the items. */
static const struct text marks = TEXT_INIT("▍▎▌▋■◆★▼◉✦☆◎◇");

/* What the words say, and where they end. */
struct marked {
    size_t begin, end; /* of the label, in the run: the mark is in front of it */
    bool is_open;      /* no colon behind it: it needs a line of its own */
};

/* The words behind the mark at the offset, up to a blank or colon, where they are a known label. */
static bool read_marked(struct extraction *x, struct text words, size_t mark_end,
                        struct marked *marked)
{
    size_t begin = mark_end;
    while (begin < words.size && words.data[begin] == ' ')
        begin++;
    struct text rest = text_head(text_from(words, begin), LABEL_BYTES);
    for (size_t at = 0; at < rest.size;) {
        size_t end = at;
        uint32_t c = text_next(rest, &at);
        bool is_colon = c == ':' || c == 0xFF1A;
        if (!is_blank_code_point(c) && !is_colon)
            continue;
        struct label label = label_find(x, text_slice(rest, 0, end));
        *marked = (struct marked){begin, begin + end, !is_colon};
        return end > 0 && label.kind == LABEL_ELEMENT;
    }
    return false;
}

/* Where the next such mark stands in the words, from there on. */
static size_t mark_at(struct text words, uint32_t mark, size_t from, size_t *end)
{
    for (size_t at = from; at < words.size;) {
        size_t begin = at;
        if (text_next(words, &at) == mark) {
            *end = at;
            return begin;
        }
    }
    return TEXT_NOT_FOUND;
}

/* All marks begin with one byte, which most lines have nowhere. */
static bool may_have_mark(struct text words)
{
    return words.size > 0 && memchr(words.data, (unsigned char)marks.data[0], words.size) != NULL;
}

/* The mark that stands in front of several known labels in the run; 0: none does. */
static uint32_t mark_of_labels(struct extraction *x, struct text words)
{
    if (!may_have_mark(words))
        return 0;
    for (size_t m = 0; m < marks.size;) {
        uint32_t mark = text_next(marks, &m);
        size_t marked_parts = 0, labels = 0, end = 0;
        struct marked marked;
        for (size_t at = 0; (at = mark_at(words, mark, at, &end)) != TEXT_NOT_FOUND; at = end) {
            marked_parts++;
            labels += read_marked(x, words, end, &marked);
        }
        if (labels >= LABELS_MIN && 2 * labels > marked_parts) /* not a bullet of all the items */
            return mark;
    }
    return 0;
}

struct block *divide_at_marked_labels(struct extraction *x, struct block *block)
{
    struct run *run = block->runs;
    if (run == NULL || run->kind != RUN_TEXT)
        return block;
    uint32_t mark = mark_of_labels(x, run->text);
    size_t end = 0;
    for (size_t at = 0; mark != 0 && (at = mark_at(run->text, mark, at, &end)) != TEXT_NOT_FOUND;) {
        struct marked marked;
        bool is_label = read_marked(x, run->text, end, &marked);
        if (at > 0) {
            struct run *next = split_run(x, block, run, at);
            block = divide_block(x, block, run, next);
            run = next;
            marked.end -= at;
            end -= at;
        }
        if (is_label && marked.is_open) {
            struct run *words = split_run(x, block, run, marked.end);
            block = divide_block(x, block, run, words);
            run = words;
            end = 0;
        }
        at = end;
    }
    return block;
}
