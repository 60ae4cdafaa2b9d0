/* O301: in a scenario each role on its chain carries a responsibility. */
#include "core/check/rule.h"
#include "core/check/scenarios.h"

#define LONGEST_CHAIN 20 /* reporting lines are that long at most; S302 tells circles */

static const struct message nobody = {
    {"情境「{0}」沒有任何崗位承擔責任：請寫明各崗位的責任，或刪去這個情境",
     "情境「{0}」没有任何岗位承担责任：请写明各岗位的责任，或删去这个情境",
     "nobody carries a responsibility in the scenario \"{0}\": give it to roles, or drop the scenario"}};

/* Whether the role or one above it carries something in the scenario. */
static bool carries_above(struct rule_context *cx, const struct scenarios *scenarios,
                          const struct role *role)
{
    for (size_t steps = 0; role != NULL && steps < LONGEST_CHAIN; steps++) {
        if (scenarios_carries(scenarios, role))
            return true;
        role = role_names_superior(cx->names, cx->arena, role);
    }
    return false;
}

/* The roles between one that carries something and the next one above it that does. */
static void check_chain(struct rule_context *cx, struct scenarios *scenarios, size_t scenario,
                        const struct responsibility *from)
{
    const struct role *role = role_names_superior(cx->names, cx->arena, from->role);
    for (size_t steps = 0; role != NULL && steps < LONGEST_CHAIN; steps++) {
        if (scenarios_carries(scenarios, role) || !carries_above(cx, scenarios, role) ||
            !scenarios_mark_told(scenarios, role))
            return;
        rule_report(cx,
                    (struct finding_details){.at = from->at,
                                             .args = {scenarios->names[scenario], role_title(role),
                                                      role_title(from->role)},
                                             .excerpt = role_title(role),
                                             .related = {.at = role->at, .role = role_title(role)},
                                             .has_related = true});
        role = role_names_superior(cx->names, cx->arena, role);
    }
}

static void check(struct rule_context *cx)
{
    struct scenarios *scenarios = scenarios_of(cx->arena, cx->handbook, cx->names);
    for (size_t s = 0; s < scenarios->count; s++) {
        bool is_carried = false;
        scenarios_enter(scenarios, s);
        for (size_t i = scenarios->starts[s]; i < scenarios->starts[s + 1]; i++) {
            const struct responsibility *from = &scenarios->list[i];
            is_carried |= !text_is_empty(from->text);
            if (from->role != NULL && !text_is_empty(from->text))
                check_chain(cx, scenarios, s, from);
        }
        if (!is_carried)
            rule_report(cx, (struct finding_details){.at = scenarios->list[scenarios->starts[s]].at,
                                                     .message = &nobody,
                                                     .args = {scenarios->names[s]},
                                                     .excerpt = scenarios->names[s]});
    }
}

const struct rule rule_o301 = {
    .code = "O301",
    .name = "scenario-gap",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "情境「{0}」裡「{1}」沒有責任，而它的下級「{2}」和它的上級都有：請寫明這一級做什麼",
          [LANG_ZH_HANS] =
              "情境「{0}」里「{1}」没有责任，而它的下级「{2}」和它的上级都有：请写明这一级做什么",
          [LANG_EN] =
              "{1} carries nothing in the scenario \"{0}\", though {2} below it and a role above it do: say what this level does"}},
    .reason =
        {{[LANG_ZH_HANT] = "同一情境下，匯報線上每一級都有自己的責任；缺了一級，事情就在那裡斷開。",
          [LANG_ZH_HANS] = "同一情境下，汇报线上每一级都有自己的责任；缺了一级，事情就在那里断开。",
          [LANG_EN] =
              "In a scenario each level of the reporting line has a responsibility of its own; where one has none, the matter breaks off."}},
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
                                  "| 處置現場應急事件 | 現場報告 |  | 書面報告 |\n",
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
                                  "| 处置现场应急事件 | 现场报告 |  | 书面报告 |\n",
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
                     "| Incident on site | report on site |  | report in writing |\n",
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
