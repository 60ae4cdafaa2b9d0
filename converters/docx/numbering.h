/*
 * The lists of a Word file, and the number each paragraph gets.
 *
 * Definitions are read once and never change; counting, which goes on from paragraph to paragraph,
 * has its own state. ECMA-376 part 1, 17.9.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_NUMBERING_H
#define ROLEBOOK_CONVERTERS_DOCX_NUMBERING_H
#include "converters/docx/number_format.h"
#include "converters/docx/styles.h"

#define LIST_LEVELS 9

struct list_level {
    const struct number_format *format;
    struct text pattern; /* w:lvlText: "%1.%2", or a bullet already mapped to Unicode */
    struct text style;   /* of paragraphs that are on this level by their style */
    int32_t start;
    int32_t restart; /* -1: behind any level above; 0: never; n: behind level n, counted from 1 */
    int32_t indent;  /* INDENT_UNSET, or twentieths of a point */
    bool is_legal;   /* all numbers decimal */
};

struct list_template {
    int32_t id;
    struct text style_link; /* of a list style that defines it elsewhere */
    struct list_level levels[LIST_LEVELS];
};

struct list_override {
    int32_t start; /* -1: none */
    struct list_level *level;
};

struct list {
    int32_t id, template_id;
    struct list_override overrides[LIST_LEVELS];
};

struct numbering {
    struct list *lists; /* by id */
    size_t list_count;
    struct list_template *templates; /* by id */
    size_t template_count;
};

enum status numbering_read(struct arena *arena, struct package *package, struct text part,
                           struct numbering *numbering);

struct counters;
struct counters *counters_new(struct arena *arena, const struct numbering *numbering,
                              const struct styles *styles);

struct list_label {
    struct text text; /* until the next: "1.", "(一)", "•"; empty: the paragraph shows none */
    bool is_ordered;
    uint32_t level;
    int32_t indent; /* INDENT_UNSET, or twentieths of a point */
};

/*
 * The label of the next paragraph of this list; counts on.
 *
 * in       level  -1: by the paragraph's style, else 0
 *          style  the id of the paragraph's style
 * returns  false when there is no such list: then the paragraph is in none
 */
bool counters_next(struct counters *counters, int32_t num_id, int32_t level, struct text style,
                   struct list_label *label);

#endif
