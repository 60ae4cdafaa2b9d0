/*
 * Tags say what the marks on the pages are, so that they can be read aloud, reflowed and copied.
 *
 * They form one tree in reading order (ISO 32000-1, 14.7 and 14.8; PDF/UA-1). It is built by
 * layout, parts of it by several threads, and linked whole before pages are drawn; content finds
 * its place among the children by the order in which pages show it.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_TAGS_H
#define ROLEBOOK_CONVERTERS_PDF_TAGS_H
#include "core/base/text.h"

enum tag_kind {
    TAG_DOCUMENT,
    TAG_PART,
    TAG_SECT,
    TAG_DIV,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_BLOCK_QUOTE,
    TAG_CODE,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_CAPTION,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_TOC,
    TAG_TOCI,
    TAG_INDEX,
    TAG_REFERENCE,
    TAG_LINK,
    TAG_SPAN,
    TAG_NOTE,
    TAG_FIGURE,
    TAG_COUNT,
};
const char *tag_name(enum tag_kind kind); /* "BlockQuote" */

struct tag;

/* A tag behind the last child of parent; parent NULL: the root of a tree. */
struct tag *tag_new(struct arena *arena, struct tag *parent, enum tag_kind kind);
/* A tag behind the last one of those that tag stands among; in a root when tag is one. */
struct tag *tag_beside(struct arena *arena, struct tag *tag, enum tag_kind kind);
enum tag_kind tag_kind(const struct tag *tag);

/* What follows needs the arena the tag came from; texts are borrowed and must live as long. */
void tag_set_language(struct arena *arena, struct tag *tag, struct text language); /* BCP 47 */
/* A figure's text alternative, or an abbreviation's long form. */
void tag_set_alternative(struct arena *arena, struct tag *tag, struct text alternative);
enum tag_scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH };
struct tag_cell {
    enum tag_scope scope;           /* of a TH */
    uint32_t row_span, column_span; /* 0 counts as 1 */
};
void tag_set_cell(struct arena *arena, struct tag *tag, struct tag_cell cell);
/* How a TAG_L is numbered; unset: bullets or nothing. */
enum tag_numbering { NUMBERING_NONE, NUMBERING_DISC, NUMBERING_DECIMAL };
void tag_set_numbering(struct tag *tag, enum tag_numbering numbering);

#endif
