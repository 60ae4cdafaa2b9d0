#include "core/base/signature.h"

/* In parallel sums (H. S. Warren, Hacker's Delight, 5-1). */
static inline uint32_t count_by_sums(uint64_t x)
{
    x -= (x >> 1) & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + ((x >> 2) & 0x3333333333333333u);
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (uint32_t)((x * 0x0101010101010101u) >> 56);
}

/* Without a branch on the outcome: it is a matter of chance, and the processor would guess wrong.
 */
static size_t near_by_sums(const struct signed_entry *entries, size_t count,
                           struct short_signature s, const uint32_t units[SHORT_WORDS],
                           uint32_t most, uint32_t *near)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t first = count_by_sums(entries[i].signature.words[0] ^ s.words[0]);
        uint32_t second = count_by_sums(entries[i].signature.words[1] ^ s.words[1]);
        near[found] = (uint32_t)i;
        found += first * units[0] + second * units[1] <= most;
    }
    return found;
}

static bool is_near_by_sums(const uint64_t *a, const uint64_t *b, size_t words,
                            const uint32_t units[SIGNATURE_PARTS], uint64_t most)
{
    uint64_t differs = 0;
    for (size_t part = 0; part < SIGNATURE_PARTS; part++)
        for (size_t i = part * words; i < (part + 1) * words; i++)
            differs += (uint64_t)count_by_sums(a[i] ^ b[i]) * units[part];
    return differs <= most;
}

static uint32_t shared_by_sums(const uint64_t *a, const uint64_t *b, size_t words,
                               const uint32_t *units)
{
    uint32_t shared = 0;
    for (size_t i = 0; i < words; i++)
        shared += count_by_sums(a[i] & b[i]) * units[i];
    return shared;
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
BY_INSTRUCTION static size_t near_by_instruction(const struct signed_entry *entries, size_t count,
                                                 struct short_signature s,
                                                 const uint32_t units[SHORT_WORDS], uint32_t most,
                                                 uint32_t *near)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t first = entries[i].signature.words[0] ^ s.words[0];
        uint64_t second = entries[i].signature.words[1] ^ s.words[1];
        near[found] = (uint32_t)i;
        found += (uint32_t)__builtin_popcountll(first) * units[0] +
                     (uint32_t)__builtin_popcountll(second) * units[1] <=
                 most;
    }
    return found;
}

/* The parts of heavy tokens come first, and are mostly enough to see that too much differs. */
BY_INSTRUCTION static bool is_near_by_instruction(const uint64_t *a, const uint64_t *b,
                                                  size_t words,
                                                  const uint32_t units[SIGNATURE_PARTS],
                                                  uint64_t most)
{
    uint64_t differs = 0;
    for (size_t part = 0; part < SIGNATURE_PARTS && differs <= most; part++) {
        uint64_t bits = 0;
        for (size_t i = 0; i < words; i++, a++, b++)
            bits += (uint64_t)__builtin_popcountll(*a ^ *b);
        differs += bits * units[part];
    }
    return differs <= most;
}

BY_INSTRUCTION static size_t long_near_by_instruction(const uint64_t *signatures, size_t count,
                                                      const uint64_t *signature, size_t words,
                                                      const uint32_t units[SIGNATURE_PARTS],
                                                      uint64_t most, uint32_t *near)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (is_near_by_instruction(signatures + i * words * SIGNATURE_PARTS, signature, words,
                                   units, most))
            near[found++] = (uint32_t)i;
    return found;
}

BY_INSTRUCTION static uint32_t shared_by_instruction(const uint64_t *a, const uint64_t *b,
                                                     size_t words, const uint32_t *units)
{
    uint32_t shared = 0;
    for (size_t i = 0; i < words; i++)
        shared += (uint32_t)__builtin_popcountll(a[i] & b[i]) * units[i];
    return shared;
}
#endif

size_t signatures_near(const struct signed_entry *entries, size_t count, struct short_signature s,
                       const uint32_t units[SHORT_WORDS], uint32_t most, uint32_t *near)
{
#ifdef BY_INSTRUCTION
    if (HAS_INSTRUCTION)
        return near_by_instruction(entries, count, s, units, most, near);
#endif
    return near_by_sums(entries, count, s, units, most, near);
}

size_t long_signatures_near(const uint64_t *signatures, size_t count, const uint64_t *signature,
                            size_t words, const uint32_t units[SIGNATURE_PARTS], uint64_t most,
                            uint32_t *near)
{
    size_t found = 0;
#ifdef BY_INSTRUCTION
    if (HAS_INSTRUCTION)
        return long_near_by_instruction(signatures, count, signature, words, units, most, near);
#endif
    for (size_t i = 0; i < count; i++)
        if (is_near_by_sums(signatures + i * words * SIGNATURE_PARTS, signature, words, units,
                            most))
            near[found++] = (uint32_t)i;
    return found;
}

uint32_t bits_shared(const uint64_t *a, const uint64_t *b, size_t words, const uint32_t *units)
{
#ifdef BY_INSTRUCTION
    if (HAS_INSTRUCTION)
        return shared_by_instruction(a, b, words, units);
#endif
    return shared_by_sums(a, b, words, units);
}
