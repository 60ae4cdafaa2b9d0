/* S102: an element stands in one place. */
#include "core/check/rule.h"

/* Found by extraction (core/extract), which sees the sections as they were written. */

const struct rule rule_s102 = {
    .code = "S102",
    .name = "repeated-section",
    .level = LEVEL_WARNING,
    .source = "MODEL",
    .message = {{[LANG_ZH_HANT] = "「{0}」重複：{1}在前面已經寫過，請合併成一處",
                 [LANG_ZH_HANS] = "「{0}」重复：{1}在前面已经写过，请合并成一处",
                 [LANG_EN] =
                     "\"{0}\" repeats {1}, which this role has already: join the two"}}, /* as
                                                                                     core/extract/findings.c
                                                                                     words it: a
                                                                                     test holds them
                                                                                     alike */
    .reason = {{[LANG_ZH_HANT] = "同一要素寫在兩處，改了一處就會與另一處矛盾。",
                [LANG_ZH_HANS] = "同一要素写在两处，改了一处就会与另一处矛盾。",
                [LANG_EN] =
                    "What stands in two places contradicts itself once one of them is changed."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "\n"
                                          "## 工作職責\n"
                                          "\n"
                                          "- 登記工單\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "- 登記工單\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "\n"
                                          "## 工作职责\n"
                                          "\n"
                                          "- 登记工单\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "- 登记工单\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "\n"
                                     "## Responsibilities\n"
                                     "\n"
                                     "- Record each case\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "- Record each case\n"}},
};
