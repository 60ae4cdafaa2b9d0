/* C301: a position is assessed by its own indicators. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_STANDARDS);
}

const struct rule rule_c301 = {
    .code = "C301",
    .name = "missing-standards",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "沒有績效標準：看不出這個崗位憑什麼考核，請寫明指標與目標值",
          [LANG_ZH_HANS] = "没有绩效标准：看不出这个岗位凭什么考核，请写明指标与目标值",
          [LANG_EN] =
              "no performance standard: nothing says how this role is assessed; name indicators and targets"}},
    .reason =
        {{[LANG_ZH_HANT] = "崗位定義要寫明考核評價的指標和標準，否則好壞因人而異。",
          [LANG_ZH_HANS] = "岗位定义要写明考核评价的指标和标准，否则好坏因人而异。",
          [LANG_EN] =
              "A definition names the indicators it is assessed by; otherwise quality changes with the person."}},
    .element = ELEMENT_STANDARDS,
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
                                           "## 績效標準\n"
                                           "\n"
                                           "|指標|目標值|\n"
                                           "|-|-|\n"
                                           "|接通率|90%|\n"},
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
                                           "## 绩效标准\n"
                                           "\n"
                                           "|指标|目标值|\n"
                                           "|-|-|\n"
                                           "|接通率|90%|\n"},
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
                                      "## Performance standards\n"
                                      "\n"
                                      "|Indicator|Target|\n"
                                      "|-|-|\n"
                                      "|Calls answered|90%|\n"}},
    .check_role = check,
};
