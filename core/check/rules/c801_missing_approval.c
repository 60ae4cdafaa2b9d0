/* C801: a definition in force was approved by somebody. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_APPROVAL);
}

const struct rule rule_c801 = {
    .code = "C801",
    .name = "missing-approval",
    .level = LEVEL_INFO,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有修訂與核准：請寫明版本、日期、編制人與核准人",
                 [LANG_ZH_HANS] = "没有修订与核准：请写明版本、日期、编制人与批准人",
                 [LANG_EN] = "no approval: give version, date, author and approver"}},
    .reason = {{[LANG_ZH_HANT] = "看不出誰核准、何時生效，就不知道該照哪一版做。",
                [LANG_ZH_HANS] = "看不出谁批准、何时生效，就不知道该照哪一版做。",
                [LANG_EN] = "Without approver and date nobody knows which version holds."}},
    .element = ELEMENT_APPROVAL,
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
                                           "## 修訂與核准\n"
                                           "\n"
                                           "|版本|日期|核准|\n"
                                           "|-|-|-|\n"
                                           "|1.0|2026-01-05|經理|\n"},
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
                                           "## 修订与核准\n"
                                           "\n"
                                           "|版本|日期|批准|\n"
                                           "|-|-|-|\n"
                                           "|1.0|2026-01-05|经理|\n"},
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
                                      "## Approval\n"
                                      "\n"
                                      "|Version|Date|Approver|\n"
                                      "|-|-|-|\n"
                                      "|1.0|2026-01-05|Manager|\n"}},
    .check_role = check,
};
