/*
 * Runs as Markdown that reads back as the same runs.
 *
 * Styles nest in one order, so that each is opened and closed once over the runs that share it.
 * Where asterisks would not open or close by CommonMark's rules of flanking (section 6.2), as in
 * 「**重點：**其他」, the HTML element says the same.
 */
#include "converters/markdown/flank.h"
#include "converters/markdown/inline_writer.h"
#include <string.h>

#define NOTES_BACK 64 /* so many notes are looked back over */

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

/* ---- runs ---- */

static void append_destination(struct markdown_writer *w, struct text link)
{
    buffer_append(w->out, TEXT("(<"));
    for (size_t i = 0; i < link.size; i++) {
        char c = link.data[i];
        if (c == '\n' || c == '\r')
            buffer_append_string(w->out, c == '\n' ? "&#10;" : "&#13;");
        else if (c == '|') /* may stand in a table */
            buffer_append(w->out, TEXT("&#124;"));
        else if (c == '&' && is_character_reference(link, i))
            buffer_append(w->out, TEXT("&amp;")); /* cmark resolves references first, \& too */
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
    inlines_append_escaped(in, run->text);
    buffer_append_byte(in->w->out, ']');
    append_target(in->w, run->link);
    in->in_link = in_link;
}

/* A line of the source ends here, or the page's line. */
static void append_line_end(struct inline_writer *in, const char *before)
{
    inlines_protect_line_end(in);
    buffer_append_string(in->w->out, before);
    writer_new_line(in->w);
    in->line_begin = in->w->out->size;
    in->is_first_line = false;
}

static void append_break(struct inline_writer *in, const struct run *run)
{
    bool between = !inlines_at_line_begin(in) && run_is_plain_text(run->next);
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
        inlines_append_escaped(in, code);
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
        if (run_is_hidden(run))
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
            inlines_append_escaped(in, run->text);
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

static struct text line_so_far(const struct inline_writer *in)
{
    return text_from(buffer_text(in->w->out), in->line_begin);
}

/* Of words behind a mark; blanks of which one is a vertical tab may be read in another order. */
static enum flank flank_of_words(struct text words)
{
    size_t blanks = (size_t)(text_trim(words).data - words.data);
    bool is_unsure = memchr(words.data, '\v', blanks) != NULL;
    return is_unsure ? FLANK_UNSURE : flank_of(first_of(words));
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
    return is_marked ? FLANK_PUNCTUATION : flank_of_words(end->text);
}

/* The characters at a group's edges: of its words, or a mark's. False: it has no words. */
static bool edges_of(const struct run *run, const struct run *end, unsigned inner, uint32_t *first,
                     uint32_t *last)
{
    bool any = false;
    for (; run != end; run = run->next) {
        if (run_is_hidden(run))
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

void inlines_write(struct markdown_writer *w, const struct run *runs, enum inline_place place)
{
    struct inline_writer in = {
        .w = w, .place = place, .line_begin = w->out->size, .is_first_line = true};
    append_links(&in, runs_joined(w->out->arena, runs, place));
    inlines_protect_line_end(&in);
}
