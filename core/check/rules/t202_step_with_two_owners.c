/* T202: a process step is carried by one position. */
#include "core/check/rule.h"
#include "core/model/process_steps.h"
static const struct message twice = {
    {"步驟「{0}」已在別處由「{1}」承擔，這裡又由「{2}」承擔：請分成兩個步驟，或只留一個崗位",
     "步骤「{0}」已在别处由「{1}」承担，这里又由「{2}」承担：请分成两个步骤，或只留一个岗位",
     "the step \"{0}\" is carried by \"{1}\" elsewhere and by \"{2}\" here: make two steps of it, or leave one position"}};

#include "core/model/name_table.h"

/* One number in two rows with different positions. */
static void check_again(struct rule_context *cx, const struct process_steps *all, size_t row)
{
    const struct step *step = &all->steps[row];
    struct text id = step_text(all, step, FIELD_HANDBOOK_PROCESSES_ID);
    size_t first = text_is_empty(id) ? NO_NAME : name_table_find(all->keys, cx->arena, id);
    if (first == NO_NAME || first == row || step->owner_count == 0)
        return;
    const struct step *above = &all->steps[first];
    if (above->owner_count == 0 || above->owners[0] == step->owners[0])
        return;
    rule_report(cx,
                (struct finding_details){.at = step->record->at,
                                         .message = &twice,
                                         .args = {step->key, all->positions[above->owners[0]].name,
                                                  all->positions[step->owners[0]].name},
                                         .excerpt = step->record->text,
                                         .element = ELEMENT_HANDBOOK_PROCESSES,
                                         .has_element = true,
                                         .related = {.at = above->record->at},
                                         .has_related = true});
}

static void check(struct rule_context *cx)
{
    const struct process_steps *all = process_steps_of(cx->arena, cx->handbook);
    for (size_t i = 0; i < all->records->count; i++) {
        const struct step *step = &all->steps[i];
        struct text names = TEXT("");
        check_again(cx, all, i);
        for (size_t o = 0; o < step->owner_count; o++)
            names = rule_join(cx, names, all->positions[step->owners[o]].name);
        if (step->owner_count > 1)
            rule_report(cx, (struct finding_details){.at = step->record->at,
                                                     .args = {step->key, names},
                                                     .excerpt = step->record->text,
                                                     .element = ELEMENT_HANDBOOK_PROCESSES,
                                                     .has_element = true});
    }
}

const struct rule rule_t202 = {
    .code = "T202",
    .name = "step-with-two-owners",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 3",
    .message =
        {{[LANG_ZH_HANT] = "步驟「{0}」由幾個崗位同時承擔（{1}）：請只留一個，或分成各自的步驟",
          [LANG_ZH_HANS] = "步骤「{0}」由几个岗位同时承担（{1}）：请只留一个，或分成各自的步骤",
          [LANG_EN] =
              "the step \"{0}\" is carried by several positions ({1}): leave one, or give each a step of its own"}},
    .reason = {{[LANG_ZH_HANT] = "一個步驟有兩個負責人，等於沒有負責人。",
                [LANG_ZH_HANS] = "一个步骤有两个负责人，等于没有负责人。",
                [LANG_EN] = "A step with two owners has none when it goes wrong."}},
    .element = ELEMENT_HANDBOOK_PROCESSES,
    .kind = EXAMPLE_PROJECT,
    .examples =
        {[LANG_ZH_HANT] =
             {.bad = "== a.md\n"
                     "# 客服專員\n"
                     "\n"
                     "## 崗位職責\n"
                     "\n"
                     "- 登記客戶訴求\n"
                     "== b.md\n"
                     "# 班組長\n"
                     "\n"
                     "## 崗位職責\n"
                     "\n"
                     "- 分派當班工作\n"
                     "== processes.md\n"
                     "# 業務流程\n"
                     "\n"
                     "| 編號 | 做什麼 | 資訊輸入 | 來源 | 崗位 | 資訊輸出 | 去向 |\n"
                     "|-|-|-|-|-|-|-|\n"
                     "| A1 | 登記客戶訴求 | 訴求 | 客戶 | 客服專員、班組長 | 答覆 | 客戶 |\n",
              .good = "== a.md\n"
                      "# 客服專員\n"
                      "\n"
                      "## 崗位職責\n"
                      "\n"
                      "- 登記客戶訴求\n"
                      "== b.md\n"
                      "# 班組長\n"
                      "\n"
                      "## 崗位職責\n"
                      "\n"
                      "- 分派當班工作\n"
                      "== processes.md\n"
                      "# 業務流程\n"
                      "\n"
                      "| 編號 | 做什麼 | 資訊輸入 | 來源 | 崗位 | 資訊輸出 | 去向 |\n"
                      "|-|-|-|-|-|-|-|\n"
                      "| A1 | 登記客戶訴求 | 訴求 | 客戶 | 客服專員 | 答覆 | 客戶 |\n"},
         [LANG_ZH_HANS] =
             {.bad = "== a.md\n"
                     "# 客服专员\n"
                     "\n"
                     "## 岗位职责\n"
                     "\n"
                     "- 登记客户诉求\n"
                     "== b.md\n"
                     "# 班组长\n"
                     "\n"
                     "## 岗位职责\n"
                     "\n"
                     "- 分派当班工作\n"
                     "== processes.md\n"
                     "# 业务流程\n"
                     "\n"
                     "| 编号 | 做什么 | 信息输入 | 来源 | 岗位 | 信息输出 | 去向 |\n"
                     "|-|-|-|-|-|-|-|\n"
                     "| A1 | 登记客户诉求 | 诉求 | 客户 | 客服专员、班组长 | 答覆 | 客户 |\n",
              .good = "== a.md\n"
                      "# 客服专员\n"
                      "\n"
                      "## 岗位职责\n"
                      "\n"
                      "- 登记客户诉求\n"
                      "== b.md\n"
                      "# 班组长\n"
                      "\n"
                      "## 岗位职责\n"
                      "\n"
                      "- 分派当班工作\n"
                      "== processes.md\n"
                      "# 业务流程\n"
                      "\n"
                      "| 编号 | 做什么 | 信息输入 | 来源 | 岗位 | 信息输出 | 去向 |\n"
                      "|-|-|-|-|-|-|-|\n"
                      "| A1 | 登记客户诉求 | 诉求 | 客户 | 客服专员 | 答覆 | 客户 |\n"},
         [LANG_EN] =
             {.bad =
                  "== a.md\n"
                  "# Contact Agent\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Register the request\n"
                  "== b.md\n"
                  "# Shift Leader\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Assign the work of the shift\n"
                  "== processes.md\n"
                  "# Processes\n"
                  "\n"
                  "| No. | What | Information in | From | Position | Information out | To |\n"
                  "|-|-|-|-|-|-|-|\n"
                  "| A1 | Register the request | Request | Customer | Contact Agent, Shift Leader | Answer | Customer |\n",
              .good =
                  "== a.md\n"
                  "# Contact Agent\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Register the request\n"
                  "== b.md\n"
                  "# Shift Leader\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Assign the work of the shift\n"
                  "== processes.md\n"
                  "# Processes\n"
                  "\n"
                  "| No. | What | Information in | From | Position | Information out | To |\n"
                  "|-|-|-|-|-|-|-|\n"
                  "| A1 | Register the request | Request | Customer | Contact Agent | Answer | Customer |\n"}},
    .check_handbook = check,
};
