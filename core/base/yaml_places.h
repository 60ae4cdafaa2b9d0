/*
 * The places of a YAML file's values, noted in few bytes: with the text they give its tree again,
 * without parsing it.
 *
 * The build notes them for the files that are compiled in (core/base/embed.c).
 */
#ifndef ROLEBOOK_CORE_BASE_YAML_PLACES_H
#define ROLEBOOK_CORE_BASE_YAML_PLACES_H
#include "core/base/text_buffer.h"
#include "core/base/yaml.h"

/*
 * Appends the places of root, which yaml_parse has made.
 *
 * returns  false when an alias (*name) is in the file: values must stand in the order of the text
 */
bool yaml_places_write(struct text_buffer *out, const struct yaml_value *root);

/* The tree, in the arena; places are as yaml_places_write has written them of the same text. */
const struct yaml_value *yaml_places_read(struct arena *arena, const struct source *source,
                                          struct text places);

#endif
