/* C203: a condition nobody can verify is none. */
#include "core/check/wording.h"
#include "core/check/wording_place.h"

/* The condition names what shows it, in a field of its own or in its words. */
static bool has_evidence(const struct records *records, const struct record *record,
                         const struct sentence *s)
{
    return !text_is_empty(record_field(records, record, FIELD_APPOINTMENT_EVIDENCE).text) ||
           sentence_has(s, PHRASE_EVIDENCE);
}

static void check(struct rule_context *cx, const struct role *role)
{
    const struct records *records = role_records(role, ELEMENT_APPOINTMENT);
    const struct sentence *sentences = wording_sentences(cx, role, ELEMENT_APPOINTMENT);
    for (size_t i = 0; i < records->count; i++) {
        const struct sentence *s = &sentences[i];
        const struct match *quality =
            sentence_find(s, (struct range){0, s->count}, PHRASE_UNVERIFIABLE);
        if (quality == NULL || has_evidence(records, &records->rows[i], s))
            continue;
        struct text advice = quality->phrase->has_rewrite ? quality->phrase->rewrite : TEXT("");
        static const struct message with_rewrite = {
            {[LANG_ZH_HANT] = "任職條件「{0}」無從查證：改成可查證的，例如「{1}」",
             [LANG_ZH_HANS] = "任职条件「{0}」无从查证：改成可查证的，例如「{1}」",
             [LANG_EN] = "nobody can verify the condition \"{0}\": ask for something that can be "
                         "shown, such as \"{1}\""}};
        wording_report(
            cx, &records->rows[i], s, quality->at,
            (struct finding_details){.message = text_is_empty(advice) ? NULL : &with_rewrite,
                                     .args = {TEXT(""), text_copy(cx->arena, advice)}});
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
