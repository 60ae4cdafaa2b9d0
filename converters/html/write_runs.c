/* Runs as inline elements; notes as links to the end of the page. */
#include "converters/html/writer.h"

struct style_row {
    enum run_style style;
    const char *element, *class;
};

/* In the order they are opened. */
static const struct style_row rows[] = {
    {STYLE_STRONG, "strong", NULL},
    {STYLE_EMPHASIS, "em", NULL},
    {STYLE_UNDERLINE, "u", NULL},
    {STYLE_STRIKE, "s", NULL},
    {STYLE_SUPERSCRIPT, "sup", NULL},
    {STYLE_SUBSCRIPT, "sub", NULL},
    {STYLE_PLACEHOLDER, "span", "placeholder"},
    {STYLE_CODE, "code", NULL},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

static void write_note_mark(struct html_writer *w, const struct run *run)
{
    struct text_buffer id = text_buffer_new(w->arena);
    *arena_push(w->arena, w->notes, w->note_count, w->note_capacity) = run;
    buffer_append_format(&id, "note.%zu", w->note_count);
    page_begin(w->page, "sup", NULL);
    page_begin(w->page, "a", NULL);
    struct text_buffer href = text_buffer_new(w->arena), own = text_buffer_new(w->arena);
    buffer_append_format(&href, "#%s", buffer_string(&id));
    buffer_append_format(&own, "%s.ref", buffer_string(&id));
    page_attribute(w->page, "id", buffer_string(&own));
    page_attribute(w->page, "href", buffer_string(&href));
    page_attribute(w->page, "role", "doc-noteref");
    page_count(w->page, w->note_count);
    page_end(w->page);
    page_end(w->page);
}

/* Where paper says a page's number, a page on a screen says what stands there. */
static void write_reference(struct html_writer *w, const struct run *run)
{
    const struct site_place *place = site_place_at(
        w->site, text_starts_with(run->link, TEXT("#")) ? text_from(run->link, 1) : run->link);
    if (place == NULL)
        return;
    struct text_buffer anchor = text_buffer_new(w->arena);
    buffer_append_byte(&anchor, '#');
    buffer_append(&anchor, place->block->anchor);
    page_begin(w->page, "a", NULL);
    page_attribute_text(w->page, "href",
                        site_link(w->site, w->here, buffer_text(&anchor), ".html"));
    page_words(w->page, text_is_empty(place->words) ? TEXT("\xE2\x86\x92") : place->words);
    page_end(w->page);
}

static void write_content(struct html_writer *w, const struct run *run)
{
    switch (run->kind) {
    case RUN_TEXT:
        page_words(w->page, run->text);
        break;
    case RUN_BREAK:
        page_begin(w->page, "br", NULL);
        page_end_empty(w->page);
        break;
    case RUN_IMAGE:
        page_begin(w->page, "span", "picture");
        page_words(w->page, run->text);
        page_end(w->page);
        break;
    case RUN_NOTE:
        write_note_mark(w, run);
        break;
    case RUN_PAGE_NUMBER:
        write_reference(w, run);
        break;
    }
}

static void write_run(struct html_writer *w, const struct run *run)
{
    bool is_link = run->kind == RUN_TEXT || run->kind == RUN_IMAGE;
    struct text href = is_link && run->kind == RUN_TEXT && run->link.size > 0
                           ? site_link(w->site, w->here, run->link, ".html")
                           : TEXT("");
    bool is_foreign = run->language.size > 0 && !text_equal(run->language, w->language);
    if (href.size > 0) {
        page_begin(w->page, "a", NULL);
        page_attribute_text(w->page, "href", href);
    }
    if (is_foreign) {
        page_begin(w->page, "span", NULL);
        page_attribute_text(w->page, "lang", run->language);
    }
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (run->style & rows[i].style)
            page_begin(w->page, rows[i].element, rows[i].class);
    write_content(w, run);
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (run->style & rows[i].style)
            page_end(w->page);
    if (is_foreign)
        page_end(w->page);
    if (href.size > 0)
        page_end(w->page);
}

void html_runs(struct html_writer *w, const struct run *runs)
{
    for (const struct run *run = runs; run != NULL; run = run->next) {
        const struct run *number = site_number_behind(w->site, run);
        struct run word = *run;
        if (number != NULL) {
            word.link = number->link;
            word.text = text_trim(word.text);
        }
        write_run(w, number == NULL ? run : &word);
        run = number == NULL ? run : number;
    }
}

void html_notes(struct html_writer *w)
{
    if (w->note_count == 0)
        return;
    page_begin(w->page, "section", "notes");
    page_attribute(w->page, "role", "doc-endnotes");
    page_attribute(w->page, "aria-label", w->words->notes);
    page_begin(w->page, "ol", NULL);
    for (size_t i = 0; i < w->note_count; i++) { /* notes in notes add to the list */
        struct text_buffer id = text_buffer_new(w->arena), back = text_buffer_new(w->arena);
        buffer_append_format(&id, "note.%zu", i + 1);
        buffer_append_format(&back, "#note.%zu.ref", i + 1);
        page_raw(w->page, "\n");
        page_begin(w->page, "li", NULL);
        page_attribute(w->page, "id", buffer_string(&id));
        html_blocks(w, w->notes[i]->note, NULL);
        page_begin(w->page, "a", NULL);
        page_attribute(w->page, "href", buffer_string(&back));
        page_attribute(w->page, "role", "doc-backlink");
        page_attribute(w->page, "aria-label", w->words->back);
        page_string(w->page, "\xE2\x86\xA9");
        page_end(w->page);
        page_end(w->page);
    }
    page_end(w->page);
    page_end(w->page);
}
