/* Where a record or an item stands in rolebook's XML, so that it can be taken away. */
#include "converters/xml/parts.h"
#include "converters/xml/xml.h"

static bool holds(const struct xml_node *node, struct span at)
{
    return node->span.begin <= at.begin && at.end <= node->end;
}

/* The element to look at next below node: the one that holds the place; NULL: none. */
static const struct xml_node *child_around(const struct xml_node *node, struct span at)
{
    const struct xml_node *child = node->children;
    while (child != NULL && (xml_is_text(child) || !holds(child, at)))
        child = child->next;
    return child;
}

/* With the blanks in front of it and the line end behind it, where it has lines for itself. */
static struct span with_lines(struct text text, struct span span)
{
    size_t begin = span.begin, end = span.end;
    while (begin > 0 && (text.data[begin - 1] == ' ' || text.data[begin - 1] == '\t'))
        begin--;
    while (end < text.size && (text.data[end] == ' ' || text.data[end] == '\t'))
        end++;
    if (end < text.size && text.data[end] == '\r')
        end++;
    bool has_lines =
        begin > 0 && text.data[begin - 1] == '\n' && end < text.size && text.data[end] == '\n';
    if (has_lines) {
        span.begin = (uint32_t)begin;
        span.end = (uint32_t)end + 1;
    }
    return span;
}

bool xml_find_item(struct arena *arena, struct span at, struct span *item)
{
    struct source source = {.path = at.source->path};
    struct input input = {.arena = arena,
                          .source = &source,
                          .bytes = at.source->text,
                          .diags = diagnostics_new(arena)};
    struct xml_tree tree;
    const struct xml_node *found = NULL;
    if (!xml_tree_read(&input, &tree))
        return false;
    for (const struct xml_node *node = tree.root; node != NULL; node = child_around(node, at))
        if (xml_is_named(node, "record") || xml_is_named(node, "item"))
            found = node;
    if (found == NULL)
        return false;
    *item = at;
    item->begin = found->span.begin;
    item->end = found->end;
    *item = with_lines(at.source->text, *item);
    return true;
}
