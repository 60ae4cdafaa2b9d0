#include "core/cli/project.h"
#include "converters/converter.h"
#include "core/base/file.h"
#include "core/base/nearest_name.h"
#include "core/base/text_buffer.h"
#include "core/cli/written_date.h"
#include "core/model/role_names.h"
#include <string.h>
#include <sys/stat.h>
#include <unicode/uregion.h>
#include <unistd.h>
#include <yaml.h>

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
static const struct message no_such_role = {
    {"沒有崗位「{0}」，這些等級用不上", "没有岗位「{0}」，这些等级用不上",
     "there is no role \"{0}\", so its levels are of no use"}};
static const struct message no_such_role_but = {
    {"沒有崗位「{0}」，這些等級用不上：要寫的是「{1}」嗎？",
     "没有岗位「{0}」，这些等级用不上：要写的是「{1}」吗？",
     "there is no role \"{0}\", so its levels are of no use: did you mean \"{1}\"?"}};
static const struct message no_such_file = {
    {"沒有檔案「{0}」：路徑從設定檔所在的資料夾算起",
     "没有文件「{0}」：路径从配置文件所在的文件夹算起",
     "there is no file \"{0}\": paths begin in the folder of the configuration"}};
static const struct message no_such_profile = {
    {"沒有完整性要求「{0}」：可用的是 {1}，或 .yaml 檔的路徑",
     "没有完整性要求「{0}」：可用的是 {1}，或 .yaml 文件的路径",
     "there is no profile \"{0}\": there are {1}, or the path of a .yaml file"}};
static const struct message no_such_rule = {
    {"沒有規則「{0}」：rolebook explain --all 列出全部",
     "没有规则「{0}」：rolebook explain --all 列出全部",
     "there is no rule \"{0}\": rolebook explain --all lists them"}};

struct reading {
    struct project *project;
    struct arena *arena;
    struct source *source;
    struct diagnostics *diags;
    yaml_document_t *yaml;
    struct text order[1000];
    size_t order_count;
    struct text role; /* whose rules are being read; empty: all roles' */
    bool is_fine;
};

static struct span span_of(const struct reading *r, const yaml_node_t *node)
{
    struct span span = span_of_source(r->source);
    /* libyaml counts code points */
    span.begin = (uint32_t)text_offset(r->source->text, node->start_mark.index);
    span.end = (uint32_t)text_offset(r->source->text, node->end_mark.index);
    return span;
}

static struct text words_of(struct reading *r, const yaml_node_t *node)
{
    if (node->type != YAML_SCALAR_NODE)
        return TEXT("");
    return text_copy(
        r->arena, (struct text){(const char *)node->data.scalar.value, node->data.scalar.length});
}

static void complain(struct reading *r, const struct message *message, const yaml_node_t *node,
                     struct text arg0, struct text arg1)
{
    report_error(r->diags, message, span_of(r, node), arg0, arg1);
    r->is_fine = false;
}

typedef void each_item(struct reading *r, const yaml_node_t *item);
typedef void each_pair(struct reading *r, const yaml_node_t *key, const yaml_node_t *value);

static void for_each_item(struct reading *r, const yaml_node_t *key, const yaml_node_t *list,
                          each_item *each)
{
    if (list->type == YAML_SCALAR_NODE) { /* one alone */
        each(r, list);
        return;
    }
    if (list->type != YAML_SEQUENCE_NODE) {
        complain(r, &wrong_shape, list, words_of(r, key), TEXT("[a, b]"));
        return;
    }
    for (yaml_node_item_t *item = list->data.sequence.items.start;
         item < list->data.sequence.items.top; item++)
        each(r, yaml_document_get_node(r->yaml, *item));
}

/* key: of the map; NULL: it is the file */
static void for_each_pair(struct reading *r, const yaml_node_t *key, const yaml_node_t *map,
                          each_pair *each)
{
    if (map->type != YAML_MAPPING_NODE) {
        complain(r, &wrong_shape, map, key == NULL ? TEXT("rolebook.yaml") : words_of(r, key),
                 TEXT("key: value"));
        return;
    }
    for (yaml_node_pair_t *pair = map->data.mapping.pairs.start; pair < map->data.mapping.pairs.top;
         pair++)
        each(r, yaml_document_get_node(r->yaml, pair->key),
             yaml_document_get_node(r->yaml, pair->value));
}

/* ---- keys ---- */

/* A key and what reads its value; rows end with a name that is NULL. */
struct key_row {
    const char *name;
    each_pair *read;
};

#define KEYS_MAX 32 /* of one table */

/* The one that was meant, or all there are. */
static void complain_of_key(struct reading *r, const yaml_node_t *key, const struct key_row *rows)
{
    struct text names[KEYS_MAX], nearest;
    struct text_buffer all = text_buffer_new(r->arena);
    size_t count = 0;
    for (; count < KEYS_MAX && rows[count].name != NULL; count++) {
        names[count] = text_from_string(rows[count].name);
        buffer_append_string(&all, count == 0 ? "" : ", ");
        buffer_append(&all, names[count]);
    }
    nearest = nearest_name(words_of(r, key), names, count);
    if (text_is_empty(nearest))
        complain(r, &unknown_key, key, words_of(r, key), buffer_text(&all));
    else
        complain(r, &misspelt_key, key, words_of(r, key), nearest);
}

static void read_by(struct reading *r, const struct key_row *rows, const yaml_node_t *key,
                    const yaml_node_t *value)
{
    struct text name = words_of(r, key);
    for (const struct key_row *row = rows; row->name != NULL; row++)
        if (text_is(name, row->name)) {
            row->read(r, key, value);
            return;
        }
    complain_of_key(r, key, rows);
}

/* The words of a value that is a text. */
static struct text text_of(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    if (value->type != YAML_SCALAR_NODE)
        complain(r, &wrong_shape, value, words_of(r, key), TEXT("words"));
    return words_of(r, value);
}

/* The path of a file that lies beside rolebook.yaml; NULL: it is not there. */
static const char *file_of(struct reading *r, const yaml_node_t *value)
{
    struct text name = words_of(r, value);
    const char *string = text_to_string(r->arena, name);
    const char *path = string[0] == '/' ? string : path_join(r->arena, r->project->folder, string);
    if (access(path, F_OK) == 0)
        return path;
    complain(r, &no_such_file, value, name, TEXT(""));
    return NULL;
}

static void add_preface(struct reading *r, const yaml_node_t *item)
{
    const char *name = text_to_string(r->arena, words_of(r, item));
    *arena_push(r->arena, r->project->preface, r->project->preface_count,
                r->project->preface_capacity) = path_join(r->arena, r->project->folder, name);
}

static void add_vocabulary(struct reading *r, const yaml_node_t *item)
{
    const char *path = file_of(r, item);
    if (path != NULL)
        *arena_push(r->arena, r->project->vocabulary, r->project->vocabulary_count,
                    r->project->vocabulary_capacity) = path;
}

static void add_phrases(struct reading *r, const yaml_node_t *item)
{
    const char *path = file_of(r, item);
    if (path != NULL)
        *arena_push(r->arena, r->project->phrases, r->project->phrases_count,
                    r->project->phrases_capacity) = path;
}

static void add_order(struct reading *r, const yaml_node_t *item)
{
    if (r->order_count < sizeof r->order / sizeof *r->order)
        r->order[r->order_count++] = words_of(r, item);
}

/* As the element's fields are called: only their names count here. */
static const struct key_row department_keys[] = {
    {"name", NULL}, {"head", NULL}, {"parent", NULL}, {"headcount", NULL}, {NULL, NULL}};

static void set_department_field(struct reading *r, const yaml_node_t *key,
                                 const yaml_node_t *value)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct record *record = &records->rows[records->count - 1];
    enum field field = field_by_name(ELEMENT_HANDBOOK_DEPARTMENTS, words_of(r, key));
    if (field == FIELD_NONE) {
        complain_of_key(r, key, department_keys);
        return;
    }
    record_set_field(handbook, records, record, field,
                     (struct value){words_of(r, value), span_of(r, value)});
    if (field == FIELD_HANDBOOK_DEPARTMENTS_NAME)
        record->text = words_of(r, value);
}

static void add_department(struct reading *r, const yaml_node_t *item)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    record_append(handbook, records, words_of(r, item), span_of(r, item));
    if (item->type != YAML_SCALAR_NODE)
        for_each_pair(r, NULL, item, set_department_field);
}

static void add_level(struct reading *r, struct text role, const yaml_node_t *key,
                      const yaml_node_t *value)
{
    struct rule_level row = {.selector = words_of(r, key), .role = role, .at = span_of(r, key)};
    if (level_by_name(words_of(r, value), &row.level))
        *arena_push(r->arena, r->project->rules, r->project->rule_count,
                    r->project->rule_capacity) = row;
    else
        complain(r, &wrong_level, value, row.selector, words_of(r, value));
}

static void set_rule(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    add_level(r, r->role, key, value);
}

static void read_rules(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_pair(r, key, value, set_rule);
}

/* ---- roles: {客服專員: {rules: {C102: off}}} ---- */

static void read_role_key(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    static const struct key_row rows[] = {{"rules", read_rules}, {NULL, NULL}};
    read_by(r, rows, key, value);
}

static void read_role(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    r->role = words_of(r, key);
    for_each_pair(r, key, value, read_role_key);
    r->role = TEXT("");
}

static void read_roles(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_pair(r, key, value, read_role);
}

/* ---- suppressions: [{rules: W401, file: a.docx, reason: …}] ---- */

static struct suppression *suppression_now(struct reading *r)
{
    return &r->project->suppressions[r->project->suppression_count - 1];
}

static void add_suppressed_rule(struct reading *r, const yaml_node_t *item)
{
    struct suppression *now = suppression_now(r);
    struct text_buffer rules = text_buffer_new(r->arena);
    buffer_append(&rules, now->rules);
    buffer_append_string(&rules, rules.size > 0 ? ", " : "");
    buffer_append(&rules, words_of(r, item));
    now->rules = buffer_text(&rules);
}

static void set_suppressed_rules(struct reading *r, const yaml_node_t *key,
                                 const yaml_node_t *value)
{
    for_each_item(r, key, value, add_suppressed_rule);
}

static void set_suppressed_file(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    suppression_now(r)->file = text_of(r, key, value);
}

static void set_suppressed_role(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    suppression_now(r)->role = text_of(r, key, value);
}

static void set_suppressed_element(struct reading *r, const yaml_node_t *key,
                                   const yaml_node_t *value)
{
    enum element element = element_by_name(words_of(r, value));
    suppression_now(r)->element = text_of(r, key, value);
    if (element == ELEMENT_COUNT && handbook_element_by_name(words_of(r, value)) == ELEMENT_COUNT)
        complain(r, &wrong_shape, value, words_of(r, key), TEXT("duties, standards, tools …"));
}

static void set_suppressed_words(struct reading *r, const yaml_node_t *key,
                                 const yaml_node_t *value)
{
    suppression_now(r)->words = text_of(r, key, value);
}

static void set_reason(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    suppression_now(r)->reason = text_of(r, key, value);
}

static void read_suppression_key(struct reading *r, const yaml_node_t *key,
                                 const yaml_node_t *value)
{
    static const struct key_row rows[] = {{"rules", set_suppressed_rules},
                                          {"file", set_suppressed_file},
                                          {"role", set_suppressed_role},
                                          {"element", set_suppressed_element},
                                          {"words", set_suppressed_words},
                                          {"reason", set_reason},
                                          {NULL, NULL}};
    read_by(r, rows, key, value);
}

static void add_suppression(struct reading *r, const yaml_node_t *item)
{
    *arena_push(r->arena, r->project->suppressions, r->project->suppression_count,
                r->project->suppression_capacity) = (struct suppression){.at = span_of(r, item)};
    for_each_pair(r, NULL, item, read_suppression_key);
    if (text_is_empty(suppression_now(r)->rules))
        complain(r, &wrong_shape, item, TEXT("suppressions"), TEXT("rules: W401, reason: …"));
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

static void set_element(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    struct handbook *handbook = r->project->handbook;
    record_append(handbook, handbook_own(handbook, element_of_key(words_of(r, key))),
                  text_of(r, key, value), span_of(r, value));
}

static void set_date(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    set_element(r, key, value);
    if (words_of(r, value).size > 0 && !is_written_date(words_of(r, value)))
        complain(r, &wrong_shape, value, words_of(r, key), TEXT("2026-11-26"));
}

static void set_language(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    r->project->language = text_of(r, key, value);
    if (r->project->language.size > 0 && language_from_tag(r->project->language) == LANG_COUNT)
        complain(r, &wrong_shape, value, words_of(r, key), TEXT("zh-Hant, zh-Hans, en"));
}

/* A file of one's own lies beside rolebook.yaml. */
static void set_profile(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    struct text name = text_of(r, key, value);
    const char *string = text_to_string(r->arena, name);
    if (profile_is_file(name))
        r->project->profile = file_of(r, value);
    else if (profile_is_built_in(r->arena, string))
        r->project->profile = string;
    else if (name.size > 0)
        complain(r, &no_such_profile, value, name, profile_built_in_names(r->arena));
}

/* A region, in any case, as ISO 3166 has it; intl: none in particular. */
static void set_locale(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    UErrorCode error = U_ZERO_ERROR;
    struct text name = text_of(r, key, value);
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
        complain(r, &wrong_shape, value, words_of(r, key), TEXT("CN, TW, HK, MO, GB, US …, intl"));
}

static void set_template(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    struct text name = text_of(r, key, value);
    const char *string = text_to_string(r->arena, name);
    bool is_file = text_ends_with(name, TEXT(".xml")) && string[0] != '/';
    r->project->template = is_file ? path_join(r->arena, r->project->folder, string) : string;
}

static void set_logo(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    struct text name = text_of(r, key, value);
    struct template_wishes *wishes = &r->project->wishes;
    const char *string = text_to_string(r->arena, name);
    if (!text_is_empty(name) && string[0] != '/')
        name = text_from_string(path_join(r->arena, r->project->folder, string));
    wishes->logo = name;
    wishes->logo_at = span_of(r, value);
}

static void set_watermark(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    struct template_wishes *wishes = &r->project->wishes;
    wishes->watermark = text_of(r, key, value);
    wishes->watermark_at = span_of(r, value);
}

static void set_baseline(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    const char *name = text_to_string(r->arena, text_of(r, key, value));
    r->project->baseline = path_join(r->arena, r->project->folder, name);
}

static void read_preface(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_item(r, key, value, add_preface);
}

static void read_vocabulary(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_item(r, key, value, add_vocabulary);
}

static void read_phrases(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_item(r, key, value, add_phrases);
}

static void read_order(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_item(r, key, value, add_order);
}

static void read_departments(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_item(r, key, value, add_department);
}

static void read_suppressions(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    for_each_item(r, key, value, add_suppression);
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

static void read_key(struct reading *r, const yaml_node_t *key, const yaml_node_t *value)
{
    read_by(r, project_keys, key, value);
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

static enum status read_yaml(struct reading *r)
{
    yaml_parser_t parser;
    yaml_document_t yaml;
    struct text bytes = r->source->text;
    r->yaml = &yaml;
    if (!yaml_parser_initialize(&parser))
        return STATUS_USAGE;
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.data, bytes.size);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    if (yaml_parser_load(&parser, &yaml)) {
        const yaml_node_t *root = yaml_document_get_root_node(&yaml);
        if (root != NULL)
            for_each_pair(r, NULL, root, read_key);
        yaml_document_delete(&yaml);
    } else {
        struct span at = span_of_source(r->source);
        at.begin = at.end = (uint32_t)text_offset(bytes, parser.problem_mark.index);
        report_error(r->diags, &not_yaml, at, text_copy(r->arena, text_from_string(parser.problem)),
                     TEXT(""));
        r->is_fine = false;
    }
    yaml_parser_delete(&parser);
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
    return read_yaml(reading);
}

/* handbook.json, handbook-html/ …: what build writes where nobody names an output. */
static bool is_built(const struct project *project, const char *path)
{
    size_t folder = strlen(project->folder);
    struct text name = text_from_string(path + folder + (path[folder] == '/')), rest;
    size_t slash = text_find(name, TEXT("/"), 0);
    bool is_in_folder = slash != TEXT_NOT_FOUND;
    name = is_in_folder ? text_slice(name, 0, slash) : name;
    if (!text_starts_with(name, is_in_folder ? TEXT("handbook-") : TEXT("handbook.")))
        return false;
    rest = text_from(name, sizeof "handbook-" - 1);
    for (const struct converter *const *row = converter_registry; *row != NULL; row++) {
        bool is_of_one = (*row)->write_model != NULL || (*row)->writes_books;
        if (is_in_folder ? (*row)->write_document_folder != NULL && text_is(rest, (*row)->name)
                         : is_of_one && text_is(rest, (*row)->extensions[0]))
            return true;
    }
    return false;
}

enum status project_inputs(const struct project *project, struct inputs *inputs,
                           struct diagnostics *diags)
{
    struct inputs all = {.arena = inputs->arena};
    const char *roles = path_join(inputs->arena, project->folder, "roles");
    enum status status = STATUS_OK;
    if (project->file != NULL && is_folder(roles)) {
        status = inputs_add_files(&all, project->folder, diags);
        if (inputs_add(&all, roles, diags) != STATUS_OK)
            status = STATUS_INPUT;
    } else
        status = inputs_add(&all, project->folder, diags);
    for (size_t i = 0; i < project->preface_count; i++)
        if (inputs_add(inputs, project->preface[i], diags) != STATUS_OK)
            status = STATUS_INPUT;
    for (size_t i = 0; i < all.count; i++) {
        bool is_named = project->file != NULL && is_built(project, all.paths[i]);
        for (size_t k = 0; k < project->preface_count; k++)
            is_named |= strcmp(all.paths[i], project->preface[k]) == 0;
        if (!is_named)
            *arena_push(inputs->arena, inputs->paths, inputs->count, inputs->capacity) =
                all.paths[i];
    }
    return status;
}

enum status project_configure(const struct project *project, struct check_config *config,
                              struct diagnostics *diags)
{
    enum status status = STATUS_OK;
    config->locale = project->locale;
    for (size_t i = 0; i < project->rule_count; i++) {
        const struct rule_level *rule = &project->rules[i];
        bool is_of_all = text_is_empty(rule->role);
        if (is_of_all ? check_config_set_level(config, rule->selector, rule->level)
                      : check_config_has(rule->selector)) /* see project_set_role_levels */
            continue;
        report_error(diags, &no_such_rule, rule->at, rule->selector, TEXT(""));
        status = STATUS_USAGE;
    }
    config->suppressions = project->suppressions;
    config->suppression_count = project->suppression_count;
    for (size_t i = 0; i < project->phrases_count; i++)
        if (!phrases_add_file(config->phrases, project->phrases[i], diags))
            status = STATUS_USAGE;
    return status;
}

void project_set_role_levels(const struct project *project, struct check_config *config,
                             const struct handbook *handbook, struct diagnostics *diags)
{
    struct arena *scratch = arena_open_like(diags->arena);
    const struct role_names *names = role_names_new(scratch, handbook);
    for (size_t i = 0; i < project->rule_count; i++) {
        const struct rule_level *row = &project->rules[i];
        if (text_is_empty(row->role))
            continue;
        const struct role *role = role_names_find(names, scratch, row->role);
        if (role != NULL) {
            check_config_set_role_level(config, role_title(role), NULL, row->selector, row->level);
            continue;
        }
        struct text nearest = role_names_nearest(names, scratch, row->role);
        if (config->is_whole)
            report_warning(diags, text_is_empty(nearest) ? &no_such_role : &no_such_role_but,
                           row->at, row->role, text_copy(diags->arena, nearest));
    }
    arena_close(scratch);
}

void project_give(const struct project *project, struct handbook *handbook)
{
    for (enum element e = ELEMENT_ROLE_COUNT; e < ELEMENT_COUNT; e++)
        if (handbook_records(project->handbook, e)->count > 0)
            *handbook_own(handbook, e) = *handbook_records(project->handbook, e);
    if (!text_is_empty(project->language))
        handbook->language = project->language;
    else if (handbook->roles != NULL)
        handbook->language = handbook->roles->language;
}
