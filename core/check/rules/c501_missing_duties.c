/* C501: a position is made of its duties. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_DUTIES);
}

const struct rule rule_c501 = {
    .code = "C501",
    .name = "missing-duties",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有任何職責：請列出這個崗位做什麼、如何做、做到什麼程度",
                 [LANG_ZH_HANS] = "没有任何职责：请列出这个岗位做什么、如何做、做到什么程度",
                 [LANG_EN] =
                     "no duty at all: list what the holder does, how and with what result"}},
    .reason =
        {{[LANG_ZH_HANT] = "職責是崗位的任務加上對任務的責任；沒有職責就沒有崗位。",
          [LANG_ZH_HANS] = "职责是岗位的任务加上对任务的责任；没有职责就没有岗位。",
          [LANG_EN] =
              "A duty is a task plus the responsibility for it; without duties there is no position."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位目的\n"
                                          "\n"
                                          "受理客戶訴求。\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位目的\n"
                                          "\n"
                                          "受理客户诉求。\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Purpose\n"
                                     "\n"
                                     "Answers enquiries.\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"}},
    .check_role = check,
};
