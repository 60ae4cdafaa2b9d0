/* C104: the purpose is what only this position does. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_PURPOSE);
}

const struct rule rule_c104 = {
    .code = "C104",
    .name = "missing-purpose",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 3",
    .message = {{[LANG_ZH_HANT] = "沒有崗位目的：請用一句話寫明只有這個崗位做的事",
                 [LANG_ZH_HANS] = "没有岗位目的：请用一句话写明只有这个岗位做的事",
                 [LANG_EN] = "no purpose: say in a sentence what only this position does"}},
    .reason = {{[LANG_ZH_HANT] = "目的是其餘各要素的依據：職責、目標與指標都要對著它檢查。",
                [LANG_ZH_HANS] = "目的是其余各要素的依据：职责、目标与指标都要对着它检查。",
                [LANG_EN] = "All else is held against the purpose: duties, goals and indicators."}},
    .element = ELEMENT_PURPOSE,
    .kind = EXAMPLE_ROLE,
    .examples =
        {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
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
                                   "## 崗位目的\n"
                                   "\n"
                                   "受理客戶訴求並轉出疑難件。\n"},
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
                                   "## 岗位目的\n"
                                   "\n"
                                   "受理客户诉求并转出疑难件。\n"},
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
                              "## Purpose\n"
                              "\n"
                              "Takes the first contact and hands over what it cannot answer.\n"}},
    .check_role = check,
};
