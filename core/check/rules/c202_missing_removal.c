/* C202: removal needs its conditions as much as appointment does. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_REMOVAL);
}

const struct rule rule_c202 = {
    .code = "C202",
    .name = "missing-removal",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有免職條件：請寫明在什麼情形下調離或免職",
                 [LANG_ZH_HANS] = "没有免职条件：请写明在什么情形下调离或免职",
                 [LANG_EN] = "no conditions for removal: say when the holder loses the post"}},
    .reason = {{[LANG_ZH_HANT] = "任免條件缺了一半：沒有免職條件，免職就可能不當。",
                [LANG_ZH_HANS] = "任免条件缺了一半：没有免职条件，免职就可能不当。",
                [LANG_EN] =
                    "One half is missing: without stated conditions a removal may be wrong."}},
    .element = ELEMENT_REMOVAL,
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
                                           "## 免職條件\n"
                                           "\n"
                                           "- 連續兩季考核不合格\n"},
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
                                           "## 免职条件\n"
                                           "\n"
                                           "- 连续两季考核不合格\n"},
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
                                      "## Conditions for removal\n"
                                      "\n"
                                      "- Two quarters below standard\n"}},
    .check_role = check,
};
