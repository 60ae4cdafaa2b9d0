/* Numbers in columns stand units below units. */
#include "converters/pdf/table.h"
#include "converters/pdf/words.h"

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
    const struct typeface *face =
        layout_typeface(t->layout, cell_words_style(t, cell, cell->blocks),
                        cell->blocks->runs->style, t->place.language);
    return shape_width(t->layout->tools->shaper, face->font, face->size, tail);
}

/*
 * Columns in which each cell is a number, or empty, are set right, units below units. The first
 * column is what rows are called by, and a single number has nothing to stand below.
 */
void table_find_numbers(struct laid_table *t)
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

int32_t table_number_shift(struct laid_table *t, const struct laid_cell *laid, struct place place)
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
