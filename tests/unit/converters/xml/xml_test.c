#include "converters/xml/xml.h"
#include "tests/unit/random_model.h"

struct fixture {
    struct arena *arena;
    struct source source;
    struct diagnostics *diags;
    struct handbook *handbook;
    enum status status;
};

static void read_bytes_with(struct fixture *f, struct text bytes, struct read_cache *cache)
{
    f->arena = arena_open(NULL, NULL);
    f->source = (struct source){.path = "a.xml"};
    f->diags = diagnostics_new(f->arena);
    struct input input = {
        .arena = f->arena, .source = &f->source, .bytes = bytes, .diags = f->diags, .cache = cache};
    f->status = xml_read_model(&input, &f->handbook);
}

static void read_bytes(struct fixture *f, struct text bytes) { read_bytes_with(f, bytes, NULL); }

#define ROLE(content) TEXT("<role xmlns='urn:rolebook:1' xml:lang='zh-Hant'>\n" content "</role>")

static void assert_at(struct span span, size_t line, size_t column)
{
    struct line_column at = span_line_column(span);
    assert_int_equal(at.line, line);
    assert_int_equal(at.column, column);
}

static void test_every_model_survives_being_written_and_read(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 500; seed++) {
        struct arena *arena = arena_open(NULL, NULL);
        struct random r = {.state = seed,
                           .arena = arena,
                           .pieces = nasty_pieces,
                           .piece_count = sizeof nasty_pieces / sizeof *nasty_pieces};
        struct handbook *handbook = random_handbook(&r);
        struct text_buffer out = text_buffer_new(arena), again = text_buffer_new(arena);
        assert_int_equal(xml_write_model(handbook, &out, diagnostics_new(arena)), STATUS_OK);
        struct fixture f;
        read_bytes(&f, buffer_text(&out));
        if (f.status != STATUS_OK)
            fail_msg("seed %" PRIu64 ":\n%.*s", seed, TEXT_ARGS(buffer_text(&out)));
        assert_same_model(handbook, f.handbook);
        xml_write_model(f.handbook, &again, f.diags);
        assert_true(text_equal(buffer_text(&out), buffer_text(&again)));
        arena_close(f.arena);
        arena_close(arena);
    }
}

/* Files of a batch are read by one parser, whatever the file before did to it. */
static void test_a_file_is_read_alike_behind_a_broken_one(void **state)
{
    (void)state;
    static const struct text broken[] = {
        TEXT_INIT("<role xmlns='urn:rolebook:1'><title>甲"),
        TEXT_INIT("<!DOCTYPE role [<!ENTITY a 'a'>]><role/>"),
        TEXT_INIT("<role xmlns='urn:rolebook:1'></role>\0<role>"),
        TEXT_INIT(""),
    };
    struct read_cache *cache = read_cache_open();
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct fixture f;
        read_bytes_with(&f, broken[i], cache);
        assert_int_equal(f.status, STATUS_INPUT);
        assert_int_equal(f.diags->count, 1);
        arena_close(f.arena);
        read_bytes_with(&f, ROLE("<title>甲 &amp; 乙</title>"), cache);
        assert_int_equal(f.status, STATUS_OK);
        assert_same_text(role_title(f.handbook->roles), TEXT("甲 & 乙"), "title");
        assert_at(f.handbook->roles->values[ELEMENT_TITLE].rows[0].at, 2, 8);
        arena_close(f.arena);
    }
    read_cache_close(cache);
}

static void test_values_keep_their_place_in_the_source(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, ROLE("  <title>客服代表</title>\n"
                        "  <duties heading='職責'>\n"
                        "    <record label='1.'>\n"
                        "      <text>\n        負責受理\n        客戶訴求</text>\n"
                        "      <what>受理 &amp; 記錄</what></record></duties>\n"));
    assert_int_equal(f.status, STATUS_OK);
    const struct role *role = f.handbook->roles;
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    assert_same_text(role_title(role), TEXT("客服代表"), "title");
    assert_at(role->values[ELEMENT_TITLE].rows[0].at, 2, 10);
    assert_at(role->values[ELEMENT_TITLE].at, 2, 3);
    assert_same_text(duties->heading, TEXT("職責"), "heading");
    assert_same_text(duties->rows[0].text, TEXT("負責受理客戶訴求"), "text");
    assert_at(duties->rows[0].at, 6, 9);
    struct value what = record_field(duties, &duties->rows[0], FIELD_DUTIES_WHAT);
    assert_same_text(what.text, TEXT("受理 & 記錄"), "what");
    assert_at(what.at, 8, 13);
    arena_close(f.arena);
}

static void test_a_record_without_text_has_its_main_fields_words(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, ROLE("<tools><record><name>CRM</name></record></tools>"));
    assert_same_text(f.handbook->roles->values[ELEMENT_TOOLS].rows[0].text, TEXT("CRM"), "text");
    arena_close(f.arena);
}

static void test_unknown_elements_are_named_and_their_words_kept(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, ROLE("<title>t</title>\n<mission>save <b>all</b></mission>\n"
                        "<duties>stray<record><why>because</why></record></duties>\n"));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_int_equal(f.diags->count, 3);
    assert_at(f.diags->items[0]->at, 3, 1);
    assert_at(f.diags->items[1]->at, 4, 9);
    assert_at(f.diags->items[2]->at, 4, 22);
    const struct section_text *other = f.handbook->roles->other;
    assert_same_text(other->heading, TEXT("mission"), "heading");
    assert_same_text(other->text, TEXT("save all"), "text");
    assert_same_text(other->next->text, TEXT("stray"), "text");
    assert_same_text(other->next->next->text, TEXT("because"), "text");
    assert_same_text(role_title(f.handbook->roles), TEXT("t"), "title");
    arena_close(f.arena);
}

static void assert_refused(struct text xml, size_t line, size_t column)
{
    struct fixture f;
    read_bytes(&f, xml);
    assert_int_equal(f.status, STATUS_INPUT);
    assert_null(f.handbook);
    assert_int_equal(f.diags->count, 1);
    assert_at(f.diags->items[0]->at, line, column);
    arena_close(f.arena);
}

static void test_a_document_type_is_passed_over_and_what_it_declares_refused(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, TEXT("<?xml version='1.0'?>\n <!DOCTYPE role SYSTEM 'http://x/y.dtd'>\n"
                        "<role xmlns='urn:rolebook:1'><title>R&eacute;gisseur</title></role>"));
    assert_int_equal(f.status, STATUS_OK);
    assert_int_equal(f.diags->count, 0);
    assert_same_text(role_title(f.handbook->roles), TEXT("Régisseur"), "title");
    arena_close(f.arena);
    assert_refused(TEXT("<!DOCTYPE role [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n"
                        "<role xmlns='urn:rolebook:1'><title>&b;</title></role>"),
                   1, 1);
}

static void test_malformed_xml_is_one_error_at_its_place(void **state)
{
    (void)state;
    assert_refused(ROLE("<title>t</titel>\n"), 2, 17);
    assert_refused(ROLE("<title>&unknown;</title>\n"), 2, 8);
    assert_refused(ROLE("<title n='&nbsp;'>t</title>\n"), 2, 11);
    assert_refused(ROLE("<title>R&D</title>\n"), 2, 9);
    assert_refused(ROLE("<title>at & in</title>\n"), 2, 11);
    assert_refused(TEXT("<role xmlns='urn:rolebook:1'><title>t"), 1, 38);
}

static void test_nesting_has_a_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct text_buffer deep = text_buffer_new(arena);
    buffer_append(&deep, TEXT("<role xmlns='urn:rolebook:1'>"));
    for (size_t i = 0; i < LIMIT_XML_DEPTH; i++)
        buffer_append(&deep, TEXT("<a>"));
    struct fixture f;
    read_bytes(&f, buffer_text(&deep));
    assert_int_equal(f.status, STATUS_INPUT);
    assert_int_equal(f.diags->count, 1);
    arena_close(f.arena);
    arena_close(arena);
}

static void test_the_declared_charset_is_used(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, TEXT("<?xml version=\"1.0\" encoding=\"GB2312\"?>\n"
                        "<role xmlns=\"urn:rolebook:1\"><title>\xD6\xB0\xD4\xF0</title></role>"));
    assert_int_equal(f.status, STATUS_OK);
    assert_same_text(role_title(f.handbook->roles), TEXT("职责"), "title");
    assert_at(f.handbook->roles->values[ELEMENT_TITLE].rows[0].at, 2, 37);
    arena_close(f.arena);
}

static void test_other_vocabularies_are_no_model_but_a_document(void **state)
{
    (void)state;
    struct text xml = TEXT("<position id='R-1'><title>Agent</title><reportsTo>Lead</reportsTo>\n"
                           "<duties><duty n='1'>one</duty><duty n='2'>two</duty></duties>\n"
                           "<kpis><kpi weight='40%'><name>calls</name></kpi></kpis></position>");
    struct fixture f;
    read_bytes(&f, xml);
    assert_int_equal(f.status, STATUS_OK);
    assert_null(f.handbook);
    struct input input = {.arena = f.arena, .source = &f.source, .bytes = xml, .diags = f.diags};
    struct document *document;
    assert_int_equal(xml_read_document(&input, &document), STATUS_OK);
    assert_same_text(blocks_text(f.arena, document->blocks),
                     TEXT("position: Agent\nid: R-1\nreports to: Lead\nduties\n1 one\n2 two\nkpis\n"
                          "weight\nname\n40%\ncalls"),
                     "document");
    arena_close(f.arena);
}

static void assert_document(const char *xml, const char *words)
{
    struct fixture f;
    struct text bytes = text_from_string(xml);
    read_bytes(&f, bytes);
    struct input input = {.arena = f.arena, .source = &f.source, .bytes = bytes, .diags = f.diags};
    struct document *document;
    assert_int_equal(xml_read_document(&input, &document), STATUS_OK);
    assert_same_text(blocks_text(f.arena, document->blocks), text_from_string(words), "document");
    arena_close(f.arena);
}

static void test_members_of_a_collection_are_read_one_by_one(void **state)
{
    (void)state;
    assert_document("<库 日期='3月'><岗位 编号='K1'><岗位名称>理货员</岗位名称>"
                    "<岗位职责><职责 序号='1'>甲</职责><职责 序号='2'>乙</职责></岗位职责>"
                    "<条件表><条件 类别='证书'>丙</条件></条件表></岗位>"
                    "<岗位 编号='K2'><岗位名称>门卫</岗位名称><要求><项>丁</项></要求></岗位></库>",
                    "日期: 3月\n岗位: 理货员\n编号: K1\n岗位职责\n1 甲\n2 乙\n条件表\n类别\n条件\n"
                    "证书\n丙\n岗位: 门卫\n编号: K2\n要求: 丁");
    assert_document(
        "<all><role name='Agent'><duties><duty>one</duty><duty>two</duty></duties></role>"
        "<role name='Lead' id='L'><duties><duty>three</duty></duties></role></all>",
        "role: Agent\nduties\n• one\n• two\nrole: Lead\nid: L\nduties: three");
}

static void test_a_value_beside_its_name_is_called_by_it(void **state)
{
    (void)state;
    assert_document("<job><part><name>MainTasks</name><value>Sort mail</value></part>"
                    "<firm><name>Astra</name></firm></job>",
                    "job\nmain tasks: Sort mail\nfirm: Astra");
}

static void test_a_lone_text_below_a_section_is_no_part_of_it(void **state)
{
    (void)state;
    struct fixture f;
    struct text xml = TEXT("<role><title>Agent</title><duties><d>one</d><d>two</d></duties>"
                           "<grade>7</grade></role>");
    read_bytes(&f, xml);
    struct input input = {.arena = f.arena, .source = &f.source, .bytes = xml, .diags = f.diags};
    struct document *document;
    assert_int_equal(xml_read_document(&input, &document), STATUS_OK);
    const struct block *last = document->last_block;
    const struct block *block = document->blocks;
    while (block->next != last)
        block = block->next;
    assert_int_equal(block->kind, BLOCK_HEADING);
    assert_same_text(block_text(f.arena, block), TEXT("grade"), "heading");
    arena_close(f.arena);
}

static void test_words_of_a_table_outside_its_cells_are_kept(void **state)
{
    (void)state;
    assert_document("<page><head>t</head><table><caption>Who <b>does</b> what</caption>"
                    "<colgroup><col/></colgroup><tbody>stray<tr>beside<td>a</td></tr></tbody>"
                    "</table></page>",
                    "t\nWho does what\nstray\nbeside\na");
    assert_document(
        "<job><n>x</n><a>&lt;table&gt;&lt;caption&gt;Cap&lt;/caption&gt;&lt;tr&gt;&lt;td&gt;b"
        "&lt;/table&gt;</a></job>",
        "job\nn: x\na\nCap\nb");
}

static void test_html_that_is_carried_as_words_is_read_as_what_it_says(void **state)
{
    (void)state;
    assert_document(
        "<job><about><![CDATA[Intro <b>bold</b><br>line<h3>Duties</h3><ul><li>one</li>"
        "<li>two<ul><li>in it</li></ul></li></ul><div>end<script>no</script></div>]]>"
        "</about><needs>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</needs></job>",
        "job\nabout\nIntro bold\nline\nDuties\n• one\n• two\n• in it\nend\nneeds\nA & B");
    assert_document("<job><a>1 &lt; 2 and a &lt;c d&gt; e</a><b>&lt;Name&gt;</b></job>",
                    "job\na: 1 < 2 and a <c d> e\nb: <Name>");
}

static void test_a_template_of_pages_is_no_source(void **state)
{
    (void)state;
    struct fixture f;
    read_bytes(&f, TEXT("<template xmlns='urn:rolebook:template:1' name='house'>"
                        "<page size='A5'/></template>"));
    assert_int_equal(f.status, STATUS_OK);
    assert_non_null(f.handbook);
    assert_int_equal(f.handbook->role_count, 0);
    assert_null(f.handbook->preface);
    assert_int_equal(f.diags->count, 0);
    arena_close(f.arena);
}

static void test_rows_past_the_limit_keep_their_words(void **state)
{
    (void)state;
    struct fixture f = {.arena = arena_open(NULL, NULL), .source = {.path = "a.xml"}};
    f.diags = diagnostics_new(f.arena);
    struct text_buffer bytes = text_buffer_new(f.arena);
    buffer_append_string(&bytes, "<page><title>t</title><table>");
    for (int i = 0; i < LIMIT_TABLE_ROWS; i++)
        buffer_append_string(&bytes, "<tr><td>b</td></tr>\n");
    buffer_append_string(&bytes, "<tr><td>last</td></tr></table></page>");
    struct input input = {
        .arena = f.arena, .source = &f.source, .bytes = buffer_text(&bytes), .diags = f.diags};
    struct document *document;
    assert_int_equal(xml_read_document(&input, &document), STATUS_INPUT);
    assert_int_equal(f.diags->by_level[LEVEL_ERROR], 1);
    const struct block *block = document->blocks;
    while (block->kind != BLOCK_TABLE)
        block = block->next;
    assert_null(block->table->grid);
    assert_int_equal(block->table->last_cell->row, LIMIT_TABLE_ROWS);
    assert_same_text(cell_text(f.arena, block->table->last_cell), TEXT("last"), "last row");
    arena_close(f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_model_survives_being_written_and_read),
        cmocka_unit_test(test_values_keep_their_place_in_the_source),
        cmocka_unit_test(test_a_record_without_text_has_its_main_fields_words),
        cmocka_unit_test(test_unknown_elements_are_named_and_their_words_kept),
        cmocka_unit_test(test_a_document_type_is_passed_over_and_what_it_declares_refused),
        cmocka_unit_test(test_malformed_xml_is_one_error_at_its_place),
        cmocka_unit_test(test_nesting_has_a_limit),
        cmocka_unit_test(test_the_declared_charset_is_used),
        cmocka_unit_test(test_other_vocabularies_are_no_model_but_a_document),
        cmocka_unit_test(test_members_of_a_collection_are_read_one_by_one),
        cmocka_unit_test(test_a_value_beside_its_name_is_called_by_it),
        cmocka_unit_test(test_a_lone_text_below_a_section_is_no_part_of_it),
        cmocka_unit_test(test_words_of_a_table_outside_its_cells_are_kept),
        cmocka_unit_test(test_html_that_is_carried_as_words_is_read_as_what_it_says),
        cmocka_unit_test(test_a_template_of_pages_is_no_source),
        cmocka_unit_test(test_a_file_is_read_alike_behind_a_broken_one),
        cmocka_unit_test(test_rows_past_the_limit_keep_their_words),
    };
    xml_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
