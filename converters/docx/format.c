#include "converters/docx/format.h"
#include "converters/docx/values.h"

static void set_property(struct run_format *format, unsigned property, bool is_on)
{
    format->set = (uint16_t)(format->set | property);
    format->on = (uint16_t)(is_on ? format->on | property : format->on & ~property);
}

static void set_toggle(struct run_format *format, struct sax *sax, unsigned property)
{
    set_property(format, property, value_is_on(sax_attribute(sax, NAME_W_VAL)));
}

static bool is_monospace(struct text font)
{
    static const struct text names[] = {
        TEXT_INIT("Courier New"),     TEXT_INIT("Courier"),       TEXT_INIT("Consolas"),
        TEXT_INIT("Lucida Console"),  TEXT_INIT("Menlo"),         TEXT_INIT("Monaco"),
        TEXT_INIT("Cascadia Code"),   TEXT_INIT("Cascadia Mono"), TEXT_INIT("DejaVu Sans Mono"),
        TEXT_INIT("Source Code Pro"), TEXT_INIT("Roboto Mono"),
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal(font, names[i]))
            return true;
    return false;
}

static void take_fonts(struct run_format *format, struct sax *sax)
{
    struct text font = sax_attribute(sax, NAME_W_ASCII);
    if (font.size == 0)
        font = sax_attribute(sax, NAME_W_HANSI);
    if (font.size == 0)
        return;
    set_property(format, RUN_FONT, false);
    set_property(format, RUN_MONOSPACE, is_monospace(font));
    format->symbol_font = (uint8_t)symbol_font_find(font);
}

static void take_vertical(struct run_format *format, struct text value)
{
    set_property(format, RUN_SUPERSCRIPT, text_is(value, "superscript"));
    set_property(format, RUN_SUBSCRIPT, text_is(value, "subscript"));
}

static void take_size(struct run_format *format, struct text value)
{
    int32_t size = value_length(value, 500);
    format->size = (uint16_t)(size < 0 ? 0 : size > 3276 ? 3276 : size); /* Word's largest */
}

void run_format_take(struct run_format *format, struct sax *sax, enum name name)
{
    switch ((int)name) { /* of some two hundred names, the few that matter here */
    case NAME_W_B:
        set_toggle(format, sax, RUN_BOLD);
        break;
    case NAME_W_I:
        set_toggle(format, sax, RUN_ITALIC);
        break;
    case NAME_W_STRIKE:
        set_toggle(format, sax, RUN_STRIKE);
        break;
    case NAME_W_DSTRIKE:
        set_toggle(format, sax, RUN_DOUBLE_STRIKE);
        break;
    case NAME_W_VANISH:
        set_toggle(format, sax, RUN_HIDDEN);
        break;
    case NAME_W_U:
        set_property(format, RUN_UNDERLINE, value_is_on(sax_attribute(sax, NAME_W_VAL)));
        break;
    case NAME_W_VERT_ALIGN:
        take_vertical(format, sax_attribute(sax, NAME_W_VAL));
        break;
    case NAME_W_SZ:
        take_size(format, sax_attribute(sax, NAME_W_VAL));
        break;
    case NAME_W_R_FONTS:
        take_fonts(format, sax);
        break;
    }
}

static enum alignment alignment_of(struct text value)
{
    static const struct {
        struct text value;
        enum alignment align;
    } rows[] = {
        {TEXT_INIT("left"), ALIGN_LEFT},          {TEXT_INIT("start"), ALIGN_LEFT},
        {TEXT_INIT("center"), ALIGN_CENTRE},      {TEXT_INIT("right"), ALIGN_RIGHT},
        {TEXT_INIT("end"), ALIGN_RIGHT},          {TEXT_INIT("both"), ALIGN_JUSTIFY},
        {TEXT_INIT("distribute"), ALIGN_JUSTIFY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_equal(value, rows[i].value))
            return rows[i].align;
    return ALIGN_DEFAULT;
}

void paragraph_format_take(struct paragraph_format *format, struct sax *sax, enum name name)
{
    switch ((int)name) { /* as above */
    case NAME_W_NUM_ID:
        format->num_id = value_number(sax_attribute(sax, NAME_W_VAL), -1);
        break;
    case NAME_W_ILVL:
        format->level = value_number(sax_attribute(sax, NAME_W_VAL), -1);
        break;
    case NAME_W_OUTLINE_LVL:
        format->outline = value_number(sax_attribute(sax, NAME_W_VAL), -1);
        break;
    case NAME_W_JC:
        format->align = alignment_of(sax_attribute(sax, NAME_W_VAL));
        break;
    case NAME_W_PAGE_BREAK_BEFORE:
        format->page_break_before = value_is_on(sax_attribute(sax, NAME_W_VAL));
        break;
    case NAME_W_IND:
        if (sax_has_attribute(sax, NAME_W_LEFT))
            format->indent = value_length(sax_attribute(sax, NAME_W_LEFT), 50);
        else if (sax_has_attribute(sax, NAME_W_START))
            format->indent = value_length(sax_attribute(sax, NAME_W_START), 50);
        break;
    }
}

struct run_format run_format_over(struct run_format base, struct run_format over)
{
    return (struct run_format){.set = base.set | over.set,
                               .on = (uint16_t)((base.on & ~over.set) | over.on),
                               .size = over.size != 0 ? over.size : base.size,
                               .symbol_font =
                                   over.set & RUN_FONT ? over.symbol_font : base.symbol_font};
}

struct paragraph_format paragraph_format_over(struct paragraph_format base,
                                              struct paragraph_format over)
{
    if (over.num_id >= 0)
        base.num_id = over.num_id;
    if (over.level >= 0)
        base.level = over.level;
    if (over.outline >= 0)
        base.outline = over.outline;
    if (over.indent != INDENT_UNSET)
        base.indent = over.indent;
    if (over.page_break_before >= 0)
        base.page_break_before = over.page_break_before;
    if (over.align != ALIGN_DEFAULT)
        base.align = over.align;
    return base;
}

struct run_format run_format_resolve(struct run_format defaults, struct run_format table,
                                     struct run_format paragraph, struct run_format character,
                                     struct run_format direct)
{
    struct run_format all =
        run_format_over(run_format_over(run_format_over(defaults, table), paragraph), character);
    unsigned toggles = (table.on ^ paragraph.on ^ character.on) | defaults.on;
    all.on = (uint16_t)((all.on & ~(unsigned)RUN_TOGGLES) | (toggles & RUN_TOGGLES));
    return run_format_over(all, direct);
}

unsigned run_format_style(struct run_format format)
{
    static const struct {
        unsigned properties, style;
    } rows[] = {
        {RUN_BOLD, STYLE_STRONG},
        {RUN_ITALIC, STYLE_EMPHASIS},
        {RUN_MONOSPACE, STYLE_CODE},
        {RUN_UNDERLINE, STYLE_UNDERLINE},
        {RUN_SUPERSCRIPT, STYLE_SUPERSCRIPT},
        {RUN_SUBSCRIPT, STYLE_SUBSCRIPT},
        {RUN_PLACEHOLDER, STYLE_PLACEHOLDER},
        {RUN_STRIKE | RUN_DOUBLE_STRIKE, STYLE_STRIKE},
    };
    unsigned style = 0;
    if (format.on == 0)
        return 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (format.on & rows[i].properties)
            style |= rows[i].style;
    return style;
}
