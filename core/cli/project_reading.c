#include "core/cli/project_reading.h"
#include "core/base/nearest_name.h"
#include "core/base/text_buffer.h"
#include <unistd.h>

static const struct message unknown_key = {
    {"設定檔不認得「{0}」：可用的是 {1}", "配置文件不认得「{0}」：可用的是 {1}",
     "the configuration does not know \"{0}\": it knows {1}"}};

static const struct message misspelt_key = {
    {"設定檔不認得「{0}」：要寫的是「{1}」嗎？", "配置文件不认得「{0}」：要写的是「{1}」吗？",
     "the configuration does not know \"{0}\": did you mean \"{1}\"?"}};

static const struct message wrong_shape = {{"「{0}」的寫法不對：應為 {1}",
                                            "「{0}」的写法不对：应为 {1}",
                                            "\"{0}\" is not written right: it should be {1}"}};

static const struct message no_such_file = {
    {"沒有檔案「{0}」：路徑從設定檔所在的資料夾算起",
     "没有文件「{0}」：路径从配置文件所在的文件夹算起",
     "there is no file \"{0}\": paths begin in the folder of the configuration"}};

void project_complain(struct project_reading *r, const struct message *message, struct span at,
                      struct text arg0, struct text arg1)
{
    report_error(r->diags, message, at, arg0, arg1);
    r->is_fine = false;
}

void project_complain_of(struct project_reading *r, struct span at, struct text name,
                         const char *shape)
{
    project_complain(r, &wrong_shape, at, name, text_from_string(shape));
}

void project_complain_of_shape(struct project_reading *r, const struct yaml_value *value,
                               const char *shape)
{
    struct text name = text_is_empty(value->key) ? TEXT("rolebook.yaml") : value->key;
    project_complain_of(r, yaml_span(value), name, shape);
}

void project_each_item(struct project_reading *r, const struct yaml_value *list, each_value *each)
{
    if (list->kind == YAML_WORDS) { /* one alone */
        each(r, list);
        return;
    }
    if (list->kind != YAML_LIST)
        project_complain_of_shape(r, list, "[a, b]");
    for (size_t i = 0; list->kind == YAML_LIST && i < list->count; i++)
        each(r, &list->items[i]);
}

void project_each_pair(struct project_reading *r, const struct yaml_value *map, each_value *each)
{
    if (map->kind != YAML_MAP)
        project_complain_of_shape(r, map, "key: value");
    for (size_t i = 0; map->kind == YAML_MAP && i < map->count; i++)
        each(r, &map->items[i]);
}

#define KEYS_MAX 32 /* of one table */

void project_complain_of_key(struct project_reading *r, const struct yaml_value *value,
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
        project_complain(r, &unknown_key, yaml_key_span(value), value->key, buffer_text(&all));
    else
        project_complain(r, &misspelt_key, yaml_key_span(value), value->key, nearest);
}

void project_read_by(struct project_reading *r, const struct key_row *rows,
                     const struct yaml_value *value)
{
    struct text name = value->key;
    for (const struct key_row *row = rows; row->name != NULL; row++)
        if (text_is(name, row->name)) {
            row->read(r, value);
            return;
        }
    project_complain_of_key(r, value, rows);
}

struct text project_text_of(struct project_reading *r, const struct yaml_value *value)
{
    if (value->kind != YAML_WORDS)
        project_complain_of_shape(r, value, "words");
    return value->words;
}

const char *project_file_of(struct project_reading *r, const struct yaml_value *value)
{
    struct text name = value->words;
    const char *string = text_to_string(r->arena, name);
    const char *path = string[0] == '/' ? string : path_join(r->arena, r->project->folder, string);
    if (access(path, F_OK) == 0)
        return path;
    project_complain(r, &no_such_file, yaml_span(value), name, TEXT(""));
    return NULL;
}
