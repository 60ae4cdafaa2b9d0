/*
 * The faces that pages used are cut down and put into the document.
 */
#ifndef ROLEBOOK_CONVERTERS_PDF_EMBED_H
#define ROLEBOOK_CONVERTERS_PDF_EMBED_H
#include "converters/pdf/object.h"
#include "converters/pdf/press.h"

/* One face the pages used: input, and what embedding makes of it. */
struct used_face {
    const struct face *face;
    uint8_t *used; /* [glyph_count] */
    struct glyph_text *texts;
    size_t text_count;
    struct arena *arena; /* of what follows */
    struct embedded_face embedded;
    struct text program, to_unicode; /* deflated */
    bool failed;
    uint32_t number; /* of the Type0 font */
};

struct used_faces {
    struct used_face *faces; /* by resource name */
    size_t count;
};

struct used_faces faces_used(struct arena *arena, struct fonts *fonts, struct press *const *presses,
                             size_t press_count, const struct settled_claims *claims);
/* Cuts them down, several at a time; false when one cannot be: its failed is set. */
bool faces_embed(struct used_faces *faces, size_t threads);
void faces_add(struct used_faces *faces, struct objects *objects, struct arena *arena);
/* "/Font <<…>>" for the pages' resources. */
void faces_write_resources(const struct used_faces *faces, struct text_buffer *out);
/* Once the document is written. */
void faces_close(struct used_faces *faces);

#endif
