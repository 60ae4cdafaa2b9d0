/* Blocks of the document that XML of other vocabularies becomes. */
#include "converters/xml/foreign.h"

void foreign_append_runs(struct foreign *in, struct block *block, struct text text,
                         struct span span)
{
    bool exact = span.end - span.begin == text.size;
    for (size_t offset = 0; offset <= text.size;) {
        size_t end = text_find(text, TEXT("\n"), offset);
        size_t stop = end == TEXT_NOT_FOUND ? text.size : end;
        struct span here = exact ? span_slice(span, offset, stop) : span;
        if (stop > offset)
            run_append_text(in->document, block, text_slice(text, offset, stop), 0, here);
        if (end == TEXT_NOT_FOUND)
            break;
        run_append(in->document, block, RUN_BREAK, (struct text){0}, here);
        offset = end + 1;
    }
}

struct block *foreign_append_block(struct foreign *in, struct block *parent, enum block_kind kind,
                                   struct xml_value value)
{
    struct block *block = block_append(in->document, parent, kind, value.span);
    foreign_append_runs(in, block, value.text, value.span);
    return block;
}

void foreign_append_heading(struct foreign *in, struct xml_value value, unsigned level)
{
    foreign_append_block(in, NULL, BLOCK_HEADING, value)->level = level < 6 ? level : 6;
    in->open_level = level;
}

struct block *foreign_append_label(struct foreign *in, struct block *parent, struct text label,
                                   struct span span)
{
    struct block *block = block_append(in->document, parent, BLOCK_PARAGRAPH, span);
    run_append(in->document, block, RUN_TEXT, label, span)->style = STYLE_STRONG;
    run_append(in->document, block, RUN_TEXT, TEXT(": "), span);
    return block;
}

void foreign_append_labelled(struct foreign *in, struct block *parent, struct text label,
                             struct span label_span, struct xml_value value)
{
    if (value.text.size == 0)
        return;
    struct block *block = foreign_append_label(in, parent, label, label_span);
    block->span = value.span;
    foreign_append_runs(in, block, value.text, value.span);
}
