#include "converters/csv/csv.h"
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static bool needs_quotes(struct text words)
{
    for (size_t i = 0; i < words.size; i++)
        if (strchr(",;\t|\"\r\n", words.data[i]) != NULL)
            return true;
    return words.size > 0 && (words.data[0] == ' ' || words.data[words.size - 1] == ' ');
}

static void write_field(struct text_buffer *out, struct text words)
{
    if (!needs_quotes(words)) {
        buffer_append(out, words);
        return;
    }
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < words.size; i++) {
        if (words.data[i] == '"')
            buffer_append_byte(out, '"');
        buffer_append_byte(out, words.data[i]);
    }
    buffer_append_byte(out, '"');
}

static void write_table(const struct table *table, struct text_buffer *out)
{
    uint32_t row = 0;
    bool is_first = true;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        if (cell->row != row)
            buffer_append(out, TEXT("\r\n"));
        else if (!is_first)
            buffer_append_byte(out, ',');
        row = cell->row;
        is_first = false;
        write_field(out, cell_text(out->arena, cell));
    }
    if (!is_first)
        buffer_append(out, TEXT("\r\n"));
}

void csv_write_tables(const struct document *document, struct text_buffer *out)
{
    buffer_append_string(out, BYTE_ORDER_MARK);
    for (const struct block *block = document->blocks; block != NULL; block = block->next)
        if (block->kind == BLOCK_TABLE && block->table != NULL)
            write_table(block->table, out);
}
