/*
 * The form whose places carry names (core/model/form_name.h): each is what its name says, whatever
 * its label says and wherever it stands. Rows that people put between them have no names; they are
 * read as those of any other form.
 */
#include "core/base/text_buffer.h"
#include "core/extract/fill/fill.h"
#include "core/extract/tables/tables.h"
#include "core/extract/walk/roles.h"
#include "core/extract/walk/target.h"
#include "core/model/form_name.h"

/* A row with names in it, as read. */
struct named_row {
    size_t names;
    enum element element;   /* of a record's fields in it; ELEMENT_COUNT: none */
    struct columns columns; /* where these fields stand */
};

struct named {
    struct extraction *x;
    const struct table *table;
    struct value heading;   /* of the records that come: the cell over their heads */
    struct columns columns; /* of the records that were read last; count 0: none */
};

static bool read_name(const struct cell *cell, struct form_name *name)
{
    return cell != NULL && cell->field != NULL && form_name_read(cell->field->name, name);
}

bool has_form_name(const struct cell *cell)
{
    struct form_name name;
    return read_name(cell, &name);
}

bool has_form_names(const struct table *table)
{
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next)
        if (has_form_name(cell))
            return table->grid != NULL;
    return false;
}

static struct named_row read_row(struct named *n, size_t r)
{
    struct extraction *x = n->x;
    size_t count = n->table->columns;
    struct named_row row = {.element = ELEMENT_COUNT,
                            .columns = columns_new(x, ELEMENT_COUNT, count)};
    for (size_t c = 0; c < count; c++) {
        const struct cell *cell = table_cell(n->table, r, c);
        struct form_name name;
        if (!read_name(cell, &name) || cell->column != c)
            continue;
        row.names++;
        row.columns.fields[c] = name.field;
        if (name.field != FIELD_NONE) {
            row.element = row.columns.element = name.element;
            row.columns.known++;
        } else if (name.use == FORM_LABEL)
            row.columns.label_column = c;
    }
    return row;
}

static void open_named(struct extraction *x, enum element element, struct value heading)
{
    struct label label = {
        .kind = LABEL_ELEMENT, .element = element, .second = ELEMENT_COUNT, .field = FIELD_NONE};
    x->clue = CLUE_NAMED;
    open_element(x, label, heading.text, LEVEL_LINE, heading.at);
}

/* ---- values ---- */

static bool has_list(const struct cell *cell)
{
    for (const struct block *b = cell->blocks; b != NULL; b = b->next)
        if (b->kind == BLOCK_LIST || !text_is_empty(b->label))
            return true;
    return false;
}

static void fill_list(struct extraction *x, const struct cell *cell)
{
    for (struct block *b = cell->blocks; b != NULL; b = b->next)
        if (b->kind == BLOCK_LIST)
            fill_whole_items(x, b, 0);
        else if (!text_is_empty(b->label))
            fill_whole_item(x, text_trim(block_text(x->arena, b)), b->label, b->level, b->span);
        else
            fill_block(x, b);
}

/* What is set as a list is items as they are; other words are read as those of any form. */
static void fill_value(struct extraction *x, const struct cell *cell, struct text words)
{
    struct records *records = x->target.records;
    enum kind kind = element_row(records->element)->kind;
    struct text reason;
    bool is_text = kind == KIND_TEXT || kind == KIND_REF;
    if (is_text && records->count > 0)
        fill_text(x, words, TEXT(""), 0, cell->span);
    else if (!is_text && has_list(cell))
        fill_list(x, cell);
    else if (is_text || vocabulary_not_applicable(x->vocabulary, x->scratch, words, &reason))
        fill_whole_item(x, words, TEXT(""), 0, cell->span);
    else
        fill_blocks(x, cell->blocks);
}

/* A prompt that nobody replaced says nothing of the role, its label neither. */
static void note_unused_label(struct extraction *x, enum element element, struct value heading)
{
    x->clue = CLUE_NAMED;
    if (!text_is_empty(heading.text))
        note_field(x, USE_LABEL, element, FIELD_NONE, heading.text, heading.at);
}

static void fill_element_place(struct extraction *x, const struct cell *cell,
                               const struct form_name *name, struct value heading,
                               struct value part)
{
    struct text words = cell_words(x, cell);
    bool is_blank = text_is_empty(words) && !has_list(cell);
    if (is_blank && name->use != FORM_EMPTY) {
        note_unused_label(x, name->element, heading);
        return;
    }
    the_role(x, cell->span);
    if (name->element == ELEMENT_TITLE && is_filled(&x->role->values[ELEMENT_TITLE]) &&
        !text_equal(role_title(x->role), words))
        begin_role(x, TEXT(""), LEVEL_TITLE, cell->span);
    open_named(x, name->element, heading);
    x->target.part = part;
    if (!is_blank)
        fill_value(x, cell, words);
    close_target(x);
}

static void fill_other_place(struct extraction *x, const struct cell *cell, struct value heading)
{
    the_role(x, cell->span);
    x->clue = CLUE_NAMED;
    bool is_unknown =
        !text_is_empty(heading.text) && label_find(x, heading.text).kind == LABEL_UNKNOWN;
    open_other(x, heading.text, LEVEL_LINE, heading.at, is_unknown);
    fill_blocks(x, cell->blocks);
    close_target(x);
}

/* Labels and the places beside them, from left to right. */
static void fill_places(struct named *n, size_t r)
{
    struct extraction *x = n->x;
    struct value heading = {0}, part = {0};
    for (size_t c = 0; c < n->table->columns; c++) {
        const struct cell *cell = table_cell(n->table, r, c);
        struct form_name name;
        if (cell == NULL || cell->column != c)
            continue;
        struct value words = {cell_words(x, cell), cell->span};
        if (!read_name(cell, &name)) {
            heading = cell->row == r || text_is_empty(heading.text) ? words : heading;
            part = (struct value){0};
        } else if (name.use == FORM_PART) {
            part = words;
            x->clue = CLUE_NAMED;
            if (cell->row == r)
                note_field(x, USE_LABEL, name.element, FIELD_NONE, words.text, words.at);
        } else if (cell->row == r && name.use == FORM_OTHER)
            fill_other_place(x, cell, heading);
        else if (cell->row == r && name.use != FORM_LABEL)
            fill_element_place(x, cell, &name, heading, part);
    }
}

/* ---- records ---- */

/* How deep a record is nested: its words are set in. */
static unsigned depth_of(const struct named *n, size_t r, const struct columns *columns)
{
    for (size_t c = 0; c < columns->count; c++) {
        const struct cell *cell = table_cell(n->table, r, c);
        if (columns->fields[c] != element_first_field(columns->element) || cell->blocks == NULL)
            continue;
        uint32_t depth = cell->blocks->indent_pt10 / FORM_STEP_PT10;
        return depth < LIMIT_DEPTH ? depth : LIMIT_DEPTH;
    }
    return 0;
}

static bool has_words(const struct named *n, size_t r)
{
    for (size_t c = 0; c < n->table->columns; c++) {
        const struct cell *cell = table_cell(n->table, r, c);
        if (cell != NULL && cell->row == r && cell->column == c &&
            !text_is_empty(cell_words(n->x, cell)))
            return true;
    }
    return false;
}

static void fill_record(struct named *n, size_t r)
{
    struct extraction *x = n->x;
    if (!has_words(n, r)) /* a row of prompts */
        return;
    open_named(x, n->columns.element, n->heading);
    n->heading = (struct value){0};
    struct records *records = x->target.records;
    size_t before = records->count; /* a row of sums, or of heads again, is none */
    if (record_of_row(x, records, n->table, r, 0, n->table->columns, &n->columns) &&
        records->count > before)
        records->rows[records->count - 1].depth = depth_of(n, r, &n->columns);
    close_target(x);
}

/* ---- rows without names ---- */

static size_t words_in(const struct named *n, size_t r)
{
    size_t words = 0;
    for (size_t c = 0; c < n->table->columns; c++) {
        const struct cell *cell = table_cell(n->table, r, c);
        words += cell != NULL && cell->row == r && cell->column == c &&
                 !text_is_empty(cell_words(n->x, cell));
    }
    return words;
}

/* The heading of an element over the columns of its records, or the heads of these columns. */
static void fill_heads(struct named *n, size_t r, const struct named_row *below)
{
    struct extraction *x = n->x;
    bool is_heading = words_in(n, r) == 1 && text_is_empty(n->heading.text);
    x->clue = is_heading ? CLUE_BAR : CLUE_COLUMN;
    for (size_t c = 0; c < n->table->columns; c++) {
        const struct cell *cell = table_cell(n->table, r, c);
        struct text words = cell_words(x, cell);
        if (cell == NULL || cell->row != r || cell->column != c || text_is_empty(words))
            continue;
        if (is_heading)
            n->heading = (struct value){words, cell->span};
        else
            note_field(x, USE_LABEL, below->element, below->columns.fields[c], words, cell->span);
    }
}

/* Heads are marked as such, or hold what heads of these columns are called. */
static bool is_heads(struct named *n, size_t r, const struct named_row *below)
{
    struct columns heads;
    const struct cell *first = table_cell(n->table, r, 0);
    return below->element != ELEMENT_COUNT &&
           ((first != NULL && first->is_header) || words_in(n, r) == 1 ||
            columns_of_row(n->x, n->table, r, 0, n->table->columns, below->element, &heads));
}

static void settle_heading(struct named *n, enum element element)
{
    note_unused_label(n->x, element, n->heading);
    n->heading = (struct value){0};
}

/* Rows [first, end) without names; below: the row behind them. */
static void fill_unnamed(struct named *n, size_t first, size_t end, const struct named_row *below)
{
    size_t heads = end;
    while (heads > first && is_heads(n, heads - 1, below))
        heads--;
    while (first < heads && n->columns.count > 0)
        fill_record(n, first++); /* added behind the records above */
    if (first < heads)
        fill_form_rows(n->x, n->table, first, heads);
    if (heads < end)
        settle_heading(n, n->columns.element);
    for (; heads < end; heads++)
        fill_heads(n, heads, below);
}

bool fill_named(struct extraction *x, struct block *block)
{
    struct named n = {.x = x, .table = block->table};
    struct named_row none = {.element = ELEMENT_COUNT};
    if (!has_form_names(block->table))
        return false;
    x->has_names = true;
    close_target(x);
    for (size_t r = 0, first = 0; r < n.table->rows; r++) {
        struct named_row row = read_row(&n, r);
        if (row.names == 0 && r + 1 < n.table->rows)
            continue;
        fill_unnamed(&n, first, row.names == 0 ? r + 1 : r, row.names == 0 ? &none : &row);
        first = r + 1;
        if (row.element != ELEMENT_COUNT) {
            n.columns = row.columns;
            fill_record(&n, r);
        } else if (row.names > 0) {
            settle_heading(&n, n.columns.element);
            n.columns = (struct columns){0};
            fill_places(&n, r);
        }
    }
    settle_heading(&n, n.columns.element);
    close_target(x);
    return true;
}
