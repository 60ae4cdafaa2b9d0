#include "core/check/likeness.h"
#include "core/base/limits.h"
#include "core/base/script.h"
#include "core/base/set_join.h"
#include "core/base/text_buffer.h"
#include "core/normalise/grams.h"
#include <assert.h>
#include <stdlib.h>

/* What a duty counts for that a longer one holds whole, and how much it must say for that. */
#define HELD 60
#define REACH 200
#define LIGHTEST_HELD 30
#define STRETCHES 3

static_assert((uint64_t)LIMIT_ROLES * 100 < NO_DUTY, "duties are numbered in 32 bits");

struct making {
    struct likeness *likeness;
    size_t *member_starts; /* by set */
    uint32_t *members;     /* duties, ascending in each set */
};

static struct join_threshold threshold(unsigned least)
{
    return (struct join_threshold){
        .least = least, .held = HELD, .reach = REACH, .lightest = LIGHTEST_HELD};
}

unsigned likeness_of_sets(const struct token_sets *sets, size_t a, size_t b)
{
    return a == b ? 100
                  : set_likeness(sets_overlap(sets, a, b), sets->weights[a], sets->weights[b],
                                 threshold(1));
}

unsigned likeness_held(const struct token_sets *sets, size_t a, size_t by)
{
    if (a == by || sets->weights[a] == 0)
        return 100;
    return (unsigned)((uint64_t)100 * sets_overlap(sets, a, by) / sets->weights[a]);
}

/* ---- collecting ---- */

#define CAPTION_WORDS 2 /* of a caption without colon; in Han there is always one */

/* Requirements, "Week 1:": what stands over items, and says none itself. */
static bool is_caption(const struct records *records, size_t i)
{
    struct text words = text_trim(records->rows[i].text);
    size_t blanks = 0;
    if (ends_in_colon(words))
        return true;
    for (size_t at = 0; at < words.size; at++) {
        if ((unsigned char)words.data[at] >= 0x80)
            return false;
        blanks += words.data[at] == ' ';
    }
    return i + 1 < records->count && records->rows[i + 1].depth > records->rows[i].depth &&
           blanks < CAPTION_WORDS;
}

/* Email: a@b.org; Number: 2+; src/app/main.c: a detail, and no words that say what is done. */
static bool is_detail(struct text words)
{
    size_t blanks = 0, letters = 0, colon = text_find(words, TEXT(": "), 0);
    if (text_find(words, TEXT("@"), 0) != TEXT_NOT_FOUND)
        return true;
    for (size_t at = 0; at < words.size; at++) {
        unsigned char c = (unsigned char)words.data[at];
        bool is_letter = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        blanks += c == ' ';
        letters += is_letter && (colon == TEXT_NOT_FOUND || at > colon);
    }
    size_t slash = text_find(words, TEXT("/"), 0);
    bool is_path = blanks == 0 && text_code_points(words) == words.size &&
                   slash != TEXT_NOT_FOUND &&
                   (text_find(words, TEXT("/"), slash + 1) != TEXT_NOT_FOUND ||
                    text_find(words, TEXT("."), 0) != TEXT_NOT_FOUND);
    return is_path || letters == 0;
}

/* Why a duty is held against others, or against none. */
enum comparison { COMPARED_WITH_NONE, COMPARED, COMPARED_AS_LEAD };

static enum comparison comparison_of(const struct records *records, size_t i)
{
    struct text part = TEXT("");
    if (records->element == ELEMENT_DUTIES)
        part = record_field(records, &records->rows[i], FIELD_DUTIES_RESPONSIBILITY).text;
    if (is_caption(records, i) || is_detail(text_trim(records->rows[i].text)) ||
        text_is(part, "supports") || text_is(part, "informed"))
        return COMPARED_WITH_NONE;
    return text_is(part, "leads") ? COMPARED_AS_LEAD : COMPARED;
}

static void collect_grams(struct arena *folded, const struct records *records, size_t i,
                          struct set_collector *collector)
{
    enum comparison comparison = comparison_of(records, i);
    if (comparison == COMPARED)
        grams_collect(folded, records, &records->rows[i], collector);
    else if (comparison == COMPARED_AS_LEAD)
        grams_collect_apart(folded, records, &records->rows[i], collector);
    else
        sets_begin(collector);
}

static void add_duties(struct likeness *l, struct arena *scratch, struct set_collector *collector,
                       const struct records *records, const struct role *role, uint32_t number)
{
    struct arena *folded = arena_open_like(scratch);
    l->role_starts[number] = l->count;
    for (size_t i = 0; i < records->count; i++) {
        l->duties[l->count++] = (struct duty){
            .record = &records->rows[i], .role = role, .role_number = number, .in_role = NO_DUTY};
        collect_grams(folded, records, i, collector);
    }
    arena_close(folded);
}

static void collect_duties(struct likeness *l, struct arena *arena)
{
    const struct records *baseline = handbook_records(l->handbook, ELEMENT_HANDBOOK_BASELINE);
    struct arena *scratch = arena_open_like(arena);
    struct set_collector *collector = sets_collect(scratch);
    size_t most = baseline->count;
    uint32_t number = 0;
    for (const struct role *role = l->handbook->roles; role != NULL; role = role->next)
        most += role_records(role, ELEMENT_DUTIES)->count;
    l->duties = arena_new_array(arena, most + 1, struct duty);
    l->role_starts = arena_new_array(arena, l->handbook->role_count + 2, size_t);
    add_duties(l, scratch, collector, baseline, NULL, number);
    for (const struct role *role = l->handbook->roles; role != NULL; role = role->next)
        add_duties(l, scratch, collector, role_records(role, ELEMENT_DUTIES), role, ++number);
    l->role_starts[number + 1] = l->count;
    l->sets = sets_finish(arena, collector, gram_weighing());
    arena_close(scratch);
}

static void list_members(struct making *m, struct arena *scratch)
{
    struct likeness *l = m->likeness;
    size_t *fill = arena_new_array(scratch, l->sets->count + 1, size_t);
    m->member_starts = arena_new_array(scratch, l->sets->count + 1, size_t);
    m->members = arena_new_array(scratch, l->count + 1, uint32_t);
    for (size_t i = 0; i < l->count; i++)
        m->member_starts[l->duties[i].set = l->sets->set_of[i]]++;
    for (size_t set = 0, at = 0; set <= l->sets->count; set++) {
        size_t size = m->member_starts[set];
        m->member_starts[set] = fill[set] = at;
        at += size;
    }
    for (size_t i = 0; i < l->count; i++)
        m->members[fill[l->duties[i].set]++] = (uint32_t)i;
}

/* ---- what is asked of each wording ---- */

static void begin_wordings(struct making *m, struct arena *arena)
{
    struct likeness *l = m->likeness;
    l->wordings = arena_new_array(arena, l->sets->count + 1, struct wording);
    for (size_t set = 0; set < l->sets->count; set++) {
        struct wording w = {.first = NO_DUTY, .baseline = NO_DUTY, .cluster = (uint32_t)set};
        for (size_t i = m->member_starts[set]; i < m->member_starts[set + 1]; i++) {
            const struct duty *duty = &l->duties[m->members[i]];
            uint32_t *first = duty->role == NULL ? &w.baseline : &w.first;
            *first = *first == NO_DUTY ? m->members[i] : *first;
            w.in_roles += duty->role != NULL;
        }
        w.baseline_percent = w.baseline == NO_DUTY ? 0 : 100;
        l->wordings[set] = w;
    }
}

static void note_in_role(struct duty *duty, uint32_t above, unsigned percent)
{
    if (percent > duty->in_role_percent ||
        (percent == duty->in_role_percent && above < duty->in_role)) {
        duty->in_role = above;
        duty->in_role_percent = percent;
    }
}

/* Equal duties of one role: each but the first points to the first. */
static void note_equal_in_role(struct making *m, size_t set)
{
    struct duty *duties = m->likeness->duties;
    if (m->likeness->sets->weights[set] == 0)
        return; /* without grams nothing is known of what they say */
    for (size_t i = m->member_starts[set], first = i; i < m->member_starts[set + 1]; i++) {
        if (duties[m->members[i]].role_number != duties[m->members[first]].role_number)
            first = i;
        if (i != first && duties[m->members[i]].role != NULL)
            note_in_role(&duties[m->members[i]], m->members[first], 100);
    }
}

/* Duties of one role in two wordings: each points to the first of the other when that is above. */
static void note_pair_in_roles(struct making *m, size_t a, size_t b, unsigned percent)
{
    struct duty *duties = m->likeness->duties;
    size_t i = m->member_starts[a], i_end = m->member_starts[a + 1];
    size_t k = m->member_starts[b], k_end = m->member_starts[b + 1];
    while (i < i_end && k < k_end) {
        uint32_t x = m->members[i], y = m->members[k];
        if (duties[x].role_number == duties[y].role_number && duties[x].role != NULL)
            note_in_role(&duties[x < y ? y : x], x < y ? x : y, percent);
        /* in one role the lower one goes on, so that each meets the other's nearest above it */
        bool behind = duties[x].role_number != duties[y].role_number
                          ? duties[x].role_number < duties[y].role_number
                          : x < y;
        i += behind;
        k += !behind;
    }
}

static void note_nearest(struct likeness *l, size_t set, size_t other, unsigned percent)
{
    struct wording *w = &l->wordings[set];
    const struct wording *o = &l->wordings[other];
    if (percent >= LIKE_NEAR)
        w->alike += o->in_roles;
    if (o->baseline != NO_DUTY && percent > w->baseline_percent) {
        w->baseline = o->baseline;
        w->baseline_percent = percent;
    }
    if (w->first == NO_DUTY || o->first == NO_DUTY ||
        l->duties[o->first].role_number >= l->duties[w->first].role_number)
        return;
    if (percent > w->nearest_percent ||
        (percent == w->nearest_percent && o->first < l->wordings[w->nearest].first)) {
        w->nearest = (uint32_t)other;
        w->nearest_percent = percent;
    }
}

/* The lowest wording of a cluster; paths are halved on the way (Tarjan and van Leeuwen, 1984). */
static uint32_t find_cluster(struct wording *wordings, uint32_t set)
{
    while (wordings[set].cluster != set) {
        wordings[set].cluster = wordings[wordings[set].cluster].cluster;
        set = wordings[set].cluster;
    }
    return set;
}

static void note_pair(void *data, size_t a, size_t b, uint32_t overlap)
{
    struct making *m = data;
    struct likeness *l = m->likeness;
    unsigned percent =
        set_likeness(overlap, l->sets->weights[a], l->sets->weights[b], threshold(1));
    note_nearest(l, a, b, percent);
    note_nearest(l, b, a, percent);
    note_pair_in_roles(m, a, b, percent);
    if (percent >= LIKE_DUPLICATE) {
        uint32_t x = find_cluster(l->wordings, (uint32_t)a);
        uint32_t y = find_cluster(l->wordings, (uint32_t)b);
        l->wordings[x < y ? y : x].cluster = x < y ? x : y;
    }
}

static void count_cluster_roles(struct likeness *l, struct arena *scratch)
{
    uint32_t *last = arena_new_array(scratch, l->sets->count + 1, uint32_t); /* role counted */
    for (size_t set = 0; set < l->sets->count; set++)
        l->wordings[set].cluster = find_cluster(l->wordings, (uint32_t)set);
    for (size_t i = l->role_starts[1]; i < l->count; i++) {
        uint32_t cluster = l->wordings[l->duties[i].set].cluster;
        struct wording *first = &l->wordings[cluster];
        if (last[cluster] == l->duties[i].role_number)
            continue;
        if (first->cluster_roles++ == 0)
            first->cluster_first = (uint32_t)i;
        last[cluster] = l->duties[i].role_number;
    }
}

struct likeness *likeness_of(struct arena *arena, const struct handbook *handbook)
{
    struct likeness *l = arena_new(arena, struct likeness);
    struct making m = {.likeness = l};
    struct arena *scratch = arena_open_like(arena);
    l->handbook = handbook;
    collect_duties(l, arena);
    list_members(&m, scratch);
    begin_wordings(&m, arena);
    for (size_t set = 0; set < l->sets->count; set++)
        note_equal_in_role(&m, set);
    unsigned least = l->count > REVIEW_DUTIES ? LIKE_NEAR : LIKE_REVIEW;
    l->is_complete = set_join(scratch, l->sets, threshold(least), note_pair, &m);
    count_cluster_roles(l, scratch);
    arena_close(scratch);
    return l;
}

/* ---- explanation ---- */

struct stretch {
    size_t begin, end;
};

struct explaining {
    uint64_t *shared;
    size_t shared_count;
    struct stretch list[STRETCHES + 1], open;
};

static int compare_grams(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The grams of both duties, ascending, in the arena. */
static void find_shared(struct arena *arena, struct explaining *e, const struct token_sets *sets,
                        size_t a, size_t b)
{
    const uint32_t *x = sets->tokens + sets->starts[a], *x_end = sets->tokens + sets->starts[a + 1];
    const uint32_t *y = sets->tokens + sets->starts[b], *y_end = sets->tokens + sets->starts[b + 1];
    e->shared = arena_new_array(arena, (size_t)(x_end - x) + 1, uint64_t);
    while (x < x_end && y < y_end) {
        uint32_t p = *x, q = *y;
        if (p == q)
            e->shared[e->shared_count++] = sets->keys[p];
        x += p <= q;
        y += q <= p;
    }
    qsort(e->shared, e->shared_count, sizeof *e->shared, compare_grams);
}

/* Puts the open stretch among the longest. */
static void close_stretch(struct explaining *e)
{
    size_t i = STRETCHES, size = e->open.end - e->open.begin;
    for (; i > 0 && e->list[i - 1].end - e->list[i - 1].begin < size; i--)
        e->list[i] = e->list[i - 1];
    e->list[i] = e->open;
    e->open = (struct stretch){0, 0};
}

static void explain_gram(void *data, uint64_t gram, size_t begin, size_t end)
{
    struct explaining *e = data;
    uint64_t apart = gram_apart(gram);
    if (gram_is_pair_of_stems(gram) ||
        (bsearch(&gram, e->shared, e->shared_count, sizeof gram, compare_grams) == NULL &&
         bsearch(&apart, e->shared, e->shared_count, sizeof gram, compare_grams) == NULL))
        return;
    if (begin > e->open.end + 1 || e->open.end == 0) { /* a blank may stand between words */
        close_stretch(e);
        e->open.begin = begin;
    }
    e->open.end = end;
}

struct text likeness_shared(struct arena *arena, const struct likeness *likeness,
                            const struct duty *duty, const struct duty *other)
{
    struct explaining e = {0};
    struct text words = duty->record->text;
    struct arena *scratch = arena_open_like(arena);
    struct text_buffer out = text_buffer_new(scratch);
    find_shared(scratch, &e, likeness->sets, duty->set, other->set);
    for (int slot = SLOT_WHAT; slot <= SLOT_RESULT; slot++) {
        grams_walk(words, (enum gram_slot)slot, explain_gram, &e);
        close_stretch(&e);
    }
    for (size_t i = 0; i < STRETCHES && e.list[i].end > e.list[i].begin; i++) {
        struct text stretch = text_slice(words, e.list[i].begin, e.list[i].end);
        size_t first = 0;
        if (i > 0)
            buffer_append_string(&out, is_han_like(text_next(stretch, &first)) ? "、" : ", ");
        buffer_append(&out, stretch);
    }
    struct text shared = text_copy(arena, buffer_text(&out));
    arena_close(scratch);
    return shared;
}
