/* T102: each role serves a strategic goal. */
#include "core/check/rule.h"
#include "core/check/served_goals.h"

static void check(struct rule_context *cx)
{
    const struct goal_names *goals = goal_names_of(cx->arena, cx->handbook);
    if (goals->count == 0)
        return;
    const struct role_service *services =
        roles_that_serve(cx->arena, cx->handbook, goals, cx->names);
    size_t number = 0;
    for (const struct role *role = cx->handbook->roles; role != NULL; role = role->next, number++)
        if (!services[number].serves && !text_is_empty(role_title(role))) {
            cx->role = role;
            rule_report(cx, (struct finding_details){
                                .at = role->at, .element = ELEMENT_GOALS, .has_element = true});
            cx->role = NULL;
        }
}

const struct rule rule_t102 = {
    .code = "T102",
    .name = "role-without-goal",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 3",
    .message =
        {{[LANG_ZH_HANT] = "這個崗位不服務任何策略目標：請在工作目標或職責寫明它對應哪一項",
          [LANG_ZH_HANS] = "这个岗位不服务任何策略目标：请在工作目标或职责写明它对应哪一项",
          [LANG_EN] =
              "this role serves no strategic goal: name the one it serves in its goals or duties"}},
    .reason = {{[LANG_ZH_HANT] = "說不出為哪項目標服務的崗位，就說不出為什麼要有它。",
                [LANG_ZH_HANS] = "说不出为哪项目标服务的岗位，就说不出为什么要有它。",
                [LANG_EN] = "A role that serves no goal cannot say what it is there for."}},
    .element = ELEMENT_GOALS,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "| 職責 | 對應目標 |\n"
                                          "|-|-|\n"
                                          "| 登記客戶訴求 | G1 |\n"
                                          "== b.md\n"
                                          "# 培訓師\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "| 職責 | 對應目標 |\n"
                                          "|-|-|\n"
                                          "| 講授課程 |  |\n"
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
                                           "== b.md\n"
                                           "# 培訓師\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "| 職責 | 對應目標 |\n"
                                           "|-|-|\n"
                                           "| 講授課程 | G1 |\n"
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
                                          "| 登记客户诉求 | G1 |\n"
                                          "== b.md\n"
                                          "# 培训师\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "| 职责 | 对应目标 |\n"
                                          "|-|-|\n"
                                          "| 讲授课程 |  |\n"
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
                                           "== b.md\n"
                                           "# 培训师\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "| 职责 | 对应目标 |\n"
                                           "|-|-|\n"
                                           "| 讲授课程 | G1 |\n"
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
                                     "| Register the request | G1 |\n"
                                     "== b.md\n"
                                     "# Trainer\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "| Duty | Goal |\n"
                                     "|-|-|\n"
                                     "| Give the courses |  |\n"
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
                                      "== b.md\n"
                                      "# Trainer\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "| Duty | Goal |\n"
                                      "|-|-|\n"
                                      "| Give the courses | G1 |\n"
                                      "== strategy.md\n"
                                      "# Strategic goals\n"
                                      "\n"
                                      "| No. | Goal |\n"
                                      "|-|-|\n"
                                      "| G1 | Requests are solved at once |\n"}},
    .check_handbook = check,
};
