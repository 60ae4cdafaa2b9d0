#include "core/compose/matrix.h"
#include "core/base/text_buffer.h"

struct matrix matrix_new(const struct book *book, size_t rows, size_t columns)
{
    struct arena *arena = book->document->arena;
    return (struct matrix){.rows = arena_new_array(arena, rows + 1, struct matrix_head),
                           .columns = arena_new_array(arena, columns + 1, struct matrix_head),
                           .row_count = rows,
                           .column_count = columns,
                           .cells = arena_new_array(arena, rows * columns + 1, struct text)};
}

struct text *matrix_cell(const struct matrix *matrix, size_t row, size_t column)
{
    return &matrix->cells[row * matrix->column_count + column];
}

void matrix_add(const struct book *book, const struct matrix *matrix, size_t row, size_t column,
                struct text words, const char *divider)
{
    struct text *cell = matrix_cell(matrix, row, column);
    struct text_buffer joined = text_buffer_new(book->document->arena);
    if (text_is_empty(*cell)) {
        *cell = words;
        return;
    }
    buffer_append(&joined, *cell);
    buffer_append_string(&joined, divider);
    buffer_append(&joined, words);
    *cell = buffer_text(&joined);
}

static void show_head(const struct book *book, struct table *table, struct cell_place place,
                      const struct matrix_head *head)
{
    struct cell *cell = build_cell(book->document, table, place, TEXT(""), (struct span){0});
    build_run(book->document, cell->blocks, head->words, head->link, (struct span){0});
}

static void show_columns(const struct book *book, struct block *section,
                         const struct matrix *matrix, size_t first, size_t end)
{
    struct table *table = build_table(book->document, section, TEXT("matrix"));
    struct cell_place place = {.is_header = true, .style = TEXT("head")};
    build_cell(book->document, table, place, matrix->corner, (struct span){0});
    for (size_t c = first; c < end; c++) {
        place.column = (uint32_t)(c - first + 1);
        show_head(book, table, place, &matrix->columns[c]);
    }
    for (size_t r = 0; r < matrix->row_count; r++) {
        place =
            (struct cell_place){.row = (uint32_t)r + 1, .is_header = true, .style = TEXT("label")};
        show_head(book, table, place, &matrix->rows[r]);
        for (size_t c = first; c < end; c++)
            build_cell(
                book->document, table,
                (struct cell_place){.row = (uint32_t)r + 1, .column = (uint32_t)(c - first + 1)},
                *matrix_cell(matrix, r, c), (struct span){0});
    }
    table->header_rows = 1;
    table_index(book->document, table);
}

void matrix_show(const struct book *book, struct block *section, const struct matrix *matrix)
{
    size_t columns = rows_most_columns(book->document->stylesheet) - 1; /* beside the labels */
    size_t tables = (matrix->column_count + columns - 1) / columns;
    for (size_t t = 0; t < tables; t++) /* about as many columns in each */
        show_columns(book, section, matrix, matrix->column_count * t / tables,
                     matrix->column_count * (t + 1) / tables);
}
