#include "core/cli/unknown_labels.h"
#include "core/base/json.h"
#include "core/model/fold.h"
#include <stdlib.h>
#include <string.h>

struct unknown_label {
    struct text folded;
    const struct diagnostic *first;
    size_t count;
};

static int by_label(const void *a, const void *b)
{
    const struct unknown_label *left = a, *right = b;
    int order = text_compare(left->folded, right->folded);
    return order != 0 ? order
                      : (left->first->ordinal > right->first->ordinal) -
                            (left->first->ordinal < right->first->ordinal);
}

static int by_count(const void *a, const void *b)
{
    const struct unknown_label *left = a, *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return by_label(a, b);
}

static size_t gather(struct arena *arena, const struct diagnostics *diags,
                     struct unknown_label **labels)
{
    size_t count = 0, capacity = 0, kept = 0;
    *labels = NULL;
    for (size_t i = 0; i < diags->count; i++) {
        const struct diagnostic *d = &diags->items[i];
        if (d->code != NULL && strcmp(d->code, "S101") == 0)
            *arena_push(arena, *labels, count, capacity) =
                (struct unknown_label){fold_label(arena, d->args[0]), d, 1};
    }
    if (count == 0)
        return 0;
    qsort(*labels, count, sizeof **labels, by_label);
    for (size_t i = 1; i < count; i++)
        if (text_equal((*labels)[i].folded, (*labels)[kept].folded))
            (*labels)[kept].count++;
        else
            (*labels)[++kept] = (*labels)[i];
    qsort(*labels, kept + 1, sizeof **labels, by_count);
    return kept + 1;
}

static void write_json(const struct unknown_label *labels, size_t count, struct text_buffer *out)
{
    json_t *root = json_object(), *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *label = json_object();
        json_set_text(label, "label", labels[i].first->args[0]);
        json_set_count(label, "count", labels[i].count);
        json_set_text(label, "nearest", labels[i].first->args[1]);
        json_set_place(label, labels[i].first->at, out->arena);
        json_array_append_new(list, label);
    }
    json_set_count(root, "rolebook", 1);
    json_object_set_new(root, "labels", list);
    json_append(out, root, JSON_INDENT(2));
}

static void write_text(const struct unknown_label *labels, size_t count, enum language language,
                       struct text_buffer *out)
{
    static const char *const nearest[LANG_COUNT] = {"；相近的要素：", "；相近的要素：",
                                                    "; the nearest elements: "};
    static const char *const how[LANG_COUNT] = {
        "若屬某一要素，寫進自己的詞彙檔，並用 --vocabulary FILE 或 rolebook.yaml 的 vocabulary 指明：\n"
        "  language: zh-Hant\n  elements:\n    conditions: [公司環境]\n  other: [與崗位無關的標題]\n",
        "若属某一要素，写进自己的词汇文件，并用 --vocabulary FILE 或 rolebook.yaml 的 vocabulary 指明：\n"
        "  language: zh-Hans\n  elements:\n    conditions: [公司环境]\n  other: [与岗位无关的标题]\n",
        "What belongs to an element goes into a vocabulary file of your own, named by --vocabulary\n"
        "FILE or by vocabulary in rolebook.yaml:\n"
        "  language: en\n  elements:\n    conditions: [Our office]\n  other: [About the company]\n"};
    for (size_t i = 0; i < count; i++) {
        const struct diagnostic *d = labels[i].first;
        buffer_append_format(out, "%6zu  ", labels[i].count);
        buffer_append(out, d->args[0]);
        buffer_append_string(out, "  (");
        buffer_append(out, span_describe(out->arena, d->at));
        buffer_append_byte(out, ')');
        if (!text_is_empty(d->args[1])) {
            buffer_append_string(out, nearest[language]);
            buffer_append(out, d->args[1]);
        }
        buffer_append_byte(out, '\n');
    }
    if (count > 0)
        buffer_append_string(out, how[language]);
}

void unknown_labels_write(const struct diagnostics *diags, enum report_format format,
                          enum language language, struct text_buffer *out)
{
    struct unknown_label *labels;
    size_t count = gather(out->arena, diags, &labels);
    if (format == REPORT_JSON)
        write_json(labels, count, out);
    else
        write_text(labels, count, language, out);
}
