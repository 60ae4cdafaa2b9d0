#include "core/draft/task_names.h"
#include "core/draft/sheet.h"
#include <stdlib.h>

struct naming {
    const struct tasks_request *request;
    const struct tasks *tasks;
    struct arena *arena;
    int64_t *weights;   /* by element: seconds in all, or thousandths of times */
    uint32_t *named_by; /* by group: the element its task is named by */
    const uint32_t *scripts;
    enum language language;
};

/* What an element weighs among those of its task: per mille, and one more. */
static int64_t weight_in(const struct naming *m, uint32_t element, int64_t whole)
{
    return whole == 0 ? 1 : 1 + m->weights[element] / (whole / 1000 + 1);
}

/* The sum of the vectors of a group, each as heavy as its element; sum is 0 before. */
static void sum_up(struct naming *m, const uint32_t *members, size_t count, int64_t *sum)
{
    const struct vectors *v = m->tasks->vectors;
    int64_t whole = 0;
    for (size_t i = 0; i < count; i++)
        whole += m->weights[members[i]];
    for (size_t i = 0; i < count; i++)
        for (size_t k = v->starts[members[i]]; k < v->starts[members[i] + 1]; k++)
            sum[v->entries[k].key] += v->entries[k].value * weight_in(m, members[i], whole);
}

/* The element most like the sum names the task; the sum is 0 afterwards. */
static void name_group(struct naming *m, const uint32_t *members, size_t count, int64_t *sum)
{
    const struct vectors *v = m->tasks->vectors;
    int64_t best = -1;
    for (size_t i = 0; i < count; i++) {
        int64_t score = 0;
        uint32_t element = members[i];
        for (size_t k = v->starts[element]; k < v->starts[element + 1]; k++)
            score += v->entries[k].value * (sum[v->entries[k].key] / (int64_t)count);
        struct text masked = mask_work(m->arena, m->request->same->wordings[element]);
        if (text_find(masked, TEXT("#"), 0) == TEXT_NOT_FOUND) /* one case names no task */
            score += score / 2;
        if (is_in_language(m->scripts, m->tasks->acts[element], m->language))
            score *= 4; /* the duty is worded around it */
        if (score > best) {
            best = score;
            m->named_by[members[0]] = element;
        }
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = v->starts[members[i]]; k < v->starts[members[i] + 1]; k++)
            sum[v->entries[k].key] = 0;
}

struct member {
    uint32_t group, element;
};

static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->element > y->element) - (x->element < y->element);
}

const uint32_t *name_tasks(struct arena *arena, const struct tasks_request *request,
                           const struct tasks *tasks)
{
    struct naming naming = {.request = request,
                            .tasks = tasks,
                            .arena = arena,
                            .scripts = script_table(arena),
                            .language = work_language(request->log)};
    struct naming *m = &naming;
    size_t elements = m->request->same->count;
    struct member *members = arena_new_array(m->arena, elements + 1, struct member);
    uint32_t *list = arena_new_array(m->arena, elements + 1, uint32_t);
    int64_t *sum = arena_new_array(m->arena, (size_t)m->tasks->vectors->key_count + 1, int64_t);
    const struct work_row *rows = m->request->log->rows;
    bool has_time = m->request->log->without_time < m->request->log->count;
    m->weights = arena_new_array(m->arena, elements + 1, int64_t);
    m->named_by = arena_new_array(m->arena, elements + 1, uint32_t);
    for (size_t i = 0; i < m->request->log->count; i++)
        m->weights[m->request->same->element_of[i]] +=
            has_time ? rows[i].seconds : rows[i].frequency.times_pt1000;
    for (size_t i = 0; i < elements; i++)
        members[i] = (struct member){m->tasks->group_of[i], (uint32_t)i};
    if (elements > 1)
        qsort(members, elements, sizeof *members, compare_members);
    for (size_t i = 0; i < elements;) {
        size_t count = 0;
        for (size_t first = i; i < elements && members[i].group == members[first].group; i++)
            list[count++] = members[i].element;
        sum_up(m, list, count, sum);
        name_group(m, list, count, sum);
    }
    return m->named_by;
}
