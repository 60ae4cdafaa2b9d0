/* C102: the number of people is part of the position. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_HEADCOUNT);
}

const struct rule rule_c102 = {
    .code = "C102",
    .name = "missing-headcount",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "沒有人員數量：請寫明編制；0、範圍或「按需」也可以",
          [LANG_ZH_HANS] = "没有人员数量：请写明编制；0、范围或「按需」也可以",
          [LANG_EN] =
              "no headcount: say how many people hold it; 0, a range or \"as needed\" will do"}},
    .reason =
        {{[LANG_ZH_HANT] = "名稱與人員數量是崗位的第一要素：不知道幾人，就無從配置工作。",
          [LANG_ZH_HANS] = "名称与人员数量是岗位的第一要素：不知道几人，就无从配置工作。",
          [LANG_EN] =
              "Name and number of people come first among the elements: without them work cannot be staffed."}},
    .element = ELEMENT_HEADCOUNT,
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
                                           "## 人員數量\n"
                                           "\n"
                                           "8\n"},
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
                                           "## 人员数量\n"
                                           "\n"
                                           "8\n"},
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
                                      "## Headcount\n"
                                      "\n"
                                      "8\n"}},
    .check_role = check,
};
