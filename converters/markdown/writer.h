/*
 * The parts of the Markdown writer share one state, made for one document.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_WRITER_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_WRITER_H
#include "core/base/text_buffer.h"
#include "core/document/document.h"

/* Where the runs stand: it decides what a line break and a pipe look like. */
enum inline_place { INLINE_PARAGRAPH, INLINE_HEADING, INLINE_CELL };

struct markdown_writer {
    struct text_buffer *out;
    struct text_buffer prefix; /* of every line: "> ", the indent of items */
    const struct run **notes;  /* footnotes met, in order */
    size_t note_count, note_capacity;
    bool is_replaced; /* control characters were, which HTML does not allow */
};

/* Ends the line and begins the next one behind the prefix. */
void writer_new_line(struct markdown_writer *w);

/* write_inlines.c */
void inlines_write(struct markdown_writer *w, const struct run *runs, enum inline_place place);

/* write_html.c: a table that pipes cannot draw */
void html_table_write(struct markdown_writer *w, const struct table *table);

/* write_front_matter.c */
void front_matter_write(struct text_buffer *out, const struct metadata *metadata);

#endif
