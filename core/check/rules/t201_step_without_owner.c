/* T201: each process step is carried by a position that exists. */
#include "core/base/nearest_name.h"
#include "core/check/rule.h"
#include "core/model/process_steps.h"
static const struct message no_such = {
    {"步驟「{0}」由「{1}」承擔，而組織與崗位裡都沒有它（最接近的是「{2}」）：請更正名稱，或補上該崗位",
     "步骤「{0}」由「{1}」承担，而组织与岗位里都没有它（最接近的是「{2}」）：请更正名称，或补上该岗位",
     "the step \"{0}\" is carried by \"{1}\", which is no position or role (nearest: \"{2}\"): correct the name or add the position"}};
static const struct message none_near = {
    {"步驟「{0}」由「{1}」承擔，而組織與崗位裡都沒有它：請更正名稱，或補上該崗位",
     "步骤「{0}」由「{1}」承担，而组织与岗位里都没有它：请更正名称，或补上该岗位",
     "the step \"{0}\" is carried by \"{1}\", which is no position or role: correct the name or add the position"}};

/* The listed position most like the name, where the organisation lists positions. */
static struct text nearest_to(struct rule_context *cx, struct text name)
{
    const struct records *listed = handbook_records(cx->handbook, ELEMENT_HANDBOOK_POSITIONS);
    struct text *names = arena_new_array(cx->arena, listed->count + 1, struct text);
    if (listed->count == 0)
        return role_names_nearest(cx->names, cx->arena, name);
    for (size_t i = 0; i < listed->count; i++)
        names[i] = listed->rows[i].text;
    return nearest_name(name, names, listed->count);
}

static void check_owner(struct rule_context *cx, const struct process_steps *all,
                        const struct step *step, size_t owner)
{
    const struct position *position = &all->positions[owner];
    bool has_list = is_filled(handbook_records(cx->handbook, ELEMENT_HANDBOOK_POSITIONS));
    bool may_be_elsewhere = !cx->config->is_whole || cx->handbook->role_count == 0;
    bool is_known = has_list ? position->listed != NULL
                             : may_be_elsewhere ||
                                   role_names_find(cx->names, cx->arena, position->name) != NULL;
    if (is_known)
        return;
    struct text nearest = nearest_to(cx, position->name);
    struct value cell = record_field(all->records, step->record, FIELD_HANDBOOK_PROCESSES_POSITION);
    rule_report(cx,
                (struct finding_details){.at = cell.at,
                                         .message = text_is_empty(nearest) ? &none_near : &no_such,
                                         .args = {step->key, position->name, nearest},
                                         .excerpt = position->name,
                                         .element = ELEMENT_HANDBOOK_PROCESSES,
                                         .has_element = true});
}

static void check(struct rule_context *cx)
{
    const struct process_steps *all = process_steps_of(cx->arena, cx->handbook);
    for (size_t i = 0; i < all->records->count; i++) {
        const struct step *step = &all->steps[i];
        if (step->owner_count == 0 && !step->is_for_all)
            rule_report(cx, (struct finding_details){.at = step->record->at,
                                                     .args = {step->key},
                                                     .excerpt = step->record->text,
                                                     .element = ELEMENT_HANDBOOK_PROCESSES,
                                                     .has_element = true});
        for (size_t o = 0; o < step->owner_count; o++)
            check_owner(cx, all, step, step->owners[o]);
    }
}

const struct rule rule_t201 = {
    .code = "T201",
    .name = "step-without-owner",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 3",
    .message = {{[LANG_ZH_HANT] = "步驟「{0}」沒有崗位承擔：請在「崗位」欄寫明由誰負責",
                 [LANG_ZH_HANS] = "步骤「{0}」没有岗位承担：请在「岗位」栏写明由谁负责",
                 [LANG_EN] =
                     "no position carries the step \"{0}\": name it in the column Position"}},
    .reason =
        {{[LANG_ZH_HANT] = "資訊到達卻沒有崗位接手，這一段的責任就落空。",
          [LANG_ZH_HANS] = "信息到达却没有岗位接手，这一段的责任就落空。",
          [LANG_EN] =
              "Where information arrives and no position takes it up, nobody is responsible."}},
    .element = ELEMENT_HANDBOOK_PROCESSES,
    .kind = EXAMPLE_PROJECT,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                  "# 客服專員\n"
                                  "\n"
                                  "## 崗位職責\n"
                                  "\n"
                                  "- 登記客戶訴求\n"
                                  "== processes.md\n"
                                  "# 業務流程\n"
                                  "\n"
                                  "| 編號 | 做什麼 | 資訊輸入 | 來源 | 崗位 | 資訊輸出 | 去向 |\n"
                                  "|-|-|-|-|-|-|-|\n"
                                  "| A1 | 登記客戶訴求 | 訴求 | 客戶 |  | 答覆 | 客戶 |\n",
                           .good =
                               "== a.md\n"
                               "# 客服專員\n"
                               "\n"
                               "## 崗位職責\n"
                               "\n"
                               "- 登記客戶訴求\n"
                               "== processes.md\n"
                               "# 業務流程\n"
                               "\n"
                               "| 編號 | 做什麼 | 資訊輸入 | 來源 | 崗位 | 資訊輸出 | 去向 |\n"
                               "|-|-|-|-|-|-|-|\n"
                               "| A1 | 登記客戶訴求 | 訴求 | 客戶 | 客服專員 | 答覆 | 客戶 |\n"},
         [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                  "# 客服专员\n"
                                  "\n"
                                  "## 岗位职责\n"
                                  "\n"
                                  "- 登记客户诉求\n"
                                  "== processes.md\n"
                                  "# 业务流程\n"
                                  "\n"
                                  "| 编号 | 做什么 | 信息输入 | 来源 | 岗位 | 信息输出 | 去向 |\n"
                                  "|-|-|-|-|-|-|-|\n"
                                  "| A1 | 登记客户诉求 | 诉求 | 客户 |  | 答覆 | 客户 |\n",
                           .good =
                               "== a.md\n"
                               "# 客服专员\n"
                               "\n"
                               "## 岗位职责\n"
                               "\n"
                               "- 登记客户诉求\n"
                               "== processes.md\n"
                               "# 业务流程\n"
                               "\n"
                               "| 编号 | 做什么 | 信息输入 | 来源 | 岗位 | 信息输出 | 去向 |\n"
                               "|-|-|-|-|-|-|-|\n"
                               "| A1 | 登记客户诉求 | 诉求 | 客户 | 客服专员 | 答覆 | 客户 |\n"},
         [LANG_EN] =
             {.bad = "== a.md\n"
                     "# Contact Agent\n"
                     "\n"
                     "## Duties\n"
                     "\n"
                     "- Register the request\n"
                     "== processes.md\n"
                     "# Processes\n"
                     "\n"
                     "| No. | What | Information in | From | Position | Information out | To |\n"
                     "|-|-|-|-|-|-|-|\n"
                     "| A1 | Register the request | Request | Customer |  | Answer | Customer |\n",
              .good =
                  "== a.md\n"
                  "# Contact Agent\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Register the request\n"
                  "== processes.md\n"
                  "# Processes\n"
                  "\n"
                  "| No. | What | Information in | From | Position | Information out | To |\n"
                  "|-|-|-|-|-|-|-|\n"
                  "| A1 | Register the request | Request | Customer | Contact Agent | Answer | Customer |\n"}},
    .check_handbook = check,
};
