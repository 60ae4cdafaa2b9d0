/* Runs as pandoc's inlines. */
#include "converters/pandoc/writer.h"
#include <string.h>

json_t *pandoc_node(const char *type, json_t *content)
{
    json_t *node = json_object();
    json_object_set_new(node, "t", json_string(type));
    if (content != NULL)
        json_object_set_new(node, "c", content);
    return node;
}

json_t *pandoc_attributes(struct text id, const char *class, struct text language)
{
    json_t *attributes = json_array(), *classes = json_array(), *pairs = json_array();
    if (class != NULL)
        json_array_append_new(classes, json_string(class));
    if (language.size > 0)
        json_array_append_new(pairs, json_pack("[so]", "lang", json_text(language)));
    json_array_append_new(attributes, json_text(id));
    json_array_append_new(attributes, classes);
    json_array_append_new(attributes, pairs);
    return attributes;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void pandoc_words(json_t *inlines, struct text words)
{
    for (size_t at = 0; at < words.size;) {
        size_t begin = at;
        while (at < words.size && !is_blank(words.data[at]))
            at++;
        if (at > begin)
            json_array_append_new(inlines,
                                  pandoc_node("Str", json_text(text_slice(words, begin, at))));
        begin = at;
        while (at < words.size && is_blank(words.data[at]))
            at++;
        if (at > begin)
            json_array_append_new(inlines, pandoc_node("Space", NULL));
    }
}

static json_t *link_to(struct text target, json_t *inlines)
{
    json_t *content = json_array(), *address = json_array();
    json_array_append_new(address, json_text(target));
    json_array_append_new(address, json_string(""));
    json_array_append_new(content, pandoc_attributes(TEXT(""), NULL, TEXT("")));
    json_array_append_new(content, inlines);
    json_array_append_new(content, address);
    return content;
}

/* Where paper says a page's number: what stands there. */
static void add_reference(struct pandoc_writer *w, json_t *inlines, const struct run *run)
{
    bool is_local = text_starts_with(run->link, TEXT("#"));
    const struct site_place *place =
        site_place_at(w->site, is_local ? text_from(run->link, 1) : run->link);
    struct text_buffer target = text_buffer_new(w->arena);
    json_t *words = json_array();
    if (place == NULL) {
        json_decref(words);
        return;
    }
    buffer_append_byte(&target, '#');
    buffer_append(&target, place->id);
    pandoc_words(words, place->words);
    json_array_append_new(inlines, pandoc_node("Link", link_to(buffer_text(&target), words)));
}

static void add_content(struct pandoc_writer *w, json_t *inlines, const struct run *run)
{
    switch (run->kind) {
    case RUN_TEXT:
        pandoc_words(inlines, run->text);
        break;
    case RUN_BREAK:
        json_array_append_new(inlines, pandoc_node("LineBreak", NULL));
        break;
    case RUN_IMAGE: /* its bytes are not here: its words are */
        pandoc_words(inlines, run->text);
        break;
    case RUN_NOTE:
        json_array_append_new(inlines, pandoc_node("Note", pandoc_blocks(w, run->note)));
        break;
    case RUN_PAGE_NUMBER:
        add_reference(w, inlines, run);
        break;
    }
}

/* What stands in the list becomes the content of one node in a new list. */
static json_t *within(json_t *inlines, const char *type)
{
    json_t *outer = json_array();
    json_array_append_new(outer, pandoc_node(type, inlines));
    return outer;
}

static json_t *styled(struct pandoc_writer *w, const struct run *run, json_t *inlines)
{
    static const struct {
        enum run_style style;
        const char *type;
    } rows[] = {{STYLE_SUBSCRIPT, "Subscript"}, {STYLE_SUPERSCRIPT, "Superscript"},
                {STYLE_STRIKE, "Strikeout"},    {STYLE_UNDERLINE, "Underline"},
                {STYLE_EMPHASIS, "Emph"},       {STYLE_STRONG, "Strong"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (run->style & rows[i].style)
            inlines = within(inlines, rows[i].type);
    if (run->language.size > 0 && !text_equal(run->language, w->language)) {
        json_t *span = json_array();
        json_array_append_new(span, pandoc_attributes(TEXT(""), NULL, run->language));
        json_array_append_new(span, inlines);
        inlines = within(span, "Span");
    }
    return inlines;
}

static json_t *code_of(const struct run *run)
{
    json_t *content = json_array(), *inlines = json_array();
    json_array_append_new(content, pandoc_attributes(TEXT(""), NULL, TEXT("")));
    json_array_append_new(content, json_text(run->text));
    json_array_append_new(inlines, pandoc_node("Code", content));
    return inlines;
}

json_t *pandoc_inlines(struct pandoc_writer *w, const struct run *runs)
{
    json_t *all = json_array();
    for (const struct run *run = runs; run != NULL; run = run->next) {
        const struct run *number = site_number_behind(w->site, run);
        json_t *inlines = json_array();
        struct text target = TEXT("");
        if (number != NULL)
            target = site_link(w->site, 0, number->link, "");
        if (run->kind == RUN_TEXT && run->link.size > 0)
            target = site_link(w->site, 0, run->link, "");
        if (run->kind == RUN_TEXT && run->style & STYLE_CODE) {
            json_decref(inlines);
            inlines = code_of(run);
        } else
            add_content(w, inlines, run);
        inlines = styled(w, run, inlines);
        if (target.size > 0)
            json_array_append_new(all, pandoc_node("Link", link_to(target, inlines)));
        else {
            json_array_extend(all, inlines);
            json_decref(inlines);
        }
        run = number == NULL ? run : number;
    }
    return all;
}
