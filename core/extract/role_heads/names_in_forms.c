/* The position's name within a form: behind its label, or across the top. */
#include "core/extract/role_heads/role_heads.h"
#include "core/extract/tables/tables.h"

#define LABELS_MIN 2 /* below a bare name across the top: a form, and no list titled by a post */

static bool has_labels(struct extraction *x, const struct table *table)
{
    size_t labels = 0;
    for (const struct cell *cell = table->cells; cell != NULL && labels < LABELS_MIN;
         cell = cell->next)
        labels += cell->column == 0 && label_find(x, cell_words(x, cell)).kind == LABEL_ELEMENT;
    return labels == LABELS_MIN;
}

/* 護理師職務說明書 across the top of a form, or 「3.2 護理師」 over the labels of one. */
static bool has_name_across(struct extraction *x, const struct table *table)
{
    const struct cell *bar = table_caption(x, table);
    struct text name;
    bool is_duties;
    if (bar == NULL || table->rows < 2)
        return false;
    struct text words = cell_words(x, bar);
    if (label_role_name(x, words, &name, &is_duties))
        return !is_duties && vocabulary_is_position(x->vocabulary, x->scratch, name);
    return vocabulary_is_position(x->vocabulary, x->scratch, name_of_line(x, words)) &&
           has_labels(x, table);
}

bool form_names_position(struct extraction *x, const struct block *block)
{
    if (has_name_across(x, block->table))
        return true;
    for (const struct cell *cell = block->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && !label.needs_context)
            return true;
    }
    return false;
}

struct text title_in(struct extraction *x, const struct block *form)
{
    for (const struct cell *cell = form->table->cells; cell != NULL; cell = cell->next) {
        struct label label = label_find(x, cell_words(x, cell));
        bool is_beside = cell->next != NULL && cell->next->row == cell->row;
        if (label.kind == LABEL_ELEMENT && label.element == ELEMENT_TITLE && is_beside)
            return cell_words(x, cell->next);
    }
    return TEXT("");
}

/* "Finance" over a form with "Cashier Job Description" across its top, its number between them. */
static bool is_over_name_across(struct extraction *x, const struct outline *outline, size_t heading)
{
    size_t form = outline_next(outline, heading);
    if (form < outline->count && outline->pieces[form].kind == PIECE_WORDS)
        form = outline_next(outline, form);
    return form < outline->count && outline->pieces[form].kind == PIECE_TABLE &&
           has_name_across(x, outline->pieces[form].block->table);
}

bool is_over_form_of_another(struct extraction *x, const struct outline *outline, size_t heading)
{
    const struct piece *piece = &outline->pieces[heading];
    if (!outline_is_position(x, piece) && is_over_name_across(x, outline, heading))
        return true;
    size_t title = outline_next(outline, heading);
    size_t form = title < outline->count ? outline_next(outline, title) : title;
    if (form >= outline->count || outline->pieces[title].kind != PIECE_HEADING ||
        outline->pieces[title].label.kind != LABEL_FORM ||
        outline->pieces[form].kind != PIECE_TABLE || outline_is_position(x, piece))
        return false;
    struct text name = title_in(x, outline->pieces[form].block);
    return !text_is_empty(name) &&
           !text_equal(label_folded(x, name), label_folded(x, name_of_line(x, piece->text)));
}
