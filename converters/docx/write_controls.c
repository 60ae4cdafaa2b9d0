/*
 * The places of a form: content controls around the words of a paragraph.
 *
 * Word has controls around cells and paragraphs too, and plain text ones. LibreOffice up to 7.5
 * takes those for fields of its own and saves their words once for each stretch of one script, on
 * top of each other; a rich text control within a paragraph it gives back as it was.
 */
#include "converters/docx/writer.h"
#include "core/model/form_name.h"

#define TAG_LENGTH 64 /* characters of a control's tag, Word's own limit */

/* Prompts that nobody replaced, and nothing else. */
static bool is_prompt_alone(const struct run *first)
{
    for (const struct run *run = first; run != NULL; run = run->next)
        if (!(run->style & STYLE_PLACEHOLDER))
            return false;
    return true;
}

static bool is_choice_before(const struct form_field *field, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (text_equal(field->choices[k], field->choices[i]))
            return true;
    return text_is_empty(field->choices[i]);
}

static void write_choices(struct docx_writer *w, const struct form_field *field)
{
    part_start(w->part, "w:comboBox");
    for (size_t i = 0; i < field->choice_count; i++) {
        if (is_choice_before(field, i))
            continue;
        part_start(w->part, "w:listItem");
        part_attribute(w->part, "w:displayText", field->choices[i]);
        part_attribute(w->part, "w:value", field->choices[i]);
        part_end(w->part);
    }
    part_end(w->part);
}

static struct text shortened(struct text words)
{
    return text_slice(words, 0, text_offset(words, TAG_LENGTH));
}

/* In the order of CT_SdtPr (ECMA-376 part 1, A.1); of no kind: rich text. */
static void write_properties(struct docx_writer *w, bool is_prompt)
{
    const struct form_field *field = w->field;
    struct xml_part *part = w->part;
    part_start(part, "w:sdtPr");
    if (!text_is_empty(field->title))
        part_value(part, "w:alias", shortened(field->title));
    part_value(part, "w:tag", shortened(field->name));
    part_value_number(part, "w:id", (int64_t)++w->control_count);
    if (is_prompt)
        part_empty(part, "w:showingPlcHdr");
    if (field->choice_count > 0)
        write_choices(w, field);
    part_end(part);
}

/* Also as a bookmark: LibreOffice keeps those, but no names of controls before 7.5. */
static void write_name(struct docx_writer *w)
{
    if (!w->field_begins)
        return;
    struct text bookmark = form_name_bookmark(w->arena, w->field->name, w->control_count + 1);
    if (!text_is_empty(bookmark))
        write_bookmark(w, bookmark);
    w->field_begins = false;
}

void write_control_begin(struct docx_writer *w, const struct run *first)
{
    write_name(w);
    part_start(w->part, "w:sdt");
    write_properties(w, is_prompt_alone(first));
    part_start(w->part, "w:sdtContent");
}

void write_control_end(struct docx_writer *w)
{
    part_end(w->part);
    part_end(w->part);
}

void write_empty_place(struct docx_writer *w)
{
    const struct run room = {
        .kind = RUN_TEXT, .style = STYLE_PLACEHOLDER, .text = TEXT_INIT("\u3000")};
    const struct paragraph_look look = {.style = WORD_TABLE_CELL};
    write_paragraph_begin(w, &look);
    write_control_begin(w, &room);
    write_runs(w, &room, TEXT(""));
    write_control_end(w);
    part_end(w->part);
}
