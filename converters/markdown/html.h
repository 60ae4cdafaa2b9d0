/*
 * The walk over libxml2's tree of HTML in Markdown, which libxml2 keeps within 256 levels.
 */
#ifndef ROLEBOOK_CONVERTERS_MARKDOWN_HTML_H
#define ROLEBOOK_CONVERTERS_MARKDOWN_HTML_H
#include "converters/markdown/reader.h"
#include <libxml/tree.h>

/* Where the walk is. */
struct html {
    struct markdown_reader *reader;
    struct place place;
    struct block *paragraph; /* open, takes runs; NULL: the next text opens one */
    uint32_t cursor, end;    /* source read so far */
    unsigned depth;          /* blocks around place */
    unsigned lists;
    unsigned style;
    struct text link;
    size_t words_size;    /* of a whole page; 0: of a part of Markdown */
    bool in_furniture;    /* of the site around the page */
    bool space;           /* white space waits for a word */
    unsigned space_style; /* of the run it stood in */
    struct text space_link;
};

/* ---- html.c ---- */

/* A node and those beside it, each where it belongs. */
void html_walk(struct html *in, xmlNode *node);
/* Moves the cursor to where the element's tag opens; implied elements have none. */
void html_seek_tag(struct html *in, const xmlNode *node);
bool html_is_named(const xmlNode *node, const char *name);
/* The attribute's value in the arena; empty: it is absent. */
struct text html_attribute(const struct html *in, xmlNode *node, const char *name);
/* Its digits as a number, at most limit; 0: it begins with none. */
uint32_t html_attribute_number(const struct html *in, xmlNode *node, const char *name,
                               uint32_t limit);
/* The next block of the place, from the cursor on; an open paragraph ends. */
struct block *html_append_block(struct html *in, enum block_kind kind);
/* A comment goes to the reader as a remark; the cursor moves behind it. */
void html_read_remark(struct html *in, const xmlNode *node);

/* ---- html_furniture.c ---- */

/* Bytes of the words that a browser shows of the node and those beside it. */
size_t html_words_size(const xmlNode *node);
/*
 * Menus, the path of a page and its foot, by their elements or by what their classes and ids call
 * them: they are of the site, and not of what the page tells. What holds most of the page is none.
 */
bool html_is_furniture(const struct html *in, xmlNode *node);

/* ---- html_tables.c ---- */

/* A <table> becomes a block; words between its cells or rows go in front of it. */
void html_read_table(struct html *in, xmlNode *node);

#endif
