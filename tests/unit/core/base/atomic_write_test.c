#include "core/base/atomic_write.h"
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "tests/unit/unit.h"
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static char folder[] = "/tmp/rolebook-test-XXXXXX";

static const char *path_of(const char *name)
{
    struct text_buffer path = text_buffer_new(arena);
    buffer_append_format(&path, "%s/%s", folder, name);
    return buffer_string(&path);
}

static struct text content(const char *name)
{
    struct source source = {.path = path_of(name)};
    struct text bytes = TEXT("");
    file_read(arena, &source, &bytes, diagnostics_new(arena));
    return bytes;
}

static size_t names_in_folder(void)
{
    size_t count = 0;
    DIR *names = opendir(folder);
    assert_non_null(names);
    for (struct dirent *name; (name = readdir(names)) != NULL;)
        count += name->d_name[0] != '.';
    closedir(names);
    return count;
}

static void test_files_put_beside_take_their_places_together(void **state)
{
    (void)state;
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(atomic_write(path_of("a"), TEXT("old"), diags), STATUS_OK);
    assert_int_equal(chmod(path_of("a"), 0600), 0);
    struct atomic_file *files[] = {atomic_put_beside(path_of("a"), TEXT("new a"), diags),
                                   atomic_put_beside(path_of("b"), TEXT("new b"), diags)};
    assert_non_null(files[0]);
    assert_non_null(files[1]);
    assert_true(text_is(content("a"), "old"));
    assert_int_not_equal(access(path_of("b"), F_OK), 0);
    atomic_flush(files, 2);
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(atomic_take_place(files[i]), STATUS_OK);
    assert_true(text_is(content("a"), "new a"));
    assert_true(text_is(content("b"), "new b"));
    struct stat about;
    assert_int_equal(stat(path_of("a"), &about), 0);
    assert_int_equal(about.st_mode & 07777, 0600);
    assert_int_equal(names_in_folder(), 2);
    assert_int_equal(diags->count, 0);
}

static void test_a_link_stays_and_what_it_leads_to_is_written(void **state)
{
    (void)state;
    struct diagnostics *diags = diagnostics_new(arena);
    assert_int_equal(mkdir(path_of("there"), 0700), 0);
    assert_int_equal(atomic_write(path_of("there/file"), TEXT("old"), diags), STATUS_OK);
    assert_int_equal(symlink("there/file", path_of("link")), 0);
    assert_int_equal(atomic_write(path_of("link"), TEXT("new"), diags), STATUS_OK);
    struct stat about;
    assert_int_equal(lstat(path_of("link"), &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    assert_true(text_is(content("there/file"), "new"));
    assert_int_equal(diags->count, 0);
    unlink(path_of("link"));
    unlink(path_of("there/file"));
    assert_int_equal(rmdir(path_of("there")), 0);
}

static void test_what_fails_leaves_the_others_and_nothing_beside_them(void **state)
{
    (void)state;
    struct diagnostics *diags = diagnostics_new(arena);
    struct atomic_file *files[] = {atomic_put_beside(path_of("c"), TEXT("c"), diags),
                                   atomic_put_beside(path_of("d"), TEXT("d"), diags)};
    assert_int_equal(mkdir(path_of("c"), 0777), 0); /* meanwhile */
    atomic_flush(files, 2);
    assert_int_equal(atomic_take_place(files[0]), STATUS_OUTPUT);
    assert_int_equal(atomic_take_place(files[1]), STATUS_OK);
    assert_int_equal(diags->count, 1);
    assert_true(text_is(content("d"), "d"));
    assert_null(atomic_put_beside(path_of("nowhere/e"), TEXT("e"), diags));
    assert_int_equal(diags->count, 2);
    assert_int_equal(names_in_folder(), 4);
}

static int open_folder(void **state)
{
    (void)state;
    arena = arena_open(NULL, NULL);
    return mkdtemp(folder) == NULL;
}

static int close_folder(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "d"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path_of(names[i]));
    rmdir(path_of("c"));
    int status = rmdir(folder);
    arena_close(arena);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_put_beside_take_their_places_together),
        cmocka_unit_test(test_a_link_stays_and_what_it_leads_to_is_written),
        cmocka_unit_test(test_what_fails_leaves_the_others_and_nothing_beside_them),
    };
    return cmocka_run_group_tests(tests, open_folder, close_folder);
}
