#include "converters/pdf/meta.h"
#include "core/base/text_buffer.h"
#include <time.h>

#define YEAR_10000 INT64_C(253402300800) /* dates are written with four digits of the year */

void meta_set_date(struct meta *meta, const char *value)
{
    struct text digits = text_from_string(value);
    int64_t seconds = 0;
    if (text_is_empty(digits))
        return;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9' || seconds >= YEAR_10000)
            return;
        seconds = seconds * 10 + (digits.data[i] - '0');
    }
    if (seconds >= YEAR_10000)
        return;
    meta->has_date = true;
    meta->date = seconds;
}

static struct text format_date(struct arena *arena, const struct meta *meta, const char *format)
{
    time_t seconds = (time_t)meta->date;
    struct tm utc;
    if (!meta->has_date || gmtime_r(&seconds, &utc) == NULL)
        return TEXT("");
    struct text_buffer out = text_buffer_new(arena);
    char *room = buffer_reserve(&out, 40);
    out.size = strftime(room, 40, format, &utc);
    return buffer_text(&out);
}

struct text meta_pdf_date(struct arena *arena, const struct meta *meta)
{
    return format_date(arena, meta, "D:%Y%m%d%H%M%SZ");
}

static void append_escaped(struct text_buffer *out, struct text t)
{
    for (size_t i = 0; i < t.size; i++) {
        char c = t.data[i];
        if (c == '<')
            buffer_append_string(out, "&lt;");
        else if (c == '>')
            buffer_append_string(out, "&gt;");
        else if (c == '&')
            buffer_append_string(out, "&amp;");
        else if ((unsigned char)c >= 0x20 || c == '\n' || c == '\t')
            buffer_append_byte(out, c);
    }
}

static void append_element(struct text_buffer *out, const char *open, struct text value,
                           const char *close)
{
    if (text_is_empty(value))
        return;
    buffer_append_string(out, open);
    append_escaped(out, value);
    buffer_append_string(out, close);
    buffer_append_byte(out, '\n');
}

/* PDF/A allows properties of other schemas only when the file describes them (ISO
 * 19005-2, 6.6.2.3). */
static const char ua_schema[] =
    "<pdfaExtension:schemas xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA identification"
    "</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer"
    "</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of the standard</pdfaProperty:description></rdf:li></rdf:Seq>"
    "</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

struct text meta_to_xmp(struct arena *arena, const struct meta *meta)
{
    struct text_buffer out = text_buffer_new(arena);
    struct text date = format_date(arena, meta, "%Y-%m-%dT%H:%M:%SZ");
    buffer_append_string(
        &out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
              "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
              "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
              "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
              "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
              "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
    append_element(&out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->title,
                   "</rdf:li></rdf:Alt></dc:title>");
    append_element(&out, "<dc:creator><rdf:Seq><rdf:li>", meta->author,
                   "</rdf:li></rdf:Seq></dc:creator>");
    append_element(&out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
    append_element(&out, "<dc:language><rdf:Bag><rdf:li>", meta->language,
                   "</rdf:li></rdf:Bag></dc:language>");
    append_element(&out, "<pdf:Keywords>", meta->keywords, "</pdf:Keywords>");
    append_element(&out, "<pdf:Producer>", TEXT(META_PRODUCER), "</pdf:Producer>");
    append_element(&out, "<xmp:CreateDate>", date, "</xmp:CreateDate>");
    append_element(&out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>");
    if (meta->claims_ua)
        buffer_append_string(&out, "<pdfuaid:part>1</pdfuaid:part>\n");
    if (meta->claims_pdfa)
        buffer_append_string(&out, "<pdfaid:part>2</pdfaid:part>"
                                   "<pdfaid:conformance>A</pdfaid:conformance>\n");
    if (meta->claims_ua && meta->claims_pdfa)
        buffer_append_string(&out, ua_schema);
    buffer_append_string(&out, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
    return buffer_text(&out);
}
