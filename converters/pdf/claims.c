#include "converters/pdf/claims.h"
#include <stdlib.h>

struct ordered_claim {
    struct glyph_claim claim;
    size_t page;
};

static int compare_claims(const void *a, const void *b)
{
    const struct ordered_claim *x = a, *y = b;
    uint32_t p = (uint32_t)x->claim.face << 16 | x->claim.glyph;
    uint32_t q = (uint32_t)y->claim.face << 16 | y->claim.glyph;
    if (p != q)
        return p < q ? -1 : 1;
    return (x->page > y->page) - (x->page < y->page);
}

struct settled_claims claims_settle(struct arena *arena, const struct page_record *records,
                                    size_t page_count)
{
    struct settled_claims settled = {0};
    struct arena *scratch = arena_open_like(arena);
    size_t count = 0;
    for (size_t i = 0; i < page_count; i++)
        count += records[i].claim_count;
    struct ordered_claim *all = arena_new_array(scratch, count, struct ordered_claim);
    count = 0;
    for (size_t i = 0; i < page_count; i++)
        for (size_t j = 0; j < records[i].claim_count; j++)
            all[count++] = (struct ordered_claim){records[i].claims[j], i};
    qsort(all, count, sizeof *all, compare_claims);
    size_t capacity = 0;
    struct glyph_claim *first = NULL;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || all[i].claim.face != all[i - 1].claim.face ||
            all[i].claim.glyph != all[i - 1].claim.glyph)
            *arena_push(arena, first, settled.count, capacity) = all[i].claim;
    settled.claims = first;
    arena_close(scratch);
    return settled;
}

bool claims_agree(const struct settled_claims *settled, const struct page_record *record)
{
    for (size_t i = 0; i < record->claim_count; i++) {
        const struct glyph_claim *own = &record->claims[i];
        const struct glyph_claim *first = claim_find(settled, own->face, own->glyph);
        if (!text_equal(own->text, first->text))
            return false;
    }
    return true;
}
