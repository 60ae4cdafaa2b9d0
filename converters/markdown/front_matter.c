/* YAML front matter, by libyaml's events: "---" on the first line to "---" or "...". */
#include "converters/markdown/markdown.h"
#include "converters/markdown/reader.h"
#include <string.h>
#include <yaml.h>

static const struct message bad_yaml = {
    .text = {[LANG_ZH_HANT] = "前置資料不是有效的 YAML：{0}；請修正，或以引號括住值",
             [LANG_ZH_HANS] = "前置资料不是有效的 YAML：{0}；请修正，或用引号括住值",
             [LANG_EN] = "the front matter is not valid YAML: {0}; mend it, or quote the value"}};

#define KEY_DEPTH 8 /* mappings in mappings, as a.b.c; deeper ones keep the outer key */

struct front_matter {
    struct markdown_reader *reader;
    struct text yaml;
    uint32_t begin;   /* of yaml in the source */
    size_t at, index; /* the same place in bytes and in libyaml's characters */
    struct text keys[KEY_DEPTH];
    struct span key_span;
    bool is_mapping[64]; /* of the collections open */
    bool wants_key[64];
    size_t depth;
    size_t mappings;
};

/* libyaml counts characters; events come in order, so the bytes are counted along. */
static uint32_t byte_offset(struct front_matter *in, size_t index)
{
    if (index < in->index)
        in->at = in->index = 0;
    for (; in->index < index && in->at < in->yaml.size; in->index++)
        text_next(in->yaml, &in->at);
    return in->begin + (uint32_t)in->at;
}

static struct text joined_key(struct front_matter *in)
{
    size_t count = in->mappings < KEY_DEPTH ? in->mappings : KEY_DEPTH;
    if (count == 1)
        return in->keys[0];
    struct text_buffer key = text_buffer_new(in->reader->arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append_byte(&key, '.');
        buffer_append(&key, in->keys[i]);
    }
    return buffer_text(&key);
}

static void read_scalar(struct front_matter *in, const yaml_event_t *event)
{
    struct markdown_reader *reader = in->reader;
    uint32_t begin = byte_offset(in, event->start_mark.index);
    uint32_t end = byte_offset(in, event->end_mark.index);
    struct text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    bool is_quoted = event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                     event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (is_quoted && end > begin + 1) {
        begin++;
        end--;
    }
    struct text there = reader_source(reader, begin, end);
    value = text_equal(there, value) ? there : text_copy(reader->arena, value);
    struct span span = reader_span(reader, begin, end);
    bool in_mapping = in->depth > 0 && in->is_mapping[in->depth - 1];
    if (in_mapping && in->wants_key[in->depth - 1]) {
        if (in->mappings <= KEY_DEPTH)
            in->keys[in->mappings - 1] = value;
        in->key_span = span;
        in->wants_key[in->depth - 1] = false;
        return;
    }
    if (in_mapping)
        in->wants_key[in->depth - 1] = true;
    metadata_append(reader->document, joined_key(in), value, in->key_span, span);
}

static bool open_collection(struct front_matter *in, bool is_mapping)
{
    if (in->depth == sizeof in->is_mapping)
        return false;
    if (in->depth > 0 && in->is_mapping[in->depth - 1])
        in->wants_key[in->depth - 1] = true; /* once this one is closed */
    in->is_mapping[in->depth] = in->wants_key[in->depth] = is_mapping;
    in->depth++;
    in->mappings += is_mapping;
    if (is_mapping && in->mappings <= KEY_DEPTH)
        in->keys[in->mappings - 1] = (struct text){0};
    return true;
}

static enum status report_yaml(struct front_matter *in, const yaml_parser_t *parser)
{
    uint32_t at = byte_offset(in, parser->problem_mark.index);
    uint32_t last = in->begin + (uint32_t)in->yaml.size;
    const char *problem = parser->problem == NULL ? "nested too deep" : parser->problem;
    struct text words = text_copy(in->reader->diags->arena, text_from_string(problem));
    return report_error(in->reader->diags, &bad_yaml,
                        reader_span(in->reader, at < last ? at : last, last), words,
                        (struct text){0});
}

/* False at the end of the stream. */
static bool read_event(struct front_matter *in, const yaml_event_t *event, bool *is_ours)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        *is_ours = in->mappings > 0; /* a lone text between two rules is no front matter */
        if (*is_ours)
            read_scalar(in, event);
        return *is_ours;
    case YAML_MAPPING_START_EVENT:
        *is_ours = open_collection(in, true);
        return *is_ours;
    case YAML_SEQUENCE_START_EVENT:
        *is_ours = in->mappings > 0 && open_collection(in, false);
        return *is_ours;
    case YAML_MAPPING_END_EVENT:
        in->mappings--;
        in->depth--;
        return true;
    case YAML_SEQUENCE_END_EVENT:
        in->depth--;
        return true;
    default: /* streams, documents, aliases: nothing to keep */
        return event->type != YAML_STREAM_END_EVENT && event->type != YAML_DOCUMENT_END_EVENT;
    }
}

static enum status read_events(struct front_matter *in, bool *is_ours)
{
    yaml_parser_t parser;
    enum status status = STATUS_OK;
    if (!yaml_parser_initialize(&parser))
        return STATUS_OK;
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)in->yaml.data, in->yaml.size);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            status = report_yaml(in, &parser);
            break;
        }
        more = read_event(in, &event, is_ours);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return status;
}

bool markdown_find_front_matter(struct text source, size_t *begin, size_t *close, size_t *end)
{
    size_t offset = 0;
    struct text line;
    if (!text_starts_with(source, TEXT("---")) || !text_next_line(source, &offset, &line) ||
        !text_is(text_trim(line), "---"))
        return false;
    *begin = offset;
    for (;;) {
        *close = offset;
        if (!text_next_line(source, &offset, &line))
            return false;
        bool closes = text_starts_with(line, TEXT("---")) || text_starts_with(line, TEXT("..."));
        if (closes && text_is_blank(text_from(line, 3))) {
            *end = offset;
            return true;
        }
    }
}

/* What a document knows about itself, whatever the words of a role are. */
static void name_document(struct document *document)
{
    for (const struct metadata *m = document->metadata; m != NULL; m = m->next) {
        struct text *slot = NULL;
        if (text_equal_ascii_case(m->key, TEXT("title")))
            slot = &document->title;
        else if (text_equal_ascii_case(m->key, TEXT("author")))
            slot = &document->author;
        else if (text_equal_ascii_case(m->key, TEXT("lang")) ||
                 text_equal_ascii_case(m->key, TEXT("language")))
            slot = &document->language;
        if (slot != NULL && slot->size == 0)
            *slot = m->value;
    }
}

/* Tabs in front of a line's words are blanks, as programs for sites read them; YAML has none there. */
static struct text without_tabs(struct arena *arena, struct text yaml)
{
    bool is_front = true;
    if (text_find(yaml, TEXT("\t"), 0) == TEXT_NOT_FOUND)
        return yaml;
    char *data = arena_alloc(arena, yaml.size);
    for (size_t i = 0; i < yaml.size; i++) {
        char c = yaml.data[i];
        data[i] = c == '\t' && is_front ? ' ' : c;
        is_front = c == '\n' || (is_front && (c == ' ' || c == '\t'));
    }
    return (struct text){data, yaml.size};
}

enum status front_matter_read(struct markdown_reader *reader, uint32_t *end)
{
    size_t begin, close, behind;
    struct text source = reader->source->text;
    *end = 0;
    if (toml_read(reader, end)) {
        name_document(reader->document);
        return STATUS_OK;
    }
    if (!markdown_find_front_matter(source, &begin, &close, &behind))
        return STATUS_OK;
    struct front_matter in = {
        .reader = reader, .yaml = text_slice(source, begin, close), .begin = (uint32_t)begin};
    if (text_is_blank(in.yaml)) {
        *end = (uint32_t)behind;
        return STATUS_OK;
    }
    in.yaml = without_tabs(reader->arena, in.yaml);
    bool is_ours = true;
    enum status status = read_events(&in, &is_ours);
    if (is_ours || status != STATUS_OK)
        *end = (uint32_t)behind;
    name_document(reader->document);
    return status;
}
