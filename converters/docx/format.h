/*
 * What Word's properties say of a run and of a paragraph, as far as reading needs it.
 *
 * A format is partial: what is not set is left to the style below it (ECMA-376 part 1, 17.7.2).
 */
#ifndef ROLEBOOK_CONVERTERS_DOCX_FORMAT_H
#define ROLEBOOK_CONVERTERS_DOCX_FORMAT_H
#include "converters/docx/sax.h"
#include "converters/docx/symbols.h"
#include "core/document/document.h"

enum run_property {
    RUN_BOLD = 1 << 0, /* the first four are toggles (17.7.3) */
    RUN_ITALIC = 1 << 1,
    RUN_STRIKE = 1 << 2,
    RUN_HIDDEN = 1 << 3,
    RUN_DOUBLE_STRIKE = 1 << 4,
    RUN_UNDERLINE = 1 << 5,
    RUN_SUPERSCRIPT = 1 << 6,
    RUN_SUBSCRIPT = 1 << 7,
    RUN_MONOSPACE = 1 << 8,
    RUN_PLACEHOLDER = 1 << 9,
    RUN_FONT = 1 << 10, /* only in set: symbol_font is */
};
#define RUN_TOGGLES (RUN_BOLD | RUN_ITALIC | RUN_STRIKE | RUN_HIDDEN)

struct run_format {
    uint16_t set, on; /* of enum run_property */
    uint16_t size;    /* half-points; 0: not set */
    uint8_t symbol_font;
};

#define INDENT_UNSET INT32_MIN
struct paragraph_format {
    int32_t num_id, level;    /* numbering; -1: not set; num_id 0: none */
    int32_t outline;          /* 0 to 8, 9: body text; -1: not set */
    int32_t indent;           /* left, twentieths of a point */
    int8_t page_break_before; /* -1: not set */
    enum alignment align;     /* ALIGN_DEFAULT: not set */
};
#define PARAGRAPH_FORMAT_UNSET                                                                     \
    (struct paragraph_format)                                                                      \
    {                                                                                              \
        .num_id = -1, .level = -1, .outline = -1, .indent = INDENT_UNSET, .page_break_before = -1  \
    }

/* Takes one child of w:rPr, w:pPr or w:numPr; what it does not know it lets be. */
void run_format_take(struct run_format *format, struct sax *sax, enum name name);
void paragraph_format_take(struct paragraph_format *format, struct sax *sax, enum name name);

/* What over sets, else what base sets. */
struct run_format run_format_over(struct run_format base, struct run_format over);
struct paragraph_format paragraph_format_over(struct paragraph_format base,
                                              struct paragraph_format over);
/*
 * A run's look from all that applies: defaults, the table's, the paragraph's and the character
 * style, and what is set on the run itself. Toggles of styles cancel each other out in pairs.
 */
struct run_format run_format_resolve(struct run_format defaults, struct run_format table,
                                     struct run_format paragraph, struct run_format character,
                                     struct run_format direct);
/* The flags of enum run_style that it amounts to. */
unsigned run_format_style(struct run_format format);

#endif
