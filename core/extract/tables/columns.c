/* The heads of a table's columns: fields of an element, or other elements. */
#include "core/base/script.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/target.h"
#include "core/model/list_label.h"

#define HEAD_LENGTH 30  /* Han, or twice as many letters: a longer cell is no head */
#define VALUE_LENGTH 16 /* characters: what stands beside a label and is longer may be its value */
#define NUMBER_HEAD_BYTES 32 /* "序 号" and "No." with whatever signs around them */
#define NUMERAL_LENGTH 4     /* characters: (12) */
#define ROMAN_LENGTH 6       /* characters: (viii) */

struct text cell_words(struct extraction *x, const struct cell *cell)
{
    return cell == NULL ? TEXT("") : cell_text(x->arena, cell);
}

bool cell_begins_in(const struct cell *cell, size_t row, size_t column)
{
    return cell != NULL && cell->row == row && cell->column == column;
}

struct text words_beginning_in(struct extraction *x, const struct cell *cell, size_t row,
                               size_t column)
{
    return cell_begins_in(cell, row, column) ? cell_words(x, cell) : TEXT("");
}

size_t filled_cells(struct extraction *x, const struct table *table, size_t row)
{
    size_t filled = 0;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *cell = table_cell(table, row, c);
        filled += cell_begins_in(cell, row, c) && !text_is_empty(cell_words(x, cell));
    }
    return filled;
}

const struct cell *head_cell(const struct table *table, size_t row, size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    bool is_head =
        cell != NULL && cell->column == column && (size_t)cell->row + cell->row_span == row + 1;
    return is_head || cell_begins_in(cell, row, column) ? cell : NULL;
}

/* Nobody wrote in the column. */
static bool is_empty_column(struct extraction *x, const struct table *table, size_t column)
{
    for (size_t r = 0; r < table->rows; r++)
        if (!text_is_empty(cell_words(x, table_cell(table, r, column))))
            return false;
    return true;
}

const struct cell *table_caption(struct extraction *x, const struct table *table)
{
    const struct cell *first = table_cell(table, 0, 0);
    if (!cell_begins_in(first, 0, 0) || first->column_span < 2 || first->row_span > 1 ||
        text_is_empty(cell_words(x, first)))
        return NULL;
    for (size_t c = first->column_span; c < table->columns; c++)
        if (!is_empty_column(x, table, c))
            return NULL;
    return first;
}

static bool is_too_long(struct text words)
{
    return text_is_longer(words, is_latin_text(words) ? 2 * HEAD_LENGTH : HEAD_LENGTH);
}

/* Short, and neither a number nor an item. */
static bool may_be_head(struct text words)
{
    return !is_too_long(words) && !is_numeral_cell(words) &&
           list_label_of(words).kind == LIST_LABEL_NONE &&
           text_find(words, TEXT("。"), 0) == TEXT_NOT_FOUND;
}

/* Cells begin in the same columns of both rows, those of the first perhaps above it. */
static bool are_alike(const struct table *table, size_t row, size_t below, size_t from, size_t to)
{
    for (size_t c = from; c < to; c++) {
        const struct cell *head = head_cell(table, row, c), *cell = table_cell(table, below, c);
        bool begins = cell_begins_in(cell, below, c);
        if ((head != NULL) != begins && (cell == NULL || cell->row == below))
            return false;
    }
    return true;
}

/* 崗位名稱 in front of its value, and no head over the lower ones. */
static bool is_label_of_value(struct extraction *x, struct text words)
{
    struct label label = label_find(x, words);
    enum kind kind = label.kind == LABEL_ELEMENT ? element_row(label.element)->kind : KIND_LIST;
    return !kind_has_items(kind);
}

/*
 * 班次 over 指標, each in a column of its own: a row of a form over one of heads, and no head over
 * another, as 職責 is over 職責內容.
 */
static bool are_apart(struct extraction *x, const struct cell *upper, const struct cell *lower,
                      struct text words, struct text below)
{
    if (lower == upper || upper->column_span > 1 || lower->column_span > 1 || text_is_empty(below))
        return false;
    struct label over = label_find(x, words), under = label_find(x, below);
    bool is_same =
        over.kind == LABEL_ELEMENT && under.kind == LABEL_ELEMENT && over.element == under.element;
    return !is_same &&
           text_find(label_folded(x, below), label_folded(x, words), 0) == TEXT_NOT_FOUND;
}

static bool is_bar_over(const struct table *table, size_t row, size_t from, size_t to)
{
    const struct cell *cell = table_cell(table, row, from);
    return cell_begins_in(cell, row, from) && to - from > 1 && cell->column_span >= to - from &&
           cell->row_span == 1;
}

size_t lowest_heads(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to)
{
    bool is_split = false;
    if (row + 2 >= table->rows)
        return row;
    for (size_t c = from; c < to; c++) {
        const struct cell *upper = table_cell(table, row, c);
        const struct cell *lower = table_cell(table, row + 1, c);
        bool begins = cell_begins_in(upper, row, c);
        if (upper == NULL || lower == NULL || upper->row != row || lower->column < upper->column ||
            (size_t)lower->row + lower->row_span > row + 2)
            return row;
        struct text words = cell_words(x, upper), below = cell_words(x, lower);
        bool is_merged = lower == upper;
        bool is_whole = begins && upper->column_span >= to - from;
        if (is_whole || (begins && are_apart(x, upper, lower, words, below)) ||
            text_is_empty(words) || !may_be_head(words) || !may_be_head(below) ||
            (!is_merged && is_label_of_value(x, words)) || (!begins && text_is_empty(below)))
            return row;
        is_split |= !begins && cell_begins_in(lower, row + 1, c);
    }
    size_t under = row + 2;
    while (under + 1 < table->rows && is_bar_over(table, under, from, to))
        under++; /* 業務部門 over the rows of its positions */
    return is_split && are_alike(table, row + 1, under, from, to) ? row + 1 : row;
}

/* iv) or (ii): without a sign behind it, "I" may be a level and "x" a mark. */
static bool is_roman_label(struct text words)
{
    static const char *const ends[] = {")", ".", "）", NULL};
    static const struct text numerals = TEXT_INIT("ivxIVX().（）");
    static const struct text signs = TEXT_INIT("().（）");
    return text_ends_with_one_of(words, ends) && text_consists_of(words, numerals) &&
           !text_consists_of(words, signs);
}

bool is_numeral_cell(struct text words)
{
    if (text_is_empty(words) || text_is_longer(words, ROMAN_LENGTH))
        return false;
    static const struct text numerals =
        TEXT_INIT("0123456789〇一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩().（）、．");
    return (!text_is_longer(words, NUMERAL_LENGTH) && text_consists_of(words, numerals)) ||
           is_roman_label(words);
}

bool is_number_head(struct extraction *x, struct text head)
{
    return head.size <= NUMBER_HEAD_BYTES &&
           text_is_any(label_folded(x, head), signs_of(x, SIGN_NUMBER_HEAD));
}

/* 編號, or no head at all, over nothing but numerals: the numbers of the items. */
bool is_over_numerals(struct extraction *x, const struct table *table, size_t row, size_t column)
{
    size_t numerals = 0;
    for (size_t r = row + 1; r < table->rows && r <= row + ROWS_SEEN; r++) {
        const struct cell *cell = table_cell(table, r, column);
        struct text words = words_beginning_in(x, cell, r, column);
        if (text_is_empty(words))
            continue;
        if (!is_numeral_cell(words))
            break;
        numerals++;
    }
    return numerals > 0;
}

/* "30 %" and 到崗率100%: values where "% of time" and 權重% would be heads. */
static bool is_share(struct text words) { return text_has_digit(words) && ends_in_percent(words); }

/*
 * In a table of duties, columns of what they are assessed by and what they take: 行為指標, 職能內涵
 * （知識）. One that also is a field of duties is left to the field.
 */
static struct label other_element(struct extraction *x, enum element element, enum field field,
                                  struct text head)
{
    struct label label = label_find(x, head);
    if (element != ELEMENT_DUTIES || label.kind != LABEL_ELEMENT)
        return label_of(ELEMENT_COUNT);
    if (label_is_demand(&label))
        label = label_of(ELEMENT_STANDARDS); /* 工作要求 beside each duty: how it is to be done */
    bool is_assessed = label.element == ELEMENT_STANDARDS && field != FIELD_DUTIES_SHARE;
    bool is_other = field == FIELD_NONE &&
                    (label.element == ELEMENT_APPOINTMENT || label.element == ELEMENT_TOOLS ||
                     label.element == ELEMENT_AUTHORITY || label.element == ELEMENT_GOALS);
    return is_assessed || is_other ? label : label_of(ELEMENT_COUNT);
}

struct columns columns_new(struct extraction *x, enum element element, size_t count)
{
    struct columns columns = {.element = element,
                              .fields = arena_new_array(x->scratch, count, enum field),
                              .heads = arena_new_array(x->scratch, count, struct text),
                              .others = arena_new_array(x->scratch, count, struct label),
                              .count = count,
                              .label_column = SIZE_MAX,
                              .group_column = SIZE_MAX,
                              .name_column = SIZE_MAX};
    for (size_t c = 0; c < count; c++) {
        columns.fields[c] = FIELD_NONE;
        columns.others[c] = label_of(ELEMENT_COUNT);
    }
    return columns;
}

size_t main_column(const struct columns *columns)
{
    for (size_t c = 0; c < columns->count; c++)
        if (columns->fields[c] == element_first_field(columns->element))
            return c;
    return SIZE_MAX;
}

size_t own_columns(const struct columns *columns)
{
    size_t own = 0;
    for (size_t c = 0; c < columns->count; c++)
        own += columns->fields[c] != FIELD_NONE;
    return own;
}

bool columns_know_more(const struct columns *columns, const struct columns *other)
{
    return columns->known > other->known ||
           (columns->known == other->known && own_columns(columns) > own_columns(other));
}

bool is_unknown_column(const struct columns *columns, size_t column)
{
    return columns->fields[column] == FIELD_NONE && columns->others[column].kind != LABEL_ELEMENT &&
           column != columns->label_column && column != columns->group_column &&
           column != columns->name_column && !text_is_empty(columns->heads[column]);
}

/* 權限一：對資金的建議權: a value with a label of its own, no head. */
static bool has_words_behind_colon(struct text head)
{
    size_t at = 0;
    while (at < head.size) {
        uint32_t c = text_next(head, &at);
        if (c == ':' || c == 0xFF1A)
            return !text_is_empty(text_trim(text_from(head, at)));
    }
    return false;
}

/* No head, though it stands beside one: a sentence, a share, an item, a label with its value. */
static bool is_value(struct extraction *x, struct text head, enum field field)
{
    bool is_words = is_too_long(head) || has_words_behind_colon(head) || head_is_items(head);
    return is_share(head) || label_is_of_series(x, head) || (field == FIELD_NONE && is_words);
}

/* 職責一： beside its words, and no other head has a colon: a label with its value. */
static bool is_pair_of_cells(const struct columns *columns, size_t from, size_t to)
{
    size_t colons = 0, heads = 0;
    for (size_t c = from; c < to; c++) {
        struct text head = columns->heads[c];
        if (text_is_empty(head) || (c > from && text_equal(head, columns->heads[c - 1])))
            continue;
        heads++;
        colons += ends_in_colon(head);
    }
    return colons > 0 && colons < heads;
}

/* The column holds the items' numbers: by its head, or by the numerals below it. */
static bool is_number_column(struct extraction *x, const struct table *table, size_t row,
                             const struct cell *cell, struct text head, enum field field)
{
    struct label label = label_find(x, head);
    bool may_be_code = (label.kind == LABEL_ELEMENT && label.element == ELEMENT_ID) ||
                       (label.kind == LABEL_UNKNOWN && field == FIELD_NONE);
    if (field == FIELD_NONE && is_number_head(x, head))
        return true;
    if (is_numeral_cell(head))
        return false;
    return (text_is_empty(head) || may_be_code) && is_over_numerals(x, table, row, cell->column);
}

/* "Qualification" over "Experience": labels of the element below each other, beside values. */
static bool is_label_below(struct extraction *x, const struct table *table, size_t row, size_t from,
                           size_t to, enum element element)
{
    struct text value = cell_words(x, table_cell(table, row, to - 1));
    struct text below = words_beginning_in(x, table_cell(table, row + 1, from), row + 1, from);
    struct label label = label_find(x, below);
    return (text_code_points(value) > VALUE_LENGTH || text_has_digit(value)) &&
           label.kind == LABEL_ELEMENT && label.element == element;
}

/*
 * Rows of a label and its value, where only the first cell is known: nothing stands below 職責 |
 * 巡邏, or a bar does, and below 對象 | 物業公司 another field of the same records.
 */
static bool is_pair_row(struct extraction *x, const struct table *table, size_t row, size_t from,
                        size_t to, const struct columns *columns)
{
    if (columns->known != 1 || columns->label_column != SIZE_MAX ||
        columns->fields[from] == FIELD_NONE)
        return false;
    const struct cell *below = row + 1 < table->rows ? table_cell(table, row + 1, from) : NULL;
    return row + 1 == table->rows ||
           (cell_begins_in(below, row + 1, from) && below->column_span >= to - from) ||
           (cell_begins_in(below, row + 1, from) &&
            (head_field(x, columns->element, cell_words(x, below)) != FIELD_NONE ||
             is_label_below(x, table, row, from, to, columns->element)));
}

/*
 * 編寫 | 張三 | 日期 | 1月2日 over 審核 | 李四 | 日期 | 1月3日: below a field stands another, and
 * below a second one the same again. Rows of labels and values alternate so, and heads have none
 * below them.
 */
static bool are_signatures(struct extraction *x, const struct table *table, size_t row, size_t from,
                           size_t to, const struct columns *columns)
{
    bool has_other = false, has_same = false;
    for (size_t c = from; c < to && row + 1 < table->rows; c++) {
        const struct cell *below = table_cell(table, row + 1, c);
        struct text words = words_beginning_in(x, below, row + 1, c);
        if (columns->fields[c] == FIELD_NONE || text_is_empty(words))
            continue;
        struct label label = label_find(x, words);
        bool is_same = text_equal(label_folded(x, words), label_folded(x, columns->heads[c]));
        has_same |= is_same;
        has_other |= !is_same && label_as_field(label, columns->element).kind == LABEL_FIELD;
        has_other |= !is_same && label.kind == LABEL_ELEMENT && label.element == columns->element;
    }
    return has_same && has_other;
}

/* all_named: each of the heads is one of the element's by a whole word */
static bool heads_of_row(struct extraction *x, const struct table *table, size_t row, size_t from,
                         size_t to, enum element element, struct columns *columns, bool *all_named)
{
    size_t words = 0, named = 0; /* by a whole word, not by its ending alone */
    row = lowest_heads(x, table, row, from, to);
    *columns = columns_new(x, element, table->columns);
    columns->rows = row + 1;
    for (size_t c = from; c < to; c++) {
        const struct cell *cell = head_cell(table, row, c);
        if (cell == NULL)
            continue;
        struct text head = head_name(cell_words(x, cell));
        enum field field = text_is_empty(head) ? FIELD_NONE : head_field(x, element, head);
        if (columns->label_column == SIZE_MAX &&
            is_number_column(x, table, row, cell, head, field)) {
            columns->label_column = c;
            columns->heads[c] = head;
            continue;
        }
        if (text_is_empty(head))
            continue;
        if (field == FIELD_NONE && is_head_of(x, head, element, false))
            field = element_first_field(element); /* "Duties and responsibilities" */
        named += field != FIELD_NONE;
        if (field == FIELD_NONE)
            field = head_field_by_ending(x, element, head);
        if (is_value(x, head, field))
            return false;
        struct label other = other_element(x, element, field, head);
        words++;
        columns->known += field != FIELD_NONE || other.kind == LABEL_ELEMENT;
        for (size_t s = c; s < to && s < c + cell->column_span; s++) {
            columns->fields[s] = field;
            columns->heads[s] = head;
            columns->others[s] = other;
        }
    }
    settle_columns(x, table, from, to, columns);
    if (element == ELEMENT_DUTIES) {
        find_acts_column(x, table, columns, from, to);
        part_main_columns(x, table, columns);
    }
    if (element == ELEMENT_DUTIES || element == ELEMENT_STANDARDS)
        find_group_column(x, table, columns, from, to);
    if (element == ELEMENT_DUTIES)
        find_name_column(x, table, columns, from, to);
    *all_named = named == words;
    bool has_number = columns->label_column != SIZE_MAX;
    /* behind a column of numbers one head is enough */
    bool is_most = 2 * columns->known >= words || (has_number && named > 0);
    return columns->known > 0 && (named > 0 || columns->known == words) &&
           words + has_number >= 2 && is_most && !is_pair_of_cells(columns, from, to) &&
           !is_pair_row(x, table, row, from, to, columns) &&
           !are_signatures(x, table, row, from, to, columns);
}

bool columns_of_row(struct extraction *x, const struct table *table, size_t row, size_t from,
                    size_t to, enum element element, struct columns *columns)
{
    bool all_named;
    struct columns lower;
    if (!heads_of_row(x, table, row, from, to, element, columns, &all_named))
        return false;
    /* 工作 | 考核 over 工作項目 | 百分比: heads once more, which say it finer */
    if (columns->rows + 1 < table->rows &&
        heads_of_row(x, table, columns->rows, from, to, element, &lower, &all_named) && all_named)
        *columns = lower;
    return true;
}

void note_heads(struct extraction *x, const struct table *table, size_t row, size_t from, size_t to,
                const struct columns *columns)
{
    x->clue = CLUE_COLUMN;
    for (size_t r = row; r < columns->rows; r++)
        for (size_t c = from; c < to; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (!cell_begins_in(cell, r, c))
                continue;
            if (c == columns->label_column)
                note_skipped(x, CLUE_NUMBER_HEAD, cell_words(x, cell), cell->span);
            else
                note_field(x, USE_LABEL, columns->element, columns->fields[c], cell_words(x, cell),
                           cell->span);
        }
}
