/* S203: the numbers of a list run on, in one style. */
#include "core/base/text_buffer.h"
#include "core/check/rule.h"
#include "core/model/list_number.h"
#include <string.h>

static const struct message changes_style = {
    {[LANG_ZH_HANT] = "編號「{0}」與前一條「{1}」的樣式不同：同一份清單用一種樣式",
     [LANG_ZH_HANS] = "编号「{0}」与前一条「{1}」的样式不同：同一份清单用一种样式",
     [LANG_EN] = "the number \"{0}\" is written in another way than \"{1}\" before it: keep one "
                 "style in a list"}};

/* A list at its outermost depth, from the label that does not follow the one before. */
struct faulty {
    const struct records *records;
    size_t index;
    const struct record *before;
    bool runs_on; /* its number follows, only its look does not */
};

/* Where the label stands: at the record's begin, or on its line in front of it; false: nowhere. */
static bool find_label(const struct record *record, size_t *begin)
{
    struct span at = record->at;
    if (!span_is_text(at))
        return false;
    size_t end = at.begin;
    struct text text = at.source->text;
    *begin = at.begin;
    if (text_starts_with(text_slice(text, at.begin, at.end), record->label))
        return true;
    while (end > 0 && memchr(" \t|", text.data[end - 1], 4) != NULL)
        end--;
    if (end < record->label.size)
        return false;
    *begin = end - record->label.size;
    return text_equal(text_slice(text, *begin, end), record->label);
}

/* The rest of the list with labels that run on: its bytes from the first wrong label on. */
static void propose(struct rule_context *cx, const struct faulty *list,
                    struct finding_details *finding)
{
    const struct records *records = list->records;
    struct text_buffer out = text_buffer_new(cx->arena);
    unsigned number = list_label_number(list->before->label);
    struct span first = records->rows[list->index].at;
    size_t begin = 0, at = 0, label_at;
    bool is_same = true;
    for (size_t i = list->index; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        unsigned now = list_label_number(record->label);
        if (record->depth > 0)
            continue;
        if (now == 0 || (now == 1 && i > list->index))
            break;
        struct text label = list_label_with(cx->arena, list->before->label, ++number);
        if (text_is_empty(label) || !find_label(record, &label_at) ||
            record->at.source != first.source || (i > list->index && label_at < at))
            return;
        if (i == list->index)
            begin = at = label_at;
        buffer_append(&out, text_slice(first.source->text, at, label_at));
        buffer_append(&out, label);
        at = label_at + record->label.size;
        is_same = is_same && now == number;
    }
    first.begin = (uint32_t)begin;
    first.end = (uint32_t)at;
    finding->has_replacement = true;
    finding->replacement = buffer_text(&out);
    finding->replaced_at = first;
    finding->replaced = text_slice(first.source->text, begin, at);
    finding->is_safe = is_same; /* else what cites a number would cite another item */
}

static void report(struct rule_context *cx, const struct faulty *list)
{
    const struct record *record = &list->records->rows[list->index];
    struct finding_details finding = {.at = record->at,
                                      .message = list->runs_on ? &changes_style : NULL,
                                      .args = {record->label, list->before->label},
                                      .excerpt = record->label,
                                      .element = list->records->element,
                                      .has_element = true};
    propose(cx, list, &finding);
    rule_report(cx, finding);
}

#define NO_NUMBER 1000 /* more than any label shows */
#define LOOKS_MAX 8    /* of labels told apart in one list: levels nest no deeper */

/* The last number of each look of label: what an outer level, resumed below an inner one, had. */
struct levels {
    unsigned look[LOOKS_MAX], number[LOOKS_MAX];
    size_t count;
};

static unsigned *last_number(struct levels *levels, unsigned look)
{
    for (size_t i = 0; i < levels->count; i++)
        if (levels->look[i] == look)
            return &levels->number[i];
    if (levels->count == LOOKS_MAX)
        return NULL;
    levels->look[levels->count] = look;
    levels->number[levels->count] = 0;
    return &levels->number[levels->count++];
}

/* 二、 behind （三）: the outer list goes on; or it was another list all along. */
static bool is_other_level(unsigned look, unsigned number, const struct record *before,
                           unsigned last)
{
    bool runs_on = number == list_label_number(before->label) + 1;
    return look != list_label_look(before->label) && (!runs_on || number == last + 1);
}

/* The first label that does not follow the one in front of it at the outermost depth. */
static void check_list(struct rule_context *cx, const struct records *records)
{
    const struct record *before = NULL;
    struct levels levels = {0};
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        unsigned look = list_label_look(record->label);
        unsigned number = list_label_number(record->label);
        if (record->depth > 0)
            continue;
        if (number == 0) { /* a bullet, a part's name, none, or levels: another list */
            before = NULL;
            continue;
        }
        unsigned *last = last_number(&levels, look);
        bool is_level = last != NULL && before != NULL &&
                        is_other_level(look, number, before, *last > 0 ? *last : NO_NUMBER);
        if (last != NULL)
            *last = number;
        if (before != NULL && number != 1 && !is_level) {
            bool is_other = look != list_label_look(before->label);
            bool runs_on = number == list_label_number(before->label) + 1;
            if (is_other || !runs_on) {
                report(cx, &(struct faulty){records, i, before, runs_on});
                return;
            }
        }
        before = record;
    }
}

static void check(struct rule_context *cx, const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++)
        check_list(cx, &role->values[e]);
}

const struct rule rule_s203 = {
    .code = "S203",
    .name = "numbering",
    .level = LEVEL_INFO,
    .source = "MODEL",
    .message = {{[LANG_ZH_HANT] = "編號「{0}」接在「{1}」後面，有跳號或重號：請重新編號",
                 [LANG_ZH_HANS] = "编号「{0}」接在「{1}」后面，有跳号或重号：请重新编号",
                 [LANG_EN] = "the number \"{0}\" follows \"{1}\": one is skipped or repeated"}},
    .reason = {{[LANG_ZH_HANT] = "跳號讓人以為少了一條，重號讓人引用時說不清是哪一條。",
                [LANG_ZH_HANS] = "跳号让人以为少了一条，重号让人引用时说不清是哪一条。",
                [LANG_EN] =
                    "A skipped number looks like a lost duty; a repeated one cannot be cited."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "一、受理訴求\n\n二、登記工單\n\n四、回覆客戶\n",
                                   .good = "一、受理訴求\n\n二、登記工單\n\n三、回覆客戶\n"},
                 [LANG_ZH_HANS] = {.bad = "（1）受理诉求\n\n（2）登记工单\n\n（2）回复客户\n",
                                   .good = "（1）受理诉求\n\n（2）登记工单\n\n（3）回复客户\n"},
                 [LANG_EN] = {.bad = "(1) Record requests\n\n(2) Answer calls\n\n3、Close cases\n",
                              .good =
                                  "(1) Record requests\n\n(2) Answer calls\n\n(3) Close cases\n"}},
    .check_role = check,
};
