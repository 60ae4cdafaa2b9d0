#include "core/document/stylesheet.h"

#define PT 1000
static const struct style plain_styles[] = {
    {.name = TEXT_INIT("body"),
     .family = FONT_SANS,
     .size = 10500,
     .leading = 17000,
     .align = ALIGN_JUSTIFY,
     .space_after = 4 * PT,
     .background = COLOUR_NONE,
     .border = COLOUR_NONE},
    {.name = TEXT_INIT("heading-1"),
     .family = FONT_SANS,
     .bold = true,
     .size = 18 * PT,
     .leading = 26 * PT,
     .space_before = 12 * PT,
     .space_after = 8 * PT,
     .keep_with_next = true,
     .background = COLOUR_NONE,
     .border = COLOUR_NONE},
    {.name = TEXT_INIT("heading-2"),
     .family = FONT_SANS,
     .bold = true,
     .size = 13 * PT,
     .leading = 20 * PT,
     .space_before = 10 * PT,
     .space_after = 4 * PT,
     .keep_with_next = true,
     .background = COLOUR_NONE,
     .border = COLOUR_NONE},
};
static const struct table_style plain_tables[] = {
    {.name = TEXT_INIT("default"),
     .rule_width = 500,
     .outer_rule_width = 500,
     .padding_x = 4 * PT,
     .padding_y = 2 * PT,
     .rule_colour = 0x808080,
     .head_background = 0xE8E8E8,
     .label_background = 0xF4F4F4,
     .zebra_background = COLOUR_NONE,
     .vertical_rules = true},
};
static const struct page_master plain_masters[] = {
    {.name = TEXT_INIT("body"), .foot = {.centre = TEXT_INIT("{page}")}},
};
static const struct stylesheet plain = {
    .page_width = 595276,
    .page_height = 841890,
    .margin_top = 72 * PT,
    .margin_bottom = 72 * PT,
    .margin_inner = 64 * PT,
    .margin_outer = 64 * PT,
    .head_offset = 40 * PT,
    .foot_offset = 36 * PT,
    .families = {TEXT_INIT("Noto Sans CJK"), TEXT_INIT("Noto Serif CJK"),
                 TEXT_INIT("Noto Sans Mono CJK")},
    .styles = plain_styles,
    .style_count = sizeof plain_styles / sizeof *plain_styles,
    .table_styles = plain_tables,
    .table_style_count = sizeof plain_tables / sizeof *plain_tables,
    .masters = plain_masters,
    .master_count = sizeof plain_masters / sizeof *plain_masters,
    .palette = {[TINT_TEXT] = 0x262626,
                [TINT_MUTED] = 0x666666,
                [TINT_LINE] = 0x808080,
                [TINT_ACCENT] = 0x1F3A5F,
                [TINT_ACCENT_LIGHT] = 0xE9EEF4,
                [TINT_PAPER] = 0xFFFFFF,
                [TINT_WARNING] = 0xA23B2A,
                [TINT_HEAT_LOW] = 0xF1F4F8,
                [TINT_HEAT_HIGH] = 0x1F3A5F},
};

const struct style *stylesheet_style(const struct stylesheet *sheet, struct text name)
{
    const struct style *body = &plain_styles[0];
    for (size_t i = 0; i < sheet->style_count; i++) {
        if (text_equal(sheet->styles[i].name, name))
            return &sheet->styles[i];
        if (text_is(sheet->styles[i].name, "body"))
            body = &sheet->styles[i];
    }
    return body;
}

bool stylesheet_has_style(const struct stylesheet *sheet, struct text name)
{
    for (size_t i = 0; i < sheet->style_count; i++)
        if (text_equal(sheet->styles[i].name, name))
            return true;
    return false;
}

const struct table_style *stylesheet_table_style(const struct stylesheet *sheet, struct text name)
{
    const struct table_style *fallback = &plain_tables[0];
    for (size_t i = 0; i < sheet->table_style_count; i++) {
        if (text_equal(sheet->table_styles[i].name, name))
            return &sheet->table_styles[i];
        if (text_is(sheet->table_styles[i].name, "default"))
            fallback = &sheet->table_styles[i];
    }
    return fallback;
}

const struct page_master *stylesheet_master(const struct stylesheet *sheet, struct text name)
{
    const struct page_master *fallback = &plain_masters[0];
    for (size_t i = 0; i < sheet->master_count; i++) {
        if (text_equal(sheet->masters[i].name, name))
            return &sheet->masters[i];
        if (text_is(sheet->masters[i].name, "body"))
            fallback = &sheet->masters[i];
    }
    return fallback;
}

#define KIND_BITS 0xFF000000u /* of a colour: none, a tint, a step of heat, or 0xRRGGBB */

/* Between two colours, each of red, green and blue apart. */
static uint32_t mixed(uint32_t low, uint32_t high, uint32_t permille)
{
    uint32_t colour = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        uint32_t from = low >> shift & 0xFF, to = high >> shift & 0xFF;
        colour |= (from * (1000 - permille) + to * permille + 500) / 1000 << shift;
    }
    return colour;
}

uint32_t stylesheet_colour(const struct stylesheet *sheet, uint32_t colour)
{
    uint32_t value = colour & ~KIND_BITS;
    if ((colour & KIND_BITS) == COLOUR_TINT(0))
        return sheet->palette[value < TINT_COUNT ? value : TINT_TEXT];
    if ((colour & KIND_BITS) == COLOUR_HEAT(0))
        return mixed(sheet->palette[TINT_HEAT_LOW], sheet->palette[TINT_HEAT_HIGH],
                     value < 1000 ? value : 1000);
    return colour;
}

enum running_variable running_variable(struct text name)
{
    static const char *const names[VARIABLE_COUNT] = {
        [VARIABLE_TITLE] = "title",     [VARIABLE_ORGANISATION] = "organisation",
        [VARIABLE_EDITION] = "edition", [VARIABLE_DATE] = "date",
        [VARIABLE_SECTION] = "section", [VARIABLE_CHAPTER] = "chapter",
        [VARIABLE_TOPIC] = "topic",     [VARIABLE_PAGE] = "page",
        [VARIABLE_PAGES] = "pages",     [VARIABLE_LOGO] = "logo"};
    unsigned v = 0;
    while (v < VARIABLE_COUNT && !text_is(name, names[v]))
        v++;
    return (enum running_variable)v;
}

unsigned stylesheet_columns(const struct page_master *master)
{
    return master->columns == 0 ? 1 : master->columns;
}

int32_t stylesheet_column_width(const struct stylesheet *sheet, const struct page_master *master)
{
    int32_t columns = (int32_t)stylesheet_columns(master);
    return (stylesheet_text_width(sheet) - (columns - 1) * master->column_gap) / columns;
}

int32_t stylesheet_text_width(const struct stylesheet *sheet)
{
    return sheet->page_width - sheet->margin_inner - sheet->margin_outer;
}

int32_t stylesheet_text_height(const struct stylesheet *sheet)
{
    return sheet->page_height - sheet->margin_top - sheet->margin_bottom;
}

const struct stylesheet *stylesheet_plain(void) { return &plain; }
