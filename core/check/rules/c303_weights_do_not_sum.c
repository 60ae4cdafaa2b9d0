/* C303: an assessment by weights is defined only when the weights make a whole. */
#include "core/check/rule.h"
#include "core/model/share.h"

#define WHOLE 10000  /* basis points, hundredths of a percent: 100 % */
#define ROUNDING 5   /* basis points a printed weight may be off: a third is written 33.3 % */
#define PARTS 100    /* basis points: weights up to 1 without a sign are parts of one */
#define PARTS_OFF 50 /* ... may be off: a third is written 0.33 */

static bool has_percent(struct text text)
{
    return text_find(text, TEXT("%"), 0) != TEXT_NOT_FOUND ||
           text_find(text, TEXT("％"), 0) != TEXT_NOT_FOUND;
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *standards = role_records(role, ELEMENT_STANDARDS);
    int64_t sum = 0, count = 0;
    bool are_parts = true; /* 0.6 and 0.4, not 60 and 40 */
    for (size_t i = 0; i < standards->count; i++) {
        int64_t weight; /* basis points */
        struct text text =
            record_field(standards, &standards->rows[i], FIELD_STANDARDS_WEIGHT).text;
        if (!share_of(text, &weight))
            continue;  /* absent or not a number */
        sum += weight; /* a hundred times as many as LIMIT_FILE_BYTES are in range */
        count++;
        are_parts &= weight <= PARTS && !has_percent(text);
    }
    if (are_parts)
        sum *= WHOLE / PARTS;
    int64_t slack = count * (are_parts ? PARTS_OFF : ROUNDING);
    if (count == 0 || (sum - WHOLE <= slack && WHOLE - sum <= slack))
        return;
    rule_report(
        cx, (struct finding_details){.at = standards->at, .args = {share_text(cx->arena, sum)}});
}

const struct rule rule_c303 = {
    .code = "C303",
    .name = "weights-do-not-sum",
    .level = LEVEL_ERROR,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "績效標準的權重合計 {0}，不是 100%：請調整各項權重",
                 [LANG_ZH_HANS] = "绩效标准的权重合计 {0}，不是 100%：请调整各项权重",
                 [LANG_EN] = "the weights of its standards add up to {0}, not 100%: adjust them"}},
    .reason = {{[LANG_ZH_HANT] = "權重之和不足或超過 100%，總分便無從計算。",
                [LANG_ZH_HANS] = "权重之和不足或超过 100%，总分便无从计算。",
                [LANG_EN] = "Without a whole to share out, no total score is defined."}},
    .element = ELEMENT_STANDARDS,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "|指標|權重|\n"
                                          "|-|-|\n"
                                          "|接通率|60%|\n"
                                          "|滿意度|30%|\n",
                                   .good = "|指標|權重|\n"
                                           "|-|-|\n"
                                           "|接通率|60%|\n"
                                           "|滿意度|40%|\n"},
                 [LANG_ZH_HANS] = {.bad = "|指标|权重|\n"
                                          "|-|-|\n"
                                          "|接通率|60%|\n"
                                          "|满意度|30%|\n",
                                   .good = "|指标|权重|\n"
                                           "|-|-|\n"
                                           "|接通率|60%|\n"
                                           "|满意度|40%|\n"},
                 [LANG_EN] = {.bad = "|KPI|Weight|\n"
                                     "|-|-|\n"
                                     "|Answered|60%|\n"
                                     "|Satisfied|30%|\n",
                              .good = "|KPI|Weight|\n"
                                      "|-|-|\n"
                                      "|Answered|60%|\n"
                                      "|Satisfied|40%|\n"}},
    .check_role = check,
};
