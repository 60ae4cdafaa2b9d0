/*
 * Person specifications: kinds of conditions down, essential and desirable across, or these alone.
 *
 * Under those heads stand the conditions themselves, or only marks, boxes and letters that say how
 * they are assessed: then the condition is the longest of the other cells.
 */
#include "core/extract/fill/fill.h"
#include "core/extract/tables/tables.h"
#include "core/extract/values/values.h"
#include "core/extract/walk/target.h"

#define LETTERS_MAX 2 /* A, AF, IV: how a condition is assessed, each behind a stroke or comma */

/* A table, or the rows and columns of a form from the row with the heads on. */
struct specification {
    struct area area;
    size_t head;      /* the row of the heads */
    bool lacks_kinds; /* the first column is one of needs as well */
    bool are_marks;   /* nothing but marks stands under the needs */
};

static size_t first_need(const struct specification *of)
{
    return of->area.from + !of->lacks_kinds;
}

/* The cell that begins there; NULL: none does. */
static const struct cell *cell_at(const struct specification *of, size_t row, size_t column)
{
    const struct cell *cell = table_cell(of->area.table, row, column);
    return cell_begins_in(cell, row, column) ? cell : NULL;
}

/* How much the conditions of a column count, by its head; empty: it holds something else. */
static struct text need_of(struct extraction *x, const struct specification *of, size_t column)
{
    const struct cell *head = cell_at(of, of->head, column);
    struct text words = head == NULL ? TEXT("") : cell_words(x, head);
    if (text_is_empty(words) || words.size > LABEL_BYTES)
        return TEXT("");
    return vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED, words);
}

static size_t count_needs(struct extraction *x, const struct specification *of)
{
    size_t needs = 0;
    for (size_t c = first_need(of); c < of->area.to; c++)
        needs += !text_is_empty(need_of(x, of, c));
    return needs;
}

/* "A / R", "AF, I": letters for the ways to assess a condition. */
static bool are_letters(struct text words)
{
    size_t run = 0, letters = 0;
    for (size_t i = 0; i < words.size; i++) {
        char c = words.data[i];
        bool is_upper = c >= 'A' && c <= 'Z';
        if (!is_upper && c != '/' && c != ',' && c != '&' && c != ' ' && c != '\n')
            return false;
        run = is_upper ? run + 1 : 0;
        letters += is_upper;
        if (run > LETTERS_MAX)
            return false;
    }
    return letters > 0;
}

static bool is_mark(struct text words)
{
    return is_tick(words) || is_empty_box(words) || are_letters(words);
}

/* The conditions stand beside the columns of needs, which hold nothing but marks. */
static bool holds_marks(struct extraction *x, const struct specification *of)
{
    size_t marks = 0;
    for (size_t r = of->head + 1; r < of->area.end; r++)
        for (size_t c = first_need(of); c < of->area.to; c++) {
            const struct cell *cell = cell_at(of, r, c);
            struct text words = cell == NULL ? TEXT("") : cell_words(x, cell);
            if (text_is_empty(words) || text_is_empty(need_of(x, of, c)))
                continue;
            bool is_head =
                !text_is_empty(vocabulary_code(x->vocabulary, x->scratch, FIELD_APPOINTMENT_NEED,
                                               words.size > LABEL_BYTES ? TEXT("") : words));
            if (!is_mark(words) && !is_head)
                return false;
            marks += is_mark(words);
        }
    return marks > 0;
}

/* The conditions of one cell, each with the kind and the need that its row and column say. */
static void fill_conditions(struct extraction *x, const struct cell *cell, struct text kind,
                            struct text need)
{
    struct records *records = x->target.records;
    size_t from = records->count;
    x->target.part = (struct value){0};
    x->target.clue = CLUE_COLUMN;
    fill_blocks(x, cell->blocks);
    for (size_t i = from; i < records->count; i++) {
        struct record *record = &records->rows[i];
        if (!text_is_empty(need))
            record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_NEED,
                             (struct value){need, cell->span});
        if (!text_is_empty(kind))
            record_set_field(x->handbook, records, record, FIELD_APPOINTMENT_KIND,
                             (struct value){kind, cell->span});
    }
}

static void set_remark(struct extraction *x, const struct cell *cell, enum field field, size_t from)
{
    struct records *records = x->target.records;
    struct value value = {cell_words(x, cell), cell->span};
    x->clue = CLUE_COLUMN;
    note_field(x, USE_VALUE, ELEMENT_APPOINTMENT, field, value.text, value.at);
    for (size_t i = from; i < records->count; i++)
        record_set_field(x->handbook, records, &records->rows[i], field, value);
}

/* What a column without a need says of the row: how the condition is shown, most often. */
static void fill_remark(struct extraction *x, const struct specification *of,
                        const struct cell *cell, size_t from)
{
    struct text head = cell_words(x, table_cell(of->area.table, of->head, cell->column));
    enum field field = vocabulary_field(x->vocabulary, x->scratch, ELEMENT_APPOINTMENT, head);
    x->clue = CLUE_COLUMN;
    if (field == FIELD_NONE || x->target.records->count == from)
        fill_blocks(x, cell->blocks);
    else
        set_remark(x, cell, field, from);
}

/* A row of one cell over the table: the kind of the conditions below. */
static bool is_group(struct extraction *x, const struct specification *of, size_t row)
{
    const struct cell *first = cell_at(of, row, of->area.from);
    if (of->lacks_kinds && first != NULL && first->column_span == 1)
        return false;
    for (size_t c = of->area.from + 1; c < of->area.to; c++) {
        const struct cell *cell = table_cell(of->area.table, row, c);
        if (cell != first && !text_is_empty(cell_words(x, cell)))
            return false;
    }
    return first != NULL && !text_is_empty(cell_words(x, first));
}

/* "Knowledge | Essential | Desirable" once more: the heads of the next group. */
static bool is_head_again(struct extraction *x, const struct specification *of, size_t row)
{
    struct specification again = {.area = of->area, .head = row, .lacks_kinds = of->lacks_kinds};
    size_t needs = count_needs(x, of);
    return needs > 0 && count_needs(x, &again) == needs;
}

/* The longest cell that stands under no need: the condition of a row of marks. */
static const struct cell *find_condition(struct extraction *x, const struct specification *of,
                                         size_t row)
{
    const struct cell *longest = NULL;
    for (size_t c = of->area.from; c < of->area.to; c++) {
        const struct cell *cell = cell_at(of, row, c);
        if (cell == NULL || !text_is_empty(need_of(x, of, c)) ||
            is_numeral_cell(cell_words(x, cell)) || is_mark(cell_words(x, cell)))
            continue;
        if (longest == NULL || cell_words(x, cell).size > cell_words(x, longest).size)
            longest = cell;
    }
    return longest;
}

/* The first cell under a need that is marked; an empty box marks nothing. */
static const struct cell *find_marked(struct extraction *x, const struct specification *of,
                                      size_t row)
{
    for (size_t c = first_need(of); c < of->area.to; c++) {
        const struct cell *cell = cell_at(of, row, c);
        struct text words = cell == NULL ? TEXT("") : cell_words(x, cell);
        if (!text_is_empty(need_of(x, of, c)) && is_mark(words) && !is_empty_box(words))
            return cell;
    }
    return NULL;
}

/*
 * "1 | Recognised qualification |   | A / R": the condition itself, and under how much it counts a
 * mark, or the letters of how it is assessed.
 */
static void fill_marked_row(struct extraction *x, const struct specification *of, size_t row,
                            const struct cell *condition, struct text kind)
{
    const struct cell *marked = find_marked(x, of, row);
    const struct cell *before = table_cell(of->area.table, row, of->area.from);
    struct text need = marked == NULL ? TEXT("") : need_of(x, of, marked->column);
    if (before != NULL && before != condition && before->column >= of->area.from &&
        before->row > of->head && !is_numeral_cell(cell_words(x, before)))
        kind = cell_words(x, before); /* perhaps merged down over the row */
    size_t from = x->target.records->count;
    fill_conditions(x, condition, kind, need);
    for (size_t c = of->area.from; c < of->area.to; c++) {
        const struct cell *cell = cell_at(of, row, c);
        struct text words = cell == NULL ? TEXT("") : cell_words(x, cell);
        if (cell == condition || text_is_empty(words))
            continue;
        if (are_letters(words) && !is_tick(words))
            set_remark(x, cell, FIELD_APPOINTMENT_EVIDENCE, from);
        else if (is_mark(words))
            note_skipped(x, is_empty_box(words) ? CLUE_BOX : CLUE_BOX_TICKED, words, cell->span);
        else if (cell == before || is_numeral_cell(words))
            note(x, USE_LABEL, words, cell->span);
        else
            fill_remark(x, of, cell, from);
    }
}

/* Conditions under their needs; the first cell is their kind, or else the group's. */
static void fill_row_of_words(struct extraction *x, const struct specification *of, size_t row,
                              struct text group)
{
    const struct cell *first =
        of->lacks_kinds ? NULL : table_cell(of->area.table, row, of->area.from);
    struct text words = cell_words(x, first);
    struct text kind = of->lacks_kinds ? group : is_numeral_cell(words) ? TEXT("") : words;
    size_t from = x->target.records->count;
    if (first != NULL && first->row == row) {
        x->clue = CLUE_COLUMN;
        note(x, USE_LABEL, words, first->span);
    }
    for (int remarks = 0; remarks < 2; remarks++)
        for (size_t c = first_need(of); c < of->area.to; c++) {
            const struct cell *cell = cell_at(of, row, c);
            if (cell == NULL || text_is_empty(cell_words(x, cell)))
                continue;
            struct text need = need_of(x, of, c);
            if (!text_is_empty(need) && !remarks)
                fill_conditions(x, cell, kind, need);
            else if (text_is_empty(need) && remarks)
                fill_remark(x, of, cell, from);
        }
}

static void fill_row(struct extraction *x, const struct specification *of, size_t row,
                     struct text *group)
{
    if (is_group(x, of, row)) {
        *group = cell_words(x, cell_at(of, row, of->area.from));
        x->clue = CLUE_BAR;
        note(x, USE_LABEL, *group, cell_at(of, row, of->area.from)->span);
        return;
    }
    const struct cell *condition = find_condition(x, of, row);
    const struct cell *marked = find_marked(x, of, row);
    bool is_ticked = marked != NULL && is_tick(cell_words(x, marked));
    if (condition != NULL && (of->are_marks || is_ticked))
        fill_marked_row(x, of, row, condition, *group);
    else
        fill_row_of_words(x, of, row, *group);
}

static void note_need_heads(struct extraction *x, const struct specification *of)
{
    x->clue = CLUE_COLUMN;
    for (size_t c = of->area.from; c < of->area.to; c++) {
        const struct cell *head = cell_at(of, of->head, c);
        if (head != NULL)
            note(x, USE_LABEL, cell_words(x, head), head->span);
    }
}

/* The heads, and the rows below them as far as the end. */
static void fill_rows(struct extraction *x, struct specification *of)
{
    bool is_open =
        x->target.kind == TARGET_ELEMENT && x->target.records->element == ELEMENT_APPOINTMENT;
    struct text group = TEXT("");
    x->clue = CLUE_COLUMN;
    if (!is_open)
        open_element(x, label_of(ELEMENT_APPOINTMENT), TEXT(""), LEVEL_LINE,
                     table_cell(of->area.table, of->head, of->area.from)->span);
    of->are_marks = holds_marks(x, of);
    note_need_heads(x, of);
    for (size_t r = of->head + 1; r < of->area.end; r++) {
        if (!is_head_again(x, of, r)) {
            fill_row(x, of, r, &group);
            continue;
        }
        struct text name = cell_words(x, table_cell(of->area.table, r, of->area.from));
        group = is_numeral_cell(name) ? TEXT("") : name;
        note_need_heads(x, &(struct specification){.area = of->area, .head = r});
    }
}

/* Where the rows of conditions end: at the first with a label of another kind. "Other" is none. */
static size_t find_end(struct extraction *x, const struct specification *of)
{
    size_t r = of->head + 1;
    for (; r < of->area.end; r++) {
        const struct cell *first = table_cell(of->area.table, r, of->area.from);
        struct label label = label_find(x, cell_words(x, first));
        bool is_kind = of->lacks_kinds || label.kind == LABEL_UNKNOWN ||
                       label.kind == LABEL_OTHER ||
                       (label.kind == LABEL_ELEMENT && label.element == ELEMENT_APPOINTMENT);
        bool is_bar = first != NULL && first->column_span >= of->area.to - of->area.from;
        if (!is_kind || is_bar)
            break;
    }
    return r;
}

bool fill_specification(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    struct specification of = {.area = {table, table->rows, 0, table->columns}};
    if (x->role == NULL || table->grid == NULL || table->rows < 2 || table->columns < 2)
        return false;
    of.lacks_kinds = !text_is_empty(need_of(x, &of, 0));
    size_t needs = count_needs(x, &of);
    bool is_asked =
        x->target.kind == TARGET_ELEMENT && x->target.records->element == ELEMENT_APPOINTMENT;
    if (needs < 2 && (of.lacks_kinds || needs == 0 || !is_asked))
        return false;
    if (find_end(x, &of) < table->rows)
        return false; /* a form with such rows in it */
    fill_rows(x, &of);
    return true;
}

size_t fill_specification_rows(struct extraction *x, const struct area *area, size_t head)
{
    struct specification of = {.area = *area, .head = head};
    if (x->role == NULL || area->to - area->from < 3 || count_needs(x, &of) < 2)
        return head;
    of.area.end = find_end(x, &of);
    if (of.area.end == head + 1)
        return head;
    fill_rows(x, &of);
    return of.area.end - 1;
}
