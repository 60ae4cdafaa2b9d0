#include "core/model/likely_labels.h"
#include "core/base/script.h"
#include "core/model/fold.h"
#include "core/model/vocabulary_table.h"
#include <math.h>

#define OTHER ELEMENT_ROLE_COUNT /* the class of headings that are of no element */
#define CLASSES (ELEMENT_ROLE_COUNT + 1)
#define PLACES ((size_t)1 << 16) /* of the table: some three times as many as it holds */
#define FEATURES_MAX 40          /* of one label; what has more is a sentence */
#define LABEL_MIN 2              /* Han of a label: a single one says too little */
#define WORD_MIN 4    /* letters of a word that says something: "does" and "what" do not */
#define SMOOTHING 0.1 /* added to each count */
#define SURE 0.5      /* of all that it may mean, the share of what it is taken for */
#define PAIRS_KNOWN 3 /* one in so many pairs of Han stands in labels of the element */

/* How often labels of a class have a feature. */
struct class_count {
    unsigned class, count;
    struct class_count *next;
};

struct feature {
    uint64_t key; /* 0: the place is free */
    struct class_count *counts;
};

struct likely_labels {
    const struct vocabulary *vocabulary;
    struct feature *features; /* [PLACES] */
    size_t known;             /* of them */
    size_t totals[CLASSES];   /* features in the labels of each class */
};

/* What is counted of one label. */
struct label_features {
    uint64_t keys[FEATURES_MAX];
    bool says[FEATURES_MAX]; /* the class must have it: a word, a pair of Han */
    size_t count, saying;
};

enum place_in_label { ALONE, PAIR, FIRST, LAST };

static uint64_t key_of(enum place_in_label place, uint64_t word, uint64_t next)
{
    uint64_t key = (word + place) * 0x9E3779B97F4A7C15u ^ (next << 17 | next >> 47);
    return key == 0 ? 1 : key;
}

static void add_feature(struct label_features *f, uint64_t key, bool says)
{
    if (f->count == FEATURES_MAX)
        return;
    f->keys[f->count] = key;
    f->says[f->count++] = says;
    f->saying += says;
}

/* The next word of a folded label, in Han one character; *at moves behind it. Empty: the end. */
static struct text next_word(struct text folded, size_t *at)
{
    while (*at < folded.size) {
        size_t begin = *at;
        uint32_t c = text_next(folded, at);
        if (c >= 0x80)
            return text_slice(folded, begin, *at);
        while (*at < folded.size && is_folded_letter(folded.data[begin]) &&
               (is_folded_letter(folded.data[*at]) || folded.data[*at] == '\''))
            (*at)++;
        if (is_folded_letter(folded.data[begin]))
            return text_slice(folded, begin, *at);
    }
    return TEXT("");
}

static bool is_saying(const struct vocabulary *vocabulary, struct text word)
{
    const struct vocabulary_entry *entry = vocabulary_entry(vocabulary, word);
    return word.size >= WORD_MIN && (entry == NULL || !entry_is(entry, WORD_FILLER));
}

static struct label_features features_of(const struct vocabulary *vocabulary, struct text folded)
{
    struct label_features f = {.count = 0};
    bool is_latin = is_latin_text(folded);
    uint64_t before = 0;
    struct text word;
    for (size_t at = 0; !text_is_empty(word = next_word(folded, &at));) {
        uint64_t key = text_key(word);
        add_feature(&f, key_of(ALONE, key, 0), is_latin && is_saying(vocabulary, word));
        add_feature(&f, before == 0 ? key_of(FIRST, key, 0) : key_of(PAIR, before, key),
                    !is_latin && before != 0);
        before = key;
    }
    add_feature(&f, key_of(LAST, before, 0), false);
    return f;
}

static struct feature *place_of(const struct likely_labels *likely, uint64_t key)
{
    size_t at = (size_t)(key >> 20) % PLACES;
    while (likely->features[at].key != 0 && likely->features[at].key != key)
        at = (at + 1) % PLACES;
    return &likely->features[at];
}

static unsigned count_in(const struct feature *feature, unsigned class)
{
    for (const struct class_count *c = feature->counts; c != NULL; c = c->next)
        if (c->class == class)
            return c->count;
    return 0;
}

static void count_feature(struct likely_labels *likely, struct arena *arena, uint64_t key,
                          unsigned class)
{
    struct feature *feature = place_of(likely, key);
    if (feature->key == 0 && ++likely->known >= PLACES / 2)
        return; /* a user's vocabulary without end: the built-in labels were counted first */
    feature->key = key;
    struct class_count *c = feature->counts;
    while (c != NULL && c->class != class)
        c = c->next;
    if (c == NULL) {
        c = arena_new(arena, struct class_count);
        *c = (struct class_count){.class = class, .next = feature->counts};
        feature->counts = c;
    }
    c->count++;
    likely->totals[class]++;
}

static void count_label(struct likely_labels *likely, struct arena *arena, struct text label,
                        unsigned class)
{
    struct label_features f = features_of(likely->vocabulary, label);
    for (size_t i = 0; i < f.count; i++)
        count_feature(likely, arena, f.keys[i], class);
}

struct likely_labels *likely_labels_make(const struct vocabulary *vocabulary, struct arena *arena)
{
    struct likely_labels *likely = arena_new(arena, struct likely_labels);
    *likely = (struct likely_labels){.vocabulary = vocabulary};
    likely->features = arena_new_array(arena, PLACES, struct feature);
    for (size_t i = 0; i < PLACES; i++)
        likely->features[i] = (struct feature){0};
    for (const struct vocabulary_entry *e = vocabulary->first; e != NULL; e = e->next_made) {
        bool is_other = entry_is(e, WORD_NO_ROLE);
        for (size_t i = 0; i < e->count; i++) {
            const struct meaning *m = &e->meanings[i];
            if (m->field == FIELD_NONE && m->element < ELEMENT_ROLE_COUNT)
                count_label(likely, arena, e->label, m->element);
            is_other |=
                m->is_other || (m->field == FIELD_NONE && element_is_of_handbook(m->element));
        }
        if (is_other)
            count_label(likely, arena, e->label, OTHER);
    }
    return likely;
}

/*
 * Data of the post and of the paper are no words about it: whoever labels these says so plainly.
 * Duties are told by their acts, and make a page a role: no guess at a label does. What a purpose
 * is called, others call what their house is about.
 */
static bool is_told_in_words(unsigned class)
{
    switch (class) {
    case ELEMENT_TITLE:
    case ELEMENT_ID:
    case ELEMENT_ALTERNATE_TITLES:
    case ELEMENT_CLASSIFICATION:
    case ELEMENT_DEPARTMENT:
    case ELEMENT_JOB_TYPE:
    case ELEMENT_GRADE:
    case ELEMENT_HEADCOUNT:
    case ELEMENT_DOCUMENTS:
    case ELEMENT_EDITION:
    case ELEMENT_APPROVAL:
    case ELEMENT_PURPOSE:
    case ELEMENT_DUTIES:
    case OTHER:
        return false;
    default:
        return true;
    }
}

/* Enough of what the label says stands in labels of the class: in Latin letters all of it. */
static bool is_covered(const struct likely_labels *likely, const struct label_features *f,
                       bool is_latin, unsigned class)
{
    size_t known = 0;
    for (size_t i = 0; i < f->count; i++)
        known += f->says[i] && count_in(place_of(likely, f->keys[i]), class) > 0;
    return f->saying > 0 && (is_latin ? known == f->saying : known * PAIRS_KNOWN >= f->saying);
}

/* Logarithms of how likely each class has the label's features, those that are known. */
static void weigh(const struct likely_labels *likely, const struct label_features *f,
                  double weights[CLASSES])
{
    for (unsigned c = 0; c < CLASSES; c++) {
        double all = (double)likely->totals[c] + SMOOTHING * (double)likely->known;
        weights[c] = 0;
        for (size_t i = 0; i < f->count; i++) {
            const struct feature *feature = place_of(likely, f->keys[i]);
            if (feature->key != 0)
                weights[c] += log((count_in(feature, c) + SMOOTHING) / all);
        }
    }
}

enum element likely_element(const struct likely_labels *likely, struct text folded)
{
    struct label_features f = features_of(likely->vocabulary, folded);
    bool is_latin = is_latin_text(folded);
    double weights[CLASSES], sum = 0;
    unsigned best = 0;
    if (f.count == FEATURES_MAX || (!is_latin && text_code_points(folded) < LABEL_MIN))
        return ELEMENT_COUNT;
    weigh(likely, &f, weights);
    for (unsigned c = 1; c < CLASSES; c++)
        best = weights[c] > weights[best] ? c : best;
    for (unsigned c = 0; c < CLASSES; c++)
        sum += exp(weights[c] - weights[best]);
    return is_told_in_words(best) && 1 / sum >= SURE && is_covered(likely, &f, is_latin, best)
               ? (enum element)best
               : ELEMENT_COUNT;
}
