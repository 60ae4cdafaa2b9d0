/*
 * The position's name in the lines of a posting, where no heading has it.
 */
#ifndef ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_POSTING_LINES_H
#define ROLEBOOK_CORE_EXTRACT_ROLE_HEADS_POSTING_LINES_H
#include "core/extract/extraction.h"

/*
 * Looks through the lines in front of the first section of what the role does or needs.
 *
 * returns  false: none names a position, or several do; *title is then left as it was
 */
bool find_title_in_lines(struct extraction *x, struct value *title);

#endif
