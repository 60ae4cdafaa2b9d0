/* Tables: columns as wide as their words want, rows as high as their cells need. */
#include "converters/pdf/table.h"
#include <string.h>

#define HEADS_MAX_PERCENT 40 /* of a page: taller heads are not repeated */
#define MARK_GAP 2000        /* between the mark of a continued table and its rule */
#define SPACE 4000           /* above and below a table */

struct laid_table laid_table_of(struct layout *layout, const struct block *block,
                                struct place place)
{
    struct text style = text_is_empty(block->style) ? TEXT("default") : block->style;
    struct laid_table t = {.layout = layout,
                           .table = block->table,
                           .place = place,
                           .style = stylesheet_table_style(layout->sheet, style)};
    int32_t scale = place.scale == 0 ? FULL_SIZE : place.scale;
    t.padding_x = (int32_t)((int64_t)t.style->padding_x * scale / FULL_SIZE);
    t.padding_y = (int32_t)((int64_t)t.style->padding_y * scale / FULL_SIZE);
    t.is_nested = place.table != NULL;
    t.place.table = t.style;
    if (!text_is_empty(block->language))
        t.place.language = block->language;
    return t;
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
    int32_t shift = is_number ? table_number_shift(t, laid, place) : 0;
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
    uint32_t first;
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
    struct band band = {.table = t, .slab = slab_append(t->layout, slabs), .first = first};
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

void layout_table(struct layout *layout, struct slabs *slabs, const struct block *block,
                  struct place place)
{
    const struct table *table = block->table;
    struct laid_table t = laid_table_of(layout, block, place);
    if (table->grid == NULL || table->rows == 0 || table->columns == 0) {
        for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
            layout_blocks(layout, slabs, cell->blocks, NULL, place);
        return;
    }
    t.tag = tag_new(layout->shown, place.tag, TAG_TABLE);
    table_set_columns(&t);
    table_find_numbers(&t);
    make_row_tags(&t);
    lay_cells(&t);
    add_bands(&t, slabs);
}
