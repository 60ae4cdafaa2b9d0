/*
 * Vocabularies of XML that are known by the name of their root: templates/xml/ROOT.yaml says, by
 * names of elements,
 *
 *   open: [A]    which only hold others: these stand where A stood
 *   last: [A]    which are of an advertisement or a file, and not of the position: they come behind
 *                what else stands beside them
 *   hold: [A]    of which the attribute "name" is what they say
 *   say: {A: B}  what others are called in words that the vocabulary knows
 *
 * What no file says is read as any other XML.
 */
#include "converters/xml/foreign.h"
#include "core/base/embedded.h"
#include "core/base/yaml.h"

static const struct message not_a_mapping = {
    .text = {[LANG_ZH_HANT] = "讀不懂這份 XML 對照表：{0}",
             [LANG_ZH_HANS] = "读不懂这份 XML 对照表：{0}",
             [LANG_EN] = "this mapping of XML names cannot be read: {0}"}};

struct mapping {
    const struct yaml_value *open; /* these only hold others; NULL: none */
    const struct yaml_value *last; /* these come behind what else stands beside them */
    const struct yaml_value *say;  /* what an element's name says, by its name */
    const struct yaml_value *hold; /* what the attribute "name" says stands in these */
};

static bool lists(const struct yaml_value *list, struct text name)
{
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (text_equal(list->items[i].words, name))
            return true;
    return false;
}

static void say(const struct mapping *mapping, struct xml_node *node)
{
    for (size_t i = 0; mapping->say != NULL && i < mapping->say->count; i++)
        if (text_equal(mapping->say->items[i].key, node->name)) {
            node->name = mapping->say->items[i].words;
            return;
        }
}

static bool only_holds_elements(const struct xml_node *node)
{
    return !foreign_has_words(node) && xml_has_elements(node) && !foreign_has_attributes(node);
}

/* <Competency name="SQL">: <item>SQL</item> in it. */
static void hold_name(struct arena *arena, struct xml_node *node)
{
    struct xml_attribute **at = &node->attributes;
    while (*at != NULL && !text_is((*at)->name, "name"))
        at = &(*at)->next;
    if (*at == NULL)
        return;
    struct xml_node *item = arena_new(arena, struct xml_node),
                    *words = arena_new(arena, struct xml_node);
    *words = (struct xml_node){.text = (*at)->value, .span = (*at)->span, .parent = item};
    *item = (struct xml_node){.name = TEXT("item"),
                              .span = (*at)->span,
                              .parent = node,
                              .children = words,
                              .last_child = words,
                              .next = node->children};
    if (node->last_child == NULL)
        node->last_child = item;
    node->children = item;
    *at = (*at)->next;
}

struct chain {
    struct xml_node *first, *last;
};

static void append(struct chain *chain, struct xml_node *parent, struct xml_node *node)
{
    node->parent = parent;
    node->next = NULL;
    *(chain->last == NULL ? &chain->first : &chain->last->next) = node;
    chain->last = node;
}

static void append_all(struct chain *chain, struct xml_node *parent, struct xml_node *nodes)
{
    for (struct xml_node *next; nodes != NULL; nodes = next) {
        next = nodes->next;
        append(chain, parent, nodes);
    }
}

static void map_below(struct arena *arena, const struct mapping *mapping, struct xml_node *parent)
{
    struct chain children = {0}, behind = {0};
    for (struct xml_node *node = parent->children, *next; node != NULL; node = next) {
        next = node->next;
        bool is_element = !xml_is_text(node);
        if (is_element)
            map_below(arena, mapping, node); /* as deep as LIMIT_XML_DEPTH */
        if (is_element && lists(mapping->open, node->name) && only_holds_elements(node)) {
            append_all(&children, parent, node->children);
            continue;
        }
        append(is_element && lists(mapping->last, node->name) ? &behind : &children, parent, node);
        if (is_element && lists(mapping->hold, node->name))
            hold_name(arena, node);
        if (is_element)
            say(mapping, node);
    }
    append_all(&children, parent, behind.first);
    parent->children = children.first;
    parent->last_child = children.last;
}

void foreign_map(struct input *input, struct xml_node *root)
{
    struct source *source = arena_new(input->arena, struct source);
    struct text_buffer path = text_buffer_new(input->arena);
    buffer_append_string(&path, "xml/");
    buffer_append(&path, root->name);
    buffer_append_string(&path, ".yaml");
    source->path = text_to_string(input->arena, buffer_text(&path));
    source->text = embedded_file(source->path);
    if (source->text.data == NULL)
        return;
    const struct yaml_value *file =
        yaml_read(input->arena, input->arena, source, &not_a_mapping, input->diags);
    if (file == NULL)
        return;
    struct mapping mapping = {yaml_find(file, "open"), yaml_find(file, "last"),
                              yaml_find(file, "say"), yaml_find(file, "hold")};
    map_below(input->arena, &mapping, root);
}
