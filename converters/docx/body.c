/* The events of a story, each to the file that knows its element, and in which mode it stands. */
#include "converters/docx/elements.h"
#include "converters/docx/values.h"

/* ---- properties ---- */

/* The mode an element opens where it stands; the mode itself when it opens none. */
static enum mode mode_opened(enum mode mode, enum name name)
{
    static const struct {
        enum name name;
        enum mode mode;
    } rows[] = {
        {NAME_W_R_PR, MODE_RUN},        {NAME_W_P_PR, MODE_PARAGRAPH},
        {NAME_W_TC_PR, MODE_CELL},      {NAME_W_TR_PR, MODE_ROW},
        {NAME_W_TBL_PR, MODE_TABLE},    {NAME_W_TBL_PR_EX, MODE_TABLE},
        {NAME_W_TBL_GRID, MODE_TABLE},  {NAME_W_SDT_PR, MODE_CONTROL},
        {NAME_W_SECT_PR, MODE_SECTION}, {NAME_W_FF_DATA, MODE_FORM},
    };
    if (mode == MODE_PARAGRAPH)
        return name == NAME_W_R_PR ? MODE_MARK : name == NAME_W_SECT_PR ? MODE_SECTION : mode;
    if (mode != MODE_CONTENT)
        return mode;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].name == name)
            return rows[i].mode;
    return mode;
}

static bool is_change(enum name name)
{
    return name == NAME_W_R_PR_CHANGE || name == NAME_W_P_PR_CHANGE ||
           name == NAME_W_SECT_PR_CHANGE || name == NAME_W_TBL_PR_CHANGE ||
           name == NAME_W_TBL_GRID_CHANGE || name == NAME_W_TR_PR_CHANGE ||
           name == NAME_W_TC_PR_CHANGE;
}

/* Marks the innermost control, once. */
static void mark_control(bool *mark, size_t *depth)
{
    *depth += !*mark;
    *mark = true;
}

static void control_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    struct text value = sax_attribute(sax, NAME_W_VAL);
    if (reader->control_count == 0)
        return;
    struct control *control = &reader->controls[reader->control_count - 1];
    if (name == NAME_W_TAG)
        control->name = text_copy(reader->arena, value);
    else if (name == NAME_W_ALIAS)
        control->title = text_copy(reader->arena, value);
    else if (name == NAME_W_SHOWING_PLC_HDR && value_is_on(value))
        mark_control(&control->is_placeholder, &reader->placeholder_depth);
    else if (name == NAME_W_DOC_PART_GALLERY && text_is(value, "Table of Contents"))
        mark_control(&control->is_contents, &reader->contents_depth);
}

static void section_property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    if (name == NAME_W_HEADER_REFERENCE || name == NAME_W_FOOTER_REFERENCE)
        header_refer(reader, sax_attribute(sax, NAME_R_ID), name == NAME_W_FOOTER_REFERENCE);
    else if (name == NAME_W_HDR || name == NAME_W_FTR)
        head_begin_in_section(reader, sax, name);
    else if (name == NAME_W_TYPE)
        reader->section_is_continuous = text_is(sax_attribute(sax, NAME_W_VAL), "continuous");
}

static void property(struct docx_reader *reader, struct sax *sax, enum name name)
{
    if (is_change(name)) {
        sax_skip(sax);
        return;
    }
    if (name == NAME_AML_ANNOTATION) { /* of a paragraph's mark or a row, as Word 2003 says it */
        enum change change = annotation_change(sax);
        name = change == CHANGE_INSERTED ? NAME_W_INS : NAME_W_DEL;
        sax_skip(sax); /* how it looked before */
        if (change == CHANGE_NONE)
            return;
    }
    switch (reader->mode) {
    case MODE_CONTENT:
        break;
    case MODE_PARAGRAPH:
        paragraph_property(reader, sax, name);
        break;
    case MODE_MARK:
        mark_property(reader, sax, name);
        break;
    case MODE_RUN:
        run_property(reader, sax, name);
        break;
    case MODE_TABLE:
        table_property(reader, sax, name);
        break;
    case MODE_ROW:
        row_property(reader, sax, name);
        break;
    case MODE_CELL:
        cell_property(reader, sax, name);
        break;
    case MODE_CONTROL:
        control_property(reader, sax, name);
        break;
    case MODE_SECTION:
        section_property(reader, sax, name);
        break;
    case MODE_FORM:
        form_property(reader, sax, name);
        break;
    }
}

static void leave_mode(struct docx_reader *reader)
{
    enum mode left = reader->mode;
    reader->mode = reader->mode_outside[--reader->mode_depth];
    if (left == MODE_CELL)
        cell_open(reader);
    else if (left == MODE_CONTROL)
        cell_take_control(reader);
    else if (left == MODE_SECTION && reader->mode == MODE_PARAGRAPH && reader->paragraph != NULL) {
        reader->paragraph->ends_page = !reader->section_is_continuous;
        reader->section_is_continuous = false;
    }
}

/* ---- events ---- */

static bool is_of_math(enum name name) { return name >= NAME_M_BEG_CHR && name <= NAME_M_VAL; }

static bool is_of_drawing(enum name name)
{
    return name == NAME_W_CONTROL ||
           (name >= NAME_WP_DOC_PR && name <= NAME_O_TITLE && name != NAME_A_T && name != NAME_A_P);
}

static void start(void *data, struct sax *sax, enum name name)
{
    struct docx_reader *reader = data;
    enum mode opened = mode_opened(reader->mode, name);
    if (opened != reader->mode) {
        reader->mode_outside[reader->mode_depth++] = reader->mode; /* at most content, paragraph */
        reader->mode = opened;
    } else if (reader->mode != MODE_CONTENT)
        property(reader, sax, name);
    else if (!element_begin(reader, sax, name)) {
        if (is_of_math(name))
            math_start_element(reader, sax, name);
        else if (is_of_drawing(name))
            drawing_element(reader, sax, name);
    }
}

/* An element that opened a mode ends it: none of its name stands within. */
static bool ends_mode(enum mode mode, enum name name)
{
    return mode == MODE_MARK ? name == NAME_W_R_PR : mode_opened(MODE_CONTENT, name) == mode;
}

static void end(void *data, enum name name)
{
    struct docx_reader *reader = data;
    if (reader->mode != MODE_CONTENT) {
        if (ends_mode(reader->mode, name))
            leave_mode(reader);
    } else if (!element_end(reader, name) && is_of_math(name))
        math_end_element(reader, name);
}

static void text(void *data, struct text words)
{
    struct docx_reader *reader = data;
    if (reader->in_text)
        text_take(reader, words);
    else if (reader->in_instruction && reader->field_count > 0 && !is_left_out(reader))
        buffer_append(&reader->fields[reader->field_count - 1].instruction, words);
}

const struct sax_handler body_handler = {start, end, text};
