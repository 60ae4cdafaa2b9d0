#include "converters/docx/styles.h"
#include "converters/docx/values.h"
#include <stdlib.h>

enum inheritance { INHERITS_NOT_YET, INHERITS_NOW, INHERITS_DONE };

struct reading {
    struct arena *arena;
    struct styles *styles;
    size_t capacity;
    struct word_style *style; /* NULL: outside */
    bool in_defaults, in_run, in_paragraph;
    struct run_format *run; /* what w:rPr speaks of */
};

/* ---- names ---- */

/* "1级标题", "二級標題": what those who make their own styles call them. */
static unsigned heading_level_before_word(struct text name)
{
    static const struct text words[] = {TEXT_INIT("级标题"), TEXT_INIT("級標題"),
                                        TEXT_INIT("階標題"), TEXT_INIT("阶标题")};
    static const uint32_t numbers[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                       0x516D, 0x4E03, 0x516B, 0x4E5D};
    size_t at = 0;
    uint32_t c = name.size == 0 ? 0 : text_next(name, &at);
    unsigned level = c >= '1' && c <= '9' ? c - '0' : 0;
    for (unsigned i = 0; i < 9; i++)
        if (c == numbers[i])
            level = i + 1;
    for (size_t i = 0; i < sizeof words / sizeof *words && level > 0; i++)
        if (text_equal(text_trim(text_from(name, at)), words[i]))
            return level;
    return 0;
}

unsigned heading_level_of_name(struct text name)
{
    static const struct text words[] = {
        TEXT_INIT("heading"),     TEXT_INIT("標題"),       TEXT_INIT("标题"),
        TEXT_INIT("見出し"),      TEXT_INIT("제목"),       TEXT_INIT("überschrift"),
        TEXT_INIT("Überschrift"), TEXT_INIT("berschrift"), TEXT_INIT("titre"),
        TEXT_INIT("título"),      TEXT_INIT("ttulo"),      TEXT_INIT("titolo"),
        TEXT_INIT("kop"),         TEXT_INIT("rubrik"),     TEXT_INIT("overskrift"),
        TEXT_INIT("nagłówek"),    TEXT_INIT("nadpis"),     TEXT_INIT("заголовок"),
        TEXT_INIT("Заголовок"),   TEXT_INIT("otsikko"),    TEXT_INIT("başlık"),
        TEXT_INIT("tiêu đề"),     TEXT_INIT("Tiêu đề"),    TEXT_INIT("หัวเรื่อง"),
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!text_equal_ascii_case(text_slice(name, 0, words[i].size), words[i]))
            continue;
        struct text digit = text_trim(text_from(name, words[i].size));
        size_t at = 0;
        uint32_t c = digit.size == 0 ? 0 : text_next(digit, &at);
        if (c >= 0xFF10) /* fullwidth */
            c -= 0xFF10 - '0';
        if (at == digit.size && c >= '1' && c <= '9')
            return c - '0';
    }
    return heading_level_before_word(name);
}

/* ---- reading ---- */

static enum style_kind kind_of(struct text type)
{
    return text_is(type, "character")   ? STYLE_KIND_CHARACTER
           : text_is(type, "table")     ? STYLE_KIND_TABLE
           : text_is(type, "numbering") ? STYLE_KIND_LIST
           : text_is(type, "list")      ? STYLE_KIND_LIST /* Word 2003 */
                                        : STYLE_KIND_PARAGRAPH;
}

static void start_style(struct reading *reading, struct sax *sax)
{
    struct styles *styles = reading->styles;
    if (styles->count >= LIMIT_WORD_STYLES) {
        sax_skip(sax);
        return;
    }
    struct word_style *style =
        arena_push(reading->arena, styles->items, styles->count, reading->capacity);
    *style =
        (struct word_style){.id = text_copy(reading->arena, sax_attribute(sax, NAME_W_STYLE_ID)),
                            .kind = kind_of(sax_attribute(sax, NAME_W_TYPE)),
                            .is_default = sax_has_attribute(sax, NAME_W_DEFAULT) &&
                                          value_is_on(sax_attribute(sax, NAME_W_DEFAULT)),
                            .paragraph = PARAGRAPH_FORMAT_UNSET};
    reading->style = style;
    reading->run = &style->run;
}

static void start_condition(struct reading *reading, struct sax *sax)
{
    struct text type = sax_attribute(sax, NAME_W_TYPE);
    if (reading->style != NULL && text_is(type, "firstRow"))
        reading->run = &reading->style->first_row;
    else if (reading->style != NULL && text_is(type, "firstCol"))
        reading->run = &reading->style->first_column;
    else
        sax_skip(sax);
}

static void take_run(struct reading *reading, struct sax *sax, enum name name)
{
    run_format_take(reading->run, sax, name);
    if (name == NAME_W_LANG && reading->in_defaults) {
        reading->styles->language = text_copy(reading->arena, sax_attribute(sax, NAME_W_VAL));
        reading->styles->language_east_asia =
            text_copy(reading->arena, sax_attribute(sax, NAME_W_EAST_ASIA));
    }
}

static void start(void *data, struct sax *sax, enum name name)
{
    struct reading *reading = data;
    if (name == NAME_W_DOC_DEFAULTS) {
        reading->in_defaults = true;
        reading->run = &reading->styles->defaults;
    } else if (name == NAME_W_STYLE)
        start_style(reading, sax);
    else if (name == NAME_W_TBL_STYLE_PR)
        start_condition(reading, sax);
    else if (name == NAME_W_P_PR)
        reading->in_paragraph = true;
    else if (name == NAME_W_R_PR)
        reading->in_run = true;
    else if (name == NAME_W_R_PR_CHANGE || name == NAME_W_P_PR_CHANGE)
        sax_skip(sax);
    else if (reading->in_run && reading->run != NULL)
        take_run(reading, sax, name);
    else if (reading->style == NULL)
        return;
    else if (reading->in_paragraph)
        paragraph_format_take(&reading->style->paragraph, sax, name);
    else if (name == NAME_W_NAME)
        reading->style->name = text_copy(reading->arena, sax_attribute(sax, NAME_W_VAL));
    else if (name == NAME_W_BASED_ON)
        reading->style->based_on = text_copy(reading->arena, sax_attribute(sax, NAME_W_VAL));
}

static void end(void *data, enum name name)
{
    struct reading *reading = data;
    if (name == NAME_W_STYLE) {
        reading->style = NULL;
        reading->run = NULL;
    } else if (name == NAME_W_DOC_DEFAULTS) {
        reading->in_defaults = false;
        reading->run = NULL;
    } else if (name == NAME_W_TBL_STYLE_PR)
        reading->run = reading->style == NULL ? NULL : &reading->style->run;
    else if (name == NAME_W_P_PR)
        reading->in_paragraph = false;
    else if (name == NAME_W_R_PR)
        reading->in_run = false;
}

/* ---- order and inheritance ---- */

static int compare(const void *left, const void *right)
{
    const struct word_style *a = left, *b = right;
    return a->kind != b->kind ? (a->kind < b->kind ? -1 : 1) : text_compare(a->id, b->id);
}

const struct word_style *styles_find(const struct styles *styles, enum style_kind kind,
                                     struct text id)
{
    const struct word_style key = {.kind = kind, .id = id};
    if (styles->count == 0 || id.size == 0)
        return NULL;
    return bsearch(&key, styles->items, styles->count, sizeof key, compare);
}

/* What it is based on is settled before: a style made from a heading is one. */
static void settle(struct word_style *style, const struct word_style *base)
{
    int32_t outline = style->paragraph.outline;
    if (style->kind != STYLE_KIND_PARAGRAPH)
        return;
    style->heading = outline >= 0 && outline <= 8 ? (unsigned)outline + 1
                     : outline < 0                ? heading_level_of_name(style->name)
                                                  : 0;
    if (style->heading == 0 && outline < 0 && style->name.size == 0)
        style->heading = heading_level_of_name(style->id);
    if (style->heading == 0 && outline < 0 && base != NULL)
        style->heading = base->heading;
}

/* Recursion as deep as the chain of w:basedOn, cut at LIMIT_DEPTH and at circles. */
static void inherit(struct styles *styles, struct word_style *style, size_t depth)
{
    if (style->inherited != INHERITS_NOT_YET)
        return;
    style->inherited = INHERITS_NOW;
    struct word_style *base =
        (struct word_style *)styles_find(styles, style->kind, style->based_on);
    if (base != NULL && depth < LIMIT_DEPTH)
        inherit(styles, base, depth + 1);
    if (base != NULL && base->inherited == INHERITS_DONE) {
        style->run = run_format_over(base->run, style->run);
        style->first_row = run_format_over(base->first_row, style->first_row);
        style->first_column = run_format_over(base->first_column, style->first_column);
        style->paragraph = paragraph_format_over(base->paragraph, style->paragraph);
    }
    settle(style, base != NULL && base->inherited == INHERITS_DONE ? base : NULL);
    style->inherited = INHERITS_DONE;
}

static void finish(struct styles *styles)
{
    static const struct word_style plain = {.kind = STYLE_KIND_PARAGRAPH,
                                            .paragraph = {.num_id = -1,
                                                          .level = -1,
                                                          .outline = -1,
                                                          .indent = INDENT_UNSET,
                                                          .page_break_before = -1}};
    styles->paragraph = styles->table = &plain;
    if (styles->count > 1)
        qsort(styles->items, styles->count, sizeof *styles->items, compare);
    for (size_t i = 0; i < styles->count; i++) {
        struct word_style *style = &styles->items[i];
        inherit(styles, style, 0);
        if (style->kind == STYLE_KIND_CHARACTER &&
            text_equal_ascii_case(style->name, TEXT("Placeholder Text"))) {
            style->run.set |= RUN_PLACEHOLDER;
            style->run.on |= RUN_PLACEHOLDER;
        }
        if (style->is_default && style->kind == STYLE_KIND_PARAGRAPH)
            styles->paragraph = style;
        if (style->is_default && style->kind == STYLE_KIND_TABLE)
            styles->table = style;
    }
    if (styles->defaults.size == 0)
        styles->defaults.size = 20; /* Word's own: ten points */
}

enum status styles_read(struct arena *arena, struct package *package, struct text part,
                        struct styles *styles)
{
    static const struct sax_handler handler = {.start = start, .end = end};
    struct reading reading = {.arena = arena, .styles = styles};
    *styles = (struct styles){0};
    enum status status = package_parse(package, part, &handler, &reading);
    if (styles->count >= LIMIT_WORD_STYLES)
        status = package_breach(package, part, LIMIT_WORD_STYLES);
    finish(styles);
    return status;
}
