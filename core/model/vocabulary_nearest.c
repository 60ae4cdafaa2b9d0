#include "core/model/fold.h"
#include "core/model/fold_likeness.h"
#include "core/model/vocabulary.h"
#include "core/model/vocabulary_table.h"

#define NEAREST_MIN_PERCENT 50
#define HEAD_MIN 3 /* characters of a label that the head of a longer one is told by */

struct near_label {
    struct text label; /* folded */
    struct fold_pieces pieces;
    enum element element;
    struct near_label *next;
};

struct near_labels {
    struct near_label *latin, *han; /* by the label's first character */
};

/* The element that a label names as a whole; ELEMENT_COUNT: none of a role. */
static enum element entry_element(const struct vocabulary_entry *entry)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->meanings[i].field == FIELD_NONE &&
            entry->meanings[i].element < ELEMENT_ROLE_COUNT && !entry->meanings[i].is_part)
            return entry->meanings[i].element;
    return ELEMENT_COUNT;
}

const struct near_labels *near_labels_make(const struct vocabulary *vocabulary, struct arena *arena)
{
    struct near_labels *near = arena_new(arena, struct near_labels);
    struct near_label **latin = &near->latin, **han = &near->han;
    for (const struct vocabulary_entry *e = vocabulary->first; e != NULL; e = e->next_made) {
        enum element element = entry_element(e);
        if (element == ELEMENT_COUNT)
            continue;
        bool is_latin = e->label.size > 0 && (unsigned char)e->label.data[0] < 0x80;
        struct near_label *label = arena_new(arena, struct near_label),
                          ***end = is_latin ? &latin : &han;
        *label = (struct near_label){e->label, fold_pieces(e->label), element, NULL};
        **end = label;
        *end = &label->next;
    }
    *latin = *han = NULL;
    return near;
}

/* Letters say little: Latin labels must share a whole word, so compare only inclusion. */
static void compare_latin(const struct near_labels *near, struct text folded, unsigned *best)
{
    uint64_t bits = fold_pieces(folded).bits;
    for (const struct near_label *n = near->latin; n != NULL; n = n->next) {
        if ((n->pieces.bits & ~bits) != 0 || text_find(folded, n->label, 0) == TEXT_NOT_FOUND)
            continue;
        unsigned alike = fold_likeness(folded, n->label);
        best[n->element] = alike > best[n->element] ? alike : best[n->element];
    }
}

static void compare_han(const struct near_labels *near, struct text folded, unsigned *best)
{
    struct fold_pieces pieces = fold_pieces(folded);
    for (const struct near_label *n = near->han; n != NULL; n = n->next) {
        if ((n->pieces.bits & pieces.bits) == 0)
            continue; /* nothing is shared */
        unsigned alike = fold_likeness_bound(pieces, n->pieces) < NEAREST_MIN_PERCENT
                             ? 0
                             : fold_likeness(folded, n->label);
        if ((n->pieces.bits & ~pieces.bits) == 0 && text_ends_with(folded, n->label) &&
            text_code_points(n->label) >= HEAD_MIN)
            alike = 100; /* 培訓主管的績效標準: what a Han noun is stands at its end */
        best[n->element] = alike > best[n->element] ? alike : best[n->element];
    }
}

size_t vocabulary_nearest(const struct near_labels *near, struct arena *scratch, struct text label,
                          enum element *nearest, size_t max)
{
    struct text folded = fold_label(scratch, label);
    unsigned best[ELEMENT_ROLE_COUNT] = {0};
    size_t size = text_code_points(folded), found = 0;
    if (size > 0 && folded.size == size)
        compare_latin(near, folded, best);
    else
        compare_han(near, folded, best);
    for (; found < max; found++) {
        size_t top = 0;
        for (size_t i = 1; i < ELEMENT_ROLE_COUNT; i++)
            if (best[i] > best[top])
                top = i;
        if (best[top] < NEAREST_MIN_PERCENT)
            break;
        nearest[found] = (enum element)top;
        best[top] = 0;
    }
    return found;
}
