/* C201: nobody is appointed without conditions. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_APPOINTMENT);
}

const struct rule rule_c201 = {
    .code = "C201",
    .name = "missing-eligibility",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有任職條件：請寫明任用的資格或條件",
                 [LANG_ZH_HANS] = "没有任职条件：请写明任用的资格或条件",
                 [LANG_EN] = "no eligibility: state the conditions for appointment"}},
    .reason = {{[LANG_ZH_HANT] = "沒有任職條件，就擋不住不切實際的任用。",
                [LANG_ZH_HANS] = "没有任职条件，就挡不住不切实际的任用。",
                [LANG_EN] = "Without conditions nothing prevents an unrealistic appointment."}},
    .element = ELEMENT_APPOINTMENT,
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
                                           "## 任職條件\n"
                                           "\n"
                                           "- 專科畢業，持上崗證\n"},
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
                                           "## 任职条件\n"
                                           "\n"
                                           "- 专科毕业，持上岗证\n"},
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
                                      "## Eligibility\n"
                                      "\n"
                                      "- Secondary school certificate\n"}},
    .check_role = check,
};
