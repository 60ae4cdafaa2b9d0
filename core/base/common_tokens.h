/*
 * What two sets share is counted 64 tokens at a time where the tokens are common ones.
 *
 * The commonest tokens, as many as the bits asked for can tell apart, are bits of a row that each
 * set has; the others, which few sets share, are merged. In texts made of the same phrases nearly
 * all that sets share is common.
 */
#ifndef ROLEBOOK_CORE_BASE_COMMON_TOKENS_H
#define ROLEBOOK_CORE_BASE_COMMON_TOKENS_H
#include "core/base/token_sets.h"

struct common_tokens;

/* In the arena; words: of 64 bits, that each set gets, at least 1. The sets are borrowed. */
struct common_tokens *common_tokens_of(struct arena *arena, const struct token_sets *sets,
                                       size_t words);
/*
 * The weight of what two sets share (sets_overlap) where it is least, which is above 0, or more; 0
 * where it is not.
 */
uint32_t overlap_from(const struct common_tokens *common, size_t a, size_t b, uint32_t least);

#endif
