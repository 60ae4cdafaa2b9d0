/* B104: what nearly all roles share belongs into the baseline. */
#include "core/base/text_buffer.h"
#include "core/check/overlap.h"
#include "core/check/rule.h"

/* There is no file that it could go into: a fix makes one. */
static const struct message no_baseline = {
    {"職責「{0}」在 {2} 個崗位中的 {1} 個都有，而手冊沒有共同職責：請新建 "
     "baseline.md（標題「共同職責」，其下一條一項），各崗位不再列出；--unsafe-fixes 會代為新建",
     "职责「{0}」在 {2} 个岗位中的 {1} 个都有，而手册没有共同职责：请新建 "
     "baseline.md（标题「共同职责」，其下一条一项），各岗位不再列出；--unsafe-fixes 会代为新建",
     "the duty \"{0}\" stands in {1} of {2} roles, and the handbook has no baseline: make a file "
     "baseline.md with the heading \"Shared duties\" and the duty as its item, and drop it in "
     "each; --unsafe-fixes makes it"}};

/* The file of shared duties, in the language of the handbook. */
static const struct new_file *baseline_file(struct rule_context *cx)
{
    struct new_file *file = arena_new(cx->arena, struct new_file);
    struct text_buffer head = text_buffer_new(cx->arena);
    buffer_append_string(&head, "# ");
    buffer_append(&head,
                  vocabulary_heading(cx->vocabulary, rule_language(cx), ELEMENT_HANDBOOK_BASELINE));
    buffer_append_string(&head, "\n\n");
    *file = (struct new_file){.name = TEXT("baseline.md"), .head = buffer_text(&head)};
    return file;
}

static void check(struct rule_context *cx)
{
    const struct likeness *likeness = rule_likeness(cx);
    const struct records *baseline = handbook_records(cx->handbook, ELEMENT_HANDBOOK_BASELINE);
    /* behind which it goes: B102 then takes it out of the roles */
    const struct record *last = baseline->count == 0 ? NULL : &baseline->rows[baseline->count - 1];
    const struct new_file *file = last == NULL ? baseline_file(cx) : NULL;
    for (size_t i = 0; i < likeness->count; i++) {
        const struct duty *duty = &likeness->duties[i];
        const struct wording *first = &likeness->wordings[likeness->wordings[duty->set].cluster];
        if (first->cluster_first != i || !is_shared_by_nearly_all(likeness, duty) ||
            likeness->wordings[duty->set].baseline_percent >= LIKE_NEAR) /* B102 */
            continue;
        cx->role = duty->role;
        rule_report(cx, (struct finding_details){
                            .message = last == NULL ? &no_baseline : NULL,
                            .item = ITEM_COMES,
                            .new_file = file,
                            .replacement = duty->record->text,
                            .has_related = last != NULL,
                            .related = {.at = last == NULL ? duty->record->at : last->at},
                            .at = duty->record->at,
                            .args = {duty->record->text, rule_number(cx, first->cluster_roles),
                                     rule_number(cx, cx->handbook->role_count)},
                            .excerpt = duty->record->text});
    }
    cx->role = NULL;
}

const struct rule rule_b104 = {
    .code = "B104",
    .name = "baseline-candidate",
    .level = LEVEL_INFO,
    .source = "DOMAIN 2",
    .message =
        {{[LANG_ZH_HANT] =
              "職責「{0}」在 {2} 個崗位中的 {1} 個都有：請移到共同職責，各崗位不再列出",
          [LANG_ZH_HANS] =
              "职责「{0}」在 {2} 个岗位中的 {1} 个都有：请移到共同职责，各岗位不再列出",
          [LANG_EN] =
              "the duty \"{0}\" stands in {1} of {2} roles: lift it into the baseline, and drop it in each"}},
    .reason = {{[LANG_ZH_HANT] = "各崗位都有的內容是共同的基本條件，寫在各處說明不了崗位的不同。",
                [LANG_ZH_HANS] = "各岗位都有的内容是共同的基本条件，写在各处说明不了岗位的不同。",
                [LANG_EN] =
                    "What all roles have is a condition for all, and tells none of them apart."}},
    .element = ELEMENT_DUTIES,
    .kind = EXAMPLE_PROJECT,
    .examples = {[LANG_ZH_HANT] = {.bad = "== a.md\n"
                                          "# 客服專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 答覆業務諮詢\n"
                                          "- 遵守中心各項規章制度\n"
                                          "== b.md\n"
                                          "# 投訴處理專員\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 調查投訴事實\n"
                                          "- 遵守中心各項規章制度\n"
                                          "== c.md\n"
                                          "# 培訓師\n"
                                          "\n"
                                          "## 崗位職責\n"
                                          "\n"
                                          "- 講授受理課程\n"
                                          "- 遵守中心的規章制度\n",
                                   .good = "== a.md\n"
                                           "# 客服專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 答覆業務諮詢\n"
                                           "- 登記訴求資訊\n"
                                           "== b.md\n"
                                           "# 投訴處理專員\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 調查投訴事實\n"
                                           "- 起草處理方案\n"
                                           "== c.md\n"
                                           "# 培訓師\n"
                                           "\n"
                                           "## 崗位職責\n"
                                           "\n"
                                           "- 講授受理課程\n"
                                           "- 考核受訓人員\n"},
                 [LANG_ZH_HANS] = {.bad = "== a.md\n"
                                          "# 客服专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 答复业务咨询\n"
                                          "- 遵守中心各项规章制度\n"
                                          "== b.md\n"
                                          "# 投诉处理专员\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 调查投诉事实\n"
                                          "- 遵守中心各项规章制度\n"
                                          "== c.md\n"
                                          "# 培训师\n"
                                          "\n"
                                          "## 岗位职责\n"
                                          "\n"
                                          "- 讲授受理课程\n"
                                          "- 遵守中心的规章制度\n",
                                   .good = "== a.md\n"
                                           "# 客服专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 答复业务咨询\n"
                                           "- 登记诉求信息\n"
                                           "== b.md\n"
                                           "# 投诉处理专员\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 调查投诉事实\n"
                                           "- 起草处理方案\n"
                                           "== c.md\n"
                                           "# 培训师\n"
                                           "\n"
                                           "## 岗位职责\n"
                                           "\n"
                                           "- 讲授受理课程\n"
                                           "- 考核受训人员\n"},
                 [LANG_EN] = {.bad = "== a.md\n"
                                     "# Contact Agent\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Answer enquiries\n"
                                     "- Keep the rules of the centre\n"
                                     "== b.md\n"
                                     "# Complaint Handler\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Investigate complaints\n"
                                     "- Keep the rules of the centre\n"
                                     "== c.md\n"
                                     "# Trainer\n"
                                     "\n"
                                     "## Duties\n"
                                     "\n"
                                     "- Teach courses\n"
                                     "- Keep the rules of the centre\n",
                              .good = "== a.md\n"
                                      "# Contact Agent\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Answer enquiries\n"
                                      "- Record each case\n"
                                      "== b.md\n"
                                      "# Complaint Handler\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Investigate complaints\n"
                                      "- Draft proposals\n"
                                      "== c.md\n"
                                      "# Trainer\n"
                                      "\n"
                                      "## Duties\n"
                                      "\n"
                                      "- Teach courses\n"
                                      "- Assess trainees\n"}},
    .check_handbook = check,
};
