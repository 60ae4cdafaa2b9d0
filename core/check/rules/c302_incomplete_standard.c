/* C302: an indicator says what is reached, how it is measured, from which data, how often. */
#include "core/check/rule.h"

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_STANDARDS);
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        enum level level;
        struct text missing = rule_missed_fields(cx, records, record, NULL, &level);
        if (!text_is_empty(missing) && !text_is_empty(record->text))
            rule_report(cx, (struct finding_details){.at = record->at,
                                                     .args = {record->text, missing},
                                                     .excerpt = record->text,
                                                     .missed = level});
    }
}

const struct rule rule_c302 = {
    .code = "C302",
    .name = "incomplete-standard",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 4",
    .message = {{[LANG_ZH_HANT] = "指標「{0}」不完整：缺少{1}",
                 [LANG_ZH_HANS] = "指标「{0}」不完整：缺少{1}",
                 [LANG_EN] = "the indicator \"{0}\" is incomplete: {1} missing"}},
    .reason =
        {{[LANG_ZH_HANT] = "沒有目標值、計算方式、資料來源與週期的指標，各人算出的結果不同。",
          [LANG_ZH_HANS] = "没有目标值、计算方式、数据来源与周期的指标，各人算出的结果不同。",
          [LANG_EN] =
              "Without target, measure, source and period each assessor arrives at another result."}},
    .element = ELEMENT_STANDARDS,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "|指標|目標值|\n"
                                          "|-|-|\n"
                                          "|接通率|90%|\n",
                                   .good = "|指標|目標值|計算方式|資料來源|考核週期|\n"
                                           "|-|-|-|-|-|\n"
                                           "|接通率|90%|接通數 ÷ 來電數|話務平台|每月|\n"},
                 [LANG_ZH_HANS] = {.bad = "|指标|目标值|\n"
                                          "|-|-|\n"
                                          "|接通率|90%|\n",
                                   .good = "|指标|目标值|计算方式|数据来源|考核周期|\n"
                                           "|-|-|-|-|-|\n"
                                           "|接通率|90%|接通数 ÷ 来电数|话务平台|每月|\n"},
                 [LANG_EN] = {.bad = "|Indicator|Target|\n"
                                     "|-|-|\n"
                                     "|Answered|90%|\n",
                              .good = "|Indicator|Target|Measure|Source of data|Period|\n"
                                      "|-|-|-|-|-|\n"
                                      "|Answered|90%|answered ÷ received|Switchboard|monthly|\n"}},
    .check_role = check,
};
