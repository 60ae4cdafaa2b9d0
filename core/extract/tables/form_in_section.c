/* Rows of a form below a section that is open: which are its own, its heads, and which end it. */
#include "core/extract/fill/fill.h"
#include "core/extract/tables/form.h"

/* "Prepared by: HR" | "Approved by: Director": who answers for the form. */
static bool is_of_paper(const struct label *label)
{
    return (label->kind == LABEL_ELEMENT || label->kind == LABEL_FIELD) &&
           (label->element == ELEMENT_APPROVAL || label->element == ELEMENT_EDITION);
}

/*
 * 職位：出納員 | 部門：財務部: each cell a label of the position's identity, or of the paper's, and its
 * value.
 */
static bool is_row_of_pairs(const struct form *form, const struct form_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        struct pair pair;
        if (text_is_empty(row->cells[i].words))
            continue;
        if (label_pairs(form->x, row->cells[i].words, &pair, 1) == 0)
            return false;
        if (is_of_paper(&pair.label) && row->filled > 1)
            continue;
        if (pair.label.kind != LABEL_ELEMENT || pair.label.is_part ||
            element_row(pair.label.element)->kind >= KIND_LIST)
            return false;
    }
    return row->filled > 0;
}

/* 直接上級 | … | 直接下級 | … below 匯報關係: one value needs no rows, so these say more than it.
 */
static bool has_labels_of_its_own(const struct form *form, const struct form_row *row)
{
    enum element section = form_section_element(form);
    return section != ELEMENT_COUNT && !kind_has_items(element_row(section)->kind) &&
           is_label(&row->cells[row->first]) && row->labels > 1 && 2 * row->labels <= row->count;
}

/* 編制 | 周敏 | 審核 | | 批准 | below the rows of a table: two or more who sign, each by a label. */
static bool is_row_of_signers(const struct form_row *row)
{
    size_t signers = 0;
    for (size_t i = 0; i < row->count; i += 2) {
        if (!is_label(&row->cells[i]) || row->cells[i].label.element != ELEMENT_APPROVAL)
            return false; /* form_settle_row made 編制 beside the others one of them */
        signers++;
    }
    return signers > 1;
}

/*
 * 資歷 | …, or 權限 | … over 待遇 | …, where names of groups stood: ordinary words, though what the post
 * takes is no group of its duties, and nor are two labels below each other.
 */
static bool is_behind_groups(const struct form *form, const struct form_cell *first)
{
    size_t column = form->columns.group_column, next = first->cell->row + first->cell->row_span;
    if (!form->has_columns || column != first->cell->column)
        return false;
    if (first->label.element == ELEMENT_APPOINTMENT)
        return true;
    const struct cell *below = next < form->end_row ? table_cell(form->table, next, column) : NULL;
    struct label label = label_find(form->x, words_beginning_in(form->x, below, next, column));
    return label.kind == LABEL_ELEMENT && label.element != ELEMENT_DUTIES &&
           label.element != first->label.element;
}

/* A label of another element ends the section, unless it is an ordinary word among its rows. */
static bool leaves_section(const struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    for (size_t i = 0; i < row->count; i++) /* a row of signatures */
        if (row->cells[i].label.kind == LABEL_FIELD &&
            form_section_element(form) != ELEMENT_APPROVAL && !form->has_columns &&
            row->labels > 0 && is_short(first->words))
            return true;
    if (form->has_columns && is_row_of_signers(row))
        return true;
    struct label_over over;
    if (first->label.kind == LABEL_UNKNOWN && form_label_over(form->x, first->words, &over))
        return over.label.element != form_section_element(form);
    if (is_row_of_pairs(form, row) || has_labels_of_its_own(form, row))
        return true;
    bool is_among_numbers = form->has_columns && first->cell->column == form->columns.label_column;
    if (is_among_numbers && first->label.kind == LABEL_OTHER)
        return true; /* 備註 behind the last of the rows */
    if (!is_label(first) || first->label.element == form_section_element(form))
        return false;
    if (is_among_numbers)
        return true; /* where numbers stand, 資格 is no word of an item */
    return !first->label.needs_context || is_behind_groups(form, first) ||
           (!form->has_columns && row->filled > 2);
}

/* A label and a value below words over the full width: the section is over. */
static bool is_new_pair(const struct form *form, const struct form_row *row)
{
    const struct form_cell *first = &row->cells[row->first];
    return form->section_has_words && !form->section_has_rows && !form->has_columns &&
           !form_says_fields(form, row) && row->filled > 1 && row->first == 0 &&
           is_short(first->words) && !is_numeral_cell(first->words);
}

/*
 * A row of heads below the section's: No. | Duty, or heads of another element's records, or one
 * that heads items
 *
 * returns  whether it was; the form's section goes on then with the columns that it names
 */
static bool reads_heads(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    enum element element = form_section_element(form);
    if (form->section_has_rows && !form->has_columns &&
        is_numeral_cell(row->cells[row->first].words))
        return false; /* 2 | ERP系統 is an item */
    bool has_no_fields = element != ELEMENT_COUNT && element_field_count(element) == 0;
    bool can_head_items = element != ELEMENT_COUNT && !form->has_columns && r + 1 < form->end_row &&
                          !form_says_fields(form, row);
    bool can_have_heads = can_head_items && !has_no_fields;
    if (has_no_fields && !form->section_has_words && form_opens_columns(form, row, r))
        return true; /* No. | Duty under 職責與權限: the heads say whose the rows are */
    if (can_have_heads && form_opens_other_columns(form, row, r))
        return true;
    form_resume_section(form);
    if (can_have_heads && columns_of_row(x, form->table, r, form->first_column, form->end_column,
                                         element, &form->columns)) {
        form->has_columns = true;
        note_heads(x, form->table, r, form->first_column, form->end_column, &form->columns);
        return true;
    }
    return can_head_items && form_heads_items(form, row, r);
}

/* A row that says by its labels that the section is over: who works with whom is told by labels. */
static bool is_behind_section(const struct form *form, const struct form_row *row)
{
    bool is_party = form_section_element(form) == ELEMENT_RELATIONS && row->labels > 0 &&
                    form_says_fields(form, row);
    if (!is_party && (leaves_section(form, row) || is_new_pair(form, row)))
        return true;
    /* words below an unknown bar: its rows, until a label is known */
    return form->section.kind == TARGET_OTHER && (row->labels > 0 || is_row_of_pairs(form, row));
}

/* One row of what the section takes: words of `other`, a record, parts by their labels, or items. */
static void fill_row_of_section(struct form *form, const struct form_row *row, size_t r)
{
    struct extraction *x = form->x;
    const struct form_cell *first = &row->cells[row->first];
    if (form->section.kind == TARGET_OTHER) {
        fill_text(x, form_rest_of_row(form, row, row->first), TEXT(""), 0, first->cell->span);
        form->section = x->target;
        return;
    }
    if (form->has_columns) {
        record_of_row(x, form->section.records, form->table, r, form->first_column,
                      form->end_column, &form->columns);
        return;
    }
    if (is_label(first) && first->label.element == form_section_element(form) &&
        first->label.is_part && row->filled > 1) {
        form->section_has_rows = true;
        form_fill_pairs_row(form, row);
        return;
    }
    form_fill_section_row(form, row);
}

bool form_fill_in_section(struct form *form, const struct form_row *row, size_t r)
{
    if (form_is_box(form, &row->cells[row->first])) {
        form_fill_pairs_row(form, row);
        return true;
    }
    if (form_section_element(form) == ELEMENT_SUPERVISES && form_fill_refs_row(form, row, r))
        return true;
    if (reads_heads(form, row, r))
        return true;
    if (form->section_has_rows && form_is_ticked_row(row)) {
        form_fill_ticked_row(form, row);
        return true;
    }
    if (is_behind_section(form, row)) {
        form_leave_section(form);
        return false;
    }
    fill_row_of_section(form, row, r);
    return true;
}
