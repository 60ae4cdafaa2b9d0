/* What a template's book holds and in which order, and what it shows of each role. */
#ifndef ROLEBOOK_CORE_COMPOSE_TEMPLATE_PLAN_H
#define ROLEBOOK_CORE_COMPOSE_TEMPLATE_PLAN_H
#include "core/compose/template_nodes.h"

/* Into r->template->plan; its styles are those of the sheet, which is read before. */
void template_read_plan(struct template_reading *r, const xmlNode *root);

#endif
