/*
 * The styles of a Word file, each with all that it inherits.
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_STYLES_H
#define ROLEBOOK_CONVERTERS_DOCX_STYLES_H
#include "converters/docx/format.h"
#include "converters/docx/package.h"

enum style_kind { STYLE_KIND_PARAGRAPH, STYLE_KIND_CHARACTER, STYLE_KIND_TABLE, STYLE_KIND_LIST };

struct word_style {
    struct text id, name, based_on;
    enum style_kind kind;
    struct run_format run;
    struct paragraph_format paragraph;
    struct run_format first_row, first_column; /* of a table style */
    unsigned heading;                          /* 1 to 9; 0: none */
    bool is_default;
    uint8_t inherited; /* of enum inheritance, while styles are read */
};

struct styles {
    struct word_style *items; /* by kind, then id */
    size_t count;
    struct run_format defaults;
    struct text language, language_east_asia;   /* as Word names them: "en-US", "zh-TW" */
    const struct word_style *paragraph, *table; /* the default ones; never NULL */
};

/*
 * in       part  may be missing: then there is only Word's own default
 * returns  STATUS_OK; STATUS_INPUT after one diagnostic: *styles is sound, with what could be read
 */
enum status styles_read(struct arena *arena, struct package *package, struct text part,
                        struct styles *styles);
/* NULL: there is none. */
const struct word_style *styles_find(const struct styles *styles, enum style_kind kind,
                                     struct text id);
/* 1 to 9 when it is what a Word of some language calls a heading's style, else 0: "heading 1",
 * "標題 1", "标题 1", "Überschrift 1". */
unsigned heading_level_of_name(struct text name);

#endif
