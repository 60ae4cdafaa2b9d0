/* C304: each duty is assessed by something. */
#include "core/base/script.h"
#include "core/check/rule.h"
#include "core/normalise/assessment.h"

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *duties = role_records(role, ELEMENT_DUTIES);
    if (!is_filled(role_records(role, ELEMENT_STANDARDS)))
        return; /* C301 says so already */
    const struct assessment *assessment = rule_assessment(cx);
    for (size_t i = 0; i < duties->count; i++)
        if (assessment->duties[i] != ASSESSED && !text_is_empty(duties->rows[i].text) &&
            !ends_in_colon(duties->rows[i].text)) /* a caption: its items are asked */
            rule_report(cx, (struct finding_details){.at = duties->rows[i].at,
                                                     .args = {duties->rows[i].text},
                                                     .excerpt = duties->rows[i].text,
                                                     .level = assessment->is_linked ? LEVEL_OFF
                                                                                    : LEVEL_INFO});
}

const struct rule rule_c304 = {
    .code = "C304",
    .name = "duty-without-standard",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message =
        {{[LANG_ZH_HANT] =
              "職責「{0}」沒有任何績效標準考核：請加一項指標，或在標準的「對應職責」欄寫明",
          [LANG_ZH_HANS] =
              "职责「{0}」没有任何绩效标准考核：请加一项指标，或在标准的「对应职责」栏写明",
          [LANG_EN] =
              "no standard assesses the duty \"{0}\": add an indicator, or name the duty in a standard's Duty column"}},
    .reason = {{[LANG_ZH_HANT] = "不被考核的職責，做與不做看不出分別。",
                [LANG_ZH_HANS] = "不被考核的职责，做与不做看不出分别。",
                [LANG_EN] = "A duty that is not assessed may be left undone unseen."}},
    .element = ELEMENT_DUTIES,
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
                                          "|接通率|受理客戶訴求|\n",
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
                                          "|接通率|受理客户诉求|\n",
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
                                     "|Calls answered|Answer enquiries|\n",
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
