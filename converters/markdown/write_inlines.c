/*
 * Runs as Markdown that reads back as the same runs.
 *
 * Styles nest in one order, so that each is opened and closed once over the runs that share it.
 * Where asterisks would not open or close by CommonMark's rules of flanking (section 6.2), as in
 * 「**重點：**其他」, the HTML element says the same.
 */
#include "converters/markdown/flank.h"
#include "converters/markdown/icons.h"
#include "converters/markdown/writer.h"
#include <ctype.h>
#include <string.h>
#include <unicode/uchar.h>

#define NOTES_BACK 64 /* so many notes are looked back over */

struct inline_writer {
    struct markdown_writer *w;
    enum inline_place place;
    size_t line_begin;  /* in out: where this line's words begin */
    bool is_first_line; /* of the block */
    bool in_link;
    bool in_asterisks;
    bool goes_on;                /* words of another run follow those being written */
    bool after_note;             /* "[^1]" stands just before: no "(" or ":" may follow */
    const struct run *group_end; /* of the runs written together */
    unsigned group_depth;        /* styles opened around them */
};

/* Outermost first. */
struct nested_style {
    unsigned flag;
    const char *mark; /* NULL: only the element */
    const char *element;
};
static const struct nested_style nested_styles[] = {
    {STYLE_STRONG, "**", "strong"},   {STYLE_EMPHASIS, "*", "em"},
    {STYLE_STRIKE, "~~", "del"},      {STYLE_UNDERLINE, NULL, "u"},
    {STYLE_SUPERSCRIPT, NULL, "sup"}, {STYLE_SUBSCRIPT, NULL, "sub"},
};
#define NESTED_COUNT (sizeof nested_styles / sizeof *nested_styles)

/* ---- characters ---- */

static uint32_t first_of(struct text t)
{
    size_t at = 0;
    return t.size == 0 ? ' ' : text_next(t, &at);
}

static uint32_t last_of(struct text t)
{
    size_t at = t.size;
    return t.size == 0 ? ' ' : text_previous(t, &at);
}

static struct text line_so_far(const struct inline_writer *in)
{
    return text_from(buffer_text(in->w->out), in->line_begin);
}

static bool at_line_begin(const struct inline_writer *in)
{
    return in->w->out->size == in->line_begin;
}

/* What CommonMark cuts off at the ends of lines. */
static bool is_cut(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void append_reference(struct text_buffer *out, char c)
{
    buffer_append_format(out, "&#%d;", c);
}

/* Blanks at a line's end would be cut, or make a break. */
static void protect_line_end(struct inline_writer *in)
{
    struct text_buffer *out = in->w->out;
    size_t count = 0;
    char blanks[64];
    while (out->size > in->line_begin && count < sizeof blanks && is_cut(out->data[out->size - 1]))
        blanks[count++] = out->data[--out->size];
    while (count > 0)
        append_reference(out, blanks[--count]);
}

static bool is_alnum_at(struct text t, size_t at)
{
    return at < t.size && isalnum((unsigned char)t.data[at]);
}

/* "&" that reads as a character reference, or might together with the next run. */
static bool is_reference(struct text t, size_t at)
{
    size_t end = at + 1;
    while (end < t.size && (isalnum((unsigned char)t.data[end]) || t.data[end] == '#'))
        end++;
    return end == t.size || t.data[end] == ';';
}

/* "12." or "12)" at a line's beginning: the offset of the mark, or 0. */
static size_t list_number(struct text t, size_t at)
{
    size_t end = at;
    while (end < t.size && isdigit((unsigned char)t.data[end]))
        end++;
    return end > at && end < t.size && (t.data[end] == '.' || t.data[end] == ')') ? end : 0;
}

/* "<" in front of what reads as an address, or might together with the next run: <870@example.org>
 * (CommonMark, 6.5). Those that begin in a letter are escaped as tags are. */
static bool opens_address(const struct inline_writer *in, struct text t, size_t at)
{
    size_t end = at + 1;
    while (end < t.size &&
           (is_alnum_at(t, end) ||
            (t.data[end] != '\0' && strchr(".!#$%&'*+/=?^_`{|}~-", t.data[end]) != NULL)))
        end++;
    return end > at + 1 && (end == t.size ? in->goes_on : t.data[end] == '@');
}

static bool needs_escape_anywhere(const struct inline_writer *in, struct text t, size_t at)
{
    char next = at + 1 < t.size ? t.data[at + 1] : '\0';
    bool last = at + 1 == t.size, first = at == 0;
    switch (t.data[at]) {
    case '\\':
    case '`':
    case '*':
        return true;
    case '_':
        return !(at > 0 && is_alnum_at(t, at - 1) && is_alnum_at(t, at + 1));
    case '[':
        return in->in_link || next == '^' || last;
    case ']':
        return in->in_link || last || next == '(' || next == ':' || next == '[';
    case '<':
        return last || isalpha((unsigned char)next) || next == '/' || next == '!' || next == '?' ||
               opens_address(in, t, at);
    case '&':
        return is_reference(t, at);
    case '~':
        return first || last || next == '~' || t.data[at - 1] == '~';
    case '!':
        return last || next == '[';
    case '{': /* attributes of a dialect */
        return last || next == ':' || next == '#' || next == '.' || next == ' ';
    case '=':
        return at > 0 && last && t.data[at - 1] == ')';
    case ':':
        return in->place != INLINE_CELL && icon_end(t, at) > 0;
    case '|':
        return in->place == INLINE_CELL;
    case '#':
        return in->place == INLINE_HEADING && last;
    default:
        return false;
    }
}

static bool needs_escape_at_line_begin(const struct inline_writer *in, char c)
{
    if (in->place != INLINE_PARAGRAPH) /* no block begins inside a heading or a cell */
        return in->place == INLINE_HEADING && c == '#';
    if (c == '|' || c == ':') /* might be the second line of a table */
        return !in->is_first_line;
    return strchr("#>-+=[~", c) != NULL;
}

/* "!!! note", ":::tip": of an aside, in the dialects of site generators. */
static bool opens_aside(const struct inline_writer *in, struct text t, size_t at)
{
    struct text rest = text_from(t, at);
    return in->place == INLINE_PARAGRAPH &&
           (text_starts_with(rest, TEXT("!!!")) || text_starts_with(rest, TEXT("???")) ||
            text_starts_with(rest, TEXT(":::")));
}

static void append_escaped(struct inline_writer *in, struct text t)
{
    struct text_buffer *out = in->w->out;
    size_t mark = 0; /* of a list number at the line's beginning */
    if (out->size == 0 && text_starts_with(t, TEXT("\xEF\xBB\xBF"))) {
        buffer_append(out, TEXT("&#xFEFF;")); /* at a file's beginning it would be a mark */
        t = text_from(t, 3);
    }
    for (size_t at = 0; at < t.size; at++) {
        char c = t.data[at];
        bool begin = at_line_begin(in);
        if (begin && in->place == INLINE_PARAGRAPH)
            mark = list_number(t, at);
        if ((begin && is_cut(c)) || c == '\n' || c == '\r') {
            append_reference(out, c); /* texts hold no line ends; should one, it is kept */
            continue;
        }
        bool begins = c != '\0' &&
                      ((begin && (needs_escape_at_line_begin(in, c) || opens_aside(in, t, at))) ||
                       (in->after_note && strchr("([:", c) != NULL));
        in->after_note = false;
        if (begins || (mark > 0 && at == mark) || needs_escape_anywhere(in, t, at))
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, c);
    }
}

/* ---- runs ---- */

static bool is_hidden(const struct run *run)
{
    return (run->style & STYLE_PLACEHOLDER) != 0 ||
           (run->kind == RUN_TEXT && run->text.size == 0 && !(run->style & STYLE_LINE_END));
}

static void append_destination(struct markdown_writer *w, struct text link)
{
    buffer_append(w->out, TEXT("(<"));
    for (size_t i = 0; i < link.size; i++) {
        char c = link.data[i];
        if (c == '\n' || c == '\r')
            buffer_append_string(w->out, c == '\n' ? "&#10;" : "&#13;");
        else if (c == '|') /* may stand in a table */
            buffer_append(w->out, TEXT("&#124;"));
        else if (c == '&' && is_reference(link, i)) /* cmark resolves references first, \& too */
            buffer_append(w->out, TEXT("&amp;"));
        else {
            if (c == '<' || c == '>' || c == '\\')
                buffer_append_byte(w->out, '\\');
            buffer_append_byte(w->out, c);
        }
    }
    buffer_append(w->out, TEXT(">)"));
}

static void append_target(struct markdown_writer *w, struct text link)
{
    bool plain = link.size > 0;
    for (size_t i = 0; i < link.size; i++)
        plain &=
            (unsigned char)link.data[i] > ' ' && strchr("<>()\\&|*_`\x7F", link.data[i]) == NULL;
    if (!plain) {
        append_destination(w, link);
        return;
    }
    buffer_append_byte(w->out, '(');
    buffer_append(w->out, link);
    buffer_append_byte(w->out, ')');
}

static void append_image(struct inline_writer *in, const struct run *run)
{
    bool in_link = in->in_link;
    in->in_link = true;
    buffer_append(in->w->out, TEXT("!["));
    append_escaped(in, run->text);
    buffer_append_byte(in->w->out, ']');
    append_target(in->w, run->link);
    in->in_link = in_link;
}

/* A line of the source ends here, or the page's line. */
static void append_line_end(struct inline_writer *in, const char *before)
{
    protect_line_end(in);
    buffer_append_string(in->w->out, before);
    writer_new_line(in->w);
    in->line_begin = in->w->out->size;
    in->is_first_line = false;
}

static bool is_plain_text(const struct run *run)
{
    return run != NULL && run->kind == RUN_TEXT && run->text.size > 0 &&
           !(run->style & (STYLE_LINE_END | STYLE_PLACEHOLDER));
}

static void append_break(struct inline_writer *in, const struct run *run)
{
    bool between = !at_line_begin(in) && is_plain_text(run->next);
    if (in->place == INLINE_PARAGRAPH && between && !in->in_link)
        append_line_end(in, "\\");
    else
        buffer_append(in->w->out, TEXT("<br>"));
}

/* A note that several runs refer to is written once, unless too many others came between. */
static size_t note_number(struct markdown_writer *w, const struct run *run)
{
    size_t first = w->note_count > NOTES_BACK ? w->note_count - NOTES_BACK : 0;
    for (size_t i = w->note_count; i-- > first;)
        if (w->notes[i]->note == run->note && run->note != NULL)
            return i + 1;
    *arena_push(w->out->arena, w->notes, w->note_count, w->note_capacity) = run;
    return w->note_count;
}

static void append_note(struct inline_writer *in, const struct run *run)
{
    buffer_append_format(in->w->out, "[^%zu]", note_number(in->w, run));
    in->after_note = true;
}

static size_t longest_backticks(struct text t)
{
    size_t longest = 0, count = 0;
    for (size_t i = 0; i < t.size; i++) {
        count = t.data[i] == '`' ? count + 1 : 0;
        longest = count > longest ? count : longest;
    }
    return longest;
}

/* A pipe behind a backslash cannot stand in a cell's code span; a bracket might end a link. */
static bool code_needs_element(const struct inline_writer *in, struct text code)
{
    return (in->place == INLINE_CELL && (text_find(code, TEXT("\\"), 0) != TEXT_NOT_FOUND &&
                                         text_find(code, TEXT("|"), 0) != TEXT_NOT_FOUND)) ||
           (in->in_link && text_find(code, TEXT("]"), 0) != TEXT_NOT_FOUND) ||
           text_find(code, TEXT("\n"), 0) != TEXT_NOT_FOUND ||
           text_find(code, TEXT("\r"), 0) != TEXT_NOT_FOUND || text_is_blank(code);
}

static void append_code(struct inline_writer *in, struct text code)
{
    struct text_buffer *out = in->w->out;
    if (code_needs_element(in, code)) {
        buffer_append(out, TEXT("<code>"));
        append_escaped(in, code);
        buffer_append(out, TEXT("</code>"));
        return;
    }
    size_t fence = longest_backticks(code) + 1;
    bool pads = code.data[0] == '`' || code.data[code.size - 1] == '`' ||
                (code.data[0] == ' ' && code.data[code.size - 1] == ' ');
    for (size_t i = 0; i < fence; i++)
        buffer_append_byte(out, '`');
    buffer_append_string(out, pads ? " " : "");
    for (size_t i = 0; i < code.size; i++) {
        if (code.data[i] == '|' && in->place == INLINE_CELL)
            buffer_append_byte(out, '\\');
        buffer_append_byte(out, code.data[i]);
    }
    buffer_append_string(out, pads ? " " : "");
    for (size_t i = 0; i < fence; i++)
        buffer_append_byte(out, '`');
}

/* Runs of [run, end), whose styles were all opened; code is the innermost of them. */
static void append_runs(struct inline_writer *in, const struct run *run, const struct run *end)
{
    for (; run != NULL && run != end; run = run->next) {
        if (is_hidden(run))
            continue;
        if (run->kind == RUN_BREAK)
            append_break(in, run);
        else if (run->kind == RUN_IMAGE)
            append_image(in, run);
        else if (run->kind == RUN_NOTE)
            append_note(in, run);
        else if (run->style & STYLE_LINE_END)
            append_line_end(in, "");
        else if (run->style & STYLE_CODE && run->text.size > 0) {
            struct text_buffer code = text_buffer_new(in->w->out->arena);
            buffer_append(&code, run->text);
            for (; run->next != end && run->next->kind == RUN_TEXT &&
                   (run->next->style & (STYLE_CODE | STYLE_LINE_END)) == STYLE_CODE;
                 run = run->next)
                buffer_append(&code, run->next->text);
            append_code(in, buffer_text(&code));
        } else {
            in->goes_on = run->next != NULL && run->next->kind == RUN_TEXT;
            append_escaped(in, run->text);
            in->goes_on = false;
        }
    }
}

/* ---- styles ---- */

static bool shares(const struct run *run, const struct nested_style *style)
{
    return run->kind != RUN_PAGE_NUMBER && (run->style & style->flag) != 0;
}

/* Styles written inside this one, whose marks then stand at its edges. */
static unsigned inner_styles(const struct nested_style *style)
{
    unsigned flags = STYLE_CODE;
    for (const struct nested_style *s = style + 1; s < nested_styles + NESTED_COUNT; s++)
        flags |= s->flag;
    return flags;
}

/* What will stand behind a group of this style that ends before end. */
static enum flank flank_behind(const struct inline_writer *in, const struct nested_style *style,
                               const struct run *end)
{
    if (end == in->group_end) /* the mark around, a link's bracket, or the block's end */
        return in->group_depth > 0 || end != NULL ? FLANK_PUNCTUATION : FLANK_SPACE;
    if (end->style & STYLE_LINE_END)
        return in->place == INLINE_PARAGRAPH || end->text.size > 0 ? FLANK_SPACE : FLANK_UNSURE;
    bool is_marked = end->kind != RUN_TEXT || (end->style & inner_styles(style)) != 0;
    return is_marked ? FLANK_PUNCTUATION : flank_of(first_of(end->text));
}

/* The characters at a group's edges: of its words, or a mark's. False: it has no words. */
static bool edges_of(const struct run *run, const struct run *end, unsigned inner, uint32_t *first,
                     uint32_t *last)
{
    bool any = false;
    for (; run != end; run = run->next) {
        if (is_hidden(run))
            continue;
        bool is_words = run->kind == RUN_TEXT && run->text.size > 0;
        bool is_marked = (run->style & inner) != 0;
        if (!is_words || (run->style & STYLE_LINE_END))
            return false;
        if (!any)
            *first = is_marked ? '<' : first_of(run->text);
        *last = is_marked ? '>' : last_of(run->text);
        any = true;
    }
    return any;
}

/* Whether the mark opens before the group and closes behind it, and does nothing else. */
static bool mark_works(const struct inline_writer *in, const struct nested_style *style,
                       const struct run *run, const struct run *end)
{
    uint32_t first = ' ', last = ' ';
    if (style->mark == NULL || in->in_asterisks || in->in_link ||
        !edges_of(run, end, inner_styles(style), &first, &last))
        return false;
    struct text line = line_so_far(in);
    enum flank before = line.size == 0 ? FLANK_SPACE : flank_of(last_of(line));
    enum flank open = flank_of(first), close = flank_of(last),
               behind = flank_behind(in, style, end);
    if (before == FLANK_UNSURE || open == FLANK_UNSURE || close == FLANK_UNSURE ||
        behind == FLANK_UNSURE || open == FLANK_SPACE || close == FLANK_SPACE)
        return false;
    if (line.size > 0 && strchr("*~", line.data[line.size - 1]) != NULL)
        return false;
    bool opens = open == FLANK_LETTER || before != FLANK_LETTER;
    bool closes = close == FLANK_LETTER || behind != FLANK_LETTER;
    return opens && closes;
}

static void append_nested(struct inline_writer *in, const struct run *run, const struct run *end,
                          size_t level);

static void append_group(struct inline_writer *in, const struct run *run, const struct run *end,
                         size_t level)
{
    const struct nested_style *style = &nested_styles[level];
    struct text_buffer *out = in->w->out;
    bool by_mark = mark_works(in, style, run, end), around = in->in_asterisks;
    if (by_mark)
        buffer_append_string(out, style->mark);
    else
        buffer_append_format(out, "<%s>", style->element);
    const struct run *group_end = in->group_end;
    in->in_asterisks |= by_mark;
    in->group_end = end;
    in->group_depth++;
    append_nested(in, run, end, level + 1);
    in->group_depth--;
    in->group_end = group_end;
    in->in_asterisks = around;
    if (by_mark)
        buffer_append_string(out, style->mark);
    else
        buffer_append_format(out, "</%s>", style->element);
}

/* Runs of [run, end): those that share the style of this level in groups, the others one level in.
 */
static void append_nested(struct inline_writer *in, const struct run *run, const struct run *end,
                          size_t level)
{
    if (level == NESTED_COUNT) {
        append_runs(in, run, end);
        return;
    }
    while (run != end) {
        const struct run *stop = run;
        bool styled = shares(run, &nested_styles[level]);
        while (stop != end && shares(stop, &nested_styles[level]) == styled)
            stop = stop->next;
        if (styled)
            append_group(in, run, stop, level);
        else
            append_nested(in, run, stop, level + 1);
        run = stop;
    }
}

static bool is_link(const struct run *run) { return run->link.size > 0 && run->kind == RUN_TEXT; }

static void append_links(struct inline_writer *in, const struct run *run)
{
    while (run != NULL) {
        const struct run *stop = run;
        bool linked = is_link(run);
        while (stop != NULL && is_link(stop) == linked &&
               (!linked || text_equal(stop->link, run->link)))
            stop = stop->next;
        if (!linked) {
            in->group_end = stop;
            append_nested(in, run, stop, 0);
            run = stop;
            continue;
        }
        in->in_link = true;
        buffer_append_byte(in->w->out, '[');
        append_nested(in, run, stop, 0);
        buffer_append_byte(in->w->out, ']');
        append_target(in->w, run->link);
        in->in_link = false;
        run = stop;
    }
}

/* A source's line end is kept between words of a paragraph; elsewhere it is the blank it shows. */
static bool keeps_line_end(const struct run *before, const struct run *run, enum inline_place place)
{
    return place == INLINE_PARAGRAPH && is_plain_text(before) && is_plain_text(run->next);
}

/* Runs that look the same are one, or escapes would depend on where a reader had cut them. */
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

/* "Where: " in bold is "Where:" in bold and a blank, as what stands beside it looks: so marks can
 * say it. */
static void join_words(struct joined_runs *joined, const struct run *run, const struct run *next)
{
    unsigned before = joined->last == NULL ? 0 : joined->last->style;
    unsigned behind = next == NULL ? 0 : next->style;
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

static const struct run *first_shown(const struct run *run)
{
    while (run != NULL && is_hidden(run))
        run = run->next;
    return run;
}

static struct run *joined_runs(struct arena *arena, const struct run *run, enum inline_place place)
{
    struct joined_runs joined = {.arena = arena};
    for (; run != NULL; run = run->next) {
        struct run now = *run;
        if ((run->style & STYLE_LINE_END) && !keeps_line_end(joined.last, run, place))
            now.style &= ~(unsigned)STYLE_LINE_END;
        if (is_hidden(&now))
            continue;
        if (is_plain_text(&now) && (now.style & MARKED_STYLES) && now.link.size == 0 &&
            !(now.style & STYLE_CODE))
            join_words(&joined, &now, first_shown(run->next));
        else
            join_run(&joined, &now);
    }
    return joined.first;
}

void inlines_write(struct markdown_writer *w, const struct run *runs, enum inline_place place)
{
    struct inline_writer in = {
        .w = w, .place = place, .line_begin = w->out->size, .is_first_line = true};
    append_links(&in, joined_runs(w->out->arena, runs, place));
    protect_line_end(&in);
}
