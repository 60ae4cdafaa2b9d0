/* What is deflated, inflated again by zlib itself, which checks the checksum at the end. */
#include "converters/pdf/deflate.h"
#include "tests/unit/unit.h"
#include <string.h>
#include <zlib.h>

static struct text inflated(struct arena *arena, struct text stream)
{
    uLongf size = 1 << 20;
    Bytef *bytes = arena_alloc(arena, size);
    assert_int_equal(uncompress(bytes, &size, (const Bytef *)stream.data, stream.size), Z_OK);
    return (struct text){(const char *)bytes, size};
}

/* Bytes that hardly deflate. */
static struct text noise(struct arena *arena, size_t size)
{
    char *bytes = arena_alloc(arena, size);
    uint32_t seed = 12345;
    for (size_t i = 0; i < size; i++) {
        seed = seed * 1664525 + 1013904223;
        bytes[i] = (char)(unsigned char)(seed >> 24);
    }
    return (struct text){bytes, size};
}

static void test_parts_joined_are_one_stream(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct deflater *deflater = deflater_open(DEFLATE_NORMAL);
    struct text texts[] = {TEXT("BT (a) Tj ET\n"), TEXT(""), noise(arena, 70000),
                           TEXT("BT (b) Tj ET\n")};
    struct deflated_part parts[4];
    struct text_buffer all = text_buffer_new(arena), joined = text_buffer_new(arena);
    for (size_t i = 0; i < 4; i++) {
        parts[i] = deflater_run_part(deflater, arena, texts[i]);
        buffer_append(&all, texts[i]);
    }
    deflated_join(parts, 4, &joined);
    assert_true(text_equal(inflated(arena, buffer_text(&joined)), buffer_text(&all)));
    joined.size = 0;
    deflated_join(parts + 1, 1, &joined);
    assert_int_equal(inflated(arena, buffer_text(&joined)).size, 0);
    deflater_close(deflater);
    arena_close(arena);
}

static void test_a_whole_stream_may_stand_between_parts(void **state)
{
    (void)state;
    struct arena *arena = arena_open(NULL, NULL);
    struct deflater *deflater = deflater_open(DEFLATE_NORMAL);
    struct text bytes = noise(arena, 3000);
    struct deflated_part part = deflater_run_part(deflater, arena, TEXT("q\n"));
    struct text whole = deflater_run(deflater, arena, bytes);
    struct text_buffer joined = text_buffer_new(arena);
    assert_true(text_equal(inflated(arena, whole), bytes));
    deflated_join(&part, 1, &joined);
    assert_true(text_is(inflated(arena, buffer_text(&joined)), "q\n"));
    deflater_close(deflater);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_joined_are_one_stream),
        cmocka_unit_test(test_a_whole_stream_may_stand_between_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
