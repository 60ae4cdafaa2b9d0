/* C503: a goal is the least result to deliver. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_GOALS);
}

const struct rule rule_c503 = {
    .code = "C503",
    .name = "missing-goals",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有工作目標：請寫明至少要交付的成果",
                 [LANG_ZH_HANS] = "没有工作目标：请写明至少要交付的成果",
                 [LANG_EN] = "no goal: say the least result it must deliver"}},
    .reason =
        {{[LANG_ZH_HANT] = "目標和標準寫明了，工作品質才不因人而異。",
          [LANG_ZH_HANS] = "目标和标准写明了，工作质量才不因人而异。",
          [LANG_EN] =
              "With goals and standards written down quality does not change with the person."}},
    .element = ELEMENT_GOALS,
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
                                           "## 工作目標\n"
                                           "\n"
                                           "- 訴求一次解決\n"},
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
                                           "## 工作目标\n"
                                           "\n"
                                           "- 诉求一次解决\n"},
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
                                      "## Goals\n"
                                      "\n"
                                      "- Enquiries resolved at the first contact\n"}},
    .check_role = check,
};
