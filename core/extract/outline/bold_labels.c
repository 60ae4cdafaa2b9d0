/*
 * "**Position Title** Ferry Clerk": labels of one value that stand in bold in front of it, without
 * a colon. Where a document has several, each gets its colon, and is read as any other line.
 */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/labels/label.h"
#include "core/extract/outline/lines.h"

#define LABELS_MIN 3   /* one bold word may be stressed, and two */
#define SHORT_LABEL 20 /* characters of any label in bold */

/* A value behind a blank: a name, a number, an amount; "**Location** of the keys" goes on. */
static bool begins_value(struct text words)
{
    struct text value = text_trim(words);
    size_t at = 0;
    if (text_is_empty(value) || value.data == words.data)
        return false;
    uint32_t c = text_next(value, &at);
    return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$';
}

bool begins_with_bold_label(const struct run *run)
{
    const struct run *behind = run == NULL ? NULL : run->next;
    if (behind == NULL || run->kind != RUN_TEXT || (run->style & STYLE_STRONG) == 0 ||
        behind->kind != RUN_TEXT || (behind->style & STYLE_STRONG) != 0 ||
        text_is_longer(run->text, SHORT_LABEL))
        return false;
    size_t at = 0;
    struct text rest = text_trim(behind->text);
    return ends_in_colon(text_trim(run->text)) ||
           (!text_is_empty(rest) && is_colon(text_next(rest, &at)));
}

static bool is_bold_label(struct extraction *x, const struct run *run)
{
    const struct run *value = run->next;
    if (run->kind != RUN_TEXT || (run->style & STYLE_STRONG) == 0 || value == NULL ||
        value->kind != RUN_TEXT || (value->style & STYLE_STRONG) != 0 ||
        run->text.size > LABEL_BYTES || ends_in_colon(text_trim(run->text)) ||
        !begins_value(value->text))
        return false;
    struct label label = label_find(x, text_trim(run->text));
    enum kind kind = label.kind == LABEL_ELEMENT ? element_row(label.element)->kind : KIND_RECORDS;
    bool is_value = kind == KIND_TEXT || kind == KIND_REF || kind == KIND_REFS;
    return label.kind == LABEL_ELEMENT && label.element != ELEMENT_PURPOSE &&
           ((is_value && !label.is_part) || label.element == ELEMENT_REWARDS);
}

static void add_colon(struct extraction *x, struct run *run)
{
    struct text_buffer out = text_buffer_new(x->arena);
    buffer_append(&out, text_trim(run->text));
    buffer_append_byte(&out, ':');
    run->text = buffer_text(&out);
}

/* Takes each line of the document that begins with such a label; returns how many there are. */
static size_t visit_labels(struct extraction *x, bool completes)
{
    size_t count = 0;
    for (struct block *block = x->document->blocks; block != NULL; block = block->next) {
        bool begins_line = block->kind == BLOCK_PARAGRAPH;
        for (struct run *run = begins_line ? block->runs : NULL; run != NULL; run = run->next) {
            bool is_label = begins_line && is_bold_label(x, run);
            count += is_label;
            if (is_label && completes)
                add_colon(x, run);
            begins_line = run->kind == RUN_BREAK || (run->style & STYLE_LINE_END) != 0;
        }
    }
    return count;
}

void complete_bold_labels(struct extraction *x)
{
    if (visit_labels(x, false) >= LABELS_MIN)
        visit_labels(x, true);
}
