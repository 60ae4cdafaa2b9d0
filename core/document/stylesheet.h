/*
 * A stylesheet says how named styles and pages look; writers that make pages obey it.
 *
 * Lengths are in 1/1000 pt, colours 0xRRGGBB. It is made from a template, never changed after.
 */
#ifndef ROLEBOOK_CORE_DOCUMENT_STYLESHEET_H
#define ROLEBOOK_CORE_DOCUMENT_STYLESHEET_H
#include "core/document/document.h"

enum font_family { FONT_SANS, FONT_SERIF, FONT_MONO, FONT_FAMILY_COUNT };

struct style {
    struct text name; /* "body", "heading-1", "item", "table-cell", "table-head", "cover-title" … */
    enum font_family family;
    bool bold, italic;
    int32_t size, leading;
    uint32_t colour;
    enum alignment align;
    int32_t space_before, space_after;
    int32_t indent_left, indent_right;
    int32_t indent_first_em1000; /* first line, in 1/1000 of the size: 2000 is two characters */
    bool keep_with_next, keep_together, page_break_before;
    bool hyphenate; /* words of languages with letters, where there are patterns for them */
    uint32_t background, border; /* colours, or COLOUR_NONE */
    int32_t border_width, padding;
    int32_t rule_below; /* width of a line under the block; 0: none */
    uint32_t rule_colour;
};

/* How tables look. */
struct table_style {
    struct text name; /* "default", "panel", "matrix" */
    int32_t rule_width, outer_rule_width, padding_x, padding_y;
    uint32_t rule_colour, head_background, label_background, zebra_background;
    bool vertical_rules;
};

/* One line of head or foot: {title} {organisation} {edition} {date} {chapter} {section} {page}
 * {pages} */
struct running_line {
    struct text left, centre, right;
};

struct page_master {
    struct text name; /* "body", "cover", "front" */
    struct running_line head, foot;
    bool head_rule, foot_rule;
    bool roman_numbers;
};

struct stylesheet {
    int32_t page_width, page_height;
    int32_t margin_top, margin_bottom, margin_inner, margin_outer;
    int32_t head_offset, foot_offset;          /* baseline of head and foot from the page's edge */
    bool duplex;                               /* inner and outer margins change sides */
    struct text families[FONT_FAMILY_COUNT];   /* fontconfig family names, comma-separated wishes */
    struct text font_files[FONT_FAMILY_COUNT]; /* explicit path, may be empty */
    const struct style *styles;
    size_t style_count;
    const struct table_style *table_styles;
    size_t table_style_count;
    const struct page_master *masters;
    size_t master_count;
    uint32_t palette[TINT_COUNT];                   /* colours of drawings, 0xRRGGBB each */
    struct text contents_title, continued_mark;     /* words of the book's language */
    struct text title, organisation, edition, date; /* for running lines */
};

/* The style of that name; when there is none, "body" (always there). Never NULL. */
const struct style *stylesheet_style(const struct stylesheet *sheet, struct text name);
/* The table style of that name, else "default"; never NULL. */
const struct table_style *stylesheet_table_style(const struct stylesheet *sheet, struct text name);
/* The master of that name, else "body"; never NULL. */
const struct page_master *stylesheet_master(const struct stylesheet *sheet, struct text name);
/* The 0xRRGGBB of any colour, or COLOUR_NONE. */
uint32_t stylesheet_colour(const struct stylesheet *sheet, uint32_t colour);
/* What margins leave of a page. */
int32_t stylesheet_text_width(const struct stylesheet *sheet);
int32_t stylesheet_text_height(const struct stylesheet *sheet);
/* A plain stylesheet (A4, sans), for documents that come without one. */
const struct stylesheet *stylesheet_plain(void);

#endif
