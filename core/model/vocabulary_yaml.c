#include "core/model/vocabulary_yaml.h"
#include "core/base/nearest_name.h"
#include "core/base/text_buffer.h"

static const struct message unknown_name = {
    {"詞彙檔不認得「{0}」：可用的是 {1}", "词汇文件不认得「{0}」：可用的是 {1}",
     "the vocabulary file names \"{0}\", which is not known here; known are {1}"}};
static const struct message misspelt_name = {
    {"詞彙檔不認得「{0}」：是不是「{1}」？", "词汇文件不认得「{0}」：是不是「{1}」？",
     "the vocabulary file names \"{0}\", which is not known here: is it \"{1}\"?"}};
static const struct message wrong_shape = {
    {"詞彙檔的 {0} 應為一串標籤：[甲, 乙]", "词汇文件的 {0} 应为一串标签：[甲, 乙]",
     "in the vocabulary file {0} must be a list of labels: [one, two]"}};

static struct span node_span(const struct vocabulary_reading *reading, const yaml_node_t *node)
{
    struct span span = span_of_source(reading->source);
    /* libyaml counts code points. */
    span.begin = (uint32_t)text_offset(reading->source->text, node->start_mark.index);
    span.end = (uint32_t)text_offset(reading->source->text, node->end_mark.index);
    return span;
}

struct text vocabulary_node_text(const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE)
        return TEXT("");
    return (struct text){(const char *)node->data.scalar.value, node->data.scalar.length};
}

void vocabulary_complain(struct vocabulary_reading *reading, const struct message *message,
                         const yaml_node_t *node, struct text name)
{
    report_error(reading->diags, message, node_span(reading, node),
                 text_copy(reading->diags->arena, name), TEXT(""));
    reading->is_fine = false;
}

void known_names_add(struct known_names *known, const char *name)
{
    if (known->count < KNOWN_NAMES_MAX)
        known->list[known->count++] = text_from_string(name);
}

void vocabulary_complain_of_name(struct vocabulary_reading *reading, const yaml_node_t *node,
                                 struct text name, const struct known_names *known)
{
    struct arena *arena = reading->diags->arena;
    struct text_buffer all = text_buffer_new(arena);
    struct text nearest = nearest_name(name, known->list, known->count);
    for (size_t i = 0; i < known->count; i++) {
        buffer_append_string(&all, i == 0 ? "" : ", ");
        buffer_append(&all, known->list[i]);
    }
    bool is_misspelt = !text_is_empty(nearest);
    report_error(reading->diags, is_misspelt ? &misspelt_name : &unknown_name,
                 node_span(reading, node), text_copy(arena, name),
                 is_misspelt ? nearest : buffer_text(&all));
    reading->is_fine = false;
}

static bool is_nothing(const yaml_node_t *node)
{
    return node->type == YAML_SCALAR_NODE && node->data.scalar.length == 0;
}

void vocabulary_each_pair(struct vocabulary_reading *reading, const yaml_node_t *map,
                          each_pair *each, const void *data)
{
    if (is_nothing(map))
        return;
    if (map->type != YAML_MAPPING_NODE) {
        vocabulary_complain(reading, &wrong_shape, map, vocabulary_node_text(map));
        return;
    }
    for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top;
         pair++)
        each(reading, yaml_document_get_node(reading->yaml, pair->key),
             yaml_document_get_node(reading->yaml, pair->value), data);
}

void vocabulary_each_label(struct vocabulary_reading *reading, const yaml_node_t *list,
                           struct text name, each_label *each, const void *data)
{
    if (is_nothing(list))
        return;
    if (list->type != YAML_SEQUENCE_NODE) {
        vocabulary_complain(reading, &wrong_shape, list, name);
        return;
    }
    size_t index = 0;
    for (yaml_node_item_t *item = list->data.sequence.items.start;
         item < list->data.sequence.items.top; item++) {
        const yaml_node_t *node = yaml_document_get_node(reading->yaml, *item);
        if (node->type != YAML_SCALAR_NODE)
            vocabulary_complain(reading, &wrong_shape, node, name);
        else
            each(reading, text_copy(reading->arena, vocabulary_node_text(node)), index++, data);
    }
}
