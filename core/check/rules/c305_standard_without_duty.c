/* C305: a standard assesses a duty of this position. */
#include "core/check/rule.h"
#include "core/normalise/assessment.h"

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *standards = role_records(role, ELEMENT_STANDARDS);
    if (!is_filled(role_records(role, ELEMENT_DUTIES)))
        return; /* C501 says so already */
    const struct assessment *assessment = rule_assessment(cx);
    for (size_t i = 0; i < standards->count && assessment->is_linked; i++)
        if (assessment->standards[i] != ASSESSED && !text_is_empty(standards->rows[i].text))
            rule_report(cx, (struct finding_details){.at = standards->rows[i].at,
                                                     .args = {standards->rows[i].text},
                                                     .excerpt = standards->rows[i].text});
}

const struct rule rule_c305 = {
    .code = "C305",
    .name = "standard-without-duty",
    .level = LEVEL_INFO,
    .source = "DOMAIN 4",
    .message =
        {{[LANG_ZH_HANT] = "績效標準「{0}」不考核這個崗位的任何職責：請寫明對應職責，或刪去",
          [LANG_ZH_HANS] = "绩效标准「{0}」不考核这个岗位的任何职责：请写明对应职责，或删去",
          [LANG_EN] =
              "the standard \"{0}\" assesses no duty of this role: name the duty, or drop it"}},
    .reason = {{[LANG_ZH_HANT] = "指標不對應職責，任職者就為不歸自己的結果受考核。",
                [LANG_ZH_HANS] = "指标不对应职责，任职者就为不归自己的结果受考核。",
                [LANG_EN] = "An indicator without a duty assesses people for what is not theirs."}},
    .element = ELEMENT_STANDARDS,
    .kind = EXAMPLE_ROLE,
    .examples = {[LANG_ZH_HANT] = {.bad = "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 受理客戶訴求\n"
                                          "- 登記工單\n"
                                          "\n"
                                          "## 績效標準\n"
                                          "\n"
                                          "|指標|對應職責|\n"
                                          "|-|-|\n"
                                          "|接通率|受理客戶訴求|\n"
                                          "|登記準確率|登記工單|\n"
                                          "|培訓通過率|講授課程|\n",
                                   .good = "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 受理客戶訴求\n"
                                           "- 登記工單\n"
                                           "\n"
                                           "## 績效標準\n"
                                           "\n"
                                           "|指標|對應職責|\n"
                                           "|-|-|\n"
                                           "|接通率|受理客戶訴求|\n"
                                           "|登記準確率|登記工單|\n"},
                 [LANG_ZH_HANS] = {.bad = "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "- 登记工单\n"
                                          "\n"
                                          "## 绩效标准\n"
                                          "\n"
                                          "|指标|对应职责|\n"
                                          "|-|-|\n"
                                          "|接通率|受理客户诉求|\n"
                                          "|登记准确率|登记工单|\n"
                                          "|培训通过率|讲授课程|\n",
                                   .good = "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 受理客户诉求\n"
                                           "- 登记工单\n"
                                           "\n"
                                           "## 绩效标准\n"
                                           "\n"
                                           "|指标|对应职责|\n"
                                           "|-|-|\n"
                                           "|接通率|受理客户诉求|\n"
                                           "|登记准确率|登记工单|\n"},
                 [LANG_EN] = {.bad = "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "- Record each case\n"
                                     "\n"
                                     "## Performance standards\n"
                                     "\n"
                                     "|Indicator|Duty|\n"
                                     "|-|-|\n"
                                     "|Calls answered|Answer enquiries|\n"
                                     "|Complete records|Record each case|\n"
                                     "|Trainees passed|Teach courses|\n",
                              .good = "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "- Record each case\n"
                                      "\n"
                                      "## Performance standards\n"
                                      "\n"
                                      "|Indicator|Duty|\n"
                                      "|-|-|\n"
                                      "|Calls answered|Answer enquiries|\n"
                                      "|Complete records|Record each case|\n"}},
    .check_role = check,
};
