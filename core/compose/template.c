#include "core/compose/template.h"
#include "core/base/embedded.h"
#include "core/base/file.h"
#include "core/compose/plan.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdio.h>
#include <string.h>

#define MM 2834646 /* 1/1000 pt in 1000 mm */

static const struct message not_valid = {{"模板不符合 template.rng：{0}",
                                          "模板不符合 template.rng：{0}",
                                          "the template is not valid by template.rng: {0}"}};
static const struct message unknown_element = {
    {"模板要顯示的要素「{0}」不存在：名稱見 core/model/elements.def",
     "模板要显示的要素「{0}」不存在：名称见 core/model/elements.def",
     "the template shows an element \"{0}\", which does not exist: see elements.def"}};
static const struct message unknown_template = {
    {"沒有名為「{0}」的模板：內建的是 classic，自製的請寫 XML 檔的路徑",
     "没有名为「{0}」的模板：内建的是 classic，自制的请写 XML 文件的路径",
     "no template is called \"{0}\": \"classic\" is built in, your own is named by its path (.xml)"}};

/* One template being read. */
struct reading {
    struct arena *arena;
    const struct source *source;
    struct diagnostics *diags;
    struct template *template;
    struct style *styles;
    struct table_style *tables;
    struct page_master *masters;
    size_t style_capacity, table_capacity, master_capacity;
    bool is_fine;
};

static struct span line_span(const struct source *source, long line)
{
    size_t begin = 0, offset = 0;
    struct text ignored;
    for (long i = 1; i <= line; i++) {
        begin = offset;
        if (!text_next_line(source->text, &offset, &ignored))
            break;
    }
    return (struct span){.source = source, .begin = (uint32_t)begin, .end = (uint32_t)offset};
}

static void complain(struct reading *r, const struct message *message, long line, struct text words)
{
    report_error(r->diags, message, line_span(r->source, line),
                 text_copy(r->diags->arena, text_trim(words)), TEXT(""));
    r->is_fine = false;
}

static void on_error(void *data, xmlErrorPtr error)
{
    struct reading *r = data;
    if (error->message != NULL && r->is_fine) /* what follows is mostly its echo */
        complain(r, &not_valid, error->line, text_from_string(error->message));
}

/* ---- attributes ---- */

static struct text attribute(struct reading *r, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    struct text copy = text_copy(r->arena, text_from_string((const char *)value));
    xmlFree(value);
    return copy;
}

/* A length in 1/1000 pt; its form is known to be right. */
static int32_t length(struct text t)
{
    int64_t value = 0, scale = 1000;
    bool is_negative = text_starts_with(t, TEXT("-")), has_point = false;
    for (size_t i = is_negative; i < t.size; i++) {
        char c = t.data[i];
        if (c == '.')
            has_point = true;
        else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            scale = has_point ? scale / 10 : scale;
        }
    }
    value *= scale;
    if (text_ends_with(t, TEXT("mm")))
        value = value * MM / 1000000;
    return (int32_t)(is_negative ? -value : value);
}

static void set_length(struct reading *r, const xmlNode *node, const char *name, int32_t *to)
{
    struct text value = attribute(r, node, name);
    if (!text_is_empty(value))
        *to = length(value);
}

static void set_colour(struct reading *r, const xmlNode *node, const char *name, uint32_t *to)
{
    struct text value = attribute(r, node, name);
    if (text_is_empty(value))
        return;
    *to = 0;
    for (size_t i = 0; i < value.size; i++) {
        char c = value.data[i];
        uint32_t digit = (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        *to = *to << 4 | digit;
    }
    if (text_is(value, "none"))
        *to = COLOUR_NONE;
}

static void set_flag(struct reading *r, const xmlNode *node, const char *name, bool *to)
{
    struct text value = attribute(r, node, name);
    if (!text_is_empty(value))
        *to = text_is(value, "yes");
}

/* The index of the value among names, or to stays. */
static void set_choice(struct reading *r, const xmlNode *node, const char *name,
                       const char *const *names, int *to)
{
    struct text value = attribute(r, node, name);
    for (int i = 0; names[i] != NULL; i++)
        if (text_is(value, names[i]))
            *to = i;
}

/* ---- elements ---- */

static void read_page(struct reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    set_length(r, node, "width", &sheet->page_width);
    set_length(r, node, "height", &sheet->page_height);
    set_length(r, node, "margin-top", &sheet->margin_top);
    set_length(r, node, "margin-bottom", &sheet->margin_bottom);
    set_length(r, node, "margin-inner", &sheet->margin_inner);
    set_length(r, node, "margin-outer", &sheet->margin_outer);
    set_length(r, node, "head", &sheet->head_offset);
    set_length(r, node, "foot", &sheet->foot_offset);
    set_flag(r, node, "duplex", &sheet->duplex);
}

static void read_fonts(struct reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    static const char *const families[] = {"sans", "serif", "mono"};
    static const char *const files[] = {"sans-file", "serif-file", "mono-file"};
    for (size_t i = 0; i < FONT_FAMILY_COUNT; i++) {
        struct text family = attribute(r, node, families[i]);
        if (!text_is_empty(family))
            sheet->families[i] = family;
        sheet->font_files[i] = attribute(r, node, files[i]);
    }
}

/* Colours of drawings; those not named stay as they were. */
static void read_colours(struct reading *r, const xmlNode *node)
{
    static const char *const names[TINT_COUNT] = {[TINT_TEXT] = "text",
                                                  [TINT_MUTED] = "muted",
                                                  [TINT_LINE] = "line",
                                                  [TINT_ACCENT] = "accent",
                                                  [TINT_ACCENT_LIGHT] = "accent-light",
                                                  [TINT_PAPER] = "paper",
                                                  [TINT_WARNING] = "warning",
                                                  [TINT_HEAT_LOW] = "heat-low",
                                                  [TINT_HEAT_HIGH] = "heat-high"};
    for (size_t i = 0; i < TINT_COUNT; i++)
        set_colour(r, node, names[i], &r->template->sheet.palette[i]);
}

/* A style says only how it differs from the body's. */
static void read_style(struct reading *r, const xmlNode *node)
{
    static const char *const families[] = {"sans", "serif", "mono", NULL};
    static const char *const aligns[] = {"", "left", "centre", "right", "justify", NULL};
    struct stylesheet *sheet = &r->template->sheet;
    struct style style = *stylesheet_style(sheet, TEXT("body"));
    int family = (int)style.family, align = (int)style.align;
    style.name = attribute(r, node, "name");
    set_choice(r, node, "family", families, &family);
    set_choice(r, node, "align", aligns, &align);
    style.family = (enum font_family)family;
    style.align = (enum alignment)align;
    set_length(r, node, "size", &style.size);
    set_length(r, node, "leading", &style.leading);
    set_length(r, node, "space-before", &style.space_before);
    set_length(r, node, "space-after", &style.space_after);
    set_length(r, node, "indent-left", &style.indent_left);
    set_length(r, node, "indent-right", &style.indent_right);
    set_length(r, node, "indent-first", &style.indent_first_em1000);
    set_length(r, node, "padding", &style.padding);
    set_length(r, node, "border-width", &style.border_width);
    set_length(r, node, "rule-below", &style.rule_below);
    set_colour(r, node, "colour", &style.colour);
    set_colour(r, node, "background", &style.background);
    set_colour(r, node, "border", &style.border);
    set_colour(r, node, "rule-colour", &style.rule_colour);
    set_flag(r, node, "bold", &style.bold);
    set_flag(r, node, "italic", &style.italic);
    set_flag(r, node, "keep-with-next", &style.keep_with_next);
    set_flag(r, node, "keep-together", &style.keep_together);
    set_flag(r, node, "page-break-before", &style.page_break_before);
    style.hyphenate = style.hyphenate && style.align == ALIGN_JUSTIFY; /* ragged ones must ask */
    set_flag(r, node, "hyphenate", &style.hyphenate);
    *arena_push(r->arena, r->styles, sheet->style_count, r->style_capacity) = style;
    sheet->styles = r->styles;
}

static void read_table(struct reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    struct table_style table = *stylesheet_table_style(sheet, TEXT("default"));
    table.name = attribute(r, node, "name");
    set_length(r, node, "rule", &table.rule_width);
    set_length(r, node, "outer-rule", &table.outer_rule_width);
    set_length(r, node, "padding-x", &table.padding_x);
    set_length(r, node, "padding-y", &table.padding_y);
    set_colour(r, node, "rule-colour", &table.rule_colour);
    set_colour(r, node, "head-background", &table.head_background);
    set_colour(r, node, "label-background", &table.label_background);
    set_colour(r, node, "zebra-background", &table.zebra_background);
    set_flag(r, node, "vertical-rules", &table.vertical_rules);
    *arena_push(r->arena, r->tables, sheet->table_style_count, r->table_capacity) = table;
    sheet->table_styles = r->tables;
}

static void read_master(struct reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    struct page_master master = {.name = attribute(r, node, "name")};
    master.head =
        (struct running_line){attribute(r, node, "head-left"), attribute(r, node, "head-centre"),
                              attribute(r, node, "head-right")};
    master.foot =
        (struct running_line){attribute(r, node, "foot-left"), attribute(r, node, "foot-centre"),
                              attribute(r, node, "foot-right")};
    set_flag(r, node, "head-rule", &master.head_rule);
    set_flag(r, node, "foot-rule", &master.foot_rule);
    set_flag(r, node, "roman", &master.roman_numbers);
    *arena_push(r->arena, r->masters, sheet->master_count, r->master_capacity) = master;
    sheet->masters = r->masters;
}

static void read_part(struct reading *r, const xmlNode *node)
{
    static const char *const names[PART_COUNT] = {
        [PART_COVER] = "cover",
        [PART_APPROVAL] = "approval",
        [PART_PREFACE] = "preface",
        [PART_CONTENTS] = "contents",
        [PART_ORGANISATION] = "organisation",
        [PART_BASELINE] = "baseline",
        [PART_SCENARIOS] = "scenarios",
        [PART_STRATEGY] = "strategy",
        [PART_PROCESSES] = "processes",
        [PART_ROLES] = "roles",
        [PART_GLOSSARY] = "glossary",
        [PART_ROLE_INDEX] = "role-index",
        [PART_TOOL_INDEX] = "tool-index",
        [PART_STANDARD_INDEX] = "standard-index",
    };
    struct plan *plan = &r->template->plan;
    for (size_t i = 0; i < PART_COUNT; i++)
        if (strcmp((const char *)node->name, names[i]) == 0)
            *arena_push(r->arena, plan->parts, plan->part_count, plan->part_capacity) =
                (enum book_part)i;
    struct text depth = attribute(r, node, "depth");
    if (!text_is_empty(depth))
        plan->contents_depth = (unsigned)(depth.data[0] - '0');
}

static enum element shown_element(struct reading *r, const xmlNode *node)
{
    struct text name = attribute(r, node, "element");
    enum element element = element_by_name(name);
    if (element == ELEMENT_COUNT)
        complain(r, &unknown_element, xmlGetLineNo((xmlNode *)node), name);
    return element;
}

static void read_show(struct reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    enum element element = shown_element(r, node);
    if (element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->shown, plan->shown_count, plan->shown_capacity) = element;
}

static void read_panel_show(struct reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    enum element element = shown_element(r, node);
    if (element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->panel, plan->panel_count, plan->panel_capacity) = element;
}

typedef void read_node(struct reading *r, const xmlNode *node);

static void read_children(struct reading *r, const xmlNode *parent, read_node *read)
{
    for (const xmlNode *node = parent->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            read(r, node);
}

static void read_role_part(struct reading *r, const xmlNode *node)
{
    if (strcmp((const char *)node->name, "panel") == 0)
        read_children(r, node, read_panel_show);
    else if (strcmp((const char *)node->name, "others") == 0)
        r->template->plan.shows_others = true;
    else
        read_show(r, node);
}

static void read_section(struct reading *r, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    if (strcmp(name, "page") == 0)
        read_page(r, node);
    else if (strcmp(name, "fonts") == 0)
        read_fonts(r, node);
    else if (strcmp(name, "colours") == 0)
        read_colours(r, node);
    else if (strcmp(name, "styles") == 0)
        read_children(r, node, read_style);
    else if (strcmp(name, "tables") == 0)
        read_children(r, node, read_table);
    else if (strcmp(name, "masters") == 0)
        read_children(r, node, read_master);
    else if (strcmp(name, "book") == 0)
        read_children(r, node, read_part);
    else if (strcmp(name, "role") == 0)
        read_children(r, node, read_role_part);
}

/* ---- the file ---- */

static bool is_valid(struct reading *r, xmlDoc *page)
{
    struct text schema_text = embedded_file("schema/template.rng");
    xmlRelaxNGParserCtxt *parser =
        xmlRelaxNGNewMemParserCtxt(schema_text.data, (int)schema_text.size);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(context, on_error, r);
    bool valid = xmlRelaxNGValidateDoc(context, page) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
    return valid && r->is_fine;
}

static struct template *read_template(struct reading *r)
{
    struct text bytes = r->source->text;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    xmlDoc *page = xmlCtxtReadMemory(parser, bytes.data, (int)bytes.size, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (page == NULL) {
        const xmlError *error = xmlCtxtGetLastError(parser);
        complain(r, &not_valid, error == NULL ? 1 : error->line,
                 text_from_string(error == NULL ? "" : error->message));
    } else if (is_valid(r, page))
        read_children(r, xmlDocGetRootElement(page), read_section);
    xmlFreeDoc(page);
    xmlFreeParserCtxt(parser);
    return r->is_fine ? r->template : NULL;
}

struct template *template_load(struct arena *arena, const char *name, struct diagnostics *diags)
{
    struct source *source = arena_new(arena, struct source);
    struct template *template = arena_new(arena, struct template);
    struct reading reading = {
        .arena = arena, .source = source, .diags = diags, .template = template, .is_fine = true};
    struct text given = text_from_string(name);
    char built_in[128];
    template->sheet = *stylesheet_plain();
    template->sheet.styles = NULL;
    template->sheet.table_styles = NULL;
    template->sheet.masters = NULL;
    template->sheet.style_count = template->sheet.table_style_count = 0;
    template->sheet.master_count = 0;
    template->plan.contents_depth = 2;
    snprintf(built_in, sizeof built_in, "handbook/%.80s.xml", name);
    source->text = embedded_file(built_in);
    source->path = name;
    if (source->text.data != NULL)
        return read_template(&reading);
    if (!text_ends_with(given, TEXT(".xml"))) {
        report_error(diags, &unknown_template, (struct span){0}, text_copy(diags->arena, given),
                     TEXT(""));
        return NULL;
    }
    struct text bytes;
    if (file_read(arena, source, &bytes, diags) != STATUS_OK)
        return NULL;
    source->text = bytes;
    return read_template(&reading);
}
