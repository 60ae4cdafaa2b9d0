/*
 * The parts of the pandoc writer. What each returns is a new reference, as jansson's setters with
 * _new take it.
 */
#ifndef ROLEBOOK_CONVERTERS_PANDOC_WRITER_H
#define ROLEBOOK_CONVERTERS_PANDOC_WRITER_H
#include "core/base/json.h"
#include "core/document/site.h"

struct pandoc_writer {
    struct arena *arena;
    struct site *site;    /* ids, levels, where links lead */
    struct text language; /* of what is being written */
};

/* {"t": type, "c": content}; content NULL: a type without one. */
json_t *pandoc_node(const char *type, json_t *content);
/* [id, [class], [["lang", language]]]; each may be empty, class NULL. */
json_t *pandoc_attributes(struct text id, const char *class, struct text language);
/* Words and the blanks between them. */
void pandoc_words(json_t *inlines, struct text words);

/* write_inlines.c */
json_t *pandoc_inlines(struct pandoc_writer *w, const struct run *runs);

/* write_blocks.c: the list's blocks, and of the list at w behind what is there */
json_t *pandoc_blocks(struct pandoc_writer *w, const struct block *first);

/* write_tables.c */
json_t *pandoc_table(struct pandoc_writer *w, const struct block *block);

#endif
