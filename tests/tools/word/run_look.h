/* What a run of a Word file looks like, as far as it says which of its words are read. */
#ifndef ROLEBOOK_TESTS_TOOLS_WORD_RUN_LOOK_H
#define ROLEBOOK_TESTS_TOOLS_WORD_RUN_LOOK_H
#include "core/base/arena.h"
#include <libxml/tree.h>

struct run_look {
    bool is_hidden, is_symbol; /* is_symbol: its characters are those of a symbol font */
};

/*
 * What the run says of itself holds; else two styles that both hide show (ECMA-376 part 1, 17.7.3).
 *
 * in       styles           root of the styles; NULL: there are none
 *          paragraph_style  of the paragraph; NULL: none
 */
struct run_look run_look(struct arena *arena, const xmlNode *styles, const char *paragraph_style,
                         const xmlNode *run);

#endif
