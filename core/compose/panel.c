#include "core/compose/panel.h"
#include "core/base/script.h"
#include "core/document/stylesheet.h"

#define SHORT_VALUE 26 /* Latin letters: two pairs of such stand beside each other */
#define COLUMNS 4
#define NARROW_EM 40 /* a page's width in sizes of the labels' type: two pairs want more */

size_t panel_width(struct text text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.size; width++)
        width += text_next(text, &at) >= 0x2E80;
    return width;
}

/* Large type on the paper: a pair a row. */
static bool is_narrow(const struct panel *panel)
{
    const struct stylesheet *sheet = panel->document->stylesheet;
    const struct style *label = sheet == NULL ? NULL : stylesheet_style(sheet, TEXT("label"));
    return label != NULL && label->size > 0 &&
           stylesheet_text_width(sheet) / label->size < NARROW_EM;
}

/* The rest of a row that only one pair stands in. */
static void fill_row(struct panel *panel)
{
    if (panel->column == 0)
        return;
    build_cell(panel->document, panel->table,
               (struct cell_place){.row = panel->row, .column = panel->column, .columns = 2},
               TEXT(""), (struct span){0});
    panel->row++;
    panel->column = 0;
}

struct block *panel_add(struct panel *panel, struct text label, size_t width, struct span at)
{
    bool is_long = width > SHORT_VALUE || is_narrow(panel);
    if (panel->table == NULL)
        panel->table = build_table(panel->document, panel->parent, TEXT("panel"));
    if (is_long)
        fill_row(panel);
    struct cell_place place = {
        .row = panel->row, .column = panel->column, .is_header = true, .style = TEXT("label")};
    build_cell(panel->document, panel->table, place, label, at);
    struct cell *cell = build_cell(panel->document, panel->table,
                                   (struct cell_place){.row = panel->row,
                                                       .column = panel->column + 1,
                                                       .columns = is_long ? COLUMNS - 1 : 1},
                                   TEXT(""), at);
    panel->column += is_long ? COLUMNS : 2;
    if (panel->column == COLUMNS) {
        panel->row++;
        panel->column = 0;
    }
    return cell->blocks;
}

void panel_end(struct panel *panel)
{
    /* of Han and of letters, which need more for labels; on usual and on narrow pages */
    static const uint32_t shares[2][2][COLUMNS] = {{{17, 33, 17, 33}, {28, 24, 24, 24}},
                                                   {{20, 30, 20, 30}, {32, 24, 22, 22}}};
    if (panel->table == NULL)
        return;
    const struct block *label = panel->table->cells->blocks;
    bool is_latin = is_latin_text(block_text(panel->document->arena, label));
    fill_row(panel);
    table_index(panel->document, panel->table);
    uint32_t *widths = arena_new_array(panel->document->arena, panel->table->columns, uint32_t);
    for (size_t c = 0; c < panel->table->columns && c < COLUMNS; c++)
        widths[c] = shares[is_latin][is_narrow(panel)][c];
    panel->table->column_widths = widths;
}
