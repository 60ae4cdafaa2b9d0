#include "converters/xml/xml.h"
#include "core/base/text_buffer.h"
#include "core/compose/compose.h"
#include "core/extract/extract.h"
#include "core/normalise/normalise.h"
#include "tests/unit/unit.h"
#include <fcntl.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct vocabulary *vocabulary;
static struct diagnostics *diags;

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    diags = diagnostics_new(arena);
    vocabulary = vocabulary_load(arena, NULL, diags);
    xml_start();
    return vocabulary == NULL;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct handbook *from_xml(const char *words)
{
    struct source *source = arena_new(arena, struct source);
    struct handbook *handbook = NULL;
    source->path = "book.xml";
    struct input input = {
        .arena = arena, .source = source, .bytes = text_from_string(words), .diags = diags};
    assert_int_equal(xml_read_model(&input, &handbook), STATUS_OK);
    normalise_handbook(handbook, vocabulary);
    return handbook;
}

static struct text whole_text(const struct document *document)
{
    return blocks_text(arena, document->blocks);
}

static const char book[] =
    "<handbook xmlns='urn:rolebook:1' xml:lang='zh-Hant'><title>手冊</title>"
    "<baseline><record><duty>守紀律</duty><group>紀律</group></record></baseline>"
    "<scenario-matrix><record><responsibility>報告</responsibility><scenario>停電</scenario>"
    "<role>組長</role></record></scenario-matrix>"
    "<departments><record><name>乙部</name><head>組長</head><headcount>31</headcount></record>"
    "<record><name>甲部</name></record>"
    "</departments>"
    "<roles><role xml:lang='zh-Hant'><title>專員</title><department>甲部</department>"
    "<reports-to>組長</reports-to><duties><record><duty>受理訴求</duty></record></duties>"
    "<tools state='not-applicable' reason='不用設備'/></role>"
    "<role xml:lang='zh-Hant'><title>組長</title><department>乙部</department>"
    "<other heading='風景'><p>近公園</p></other></role>"
    "<role xml:lang='zh-Hant'><title>顧問</title></role></roles></handbook>";

static struct document *compose(const struct handbook *handbook)
{
    struct template *template = template_load(arena, "classic", diags);
    assert_non_null(template);
    return compose_handbook(arena, handbook, template, vocabulary);
}

static size_t place(struct text all, const char *words)
{
    size_t found = text_find(all, text_from_string(words), 0);
    if (found == TEXT_NOT_FOUND)
        fail_msg("%s is not in the book", words);
    return found;
}

static void test_every_word_of_the_model_is_in_the_book(void **state)
{
    (void)state;
    struct text all = whole_text(compose(from_xml(book)));
    const char *const words[] = {"手冊",     "守紀律", "紀律",   "報告", "停電",
                                 "專員",     "甲部",   "組長",   "乙部", "受理訴求",
                                 "不用設備", "風景",   "近公園", "顧問"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        place(all, words[i]);
}

static void test_chapters_follow_the_departments_and_those_without_come_last(void **state)
{
    (void)state;
    struct document *document = compose(from_xml(book));
    const char *const order[] = {"組長", "專員", "顧問"};
    size_t next = 0;
    for (const struct block *section = document->blocks; section != NULL; section = section->next)
        for (const struct block *b = section->children; b != NULL; b = b->next)
            if (b->kind == BLOCK_HEADING && b->level == 2 &&
                text_starts_with(b->anchor, TEXT("role-")))
                assert_true(text_is(block_text(arena, b), order[next++]));
    assert_int_equal(next, 3);
}

static void test_names_of_roles_link_to_their_chapters(void **state)
{
    (void)state;
    struct document *document = compose(from_xml(book));
    struct text anchor = TEXT(""), link = TEXT("");
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk)) {
        if (walk.event != WALK_ENTER)
            continue;
        if (walk.block->kind == BLOCK_HEADING && text_is(block_text(arena, walk.block), "組長"))
            anchor = walk.block->anchor;
        for (const struct run *run = walk.block->runs; run != NULL; run = run->next)
            if (run->link.size > 0 && text_is(run->text, "組長"))
                link = run->link;
    }
    assert_true(anchor.size > 0);
    assert_true(text_equal(text_from(link, 1), anchor));
}

static void test_a_department_says_its_head_and_headcount_below_its_name(void **state)
{
    (void)state;
    struct document *document = compose(from_xml(book));
    const struct block *line = NULL;
    for (const struct block *section = document->blocks; section != NULL; section = section->next)
        for (const struct block *b = section->children; b != NULL; b = b->next)
            if (text_is(b->style, "department")) {
                assert_null(line); /* nothing is said of the other */
                line = b;
            }
    assert_non_null(line);
    assert_true(text_is(block_text(arena, line), "負責人：組長　　人員數量：31"));
    assert_true(text_is(line->runs->next->link, "#role-1"));
}

static void test_an_element_may_have_a_style_of_its_own(void **state)
{
    (void)state;
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){
        .path = "a.xml",
        .text = TEXT("<template xmlns='urn:rolebook:template:1' name='t' extends='classic'>"
                     "<styles><style name='lead' size='13'/></styles>"
                     "<role><show element='duties' style='lead'/></role></template>")};
    struct template *template = template_read(arena, source, diags);
    assert_non_null(template);
    struct document *document = compose_handbook(arena, from_xml(book), template, vocabulary);
    struct text_buffer words = text_buffer_new(arena);
    struct walk walk = walk_blocks(document->blocks);
    while (walk_next(&walk))
        if (walk.event == WALK_ENTER && text_is(walk.block->style, "lead"))
            buffer_append(&words, block_text(arena, walk.block));
    assert_true(text_is(buffer_text(&words), "受理訴求"));
    source->text = TEXT("<template xmlns='urn:rolebook:template:1' name='t' extends='classic'>"
                        "<role><show element='duties' style='lead'/></role></template>");
    assert_null(template_read(arena, source, diagnostics_new(arena)));
}

static void test_only_columns_in_use_are_shown(void **state)
{
    (void)state;
    struct handbook *handbook =
        from_xml("<role xmlns='urn:rolebook:1' xml:lang='en'><title>A</title><standards><record>"
                 "<indicator>Calls</indicator><target>90</target></record></standards></role>");
    struct text all = whole_text(compose_role(arena, handbook->roles, vocabulary));
    place(all, "Indicator");
    place(all, "Target");
    assert_true(text_find(all, TEXT("Weight"), 0) == TEXT_NOT_FOUND);
}

static void test_a_composed_role_is_extracted_again(void **state)
{
    (void)state;
    struct handbook *handbook = from_xml(book);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct document *document = compose_role(arena, role, vocabulary);
        struct handbook *again =
            extract_document(arena, vocabulary, document, FILE_KIND_ROLES, NULL, NULL, diags);
        normalise_handbook(again, vocabulary);
        for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
            const struct records *a = &role->values[e], *b = &again->roles->values[e];
            assert_int_equal(a->state, b->state);
            assert_int_equal(a->count, b->count);
            assert_true(text_equal(a->reason, b->reason));
            for (size_t i = 0; i < a->count; i++)
                assert_true(text_equal(a->rows[i].text, b->rows[i].text));
        }
    }
}

static void test_a_wrong_template_is_refused_with_its_line(void **state)
{
    (void)state;
    const char *path = "template-of-the-test.xml";
    int file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    const char words[] = "<template xmlns='urn:rolebook:template:1' name='t'>\n"
                         "<page width='210mm' height='wide'/>\n</template>\n";
    assert_int_equal(write(file, words, sizeof words - 1), (ssize_t)sizeof words - 1);
    close(file);
    struct diagnostics *said = diagnostics_new(arena);
    assert_null(template_load(arena, path, said));
    assert_int_equal(said->count, 1);
    assert_int_equal(span_line_column(said->items[0]->at).line, 2);
    assert_null(template_load(arena, "fancy", said));
    assert_int_equal(said->count, 2);
    unlink(path);
}

/* The template of these parts, put between its page and its book; the line of the one error. */
static size_t line_of_error(const char *page, const char *sheets)
{
    const char *path = "template-of-the-test.xml";
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file,
            "<template xmlns='urn:rolebook:template:1' name='t'>\n%s\n%s\n"
            "<book><roles/></book><role/></template>\n",
            page, sheets);
    fclose(file);
    struct diagnostics *said = diagnostics_new(arena);
    struct template *template = template_load(arena, path, said);
    unlink(path);
    assert_true((template == NULL) == (said->count == 1));
    return said->count == 0 ? 0 : span_line_column(said->items[0]->at).line;
}

static void test_what_a_template_cannot_mean_is_refused_with_its_line(void **state)
{
    (void)state;
#define BODY "<styles><style name='body' size='9' leading='14'/>"
    static const struct {
        size_t line;
        const char *page, *sheets;
    } cases[] = {
        {0, "<page size='A5' gutter='5mm'/>",
         BODY "<style name='own' like='body' bold='yes'/></styles>\n"
              "<tables><table name='default' cell-style='own'/></tables>\n"
              "<masters><master name='body' columns='2' head-left='{logo} {title}'"
              " head-style='own' watermark='draft {edition}'/></masters>"},
        {2, "<page size='A9'/>", BODY "</styles>"},
        {2, "<page size='A5' margin-inner='90mm' margin-outer='50mm'/>", BODY "</styles>"},
        {2, "<page size='A5' margin-inner='-5mm'/>", BODY "</styles>"},
        {3, "<page size='A4'/>\n<logo file='no-such.png'/>", BODY "</styles>"},
        {3, "<page size='A4'/>", "<styles><style name='body' size='0'/></styles>"},
        {4, "<page size='A4'/>", BODY "\n<style name='own' like='none-such'/></styles>"},
        {4, "<page size='A4'/>", BODY "\n<style name='body'/></styles>"},
        {4, "<page size='A4'/>",
         BODY "</styles>\n<tables><table name='default' cell-style='none-such'/></tables>"},
        {4, "<page size='A4'/>",
         BODY "</styles>\n<masters><master name='body' foot-left='{pagee}'/></masters>"},
        {4, "<page size='A4'/>",
         BODY "</styles>\n<masters><master name='body' foot-left='{page'/></masters>"},
        {4, "<page size='A4'/>",
         BODY "</styles>\n<masters><master name='body' watermark='{draft}'/></masters>"},
        {5, "<page size='A6'/>",
         BODY "</styles>\n<masters>\n<master name='body' columns='3'/></masters>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(line_of_error(cases[i].page, cases[i].sheets), cases[i].line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_word_of_the_model_is_in_the_book),
        cmocka_unit_test(test_chapters_follow_the_departments_and_those_without_come_last),
        cmocka_unit_test(test_names_of_roles_link_to_their_chapters),
        cmocka_unit_test(test_a_department_says_its_head_and_headcount_below_its_name),
        cmocka_unit_test(test_an_element_may_have_a_style_of_its_own),
        cmocka_unit_test(test_only_columns_in_use_are_shown),
        cmocka_unit_test(test_a_composed_role_is_extracted_again),
        cmocka_unit_test(test_a_wrong_template_is_refused_with_its_line),
        cmocka_unit_test(test_what_a_template_cannot_mean_is_refused_with_its_line),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
