/* C105: the scope of activity is set by the skill standard. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_SCOPE);
}

const struct rule rule_c105 = {
    .code = "C105",
    .name = "missing-scope",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "沒有崗位活動範圍：請寫明工作及於何處、須達到哪項技能標準",
          [LANG_ZH_HANS] = "没有岗位活动范围：请写明工作及于何处、须达到哪项技能标准",
          [LANG_EN] =
              "no scope of activity: say how far the work reaches and which skill standard it needs"}},
    .reason = {{[LANG_ZH_HANT] = "範圍不清，崗位之間就會交叉或留下空白。",
                [LANG_ZH_HANS] = "范围不清，岗位之间就会交叉或留下空白。",
                [LANG_EN] = "Where the scope is unclear, positions cross or leave gaps."}},
    .element = ELEMENT_SCOPE,
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
                                           "## 崗位活動範圍\n"
                                           "\n"
                                           "- 電話與網路渠道的訴求\n"},
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
                                           "## 岗位活动范围\n"
                                           "\n"
                                           "- 电话与网络渠道的诉求\n"},
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
                                      "## Scope of activity\n"
                                      "\n"
                                      "- Telephone and web contacts\n"}},
    .check_role = check,
};
