#include "core/base/unified_diff.h"
#include <string.h>

#define AROUND 3 /* lines of context, as POSIX diff -u gives them */

struct line_list {
    struct text *lines; /* with their line ends */
    size_t count, capacity;
};

struct diff {
    struct arena *arena; /* for work */
    struct line_list before, after;
    bool *goes, *comes; /* one a line of before, of after */
    struct text_buffer *out;
};

static struct line_list lines_of(struct arena *arena, struct text text)
{
    struct line_list list = {.lines = arena_new_array(arena, 1, struct text), .capacity = 1};
    for (size_t begin = 0, end; begin < text.size; begin = end) {
        const char *stop = memchr(text.data + begin, '\n', text.size - begin);
        end = stop == NULL ? text.size : (size_t)(stop - text.data) + 1;
        *arena_push(arena, list.lines, list.count, list.capacity) = text_slice(text, begin, end);
    }
    return list;
}

/* ---- which lines go and come ---- */

/* The part of both lists between what they begin and end alike with. */
struct middle {
    const struct text *a, *b;
    size_t a_count, b_count, begin;
};

static struct middle middle_of(const struct diff *diff)
{
    const struct line_list *a = &diff->before, *b = &diff->after;
    size_t begin = 0, end = 0, least = a->count < b->count ? a->count : b->count;
    while (begin < least && text_equal(a->lines[begin], b->lines[begin]))
        begin++;
    while (end < least - begin &&
           text_equal(a->lines[a->count - 1 - end], b->lines[b->count - 1 - end]))
        end++;
    return (struct middle){.a = a->lines + begin,
                           .b = b->lines + begin,
                           .a_count = a->count - begin - end,
                           .b_count = b->count - begin - end,
                           .begin = begin};
}

/* furthest[k]: how far down a the path on diagonal k (x - y) gets with d changes. */
struct round {
    int64_t *furthest; /* [2 * d + 1], for k = -d … d */
};

static int64_t furthest_at(const struct round *rounds, int64_t d, int64_t k)
{
    return d < 0 || k < -d || k > d ? -1 : rounds[d].furthest[k + d];
}

/* Whether the path comes to diagonal k from the one above, by a line that comes. */
static bool comes_from_above(const struct round *rounds, int64_t d, int64_t k)
{
    return k == -d ||
           (k != d && furthest_at(rounds, d - 1, k - 1) < furthest_at(rounds, d - 1, k + 1));
}

/* One more change on every diagonal; true: both ends are reached. */
static bool run_round(const struct middle *m, struct round *rounds, int64_t d, struct arena *arena)
{
    int64_t a_count = (int64_t)m->a_count, b_count = (int64_t)m->b_count;
    rounds[d].furthest = arena_new_array(arena, (size_t)(2 * d + 1), int64_t);
    for (int64_t k = -d; k <= d; k += 2) {
        int64_t x = d == 0                           ? 0
                    : comes_from_above(rounds, d, k) ? furthest_at(rounds, d - 1, k + 1)
                                                     : furthest_at(rounds, d - 1, k - 1) + 1;
        while (x < a_count && x - k < b_count && x - k >= 0 && text_equal(m->a[x], m->b[x - k]))
            x++;
        rounds[d].furthest[k + d] = x;
        if (x >= a_count && x - k >= b_count)
            return true;
    }
    return false;
}

/* Walks the path back from the end and marks the lines that it changed. */
static void mark_path(struct diff *diff, const struct middle *m, const struct round *rounds,
                      int64_t changes)
{
    int64_t x = (int64_t)m->a_count, y = (int64_t)m->b_count;
    for (int64_t d = changes; d > 0; d--) {
        int64_t k = x - y;
        bool comes = comes_from_above(rounds, d, k);
        int64_t before = furthest_at(rounds, d - 1, comes ? k + 1 : k - 1);
        x = before;
        y = before - (comes ? k + 1 : k - 1);
        if (comes)
            diff->comes[(int64_t)m->begin + y] = true;
        else
            diff->goes[(int64_t)m->begin + x] = true;
    }
}

static void mark_changes(struct diff *diff)
{
    struct middle m = middle_of(diff);
    struct round *rounds = arena_new_array(diff->arena, DIFF_CHANGES + 1, struct round);
    for (int64_t d = 0; d <= DIFF_CHANGES; d++)
        if (run_round(&m, rounds, d, diff->arena)) {
            mark_path(diff, &m, rounds, d);
            return;
        }
    memset(diff->goes + m.begin, true, m.a_count);
    memset(diff->comes + m.begin, true, m.b_count);
}

/* ---- hunks ---- */

static void append_line(struct diff *diff, char mark, struct text line)
{
    buffer_append_byte(diff->out, mark);
    buffer_append(diff->out, line);
    if (!text_ends_with(line, TEXT("\n")))
        buffer_append_string(diff->out, "\n\\ No newline at end of file\n");
}

/* Lines [a, a_end) of before and [b, b_end) of after. */
struct hunk {
    size_t a, a_end, b, b_end;
};

static bool is_changed(const struct diff *diff, size_t a, size_t b)
{
    return (a < diff->before.count && diff->goes[a]) || (b < diff->after.count && diff->comes[b]);
}

/* The hunk that begins at the change at a, b; context is added where it is written. */
static struct hunk hunk_at(const struct diff *diff, size_t a, size_t b)
{
    struct hunk hunk = {a, a, b, b};
    for (size_t alike = 0; alike <= 2 * AROUND;) {
        if (a < diff->before.count && diff->goes[a])
            a++;
        else if (b < diff->after.count && diff->comes[b])
            b++;
        else if (a < diff->before.count) {
            a++;
            b++;
            alike++;
            continue;
        } else
            break;
        alike = 0;
        hunk.a_end = a;
        hunk.b_end = b;
    }
    return hunk;
}

/* "3,7": from 1; a range of one line is its number, an empty one the line in front of it. */
static void append_range(struct text_buffer *out, size_t begin, size_t end)
{
    buffer_append_int(out, (int64_t)(end == begin ? begin : begin + 1));
    if (end - begin != 1) {
        buffer_append_byte(out, ',');
        buffer_append_int(out, (int64_t)(end - begin));
    }
}

static void append_hunk(struct diff *diff, struct hunk hunk)
{
    size_t before = hunk.a < AROUND ? hunk.a : AROUND;
    size_t left = diff->before.count - hunk.a_end, behind = left < AROUND ? left : AROUND;
    buffer_append_string(diff->out, "@@ -");
    append_range(diff->out, hunk.a - before, hunk.a_end + behind);
    buffer_append_string(diff->out, " +");
    append_range(diff->out, hunk.b - before, hunk.b_end + behind);
    buffer_append_string(diff->out, " @@\n");
    size_t a = hunk.a - before, b = hunk.b - before;
    while (a < hunk.a_end + behind || b < hunk.b_end + behind) {
        if (a < diff->before.count && diff->goes[a])
            append_line(diff, '-', diff->before.lines[a++]);
        else if (b < diff->after.count && diff->comes[b])
            append_line(diff, '+', diff->after.lines[b++]);
        else {
            append_line(diff, ' ', diff->before.lines[a++]);
            b++;
        }
    }
}

void unified_diff(struct text before, struct text after, const char *path, struct text_buffer *out)
{
    if (text_equal(before, after))
        return;
    struct arena *arena = arena_open_like(out->arena);
    struct diff diff = {.arena = arena,
                        .before = lines_of(arena, before),
                        .after = lines_of(arena, after),
                        .out = out};
    diff.goes = arena_new_array(arena, diff.before.count + 1, bool);
    diff.comes = arena_new_array(arena, diff.after.count + 1, bool);
    mark_changes(&diff);
    if (before.data == NULL)
        buffer_append_format(out, "--- /dev/null\n+++ b/%s\n", path);
    else
        buffer_append_format(out, "--- a/%s\n+++ b/%s\n", path, path);
    size_t a = 0, b = 0;
    while (a < diff.before.count || b < diff.after.count) {
        if (!is_changed(&diff, a, b)) {
            a++;
            b++;
            continue;
        }
        struct hunk hunk = hunk_at(&diff, a, b);
        append_hunk(&diff, hunk);
        a = hunk.a_end;
        b = hunk.b_end;
    }
    arena_close(arena);
}
