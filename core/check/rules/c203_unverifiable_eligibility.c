/* C203: a condition nobody can verify is none. */
#include "core/check/rule.h"
#include "core/model/fold.h"

/* What no paper and no test can show; in folded form (Simplified, lower case). */
static const char *const qualities[] = {"良好素质",
                                        "良好的素质",
                                        "敬业精神",
                                        "责任心",
                                        "责任感",
                                        "事业心",
                                        "吃苦耐劳",
                                        "亲和力",
                                        "形象良好",
                                        "形象好",
                                        "爱心",
                                        "团队精神",
                                        "团队合作精神",
                                        "上进心",
                                        "品行端正",
                                        "性格开朗",
                                        "良好的沟通",
                                        "沟通能力强",
                                        "good attitude",
                                        "team player",
                                        "positive attitude",
                                        "self-starter",
                                        "passionate",
                                        "strong work ethic",
                                        "good communication",
                                        "excellent communication",
                                        NULL};

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_APPOINTMENT);
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        struct text folded = fold_text(cx->arena, record->text);
        if (!text_is_empty(record_field(records, record, FIELD_APPOINTMENT_EVIDENCE).text))
            continue;
        for (const char *const *quality = qualities; *quality != NULL; quality++)
            if (text_find(folded, text_from_string(*quality), 0) != TEXT_NOT_FOUND) {
                rule_report(cx, (struct finding_details){.at = record->at,
                                                         .args = {record->text},
                                                         .excerpt = record->text});
                break;
            }
    }
}

const struct rule rule_c203 = {
    .code = "C203",
    .name = "unverifiable-eligibility",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "任職條件「{0}」無從查證：請寫明憑什麼證明，或改成可查證的條件",
          [LANG_ZH_HANS] = "任职条件「{0}」无从查证：请写明凭什么证明，或改成可查证的条件",
          [LANG_EN] =
              "nobody can verify the condition \"{0}\": name the evidence, or ask for something that can be shown"}},
    .reason =
        {{[LANG_ZH_HANT] = "不能查證的條件擋不住不當的任用，也說不清為何不用。",
          [LANG_ZH_HANS] = "不能查证的条件挡不住不当的任用，也说不清为何不用。",
          [LANG_EN] =
              "A condition that cannot be shown neither prevents a wrong appointment nor explains a refusal."}},
    .element = ELEMENT_APPOINTMENT,
    .kind = EXAMPLE_SECTION,
    .examples = {[LANG_ZH_HANT] = {.bad = "- 具有良好的素質\n",
                                   .good = "- 服務禮儀測驗達到 80 分\n"},
                 [LANG_ZH_HANS] = {.bad = "- 责任心强\n", .good = "- 服务礼仪测验达到 80 分\n"},
                 [LANG_EN] = {.bad = "- Good attitude\n",
                              .good = "- Service test passed with 80 points\n"}},
    .check_role = check,
};
