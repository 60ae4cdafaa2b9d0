#include "core/compose/matrix.h"
#include "core/base/text_buffer.h"
#include "core/document/words_room.h"

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

#define MOST_COLUMNS 16 /* of marks: more are too many to follow a row by */
#define SENTENCE_EM                                                                                \
    6 /* of a column's width, in sizes of its type: what sentences want at least                   \
       */
#define CELL_SLACK 1000

/* What a column wants: room for its marks in one line, or for sentences to be broken in. */
static int32_t width_wanted(const struct book *book, const char *name, struct text words)
{
    const struct style *style =
        stylesheet_style(book->document->stylesheet, text_from_string(name));
    int32_t width = words_width(style, words), most = SENTENCE_EM * style->size;
    return width < most ? width : most;
}

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

/* As many columns of marks as fit beside the labels; of sentences, as many as any table has. */
static size_t columns_that_fit(const struct book *book, const struct matrix *matrix)
{
    const struct stylesheet *sheet = book->document->stylesheet;
    int32_t around = 2 * stylesheet_table_style(sheet, TEXT("matrix"))->padding_x + CELL_SLACK;
    int32_t label = width_wanted(book, "table-head", matrix->corner), column = 1;
    size_t usual = rows_most_columns(sheet) - 1; /* beside the labels */
    for (size_t r = 0; r < matrix->row_count; r++)
        label = larger(label,
                       words_width(stylesheet_style(sheet, TEXT("label")), matrix->rows[r].words));
    for (size_t c = 0; c < matrix->column_count; c++) {
        column = larger(column, width_wanted(book, "table-head", matrix->columns[c].words));
        for (size_t r = 0; r < matrix->row_count; r++)
            column = larger(column, width_wanted(book, "table-cell", *matrix_cell(matrix, r, c)));
    }
    int32_t room = stylesheet_text_width(sheet) - label - around;
    size_t fitting = room > 0 ? (size_t)(room / (column + around)) : 0;
    fitting = fitting < MOST_COLUMNS ? fitting : MOST_COLUMNS;
    return fitting > usual ? fitting : usual;
}

void matrix_show(const struct book *book, struct block *section, const struct matrix *matrix)
{
    size_t columns = columns_that_fit(book, matrix);
    size_t tables = (matrix->column_count + columns - 1) / columns;
    for (size_t t = 0; t < tables; t++) /* about as many columns in each */
        show_columns(book, section, matrix, matrix->column_count * t / tables,
                     matrix->column_count * (t + 1) / tables);
}
