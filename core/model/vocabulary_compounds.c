#include "core/model/vocabulary_compounds.h"
#include "core/model/fold.h"

#define PATTERN_PARTS 8
#define COMPOUND_PARTS 12 /* words of a label */
#define COMPOUND_BYTES 90 /* 30 Han: what is longer is no label */

enum how_often { ONCE, AT_MOST_ONCE, ANY_TIMES };

struct pattern_part {
    struct list_set lists;
    enum how_often how_often;
};

struct compound_pattern {
    struct pattern_part parts[PATTERN_PARTS];
    size_t count;
    struct meaning meaning;
    struct compound_pattern *next;
};

static bool share_a_list(const struct list_set *a, const struct list_set *b)
{
    uint64_t shared = 0;
    for (size_t i = 0; i < COMPOUND_LISTS / 64; i++)
        shared |= a->bits[i] & b->bits[i];
    return shared != 0;
}

static void include_list(struct list_set *set, size_t list)
{
    set->bits[list / 64] |= (uint64_t)1 << list % 64;
}

static size_t find_list(const struct compounds *compounds, struct text name)
{
    size_t list = 0;
    while (list < compounds->list_count && !text_equal(compounds->names[list], name))
        list++;
    return list;
}

size_t compounds_list(struct compounds *compounds, struct text name)
{
    size_t list = find_list(compounds, name);
    if (list == compounds->list_count && list < COMPOUND_LISTS)
        compounds->names[compounds->list_count++] = name;
    return list;
}

static size_t bucket_of(struct text t, size_t at)
{
    size_t end = at;
    text_next(t, &end);
    return text_key(text_slice(t, at, end)) % COMPOUND_BUCKETS;
}

void compounds_add_word(struct compounds *compounds, struct arena *arena, size_t list,
                        struct text word)
{
    struct text folded = fold_label(arena, word);
    if (text_is_empty(folded)) /* "/" and "&" are labels of nothing, and words here */
        folded = fold_text(arena, word);
    if (text_is_empty(folded))
        return;
    struct compound_word **bucket = &compounds->words[bucket_of(folded, 0)], *known = *bucket;
    while (known != NULL && !text_equal(known->folded, folded))
        known = known->next;
    if (known == NULL) {
        known = arena_new(arena, struct compound_word);
        *known = (struct compound_word){.folded = folded, .next = *bucket};
        *bucket = known;
    }
    include_list(&known->lists, list);
}

/* The lists of one part, with what it says of their number: "superior|leader*". */
static bool read_part(const struct compounds *compounds, struct text part,
                      struct pattern_part *read, struct text *name)
{
    bool is_any = text_ends_with(part, TEXT("*")), is_maybe = text_ends_with(part, TEXT("?"));
    *read = (struct pattern_part){.how_often = is_any ? ANY_TIMES : is_maybe ? AT_MOST_ONCE : ONCE};
    part = text_slice(part, 0, part.size - (is_any || is_maybe ? 1 : 0));
    for (size_t begin = 0; begin <= part.size;) {
        size_t end = text_find(part, TEXT("|"), begin);
        end = end == TEXT_NOT_FOUND ? part.size : end;
        *name = text_slice(part, begin, end);
        size_t list = find_list(compounds, *name);
        if (list == compounds->list_count)
            return false;
        include_list(&read->lists, list);
        begin = end + 1;
    }
    return true;
}

bool compounds_add_pattern(struct compounds *compounds, struct arena *arena, struct text pattern,
                           struct meaning meaning, struct text *name)
{
    struct compound_pattern *added = arena_new(arena, struct compound_pattern);
    *added = (struct compound_pattern){.meaning = meaning};
    for (size_t begin = 0; begin < pattern.size;) {
        size_t end = text_find(pattern, TEXT(" "), begin);
        end = end == TEXT_NOT_FOUND ? pattern.size : end;
        *name = text_slice(pattern, begin, end);
        if (added->count == PATTERN_PARTS ||
            !read_part(compounds, *name, &added->parts[added->count++], name))
            return false;
        begin = end + 1;
    }
    *(compounds->last == NULL ? &compounds->first : &compounds->last->next) = added;
    compounds->last = added;
    return true;
}

/* A label being taken apart. */
struct parting {
    const struct compounds *compounds;
    struct text folded;
    struct list_set words[COMPOUND_PARTS]; /* the lists of each word so far */
    const struct compound_pattern *best;
};

/* Whether the words from the given one on are what the parts from the given one on ask for. */
static bool fits(const struct parting *p, size_t count, const struct compound_pattern *pattern,
                 size_t word, size_t part)
{
    for (; part < pattern->count; part++) {
        const struct pattern_part *asked = &pattern->parts[part];
        bool is_it = word < count && share_a_list(&p->words[word], &asked->lists);
        size_t next = asked->how_often == ANY_TIMES ? part : part + 1;
        if (is_it && fits(p, count, pattern, word + 1, next))
            return true;
        if (asked->how_often == ONCE)
            return false;
    }
    return word == count;
}

static void try_patterns(struct parting *p, size_t count)
{
    for (const struct compound_pattern *pattern = p->compounds->first; pattern != p->best;
         pattern = pattern->next)
        if (fits(p, count, pattern, 0, 0)) {
            p->best = pattern;
            return;
        }
}

/* Within a word of letters there is no end of one. */
static bool may_end(struct text folded, size_t end)
{
    return end == folded.size || !is_folded_letter(folded.data[end]) ||
           !is_folded_letter(folded.data[end - 1]);
}

static void take_apart(struct parting *p, size_t at, size_t count)
{
    while (at < p->folded.size && (p->folded.data[at] == ' ' || p->folded.data[at] == '.'))
        at++;
    if (at == p->folded.size)
        try_patterns(p, count);
    if (at == p->folded.size || count == COMPOUND_PARTS)
        return;
    const struct compound_word *word = p->compounds->words[bucket_of(p->folded, at)];
    for (; word != NULL; word = word->next) {
        size_t end = at + word->folded.size;
        if (!text_starts_with(text_from(p->folded, at), word->folded) || !may_end(p->folded, end))
            continue;
        p->words[count] = word->lists;
        take_apart(p, end, count + 1);
    }
}

const struct meaning *compounds_find(const struct compounds *compounds, struct text folded)
{
    struct parting parting = {.compounds = compounds, .folded = folded};
    if (compounds->first == NULL || folded.size > COMPOUND_BYTES || text_is_empty(folded))
        return NULL;
    take_apart(&parting, 0, 0);
    return parting.best == NULL ? NULL : &parting.best->meaning;
}
