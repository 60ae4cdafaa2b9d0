/* C502: responsibility without authority cannot be borne. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    rule_require(cx, role, ELEMENT_AUTHORITY);
}

const struct rule rule_c502 = {
    .code = "C502",
    .name = "missing-authority",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 1",
    .message = {{[LANG_ZH_HANT] = "沒有授權範圍：請寫明任職者可以決定什麼",
                 [LANG_ZH_HANS] = "没有授权范围：请写明任职者可以决定什么",
                 [LANG_EN] = "no authority: say what the holder may decide"}},
    .reason =
        {{[LANG_ZH_HANT] = "職責有責任、權利、義務三面；只有責任而沒有權限，職責落空。",
          [LANG_ZH_HANS] = "职责有责任、权利、义务三面；只有责任而没有权限，职责落空。",
          [LANG_EN] =
              "A duty has responsibility, authority and obligation; without authority it cannot be carried."}},
    .element = ELEMENT_AUTHORITY,
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
                                           "## 授權範圍\n"
                                           "\n"
                                           "- 決定訴求是否升級\n"},
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
                                           "## 授权范围\n"
                                           "\n"
                                           "- 决定诉求是否升级\n"},
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
                                      "## Authority\n"
                                      "\n"
                                      "- Decides whether a case is escalated\n"}},
    .check_role = check,
};
