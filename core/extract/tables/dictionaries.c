/* Tables of the fields of data, whose names may be labels of a form: 字段名 | 字段類型 | 說明. */
#include "core/base/text_list.h"
#include "core/extract/tables/tables.h"

#define HEAD_ROWS 5 /* what has the fields, its name, number and purpose, and then their heads */

bool is_dictionary(struct extraction *x, const struct table *table)
{
    for (size_t r = 0; table->grid != NULL && r < table->rows && r < HEAD_ROWS; r++) {
        bool has_field = false, has_type = false;
        for (size_t c = 0; c < table->columns; c++) {
            struct text head = label_folded(x, cell_words(x, table_cell(table, r, c)));
            has_field |= text_is_any(head, signs_of(x, SIGN_FIELD_HEAD));
            has_type |= text_is_any(head, signs_of(x, SIGN_TYPE_HEAD));
        }
        if (has_field && has_type)
            return true;
    }
    return false;
}
