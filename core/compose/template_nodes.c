#include "core/compose/template_nodes.h"
#include "core/compose/template_file.h"

#define MM 2834646 /* 1/1000 pt in 1000 mm */

static const struct message unknown_style = {
    {"模板沒有名為「{0}」的樣式：樣式須寫在用到它的地方之前",
     "模板没有名为「{0}」的样式：样式须写在用到它的地方之前",
     "the template has no style \"{0}\": a style stands above where it is used"}};
static const struct message too_large = {
    {"{0} 太大，超出版面", "{0} 太大，超出版面", "{0} is too large for the page"}};

void complain(struct template_reading *r, const struct message *message, struct span at,
              struct text words)
{
    if (!r->is_fine) /* what follows is mostly its echo */
        return;
    report_error(r->diags, message, at, text_copy(r->diags->arena, text_trim(words)), TEXT(""));
    r->is_fine = false;
}

void complain_at(struct template_reading *r, const struct message *message, const xmlNode *node,
                 struct text words)
{
    complain(r, message, template_span(node), words);
}

void complain_too_large(struct template_reading *r, const xmlNode *node, const char *name)
{
    complain_at(r, &too_large, node, text_from_string(name));
}

struct text attribute_text(struct template_reading *r, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    struct text copy = text_copy(r->arena, text_from_string((const char *)value));
    xmlFree(value);
    return copy;
}

/* A length in 1/1000 pt; its form is known to be right. */
static int32_t length(struct text t)
{
    int64_t value = 0, scale = 1000;
    bool is_negative = text_starts_with(t, TEXT("-")), has_point = false;
    for (size_t i = is_negative; i < t.size; i++) {
        char c = t.data[i];
        if (c == '.')
            has_point = true;
        else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            scale = has_point ? scale / 10 : scale;
        }
    }
    value *= scale;
    if (text_ends_with(t, TEXT("mm")))
        value = value * MM / 1000000;
    return (int32_t)(is_negative ? -value : value);
}

void attribute_length(struct template_reading *r, const xmlNode *node, const char *name,
                      int32_t *to)
{
    struct text value = attribute_text(r, node, name);
    if (text_is_empty(value))
        return;
    *to = length(value);
    if (*to > r->most || *to < -r->most)
        complain_too_large(r, node, name);
}

void attribute_colour(struct template_reading *r, const xmlNode *node, const char *name,
                      uint32_t *to)
{
    struct text value = attribute_text(r, node, name);
    if (text_is_empty(value))
        return;
    *to = 0;
    for (size_t i = 0; i < value.size; i++) {
        char c = value.data[i];
        uint32_t digit = (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        *to = *to << 4 | digit;
    }
    if (text_is(value, "none"))
        *to = COLOUR_NONE;
}

void attribute_flag(struct template_reading *r, const xmlNode *node, const char *name, bool *to)
{
    struct text value = attribute_text(r, node, name);
    if (!text_is_empty(value))
        *to = text_is(value, "yes");
}

void attribute_choice(struct template_reading *r, const xmlNode *node, const char *name,
                      const char *const *names, int *to)
{
    struct text value = attribute_text(r, node, name);
    for (int i = 0; names[i] != NULL; i++)
        if (!text_is_empty(value) && text_is(value, names[i]))
            *to = i;
}

struct text attribute_style(struct template_reading *r, const xmlNode *node, const char *name)
{
    struct text style = attribute_text(r, node, name);
    if (!text_is_empty(style) && !stylesheet_has_style(&r->template->sheet, style))
        complain_at(r, &unknown_style, node, style);
    return style;
}

void template_read_children(struct template_reading *r, const xmlNode *parent,
                            template_read_node *read)
{
    for (const xmlNode *node = parent->children; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE)
            read(r, node);
}

void template_read_sections(struct template_reading *r, const xmlNode *root,
                            const struct template_section *sections)
{
    for (; sections->name != NULL; sections++) {
        const xmlNode *section = template_child(root, sections->name);
        if (section != NULL)
            sections->read(r, section);
    }
}
