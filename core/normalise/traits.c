#include "core/normalise/traits.h"

#define PART_MAX 12 /* code points of a part: its words and the quality; in English three times */

/* Where the mark or the word that ends a part stands, and where the next one begins. */
static struct range part_end(const struct sentence *s, uint32_t at, uint32_t end)
{
    for (; at < end; at++) {
        uint32_t c = s->chars[at];
        const struct match *join = sentence_at(s, at, PHRASE_JOIN);
        bool is_mark = c == 0x3001 || c == 0x3002 || c == ',' || c == ';' || c == '.' || c == '/';
        if (is_mark)
            return (struct range){at, at + 1};
        if (join != NULL && sentence_at(s, at, PHRASE_TRAIT) == NULL)
            return join->at;
    }
    return (struct range){end, end};
}

/* 抗壓性高, 執行力強: whatever quality it is, it is said to be great. */
static bool says_degree(const struct sentence *s, const struct match *trait)
{
    static const uint32_t degrees[] = {0x5F3A, 0x9AD8, 0x4F73, 0x597D, 0x8DB3}; /* 强高佳好足 */
    for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++)
        if (s->chars[trait->at.end - 1] == degrees[i])
            return true;
    return false;
}

/* Very patient, a good listener, great patience: behind what only says how much; at: it does not. */
static uint32_t skip_degree(const struct sentence *s, uint32_t at, uint32_t end)
{
    static const char *const degrees[] = {
        "a",        "an",     "very",      "highly",    "extremely", "exceptionally",
        "always",   "truly",  "genuinely", "naturally", "great",     "high",
        "good",     "strong", "utmost",    "absolute",  "complete",  "total",
        "personal", NULL};
    uint32_t word = at;
    while (word < end && s->chars[word] != ' ')
        word++;
    bool is_degree = s->language == LANG_EN &&
                     text_is_one_of(sentence_text(s, (struct range){at, word}), degrees);
    return is_degree ? skip_blanks(s, word, end) : at;
}

/* The part's first quality, where it consists of them or ends with a degree; NULL: it does not. */
static const struct match *part_trait(const struct sentence *s, struct range part)
{
    const struct match *last = sentence_ending(s, part, PHRASE_TRAIT);
    if (last == NULL)
        return NULL;
    for (uint32_t at = part.begin; at < last->at.end;) {
        const struct match *trait = sentence_at(s, at, PHRASE_TRAIT);
        uint32_t behind = trait == NULL ? skip_degree(s, at, last->at.begin) : trait->at.end;
        if (behind == at)
            return says_degree(s, last) ? last : NULL;
        at = skip_blanks(s, behind, part.end);
    }
    const struct match *first = sentence_at(s, part.begin, PHRASE_TRAIT);
    return first != NULL ? first : last;
}

const struct match *traits_find(const struct sentence *s)
{
    return traits_in(s, (struct range){0, s->count});
}

const struct match *traits_in(const struct sentence *s, struct range in)
{
    const struct match *first = NULL;
    uint32_t longest = s->language == LANG_EN ? 3 * PART_MAX : PART_MAX;
    if (!sentence_has(s, PHRASE_TRAIT))
        return NULL; /* most sentences: their parts need not be looked for */
    for (uint32_t begin = in.begin; begin < in.end;) {
        struct range end = part_end(s, begin, in.end);
        struct range part = {skip_blanks(s, begin, end.begin), end.begin};
        const struct match *trait = part_trait(s, part);
        bool is_empty = part.begin == part.end; /* ", and" */
        if (!is_empty && (trait == NULL || part.end - part.begin > longest))
            return NULL;
        first = first == NULL ? trait : first;
        begin = end.end;
    }
    return first;
}
