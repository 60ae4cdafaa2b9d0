/*
 * The template's styles as rules of CSS.
 *
 * Lengths are relative to the body's size, so that a page on a screen grows as a whole. Colours are
 * variables with two values, light and dark; the dark one is made of the light one.
 */
#include "converters/html/writer.h"
#include "core/base/embedded.h"
#include "core/base/text_buffer.h"
#include <stdlib.h>

#define DARK_PAPER 0x16181C
#define LINK 0x1F5FA8
#define MAX_SPACE 48000 /* 1/1000 pt: what a cover leaves on paper is too much on a screen */

enum use { USE_TEXT, USE_FILL, USE_LINE, USE_COUNT };
static const char use_letters[USE_COUNT] = {'t', 'f', 'k'};

struct colour {
    enum use use;
    uint32_t value;
};

struct styling {
    struct arena *arena;
    const struct stylesheet *sheet;
    struct text_buffer out;
    int32_t body_size;
    struct colour *colours; /* in the order they were met, each once */
    size_t count, capacity;
};

/* ---- colours ---- */

/* Relative luminance (WCAG 2.2) times 65535; the curve of sRGB taken as a square. */
static uint32_t luminance(uint32_t colour)
{
    uint32_t r = colour >> 16 & 255, g = colour >> 8 & 255, b = colour & 255;
    return (r * r * 2126 + g * g * 7152 + b * b * 722) / 10000 * 65535 / 65025;
}

static uint32_t mix(uint32_t colour, uint32_t other, uint32_t percent)
{
    uint32_t mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t a = colour >> shift & 255, b = other >> shift & 255;
        mixed |= (a * (100 - percent) + b * percent) / 100 << shift;
    }
    return mixed;
}

/* Text grows lighter until it can be read on dark paper; fills sink into it; lines stand between.
 */
static uint32_t dark_of(struct colour colour)
{
    uint32_t dark = colour.value, light = luminance(colour.value);
    switch (colour.use) {
    case USE_TEXT:
        for (uint32_t percent = 0; percent <= 100 && luminance(dark) < 36000; percent += 5)
            dark = mix(colour.value, 0xFFFFFF, percent);
        break;
    case USE_FILL:
        dark = light > 30000 ? mix(DARK_PAPER, mix(colour.value, 0x808080, 50), 22)
                             : mix(colour.value, DARK_PAPER, 40);
        break;
    case USE_LINE:
        for (uint32_t percent = 0; percent <= 100 && luminance(dark) > 12000; percent += 5)
            dark = mix(colour.value, DARK_PAPER, percent);
        for (uint32_t percent = 0; percent <= 100 && luminance(dark) < 4000; percent += 5)
            dark = mix(colour.value, 0xFFFFFF, percent);
        break;
    case USE_COUNT:
        break;
    }
    return dark;
}

/* "var(--t1f3a5f)", or "transparent". */
static void put_colour(struct styling *s, enum use use, uint32_t value)
{
    if (value == COLOUR_NONE) {
        buffer_append(&s->out, TEXT("transparent"));
        return;
    }
    value &= 0xFFFFFF;
    size_t i = 0;
    while (i < s->count && (s->colours[i].use != use || s->colours[i].value != value))
        i++;
    if (i == s->count)
        *arena_push(s->arena, s->colours, s->count, s->capacity) = (struct colour){use, value};
    buffer_append_format(&s->out, "var(--%c%06x)", use_letters[use], (unsigned)value);
}

static void put_values(struct styling *s, bool is_dark)
{
    for (size_t i = 0; i < s->count; i++)
        buffer_append_format(&s->out, "--%c%06x:#%06x;", use_letters[s->colours[i].use],
                             (unsigned)s->colours[i].value,
                             (unsigned)(is_dark ? dark_of(s->colours[i]) : s->colours[i].value));
    struct colour ink = {USE_TEXT, stylesheet_style(s->sheet, TEXT("body"))->colour & 0xFFFFFF};
    struct colour link = {USE_TEXT, LINK};
    buffer_append_format(
        &s->out,
        "--ink:#%06x;--link:#%06x;--paper:#%06x;--soft:#%s;--line:#%s;--quiet:#%s;--mark:#%s",
        (unsigned)(is_dark ? dark_of(ink) : ink.value),
        (unsigned)(is_dark ? dark_of(link) : link.value), is_dark ? DARK_PAPER : 0xFFFFFF,
        is_dark ? "23262c" : "f4f5f7", is_dark ? "3d424b" : "d5d9df", is_dark ? "a8adb5" : "5b616b",
        is_dark ? "6b5600" : "ffec99");
}

static void put_schemes(struct styling *s)
{
    buffer_append(&s->out, TEXT(":root{color-scheme:light;"));
    put_values(s, false);
    buffer_append(&s->out, TEXT("}\n@media screen{:root[data-theme=dark]{color-scheme:dark;"));
    put_values(s, true);
    buffer_append(&s->out, TEXT("}}\n@media screen and (prefers-color-scheme:dark)"
                                "{:root:not([data-theme=light]){color-scheme:dark;"));
    put_values(s, true);
    buffer_append(&s->out, TEXT("}}\n"));
}

/* ---- lengths ---- */

/* A fraction with three digits and its unit, 1500 as "1.5rem". */
static void put_thousandths(struct styling *s, int64_t value, const char *unit)
{
    char digits[4];
    if (value < 0)
        buffer_append_byte(&s->out, '-');
    value = llabs(value);
    buffer_append_int(&s->out, value / 1000);
    int rest = (int)(value % 1000), size = 3;
    for (int i = 2, n = rest; i >= 0; i--, n /= 10)
        digits[i] = (char)('0' + n % 10);
    while (size > 0 && digits[size - 1] == '0')
        size--;
    if (size > 0) {
        buffer_append_byte(&s->out, '.');
        buffer_append(&s->out, (struct text){digits, (size_t)size});
    }
    buffer_append_string(&s->out, unit);
}

static void put_length(struct styling *s, const char *property, int64_t length)
{
    buffer_append_format(&s->out, "%s:", property);
    put_thousandths(s, length * 1000 / s->body_size, "rem;");
}

/* Hair lines are never thinner than a screen's pixel. */
static void put_line(struct styling *s, const char *property, int32_t width, uint32_t colour)
{
    buffer_append_format(&s->out, "%s:", property);
    put_thousandths(s, width <= 0 ? 0 : width < 750 ? 1000 : (int64_t)width * 4 / 3, "px solid ");
    put_colour(s, USE_LINE, colour);
    buffer_append_byte(&s->out, ';');
}

static int32_t clamp_space(int32_t space)
{
    return space < 0 ? 0 : space > MAX_SPACE ? MAX_SPACE : space;
}

/* ---- names ---- */

const char *html_class(struct arena *arena, const char *prefix, struct text name)
{
    struct text_buffer class = text_buffer_new(arena);
    buffer_append_string(&class, prefix);
    for (size_t i = 0; i < name.size; i++) {
        unsigned char c = (unsigned char)name.data[i];
        bool is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (is_plain)
            buffer_append_byte(&class, (char)c);
        else
            buffer_append_format(&class, "_%02x", c);
    }
    return buffer_string(&class);
}

/* A string of CSS: all but letters, digits, blanks and what is beyond ASCII is escaped. */
static void put_string(struct styling *s, struct text words)
{
    buffer_append_byte(&s->out, '"');
    for (size_t i = 0; i < words.size; i++) {
        unsigned char c = (unsigned char)words.data[i];
        bool is_plain = c >= 0x80 || c == ' ' || c == '-' || (c >= '0' && c <= '9') ||
                        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_plain)
            buffer_append_byte(&s->out, (char)c);
        else
            buffer_append_format(&s->out, "\\%x ", c);
    }
    buffer_append_byte(&s->out, '"');
}

/* ---- fonts ---- */

/* A family that has a face for each region is asked for by its full name. */
static void put_families(struct styling *s, struct text wishes, const char *region)
{
    for (size_t begin = 0; begin < wishes.size;) {
        size_t comma = text_find(wishes, TEXT(","), begin);
        size_t end = comma == TEXT_NOT_FOUND ? wishes.size : comma;
        struct text wish = text_trim(text_slice(wishes, begin, end));
        struct text_buffer regional = text_buffer_new(s->arena);
        buffer_append(&regional, wish);
        if (text_ends_with(wish, TEXT(" CJK")))
            buffer_append_format(&regional, " %s", region);
        if (wish.size > 0) {
            put_string(s, buffer_text(&regional));
            buffer_append_byte(&s->out, ',');
        }
        begin = end + 1;
    }
}

static void put_fonts_for(struct styling *s, const char *selector, const char *region,
                          const char *const system[FONT_FAMILY_COUNT])
{
    static const char *const names[] = {"sans", "serif", "mono"};
    buffer_append_format(&s->out, "%s{", selector);
    for (size_t i = 0; i < FONT_FAMILY_COUNT; i++) {
        buffer_append_format(&s->out, "--%s:", names[i]);
        put_families(s, s->sheet->families[i], region);
        buffer_append_format(&s->out, "%s;", system[i]);
    }
    buffer_append(&s->out, TEXT("}\n"));
}

static void put_fonts(struct styling *s)
{
    static const char *const hant[] = {
        "\"PingFang TC\",\"Microsoft JhengHei\",system-ui,sans-serif",
        "\"Songti TC\",PMingLiU,serif", "ui-monospace,monospace"};
    static const char *const hans[] = {"\"PingFang SC\",\"Microsoft YaHei\",system-ui,sans-serif",
                                       "\"Songti SC\",SimSun,serif", "ui-monospace,monospace"};
    static const char *const latin[] = {"system-ui,sans-serif", "Georgia,serif",
                                        "ui-monospace,monospace"};
    put_fonts_for(s, ":root", "SC", latin);
    put_fonts_for(s, ":root:lang(zh-Hans),:root:lang(zh-CN),:lang(zh-Hans),:lang(zh-CN)", "SC",
                  hans);
    put_fonts_for(s, ":root:lang(zh-Hant),:root:lang(zh-TW),:lang(zh-Hant),:lang(zh-TW)", "TC",
                  hant);
    put_fonts_for(s, ":root:lang(zh-HK),:lang(zh-HK),:lang(zh-Hant-HK)", "HK", hant);
    buffer_append(&s->out, TEXT("[lang]{font-family:var(--sans)}\n"));
}

/* ---- rules ---- */

static void put_style(struct styling *s, const struct style *style)
{
    static const char *const families[] = {"sans", "serif", "mono"};
    static const char *const aligns[] = {"start", "start", "center", "end", "justify"};
    bool is_cell = text_is(style->name, "table-cell") || text_is(style->name, "table-head") ||
                   text_is(style->name, "label");
    buffer_append_format(&s->out, ".%s{", html_class(s->arena, "s-", style->name));
    buffer_append_format(&s->out, "font-family:var(--%s);", families[style->family]);
    put_length(s, "font-size", style->size);
    buffer_append(&s->out, TEXT("line-height:"));
    put_thousandths(s, style->size <= 0 ? 1500 : (int64_t)style->leading * 1000 / style->size, ";");
    buffer_append_format(
        &s->out, "font-weight:%d;font-style:%s;text-align:%s;color:", style->bold ? 700 : 400,
        style->italic ? "italic" : "normal", aligns[style->align]);
    put_colour(s, USE_TEXT, style->colour);
    buffer_append_byte(&s->out, ';');
    if (!is_cell) {
        put_length(s, "margin-top", clamp_space(style->space_before));
        put_length(s, "margin-bottom", clamp_space(style->space_after));
    }
    if (style->indent_left != 0)
        put_length(s, "margin-left", style->indent_left);
    if (style->indent_right != 0)
        put_length(s, "margin-right", style->indent_right);
    if (style->indent_first_em1000 != 0) {
        buffer_append(&s->out, TEXT("text-indent:"));
        put_thousandths(s, style->indent_first_em1000, "em;");
    }
    if (style->background != COLOUR_NONE) {
        buffer_append(&s->out, TEXT("background:"));
        put_colour(s, USE_FILL, style->background);
        buffer_append_byte(&s->out, ';');
    }
    if (style->border != COLOUR_NONE && style->border_width > 0)
        put_line(s, "border", style->border_width, style->border);
    if (style->background != COLOUR_NONE || style->border_width > 0)
        put_length(s, "padding", style->padding);
    if (style->rule_below > 0) {
        put_line(s, "border-bottom", style->rule_below, style->rule_colour);
        put_length(s, "padding-bottom", style->padding);
    }
    buffer_append(&s->out, TEXT("}\n"));
}

static void put_background(struct styling *s, const char *selector, const char *behind,
                           uint32_t colour)
{
    if (colour == COLOUR_NONE)
        return;
    buffer_append_format(&s->out, "%s %s{background:", selector, behind);
    put_colour(s, USE_FILL, colour);
    buffer_append(&s->out, TEXT("}\n"));
}

static void put_table(struct styling *s, const struct table_style *table)
{
    struct text_buffer selector = text_buffer_new(s->arena);
    buffer_append_format(&selector, ".%s", html_class(s->arena, "t-", table->name));
    const char *name = buffer_string(&selector);
    buffer_append_format(&s->out, "%s{", name);
    put_line(s, "border-top", table->outer_rule_width, table->rule_colour);
    put_line(s, "border-bottom", table->outer_rule_width, table->rule_colour);
    buffer_append_format(&s->out, "}\n%s th,%s td{", name, name);
    put_line(s, "border-bottom", table->rule_width, table->rule_colour);
    if (table->vertical_rules) {
        put_line(s, "border-left", table->rule_width, table->rule_colour);
        put_line(s, "border-right", table->rule_width, table->rule_colour);
    }
    put_length(s, "padding-left", table->padding_x);
    put_length(s, "padding-right", table->padding_x);
    put_length(s, "padding-top", table->padding_y);
    put_length(s, "padding-bottom", table->padding_y);
    buffer_append(&s->out, TEXT("}\n"));
    put_background(s, name, "tbody tr:nth-child(even) td", table->zebra_background);
    put_background(s, name, "thead th", table->head_background);
    put_background(s, name, ".c-head", table->head_background);
    put_background(s, name, ".c-label", table->label_background);
}

struct text html_styles(struct arena *arena, const struct document *document)
{
    const struct stylesheet *sheet =
        document->stylesheet == NULL ? stylesheet_plain() : document->stylesheet;
    struct styling s = {.arena = arena, .sheet = sheet, .out = text_buffer_new(arena)};
    struct text page = embedded_file("html/page.css");
    s.body_size = stylesheet_style(sheet, TEXT("body"))->size;
    if (s.body_size <= 0)
        s.body_size = 10500;
    buffer_append_byte(&s.out, '\n');
    put_fonts(&s);
    buffer_append(&s.out, page);
    if (sheet->style_count == 0 || !text_is(sheet->styles[0].name, "body"))
        put_style(&s, stylesheet_style(sheet, TEXT("body")));
    for (size_t i = 0; i < sheet->style_count; i++)
        put_style(&s, &sheet->styles[i]);
    for (size_t i = 0; i < sheet->table_style_count; i++)
        put_table(&s, &sheet->table_styles[i]);
    put_schemes(&s);
    return buffer_text(&s.out);
}
