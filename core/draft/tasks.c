#include "core/draft/tasks.h"
#include "core/base/script.h"
#include "core/model/fold.h"
#include "core/normalise/acts.h"
#include "core/normalise/grams.h"
#include <stdlib.h>
#include <string.h>

#define LEAST_THRESHOLD 10 /* percent; below it, elements share no more than an act or a tool */
#define THRESHOLD_STEP 5
#define THRESHOLDS 11 /* to 60 */
#define SILHOUETTE_POINTS 1000
#define PRECISION ((int64_t)1 << 32)

enum attribute { OF_WORDS, OF_RESULT, OF_TOOL, OF_HOW, OF_WHO, OF_WHEN, ATTRIBUTE_COUNT };

/* Out of 18; calibrated on the logs of tests/unit/core/draft/tasks_test.c. */
static const int64_t ATTRIBUTE_WEIGHTS[ATTRIBUTE_COUNT] = {
    [OF_WORDS] = 10, [OF_RESULT] = 2, [OF_TOOL] = 1, [OF_HOW] = 2, [OF_WHO] = 1, [OF_WHEN] = 1};

/* An attribute's value of an element. */
struct trait {
    uint64_t key;
    uint32_t element, number; /* number: of the key, once all are known */
    uint8_t attribute;
    int32_t rarity; /* sixteenths of a doubling */
};

struct traits {
    struct arena *scratch;
    struct trait *list;
    size_t count, capacity;
    uint32_t element; /* at hand */
    enum attribute attribute;
};

/* ---- collecting ---- */

static void add_trait(struct traits *t, uint64_t key)
{
    uint64_t mixed = (key ^ (uint64_t)t->attribute << 59) * 0x9E3779B97F4A7C15u;
    *arena_push(t->scratch, t->list, t->count, t->capacity) =
        (struct trait){.key = mixed, .element = t->element, .attribute = (uint8_t)t->attribute};
}

static void collect(void *data, uint64_t gram, size_t begin, size_t end)
{
    (void)begin, (void)end;
    if (!gram_is_pair_of_stems(gram))
        add_trait(data, gram);
}

static void add_words(struct traits *t, enum attribute attribute, struct text words)
{
    t->attribute = attribute;
    if (!text_is_empty(words))
        grams_walk(fold_text(t->scratch, words), SLOT_WHAT, collect, t);
}

static void add_name(struct traits *t, enum attribute attribute, struct text name)
{
    t->attribute = attribute;
    if (!text_is_empty(name))
        add_trait(t, text_hash(fold_label(t->scratch, name)));
}

/* Daily, weekly, monthly, quarterly, yearly. */
static void add_rate(struct traits *t, const struct frequency *frequency)
{
    static const int64_t least[] = {200000, 40000, 10000, 3000, 0}; /* thousandths a year */
    uint64_t class = 0;
    while (frequency->times_pt1000 < least[class])
        class ++;
    t->attribute = OF_WHEN;
    if (frequency->is_rate)
        add_trait(t, class + 1);
}

static void add_row(struct traits *t, const struct work_row *row)
{
    add_words(t, OF_RESULT, row->words[WORK_RESULT]);
    add_name(t, OF_TOOL, row->words[WORK_TOOL]);
    add_name(t, OF_HOW, row->words[WORK_HOW]);
    add_name(t, OF_WHO, row->words[WORK_WHO]);
    add_rate(t, &row->frequency);
}

/* ---- acts ---- */

struct act_reader {
    const struct tasks_request *request;
    struct segmenter *segmenter;
};

/* Act and object of a wording: all it says is done, where that is not one act. */
static struct text act_of(struct arena *arena, const struct act_reader *reader, struct text wording)
{
    struct range acts[ACTS_MAX];
    struct sentence *s = arena_new(arena, struct sentence);
    struct duty_parts parts = work_parts(wording);
    struct text what = text_is_empty(parts.what) ? wording : parts.what;
    enum language language = is_latin_text(what) ? LANG_EN : reader->request->language;
    sentence_read(s, arena, reader->segmenter, reader->request->phrases, language, what);
    size_t count = acts_find(s, acts);
    return count == 1 ? text_trim(sentence_text(s, acts[0])) : text_trim(what);
}

static const struct text *read_acts(struct arena *arena, const struct tasks_request *request,
                                    struct traits *t)
{
    struct act_reader reader = {request, segmenter_open(t->scratch)};
    struct text *acts = arena_new_array(arena, request->same->count + 1, struct text);
    for (size_t i = 0; i < request->same->count; i++) {
        acts[i] = act_of(t->scratch, &reader, request->same->wordings[i]);
        t->element = (uint32_t)i;
        add_words(t, OF_WORDS, mask_work(t->scratch, request->same->wordings[i]));
    }
    segmenter_close(reader.segmenter);
    return acts;
}

/* ---- vectors ---- */

static int compare_by_key(const void *a, const void *b)
{
    const struct trait *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->element > y->element) - (x->element < y->element);
}

static int compare_by_element(const void *a, const void *b)
{
    const struct trait *x = a, *y = b;
    if (x->element != y->element)
        return x->element < y->element ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

/* Sixteenths of the logarithm to base 2, straight between powers; n at least 1. */
static int32_t log2_16(uint64_t n)
{
    int32_t power = 0;
    while (n >> (power + 1) != 0)
        power++;
    return 16 * power + (int32_t)(((n - ((uint64_t)1 << power)) * 16) >> power);
}

static int64_t square_root(int64_t n)
{
    int64_t root = 0;
    for (int64_t bit = (int64_t)1 << 31; bit > 0; bit >>= 1)
        if ((root + bit) * (root + bit) <= n)
            root += bit;
    return root;
}

/* Each trait once an element, numbered by key, with its rarity. returns  how many keys */
static uint32_t number_traits(struct traits *t, size_t elements)
{
    size_t kept = 0;
    uint32_t keys = 0;
    if (t->count > 1)
        qsort(t->list, t->count, sizeof *t->list, compare_by_key);
    for (size_t i = 0; i < t->count;) {
        size_t end = i, first = kept;
        for (; end < t->count && t->list[end].key == t->list[i].key; end++)
            if (end == i || t->list[end].element != t->list[end - 1].element) {
                t->list[kept] = t->list[end];
                t->list[kept++].number = keys;
            }
        int32_t rarity = log2_16(elements + 1) - log2_16(kept - first) + 4;
        for (size_t k = first; k < kept; k++)
            t->list[k].rarity = rarity;
        i = end;
        keys++;
    }
    t->count = kept;
    if (t->count > 1)
        qsort(t->list, t->count, sizeof *t->list, compare_by_element);
    return keys;
}

/* The traits of one element as a vector of length UNIT. */
static void scale(const struct trait *traits, size_t count, struct entry *entries)
{
    int64_t squares[ATTRIBUTE_COUNT] = {0}, whole = 0;
    for (size_t i = 0; i < count; i++)
        squares[traits[i].attribute] += (int64_t)traits[i].rarity * traits[i].rarity;
    for (size_t i = 0; i < count; i++) {
        int64_t rarity = traits[i].rarity, all = squares[traits[i].attribute];
        int64_t value = square_root(ATTRIBUTE_WEIGHTS[traits[i].attribute] *
                                    (rarity * rarity * PRECISION / all));
        whole += (value >> 8) * (value >> 8);
        entries[i] = (struct entry){traits[i].number, (int32_t)(value >> 8)};
    }
    int64_t length = square_root(whole);
    for (size_t i = 0; i < count; i++) {
        int64_t value = length == 0 ? 0 : entries[i].value * (int64_t)UNIT / length;
        entries[i].value = value > 0 ? (int32_t)value : 1;
    }
}

static const struct vectors *make_vectors(struct arena *arena, struct traits *t, size_t elements)
{
    struct vectors *vectors = arena_new(arena, struct vectors);
    size_t *starts = arena_new_array(arena, elements + 2, size_t), at = 0;
    vectors->key_count = number_traits(t, elements);
    struct entry *entries = arena_new_array(arena, t->count + 1, struct entry);
    for (size_t element = 0; element < elements; element++) {
        size_t begin = at;
        while (at < t->count && t->list[at].element == element)
            at++;
        if (at > begin) /* an element may have no trait, and the log none at all */
            scale(t->list + begin, at - begin, entries + begin);
        starts[element + 1] = at;
    }
    vectors->starts = starts;
    vectors->entries = entries;
    vectors->count = elements;
    return vectors;
}

/* ---- the cut ---- */

static size_t joined_at(const struct joining *joinings, size_t count, unsigned percent)
{
    size_t joined = 0;
    while (joined < count && joinings[joined].likeness * 100 >= LIKE_ONE * percent)
        joined++;
    return joined;
}

static int64_t silhouette_at(const struct arena *like, const struct tasks *tasks, uint32_t *groups,
                             const struct joining *joinings, size_t joined)
{
    struct arena *scratch = arena_open_like(like);
    linkage_groups(joinings, joined, tasks->vectors->count, groups);
    int64_t silhouette = linkage_silhouette(scratch, tasks->vectors, groups, SILHOUETTE_POINTS);
    arena_close(scratch);
    return silhouette;
}

/* The threshold at which tasks keep apart best, the least of equal ones. */
static size_t choose_threshold(const struct arena *like, struct tasks *tasks, uint32_t *groups,
                               const struct joining *joinings, size_t count)
{
    int64_t best = INT64_MIN;
    size_t chosen = 0;
    for (size_t i = 0; i < THRESHOLDS; i++) {
        unsigned percent = LEAST_THRESHOLD + THRESHOLD_STEP * (unsigned)i;
        size_t joined = joined_at(joinings, count, percent);
        int64_t silhouette = silhouette_at(like, tasks, groups, joinings, joined);
        if (silhouette <= best)
            continue;
        best = silhouette;
        chosen = joined;
        tasks->threshold = percent;
    }
    return chosen;
}

static void cut(struct arena *arena, const struct tasks_request *request, struct tasks *tasks,
                const struct joining *joinings, size_t count)
{
    size_t elements = tasks->vectors->count, joined = 0;
    uint32_t *groups = arena_new_array(arena, elements + 1, uint32_t);
    if (request->tasks > 0) {
        joined = elements > request->tasks ? elements - request->tasks : 0;
        joined = joined < count ? joined : count;
    } else if (request->threshold > 0) {
        joined = joined_at(joinings, count, request->threshold);
        tasks->threshold = request->threshold;
    } else
        joined = choose_threshold(arena, tasks, groups, joinings, count);
    linkage_groups(joinings, joined, elements, groups);
    tasks->group_of = groups;
    for (size_t i = 0; i < elements; i++)
        tasks->count += groups[i] == i;
}

struct tasks tasks_find(struct arena *arena, const struct tasks_request *request)
{
    struct tasks tasks = {.count = 0};
    struct traits t = {.scratch = arena_open_like(arena)};
    struct joining *joinings = NULL;
    tasks.acts = read_acts(arena, request, &t);
    for (size_t i = 0; i < request->log->count; i++) {
        t.element = request->same->element_of[i];
        add_row(&t, &request->log->rows[i]);
    }
    tasks.vectors = make_vectors(arena, &t, request->same->count);
    arena_close(t.scratch);
    size_t count = average_linkage(arena, tasks.vectors, &joinings);
    cut(arena, request, &tasks, joinings, count);
    return tasks;
}
