/*
 * Names over a caption that nobody knows: "Van Driver" and "Welcome Host", each over "You'll be"
 * and a list. Two of the names must be known to be positions'; the caption that comes again says
 * that the others beside them are posts as well.
 */
#include "core/base/script.h"
#include "core/extract/outline/lines.h"
#include "core/extract/role_heads/role_heads.h"

#define POSTS_MIN 2      /* over the same caption that are known */
#define CAPTION_BYTES 40 /* of one; what is longer is a sentence */
#define WORDS_BETWEEN 3  /* pieces between a name and the caption: where, when */
#define CAPTIONS_MAX 16  /* different ones in a document: a bound on work */

struct caption {
    struct text words; /* folded; empty: there is none */
    size_t piece;      /* where it stands first */
    const struct piece *name;
    size_t posts;
};

static bool is_caption(struct extraction *x, const struct outline *outline, size_t index)
{
    const struct piece *piece = &outline->pieces[index];
    size_t next = outline_next(outline, index);
    bool is_line =
        piece->kind == PIECE_HEADING ||
        (piece->kind == PIECE_WORDS && (piece->is_candidate || ends_in_colon(piece->text)));
    return is_line && !piece->is_role && piece->text.size <= CAPTION_BYTES &&
           piece->label.kind == LABEL_UNKNOWN && next < outline->count &&
           piece_is_item(&outline->pieces[next]) && !outline_is_position(x, piece);
}

static bool may_be_name(struct extraction *x, const struct piece *piece)
{
    bool is_line =
        piece->kind == PIECE_HEADING || (piece->kind == PIECE_WORDS && piece->is_candidate);
    return is_line && piece->label.kind == LABEL_UNKNOWN && outline_is_name_like(x, piece) &&
           !vocabulary_is_no_role(x->vocabulary, x->scratch, piece->text);
}

/* The first caption below the name, in front of the next name. */
static struct caption caption_below(struct extraction *x, const struct outline *outline,
                                    size_t name)
{
    size_t at = outline_next(outline, name);
    for (size_t n = 0; n <= WORDS_BETWEEN && at < outline->count; n++) {
        if (is_caption(x, outline, at))
            return (struct caption){label_folded(x, name_without_colon(outline->pieces[at].text)),
                                    at, NULL, 0};
        const struct piece *between = &outline->pieces[at];
        if (between->kind == PIECE_HEADING || between->is_candidate || piece_is_item(between))
            break; /* a caption itself, over items */
        at = outline_next(outline, at);
    }
    return (struct caption){.words = TEXT("")};
}

static bool are_alike(const struct piece *one, const struct piece *other)
{
    return one->block->kind == other->block->kind && one->level == other->level &&
           piece_look(one) == piece_look(other) && one->is_candidate == other->is_candidate;
}

static struct caption *find_caption(struct caption captions[CAPTIONS_MAX], size_t count,
                                    struct text words, const struct piece *name)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(captions[i].words, words) && are_alike(captions[i].name, name))
            return &captions[i];
    return NULL;
}

static size_t count_posts(struct extraction *x, const struct outline *outline,
                          struct caption captions[CAPTIONS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < outline->count; i++) {
        const struct piece *piece = &outline->pieces[i];
        if (!may_be_name(x, piece) || !outline_is_position(x, piece))
            continue;
        struct caption below = caption_below(x, outline, i);
        struct caption *known = find_caption(captions, count, below.words, piece);
        if (text_is_empty(below.words) || (known == NULL && count == CAPTIONS_MAX))
            continue;
        if (known == NULL) {
            below.name = piece;
            known = &captions[count++];
            *known = below;
        }
        known->posts++;
    }
    return count;
}

void find_names_over_captions(struct extraction *x, struct outline *outline)
{
    struct caption captions[CAPTIONS_MAX];
    size_t count = count_posts(x, outline, captions);
    for (size_t i = 0; count > 0 && i < outline->count; i++) {
        struct piece *piece = &outline->pieces[i];
        if (piece->is_role || !may_be_name(x, piece))
            continue;
        struct caption below = caption_below(x, outline, i);
        const struct caption *known = find_caption(captions, count, below.words, piece);
        if (known != NULL && known->posts >= POSTS_MIN)
            name_line_over(x, outline, i, below.piece);
    }
}
