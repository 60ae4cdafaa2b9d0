#include "converters/docx/numbering.h"
#include "converters/docx/values.h"
#include <assert.h>
#include <stdlib.h>

struct reading {
    struct arena *arena;
    struct numbering *numbering;
    size_t list_capacity, template_capacity;
    struct list_template *template; /* in w:abstractNum */
    struct list *list;              /* in w:num */
    int32_t override;               /* in w:lvlOverride: its level, else -1 */
    struct list_level *level;       /* in w:lvl */
    struct run_format run;          /* of the level's number */
    bool in_run, in_paragraph, is_picture;
};

/* A pattern, and a label made of it: a paragraph of a few bytes must not print a page. */
#define LABEL_BYTES ((size_t)256)

static const struct list_level plain_level = {.start = 0, .restart = -1, .indent = INDENT_UNSET};

/* ---- reading ---- */

static void start_template(struct reading *reading, struct sax *sax)
{
    struct numbering *all = reading->numbering;
    if (all->template_count >= LIMIT_WORD_LISTS) {
        sax_skip(sax);
        return;
    }
    reading->template =
        arena_push(reading->arena, all->templates, all->template_count, reading->template_capacity);
    *reading->template =
        (struct list_template){.id = value_number(sax_attribute(sax, NAME_W_ABSTRACT_NUM_ID), -1)};
}

static void start_list(struct reading *reading, struct sax *sax)
{
    struct numbering *all = reading->numbering;
    if (all->list_count >= LIMIT_WORD_LISTS) {
        sax_skip(sax);
        return;
    }
    reading->list = arena_push(reading->arena, all->lists, all->list_count, reading->list_capacity);
    *reading->list =
        (struct list){.id = value_number(sax_attribute(sax, NAME_W_NUM_ID), -1), .template_id = -1};
    for (size_t i = 0; i < LIST_LEVELS; i++)
        reading->list->overrides[i].start = -1;
}

/* Its properties end with it, also where a level stands within those of another. */
static void leave_properties(struct reading *reading)
{
    reading->in_run = reading->in_paragraph = false;
}

static void start_level(struct reading *reading, struct sax *sax)
{
    int32_t index = value_number(sax_attribute(sax, NAME_W_ILVL), -1);
    leave_properties(reading);
    reading->level = NULL;
    if (index < 0 || index >= LIST_LEVELS) {
        sax_skip(sax);
        return;
    }
    if (reading->template != NULL)
        reading->level = &reading->template->levels[index];
    else if (reading->list != NULL && reading->override >= 0)
        reading->level = reading->list->overrides[index].level =
            arena_new(reading->arena, struct list_level);
    else {
        sax_skip(sax);
        return;
    }
    *reading->level = plain_level;
    reading->level->format = number_format_decimal();
    reading->run = (struct run_format){0};
    reading->is_picture = false;
}

/* A bullet in a symbol font, or in the private use area, as what it looks like. */
static struct text mapped_pattern(struct reading *reading, struct text pattern)
{
    struct text_buffer out = text_buffer_new(reading->arena);
    enum symbol_font_kind font = reading->run.set & RUN_FONT
                                     ? (enum symbol_font_kind)reading->run.symbol_font
                                     : SYMBOL_FONT_NONE;
    for (size_t at = 0; at < pattern.size;) {
        uint32_t c = text_next(pattern, &at);
        uint32_t shown = symbol_code_point(font, c);
        buffer_append_code_point(&out, shown >= 0xF000 && shown <= 0xF0FF ? 0x2022 : shown);
    }
    return buffer_text(&out);
}

static void end_level(struct reading *reading)
{
    struct list_level *level = reading->level;
    if (level != NULL && number_format_is_bullet(level->format)) {
        level->pattern = mapped_pattern(reading, level->pattern);
        if (reading->is_picture)
            level->pattern = TEXT("•");
    }
    leave_properties(reading);
    reading->level = NULL;
}

static bool is_digit(struct text value)
{
    return value.size > 0 && value.data[0] >= '0' && value.data[0] <= '9';
}

static void take_level(struct reading *reading, struct sax *sax, enum name name)
{
    struct list_level *level = reading->level;
    struct text value = sax_attribute(sax, NAME_W_VAL);
    switch ((int)name) { /* children of w:lvl, of all names */
    case NAME_W_START:
        level->start = value_number(value, 0);
        break;
    case NAME_W_NUM_FMT:
        level->format = text_is(value, "custom")
                            ? number_format_custom(sax_attribute(sax, NAME_W_FORMAT))
                        : is_digit(value) ? number_format_of_2003(value_number(value, 0))
                                          : number_format_find(value);
        break;
    case NAME_W_LVL_TEXT:
        level->pattern = text_copy(reading->arena, text_head(value, LABEL_BYTES));
        break;
    case NAME_W_LVL_RESTART:
        level->restart = value_number(value, -1);
        break;
    case NAME_W_IS_LGL:
        level->is_legal = value_is_on(value);
        break;
    case NAME_W_P_STYLE:
        level->style = text_copy(reading->arena, value);
        break;
    case NAME_W_LVL_PIC_BULLET_ID:
        reading->is_picture = true;
        break;
    }
}

static void take_indent(struct reading *reading, struct sax *sax, enum name name)
{
    struct paragraph_format format = PARAGRAPH_FORMAT_UNSET;
    paragraph_format_take(&format, sax, name);
    assert(reading->level != NULL);
    if (format.indent != INDENT_UNSET)
        reading->level->indent = format.indent;
}

static void start_in_list(struct reading *reading, struct sax *sax, enum name name)
{
    struct text value = sax_attribute(sax, NAME_W_VAL);
    if (name == NAME_W_ABSTRACT_NUM_ID)
        reading->list->template_id = value_number(value, -1);
    else if (name == NAME_W_LVL_OVERRIDE)
        reading->override = value_number(sax_attribute(sax, NAME_W_ILVL), -1);
    else if (name == NAME_W_START_OVERRIDE && reading->override >= 0 &&
             reading->override < LIST_LEVELS)
        reading->list->overrides[reading->override].start = value_number(value, -1);
}

static void start(void *data, struct sax *sax, enum name name)
{
    struct reading *reading = data;
    if (name == NAME_W_ABSTRACT_NUM)
        start_template(reading, sax);
    else if (name == NAME_W_NUM)
        start_list(reading, sax);
    else if (name == NAME_W_LVL)
        start_level(reading, sax);
    else if (reading->level != NULL && name == NAME_W_R_PR)
        reading->in_run = true;
    else if (reading->level != NULL && name == NAME_W_P_PR)
        reading->in_paragraph = true;
    else if (reading->in_run)
        run_format_take(&reading->run, sax, name);
    else if (reading->in_paragraph)
        take_indent(reading, sax, name);
    else if (reading->level != NULL)
        take_level(reading, sax, name);
    else if (reading->list != NULL)
        start_in_list(reading, sax, name);
    else if (reading->template != NULL && name == NAME_W_NUM_STYLE_LINK)
        reading->template->style_link = text_copy(reading->arena, sax_attribute(sax, NAME_W_VAL));
}

static void end(void *data, enum name name)
{
    struct reading *reading = data;
    switch ((int)name) { /* what start opened */
    case NAME_W_ABSTRACT_NUM:
        reading->template = NULL;
        break;
    case NAME_W_NUM:
        reading->list = NULL;
        break;
    case NAME_W_LVL_OVERRIDE:
        reading->override = -1;
        break;
    case NAME_W_LVL:
        end_level(reading);
        break;
    case NAME_W_R_PR:
        reading->in_run = false;
        break;
    case NAME_W_P_PR:
        reading->in_paragraph = false;
        break;
    }
}

static int compare_ids(int32_t a, int32_t b) { return a < b ? -1 : a > b; }

static int compare_lists(const void *left, const void *right)
{
    return compare_ids(((const struct list *)left)->id, ((const struct list *)right)->id);
}

static int compare_templates(const void *left, const void *right)
{
    return compare_ids(((const struct list_template *)left)->id,
                       ((const struct list_template *)right)->id);
}

enum status numbering_read(struct arena *arena, struct package *package, struct text part,
                           struct numbering *numbering)
{
    static const struct sax_handler handler = {.start = start, .end = end};
    struct reading reading = {.arena = arena, .numbering = numbering, .override = -1};
    *numbering = (struct numbering){0};
    enum status status = package_parse(package, part, &handler, &reading);
    if (numbering->list_count >= LIMIT_WORD_LISTS || numbering->template_count >= LIMIT_WORD_LISTS)
        status = package_breach(package, part, LIMIT_WORD_LISTS);
    if (numbering->list_count > 1)
        qsort(numbering->lists, numbering->list_count, sizeof *numbering->lists, compare_lists);
    if (numbering->template_count > 1)
        qsort(numbering->templates, numbering->template_count, sizeof *numbering->templates,
              compare_templates);
    return status;
}

/* ---- counting ---- */

struct count {
    int32_t value[LIST_LEVELS];
    bool is_begun[LIST_LEVELS];
};

struct counters {
    struct arena *arena;
    const struct numbering *numbering;
    const struct styles *styles;
    struct count **by_template; /* [template_count]; NULL: not met yet */
    uint16_t *overridden;       /* [list_count]: a bit a level whose start override was used */
    struct text_buffer out;
};

struct counters *counters_new(struct arena *arena, const struct numbering *numbering,
                              const struct styles *styles)
{
    struct counters *counters = arena_new(arena, struct counters);
    counters->arena = arena;
    counters->numbering = numbering;
    counters->styles = styles;
    counters->by_template = arena_new_array(arena, numbering->template_count, struct count *);
    counters->overridden = arena_new_array(arena, numbering->list_count, uint16_t);
    counters->out = text_buffer_new(arena);
    return counters;
}

static const struct list *find_list(const struct numbering *numbering, int32_t id)
{
    const struct list key = {.id = id};
    if (numbering->list_count == 0)
        return NULL;
    return bsearch(&key, numbering->lists, numbering->list_count, sizeof key, compare_lists);
}

static const struct list_template *find_template(const struct numbering *numbering, int32_t id)
{
    const struct list_template key = {.id = id};
    if (numbering->template_count == 0)
        return NULL;
    return bsearch(&key, numbering->templates, numbering->template_count, sizeof key,
                   compare_templates);
}

/* The template that holds the levels: a link to a list style leads to another (17.9.21). */
static const struct list_template *resolve(const struct counters *counters, const struct list *list)
{
    const struct list_template *template = find_template(counters->numbering, list->template_id);
    for (int hops = 0; hops < 4 && template != NULL && template->style_link.size > 0; hops++) {
        const struct word_style *style =
            styles_find(counters->styles, STYLE_KIND_LIST, template->style_link);
        const struct list *other =
            style == NULL ? NULL : find_list(counters->numbering, style->paragraph.num_id);
        if (other == NULL)
            break;
        template = find_template(counters->numbering, other->template_id);
    }
    return template;
}

static const struct list_level *level_of(const struct list *list,
                                         const struct list_template *template, int32_t level)
{
    const struct list_level *own = list->overrides[level].level;
    return own != NULL ? own : &template->levels[level];
}

static int32_t level_by_style(const struct list *list, const struct list_template *template,
                              struct text style)
{
    for (int32_t i = 0; i < LIST_LEVELS && style.size > 0; i++)
        if (text_equal(level_of(list, template, i)->style, style))
            return i;
    return 0;
}

static int32_t start_of(const struct list *list, const struct list_template *template,
                        int32_t level)
{
    int32_t start = list->overrides[level].start;
    return start >= 0 ? start : level_of(list, template, level)->start;
}

/* Levels below begin anew, unless they say otherwise (17.9.10). */
static void restart_below(struct count *count, const struct list *list,
                          const struct list_template *template, int32_t level)
{
    for (int32_t i = level + 1; i < LIST_LEVELS; i++) {
        int32_t restart = level_of(list, template, i)->restart;
        if (restart < 0 || level < restart)
            count->is_begun[i] = false;
    }
}

static void advance(struct counters *counters, struct count *count, const struct list *list,
                    const struct list_template *template, int32_t level)
{
    uint16_t *overridden = &counters->overridden[list - counters->numbering->lists];
    uint16_t bit = (uint16_t)(1u << level);
    bool is_overridden = list->overrides[level].start >= 0 && !(*overridden & bit);
    if (is_overridden || !count->is_begun[level])
        count->value[level] = start_of(list, template, level);
    else if (count->value[level] < INT32_MAX)
        count->value[level]++;
    *overridden |= bit;
    count->is_begun[level] = true;
    restart_below(count, list, template, level);
}

static void append_number(struct counters *counters, const struct count *count,
                          const struct list *list, const struct list_template *template,
                          int32_t level, bool is_legal)
{
    const struct list_level *at = level_of(list, template, level);
    int32_t value = count->is_begun[level] ? count->value[level] : start_of(list, template, level);
    if (at->format != NULL)
        number_append(&counters->out, is_legal ? number_format_decimal() : at->format, value);
}

static struct text label_text(struct counters *counters, const struct count *count,
                              const struct list *list, const struct list_template *template,
                              int32_t level)
{
    const struct list_level *at = level_of(list, template, level);
    struct text pattern = at->pattern;
    struct text_buffer *out = &counters->out;
    out->size = 0;
    for (size_t i = 0; i < pattern.size; i++) {
        if (out->size > LABEL_BYTES && pattern.data[i] == '%')
            break;
        char next = i + 1 < pattern.size ? pattern.data[i + 1] : '\0';
        if (pattern.data[i] == '%' && next >= '1' && next <= '9') {
            append_number(counters, count, list, template, next - '1', at->is_legal);
            i++;
        } else
            buffer_append_byte(out, pattern.data[i]);
    }
    return text_trim(buffer_text(out));
}

bool counters_next(struct counters *counters, int32_t num_id, int32_t level, struct text style,
                   struct list_label *label)
{
    const struct list *list = num_id > 0 ? find_list(counters->numbering, num_id) : NULL;
    const struct list_template *template = list == NULL ? NULL : resolve(counters, list);
    if (template == NULL)
        return false;
    if (level < 0)
        level = level_by_style(list, template, style);
    if (level >= LIST_LEVELS)
        level = LIST_LEVELS - 1;
    struct count **count = &counters->by_template[template - counters->numbering->templates];
    if (*count == NULL)
        *count = arena_new(counters->arena, struct count);
    advance(counters, *count, list, template, level);
    const struct list_level *at = level_of(list, template, level);
    *label = (struct list_label){.text = label_text(counters, *count, list, template, level),
                                 .is_ordered =
                                     at->format != NULL && !number_format_is_bullet(at->format),
                                 .level = (uint32_t)level,
                                 .indent = at->indent};
    return true;
}
