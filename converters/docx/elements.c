#include "converters/docx/elements.h"
#include "converters/docx/values.h"
#include "core/model/form_name.h"

/* ---- elements of the content ---- */

typedef void starter(struct docx_reader *reader, struct sax *sax);
typedef void ender(struct docx_reader *reader);

static void start_root(struct docx_reader *reader, struct sax *sax)
{
    reader->has_document = true;
    reader->preserves_space = text_is(sax_attribute(sax, NAME_XML_SPACE), "preserve");
}

static void start_paragraph(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    paragraph_begin(reader);
}

static void start_table(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    table_begin(reader);
}

static void start_row(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    row_begin(reader);
}

static void start_cell(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    cell_begin(reader);
}

static void start_run(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    run_begin(reader);
}

static void start_insertion(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    change_begin(reader, CHANGE_INSERTED);
}

static void end_insertion(struct docx_reader *reader) { change_end(reader, CHANGE_INSERTED); }

static void start_deletion(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    change_begin(reader, CHANGE_DELETED);
}

static void end_deletion(struct docx_reader *reader) { change_end(reader, CHANGE_DELETED); }

static void start_control(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    if (reader->paragraph != NULL) /* what a control holds is a run of its own */
        runs_flush(reader);
    reader->controls[reader->control_count++] = (struct control){0}; /* as deep as the XML */
}

static void end_control(struct docx_reader *reader)
{
    if (reader->paragraph != NULL)
        runs_flush(reader);
    if (reader->control_count == 0)
        return;
    const struct control *control = &reader->controls[--reader->control_count];
    reader->placeholder_depth -= control->is_placeholder;
    reader->contents_depth -= control->is_contents;
}

/* A longer target is kept without the place in it: copies of it for each link would add up. */
#define LINK_COPIED ((size_t)2048)

static void start_link(struct docx_reader *reader, struct sax *sax)
{
    struct text target = target_of(reader, sax_attribute(sax, NAME_R_ID));
    struct text anchor = sax_attribute(sax, NAME_W_ANCHOR);
    if (sax_has_attribute(sax, NAME_W_DEST)) /* Word 2003 */
        target = text_copy(reader->arena, sax_attribute(sax, NAME_W_DEST));
    reader->links_outside[reader->link_depth++] = reader->link; /* as deep as the XML */
    reader->link = target;
    if (anchor.size == 0 || target.size > LINK_COPIED)
        return;
    struct text_buffer link = text_buffer_new(reader->arena);
    buffer_append(&link, target);
    buffer_append_byte(&link, '#');
    buffer_append(&link, anchor);
    reader->link = buffer_text(&link);
}

static void end_link(struct docx_reader *reader)
{
    if (reader->link_depth > 0)
        reader->link = reader->links_outside[--reader->link_depth];
}

void anchor_take(struct docx_reader *reader, struct text name)
{
    if (text_is(name, "_GoBack")) /* where the cursor was */
        return;
    struct text form_name = form_name_of_bookmark(reader->arena, name);
    if (!text_is_empty(form_name)) {
        cell_take_name(reader, form_name, TEXT(""));
        return;
    }
    struct block *block = reader->paragraph == NULL ? NULL : reader->paragraph->block;
    if (block != NULL && block->anchor.size == 0)
        block->anchor = text_copy(reader->arena, name);
    else if (block == NULL && reader->anchor.size == 0)
        reader->anchor = text_copy(reader->arena, name);
}

static void start_bookmark(struct docx_reader *reader, struct sax *sax)
{
    anchor_take(reader, sax_attribute(sax, NAME_W_NAME));
}

static void start_drawing(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    drawing_begin(reader);
}

static void start_text_box(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    if (reader->paragraph != NULL)
        reader->paragraph->drawing.has_text = true;
}

static void start_chunk(struct docx_reader *reader, struct sax *sax)
{
    struct text target = target_of(reader, sax_attribute(sax, NAME_R_ID));
    loss_add(reader, LOSS_CHUNK, target);
}

static void start_skipped(struct docx_reader *reader, struct sax *sax)
{
    (void)reader;
    sax_skip(sax);
}

/* ---- elements of runs ---- */

static void start_text(struct docx_reader *reader, struct sax *sax) { text_begin(reader, sax); }

static void start_instruction(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    reader->in_instruction = true;
}

static void end_instruction(struct docx_reader *reader) { reader->in_instruction = false; }

static void start_tab(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    text_add(reader, TEXT("\t"));
}

static void start_break(struct docx_reader *reader, struct sax *sax)
{
    if (text_is(sax_attribute(sax, NAME_W_TYPE), "page"))
        paragraph_page_break(reader);
    else
        break_add(reader);
}

static void start_hyphen(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    text_add_code_point(reader, 0x2011);
}

static void start_symbol(struct docx_reader *reader, struct sax *sax)
{
    struct text code = sax_attribute(sax, NAME_W_CHAR);
    uint32_t c = 0;
    for (size_t i = 0; i < code.size && i < 6; i++) {
        char digit = (char)(code.data[i] | 0x20);
        c = c * 16 + (uint32_t)(digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : digit & 15);
    }
    enum symbol_font_kind font = symbol_font_find(sax_attribute(sax, NAME_W_FONT));
    if (c > 0)
        text_add_code_point(reader, symbol_code_point(font, c));
}

static void refer(struct docx_reader *reader, struct sax *sax, enum note_kind kind)
{
    note_refer(reader, kind, value_number(sax_attribute(sax, NAME_W_ID), INT32_MIN));
}

static void start_footnote(struct docx_reader *reader, struct sax *sax)
{
    refer(reader, sax, NOTE_FOOTNOTE);
}

static void start_endnote(struct docx_reader *reader, struct sax *sax)
{
    refer(reader, sax, NOTE_ENDNOTE);
}

static void start_comment(struct docx_reader *reader, struct sax *sax)
{
    if (reader->keeps_comments)
        refer(reader, sax, NOTE_COMMENT);
    else
        comment_leave_out(reader);
}

void comment_leave_out(struct docx_reader *reader)
{
    if (!is_left_out(reader))
        loss_add(reader, LOSS_COMMENT, (struct text){0});
}

static void start_footnote_in_text(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    note_begin_in_text(reader, NAME_W_FOOTNOTE);
}

static void start_endnote_in_text(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    note_begin_in_text(reader, NAME_W_ENDNOTE);
}

static void end_footnote_in_text(struct docx_reader *reader) { aside_end(reader, NAME_W_FOOTNOTE); }

static void end_endnote_in_text(struct docx_reader *reader) { aside_end(reader, NAME_W_ENDNOTE); }

static void end_head(struct docx_reader *reader) { aside_end(reader, NAME_W_HDR); }

static void end_foot(struct docx_reader *reader) { aside_end(reader, NAME_W_FTR); }

static void end_annotation(struct docx_reader *reader) { aside_end(reader, NAME_AML_ANNOTATION); }

static void start_macros(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    reader->has_macros = true;
}

static void start_field_char(struct docx_reader *reader, struct sax *sax)
{
    field_char(reader, sax_attribute(sax, NAME_W_FLD_CHAR_TYPE));
}

static void start_field(struct docx_reader *reader, struct sax *sax)
{
    field_simple_begin(reader, sax_attribute(sax, NAME_W_INSTR));
}

static void start_ruby_text(struct docx_reader *reader, struct sax *sax)
{
    (void)sax;
    reader->in_ruby_text = true;
}

static void end_ruby_text(struct docx_reader *reader) { reader->in_ruby_text = false; }

static void start_drawing_text(struct docx_reader *reader, struct sax *sax)
{
    text_begin(reader, sax);
    reader->preserves_text = true;
    reader->trims_begin = false;
    start_text_box(reader, sax);
}

static void end_drawing_line(struct docx_reader *reader) { text_add(reader, TEXT(" ")); }

static starter *const starts[NAME_COUNT] = {
    [NAME_W_DOCUMENT] = start_root,
    [NAME_W_P] = start_paragraph,
    [NAME_W_TBL] = start_table,
    [NAME_W_TR] = start_row,
    [NAME_W_TC] = start_cell,
    [NAME_W_R] = start_run,
    [NAME_W_INS] = start_insertion,
    [NAME_W_MOVE_TO] = start_insertion,
    [NAME_W_DEL] = start_deletion,
    [NAME_W_MOVE_FROM] = start_deletion,
    [NAME_W_SDT] = start_control,
    [NAME_W_HYPERLINK] = start_link,
    [NAME_W_BOOKMARK_START] = start_bookmark,
    [NAME_W_DRAWING] = start_drawing,
    [NAME_W_PICT] = start_drawing,
    [NAME_W_OBJECT] = start_drawing,
    [NAME_W_TXBX_CONTENT] = start_text_box,
    [NAME_W_ALT_CHUNK] = start_chunk,
    [NAME_W_SUB_DOC] = start_chunk,
    [NAME_W_SDT_END_PR] = start_skipped,
    [NAME_W_SMART_TAG_PR] = start_skipped,
    [NAME_W_CUSTOM_XML_PR] = start_skipped,
    [NAME_W_RUBY_PR] = start_skipped,
    [NAME_W_T] = start_text,
    [NAME_W_DEL_TEXT] = start_text,
    [NAME_W_INSTR_TEXT] = start_instruction,
    [NAME_W_DEL_INSTR_TEXT] = start_instruction,
    [NAME_W_TAB] = start_tab,
    [NAME_W_PTAB] = start_tab,
    [NAME_W_BR] = start_break,
    [NAME_W_CR] = start_break,
    [NAME_W_NO_BREAK_HYPHEN] = start_hyphen,
    [NAME_W_SYM] = start_symbol,
    [NAME_W_FOOTNOTE_REFERENCE] = start_footnote,
    [NAME_W_ENDNOTE_REFERENCE] = start_endnote,
    [NAME_W_COMMENT_REFERENCE] = start_comment,
    [NAME_W_FLD_CHAR] = start_field_char,
    [NAME_W_FLD_SIMPLE] = start_field,
    [NAME_W_RT] = start_ruby_text,
    [NAME_A_T] = start_drawing_text,
    [NAME_W_FOOTNOTE] = start_footnote_in_text,
    [NAME_W_ENDNOTE] = start_endnote_in_text,
    [NAME_AML_ANNOTATION] = annotation_begin,
    [NAME_W_DOC_SUPP_DATA] = start_macros,
};

static ender *const ends[NAME_COUNT] = {
    [NAME_W_P] = paragraph_end,
    [NAME_W_TBL] = table_end,
    [NAME_W_TR] = row_end,
    [NAME_W_TC] = cell_end,
    [NAME_W_INS] = end_insertion,
    [NAME_W_MOVE_TO] = end_insertion,
    [NAME_W_DEL] = end_deletion,
    [NAME_W_MOVE_FROM] = end_deletion,
    [NAME_W_SDT] = end_control,
    [NAME_W_HYPERLINK] = end_link,
    [NAME_W_DRAWING] = drawing_end,
    [NAME_W_PICT] = drawing_end,
    [NAME_W_OBJECT] = drawing_end,
    [NAME_W_T] = text_end,
    [NAME_W_DEL_TEXT] = text_end,
    [NAME_W_INSTR_TEXT] = end_instruction,
    [NAME_W_DEL_INSTR_TEXT] = end_instruction,
    [NAME_W_FLD_SIMPLE] = field_end,
    [NAME_W_RT] = end_ruby_text,
    [NAME_A_T] = text_end,
    [NAME_A_P] = end_drawing_line,
    [NAME_W_FOOTNOTE] = end_footnote_in_text,
    [NAME_W_ENDNOTE] = end_endnote_in_text,
    [NAME_W_HDR] = end_head,
    [NAME_W_FTR] = end_foot,
    [NAME_AML_ANNOTATION] = end_annotation,
};

bool element_begin(struct docx_reader *reader, struct sax *sax, enum name name)
{
    if (starts[name] != NULL)
        starts[name](reader, sax);
    return starts[name] != NULL;
}

bool element_end(struct docx_reader *reader, enum name name)
{
    if (ends[name] != NULL)
        ends[name](reader);
    return ends[name] != NULL;
}
