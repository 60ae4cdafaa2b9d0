/*
 * A panel shows pairs of label and value, two beside each other; a long value has a row of its own.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_PANEL_H
#define ROLEBOOK_CORE_COMPOSE_PANEL_H
#include "core/compose/build.h"

struct panel {
    struct document *document;
    struct block *parent;
    struct table *table; /* NULL: nothing added yet */
    uint32_t row, column;
};

/* A pair, with the paragraph of its value still empty. width: of the value, in Latin letters. */
struct block *panel_add(struct panel *panel, struct text label, size_t width, struct span at);
/* After the last pair. */
void panel_end(struct panel *panel);
/* How wide a text is, in Latin letters; Han counts two. */
size_t panel_width(struct text text);

#endif
