#include "converters/html/html.h"
#include "core/compose/build.h"
#include "core/document/stylesheet.h"
#include "tests/unit/unit.h"
#include <libxml/parser.h>
#include <string.h>

static struct document *document_with_title(const char *title)
{
    struct document *document = document_new(arena_open(NULL, NULL), NULL);
    document->title = text_from_string(title);
    document->language = TEXT("en");
    return document;
}

static struct block *section_of(struct document *document)
{
    struct block *block = block_append(document, NULL, BLOCK_SECTION, (struct span){0});
    block->section = arena_new(document->arena, struct section);
    return block;
}

/* The page as a string, well-formed XML all of it. */
static const char *page_of(const struct document *document)
{
    struct text_buffer out = text_buffer_new(document->arena);
    assert_int_equal(html_write(document, &out, diagnostics_new(document->arena)), STATUS_OK);
    xmlDoc *tree = xmlReadMemory(out.data, (int)out.size, NULL, NULL, XML_PARSE_NONET);
    assert_non_null(tree);
    xmlFreeDoc(tree);
    return buffer_string(&out);
}

static void assert_holds(const char *page, const char *words)
{
    if (strstr(page, words) == NULL)
        fail_msg("no %s in %s", words, strstr(page, "<body"));
}

static void assert_lacks(const char *page, const char *words)
{
    if (strstr(page, words) != NULL)
        fail_msg("%s is there: %.200s", words, strstr(page, words));
}

static void test_markup_in_words_stays_words(void **state)
{
    (void)state;
    struct document *document =
        document_with_title("</title></style><script>alert('1')</script>\"' onload=x");
    document->author = TEXT("\" onmouseover=\"x");
    struct block *section = section_of(document);
    build_heading(document, section, 1, TEXT("<img src=x onerror=alert(2)>\x01"), (struct span){0});
    build_paragraph(document, section, TEXT("x\" onclick=\"alert(3)"),
                    TEXT("]]><!-- &amp; </p><script>"), (struct span){0});
    const char *page = page_of(document);
    assert_lacks(page, "<script>alert");
    assert_lacks(page, "<img");
    assert_lacks(page, " onclick=\"");
    assert_lacks(page, " onmouseover=\"");
    assert_lacks(page, "<!-- ");
    assert_holds(page, "]]&gt;&lt;!-- &amp;amp; &lt;/p&gt;&lt;script&gt;");
    arena_close(document->arena);
}

static void test_links_that_run_something_are_words_alone(void **state)
{
    (void)state;
    static const char *const refused[] = {"javascript:alert(1)",
                                          "JaVaScRiPt:alert(1)",
                                          "java\tscript:alert(1)",
                                          "data:text/html,x",
                                          "vbscript:x",
                                          "\x01javascript:x",
                                          "#nowhere"};
    static const char *const taken[] = {"https://a.example/?q=1&r=\"2\"", "mailto:a@b.example",
                                        "rules/leave.pdf", "#here"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused + sizeof taken / sizeof *taken; i++) {
        bool is_refused = i < sizeof refused / sizeof *refused;
        struct document *document = document_with_title("T");
        struct block *section = section_of(document);
        build_heading(document, section, 1, TEXT("Here"), (struct span){0})->anchor = TEXT("here");
        struct block *p = build_paragraph(document, section, TEXT(""), TEXT(""), (struct span){0});
        const char *target = is_refused ? refused[i] : taken[i - sizeof refused / sizeof *refused];
        build_run(document, p, TEXT("words"), text_from_string(target), (struct span){0});
        const char *page = page_of(document);
        if (is_refused)
            assert_holds(page, "<p class=\"s-body\">words</p>");
        else
            assert_holds(page, ">words</a></p>");
        arena_close(document->arena);
    }
}

static void test_headings_have_no_gaps_and_ids_once(void **state)
{
    (void)state;
    struct document *document = document_with_title("T");
    struct block *section = section_of(document);
    static const struct {
        unsigned level;
        const char *words, *markup;
    } rows[] = {{1, "A", "<h2 class=\"s-heading-1\" id=\"a\">A</h2>"},
                {3, "B", "<h3 class=\"s-heading-3\" id=\"b\">B</h3>"},
                {2, "B", "<h3 class=\"s-heading-2\" id=\"b-2\">B</h3>"},
                {5, "C", "<h4 class=\"s-heading-5\" id=\"b-2-c\">C</h4>"},
                {1, "!", "<h2 class=\"s-heading-1\" id=\"place\">!</h2>"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        build_heading(document, section, rows[i].level, text_from_string(rows[i].words),
                      (struct span){0});
    const char *page = page_of(document);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_holds(page, rows[i].markup);
    arena_close(document->arena);
}

static void test_an_index_links_the_word_where_paper_has_its_page(void **state)
{
    (void)state;
    struct document *document = document_with_title("T");
    struct block *section = section_of(document);
    build_heading(document, section, 1, TEXT("Agent"), (struct span){0})->anchor = TEXT("role-1");
    static const char *const words[] = {"Agent ", "Agents "};
    for (size_t i = 0; i < 2; i++) {
        struct block *p = build_paragraph(document, section, TEXT("index"),
                                          text_from_string(words[i]), (struct span){0});
        run_append(document, p, RUN_PAGE_NUMBER, TEXT(""), (struct span){0})->link =
            TEXT("#role-1");
    }
    const char *page = page_of(document);
    assert_holds(page, "<p class=\"s-index\"><a href=\"#agent\">Agent</a></p>");
    assert_holds(page, "<p class=\"s-index\">Agents <a href=\"#agent\">Agent</a></p>");
    arena_close(document->arena);
}

static void test_tables_say_what_their_heads_are_for(void **state)
{
    (void)state;
    struct document *document = document_with_title("T");
    struct block *section = section_of(document);
    build_heading(document, section, 1, TEXT("Tools"), (struct span){0});
    struct table *table = build_table(document, section, TEXT("matrix"));
    static const struct cell_place places[] = {{.columns = 2, .is_header = true},
                                               {.row = 1, .is_header = true},
                                               {.row = 1, .column = 1},
                                               {.row = 2, .column = 1}};
    for (size_t i = 0; i < 4; i++)
        build_cell(document, table, places[i], TEXT("x"), (struct span){0});
    table->cells->next->row_span = 2;
    table->header_rows = 1;
    assert_true(table_index(document, table));
    const char *page = page_of(document);
    assert_holds(page, "<caption><span class=\"away\">Tools</span></caption><thead>");
    assert_holds(page, "<th scope=\"colgroup\" colspan=\"2\" class=\"s-table-cell\">x</th>");
    assert_holds(page, "<th scope=\"rowgroup\" rowspan=\"2\" class=\"s-table-cell\">x</th>");
    arena_close(document->arena);
}

static void test_drawings_have_a_title_and_a_description(void **state)
{
    (void)state;
    struct document *document = document_with_title("T");
    struct block *block = block_append(document, NULL, BLOCK_FIGURE, (struct span){0});
    block->figure = arena_new(document->arena, struct figure);
    block->figure->alternative = TEXT("A over B & C");
    block->figure->width = 100500;
    block->figure->height = 50000;
    run_append(document, block, RUN_TEXT, TEXT("Chart"), (struct span){0});
    struct shape *box = shape_append(document, block->figure, SHAPE_RECTANGLE);
    *box = (struct shape){.kind = SHAPE_RECTANGLE,
                          .x = -500,
                          .width = 1000,
                          .height = 2000,
                          .fill = 0xE9EEF4,
                          .stroke = COLOUR_NONE,
                          .next = box->next};
    struct shape *words = shape_append(document, block->figure, SHAPE_TEXT);
    words->text = TEXT("<A>");
    words->fill = words->stroke = COLOUR_NONE;
    const char *page = page_of(document);
    assert_holds(page, "viewBox=\"0 0 100.500 50\"");
    assert_holds(page, "<title id=\"figure.1.title\">Chart</title>"
                       "<desc id=\"figure.1.desc\">A over B &amp; C</desc>");
    assert_holds(page, "<rect x=\"-0.500\" y=\"0\" width=\"1\" height=\"2\" fill=\"#e9eef4\"/>");
    assert_holds(page, ">&lt;A&gt;</tspan></text>");
    arena_close(document->arena);
}

static void test_names_of_styles_and_fonts_cannot_leave_their_rules(void **state)
{
    (void)state;
    struct document *document = document_with_title("T");
    struct stylesheet sheet = *stylesheet_plain();
    struct style style = sheet.styles[0];
    style.name = TEXT("a{}</style><script>");
    sheet.families[FONT_SANS] = TEXT("x\"}</style><script>, y;\n}");
    sheet.styles = &style;
    sheet.style_count = 1;
    document->stylesheet = &sheet;
    const char *page = page_of(document);
    assert_lacks(page, "</style><script>");
    assert_holds(page, ".s-a_7b_7d_3c_2fstyle_3e_3cscript_3e{");
    arena_close(document->arena);
}

static const struct output_file *file_of(const struct output_files *files, const char *name)
{
    for (size_t i = 0; i < files->count; i++)
        if (text_is(files->list[i].name, name))
            return &files->list[i];
    fail_msg("no %s", name);
    return NULL;
}

static void test_a_folder_has_a_page_a_section_and_links_between_them(void **state)
{
    (void)state;
    struct document *document = document_with_title("Book");
    static const char *const titles[] = {"Agent", "Index", "CON", "Agent"};
    for (size_t i = 0; i < 4; i++) {
        struct block *section = section_of(document);
        if (i == 0)
            build_heading(document, section, 1, TEXT("Desk"), (struct span){0});
        struct block *heading =
            build_heading(document, section, 2, text_from_string(titles[i]), (struct span){0});
        heading->anchor = text_from_string(i == 3 ? "role-4" : titles[i]);
        struct block *p = build_paragraph(document, section, TEXT(""), TEXT(""), (struct span){0});
        build_run(document, p, TEXT("to"), TEXT("#role-4"), (struct span){0});
    }
    struct output_files files = {.arena = document->arena};
    assert_int_equal(html_write_folder(document, &files, diagnostics_new(document->arena)),
                     STATUS_OK);
    assert_int_equal(files.count, 5 + 3);
    file_of(&files, "index.html");
    file_of(&files, "index-2.html");
    file_of(&files, "page-con.html");
    file_of(&files, "agent-2.html");
    const char *page = text_to_string(document->arena, file_of(&files, "agent.html")->bytes);
    assert_holds(page, "<li>Desk</li>");
    assert_holds(page, "<h1 class=\"s-heading-2\" id=\"agent\">Agent</h1>");
    assert_holds(page, "<a href=\"agent-2.html\">to</a>");
    arena_close(document->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup_in_words_stays_words),
        cmocka_unit_test(test_links_that_run_something_are_words_alone),
        cmocka_unit_test(test_headings_have_no_gaps_and_ids_once),
        cmocka_unit_test(test_an_index_links_the_word_where_paper_has_its_page),
        cmocka_unit_test(test_tables_say_what_their_heads_are_for),
        cmocka_unit_test(test_drawings_have_a_title_and_a_description),
        cmocka_unit_test(test_names_of_styles_and_fonts_cannot_leave_their_rules),
        cmocka_unit_test(test_a_folder_has_a_page_a_section_and_links_between_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
