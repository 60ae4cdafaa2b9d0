#include "core/base/file.h"
#include "tests/unit/unit.h"
#include <stdlib.h>
#include <unistd.h>

static void test_a_file_past_the_limit_is_refused_unread(void **state)
{
    (void)state;
    char path[] = "/tmp/rolebook-file-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, (off_t)LIMIT_FILE_BYTES + 1), 0); /* takes no room on the disk */
    struct arena *arena = arena_open(NULL, NULL);
    struct diagnostics *diags = diagnostics_new(arena);
    struct source source = {.path = path};
    struct text bytes = {0};
    assert_int_equal(file_read(arena, &source, &bytes, diags), STATUS_INPUT);
    assert_int_equal(diags->count, 1);
    struct text said = diagnostic_message(arena, diags->items[0], LANG_EN);
    assert_true(text_find(said, TEXT("larger than the limit of 256 MiB"), 0) != TEXT_NOT_FOUND);
    assert_true(arena_bytes(arena) < LIMIT_FILE_BYTES / 1000);
    arena_close(arena);
    close(fd);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_past_the_limit_is_refused_unread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
