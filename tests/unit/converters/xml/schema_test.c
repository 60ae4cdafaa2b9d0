/*
 * After a change to elements.def or fields.def:
 *   make build/release/tests/tools/schema_dump
 *   build/release/tests/tools/schema_dump rng >templates/schema/role.rng
 */
#include "converters/xml/xml.h"
#include "core/base/embedded.h"
#include "tests/unit/random_model.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>

static void test_the_schema_in_templates_has_every_row_of_the_element_tables(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text schema = xml_schema(arena);
    assert_true(text_equal(embedded_file("schema/role.rng"), schema));
    for (size_t i = 0; i < ELEMENT_COUNT; i++) {
        struct text_buffer name = text_buffer_new(arena);
        buffer_append_format(&name, "<element name=\"%s\">", element_row((enum element)i)->name);
        assert_int_not_equal(text_find(schema, buffer_text(&name), 0), TEXT_NOT_FOUND);
    }
    arena_close(arena);
}

static void ignore_error(void *data, xmlErrorPtr error) { (void)data, (void)error; }

static xmlRelaxNG *compile(struct arena *arena)
{
    struct text text = xml_schema(arena);
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(text.data, (int)text.size);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    assert_non_null(schema);
    return schema;
}

/* -1: not even well-formed */
static int is_valid(xmlRelaxNG *schema, struct text xml)
{
    xmlDoc *page = xmlReadMemory(xml.data, (int)xml.size, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (page == NULL)
        return -1;
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(context, ignore_error, NULL);
    int valid = xmlRelaxNGValidateDoc(context, page) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    xmlFreeDoc(page);
    return valid;
}

static bool reader_accepts(struct arena *arena, struct text xml)
{
    struct source *source = arena_new(arena, struct source);
    source->path = "a.xml";
    struct input input = {
        .arena = arena, .source = source, .bytes = xml, .diags = diagnostics_new(arena)};
    struct handbook *handbook;
    enum status status = xml_read_model(&input, &handbook);
    assert_int_equal(status == STATUS_OK, input.diags->count == 0);
    return status == STATUS_OK && handbook != NULL;
}

static void test_all_that_is_written_is_valid(void **state)
{
    (void)state;
    struct arena *schema_arena = arena_open(NULL, NULL);
    xmlRelaxNG *schema = compile(schema_arena);
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct random r = {.state = seed,
                           .arena = arena,
                           .pieces = nasty_pieces,
                           .piece_count = sizeof nasty_pieces / sizeof *nasty_pieces};
        struct text_buffer out = text_buffer_new(arena);
        xml_write_model(random_handbook(&r), &out, diagnostics_new(arena));
        if (is_valid(schema, buffer_text(&out)) != 1)
            fail_msg("seed %" PRIu64 ":\n%.*s", seed, TEXT_ARGS(buffer_text(&out)));
        arena_close(arena);
    }
    xmlRelaxNGFree(schema);
    arena_close(schema_arena);
}

/* Pieces that are valid in one place and wrong in another. */
static const char *const fragments[] = {
    "<title>",
    "</title>",
    "<duties>",
    "</duties>",
    "<duties heading='h'>",
    "<record>",
    "</record>",
    "<what>",
    "</what>",
    "<text>",
    "</text>",
    "<scope>",
    "</scope>",
    "<item>",
    "</item>",
    "<item label='1' depth='2'>",
    "<item depth='x'>",
    "<item depth='101'>",
    "<other heading='o'>",
    "</other>",
    "<p>",
    "</p>",
    "<br/>",
    "words",
    " ",
    "\n",
    "<tools state='empty'/>",
    "<tools state='not-applicable' reason='r'/>",
    "<tools reason='r'/>",
    "<tools state='full'/>",
    "<purpose label='1'>w</purpose>",
    "<purpose size='1'/>",
    "<tools label='1'/>",
    "<unknown/>",
    "<x:foreign xmlns:x='urn:x'/>",
    "<grade x:a='1' xmlns:x='urn:x'/>",
    "<grade xml:lang='en'>g</grade>",
    "<br>w</br>",
    "<br a='1'/>",
};

static struct text mutant(struct random *r)
{
    struct text_buffer out = text_buffer_new(r->arena);
    buffer_append_string(&out, "<role xmlns='" ROLEBOOK_NAMESPACE "'>");
    for (size_t n = random_below(r, 7); n > 0; n--)
        buffer_append_string(&out,
                             fragments[random_below(r, sizeof fragments / sizeof *fragments)]);
    buffer_append_string(&out, "</role>");
    return buffer_text(&out);
}

static void test_the_reader_finds_fault_exactly_where_the_schema_does(void **state)
{
    (void)state;
    struct arena *schema_arena = arena_open(NULL, NULL);
    xmlRelaxNG *schema = compile(schema_arena);
    size_t valid_count = 0, invalid_count = 0;
    for (uint64_t seed = 1; seed <= 60000; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct random r = {.state = seed * UINT64_C(0x9E3779B97F4A7C15), .arena = arena};
        struct text xml = mutant(&r);
        int valid = is_valid(schema, xml);
        if (valid >= 0 && valid != reader_accepts(arena, xml))
            fail_msg("valid is %d: %.*s", valid, TEXT_ARGS(xml));
        valid_count += valid == 1;
        invalid_count += valid == 0;
        arena_close(arena);
    }
    assert_true(valid_count > 500 && invalid_count > 500);
    xmlRelaxNGFree(schema);
    arena_close(schema_arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_schema_in_templates_has_every_row_of_the_element_tables),
        cmocka_unit_test(test_all_that_is_written_is_valid),
        cmocka_unit_test(test_the_reader_finds_fault_exactly_where_the_schema_does),
    };
    xml_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
