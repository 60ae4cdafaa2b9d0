/*
 * Pandoc's own JSON of a document, from which pandoc writes any of its formats.
 *
 * Two rows, since pandoc refuses the other's version: pandoc 3 (pandoc-types 1.23), and pandoc 2.11
 * to 2.19 (pandoc-types 1.22). No block is used that only one of them knows.
 */
#ifndef ROLEBOOK_CONVERTERS_PANDOC_PANDOC_H
#define ROLEBOOK_CONVERTERS_PANDOC_PANDOC_H
#include "converters/converter.h"

extern const struct converter pandoc_converter, pandoc2_converter;

#endif
