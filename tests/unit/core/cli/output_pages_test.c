#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "core/base/file.h"
#include "core/cli/inputs.h"
#include "core/cli/output.h"
#include "core/cli/output_pages.h"
#include "tests/unit/unit.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static const char *top;

static int begin(void **state)
{
    (void)state;
    static char name[64];
    arena = arena_open(NULL, NULL);
    strcpy(name, "/tmp/rolebook-pages-XXXXXX");
    top = mkdtemp(name);
    return top == NULL;
}

static int end(void **state)
{
    (void)state;
    struct text_buffer line = text_buffer_new(arena);
    buffer_append_format(&line, "chmod -R u+w %s; rm -rf %s", top, top);
    int failed = system(buffer_string(&line)); /* NOLINT(cert-env33-c): our own folder */
    arena_close(arena);
    return failed;
}

static const char *below(const char *name) { return path_join(arena, top, name); }

static enum status write_pages(const char *folder, enum overwriting overwriting, size_t count,
                               const char *const (*rows)[2])
{
    struct output_files files = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        output_files_add(&files, text_from_string(rows[i][0]), text_from_string(rows[i][1]));
    return output_pages_write(below(folder), &files, overwriting, diagnostics_new(arena));
}

static void assert_file(const char *name, const char *words)
{
    struct source source = {.path = below(name)};
    struct text bytes;
    if (words == NULL) {
        assert_int_not_equal(access(source.path, F_OK), 0);
        return;
    }
    assert_int_equal(file_read(arena, &source, &bytes, diagnostics_new(arena)), STATUS_OK);
    assert_true(text_is(bytes, words));
}

static void put_file(const char *name, const char *words)
{
    assert_int_equal(output_write(below(name), text_from_string(words), diagnostics_new(arena)),
                     STATUS_OK);
}

/* Names in the folder that nobody asked for. */
static void assert_no_stage(const char *folder)
{
    DIR *listing = opendir(folder);
    assert_non_null(listing);
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (strncmp(entry->d_name, ".rolebook-", 10) == 0)
            assert_string_equal(entry->d_name, OUTPUT_PAGES_MEMORY);
    closedir(listing);
}

static void test_pages_come_and_those_no_more_wanted_go(void **state)
{
    (void)state;
    static const char *const first[][2] = {{"index.html", "1"}, {"a.html", "a"}};
    static const char *const second[][2] = {{"index.html", "2"}, {"b.html", "b"}};
    assert_int_equal(write_pages("x/y/", KEEP_EDITED, 2, first), STATUS_OK);
    put_file("x/y/own.txt", "mine");
    assert_int_equal(write_pages("x/y", KEEP_EDITED, 2, second), STATUS_OK);
    assert_file("x/y/index.html", "2");
    assert_file("x/y/a.html", NULL);
    assert_file("x/y/b.html", "b");
    assert_file("x/y/own.txt", "mine");
    assert_no_stage(below("x/y"));
    struct stat about;
    assert_int_equal(stat(below("x/y"), &about), 0);
    assert_int_equal(about.st_mode & 0700, 0700);
}

static void test_nothing_changes_where_a_file_is_not_ours_or_was_edited(void **state)
{
    (void)state;
    static const char *const pages[][2] = {{"index.html", "1"}, {"z.html", "z"}};
    static const char *const again[][2] = {{"index.html", "2"}, {"z.html", "zz"}};
    mkdir(below("d"), 0777);
    put_file("d/z.html", "theirs");
    assert_int_equal(write_pages("d", KEEP_EDITED, 2, pages), STATUS_OUTPUT);
    assert_file("d/index.html", NULL);
    assert_file("d/z.html", "theirs");
    assert_int_equal(write_pages("d", OVERWRITE_EDITED, 2, pages), STATUS_OK);
    assert_file("d/z.html", "z");
    put_file("d/z.html", "edited");
    assert_int_equal(write_pages("d", KEEP_EDITED, 2, again), STATUS_OUTPUT);
    assert_file("d/index.html", "1");
    assert_file("d/z.html", "edited");
    assert_no_stage(below("d"));
}

static void test_a_folder_that_cannot_be_written_stays_as_it_is(void **state)
{
    (void)state;
    static const char *const pages[][2] = {{"index.html", "1"}};
    static const char *const broken[][2] = {{"index.html", "2"}, {"no/such.html", "x"}};
    assert_int_equal(write_pages("e", KEEP_EDITED, 1, pages), STATUS_OK);
    assert_int_equal(write_pages("e", KEEP_EDITED, 2, broken), STATUS_OUTPUT);
    assert_file("e/index.html", "1");
    assert_no_stage(below("e"));
    put_file("file", "x");
    assert_int_equal(write_pages("file", KEEP_EDITED, 1, pages), STATUS_OUTPUT);
    assert_file("file", "x");
}

static void test_reading_a_folder_passes_over_pages_made_of_it(void **state)
{
    (void)state;
    static const char *const pages[][2] = {{"index.md", "# A"}};
    struct inputs inputs = {.arena = arena};
    mkdir(below("p"), 0777);
    put_file("p/role.md", "# A");
    assert_int_equal(write_pages("p/site", KEEP_EDITED, 1, pages), STATUS_OK);
    assert_int_equal(inputs_add(&inputs, below("p"), diagnostics_new(arena)), STATUS_OK);
    assert_int_equal(inputs.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_pages_come_and_those_no_more_wanted_go, begin, end),
        cmocka_unit_test_setup_teardown(test_nothing_changes_where_a_file_is_not_ours_or_was_edited,
                                        begin, end),
        cmocka_unit_test_setup_teardown(test_a_folder_that_cannot_be_written_stays_as_it_is, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_reading_a_folder_passes_over_pages_made_of_it, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
