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
    bool hyphenate;     /* words of languages with letters, where there are patterns for them */
    bool spans_columns; /* stands across all columns of its page */
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
    int32_t head_rule_width; /* below the heads; 0: as between rows */
    bool numbers_left;       /* columns of numbers are not set right */
    bool spans_columns;      /* else only when its words need the room */
    struct text cell_style, head_style,
        label_style; /* of words; empty: table-cell, table-head, label */
};

/* What stands in braces in a running line: {title}. {section} and {chapter} are of the page. */
enum running_variable {
    VARIABLE_TITLE,
    VARIABLE_ORGANISATION,
    VARIABLE_EDITION,
    VARIABLE_DATE,
    VARIABLE_SECTION,
    VARIABLE_CHAPTER,
    VARIABLE_TOPIC, /* the chapter, or the section where there is none */
    VARIABLE_PAGE,
    VARIABLE_PAGES,
    VARIABLE_LOGO,
    VARIABLE_COUNT,
};

/* One line of head or foot, with variables. */
struct running_line {
    struct text left, centre, right;
    struct text style; /* of its words; empty: "running" */
};

struct page_master {
    struct text name; /* "body", "cover", "front" */
    struct running_line head, foot;
    bool head_rule, foot_rule;
    bool roman_numbers;
    bool runs_on;     /* a part of the book begins below the one before, not on a page of its own */
    unsigned columns; /* of words; 0 counts as 1 */
    int32_t column_gap;
    struct text watermark; /* words across the page, with variables; empty: none */
};

/* A PNG or JPEG for the cover and for {logo}. */
struct logo {
    struct text bytes; /* empty: there is none */
    struct text name;  /* for messages */
    struct span at;    /* where it is asked for */
    int32_t height;    /* in running lines */
    int32_t cover_height;
};

struct stylesheet {
    int32_t page_width, page_height;
    int32_t grid; /* distance of the lines that words of this leading stand on; 0: no grid */
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
    struct logo logo;
    uint32_t palette[TINT_COUNT];                   /* colours of drawings, 0xRRGGBB each */
    struct text continued_mark;                     /* in the book's language */
    struct text title, organisation, edition, date; /* for running lines */
};

/* The style of that name; when there is none, "body" (always there). Never NULL. */
const struct style *stylesheet_style(const struct stylesheet *sheet, struct text name);
bool stylesheet_has_style(const struct stylesheet *sheet, struct text name);
/* The table style of that name, else "default"; never NULL. */
const struct table_style *stylesheet_table_style(const struct stylesheet *sheet, struct text name);
/* The master of that name, else "body"; never NULL. */
const struct page_master *stylesheet_master(const struct stylesheet *sheet, struct text name);
/* The 0xRRGGBB of any colour, or COLOUR_NONE. */
uint32_t stylesheet_colour(const struct stylesheet *sheet, uint32_t colour);
/* The variable of that name, without its braces; VARIABLE_COUNT: there is none. */
enum running_variable running_variable(struct text name);
/* How many columns a page of that master has, and how wide each is. */
unsigned stylesheet_columns(const struct page_master *master);
int32_t stylesheet_column_width(const struct stylesheet *sheet, const struct page_master *master);
/* What margins leave of a page. */
int32_t stylesheet_text_width(const struct stylesheet *sheet);
int32_t stylesheet_text_height(const struct stylesheet *sheet);
/* A plain stylesheet (A4, sans), for documents that come without one. */
const struct stylesheet *stylesheet_plain(void);

#endif
