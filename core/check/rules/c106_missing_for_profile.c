/* C106: an element that has no rule of its own, and that the profile asks for all the same. */
#include "core/check/rule.h"

/* Elements that nobody misses by default are those without a rule of their own. */
static bool has_own_rule(enum element element) { return element_row(element)->absent != LEVEL_OFF; }

static void check(struct rule_context *cx, const struct role *role)
{
    const struct profile *profile = cx->config->profile;
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        enum element element = (enum element)e;
        const struct records *records = role_records(role, element);
        if (has_own_rule(element) || profile->levels[e] == LEVEL_OFF || is_given(records))
            continue;
        struct text heading = vocabulary_heading(cx->vocabulary, rule_language(cx), element);
        rule_report(cx, (struct finding_details){.at = records->at,
                                                 .args = {heading, profile->name},
                                                 .element = element,
                                                 .has_element = true,
                                                 .missed = profile->levels[e]});
    }
}

const struct rule rule_c106 = {
    .code = "C106",
    .name = "missing-for-profile",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] =
                     "缺少「{0}」，完整性要求「{1}」要有它：請補上，或寫「不適用：」與理由",
                 [LANG_ZH_HANS] =
                     "缺少「{0}」，完整性要求「{1}」要有它：请补上，或写「不适用：」与理由",
                 [LANG_EN] = "\"{0}\" is missing, which the profile {1} asks for: add it, or write "
                             "\"n/a:\" and why"}},
    .reason =
        {{[LANG_ZH_HANT] = "審核者按所採標準逐項核對；標準要求而崗位說明書沒有的，審核時就是缺項。",
          [LANG_ZH_HANS] = "审核者按所采标准逐项核对；标准要求而岗位说明书没有的，审核时就是缺项。",
          [LANG_EN] = "Auditors go through a definition point by point of the scheme it follows: "
                      "what the scheme asks for and the definition lacks is a finding of theirs."}},
    .element = ELEMENT_EDITION,
    .kind = EXAMPLE_ROLE,
    .profile = "iso9001",
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n",
                                   .good = "---\n"
                                           "id: KF-01\n"
                                           "---\n"
                                           "\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "\n"
                                           "## 相關文件\n"
                                           "\n"
                                           "- 《受理規程》\n"
                                           "\n"
                                           "## 版本\n"
                                           "\n"
                                           "|版本|狀態|\n"
                                           "|-|-|\n"
                                           "|1.0|生效|\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n",
                                   .good = "---\n"
                                           "id: KF-01\n"
                                           "---\n"
                                           "\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "\n"
                                           "## 相关文件\n"
                                           "\n"
                                           "- 《受理规程》\n"
                                           "\n"
                                           "## 版本\n"
                                           "\n"
                                           "|版本|状态|\n"
                                           "|-|-|\n"
                                           "|1.0|生效|\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n",
                              .good = "---\n"
                                      "id: CA-01\n"
                                      "---\n"
                                      "\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "\n"
                                      "## Documents\n"
                                      "\n"
                                      "- Enquiry procedure\n"
                                      "\n"
                                      "## Edition\n"
                                      "\n"
                                      "|Version|Status|\n"
                                      "|-|-|\n"
                                      "|1.0|in force|\n"}},
    .check_role = check,
};
