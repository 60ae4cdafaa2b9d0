/* Pictures, shapes, embedded objects, diagrams and charts: the words they hold, and their names. */
#include "converters/docx/reader.h"

void drawing_begin(struct docx_reader *reader)
{
    paragraph_imply(reader);
    reader->paragraph->drawing = (struct drawing){.is_open = true};
}

void drawing_end(struct docx_reader *reader)
{
    struct paragraph *paragraph = reader->paragraph;
    if (paragraph == NULL || !paragraph->drawing.is_open)
        return;
    struct drawing drawing = paragraph->drawing;
    paragraph->drawing = (struct drawing){0};
    if (!drawing.has_image && (drawing.has_text || drawing.alternative.size == 0))
        return;
    struct run *run = run_add(reader, RUN_IMAGE, drawing.alternative);
    if (run == NULL) { /* in words that are left out: left out with them */
        text_add(reader, drawing.alternative);
        return;
    }
    run->link = drawing.image;
    if (drawing.alternative.size == 0 && !drawing.is_object)
        loss_add(reader, LOSS_IMAGE, drawing.image);
}

static void name_image(struct docx_reader *reader, struct text id, struct text source)
{
    struct drawing *drawing = &reader->paragraph->drawing;
    drawing->has_image = true;
    drawing->image = target_of(reader, id);
    if (drawing->image.size == 0) /* Word 2003 */
        drawing->image = text_copy(reader->arena, source);
}

static void describe(struct docx_reader *reader, struct text words)
{
    struct drawing *drawing = &reader->paragraph->drawing;
    if (drawing->alternative.size == 0 && !text_is_blank(words))
        drawing->alternative = text_copy(reader->arena, text_trim(words));
}

/* The part is read when the body is: one parser reads one part at a time. */
static void defer(struct docx_reader *reader, struct text id, struct text style)
{
    const struct relationship *target = relationship_by_id(&reader->relationships, id);
    if (target == NULL || target->is_external || is_left_out(reader))
        return;
    runs_flush(reader);
    struct paragraph *paragraph = reader->paragraph;
    struct block *block = story_append(reader, paragraph->place, BLOCK_SECTION, paragraph->span);
    block->style = style;
    *arena_push(reader->scratch, reader->deferred, reader->deferred_count,
                reader->deferred_capacity) =
        (struct deferred){.part = target->target, .block = block};
    paragraph->drawing.has_text = true;
}

static void take_word_art(struct docx_reader *reader, struct text words)
{
    static const struct message watermark = {
        {"浮水印略去：「{0}」", "水印略去：“{0}”", "a watermark is left out: “{0}”"}};
    if (reader->in_running_text && reader->paragraph->drawing.is_watermark)
        report_left_out(reader, words, &watermark, story_span(reader));
    else
        text_add(reader, words);
}

void drawing_element(struct docx_reader *reader, struct sax *sax, enum name name)
{
    if (reader->paragraph == NULL)
        return;
    switch ((int)name) { /* the few of a drawing's elements that hold words or names */
    case NAME_WP_DOC_PR:
        describe(reader, sax_attribute(sax, NAME_DESCR));
        describe(reader, sax_attribute(sax, NAME_PLAIN_TITLE));
        break;
    case NAME_A_BLIP:
        name_image(
            reader,
            sax_attribute(sax, sax_has_attribute(sax, NAME_R_EMBED) ? NAME_R_EMBED : NAME_R_LINK),
            (struct text){0});
        break;
    case NAME_V_IMAGEDATA:
        name_image(reader, sax_attribute(sax, NAME_R_ID), sax_attribute(sax, NAME_SRC));
        describe(reader, sax_attribute(sax, NAME_O_TITLE));
        break;
    case NAME_V_SHAPE:
        describe(reader, sax_attribute(sax, NAME_ALT));
        reader->paragraph->drawing.is_watermark = text_starts_with(
            sax_attribute(sax, NAME_PLAIN_ID), TEXT("PowerPlusWaterMarkObject")); /* Word's name */
        break;
    case NAME_V_TEXTPATH: /* WordArt keeps its words in an attribute */
        take_word_art(reader, sax_attribute(sax, NAME_STRING));
        break;
    case NAME_O_OLE_OBJECT:
        reader->paragraph->drawing.is_object = true;
        loss_add(reader, LOSS_OBJECT, sax_attribute(sax, NAME_PROG_ID));
        break;
    case NAME_W_CONTROL: /* ActiveX */
        reader->paragraph->drawing.is_object = true;
        loss_add(reader, LOSS_OBJECT, sax_attribute(sax, NAME_W_NAME));
        break;
    case NAME_C_CHART:
        defer(reader, sax_attribute(sax, NAME_R_ID), TEXT("chart"));
        break;
    case NAME_DGM_REL_IDS:
        defer(reader, sax_attribute(sax, NAME_R_DM), TEXT("diagram"));
        break;
    }
}

/* ---- diagrams and charts: every a:p and c:v is a paragraph ---- */

struct words {
    struct docx_reader *reader;
    struct block *block;
    struct text_buffer out;
    bool in_text;
};

static void words_start(void *data, struct sax *sax, enum name name)
{
    struct words *words = data;
    (void)sax;
    words->in_text = name == NAME_A_T || name == NAME_C_V;
}

static void words_end(void *data, enum name name)
{
    struct words *words = data;
    struct docx_reader *reader = words->reader;
    words->in_text = false;
    if (name != NAME_A_P && name != NAME_C_V)
        return;
    struct text text = text_trim(buffer_text(&words->out));
    if (text.size > 0) {
        struct block *paragraph =
            block_append(reader->document, words->block, BLOCK_PARAGRAPH, words->block->span);
        run_append(reader->document, paragraph, RUN_TEXT, text_copy(reader->arena, text),
                   words->block->span);
    }
    words->out.size = 0;
}

static void words_text(void *data, struct text text)
{
    struct words *words = data;
    if (words->in_text)
        for (size_t i = 0; i < text.size; i++)
            buffer_append_byte(&words->out, text.data[i] == '\n' ? ' ' : text.data[i]);
}

void deferred_read(struct docx_reader *reader)
{
    static const struct sax_handler handler = {words_start, words_end, words_text};
    for (size_t i = 0; i < reader->deferred_count; i++) {
        struct words words = {.reader = reader,
                              .block = reader->deferred[i].block,
                              .out = text_buffer_new(reader->scratch)};
        enum status status =
            package_parse(reader->package, reader->deferred[i].part, &handler, &words);
        reader->status = reader->status != STATUS_OK ? reader->status : status;
    }
}
