#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "core/base/text_buffer.h"
#include "core/cli/file_names.h"
#include "core/cli/inputs.h"
#include "core/cli/options.h"
#include "core/cli/output.h"
#include "core/cli/output_folder.h"
#include "core/cli/project.h"
#include "core/document/document.h"
#include "tests/unit/unit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static struct diagnostics *diags;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    diags = diagnostics_new(arena);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

#define READ(locale, options, ...)                                                                 \
    options_read((int)(sizeof((char *[]){"rolebook", __VA_ARGS__}) / sizeof(char *)),              \
                 (char *[]){"rolebook", __VA_ARGS__, NULL}, locale, options)

static void test_options_stand_anywhere_and_paths_are_what_is_left(void **state)
{
    (void)state;
    struct options options;
    assert_int_equal(READ("zh_TW.UTF-8", &options, "convert", "a.md", "-t", "xml", "b.md",
                          "--output=out.xml", "-j", "3"),
                     OPTIONS_RUN);
    assert_int_equal(options.command, COMMAND_CONVERT);
    assert_int_equal(options.language, LANG_ZH_HANT);
    assert_string_equal(options.to, "xml");
    assert_string_equal(options.output, "out.xml");
    assert_int_equal(options.threads, 3);
    assert_int_equal(options.path_count, 2);
    assert_string_equal(options.paths[1], "b.md");
}

static void test_wrong_options_and_values_are_refused(void **state)
{
    (void)state;
    struct options options;
    assert_int_equal(READ("en", &options, "check", "--to", "xml"), OPTIONS_WRONG);
    assert_int_equal(READ("en", &options, "check", "--fail-on", "sometimes"), OPTIONS_WRONG);
    assert_int_equal(READ("en", &options, "build", "--pdf-standard", "ua-1,a-1b"), OPTIONS_WRONG);
    assert_int_equal(READ("en", &options, "build", "--pdf-standard", "ua-1,"), OPTIONS_WRONG);
    READ("en", &options, "build", "--pdf-standard", "a-2a", "--pdf-standard", "ua-1");
    assert_int_equal(options.claims, CLAIM_PDF_A_2A | CLAIM_PDF_UA_1);
    READ("en", &options, "build", "--pdf-standard", "a-2a,none,ua-1");
    assert_int_equal(options.claims, CLAIM_PDF_UA_1);
    assert_int_equal(READ("en", &options, "build", "-j", "many"), OPTIONS_WRONG);
    assert_int_equal(READ("en", &options, "fly"), OPTIONS_WRONG);
    assert_int_equal(READ("en", &options, "build", "-o"), OPTIONS_WRONG);
}

static void test_the_locale_tells_the_language_of_messages(void **state)
{
    (void)state;
    assert_int_equal(options_locale_language("zh_CN.UTF-8"), LANG_ZH_HANS);
    assert_int_equal(options_locale_language("zh_HK"), LANG_ZH_HANT);
    assert_int_equal(options_locale_language("de_DE.UTF-8"), LANG_EN);
    assert_int_equal(options_locale_language("C"), LANG_EN);
}

static void make_file(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("# A\n", file);
    fclose(file);
}

static void test_a_folder_is_read_in_order_and_notes_are_passed_over(void **state)
{
    (void)state;
    char folder[] = "/tmp/rolebook-inputs-XXXXXX";
    static const char *const names[] = {"b.md",       "a.docx",    "README.md", "~$a.docx",
                                        ".hidden.md", "notes.log", "sub/c.XML"};
    assert_non_null(mkdtemp(folder));
    mkdir(path_join(arena, folder, "sub"), 0777);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        make_file(path_join(arena, folder, names[i]));
    struct inputs inputs = {.arena = arena};
    assert_int_equal(inputs_add(&inputs, folder, diags), STATUS_OK);
    assert_int_equal(inputs.count, 3);
    assert_string_equal(inputs.paths[0], path_join(arena, folder, "a.docx"));
    assert_string_equal(inputs.paths[1], path_join(arena, folder, "b.md"));
    assert_string_equal(inputs.paths[2], path_join(arena, folder, "sub/c.XML"));
    assert_int_equal(inputs_add(&inputs, "/nowhere/at/all.md", diags), STATUS_INPUT);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path_join(arena, folder, names[i]));
    rmdir(path_join(arena, folder, "sub"));
    rmdir(folder);
}

/* ---- names ---- */

static const char *name_for(struct file_names *names, const char *words)
{
    return file_names_give(names, (struct file_wish){.below = "",
                                                     .words = text_from_string(words),
                                                     .prefix = "role",
                                                     .number = 7,
                                                     .extension = "md"});
}

static void test_names_of_files_are_given_once(void **state)
{
    (void)state;
    struct file_names *names = file_names_new(arena);
    assert_string_equal(name_for(names, "客服 專員/甲"), "客服-專員-甲.md");
    assert_string_equal(name_for(names, "../Agent"), "agent.md");
    assert_string_equal(name_for(names, "AGENT..."), "agent-2.md");
    assert_string_equal(name_for(names, "agent-2"), "agent-2-2.md");
    assert_string_equal(name_for(names, "Agent"), "agent-3.md");
    assert_string_equal(name_for(names, "Straße"), "straße.md");
    assert_string_equal(name_for(names, "STRASSE"), "strasse-2.md"); /* one file for macOS */
    assert_string_equal(name_for(names, "///"), "role-7.md");
    assert_string_equal(name_for(names, "Chef — Küche"), "chef-küche.md");
}

static void test_names_stay_clear_of_devices_notes_and_parts(void **state)
{
    (void)state;
    struct file_names *names = file_names_new(arena);
    assert_string_equal(name_for(names, "CON"), "role-con.md");
    assert_string_equal(name_for(names, "Com1"), "role-com1.md");
    assert_string_equal(name_for(names, "Com10"), "com10.md");
    assert_string_equal(name_for(names, "Security"), "role-security.md");
    assert_string_equal(name_for(names, "前言"), "role-前言.md");
    struct file_wish part = {.below = "handbook/",
                             .folder = TEXT("aux"),
                             .words = TEXT("baseline"),
                             .prefix = "page",
                             .extension = "md",
                             .is_part = true};
    assert_string_equal(file_names_give(names, part), "handbook/department-aux/baseline.md");
}

static void test_names_fit_in_the_shortest_names_of_file_systems(void **state)
{
    (void)state;
    struct file_names *names = file_names_new(arena);
    struct text_buffer words = text_buffer_new(arena);
    for (size_t i = 0; i < 500; i++)
        buffer_append_string(&words, "職");
    for (size_t i = 0; i < 2000; i++) {
        const char *name = name_for(names, buffer_string(&words));
        assert_true(strlen(name) <= 143);
        assert_true(text_is_utf8(text_from_string(name)));
    }
}

/* ---- a folder that remembers ---- */

static enum output_fate write_again(const char *path, const struct inputs *inputs,
                                    const char *bytes, enum overwriting overwriting,
                                    struct diagnostics *said)
{
    struct output_folder *folder = output_folder_open(arena, path, overwriting, said);
    assert_non_null(folder);
    enum output_fate fate =
        output_folder_write(folder, "a.md", text_from_string(bytes), inputs->paths[0]);
    assert_int_equal(output_folder_close(folder, inputs), STATUS_OK);
    return fate;
}

static void test_a_folder_keeps_what_a_person_edited(void **state)
{
    (void)state;
    char path[] = "/tmp/rolebook-folder-XXXXXX";
    const char *from[] = {"legacy.docx"};
    struct inputs inputs = {.arena = arena, .paths = from, .count = 1};
    struct diagnostics *said = diagnostics_new(arena);
    assert_non_null(mkdtemp(path));
    const char *file = path_join(arena, path, "a.md");
    assert_int_equal(write_again(path, &inputs, "one", KEEP_EDITED, said), OUTPUT_WRITTEN);
    assert_true(output_folder_is_known(arena, path));
    assert_int_equal(write_again(path, &inputs, "two", KEEP_EDITED, said), OUTPUT_WRITTEN);
    make_file(file);
    assert_int_equal(write_again(path, &inputs, "two", KEEP_EDITED, said), OUTPUT_KEPT);
    assert_int_equal(said->count, 0);
    assert_int_equal(write_again(path, &inputs, "three", KEEP_EDITED, said), OUTPUT_REFUSED);
    assert_int_equal(write_again(path, &inputs, "three", KEEP_EDITED, said), OUTPUT_REFUSED);
    assert_int_equal(said->by_level[LEVEL_ERROR], 2);
    assert_int_equal(write_again(path, &inputs, "three", OVERWRITE_EDITED, said), OUTPUT_WRITTEN);
    unlink(file);
    assert_int_equal(write_again(path, &inputs, "three", KEEP_EDITED, said), OUTPUT_WRITTEN);
    unlink(path_join(arena, path, OUTPUT_FOLDER_MEMORY));
    assert_int_equal(write_again(path, &inputs, "four", KEEP_EDITED, said), OUTPUT_REFUSED);
    unlink(file);
    unlink(path_join(arena, path, OUTPUT_FOLDER_MEMORY));
    rmdir(path);
}

static void test_a_project_says_order_and_levels(void **state)
{
    (void)state;
    struct project project;
    assert_int_equal(project_read(&project, arena, "samples/sunshine", NULL, diags), STATUS_OK);
    const struct records *departments =
        handbook_records(project.handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    assert_int_equal(departments->count, 4);
    assert_true(text_is(departments->rows[0].text, "中心管理部"));
    assert_true(text_is(
        record_field(departments, &departments->rows[1], FIELD_HANDBOOK_DEPARTMENTS_HEADCOUNT).text,
        "98"));
    assert_true(text_is(project.locale, "CN"));
    assert_int_equal(project_read(&project, arena, "samples/legacy", NULL, diags), STATUS_OK);
    assert_null(project.file);
    assert_true(text_is(handbook_text(project.handbook, ELEMENT_HANDBOOK_TITLE), "legacy"));
}

static void test_a_dependency_file_escapes_names(void **state)
{
    (void)state;
    static const char *const inputs[] = {"a b.md", "c$:.md"};
    char path[] = "/tmp/rolebook-depfile-XXXXXX";
    char said[200] = "";
    close(mkstemp(path));
    assert_int_equal(output_depfile(path, "out.pdf", inputs, 2, arena, diags), STATUS_OK);
    FILE *file = fopen(path, "r");
    size_t size = fread(said, 1, sizeof said - 1, file);
    fclose(file);
    unlink(path);
    said[size] = '\0';
    assert_string_equal(said, "out.pdf: \\\n  a\\ b.md \\\n  c$$\\:.md\n"
                              "\na\\ b.md:\n\nc$$\\:.md:\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_stand_anywhere_and_paths_are_what_is_left),
        cmocka_unit_test(test_wrong_options_and_values_are_refused),
        cmocka_unit_test(test_the_locale_tells_the_language_of_messages),
        cmocka_unit_test(test_a_folder_is_read_in_order_and_notes_are_passed_over),
        cmocka_unit_test(test_names_of_files_are_given_once),
        cmocka_unit_test(test_names_stay_clear_of_devices_notes_and_parts),
        cmocka_unit_test(test_names_fit_in_the_shortest_names_of_file_systems),
        cmocka_unit_test(test_a_folder_keeps_what_a_person_edited),
        cmocka_unit_test(test_a_project_says_order_and_levels),
        cmocka_unit_test(test_a_dependency_file_escapes_names),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
