/*
 * What the parts of reading a paragraph's content share: the paragraph at hand, and where in the
 * source reading has come to.
 *
 * cmark says where its nodes begin by line and column of what it read, which is not the source
 * where escapes, quotations or lines by backslash stand in front.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_INLINES_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_INLINES_H
#include "converters/markdown/reader.h"

#define STYLE_BITS 7 /* the styles that nest: STYLE_STRONG to STYLE_SUBSCRIPT */

struct inlines {
    struct markdown_reader *reader;
    struct block *block;
    const struct fragment *fragment; /* NULL: a block of the document */
    unsigned quotes;
    int first_line, block_offset;
    int line;            /* of cmark's, that line_begin speaks of */
    size_t lag;          /* lines of the source that cmark did not count */
    int64_t shift;       /* bytes of its line before line_begin */
    uint32_t line_begin; /* offset of content column 0 in line */
    uint32_t begin, end; /* of the block in the source */
    uint32_t cursor;     /* behind the last run */
    size_t strong_end;   /* where bold ends that CommonMark does not see; 0: there is none */
    unsigned nesting[STYLE_BITS]; /* how often each style was opened */
    struct text link;
    bool at_line_end; /* a soft break waits for what follows it; as it was styled: */
    unsigned line_end_style;
    struct text line_end_link;
};

struct found {
    struct text text; /* the literal: a slice where it stands as it is, else a copy */
    struct span span;
};

/* ---- inline_places.c ---- */

/*
 * The node's literal in the source, at the place that cmark gives or, where that is wrong, the next
 * one behind what was read. in->cursor moves behind it.
 */
struct found inlines_find(struct inlines *in, cmark_node *node, struct text literal);
/* A hard break was read: one by a backslash begins a line that cmark does not count. */
void inlines_pass_line_break(struct inlines *in);

#endif
