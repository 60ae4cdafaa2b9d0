/*
 * The objects of one document stand in libharu's object table, and only this part knows
 * libharu: object.c and object_file.c.
 *
 * libharu numbers them, keeps the catalog, the page tree, the outline and the information
 * dictionary, and writes their values. Dictionaries of ours are bytes between "<<" and ">>", free
 * of libharu's limits on names, strings and arrays. On disk, objects without a stream are packed
 * into object streams (ISO 32000-1, 7.5.7), which makes the tags of a large book ten times smaller.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_OBJECT_H
#define ROLEBOOK_CONVERTERS_PDF_OBJECT_H
#include "converters/pdf/deflate.h"
#include "converters/pdf/output.h"

struct objects;

struct objects *objects_open(struct arena *arena); /* NULL: libharu could not start */
void objects_close(struct objects *objects);       /* NULL is allowed */
/* Whether libharu ever reported an error: the document is then not to be written. */
bool objects_failed(const struct objects *objects);

/* A dictionary whose body follows; returns its number, 0 after a failure. */
uint32_t object_reserve(struct objects *objects);
void object_set(struct objects *objects, uint32_t number, struct text body); /* body is borrowed */
uint32_t object_add(struct objects *objects, struct text body);

enum stream_coding { STREAM_PLAIN, STREAM_DEFLATED, STREAM_JPEG };
/* in  body  dictionary entries but Length and Filter; may be empty */
uint32_t object_add_stream(struct objects *objects, struct text body, struct text data,
                           enum stream_coding coding);

struct page_entries {
    int32_t width, height;                /* 1/1000 pt */
    const struct deflated_part *contents; /* borrowed until the objects are written */
    size_t content_count;
    uint32_t resources; /* number of the dictionary */
    uint32_t struct_parents;
    const uint32_t *annotations; /* numbers */
    size_t annotation_count;
};
uint32_t objects_add_page(struct objects *objects, const struct page_entries *page);
/* So that annotations can name their page before they are added to it. */
void page_set_annotations(struct objects *objects, uint32_t page, const uint32_t *annotations,
                          size_t count);

/* A place on a page: whole points from the bottom left. */
struct destination {
    uint32_t page; /* object number; 0: nowhere */
    int32_t x, y;
};
struct outline_item; /* libharu's */
struct outline_item *objects_add_bookmark(struct objects *objects, struct outline_item *parent,
                                          struct text title, struct destination to, bool is_closed);

void catalog_set(struct objects *objects, const char *key, uint32_t number);
void catalog_set_array(struct objects *objects, const char *key, uint32_t number); /* of one */
void catalog_set_name(struct objects *objects, const char *key, const char *name);
void catalog_set_string(struct objects *objects, const char *key, const char *ascii);
void info_set(struct objects *objects, const char *key, struct text value);

/* Dictionaries too many for libharu to hold: written from data when their turn comes. */
struct object_series {
    size_t count; /* their numbers are first, first + 1 … */
    uint32_t first;
    /* Appends the body of number first + index; called by several threads. */
    void (*write)(const void *data, size_t index, struct text_buffer *out);
    const void *data;
};
/* The number a series would begin with: no object may be added after. */
uint32_t objects_next_number(const struct objects *objects);

/* Writes the file. threads: as threads_run takes them. */
void objects_write(struct objects *objects, const struct object_series *series, size_t threads,
                   struct output *output);

#endif
