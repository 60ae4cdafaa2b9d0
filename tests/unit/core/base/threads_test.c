#include "core/base/threads.h"
#include "tests/unit/unit.h"
#include <pthread.h>

#define PIECES 1000

struct doing {
    unsigned done[PIECES];
    pthread_t by[PIECES];
};

static void do_piece(void *data, size_t index)
{
    struct doing *doing = data;
    doing->done[index]++;
    doing->by[index] = pthread_self();
}

static void test_each_piece_is_done_once_however_many_threads(void **state)
{
    (void)state;
    for (size_t threads = 0; threads < 5; threads++) {
        struct doing doing = {.done = {0}};
        threads_run(threads, PIECES, do_piece, &doing);
        for (size_t i = 0; i < PIECES; i++)
            assert_int_equal(doing.done[i], 1);
    }
}

static void test_who_asks_for_one_thread_gets_no_other(void **state)
{
    (void)state;
    struct doing doing = {.done = {0}};
    threads_set_available(1);
    assert_int_equal(threads_available(), 1);
    threads_run(0, PIECES, do_piece, &doing);
    for (size_t i = 0; i < PIECES; i++)
        assert_true(pthread_equal(doing.by[i], pthread_self()));
    threads_set_available(0);
    assert_true(threads_available() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_piece_is_done_once_however_many_threads),
        cmocka_unit_test(test_who_asks_for_one_thread_gets_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
