/*
 * Records with several fields stand in a table of their own, as wide as their words need.
 */
#ifndef ROLEBOOK_CORE_COMPOSE_FORM_RECORDS_H
#define ROLEBOOK_CORE_COMPOSE_FORM_RECORDS_H
#include "core/compose/form_cells.h"

/* Records that are more than items of a list, or that a form still asks for. */
bool form_needs_table(struct form *form, const struct records *records);
/* The table, behind all that stands in the form; with rows to fill in where there are no records. */
void form_add_records(struct form *form, const struct records *records);

#endif
