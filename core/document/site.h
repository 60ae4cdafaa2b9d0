/*
 * A site is a document cut into pages, with the places in them and the ways between.
 *
 * Its first page, index, has what stands in front of the first section with a heading; each section
 * with a heading is a page of its own. Headings have levels without gaps, and ids made of their
 * words, so that an address stays good while other roles come and go.
 */
#ifndef ROLEBOOK_CORE_DOCUMENT_SITE_H
#define ROLEBOOK_CORE_DOCUMENT_SITE_H
#include "core/document/document.h"

enum site_cut {
    SITE_ONE_PAGE,
    SITE_PAGE_A_SECTION,
};

/* A heading, or a block that links lead to. */
struct site_place {
    const struct block *block;
    struct text id;    /* in its page; without '.' */
    struct text words; /* of the heading; empty: no heading */
    unsigned level;    /* from 1; 0: no heading */
    size_t page;
};

struct site_page {
    struct text name;                /* "index", "客服專員": of a file, without extension */
    struct text title;               /* words of its heading; of the index, the document's title */
    struct text group;               /* the department it belongs to; may be empty */
    const struct block *first, *end; /* of the document's blocks: from first to before end */
    size_t first_place, place_count;
};

struct site {
    struct arena *arena;
    const struct document *document;
    enum site_cut cut;
    struct text contents_title; /* the words over its table of contents; empty: it has none */
    unsigned contents_depth;
    struct site_page *pages;
    size_t page_count, page_capacity;
    struct site_place *places; /* in document order */
    size_t place_count, place_capacity;
    struct site_index *index;
};

struct site *site_new(struct arena *arena, const struct document *document, enum site_cut cut);
/* The place of a block, or NULL. */
const struct site_place *site_place_of(const struct site *site, const struct block *block);
/* The place that "#anchor" leads to, or NULL. */
const struct site_place *site_place_at(const struct site *site, struct text anchor);
/*
 * Where a link leads, seen from a page.
 *
 * in       extension  of the site's files, with its dot
 * returns  "#id", "name.html", "name.html#id", or the target as it is; empty when it leads nowhere
 *          or would run something
 */
struct text site_link(const struct site *site, size_t page, struct text target,
                      const char *extension);
/*
 * Where an index says "word … 12" and the page is the word's own: the page number behind the run,
 * which the word itself may lead to; NULL: the run is no such word.
 */
const struct run *site_number_behind(const struct site *site, const struct run *run);
/* A heading that stands for the page's group, or for the contents: it is shown elsewhere. */
bool site_shows_elsewhere(const struct site *site, const struct block *block);

#endif
