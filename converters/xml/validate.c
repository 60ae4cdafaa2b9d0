/*
 * The schema's verdict on a file in which the reader found something wrong.
 *
 * The reader checks all that the schema says while it reads, at a small part of the cost; a test
 * holds the two against each other. So validation proper runs only on files already known to be
 * wrong, for what the reader may have missed.
 */
#include "converters/xml/parts.h"
#include "converters/xml/xml.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>

static const struct message schema_says = {.text = {[LANG_ZH_HANT] = "不符合 role.rng：{0}",
                                                    [LANG_ZH_HANS] = "不符合 role.rng：{0}",
                                                    [LANG_EN] = "not valid by role.rng: {0}"}};

/* Errors worth a look: the reader has named the others, and each look costs a file's length. */
#define ERRORS 50

struct verdict {
    struct input *input;
    size_t known;  /* diagnostics that the reader gave */
    size_t looked; /* errors of the schema looked at */
};

static uint32_t line_begin(struct text source, int line)
{
    size_t offset = 0;
    struct text ignored;
    for (int i = 1; i < line && text_next_line(source, &offset, &ignored); i++)
        ;
    return (uint32_t)offset;
}

/* The element does not fit, for what stands in it: that has been told, or is told with its line. */
static bool is_echo(const xmlError *error)
{
    return error->code == XML_RELAXNG_ERR_CONTENTVALID ||
           error->code == XML_RELAXNG_ERR_INTEREXTRA || error->code == XML_RELAXNG_ERR_INTERSEQ;
}

static void add_error(void *data, xmlErrorPtr error)
{
    struct verdict *v = data;
    struct diagnostics *diags = v->input->diags;
    struct text source = v->input->source->text;
    if (v->looked++ >= ERRORS || is_echo(error) || error->line <= 0)
        return;
    uint32_t begin = line_begin(source, error->line), end = line_begin(source, error->line + 1);
    for (size_t i = 0; i < diags->count; i++) /* the line is spoken of: once is enough */
        if (diags->items[i]->at.source == v->input->source && diags->items[i]->at.begin >= begin &&
            diags->items[i]->at.begin < end)
            return;
    if (diags->count > v->known)
        return; /* what follows the first such error is mostly its echo */
    struct text words = text_trim(text_from_string(error->message));
    report_error(diags, &schema_says,
                 (struct span){.source = v->input->source, .begin = begin, .end = end},
                 text_copy(diags->arena, words), (struct text){0});
}

static void ignore_error(void *data, xmlErrorPtr error) { (void)data, (void)error; }

void xml_start(void)
{
    xmlInitParser();
    xmlRelaxNGInitTypes();
}

void xml_validate(struct input *input)
{
    struct text schema_text = xml_schema(input->arena), source = input->source->text;
    struct verdict verdict = {.input = input, .known = input->diags->count};
    xmlRelaxNGParserCtxt *parser =
        xmlRelaxNGNewMemParserCtxt(schema_text.data, (int)schema_text.size);
    xmlRelaxNGSetParserStructuredErrors(parser, ignore_error, NULL);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlParserCtxt *reader = xmlNewParserCtxt();
    xmlDoc *page = xmlCtxtReadMemory(reader, source.data, (int)source.size, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR |
                                         XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
    xmlRelaxNGValidCtxt *context = schema == NULL ? NULL : xmlRelaxNGNewValidCtxt(schema);
    if (context != NULL && page != NULL) {
        xmlRelaxNGSetValidStructuredErrors(context, add_error, &verdict);
        xmlRelaxNGValidateDoc(context, page);
    }
    xmlRelaxNGFreeValidCtxt(context);
    xmlFreeDoc(page);
    xmlFreeParserCtxt(reader);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
}
