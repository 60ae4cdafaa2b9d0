#include "core/compose/template_sheet.h"
#include "core/base/file.h"
#include "core/compose/template_file.h"

#define MOST_PADDING 72000 /* of a table's cell */
#define COLUMN_GAP 18000
#define LEAST_WIDTH 72000 /* of a column: an inch, six characters */
#define LEAST_HEIGHT 72000

static const struct message unknown_variable = {
    {"頁首、頁尾或浮水印裡沒有「{{0}}」這個變數：可用的是 "
     "{title} {organisation} {edition} {date} {section} {chapter} {topic} {page} {pages} {logo}",
     "页眉、页脚或水印里没有「{{0}}」这个变量：可用的是 "
     "{title} {organisation} {edition} {date} {section} {chapter} {topic} {page} {pages} {logo}",
     "no variable of heads, feet and watermarks is called {{0}}: there are "
     "{title} {organisation} {edition} {date} {section} {chapter} {topic} {page} {pages} {logo}"}};
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
static const struct message no_size = {{"樣式「{0}」的字級和行距須大於零",
                                        "样式「{0}」的字号和行距须大于零",
                                        "the style \"{0}\" needs a size and a leading above zero"}};

/* ISO 216, JIS P 0138 and ANSI/ASME Y14.1, upright. */
static void set_paper(struct template_reading *r, const xmlNode *node)
{
    static const struct {
        const char *name;
        int32_t width, height;
    } papers[] = {{"A3", 841890, 1190551},    {"A4", 595276, 841890},    {"A5", 419528, 595276},
                  {"A6", 297638, 419528},     {"B5", 498898, 708661},    {"JIS-B5", 515906, 728504},
                  {"Letter", 612000, 792000}, {"Legal", 612000, 1008000}};
    struct stylesheet *sheet = &r->template->sheet;
    struct text size = attribute_text(r, node, "size");
    bool is_landscape = false;
    attribute_flag(r, node, "landscape", &is_landscape);
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (text_is(size, papers[i].name)) {
            sheet->page_width = is_landscape ? papers[i].height : papers[i].width;
            sheet->page_height = is_landscape ? papers[i].width : papers[i].height;
        }
}

static void check_room(struct template_reading *r, const xmlNode *node,
                       const struct page_master *master)
{
    const struct stylesheet *sheet = &r->template->sheet;
    if (stylesheet_column_width(sheet, master) < LEAST_WIDTH ||
        stylesheet_text_height(sheet) < LEAST_HEIGHT)
        complain_at(r, &no_room, node, TEXT("72 pt"));
}

static void read_page(struct template_reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    int32_t gutter = 0;
    set_paper(r, node);
    attribute_length(r, node, "width", &sheet->page_width);
    attribute_length(r, node, "height", &sheet->page_height);
    attribute_length(r, node, "margin-top", &sheet->margin_top);
    attribute_length(r, node, "margin-bottom", &sheet->margin_bottom);
    attribute_length(r, node, "margin-inner", &sheet->margin_inner);
    attribute_length(r, node, "margin-outer", &sheet->margin_outer);
    attribute_length(r, node, "grid", &sheet->grid);
    attribute_length(r, node, "head", &sheet->head_offset);
    attribute_length(r, node, "foot", &sheet->foot_offset);
    attribute_length(r, node, "gutter", &gutter);
    attribute_flag(r, node, "duplex", &sheet->duplex);
    sheet->margin_inner += gutter;
    check_room(r, node, &(struct page_master){0});
    r->most = sheet->page_width < sheet->page_height ? sheet->page_width : sheet->page_height;
}

void template_load_logo(struct template_reading *r, struct text path, struct span at)
{
    struct logo *logo = &r->template->sheet.logo;
    struct source *source = arena_new(r->arena, struct source);
    struct diagnostics *unsaid = diagnostics_new(r->arena); /* one message is enough: no_logo */
    source->path = text_to_string(r->arena, path);
    logo->name = path;
    logo->at = at;
    if (file_read(r->arena, source, &logo->bytes, unsaid) != STATUS_OK)
        complain(r, &no_logo, at, path);
}

static void read_logo(struct template_reading *r, const xmlNode *node)
{
    struct logo *logo = &r->template->sheet.logo;
    attribute_length(r, node, "height", &logo->height);
    attribute_length(r, node, "cover-height", &logo->cover_height);
    template_load_logo(r, attribute_text(r, node, "file"), template_span(node));
}

static void read_fonts(struct template_reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    static const char *const families[] = {"sans", "serif", "mono"};
    static const char *const files[] = {"sans-file", "serif-file", "mono-file"};
    for (size_t i = 0; i < FONT_FAMILY_COUNT; i++) {
        struct text family = attribute_text(r, node, families[i]);
        if (!text_is_empty(family))
            sheet->families[i] = family;
        sheet->font_files[i] = attribute_text(r, node, files[i]);
    }
}

/* Colours of drawings; those not named stay as they were. */
static void read_colours(struct template_reading *r, const xmlNode *node)
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
        attribute_colour(r, node, names[i], &r->template->sheet.palette[i]);
}

static void check_style(struct template_reading *r, const xmlNode *node, const struct style *style)
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
        complain_too_large(r, node, "leading");
}

/* A style says only how it differs from another, or from the body's. */
static void read_style(struct template_reading *r, const xmlNode *node)
{
    static const char *const families[] = {"sans", "serif", "mono", NULL};
    static const char *const aligns[] = {"", "left", "centre", "right", "justify", NULL};
    struct stylesheet *sheet = &r->template->sheet;
    struct text like = attribute_style(r, node, "like");
    struct style style = *stylesheet_style(sheet, text_is_empty(like) ? TEXT("body") : like);
    int family = (int)style.family, align = (int)style.align;
    style.name = attribute_text(r, node, "name");
    attribute_choice(r, node, "family", families, &family);
    attribute_choice(r, node, "align", aligns, &align);
    style.family = (enum font_family)family;
    style.align = (enum alignment)align;
    attribute_length(r, node, "size", &style.size);
    attribute_length(r, node, "leading", &style.leading);
    attribute_length(r, node, "space-before", &style.space_before);
    attribute_length(r, node, "space-after", &style.space_after);
    attribute_length(r, node, "indent-left", &style.indent_left);
    attribute_length(r, node, "indent-right", &style.indent_right);
    attribute_length(r, node, "indent-first", &style.indent_first_em1000);
    attribute_length(r, node, "padding", &style.padding);
    attribute_length(r, node, "border-width", &style.border_width);
    attribute_length(r, node, "rule-below", &style.rule_below);
    attribute_colour(r, node, "colour", &style.colour);
    attribute_colour(r, node, "background", &style.background);
    attribute_colour(r, node, "border", &style.border);
    attribute_colour(r, node, "rule-colour", &style.rule_colour);
    attribute_flag(r, node, "bold", &style.bold);
    attribute_flag(r, node, "italic", &style.italic);
    attribute_flag(r, node, "keep-with-next", &style.keep_with_next);
    attribute_flag(r, node, "keep-together", &style.keep_together);
    attribute_flag(r, node, "page-break-before", &style.page_break_before);
    style.hyphenate = style.hyphenate && style.align == ALIGN_JUSTIFY; /* ragged ones must ask */
    attribute_flag(r, node, "hyphenate", &style.hyphenate);
    attribute_flag(r, node, "span-columns", &style.spans_columns);
    check_style(r, node, &style);
    *arena_push(r->arena, r->styles, sheet->style_count, r->style_capacity) = style;
    sheet->styles = r->styles;
}

static void read_table(struct template_reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    struct table_style table = *stylesheet_table_style(sheet, TEXT("default"));
    table.name = attribute_text(r, node, "name");
    attribute_length(r, node, "rule", &table.rule_width);
    attribute_length(r, node, "outer-rule", &table.outer_rule_width);
    attribute_length(r, node, "padding-x", &table.padding_x);
    attribute_length(r, node, "padding-y", &table.padding_y);
    attribute_colour(r, node, "rule-colour", &table.rule_colour);
    attribute_colour(r, node, "head-background", &table.head_background);
    attribute_colour(r, node, "label-background", &table.label_background);
    attribute_colour(r, node, "zebra-background", &table.zebra_background);
    attribute_length(r, node, "head-rule", &table.head_rule_width);
    attribute_flag(r, node, "vertical-rules", &table.vertical_rules);
    attribute_flag(r, node, "span-columns", &table.spans_columns);
    table.numbers_left = text_is(attribute_text(r, node, "numbers"), "left");
    table.cell_style = attribute_style(r, node, "cell-style");
    table.head_style = attribute_style(r, node, "head-style");
    table.label_style = attribute_style(r, node, "label-style");
    if (table.padding_x > MOST_PADDING || table.padding_y > MOST_PADDING)
        complain_too_large(r, node, "padding");
    *arena_push(r->arena, r->tables, sheet->table_style_count, r->table_capacity) = table;
    sheet->table_styles = r->tables;
}

void template_check_variables(struct template_reading *r, struct span at, struct text pattern)
{
    for (size_t open = 0; (open = text_find(pattern, TEXT("{"), open)) != TEXT_NOT_FOUND; open++) {
        size_t close = text_find(pattern, TEXT("}"), open);
        struct text name =
            text_slice(pattern, open + 1, close == TEXT_NOT_FOUND ? open + 1 : close);
        if (running_variable(name) == VARIABLE_COUNT)
            complain(r, &unknown_variable, at, name);
    }
}

static struct text pattern(struct template_reading *r, const xmlNode *node, const char *name)
{
    struct text value = attribute_text(r, node, name);
    template_check_variables(r, template_span(node), value);
    return value;
}

static void read_master(struct template_reading *r, const xmlNode *node)
{
    struct stylesheet *sheet = &r->template->sheet;
    struct page_master master = {.name = attribute_text(r, node, "name"), .column_gap = COLUMN_GAP};
    struct text columns = attribute_text(r, node, "columns");
    master.head = (struct running_line){
        pattern(r, node, "head-left"), pattern(r, node, "head-centre"),
        pattern(r, node, "head-right"), attribute_style(r, node, "head-style")};
    master.foot = (struct running_line){
        pattern(r, node, "foot-left"), pattern(r, node, "foot-centre"),
        pattern(r, node, "foot-right"), attribute_style(r, node, "foot-style")};
    master.watermark = pattern(r, node, "watermark");
    master.columns = text_is_empty(columns) ? 1 : (unsigned)(columns.data[0] - '0');
    attribute_length(r, node, "column-gap", &master.column_gap);
    attribute_flag(r, node, "head-rule", &master.head_rule);
    attribute_flag(r, node, "foot-rule", &master.foot_rule);
    attribute_flag(r, node, "roman", &master.roman_numbers);
    attribute_flag(r, node, "run-on", &master.runs_on);
    check_room(r, node, &master);
    *arena_push(r->arena, r->masters, sheet->master_count, r->master_capacity) = master;
    sheet->masters = r->masters;
}

static void read_styles(struct template_reading *r, const xmlNode *node)
{
    template_read_children(r, node, read_style);
}

static void read_tables(struct template_reading *r, const xmlNode *node)
{
    template_read_children(r, node, read_table);
}

static void read_masters(struct template_reading *r, const xmlNode *node)
{
    template_read_children(r, node, read_master);
}

void template_read_sheet(struct template_reading *r, const xmlNode *root)
{
    /* in the order in which one needs the other */
    static const struct template_section sections[] = {
        {"page", read_page},       {"fonts", read_fonts},
        {"logo", read_logo},       {"colours", read_colours},
        {"styles", read_styles},   {"tables", read_tables},
        {"masters", read_masters}, {NULL, NULL}};
    template_read_sections(r, root, sections);
}
