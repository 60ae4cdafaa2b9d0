/* The RELAX NG schema (ISO/IEC 19757-2) written from the element tables. */
#include "converters/xml/parts.h"
#include "converters/xml/xml.h"
#include <stdarg.h>
#include <stdio.h>

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- Rolebook XML, made from core/model/elements.def and fields.def: see the unit test\n"
    "     tests/unit/converters/xml/schema_test.c, which says how to make it anew. -->\n"
    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"" ROLEBOOK_NAMESPACE "\"\n"
    "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
    "  <start>\n"
    "    <choice><ref name=\"role\"/><ref name=\"handbook\"/></choice>\n"
    "  </start>\n";

/* What attributes and words are; xml:lang and the like are among the attributes of others. */
static const char parts[] =
    "  <define name=\"foreign\">\n"
    "    <zeroOrMore>\n"
    "      <attribute><anyName><except><nsName ns=\"\"/></except></anyName></attribute>\n"
    "    </zeroOrMore>\n"
    "  </define>\n"
    "  <define name=\"words\">\n"
    "    <ref name=\"foreign\"/>\n"
    "    <mixed>\n"
    "      <zeroOrMore><element name=\"br\"><ref name=\"foreign\"/><empty/></element></zeroOrMore>\n"
    "    </mixed>\n"
    "  </define>\n"
    "  <define name=\"place\">\n"
    "    <optional><attribute name=\"label\" ns=\"\"/></optional>\n"
    "    <optional>\n"
    "      <attribute name=\"depth\" ns=\"\">\n"
    "        <data type=\"string\"><param name=\"pattern\">[0-9]{1,2}|0[0-9]{2}|100</param></data>\n"
    "      </attribute>\n"
    "    </optional>\n"
    "  </define>\n"
    "  <define name=\"item\">\n"
    "    <element name=\"item\"><ref name=\"place\"/><ref name=\"words\"/></element>\n"
    "  </define>\n"
    "  <define name=\"absent\">\n"
    "    <choice>\n"
    "      <attribute name=\"state\" ns=\"\"><value type=\"string\">" XML_STATE_EMPTY
    "</value></attribute>\n"
    "      <group>\n"
    "        <attribute name=\"state\" ns=\"\"><value type=\"string\">" XML_STATE_NOT_APPLICABLE
    "</value></attribute>\n"
    "        <optional><attribute name=\"reason\" ns=\"\"/></optional>\n"
    "      </group>\n"
    "    </choice>\n"
    "  </define>\n"
    "  <define name=\"heading\">\n"
    "    <optional><attribute name=\"heading\" ns=\"\"/></optional>\n"
    "  </define>\n"
    "  <define name=\"text\">\n"
    "    <ref name=\"heading\"/>\n"
    "    <optional><attribute name=\"label\" ns=\"\"/></optional>\n"
    "    <choice>\n"
    "      <group><ref name=\"absent\"/><ref name=\"foreign\"/></group>\n"
    "      <ref name=\"words\"/>\n"
    "    </choice>\n"
    "  </define>\n"
    "  <define name=\"list\">\n"
    "    <ref name=\"heading\"/>\n"
    "    <ref name=\"foreign\"/>\n"
    "    <choice><ref name=\"absent\"/><zeroOrMore><ref name=\"item\"/></zeroOrMore></choice>\n"
    "  </define>\n"
    "  <define name=\"section\">\n"
    "    <ref name=\"heading\"/>\n"
    "    <ref name=\"foreign\"/>\n"
    "    <zeroOrMore><element name=\"p\"><ref name=\"words\"/></element></zeroOrMore>\n"
    "  </define>\n";

static void append_records(struct text_buffer *out, enum element element)
{
    buffer_append_string(out, "        <ref name=\"heading\"/>\n"
                              "        <ref name=\"foreign\"/>\n"
                              "        <choice>\n"
                              "          <ref name=\"absent\"/>\n"
                              "          <zeroOrMore>\n"
                              "            <element name=\"record\">\n"
                              "              <ref name=\"place\"/>\n"
                              "              <ref name=\"foreign\"/>\n"
                              "              <interleave>\n");
    buffer_append_string(out, "                <optional><element name=\"text\">"
                              "<ref name=\"words\"/></element></optional>\n");
    enum field first = element_first_field(element);
    for (size_t i = 0; i < element_field_count(element); i++)
        buffer_append_format(out,
                             "                <optional><element name=\"%s\">"
                             "<ref name=\"words\"/></element></optional>\n",
                             field_row((enum field)(first + i))->name);
    buffer_append_string(out, "              </interleave>\n"
                              "            </element>\n"
                              "          </zeroOrMore>\n"
                              "        </choice>\n");
}

static void append_element(struct text_buffer *out, enum element element)
{
    const struct element_row *row = element_row(element);
    buffer_append_format(out, "      <optional><element name=\"%s\">", row->name);
    switch (row->kind) {
    case KIND_TEXT:
    case KIND_REF:
        buffer_append_string(out, "<ref name=\"text\"/>");
        break;
    case KIND_LIST:
    case KIND_REFS:
        buffer_append_string(out, "<ref name=\"list\"/>");
        break;
    case KIND_RECORDS:
        buffer_append_string(out, "\n");
        append_records(out, element);
        buffer_append_string(out, "      ");
        break;
    }
    buffer_append_string(out, "</element></optional>\n");
}

static void append_holder(struct text_buffer *out, const char *name, size_t from, size_t to,
                          const char *section)
{
    buffer_append_format(out,
                         "  <define name=\"%s\">\n"
                         "    <element name=\"%s\">\n"
                         "      <ref name=\"foreign\"/>\n"
                         "      <interleave>\n",
                         name, name);
    for (size_t i = from; i < to; i++)
        append_element(out, (enum element)i);
    buffer_append_format(out,
                         "      <zeroOrMore><element name=\"%s\">"
                         "<ref name=\"section\"/></element></zeroOrMore>\n",
                         section);
}

struct text xml_schema(struct arena *arena)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_string(&out, head);
    append_holder(&out, "role", 0, ELEMENT_ROLE_COUNT, "other");
    buffer_append_string(&out, "      </interleave>\n    </element>\n  </define>\n");
    append_holder(&out, "handbook", ELEMENT_ROLE_COUNT, ELEMENT_COUNT, "preface");
    buffer_append_string(&out, "      <optional>\n"
                               "        <element name=\"roles\">\n"
                               "          <ref name=\"foreign\"/>\n"
                               "          <zeroOrMore><ref name=\"role\"/></zeroOrMore>\n"
                               "        </element>\n"
                               "      </optional>\n"
                               "      </interleave>\n    </element>\n  </define>\n");
    buffer_append_string(&out, parts);
    buffer_append_string(&out, "</grammar>\n");
    return buffer_text(&out);
}
