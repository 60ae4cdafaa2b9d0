/*
 * A template says what a handbook's pages hold, in which order and words, and how they look.
 *
 * It is XML (namespace urn:rolebook:template:1, schema in templates/schema/), compiled in or given
 * by path. A broken template is refused with line-numbered errors.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_TEMPLATE_H
#define ROLEBOOK_CORE_COMPOSE_TEMPLATE_H
#include "core/document/stylesheet.h"
#include "core/model/profile.h"

struct template;

/*
 * in       name  of a file in templates/handbook ("classic"), or a path to an XML file
 * returns  the template in the arena, or NULL after diagnostics
 */
struct template *template_load(struct arena *arena, const char *name, struct diagnostics *diags);

/* The same of a file that is read already. */
struct template *template_read(struct arena *arena, const struct source *source,
                               struct diagnostics *diags);

/* Files of a user's that a template was read from: its own, those it extends, its logo and fonts.
 */
struct template_paths {
    const char **list;
    size_t count, capacity;
};
const struct template_paths *template_paths(const struct template *template);

/* What a project wants of its pages, whatever the template says. */
struct template_wishes {
    struct text logo;      /* the path of a PNG or JPEG; empty: the template's */
    struct text watermark; /* words across each page, with variables; empty: the template's */
    struct span logo_at, watermark_at;
    const struct profile *profile; /* what completeness is measured by; NULL: the default */
    /* what the checks found, for the map of overlaps; NULL: nothing was checked */
    const struct diagnostics *findings;
};
/* STATUS_USAGE after diagnostics: a logo that cannot be read, a variable that does not exist. */
enum status template_dress(struct arena *arena, struct template *template,
                           const struct template_wishes *wishes, struct diagnostics *diags);

#endif
