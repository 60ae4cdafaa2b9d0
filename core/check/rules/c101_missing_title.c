/* C101: a role is known by its name. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_TITLE);
}

const struct rule rule_c101 = {
    .code = "C101",
    .name = "missing-title",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "沒有崗位名稱：請在標題或「崗位名稱」欄寫明",
                 [LANG_ZH_HANS] = "没有岗位名称：请在标题或「岗位名称」栏写明",
                 [LANG_EN] = "no name: give the position in a heading or under \"Position\""}},
    .reason = {{[LANG_ZH_HANT] = "沒有名稱的崗位無法引用，也無法與別的崗位區分。",
                [LANG_ZH_HANS] = "没有名称的岗位无法引用，也无法与别的岗位区分。",
                [LANG_EN] =
                    "A position without a name can neither be referred to nor told from others."}},
    .element = ELEMENT_TITLE,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"},
                 [LANG_ZH_HANS] = {.bad = "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"},
                 [LANG_EN] = {.bad = "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"}},
    .check_role = check,
};
