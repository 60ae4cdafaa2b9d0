/* Tables: columns as wide as their words want, rows as high as their cells need. */
#include "converters/pdf/layout.h"
#include <string.h>

#define HEADS_MAX_PERCENT 40 /* of a page: taller heads are not repeated */
#define LEGIBLE_WIDTH 64000  /* less of it a column of words is no good: seven characters */
#define FULL 1000            /* permille: the size as it is */
#define MARK_GAP 2000        /* between the mark of a continued table and its rule */
#define SPACE 4000           /* above and below a table */
#define LIST_ROOM 18000      /* what a list in a cell takes beside its words */

/* A cell laid out: its items, y from its top. */
struct laid_cell {
    const struct cell *cell;
    struct item *items;
    size_t item_count, item_capacity;
    int32_t height;
    struct tag *tag;
    bool is_displaced; /* another has its slot, and its words */
};

struct laid_table {
    struct layout *layout;
    const struct table *table;
    const struct table_style *style;
    struct place place;
    int32_t *widths, *lefts; /* [columns], [columns + 1] */
    int32_t *heights;        /* [rows] */
    struct laid_cell *cells; /* in the order of table->cells */
    struct tag *tag, *head, *body;
    struct tag **rows; /* [rows] */
    int32_t padding_x, padding_y;
    bool is_nested;  /* in a cell of another */
    bool cuts_heads; /* there is no room for heads in one line */
    int32_t *tails;  /* [columns] of numbers: how wide what follows the units digit is at most */
};
#define NO_NUMBERS (-1) /* in place of a tail */

static struct laid_table table_begin(struct layout *layout, const struct block *block,
                                     struct place place)
{
    struct text style = text_is_empty(block->style) ? TEXT("default") : block->style;
    struct laid_table t = {.layout = layout,
                           .table = block->table,
                           .place = place,
                           .style = stylesheet_table_style(layout->sheet, style)};
    int32_t scale = place.scale == 0 ? FULL : place.scale;
    t.padding_x = (int32_t)((int64_t)t.style->padding_x * scale / FULL);
    t.padding_y = (int32_t)((int64_t)t.style->padding_y * scale / FULL);
    t.is_nested = place.table != NULL;
    t.place.table = t.style;
    if (!text_is_empty(block->language))
        t.place.language = block->language;
    return t;
}

/* ---- columns ---- */

typedef int32_t measure(struct layout *layout, const struct block *block, const struct style *style,
                        struct text language);

struct text table_words_style(const struct table_style *table, struct text name)
{
    const struct {
        const char *usual;
        struct text own;
    } styles[] = {{"table-cell", table->cell_style},
                  {"table-head", table->head_style},
                  {"label", table->label_style}};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (text_is(name, styles[i].usual) && !text_is_empty(styles[i].own))
            return styles[i].own;
    return name;
}

static const struct style *words_style(struct laid_table *t, const struct cell *cell,
                                       const struct block *block)
{
    bool is_named = !text_is_empty(block->style) && t->layout->document->stylesheet != NULL;
    struct text usual = is_named          ? block->style
                        : cell->is_header ? TEXT("table-head")
                                          : TEXT("table-cell");
    return place_style(t->layout, t->place, usual);
}

#define HEAD_UNCUT 6 /* characters: a head as short is not cut, if there is room at all */

/* A row's label, or a head while there is room for these too. */
static bool is_uncut(const struct laid_table *t, const struct cell *cell)
{
    bool is_head = cell->row < t->table->header_rows;
    bool is_label = cell->is_header && cell->column == 0 && !is_head;
    return (is_label || (is_head && !t->cuts_heads)) &&
           text_code_points(cell_text(t->layout->scratch, cell)) <= HEAD_UNCUT;
}

static int32_t measure_cell(struct laid_table *t, const struct cell *cell, measure *width_of)
{
    int32_t widest = 0;
    if (is_uncut(t, cell))
        width_of = words_most_width;
    struct walk walk = walk_blocks(cell->blocks);
    unsigned lists = 0;
    while (walk_next(&walk)) {
        const struct block *block = walk.block;
        if (walk.event == WALK_ENTER && block->kind == BLOCK_LIST)
            lists++;
        if (walk.event == WALK_LEAVE && block->kind == BLOCK_LIST)
            lists--;
        if (walk.event != WALK_ENTER || block->runs == NULL)
            continue;
        int32_t width = width_of(t->layout, block, words_style(t, cell, block), t->place.language) +
                        (int32_t)lists * LIST_ROOM;
        widest = width > widest ? width : widest;
    }
    return widest + 2 * t->padding_x + 200; /* a hair more than the sum of roundings */
}

static void widest_of_columns(struct laid_table *t, measure *width_of, int32_t *widths)
{
    const struct table *table = t->table;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (cell->column_span != 1 || cell->column >= table->columns)
            continue;
        int32_t width = measure_cell(t, cell, width_of);
        if (width > widths[cell->column])
            widths[cell->column] = width;
    }
    /* a column that only spanning cells touch, and what these want beyond their columns */
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        int64_t have = 0;
        uint32_t end = cell->column + cell->column_span;
        if (cell->column_span < 2 || end > table->columns)
            continue;
        int32_t want = measure_cell(t, cell, width_of);
        for (uint32_t c = cell->column; c < end; c++)
            have += widths[c];
        for (uint32_t c = cell->column; have < want && c < end; c++)
            widths[c] += (int32_t)((want - have) / cell->column_span);
    }
}

/* Shares of total by weight, exact in sum. */
static void share_out(const int64_t *weights, size_t count, int64_t total, int32_t *shares)
{
    int64_t sum = 0, seen = 0, given = 0;
    for (size_t i = 0; i < count; i++)
        sum += weights[i];
    for (size_t i = 0; i < count; i++) {
        seen += weights[i];
        int64_t due = sum == 0 ? total * (int64_t)(i + 1) / (int64_t)count : total * seen / sum;
        shares[i] += (int32_t)(due - given);
        given = due;
    }
}

/*
 * Columns that want no more than an even share get all they want; the others share what is left by
 * what they want, none below its longest word.
 */
static void give_narrow_ones(struct laid_table *t, const int32_t *most, const int32_t *least)
{
    size_t columns = t->table->columns, open = columns;
    int64_t left = t->place.width, wanted = 0, kept = 0;
    int64_t *weights = arena_new_array(t->layout->scratch, columns, int64_t);
    bool *is_given = arena_new_array(t->layout->scratch, columns, bool);
    for (bool again = true; again && open > 0;) {
        int64_t even = left / (int64_t)open;
        again = false;
        for (size_t c = 0; c < columns; c++) {
            bool is_narrow = most[c] <= even, is_stiff = least[c] > even;
            if (is_given[c] || (!is_narrow && !is_stiff))
                continue;
            is_given[c] = true;
            t->widths[c] = is_narrow ? most[c] : least[c];
            left -= t->widths[c];
            open--;
            again = true;
        }
    }
    for (size_t c = 0; c < columns; c++) {
        weights[c] = is_given[c] ? 0 : most[c] - least[c];
        wanted += weights[c];
        kept += is_given[c] ? 0 : least[c];
    }
    for (size_t c = 0; c < columns; c++)
        if (!is_given[c])
            t->widths[c] = least[c];
    if (wanted > 0)
        share_out(weights, columns, left - kept, t->widths);
}

/* Room for two characters, or for all where it is less: below it nothing can be read. */
static int32_t words_floor_width(struct layout *layout, const struct block *block,
                                 const struct style *style, struct text language)
{
    int32_t least = words_least_width(layout, block, style, language);
    return least < 2 * style->size ? least : 2 * style->size;
}

/*
 * Words must be cut: each column keeps room for two characters, and what is left falls to those
 * with long words. Where there is no room even for that, the table is set smaller.
 */
static void cut_words(struct laid_table *t, const int32_t *least)
{
    size_t columns = t->table->columns;
    int32_t *floors = arena_new_array(t->layout->scratch, columns, int32_t);
    int64_t *weights = arena_new_array(t->layout->scratch, columns, int64_t);
    int64_t sum = 0, width = t->place.width;
    widest_of_columns(t, words_floor_width, floors);
    for (size_t c = 0; c < columns; c++)
        sum += floors[c];
    bool is_small = sum > width;
    for (size_t c = 0; c < columns; c++) {
        weights[c] = is_small ? floors[c] : least[c] - floors[c];
        t->widths[c] = is_small ? 0 : floors[c];
    }
    share_out(weights, columns, is_small ? width : width - sum, t->widths);
    if (!is_small || sum == 0)
        return;
    int64_t scale = (t->place.scale == 0 ? FULL : t->place.scale) * width / sum;
    t->place.scale = (int32_t)(scale > 0 ? scale : 1);
    t->padding_x = (int32_t)(t->padding_x * width / sum);
    t->padding_y = (int32_t)(t->padding_y * width / sum);
}

/* What each column needs at least; returns their sum. */
static int64_t least_of_columns(struct laid_table *t, int32_t *least)
{
    int64_t sum = 0;
    memset(least, 0, t->table->columns * sizeof *least);
    widest_of_columns(t, words_least_width, least);
    for (size_t c = 0; c < t->table->columns; c++)
        sum += least[c];
    return sum;
}

static void fit_columns(struct laid_table *t)
{
    const struct table *table = t->table;
    struct arena *arena = t->layout->scratch;
    size_t columns = table->columns;
    int64_t *weights = arena_new_array(arena, columns, int64_t);
    int32_t *most = arena_new_array(arena, columns, int32_t);
    int64_t most_sum = 0, width = t->place.width;
    widest_of_columns(t, words_most_width, most);
    for (size_t c = 0; c < columns; c++)
        most_sum += most[c];
    if (most_sum <= width) {
        for (size_t c = 0; c < columns; c++)
            weights[c] = most[c];
        share_out(weights, columns, width, t->widths);
        return;
    }
    int32_t *least = arena_new_array(arena, columns, int32_t);
    int64_t least_sum = least_of_columns(t, least);
    if (least_sum >= width) {
        t->cuts_heads = true;
        least_sum = least_of_columns(t, least);
    }
    if (least_sum >= width)
        cut_words(t, least);
    else
        give_narrow_ones(t, most, least);
}

/* Whether the widths a source gives leave each column room for two characters. */
static bool are_wide_enough(struct laid_table *t)
{
    int32_t *floors = arena_new_array(t->layout->scratch, t->table->columns, int32_t);
    widest_of_columns(t, words_floor_width, floors);
    for (size_t c = 0; c < t->table->columns; c++)
        if (t->widths[c] < floors[c])
            return false;
    return true;
}

static void set_columns(struct laid_table *t)
{
    const struct table *table = t->table;
    struct arena *arena = t->layout->scratch;
    t->widths = arena_new_array(arena, table->columns, int32_t);
    t->lefts = arena_new_array(arena, table->columns + 1, int32_t);
    if (table->column_widths != NULL) {
        int64_t *weights = arena_new_array(arena, table->columns, int64_t);
        for (size_t c = 0; c < table->columns; c++)
            weights[c] = table->column_widths[c];
        share_out(weights, table->columns, t->place.width, t->widths);
    }
    if (table->column_widths == NULL || !are_wide_enough(t)) {
        memset(t->widths, 0, table->columns * sizeof *t->widths);
        fit_columns(t);
    }
    t->lefts[0] = t->place.indent;
    for (size_t c = 0; c < table->columns; c++)
        t->lefts[c + 1] = t->lefts[c] + t->widths[c];
}

/* ---- numbers ---- */

/* The words of a cell that holds one short line; empty: it holds something else, or nothing. */
static struct text short_words(const struct cell *cell)
{
    const struct block *block = cell->blocks;
    bool is_short = block != NULL && block->next == NULL && block->kind == BLOCK_PARAGRAPH &&
                    block->runs != NULL && block->runs->next == NULL &&
                    block->runs->kind == RUN_TEXT && text_is_empty(block->label);
    return is_short ? text_trim(block->runs->text) : TEXT("");
}

static bool is_one_of(uint32_t c, const char *set)
{
    for (size_t i = 0; set[i] != '\0'; i++)
        if (c == (unsigned char)set[i])
            return true;
    return false;
}

/* Signs in front of numbers: + - < > ~ $ and − ± ≤ ≥ ≈ ¥ ￥ € £. */
static bool is_sign(uint32_t c)
{
    static const uint32_t others[] = {0x2212, 0xB1,   0x2264, 0x2265, 0x2248,
                                      0xA5,   0xFFE5, 0x20AC, 0xA3};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (c == others[i])
            return true;
    return is_one_of(c, "+-<>~$ ");
}

static bool is_percent(uint32_t c) { return is_one_of(c, "% ") || c == 0x2030 || c == 0xFF05; }

/*
 * A number: sign, digits in groups, a decimal part, a percent sign.
 *
 * out      *tail  what follows the units digit
 */
static bool read_number(struct text t, struct text *tail)
{
    size_t at = 0, next = 0, digits;
    while (at < t.size && is_sign(text_next(t, &next)))
        at = next;
    for (digits = at; at < t.size && is_one_of((unsigned char)t.data[at], "0123456789,"); at++)
        ;
    if (at == digits || t.data[digits] == ',')
        return false;
    *tail = text_from(t, at);
    if (at < t.size && t.data[at] == '.')
        for (at++; at < t.size && is_one_of((unsigned char)t.data[at], "0123456789");)
            at++;
    for (next = at; at < t.size && is_percent(text_next(t, &next));)
        at = next;
    return at == t.size;
}

/* What stands where a number is wanting. */
static bool is_blank_number(struct text t)
{
    return text_is(t, "-") || text_is(t, "\xE2\x80\x93") || text_is(t, "\xE2\x80\x94");
}

static int32_t tail_width(struct laid_table *t, const struct cell *cell, struct text tail)
{
    const struct typeface *face = layout_typeface(t->layout, words_style(t, cell, cell->blocks),
                                                  cell->blocks->runs->style, t->place.language);
    return shape_width(t->layout->tools->shaper, face->font, face->size, tail);
}

/*
 * Columns in which each cell is a number, or empty, are set right, units below units. The first
 * column is what rows are called by, and a single number has nothing to stand below.
 */
static void find_numbers(struct laid_table *t)
{
    const struct table *table = t->table;
    bool *has_words = arena_new_array(t->layout->scratch, table->columns, bool);
    uint32_t *numbers = arena_new_array(t->layout->scratch, table->columns, uint32_t);
    t->tails = arena_new_array(t->layout->scratch, table->columns, int32_t);
    for (size_t c = 0; c < table->columns; c++)
        t->tails[c] = NO_NUMBERS;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct text tail, words = short_words(cell);
        if (cell->row < table->header_rows || cell->column_span > 1)
            continue;
        if (!read_number(words, &tail)) {
            has_words[cell->column] |= cell->blocks != NULL && !is_blank_number(words) &&
                                       !text_is_blank(cell_text(t->layout->scratch, cell));
            continue;
        }
        int32_t width = tail_width(t, cell, tail);
        numbers[cell->column]++;
        if (width > t->tails[cell->column])
            t->tails[cell->column] = width;
    }
    for (size_t c = 0; c < table->columns; c++)
        if (c == 0 || numbers[c] < 2 || has_words[c] || t->style->numbers_left)
            t->tails[c] = NO_NUMBERS;
}

/* ---- cells ---- */

static struct tag *cell_tag(struct laid_table *t, const struct cell *cell)
{
    struct layout *layout = t->layout;
    struct tag *tag = tag_new(layout->shown, t->rows[cell->row], cell->is_header ? TAG_TH : TAG_TD);
    struct tag_cell attributes = {.row_span = cell->row_span, .column_span = cell->column_span};
    if (cell->is_header)
        attributes.scope = cell->row < t->table->header_rows ? SCOPE_COLUMN : SCOPE_ROW;
    tag_set_cell(layout->shown, tag, attributes);
    return tag;
}

static uint32_t end_column(const struct laid_table *t, const struct cell *cell)
{
    uint32_t end = cell->column + cell->column_span;
    return end < t->table->columns ? end : t->table->columns;
}

static uint32_t end_row(const struct laid_table *t, const struct cell *cell)
{
    uint32_t end = cell->row + cell->row_span;
    return end < t->table->rows ? end : t->table->rows;
}

static void take_slab(struct laid_table *t, struct laid_cell *laid, const struct slab *slab)
{
    for (size_t i = 0; i < slab->item_count; i++) {
        struct item item = slab->items[i];
        item.y += laid->height;
        *arena_push(t->layout->scratch, laid->items, laid->item_count, laid->item_capacity) = item;
    }
    laid->height += slab->height;
}

/* How far right of its left edge a cell of a column of numbers stands. */
static int32_t number_shift(struct laid_table *t, const struct laid_cell *laid, struct place place)
{
    const struct cell *cell = laid->cell;
    struct text tail;
    int32_t right = place.indent, own = t->tails[cell->column];
    for (size_t i = 0; i < laid->item_count; i++)
        if (laid->items[i].x + laid->items[i].width > right)
            right = laid->items[i].x + laid->items[i].width;
    if (cell->row >= t->table->header_rows && read_number(short_words(cell), &tail))
        own = tail_width(t, cell, tail);
    int32_t shift = place.indent + place.width - right - (t->tails[cell->column] - own);
    return shift > 0 ? shift : 0;
}

static void take_slabs(struct laid_table *t, struct laid_cell *laid, const struct slabs *slabs)
{
    for (size_t i = 0; i < slabs->count; i++) {
        if (i > 0)
            laid->height += slabs->list[i].space_before;
        take_slab(t, laid, &slabs->list[i]);
        if (i + 1 < slabs->count)
            laid->height += slabs->list[i].space_after;
    }
}

/* A cell whose slot another one covers: its words follow those of that one. */
static void lay_displaced(struct laid_table *t, struct laid_cell *laid)
{
    const struct cell *owner = table_cell(t->table, laid->cell->row, laid->cell->column);
    struct laid_cell *above = laid;
    laid->is_displaced = true;
    while (above > t->cells && above->cell != owner)
        above--;
    struct slabs slabs = {0};
    struct place place = t->place;
    place.tag = above->tag;
    place.style = owner->is_header ? TEXT("table-head") : TEXT("table-cell");
    place.indent = t->lefts[owner->column] + t->padding_x;
    place.width = t->lefts[end_column(t, owner)] - t->lefts[owner->column] - 2 * t->padding_x;
    layout_blocks(t->layout, &slabs, laid->cell->blocks, NULL, place);
    take_slabs(t, above, &slabs);
    laid->height = above->height;
}

static void lay_cell(struct laid_table *t, struct laid_cell *laid)
{
    const struct cell *cell = laid->cell;
    struct slabs slabs = {0};
    struct place place = t->place;
    place.tag = laid->tag = cell_tag(t, cell);
    place.style = cell->is_header ? TEXT("table-head") : TEXT("table-cell");
    place.indent = t->lefts[cell->column] + t->padding_x;
    place.width = t->lefts[end_column(t, cell)] - t->lefts[cell->column] - 2 * t->padding_x;
    layout_blocks(t->layout, &slabs, cell->blocks, NULL, place);
    laid->height = t->padding_y;
    take_slabs(t, laid, &slabs);
    laid->height += t->padding_y;
    bool is_number = cell->column_span == 1 && t->tails[cell->column] != NO_NUMBERS;
    int32_t shift = is_number ? number_shift(t, laid, place) : 0;
    for (size_t i = 0; i < laid->item_count; i++)
        laid->items[i].x += shift;
}

static void make_row_tags(struct laid_table *t)
{
    struct layout *layout = t->layout;
    uint32_t heads = t->table->header_rows;
    t->rows = arena_new_array(layout->scratch, t->table->rows, struct tag *);
    if (heads > 0)
        t->head = tag_new(layout->shown, t->tag, TAG_THEAD);
    if (heads < t->table->rows)
        t->body = tag_new(layout->shown, t->tag, TAG_TBODY);
    for (uint32_t r = 0; r < t->table->rows; r++)
        t->rows[r] = tag_new(layout->shown, r < heads ? t->head : t->body, TAG_TR);
}

static void lay_cells(struct laid_table *t)
{
    const struct table *table = t->table;
    size_t i = 0;
    t->cells = arena_new_array(t->layout->scratch, table->cell_count, struct laid_cell);
    t->heights = arena_new_array(t->layout->scratch, table->rows, int32_t);
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct laid_cell *laid = &t->cells[i++];
        laid->cell = cell;
        if (table_cell(table, cell->row, cell->column) == cell)
            lay_cell(t, laid);
        else
            lay_displaced(t, laid);
    }
    for (i = 0; i < table->cell_count; i++) {
        const struct laid_cell *laid = &t->cells[i];
        uint32_t row = laid->cell->row;
        if (!laid->is_displaced && laid->cell->row_span == 1 && laid->height > t->heights[row])
            t->heights[row] = laid->height;
    }
    for (i = 0; i < table->cell_count; i++) {
        const struct cell *cell = t->cells[i].cell;
        int64_t have = 0;
        for (uint32_t r = cell->row; r < end_row(t, cell); r++)
            have += t->heights[r];
        if (cell->row_span > 1 && !t->cells[i].is_displaced && have < t->cells[i].height)
            t->heights[end_row(t, cell) - 1] += (int32_t)(t->cells[i].height - have);
    }
}

/* ---- rows to slabs ---- */

struct band {
    struct laid_table *table;
    struct slab *slab;
    size_t capacity;
    uint32_t first, end;
};

static void band_item(struct band *band, struct item item)
{
    size_t count = band->slab->item_count;
    *arena_push(band->table->layout->scratch, band->slab->items, count, band->capacity) = item;
    band->slab->item_count = (uint32_t)count;
}

static int32_t row_top(const struct band *band, uint32_t row)
{
    int32_t top = 0;
    for (uint32_t r = band->first; r < row; r++)
        top += band->table->heights[r];
    return top;
}

static uint32_t background_of(const struct laid_table *t, const struct cell *cell)
{
    if (cell->row < t->table->header_rows || text_is(cell->style, "head"))
        return t->style->head_background;
    if (cell->is_header || text_is(cell->style, "label"))
        return t->style->label_background;
    return cell->row % 2 == 1 ? t->style->zebra_background : COLOUR_NONE;
}

static void band_rule(struct band *band, int32_t x, int32_t y, int32_t width, int32_t height,
                      int32_t thickness)
{
    if (thickness > 0)
        band_item(band, (struct item){.kind = ITEM_RULE,
                                      .x = x,
                                      .y = y,
                                      .width = width,
                                      .height = height,
                                      .paint = {.fill = COLOUR_NONE,
                                                .stroke = band->table->style->rule_colour,
                                                .stroke_width = thickness}});
}

static bool is_below_heads(const struct laid_table *t, const struct cell *cell)
{
    return t->style->head_rule_width > 0 && end_row(t, cell) == t->table->header_rows;
}

static void frame_cell(struct band *band, const struct cell *cell)
{
    struct laid_table *t = band->table;
    int32_t x = t->lefts[cell->column], right = t->lefts[end_column(t, cell)];
    int32_t top = row_top(band, cell->row), bottom = row_top(band, end_row(t, cell));
    bool is_last = end_row(t, cell) == t->table->rows;
    uint32_t background = background_of(t, cell);
    if (background != COLOUR_NONE)
        band_item(band, (struct item){.kind = ITEM_RECTANGLE,
                                      .x = x,
                                      .y = top,
                                      .width = right - x,
                                      .height = bottom - top,
                                      .paint = {background, COLOUR_NONE, 0, 0}});
    /* above as well: the background would cover the rule below the row before */
    band_rule(band, x, top, right - x, 0,
              cell->row == 0 ? t->style->outer_rule_width : t->style->rule_width);
    band_rule(band, x, bottom, right - x, 0,
              is_last                   ? t->style->outer_rule_width
              : is_below_heads(t, cell) ? t->style->head_rule_width
                                        : t->style->rule_width);
    if (t->style->vertical_rules && cell->column > 0)
        band_rule(band, x, top, 0, bottom - top, t->style->rule_width);
}

static bool is_row_label(const struct laid_table *t, const struct laid_cell *laid)
{
    const struct cell *cell = laid->cell;
    bool is_label = cell->is_header || text_is(cell->style, "label");
    return is_label && cell->row_span > 1 && cell->row >= t->table->header_rows &&
           laid->item_count > 0 && !laid->is_displaced;
}

/* Cells merged over rows that a page may end between. */
static void band_labels(struct band *band, size_t from, size_t to)
{
    const struct laid_table *t = band->table;
    struct row_label *labels = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = from; i < to; i++)
        if (is_row_label(t, &t->cells[i]))
            *arena_push(t->layout->scratch, labels, count, capacity) =
                (struct row_label){.top = row_top(band, t->cells[i].cell->row),
                                   .bottom = row_top(band, end_row(t, t->cells[i].cell)),
                                   .height = t->cells[i].height,
                                   .items = t->cells[i].items,
                                   .item_count = (uint32_t)t->cells[i].item_count};
    band->slab->labels = labels;
    band->slab->label_count = (uint32_t)count;
}

/* Rows [first, end) that no cell ties to others. */
static void add_band(struct laid_table *t, struct slabs *slabs, size_t *next_cell, uint32_t first,
                     uint32_t end)
{
    struct band band = {
        .table = t, .slab = slab_append(t->layout, slabs), .first = first, .end = end};
    size_t from = *next_cell, to = from;
    while (to < t->table->cell_count && t->cells[to].cell->row < end)
        to++;
    for (size_t i = from; i < to; i++)
        if (!t->cells[i].is_displaced)
            frame_cell(&band, t->cells[i].cell);
    for (size_t i = from; i < to; i++) {
        int32_t top = row_top(&band, t->cells[i].cell->row);
        for (size_t k = 0; k < t->cells[i].item_count; k++) {
            struct item item = t->cells[i].items[k];
            item.y += top;
            band_item(&band, item);
        }
    }
    band.slab->height = row_top(&band, end);
    band.slab->is_splittable = true;
    band_labels(&band, from, to);
    *next_cell = to;
}

/* The row behind the last that a cell of these rows reaches. */
static uint32_t band_end(const struct laid_table *t, uint32_t first)
{
    uint32_t end = first + 1;
    for (uint32_t r = first; r < end; r++)
        for (uint32_t c = 0; c < t->table->columns; c++) {
            const struct cell *cell = table_cell(t->table, r, c);
            if (cell != NULL && end_row(t, cell) > end)
                end = end_row(t, cell);
        }
    return end;
}

/*
 * A panel is read as a whole, and in a column a short table is: one that is not tall stays whole.
 * Of columns of one length, tables of some rows would leave holes.
 */
static bool stays_whole(const struct laid_table *t, const struct slabs *slabs, size_t first)
{
    int64_t height = 0, page = stylesheet_text_height(t->layout->sheet);
    bool is_in_column = stylesheet_columns(t->layout->unit->master) > 1;
    for (size_t i = first; i < slabs->count; i++)
        height += slabs->list[i].height;
    return (text_is(t->style->name, "panel") && 3 * height <= page) ||
           (is_in_column && 3 * height <= page);
}

/* Neither the first row of a table nor its last stands alone on a page. */
static void keep_together(const struct laid_table *t, struct slabs *slabs, size_t first,
                          size_t head_slabs)
{
    size_t body = first + head_slabs, end = slabs->count;
    bool is_whole = stays_whole(t, slabs, first);
    for (size_t i = first; i + 1 < end; i++)
        slabs->list[i].keeps_next |= is_whole || i == body || i + 2 == end;
}

/* 「續上頁」 at the right, above what follows of a table on a new page; NULL: there is no word. */
static const struct slab *continued_mark(struct laid_table *t)
{
    struct layout *layout = t->layout;
    struct text words = layout->sheet->continued_mark;
    struct document scratch = {.arena = layout->scratch};
    struct block block = {.kind = BLOCK_PARAGRAPH};
    struct slabs slabs = {0};
    struct place place = {.width = t->place.width, .language = layout->document->language};
    bool is_own = stylesheet_has_style(layout->sheet, TEXT("continued"));
    if (text_is_empty(words) || t->is_nested)
        return NULL;
    if (layout->mark != NULL && layout->mark_right == t->place.indent + t->place.width)
        return layout->mark;
    run_append(&scratch, &block, RUN_TEXT, words, (struct span){0});
    layout_words(layout, &slabs, &block,
                 stylesheet_style(layout->sheet, is_own ? TEXT("continued") : TEXT("note")), place,
                 NULL);
    layout->mark_right = t->place.indent + t->place.width;
    for (size_t i = 0; slabs.count == 1 && i < slabs.list[0].item_count; i++) {
        struct item *item = &slabs.list[0].items[i];
        item->x = layout->mark_right - item->width;
    }
    if (slabs.count == 1)
        slabs.list[0].height += MARK_GAP;
    layout->mark = slabs.count == 1 ? &slabs.list[0] : NULL;
    return layout->mark;
}

/* Below words, whose lines stand apart, a table's rule would seem to touch the last one. */
static int32_t space_above(const struct laid_table *t, const struct slabs *slabs, size_t first)
{
    bool is_below_words = !t->is_nested && first > 0 && !slabs->list[first - 1].keeps_next;
    return is_below_words ? stylesheet_style(t->layout->sheet, TEXT("body"))->leading * 3 / 5
                          : SPACE;
}

static void add_bands(struct laid_table *t, struct slabs *slabs)
{
    size_t next_cell = 0, first_slab = slabs->count, head_slabs = 0;
    int32_t heads_height = 0;
    for (uint32_t r = 0; r < t->table->rows;) {
        uint32_t end = band_end(t, r);
        add_band(t, slabs, &next_cell, r, end);
        if (end <= t->table->header_rows) {
            head_slabs++;
            heads_height += slabs->list[slabs->count - 1].height;
            slabs->list[slabs->count - 1].keeps_next = true;
        }
        r = end;
    }
    keep_together(t, slabs, first_slab, head_slabs);
    slabs->list[first_slab].space_before = space_above(t, slabs, first_slab);
    slabs->list[slabs->count - 1].space_after = 2 * SPACE;
    int64_t page = stylesheet_text_height(t->layout->sheet);
    const struct slab *mark = continued_mark(t);
    struct slab *heads = NULL;
    if (head_slabs == 1 && (int64_t)heads_height * 100 <= page * HEADS_MAX_PERCENT) {
        heads = arena_new(t->layout->scratch, struct slab);
        *heads = slabs->list[first_slab];
    }
    for (size_t i = first_slab; i < slabs->count; i++) {
        slabs->list[i].begins_table = i == first_slab;
        slabs->list[i].heads = i == first_slab ? NULL : heads;
        slabs->list[i].mark = mark;
    }
}

bool table_wants_all_columns(struct layout *layout, const struct block *block, struct place place)
{
    const struct table *table = block->table;
    struct laid_table t = table_begin(layout, block, place);
    int64_t least = 0;
    if (t.style->spans_columns)
        return true;
    if (table->grid == NULL || table->columns < 2)
        return false;
    int32_t *widths = arena_new_array(layout->scratch, table->columns, int32_t);
    widest_of_columns(&t, words_least_width, widths);
    for (size_t c = 0; c < table->columns; c++)
        least += widths[c] > LEGIBLE_WIDTH ? widths[c] : LEGIBLE_WIDTH;
    return least > place.width;
}

void layout_table(struct layout *layout, struct slabs *slabs, const struct block *block,
                  struct place place)
{
    const struct table *table = block->table;
    struct laid_table t = table_begin(layout, block, place);
    if (table->grid == NULL || table->rows == 0 || table->columns == 0) {
        for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
            layout_blocks(layout, slabs, cell->blocks, NULL, place);
        return;
    }
    t.tag = tag_new(layout->shown, place.tag, TAG_TABLE);
    set_columns(&t);
    find_numbers(&t);
    make_row_tags(&t);
    lay_cells(&t);
    add_bands(&t, slabs);
}
