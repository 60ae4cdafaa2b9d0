/* C601: positions are defined by each other. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_RELATIONS);
}

const struct rule rule_c601 = {
    .code = "C601",
    .name = "missing-relations",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "沒有工作關係：請寫明與誰往來、為了什麼、由誰交給誰",
          [LANG_ZH_HANS] = "没有工作关系：请写明与谁往来、为了什么、由谁交给谁",
          [LANG_EN] =
              "no working relations: say with whom the holder works, on what, and who hands what to whom"}},
    .reason = {{[LANG_ZH_HANT] = "崗位之間的相互關係不清，工作內容就會重複或交叉。",
                [LANG_ZH_HANS] = "岗位之间的相互关系不清，工作内容就会重复或交叉。",
                [LANG_EN] = "Where relations are unclear, work is done twice or crosses."}},
    .element = ELEMENT_RELATIONS,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "\n"
                                           "## 工作關係\n"
                                           "\n"
                                           "- 班組長：升級工單\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "\n"
                                           "## 工作关系\n"
                                           "\n"
                                           "- 班组长：升级工单\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "\n"
                                      "## Working relations\n"
                                      "\n"
                                      "- Shift Supervisor: escalated cases\n"}},
    .check_role = check,
};
