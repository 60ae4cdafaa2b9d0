#include "core/draft/trace.h"
#include "core/base/text_buffer.h"
#include "core/model/name_table.h"

enum words {
    WORDS_TITLE,
    WORDS_DECISIONS,
    WORDS_SERVED_BY,
    WORDS_PROPOSED,
    WORDS_NOBODY,
    WORDS_COUNT
};

static const char *const words[WORDS_COUNT][LANG_COUNT] = {
    [WORDS_TITLE] = {"由目標到崗位", "由目标到岗位", "From goals to positions"},
    [WORDS_DECISIONS] = {"所需決策", "所需决策", "Decisions it needs"},
    [WORDS_SERVED_BY] = {"承接的步驟", "承接的步骤", "Steps that serve it"},
    [WORDS_PROPOSED] = {"（擬議：依內容相近推定，請核對）", "（拟议：依内容相近推定，请核对）",
                        " (proposed: by what the two say; to be confirmed)"},
    [WORDS_NOBODY] = {"沒有流程步驟承接這個目標。", "没有流程步骤承接这个目标。",
                      "No step of a process serves this goal."},
};

#define TRACE_DEPTH 5 /* headings Markdown has below the title */

struct tracing {
    const struct drafting *d;
    struct text_buffer out;
};

static void put(struct tracing *t, enum words word)
{
    buffer_append_string(&t->out, words[word][t->d->language]);
}

static void put_decisions(struct tracing *t, size_t goal)
{
    const struct goals *goals = t->d->goals;
    bool any = false;
    for (size_t i = 0; i < goals->records->count; i++) {
        const struct record *row = &goals->records->rows[i];
        struct text decision = goal_text(goals, row, FIELD_HANDBOOK_GOALS_DECISION);
        struct text class = goal_text(goals, row, FIELD_HANDBOOK_GOALS_CLASS);
        if (goals->names->of_row[i] != goal || text_is_empty(decision))
            continue;
        if (!any) {
            put(t, WORDS_DECISIONS);
            buffer_append_string(&t->out, "\n\n");
        }
        any = true;
        buffer_append_string(&t->out, "- ");
        if (!text_is_empty(class)) {
            buffer_append(&t->out, class);
            buffer_append_string(&t->out, t->d->language == LANG_EN ? ": " : "：");
        }
        buffer_append(&t->out, decision);
        buffer_append_byte(&t->out, '\n');
    }
    if (any)
        buffer_append_byte(&t->out, '\n');
}

static void put_step(struct tracing *t, const struct step *step, bool is_proposed)
{
    const struct process_steps *steps = t->d->steps;
    struct text process = step_text(steps, step, FIELD_HANDBOOK_PROCESSES_PROCESS);
    buffer_append_string(&t->out, "- ");
    if (!text_is_empty(process)) {
        buffer_append(&t->out, process);
        buffer_append_string(&t->out, draft_comma(t->d));
    }
    buffer_append(&t->out, step->key);
    for (size_t o = 0; o < step->owner_count; o++) {
        buffer_append_string(&t->out, o > 0                       ? draft_comma(t->d)
                                      : t->d->language == LANG_EN ? ": "
                                                                  : "：");
        buffer_append(&t->out, steps->positions[step->owners[o]].name);
    }
    if (is_proposed)
        put(t, WORDS_PROPOSED);
    buffer_append_byte(&t->out, '\n');
}

static void put_steps(struct tracing *t, size_t goal)
{
    bool any = false;
    for (size_t i = 0; i < t->d->steps->records->count; i++)
        for (const struct service *s = t->d->goals->services[i]; s->goal != NO_NAME; s++) {
            if (s->goal != goal)
                continue;
            if (!any) {
                put(t, WORDS_SERVED_BY);
                buffer_append_string(&t->out, "\n\n");
            }
            any = true;
            put_step(t, &t->d->steps->steps[i], s->is_proposed);
        }
    if (!any) {
        put(t, WORDS_NOBODY);
        buffer_append_byte(&t->out, '\n');
    }
}

/* How far below the first goals; a cycle of parents ends at the last heading there is. */
static unsigned depth_of(const struct goals *goals, size_t goal)
{
    unsigned depth = 0;
    for (size_t at = goals->goals[goal].parent; at != NO_NAME && depth + 1 < TRACE_DEPTH;
         at = goals->goals[at].parent)
        depth++;
    return depth;
}

struct text trace_of(const struct drafting *d)
{
    struct tracing t = {.d = d, .out = text_buffer_new(d->arena)};
    if (d->goals->count == 0)
        return TEXT("");
    buffer_append_string(&t.out, "# ");
    put(&t, WORDS_TITLE);
    buffer_append_byte(&t.out, '\n');
    for (size_t g = 0; g < d->goals->count; g++) {
        const struct goal *goal = &d->goals->goals[g];
        buffer_append_byte(&t.out, '\n');
        for (unsigned i = 0; i < depth_of(d->goals, g) + 2; i++)
            buffer_append_byte(&t.out, '#');
        buffer_append_byte(&t.out, ' ');
        if (!text_equal(goal->id, goal->record->text)) {
            buffer_append(&t.out, goal->id);
            buffer_append_byte(&t.out, ' ');
        }
        buffer_append(&t.out, goal->record->text);
        buffer_append_string(&t.out, "\n\n");
        put_decisions(&t, g);
        put_steps(&t, g);
    }
    return buffer_text(&t.out);
}
