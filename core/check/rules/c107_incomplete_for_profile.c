/* C107: of what is given, the profile asks for more: who approved it, what proves a condition. */
#include "core/check/rule.h"

static const struct message none_says = {
    {"「{0}」的 {1} 條都沒有寫明{2}，完整性要求「{3}」要有：請補上",
     "「{0}」的 {1} 条都没有写明{2}，完整性要求「{3}」要有：请补上",
     "none of the {1} rows of \"{0}\" names {2}, which the profile {3} asks for: add it"}};

static bool lacks(const struct records *records, const struct record *record, enum field field)
{
    return text_is_empty(record_field(records, record, field).text);
}

/* The fields that no record has, which are said once. */
static struct text missed_by_all(struct rule_context *cx, const struct records *records,
                                 bool by_all[FIELD_COUNT], enum level *level)
{
    static const struct record nothing;
    bool others[FIELD_COUNT];
    enum field first = element_first_field(records->element);
    for (size_t f = 0; f < FIELD_COUNT; f++)
        others[f] = !(by_all[f] = false);
    for (size_t i = 0; i < element_field_count(records->element); i++) {
        enum field field = (enum field)(first + i);
        by_all[field] = true;
        for (size_t k = 0; k < records->count && by_all[field]; k++)
            by_all[field] = lacks(records, &records->rows[k], field);
        others[field] = !by_all[field];
    }
    return rule_missed_fields(cx, records, &nothing, others, level);
}

static void check_element(struct rule_context *cx, const struct records *records)
{
    bool by_all[FIELD_COUNT];
    enum level level;
    struct text profile = cx->config->profile->name, missing;
    missing = missed_by_all(cx, records, by_all, &level);
    if (!text_is_empty(missing) && records->count > 1)
        rule_report(cx, (struct finding_details){
                            .at = records->at,
                            .message = &none_says,
                            .args = {vocabulary_heading(cx->vocabulary, rule_language(cx),
                                                        records->element),
                                     rule_number(cx, records->count), missing, profile},
                            .element = records->element,
                            .has_element = true,
                            .missed = level});
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->rows[i];
        missing =
            rule_missed_fields(cx, records, record, records->count > 1 ? by_all : NULL, &level);
        if (!text_is_empty(missing))
            rule_report(cx, (struct finding_details){.at = record->at,
                                                     .args = {record->text, missing, profile},
                                                     .excerpt = record->text,
                                                     .element = records->element,
                                                     .has_element = true,
                                                     .missed = level});
    }
}

static void check(struct rule_context *cx, const struct role *role)
{
    for (size_t e = 0; e < ELEMENT_ROLE_COUNT; e++) {
        const struct records *records = role_records(role, (enum element)e);
        if (e != ELEMENT_STANDARDS && records->count > 0) /* C302 speaks of standards */
            check_element(cx, records);
    }
}

const struct rule rule_c107 = {
    .code = "C107",
    .name = "incomplete-for-profile",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "「{0}」沒有寫明{1}，完整性要求「{2}」要有：請補上",
                 [LANG_ZH_HANS] = "「{0}」没有写明{1}，完整性要求「{2}」要有：请补上",
                 [LANG_EN] = "\"{0}\" does not name {1}, which the profile {2} asks for: add it"}},
    .reason = {{[LANG_ZH_HANT] = "有了要素還不夠：標準要求寫明由誰核准、憑什麼證明，審核時逐項查。",
                [LANG_ZH_HANS] = "有了要素还不够：标准要求写明由谁核准、凭什么证明，审核时逐项查。",
                [LANG_EN] = "An element alone is not enough: schemes ask who approved it and what "
                            "proves it, and auditors look for each."}},
    .element = ELEMENT_APPROVAL,
    .kind = EXAMPLE_SECTION,
    .profile = "iso9001",
    .examples = {[LANG_ZH_HANT] = {.bad = "|版本|編製|\n"
                                          "|-|-|\n"
                                          "|1.0|王小明|\n",
                                   .good = "|版本|日期|編製|核准|\n"
                                           "|-|-|-|-|\n"
                                           "|1.0|2026-03-01|王小明|陳經理|\n"},
                 [LANG_ZH_HANS] = {.bad = "|版本|编制|\n"
                                          "|-|-|\n"
                                          "|1.0|王小明|\n",
                                   .good = "|版本|日期|编制|批准|\n"
                                           "|-|-|-|-|\n"
                                           "|1.0|2026-03-01|王小明|陈经理|\n"},
                 [LANG_EN] = {.bad = "|Version|Author|\n"
                                     "|-|-|\n"
                                     "|1.0|J. Smith|\n",
                              .good = "|Version|Date|Author|Approver|\n"
                                      "|-|-|-|-|\n"
                                      "|1.0|2026-03-01|J. Smith|A. Jones|\n"}},
    .check_role = check,
};
