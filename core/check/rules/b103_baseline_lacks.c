/* B103: the three classic items of a baseline. */
#include "core/check/rule.h"
#include "core/model/fold.h"
#include "core/model/profile.h"

/* What each item is recognised by, in folded form; one of the words in one baseline duty is enough.
 */
struct item {
    const char *words[12];
    const char *name[LANG_COUNT];
    bool is_chinese; /* expected where Chinese is spoken, rarely elsewhere */
};

static const struct item items[] = {
    {{"规章", "纪律", "制度", "守则", "rules", "discipline", "polic", "code of conduct"},
     {"遵守規章制度和崗位紀律", "遵守规章制度和岗位纪律", "keeping the rules and post discipline"},
     false},
    {{"沟通", "系统操作", "操作系统", "业务系统", "communicat", "system"},
     {"溝通能力和系統操作能力", "沟通能力和系统操作能力",
      "communication and the use of the systems"},
     false},
    {{"临时交办", "交办", "其他工作", "other work", "other duties", "assigned", "ad hoc"},
     {"完成上級臨時交辦的工作", "完成上级临时交办的工作", "other work that a superior assigns"},
     true},
};

static bool is_expected(const struct rule_context *cx, const struct item *item)
{
    struct text locale = cx->config->locale;
    if (!item->is_chinese)
        return true;
    if (text_is_empty(locale))
        return rule_language(cx) != LANG_EN;
    return profile_is_at_home(locale);
}

static bool has_item(struct rule_context *cx, const struct item *item)
{
    const struct records *baseline = handbook_records(cx->handbook, ELEMENT_HANDBOOK_BASELINE);
    for (size_t i = 0; i < baseline->count; i++) {
        struct text folded = fold_text(cx->arena, baseline->rows[i].text);
        for (const char *const *word = item->words; *word != NULL; word++)
            if (text_find(folded, text_from_string(*word), 0) != TEXT_NOT_FOUND)
                return true;
    }
    return false;
}

static void check(struct rule_context *cx)
{
    const struct records *baseline = handbook_records(cx->handbook, ELEMENT_HANDBOOK_BASELINE);
    if (baseline->count == 0)
        return; /* B101 says so already */
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        if (is_expected(cx, &items[i]) && !has_item(cx, &items[i]))
            rule_report(cx, (struct finding_details){
                                .at = baseline->at,
                                .args = {text_from_string(items[i].name[rule_language(cx)])},
                                .excerpt = text_from_string(items[i].name[LANG_EN])});
}

const struct rule rule_b103 = {
    .code = "B103",
    .name = "baseline-lacks",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message = {{[LANG_ZH_HANT] = "共同職責缺少「{0}」：請補上一條",
                 [LANG_ZH_HANS] = "共同职责缺少「{0}」：请补上一条",
                 [LANG_EN] = "the baseline lacks {0}: add it"}},
    .reason =
        {{[LANG_ZH_HANT] =
              "方法所列必備的基本條件有三：規章與紀律、溝通與系統操作、臨時交辦的工作；第三項視地區而定。",
          [LANG_ZH_HANS] =
              "方法所列必备的基本条件有三：规章与纪律、沟通与系统操作、临时交办的工作；第三项视地区而定。",
          [LANG_EN] =
              "The method names three: rules and discipline, communication and systems, assigned work; the third is expected by locale."}},
    .element = ELEMENT_HANDBOOK_BASELINE,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== baseline.md\n"
                                          "# 共同職責\n"
                                          "\n"
                                          "- 遵守規章制度\n"
                                          "- 操作業務系統\n"
                                          "== a.md\n"
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
                 [LANG_ZH_HANS] = {.bad = "== baseline.md\n"
                                          "# 共同职责\n"
                                          "\n"
                                          "- 遵守规章制度\n"
                                          "- 操作业务系统\n"
                                          "== a.md\n"
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
                 [LANG_EN] = {.bad = "== baseline.md\n"
                                     "# Shared duties\n"
                                     "\n"
                                     "- Keep the rules\n"
                                     "== a.md\n"
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
