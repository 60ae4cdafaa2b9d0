/* T101: each strategic goal has a role that answers for it. */
#include "core/check/rule.h"
#include "core/check/served_goals.h"

static void check(struct rule_context *cx)
{
    const struct goal_names *goals = goal_names_of(cx->arena, cx->handbook);
    if (!cx->config->is_whole || cx->handbook->role_count == 0 || goals->count == 0)
        return; /* roles that answer may stand in other files */
    const bool *served = served_goals(cx->arena, cx->handbook, goals, cx->names);
    for (size_t g = 0; g < goals->count; g++) {
        const struct record *row = &goals->records->rows[goals->first[g]];
        if (!served[g])
            rule_report(cx, (struct finding_details){.at = row->at,
                                                     .args = {row->text},
                                                     .excerpt = row->text,
                                                     .element = ELEMENT_HANDBOOK_GOALS,
                                                     .has_element = true});
    }
}

const struct rule rule_t101 = {
    .code = "T101",
    .name = "goal-unanswered",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 3",
    .message =
        {{[LANG_ZH_HANT] =
              "目標「{0}」沒有任何崗位承接：請在崗位的工作目標、職責或流程步驟寫明對應這個目標",
          [LANG_ZH_HANS] =
              "目标「{0}」没有任何岗位承接：请在岗位的工作目标、职责或流程步骤写明对应这个目标",
          [LANG_EN] =
              "no role answers for the goal \"{0}\": name it in the goals or duties of a role, or in a process step"}},
    .reason = {{[LANG_ZH_HANT] = "沒有崗位承接的目標，到期時沒有人交得出結果。",
                [LANG_ZH_HANS] = "没有岗位承接的目标，到期时没有人交得出结果。",
                [LANG_EN] = "A goal that no role answers for has nobody to deliver it."}},
    .element = ELEMENT_HANDBOOK_GOALS,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "| 職責 | 對應目標 |\n"
                                          "|-|-|\n"
                                          "| 登記客戶訴求 |  |\n"
                                          "== strategy.md\n"
                                          "# 策略目標\n"
                                          "\n"
                                          "| 編號 | 目標 |\n"
                                          "|-|-|\n"
                                          "| G1 | 訴求一次解決 |\n",
                                   .good = "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "| 職責 | 對應目標 |\n"
                                           "|-|-|\n"
                                           "| 登記客戶訴求 | G1 |\n"
                                           "== strategy.md\n"
                                           "# 策略目標\n"
                                           "\n"
                                           "| 編號 | 目標 |\n"
                                           "|-|-|\n"
                                           "| G1 | 訴求一次解決 |\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "| 职责 | 对应目标 |\n"
                                          "|-|-|\n"
                                          "| 登记客户诉求 |  |\n"
                                          "== strategy.md\n"
                                          "# 策略目标\n"
                                          "\n"
                                          "| 编号 | 目标 |\n"
                                          "|-|-|\n"
                                          "| G1 | 诉求一次解决 |\n",
                                   .good = "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "| 职责 | 对应目标 |\n"
                                           "|-|-|\n"
                                           "| 登记客户诉求 | G1 |\n"
                                           "== strategy.md\n"
                                           "# 策略目标\n"
                                           "\n"
                                           "| 编号 | 目标 |\n"
                                           "|-|-|\n"
                                           "| G1 | 诉求一次解决 |\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "| Duty | Goal |\n"
                                     "|-|-|\n"
                                     "| Register the request |  |\n"
                                     "== strategy.md\n"
                                     "# Strategic goals\n"
                                     "\n"
                                     "| No. | Goal |\n"
                                     "|-|-|\n"
                                     "| G1 | Requests are solved at once |\n",
                              .good = "== a.md\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "| Duty | Goal |\n"
                                      "|-|-|\n"
                                      "| Register the request | G1 |\n"
                                      "== strategy.md\n"
                                      "# Strategic goals\n"
                                      "\n"
                                      "| No. | Goal |\n"
                                      "|-|-|\n"
                                      "| G1 | Requests are solved at once |\n"}},
    .check_handbook = check,
};
