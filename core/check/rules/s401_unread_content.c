/* S401: content that the reader could not carry. */
#include "core/check/rule.h"

/* Found by the readers (converters), each in its own words: they know what the file holds. */

const struct rule rule_s401 = {
    .code = "S401",
    .name = "unread-content",
    .level = LEVEL_WARNING,
    .source = "MODEL",
    .message = {{[LANG_ZH_HANT] = "{0} 的內容無從讀取：請寫成文字，或補上替代文字",
                 [LANG_ZH_HANS] = "{0} 的内容无从读取：请写成文字，或补上替代文字",
                 [LANG_EN] = "the content of {0} cannot be read: write it as text, or add a text "
                             "alternative"}},
    .reason = {{[LANG_ZH_HANT] =
                    "圖片、嵌入物件與巨集裡的職責，檢查與手冊都看不見；悄悄漏掉最難察覺。",
                [LANG_ZH_HANS] =
                    "图片、嵌入对象与宏里的职责，检查与手册都看不见；悄悄漏掉最难察觉。",
                [LANG_EN] = "Neither checks nor handbook can see duties inside pictures, embedded "
                            "objects or macros, and nobody notices what is left out in silence."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "\n"
                                          "![](flow.png)\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "\n"
                                           "![受理、派單、回訪三步的流程圖](flow.png)\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "\n"
                                          "![](flow.png)\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "\n"
                                           "![受理、派单、回访三步的流程图](flow.png)\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "\n"
                                     "![](flow.png)\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "\n"
                                      "![The flow: take, assign, call back](flow.png)\n"}},
};
