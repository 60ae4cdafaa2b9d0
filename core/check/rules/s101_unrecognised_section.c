/* S101: a heading that the vocabulary does not know. */
#include "core/check/rule.h"

/* Found by extraction (core/extract), which sees the sections as they were written. */

const struct rule rule_s101 = {
    .code = "S101",
    .name = "unrecognised-section",
    .level = LEVEL_INFO,
    .source = "MODEL",
    .message =
        {{[LANG_ZH_HANT] = "不認得的標題「{0}」：內容照原樣保留；若屬某一要素，請改用該要素的標題",
          [LANG_ZH_HANS] = "不认得的标题「{0}」：内容照原样保留；若属某一要素，请改用该要素的标题",
          [LANG_EN] =
              "unrecognised section \"{0}\": kept as it is; if it belongs to an element, use that element's heading"}}, /* as core/extract/findings.c words it: a test holds them alike */
    .reason =
        {{[LANG_ZH_HANT] = "不認得的標題下，內容不會進入任何要素，檢查與手冊都用不上。",
          [LANG_ZH_HANS] = "不认得的标题下，内容不会进入任何要素，检查与手册都用不上。",
          [LANG_EN] =
              "What stands under an unknown heading reaches no element: neither checks nor handbook can use it."}},
    .element = ELEMENT_TITLE,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "\n"
                                          "## 公司風景\n"
                                          "\n"
                                          "靠近公園。\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "\n"
                                          "## 公司风景\n"
                                          "\n"
                                          "靠近公园。\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "\n"
                                     "## Scenery\n"
                                     "\n"
                                     "Near the park.\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"}},
};
