#include "core/compose/form_cells.h"

struct cell *form_add_cell(struct form *form, struct table *table, struct cell_place place)
{
    struct cell *cell = cell_append(form->document, table, (struct span){0});
    cell->row = place.row;
    cell->column = place.column;
    cell->column_span = place.columns == 0 ? 1 : place.columns;
    cell->is_header = place.is_header;
    cell->style = place.style;
    return cell;
}

struct block *form_add_paragraph(struct form *form, struct cell *cell, struct text words,
                                 unsigned style)
{
    struct block *block =
        block_append_to_cell(form->document, cell, BLOCK_PARAGRAPH, (struct span){0});
    block->style = TEXT("table-cell");
    build_run(form->document, block, words, TEXT(""), (struct span){0});
    for (struct run *run = block->runs; run != NULL; run = run->next)
        run->style |= style;
    return block;
}

const struct form_field *form_new_field(struct form *form, struct form_name name, struct text title)
{
    struct form_field *field = arena_new(form->arena, struct form_field);
    field->name = form_name_text(form->arena, name);
    field->title = title;
    if (name.field != FIELD_NONE) {
        struct text *choices;
        field->choice_count = vocabulary_choices(form->rows.vocabulary, form->arena,
                                                 form->rows.language, name.field, &choices);
        field->choices = choices;
    }
    return field;
}

struct text form_heading(const struct form *form, enum element element)
{
    return vocabulary_heading(form->rows.vocabulary, form->rows.language, element);
}

struct table *form_begin_table(struct form *form)
{
    /* Word joins tables that nothing stands between */
    const struct block *last = form->document->last_block;
    if (last != NULL && last->kind == BLOCK_TABLE)
        build_paragraph(form->document, NULL, TEXT("gap"), TEXT(""), (struct span){0});
    return build_table(form->document, NULL, TEXT("form"));
}

void form_add_prompt(struct form *form, struct cell *cell, enum element element)
{
    struct text prompt = vocabulary_prompt(form->rows.vocabulary, form->rows.language, element);
    form_add_paragraph(form, cell, prompt, STYLE_PLACEHOLDER);
}

size_t form_part_end(const struct records *records, size_t first)
{
    size_t end = first + 1;
    while (end < records->count &&
           text_equal(rows_part(&records->rows[first]), rows_part(&records->rows[end])))
        end++;
    return end;
}
