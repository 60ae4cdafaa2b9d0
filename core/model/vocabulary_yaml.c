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
static const struct message no_map = {
    {"詞彙檔的 {0} 下面應有鍵，每個鍵有一串標籤", "词汇文件的 {0} 下面应有键，每个键有一串标签",
     "in the vocabulary file {0} must have keys below it, each with a list of labels"}};

void vocabulary_complain(struct vocabulary_reading *reading, const struct message *message,
                         struct span at, struct text name)
{
    report_error(reading->diags, message, at, text_copy(reading->diags->arena, name), TEXT(""));
    reading->is_fine = false;
}

void known_names_add(struct known_names *known, const char *name)
{
    if (known->count < KNOWN_NAMES_MAX)
        known->list[known->count++] = text_from_string(name);
}

void vocabulary_complain_of_key(struct vocabulary_reading *reading, const struct yaml_value *value,
                                const struct known_names *known)
{
    struct arena *arena = reading->diags->arena;
    struct text_buffer all = text_buffer_new(arena);
    struct text nearest = nearest_name(value->key, known->list, known->count);
    for (size_t i = 0; i < known->count; i++) {
        buffer_append_string(&all, i == 0 ? "" : ", ");
        buffer_append(&all, known->list[i]);
    }
    bool is_misspelt = !text_is_empty(nearest);
    report_error(reading->diags, is_misspelt ? &misspelt_name : &unknown_name, yaml_key_span(value),
                 text_copy(arena, value->key), is_misspelt ? nearest : buffer_text(&all));
    reading->is_fine = false;
}

static bool is_nothing(const struct yaml_value *value)
{
    return value->kind == YAML_WORDS && text_is_empty(value->words);
}

void vocabulary_each_pair(struct vocabulary_reading *reading, const struct yaml_value *map,
                          each_pair *each, const void *data)
{
    if (is_nothing(map))
        return;
    if (map->kind != YAML_MAP) {
        vocabulary_complain(reading, &no_map, yaml_span(map), map->key);
        return;
    }
    for (size_t i = 0; i < map->count; i++)
        each(reading, &map->items[i], data);
}

void vocabulary_each_label(struct vocabulary_reading *reading, const struct yaml_value *list,
                           each_label *each, const void *data)
{
    if (is_nothing(list))
        return;
    if (list->kind != YAML_LIST) {
        vocabulary_complain(reading, &wrong_shape, yaml_span(list), list->key);
        return;
    }
    size_t index = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct yaml_value *item = &list->items[i];
        if (item->kind != YAML_WORDS)
            vocabulary_complain(reading, &wrong_shape, yaml_span(item), list->key);
        else
            each(reading, item->words, index++, data);
    }
}
