#include "core/draft/top_down.h"
#include "core/base/text_buffer.h"
#include "core/draft/difference.h"
#include "core/draft/draft.h"
#include "core/draft/position.h"
#include "core/draft/trace.h"
#include "core/model/role_names.h"
#include "core/normalise/normalise.h"

#define SAME_PERCENT 80 /* a duty that a shared duty says */

/* ---- shared duties ---- */

static bool is_in_baseline(const struct drafting *d, struct text sentence)
{
    struct grams grams = grams_of(d->arena, sentence);
    for (size_t i = 0; i < d->baseline_count; i++)
        if (grams_likeness(&d->baseline[i], &grams) >= SAME_PERCENT)
            return true;
    return false;
}

/* What steps ask of everybody, and the baseline does not say yet, is lifted into it. */
static void lift_shared(struct drafting *d)
{
    const struct records *shared = handbook_records(d->inputs, ELEMENT_HANDBOOK_BASELINE);
    struct records *lifted = handbook_own(d->drafts, ELEMENT_HANDBOOK_BASELINE);
    d->baseline = arena_new_array(d->arena, shared->count + 1, struct grams);
    for (; d->baseline_count < shared->count; d->baseline_count++)
        d->baseline[d->baseline_count] = grams_of(d->arena, shared->rows[d->baseline_count].text);
    d->is_shared = arena_new_array(d->arena, d->steps->records->count + 1, bool);
    for (size_t i = 0; i < d->steps->records->count; i++) {
        const struct step *step = &d->steps->steps[i];
        struct text sentence = draft_step_sentence(d, step);
        bool is_there = is_in_baseline(d, sentence);
        bool is_everybodys = step->is_for_all || (step->owner_count >= 3 &&
                                                  step->owner_count == d->steps->position_count);
        d->is_shared[i] = is_there || is_everybodys;
        if (!is_there && is_everybodys)
            draft_add(d->drafts, lifted, sentence, step->record->at);
    }
}

static enum language language_of(const struct handbook *inputs)
{
    enum language language = language_from_tag(inputs->language);
    return language == LANG_COUNT ? LANG_EN : language;
}

/* A role that is there takes the place of its draft, or gets what only the draft says. */
static void draft_or_compare(struct drafting *d, const struct position *position,
                             const struct role_names *names, enum merging merging,
                             struct differences *differences)
{
    const struct role *had = role_names_find(names, d->arena, position->name);
    struct role *before = d->drafts->last_role;
    struct role *draft = draft_position(d, position);
    if (had == NULL)
        return;
    bool is_more = difference_add(differences, position, had, draft);
    role_drop_last(d->drafts, before);
    if (merging == MERGE_ROLES && is_more)
        difference_merge(d, had, draft);
}

struct top_down draft_top_down(struct arena *arena, const struct handbook *inputs,
                               const struct vocabulary *vocabulary, enum merging merging)
{
    struct drafting d = {.arena = arena,
                         .inputs = inputs,
                         .steps = process_steps_of(arena, inputs),
                         .language = language_of(inputs),
                         .drafts = handbook_new(arena),
                         .merged = handbook_new(arena)};
    const struct role_names *names = role_names_new(arena, inputs);
    d.drafts->language = d.merged->language = text_from_string(language_tag(d.language));
    d.goals = goals_of(arena, inputs, d.steps);
    lift_shared(&d);
    struct differences differences = differences_new(&d, vocabulary);
    for (size_t p = 0; p < d.steps->position_count; p++)
        draft_or_compare(&d, &d.steps->positions[p], names, merging, &differences);
    normalise_handbook(d.drafts, vocabulary);
    return (struct top_down){d.drafts, d.merged, trace_of(&d), differences_text(&differences)};
}
