/* B105: work assigned ad hoc is everybody's, so it stands in the baseline. */
#include "core/check/baseline_items.h"
#include "core/check/overlap.h"
#include "core/check/rule.h"

static void check(struct rule_context *cx)
{
    const struct records *baseline = handbook_records(cx->handbook, ELEMENT_HANDBOOK_BASELINE);
    const struct likeness *likeness = rule_likeness(cx);
    for (size_t k = 0; k < baseline->count; k++)
        if (is_ad_hoc_work(cx->arena, baseline->rows[k].text))
            return; /* B102 names the roles that repeat it */
    for (size_t i = 0; i < likeness->count; i++) {
        const struct duty *duty = &likeness->duties[i];
        if (duty->role == NULL || is_shared_by_nearly_all(likeness, duty) || /* B104 */
            !is_ad_hoc_work(cx->arena, duty->record->text))
            continue;
        cx->role = duty->role;
        rule_report(cx, (struct finding_details){.at = duty->record->at,
                                                 .args = {duty->record->text},
                                                 .excerpt = duty->record->text});
    }
    cx->role = NULL;
}

const struct rule rule_b105 = {
    .code = "B105",
    .name = "ad-hoc-only-here",
    .level = LEVEL_INFO,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "「{0}」寫成了一個崗位的職責：臨時交辦的工作人人都有，請寫進共同職責，或刪去",
          [LANG_ZH_HANS] =
              "「{0}」写成了一个岗位的职责：临时交办的工作人人都有，请写进共同职责，或删去",
          [LANG_EN] =
              "\"{0}\" is written as a duty of one role: assigned work is everybody's, put it into the baseline or drop it"}},
    .reason = {{[LANG_ZH_HANT] = "寫在個別崗位，像是別人就可以不做；它說明不了這個崗位的不同。",
                [LANG_ZH_HANS] = "写在个别岗位，像是别人就可以不做；它说明不了这个岗位的不同。",
                [LANG_EN] =
                    "In single roles it reads as if others need not; and it tells no role apart."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== baseline.md\n"
                                          "# 共同職責\n"
                                          "\n"
                                          "- 遵守各項規章制度\n"
                                          "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 答覆業務諮詢\n"
                                          "- 完成上級臨時交辦的其他工作\n",
                                   .good = "== baseline.md\n"
                                           "# 共同職責\n"
                                           "\n"
                                           "- 遵守各項規章制度\n"
                                           "- 完成上級臨時交辦的工作\n"
                                           "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 答覆業務諮詢\n"},
                 [LANG_ZH_HANS] = {.bad = "== baseline.md\n"
                                          "# 共同职责\n"
                                          "\n"
                                          "- 遵守各项规章制度\n"
                                          "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 答复业务咨询\n"
                                          "- 完成领导交办的其他工作\n",
                                   .good = "== baseline.md\n"
                                           "# 共同职责\n"
                                           "\n"
                                           "- 遵守各项规章制度\n"
                                           "- 完成上级临时交办的工作\n"
                                           "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 答复业务咨询\n"},
                 [LANG_EN] = {.bad = "== baseline.md\n"
                                     "# Shared duties\n"
                                     "\n"
                                     "- Keep the rules\n"
                                     "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "- Perform other duties as assigned\n",
                              .good = "== baseline.md\n"
                                      "# Shared duties\n"
                                      "\n"
                                      "- Keep the rules\n"
                                      "- Carry out other work assigned by the supervisor\n"
                                      "== a.md\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"}},
    .check_handbook = check,
};
