#include "core/check/role_rows.h"
#include <stdlib.h>

struct departments {
    struct text *names;
    size_t count, capacity;
};

static size_t order_of(struct arena *arena, struct departments *departments, struct text name)
{
    for (size_t i = 0; i < departments->count; i++)
        if (text_equal(departments->names[i], name))
            return i;
    *arena_push(arena, departments->names, departments->count, departments->capacity) = name;
    return departments->count - 1;
}

static int compare_rows(const void *left, const void *right)
{
    const struct role_row *a = left, *b = right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

/* ---- by title ---- */

struct title {
    struct text words;
    size_t row;
};

static int compare_titles(const void *left, const void *right)
{
    const struct title *a = left, *b = right;
    int order = text_compare(a->words, b->words);
    return order != 0 ? order : a->row < b->row ? -1 : a->row > b->row;
}

static size_t *sort_by_title(struct arena *arena, const struct role_rows *rows)
{
    size_t *sorted = arena_new_array(arena, rows->count + 1, size_t);
    struct title *titles = arena_new_array(arena, rows->count + 1, struct title);
    for (size_t i = 0; i < rows->count; i++)
        titles[i] = (struct title){role_title(rows->list[i].role), i};
    if (rows->count > 1)
        qsort(titles, rows->count, sizeof *titles, compare_titles);
    for (size_t i = 0; i < rows->count; i++)
        sorted[i] = titles[i].row;
    return sorted;
}

struct role_rows *role_rows_of(struct arena *arena, const struct handbook *handbook)
{
    struct role_rows *rows = arena_new(arena, struct role_rows);
    struct departments departments = {0};
    const struct records *ordered = handbook_records(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    for (size_t i = 0; i < ordered->count; i++)
        order_of(arena, &departments, ordered->rows[i].text);
    rows->list = arena_new_array(arena, handbook->role_count + 1, struct role_row);
    for (const struct role *role = handbook->roles; role != NULL; role = role->next) {
        struct text department = role_text(role, ELEMENT_DEPARTMENT);
        rows->list[rows->count] =
            (struct role_row){.role = role,
                              .department = department,
                              .number = rows->count,
                              .order = order_of(arena, &departments, department)};
        rows->count++;
    }
    if (rows->count > 1)
        qsort(rows->list, rows->count, sizeof *rows->list, compare_rows);
    rows->by_title = sort_by_title(arena, rows);
    return rows;
}

size_t role_rows_find(const struct role_rows *rows, struct text title, const struct source *source)
{
    size_t low = 0, high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(role_title(rows->list[rows->by_title[middle]].role), title) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    size_t first = NO_ROW;
    for (; low < rows->count; low++) {
        const struct role *role = rows->list[rows->by_title[low]].role;
        if (!text_equal(role_title(role), title))
            break;
        if (role->source == source)
            return rows->by_title[low];
        if (first == NO_ROW)
            first = rows->by_title[low];
    }
    return first;
}
