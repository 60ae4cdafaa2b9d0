/* The duties of a worksheet: one for each task of a role, in the words that most of its rows give. */
#include "core/draft/draft.h"
#include "core/draft/sheet.h"
#include "core/draft/votes.h"
#include "core/model/fold.h"
#include <stdlib.h>

static const struct message no_result = {
    {"任務「{0}」（{1}）沒有成果或目的：請在工作要素補上成果欄",
     "任务“{0}”（{1}）没有成果或目的：请在工作要素补上成果列",
     "the task \"{0}\" ({1}) has no result or purpose: add one in the column of results"}};
static const struct message two_duties = {
    {"任務「{0}」在「{1}」有不同的職責：取「{2}」", "任务“{0}”在“{1}”有不同的职责：取“{2}”",
     "the task \"{0}\" of \"{1}\" has different duties: \"{2}\" is taken"}};

int64_t sheet_weight(const struct sheet *sheet, const struct sheet_row *row)
{
    return sheet->has_time ? row->has_time ? row->seconds : 0 : row->frequency.times_pt1000;
}

struct settling {
    struct sheet *sheet;
    struct arena *scratch;
    struct sort_row {
        struct sheet_row *row;
        struct text role, task;    /* folded */
        int64_t duty, role_weight; /* weights */
        struct text result, how;   /* of the task, whoever does it */
    } * order;
};

static int compare_tasks(const void *a, const void *b)
{
    const struct sort_row *x = a, *y = b;
    return text_compare(x->task, y->task);
}

static int compare_names(const void *a, const void *b)
{
    const struct sort_row *x = a, *y = b;
    int order = text_compare(x->role, y->role);
    order = order != 0 ? order : text_compare(x->task, y->task);
    order =
        order != 0 ? order : text_compare(x->row->words[WORK_ELEMENT], y->row->words[WORK_ELEMENT]);
    return order != 0 ? order : text_compare(x->row->words[WORK_WHO], y->row->words[WORK_WHO]);
}

/* By role, heaviest duty, heaviest element; rows without a role or task at the end. */
static int compare_weights(const void *a, const void *b)
{
    const struct sort_row *x = a, *y = b;
    bool is_x_out = text_is_empty(x->role) || text_is_empty(x->task);
    bool is_y_out = text_is_empty(y->role) || text_is_empty(y->task);
    if (is_x_out != is_y_out)
        return is_x_out ? 1 : -1;
    int order = text_compare(x->role, y->role);
    if (order != 0)
        return order;
    if (x->duty != y->duty)
        return x->duty > y->duty ? -1 : 1;
    order = text_compare(x->task, y->task);
    if (order != 0)
        return order;
    if (x->role_weight != y->role_weight)
        return x->role_weight > y->role_weight ? -1 : 1;
    return compare_names(a, b);
}

static struct text vote_over(struct settling *s, const struct sort_row *rows, size_t count,
                             enum work_field field)
{
    struct vote *votes = arena_new_array(s->scratch, count, struct vote);
    for (size_t i = 0; i < count; i++)
        votes[i] = vote_for(s->scratch, rows[i].row->words[field],
                            (size_t)sheet_weight(s->sheet, rows[i].row) + 1);
    return votes_most_common(votes, count);
}

static bool is_out(const struct sort_row *row)
{
    return text_is_empty(row->role) || text_is_empty(row->task);
}

/*
 * What a role does of a task: the task's own words where it does what names it, else those of what
 * it does most, so that nobody is given another's part.
 */
static struct text act_of_role(const struct settling *s, const struct sort_row *rows, size_t count,
                               struct text task)
{
    int64_t most = -1;
    struct text act = task;
    for (size_t i = 0; i < count; i++) {
        int64_t weight = sheet_weight(s->sheet, rows[i].row);
        if (text_is_empty(rows[i].row->act) || text_equal(rows[i].row->act, task))
            return task;
        if (weight > most) {
            most = weight;
            act = rows[i].row->act;
        }
    }
    return act;
}

/* One duty of one role: the words of its task, the most common procedure and result. */
static void settle_duty(struct settling *s, struct sort_row *rows, size_t count,
                        struct diagnostics *diags)
{
    struct text duty = vote_over(s, rows, count, WORK_DUTY);
    struct text task = vote_over(s, rows, count, WORK_TASK);
    struct text role = vote_over(s, rows, count, WORK_ROLE);
    struct text result = vote_over(s, rows, count, WORK_RESULT);
    struct text how = vote_over(s, rows, count, WORK_HOW);
    bool differs = false;
    int64_t weight = 0;
    for (size_t i = 0; i < count; i++) {
        struct text own = rows[i].row->words[WORK_DUTY];
        differs |= !text_is_empty(own) && !text_equal(own, duty);
        weight += sheet_weight(s->sheet, rows[i].row);
    }
    if (differs) {
        struct diagnostic d = {.level = LEVEL_WARNING,
                               .message = &two_duties,
                               .args = {task, role, duty},
                               .at = rows[0].row->at};
        diagnostics_add(diags, d);
    }
    result = text_is_empty(result) ? rows[0].result : result;
    how = text_is_empty(how) ? rows[0].how : how;
    if (text_is_empty(result) && text_is_empty(duty))
        report_warning(diags, &no_result, rows[0].row->at, task, role);
    if (text_is_empty(duty))
        duty = draft_sentence(s->sheet->arena, s->sheet->language,
                              (struct duty_parts){act_of_role(s, rows, count, task), how, result});
    for (size_t i = 0; i < count; i++) {
        rows[i].row->words[WORK_DUTY] = duty;
        rows[i].row->words[WORK_TASK] = task;
        rows[i].row->words[WORK_ROLE] = role;
        rows[i].duty = weight;
    }
}

/* A purpose is the task's: what one position says of it holds for the others that say nothing. */
static void settle_tasks(struct settling *s)
{
    size_t count = s->sheet->count;
    if (count > 1)
        qsort(s->order, count, sizeof *s->order, compare_tasks);
    for (size_t i = 0; i < count;) {
        size_t begin = i;
        while (i < count && text_equal(s->order[i].task, s->order[begin].task))
            i++;
        struct text result = vote_over(s, s->order + begin, i - begin, WORK_RESULT);
        struct text how = vote_over(s, s->order + begin, i - begin, WORK_HOW);
        for (size_t k = begin; k < i; k++) {
            s->order[k].result = result;
            s->order[k].how = how;
        }
    }
}

void sheet_settle(struct sheet *sheet, struct diagnostics *diags)
{
    struct settling s = {.sheet = sheet, .scratch = arena_open_like(sheet->arena)};
    struct sheet_row *sorted = arena_new_array(sheet->arena, sheet->count + 1, struct sheet_row);
    s.order = arena_new_array(s.scratch, sheet->count + 1, struct sort_row);
    for (size_t i = 0; i < sheet->count; i++) {
        sheet->has_time |= sheet->rows[i].has_time && sheet->rows[i].seconds > 0;
        sheet->has_rates |= sheet->rows[i].frequency.is_rate;
        sheet->has_counts |= !sheet->rows[i].frequency.is_rate;
    }
    for (size_t i = 0; i < sheet->count; i++) {
        struct sheet_row *row = &sheet->rows[i];
        s.order[i] = (struct sort_row){.row = row,
                                       .role = fold_label(s.scratch, row->words[WORK_ROLE]),
                                       .task = fold_text(s.scratch, row->words[WORK_TASK]),
                                       .role_weight = sheet_weight(sheet, row)};
    }
    settle_tasks(&s);
    if (sheet->count > 1)
        qsort(s.order, sheet->count, sizeof *s.order, compare_names);
    for (size_t i = 0; i < sheet->count;) {
        size_t begin = i;
        while (i < sheet->count && text_equal(s.order[i].role, s.order[begin].role) &&
               text_equal(s.order[i].task, s.order[begin].task))
            i++;
        if (!is_out(&s.order[begin]))
            settle_duty(&s, s.order + begin, i - begin, diags);
    }
    if (sheet->count > 1)
        qsort(s.order, sheet->count, sizeof *s.order, compare_weights);
    for (size_t i = 0; i < sheet->count; i++)
        sorted[i] = *s.order[i].row;
    sheet->rows = sorted;
    arena_close(s.scratch);
}
