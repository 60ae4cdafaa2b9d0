/* The number of an item that alone might be a decimal: its neighbours in the list tell. */
#include "core/model/list_label.h"
#include "core/model/list_label_marks.h"
#include "core/model/list_number.h"

#define LEVEL_END 100 /* no level counts to it: 2.500 is no second item */

/* "2." of 「2.500元以內」: what is a decimal if no list says otherwise; 0: nothing of the kind. */
static size_t pointed_end(struct text t, unsigned *number)
{
    size_t end = 0;
    *number = 0;
    for (; is_digit(at(t, end)) && *number < LEVEL_END; end = after(t, end))
        *number = 10 * *number + (at(t, end) & 0xF);
    return end > 0 && *number > 0 && at(t, end) == '.' ? after(t, end) : 0;
}

bool list_label_may_be_decimal(struct text t)
{
    unsigned number;
    t = text_trim(t);
    size_t end = pointed_end(t, &number);
    return end > 0 && is_digit(at(t, end));
}

struct list_label list_label_in_list(struct text t, struct text before, struct text next)
{
    struct list_label alone = list_label_of(t);
    if (!list_label_may_be_decimal(t))
        return alone;
    unsigned number, behind, look = list_label_look(TEXT("1."));
    if (alone.kind != LIST_LABEL_NONE && list_label_look(alone.label) == look)
        return alone;
    t = text_trim(t);
    size_t end = pointed_end(t, &number);
    bool is_behind = list_label_look(before) == look && list_label_number(before) + 1 == number;
    next = text_trim(next);
    bool is_before = pointed_end(next, &behind) > 0 && behind == number + 1;
    if (alone.kind == LIST_LABEL_NONE ? is_behind || (is_before && number == 1)
                                      : is_behind && (is_before || text_is_empty(next)))
        return (struct list_label){.kind = LIST_LABEL_NUMBER,
                                   .label = text_slice(t, 0, end),
                                   .rest = text_trim(text_from(t, end))};
    return alone;
}

/* "21.2 keep the minutes": behind its two numbers; 0: it begins otherwise. */
static size_t second_level_end(struct text t, unsigned *upper, unsigned *lower)
{
    size_t begin = pointed_end(t, upper), end = begin;
    *lower = 0;
    for (; begin > 0 && is_digit(at(t, end)) && *lower < LEVEL_END; end = after(t, end))
        *lower = 10 * *lower + (at(t, end) & 0xF);
    bool is_ended = end == t.size || is_blank_code_point(at(t, end));
    return end > begin && *lower < LEVEL_END && is_ended ? end : 0;
}

/* "21.1", then "21.2 keep the minutes" */
static bool counts_on(struct text t, struct text next)
{
    unsigned upper, lower, same, behind;
    return second_level_end(t, &upper, &lower) > 0 && second_level_end(next, &same, &behind) > 0 &&
           upper == same && lower + 1 == behind;
}

struct list_label list_label_among_levels(struct text t, struct text before, struct text next)
{
    unsigned upper, lower;
    t = text_trim(t);
    size_t end = second_level_end(t, &upper, &lower);
    if (end == 0 || end == t.size || list_label_of(t).kind != LIST_LABEL_NONE ||
        !(counts_on(before, t) || counts_on(t, text_trim(next))))
        return (struct list_label){.rest = t};
    return (struct list_label){.kind = LIST_LABEL_NUMBER,
                               .label = text_slice(t, 0, end),
                               .rest = text_trim(text_from(t, end))};
}
