#include "core/base/bits.h"

/* In parallel sums (H. S. Warren, Hacker's Delight, 5-1). */
static inline unsigned count_by_sums(uint64_t x)
{
    x -= (x >> 1) & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + ((x >> 2) & 0x3333333333333333u);
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (unsigned)((x * 0x0101010101010101u) >> 56);
}

/* Without a branch on the outcome: it is a matter of chance, and the processor would guess wrong.
 */
static size_t near_by_sums(const struct bits_entry *entries, size_t count, struct bits_pair bits,
                           unsigned most, uint32_t *near)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        near[found] = (uint32_t)i;
        found += count_by_sums(entries[i].bits.words[0] ^ bits.words[0]) +
                     count_by_sums(entries[i].bits.words[1] ^ bits.words[1]) <=
                 most;
    }
    return found;
}

/* The processor's own instruction, which x86-64 has had since 2008 and compilers may not assume. */
#if defined __x86_64__ && defined __GNUC__
#define BY_INSTRUCTION __attribute__((target("popcnt")))
#define HAS_INSTRUCTION __builtin_cpu_supports("popcnt")
#elif defined __aarch64__ && defined __GNUC__
#define BY_INSTRUCTION
#define HAS_INSTRUCTION 1
#endif

#ifdef BY_INSTRUCTION
BY_INSTRUCTION static size_t near_by_instruction(const struct bits_entry *entries, size_t count,
                                                 struct bits_pair bits, unsigned most,
                                                 uint32_t *near)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        near[found] = (uint32_t)i;
        found += (unsigned)(__builtin_popcountll(entries[i].bits.words[0] ^ bits.words[0]) +
                            __builtin_popcountll(entries[i].bits.words[1] ^ bits.words[1])) <= most;
    }
    return found;
}
#endif

size_t bits_near(const struct bits_entry *entries, size_t count, struct bits_pair bits,
                 unsigned most, uint32_t *near)
{
#ifdef BY_INSTRUCTION
    if (HAS_INSTRUCTION)
        return near_by_instruction(entries, count, bits, most, near);
#endif
    return near_by_sums(entries, count, bits, most, near);
}

unsigned bits_difference(const uint64_t *a, const uint64_t *b, size_t words)
{
    unsigned bits = 0;
    for (size_t i = 0; i < words; i++)
        bits += count_by_sums(a[i] ^ b[i]);
    return bits;
}
