#include "core/model/profile.h"
#include "core/base/embedded.h"
#include "core/base/file.h"
#include "core/base/nearest_name.h"
#include "core/base/text_buffer.h"
#include "core/base/yaml.h"
#include <string.h>

#define FOLDER "profiles/"
#define ENDING ".yaml"

static const struct message no_profile = {
    {"沒有完整性要求「{0}」：可用的是 {1}，或 .yaml 檔的路徑",
     "没有完整性要求「{0}」：可用的是 {1}，或 .yaml 文件的路径",
     "there is no profile \"{0}\": there are {1}, or the path of a .yaml file"}};
static const struct message not_yaml = {{"完整性要求的檔案不是有效的 YAML：{0}",
                                         "完整性要求的文件不是有效的 YAML：{0}",
                                         "the profile is not YAML: {0}"}};
static const struct message wrong_shape = {
    {"完整性要求應是「elements:」與其下的「要素: 等級」，也可有「fields:」與其下的「要素: {欄位: 等級}」",
     "完整性要求应是「elements:」与其下的「要素: 等级」，也可有「fields:」与其下的「要素: {栏位: 等级}」",
     "a profile is \"elements:\" and below it \"element: level\"; \"fields:\" may follow, and below "
     "it \"element: {field: level}\""}};
static const struct message unknown_element = {
    {"崗位沒有要素「{0}」：名稱見 rolebook convert -t json 的鍵",
     "岗位没有要素「{0}」：名称见 rolebook convert -t json 的键",
     "a role has no element \"{0}\": they are called as the keys of rolebook convert -t json"}};
static const struct message misspelt_element = {
    {"崗位沒有要素「{0}」：要寫的是「{1}」嗎？", "岗位没有要素「{0}」：要写的是「{1}」吗？",
     "a role has no element \"{0}\": did you mean \"{1}\"?"}};
static const struct message unknown_field = {
    {"「{1}」的記錄沒有欄位「{0}」：名稱見 rolebook convert -t json 的鍵",
     "「{1}」的记录没有栏位「{0}」：名称见 rolebook convert -t json 的键",
     "records of \"{1}\" have no field \"{0}\": they are called as the keys of rolebook convert -t "
     "json"}};
static const struct message misspelt_field = {
    {"「{1}」的記錄沒有欄位「{0}」：要寫的是「{2}」嗎？",
     "「{1}」的记录没有栏位「{0}」：要写的是「{2}」吗？",
     "records of \"{1}\" have no field \"{0}\": did you mean \"{2}\"?"}};
static const struct message wrong_level = {
    {"要素「{0}」的等級不能是「{1}」：應為 off、info、warning 或 error",
     "要素「{0}」的等级不能是「{1}」：应为 off、info、warning 或 error",
     "the level of \"{0}\" cannot be \"{1}\": off, info, warning or error"}};

const struct profile *profile_default(struct arena *arena)
{
    struct profile *profile = arena_new(arena, struct profile);
    profile->name = TEXT("chapter");
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        profile->levels[e] = element_row((enum element)e)->absent;
    profile->fields[FIELD_STANDARDS_TARGET] = profile->fields[FIELD_STANDARDS_MEASURE] =
        profile->fields[FIELD_STANDARDS_SOURCE] = profile->fields[FIELD_STANDARDS_PERIOD] =
            LEVEL_WARNING;
    return profile;
}

bool profile_is_at_home(struct text locale)
{
    return text_is(locale, "CN") || text_is(locale, "TW") || text_is(locale, "HK") ||
           text_is(locale, "MO");
}

const struct profile *profile_elsewhere(struct arena *arena)
{
    struct profile *profile = arena_new(arena, struct profile);
    *profile = *profile_default(arena);
    profile->levels[ELEMENT_HEADCOUNT] = profile->levels[ELEMENT_REMOVAL] = LEVEL_INFO;
    return profile;
}

/* ---- reading ---- */

static void complain_of_element(const struct yaml_value *value, struct diagnostics *diags)
{
    struct text names[ELEMENT_ROLE_COUNT];
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        names[e] = text_from_string(element_row((enum element)e)->name);
    struct text nearest = nearest_name(value->key, names, ELEMENT_ROLE_COUNT);
    report_error(diags, text_is_empty(nearest) ? &unknown_element : &misspelt_element,
                 yaml_span(value), value->key, nearest);
}

static void complain_of_field(enum element element, const struct yaml_value *value,
                              struct diagnostics *diags)
{
    struct text names[FIELD_COUNT];
    size_t count = element_field_count(element);
    for (size_t i = 0; i < count; i++)
        names[i] =
            text_from_string(field_row((enum field)(element_first_field(element) + i))->name);
    struct text nearest = nearest_name(value->key, names, count);
    diagnostics_add(diags,
                    (struct diagnostic){
                        .level = LEVEL_ERROR,
                        .message = text_is_empty(nearest) ? &unknown_field : &misspelt_field,
                        .args = {value->key, text_from_string(element_row(element)->name), nearest},
                        .at = yaml_span(value)});
}

static bool read_level(const struct yaml_value *value, enum level *to, struct diagnostics *diags)
{
    for (int level = LEVEL_OFF; level < LEVEL_COUNT; level++)
        if (value->kind == YAML_WORDS && text_is(value->words, level_name((enum level)level))) {
            *to = (enum level)level;
            return true;
        }
    report_error(diags, &wrong_level, yaml_span(value), value->key, value->words);
    return false;
}

static bool read_element(struct profile *profile, const struct yaml_value *value,
                         struct diagnostics *diags)
{
    enum element element = element_by_name(value->key);
    if (element != ELEMENT_COUNT)
        return read_level(value, &profile->levels[element], diags);
    complain_of_element(value, diags);
    return false;
}

/* standards: {target: warning, source: info} */
static bool read_fields(struct profile *profile, const struct yaml_value *value,
                        struct diagnostics *diags)
{
    enum element element = element_by_name(value->key);
    bool is_fine = element != ELEMENT_COUNT && value->kind == YAML_MAP;
    if (element == ELEMENT_COUNT)
        complain_of_element(value, diags);
    else if (!is_fine)
        report_error(diags, &wrong_shape, yaml_span(value), TEXT(""), TEXT(""));
    for (size_t i = 0; element != ELEMENT_COUNT && value->kind == YAML_MAP && i < value->count;
         i++) {
        const struct yaml_value *item = &value->items[i];
        enum field field = field_by_name(element, item->key);
        if (field == FIELD_NONE)
            complain_of_field(element, item, diags);
        is_fine =
            field != FIELD_NONE && read_level(item, &profile->fields[field], diags) && is_fine;
    }
    return is_fine;
}

static const struct profile *read_profile(struct arena *arena, const struct source *source,
                                          struct text name, struct diagnostics *diags)
{
    struct profile *profile = arena_new(arena, struct profile);
    const struct yaml_value *root = yaml_read(arena, arena, source, &not_yaml, diags);
    bool is_map = root != NULL && root->kind == YAML_MAP;
    const struct yaml_value *elements = is_map ? yaml_find(root, "elements") : NULL;
    const struct yaml_value *fields = is_map ? yaml_find(root, "fields") : NULL;
    bool is_fine = elements != NULL && elements->kind == YAML_MAP &&
                   (fields == NULL || fields->kind == YAML_MAP) &&
                   root->count == (fields == NULL ? 1u : 2u);
    profile->name = name;
    if (root != NULL && !is_fine)
        report_error(diags, &wrong_shape, yaml_span(root), TEXT(""), TEXT(""));
    if (!is_fine)
        return NULL;
    for (size_t i = 0; i < elements->count; i++)
        is_fine &= read_element(profile, &elements->items[i], diags);
    for (size_t i = 0; fields != NULL && i < fields->count; i++)
        is_fine &= read_fields(profile, &fields->items[i], diags);
    return is_fine ? profile : NULL;
}

/* ---- those compiled in ---- */

static bool is_profile(struct text file)
{
    return text_starts_with(file, TEXT(FOLDER)) && text_ends_with(file, TEXT(ENDING));
}

struct text profile_built_in_names(struct arena *arena)
{
    struct text_buffer names = text_buffer_new(arena);
    const char *name;
    for (size_t i = 0; (name = embedded_name(i)) != NULL; i++) {
        struct text file = text_from_string(name);
        if (!is_profile(file))
            continue;
        buffer_append_string(&names, names.size == 0 ? "" : ", ");
        buffer_append(&names, text_slice(file, strlen(FOLDER), file.size - strlen(ENDING)));
    }
    return buffer_text(&names);
}

bool profile_is_file(struct text name)
{
    return text_ends_with(name, TEXT(".yaml")) || text_ends_with(name, TEXT(".yml"));
}

static struct text built_in_path(struct arena *arena, const char *name)
{
    struct text_buffer path = text_buffer_new(arena);
    buffer_append_format(&path, FOLDER "%s" ENDING, name);
    return buffer_text(&path);
}

bool profile_is_built_in(struct arena *scratch, const char *name)
{
    struct text path = built_in_path(scratch, name);
    return embedded_file(text_to_string(scratch, path)).data != NULL;
}

const struct profile *profile_load(struct arena *arena, const char *name, struct diagnostics *diags)
{
    struct source *source = arena_new(arena, struct source);
    struct text words = text_from_string(name);
    if (profile_is_file(words)) {
        source->path = name;
        return file_read(arena, source, &source->text, diags) == STATUS_OK
                   ? read_profile(arena, source, words, diags)
                   : NULL;
    }
    source->path = text_to_string(arena, built_in_path(arena, name));
    source->text = embedded_file(source->path);
    if (source->text.data != NULL)
        return read_profile(arena, source, words, diags);
    report_error(diags, &no_profile, (struct span){0}, words, profile_built_in_names(arena));
    return NULL;
}
