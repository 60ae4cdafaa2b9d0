#include "core/base/yaml.h"
#include <yaml.h>

struct reading {
    struct arena *arena, *scratch;
    const struct source *source;
    yaml_document_t *document;
    /* libyaml counts code points; nodes come nearly in order, so counting goes on from the last */
    size_t point, offset;
    size_t values;
    const char *problem;
};

static uint32_t offset_of(struct reading *r, size_t point)
{
    if (point < r->point)
        r->point = r->offset = 0;
    while (r->point < point && r->offset < r->source->text.size) {
        text_next(r->source->text, &r->offset);
        r->point++;
    }
    return (uint32_t)r->offset;
}

static bool take(struct reading *r, int id, struct yaml_value *value, unsigned depth);

static bool take_list(struct reading *r, const yaml_node_t *node, struct yaml_value *value,
                      unsigned depth)
{
    const yaml_node_item_t *items = node->data.sequence.items.start;
    value->kind = YAML_LIST;
    value->count = (uint32_t)(node->data.sequence.items.top - items);
    struct yaml_value *to = arena_new_array(r->scratch, value->count, struct yaml_value);
    value->items = to;
    for (size_t i = 0; i < value->count; i++)
        if (!take(r, items[i], &to[i], depth))
            return false;
    return true;
}

static bool take_map(struct reading *r, const yaml_node_t *node, struct yaml_value *value,
                     unsigned depth)
{
    const yaml_node_pair_t *pairs = node->data.mapping.pairs.start;
    value->kind = YAML_MAP;
    value->count = (uint32_t)(node->data.mapping.pairs.top - pairs);
    struct yaml_value *to = arena_new_array(r->scratch, value->count, struct yaml_value);
    value->items = to;
    for (size_t i = 0; i < value->count; i++) {
        struct yaml_value key;
        if (!take(r, pairs[i].key, &key, depth) || !take(r, pairs[i].value, &to[i], depth))
            return false;
        to[i].key = key.words;
        to[i].key_begin = key.begin;
        to[i].key_end = key.end;
    }
    return true;
}

/* The words as they stand in the text, be it behind a quotation mark; or a copy. */
static struct text words_of(struct reading *r, const yaml_node_t *node, uint32_t begin)
{
    struct text words = {(const char *)node->data.scalar.value, node->data.scalar.length};
    bool is_plain = node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    size_t from = is_plain ? begin : begin + 1;
    struct text there = text_slice(r->source->text, from, from + words.size);
    return text_equal(there, words) ? there : text_copy(r->arena, words);
}

static bool take(struct reading *r, int id, struct yaml_value *value, unsigned depth)
{
    const yaml_node_t *node = yaml_document_get_node(r->document, id);
    bool is_fine = true;
    if (depth > LIMIT_DEPTH || r->values++ == LIMIT_YAML_VALUES) {
        r->problem = depth > LIMIT_DEPTH ? "it nests too deeply" : "it holds too much";
        return false;
    }
    *value = (struct yaml_value){.kind = YAML_WORDS, .source = r->source};
    value->begin = offset_of(r, node->start_mark.index);
    if (node->type == YAML_SEQUENCE_NODE)
        is_fine = take_list(r, node, value, depth + 1);
    else if (node->type == YAML_MAPPING_NODE)
        is_fine = take_map(r, node, value, depth + 1);
    else
        value->words = words_of(r, node, value->begin);
    value->end = offset_of(r, node->end_mark.index); /* behind its items: in order */
    return is_fine;
}

static const struct yaml_value *read_root(struct reading *r, yaml_parser_t *parser)
{
    struct yaml_value *root = arena_new(r->scratch, struct yaml_value);
    yaml_document_t document;
    if (!yaml_parser_load(parser, &document)) {
        r->problem = parser->problem == NULL ? "" : parser->problem;
        r->offset = text_offset(r->source->text, parser->problem_mark.index);
        return NULL;
    }
    r->document = &document;
    bool is_fine = false;
    if (yaml_document_get_root_node(&document) == NULL)
        r->problem = "it is empty";
    else
        is_fine = take(r, 1, root, 0);
    yaml_document_delete(&document);
    r->document = NULL;
    return is_fine ? root : NULL;
}

const struct yaml_value *yaml_parse(struct arena *arena, struct arena *scratch,
                                    const struct source *source, const struct message *not_yaml,
                                    struct diagnostics *diags)
{
    yaml_parser_t parser;
    struct reading r = {.arena = arena, .scratch = scratch, .source = source, .problem = ""};
    const struct yaml_value *root = NULL;
    if (yaml_parser_initialize(&parser)) {
        yaml_parser_set_input_string(&parser, (const unsigned char *)source->text.data,
                                     source->text.size);
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
        root = read_root(&r, &parser);
        yaml_parser_delete(&parser);
    }
    if (root != NULL)
        return root;
    struct span at = span_of_source(source);
    at.begin = at.end = (uint32_t)r.offset;
    report_error(diags, not_yaml, at, text_copy(diags->arena, text_from_string(r.problem)),
                 TEXT(""));
    return NULL;
}

const struct yaml_value *yaml_find(const struct yaml_value *map, const char *key)
{
    for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
        if (text_is(map->items[i].key, key))
            return &map->items[i];
    return NULL;
}

struct span yaml_span(const struct yaml_value *value)
{
    struct span span = span_of_source(value->source);
    span.begin = value->begin;
    span.end = value->end;
    return span;
}

struct span yaml_key_span(const struct yaml_value *value)
{
    struct span span = span_of_source(value->source);
    span.begin = value->key_begin;
    span.end = value->key_end;
    return span;
}
