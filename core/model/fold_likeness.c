#include "core/model/fold_likeness.h"

/* Bytes of the character that begins with the byte, in checked UTF-8. */
static size_t character_size(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Han and the like, from U+2E80 on: a piece each. */
static bool is_whole_piece(const char *at)
{
    unsigned char lead = (unsigned char)at[0];
    return lead > 0xE2 || (lead == 0xE2 && (unsigned char)at[1] >= 0xBA);
}

/* The next piece: a character, or of letters a pair of them; empty: none is left. */
static struct text next_piece(struct text t, size_t *at)
{
    while (*at < t.size) {
        size_t begin = *at;
        *at += character_size((unsigned char)t.data[begin]);
        if (is_whole_piece(t.data + begin))
            return text_slice(t, begin, *at);
        if (*at < t.size && t.data[begin] != ' ' && t.data[*at] != ' ' &&
            !is_whole_piece(t.data + *at))
            return text_slice(t, begin, *at + character_size((unsigned char)t.data[*at]));
    }
    return TEXT("");
}

unsigned fold_likeness(struct text a, struct text b)
{
    size_t shared = 0, in_a = 0, in_b = 0, at = 0;
    struct text piece;
    while (!text_is_empty(piece = next_piece(a, &at))) {
        in_a++;
        shared += text_find(b, piece, 0) != TEXT_NOT_FOUND;
    }
    for (at = 0; !text_is_empty(next_piece(b, &at));)
        in_b++;
    return in_a + in_b == 0 ? 0 : (unsigned)(200 * shared / (in_a + in_b));
}

struct fold_pieces fold_pieces(struct text folded)
{
    struct fold_pieces pieces = {0};
    struct text piece;
    for (size_t at = 0; !text_is_empty(piece = next_piece(folded, &at)); pieces.count++) {
        uint32_t key = 0;
        for (size_t i = 0; i < piece.size; i++)
            key = 31 * key + (unsigned char)piece.data[i];
        pieces.bits |= (uint64_t)1 << ((key * 2654435769u) >> 26); /* D. Knuth, 6.4 */
    }
    return pieces;
}

unsigned fold_likeness_bound(struct fold_pieces a, struct fold_pieces b)
{
    size_t apart = 0;
    for (uint64_t bits = a.bits & ~b.bits; bits != 0; bits &= bits - 1)
        apart++; /* for each such bit, one of a's pieces at least is in b nowhere */
    return a.count + b.count == 0 ? 0 : (unsigned)(200 * (a.count - apart) / (a.count + b.count));
}
