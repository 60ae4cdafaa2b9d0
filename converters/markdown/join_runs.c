/*
 * Runs that look the same are one, or escapes would depend on where a reader had cut them.
 */
#include "converters/markdown/inline_writer.h"

bool run_is_hidden(const struct run *run)
{
    return (run->style & STYLE_PLACEHOLDER) != 0 ||
           (run->kind == RUN_TEXT && run->text.size == 0 && !(run->style & STYLE_LINE_END));
}

bool run_is_plain_text(const struct run *run)
{
    return run != NULL && run->kind == RUN_TEXT && run->text.size > 0 &&
           !(run->style & (STYLE_LINE_END | STYLE_PLACEHOLDER));
}

/* A source's line end is kept between words of a paragraph; elsewhere it is the blank it shows. */
static bool keeps_line_end(const struct run *before, const struct run *run, enum inline_place place)
{
    return place == INLINE_PARAGRAPH && run_is_plain_text(before) && run_is_plain_text(run->next);
}

struct joined_runs {
    struct arena *arena;
    struct run *first, *last;
    struct text_buffer text; /* the last run's, once it was joined to */
};

static void join_run(struct joined_runs *joined, const struct run *run)
{
    struct run *last = joined->last;
    bool same = last != NULL && last->kind == RUN_TEXT && run->kind == RUN_TEXT &&
                last->style == run->style && !(run->style & STYLE_LINE_END) &&
                text_equal(last->link, run->link);
    if (same) {
        if (joined->text.arena == NULL) {
            joined->text = text_buffer_new(joined->arena);
            buffer_append(&joined->text, last->text);
        }
        buffer_append(&joined->text, run->text);
        last->text = buffer_text(&joined->text);
        return;
    }
    joined->text.arena = NULL;
    struct run *copy = arena_new(joined->arena, struct run);
    *copy = *run;
    copy->next = NULL;
    *(last == NULL ? &joined->first : &last->next) = copy;
    joined->last = copy;
}

static void join_part(struct joined_runs *joined, struct run run, struct text part, unsigned style)
{
    run.text = part;
    run.style = style;
    if (part.size > 0)
        join_run(joined, &run);
}

/* The styles whose marks stand beside no blank, and which show nothing on one. */
#define MARKED_STYLES ((unsigned)(STYLE_STRONG | STYLE_EMPHASIS))

/* The styles that all have from the run on up to the next words, which blanks may part; 0: there
 * are no more. */
static unsigned style_on(const struct run *run, unsigned behind)
{
    if (run_is_hidden(run))
        return behind;
    bool is_blank = run->kind == RUN_TEXT && text_is_blank(run->text); /* ends of lines, too */
    return is_blank ? run->style & behind : run->style;
}

/* Of what stands behind each of the runs, from the last one on: each is looked at once. NULL: none
 * of them has a mark. */
static unsigned *styles_behind(struct arena *arena, const struct run *first)
{
    size_t count = 0;
    unsigned styles = 0;
    for (const struct run *run = first; run != NULL; run = run->next, count++)
        styles |= run->style;
    if (!(styles & MARKED_STYLES))
        return NULL;
    const struct run **runs = arena_new_array(arena, count + 1, const struct run *);
    unsigned *behind = arena_new_array(arena, count + 1, unsigned);
    count = 0;
    for (const struct run *run = first; run != NULL; run = run->next)
        runs[count++] = run;
    for (size_t i = count; i-- > 0;)
        behind[i] = i + 1 < count ? style_on(runs[i + 1], behind[i + 1]) : 0;
    return behind;
}

/* "Where: " in bold is "Where:" in bold and a blank, as what stands beside it looks: so marks can
 * say it. */
static void join_words(struct joined_runs *joined, const struct run *run, unsigned behind)
{
    unsigned before = joined->last == NULL ? 0 : joined->last->style;
    struct text words = text_trim(run->text);
    struct text lead = text_slice(run->text, 0, (size_t)(words.data - run->text.data));
    struct text trail = text_from(run->text, lead.size + words.size);
    if (words.size == 0) {
        join_part(joined, *run, run->text, run->style & ~(MARKED_STYLES & ~(before & behind)));
        return;
    }
    join_part(joined, *run, lead, run->style & ~(MARKED_STYLES & ~before));
    join_part(joined, *run, words, run->style);
    join_part(joined, *run, trail, run->style & ~(MARKED_STYLES & ~behind));
}

struct run *runs_joined(struct arena *arena, const struct run *run, enum inline_place place)
{
    struct joined_runs joined = {.arena = arena};
    unsigned *behind = styles_behind(arena, run);
    for (size_t i = 0; run != NULL; run = run->next, i++) {
        struct run now = *run;
        if ((run->style & STYLE_LINE_END) && !keeps_line_end(joined.last, run, place))
            now.style &= ~(unsigned)STYLE_LINE_END;
        if (run_is_hidden(&now))
            continue;
        if (run_is_plain_text(&now) && (now.style & MARKED_STYLES) && now.link.size == 0 &&
            !(now.style & STYLE_CODE))
            join_words(&joined, &now, behind[i]);
        else
            join_run(&joined, &now);
    }
    return joined.first;
}
