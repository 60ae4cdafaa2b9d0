/* B101: what all positions share stands once, apart from them. */
#include "core/check/rule.h"

static void check(struct rule_context *cx)
{
    const struct records *baseline = handbook_records(cx->handbook, ELEMENT_HANDBOOK_BASELINE);
    if (cx->config->is_whole && cx->handbook->role_count > 0 && baseline->count == 0)
        rule_report(cx, (struct finding_details){.at = baseline->at});
}

const struct rule rule_b101 = {
    .code = "B101",
    .name = "no-baseline",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "手冊沒有共同職責：請加 baseline.md，寫入全體崗位都要遵守的基本條件",
          [LANG_ZH_HANS] = "手册没有共同职责：请加 baseline.md，写入全体岗位都要遵守的基本条件",
          [LANG_EN] =
              "the handbook has no shared baseline: add baseline.md with what binds every position"}},
    .reason = {{[LANG_ZH_HANT] = "各崗位相同的要求提出來作為必備的基本條件，崗位之間才看得出不同。",
                [LANG_ZH_HANS] = "各岗位相同的要求提出来作为必备的基本条件，岗位之间才看得出不同。",
                [LANG_EN] =
                    "What all share is lifted out, so that what differs defines the roles."}},
    .element = ELEMENT_HANDBOOK_BASELINE,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n",
                                   .good = "== baseline.md\n"
                                           "# 共同職責\n"
                                           "\n"
                                           "- 遵守各項規章制度與崗位紀律\n"
                                           "- 具備溝通能力與系統操作能力\n"
                                           "- 完成上級臨時交辦的工作\n"
                                           "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n",
                                   .good = "== baseline.md\n"
                                           "# 共同职责\n"
                                           "\n"
                                           "- 遵守各项规章制度与岗位纪律\n"
                                           "- 具备沟通能力与系统操作能力\n"
                                           "- 完成上级临时交办的工作\n"
                                           "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n",
                              .good = "== baseline.md\n"
                                      "# Shared duties\n"
                                      "\n"
                                      "- Keep the rules and the discipline of the post\n"
                                      "- Communicate clearly and operate the systems\n"
                                      "- Carry out other work assigned by the supervisor\n"
                                      "== a.md\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"}},
    .check_handbook = check,
};
