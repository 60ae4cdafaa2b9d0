/* The order of the chapters: departments as the handbook lists them, roles as they came. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/model/fold.h"
#include <assert.h>
#include <stdlib.h>

struct name_entry {
    struct text folded;
    size_t chapter;
};

struct name_index {
    struct name_entry *entries; /* by folded name, then chapter */
    size_t count;
};

static int compare_names(const void *a, const void *b)
{
    const struct name_entry *x = a, *y = b;
    int order = text_compare(x->folded, y->folded);
    return order != 0 ? order : x->chapter < y->chapter ? -1 : x->chapter > y->chapter;
}

/* ---- departments ---- */

struct department {
    struct text folded, name;
};

/* Departments in order, found by folded name in a table of lists. */
struct departments {
    struct department *list;
    size_t count, capacity;
    uint32_t *buckets; /* index + 1; open addressing */
    size_t bucket_count;
};

/* The place of a department in the order; a new one comes last. */
static size_t department_rank(struct arena *scratch, struct departments *d, struct text name)
{
    struct text folded = fold_label(scratch, name);
    size_t at = text_hash(folded) % d->bucket_count;
    while (d->buckets[at] != 0 && !text_equal(d->list[d->buckets[at] - 1].folded, folded))
        at = (at + 1) % d->bucket_count;
    if (d->buckets[at] == 0) {
        *arena_push(scratch, d->list, d->count, d->capacity) = (struct department){folded, name};
        d->buckets[at] = (uint32_t)d->count;
    }
    return d->buckets[at] - 1;
}

static int compare_ranks(const void *a, const void *b)
{
    const size_t *x = a, *y = b; /* rank, then place */
    return x[0] != y[0] ? (x[0] < y[0] ? -1 : 1) : x[1] < y[1] ? -1 : x[1] > y[1];
}

static void sort_chapters(struct book *book, struct arena *scratch)
{
    const struct records *listed = handbook_records(book->handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    size_t count = book->chapter_count;
    struct departments d = {.bucket_count = 2 * (count + listed->count) + 7};
    d.buckets = arena_new_array(scratch, d.bucket_count, uint32_t);
    for (size_t i = 0; i < listed->count; i++)
        department_rank(scratch, &d, listed->rows[i].text);
    size_t *order = arena_new_array(scratch, 2 * count + 1, size_t);
    struct chapter *unsorted = book->chapters;
    for (size_t i = 0; i < count; i++) {
        order[2 * i] = SIZE_MAX; /* without a department: last */
        order[2 * i + 1] = i;
        if (text_is_empty(unsorted[i].department))
            continue;
        order[2 * i] = department_rank(scratch, &d, unsorted[i].department);
        assert(d.list != NULL);
        unsorted[i].department = d.list[order[2 * i]].name;
    }
    qsort(order, count, 2 * sizeof *order, compare_ranks);
    book->chapters = arena_new_array(book->document->arena, count + 1, struct chapter);
    for (size_t i = 0; i < count; i++)
        book->chapters[i] = unsorted[order[2 * i + 1]];
}

/* ---- names ---- */

static void index_names(struct book *book)
{
    struct arena *arena = book->document->arena;
    struct name_index *names = arena_new(arena, struct name_index);
    names->entries = arena_new_array(arena, book->chapter_count + 1, struct name_entry);
    for (size_t i = 0; i < book->chapter_count; i++) {
        struct text title = role_title(book->chapters[i].role);
        if (!text_is_empty(title))
            names->entries[names->count++] = (struct name_entry){fold_label(arena, title), i};
    }
    qsort(names->entries, names->count, sizeof *names->entries, compare_names);
    book->names = names;
}

struct text book_link(const struct book *book, struct text name)
{
    struct arena *arena = book->document->arena;
    struct text folded = fold_label(arena, name);
    size_t low = 0, high = book->names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(book->names->entries[middle].folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == book->names->count || !text_equal(book->names->entries[low].folded, folded))
        return TEXT("");
    struct text_buffer link = text_buffer_new(arena);
    buffer_append_byte(&link, '#');
    buffer_append(&link, book->chapters[book->names->entries[low].chapter].anchor);
    return buffer_text(&link);
}

static struct text anchor_of(struct arena *arena, size_t number)
{
    struct text_buffer anchor = text_buffer_new(arena);
    buffer_append_string(&anchor, "role-");
    buffer_append_int(&anchor, (int64_t)number);
    return buffer_text(&anchor);
}

void book_order_chapters(struct book *book)
{
    struct arena *arena = book->document->arena, *scratch = arena_open_like(arena);
    book->chapter_count = book->handbook->role_count;
    book->chapters = arena_new_array(scratch, book->chapter_count + 1, struct chapter);
    size_t i = 0;
    for (const struct role *role = book->handbook->roles; role != NULL; role = role->next)
        book->chapters[i++] =
            (struct chapter){.role = role, .department = role_text(role, ELEMENT_DEPARTMENT)};
    sort_chapters(book, scratch);
    for (i = 0; i < book->chapter_count; i++)
        book->chapters[i].anchor = anchor_of(arena, i + 1);
    index_names(book);
    arena_close(scratch);
}
