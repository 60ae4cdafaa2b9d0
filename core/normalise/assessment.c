#include "core/normalise/assessment.h"
#include "core/model/fold.h"
#include "core/normalise/similarity.h"
#include <stdlib.h>

#define NAMES 75 /* percent of a duty's name that its sentence holds: it is meant */
#define LIKE 34  /* percent of an indicator's words that a duty shares, where nothing is named */

static bool next_part(struct text text, size_t *offset, struct text *part)
{
    while (*offset < text.size) {
        size_t begin = *offset, end = begin;
        for (size_t at = begin; at < text.size; end = at) {
            uint32_t c = text_next(text, &at);
            *offset = at;
            if (c == ';' || c == 0xFF1B || c == '\n')
                break;
        }
        *part = text_trim(text_slice(text, begin, end));
        if (!text_is_empty(*part))
            return true;
    }
    return false;
}

/* Whether the sentence is the one a name stands for: holds its words, or nearly all of them. */
static bool is_meant(struct arena *arena, struct text name, struct text sentence,
                     const struct grams *grams)
{
    struct text folded = fold_text(arena, name);
    if (text_find(fold_text(arena, sentence), folded, 0) != TEXT_NOT_FOUND)
        return true;
    struct grams of_name = grams_of(arena, name);
    return grams_containment(&of_name, grams) >= NAMES;
}

static void add_pair(struct arena *arena, struct assessment *a, size_t duty, size_t standard)
{
    a->duties[duty] = a->standards[standard] = ASSESSED;
    *arena_push(arena, a->pairs, a->pair_count, a->pair_capacity) =
        (struct assessing){duty, standard};
}

/* rows of one element name rows of the other in a field. */
static void link_named(struct arena *arena, struct assessment *a, const struct records *from,
                       enum field field, const struct records *to, const struct grams *to_grams)
{
    for (size_t i = 0; i < from->count; i++) {
        struct text names = record_field(from, &from->rows[i], field).text, name;
        a->is_linked |= !text_is_empty(names);
        for (size_t at = 0; next_part(names, &at, &name);)
            for (size_t k = 0; k < to->count; k++) {
                bool is_duty = from->element == ELEMENT_DUTIES;
                if (is_meant(arena, name, to->rows[k].text, &to_grams[k]))
                    add_pair(arena, a, is_duty ? i : k, is_duty ? k : i);
            }
    }
}

static int compare_pairs(const void *a, const void *b)
{
    const struct assessing *x = a, *y = b;
    if (x->duty != y->duty)
        return x->duty < y->duty ? -1 : 1;
    return x->standard < y->standard ? -1 : x->standard > y->standard;
}

/* Those that both sides name stand once. */
static void order_pairs(struct assessment *a)
{
    size_t count = 0;
    if (a->pair_count == 0)
        return;
    qsort(a->pairs, a->pair_count, sizeof *a->pairs, compare_pairs);
    for (size_t i = 0; i < a->pair_count; i++)
        if (count == 0 || compare_pairs(&a->pairs[count - 1], &a->pairs[i]) != 0)
            a->pairs[count++] = a->pairs[i];
    a->pair_count = count;
}

static struct grams *grams_of_rows(struct arena *arena, const struct records *records)
{
    struct grams *grams = arena_new_array(arena, records->count + 1, struct grams);
    for (size_t i = 0; i < records->count; i++)
        grams[i] = grams_of(arena, records->rows[i].text);
    return grams;
}

struct assessment assessment_of(struct arena *arena, const struct role *role)
{
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    const struct records *standards = role_records(role, ELEMENT_STANDARDS);
    struct assessment a = {.duties = arena_new_array(arena, duties->count + 1, enum assessed),
                           .standards =
                               arena_new_array(arena, standards->count + 1, enum assessed)};
    struct grams *of_duties = grams_of_rows(arena, duties);
    struct grams *of_standards = grams_of_rows(arena, standards);
    link_named(arena, &a, standards, FIELD_STANDARDS_DUTY, duties, of_duties);
    link_named(arena, &a, duties, FIELD_DUTIES_STANDARDS, standards, of_standards);
    for (size_t i = 0; i < duties->count && !a.is_linked; i++)
        for (size_t k = 0; k < standards->count; k++)
            if (grams_containment(&of_duties[i], &of_standards[k]) >= LIKE)
                add_pair(arena, &a, i, k);
    order_pairs(&a);
    return a;
}
