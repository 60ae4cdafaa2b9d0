/* The conversion report for scripts. */
#include "core/base/json.h"
#include "core/cli/conversion_summary.h"

static void set_file(json_t *object, const struct role_file *file)
{
    static const char *const fates[] = {[OUTPUT_WRITTEN] = "written",
                                        [OUTPUT_KEPT] = "kept",
                                        [OUTPUT_REFUSED] = "refused",
                                        [OUTPUT_FAILED] = "failed"};
    if (file == NULL || file->name == NULL)
        return;
    json_object_set_new(object, "file", json_string(file->name));
    json_object_set_new(object, "state", json_string(fates[file->fate]));
}

static json_t *role_value(const struct role *role, const struct role_file *file)
{
    json_t *object = json_object(), *elements = json_object();
    json_t *lacking = json_array(), *others = json_array();
    json_set_text(object, "title", role_title(role));
    set_file(object, file);
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = role_records(role, (enum element)e);
        const char *name = element_row((enum element)e)->name;
        if (records->count > 0)
            json_set_count(elements, name, records->count);
        if (summary_expects((enum element)e) && !is_given(records))
            json_array_append_new(lacking, json_string(name));
    }
    for (const struct section_text *s = role->other; s != NULL; s = s->next) {
        json_t *other = json_object();
        json_set_text(other, "heading", s->heading);
        json_set_count(other, "characters", account_characters(s->text));
        json_array_append_new(others, other);
    }
    json_object_set_new(object, "elements", elements);
    json_object_set_new(object, "lacks", lacking);
    json_object_set_new(object, "other", others);
    return object;
}

static json_t *findings_value(const struct conversion_summary *summary,
                              const struct read_file *file)
{
    json_t *findings = json_array();
    for (size_t i = 0; i < file->diags->count; i++) {
        const struct diagnostic *d = file->diags->items[i];
        json_t *finding = json_object();
        if (d->code != NULL)
            json_object_set_new(finding, "code", json_string(d->code));
        json_object_set_new(finding, "level", json_string(level_name(d->level)));
        json_set_text(finding, "message", diagnostic_message(summary->arena, d, summary->language));
        json_set_place(finding, d->at, summary->arena);
        json_array_append_new(findings, finding);
    }
    return findings;
}

static json_t *parts_value(const struct summary_row *row)
{
    json_t *list = json_array();
    for (size_t i = 0; i < row->part_count; i++) {
        json_t *part = json_object();
        set_file(part, &row->parts[i]->file);
        json_array_append_new(list, part);
    }
    return list;
}

static json_t *file_value(const struct conversion_summary *summary, const struct summary_row *row)
{
    json_t *object = json_object(), *roles = json_array();
    const struct role *role = row->file->first_role;
    const struct account *account = row->file->account;
    json_object_set_new(object, "file", json_text(text_from_string(row->file->path)));
    json_object_set_new(object, "verdict", json_string(summary_verdict_keys[row->verdict]));
    if (account != NULL)
        json_set_count(object, "characters", account->characters);
    for (size_t i = 0; account != NULL && i < SHARE_COUNT; i++)
        json_set_count(object, summary_share_keys[i], summary_characters(account, (enum share)i));
    for (size_t r = 0; r < row->file->role_count; r++, role = role->next)
        json_array_append_new(roles, role_value(role, summary_written(summary, row, r)));
    json_object_set_new(object, "roles", roles);
    json_object_set_new(object, "parts", parts_value(row));
    json_object_set_new(object, "findings", findings_value(summary, row->file));
    return object;
}

void summary_write_json(const struct conversion_summary *summary, struct text_buffer *out)
{
    json_t *root = json_object(), *list = json_array();
    json_set_count(root, "rolebook", 1);
    json_set_count(root, "roles", summary->role_count);
    json_set_count(root, "to-look-at", summary->look_count);
    for (size_t i = 0; i < summary->count; i++)
        json_array_append_new(list, file_value(summary, &summary->rows[i]));
    json_object_set_new(root, "files", list);
    json_append(out, root, JSON_INDENT(2));
}
