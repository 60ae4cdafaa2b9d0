/* Tables in a section whose heads are no fields: marks, sides, rows of words. */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/outline/outline.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"

/* Heads over rows that nobody filled in. */
static bool is_empty_below(struct extraction *x, const struct table *table)
{
    for (size_t r = 1; r < table->rows; r++)
        for (size_t c = 0; c < table->columns; c++)
            if (!text_is_empty(cell_words(x, table_cell(table, r, c))))
                return false;
    return table->rows > 1 && table->columns > 1;
}

/* Words, and beside them nothing but marks under heads, perhaps with boxes that nobody ticked. */
bool is_of_marks(struct extraction *x, const struct table *table)
{
    size_t marks = 0;
    for (size_t r = 1; r < table->rows; r++)
        for (size_t c = 1; c < table->columns; c++) {
            struct text words = cell_words(x, table_cell(table, r, c));
            bool is_open = text_is_empty(words) || is_empty_box(words);
            if (!is_open && !is_tick(words))
                return false;
            marks += !is_open;
        }
    return marks > 0 && table->columns > 2;
}

void fill_marked(struct extraction *x, struct text item, struct text heads, struct span at)
{
    enum element element =
        x->target.kind == TARGET_ELEMENT ? x->target.records->element : ELEMENT_COUNT;
    enum field level = element == ELEMENT_APPOINTMENT ? FIELD_APPOINTMENT_LEVEL
                       : element == ELEMENT_DUTIES    ? FIELD_DUTIES_LEVEL
                                                      : FIELD_NONE;
    if (level == FIELD_NONE && !text_is_empty(heads)) {
        struct text_buffer joined = text_buffer_new(x->arena);
        append_headed(&joined, item, heads);
        item = buffer_text(&joined);
    }
    size_t from = level == FIELD_NONE ? 0 : x->target.records->count;
    fill_text(x, item, TEXT(""), 0, at);
    if (level != FIELD_NONE && from < x->target.records->count && !text_is_empty(heads))
        record_set_field(x->handbook, x->target.records, &x->target.records->rows[from], level,
                         (struct value){heads, at});
}

void fill_marks(struct extraction *x, const struct table *table)
{
    x->clue = CLUE_COLUMN;
    for (size_t c = 0; c < table->columns; c++)
        if (cell_begins_in(table_cell(table, 0, c), 0, c))
            note(x, USE_LABEL, cell_words(x, table_cell(table, 0, c)),
                 table_cell(table, 0, c)->span);
    for (size_t r = 1; r < table->rows; r++) {
        const struct cell *first = table_cell(table, r, 0);
        struct text_buffer heads = text_buffer_new(x->arena);
        for (size_t c = 1; c < table->columns; c++) {
            const struct cell *mark = table_cell(table, r, c);
            struct text words = words_beginning_in(x, mark, r, c);
            if (is_empty_box(words))
                note_skipped(x, CLUE_BOX, words, mark->span);
            if (!is_tick(words))
                continue;
            if (heads.size > 0)
                buffer_append_string(&heads, "、");
            buffer_append(&heads, cell_words(x, table_cell(table, 0, c)));
            note_skipped(x, CLUE_BOX_TICKED, words, mark->span);
        }
        if (cell_begins_in(first, r, 0))
            fill_marked(x, cell_words(x, first), buffer_text(&heads), first->span);
    }
}

/* 崗位職責 | 1、巡邏 below 崗位職責：the label again, and its words. */
static bool fill_labelled_row(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *first = table_cell(table, row, 0);
    struct label label = label_find(x, cell_words(x, first));
    if (!cell_begins_in(first, row, 0) || first->column_span >= table->columns ||
        label.kind != LABEL_ELEMENT || label.element != x->target.records->element || label.is_part)
        return false;
    note(x, USE_LABEL, cell_words(x, first), first->span);
    for (size_t c = 1; c < table->columns; c++)
        if (cell_begins_in(table_cell(table, row, c), row, c))
            fill_blocks(x, table_cell(table, row, c)->blocks);
    return true;
}

/* "Internal", 外部: the side on which the parties beside it stand. */
static bool is_side_of(struct extraction *x, enum element element, struct text words)
{
    return element == ELEMENT_RELATIONS && words.size <= LABEL_BYTES &&
           !text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, words));
}

/* 學歷 | 高中 below 任職條件: a part of the element, and its words. */
static bool fill_part_row(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *first = table_cell(table, row, 0), *last = table_cell(table, row, 1);
    struct label label = label_find(x, cell_words(x, first));
    enum element element = x->target.records->element;
    bool is_part = label.kind == LABEL_ELEMENT && label.element == element && label.is_part;
    if (table->columns != 2 || !cell_begins_in(first, row, 0) || !cell_begins_in(last, row, 1) ||
        !(is_part || is_side_of(x, element, cell_words(x, first))) ||
        text_is_empty(cell_words(x, last)))
        return false;
    x->target.part = (struct value){cell_words(x, first), first->span};
    note(x, USE_LABEL, cell_words(x, first), first->span);
    fill_blocks(x, last->blocks);
    x->target.part = (struct value){0};
    return true;
}

/* The number in front of a row's words; empty: none, or there are heads. */
static struct text number_of_row(struct extraction *x, const struct table *table, size_t row)
{
    const struct cell *first = table_cell(table, row, 0);
    struct text words = words_beginning_in(x, first, row, 0);
    return table->columns > 1 && is_numeral_cell(words) ? words : TEXT("");
}

/*
 * 「事項 | 權限」 below 「決策權限」: a head says once more what the section is. Its rows are items of it,
 * though 核准 and the like would be labels in a form.
 */
bool has_head_of_section(struct extraction *x, const struct table *table)
{
    enum element element = x->target.records->element;
    bool is_again = false;
    if (table->header_rows != 1 || table->rows < 2 || element_field_count(element) > 0 ||
        element_row(element)->kind < KIND_LIST)
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        struct label label = label_find(x, cell_words(x, head_cell(table, 0, c)));
        bool is_label = label.kind == LABEL_ELEMENT;
        if (is_label && label.element != element && !label.needs_context)
            return false;
        is_again |= is_label && label.element == element && c > 0;
    }
    return is_again;
}

static void note_plain_heads(struct extraction *x, const struct table *table)
{
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *head = table_cell(table, 0, c);
        if (cell_begins_in(head, 0, c))
            note(x, USE_LABEL, cell_words(x, head), head->span);
    }
}

/* Rows whose heads say nothing to the vocabulary: an item a row, each cell under its head. */
void fill_plain_rows(struct extraction *x, const struct table *table)
{
    size_t first = table->header_rows > 0 || is_empty_below(x, table) ? 1 : 0;
    x->clue = CLUE_COLUMN;
    if (first > 0)
        note_plain_heads(x, table);
    for (size_t r = first; r < table->rows; r++) {
        struct text_buffer item = text_buffer_new(x->arena);
        struct span at = {0};
        x->clue = CLUE_COLUMN;
        if (fill_labelled_row(x, table, r) || (first == 0 && fill_part_row(x, table, r)))
            continue;
        struct text number = first == 0 ? number_of_row(x, table, r) : TEXT("");
        for (size_t c = 0; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c);
            struct text words = words_beginning_in(x, cell, r, c);
            if (text_is_empty(words))
                continue;
            note(x, USE_VALUE, words, cell->span);
            if (c == 0 && !text_is_empty(number))
                continue; /* it stays beside the item */
            if (item.size > 0)
                buffer_append_string(&item, "；");
            else
                at = cell->span;
            struct text head = first > 0 ? cell_words(x, table_cell(table, 0, c)) : TEXT("");
            if (!text_is_empty(head)) {
                buffer_append(&item, head);
                buffer_append_string(&item, colon_after(head));
            }
            buffer_append(&item, words);
        }
        if (item.size > 0)
            record_append(x->handbook, x->target.records, buffer_text(&item), at)->label = number;
    }
}

/*
 * "Category | Details" below "Benefits": heads that would be fields of any element are those of the
 * section that is open, where nothing stands in it yet and none of them names another; "Benefit"
 * names one of its own.
 */
bool are_heads_of_section(struct extraction *x, const struct table *table)
{
    const struct target *t = &x->target;
    if (t->kind != TARGET_ELEMENT || t->records->count > t->before || table->columns != 2 ||
        table->rows < 2 || element_row(t->records->element)->kind != KIND_LIST)
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        struct text head = cell_words(x, table_cell(table, 0, c));
        struct label label = label_find(x, head);
        bool is_own = c == 0 && label.element == t->records->element;
        if (text_is_empty(head) || (is_section_label(&label) && !label.needs_context && !is_own))
            return false;
    }
    return true;
}

/* What each row is about, and its words. */
void fill_detail_rows(struct extraction *x, const struct table *table)
{
    x->clue = CLUE_COLUMN;
    note_plain_heads(x, table);
    for (size_t r = 1; r < table->rows; r++) {
        struct text_buffer item = text_buffer_new(x->arena);
        const struct cell *first = NULL;
        for (size_t c = 0; c < table->columns; c++) {
            const struct cell *cell = table_cell(table, r, c);
            struct text words = words_beginning_in(x, cell, r, c);
            if (text_is_empty(words))
                continue;
            note(x, USE_VALUE, words, cell->span);
            if (first != NULL)
                buffer_append_string(&item, colon_after(cell_words(x, first)));
            first = first == NULL ? cell : first;
            buffer_append(&item, words);
        }
        if (first != NULL)
            record_append(x->handbook, x->target.records, buffer_text(&item), first->span);
    }
}

/* Internal | External over lists: the party's side is the column's head. */
bool fill_sides(struct extraction *x, const struct table *table)
{
    if (x->target.records->element != ELEMENT_RELATIONS || table->rows < 2)
        return false;
    for (size_t c = 0; c < table->columns; c++) {
        struct text head = cell_words(x, table_cell(table, 0, c));
        if (text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_RELATIONS_SIDE, head)))
            return false;
    }
    x->clue = CLUE_COLUMN;
    for (size_t c = 0; c < table->columns; c++) {
        const struct cell *head = table_cell(table, 0, c);
        x->target.part = (struct value){cell_words(x, head), head->span};
        note(x, USE_LABEL, x->target.part.text, head->span);
        for (size_t r = 1; r < table->rows; r++)
            if (cell_begins_in(table_cell(table, r, c), r, c))
                fill_blocks(x, table_cell(table, r, c)->blocks);
    }
    x->target.part = (struct value){0};
    return true;
}
