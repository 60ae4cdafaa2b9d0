/* The look of files without a reference document: our styles, A4, a page number at the foot. */
#include "converters/docx/writer.h"
#include "core/base/text_buffer.h"

/* ISO 216, in twips; margins of 2 cm. */
#define PAGE_WIDTH 11906
#define PAGE_HEIGHT 16838
#define MARGIN 1134
#define EDGE 567 /* of head and foot from the page's */

static void write_field(struct xml_part *part, const char *field)
{
    part_start(part, "w:fldSimple");
    part_attribute(part, "w:instr", text_from_string(field));
    part_start(part, "w:r");
    part_start(part, "w:t");
    part_words(part, TEXT("1"));
    part_end(part);
    part_end(part);
    part_end(part);
}

static struct text write_footer(struct docx_writer *w)
{
    struct xml_part part = part_open(w->arena);
    part_start(&part, "w:ftr");
    part_attribute(&part, "xmlns:w", TEXT(NAMESPACE_W));
    part_start(&part, "w:p");
    part_start(&part, "w:pPr");
    part_value(&part, "w:pStyle", w->look.ids[WORD_FOOTER]);
    part_end(&part);
    write_field(&part, "PAGE");
    return part_close(&part, w->arena);
}

/* In the order of CT_SectPr (ECMA-376 part 1, A.1). */
static struct text write_section(struct docx_writer *w, struct text footer)
{
    struct text_buffer out = text_buffer_new(w->arena);
    buffer_append_string(&out, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"");
    buffer_append(&out, footer);
    buffer_append_format(&out,
                         "\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                         "w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" "
                         "w:gutter=\"0\"/><w:cols w:space=\"425\"/></w:sectPr>",
                         PAGE_WIDTH, PAGE_HEIGHT, MARGIN, MARGIN, MARGIN, MARGIN, EDGE, EDGE);
    return buffer_text(&out);
}

enum status write_look(struct docx_writer *w)
{
    if (w->document->reference != NULL)
        return write_reference_look(w, w->document->reference);
    bool is_written = write_styles(w, TEXT(""));
    assert(is_written);
    write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "styles"), TEXT("styles.xml"),
                    false);
    write_part(w, TEXT("word/footer1.xml"), TEXT(WORD_TYPE "footer+xml"), write_footer(w));
    w->look.section =
        write_section(w, write_reference(w, &w->look.references, TEXT(RELATIONSHIP_TYPE "footer"),
                                         TEXT("footer1.xml"), false));
    static_assert(WORD_TEXT_WIDTH == PAGE_WIDTH - 2 * MARGIN, "what the margins leave");
    w->look.text_width = WORD_TEXT_WIDTH;
    w->look.first_list = 1;
    return STATUS_OK;
}
