/* The words an element holds. */
#include "converters/xml/tree.h"
#include "core/base/script.h"
#include <string.h>

struct words {
    struct text_buffer out;
    struct span span;
    bool preserve;
    struct text_buffer gap; /* white space met, not yet written */
};

static void settle_gap(struct words *w, struct text next)
{
    struct text gap = buffer_text(&w->gap);
    bool at_begin = w->out.size == 0 || w->out.data[w->out.size - 1] == '\n';
    w->gap.size = 0;
    if (gap.size == 0 || at_begin)
        return;
    if (memchr(gap.data, '\n', gap.size) == NULL) {
        buffer_append(&w->out, gap);
        return;
    }
    size_t end = w->out.size, begin = 0;
    uint32_t before = text_previous(buffer_text(&w->out), &end);
    if (blank_shows_between(before, text_next(next, &begin)))
        buffer_append_byte(&w->out, ' ');
}

static void add_text(struct words *w, struct text text, struct span span)
{
    size_t at = 0;
    while (at < text.size) {
        size_t begin = at;
        while (at < text.size && is_xml_space(text.data[at]))
            at++;
        buffer_append(&w->gap, text_slice(text, begin, at));
        begin = at;
        while (at < text.size && !is_xml_space(text.data[at]))
            at++;
        if (at == begin)
            break;
        settle_gap(w, text_slice(text, begin, at));
        buffer_append(&w->out, text_slice(text, begin, at));
        struct span here = span.end - span.begin == text.size ? span_slice(span, begin, at) : span;
        w->span = w->span.source == NULL ? here : span_join(w->span, here);
    }
}

static void add_node(struct words *w, const struct xml_node *node)
{
    if (!xml_is_text(node)) {
        if (xml_is_named(node, "br")) {
            w->gap.size = 0;
            buffer_append_byte(&w->out, '\n');
        }
        for (const struct xml_node *child = node->children; child != NULL; child = child->next)
            add_node(w, child); /* as deep as LIMIT_XML_DEPTH */
        return;
    }
    if (!w->preserve) {
        add_text(w, node->text, node->span);
        return;
    }
    buffer_append(&w->out, node->text);
    w->span = w->span.source == NULL ? node->span : span_join(w->span, node->span);
}

struct text xml_trim(struct text t)
{
    while (t.size > 0 && is_xml_space(t.data[0]))
        t = text_from(t, 1);
    while (t.size > 0 && is_xml_space(t.data[t.size - 1]))
        t.size--;
    return t;
}

struct xml_value xml_content(struct arena *arena, const struct xml_node *element)
{
    const struct xml_node *only = element->children;
    bool preserve = text_is(xml_own_attribute(element, "space"), "preserve");
    if (only == NULL)
        return (struct xml_value){.span = element->span};
    if (only->next == NULL && xml_is_text(only)) {
        struct text text = preserve ? only->text : xml_trim(only->text);
        size_t begin = text.size == 0 ? 0 : (size_t)(text.data - only->text.data);
        if (preserve || memchr(text.data, '\n', text.size) == NULL)
            return (struct xml_value){text, text.size == 0
                                                ? element->span
                                                : span_slice(only->span, begin, begin + text.size)};
    }
    struct words words = {
        .out = text_buffer_new(arena), .gap = text_buffer_new(arena), .preserve = preserve};
    for (const struct xml_node *child = only; child != NULL; child = child->next)
        add_node(&words, child);
    if (words.span.source == NULL)
        words.span = element->span;
    return (struct xml_value){buffer_text(&words.out), words.span};
}
