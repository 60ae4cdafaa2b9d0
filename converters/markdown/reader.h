/*
 * The parts of the Markdown reader share one state, made for one file.
 *
 * cmark gives the structure of blocks and inlines; every position is worked out against the source
 * and checked there, because runs are slices of it. What cmark leaves out is read here: pipe
 * tables (GitHub Flavored Markdown, section 4.10), strikethrough, footnotes, HTML tables, front
 * matter, fences around the page.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_READER_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_READER_H
#include "converters/converter.h"
#include "converters/html_elements.h"
#include <cmark.h>

/* Lists, items and quotes may nest so deep; what tables add below still fits LIMIT_DEPTH. */
#define CONTAINER_DEPTH (LIMIT_DEPTH / 2)

/* Bytes a misplaced word is looked for in: bounded, so that many of them stay linear. */
#define FIND_WINDOW 8192

/* Where lines begin: offsets into the source; line n of cmark's (from 1) is begin[n - 1]. */
struct lines {
    uint32_t *begin; /* [count + 1], the last one the end of the source */
    size_t count;
};

/* A footnote's definition, taken out of the text before cmark sees it. */
struct note_definition {
    struct text label;       /* without "^" */
    uint32_t begin, end;     /* of its words */
    struct block *paragraph; /* NULL: nothing has referred to it yet */
};

/* An HTML table's source, from "<table" to behind "</table>"; end 0: never closed. */
struct table_tags {
    uint32_t begin, end;
};

struct markdown_reader {
    struct arena *arena;
    struct document *document;
    const struct source *source;
    struct diagnostics *diags;
    enum status status; /* STATUS_INPUT: something was said that makes the reading doubtful */
    struct text body;   /* what cmark parses: as long as the source behind body_begin */
    uint32_t body_begin;
    struct lines lines;
    struct note_definition *notes;
    size_t note_count, note_capacity;
    struct table_tags *tables; /* in order; found when the first HTML block is met */
    size_t table_count, table_capacity;
    bool tables_paired;
    bool has_strike;   /* "~~" stands somewhere */
    bool has_comments; /* "<!--" does */
    bool too_deep;     /* said so already */
    bool is_page;      /* of HTML throughout */
    bool inside_notes; /* where "[^1]" is words: a note might hold itself */
};

/* Where blocks go: a cell, or a block, or (both NULL) the document. */
struct place {
    struct block *block;
    struct cell *cell;
};

/*
 * A piece of one line that is read as inlines of its own: a table cell, a footnote. text is what
 * cmark sees; where a table cell holds "\|", text is a copy without the backslashes.
 */
struct fragment {
    struct text text;
    uint32_t begin, end; /* in the source */
    bool has_escaped_pipes;
    struct block *block; /* runs go here */
};

struct span reader_span(const struct markdown_reader *reader, uint32_t begin, uint32_t end);
struct text reader_source(const struct markdown_reader *reader, uint32_t begin, uint32_t end);
struct block *place_append(const struct markdown_reader *reader, struct place place,
                           enum block_kind kind, struct span span);
void reader_remark(const struct markdown_reader *reader, struct text text, struct span span);
/* A picture that says nothing to those who cannot see it (S401). */
void report_mute_image(const struct markdown_reader *reader, struct text name, struct span span);
/* One warning a file that nesting was cut. */
void report_too_deep(struct markdown_reader *reader, struct span span);

/* lines.c */
struct lines lines_find(struct arena *arena, struct text source, uint32_t from);
/* The end of a line's text, its line end left out; line from 0. */
uint32_t line_end(const struct markdown_reader *reader, size_t line);
/* Where a paragraph's line begins behind the marks of quotes (at most quotes) and blanks. */
uint32_t line_content(const struct markdown_reader *reader, size_t line, unsigned quotes);
/* Offset of cmark's line and column (both from 1). */
uint32_t line_offset(const struct markdown_reader *reader, int line, int column);

/* front_matter.c: entries to the document's metadata; *end behind the closing line, 0: none */
enum status front_matter_read(struct markdown_reader *reader, uint32_t *end);

/* toml.c: the same between lines of "+++"; false: there are none, and nothing was read */
bool toml_read(struct markdown_reader *reader, uint32_t *end);

/* markdown_fences.c: body is then a copy without the marks of fences around the page */
void markdown_fences_open(struct markdown_reader *reader);
/* markdown_tabs.c: body is then a copy in which titles of tabs are headings, and their marks blank */
void markdown_tabs_open(struct markdown_reader *reader);

/* notes.c: finds the definitions; body is then a copy with blanks in their place */
void notes_find(struct markdown_reader *reader);
/* The definition "[^label]" at this offset refers to, or NULL; *end behind the bracket. */
struct note_definition *note_at(struct markdown_reader *reader, uint32_t offset, uint32_t *end);

/* Definitions nothing refers to, as paragraphs at the document's end. */
void notes_append_unused(struct markdown_reader *reader);

/* inlines.c: the runs of a paragraph or heading; quotes: block quotes around it */
void inlines_read(struct markdown_reader *reader, cmark_node *leaf, unsigned quotes,
                  struct block *block);
/* ... of a fragment that cmark saw as the leaf */
void inlines_read_fragment(struct markdown_reader *reader, cmark_node *leaf,
                           const struct fragment *fragment);
/* What the block's runs end with so far; a blank when there are none. */
uint32_t last_code_point(const struct block *block);
/* What a backslash may stand before (CommonMark 0.30, 2.4). */
bool is_ascii_punctuation(char c);

/* fragments.c: each fragment's runs into its block */
void fragments_read(struct markdown_reader *reader, struct fragment *fragments, size_t count);
/* The same for the lines of [begin, end), soft line ends between them; quotes: marks before each.
 */
void lines_read(struct markdown_reader *reader, uint32_t begin, uint32_t end, unsigned quotes,
                struct block *block);

/* A paragraph's lines, from 0. */
struct paragraph_lines {
    size_t first, last;
    uint32_t begin;  /* of its words on the first line, behind a list item's mark */
    unsigned quotes; /* around it */
};
uint32_t paragraph_line(const struct markdown_reader *reader, const struct paragraph_lines *lines,
                        size_t line);

/* comments.c: comments that are still words of the block, which ends there, become remarks */
void comments_take(struct markdown_reader *reader, struct block *block, uint32_t end);
/* The same for marks for programs in a paragraph or heading. */
void marks_take(struct markdown_reader *reader, struct block *block);

/* tables.c: the paragraph's lines from `head` to `last` are a table */
struct pipe_table {
    size_t head, last;
    bool has_delimiters; /* below its first row, which holds the heads */
};
bool pipe_table_find(struct markdown_reader *reader, const struct paragraph_lines *lines,
                     struct pipe_table *found);
void pipe_table_read(struct markdown_reader *reader, const struct paragraph_lines *lines,
                     const struct pipe_table *found, struct place place);

/* html.c: what a browser would show of [begin, end) of the source; depth: blocks around it, quotes:
 * how many of them are quotes, whose marks stand in front of the lines */
void html_read(struct markdown_reader *reader, uint32_t begin, uint32_t end, struct place place,
               unsigned depth, unsigned quotes);

/* blocks.c */
void blocks_read(struct markdown_reader *reader, cmark_node *root);

#endif
