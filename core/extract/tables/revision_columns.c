/*
 * A table of editions also says when each was written and by whom, and one of approvals what was
 * changed: 版本 | 日期 | 修訂內容 | 修訂人 is of both, and each row a record of each.
 */
#include "core/extract/tables/tables.h"

static enum element sibling_of(enum element element)
{
    return element == ELEMENT_EDITION    ? ELEMENT_APPROVAL
           : element == ELEMENT_APPROVAL ? ELEMENT_EDITION
                                         : ELEMENT_COUNT;
}

enum field revision_field(struct extraction *x, const struct columns *columns, size_t column)
{
    enum element sibling = sibling_of(columns->element);
    if (sibling == ELEMENT_COUNT || x->role == NULL || !is_unknown_column(columns, column))
        return FIELD_NONE;
    return vocabulary_field(x->vocabulary, x->scratch, sibling, columns->heads[column]);
}

void fill_revision(struct extraction *x, const struct table *table, size_t row, size_t from,
                   size_t to, const struct columns *columns, struct value version)
{
    enum element sibling = sibling_of(columns->element);
    struct records *records = sibling == ELEMENT_COUNT ? NULL : &x->role->values[sibling];
    struct record *record = NULL;
    for (size_t c = from; records != NULL && c < to; c++) {
        const struct cell *cell = table_cell(table, row, c);
        struct text words = words_beginning_in(x, cell, row, c);
        enum field field = text_is_empty(words) ? FIELD_NONE : revision_field(x, columns, c);
        if (field == FIELD_NONE)
            continue;
        if (record == NULL) {
            bool has_version = !text_is_empty(version.text);
            record = record_append(x->handbook, records, has_version ? version.text : words,
                                   has_version ? version.at : cell->span);
            if (has_version)
                record_set_field(x->handbook, records, record, element_first_field(sibling),
                                 version);
        }
        record_set_field(x->handbook, records, record, field, (struct value){words, cell->span});
    }
}
