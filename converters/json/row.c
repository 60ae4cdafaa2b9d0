/* The rows of the two formats. */
#include "converters/json/json.h"
#include "converters/json/parts.h"

static const char *const json_extensions[] = {"json", NULL};
static const char *const jsonl_extensions[] = {"jsonl", "ndjson", NULL};

static bool begins_object(struct text t)
{
    t = text_trim(t);
    return t.size > 1 && t.data[0] == '{' &&
           text_starts_with(text_trim(text_from(t, 1)), TEXT("\""));
}

static int json_sniff(struct text head, struct text file_name)
{
    struct text begin = text_trim(head);
    if (has_extension(file_name, json_extensions))
        return 90;
    bool is_array = begin.size > 0 && begin.data[0] == '[' && begins_object(text_from(begin, 1));
    return begins_object(begin) || is_array ? 50 : 0;
}

/* A line that is an object and, where there is a second line, another one behind it. */
static int jsonl_sniff(struct text head, struct text file_name)
{
    struct text line = {0}, next = {0};
    size_t offset = 0;
    if (has_extension(file_name, jsonl_extensions))
        return 90;
    if (!text_next_line(head, &offset, &line) || !text_next_line(head, &offset, &next))
        return 0;
    return begins_object(line) && text_ends_with(line, TEXT("}")) && begins_object(next) ? 60 : 0;
}

/* The same, and where each value stood; chosen by --positions, not by name. */
static const struct converter json_with_places = {
    .name = "json",
    .extensions = json_extensions,
    .write_model = json_write_model_with_places,
};

static const struct converter jsonl_with_places = {
    .name = "jsonl",
    .extensions = jsonl_extensions,
    .write_model = jsonl_write_model_with_places,
    .write_role = jsonl_write_role_with_places,
};

const struct converter json_converter = {
    .name = "json",
    .extensions = json_extensions,
    .sniff = json_sniff,
    .read_document = json_read_document,
    .read_model = json_read_model,
    .write_model = json_write_model,
    .with_places = &json_with_places,
};

const struct converter jsonl_converter = {
    .name = "jsonl",
    .extensions = jsonl_extensions,
    .sniff = jsonl_sniff,
    .read_document = jsonl_read_document,
    .read_model = jsonl_read_model,
    .write_model = jsonl_write_model,
    .write_role = jsonl_write_role,
    .with_places = &jsonl_with_places,
};
