#include "core/compose/template.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/compose/plan.h"
#include "core/compose/template_file.h"
#include <string.h>

#define MM 2834646         /* 1/1000 pt in 1000 mm */
#define MOST_PAGE 14400000 /* 200 inches: ISO 32000-1, annex C.2 */
#define MOST_PADDING 72000 /* of a table's cell */
#define COLUMN_GAP 18000
#define LOGO_HEIGHT 20000
#define LOGO_COVER_HEIGHT 60000

static const struct message unknown_element = {
    {"模板要顯示的要素「{0}」不存在：名稱見 core/model/elements.def",
     "模板要显示的要素「{0}」不存在：名称见 core/model/elements.def",
     "the template shows an element \"{0}\", which does not exist: see elements.def"}};
static const struct message unknown_variable = {
    {"頁首、頁尾或浮水印裡沒有「{{0}}」這個變數：可用的是 "
     "{title} {organisation} {edition} {date} {section} {chapter} {topic} {page} {pages} {logo}",
     "页眉、页脚或水印里没有「{{0}}」这个变量：可用的是 "
     "{title} {organisation} {edition} {date} {section} {chapter} {topic} {page} {pages} {logo}",
     "no variable of heads, feet and watermarks is called {{0}}: there are "
     "{title} {organisation} {edition} {date} {section} {chapter} {topic} {page} {pages} {logo}"}};
static const struct message unknown_style = {
    {"模板沒有名為「{0}」的樣式：樣式須寫在用到它的地方之前",
     "模板没有名为「{0}」的样式：样式须写在用到它的地方之前",
     "the template has no style \"{0}\": a style stands above where it is used"}};
static const struct message twice = {{"「{0}」在這個模板裡已經有了：請改名或刪去其一",
                                      "「{0}」在这个模板里已经有了：请改名或删去其一",
                                      "\"{0}\" is in this template already: rename or delete one"}};
static const struct message no_room = {
    {"頁邊和欄距沒有留下足夠的版面：每欄至少要 {0}，請放寬頁面、縮小頁邊或減少欄數",
     "页边和栏距没有留下足够的版面：每栏至少要 {0}，请放宽页面、缩小页边或减少栏数",
     "margins and gaps leave no room for words, which want {0} at least in each column: take a "
     "larger page, smaller margins or fewer columns"}};
static const struct message no_logo = {{"標誌圖檔 {0} 無法讀取：請檢查路徑",
                                        "标志图文件 {0} 无法读取：请检查路径",
                                        "the logo {0} cannot be read: check its path"}};
static const struct message too_large = {
    {"{0} 太大，超出版面", "{0} 太大，超出版面", "{0} is too large for the page"}};
static const struct message no_size = {{"樣式「{0}」的字級和行距須大於零",
                                        "样式「{0}」的字号和行距须大于零",
                                        "the style \"{0}\" needs a size and a leading above zero"}};

/* One template being read. */
struct reading {
    struct arena *arena;
    struct diagnostics *diags;
    struct template *template;
    struct style *styles;
    struct table_style *tables;
    struct page_master *masters;
    size_t style_capacity, table_capacity, master_capacity;
    int32_t most; /* of a length: what PDF allows a page, then the page's own shorter side */
    bool is_fine;
};

static void complain(struct reading *r, const struct message *message, struct span at,
                     struct text words)
{
    if (!r->is_fine) /* what follows is mostly its echo */
        return;
    report_error(r->diags, message, at, text_copy(r->diags->arena, text_trim(words)), TEXT(""));
    r->is_fine = false;
}

static void complain_at(struct reading *r, const struct message *message, const xmlNode *node,
                        struct text words)
{
    complain(r, message, template_span(node), words);
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
    if (text_is_empty(value))
        return;
    *to = length(value);
    if (*to > r->most || *to < -r->most)
        complain_at(r, &too_large, node, text_from_string(name));
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

/* The index of the value among names; of one that is not said, or is none of them, to stays. */
static void set_choice(struct reading *r, const xmlNode *node, const char *name,
                       const char *const *names, int *to)
{
    struct text value = attribute(r, node, name);
    for (int i = 0; names[i] != NULL; i++)
        if (!text_is_empty(value) && text_is(value, names[i]))
            *to = i;
}

/* ---- elements ---- */

/* ISO 216, JIS P 0138 and ANSI/ASME Y14.1, upright. */
static void set_paper(struct reading *r, const xmlNode *node)
{
    static const struct {
        const char *name;
        int32_t width, height;
    } papers[] = {{"A3", 841890, 1190551},    {"A4", 595276, 841890},    {"A5", 419528, 595276},
                  {"A6", 297638, 419528},     {"B5", 498898, 708661},    {"JIS-B5", 515906, 728504},
                  {"Letter", 612000, 792000}, {"Legal", 612000, 1008000}};
    struct stylesheet *sheet = &r->template->sheet;
    struct text size = attribute(r, node, "size");
    bool is_landscape = false;
    set_flag(r, node, "landscape", &is_landscape);
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (text_is(size, papers[i].name)) {
            sheet->page_width = is_landscape ? papers[i].height : papers[i].width;
            sheet->page_height = is_landscape ? papers[i].width : papers[i].height;
        }
}

#define LEAST_WIDTH 72000 /* of a column: an inch, six characters */
#define LEAST_HEIGHT 72000

static void check_room(struct reading *r, const xmlNode *node, const struct page_master *master)
{
    const struct stylesheet *sheet = &r->template->sheet;
    if (stylesheet_column_width(sheet, master) < LEAST_WIDTH ||
        stylesheet_text_height(sheet) < LEAST_HEIGHT)
        complain_at(r, &no_room, node, TEXT("72 pt"));
}

static void read_page(struct reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    int32_t gutter = 0;
    set_paper(r, node);
    set_length(r, node, "width", &sheet->page_width);
    set_length(r, node, "height", &sheet->page_height);
    set_length(r, node, "margin-top", &sheet->margin_top);
    set_length(r, node, "margin-bottom", &sheet->margin_bottom);
    set_length(r, node, "margin-inner", &sheet->margin_inner);
    set_length(r, node, "margin-outer", &sheet->margin_outer);
    set_length(r, node, "grid", &sheet->grid);
    set_length(r, node, "head", &sheet->head_offset);
    set_length(r, node, "foot", &sheet->foot_offset);
    set_length(r, node, "gutter", &gutter);
    set_flag(r, node, "duplex", &sheet->duplex);
    sheet->margin_inner += gutter;
    check_room(r, node, &(struct page_master){0});
    r->most = sheet->page_width < sheet->page_height ? sheet->page_width : sheet->page_height;
}

/* returns  false when the file cannot be read; what is wrong with a picture, its decoder says */
static bool load_logo(struct arena *arena, struct logo *logo, struct text path)
{
    struct source *source = arena_new(arena, struct source);
    struct diagnostics *unsaid = diagnostics_new(arena); /* one message is enough: no_logo */
    source->path = text_to_string(arena, path);
    logo->name = path;
    return file_read(arena, source, &logo->bytes, unsaid) == STATUS_OK;
}

static void read_logo(struct reading *r, const xmlNode *node)
{
    struct logo *logo = &r->template->sheet.logo;
    struct text path = attribute(r, node, "file");
    set_length(r, node, "height", &logo->height);
    set_length(r, node, "cover-height", &logo->cover_height);
    logo->at = template_span(node);
    if (!load_logo(r->arena, logo, path))
        complain_at(r, &no_logo, node, path);
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

/* The name of a style that must be there already; empty when the attribute is absent. */
static struct text style_named(struct reading *r, const xmlNode *node, const char *name)
{
    struct text style = attribute(r, node, name);
    if (!text_is_empty(style) && !stylesheet_has_style(&r->template->sheet, style))
        complain_at(r, &unknown_style, node, style);
    return style;
}

static void check_style(struct reading *r, const xmlNode *node, const struct style *style)
{
    if (stylesheet_has_style(&r->template->sheet, style->name))
        complain_at(r, &twice, node, style->name);
    if (style->size <= 0 || style->leading <= 0)
        complain_at(r, &no_size, node, style->name);
    const struct stylesheet *sheet = &r->template->sheet;
    int64_t room = (int64_t)stylesheet_text_width(sheet) - style->indent_left -
                   style->indent_right - 2 * (int64_t)style->padding;
    if (room < LEAST_WIDTH)
        complain_at(r, &no_room, node, TEXT("72 pt"));
    else if (style->leading > stylesheet_text_height(sheet))
        complain_at(r, &too_large, node, TEXT("leading"));
}

/* A style says only how it differs from another, or from the body's. */
static void read_style(struct reading *r, const xmlNode *node)
{
    static const char *const families[] = {"sans", "serif", "mono", NULL};
    static const char *const aligns[] = {"", "left", "centre", "right", "justify", NULL};
    struct stylesheet *sheet = &r->template->sheet;
    struct text like = style_named(r, node, "like");
    struct style style = *stylesheet_style(sheet, text_is_empty(like) ? TEXT("body") : like);
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
    set_flag(r, node, "span-columns", &style.spans_columns);
    check_style(r, node, &style);
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
    set_length(r, node, "head-rule", &table.head_rule_width);
    set_flag(r, node, "vertical-rules", &table.vertical_rules);
    set_flag(r, node, "span-columns", &table.spans_columns);
    table.numbers_left = text_is(attribute(r, node, "numbers"), "left");
    table.cell_style = style_named(r, node, "cell-style");
    table.head_style = style_named(r, node, "head-style");
    table.label_style = style_named(r, node, "label-style");
    if (table.padding_x > MOST_PADDING || table.padding_y > MOST_PADDING)
        complain_at(r, &too_large, node, TEXT("padding"));
    *arena_push(r->arena, r->tables, sheet->table_style_count, r->table_capacity) = table;
    sheet->table_styles = r->tables;
}

static void check_variables(struct reading *r, struct span at, struct text pattern)
{
    for (size_t open = 0; (open = text_find(pattern, TEXT("{"), open)) != TEXT_NOT_FOUND; open++) {
        size_t close = text_find(pattern, TEXT("}"), open);
        struct text name =
            text_slice(pattern, open + 1, close == TEXT_NOT_FOUND ? open + 1 : close);
        if (running_variable(name) == VARIABLE_COUNT)
            complain(r, &unknown_variable, at, name);
    }
}

static struct text pattern(struct reading *r, const xmlNode *node, const char *name)
{
    struct text value = attribute(r, node, name);
    check_variables(r, template_span(node), value);
    return value;
}

static void read_master(struct reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    struct page_master master = {.name = attribute(r, node, "name"), .column_gap = COLUMN_GAP};
    struct text columns = attribute(r, node, "columns");
    master.head =
        (struct running_line){pattern(r, node, "head-left"), pattern(r, node, "head-centre"),
                              pattern(r, node, "head-right"), style_named(r, node, "head-style")};
    master.foot =
        (struct running_line){pattern(r, node, "foot-left"), pattern(r, node, "foot-centre"),
                              pattern(r, node, "foot-right"), style_named(r, node, "foot-style")};
    master.watermark = pattern(r, node, "watermark");
    master.columns = text_is_empty(columns) ? 1 : (unsigned)(columns.data[0] - '0');
    set_length(r, node, "column-gap", &master.column_gap);
    set_flag(r, node, "head-rule", &master.head_rule);
    set_flag(r, node, "foot-rule", &master.foot_rule);
    set_flag(r, node, "roman", &master.roman_numbers);
    set_flag(r, node, "run-on", &master.runs_on);
    check_room(r, node, &master);
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
        [PART_READING] = "reading",
        [PART_ORGANISATION] = "organisation",
        [PART_GOAL_MATRIX] = "goal-matrix",
        [PART_BASELINE] = "baseline",
        [PART_SCENARIOS] = "scenarios",
        [PART_STRATEGY] = "strategy",
        [PART_PROCESSES] = "processes",
        [PART_ROLES] = "roles",
        [PART_GLOSSARY] = "glossary",
        [PART_ROLE_INDEX] = "role-index",
        [PART_TOOL_INDEX] = "tool-index",
        [PART_STANDARD_INDEX] = "standard-index",
        [PART_COMPLETENESS] = "completeness",
        [PART_OVERLAPS] = "overlaps",
        [PART_TIME_SHARES] = "time-shares",
        [PART_ACKNOWLEDGEMENT] = "acknowledgement",
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
        complain_at(r, &unknown_element, node, name);
    return element;
}

static void read_show(struct reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    const struct shown shown = {shown_element(r, node), style_named(r, node, "style")};
    if (shown.element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->shown, plan->shown_count, plan->shown_capacity) = shown;
}

static void read_panel_show(struct reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    const struct shown shown = {shown_element(r, node), style_named(r, node, "style")};
    if (shown.element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->panel, plan->panel_count, plan->panel_capacity) = shown;
}

typedef void read_node(struct reading *r, const xmlNode *node);

static void read_children(struct reading *r, const xmlNode *parent, read_node *read)
{
    for (const xmlNode *node = parent->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            read(r, node);
}

/* What a role has and this book leaves out on purpose. */
static void read_hide(struct reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    enum element element = shown_element(r, node);
    if (element != ELEMENT_COUNT)
        *arena_push(r->arena, plan->hidden, plan->hidden_count, plan->hidden_capacity) = element;
}

static void read_role_part(struct reading *r, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    if (strcmp(name, "panel") == 0)
        read_children(r, node, read_panel_show);
    else if (strcmp(name, "hide") == 0)
        read_hide(r, node);
    else if (strcmp(name, "others") == 0)
        r->template->plan.shows_others = true;
    else
        read_show(r, node);
}

static void read_labels(struct reading *r, const xmlNode *node)
{
    struct plan *plan = &r->template->plan;
    struct text divider = attribute(r, node, "divider");
    plan->second_language = language_from_tag(attribute(r, node, "second"));
    plan->divider = text_is_empty(divider) ? TEXT(" ") : divider;
}

static void read_styles(struct reading *r, const xmlNode *node)
{
    read_children(r, node, read_style);
}

static void read_tables(struct reading *r, const xmlNode *node)
{
    read_children(r, node, read_table);
}

static void read_masters(struct reading *r, const xmlNode *node)
{
    read_children(r, node, read_master);
}

static void read_book(struct reading *r, const xmlNode *node) { read_children(r, node, read_part); }

static void read_role(struct reading *r, const xmlNode *node)
{
    read_children(r, node, read_role_part);
}

static void read_sections(struct reading *r, const xmlNode *root)
{
    /* in the order in which one needs the other */
    static const struct {
        const char *name;
        read_node *read;
    } sections[] = {{"page", read_page},       {"fonts", read_fonts},   {"logo", read_logo},
                    {"colours", read_colours}, {"styles", read_styles}, {"tables", read_tables},
                    {"masters", read_masters}, {"labels", read_labels}, {"book", read_book},
                    {"role", read_role}};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        const xmlNode *section = template_child(root, sections[i].name);
        if (section != NULL)
            sections[i].read(r, section);
    }
}

/* The tree is freed. */
static struct template *read_tree(struct arena *arena, struct template *template, xmlDoc *tree,
                                  struct diagnostics *diags)
{
    struct reading reading = {
        .arena = arena, .diags = diags, .template = template, .most = MOST_PAGE, .is_fine = true};
    if (tree == NULL)
        return NULL;
    template->sheet = *stylesheet_plain();
    template->sheet.styles = NULL;
    template->sheet.table_styles = NULL;
    template->sheet.masters = NULL;
    template->sheet.style_count = template->sheet.table_style_count = 0;
    template->sheet.master_count = 0;
    template->sheet.logo.height = LOGO_HEIGHT;
    template->sheet.logo.cover_height = LOGO_COVER_HEIGHT;
    template->plan.contents_depth = 2;
    template->plan.second_language = LANG_COUNT;
    read_sections(&reading, xmlDocGetRootElement(tree));
    xmlFreeDoc(tree);
    return reading.is_fine ? template : NULL;
}

struct template *template_load(struct arena *arena, const char *name, struct diagnostics *diags)
{
    struct template *template = arena_new(arena, struct template);
    return read_tree(arena, template, template_file_read(arena, name, &template->paths, diags),
                     diags);
}

struct template *template_read(struct arena *arena, const struct source *source,
                               struct diagnostics *diags)
{
    struct template *template = arena_new(arena, struct template);
    return read_tree(arena, template, template_source_read(arena, source, &template->paths, diags),
                     diags);
}

const struct template_paths *template_paths(const struct template *template)
{
    return &template->paths;
}

enum status template_dress(struct arena *arena, struct template *template,
                           const struct template_wishes *wishes, struct diagnostics *diags)
{
    struct stylesheet *sheet = &template->sheet;
    struct reading reading = {
        .arena = arena, .diags = diags, .template = template, .is_fine = true};
    template->plan.profile = wishes->profile;
    template->plan.findings = wishes->findings;
    if (!text_is_empty(wishes->watermark)) {
        check_variables(&reading, wishes->watermark_at, wishes->watermark);
        struct page_master *masters =
            arena_new_array(arena, sheet->master_count, struct page_master);
        for (size_t i = 0; i < sheet->master_count; i++) {
            masters[i] = sheet->masters[i];
            masters[i].watermark = wishes->watermark;
        }
        sheet->masters = masters;
    }
    if (text_is_empty(wishes->logo))
        return reading.is_fine ? STATUS_OK : STATUS_USAGE;
    sheet->logo.at = wishes->logo_at;
    *arena_push(arena, template->paths.list, template->paths.count, template->paths.capacity) =
        text_to_string(arena, wishes->logo);
    if (!load_logo(arena, &sheet->logo, wishes->logo)) {
        report_error(diags, &no_logo, wishes->logo_at, text_copy(diags->arena, wishes->logo),
                     TEXT(""));
        reading.is_fine = false;
    }
    return reading.is_fine ? STATUS_OK : STATUS_USAGE;
}
