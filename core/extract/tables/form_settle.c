/* What the cells of a form's row are beside each other, whatever each is alone. */
#include "core/extract/tables/form.h"
#include "core/model/list_label.h"
#include "core/model/list_number.h"

/*
 * 編制 beside 審核 and 核准 is who wrote the form, not how many hold the position, and 日期： is no
 * value of theirs.
 */
static void settle_signatures(struct extraction *x, struct form_row *row)
{
    bool is_approval = false;
    for (size_t i = 0; i < row->count; i++)
        is_approval |= is_label(&row->cells[i]) && row->cells[i].label.element == ELEMENT_APPROVAL;
    for (size_t i = 0; is_approval && i < row->count; i++) {
        struct form_cell *c = &row->cells[i];
        c->label = label_as_field(c->label, ELEMENT_APPROVAL);
        if (c->label.kind != LABEL_UNKNOWN || text_is_empty(c->words) || !is_short(c->words))
            continue;
        enum field field = vocabulary_field(x->vocabulary, x->scratch, ELEMENT_APPROVAL, c->words);
        if (field != FIELD_NONE)
            c->label =
                (struct label){.kind = LABEL_FIELD, .element = ELEMENT_APPROVAL, .field = field};
    }
}

/* 版本 beside 文件編號 or 生效日期 is that of the paper, and nobody signs it there. */
static void settle_edition(struct extraction *x, struct form_row *row)
{
    bool is_of_paper = false;
    for (size_t i = 0; i < row->count; i++) {
        const struct form_cell *c = &row->cells[i];
        bool is_date = is_label(c) && c->label.element == ELEMENT_EDITION;
        bool is_number = is_label(c) && c->label.element == ELEMENT_ID &&
                         text_is_any(label_folded(x, c->words), signs_of(x, SIGN_PAPER_DATA));
        is_of_paper |= is_date || is_number;
    }
    for (size_t i = 0; is_of_paper && i < row->count; i++) {
        struct form_cell *c = &row->cells[i];
        enum field field =
            is_label(c) && c->label.element == ELEMENT_APPROVAL
                ? vocabulary_field(x->vocabulary, x->scratch, ELEMENT_EDITION, c->words)
                : FIELD_NONE;
        if (field != FIELD_NONE)
            c->label =
                (struct label){.kind = LABEL_FIELD, .element = ELEMENT_EDITION, .field = field};
    }
}

/* The row is the last one, or the next begins with a label: it holds no heads over values. */
static bool is_over_labels(const struct form *form, size_t r)
{
    const struct cell *below =
        table_cell(form->table, r + 1 < form->end_row ? r + 1 : r, form->first_column);
    struct label label = label_find(form->x, cell_words(form->x, below));
    return label.kind == LABEL_ELEMENT && !label.is_part && !label.needs_context;
}

/* "0.8 FTE" below a label: a value that reads like a label behind a number, as "1 Duties" is. */
static bool is_amount(const struct form_cell *cell)
{
    return list_label_of(cell->words).kind == LIST_LABEL_NONE &&
           cell->label.element == ELEMENT_HEADCOUNT;
}

/* 2、所屬部門 behind 1、職務名稱, both over their values. */
static bool is_next_number(struct text before, struct text words)
{
    struct list_label first = list_label_of(before), next = list_label_of(words);
    return first.kind != LIST_LABEL_NONE && next.kind != LIST_LABEL_NONE &&
           list_label_number(next.label) == list_label_number(first.label) + 1;
}

/*
 * "0.8 FTE", behind a label or below it, is its value, and no label behind a number; 服務中心
 * behind 服務單位, the last of the row, is what the label of that one element asks for, and so is
 * 輪班 behind 工作時間 where the rows are a label and its value each.
 */
static void settle_values(const struct form *form, struct form_row *row, size_t r)
{
    size_t last = row->count;
    while (last > 0 && text_is_empty(row->cells[last - 1].words))
        last--;
    if (last > 1 && is_label(&row->cells[last - 1]) && is_label(&row->cells[last - 2])) {
        const struct label *name = &row->cells[last - 2].label;
        struct label *value = &row->cells[last - 1].label;
        if (name->kind == LABEL_ELEMENT && value->kind == LABEL_ELEMENT &&
            name->element == value->element &&
            (name->field == value->field || value->field == FIELD_NONE) &&
            (is_single_value(name) ||
             (row->count == 2 && form->table->columns == 2 && is_over_labels(form, r))))
            *value = label_of(ELEMENT_COUNT);
    }
    for (size_t i = 0; i < row->count; i++) {
        struct form_cell *c = &row->cells[i];
        bool is_behind = i > 0 && is_label(&row->cells[i - 1]) &&
                         !is_next_number(row->cells[i - 1].words, c->words);
        bool is_number = is_label(c) && c->words.data[0] >= '0' && c->words.data[0] <= '9';
        if (is_number && (is_behind || is_amount(c)))
            c->label = label_of(ELEMENT_COUNT);
    }
}

/*
 * 行政主管 behind 直接上級, where labels and values stand by turns: the name of a position,
 * whatever else it is a label of.
 */
static void settle_positions(const struct form *form, struct form_row *row)
{
    for (size_t i = 0; i < row->count; i += 2)
        if (row->cells[i].label.kind != LABEL_ELEMENT || !is_single_value(&row->cells[i].label))
            return;
    for (size_t i = 1; i < row->count; i += 2) {
        struct form_cell *c = &row->cells[i];
        enum element asked = row->cells[i - 1].label.element;
        bool is_asked = asked == ELEMENT_TITLE || element_row(asked)->kind == KIND_REF;
        if (is_asked && is_label(c) && c->label.needs_context &&
            vocabulary_is_position(form->x->vocabulary, form->x->scratch, c->words))
            c->label = label_of(ELEMENT_COUNT);
    }
}

/* 職務 beside several lines, none of them a position, is what the holder does, and no name. */
static void settle_acts(const struct form *form, struct form_row *row)
{
    for (size_t i = 0; i + 1 < row->count; i++) {
        struct label *label = &row->cells[i].label;
        struct text words = row->cells[i + 1].words;
        size_t end = text_find(words, TEXT("\n"), 0);
        if (label->kind == LABEL_ELEMENT && label->element == ELEMENT_TITLE &&
            label->second == ELEMENT_DUTIES && end != TEXT_NOT_FOUND &&
            !vocabulary_is_position(form->x->vocabulary, form->x->scratch,
                                    text_slice(words, 0, end)))
            *label = label_of(ELEMENT_DUTIES);
    }
}

/* 職稱 beside 任職資格 is a rank to have, not the name of the next position. */
static void settle_parts(const struct form *form, struct form_row *row)
{
    enum element section = form_section_element(form);
    for (size_t i = 0; i < row->count; i++) {
        if (label_is_demand(&row->cells[i].label)) /* forms have 任職資格 for what people need */
            row->cells[i].label.element = ELEMENT_STANDARDS;
        label_settle_scope(form->x, &row->cells[i].label);
    }
    for (size_t i = 0; section != ELEMENT_COUNT && i < row->count; i++) {
        struct label *label = &row->cells[i].label;
        if (label->kind != LABEL_ELEMENT || label->element == section || label->second != section)
            continue;
        *label = label_of(section);
        label->is_part = true;
    }
}

void form_settle_row(const struct form *form, struct form_row *row, size_t r)
{
    settle_edition(form->x, row);
    settle_signatures(form->x, row);
    settle_parts(form, row);
    settle_positions(form, row);
    settle_acts(form, row);
    settle_values(form, row, r);
}
