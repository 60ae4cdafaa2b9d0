/* S103: a heading without content. */
#include "core/check/rule.h"

/* Found by extraction (core/extract), which sees the sections as they were written. */

const struct rule rule_s103 = {
    .code = "S103",
    .name = "empty-section",
    .level = LEVEL_WARNING,
    .source = "MODEL",
    .message = {{[LANG_ZH_HANT] = "「{0}」下面沒有內容：請補上內容，或寫明「不適用」與原因",
                 [LANG_ZH_HANS] = "「{0}」下面没有内容：请补上内容，或写明「不适用」与原因",
                 [LANG_EN] =
                     "nothing stands under \"{0}\": fill it in, or write \"n/a\" with the reason"}},
    .reason = {{[LANG_ZH_HANT] = "空著的欄目看不出是漏填還是不適用。",
                [LANG_ZH_HANS] = "空着的栏目看不出是漏填还是不适用。",
                [LANG_EN] =
                    "An empty section does not tell whether it was forgotten or does not apply."}},
    .element = ELEMENT_TOOLS,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "\n"
                                          "## 設備工具\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "\n"
                                           "## 設備工具\n"
                                           "\n"
                                           "不適用：不使用設備\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "\n"
                                          "## 设备工具\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "\n"
                                           "## 设备工具\n"
                                           "\n"
                                           "不适用：不使用设备\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "\n"
                                     "## Tools\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "\n"
                                      "## Tools\n"
                                      "\n"
                                      "Not applicable: none are used\n"}},
};
