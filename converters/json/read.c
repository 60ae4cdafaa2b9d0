/* jansson's values become the model. */
#include "converters/json/json.h"
#include "converters/json/names.h"
#include "converters/json/parts.h"
#include "core/base/charset.h"
#include "core/base/heap.h"
#include <assert.h>
#include <string.h>

#define LARGE_TEXT ((size_t)4 << 20) /* bytes; the tree of it takes some four times as many */

static const struct message not_json = {.text = {[LANG_ZH_HANT] = "不是有效的 JSON：{0}",
                                                 [LANG_ZH_HANS] = "不是有效的 JSON：{0}",
                                                 [LANG_EN] = "not valid JSON: {0}"}};
static const struct message unknown_key = {
    .text = {[LANG_ZH_HANT] = "{1} 沒有「{0}」這一項：內容原樣保留",
             [LANG_ZH_HANS] = "{1} 没有“{0}”这一项：内容原样保留",
             [LANG_EN] = "{1} has no key \"{0}\": its words are kept as they are"}};
static const struct message wrong_type = {
    .text = {[LANG_ZH_HANT] = "{1} 的「{0}」類型不對：內容原樣保留",
             [LANG_ZH_HANS] = "{1} 的“{0}”类型不对：内容原样保留",
             [LANG_EN] = "\"{0}\" of {1} is of the wrong type: its words are kept as they are"}};
static const struct message wrong_version = {
    .text = {[LANG_ZH_HANT] = "「{0}」須為 1：這是其他版本寫出的檔案",
             [LANG_ZH_HANS] = "“{0}”须为 1：这是其他版本写出的文件",
             [LANG_EN] = "\"{0}\" is not 1: the file is of another version"}};

struct reader {
    struct input *input;
    struct handbook *handbook;
    struct role *role; /* NULL: in the handbook's own part */
    struct span at;    /* jansson knows no places: the file, or the file the role came from */
    struct text name;  /* of what is read, for messages: "roles[2]" */
    bool invalid;
};

static struct text copy(struct reader *in, const char *data, size_t size)
{
    return text_copy(in->input->arena, (struct text){data, size});
}

static struct text key_text(struct reader *in, const char *key)
{
    return copy(in, key, strlen(key));
}

/* Any value as words; what is no string, number or boolean as JSON. */
static struct text words_of(struct reader *in, const json_t *value)
{
    if (json_is_string(value))
        return copy(in, json_string_value(value), json_string_length(value));
    if (json_is_null(value))
        return (struct text){0};
    char *dumped = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
    struct text words = key_text(in, dumped == NULL ? "" : dumped);
    free(dumped);
    return words;
}

static bool is_words(const json_t *value)
{
    return json_is_string(value) || json_is_number(value) || json_is_boolean(value);
}

static void report(struct reader *in, const struct message *message, struct text key)
{
    report_error(in->input->diags, message, in->at, key, in->name);
    in->invalid = true;
}

/* Reports, and keeps the words among the other sections. */
static void keep(struct reader *in, const struct message *message, const char *key,
                 const json_t *value)
{
    struct text heading = key_text(in, key), words = words_of(in, value);
    report(in, message, heading);
    if (words.size == 0)
        return;
    struct section_text *section = in->role != NULL
                                       ? other_append(in->handbook, in->role, heading, in->at)
                                       : preface_append(in->handbook, heading, in->at);
    section->text = words;
}

/* ---- elements ---- */

static void read_record(struct reader *in, struct records *records, json_t *value)
{
    struct record *record = record_append(in->handbook, records, (struct text){0}, in->at);
    const json_t *text = json_object_get(value, KEY_TEXT);
    const char *key;
    json_t *part;
    json_object_foreach(value, key, part)
    {
        enum field field = field_by_name(records->element, text_from_string(key));
        if (part == text && is_words(part))
            record->text = words_of(in, part);
        else if (part == text || (field != FIELD_NONE && !is_words(part)))
            keep(in, &wrong_type, key, part);
        else if (field == FIELD_NONE)
            keep(in, &unknown_key, key, part);
        else
            record_set_field(in->handbook, records, record, field,
                             (struct value){words_of(in, part), in->at});
    }
    if (text == NULL)
        record->text = record_field(records, record, element_first_field(records->element)).text;
}

static void read_rows(struct reader *in, struct records *records, const char *key, json_t *value)
{
    bool is_records = element_row(records->element)->kind == KIND_RECORDS;
    size_t i;
    json_t *row;
    json_array_foreach(value, i, row)
    {
        if (is_records && json_is_object(row))
            read_record(in, records, row);
        else if (is_words(row))
            record_append(in->handbook, records, words_of(in, row), in->at);
        else
            keep(in, &wrong_type, key, row);
    }
}

static void read_element(struct reader *in, struct records *records, const char *key, json_t *value)
{
    enum kind kind = element_row(records->element)->kind;
    bool is_text = kind == KIND_TEXT || kind == KIND_REF;
    records->at = in->at;
    if (json_is_null(value))
        records->state = STATE_NOT_APPLICABLE;
    else if (is_words(value)) {
        struct text words = words_of(in, value);
        records->state = STATE_EMPTY;
        if (words.size > 0)
            record_append(in->handbook, records, words, in->at);
    } else if (json_is_array(value) && !is_text) {
        records->state = STATE_EMPTY;
        read_rows(in, records, key, value);
    } else
        keep(in, &wrong_type, key, value);
}

static void read_marks(struct reader *in, struct records *records, const char *key, json_t *value)
{
    const json_t *heading = json_object_get(value, KEY_HEADING);
    const json_t *reason = json_object_get(value, KEY_REASON);
    const json_t *labels = json_object_get(value, KEY_LABELS);
    const json_t *depths = json_object_get(value, KEY_DEPTHS);
    if (!json_is_object(value)) {
        keep(in, &wrong_type, key, value);
        return;
    }
    if (json_is_string(heading))
        records->heading = words_of(in, heading);
    if (json_is_string(reason) && records->state == STATE_NOT_APPLICABLE)
        records->reason = words_of(in, reason);
    for (size_t i = 0; i < records->count; i++) {
        const json_t *label = json_array_get(labels, i), *depth = json_array_get(depths, i);
        if (json_is_string(label))
            records->rows[i].label = words_of(in, label);
        if (json_is_integer(depth) && json_integer_value(depth) >= 0 &&
            json_integer_value(depth) <= LIMIT_DEPTH)
            records->rows[i].depth = (unsigned)json_integer_value(depth);
    }
}

static void read_as_written(struct reader *in, struct records *values, enum element first,
                            enum element find(struct text), json_t *marks)
{
    const char *key;
    json_t *value;
    assert(values != NULL);
    json_object_foreach(marks, key, value)
    {
        enum element element = find(text_from_string(key));
        if (element == ELEMENT_COUNT)
            keep(in, &unknown_key, key, value);
        else
            read_marks(in, &values[element - first], key, value);
    }
}

static void read_sections(struct reader *in, const char *key, json_t *value)
{
    size_t i;
    json_t *item;
    if (!json_is_array(value))
        keep(in, &wrong_type, key, value);
    json_array_foreach(value, i, item)
    {
        const json_t *text = json_object_get(item, KEY_TEXT);
        if (!json_is_string(text)) {
            keep(in, &wrong_type, key, item);
            continue;
        }
        struct text heading = words_of(in, json_object_get(item, KEY_HEADING));
        struct section_text *section = in->role != NULL
                                           ? other_append(in->handbook, in->role, heading, in->at)
                                           : preface_append(in->handbook, heading, in->at);
        section->text = words_of(in, text);
    }
}

/* ---- roles and the handbook ---- */

/* The file a role came from, as far as findings can name it. */
static void read_source(struct reader *in, const json_t *value)
{
    if (!json_is_string(value) || json_string_length(value) == 0)
        return;
    struct source *source = arena_new(in->input->arena, struct source);
    source->path = text_to_string(in->input->arena, words_of(in, value));
    source->kind = SOURCE_WORD; /* no lines are known of it */
    in->role->source = source;
    in->at = in->role->at = span_of_source(source);
}

static void read_role(struct reader *in, json_t *value)
{
    struct span around = in->at;
    in->role = role_append(in->handbook, in->input->source, in->at);
    read_source(in, json_object_get(value, KEY_SOURCE));
    const char *key;
    json_t *part;
    json_object_foreach(value, key, part)
    {
        enum element element = element_by_name(text_from_string(key));
        if (element != ELEMENT_COUNT)
            read_element(in, &in->role->values[element], key, part);
        else if (strcmp(key, KEY_LANGUAGE) == 0 && json_is_string(part))
            in->role->language = words_of(in, part);
        else if (strcmp(key, KEY_OTHER) == 0)
            read_sections(in, key, part);
        else if (strcmp(key, KEY_AS_WRITTEN) != 0 && strcmp(key, KEY_SOURCE) != 0)
            keep(in, &unknown_key, key, part);
    }
    read_as_written(in, in->role->values, (enum element)0, element_by_name,
                    json_object_get(value, KEY_AS_WRITTEN));
    in->role = NULL;
    in->at = around;
}

static void read_roles(struct reader *in, json_t *roles)
{
    size_t i;
    json_t *role;
    struct text around = in->name;
    if (!json_is_array(roles))
        keep(in, &wrong_type, KEY_ROLES, roles);
    json_array_foreach(roles, i, role)
    {
        struct text_buffer name = text_buffer_new(in->input->arena);
        buffer_append_format(&name, KEY_ROLES "[%zu]", i);
        if (json_is_object(role)) {
            in->name = buffer_text(&name);
            read_role(in, role);
        } else
            keep(in, &wrong_type, KEY_ROLES, role);
        in->name = around;
    }
}

static void read_handbook(struct reader *in, json_t *value)
{
    struct handbook *handbook = in->handbook;
    const char *key;
    json_t *part;
    json_object_foreach(value, key, part)
    {
        enum element element = handbook_element_by_name(text_from_string(key));
        if (element != ELEMENT_COUNT)
            read_element(in, handbook_own(handbook, element), key, part);
        else if (strcmp(key, KEY_LANGUAGE) == 0 && json_is_string(part))
            handbook->language = words_of(in, part);
        else if (strcmp(key, KEY_PREFACE) == 0)
            read_sections(in, key, part);
        else if (strcmp(key, KEY_ROLES) == 0)
            read_roles(in, part);
        else if (strcmp(key, KEY_VERSION) == 0) {
            if (!json_is_integer(part) || json_integer_value(part) != 1)
                report(in, &wrong_version, TEXT(KEY_VERSION));
        } else if (strcmp(key, KEY_AS_WRITTEN) != 0)
            keep(in, &unknown_key, key, part);
    }
    read_as_written(in, handbook->own, ELEMENT_ROLE_COUNT, handbook_element_by_name,
                    json_object_get(value, KEY_AS_WRITTEN));
}

static void read_value(struct reader *in, json_t *value)
{
    if (json_is_array(value))
        read_roles(in, value);
    else if (json_object_get(value, KEY_VERSION) != NULL ||
             json_object_get(value, KEY_ROLES) != NULL)
        read_handbook(in, value);
    else
        read_role(in, value);
}

/* ---- files ---- */

json_t *json_parse(struct input *input, struct text text, size_t begin)
{
    json_error_t error;
    json_t *value = json_loadb(text.data == NULL ? "" : text.data, text.size,
                               JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (value != NULL)
        return value;
    size_t at = error.position < 0 ? 0 : (size_t)error.position;
    at = begin + (at < text.size ? at : text.size);
    report_error(input->diags, &not_json,
                 (struct span){.source = input->source,
                               .begin = (uint32_t)at,
                               .end = (uint32_t)(at < begin + text.size ? at + 1 : at)},
                 text_copy(input->arena, text_from_string(error.text)), (struct text){0});
    return NULL;
}

enum status json_open(struct input *input)
{
    struct text text = {0};
    input->source->kind = SOURCE_TEXT;
    enum status status =
        charset_decode(input->arena, input->source, input->bytes, &text, input->diags);
    if (status == STATUS_OK)
        input->source->text = text_slice(text, 0, UINT32_MAX);
    return status;
}

bool json_next_line(struct text text, size_t *offset, struct text *line, size_t *begin)
{
    do
        *begin = *offset;
    while (text_next_line(text, offset, line) && text_is_blank(*line));
    return *begin < text.size && !text_is_blank(*line);
}

static struct reader reader_of(struct input *input)
{
    return (struct reader){.input = input,
                           .handbook = handbook_new(input->arena),
                           .at = span_of_source(input->source),
                           .name = TEXT("the file")};
}

enum status json_read_model(struct input *input, struct handbook **handbook)
{
    *handbook = NULL;
    if (json_open(input) != STATUS_OK)
        return STATUS_INPUT;
    struct reader in = reader_of(input);
    json_t *value = json_parse(input, input->source->text, 0);
    if (value == NULL)
        return STATUS_INPUT;
    bool is_foreign = json_is_foreign(value);
    if (!is_foreign)
        read_value(&in, value);
    json_decref(value);
    if (input->source->text.size >= LARGE_TEXT)
        heap_return_free_pages();
    if (is_foreign)
        return STATUS_OK;
    *handbook = in.handbook;
    return in.invalid ? STATUS_INPUT : STATUS_OK;
}

enum status jsonl_read_model(struct input *input, struct handbook **handbook)
{
    *handbook = NULL;
    if (json_open(input) != STATUS_OK)
        return STATUS_INPUT;
    struct reader in = reader_of(input);
    struct text line;
    size_t begin;
    for (size_t offset = 0, count = 0; json_next_line(input->source->text, &offset, &line, &begin);
         count++) {
        json_t *value = json_parse(input, line, begin);
        if (value != NULL && count == 0 && json_is_foreign(value)) {
            json_decref(value);
            return STATUS_OK;
        }
        in.invalid |= value == NULL;
        if (value != NULL)
            read_value(&in, value);
        json_decref(value);
    }
    *handbook = in.handbook;
    return in.invalid ? STATUS_INPUT : STATUS_OK;
}
