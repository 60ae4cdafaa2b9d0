/* What the columns of a table hold beside each other, once their own heads are read. */
#include "core/base/script.h"
#include "core/extract/tables/tables.h"

#define SHARE_LENGTH 4 /* characters of 負責, 部分負責 */
#define CODED_ROWS 2   /* of words that are codes tell what a column without a head holds */

bool is_head_of(struct extraction *x, struct text head, enum element element, bool is_part)
{
    struct label label = label_find(x, head);
    return label.kind == LABEL_ELEMENT && label.element == element && label.is_part == is_part;
}

/* "Measure | Standard | Weight": what is measured stands first, and the standard is its target. */
static void settle_measure(struct columns *columns, size_t from, size_t to)
{
    size_t measure = from;
    while (measure < to &&
           (text_is_empty(columns->heads[measure]) || measure == columns->label_column))
        measure++;
    if (measure == to || columns->fields[measure] != FIELD_STANDARDS_MEASURE)
        return;
    for (size_t c = measure; c < to; c++)
        if (columns->fields[c] == FIELD_STANDARDS_INDICATOR)
            columns->fields[c] = FIELD_STANDARDS_TARGET;
    for (size_t c = measure; c < to && columns->fields[c] == FIELD_STANDARDS_MEASURE; c++)
        columns->fields[c] = FIELD_STANDARDS_INDICATOR;
}

/* 項目 | 標準, "Item | Standard": what the standard is of. */
static bool settle_item(struct extraction *x, struct columns *columns, size_t from, size_t standard)
{
    size_t item = standard - 1;
    if (standard == from || !is_unknown_column(columns, item) ||
        !text_is_any(label_folded(x, columns->heads[item]), signs_of(x, SIGN_LABEL_HEAD)))
        return false;
    columns->fields[item] = FIELD_STANDARDS_INDICATOR;
    columns->known++;
    return true;
}

/* 指標名稱 | 標準, "Indicator | Standard": beside an indicator, the standard is its target. */
static void settle_standard(struct extraction *x, struct columns *columns, size_t from, size_t to)
{
    size_t first = from;
    while (first < to && columns->fields[first] != FIELD_STANDARDS_INDICATOR)
        first++;
    for (size_t c = from; c < to; c++)
        if (columns->fields[c] == FIELD_STANDARDS_TARGET)
            return;
    for (size_t c = first; c < to; c++) {
        struct text head = label_folded(x, columns->heads[c]);
        bool is_standard = text_ends_with_any(head, signs_of(x, SIGN_STANDARD_HEAD));
        if (columns->fields[c] == FIELD_STANDARDS_INDICATOR && is_standard &&
            (c == first ? settle_item(x, columns, from, c)
                        : !text_equal(columns->heads[c], columns->heads[first])))
            columns->fields[c] = FIELD_STANDARDS_TARGET;
    }
}

/* The first columns with such a head hold what the records are. */
static bool mark_main_column(struct extraction *x, struct columns *columns, size_t from, size_t to,
                             bool is_part)
{
    enum field main = element_first_field(columns->element);
    for (size_t c = from; c < to; c++) {
        struct text head = columns->heads[c];
        if (text_is_empty(head) || (is_part && columns->fields[c] != FIELD_NONE) ||
            !is_head_of(x, head, columns->element, is_part))
            continue;
        for (; c < to && text_equal(columns->heads[c], head); c++)
            columns->fields[c] = main;
        return true;
    }
    return false;
}

/*
 * "Essential functions | % of time", "Core competencies | Level": a label of the element itself, or
 * of a part of it beside a field, where no head is its first field.
 */
static void find_main_column(struct extraction *x, struct columns *columns, size_t from, size_t to)
{
    if (main_column(columns) != SIZE_MAX)
        return;
    if (!mark_main_column(x, columns, from, to, false) && columns->known == 1)
        mark_main_column(x, columns, from, to, true);
}

/* 維度 | 項目 | 條件, both of them kinds: the one beside the conditions says theirs. */
static void settle_kind(struct columns *columns, size_t from, size_t to)
{
    size_t last = to;
    for (size_t c = to; c-- > from;) {
        if (columns->fields[c] != FIELD_APPOINTMENT_KIND)
            continue;
        if (last == to)
            last = c;
        else if (!text_equal(columns->heads[c], columns->heads[last]))
            columns->fields[c] = FIELD_NONE;
    }
}

/* The field whose coded words stand below a head that says nothing: 內部, 外部; FIELD_NONE. */
static enum field field_of_words(struct extraction *x, const struct table *table, size_t column,
                                 const struct columns *columns)
{
    enum field first = element_first_field(columns->element);
    size_t count = element_field_count(columns->element);
    for (enum field f = first; f < first + (enum field)count; f++) {
        size_t coded = 0, r = columns->rows, end = columns->rows + ROWS_SEEN;
        end = end < table->rows ? end : table->rows;
        for (; r < end && coded < CODED_ROWS; r++) {
            const struct cell *cell = table_cell(table, r, column);
            struct text words = words_beginning_in(x, cell, r, column);
            if (text_is_empty(words))
                continue;
            if (text_is_empty(vocabulary_code(x->vocabulary, x->scratch, f, words)))
                break;
            coded++;
        }
        if (coded == CODED_ROWS || (coded > 0 && r == end))
            return f;
    }
    return FIELD_NONE;
}

/* Columns without a head are known by what stands in them. */
static void find_bare_columns(struct extraction *x, const struct table *table, size_t from,
                              size_t to, struct columns *columns)
{
    for (size_t c = from; c < to; c++)
        if (text_is_empty(columns->heads[c]) && c != columns->label_column &&
            columns->fields[c] == FIELD_NONE)
            columns->fields[c] = field_of_words(x, table, c, columns);
}

/* 負責, 建議, 審核: a word or nothing in each cell, one of them at least known as a share in a duty. */
static bool are_shares(struct extraction *x, const struct table *table, size_t column,
                       const struct columns *columns)
{
    bool any = false;
    size_t end = columns->rows + ROWS_SEEN;
    for (size_t r = columns->rows; r < end && r < table->rows; r++) {
        struct text words = words_beginning_in(x, table_cell(table, r, column), r, column);
        if (text_is_empty(words))
            continue;
        if (is_latin_text(words) || text_code_points(words) > SHARE_LENGTH)
            return false;
        any |= !text_is_empty(
            vocabulary_code(x->vocabulary, x->scratch, FIELD_DUTIES_RESPONSIBILITY, words));
    }
    return any;
}

/* 工作內容 | 權限 over 負責, 建議: how far the holder answers for each duty, and no power. */
static void settle_shares(struct extraction *x, const struct table *table, size_t from, size_t to,
                          struct columns *columns)
{
    for (size_t c = from; columns->element == ELEMENT_DUTIES && c < to; c++) {
        if (columns->fields[c] != FIELD_NONE || columns->others[c].kind != LABEL_ELEMENT ||
            columns->others[c].element != ELEMENT_AUTHORITY || !are_shares(x, table, c, columns))
            continue;
        columns->fields[c] = FIELD_DUTIES_RESPONSIBILITY;
        columns->others[c] = label_of(ELEMENT_COUNT);
    }
}

void settle_columns(struct extraction *x, const struct table *table, size_t from, size_t to,
                    struct columns *columns)
{
    settle_measure(columns, from, to);
    settle_standard(x, columns, from, to);
    settle_kind(columns, from, to);
    find_main_column(x, columns, from, to);
    find_bare_columns(x, table, from, to, columns);
    settle_shares(x, table, from, to, columns);
}
