/* The order of the chapters: departments as the handbook lists them, roles as they came. */
#include "core/base/text_buffer.h"
#include "core/compose/book.h"
#include "core/model/fold.h"
#include <assert.h>
#include <stdlib.h>

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
    size_t at = text_key(folded) % d->bucket_count;
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

/* Chapters by their roles: open addressing over where roles live. */
struct chapter_index {
    uint32_t *buckets; /* index + 1 */
    size_t bucket_count;
};

static size_t bucket_of(const struct chapter_index *index, const struct role *role)
{
    return (uintptr_t)role / sizeof *role % index->bucket_count;
}

static void index_chapters(struct book *book)
{
    struct arena *arena = book->document->arena;
    struct chapter_index *index = arena_new(arena, struct chapter_index);
    index->bucket_count = 2 * book->chapter_count + 7;
    index->buckets = arena_new_array(arena, index->bucket_count, uint32_t);
    for (size_t i = 0; i < book->chapter_count; i++) {
        size_t at = bucket_of(index, book->chapters[i].role);
        while (index->buckets[at] != 0)
            at = (at + 1) % index->bucket_count;
        index->buckets[at] = (uint32_t)i + 1;
    }
    book->index = index;
    book->names = role_names_new(arena, book->handbook);
}

static const struct chapter *chapter_of(const struct book *book, const struct role *role)
{
    const struct chapter_index *index = book->index;
    size_t at = bucket_of(index, role);
    while (book->chapters[index->buckets[at] - 1].role != role)
        at = (at + 1) % index->bucket_count;
    return &book->chapters[index->buckets[at] - 1];
}

const struct chapter *book_chapter(const struct book *book, struct text name)
{
    const struct role *role = role_names_find(book->names, book->document->arena, name);
    return role == NULL ? NULL : chapter_of(book, role);
}

struct text chapter_link(const struct book *book, const struct chapter *chapter)
{
    struct text_buffer link = text_buffer_new(book->document->arena);
    buffer_append_byte(&link, '#');
    buffer_append(&link, chapter->anchor);
    return buffer_text(&link);
}

struct text chapter_anchor(const struct book *book, const struct chapter *chapter,
                           enum element element)
{
    struct text_buffer anchor = text_buffer_new(book->document->arena);
    buffer_append(&anchor, chapter->anchor);
    buffer_append_byte(&anchor, '-');
    buffer_append_string(&anchor, element_row(element)->name);
    return buffer_text(&anchor);
}

struct text book_link(const struct book *book, struct text name)
{
    const struct chapter *chapter = book_chapter(book, name);
    return chapter == NULL ? TEXT("") : chapter_link(book, chapter);
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
    index_chapters(book);
    arena_close(scratch);
}
