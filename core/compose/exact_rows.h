/*
 * The records of an element in a file of one exact role: with their parts, numbers and depths, and
 * with words beside their main fields, so that reading them gives each of these again.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_EXACT_ROWS_H
#define ROLEBOOK_CORE_COMPOSE_EXACT_ROWS_H
#include "core/compose/rows.h"

/* All of them, as lists and tables below headings of level 3, one a part. */
void exact_rows_show(const struct rows *rows, const struct records *records);

#endif
