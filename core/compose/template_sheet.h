/* How a template's pages look: its page, fonts, logo, colours, styles, tables and page masters. */
#ifndef ROLEBOOK_CORE_COMPOSE_TEMPLATE_SHEET_H
#define ROLEBOOK_CORE_COMPOSE_TEMPLATE_SHEET_H
#include "core/compose/template_nodes.h"

/* Into r->template->sheet. */
void template_read_sheet(struct template_reading *r, const xmlNode *root);
/* {page} and the like, in heads, feet and watermarks: one that does not exist is complained of. */
void template_check_variables(struct template_reading *r, struct span at, struct text pattern);
/* Into the sheet; a file that cannot be read is complained of, a picture's faults are its decoder's.
 */
void template_load_logo(struct template_reading *r, struct text path, struct span at);

#endif
