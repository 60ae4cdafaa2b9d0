/*
 * The Word form: one table, labels left of or above their values, labels merged over many rows,
 * bars over the full width, sub-tables with heads.
 */
#include "core/base/script.h"
#include "core/base/text_buffer.h"
#include "core/extract/extraction.h"
#include "core/model/fold.h"
#include "core/model/list_label.h"
#include <string.h>

#define SHORT_LABEL 15      /* Han: a longer first cell is a value */
#define SHORT_LATIN 40      /* letters, alike */
#define SPLIT_LABEL_CELLS 4 /* 職|務: a label cut over so many cells at most */
#define FORM_LABELS_MIN 2
#define SHARE_LENGTH 6 /* "12.5 %" */

/* A stretch of the grid whose rows are read alike. */
struct form {
    struct extraction *x;
    const struct table *table;
    size_t first_row, end_row, first_column, end_column;
    struct target section;  /* the bar or merged label the rows stand under; TARGET_NONE: none */
    bool section_has_rows;  /* with a label or number of their own */
    bool section_has_words; /* over the full width, below the bar */
    struct target end;      /* the section in which the table ended */
    bool has_columns;
    struct columns columns;
    const bool *label_columns; /* [columns of the table] in which known labels begin */
};

/* A row's cells; a label cut over several cells is one. */
struct form_cell {
    const struct cell *cell;
    struct text words;
    struct label label;
    size_t end_column;
};
struct form_row {
    struct form_cell *cells;
    size_t count, filled, first; /* first: index of the first that is not empty */
    size_t labels;
};

/* As short as labels are. */
static bool is_short(struct text words)
{
    size_t length = text_code_points(words);
    return length <= SHORT_LABEL ||
           (words.size == length && length <= SHORT_LATIN && !text_ends_with(words, TEXT(".")));
}

static bool is_label(const struct form_cell *c)
{
    return c->label.kind == LABEL_ELEMENT || c->label.kind == LABEL_FIELD;
}

static struct form_cell read_cell(struct form *form, const struct cell *cell)
{
    struct text words = cell_words(form->x, cell);
    return (struct form_cell){.cell = cell,
                              .words = words,
                              .label = label_find(form->x, words),
                              .end_column = cell->column + cell->column_span};
}

/* 職 | 務 beside each other, each too short to be read alone. */
static void join_split_labels(struct form *form, struct form_row *row)
{
    for (size_t i = 0; i + 1 < row->count; i++) {
        struct text_buffer joined = text_buffer_new(form->x->arena);
        for (size_t n = 0; n < SPLIT_LABEL_CELLS && i + n < row->count; n++) {
            const struct form_cell *c = &row->cells[i + n];
            bool is_piece = text_code_points(c->words) == 1 &&
                            c->cell->row_span == row->cells[i].cell->row_span;
            if (!is_piece)
                break;
            buffer_append(&joined, c->words);
            struct label label = label_find(form->x, buffer_text(&joined));
            if (n == 0 || label.kind != LABEL_ELEMENT)
                continue;
            row->cells[i].words = buffer_text(&joined);
            row->cells[i].label = label;
            row->cells[i].end_column = c->end_column;
            for (size_t k = i + n + 1; k < row->count; k++)
                row->cells[k - n] = row->cells[k];
            row->count -= n;
            break;
        }
    }
}

/* 編制 beside 審核 and 核准 is who wrote the form, not how many hold the position. */
static void settle_signatures(struct form_row *row)
{
    bool is_approval = false;
    for (size_t i = 0; i < row->count; i++)
        is_approval |= is_label(&row->cells[i]) && row->cells[i].label.element == ELEMENT_APPROVAL;
    for (size_t i = 0; is_approval && i < row->count; i++)
        row->cells[i].label = label_as_field(row->cells[i].label, ELEMENT_APPROVAL);
}

static struct form_row read_row(struct form *form, size_t r)
{
    struct form_row row = {.first = SIZE_MAX};
    row.cells = arena_new_array(form->x->scratch, form->end_column - form->first_column + 1,
                                struct form_cell);
    for (size_t c = form->first_column; c < form->end_column; c++) {
        const struct cell *cell = table_cell(form->table, r, c);
        if (cell != NULL && cell->row == r && cell->column == c)
            row.cells[row.count++] = read_cell(form, cell);
    }
    join_split_labels(form, &row);
    settle_signatures(&row);
    for (size_t i = 0; i < row.count; i++) {
        row.labels += is_label(&row.cells[i]);
        if (text_is_empty(row.cells[i].words))
            continue;
        row.filled++;
        if (row.first == SIZE_MAX)
            row.first = i;
    }
    return row;
}

static void leave_section(struct form *form)
{
    close_target(form->x);
    form->section = (struct target){.kind = TARGET_NONE};
    form->has_columns = false;
    form->section_has_rows = false;
    form->section_has_words = false;
}

/* The section's words go on, without the part that the last row named. */
static void resume_section(struct form *form) { form->x->target = form->section; }

static enum element section_element(const struct form *form)
{
    return form->section.kind == TARGET_ELEMENT ? form->section.records->element : ELEMENT_COUNT;
}

/* ---- values ---- */

/* More than one paragraph, or lines in one. */
static bool has_list(struct extraction *x, const struct block *first)
{
    return first != NULL &&
           (first->next != NULL || first->kind == BLOCK_LIST ||
            text_find(block_text(x->scratch, first), TEXT("\n"), 0) != TEXT_NOT_FOUND);
}

static bool is_single_value(const struct label *label)
{
    enum kind kind = element_row(label->element)->kind;
    return label->field != FIELD_NONE || kind == KIND_TEXT || kind == KIND_REF;
}

/* A label and the cell that holds its value; NULL: none. */
static void fill_labelled(struct form *form, const struct form_cell *name,
                          const struct form_cell *value)
{
    struct extraction *x = form->x;
    struct label label = name->label;
    label_settle(x, &label, value != NULL && has_list(x, value->cell->blocks));
    if (is_single_value(&label)) {
        struct pair pair = {label, name->words, value == NULL ? TEXT("") : value->words};
        fill_pair(x, &pair, value == NULL ? name->cell->span : value->cell->span);
        return;
    }
    open_element(x, label, name->words, LEVEL_LINE, name->cell->span);
    if (value != NULL)
        fill_blocks(x, value->cell->blocks);
}

/* Lines of a cell: 「標籤：值」 where they are pairs, else words of what stands before. */
static void fill_cell_lines(struct extraction *x, const struct cell *cell)
{
    for (struct block *block = cell->blocks; block != NULL; block = block->next) {
        struct text text = whole_block_text(x->arena, block);
        struct text line;
        if (block->kind == BLOCK_TABLE) {
            fill_block(x, block);
            continue;
        }
        for (size_t offset = 0; text_next_line(text, &offset, &line);) {
            struct pair pairs[PAIRS_MAX];
            size_t count = label_pairs(x, line, pairs, PAIRS_MAX);
            for (size_t i = 0; i < count; i++)
                fill_pair(x, &pairs[i], block->span);
            if (count == 0)
                fill_text(x, line, block->label, 0, block->span);
        }
    }
}

static bool begins_with_pair(struct extraction *x, struct text words)
{
    struct pair pair;
    struct text line;
    size_t offset = 0;
    return text_next_line(words, &offset, &line) && label_pairs(x, line, &pair, 1) > 0;
}

/* ---- a cell over the full width ---- */

static bool looks_like_heading(struct text words)
{
    return is_short(words) && !text_ends_with(words, TEXT("。")) &&
           !text_ends_with(words, TEXT("."));
}

/* A label in the first line or two, and its words in the lines below. */
static bool fill_label_and_lines(struct form *form, const struct form_cell *bar)
{
    struct extraction *x = form->x;
    struct text line;
    size_t offset = 0;
    for (unsigned lines = 0; lines < 2 && text_next_line(bar->words, &offset, &line); lines++) {
        struct label label = label_find(x, text_slice(bar->words, 0, offset));
        struct text rest = text_trim(text_from(bar->words, offset));
        if (label.kind != LABEL_ELEMENT || text_is_empty(rest) || begins_with_pair(x, rest))
            continue;
        leave_section(form);
        open_element(x, label, text_trim(text_slice(bar->words, 0, offset)), LEVEL_LINE,
                     bar->cell->span);
        fill_text(x, rest, TEXT(""), 0, bar->cell->span);
        close_target(x);
        return true;
    }
    return false;
}

/* A bar whose words speak of another element than the section it stands in. */
static bool is_guessed_bar(struct form *form, const struct form_cell *bar)
{
    struct label guess = label_guess(form->x, bar->words);
    return guess.kind == LABEL_ELEMENT && looks_like_heading(bar->words) &&
           guess.element != section_element(form) &&
           (guess.guess == GUESS_WHOLE || block_is_strong(bar->cell->blocks) ||
            form->section.kind == TARGET_NONE);
}

static void fill_bar(struct form *form, const struct form_cell *bar)
{
    struct extraction *x = form->x;
    struct label label = bar->label;
    x->clue = CLUE_BAR;
    bool is_words = bar->cell->blocks != NULL && bar->cell->blocks->kind == BLOCK_PARAGRAPH;
    if (label.kind == LABEL_UNKNOWN && is_words && fill_label_and_lines(form, bar))
        return;
    if (label.kind == LABEL_UNKNOWN && is_words && is_guessed_bar(form, bar))
        label = label_guess(x, bar->words);
    if (label.kind == LABEL_ELEMENT) {
        leave_section(form);
        open_element(x, label, bar->words, LEVEL_LINE, bar->cell->span);
        form->section = x->target;
    } else if (label.kind == LABEL_FORM) {
        leave_section(form);
        begin_role(x, TEXT(""), LEVEL_TITLE, bar->cell->span);
        x->clue = CLUE_FORM;
        note_field(x, USE_LABEL, ELEMENT_COUNT, FIELD_NONE, bar->words, bar->cell->span);
    } else if (label.kind == LABEL_OTHER) {
        leave_section(form);
        note_skipped(x, CLUE_NO_ELEMENT, bar->words, bar->cell->span);
    } else if (begins_with_pair(x, bar->words)) {
        leave_section(form);
        fill_cell_lines(x, bar->cell);
        close_target(x);
    } else if (form->section.kind != TARGET_NONE && !form->section_has_rows && !form->has_columns) {
        resume_section(form);
        fill_blocks(x, bar->cell->blocks);
        form->section = x->target;
        form->section_has_words = true;
    } else {
        bool is_heading = looks_like_heading(bar->words);
        leave_section(form);
        the_role(x, bar->cell->span);
        open_other(x, is_heading ? bar->words : TEXT(""), LEVEL_LINE, bar->cell->span, is_heading);
        if (!is_heading)
            fill_blocks(x, bar->cell->blocks);
        form->section = x->target;
    }
}

/* ---- rows ---- */

static bool is_numeral_cell(struct text words)
{
    if (text_is_empty(words) || text_code_points(words) > 4)
        return false;
    static const struct text numerals =
        TEXT_INIT("0123456789〇一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩().（）、．");
    for (size_t i = 0; i < words.size;) {
        size_t begin = i;
        text_next(words, &i);
        if (text_find(numerals, text_slice(words, begin, i), 0) == TEXT_NOT_FOUND)
            return false;
    }
    return true;
}

static struct text rest_of_row(struct form *form, const struct form_row *row, size_t from)
{
    struct text_buffer rest = text_buffer_new(form->x->arena);
    for (size_t i = from; i < row->count; i++) {
        if (text_is_empty(row->cells[i].words))
            continue;
        if (rest.size > 0)
            buffer_append_string(&rest, "  ");
        buffer_append(&rest, row->cells[i].words);
    }
    return buffer_text(&rest);
}

/* Whether a row's first cell names a part of the section, as against the item itself. */
static bool is_part_name(struct form *form, const struct form_cell *first)
{
    enum element element = section_element(form);
    bool is_side = !text_is_empty(
        vocabulary_code(form->x->vocabulary, form->x->scratch, FIELD_RELATIONS_SIDE, first->words));
    if (element == ELEMENT_COUNT || !is_short(first->words))
        return false;
    if (element == ELEMENT_RELATIONS)
        return is_side || first->label.is_part;
    return element != ELEMENT_STANDARDS && element != ELEMENT_TOOLS && element != ELEMENT_GOALS;
}

/* 40 % behind a duty: its share of time; false: the row does not end in one. */
static bool take_share(struct form *form, const struct form_row *row, struct text *share)
{
    const struct form_cell *last = &row->cells[row->count - 1];
    bool is_share =
        section_element(form) == ELEMENT_DUTIES && row->count > row->first + 2 &&
        text_code_points(last->words) <= SHARE_LENGTH &&
        (text_ends_with(last->words, TEXT("%")) || text_ends_with(last->words, TEXT("％")));
    *share = is_share ? last->words : TEXT("");
    return is_share;
}

static void set_share(struct extraction *x, size_t from, struct text share, struct span at)
{
    struct records *records = x->target.records;
    if (from < records->count)
        record_set_field(x->handbook, records, &records->rows[from], FIELD_DUTIES_SHARE,
                         (struct value){share, at});
    note_field(x, USE_VALUE, ELEMENT_DUTIES, FIELD_DUTIES_SHARE, share, at);
}

/* number | text | share */
static void fill_numbered_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    struct form_row part = *row;
    struct text share;
    if (take_share(form, row, &share))
        part.count--;
    note(x, USE_VALUE, first->words, first->cell->span);
    size_t from = x->target.kind == TARGET_ELEMENT ? x->target.records->count : 0;
    fill_text(x, rest_of_row(form, &part, row->first + 1), first->words, 0,
              row->cells[row->first + 1].cell->span);
    if (!text_is_empty(share))
        set_share(x, from, share, row->cells[row->count - 1].cell->span);
}

/* A row of a section without heads: number | text, kind | condition, or a text of its own. */
static void fill_section_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    struct span at = first->cell->span;
    resume_section(form);
    form->section_has_rows |= row->filled > 1;
    if (row->filled == 1 && is_numeral_cell(first->words) && row->count > 1 &&
        x->target.kind == TARGET_ELEMENT) {
        /* a number whose text was never filled in */
        record_append(x->handbook, x->target.records, TEXT(""), at)->label = first->words;
        note(x, USE_VALUE, first->words, at);
    } else if (row->filled == 1)
        fill_blocks(x, first->cell->blocks);
    else if (is_numeral_cell(first->words))
        fill_numbered_row(form, row);
    else if (is_part_name(form, first)) {
        x->target.part = (struct value){first->words, at};
        note(x, USE_LABEL, first->words, at);
        for (size_t i = row->first + 1; i < row->count; i++)
            fill_blocks(x, row->cells[i].cell->blocks);
    } else {
        struct text_buffer all = text_buffer_new(x->arena);
        buffer_append(&all, first->words);
        buffer_append_string(&all, is_short(first->words) ? "：" : "  ");
        buffer_append(&all, rest_of_row(form, row, row->first + 1));
        fill_text(x, buffer_text(&all), TEXT(""), 0, at);
    }
}

/* An unknown word where labels stand in other rows, with a value behind it. */
static bool stands_as_label(const struct form *form, const struct form_row *row, size_t i)
{
    const struct form_cell *c = &row->cells[i];
    return i + 1 < row->count && !text_is_empty(c->words) && is_short(c->words) &&
           form->label_columns[c->cell->column] && !is_numeral_cell(c->words);
}

/* Where the value that begins at from ends: at the next label, or what stands as one. */
static size_t value_end(const struct form *form, const struct form_row *row, size_t from)
{
    bool has_value = false;
    for (; from < row->count; from++) {
        const struct form_cell *c = &row->cells[from];
        if (is_label(c) || c->label.kind == LABEL_OTHER ||
            (has_value && stands_as_label(form, row, from)))
            break;
        has_value |= !text_is_empty(c->words);
    }
    return from;
}

/* A label the vocabulary does not know, with words beside it. */
static void fill_unknown_row(struct form *form, const struct form_row *row, size_t from)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[from];
    bool has_label = is_short(first->words) && from + 1 < row->count;
    size_t value = from + 1;
    while (value < row->count && text_is_empty(row->cells[value].words))
        value++;
    struct form_cell guessed = *first;
    guessed.label = has_label && first->label.kind == LABEL_UNKNOWN && value < row->count
                        ? label_guess(x, first->words)
                        : label_of(ELEMENT_COUNT);
    if (guessed.label.kind == LABEL_ELEMENT && value + 1 >= value_end(form, row, value)) {
        fill_labelled(form, &guessed, &row->cells[value]);
        close_target(x);
        return;
    }
    the_role(x, first->cell->span);
    open_other(x, has_label ? first->words : TEXT(""), LEVEL_LINE, first->cell->span,
               has_label && first->label.kind != LABEL_OTHER);
    for (size_t i = has_label ? from + 1 : from; i < row->count && !is_label(&row->cells[i]); i++)
        fill_blocks(x, row->cells[i].cell->blocks);
    close_target(x);
}

/* The next cell with words behind the value. */
static size_t second_value(const struct form_row *row, size_t value, size_t end)
{
    size_t next = value + 1;
    while (next + 1 < end && text_is_empty(row->cells[next].words))
        next++;
    return next;
}

/* A label and the cells up to the next one: several are one record without heads. */
static void fill_labelled_row(struct form *form, const struct form_row *row, size_t name,
                              size_t end)
{
    size_t filled = 0, value = name;
    for (size_t i = name + 1; i < end; i++)
        if (!text_is_empty(row->cells[i].words) && filled++ == 0)
            value = i;
    if (filled <= 1) {
        fill_labelled(form, &row->cells[name], filled == 0 ? NULL : &row->cells[value]);
        return;
    }
    struct form_row part = *row;
    part.count = end;
    struct form_cell joined = row->cells[value];
    joined.words = rest_of_row(form, &part, name + 1);
    if (is_single_value(&row->cells[name].label)) {
        size_t next = second_value(row, value, end);
        bool is_label = is_short(row->cells[next].words) && next + 1 < end;
        fill_labelled(form, &row->cells[name], is_label ? &row->cells[value] : &joined);
        if (is_label)
            fill_unknown_row(form, &part, next);
        return;
    }
    open_element(form->x, row->cells[name].label, row->cells[name].words, LEVEL_LINE,
                 row->cells[name].cell->span);
    fill_text(form->x, joined.words, TEXT(""), 0, joined.cell->span);
}

static void fill_pairs_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    for (size_t i = row->first; i < row->count;) {
        const struct form_cell *name = &row->cells[i];
        x->clue = CLUE_BESIDE;
        if (text_is_empty(name->words)) {
            i++;
        } else if (!is_label(name) && begins_with_pair(x, name->words)) {
            fill_cell_lines(x, name->cell);
            i++;
        } else if (!is_label(name)) {
            fill_unknown_row(form, row, i);
            i = value_end(form, row, i + 1);
        } else {
            size_t end = value_end(form, row, i + 1);
            fill_labelled_row(form, row, i, end);
            i = end;
        }
        close_target(x);
    }
}

/* ---- labels above their values ---- */

static const struct form_cell *cell_below(const struct form_row *row, const struct form_cell *name)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].cell->column == name->cell->column)
            return &row->cells[i];
    return NULL;
}

static bool stands_above(const struct form_row *row, const struct form_row *below)
{
    if (row->labels < 2 || row->labels != row->filled || below->labels > 0 || below->filled == 0)
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (is_label(&row->cells[i]) && cell_below(below, &row->cells[i]) == NULL)
            return false;
    return true;
}

/* A label has all that stands below it as far as the next label, also where the columns differ. */
static void fill_values_below(struct form *form, const struct form_row *row,
                              const struct form_row *below)
{
    size_t at = 0;
    for (size_t i = 0; i < row->count; i++) {
        if (!is_label(&row->cells[i]))
            continue;
        size_t next = i + 1;
        while (next < row->count && !is_label(&row->cells[next]))
            next++;
        uint32_t end = next < row->count ? row->cells[next].cell->column : UINT32_MAX;
        struct form_row part = {
            .cells = arena_new_array(form->x->scratch, below->count + 1, struct form_cell)};
        part.cells[part.count++] = row->cells[i];
        for (; at < below->count && below->cells[at].cell->column < end; at++)
            part.cells[part.count++] = below->cells[at];
        form->x->clue = CLUE_ABOVE;
        fill_labelled_row(form, &part, 0, part.count);
        close_target(form->x);
    }
}

/* The rows under a row of labels, down to the next that has labels or another grid. */
static size_t fill_columns_below(struct form *form, struct form_row *row, size_t r)
{
    for (; r + 1 < form->end_row; r++) {
        struct form_row below = read_row(form, r + 1);
        if (!stands_above(row, &below))
            break;
        fill_values_below(form, row, &below);
        for (size_t i = 0; i < row->count; i++)
            row->cells[i].words = TEXT(""); /* a head is said once */
    }
    return r;
}

/* How many rows below have words in two cells and no label. */
static size_t count_plain_rows(struct form *form, size_t r)
{
    size_t rows = 0;
    while (++r < form->end_row && rows < 2) {
        struct form_row below = read_row(form, r);
        if (below.labels > 0 || below.filled < 2)
            break;
        rows++;
    }
    return rows;
}

/* What the records are about is among the heads: 績效指標, not only 目標 and 權重. */
static bool has_main_field(const struct columns *columns)
{
    for (size_t c = 0; c < columns->count; c++)
        if (columns->fields[c] == element_first_field(columns->element))
            return true;
    return false;
}

/* The element most of whose fields the row's cells name, all of them; ELEMENT_COUNT: none. */
static enum element element_of_row(struct form *form, const struct form_row *row, size_t r)
{
    enum element best = ELEMENT_COUNT;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT && best == ELEMENT_COUNT; e++) {
        struct columns columns;
        bool is_wanted = element_field_count((enum element)e) > 0 &&
                         columns_of_row(form->x, form->table, r, form->first_column,
                                        form->end_column, (enum element)e, &columns);
        if (is_wanted && columns.known == row->filled && has_main_field(&columns))
            best = (enum element)e;
    }
    return best;
}

/*
 * "% of time | Duties", 績效指標 | 目標 | 權重 over their rows: heads of records, not labels above
 * values. Two heads that are both labels of elements stand above values.
 */
static bool opens_columns(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    size_t elements = 0;
    for (size_t i = 0; i < row->count; i++)
        elements += row->cells[i].label.kind == LABEL_ELEMENT;
    bool may_be = row->labels > 0 && row->filled >= 2 && row->filled == row->count &&
                  (row->filled > 2 || elements < 2) && count_plain_rows(form, r) > 1;
    enum element element = may_be ? element_of_row(form, row, r) : ELEMENT_COUNT;
    if (element == ELEMENT_COUNT)
        return false;
    columns_of_row(x, form->table, r, form->first_column, form->end_column, element,
                   &form->columns);
    x->clue = CLUE_COLUMN;
    open_element(x, label_of(element), TEXT(""), LEVEL_LINE, row->cells[row->first].cell->span);
    note_heads(x, form->table, r, form->first_column, form->end_column, &form->columns);
    form->section = x->target;
    form->has_columns = true;
    form->section_has_rows = true;
    return true;
}

/* ---- marks under heads: 初級 | 中級 | 高級 ---- */

/* Words, and behind them nothing but marks and empty cells. */
static bool is_ticked_row(const struct form_row *row)
{
    size_t ticks = 0;
    for (size_t i = row->first + 1; i < row->count; i++) {
        bool is_mark = is_tick(row->cells[i].words);
        if (!is_mark && !text_is_empty(row->cells[i].words))
            return false;
        ticks += is_mark;
    }
    return ticks > 0 && row->count > 2 && !is_label(&row->cells[row->first]);
}

/* The nearest cell above that is no mark: what the mark stands under. */
static struct text head_above(struct form *form, const struct form_cell *mark)
{
    for (size_t r = mark->cell->row; r-- > form->first_row;) {
        struct text words = cell_words(form->x, table_cell(form->table, r, mark->cell->column));
        if (!text_is_empty(words) && !is_tick(words))
            return words;
    }
    return TEXT("");
}

static void fill_ticked_row(struct form *form, const struct form_row *row)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    bool is_condition =
        x->target.kind == TARGET_ELEMENT && x->target.records->element == ELEMENT_APPOINTMENT;
    for (size_t i = row->first + 1; i < row->count; i++) {
        const struct form_cell *mark = &row->cells[i];
        if (text_is_empty(mark->words))
            continue;
        struct text head = head_above(form, mark);
        struct text_buffer item = text_buffer_new(x->arena);
        buffer_append(&item, first->words);
        if (!is_condition && !text_is_empty(head)) {
            buffer_append_string(&item, colon_after(first->words));
            buffer_append(&item, head);
        }
        size_t from = is_condition ? x->target.records->count : 0;
        fill_text(x, buffer_text(&item), TEXT(""), 0, first->cell->span);
        note_skipped(x, CLUE_BOX_TICKED, mark->words, mark->cell->span);
        if (is_condition && from < x->target.records->count)
            record_set_field(x->handbook, x->target.records, &x->target.records->rows[from],
                             FIELD_APPOINTMENT_LEVEL, (struct value){head, mark->cell->span});
        return;
    }
}

/* "Physical demands | Never | Often" over rows of marks: a section and the heads of its marks. */
static bool opens_ticks(struct form *form, const struct form_row *row, size_t r)
{
    if (row->labels != 1 || !is_label(&row->cells[row->first]) || row->filled < 3 ||
        r + 1 >= form->end_row)
        return false;
    struct form_row below = read_row(form, r + 1);
    if (below.filled == 0 || !is_ticked_row(&below))
        return false;
    struct extraction *x = form->x;
    const struct form_cell *label = &row->cells[row->first];
    leave_section(form);
    x->clue = CLUE_BAR;
    open_element(x, label->label, label->words, LEVEL_LINE, label->cell->span);
    for (size_t i = row->first + 1; i < row->count; i++)
        note(x, USE_LABEL, row->cells[i].words, row->cells[i].cell->span);
    form->section = x->target;
    form->section_has_rows = true;
    return true;
}

/* ---- labels merged over rows ---- */

static void fill_rows(struct form *form, unsigned depth);

/* Rows beside a merged label: they read like a form of their own under that section. */
static void fill_beside(struct form *form, const struct form_cell *name, size_t row, unsigned depth)
{
    struct extraction *x = form->x;
    struct target outer = form->section;
    struct label label = name->label;
    enum element section = section_element(form);
    x->clue = CLUE_MERGED;
    bool stays = section != ELEMENT_COUNT &&
                 (label.kind != LABEL_ELEMENT || (label.is_part && label.element == section));
    if (stays) {
        x->target = outer;
        if (section == ELEMENT_APPOINTMENT || label.kind == LABEL_ELEMENT ||
            is_part_name(form, name)) {
            x->target.part = (struct value){name->words, name->cell->span};
            note(x, USE_LABEL, name->words, name->cell->span);
        } else
            fill_text(x, name->words, TEXT(""), 0, name->cell->span);
    } else if (is_label(name))
        open_element(x, label, name->words, LEVEL_LINE, name->cell->span);
    else {
        the_role(x, name->cell->span);
        open_other(x, name->words, LEVEL_LINE, name->cell->span, label.kind != LABEL_OTHER);
    }
    struct form beside = {.x = x,
                          .table = form->table,
                          .label_columns = form->label_columns,
                          .first_row = row,
                          .end_row = row + name->cell->row_span,
                          .first_column = name->end_column,
                          .end_column = form->end_column,
                          .section = x->target};
    if (beside.end_row > form->end_row)
        beside.end_row = form->end_row;
    fill_rows(&beside, depth + 1);
    if (beside.end_row == form->table->rows)
        form->end = beside.section;
    close_target(x);
    form->section = stays ? outer : (struct target){.kind = TARGET_NONE};
    form->has_columns = stays && form->has_columns;
}

static bool is_merged_label(const struct form *form, const struct form_cell *cell)
{
    return cell->cell->row_span > 1 && cell->end_column < form->end_column &&
           (is_label(cell) || is_short(cell->words));
}

/* ---- the order of what a row can be ---- */

/* A label of another element ends the section, unless it is an ordinary word among its rows. */
static bool leaves_section(const struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    for (size_t i = 0; i < row->count; i++) /* a row of signatures */
        if (row->cells[i].label.kind == LABEL_FIELD && section_element(form) != ELEMENT_APPROVAL &&
            !form->has_columns && row->labels > 0 && is_short(first->words))
            return true;
    if (!is_label(first) || first->label.element == section_element(form))
        return false;
    return !(first->label.needs_context && (form->has_columns || row->filled <= 2));
}

/* A label and a value below words over the full width: the section is over. */
static bool is_new_pair(const struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    return form->section_has_words && !form->section_has_rows && !form->has_columns &&
           row->filled > 1 && row->first == 0 && is_short(first->words) &&
           !is_numeral_cell(first->words);
}

static bool fill_in_section(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    enum element element = section_element(form);
    bool can_have_heads =
        element != ELEMENT_COUNT && !form->has_columns && element_field_count(element) > 0;
    resume_section(form);
    if (can_have_heads && columns_of_row(x, form->table, r, form->first_column, form->end_column,
                                         element, &form->columns)) {
        form->has_columns = true;
        note_heads(x, form->table, r, form->first_column, form->end_column, &form->columns);
        return true;
    }
    if (leaves_section(form, row) || is_new_pair(form, row)) {
        leave_section(form);
        return false;
    }
    if (form->section.kind == TARGET_OTHER) {
        /* words below an unknown bar: its rows, until a label is known */
        if (row->labels > 0) {
            leave_section(form);
            return false;
        }
        fill_text(x, rest_of_row(form, row, row->first), TEXT(""), 0, first->cell->span);
        form->section = x->target;
        return true;
    }
    if (form->has_columns) {
        record_of_row(x, form->section.records, form->table, r, form->first_column,
                      form->end_column, &form->columns);
        return true;
    }
    if (is_ticked_row(row)) {
        form->section_has_rows = true;
        fill_ticked_row(form, row);
        return true;
    }
    if (is_label(first) && first->label.element == element && first->label.is_part &&
        row->filled > 1) {
        form->section_has_rows = true;
        fill_pairs_row(form, row);
        return true;
    }
    fill_section_row(form, row);
    return true;
}

/* One cell over the row, but for an empty spacer column. */
static bool is_bar(const struct form *form, const struct form_row *row)
{
    size_t columns = form->end_column - form->first_column;
    const struct form_cell *first = &row->cells[row->first];
    if (row->count == 1)
        return first->cell->column_span > 1 || form->table->columns == 1;
    return row->filled == 1 && 3 * (size_t)first->cell->column_span >= 2 * columns;
}

/* A bar that was not merged over its row: the rows below are its words, not labels. */
static bool is_lone_label(struct form *form, const struct form_row *row, size_t r)
{
    const struct form_cell *first = &row->cells[row->first];
    if (row->filled != 1 || first->label.kind != LABEL_ELEMENT || first->cell->row_span > 1 ||
        is_single_value(&first->label) || first->label.is_part)
        return false;
    for (r++; r < form->end_row; r++) {
        struct form_row below = read_row(form, r);
        if (below.filled == 0)
            continue;
        const struct form_cell *next = &below.cells[below.first];
        bool is_row_of_it = next->label.is_part && next->label.element == first->label.element;
        return below.filled > 1 && (!is_label(next) || is_row_of_it);
    }
    return false;
}

static void fill_rows(struct form *form, unsigned depth)
{
    for (size_t r = form->first_row; r < form->end_row; r++) {
        struct form_row row = read_row(form, r);
        if (row.filled == 0)
            continue;
        const struct form_cell *first = &row.cells[row.first];
        if (is_bar(form, &row)) {
            fill_bar(form, first);
            continue;
        }
        if (is_lone_label(form, &row, r)) {
            fill_bar(form, first);
            continue;
        }
        if (is_merged_label(form, first) && depth < LIMIT_DEPTH) {
            fill_beside(form, first, r, depth);
            r += first->cell->row_span - 1;
            continue;
        }
        if (opens_ticks(form, &row, r))
            continue;
        if (form->section.kind != TARGET_NONE && fill_in_section(form, &row, r))
            continue;
        struct form_row below = r + 1 < form->end_row ? read_row(form, r + 1) : row;
        if (opens_columns(form, &row, r))
            continue;
        if (r + 1 < form->end_row && stands_above(&row, &below)) {
            r = fill_columns_below(form, &row, r);
            continue;
        }
        fill_pairs_row(form, &row);
    }
}

static size_t count_form_labels(struct extraction *x, const struct table *table)
{
    size_t labels = 0;
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct text words = cell_words(x, cell);
        struct label label = label_find(x, words);
        labels += label.kind == LABEL_ELEMENT || label.kind == LABEL_FORM;
        if (label.kind == LABEL_UNKNOWN && begins_with_pair(x, words))
            labels++;
        if (labels >= FORM_LABELS_MIN)
            break;
    }
    return labels;
}

/* Columns in which known labels begin, with a cell behind them. */
static const bool *find_label_columns(struct extraction *x, const struct table *table)
{
    bool *columns = arena_new_array(x->scratch, table->columns, bool);
    memset(columns, 0, table->columns * sizeof *columns);
    for (const struct cell *cell = table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        bool is_beside = cell->column + cell->column_span < table->columns;
        if (is_beside && (label.kind == LABEL_ELEMENT || label.kind == LABEL_FIELD))
            columns[cell->column] = true;
    }
    return columns;
}

/* A form cut between two pages: its first rows go on in the section the last table ended in. */
static void resume_form(struct form *form)
{
    struct extraction *x = form->x;
    struct columns heads;
    if (x->form_section.kind != TARGET_ELEMENT || x->role == NULL || form->end_row == 0)
        return;
    enum element element = x->form_section.records->element;
    struct form_row row = read_row(form, 0);
    bool has_heads = element_field_count(element) > 0 &&
                     columns_of_row(x, form->table, 0, 0, form->end_column, element, &heads);
    has_heads = has_heads && (heads.known > 1 || heads.known == row.filled);
    bool goes_on = row.filled > 0 && row.labels == 0 &&
                   (row.first > 0 || is_numeral_cell(row.cells[row.first].words));
    if (!has_heads && !goes_on)
        return;
    form->section = x->form_section;
    form->section_has_rows = true;
    if (!has_heads && x->form_columns != NULL && x->form_columns->count == form->table->columns) {
        form->columns = *x->form_columns;
        form->has_columns = true;
    }
}

static void keep_section(struct form *form)
{
    struct extraction *x = form->x;
    x->form_section = form->section.kind != TARGET_NONE ? form->section : form->end;
    x->form_columns = NULL;
    if (!form->has_columns)
        return;
    x->form_columns = arena_new(x->scratch, struct columns);
    *x->form_columns = form->columns;
}

void fill_form_rows(struct extraction *x, const struct table *table, size_t first, size_t end)
{
    struct form form = {
        .x = x, .table = table, .first_row = first, .end_row = end, .end_column = table->columns};
    fill_rows(&form, 0);
    close_target(x);
}

bool fill_form(struct extraction *x, struct block *block)
{
    struct table *table = block->table;
    size_t labels = table->grid == NULL ? 0 : count_form_labels(x, table);
    /* a form cut in two by a stray paragraph goes on with whatever it has left */
    bool goes_on = x->role != NULL && !x->role_is_fresh && x->target.kind != TARGET_ELEMENT;
    if (labels < (goes_on ? 1 : FORM_LABELS_MIN) || is_people_list(x, table))
        return false;
    close_target(x);
    struct form form = {.x = x,
                        .table = table,
                        .end_row = table->rows,
                        .end_column = table->columns,
                        .label_columns = find_label_columns(x, table)};
    resume_form(&form);
    fill_rows(&form, 0);
    keep_section(&form);
    close_target(x);
    return true;
}
