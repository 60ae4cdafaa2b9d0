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

#define BLANK_RUNS 16 /* that are looked over for the words behind them */
/* The styles whose marks stand beside no blank, and which show nothing on one. */
#define MARKED_STYLES ((unsigned)(STYLE_STRONG | STYLE_EMPHASIS))

static const struct run *first_shown(const struct run *run)
{
    while (run != NULL && run_is_hidden(run))
        run = run->next;
    return run;
}

/* The styles that all have from the run behind up to the next words, which blanks may part. */
static unsigned style_behind(const struct run *run)
{
    unsigned style = ~0u;
    run = first_shown(run->next);
    for (size_t i = 0; run != NULL && i < BLANK_RUNS; i++, run = first_shown(run->next)) {
        style &= run->style;
        bool is_text = run->kind == RUN_TEXT; /* the end of a line is a blank, too */
        if (!is_text || !text_is_blank(run->text))
            return style;
    }
    return 0;
}

/* "Where: " in bold is "Where:" in bold and a blank, as what stands beside it looks: so marks can
 * say it. */
static void join_words(struct joined_runs *joined, const struct run *run)
{
    unsigned before = joined->last == NULL ? 0 : joined->last->style;
    unsigned behind = style_behind(run);
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
    for (; run != NULL; run = run->next) {
        struct run now = *run;
        if ((run->style & STYLE_LINE_END) && !keeps_line_end(joined.last, run, place))
            now.style &= ~(unsigned)STYLE_LINE_END;
        if (run_is_hidden(&now))
            continue;
        if (run_is_plain_text(&now) && (now.style & MARKED_STYLES) && now.link.size == 0 &&
            !(now.style & STYLE_CODE))
            join_words(&joined, &now);
        else
            join_run(&joined, &now);
    }
    return joined.first;
}
