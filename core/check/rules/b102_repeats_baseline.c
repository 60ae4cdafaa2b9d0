/* B102: a role does not repeat what the baseline says for all. */
#include "core/base/set_join.h"
#include "core/check/overlap.h"
#include "core/check/rule.h"

/* Whether the baseline's row binds this role: no names, or this one among them. */
static bool binds(struct rule_context *cx, const struct records *baseline, const struct record *row,
                  const struct role *role)
{
    struct text names = record_field(baseline, row, FIELD_HANDBOOK_BASELINE_BINDS).text, name;
    if (text_is_empty(names))
        return true;
    for (size_t at = 0; role_names_next(names, &at, &name);)
        if (role_names_find(cx->names, cx->arena, name) == role)
            return true;
    return false;
}

/* The baseline's duty that binds this role and is most like the one given; NO_DUTY: none is. */
static size_t repeated(struct rule_context *cx, const struct likeness *likeness,
                       const struct duty *duty)
{
    const struct records *baseline = handbook_records(cx->handbook, ELEMENT_HANDBOOK_BASELINE);
    size_t nearest = likeness->wordings[duty->set].baseline; /* the most alike of all */
    if (binds(cx, baseline, &baseline->rows[nearest], duty->role))
        return nearest;
    unsigned most = LIKE_NEAR - 1;
    nearest = NO_DUTY;
    for (size_t k = 0; k < baseline->count; k++) {
        unsigned percent = likeness_of_sets(likeness->sets, duty->set, likeness->duties[k].set);
        if (percent > most && binds(cx, baseline, &baseline->rows[k], duty->role)) {
            nearest = k;
            most = percent;
        }
    }
    return nearest;
}

/* Percent of a duty that the baseline must hold, for the duty to say nothing else. */
#define COVERED 70

static const struct message says_more = {
    {"職責「{0}」含有共同職責「{1}」：共同職責已涵蓋的部分請刪去，只留這個崗位自己的",
     "职责「{0}」含有共同职责「{1}」：共同职责已涵盖的部分请删去，只留这个岗位自己的",
     "the duty \"{0}\" holds the shared \"{1}\": take that part out, the baseline covers it, and "
     "keep what is this position's own"}};

static void check(struct rule_context *cx)
{
    const struct likeness *likeness = rule_likeness(cx);
    for (size_t i = 0; i < likeness->count; i++) {
        const struct duty *duty = &likeness->duties[i];
        if (duty->role == NULL || likeness->wordings[duty->set].baseline_percent < LIKE_NEAR ||
            likeness->sets->weights[duty->set] == 0)
            continue;
        size_t k = repeated(cx, likeness, duty);
        if (k == NO_DUTY)
            continue;
        const struct record *shared = likeness->duties[k].record;
        unsigned percent = likeness_of_sets(likeness->sets, duty->set, likeness->duties[k].set);
        bool is_covered =
            likeness_held(likeness->sets, duty->set, likeness->duties[k].set) >= COVERED;
        cx->role = duty->role;
        rule_report(cx,
                    (struct finding_details){
                        .at = duty->record->at,
                        .message = is_covered ? NULL : &says_more,
                        .args = {duty->record->text, shared->text},
                        .excerpt = duty->record->text,
                        .item = is_covered && percent >= LIKE_DUPLICATE ? ITEM_GOES : ITEM_STAYS,
                        .is_safe = is_word_for_word(cx->arena, duty->record, shared),
                        .related = {.at = shared->at},
                        .has_related = true});
    }
    cx->role = NULL;
}

const struct rule rule_b102 = {
    .code = "B102",
    .name = "repeats-baseline",
    .level = LEVEL_WARNING,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] = "職責「{0}」與共同職責「{1}」重複：請從崗位刪去，共同職責已經涵蓋",
          [LANG_ZH_HANS] = "职责「{0}」与共同职责「{1}」重复：请从岗位删去，共同职责已经涵盖",
          [LANG_EN] =
              "the duty \"{0}\" repeats the shared \"{1}\": drop it here, the baseline covers it"}},
    .reason =
        {{[LANG_ZH_HANT] = "各崗位都有的內容不能說明崗位的不同，寫在各處還會各自走樣。",
          [LANG_ZH_HANS] = "各岗位都有的内容不能说明岗位的不同，写在各处还会各自走样。",
          [LANG_EN] =
              "What is everywhere says nothing of a role, and drifts apart when written in each."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== baseline.md\n"
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
                                          "- 受理客戶訴求\n"
                                          "- 完成上級臨時交辦的其他工作\n",
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
                                          "- 遵守各项规章制度与岗位纪律\n"
                                          "- 具备沟通能力与系统操作能力\n"
                                          "- 完成上级临时交办的工作\n"
                                          "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 受理客户诉求\n"
                                          "- 完成上级临时交办的其他工作\n",
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
                                     "- Keep the rules and the discipline of the post\n"
                                     "- Communicate clearly and operate the systems\n"
                                     "- Carry out other work assigned by the supervisor\n"
                                     "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "- Carry out other work assigned by the supervisor\n",
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
