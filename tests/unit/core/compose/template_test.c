#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "converters/pdf/pdf.h"
#include "core/base/embedded.h"
#include "core/cli/inputs.h"
#include "core/cli/output.h"
#include "core/compose/compose.h"
#include "core/compose/plan.h"
#include "core/compose/rows.h"
#include "core/compose/template.h"
#include "tests/unit/unit.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct diagnostics *said;

static int begin(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    said = diagnostics_new(arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static struct template *read_text(struct text words)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = "a.xml", .text = words};
    return template_read(arena, source, said);
}

/* A template that extends the classic one; inside stands from line 2 on. */
static struct template *read_extending(const char *inside)
{
    struct text_buffer out = text_buffer_new(arena);
    buffer_append_format(
        &out,
        "<template xmlns='urn:rolebook:template:1' name='t' extends='classic'>\n%s\n</template>",
        inside);
    return read_text(buffer_text(&out));
}

static const struct style *style_of(const struct template *template, const char *name)
{
    return stylesheet_style(&template->sheet, text_from_string(name));
}

static void test_templates_that_are_built_in_are_fine(void **state)
{
    (void)state;
    size_t count = 0;
    for (size_t i = 0; embedded_name(i) != NULL; i++) {
        struct text name = text_from_string(embedded_name(i));
        if (!text_starts_with(name, TEXT("handbook/")))
            continue;
        assert_non_null(
            template_load(arena, text_to_string(arena, text_slice(name, 9, name.size - 4)), said));
        count++;
    }
    assert_int_equal(said->count, 0);
    assert_true(count >= 4);
}

static void test_large_print_is_never_small(void **state)
{
    (void)state;
    const struct template *template = template_load(arena, "large-print", said);
    for (size_t i = 0; i < template->sheet.style_count; i++)
        if (template->sheet.styles[i].size < 14000)
            fail_msg("%.*s is small", TEXT_ARGS(template->sheet.styles[i].name));
}

static void test_what_is_not_said_is_taken_over(void **state)
{
    (void)state;
    const struct template *classic = template_load(arena, "classic", said);
    const struct template *own = read_extending(
        "<page width='150mm' height='200mm'/>"
        "<styles><style name='body' family='serif'/><style name='own' like='heading-3' size='20'/>"
        "<style name='label' size='7'/></styles>"
        "<masters><master name='body' watermark='draft'/></masters>");
    assert_non_null(own);
    assert_int_equal(own->sheet.page_width, 425196);
    assert_int_equal(own->sheet.margin_top, classic->sheet.margin_top);
    assert_int_equal(style_of(own, "item")->family, FONT_SERIF); /* follows the body */
    assert_int_equal(style_of(own, "item")->align, ALIGN_JUSTIFY);
    assert_int_equal(style_of(own, "own")->align, ALIGN_LEFT); /* follows heading-3 */
    assert_int_equal(style_of(own, "label")->size, 7000);
    assert_int_equal(style_of(own, "label")->colour, style_of(classic, "label")->colour);
    assert_int_equal(style_of(own, "own")->colour, style_of(classic, "heading-3")->colour);
    assert_int_equal(own->sheet.style_count, classic->sheet.style_count + 1);
    assert_true(text_is(stylesheet_master(&own->sheet, TEXT("body"))->watermark, "draft"));
    assert_true(stylesheet_master(&own->sheet, TEXT("body"))->head_rule);
    assert_int_equal(own->plan.part_count, classic->plan.part_count);
    const struct template *card =
        read_extending("<book><roles/></book><role><show element='duties'/>"
                       "<hide element='rewards'/></role>");
    assert_int_equal(card->plan.part_count, 1);
    assert_int_equal(card->plan.shown_count, 1);
    assert_int_equal(card->plan.hidden[0], ELEMENT_REWARDS);
}

static void test_files_extend_files_beside_them_and_never_themselves(void **state)
{
    (void)state;
    char folder[] = "/tmp/rolebook-template-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *a = path_join(arena, folder, "a.xml"), *b = path_join(arena, folder, "b.xml");
#define FILE_OF(extends, inside)                                                                   \
    TEXT("<template xmlns='urn:rolebook:template:1' name='t' extends='" extends "'>\n" inside      \
         "</template>")
    output_write(a, FILE_OF("b.xml", "<labels second='en'/>"), said);
    output_write(b, FILE_OF("compact", "\n<styles><style name='body' size='0'/></styles>"), said);
    assert_null(template_load(arena, a, said));
    assert_int_equal(said->count, 1);
    assert_string_equal(said->items[0]->at.source->path, b);
    assert_int_equal(span_line_column(said->items[0]->at).line, 3);
    output_write(b, FILE_OF("compact", "<page size='A4'/>"), said);
    const struct template *both = template_load(arena, a, said);
    assert_non_null(both);
    assert_int_equal(both->plan.second_language, LANG_EN);
    assert_int_equal(stylesheet_master(&both->sheet, TEXT("body"))->columns, 2);
    assert_int_equal(template_paths(both)->count, 2);
    assert_string_equal(template_paths(both)->list[1], b);
    output_write(b, FILE_OF("compact", "<fonts sans-file='own.ttf' mono-file='/m.ttf'/>"), said);
    output_write(a, FILE_OF("b.xml", "<fonts serif='Serif'/>"), said);
    both = template_load(arena, a, said);
    const char *font = path_join(arena, folder, "own.ttf");
    assert_true(
        text_is(both->sheet.font_files[FONT_SANS], font)); /* beside the file that says so */
    assert_true(text_is(both->sheet.font_files[FONT_MONO], "/m.ttf"));
    assert_int_equal(template_paths(both)->count, 4);
    assert_string_equal(template_paths(both)->list[2], font);
    output_write(b, FILE_OF("a.xml", ""), said);
    assert_null(template_load(arena, a, said));
    assert_int_equal(said->count, 2);
    unlink(a);
    unlink(b);
    rmdir(folder);
}

static void test_what_is_hostile_is_one_error(void **state)
{
    (void)state;
    static const char *const inside[] = {
        "<styles><style name='body' size='9999'/></styles>",
        "<styles><style name='body' size='-9'/></styles>",
        "<styles><style name='body' leading='0'/></styles>",
        "<styles><style name='body' size='99999999999999999999'/></styles>",
        "<styles><style name='x' space-before='9999mm'/></styles>",
        "<styles><style name='x' indent-left='250' indent-right='250'/></styles>",
        "<styles><style name='x' indent-left='-9999'/></styles>",
        "<styles><style name='x' padding='9999'/></styles>",
        "<styles><style name='x' rule-below='9999'/></styles>",
        "<styles><style name='x'/>\n<style name='x'/></styles>",
        "<styles/>",
        "<page width='9999mm' height='9999mm'/>",
        "<page width='1' height='1'/>",
        "<page margin-top='200mm' margin-bottom='200mm'/>",
        "<page gutter='200mm'/>",
        "<page size='A4' width='210mm' height='297mm'/>",
        "<tables><table name='default' padding-x='300'/></tables>",
        "<masters><master name='body' columns='9'/></masters>",
        "<masters><master name='body' columns='3' column-gap='9999'/></masters>",
        "<masters><master name='body' head-left='{{{{'/></masters>",
        "<role><show element='no-such'/></role>",
        "<role><show element='../../etc'/></role>",
        "<book/>",
        "<labels second='xx'/>",
        "<other xmlns='urn:other'/>",
    };
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
        said = diagnostics_new(arena);
        if (read_extending(inside[i]) != NULL || said->count == 0)
            fail_msg("taken: %s", inside[i]);
        assert_true(span_line_column(said->items[0]->at).line >= 1);
    }
}

static void test_entities_deep_trees_and_rubbish_are_errors(void **state)
{
    (void)state;
    static const char *const whole[] = {
        "",
        "x",
        "<template/>",
        "<template xmlns='urn:rolebook:template:1' name='t'/>",
        "<template xmlns='urn:rolebook:template:1' name='t' extends='no-such'/>",
        "<!DOCTYPE t [<!ENTITY a 'x'>]><template xmlns='urn:rolebook:template:1' name='&a;' "
        "extends='classic'/>",
        "<!DOCTYPE t [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><template "
        "xmlns='urn:rolebook:template:1' name='t' extends='classic'>&a;</template>",
        "<!DOCTYPE t [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>]>"
        "<template xmlns='urn:rolebook:template:1' name='&d;' extends='classic'/>",
    };
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        said = diagnostics_new(arena);
        if (read_text(text_from_string(whole[i])) != NULL || said->count != 1)
            fail_msg("%zu errors: %s", said->count, whole[i]);
    }
    struct text_buffer deep = text_buffer_new(arena);
    buffer_append_string(&deep, "<template xmlns='urn:rolebook:template:1' name='t'>");
    for (size_t i = 0; i < 100000; i++)
        buffer_append_string(&deep, "<styles>");
    said = diagnostics_new(arena);
    assert_null(read_text(buffer_text(&deep)));
    assert_int_equal(said->count, 1);
}

static void test_headings_and_labels_are_in_two_languages(void **state)
{
    (void)state;
    const char *none[] = {NULL};
    struct vocabulary *vocabulary = vocabulary_load(arena, none, said);
    struct handbook *handbook = handbook_new(arena);
    struct role *role = role_append(handbook, NULL, (struct span){0});
    handbook->language = role->language = TEXT("zh-Hant");
    record_append(handbook, &role->values[ELEMENT_TITLE], TEXT("店員"), (struct span){0});
    record_append(handbook, &role->values[ELEMENT_DUTIES], TEXT("收銀"), (struct span){0});
    const struct template *template = read_extending("<labels second='en' divider=' / '/>");
    const struct document *book = compose_handbook(arena, handbook, template, vocabulary);
    struct text words = blocks_text(arena, book->blocks);
    assert_int_not_equal(text_find(words, TEXT("崗位職責 / Duties"), 0), TEXT_NOT_FOUND);
}

static void test_large_type_has_fewer_columns_on_its_pages(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t columns;
    } rows[] = {{"classic", 8}, {"compact", 8}, {"large-print", 5}, {"role-card", 8}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(rows_most_columns(&template_load(arena, rows[i].name, said)->sheet),
                         rows[i].columns);
}

/* Every name in the schema stands in the documentation, between back quotes. */
static void test_the_documentation_names_all_of_the_schema(void **state)
{
    (void)state;
    static const char *const marks[] = {"<attribute name=\"", "<element name=\"", "<value>"};
    struct text schema = embedded_file("schema/template.rng"), page = embedded_file("README.md");
    assert_non_null(page.data);
    for (size_t m = 0; m < 3; m++) {
        struct text mark = text_from_string(marks[m]);
        for (size_t at = 0; (at = text_find(schema, mark, at)) != TEXT_NOT_FOUND;) {
            at += mark.size;
            size_t stop = at;
            while (schema.data[stop] != '"' && schema.data[stop] != '<')
                stop++;
            struct text_buffer name = text_buffer_new(arena);
            buffer_append_byte(&name, '`');
            buffer_append(&name, text_slice(schema, at, stop));
            buffer_append_byte(&name, '`');
            if (text_find(page, buffer_text(&name), 0) == TEXT_NOT_FOUND)
                fail_msg("templates/README.md does not say %s", buffer_string(&name));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_templates_that_are_built_in_are_fine, begin, end),
        cmocka_unit_test_setup_teardown(test_large_print_is_never_small, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_not_said_is_taken_over, begin, end),
        cmocka_unit_test_setup_teardown(test_files_extend_files_beside_them_and_never_themselves,
                                        begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_hostile_is_one_error, begin, end),
        cmocka_unit_test_setup_teardown(test_entities_deep_trees_and_rubbish_are_errors, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_headings_and_labels_are_in_two_languages, begin, end),
        cmocka_unit_test_setup_teardown(test_large_type_has_fewer_columns_on_its_pages, begin, end),
        cmocka_unit_test_setup_teardown(test_the_documentation_names_all_of_the_schema, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
