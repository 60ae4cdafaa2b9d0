/* rolebook.yaml: its keys, one by one, and what each says of the project. */
#include "core/base/file.h"
#include "core/base/text_buffer.h"
#include "core/base/yaml.h"
#include "core/cli/project_reading.h"
#include "core/cli/written_date.h"
#include <sys/stat.h>
#include <unicode/uregion.h>

static const struct message not_yaml = {{"設定檔不是有效的 YAML：{0}",
                                         "配置文件不是有效的 YAML：{0}",
                                         "the configuration is not YAML: {0}"}};
static const struct message no_such_profile = {
    {"沒有完整性要求「{0}」：可用的是 {1}，或 .yaml 檔的路徑",
     "没有完整性要求「{0}」：可用的是 {1}，或 .yaml 文件的路径",
     "there is no profile \"{0}\": there are {1}, or the path of a .yaml file"}};

static void add_preface(struct project_reading *r, const struct yaml_value *item)
{
    const char *name = text_to_string(r->arena, item->words);
    *arena_push(r->arena, r->project->preface, r->project->preface_count,
                r->project->preface_capacity) = path_join(r->arena, r->project->folder, name);
}

static void add_vocabulary(struct project_reading *r, const struct yaml_value *item)
{
    const char *path = project_file_of(r, item);
    if (path != NULL)
        *arena_push(r->arena, r->project->vocabulary, r->project->vocabulary_count,
                    r->project->vocabulary_capacity) = path;
}

static void add_phrases(struct project_reading *r, const struct yaml_value *item)
{
    const char *path = project_file_of(r, item);
    if (path != NULL)
        *arena_push(r->arena, r->project->phrases, r->project->phrases_count,
                    r->project->phrases_capacity) = path;
}

static void add_order(struct project_reading *r, const struct yaml_value *item)
{
    if (r->order_count < sizeof r->order / sizeof *r->order)
        r->order[r->order_count++] = item->words;
}

/* As the element's fields are called: only their names count here. */
static const struct key_row department_keys[] = {
    {"name", NULL}, {"head", NULL}, {"parent", NULL}, {"headcount", NULL}, {NULL, NULL}};

static void set_department_field(struct project_reading *r, const struct yaml_value *value)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    struct record *record = &records->rows[records->count - 1];
    enum field field = field_by_name(ELEMENT_HANDBOOK_DEPARTMENTS, value->key);
    if (field == FIELD_NONE) {
        project_complain_of_key(r, value, department_keys);
        return;
    }
    record_set_field(handbook, records, record, field,
                     (struct value){value->words, yaml_span(value)});
    if (field == FIELD_HANDBOOK_DEPARTMENTS_NAME)
        record->text = value->words;
}

static void add_department(struct project_reading *r, const struct yaml_value *item)
{
    struct handbook *handbook = r->project->handbook;
    struct records *records = handbook_own(handbook, ELEMENT_HANDBOOK_DEPARTMENTS);
    record_append(handbook, records, item->words, yaml_span(item));
    if (item->kind != YAML_WORDS)
        project_each_pair(r, item, set_department_field);
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

static void set_element(struct project_reading *r, const struct yaml_value *value)
{
    struct handbook *handbook = r->project->handbook;
    record_append(handbook, handbook_own(handbook, element_of_key(value->key)),
                  project_text_of(r, value), yaml_span(value));
}

static void set_date(struct project_reading *r, const struct yaml_value *value)
{
    set_element(r, value);
    if (value->words.size > 0 && !is_written_date(value->words))
        project_complain_of_shape(r, value, "2026-11-26");
}

static void set_language(struct project_reading *r, const struct yaml_value *value)
{
    r->project->language = project_text_of(r, value);
    if (r->project->language.size > 0 && language_from_tag(r->project->language) == LANG_COUNT)
        project_complain_of_shape(r, value, "zh-Hant, zh-Hans, en");
}

/* A file of one's own lies beside rolebook.yaml. */
static void set_profile(struct project_reading *r, const struct yaml_value *value)
{
    struct text name = project_text_of(r, value);
    const char *string = text_to_string(r->arena, name);
    if (profile_is_file(name))
        r->project->profile = project_file_of(r, value);
    else if (profile_is_built_in(r->arena, string))
        r->project->profile = string;
    else if (name.size > 0)
        project_complain(r, &no_such_profile, yaml_span(value), name,
                         profile_built_in_names(r->arena));
}

/* A region, in any case, as ISO 3166 has it; intl: none in particular. */
static void set_locale(struct project_reading *r, const struct yaml_value *value)
{
    UErrorCode error = U_ZERO_ERROR;
    struct text name = project_text_of(r, value);
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
        project_complain_of_shape(r, value, "CN, TW, HK, MO, GB, US …, intl");
}

static void set_template(struct project_reading *r, const struct yaml_value *value)
{
    struct text name = project_text_of(r, value);
    const char *string = text_to_string(r->arena, name);
    bool is_file = text_ends_with(name, TEXT(".xml")) && string[0] != '/';
    r->project->template = is_file ? path_join(r->arena, r->project->folder, string) : string;
}

static void set_logo(struct project_reading *r, const struct yaml_value *value)
{
    struct text name = project_text_of(r, value);
    struct template_wishes *wishes = &r->project->wishes;
    const char *string = text_to_string(r->arena, name);
    if (!text_is_empty(name) && string[0] != '/')
        name = text_from_string(path_join(r->arena, r->project->folder, string));
    wishes->logo = name;
    wishes->logo_at = yaml_span(value);
}

static void set_watermark(struct project_reading *r, const struct yaml_value *value)
{
    struct template_wishes *wishes = &r->project->wishes;
    wishes->watermark = project_text_of(r, value);
    wishes->watermark_at = yaml_span(value);
}

static void set_baseline(struct project_reading *r, const struct yaml_value *value)
{
    const char *name = text_to_string(r->arena, project_text_of(r, value));
    r->project->baseline = path_join(r->arena, r->project->folder, name);
}

static void read_preface(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_preface);
}

static void read_vocabulary(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_vocabulary);
}

static void read_phrases(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_phrases);
}

static void read_order(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_order);
}

static void read_departments(struct project_reading *r, const struct yaml_value *value)
{
    project_each_item(r, value, add_department);
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
                                              {"rules", project_read_rules},
                                              {"roles", project_read_roles},
                                              {"suppressions", project_read_suppressions},
                                              {"baseline", set_baseline},
                                              {"vocabulary", read_vocabulary},
                                              {"phrases", read_phrases},
                                              {NULL, NULL}};

static void read_key(struct project_reading *r, const struct yaml_value *value)
{
    project_read_by(r, project_keys, value);
}

/* Departments named in the order come first, whether more is said of them or not. */
static void order_departments(struct project_reading *r)
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

static enum status read_file(struct project_reading *r)
{
    if (says_nothing(r->source->text))
        return STATUS_OK;
    const struct yaml_value *file = yaml_read(r->arena, r->arena, r->source, &not_yaml, r->diags);
    if (file == NULL)
        return STATUS_USAGE;
    project_each_pair(r, file, read_key);
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
    struct project_reading *reading = arena_new(arena, struct project_reading);
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
    *reading = (struct project_reading){
        .project = project, .arena = arena, .source = source, .diags = diags, .is_fine = true};
    if (file_read(arena, source, &source->text, diags) != STATUS_OK)
        return STATUS_USAGE;
    return read_file(reading);
}
