#include "core/compose/posts.h"
#include "core/base/text_buffer.h"
#include "core/model/fold.h"
#include <stdlib.h>

#define NAMES_OF_A_CIRCLE 8 /* more would fill the page with one box */

struct gathering {
    const struct book *book;
    struct arena *arena;
    struct posts posts;
    size_t capacity;
    uint32_t *supposed; /* buckets of posts by folded name, index + 1 */
    size_t bucket_count;
};

static size_t add_post(struct gathering *g, enum post_kind kind, struct text name)
{
    *arena_push(g->arena, g->posts.list, g->posts.count, g->capacity) =
        (struct post){.kind = kind,
                      .name = name,
                      .superior = POST_NONE,
                      .first = POST_NONE,
                      .last = POST_NONE,
                      .next = POST_NONE};
    return g->posts.count - 1;
}

/* ---- who is whose superior ---- */

static size_t supposed_post(struct gathering *g, struct text name)
{
    struct text folded = fold_label(g->arena, name);
    size_t at = text_key(folded) % g->bucket_count;
    for (; g->supposed[at] != 0; at = (at + 1) % g->bucket_count) {
        size_t post = g->supposed[at] - 1;
        if (text_equal(fold_label(g->arena, g->posts.list[post].name), folded))
            return post;
    }
    size_t post = add_post(g, POST_SUPPOSED, name);
    g->supposed[at] = (uint32_t)post + 1;
    return post;
}

static size_t post_of(struct gathering *g, struct text name)
{
    const struct chapter *chapter = book_chapter(g->book, name);
    return chapter == NULL ? POST_NONE : (size_t)(chapter - g->book->chapters);
}

static void follow_reports(struct gathering *g, size_t i)
{
    struct text superiors = role_text(g->book->chapters[i].role, ELEMENT_REPORTS_TO), name;
    size_t at = 0;
    if (!role_names_next(superiors, &at, &name))
        return;
    size_t superior = post_of(g, name);
    g->posts.list[i].superior = superior == POST_NONE ? supposed_post(g, name) : superior;
}

static void follow_supervised(struct gathering *g, size_t i)
{
    const struct records *below = role_records(g->book->chapters[i].role, ELEMENT_SUPERVISES);
    for (size_t r = 0; r < below->count; r++) {
        size_t post = post_of(g, below->rows[r].text);
        if (post != POST_NONE && post != i && g->posts.list[post].superior == POST_NONE)
            g->posts.list[post].superior = i;
    }
}

struct head {
    struct text department;
    size_t post;
};

static int compare_heads(const void *a, const void *b)
{
    const struct head *x = a, *y = b;
    return text_compare(x->department, y->department);
}

/* The heads that the handbook names, by their folded departments. */
static struct head *find_heads(struct gathering *g, size_t *count)
{
    const struct records *departments =
        handbook_records(g->book->handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct head *heads = arena_new_array(g->arena, departments->count + 1, struct head);
    *count = 0;
    for (size_t i = 0; i < departments->count; i++) {
        const struct record *row = &departments->rows[i];
        struct text head = record_field(departments, row, FIELD_HANDBOOK_DEPARTMENTS_HEAD).text;
        size_t post = text_is_empty(head) ? POST_NONE : post_of(g, head);
        if (post != POST_NONE)
            heads[(*count)++] = (struct head){fold_label(g->arena, row->text), post};
    }
    qsort(heads, *count, sizeof *heads, compare_heads);
    return heads;
}

/* Who says nothing about a superior stands below the head of the department. */
static void follow_departments(struct gathering *g)
{
    size_t count;
    struct head *heads = find_heads(g, &count);
    if (count == 0)
        return;
    for (size_t i = 0; i < g->book->chapter_count; i++) {
        struct head wanted = {.department = fold_label(g->arena, g->book->chapters[i].department)};
        struct post *post = &g->posts.list[i];
        if (post->superior != POST_NONE || text_is_empty(wanted.department))
            continue;
        const struct head *head = bsearch(&wanted, heads, count, sizeof *heads, compare_heads);
        if (head == NULL || head->post == i)
            continue;
        post->superior = head->post;
        post->is_guessed = true;
    }
}

/* ---- circles ---- */

static struct text name_circle(const struct gathering *g, size_t member)
{
    const struct post *list = g->posts.list;
    struct text_buffer name = text_buffer_new(g->book->document->arena);
    size_t at = member, names = 0;
    buffer_append(&name, book_word(g->book, "reporting-circle"));
    do {
        if (names == NAMES_OF_A_CIRCLE)
            buffer_append_string(&name, "… → ");
        if (names++ < NAMES_OF_A_CIRCLE) {
            buffer_append(&name, list[at].name);
            buffer_append_string(&name, " → ");
        }
        at = list[at].superior;
    } while (at != member);
    buffer_append(&name, list[member].name);
    return buffer_text(&name);
}

/* A circle that only guesses close is none. */
static bool drop_guess(struct gathering *g, size_t member)
{
    size_t at = member;
    do {
        struct post *post = &g->posts.list[at];
        if (post->is_guessed) {
            post->superior = POST_NONE;
            return true;
        }
        at = post->superior;
    } while (at != member);
    return false;
}

static void open_circle(struct gathering *g, size_t member)
{
    if (drop_guess(g, member))
        return;
    size_t circle = add_post(g, POST_CIRCLE, name_circle(g, member)), at = member;
    do {
        size_t superior = g->posts.list[at].superior;
        g->posts.list[at].superior = circle;
        at = superior;
    } while (at != member);
}

/* Each way up is walked once: a post met again on the same way closes a circle. */
static void open_circles(struct gathering *g)
{
    size_t count = g->posts.count;
    size_t *way = arena_new_array(g->arena, count, size_t); /* the walk that met it, + 1 */
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        while (at != POST_NONE && at < count && way[at] == 0) {
            way[at] = i + 1;
            at = g->posts.list[at].superior;
        }
        if (at != POST_NONE && at < count && way[at] == i + 1)
            open_circle(g, at);
    }
}

/* ---- the tree ---- */

static void link_posts(struct posts *posts)
{
    size_t all = posts->count - 1;
    for (size_t i = 0; i < all; i++) {
        struct post *post = &posts->list[i];
        posts->led += post->superior != POST_NONE;
        if (post->superior == POST_NONE)
            post->superior = all;
        struct post *superior = &posts->list[post->superior];
        if (superior->last == POST_NONE)
            superior->first = i;
        else
            posts->list[superior->last].next = i;
        superior->last = i;
    }
}

static void order_posts(struct posts *posts, struct arena *arena)
{
    posts->order = arena_new_array(arena, posts->count, size_t);
    size_t at = posts->count - 1;
    for (size_t i = 0; i < posts->count; i++) {
        posts->order[i] = at;
        if (posts->list[at].first != POST_NONE) {
            at = posts->list[at].first;
            continue;
        }
        while (posts->list[at].next == POST_NONE && posts->list[at].superior != POST_NONE)
            at = posts->list[at].superior;
        at = posts->list[at].next;
    }
}

struct posts posts_of(const struct book *book, struct arena *arena)
{
    struct gathering g = {
        .book = book, .arena = arena, .bucket_count = 2 * book->chapter_count + 7};
    g.supposed = arena_new_array(arena, g.bucket_count, uint32_t);
    for (size_t i = 0; i < book->chapter_count; i++) {
        size_t post = add_post(&g, POST_ROLE, chapter_title(book, &book->chapters[i]));
        g.posts.list[post].chapter = &book->chapters[i];
    }
    for (size_t i = 0; i < book->chapter_count; i++)
        follow_reports(&g, i);
    for (size_t i = 0; i < book->chapter_count; i++)
        follow_supervised(&g, i);
    follow_departments(&g);
    open_circles(&g);
    add_post(&g, POST_ALL, TEXT(""));
    link_posts(&g.posts);
    order_posts(&g.posts, arena);
    return g.posts;
}
