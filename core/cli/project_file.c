/* rolebook.yaml: its keys, one by one, and what each says of the project. */
#include "core/base/file.h"
#include "core/base/nearest_name.h"
#include "core/base/text_buffer.h"
#include "core/base/yaml.h"
#include "core/cli/project.h"
#include "core/cli/written_date.h"
#include <sys/stat.h>
#include <unicode/uregion.h>
#include <unistd.h>

static const struct message not_yaml = {{"設定檔不是有效的 YAML：{0}",
                                         "配置文件不是有效的 YAML：{0}",
                                         "the configuration is not YAML: {0}"}};
static const struct message unknown_key = {
    {"設定檔不認得「{0}」：可用的是 {1}", "配置文件不认得「{0}」：可用的是 {1}",
     "the configuration does not know \"{0}\": it knows {1}"}};
static const struct message misspelt_key = {
    {"設定檔不認得「{0}」：要寫的是「{1}」嗎？", "配置文件不认得「{0}」：要写的是「{1}」吗？",
     "the configuration does not know \"{0}\": did you mean \"{1}\"?"}};
static const struct message wrong_shape = {{"「{0}」的寫法不對：應為 {1}",
                                            "「{0}」的写法不对：应为 {1}",
                                            "\"{0}\" is not written right: it should be {1}"}};
static const struct message wrong_level = {
    {"規則「{0}」的等級「{1}」不對：應為 off、info、warning 或 error",
     "规则「{0}」的等级「{1}」不对：应为 off、info、warning 或 error",
     "the level of rule \"{0}\" cannot be \"{1}\": off, info, warning or error"}};
static const struct message no_such_file = {
    {"沒有檔案「{0}」：路徑從設定檔所在的資料夾算起",
     "没有文件「{0}」：路径从配置文件所在的文件夹算起",
     "there is no file \"{0}\": paths begin in the folder of the configuration"}};
static const struct message no_such_profile = {
    {"沒有完整性要求「{0}」：可用的是 {1}，或 .yaml 檔的路徑",
     "没有完整性要求「{0}」：可用的是 {1}，或 .yaml 文件的路径",
     "there is no profile \"{0}\": there are {1}, or the path of a .yaml file"}};

struct reading {
    struct project *project;
    struct arena *arena;
    struct source *source;
    struct diagnostics *diags;
    struct text order[1000];
    size_t order_count;
    struct text role; /* whose rules are being read; empty: all roles' */
    bool is_fine;
};

static void complain(struct reading *r, const struct message *message, struct span at,
                     struct text arg0, struct text arg1)
{
    report_error(r->diags, message, at, arg0, arg1);
    r->is_fine = false;
}

/* Of a value that should look otherwise; its key is the file's name where it is the whole file. */
static void complain_of_shape(struct reading *r, const struct yaml_value *value, const char *shape)
{
    struct text name = text_is_empty(value->key) ? TEXT("rolebook.yaml") : value->key;
    complain(r, &wrong_shape, yaml_span(value), name, text_from_string(shape));
}

typedef void each_value(struct reading *r, const struct yaml_value *value);

static void for_each_item(struct reading *r, const struct yaml_value *list, each_value *each)
{
    if (list->kind == YAML_WORDS) { /* one alone */
        each(r, list);
        return;
    }
    if (list->kind != YAML_LIST)
        complain_of_shape(r, list, "[a, b]");
    for (size_t i = 0; list->kind == YAML_LIST && i < list->count; i++)
        each(r, &list->items[i]);
}

static void for_each_pair(struct reading *r, const struct yaml_value *map, each_value *each)
{
    if (map->kind != YAML_MAP)
        complain_of_shape(r, map, "key: value");
    for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
        each(r, &map->items[i]);
}

/* ---- keys ---- */

/* A key and what reads its value; rows end with a name that is NULL. */
struct key_row {
    const char *name;
    each_value *read;
};

#define KEYS_MAX 32 /* of one table */

/* The one that was meant, or all there are. */
static void complain_of_key(struct reading *r, const struct yaml_value *value,
                            const struct key_row *rows)
{
    struct text names[KEYS_MAX], nearest;
    struct text_buffer all = text_buffer_new(r->arena);
    size_t count = 0;
    for (; count < KEYS_MAX && rows[count].name != NULL; count++) {
        names[count] = text_from_string(rows[count].name);
        buffer_append_string(&all, count == 0 ? "" : ", ");
        buffer_append(&all, names[count]);
    }
    nearest = nearest_name(value->key, names, count);
    if (text_is_empty(nearest))
        complain(r, &unknown_key, yaml_key_span(value), value->key, buffer_text(&all));
    else
        complain(r, &misspelt_key, yaml_key_span(value), value->key, nearest);
}

static void read_by(struct reading *r, const struct key_row *rows, const struct yaml_value *value)
{
    struct text name = value->key;
    for (const struct key_row *row = rows; row->name != NULL; row++)
        if (text_is(name, row->name)) {
            row->read(r, value);
            return;
        }
    complain_of_key(r, value, rows);
}

/* The words of a value that is a text. */
static struct text text_of(struct reading *r, const struct yaml_value *value)
{
    if (value->kind != YAML_WORDS)
        complain_of_shape(r, value, "words");
    return value->words;
}

/* The path of a file that lies beside rolebook.yaml; NULL: it is not there. */
static const char *file_of(struct reading *r, const struct yaml_value *value)
{
    struct text name = value->words;
    const char *string = text_to_string(r->arena, name);
    const char *path = string[0] == '/' ? string : path_join(r->arena, r->project->folder, string);
    if (access(path, F_OK) == 0)
        return path;
    complain(r, &no_such_file, yaml_span(value), name, TEXT(""));
    return NULL;
}

static void add_preface(struct reading *r, const struct yaml_value *item)
{
    const char *name = text_to_string(r->arena, item->words);
    *arena_push(r->arena, r->project->preface, r->project->preface_count,
                r->project->preface_capacity) = path_join(r->arena, r->project->folder, name);
}

static void add_vocabulary(struct reading *r, const struct yaml_value *item)
{
    const char *path = file_of(r, item);
    if (path != NULL)
        *arena_push(r->arena, r->project->vocabulary, r->project->vocabulary_count,
                    r->project->vocabulary_capacity) = path;
}

static void add_phrases(struct reading *r, const struct yaml_value *item)
{
    const char *path = file_of(r, item);
    if (path != NULL)
        *arena_push(r->arena, r->project->phrases, r->project->phrases_count,
                    r->project->phrases_capacity) = path;
}

static void add_order(struct reading *r, const struct yaml_value *item)
{
    if (r->order_count < sizeof r->order / sizeof *r->order)
        r->order[r->order_count++] = item->words;
}

/* As the element's fields are called: only their names count here. */
static const struct key_row department_keys[] = {
    {"name", NULL}, {"head", NULL}, {"parent", NULL}, {"headcount", NULL}, {NULL, NULL}};

static void set_department_field(struct reading *r, const struct yaml_value *value)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct record *record = &records->rows[records->count - 1];
    enum field field = field_by_name(ELEMENT_HANDBOOK_DEPARTMENTS, value->key);
    if (field == FIELD_NONE) {
        complain_of_key(r, value, department_keys);
        return;
    }
    record_set_field(handbook, records, record, field,
                     (struct value){value->words, yaml_span(value)});
    if (field == FIELD_HANDBOOK_DEPARTMENTS_NAME)
        record->text = value->words;
}

static void add_department(struct reading *r, const struct yaml_value *item)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    record_append(handbook, records, item->words, yaml_span(item));
    if (item->kind != YAML_WORDS)
        for_each_pair(r, item, set_department_field);
}

static void add_level(struct reading *r, struct text role, const struct yaml_value *value)
{
    struct rule_level row = {.selector = value->key, .role = role, .at = yaml_key_span(value)};
    if (level_by_name(value->words, &row.level))
        *arena_push(r->arena, r->project->rules, r->project->rule_count,
                    r->project->rule_capacity) = row;
    else
        complain(r, &wrong_level, yaml_span(value), row.selector, value->words);
}

static void set_rule(struct reading *r, const struct yaml_value *value)
{
    add_level(r, r->role, value);
}

static void read_rules(struct reading *r, const struct yaml_value *value)
{
    for_each_pair(r, value, set_rule);
}

/* ---- roles: {客服專員: {rules: {C102: off}}} ---- */

static void read_role_key(struct reading *r, const struct yaml_value *value)
{
    static const struct key_row rows[] = {{"rules", read_rules}, {NULL, NULL}};
    read_by(r, rows, value);
}

static void read_role(struct reading *r, const struct yaml_value *value)
{
    r->role = value->key;
    for_each_pair(r, value, read_role_key);
    r->role = TEXT("");
}

static void read_roles(struct reading *r, const struct yaml_value *value)
{
    for_each_pair(r, value, read_role);
}

/* ---- suppressions: [{rules: W401, file: a.docx, reason: …}] ---- */

static struct suppression *suppression_now(struct reading *r)
{
    return &r->project->suppressions[r->project->suppression_count - 1];
}

static void add_suppressed_rule(struct reading *r, const struct yaml_value *item)
{
    struct suppression *now = suppression_now(r);
    struct text_buffer rules = text_buffer_new(r->arena);
    buffer_append(&rules, now->rules);
    buffer_append_string(&rules, rules.size > 0 ? ", " : "");
    buffer_append(&rules, item->words);
    now->rules = buffer_text(&rules);
}

static void set_suppressed_rules(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_suppressed_rule);
}

static void set_suppressed_file(struct reading *r, const struct yaml_value *value)
{
    suppression_now(r)->file = text_of(r, value);
}

static void set_suppressed_role(struct reading *r, const struct yaml_value *value)
{
    suppression_now(r)->role = text_of(r, value);
}

static void set_suppressed_element(struct reading *r, const struct yaml_value *value)
{
    enum element element = element_by_name(value->words);
    suppression_now(r)->element = text_of(r, value);
    if (element == ELEMENT_COUNT && handbook_element_by_name(value->words) == ELEMENT_COUNT)
        complain_of_shape(r, value, "duties, standards, tools …");
}

static void set_suppressed_words(struct reading *r, const struct yaml_value *value)
{
    suppression_now(r)->words = text_of(r, value);
}

static void set_reason(struct reading *r, const struct yaml_value *value)
{
    suppression_now(r)->reason = text_of(r, value);
}

static void read_suppression_key(struct reading *r, const struct yaml_value *value)
{
    static const struct key_row rows[] = {{"rules", set_suppressed_rules},
                                          {"file", set_suppressed_file},
                                          {"role", set_suppressed_role},
                                          {"element", set_suppressed_element},
                                          {"words", set_suppressed_words},
                                          {"reason", set_reason},
                                          {NULL, NULL}};
    read_by(r, rows, value);
}

static void add_suppression(struct reading *r, const struct yaml_value *item)
{
    *arena_push(r->arena, r->project->suppressions, r->project->suppression_count,
                r->project->suppression_capacity) = (struct suppression){.at = yaml_span(item)};
    for_each_pair(r, item, read_suppression_key);
    if (text_is_empty(suppression_now(r)->rules))
        complain(r, &wrong_shape, yaml_span(item), TEXT("suppressions"),
                 TEXT("rules: W401, reason: …"));
}

/* ---- the file's own keys ---- */

/* Keys whose value goes to an element of the handbook as it is. */
static enum element element_of_key(struct text key)
{
    static const struct {
        const char *key;
        enum element element;
    } rows[] = {{"title", ELEMENT_HANDBOOK_TITLE},
                {"organisation", ELEMENT_HANDBOOK_ORGANISATION},
                {"organization", ELEMENT_HANDBOOK_ORGANISATION},
                {"edition", ELEMENT_HANDBOOK_EDITION},
                {"date", ELEMENT_HANDBOOK_DATE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (text_is(key, rows[i].key))
            return rows[i].element;
    return ELEMENT_COUNT;
}

static void set_element(struct reading *r, const struct yaml_value *value)
{
    struct handbook *handbook = r->project->handbook;
    record_append(handbook, handbook_own(handbook, element_of_key(value->key)), text_of(r, value),
                  yaml_span(value));
}

static void set_date(struct reading *r, const struct yaml_value *value)
{
    set_element(r, value);
    if (value->words.size > 0 && !is_written_date(value->words))
        complain_of_shape(r, value, "2026-11-26");
}

static void set_language(struct reading *r, const struct yaml_value *value)
{
    r->project->language = text_of(r, value);
    if (r->project->language.size > 0 && language_from_tag(r->project->language) == LANG_COUNT)
        complain_of_shape(r, value, "zh-Hant, zh-Hans, en");
}

/* A file of one's own lies beside rolebook.yaml. */
static void set_profile(struct reading *r, const struct yaml_value *value)
{
    struct text name = text_of(r, value);
    const char *string = text_to_string(r->arena, name);
    if (profile_is_file(name))
        r->project->profile = file_of(r, value);
    else if (profile_is_built_in(r->arena, string))
        r->project->profile = string;
    else if (name.size > 0)
        complain(r, &no_such_profile, yaml_span(value), name, profile_built_in_names(r->arena));
}

/* A region, in any case, as ISO 3166 has it; intl: none in particular. */
static void set_locale(struct reading *r, const struct yaml_value *value)
{
    UErrorCode error = U_ZERO_ERROR;
    struct text name = text_of(r, value);
    if (text_equal_ascii_case(name, TEXT("intl"))) {
        r->project->locale = TEXT("intl");
        return;
    }
    struct text_buffer code = text_buffer_new(r->arena);
    for (size_t i = 0; i < name.size; i++)
        buffer_append_byte(
            &code, (char)(name.data[i] - (name.data[i] >= 'a' && name.data[i] <= 'z' ? 32 : 0)));
    const URegion *region = uregion_getRegionFromCode(buffer_string(&code), &error);
    if (U_SUCCESS(error) && uregion_getType(region) == URGN_TERRITORY)
        r->project->locale = text_copy(r->arena, text_from_string(uregion_getRegionCode(region)));
    else if (name.size > 0) /* else it is said already */
        complain_of_shape(r, value, "CN, TW, HK, MO, GB, US …, intl");
}

static void set_template(struct reading *r, const struct yaml_value *value)
{
    struct text name = text_of(r, value);
    const char *string = text_to_string(r->arena, name);
    bool is_file = text_ends_with(name, TEXT(".xml")) && string[0] != '/';
    r->project->template = is_file ? path_join(r->arena, r->project->folder, string) : string;
}

static void set_logo(struct reading *r, const struct yaml_value *value)
{
    struct text name = text_of(r, value);
    struct template_wishes *wishes = &r->project->wishes;
    const char *string = text_to_string(r->arena, name);
    if (!text_is_empty(name) && string[0] != '/')
        name = text_from_string(path_join(r->arena, r->project->folder, string));
    wishes->logo = name;
    wishes->logo_at = yaml_span(value);
}

static void set_watermark(struct reading *r, const struct yaml_value *value)
{
    struct template_wishes *wishes = &r->project->wishes;
    wishes->watermark = text_of(r, value);
    wishes->watermark_at = yaml_span(value);
}

static void set_baseline(struct reading *r, const struct yaml_value *value)
{
    const char *name = text_to_string(r->arena, text_of(r, value));
    r->project->baseline = path_join(r->arena, r->project->folder, name);
}

static void read_preface(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_preface);
}

static void read_vocabulary(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_vocabulary);
}

static void read_phrases(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_phrases);
}

static void read_order(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_order);
}

static void read_departments(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_department);
}

static void read_suppressions(struct reading *r, const struct yaml_value *value)
{
    for_each_item(r, value, add_suppression);
}

/* templates/schema/project.schema.json tells editors the same: a test holds them alike. */
static const struct key_row project_keys[] = {{"title", set_element},
                                              {"organisation", set_element},
                                              {"organization", set_element},
                                              {"edition", set_element},
                                              {"date", set_date},
                                              {"language", set_language},
                                              {"locale", set_locale},
                                              {"profile", set_profile},
                                              {"template", set_template},
                                              {"logo", set_logo},
                                              {"watermark", set_watermark},
                                              {"preface", read_preface},
                                              {"order", read_order},
                                              {"departments", read_departments},
                                              {"rules", read_rules},
                                              {"roles", read_roles},
                                              {"suppressions", read_suppressions},
                                              {"baseline", set_baseline},
                                              {"vocabulary", read_vocabulary},
                                              {"phrases", read_phrases},
                                              {NULL, NULL}};

static void read_key(struct reading *r, const struct yaml_value *value)
{
    read_by(r, project_keys, value);
}

/* Departments named in the order come first, whether more is said of them or not. */
static void order_departments(struct reading *r)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct records said = *records;
    if (r->order_count == 0)
        return;
    *records = (struct records){.element = said.element, .at = said.at};
    for (size_t i = 0; i < r->order_count; i++) {
        struct record *record = NULL;
        for (size_t k = 0; k < said.count; k++)
            if (text_equal(said.rows[k].text, r->order[i])) {
                record = record_append(handbook, records, r->order[i], said.rows[k].at);
                *record = said.rows[k];
                said.rows[k].text = TEXT("");
            }
        if (record == NULL)
            record_append(handbook, records, r->order[i], span_of_source(r->source));
    }
    for (size_t k = 0; k < said.count; k++)
        if (!text_is_empty(said.rows[k].text))
            *record_append(handbook, records, said.rows[k].text, said.rows[k].at) = said.rows[k];
}

/* Nothing but comments: nothing is said of the book. */
static bool says_nothing(struct text text)
{
    struct text line;
    for (size_t offset = 0; text_next_line(text, &offset, &line);) {
        line = text_trim(line);
        if (!text_is_empty(line) && line.data[0] != '#' && !text_is(line, "---"))
            return false;
    }
    return true;
}

static enum status read_file(struct reading *r)
{
    if (says_nothing(r->source->text))
        return STATUS_OK;
    const struct yaml_value *file = yaml_read(r->arena, r->arena, r->source, &not_yaml, r->diags);
    if (file == NULL)
        return STATUS_USAGE;
    for_each_pair(r, file, read_key);
    order_departments(r);
    return r->is_fine ? STATUS_OK : STATUS_USAGE;
}

static struct text folder_name(struct arena *arena, const char *folder)
{
    struct text name = text_from_string(folder);
    while (name.size > 1 && name.data[name.size - 1] == '/')
        name.size--;
    for (size_t i = name.size; i > 0; i--)
        if (name.data[i - 1] == '/')
            return text_copy(arena, text_from(name, i));
    return text_copy(arena, name);
}

enum status project_read(struct project *project, struct arena *arena, const char *folder,
                         const char *file, struct diagnostics *diags)
{
    struct stat about;
    struct source *source = arena_new(arena, struct source);
    struct reading *reading = arena_new(arena, struct reading);
    *project = (struct project){.folder = folder, .file = file, .template = "classic"};
    project->handbook = handbook_new(arena);
    if (file == NULL) {
        file = path_join(arena, folder, "rolebook.yaml");
        if (stat(file, &about) == 0)
            project->file = file;
    }
    if (project->file == NULL) {
        record_append(project->handbook, handbook_own(project->handbook, ELEMENT_HANDBOOK_TITLE),
                      folder_name(arena, folder), (struct span){0});
        return STATUS_OK;
    }
    source->path = project->file;
    *reading = (struct reading){
        .project = project, .arena = arena, .source = source, .diags = diags, .is_fine = true};
    if (file_read(arena, source, &source->text, diags) != STATUS_OK)
        return STATUS_USAGE;
    return read_file(reading);
}
