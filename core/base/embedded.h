/*
 * The files of templates/ are compiled into the command, as the defaults a user can replace.
 */
#ifndef ROLEBOOK_CORE_BASE_EMBEDDED_H
#define ROLEBOOK_CORE_BASE_EMBEDDED_H
#include "core/base/text.h"

/*
 * in       name  path below templates/, e.g. "vocabulary/en.yaml"
 * returns  its bytes, which live for ever, followed by a NUL not counted; {NULL, 0} when there
 *          is no such file
 */
struct text embedded_file(const char *name);

/* The names, in byte order, for listing; NULL after the last. */
const char *embedded_name(size_t index);

/*
 * in       bytes  as embedded_file gave them, or any other text
 * returns  where the values of this YAML file stand (core/base/yaml_places.h); empty when bytes are
 *          not those of a YAML file that is compiled in
 */
struct text embedded_places(struct text bytes);

#endif
