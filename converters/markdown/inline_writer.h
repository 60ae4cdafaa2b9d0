/*
 * What the writer of inlines keeps while it writes those of one block, and its parts share.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_INLINE_WRITER_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_INLINE_WRITER_H
#include "converters/markdown/writer.h"

struct inline_writer {
    struct markdown_writer *w;
    enum inline_place place;
    size_t line_begin;  /* in out: where this line's words begin */
    bool is_first_line; /* of the block */
    bool in_link;
    bool in_asterisks;
    bool goes_on;                /* words of another run follow those being written */
    bool after_note;             /* "[^1]" stands just before: no "(" or ":" may follow */
    const struct run *group_end; /* of the runs written together */
    unsigned group_depth;        /* styles opened around them */
};

/* ---- write_text.c ---- */

bool inlines_at_line_begin(const struct inline_writer *in);
/* Blanks at a line's end would be cut, or make a break. */
void inlines_protect_line_end(struct inline_writer *in);
/* The text as words: what CommonMark or a dialect would read as a mark has a backslash. */
void inlines_append_escaped(struct inline_writer *in, struct text t);
/* "&" at `at` that reads as a character reference, or might together with the next run. */
bool is_character_reference(struct text t, size_t at);

/* ---- join_runs.c ---- */

/* Nothing of it is written. */
bool run_is_hidden(const struct run *run);
bool run_is_plain_text(const struct run *run);
/* Copies of the runs that are written, those that look the same as one. */
struct run *runs_joined(struct arena *arena, const struct run *run, enum inline_place place);

#endif
