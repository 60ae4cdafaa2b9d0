/* Columns of tables are as wide as their words want, or as there is room for. */
#include "converters/pdf/table.h"
#include "converters/pdf/words.h"
#include <string.h>

#define LEGIBLE_WIDTH 64000 /* less of it a column of words is no good: seven characters */
#define LIST_ROOM 18000     /* what a list in a cell takes beside its words */

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

const struct style *cell_words_style(struct laid_table *t, const struct cell *cell,
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
        int32_t width =
            width_of(t->layout, block, cell_words_style(t, cell, block), t->place.language) +
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
    int64_t scale = (t->place.scale == 0 ? FULL_SIZE : t->place.scale) * width / sum;
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

void table_set_columns(struct laid_table *t)
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

bool table_wants_all_columns(struct layout *layout, const struct block *block, struct place place)
{
    const struct table *table = block->table;
    struct laid_table t = laid_table_of(layout, block, place);
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
