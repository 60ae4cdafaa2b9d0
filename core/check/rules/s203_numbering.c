/* S203: the numbers of a list run on, in one style. */
#include "core/base/text_buffer.h"
#include "core/check/rule.h"
#include "core/model/list_label.h"

static const struct message changes_style = {
    {[LANG_ZH_HANT] = "編號「{0}」與前一條「{1}」的樣式不同：同一份清單用一種樣式",
     [LANG_ZH_HANS] = "编号「{0}」与前一条「{1}」的样式不同：同一份清单用一种样式",
     [LANG_EN] = "the number \"{0}\" is written in another way than \"{1}\" before it: keep one "
                 "style in a list"}};

static void report(struct rule_context *cx, const struct records *records,
                   const struct record *record, const struct message *message, struct text before)
{
    rule_report(cx, (struct finding_details){.at = record->at,
                                             .message = message,
                                             .args = {record->label, before},
                                             .excerpt = record->label,
                                             .element = records->element,
                                             .has_element = true});
}

/* The first label that does not follow the one in front of it at the outermost depth. */
static void check_list(struct rule_context *cx, const struct records *records)
{
    const struct record *before = NULL;
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
        if (before != NULL && number != 1) {
            bool is_other = look != list_label_look(before->label);
            bool runs_on = number == list_label_number(before->label) + 1;
            if (is_other || !runs_on) {
                report(cx, records, record, runs_on ? &changes_style : NULL, before->label);
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
