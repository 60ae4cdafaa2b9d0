/*
 * The floor: what the libraries alone need for the same files, on one thread.
 *
 *   floor md|xml|docx FILE...      parses each and throws the result away
 */
#include "core/base/diagnostics.h"
#include "core/base/file.h"
#include <cmark.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static size_t seen; /* so that no parse is for nothing */

static void characters(void *data, const xmlChar *text, int size)
{
    (void)data, (void)text;
    seen += (size_t)size;
}

static void parse_sax(const char *bytes, size_t size)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .characters = characters};
    xmlParserCtxt *parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    xmlParseChunk(parser, bytes, (int)size, 1);
    xmlFreeParserCtxt(parser);
}

static void read_docx(struct text file)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(file.data, file.size, 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    for (zip_int64_t i = 0; zip != NULL && i < zip_get_num_entries(zip, 0); i++) {
        zip_stat_t about;
        zip_stat_index(zip, (zip_uint64_t)i, 0, &about);
        zip_file_t *part = zip_fopen_index(zip, (zip_uint64_t)i, 0);
        char *bytes = malloc(about.size + 1);
        zip_int64_t size = zip_fread(part, bytes, about.size);
        if (size > 0 && bytes[0] == '<')
            parse_sax(bytes, (size_t)size);
        free(bytes);
        zip_fclose(part);
    }
    zip_discard(zip);
}

static void read_markdown(struct text file)
{
    cmark_node *root = cmark_parse_document(file.data, file.size, CMARK_OPT_SOURCEPOS);
    cmark_iter *walk = cmark_iter_new(root);
    while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
        const char *literal = cmark_node_get_literal(cmark_iter_get_node(walk));
        seen += literal == NULL ? 0 : strlen(literal);
    }
    cmark_iter_free(walk);
    cmark_node_free(root);
}

int main(int count, char **arguments)
{
    xmlInitParser();
    for (int i = 2; i < count; i++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct source source = {.path = arguments[i]};
        struct text file;
        if (file_read(arena, &source, &file, diagnostics_new(arena)) != STATUS_OK)
            return 2;
        if (strcmp(arguments[1], "md") == 0)
            read_markdown(file);
        else if (strcmp(arguments[1], "xml") == 0)
            parse_sax(file.data, file.size);
        else
            read_docx(file);
        arena_close(arena);
    }
    printf("%zu\n", seen);
    return 0;
}
