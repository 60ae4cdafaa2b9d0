/*
 * Mutations that keep XML mostly well-formed: elements are copied, moved, taken out, put in; values
 * become numbers that break things. Bytes alone seldom get past the parser.
 */
#ifndef ROLEBOOK_TESTS_FUZZ_XML_MUTATOR_H
#define ROLEBOOK_TESTS_FUZZ_XML_MUTATOR_H
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed);

struct mutator {
    uint64_t state;
    const char *const *snippets; /* ended by NULL */
};

/* SplitMix64 (Steele, Lea and Flood, 2014). */
static inline size_t mutator_pick(struct mutator *m, size_t count)
{
    uint64_t z = m->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return count == 0 ? 0 : (size_t)((z ^ (z >> 31)) % count);
}

/* The offset of some '<' at or behind a random place; size: none. */
static inline size_t mutator_tag(struct mutator *m, const uint8_t *data, size_t size)
{
    size_t from = mutator_pick(m, size);
    const uint8_t *at = size == 0 ? NULL : memchr(data + from, '<', size - from);
    return at == NULL ? size : (size_t)(at - data);
}

/* Behind the element that begins at begin; begin when it has no end. */
static inline size_t mutator_element_end(const uint8_t *data, size_t size, size_t begin)
{
    size_t depth = 0;
    for (size_t at = begin; at + 1 < size;) {
        const uint8_t *close = memchr(data + at, '>', size - at);
        if (data[at] != '<' || close == NULL)
            return begin;
        size_t end = (size_t)(close - data) + 1;
        if (data[at + 1] == '/')
            depth -= depth > 0;
        else if (data[at + 1] != '?' && data[at + 1] != '!' && close[-1] != '/')
            depth++;
        if (depth == 0)
            return end;
        const uint8_t *next = memchr(data + end, '<', size - end);
        if (next == NULL)
            return begin;
        at = (size_t)(next - data);
    }
    return begin;
}

/* Bytes [begin, end) of data become the replacement; size when there is no room. */
static inline size_t mutator_replace(uint8_t *data, size_t size, size_t room, size_t begin,
                                     size_t end, const void *bytes, size_t count)
{
    if (size - (end - begin) + count > room)
        return size;
    uint8_t *copy = malloc(count + 1);
    if (copy == NULL)
        return size;
    memcpy(copy, bytes, count); /* it may stand in data */
    memmove(data + begin + count, data + end, size - end);
    memcpy(data + begin, copy, count);
    free(copy);
    return size - (end - begin) + count;
}

static inline size_t mutator_number(struct mutator *m, uint8_t *data, size_t size, size_t room)
{
    static const char *const values[] = {
        "0",          "-1",  "1",          "2", "9",    "63",      "1024",  "1025", "65536",
        "2147483647", "4e9", "4294967295", "",  "FFFF", "restart", "false", "20000"};
    size_t from = mutator_pick(m, size);
    const uint8_t *open = size == 0 ? NULL : memchr(data + from, '"', size - from);
    const uint8_t *close =
        open == NULL ? NULL : memchr(open + 1, '"', size - (size_t)(open - data) - 1);
    if (close == NULL)
        return size;
    const char *value = values[mutator_pick(m, sizeof values / sizeof *values)];
    return mutator_replace(data, size, room, (size_t)(open - data) + 1, (size_t)(close - data),
                           value, strlen(value));
}

static inline size_t mutator_snippet(struct mutator *m, uint8_t *data, size_t size, size_t room)
{
    size_t count = 0, at = mutator_tag(m, data, size);
    while (m->snippets[count] != NULL)
        count++;
    const char *snippet = m->snippets[mutator_pick(m, count)];
    return mutator_replace(data, size, room, at, at, snippet, strlen(snippet));
}

static inline size_t mutator_element(struct mutator *m, uint8_t *data, size_t size, size_t room)
{
    size_t begin = mutator_tag(m, data, size);
    size_t end = begin < size ? mutator_element_end(data, size, begin) : begin;
    size_t to = mutator_tag(m, data, size);
    switch (mutator_pick(m, 3)) {
    case 0:
        return mutator_replace(data, size, room, begin, end, "", 0);
    case 1: /* once more, somewhere else */
        return mutator_replace(data, size, room, to, to, data + begin, end - begin);
    default: /* in itself: nesting */
        to = begin < end ? begin +
                               (size_t)((const uint8_t *)memchr(data + begin, '>', end - begin) -
                                        (data + begin)) +
                               1
                         : begin;
        return mutator_replace(data, size, room, to, to, data + begin, end - begin);
    }
}

static inline size_t mutate_xml(struct mutator *m, uint8_t *data, size_t size, size_t room)
{
    for (size_t steps = 1 + mutator_pick(m, 3); steps > 0; steps--)
        switch (mutator_pick(m, 8)) {
        case 0:
            size = LLVMFuzzerMutate(data, size, room);
            break;
        case 1:
        case 2:
            size = mutator_number(m, data, size, room);
            break;
        case 3:
        case 4:
            size = mutator_snippet(m, data, size, room);
            break;
        default:
            size = mutator_element(m, data, size, room);
        }
    return size;
}

#endif
