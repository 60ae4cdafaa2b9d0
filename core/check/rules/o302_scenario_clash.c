/* O302: one responsibility in a scenario is carried by one role. */
#include "core/check/rule.h"
#include "core/check/scenarios.h"
#include "core/model/fold.h"

/* S303 tells that two roles share a title: here they would be told apart by nothing. */
static bool have_one_title(struct rule_context *cx, const struct role *a, const struct role *b)
{
    return text_equal(fold_label(cx->arena, role_title(a)), fold_label(cx->arena, role_title(b)));
}

static void check(struct rule_context *cx)
{
    struct scenarios *scenarios = scenarios_of(cx->arena, cx->handbook, cx->names);
    struct responsibility_part *parts;
    size_t count = scenarios_parts(cx->arena, scenarios, &parts);
    for (size_t i = 0, first = 0; i < count; i++) {
        if (parts[i].scenario != parts[first].scenario || parts[i].words != parts[first].words)
            first = i;
        const struct responsibility *one = parts[first].of, *other = parts[i].of;
        if (one->role == other->role || have_one_title(cx, one->role, other->role))
            continue;
        rule_report(cx, (struct finding_details){
                            .at = other->at,
                            .args = {scenarios->names[parts[i].scenario], parts[i].text,
                                     role_title(one->role), role_title(other->role)},
                            .excerpt = parts[i].text,
                            .related = {.at = one->at, .role = role_title(one->role)},
                            .has_related = true});
    }
}

const struct rule rule_o302 = {
    .code = "O302",
    .name = "scenario-clash",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "情境「{0}」的「{1}」由「{2}」和「{3}」兩個崗位承擔：請定一個，另一個寫明它自己的責任",
          [LANG_ZH_HANS] =
              "情境「{0}」的「{1}」由「{2}」和「{3}」两个岗位承担：请定一个，另一个写明它自己的责任",
          [LANG_EN] =
              "in the scenario \"{0}\" both {2} and {3} carry \"{1}\": settle on one, and say what the other is responsible for"}},
    .reason =
        {{[LANG_ZH_HANT] = "兩個崗位承擔同一項責任，出事時就互相等待，事後分不清是誰的。",
          [LANG_ZH_HANS] = "两个岗位承担同一项责任，出事时就互相等待，事后分不清是谁的。",
          [LANG_EN] =
              "Where two carry one responsibility, each waits for the other, and afterwards it was nobody's."}},
    .element = ELEMENT_HANDBOOK_SCENARIOS,
    .kind = EXAMPLE_PROJECT,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                  "---\n"
                                  "reports-to: 班組長\n"
                                  "---\n"
                                  "# 客服專員\n"
                                  "\n"
                                  "## 崗位職責\n"
                                  "\n"
                                  "- 辦理本崗位的工作\n"
                                  "== b.md\n"
                                  "---\n"
                                  "reports-to: 客服經理\n"
                                  "---\n"
                                  "# 班組長\n"
                                  "\n"
                                  "## 崗位職責\n"
                                  "\n"
                                  "- 辦理本崗位的工作\n"
                                  "== c.md\n"
                                  "# 客服經理\n"
                                  "\n"
                                  "## 崗位職責\n"
                                  "\n"
                                  "- 辦理本崗位的工作\n"
                                  "== scenarios.md\n"
                                  "# 情境責任\n"
                                  "\n"
                                  "| 情境 | 客服專員 | 班組長 | 客服經理 |\n"
                                  "|-|-|-|-|\n"
                                  "| 處置現場應急事件 | 現場報告 | 現場報告 | 書面報告 |\n",
                           .good = "== a.md\n"
                                   "---\n"
                                   "reports-to: 班組長\n"
                                   "---\n"
                                   "# 客服專員\n"
                                   "\n"
                                   "## 崗位職責\n"
                                   "\n"
                                   "- 辦理本崗位的工作\n"
                                   "== b.md\n"
                                   "---\n"
                                   "reports-to: 客服經理\n"
                                   "---\n"
                                   "# 班組長\n"
                                   "\n"
                                   "## 崗位職責\n"
                                   "\n"
                                   "- 辦理本崗位的工作\n"
                                   "== c.md\n"
                                   "# 客服經理\n"
                                   "\n"
                                   "## 崗位職責\n"
                                   "\n"
                                   "- 辦理本崗位的工作\n"
                                   "== scenarios.md\n"
                                   "# 情境責任\n"
                                   "\n"
                                   "| 情境 | 客服專員 | 班組長 | 客服經理 |\n"
                                   "|-|-|-|-|\n"
                                   "| 處置現場應急事件 | 現場報告 | 電話報告 | 書面報告 |\n"},
         [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                  "---\n"
                                  "reports-to: 班组长\n"
                                  "---\n"
                                  "# 客服专员\n"
                                  "\n"
                                  "## 岗位职责\n"
                                  "\n"
                                  "- 办理本岗位的工作\n"
                                  "== b.md\n"
                                  "---\n"
                                  "reports-to: 客服经理\n"
                                  "---\n"
                                  "# 班组长\n"
                                  "\n"
                                  "## 岗位职责\n"
                                  "\n"
                                  "- 办理本岗位的工作\n"
                                  "== c.md\n"
                                  "# 客服经理\n"
                                  "\n"
                                  "## 岗位职责\n"
                                  "\n"
                                  "- 办理本岗位的工作\n"
                                  "== scenarios.md\n"
                                  "# 情境责任\n"
                                  "\n"
                                  "| 情境 | 客服专员 | 班组长 | 客服经理 |\n"
                                  "|-|-|-|-|\n"
                                  "| 处置现场应急事件 | 现场报告 | 现场报告 | 书面报告 |\n",
                           .good = "== a.md\n"
                                   "---\n"
                                   "reports-to: 班组长\n"
                                   "---\n"
                                   "# 客服专员\n"
                                   "\n"
                                   "## 岗位职责\n"
                                   "\n"
                                   "- 办理本岗位的工作\n"
                                   "== b.md\n"
                                   "---\n"
                                   "reports-to: 客服经理\n"
                                   "---\n"
                                   "# 班组长\n"
                                   "\n"
                                   "## 岗位职责\n"
                                   "\n"
                                   "- 办理本岗位的工作\n"
                                   "== c.md\n"
                                   "# 客服经理\n"
                                   "\n"
                                   "## 岗位职责\n"
                                   "\n"
                                   "- 办理本岗位的工作\n"
                                   "== scenarios.md\n"
                                   "# 情境责任\n"
                                   "\n"
                                   "| 情境 | 客服专员 | 班组长 | 客服经理 |\n"
                                   "|-|-|-|-|\n"
                                   "| 处置现场应急事件 | 现场报告 | 电话报告 | 书面报告 |\n"},
         [LANG_EN] =
             {.bad = "== a.md\n"
                     "---\n"
                     "reports-to: Team Leader\n"
                     "---\n"
                     "# Contact Agent\n"
                     "\n"
                     "## Duties\n"
                     "\n"
                     "- Do the work of the post\n"
                     "== b.md\n"
                     "---\n"
                     "reports-to: Service Manager\n"
                     "---\n"
                     "# Team Leader\n"
                     "\n"
                     "## Duties\n"
                     "\n"
                     "- Do the work of the post\n"
                     "== c.md\n"
                     "# Service Manager\n"
                     "\n"
                     "## Duties\n"
                     "\n"
                     "- Do the work of the post\n"
                     "== scenarios.md\n"
                     "# Scenario responsibilities\n"
                     "\n"
                     "| Scenario | Contact Agent | Team Leader | Service Manager |\n"
                     "|-|-|-|-|\n"
                     "| Incident on site | report on site | report on site | report in writing |\n",
              .good =
                  "== a.md\n"
                  "---\n"
                  "reports-to: Team Leader\n"
                  "---\n"
                  "# Contact Agent\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Do the work of the post\n"
                  "== b.md\n"
                  "---\n"
                  "reports-to: Service Manager\n"
                  "---\n"
                  "# Team Leader\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Do the work of the post\n"
                  "== c.md\n"
                  "# Service Manager\n"
                  "\n"
                  "## Duties\n"
                  "\n"
                  "- Do the work of the post\n"
                  "== scenarios.md\n"
                  "# Scenario responsibilities\n"
                  "\n"
                  "| Scenario | Contact Agent | Team Leader | Service Manager |\n"
                  "|-|-|-|-|\n"
                  "| Incident on site | report on site | report by telephone | report in writing |\n"}},
    .check_handbook = check,
};
